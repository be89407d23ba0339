"""The verb `dossier`: everything known and unknown about some things."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..graph.filters import known_statuses
from ..model.noun import Noun
from ..names.resolve import resolve
from .collect import Making
from .html import Html
from .markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph
    from .parts import Cited, Part


class Dossier(Noun):
    """The answer of `dossier`: a `Part` for each thing, the sources of all, the legend of what occurs.

    In a notebook it shows itself.
    """

    language: str
    summary: str
    parts: tuple[Part, ...]
    sources: tuple[Cited, ...]
    legend: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The names of its things."""
        return Markdown(*self._values()).title

    def markdown(self) -> str:
        """The dossier as CommonMark, without extensions: headings, lists, links.

        >>> import cityGraph as cg
        >>> cg.dossier(cg.open(), "太鋼").markdown().splitlines()[0]
        '# 太鋼'
        """
        return "\n".join(Markdown(*self._values()).page()) + "\n"

    def html(self, svg: str | None = None) -> str:
        """The dossier as one page of HTML that needs no other file, with a picture in it where `svg` is given.

        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> page = cg.dossier(city, "太鋼").html(cg.diagram(city, "太鋼").svg)
        >>> page.count("<svg"), page.count("<script")
        (1, 0)
        """
        return Html(*self._values()).page(svg)

    def _repr_html_(self) -> str:
        return Html(*self._values()).article(None)

    def _repr_markdown_(self) -> str:
        return self.markdown()


def dossier(city: CityGraph, *asked: str, inferred: bool = False, statuses: Iterable[str] = ()) -> Dossier:
    """What the sources say of these things, and what they do not, to be handed on as it stands.

    Of each thing its names, what it is tied to, its figures and targets, each with status, basis, the words of the
    source and what qualifies it, then what is expected of it and no source says; the sources of all are numbered.
    Inferred claims are left out, and counted, unless `inferred` asks for them with their reasons; `statuses`
    (``realised``, ``planned``, ``targeted``) keeps what is so far fact or plan. Raises `NameNotFound`,
    `AmbiguousName`, and `CityGraphError` without a name or where nothing is left.

    >>> import cityGraph as cg
    >>> found = cg.dossier(cg.open(), "太鋼")
    >>> [group.label for group in found.parts[0].ties][:3], found.sources[0].label
    (['受重點支持 ←', '為鏈主 →', '控股方為 →'], '省工信廳發布會 2025-11-14')
    """
    if not asked:
        raise CityGraphError("a dossier is of something: give a name, as in `citygraph export 太鋼 -o 太鋼.html`")
    things = list({thing.iri: thing for thing in (resolve(city, name) for name in asked)}.values())
    making = Making(city, known_statuses(statuses), inferred=inferred)
    parts = tuple(making.part(thing) for thing in things)
    if not making.told:
        why = "there are no claims; inferred ones come with --inferred"
        raise CityGraphError(f"nothing to hand on: {'no claim has this status' if making.statuses else why}")
    sources = making.cited()
    return Dossier(city.language, making.summary(sources), parts, sources, tuple(making.legend(sources)))
