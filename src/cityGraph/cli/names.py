"""Define the commands `find` and `show`."""

from __future__ import annotations

from typing import Any

import click

from .options import Request, answer_options, complete_names
from .output import warn
from .verb import command


@command("find taigang", "find 氢能 --kind Chain")
@click.argument("name", shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="Keep only entities of this kind, such as Firm or 企業.")
@click.option("--top", type=click.IntRange(1), default=10, show_default=True, help="Largest number of matches.")
@answer_options
def find(request: Request, name: str, kind: str | None, top: int) -> None:
    """Search for entities by name, best match first.

    NAME can be in either Chinese script, in pinyin with or without tones (tàigāng, tai4gang1) or its initials (tg), in
    English, a short or legal name, an IRI, or part of a name. Misspelled names are found, too: this command guesses,
    others do not.
    """
    from ..names.find import find as compute
    from ..render.names import found_text

    request.choose_format()
    answer = compute(request.city, name, kind=kind, top=top)
    request.write_answer(answer, lambda: found_text(answer, request.city.language, request.columns))
    if answer.left_out:
        warn(answer.left_out)


@command("show 太鋼", "show TISCO --lang en")
@click.argument("name", shell_complete=complete_names)
@click.option("--kind", metavar="KIND", help="If several entities share NAME, show the one of this kind.")
@click.option("--inferred", is_flag=True, help="Include inferred claims, with their reasons.")
@answer_options
def show(request: Request, name: str, **options: Any) -> None:
    """Describe an entity: its names, facts and sources.

    Also counts its neighbors. NAME can also be a term of the ontology (cg:Firm), a source, or the IRI of a claim.
    """
    from ..graph.show import show as compute
    from ..render.graph import shown_text

    request.choose_format()
    answer = compute(request.city, name, **options)
    request.write_answer(answer, lambda: shown_text(answer, request.city.language, request.columns, request.style))
