"""The command `citygraph`: each verb of the library, once, with the library's answers printed."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Any, NoReturn

import click

from .errors import CityGraphError

if TYPE_CHECKING:
    from collections.abc import Callable

    from .store import CityGraph

_LANGUAGES = ("zh-Hant", "zh-Hans", "en")
_SUFFIXES = {".txt": "text", ".json": "json"}
_STACK = 64 << 20  # what Linux gives to a main thread, eight times: elsewhere a second thread has little


class _OneLine(click.Group):
    """A group whose every refusal is one line on stderr, with the exit status that the README promises."""

    def main(self, *args: Any, **kwargs: Any) -> NoReturn:
        """Answer on a second thread: an engine that computes looks at no signal, the main thread, which waits, does."""
        from threading import Thread, stack_size

        done: list[int] = []
        stack_size(_STACK)
        worker = Thread(target=lambda: done.append(self._status(*args, **kwargs)), daemon=True)
        worker.start()
        try:
            while worker.is_alive():
                worker.join(1)
        except KeyboardInterrupt:
            os._exit(130)
        sys.exit(done[0] if done else 1)

    def _status(self, *args: Any, **kwargs: Any) -> int:
        kwargs["standalone_mode"] = False
        # A caller that closed a stream wants nothing from it.
        sys.stdin = sys.stdin or open(os.devnull, encoding="utf-8")  # noqa: SIM115
        sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
        for stream in (sys.stdout, sys.stderr):
            # A console that cannot show a character gets an escape in its place, never a traceback.
            if hasattr(stream, "reconfigure") and stream.errors == "strict":
                stream.reconfigure(errors="backslashreplace")
        try:
            status = super().main(*args, **kwargs)
            sys.stdout.flush()
        except click.UsageError as error:
            status = _refuse(error.format_message(), 2)
        except click.ClickException as error:
            status = _refuse(error.format_message(), 1)
        except CityGraphError as error:
            status = _refuse(str(error), 1)
        except (BrokenPipeError, SystemExit):  # click's answer to a closed pipe is to exit with 1
            # The reader has seen enough; what is still buffered must not complain at exit.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            status = 0
        except OSError as error:
            # What has no name is standard output or, without a file to find, the folder one stands in.
            what = error.filename or ("this folder" if isinstance(error, FileNotFoundError) else "output")
            status = _refuse(f"{what}: {error.strerror}", 1)
        except RecursionError:
            status = _refuse("nested too deeply to be read", 1)
        return status if isinstance(status, int) else 0


def _refuse(message: str, status: int) -> int:
    from .render import safe

    # Not click.echo, which takes a stream of ASCII for one of UTF-8.
    if sys.stderr is not None:
        print("Error: " + safe(" ".join(message.split())), file=sys.stderr, flush=True)
    return status


def run() -> NoReturn:
    """The command as a process: ends without taking the graph apart, which is an eighth of a cold start."""
    import atexit

    try:
        main()
    except SystemExit as done:
        status = done.code if isinstance(done.code, int) else 1
    atexit._run_exitfuncs()
    os._exit(status)


@click.group(cls=_OneLine, context_settings={"help_option_names": ["-h", "--help"]}, no_args_is_help=False)
@click.option(
    "--from",
    "sources",
    type=click.Path(),
    multiple=True,
    metavar="FILE",
    envvar="CITYGRAPH_FROM",
    help="An RDF file to ask instead of the city that ships; may be given again (CITYGRAPH_FROM: parted as in PATH).",
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
@click.version_option(package_name="citygraph", message="citygraph %(version)s")
@click.pass_context
def main(context: click.Context, sources: tuple[str, ...], engine: str, language: str) -> None:
    """Ask a city's plan who is tied to whom, how, and where it says so."""
    context.obj = (sources, engine, language)


def _open(context: click.Context) -> CityGraph:
    from .store import open as open_city

    sources, engine, language = context.obj
    if engine == "rdflib":
        _hush()
    return open_city(*sources, engine=engine, language=language)


def _hush() -> None:
    """Keep rdflib from logging a traceback for each literal that is not of its datatype: the literal is kept."""
    import logging

    logging.getLogger("rdflib").setLevel(logging.CRITICAL)


