"""The city that ships hangs together: chains of claims lead from offices to the city and from positionings to firms."""

from __future__ import annotations

import cityGraph as cg
from cityGraph.model.paths import Hop
from cityGraph.namespaces import local

CITY = "太原"
SET, LEADER = "六地", "太鋼"


def objects(city: cg.CityGraph, relation: str, *, inferred: bool = False) -> dict[str, list[cg.Entity]]:
    """By the IRI of each subject, what the relation leads to."""
    found: dict[str, list[cg.Entity]] = {}
    for claim in cg.claims(city, inferred=inferred):
        if local(claim.relation.iri) == relation and isinstance(claim.object, cg.Entity):
            found.setdefault(claim.subject.iri, []).append(claim.object)
    return found


def things(city: cg.CityGraph, kind: str) -> dict[str, cg.Entity]:
    return {end.iri: end for claim in cg.claims(city, inferred=True) for end in claim.ends if end.kind == kind}


def hops(found: cg.Paths) -> list[Hop]:
    return [hop for path in found for hop in path.hops]


def test_each_office_is_of_a_body_or_a_place_and_each_body_of_that_kind_of_a_place(city: cg.CityGraph) -> None:
    offices, bodies = objects(city, "officeOf"), objects(city, "bodyOf", inferred=True)
    assert set(offices) == set(things(city, "Office"))
    for end in (end for ends in offices.values() for end in ends):
        assert end.kind != "Organisation" or end.iri in bodies, end.label


def test_who_holds_an_office_of_the_city_is_connected_with_it_by_what_sources_say(city: cg.CityGraph) -> None:
    holders = objects(city, "holdsOffice")
    for person in things(city, "Person").values():
        (best, *_) = cg.paths(city, person.label, CITY, top=1)
        assert local(best.hops[0].relation.iri) == "holdsOffice"
        assert best.hops[0].object in holders[person.iri]
        assert all(hop.basis in ("stated", "resolved") for hop in best.hops)


def test_a_path_leads_from_the_positionings_to_the_leader_of_a_chain_without_the_city(city: cg.CityGraph) -> None:
    found = cg.paths(city, SET, LEADER, avoid=[CITY], inferred=True)
    assert found
    assert all(CITY not in [thing.label for thing in path.things] for path in found)


def test_the_path_through_the_list_of_chains_rests_on_inference_where_no_source_joins_two_lists(
    city: cg.CityGraph,
) -> None:
    (path,) = cg.paths(city, SET, LEADER, avoid=[CITY], via=["“1233”重點產業鏈"], inferred=True, top=1)
    walked = {local(hop.relation.iri): hop for hop in path.hops}
    assert set(walked) == {"memberOf", "pursuedThrough", "relatesTo", "chainLeaderOf"}
    assert walked["relatesTo"].basis == "inferred"
    assert walked["relatesTo"].because
    assert walked["pursuedThrough"].evidence
    assert walked["chainLeaderOf"].evidence
    assert "inferred" in path.warnings


def test_without_inference_no_step_is_inferred(city: cg.CityGraph) -> None:
    stated = hops(cg.paths(city, SET, LEADER, avoid=[CITY], top=10))
    assert all(hop.basis != "inferred" and hop.evidence for hop in stated)
    asked = hops(cg.paths(city, SET, LEADER, avoid=[CITY], top=10, inferred=True))
    assert any(hop.basis == "inferred" for hop in asked)


def test_from_the_positionings_through_a_chain_and_its_firm_to_a_zone(city: cg.CityGraph) -> None:
    roles = objects(city, "chainLeaderOf") | objects(city, "worksIn", inferred=True)
    sites = {firm: [end for end in ends if end.kind == "Zone"] for firm, ends in objects(city, "sitedIn").items()}
    both = [firm for firm in sorted(roles) if sites.get(firm)]
    via, ends = ["“1233”重點產業鏈"], []
    for firm in both:
        zone = sites[firm][0]
        found = cg.paths(city, SET, zone.iri, avoid=[CITY], via=[*via, firm], inferred=True, top=1, max_hops=8)
        for path in found:
            kinds = [thing.kind for thing in path.things]
            assert "Chain" in kinds[kinds.index("NamedSet", 1) :]
            ends.append(path.things[-1].iri)
    assert len(set(ends)) > 1


def test_a_positioning_that_sources_tie_to_something_leads_on_and_of_the_others_none_is_made_up(
    city: cg.CityGraph,
) -> None:
    members = objects(city, "memberOf", inferred=True)
    named = [thing for iri, thing in things(city, "Positioning").items() if SET in {o.label for o in members[iri]}]
    assert len(named) == 6
    means = {claim.subject.iri: claim for claim in cg.claims(city) if local(claim.relation.iri) == "pursuedThrough"}
    assert 0 < len([thing for thing in named if thing.iri in means]) < len(named)
    for thing in named:
        near = cg.neighbors(city, thing.label)
        own = [
            n for n in near if local(n.relation.iri) not in ("hasPositioning", "coreFunction", "focusesOn", "memberOf")
        ]
        assert bool(own) >= (thing.iri in means)
        assert all(n.basis != "inferred" and n.evidence for n in own)
