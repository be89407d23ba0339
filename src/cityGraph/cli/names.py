"""Define the commands `find` and `show`."""

from __future__ import annotations

from typing import Any

import click

from .options import Request, answer_options, complete_names
from .output import warn


@click.command()
@click.argument("name", shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="Only things of this kind: Firm, 企業.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="How many at most.")
@answer_options
def find(request: Request, name: str, kind: str | None, top: int) -> None:
    """What may be meant by NAME, best first, and how it fits.

    In either script, as pinyin with or without tones (tàigāng, tai4gang1), by its initials (tg), as English, a short
    or a legal name, an IRI, in part, or misspelled: here alone is guessed.
    """
    from ..names.find import find as compute
    from ..render.names import found_text

    request.choose_format()
    answer = compute(request.city, name, kind=kind, top=top)
    request.write_answer(answer, lambda: found_text(answer, request.city.language, request.columns))
    if answer.left_out:
        warn(answer.left_out)


@click.command()
@click.argument("name", shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="Of the things that share NAME the one of this kind.")
@click.option("--inferred", is_flag=True, help="Count and show what is inferred too.")
@answer_options
def show(request: Request, name: str, **options: Any) -> None:
    """NAME by itself: what else it is called, its facts, how much is tied to it, and who speaks of it."""
    from ..graph.show import show as compute
    from ..render.graph import shown_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: shown_text(answer, request.city.language, request.columns, request.style))
