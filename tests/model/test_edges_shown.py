"""Every verb that shows edges shows the same edges for the same filter.

An edge is what claims of one subject, relation, object and status state: however many sources, whatever their basis.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import combinations
from typing import Any, NamedTuple, TypeVar

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.exports.table_rows import RELATIONS, relation_rows
from cityGraph.model.claim import BASES, STATUSES
from cityGraph.model.edges import edges_of
from cityGraph.namespaces import local
from support.exports import mermaid
from support.proof_cases import opened
from support.samples import PREFIXES
from support.strange import slow

Answer = TypeVar("Answer")
Key = tuple[str, str, str, str]

THINGS = ("甲", "乙", "丙", "丁")
# Two relations have one label, so that nobody can tell edges apart by their words.
RELATION_NAMES = ("supports", "sitedIn", "tiedTo", "boundTo")
HEAD = PREFIXES + "".join(
    [
        *(f'ex:{name} a cg:Firm ; skos:prefLabel "{name}"@zh-Hant .\n' for name in THINGS),
        *(f'ex:{name} skos:prefLabel "相連"@zh-Hant .\n' for name in RELATION_NAMES[2:]),
        *(f'ex:{name} a cg:Source ; skos:prefLabel "{name}"@en .\n' for name in ("paper", "other")),
    ]
)


class Said(NamedTuple):
    """A claim as it stands in a file."""

    subject: str
    relation: str
    object: str
    status: str = "realised"
    basis: str = "stated"
    source: str = "paper"
    period: str = ""

    @property
    def key(self) -> Key:
        return self.subject, self.relation, self.object, self.status

    def turtle(self, at: int) -> str:
        prefix = "cg" if self.relation in RELATION_NAMES[:2] else "ex"
        said = (
            f'cg:because "so" ; <http://purl.org/dc/terms/source> ex:{self.source}'
            if self.basis == "inferred"
            else f'cg:evidence [ a cg:Passage ; oa:hasSource ex:{self.source} ; cg:phrase "{at}" ]'
        )
        period = f' ; cg:period "{self.period}"' if self.period else ""
        return (
            f"ex:c{at} a cg:Claim ; rdf:subject ex:{self.subject} ; rdf:predicate {prefix}:{self.relation} ;"
            f" rdf:object ex:{self.object} ; cg:status cg:{self.status} ; cg:basis cg:{self.basis} ; {said}{period} .\n"
        )


class Filter(NamedTuple):
    """What a verb is asked for."""

    inferred: bool = True
    status: str | None = None
    relation: str | None = None

    def keeps(self, said: Said) -> bool:
        return (
            (self.inferred or said.basis != "inferred")
            and self.status in (None, said.status)
            and self.relation in (None, said.relation)
        )

    @property
    def statuses(self) -> list[str]:
        return [self.status] if self.status else []

    @property
    def relations(self) -> list[str]:
        return [self.relation] if self.relation else []


CLAIMS = st.builds(
    lambda ends, *rest: Said(ends[0], rest[0], ends[1], *rest[1:]),
    st.permutations(THINGS),
    st.sampled_from(RELATION_NAMES),
    st.sampled_from(STATUSES),
    st.sampled_from(BASES),
    st.sampled_from(["paper", "other"]),
    st.sampled_from(["", "2031"]),
)
# So many claims about so few things that several make one edge.
GRAPHS = st.lists(CLAIMS, min_size=1, max_size=14)
STATUS, RELATION = st.none() | st.sampled_from(STATUSES), st.none() | st.sampled_from(RELATION_NAMES)
# An inference beside what a source states, a year that one source gives, two sources, two statuses, two directions.
SAMPLE = [
    Said("甲", "supports", "乙"),
    Said("甲", "supports", "乙", basis="inferred"),
    Said("甲", "supports", "乙", source="other", period="2031"),
    Said("甲", "supports", "乙", status="planned", basis="resolved"),
    Said("乙", "supports", "甲", status="planned", basis="inferred"),
    Said("甲", "tiedTo", "乙"),
    Said("甲", "boundTo", "乙"),
    Said("丙", "sitedIn", "甲", status="planned"),
    Said("丙", "sitedIn", "甲", status="targeted", basis="inferred"),
    Said("丙", "sitedIn", "甲", basis="inferred"),
]


def graph(told: Iterable[Said]) -> cg.CityGraph:
    return opened(HEAD + "".join(said.turtle(at) for at, said in enumerate(told)))


def edges(told: Iterable[Said], asked: Filter) -> Counter[Key]:
    """The edges of these claims, each once."""
    return Counter({said.key for said in told if asked.keeps(said)})


def at(found: Counter[Key], *ends: str) -> Counter[Key]:
    """Those of the edges that have all these ends."""
    return Counter({key: many for key, many in found.items() if {*ends} <= {key[0], key[2]}})


def seen(subject: str, relation: str, what: str, status: str) -> Key:
    """An edge of an answer as `Said` has it."""
    return subject.rpartition("/")[2], local(relation), what.rpartition("/")[2], status


def answer(verb: Callable[..., Answer], *given: Any, **how: Any) -> Answer | None:
    """What a verb answers; None where it says that nothing is left, which some do by an error."""
    try:
        return verb(*given, **how)
    except cg.CityGraphError:
        return None


def of_neighbors(found: cg.Neighbors | None) -> Counter[Key]:
    ends = (((n.via.iri, n.iri) if n.direction == "out" else (n.iri, n.via.iri), n) for n in found or ())
    return Counter(seen(start, near.relation.iri, end, near.status) for (start, end), near in ends)


def of_paths(found: cg.Paths | None) -> Counter[Key]:
    hops = [each for path in found or () for hop in path.hops for each in (hop, *hop.others)]
    return Counter(seen(hop.subject.iri, hop.relation.iri, hop.object.iri, hop.status) for hop in hops)


def of_relation_rows(found: cg.Export | None) -> Counter[Key]:
    columns = [RELATIONS.index(name) for name in ("subject_iri", "relation_iri", "object_iri", "status")]
    rows = relation_rows(found.claims) if found else ()
    return Counter(seen(*(str(row[column]) for column in columns)) for row in rows)


def in_dossier(found: cg.Dossier | None) -> int:
    return sum(len(group.rows) for part in (found.parts if found else ()) for group in part.edges)


@slow
@given(told=GRAPHS, asked=st.builds(Filter, st.booleans(), STATUS, RELATION))
@example(told=SAMPLE, asked=Filter())
@example(told=SAMPLE, asked=Filter(inferred=False))
@example(told=SAMPLE, asked=Filter(status="planned"))
@example(told=SAMPLE, asked=Filter(relation="supports"))
def test_neighbors_and_exports_show_the_edges_that_the_claims_make(told: list[Said], asked: Filter) -> None:
    city, expected = graph(told), edges(told, asked)
    how = {"inferred": asked.inferred, "statuses": asked.statuses, "relations": asked.relations}
    for name in THINGS:
        assert of_neighbors(answer(cg.neighbors, city, name, **how)) == at(expected, name)
    exported = answer(cg.export, city, **how)
    assert of_relation_rows(exported) == expected
    assert len(mermaid(exported)[1] if exported else ()) == len(expected)


@slow
@given(told=GRAPHS, asked=st.builds(Filter, st.booleans(), st.none(), RELATION))
@example(told=SAMPLE, asked=Filter())
@example(told=SAMPLE, asked=Filter(inferred=False))
@example(told=SAMPLE, asked=Filter(relation="sitedIn"))
def test_the_hops_of_a_path_are_the_edges_between_its_things(told: list[Said], asked: Filter) -> None:
    city, expected = graph(told), edges(told, asked)
    for start, end in combinations(THINGS, 2):
        how = {"inferred": asked.inferred, "relations": asked.relations, "max_hops": 1, "top": 1}
        assert of_paths(answer(cg.paths, city, start, end, **how)) == at(expected, start, end)


@slow
@given(told=GRAPHS, asked=st.builds(Filter, st.booleans(), STATUS, st.none()))
@example(told=SAMPLE, asked=Filter())
@example(told=SAMPLE, asked=Filter(inferred=False))
@example(told=SAMPLE, asked=Filter(status="targeted"))
def test_a_dossier_has_a_row_for_each_edge(told: list[Said], asked: Filter) -> None:
    city, expected = graph(told), edges(told, asked)
    for name in THINGS:
        found = answer(cg.dossier, city, name, inferred=asked.inferred, statuses=asked.statuses)
        assert in_dossier(found) == len(at(expected, name))


@slow
@given(told=GRAPHS, asked=st.builds(Filter, st.booleans(), STATUS, RELATION))
@example(told=SAMPLE, asked=Filter())
@example(told=SAMPLE, asked=Filter(inferred=False))
@example(told=SAMPLE, asked=Filter(status="planned"))
@example(told=SAMPLE, asked=Filter(relation="supports"))
def test_a_diagram_draws_each_edge_once(told: list[Said], asked: Filter) -> None:
    city, expected = graph(told), edges(told, asked)
    how = {"inferred": asked.inferred, "statuses": asked.statuses, "relations": asked.relations}
    drawn = answer(cg.diagram, city, "甲", **how)
    assert (drawn.edges if drawn else 0) == len(at(expected, "甲"))


def test_a_diagram_of_a_path_draws_the_edges_of_its_hops() -> None:
    city = graph(SAMPLE)
    for inferred in (True, False):
        (path,) = cg.paths(city, "甲", "乙", top=1, inferred=inferred)
        drawn = cg.diagram(city, path=("甲", "乙"), inferred=inferred)
        assert drawn.edges == sum(1 + len(hop.others) for hop in path.hops)


@pytest.mark.parametrize("status", [None, *STATUSES])
@pytest.mark.parametrize("inferred", [False, True])
def test_every_verb_counts_the_edges_of_the_shipped_city_alike(
    city: cg.CityGraph, inferred: bool, status: str | None
) -> None:
    statuses = [status] if status else []
    how: dict[str, Any] = {"inferred": inferred, "statuses": statuses}
    every = edges_of(cg.claims(city, **how))
    assert len(list(relation_rows(cg.export(city, **how).claims))) == len(every)
    for name in ("太鋼", "陽曲工業園區", "特鋼材料產業鏈"):
        who = cg.resolve(city, name).iri
        touching = [edge for edge in every if who in (edge.subject.iri, edge.object.iri)]
        assert len(answer(cg.neighbors, city, name, **how) or ()) == len(touching)
        exported, drawn = answer(cg.export, city, name, **how), answer(cg.diagram, city, name, **how)
        assert len(mermaid(exported)[1] if exported else ()) == len(touching)
        assert (drawn.edges if drawn else 0) == len(touching)
        # A dossier lists targets and observations as figures.
        figures = [e for e in touching if {e.subject.kind, e.object.kind} & {"Target", "Observation"}]
        assert in_dossier(answer(cg.dossier, city, name, **how)) == len(touching) - len(figures)
