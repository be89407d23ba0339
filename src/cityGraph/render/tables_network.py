"""The answers of `paths`, `common`, `central`, `communities`, `bridges` and `similar` as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .table import SAID, arrow, said_cells, table
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.network import Bridges, Central, Communities, Similar
    from ..model.paths import Common, Paths
    from .cells import Row
    from .table import Table

_PLACES = 6  # digits after the point of a score; more would be noise of the computation


def paths_table(answer: Paths, language: str) -> Table:
    """Return the answer of `paths` as a table.

    Args:
        answer: What `paths` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each claim of each hop of each path.
    """

    def rows() -> Iterator[Row]:
        words = WORDS[language]
        for number, path in enumerate(answer, start=1):
            warnings = " ".join(words[f"warn_{warning}"].removeprefix("! ") for warning in path.warnings) or None
            for step, hop in enumerate(path.hops, start=1):
                for edge in (hop, *hop.others):
                    ends = (hop.near.label, edge.relation.label, arrow(edge.direction), hop.far.label)
                    iris = (hop.near.iri, hop.far.iri)
                    yield (number, step, *ends, *said_cells(edge, language), warnings, *iris)

    ends = ("path", "hop", "from", "relation", "direction", "to")
    return table("paths", (*ends, *SAID, "warning", "subject_iri", "object_iri"), rows(), language)


def common_table(answer: Common, language: str) -> Table:
    """Return the answer of `common` as a table.

    Args:
        answer: What `common` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each claim that connects a shared thing, or one for each meeting point.
    """

    def rows() -> Iterator[Row]:
        for meeting in answer:
            thing = meeting.entity
            head = (thing.label, thing.kind_label, "+".join(map(str, meeting.distances)), meeting.neighbors)
            for hop in meeting.hops:
                ends = (hop.near.label, hop.relation.label, arrow(hop.direction))
                yield (*head, *ends, *said_cells(hop, language), thing.iri)
            if not meeting.hops:
                yield (*head, *(None,) * (3 + len(SAID)), thing.iri)

    columns = ("name", "kind", "distance", "edges", "from", "relation", "direction", *SAID, "iri")
    return table("common", columns, rows(), language)


def central_table(answer: Central, language: str) -> Table:
    """Return the answer of `central` as a table.

    Args:
        answer: What `central` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each thing: rank, score, and what plans add if that was asked for.
    """
    compared = any(score.before is not None for score in answer)

    def more(before: float | None, score: float) -> Row:
        return () if before is None else (round(before, _PLACES), round(score - before, _PLACES))

    rows = [
        (s.rank, round(s.score, _PLACES), *more(s.before, s.score), s.entity.label, s.entity.kind_label, s.entity.iri)
        for s in answer
    ]
    columns = ("rank", "score", *(("before", "effect") if compared else ()), "name", "kind", "iri")
    return table("central", columns, rows, language)


def communities_table(answer: Communities, language: str) -> Table:
    """Return the answer of `communities` as a table.

    Args:
        answer: What `communities` returned. Groups of one thing are left out.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each member of each group, the most central first.
    """
    groups = [group for group in answer if len(group) > 1]
    rows = (
        (number, group.name, member.label, member.kind_label, member.iri)
        for number, group in enumerate(groups, start=1)
        for member in group.members
    )
    return table("communities", ("number", "group", "name", "kind", "iri"), rows, language)


def bridges_table(answer: Bridges, language: str) -> Table:
    """Return the answer of `bridges` as a table.

    Args:
        answer: What `bridges` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each bridge and all members of the parts that it alone connects.
    """
    comma = WORDS[language]["comma"]
    rows = [
        (
            *(bridge.entity.label, bridge.entity.kind_label, bridge.cut_off),
            " · ".join(comma.join(member.label for member in part) for part in bridge.cut_off_parts),
            bridge.entity.iri,
        )
        for bridge in answer
    ]
    return table("bridges", ("name", "kind", "cut_off", "members", "iri"), rows, language)


def similar_table(answer: Similar, language: str) -> Table:
    """Return the answer of `similar` as a table.

    Args:
        answer: What `similar` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each thing and the edges that both have.
    """
    comma = WORDS[language]["comma"]
    rows = [
        (
            *(round(twin.score, _PLACES), twin.entity.label, twin.entity.kind_label),
            comma.join(relation.to(thing.label) for relation, thing in twin.shared),
            twin.entity.iri,
        )
        for twin in answer
    ]
    return table("similar", ("score", "name", "kind", "shared", "iri"), rows, language)
