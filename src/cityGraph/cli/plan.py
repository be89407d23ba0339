"""Define the commands `targets`, `timeline` and `projects`."""

from __future__ import annotations

from typing import Any

import click

from .options import Request, answer_options, complete_names, filter_options
from .verb import command

_inferred = click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")


@command("targets", "targets 太原 --format json")
@click.argument("name", required=False, shell_complete=complete_names)
@filter_options("Keep only targets of entities of this kind. Can be repeated.", relation=False)
@_inferred
@answer_options
def targets(request: Request, name: str | None, **options: Any) -> None:
    """List the targets: value, due year and owner.

    With a NAME, lists the targets of that entity, or those measured by that indicator. Values that no source gives are
    listed as missing.
    """
    from ..plan.targets import targets as compute
    from ..render.targets import targets_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: targets_text(answer, request.city.language, request.columns, request.style))


@command("timeline --from-year 2025", "timeline 太鋼")
@click.argument("name", required=False, shell_complete=complete_names)
@click.option(
    "--from-year",
    type=click.IntRange(1, 9999),
    metavar="YEAR",
    help="Leave out everything before this year, and everything without a date.",
)
@click.option(
    "--to-year",
    type=click.IntRange(1, 9999),
    metavar="YEAR",
    help="Leave out everything after this year, and everything without a date.",
)
@filter_options("Keep only entities of this kind. Can be repeated.", relation=False)
@_inferred
@answer_options
def timeline(request: Request, name: str | None, **options: Any) -> None:
    """List dated events by year.

    Includes events, stages of projects, foundations, due years, and edges with a period. With a NAME, lists the dates
    of that entity, of its parts, and of the events and targets connected to it. Dates are as precise as the source.
    Events without a date come last. A year in the place of NAME, such as 2025, lists that year.
    """
    from ..plan.timeline import timeline as compute
    from ..render.timeline import timeline_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: timeline_text(answer, request.city.language, request.columns, request.style))


@command("projects", "projects 太原 --status plan")
@click.argument("name", required=False, shell_complete=complete_names)
@filter_options("Keep only projects of this kind. Can be repeated.", relation=False)
@_inferred
@answer_options
def projects(request: Request, name: str | None, **options: Any) -> None:
    """List the projects by stage.

    Shows owner, site, investment and history. With a NAME, lists that project, or the projects of that owner, site or
    city. The stage is the most advanced that an event of the project itself reports. If there is none, the answer shows
    who intends to build it. The start of a part is listed in the history of the whole.
    """
    from ..plan.projects import projects as compute
    from ..render.projects import projects_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: projects_text(answer, request.city.language, request.columns, request.style))
