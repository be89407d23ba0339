"""A picture with too much in it is refused, with what to leave out."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.diagrams.limits import LONGEST
from support.graphs import graph_of
from support.pages import texts


def test_a_picture_that_nobody_can_read_is_refused_with_what_to_leave_out(city: cg.CityGraph) -> None:
    whole = cg.diagram(city, "太原", every=True)
    ends = {end.iri for claim in cg.claims(city, "太原") for end in claim.ends}
    assert whole.things == len(ends) > 100
    refused = r"The diagram would have \d+ entities; more than 60 .*--avoid-kind \S+ .*--all"
    with pytest.raises(cg.CityGraphError, match=refused):
        cg.diagram(city, "太原", "太鋼")
    with pytest.raises(cg.CityGraphError, match=r"Leave some out: --avoid 太原 \(\d+ edges\)"):
        cg.diagram(city, "太鋼", hops=2)
    without = cg.diagram(city, "太鋼", hops=2, avoid=["太原"], every=True)
    assert without.things < whole.things
    assert "太原" not in texts(without.svg)
    for kind in ("舉措", "項目"):
        assert cg.diagram(city, "太原", avoid_kinds=[kind], every=True).things < whole.things


def test_what_no_layout_can_place_is_refused_with_a_way_on(tmp_path: Path) -> None:
    claims = (
        f"<urn:c{at}> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:supports ; rdf:object <urn:t{at}> ;"
        " cg:status cg:planned ; cg:basis cg:stated ."
        for at in range(2_100)
    )
    file = tmp_path / "large.ttl"
    head = (
        "@prefix cg: <https://w3id.org/citygraph/ontology#> ."
        " @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ."
    )
    name = "<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> 'hub' ."
    file.write_text("\n".join([head, name, *claims]), "utf-8")
    with pytest.raises(
        cg.CityGraphError, match=r"The diagram would have 2,101 entities; the limit is 2,000.*city\.graphml"
    ):
        cg.diagram(cg.open(file), "hub", every=True)


def test_a_hub_is_offered_to_be_avoided_unless_it_is_what_was_asked_for(tmp_path: Path) -> None:
    city = graph_of(tmp_path, *(("hub", f"leaf{at}") for at in range(70)))
    with pytest.raises(cg.CityGraphError, match=r"--avoid hub \(70 edges\)"):
        cg.diagram(city, "leaf1", hops=2)
    with pytest.raises(cg.CityGraphError, match="more than 60") as error:
        cg.diagram(city, "hub", hops=2)
    assert "--avoid hub" not in str(error.value)


def test_an_offer_with_spaces_can_be_pasted_into_a_command(tmp_path: Path) -> None:
    graph_of(tmp_path, *(("hub", f"leaf{at}") for at in range(70)))
    file = tmp_path / "graph.ttl"
    file.write_text(file.read_text("utf-8").replace('"hub"', '"steel works"'), "utf-8")
    with pytest.raises(cg.CityGraphError, match=r'--avoid "steel works" \(70 edges\)'):
        cg.diagram(cg.open(file), "leaf1", hops=2)


def test_a_label_that_is_too_long_to_draw_is_cut_with_a_mark(tmp_path: Path) -> None:
    drawn = cg.diagram(graph_of(tmp_path, ("鋇" * 200_000, "b"), ("鎘" * LONGEST, "b")), "b")
    shown = "".join(texts(drawn.svg))
    assert shown.count("鋇") == LONGEST
    assert shown.count("鎘") == LONGEST
    assert shown.count("…") == 1
    assert drawn.png().startswith(b"\x89PNG")


def test_what_no_xml_can_hold_is_drawn_as_a_dot(tmp_path: Path) -> None:
    file = tmp_path / "a.nt"
    name = "<http://www.w3.org/2000/01/rdf-schema#label>"
    file.write_text(f'<urn:a> {name} "B\\uFFFE\\uFFFF" .\n<urn:a> <urn:k> <urn:b> .\n<urn:b> {name} "b" .\n', "utf-8")
    assert "B··" in texts(cg.diagram(cg.open(file), "b").svg)


def test_a_view_cuts_long_labels_too(tmp_path: Path) -> None:
    file = tmp_path / "chain.ttl"
    file.write_text(
        f"""@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<urn:a> a cg:Chain ; skos:prefLabel "{"鋇" * 20_000}"@zh-Hant ; cg:hasSegment <urn:b> .
<urn:b> a cg:Segment ; skos:prefLabel "段"@zh-Hant .""",
        "utf-8",
    )
    shown = cg.diagram(cg.open(file), view="chains").svg
    assert "段" in shown
    assert shown.count("鋇") == LONGEST
