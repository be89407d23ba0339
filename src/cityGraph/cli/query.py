"""`query`, `ask`."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from ..errors import CityGraphError
from . import options
from .options import Asked, answers_in, query_text
from .output import warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.query import Answer

_SUFFIXES = {
    **{form: form for form in ("csv", "tsv", "xml")},
    "srj": "json",
    "srx": "xml",
    "ttl": "turtle",
    "nt": "ntriples",
    "jsonld": "json-ld",
}


@click.command()
@click.argument("text", metavar="TEXT|FILE|-")
@answers_in("text", "json", "csv", "tsv", "xml", "turtle", "ntriples", "json-ld")
def query(asked: Asked, text: str) -> None:
    """The answer of a SPARQL query: its TEXT, a FILE that holds it, or - for standard input.

    SELECT and ASK print a table, or the W3C's JSON, CSV, TSV and XML; CONSTRUCT and DESCRIBE print Turtle, N-Triples or
    JSON-LD. Prefixes such as cg: and ty: need no declaration. In CSV a text that a spreadsheet would compute gets an
    apostrophe before it; the other formats have it as it is.
    """
    from ..sparql.check import check
    from ..sparql.query import query as ask

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
    from ..escape import terminal

    # Bytes keep the line ends of the standard anywhere. A terminal would obey what CSV has no way to escape.
    shown = asked.output is None and sys.stdout.isatty()
    asked.put("".join(f"{terminal(line)}\n" for line in told.split("\r\n")[:-1]) if shown else told.encode())
    if marked := computed(answer):
        cells = "a cell" if marked == 1 else f"{marked} cells"
        warn(f"{cells} that a spreadsheet would compute: with an apostrophe in front; tsv, json and xml have none")


def _table(asked: Asked, answer: Answer) -> str:
    from ..names.entities import entities
    from ..namespaces import shorten
    from ..render.query import answer_text

    iris = {term.value for row in answer for term in row if term and term.type == "uri"}
    return answer_text(answer, entities(asked.city, iris), shorten, asked.city.language, asked.columns)


@click.command()
@click.argument("question", required=False)
@click.argument("value", required=False, shell_complete=options.names)
@answers_in("text", "json", "csv", "tsv", "xml")
def ask(asked: Asked, question: str | None, value: str | None) -> None:
    """Ask a question of the catalogue: by its number, or by words that it alone has.

    Without a QUESTION, or with words that several have, the questions are listed. VALUE takes the place of the example
    in a question that has one: a name, or a number.
    """
    from ..graph.ask import ask as answer_of
    from ..graph.ask import questions
    from ..render.columns import wrap
    from ..render.query import questions_json, questions_text

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
    listed = questions_json([q.as_json() for q in found])
    asked.put(listed if asked.form == "json" else questions_text(found, language, asked.columns))