def _answer(verb: Callable[..., Any]) -> Callable[..., Any]:
    """The options that every verb shares."""
    verb = click.option("-o", "--output", metavar="FILE", help="Write to a file; its suffix chooses the format.")(verb)
    return click.option("--format", "form", type=click.Choice(["text", "json"]), help="text (the default) or json.")(
        verb
    )


def _form(form: str | None, output: str | None, **more: str) -> str:
    if form or output is None:
        return form or "text"
    suffixes = _SUFFIXES | {f".{suffix}": name for suffix, name in more.items()}
    suffix = os.path.splitext(output)[1].lower()
    if suffix not in suffixes:
        why = f"no format of this verb ends in {suffix!r}" if suffix else f"{output!r} has no suffix to choose a format"
        raise click.UsageError(f"{why}; known are {' '.join(suffixes)}")
    return suffixes[suffix]


def _print(text: str, output: str | None) -> None:
    if output is None:
        # At a terminal click knows what colour takes on Windows; in a pipe it takes ASCII for UTF-8.
        if sys.stdout.isatty():
            click.echo(text, nl=False)
        else:
            print(text, end="", flush=True)
        return
    # Whole or not at all: a refused command leaves an existing file as it was. A link is followed, and what is no file
    # (a pipe, /dev/stdout) is written to.
    kept = os.path.isfile(output)
    target = os.path.realpath(output) if kept or not os.path.exists(output) else output
    partial = f"{target}.{os.getpid()}.part" if kept or not os.path.exists(output) else output
    try:
        with open(partial, "w", encoding="utf-8", newline="\n") as stream:
            stream.write(text)
        if partial != target:
            if kept:
                os.chmod(partial, os.stat(target).st_mode & 0o777)
            os.replace(partial, target)
    except OSError as error:
        if partial != target and os.path.exists(partial):
            os.unlink(partial)
        raise click.ClickException(f"{output}: {error.strerror}") from None


def _columns(output: str | None) -> int:
    from .render import WIDEST

    columns = os.environ.get("COLUMNS", "")
    if output:
        return 80
    if not (columns.isdecimal() and len(columns) < 10):
        try:
            columns = str(os.get_terminal_size(sys.stdout.fileno()).columns)
        except (OSError, ValueError):
            columns = "80"
    return max(40, min(int(columns) or 80, WIDEST))


def _style(output: str | None) -> Callable[[str, str], str]:
    from .render import plain

    if output or os.environ.get("NO_COLOR") or not sys.stdout.isatty():
        return plain
    return lambda text, colour: click.style(text, fg=colour or None)


@main.command()
@click.argument("name")
@click.option("--hops", type=click.IntRange(1, 10), default=1, show_default=True, help="How far to go.")
@click.option("--inferred", is_flag=True, help="Show inferred ties too, with their reasons.")
@_answer
@click.pass_context
def neighbors(
    context: click.Context, name: str, hops: int, inferred: bool, form: str | None, output: str | None
) -> None:
    """What is tied to NAME, how, how far it is fact, and where it says so.

    NAME is any name: 太鋼, 太钢, TISCO, an IRI.
    """
    from . import render
    from .evidence import neighbors as ask

    form = _form(form, output)
    city = _open(context)
    answer = ask(city, name, hops=hops, inferred=inferred)
    if form == "json":
        _print(render.as_json(answer), output)
    else:
        _print(render.neighbors_text(answer, city.language, _columns(output), _style(output)), output)


@main.command()
@click.argument("name", required=False)
@click.option("--all", "everything", is_flag=True, help="Every claim of the graph, instead of those on one NAME.")
@click.option("--paragraph", type=click.IntRange(0), metavar="N", help="Only what paragraph N says (the title is 1).")
@click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")
@_answer
@click.pass_context
def claims(
    context: click.Context,
    name: str | None,
    everything: bool,
    paragraph: int | None,
    inferred: bool,
    form: str | None,
    output: str | None,
) -> None:
    """What is claimed of NAME, or in one paragraph: relations and figures, in the order of the source."""
    from . import render
    from .evidence import claims as ask

    if everything and name is not None:
        raise click.UsageError("--all takes no NAME")
    if not everything and name is None and paragraph is None:
        raise click.UsageError("give a NAME, --paragraph N, or --all for every claim")
    form = _form(form, output)
    city = _open(context)
    answer = ask(city, name, paragraph=paragraph, inferred=inferred)
    if form == "json":
        _print(render.as_json(answer), output)
    else:
        _print(render.claims_text(answer, city.language, _columns(output), _style(output)), output)


