"""The verb `dossier`: what the sources say about some entities, and what is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..graph.filters import known_statuses
from ..model.noun import Noun
from ..names.resolve import resolve
from .collect import Collector
from .html import Html
from .markdown import Markdown

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..store.city import CityGraph
    from .parts import Cited, Part


class Dossier(Noun):
    """The answer of `dossier`. A notebook shows it.

    Attributes:
        language: The language of its words: ``zh-Hant``, ``zh-Hans`` or ``en``.
        summary: One line with the number of claims by status and the number of sources.
        parts: The content by entity, in the order asked for.
        sources: The sources, by number.
        legend: What the statuses, bases and grades in it mean, as (word, meaning).
    """

    language: str
    summary: str
    parts: tuple[Part, ...]
    sources: tuple[Cited, ...]
    legend: tuple[tuple[str, str], ...]

    @property
    def title(self) -> str:
        """The labels of its entities."""
        return Markdown(*self._values()).title

    def markdown(self) -> str:
        """Write the dossier as Markdown (CommonMark without extensions, https://spec.commonmark.org/).

        Returns:
            The text, which ends with a line break.

        Examples:
            >>> import cityGraph as cg
            >>> cg.dossier(cg.open(), "太鋼").markdown().splitlines()[0]
            '# 太鋼'
        """
        return "\n".join(Markdown(*self._values()).page()) + "\n"

    def html(self, svg: str | None = None) -> str:
        """Write the dossier as one HTML page that needs no other file.

        Args:
            svg: A diagram to show at the top, such as `Diagram.svg`. None shows none.

        Returns:
            The whole document, without scripts.

        Examples:
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
    """Collect what the sources say about some entities, and what is missing.

    For each entity you get its names, its edges, its figures and targets, and what is expected of it but missing. Each
    claim comes with its status, basis, quotes and qualifiers.

    Args:
        city: An open graph.
        *asked: The entities, by name, alias, IRI or CURIE. An entity that is named twice comes once.
        inferred: Include inferred claims, with their reasons. Otherwise they are only counted.
        statuses: Keep claims with these statuses: ``realised``, ``planned``, ``targeted``. Empty keeps all.

    Returns:
        The dossier, in the language of the graph. The sources have one numbering for all entities.

    Raises:
        NameNotFound: Nothing has this name; carries up to five similar names.
        AmbiguousName: Several entities have this name; carries all of them.
        CityGraphError: No name was given, a status does not exist, or no claims are left.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.dossier(cg.open(), "太鋼")
        >>> [group.label for group in found.parts[0].edges][:3], found.sources[0].label
        (['受…重點支持 ←', '經歷 ←', '是…的鏈主 →'], '記者觀察網 2025-11-17')
    """
    if not asked:
        raise CityGraphError("A dossier needs at least one name, as in: citygraph export 太鋼 -o 太鋼.html")
    things = list({thing.iri: thing for thing in (resolve(city, name) for name in asked)}.values())
    collector = Collector(city, known_statuses(city, statuses), inferred=inferred)
    parts = tuple(collector.part(thing) for thing in things)
    if not collector.claims:
        about = ", ".join(repr(short(name)) for name in asked)
        status = f" with the status {' or '.join(sorted(collector.statuses))}" if collector.statuses else ""
        hint = "" if inferred else " Add --inferred to include inferred claims."
        raise CityGraphError(f"Nothing to report: there are no claims about {about}{status}.{hint}")
    sources = collector.cited()
    return Dossier(city.language, collector.summary(sources), parts, sources, tuple(collector.legend(sources)))
