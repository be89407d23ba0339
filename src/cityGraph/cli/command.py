"""Define the command `citygraph` and its global options."""

from __future__ import annotations

import os
import shlex
from typing import NoReturn

import click
from click.core import ParameterSource

from ..store.city import LANGUAGES
from ..store.engine import ENGINES
from .group import Commands, OneLineErrors
from .options import Request, SourceName


def run() -> NoReturn:
    """Run the command as a process, and end the process without freeing the graph.

    Freeing the graph would take an eighth of the time of a short run.
    """
    import atexit

    try:
        main()
    except SystemExit as done:
        status = done.code if isinstance(done.code, int) else 1
    atexit._run_exitfuncs()
    os._exit(status)


_EPILOG = """\b
To complete names with TAB, run in your shell:
  bash  eval "$(_CITYGRAPH_COMPLETE=bash_source citygraph)"
  zsh   eval "$(_CITYGRAPH_COMPLETE=zsh_source citygraph)"
  fish  _CITYGRAPH_COMPLETE=fish_source citygraph | source
"""


@click.group(
    cls=OneLineErrors,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
    invoke_without_command=True,
    help="Ask a city's plan who is connected to whom, how, and where it says so.",
    epilog=_EPILOG,
)
@click.option(
    "--from",
    "sources",
    type=SourceName(),
    multiple=True,
    metavar="SOURCE",
    envvar="CITYGRAPH_FROM",
    help="Read SOURCE instead of the packaged city: an RDF file, a folder of RDF files, - (standard input), or the URL "
    "of a SPARQL endpoint. Can be repeated. Environment variable: CITYGRAPH_FROM (several are separated as in PATH).",
)
@click.option(
    "--engine",
    type=click.Choice(tuple(ENGINES)),
    default="oxigraph",
    show_default=True,
    metavar="NAME",
    help="RDF engine: oxigraph (fast), or rdflib (slower, same answers).",
)
@click.option(
    "--lang",
    "language",
    type=click.Choice(LANGUAGES),
    default="zh-Hant",
    show_default=True,
    envvar="CITYGRAPH_LANG",
    help="Language of labels and texts. Environment variable: CITYGRAPH_LANG.",
)
@click.option(
    "--timeout",
    type=click.FloatRange(0.1, 3600),
    default=30,
    show_default=True,
    metavar="SECONDS",
    envvar="CITYGRAPH_TIMEOUT",
    help="Seconds to wait for an endpoint. Environment variable: CITYGRAPH_TIMEOUT.",
)
@click.version_option(package_name="citygraph", message="citygraph %(version)s")
@click.pass_context
def main(context: click.Context, sources: tuple[str, ...], engine: str, language: str, timeout: float) -> None:
    """Keep the global options for the command that follows, as `context.obj`.

    Args:
        context: The context that click hands on to the command.
        sources: Files, folders, "-" or an endpoint's URL. Empty means the city that ships with the package.
        engine: "oxigraph" or "rdflib".
        language: Language of labels: "zh-Hant", "zh-Hans" or "en".
        timeout: Seconds to wait for an endpoint.
    """
    context.obj = (sources, engine, language, timeout)
    if context.invoked_subcommand is None:
        _welcome(context, sources, language)


def _welcome(context: click.Context, sources: tuple[str, ...], language: str) -> None:
    """Print what the command is, with commands to try that have names of the graph. An endpoint is not asked."""
    from ..graph.about import about
    from ..names.entities import example_names
    from ..render.welcome import welcome_text

    request = Request(context, None, None, ())
    city = request.city
    typed = ["citygraph", *(f"--from {shlex.quote(source)}" for source in sources)]
    if context.get_parameter_source("language") is ParameterSource.COMMANDLINE:
        typed.append(f"--lang {language}")
    answer, names = (None, []) if city.remote else (about(city), example_names(city))
    request.write(welcome_text(" ".join(typed), answer, names, language, request.columns))
