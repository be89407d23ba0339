"""Run the command as a process: `citygraph` or `python -m cityGraph`."""

from __future__ import annotations

import os
from typing import NoReturn

from .cli.interrupts import end_quietly


def run() -> NoReturn:
    """Run the command, and end the process with its status.

    This module is small, so that Ctrl-C ends the process quietly from the start, also while other modules are imported.
    """
    end_quietly()
    try:
        from .cli.command import run as run_command
    except MemoryError:
        os.write(2, b"Error: Not enough memory to start citygraph. Allow it more (ulimit -v).\n")
        os._exit(1)
    run_command()


if __name__ == "__main__":
    run()
