"""The commands of the plan: what is to be reached, what is dated, what is being built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from .shell import Asked, answers

if TYPE_CHECKING:
    from collections.abc import Callable


def _filtered(of: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options of the verbs that list what is planned; a kind is one `of` what."""

    def options(verb: Callable[..., None]) -> Callable[..., None]:
        verb = click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")(verb)
        verb = click.option(
            "--status",
            "statuses",
            type=click.Choice(("realised", "planned", "targeted")),
            multiple=True,
            metavar="STATUS",
            help="Only what is realised, planned or targeted; may be given again.",
        )(verb)
        return click.option(
            "--kind", "kinds", multiple=True, metavar="KIND", help=f"Only {of} of this kind; may be given again."
        )(verb)

    return options


@click.command()
@click.argument("name", required=False)
@_filtered("those of subjects")
@answers
def targets(asked: Asked, name: str | None, **how: Any) -> None:
    """What is to be reached, by whom, how much, by when, and from what baseline.

    With a NAME the targets of that thing, or by that indicator. What no source says of a target is said.
    """
    from . import planning
    from .goals import targets as ask

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: planning.targets_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@click.argument("name", required=False)
@click.option("--from-year", type=click.IntRange(1, 9999), metavar="YEAR", help="Nothing before this year.")
@click.option("--to-year", type=click.IntRange(1, 9999), metavar="YEAR", help="Nothing after this year.")
@_filtered("things")
@answers
def timeline(asked: Asked, name: str | None, **how: Any) -> None:
    """What is dated, year by year: events, stages, foundations, what is due, ties of a time.

    With a NAME what is dated of that thing, of its parts, and of the events and targets tied to it. A date is as
    precise as its source has it; what happened at a time that no source gives stands last.
    """
    from . import planning
    from .times import timeline as ask

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: planning.timeline_text(answer, asked.city.language, asked.columns, asked.style))


@click.command()
@click.argument("name", required=False)
@_filtered("works")
@answers
def projects(asked: Asked, name: str | None, **how: Any) -> None:
    """What is being built, by stage: whose it is, where, for how much, when it reached which stage.

    With a NAME that project, or those of that owner, site or city. A stage is one that an event brought the work
    itself to: who only means to build it is said instead, and the start of a part stands in the history of the whole.
    """
    from . import planning
    from .works import projects as ask

    asked.formats()
    answer = ask(asked.city, name, **how)
    asked.say(answer, lambda: planning.projects_text(answer, asked.city.language, asked.columns, asked.style))


COMMANDS = (targets, timeline, projects)
