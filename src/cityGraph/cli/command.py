"""Define the command `citygraph` and its global options."""

from __future__ import annotations

import os
from typing import NoReturn

import click

from .global_options import GLOBAL_OPTIONS
from .group import Commands, OneLineErrors
from .interrupts import end_quietly, watch_memory
from .options import Request


def run() -> NoReturn:
    """Run the command as a process, and end the process without freeing the graph.

    Freeing the graph would take an eighth of the time of a short run.
    """
    import atexit

    end_quietly()
    watch_memory()
    try:
        main(prog_name="citygraph")
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
    params=list(GLOBAL_OPTIONS),
    help="Ask a city's plan who is connected to whom, how, and where it says so.\n\nOptions can stand before or after "
    "the command. Help on one: citygraph COMMAND --help",
    epilog=_EPILOG,
)
@click.version_option(None, "-V", "--version", package_name="citygraph", message="citygraph %(version)s")
@click.pass_context
def main(context: click.Context) -> None:
    """Greet, if no command follows.

    Args:
        context: The context of the command.
    """
    if context.invoked_subcommand is None:
        _welcome(context)


def _welcome(context: click.Context) -> None:
    """Print what the command is, with commands to try that have names of the graph. An endpoint is not asked."""
    from ..graph.about import about
    from ..names.entities import example_names
    from ..render.welcome import welcome_text

    request = Request(context, None, None, ())
    city = request.city
    answer, names = (None, []) if city.remote else (about(city), example_names(city))
    request.write(welcome_text(request.command, answer, names, city.language, request.columns))