@main.command()
@click.argument("text", metavar="TEXT|FILE|-")
@_answer
@click.pass_context
def query(context: click.Context, text: str, form: str | None, output: str | None) -> None:
    """The answer of a SPARQL query: its TEXT, a FILE that holds it, or - for standard input.

    SELECT and ASK print a table (json: SPARQL 1.1 Query Results JSON), CONSTRUCT and DESCRIBE print Turtle. Prefixes
    such as cg: and ty: need no declaration.
    """
    from . import render
    from .names import entities
    from .sparql import check, shorten
    from .sparql import query as ask

    form = _form(form, output, ttl="turtle")
    asked = check(_query_text(text))
    city = _open(context)
    answer = ask(city, asked)
    if form == "turtle" and answer.turtle is None:
        raise click.UsageError("SELECT and ASK answer in no Turtle: let the file end in .json or .txt")
    if form == "json":
        if answer.turtle is not None:
            raise click.UsageError("CONSTRUCT and DESCRIBE answer in Turtle: leave --format out, or end FILE in .ttl")
        _print(render.as_json(answer), output)
        return
    iris = {term.value for row in answer for term in row if term and term.type == "uri"}
    _print(render.answer_text(answer, entities(city, iris), shorten, city.language, _columns(output)), output)


def _query_text(text: str) -> str:
    if text == "-":
        try:
            return sys.stdin.buffer.read().decode("utf-8-sig")
        except UnicodeDecodeError as error:
            line = error.object.count(b"\n", 0, error.start) + 1
            raise click.ClickException(f"standard input, line {line}: not UTF-8") from None
    if text.endswith((".rq", ".sparql")) or (len(text) < 256 and os.path.isfile(text)):
        from .store import read

        return read(text).decode()
    return text


@main.command()
@_answer
@click.pass_context
def about(context: click.Context, form: str | None, output: str | None) -> None:
    """What is in the graph: things by kind, claims by relation, status, basis and source."""
    from . import render
    from .catalogue import about as ask

    form = _form(form, output)
    city = _open(context)
    answer = ask(city)
    text = render.as_json(answer) if form == "json" else render.about_text(answer, city.language, _columns(output))
    _print(text, output)


@main.command()
@click.argument("question", required=False)
@click.argument("value", required=False)
@_answer
@click.pass_context
def ask(context: click.Context, question: str | None, value: str | None, form: str | None, output: str | None) -> None:
    """Ask a question of the catalogue: by its number, or by words that it alone has.

    Without a QUESTION, or with words that several have, the questions are listed. VALUE takes the place of the example
    in a question that has one: a name, or a number.
    """
    from . import render
    from .catalogue import ask as answer_of
    from .catalogue import questions
    from .names import entities
    from .sparql import shorten

    form = _form(form, output)
    city = _open(context)
    found = questions(city.language, question)
    if len(found) != 1:
        if not found:
            raise CityGraphError(f"no question has {question!r}; `citygraph ask` lists them all")
        listed = [q.as_json() for q in found]
        text = (
            render.listing(listed) if form == "json" else render.questions_text(found, city.language, _columns(output))
        )
        _print(text, output)
        return
    answer = answer_of(city, found[0].number, value)
    if form == "json":
        _print(render.as_json(answer), output)
        return
    iris = {term.value for row in answer for term in row if term and term.type == "uri"}
    head = "\n".join(render.wrap(found[0].text, _columns(output)))
    _print(
        f"{head}\n\n{render.answer_text(answer, entities(city, iris), shorten, city.language, _columns(output))}",
        output,
    )


@main.command()
@click.option(
    "--text",
    "texts",
    multiple=True,
    metavar="FILE",
    help="A source's text, to hold the claims against; may be given again.",
)
@_answer
@click.pass_context
def validate(context: click.Context, texts: tuple[str, ...], form: str | None, output: str | None) -> None:
    """Whether the graph keeps its own rules and, given a source's text, whether the text says what is claimed.

    One line a finding; exit status 1 if there is any.
    """
    from . import render
    from .checks import validate as ask
    from .store import read

    form = _form(form, output)
    _hush()
    city = _open(context)
    report = ask(city, text=[read(file).decode() for file in texts])
    _print(render.as_json(report) if form == "json" else render.report_text(report), output)
    if report.findings:
        from .errors import Invalid

        raise Invalid(report.findings)
