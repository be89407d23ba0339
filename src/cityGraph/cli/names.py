"""`find`, `show`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .output import Asked, answers, warn

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.shell_completion import CompletionItem


def narrows(of_kind: str, *, relation: bool = True) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options that narrow an answer: --relation, --kind (what it means is said by `of_kind`), --status."""

    def narrowed(verb: Callable[..., None]) -> Callable[..., None]:
        statuses = {"type": click.Choice(("realised", "planned", "targeted")), "metavar": "STATUS"}
        for name, field, how in (
            ("--status", "statuses", {**statuses, "help": "Only what is realised, planned or targeted."}),
            ("--kind", "kinds", {"metavar": "KIND", "help": of_kind}),
            ("--relation", "relations", {"metavar": "NAME", "help": "Only ties of this relation."}),
        ):
            if relation or field != "relations":
                verb = click.option(name, field, multiple=True, **how)(verb)
        return verb

    return narrowed


def names(context: click.Context, parameter: click.Parameter, begun: str) -> list[CompletionItem[str]]:
    """The names that `begun` may become, for a shell to complete."""
    from .completion import items

    del parameter
    return items(context.find_root().params, begun)


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
    from ..render.names import shown_text

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: shown_text(answer, asked.city.language, asked.columns, asked.style))


COMMANDS = (find, show)
