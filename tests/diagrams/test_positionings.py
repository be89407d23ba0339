"""The view `positioning`: one connected picture from a city to the zones, and what has no source is said or grey."""

from __future__ import annotations

from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.diagrams.positionings import positioning
from cityGraph.diagrams.scene import Scene
from support.samples import turtle

THINGS = """
ex:city a cg:City ; skos:prefLabel "瀾陵"@zh-Hant .
ex:twin a cg:City ; skos:prefLabel "桐汀"@zh-Hant .
ex:port a cg:Positioning ; skos:prefLabel "深水母港"@zh-Hant .
ex:quiet a cg:Positioning ; skos:prefLabel "靜海名城"@zh-Hant .
ex:other a cg:Positioning ; skos:prefLabel "內河門戶"@zh-Hant .
ex:set a cg:NamedSet ; skos:prefLabel "兩城"@zh-Hant .
ex:list a cg:NamedSet ; skos:prefLabel "三條產業鏈"@zh-Hant .
ex:hulls a cg:Chain ; skos:prefLabel "船體產業鏈"@zh-Hant .
ex:sonar a cg:Chain ; skos:prefLabel "聲納產業鏈"@zh-Hant .
ex:far a cg:Chain ; skos:prefLabel "鄰省船體產業鏈"@zh-Hant .
ex:farther a cg:Chain ; skos:prefLabel "再鄰省船體產業鏈"@zh-Hant .
ex:idle a cg:Industry ; skos:prefLabel "漁具產業"@zh-Hant .
ex:glass a cg:Industry ; skos:prefLabel "光學玻璃產業"@zh-Hant .
ex:foundry a cg:Firm ; skos:prefLabel "澤嶼鑄機"@zh-Hant .
ex:lamp a cg:Firm ; skos:prefLabel "汀蘭光電"@zh-Hant .
ex:zone a cg:Zone ; skos:prefLabel "鷺洲新區"@zh-Hant .
ex:park a cg:Zone ; skos:prefLabel "楓浦產業園"@zh-Hant .
ex:dock a cg:Zone ; skos:prefLabel "船塢園"@zh-Hant .
ex:page a cg:Source ; skos:prefLabel "瀾陵港報"@zh-Hant .
"""
TRIPLES = """
city hasPositioning port, city hasPositioning quiet, city hasPositioning set, twin hasPositioning other,
port memberOf set, port pursuedThrough list, port pursuedThrough zone, hulls memberOf list, sonar memberOf list,
foundry chainLeaderOf hulls, foundry worksIn hulls, foundry sitedIn dock, lamp spearheads glass, lamp worksIn far,
lamp worksIn farther, zone cultivates glass, zone cultivates idle, park gathers hulls, farther relatesTo far
"""
SPLIT = [triple.split() for triple in TRIPLES.split(",")]
PLAIN = "\n".join(f"ex:{one} cg:{relation} ex:{other} ." for one, relation, other in SPLIT)
CLAIM = """ex:claim-{at} a cg:Claim ; rdf:subject ex:{one} ; rdf:predicate cg:{relation} ; rdf:object ex:{other} ;
    cg:status cg:realised ; {basis} .
"""
STATED = 'cg:basis cg:stated ; cg:evidence [ a cg:Passage ; oa:hasSource ex:page ; cg:phrase "深水" ]'
CLAIMS = "".join(
    CLAIM.format(at=at, one=one, relation=relation, other=other, basis=STATED)
    for at, (one, relation, other) in enumerate(SPLIT)
)
INFERRED = CLAIM.format(
    at="inferred",
    one="far",
    relation="relatesTo",
    other="hulls",
    basis='cg:basis cg:inferred ; cg:because "同為船體"@zh-Hant',
)


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    return cg.open(turtle(tmp_path_factory.mktemp("view"), THINGS + CLAIMS + INFERRED))


def scene_of(city: cg.CityGraph, *asked: str, inferred: bool = False) -> Scene:
    return positioning(city, asked, list(cg.claims(city, inferred=inferred)))


def arrows(scene: Scene) -> set[tuple[str, str, str]]:
    """Each arrow, as the local names of its ends and its words."""
    ends = {edge: [end.rsplit("/")[-1] for end in edge[:2]] for edge in scene.edges if edge.relation}
    return {(start, end, edge.label) for edge, (start, end) in ends.items()}


def rows(scene: Scene, local: str) -> list[tuple[str, int]]:
    panel = scene.panels[f"https://example.org/{local}"]
    return [(row.words, row.depth) for row in panel.rows]


def reached(scene: Scene, start: str) -> set[str]:
    """What the arrows lead to from one end, in their own direction."""
    found, frontier = {start}, {start}
    while frontier:
        frontier = {edge.end for edge in scene.edges if edge.relation and edge.start in frontier} - found
        found |= frontier
    return found


