"""What changed between two graphs: each sort of change is found, and nothing else is."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import RdfFormat, parse, serialize

import cityGraph as cg
from cityGraph.model.claim import Claim
from cityGraph.model.diff import GROUPS, MIRRORED, Change
from support.process import CITY
from support.samples import PREFIXES, turtle
from support.versions import EXPECTED, PLANTED, claim, decimal, graph, statements, thing, told

NAMED = '<urn:{0}> <http://www.w3.org/2000/01/rdf-schema#label> "{0}" .'


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[cg.CityGraph, cg.CityGraph]:
    folder = tmp_path_factory.mktemp("versions")
    return graph(folder, statements(), "old.ttl"), graph(folder, statements(**PLANTED), "new.ttl")


def test_every_planted_change_is_found_once_and_nothing_else(versions: tuple[cg.CityGraph, cg.CityGraph]) -> None:
    changes = cg.diff(*versions)
    assert Counter(told(changes)) == Counter(EXPECTED)
    assert [change.group for change in changes] == sorted((c.group for c in changes), key=GROUPS.index)
    assert (changes.total, changes.unfiltered, changes.namesakes, changes.unread) == (18, 18, (), ())


def test_both_sides_of_a_change_have_their_quotes_and_sources(versions: tuple[cg.CityGraph, cg.CityGraph]) -> None:
    (change,) = [each for each in cg.diff(*versions).of("became-fact") if each.thing.label == "雲灣錨廠"]
    before, after = change.claims
    assert [(p.source_label, p.phrase) for p in before.evidence] == [("灣報 2030", "plan")]
    assert [(p.source_label, p.phrase) for p in after.evidence] == [("灣報 2031", "錨廠已在北港區投產")]
    assert (before.status, after.status, before.subject.label, after.subject.label) == (
        "planned",
        "realised",
        "錨廠",
        "雲灣錨廠",
    )


def test_an_inferred_claim_is_shown_when_asked_for(versions: tuple[cg.CityGraph, cg.CityGraph]) -> None:
    assert cg.diff(*versions).held_back == 1
    assert cg.diff(*versions, kind="Target").held_back == 0
    everything = cg.diff(*versions, inferred=True)
    assert (len(everything), everything.held_back) == (19, 0)
    assert ("removed", "firm", "") in told(everything)


def test_a_plan_that_stays_beside_its_fact_became_fact_once(tmp_path: Path) -> None:
    old = graph(tmp_path, statements(), "a.ttl")
    new = graph(tmp_path, statements(came=claim("came", "yard sitedIn ex:north", "realised")), "b.ttl")
    assert told(cg.diff(old, new)) == [("became-fact", "yard", "status quote")]
    # The fact was there before: now the plan is dropped, and no plan became anything.
    left = graph(tmp_path, statements(stays=claim("came", "yard sitedIn ex:north", "realised")), "c.ttl")
    assert told(cg.diff(new, left)) == [("removed", "yard", "")]
    # It was a fact before: that a source says it in more general words is no plan that became fact.
    fact = claim("came", "yard sitedIn ex:north", "realised")
    also = claim("also", "yard locatedIn ex:north", "realised")
    assert told(cg.diff(new, graph(tmp_path, statements(came=fact, also=also), "d.ttl"))) == [("added", "yard", "")]


def test_unlike_relations_are_not_taken_for_one(tmp_path: Path) -> None:
    old = graph(tmp_path, statements(), "a.ttl")
    new = graph(tmp_path, statements(plan=claim("plan", "firm signsWith ex:north", "realised")), "b.ttl")
    assert told(cg.diff(old, new)) == [("added", "firm", ""), ("removed", "firm", "")]


def test_figures_of_which_several_could_be_meant_are_not_matched(tmp_path: Path) -> None:
    two = [claim(f"a{n}", f"south zoneArea {decimal(figure)}") for n, figure in enumerate(("1", "2"))]
    others = [claim(f"b{n}", f"south zoneArea {decimal(figure)}") for n, figure in enumerate(("3", "4"))]
    old = graph(tmp_path, [*statements(), *two], "a.ttl")
    new = graph(tmp_path, [*statements(), *others], "b.ttl")
    assert told(cg.diff(old, new)) == [("added", "south", "")] * 2 + [("removed", "south", "")] * 2


def test_figures_of_two_years_stay_two(tmp_path: Path) -> None:
    def of(name: str, figure: str, year: str) -> str:
        quote = ("old", f"{year}年")
        return claim(name, f"south zoneArea {decimal(figure)}", "realised", quote, more=f'cg:period "{year}" ;')

    old = graph(tmp_path, [*statements(), of("a", "1", "2030")], "a.ttl")
    new = graph(tmp_path, [*statements(), of("a", "1", "2030"), of("b", "2", "2031")], "b.ttl")
    assert told(cg.diff(old, new)) == [("added", "south", "")]
    corrected = graph(tmp_path, [*statements(), of("x", "3", "2030"), of("y", "2", "2031")], "c.ttl")
    (change,) = cg.diff(new, corrected)
    assert [(a.name, a.before, a.after) for a in change.aspects][:1] == [("value", "1", "3")]


def test_a_source_that_states_what_was_inferred_changes_the_evidence(tmp_path: Path) -> None:
    old = graph(tmp_path, statements(), "a.ttl")
    new = graph(tmp_path, statements(inferred=claim("inferred", "firm partOf ex:north")), "b.ttl")
    (change,) = cg.diff(old, new)
    assert change.group == "evidence"
    assert {(a.name, a.before, a.after) for a in change.aspects} >= {("basis", "inferred", "stated")}


def test_an_iri_that_is_replaced_by_a_new_one_is_the_same_thing(tmp_path: Path) -> None:
    parts = statements()
    moved = [part.replace("ex:north ", "ex:harbour ") for part in parts]
    moved.append("ex:north <http://purl.org/dc/terms/isReplacedBy> ex:harbour .")
    old, new = graph(tmp_path, parts, "a.ttl"), graph(tmp_path, moved, "b.ttl")
    assert told(cg.diff(old, new)) == [("changed", "harbour", "iri")]


def test_replacements_in_a_circle_end(tmp_path: Path) -> None:
    circle = " ".join(f"ex:{a} <http://purl.org/dc/terms/isReplacedBy> ex:{b} ." for a, b in ("pq", "qr", "rq"))
    old = graph(tmp_path, [*statements(), thing("p", "Firm", "甲")], "a.ttl")
    new = graph(tmp_path, [*statements(), thing("p", "Firm", "甲"), circle], "b.ttl")
    assert (len(cg.diff(old, new)), len(cg.diff(new, old))) == (0, 0)
    assert [(each.label, each.added) for each in cg.diff(old, new).unread] == [("dcterms:isReplacedBy", 3)]


def test_things_of_one_name_under_two_iris_are_said_and_not_compared(tmp_path: Path) -> None:
    old = graph(tmp_path, [*statements(), thing("east", "Zone", "東港區")], "a.ttl")
    new = graph(
        tmp_path, [*statements(), thing("east-2", "Zone", "东港区"), thing("east-3", "Firm", "東港區")], "b.ttl"
    )
    changes = cg.diff(old, new)
    assert [(one.iri[-4:], other.iri[-6:]) for one, other in changes.namesakes] == [("east", "east-2")]
    assert Counter(change.group for change in changes) == {"added": 2, "removed": 1}


def test_a_source_is_a_line_only_if_no_claim_shows_it(tmp_path: Path) -> None:
    source = 'ex:late a cg:Source ; skos:prefLabel "晚報 2032"@zh-Hant .'
    cited = claim("sourced", "firm makes ex:chain", "realised", ("old", "sourced"), ("late", "又說"))
    old = graph(tmp_path, statements(), "a.ttl")
    alone = graph(tmp_path, [*statements(), source], "b.ttl")
    used = graph(tmp_path, [*statements(sourced=cited), source], "c.ttl")
    assert told(cg.diff(old, alone)) == [("added", "late", "")]
    assert told(cg.diff(old, used)) == [("evidence", "firm", "new-source")]
    dated = graph(tmp_path, [*statements(), source, 'ex:late cg:quality "A" .'], "d.ttl")
    assert told(cg.diff(alone, dated)) == [("evidence", "late", "quality")]


def test_a_unit_is_told_with_its_figure_or_by_itself(tmp_path: Path) -> None:
    unit = "ex:share cg:unit cg:{} ."
    old = graph(tmp_path, [*statements(), unit.format("percent")], "a.ttl")
    new = graph(tmp_path, [*statements(), unit.format("times")], "b.ttl")
    assert told(cg.diff(old, new)) == [("changed", "share", "unit")]
    figure = claim(
        "value", f"share value {decimal('30')}", "targeted", more="cg:unit cg:times ; cg:comparator cg:atLeast ;"
    )
    both = graph(tmp_path, [*statements(value=figure), unit.format("times")], "c.ttl")
    assert told(cg.diff(old, both)) == [("changed", "share", "value")]


def test_what_no_change_shows_is_counted(tmp_path: Path) -> None:
    old = graph(tmp_path, statements(), "a.ttl")
    more = ['ex:firm skos:hiddenLabel "錨"@zh-Hant .', "ex:nameless cg:sitedIn ex:north ."]
    new = graph(tmp_path, [*statements(), *more], "b.ttl")
    changes = cg.diff(old, new)
    assert [(each.label, each.removed, each.added) for each in changes.unread] == [
        ("skos:hiddenLabel", 0, 1),
        ("cg:sitedIn", 0, 1),
    ]
    assert len(changes) == 0


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_order_prefixes_formats_and_nameless_nodes_change_nothing(tmp_path: Path, engine: str) -> None:
    parts = statements(**PLANTED)
    shuffled = random.Random(7).sample(parts, len(parts))
    body = "\n".join(shuffled)
    content = PREFIXES.replace("@prefix ex:", "@prefix zz:") + body.replace("ex:", "zz:")
    (tmp_path / "b.ttl").write_text(content, "utf-8")
    lines = serialize(parse(content.encode(), format=RdfFormat.TURTLE), format=RdfFormat.N_TRIPLES)
    assert lines
    (tmp_path / "c.nt").write_bytes(b"\n".join(sorted(lines.splitlines(), reverse=True)))
    graphs = [
        graph(tmp_path, parts, "a.ttl", engine=engine),
        cg.open(tmp_path / "b.ttl", engine=engine),
        cg.open(tmp_path / "c.nt", engine=engine),
    ]
    for one in graphs:
        for other in graphs:
            answer = cg.diff(one, other, inferred=True)
            assert (len(answer), answer.unread) == (0, ())


def test_both_engines_find_the_same(versions: tuple[cg.CityGraph, cg.CityGraph], tmp_path: Path) -> None:
    ours = [
        graph(tmp_path, each, name, engine="rdflib")
        for name, each in (("a.ttl", statements()), ("b.ttl", statements(**PLANTED)))
    ]
    assert cg.diff(*ours).changes == cg.diff(*versions).changes
    assert cg.diff(versions[0], ours[1]).changes == cg.diff(*versions).changes


def test_a_graph_without_claims_has_triples_added_removed_and_changed(tmp_path: Path) -> None:
    named = [NAMED.format(name) for name in "abc"]
    old = turtle(tmp_path, "\n".join([*named, "<urn:a> <urn:near> <urn:b> .", '<urn:a> <urn:size> "1" .']), "a.ttl")
    new = turtle(tmp_path, "\n".join([*named, "<urn:a> <urn:near> <urn:c> .", '<urn:a> <urn:size> "2" .']), "b.ttl")
    changes = cg.diff(cg.open(old), cg.open(new))
    texts = [(c.group, *(claim.object_text for claim in c.claims)) for c in changes]
    assert texts == [("changed", "1", "2"), ("added", "c"), ("removed", "b")]


def test_a_triple_that_a_source_now_states_changes_its_evidence(tmp_path: Path) -> None:
    names = [thing(name, kind, label) for name, kind, label in (("firm", "Firm", "錨廠"), ("north", "Zone", "北港區"))]
    plain = graph(tmp_path, [*names, "ex:firm cg:sitedIn ex:north ."], "a.ttl")
    said = graph(
        tmp_path,
        [
            *names,
            'ex:old a cg:Source ; skos:prefLabel "灣報" .',
            claim("c", "firm sitedIn ex:north"),
            "ex:firm cg:sitedIn ex:north .",
        ],
        "b.ttl",
    )
    assert told(cg.diff(plain, said)) == [("evidence", "firm", "status new-source basis")]


def test_filters_keep_what_either_side_has(versions: tuple[cg.CityGraph, cg.CityGraph]) -> None:
    def found(**how: object) -> list[tuple[str, str]]:
        return [(group, name) for group, name, _ in told(cg.diff(*versions, **how))]  # type: ignore[arg-type]

    assert found(kind="Target") == [("changed", "count"), ("changed", "share"), ("changed", "share")]
    assert found(relation="zoneArea") == [("changed", "north")]
    assert found(status="目標") == found(kind="Target")
    assert ("evidence", "mill") in found(source="港報 2031")
    assert ("evidence", "bay") not in found(source="灣報 2031")
    assert cg.diff(*versions, kind="Target").unfiltered == 18
    top = cg.diff(*versions, top=2)
    assert (len(top), top.total, {c.group for c in top}) == (2, 18, {"became-fact"})
    for wrong in ({"kind": "Nothing"}, {"relation": "nothing"}, {"status": "nothing"}, {"source": "nothing"}):
        with pytest.raises(cg.CityGraphError, match=r"(?i)nothing"):
            cg.diff(*versions, **wrong)  # type: ignore[arg-type]


def test_the_answer_as_json_has_the_shape_that_is_documented(versions: tuple[cg.CityGraph, cg.CityGraph]) -> None:
    shape = cg.diff(*versions).as_json()
    assert set(shape) == {"before", "after", "changes", "of", "held_back", "namesakes", "other"}
    for change in shape["changes"]:
        assert set(change) == {"group", "of", "thing", "before", "after", "aspects"}
        assert (change["before"] is None) == (change["group"] == "added")
        assert (change["after"] is None) == (change["group"] == "removed")


def test_an_endpoint_is_refused(server: str) -> None:
    with pytest.raises(cg.CityGraphError, match="an endpoint is never read whole"):
        cg.diff(cg.open(), cg.open(server))


def test_two_cities_have_nothing_in_common_but_what_has_one_iri() -> None:
    changes = cg.diff(cg.open(CITY), cg.open())
    assert {change.group for change in changes} == {"added", "removed"}
    assert "雲泊" in {change.thing.label for change in changes.of("removed")}


def mirrored(change: Change) -> tuple[str, str, tuple[tuple[str, str | None, str | None], ...]]:
    """What a change must be if the graphs are exchanged; a thing that became another goes by its name."""
    aspects = sorted((MIRRORED.get(a.name, a.name), a.after, a.before) for a in change.aspects)
    return MIRRORED.get(change.group, change.group), said(change), tuple(aspects)


def plainly(change: Change) -> tuple[str, str, tuple[tuple[str, str | None, str | None], ...]]:
    aspects = sorted((a.name, a.before, a.after) for a in change.aspects)
    return change.group, said(change), tuple(aspects)


def said(change: Change) -> str:
    sides = [
        f"{side.relation.iri} {side.object_text}" if isinstance(side, Claim) else side.kind
        for side in (change.before, change.after)
        if side is not None
    ]
    return " ".join(sorted(sides))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.sets(st.sampled_from(sorted(PLANTED))),
    st.sets(st.sampled_from(sorted(PLANTED))),
    st.sets(st.sampled_from([part for part in statements() if part.startswith("ex:claim")]), max_size=4),
)
def test_the_way_back_is_the_mirror_of_the_way_there(
    tmp_path: Path, first: set[str], second: set[str], dropped: set[str]
) -> None:
    old = graph(tmp_path, [p for p in statements(**{key: PLANTED[key] for key in first}) if p not in dropped], "a.ttl")
    new = graph(tmp_path, statements(**{key: PLANTED[key] for key in second}), "b.ttl")
    there, back = cg.diff(old, new, inferred=True), cg.diff(new, old, inferred=True)
    assert Counter(map(plainly, back)) == Counter(map(mirrored, there))
    assert len(cg.diff(old, old, inferred=True)) == len(cg.diff(new, new, inferred=True)) == 0
    assert {(u.iri, u.removed, u.added) for u in there.unread} == {(u.iri, u.added, u.removed) for u in back.unread}


TRIPLE = st.tuples(st.sampled_from("abc"), st.sampled_from("pq"), st.sampled_from(["<urn:a>", "<urn:b>", '"1"', '"2"']))


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sets(TRIPLE, max_size=6), st.sets(TRIPLE, max_size=6))
def test_the_triples_of_any_two_graphs_are_all_accounted_for(
    tmp_path: Path, first: set[tuple[str, str, str]], second: set[tuple[str, str, str]]
) -> None:
    def opened(triples: set[tuple[str, str, str]], name: str) -> cg.CityGraph:
        lines = [NAMED.format(each) for each in "abc"] + [f"<urn:{s}> <urn:{p}> {o} ." for s, p, o in triples]
        return cg.open(turtle(tmp_path, "\n".join(lines), name))

    def triple(claim: Claim) -> tuple[str, str, str]:
        what = f'"{claim.object.value}"' if isinstance(claim.object, cg.Value) else f"<{claim.object.iri}>"
        return claim.subject.iri[4:], claim.relation.iri[4:], what

    old, new = opened(first, "a.ttl"), opened(second, "b.ttl")
    changes = cg.diff(old, new)
    assert {triple(c.before) for c in changes if isinstance(c.before, Claim)} == first - second
    assert {triple(c.after) for c in changes if isinstance(c.after, Claim)} == second - first
    assert Counter(map(plainly, cg.diff(new, old))) == Counter(map(mirrored, changes))
