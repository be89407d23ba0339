"""`citygraph` itself and its global options."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from ..errors import CityGraphError
from . import exports, names, networks, plan
from .names import narrows
from .output import Asked, OneLine, SourceName, answers, answers_in, given_texts, hush, query_text, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.graph import Answer

_LANGUAGES = ("zh-Hant", "zh-Hans", "en")


def run() -> NoReturn:
    """The command as a process: ends without taking the graph apart, which is an eighth of a cold start."""
    import atexit

    try:
        main()
    except SystemExit as done:
        status = done.code if isinstance(done.code, int) else 1
    atexit._run_exitfuncs()
    os._exit(status)


_EPILOG = """\b
TAB completes names once the shell is told to:
  bash  eval "$(_CITYGRAPH_COMPLETE=bash_source citygraph)"
  zsh   eval "$(_CITYGRAPH_COMPLETE=zsh_source citygraph)"
  fish  _CITYGRAPH_COMPLETE=fish_source citygraph | source
"""


@click.group(
    cls=OneLine,
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
    epilog=_EPILOG,
)
@click.option(
    "--from",
    "sources",
    type=SourceName(),
    multiple=True,
    metavar="SOURCE",
    envvar="CITYGRAPH_FROM",
    help="What to ask instead of the city that ships: an RDF file of any format, a folder of such, - for standard "
    "input, or an endpoint's URL; may be given again (CITYGRAPH_FROM: parted as in PATH).",
)
@click.option(
    "--engine",
    type=click.Choice(("oxigraph", "rdflib")),
    default="oxigraph",
    show_default=True,
    metavar="NAME",
    help="oxigraph, or rdflib: the same answers.",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(_LANGUAGES),
    default="zh-Hant",
    show_default=True,
    envvar="CITYGRAPH_LANG",
    help="The language of labels.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 3600),
    default=30,
    show_default=True,
    metavar="SECONDS",
    envvar="CITYGRAPH_TIMEOUT",
    help="How long to wait for an endpoint.",
)
@click.version_option(package_name="citygraph", message="citygraph %(version)s")
@click.pass_context
def main(context: click.Context, sources: tuple[str, ...], engine: str, language: str, timeout: float) -> None:
    """Ask a city's plan who is tied to whom, how, and where it says so."""
    context.obj = (sources, engine, language, timeout)


for _command in (*names.COMMANDS, *networks.COMMANDS, *plan.COMMANDS, *exports.COMMANDS):
    main.add_command(_command)


@main.command()
@click.argument("name", shell_complete=names.names)
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="How far to go.")
@narrows("Only things of this kind; others are passed all the same.")
@click.option("--direction", type=click.Choice(["in", "out"]), help="Only ties that end (in) or begin (out) nearer by.")
@click.option("--inferred", is_flag=True, help="Show inferred ties too, with their reasons.")
@answers
def neighbors(asked: Asked, name: str, **how: Any) -> None:
    """What is tied to NAME, how, how far it is fact, and where it says so.

    NAME is any name: 太鋼, 太钢, TISCO, tàigāng, an IRI.
    """
    from ..graph.reader import neighbors as ask
    from ..render.rows import neighbors_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: neighbors_text(answer, asked.city.language, asked.columns, asked.style))


@main.command()
@click.argument("name", required=False, shell_complete=names.names)
@click.option("--all", "everything", is_flag=True, help="Every claim of the graph, instead of those on one NAME.")
@click.option("--paragraph", type=click.IntRange(0), metavar="N", help="Only what paragraph N says (the title is 1).")
@narrows("Only claims with a thing of this kind at the other end, or at either with --all.")
@click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")
@answers
def claims(asked: Asked, name: str | None, everything: bool, paragraph: int | None, **how: Any) -> None:
    """What is claimed of NAME, or in one paragraph: relations and figures, in the order of the source."""
    from ..graph.reader import claims as ask
    from ..render.rows import claims_text

    if everything and name is not None:
        raise click.UsageError("--all takes no NAME")
    if not everything and name is None and paragraph is None:
        raise click.UsageError("give a NAME, --paragraph N, or --all for every claim")
    asked.formats()
    answer = ask(asked.city, name, paragraph=paragraph, **how)
    asked.say(answer, lambda: claims_text(answer, asked.city.language, asked.columns, asked.style))


@main.command()
@click.option("--kind", metavar="KIND", help="Only of things of this kind: Chain, Firm, 產業鏈.")
@click.option("--inferred", is_flag=True, help="Tell which inferred claims would fill a gap.")
@answers
def gaps(asked: Asked, kind: str | None, inferred: bool) -> None:
    """What the sources do not say and a planner would want to know.

    A chain without leader, a segment without firm, a target without baseline. A gap is one of the sources, not of the
    city.
    """
    from ..render.rows import gaps_text
    from ..validation.gaps import gaps as ask

    asked.formats()
    answer = ask(asked.city, kind=kind, inferred=inferred)
    asked.say(answer, lambda: gaps_text(answer, asked.city.language, asked.columns))