def test_a_positioning_leads_through_lists_and_zones_to_chains_firms_and_zones(graph: cg.CityGraph) -> None:
    scene = scene_of(graph)
    ways = {
        ("city", "port"), ("city", "quiet"), ("city", "set"), ("set", "port"), ("twin", "other"), ("port", "list"),
        ("port", "zone"), ("list", "hulls"), ("list", "sonar"), ("hulls", "park"), ("zone", "glass"),
    }  # fmt: skip
    assert {arrow[:2] for arrow in arrows(scene)} == ways


def test_an_arrow_against_its_claim_has_the_inverse_words(graph: cg.CityGraph) -> None:
    words = {arrow[:2]: arrow[2] for arrow in arrows(scene_of(graph))}
    labels = {claim.relation.iri.rsplit("#")[-1]: claim.relation.label for claim in cg.claims(graph)}
    assert words["port", "list"] == labels["pursuedThrough"]
    assert words["list", "hulls"] != labels["memberOf"]
    assert words["zone", "glass"] == labels["cultivates"]
    assert words["hulls", "park"] != labels["gathers"]


def test_a_panel_names_each_firm_once_with_its_first_role_and_its_site(graph: cg.CityGraph) -> None:
    (firm, site) = rows(scene_of(graph), "hulls")
    assert firm[0].endswith(" 澤嶼鑄機")
    assert firm[1] == 0
    works = rows(scene_of(graph, inferred=True), "far")[0][0].removesuffix("汀蘭光電")
    assert firm[0].removesuffix("澤嶼鑄機") != works
    assert site == ("船塢園", 1)


def test_a_chain_without_firms_is_drawn_alone_and_an_industry_that_only_a_zone_names_is_left_out(
    graph: cg.CityGraph,
) -> None:
    scene = scene_of(graph)
    assert "https://example.org/sonar" in scene.things
    assert not any("idle" in end for edge in scene.edges for end in edge[:2])


def test_chains_are_followed_by_inference_for_one_step_in_grey_and_only_when_asked(graph: cg.CityGraph) -> None:
    assert not any("far" in end for edge in scene_of(graph).edges for end in edge[:2])
    scene = scene_of(graph, inferred=True)
    (grey,) = [edge for edge in scene.edges if edge.line == "inferred"]
    assert (grey.start, grey.end) == ("https://example.org/hulls", "https://example.org/far")
    assert grey.because == "同為船體"
    assert not any("farther" in end for edge in scene.edges for end in edge[:2])
    assert rows(scene, "far")[0][0].endswith(" 汀蘭光電")


def test_of_a_positioning_that_nothing_serves_it_is_said(graph: cg.CityGraph) -> None:
    scene = scene_of(graph)
    assert [key.rsplit("/")[-1] for key in scene.panels if key.endswith(" bare")] == ["other bare", "quiet bare"]


def test_one_city_alone(graph: cg.CityGraph) -> None:
    scene = scene_of(graph, "桐汀")
    assert [thing.label for thing in scene.things.values()] == ["桐汀", "內河門戶"]
    assert scene.asked == {"https://example.org/twin"}


def test_a_list_that_contains_itself_and_chains_in_a_ring_come_to_an_end(tmp_path: Path) -> None:
    ring = "ex:list cg:memberOf ex:list . ex:hulls cg:relatesTo ex:sonar . ex:sonar cg:relatesTo ex:hulls , ex:sonar ."
    scene = scene_of(cg.open(turtle(tmp_path, THINGS + PLAIN + ring)))
    assert {("hulls", "sonar"), ("sonar", "hulls"), ("sonar", "sonar")} <= {arrow[:2] for arrow in arrows(scene)}


def test_a_graph_without_claims_is_drawn_alike_with_visible_arrows(graph: cg.CityGraph, tmp_path: Path) -> None:
    bare = cg.open(turtle(tmp_path, THINGS + PLAIN))
    assert arrows(scene_of(bare)) == arrows(scene_of(graph))
    dot = cg.diagram(bare, view="positioning").dot
    assert dot.count("invis") == 2  # only what places the two panels that say that nothing serves


def test_the_city_that_ships_is_one_picture(city: cg.CityGraph) -> None:
    for inferred in (False, True):
        scene = scene_of(city, inferred=inferred)
        (start,) = scene.asked
        drawn = {end for edge in scene.edges if edge.relation for end in (edge.start, edge.end)}
        assert reached(scene, start) == drawn
        firms = [row.thing for panel in scene.panels.values() for row in panel.rows if row.thing]
        assert {"Firm", "LegalEntity", "Zone"} <= {thing.kind for thing in firms}
        assert {"Zone", "Chain", "NamedSet"} <= {thing.kind for thing in scene.things.values()}
        grey = [edge for edge in scene.edges if edge.line == "inferred"]
        assert bool(grey) is inferred
        assert all(edge.because for edge in grey)
