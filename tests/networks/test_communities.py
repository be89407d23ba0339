"""The verb communities: groups that belong together."""

from __future__ import annotations

import cityGraph as cg


def test_communities_are_named_by_their_most_central_members(city: cg.CityGraph) -> None:
    answer = cg.communities(city)
    assert answer.modularity > 0.8
    assert [len(group) for group in answer] == sorted(map(len, answer), reverse=True)
    assert sum(map(len, answer)) == cg.central(city).things
    tracks = next(group for group in answer if any(member.label == "低空經濟" for member in group.members))
    assert tracks.name.startswith("6條優勢賽道")
    assert cg.communities(city) == answer


def test_a_seed_may_be_any_number(city: cg.CityGraph) -> None:
    for seed in (-5, 10**20):
        assert cg.communities(city, seed=seed).modularity > 0.8
