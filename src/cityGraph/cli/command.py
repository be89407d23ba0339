"""Define the command `citygraph` and its global options."""

from __future__ import annotations

import os
from typing import NoReturn

import click

from .group import Commands, OneLineErrors
from .options import SourceName

_LANGUAGES = ("zh-Hant", "zh-Hans", "en")


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
TAB completes names once the shell is told to:
  bash  eval "$(_CITYGRAPH_COMPLETE=bash_source citygraph)"
  zsh   eval "$(_CITYGRAPH_COMPLETE=zsh_source citygraph)"
  fish  _CITYGRAPH_COMPLETE=fish_source citygraph | source
"""


@click.group(
    cls=OneLineErrors,
    commands=Commands(),
    context_settings={"help_option_names": ["-h", "--help"]},
    no_args_is_help=False,
    help="Ask a city's plan who is tied to whom, how, and where it says so.",
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
    """Keep the global options for the command that follows, as `context.obj`.

    Args:
        context: The context that click hands on to the command.
        sources: Files, folders, "-" or an endpoint's URL. Empty means the city that ships with the package.
        engine: "oxigraph" or "rdflib".
        language: Language of labels: "zh-Hant", "zh-Hans" or "en".
        timeout: Seconds to wait for an endpoint.
    """
    context.obj = (sources, engine, language, timeout)
