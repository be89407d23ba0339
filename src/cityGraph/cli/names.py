"""`find`, `show`."""

from __future__ import annotations

from typing import Any

import click

from .options import Asked, answers, names
from .output import warn


@click.command()
@click.argument("name", shell_complete=names)
@click.option("--kind", metavar="KIND", help="Only things of this kind: Firm, 企業.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="How many at most.")
@answers
def find(asked: Asked, name: str, kind: str | None, top: int) -> None:
    """What may be meant by NAME, best first, and how it fits.

    In either script, as pinyin with or without tones (tàigāng, tai4gang1), by its initials (tg), as English, a short
    or a legal name, an IRI, in part, or misspelled: here alone is guessed.
    """
    from ..names.find import find as ask
    from ..render.names import found_text

    asked.formats()
    answer = ask(asked.city, name, kind=kind, top=top)
    asked.say(answer, lambda: found_text(answer, asked.city.language, asked.columns))
    if answer.left_out:
        warn(answer.left_out)


@click.command()
@click.argument("name", shell_complete=names)
@click.option("--kind", metavar="KIND", help="Of the things that share NAME the one of this kind.")
@click.option("--inferred", is_flag=True, help="Count and show what is inferred too.")
@answers
def show(asked: Asked, name: str, **how: Any) -> None:
    """NAME by itself: what else it is called, its facts, how much is tied to it, and who speaks of it."""
    from ..graph.show import show as ask
    from ..render.graph import shown_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: shown_text(answer, asked.city.language, asked.columns, asked.style))
