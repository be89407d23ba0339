"""Define the commands `targets`, `timeline` and `projects`."""

from __future__ import annotations

from typing import Any

import click

from .options import Request, answer_options, complete_names, filter_options

_inferred = click.option("--inferred", is_flag=True, help="Show inferred claims too, with their reasons.")


@click.command()
@click.argument("name", required=False, shell_complete=complete_names)
@filter_options("Only those of subjects of this kind.", relation=False)
@_inferred
@answer_options
def targets(request: Request, name: str | None, **options: Any) -> None:
    """What is to be reached, by whom, how much, by when, and from what baseline.

    With a NAME the targets of that thing, or by that indicator. What no source says of a target is said.
    """
    from ..plan.targets import targets as compute
    from ..render.plan import targets_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: targets_text(answer, request.city.language, request.columns, request.style))


@click.command()
@click.argument("name", required=False, shell_complete=complete_names)
@click.option("--from-year", type=click.IntRange(1, 9999), metavar="YEAR", help="Nothing before this year.")
@click.option("--to-year", type=click.IntRange(1, 9999), metavar="YEAR", help="Nothing after this year.")
@filter_options("Only things of this kind.", relation=False)
@_inferred
@answer_options
def timeline(request: Request, name: str | None, **options: Any) -> None:
    """What is dated, year by year: events, stages, foundations, what is due, ties of a time.

    With a NAME what is dated of that thing, of its parts, and of the events and targets tied to it. A date is as
    precise as its source has it; what happened at a time that no source gives stands last.
    """
    from ..plan.timeline import timeline as compute
    from ..render.plan import timeline_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: timeline_text(answer, request.city.language, request.columns, request.style))


@click.command()
@click.argument("name", required=False, shell_complete=complete_names)
@filter_options("Only works of this kind.", relation=False)
@_inferred
@answer_options
def projects(request: Request, name: str | None, **options: Any) -> None:
    """What is being built, by stage: whose it is, where, for how much, when it reached which stage.

    With a NAME that project, or those of that owner, site or city. A stage is one that an event brought the work
    itself to: who only means to build it is said instead, and the start of a part stands in the history of the whole.
    """
    from ..plan.projects import projects as compute
    from ..render.plan import projects_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: projects_text(answer, request.city.language, request.columns, request.style))