_SUFFIXES = {
    **{form: form for form in ("csv", "tsv", "xml")},
    "srj": "json",
    "srx": "xml",
    "ttl": "turtle",
    "nt": "ntriples",
    "jsonld": "json-ld",
}


@main.command()
@click.argument("text", metavar="TEXT|FILE|-")
@answers_in("text", "json", "csv", "tsv", "xml", "turtle", "ntriples", "json-ld")
def query(asked: Asked, text: str) -> None:
    """The answer of a SPARQL query: its TEXT, a FILE that holds it, or - for standard input.

    SELECT and ASK print a table, or the W3C's JSON, CSV, TSV and XML; CONSTRUCT and DESCRIBE print Turtle, N-Triples or
    JSON-LD. Prefixes such as cg: and ty: need no declaration. In CSV a text that a spreadsheet would compute gets an
    apostrophe before it; the other formats have it as it is.
    """
    from ..store.engine import check
    from ..store.engine import query as ask

    asked.formats(**_SUFFIXES)
    checked = check(query_text(text))
    _say(asked, ask(asked.city, checked), lambda answer: _table(asked, answer))


def _say(asked: Asked, answer: Answer, text: Callable[[Answer], str]) -> None:
    """Put the answer of a query as text, or in the format of a standard."""
    from ..sparql.results import GRAPHS, computed, written

    if asked.form == "text":
        asked.put(text(answer))
        return
    if (asked.form in GRAPHS) != (answer.turtle is not None):
        raise click.UsageError(
            "SELECT and ASK answer in no Turtle, N-Triples or JSON-LD: ask for text, json, csv, tsv or xml"
            if answer.turtle is None
            else "CONSTRUCT and DESCRIBE answer in Turtle: leave --format out, or say turtle, ntriples or json-ld"
        )
    told = written(answer, str(asked.form))
    if asked.form != "csv":
        asked.put(told)
        return
    from ..render.columns import safe

    # Bytes keep the line ends of the standard anywhere. A terminal would obey what CSV has no way to escape.
    shown = asked.output is None and sys.stdout.isatty()
    asked.put("".join(f"{safe(line)}\n" for line in told.split("\r\n")[:-1]) if shown else told.encode())
    if marked := computed(answer):
        cells = "a cell" if marked == 1 else f"{marked} cells"
        warn(f"{cells} that a spreadsheet would compute: with an apostrophe in front; tsv, json and xml have none")


def _table(asked: Asked, answer: Answer) -> str:
    from ..names.find import entities
    from ..render.rows import answer_text
    from ..store.engine import shorten

    iris = {term.value for row in answer for term in row if term and term.type == "uri"}
    return answer_text(answer, entities(asked.city, iris), shorten, asked.city.language, asked.columns)


@main.command()
@answers
def about(asked: Asked) -> None:
    """What is in the graph: things by kind, claims by relation, status, basis and source."""
    from ..graph.ask import about as ask
    from ..render.rows import about_text

    asked.formats()
    answer = ask(asked.city)
    asked.say(answer, lambda: about_text(answer, asked.city.language, asked.columns))


@main.command()
@click.argument("question", required=False)
@click.argument("value", required=False, shell_complete=names.names)
@answers_in("text", "json", "csv", "tsv", "xml")
def ask(asked: Asked, question: str | None, value: str | None) -> None:
    """Ask a question of the catalogue: by its number, or by words that it alone has.

    Without a QUESTION, or with words that several have, the questions are listed. VALUE takes the place of the example
    in a question that has one: a name, or a number.
    """
    from ..graph.ask import ask as answer_of
    from ..graph.ask import questions
    from ..render.columns import wrap
    from ..render.rows import listing, questions_text

    asked.formats(**{suffix: form for suffix, form in _SUFFIXES.items() if form in ("csv", "tsv", "xml", "json")})
    language = asked.city.language
    found = questions(language, question)
    if len(found) == 1:
        answer = answer_of(asked.city, found[0].number, value)
        head = "\n".join(wrap(found[0].text, asked.columns))
        _say(asked, answer, lambda answer: f"{head}\n\n{_table(asked, answer)}")
        return
    if not found:
        raise CityGraphError(f"no question has {question!r}; `citygraph ask` lists them all")
    if asked.form not in ("text", "json"):
        raise click.UsageError(f"{len(found)} questions have {question!r}: name one by its number")
    listed = listing([q.as_json() for q in found])
    asked.put(listed if asked.form == "json" else questions_text(found, language, asked.columns))


@main.command()
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="[SOURCE=]FILE",
    help="A source's text, to hold the claims against; may be given again.",
)
@answers
def validate(asked: Asked, texts: tuple[str, ...]) -> None:
    """Whether the graph keeps its own rules and, given a source's text, whether the text says what is claimed.

    A text belongs to the source whose title it bears, or to the SOURCE that is named: by its short name, its label, or
    the end of its IRI. One line a finding; exit status 1 if there is any.
    """
    from ..render.rows import report_text
    from ..validation.validate import validate as ask

    asked.formats()
    hush()
    report = ask(asked.city, text=given_texts(texts))
    asked.say(report, lambda: report_text(report))
    if report.findings:
        from ..errors import Invalid

        raise Invalid(report.findings)
