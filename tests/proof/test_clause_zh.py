"""What a Chinese clause speaks of."""

from __future__ import annotations

import pytest

from support.proving import reading


def topics(text: str) -> list[str]:
    return [text[spot.start : spot.end] for spot in reading(text).topics.spots(1) if spot.topic]


def governed(text: str) -> list[str]:
    return [text[spot.start : spot.end] for spot in reading(text).topics.spots(1) if spot.governed]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("明光集团支持西山产业园。", ["明光集团"]),
        ("此外，明光集团扩产。", ["明光集团"]),
        ("同时明光集团扩产。", ["明光集团"]),
        ("在云河市，明光集团扩产。", ["明光集团"]),
        ("支持西山产业园。", []),
        ("以明光集团为例，效益很好。", ["明光集团"]),
        ("这使明光集团扩产。", ["明光集团"]),
        ("供应商明光集团扩产。", ["明光集团"]),
        ("明光集团、海岳公司扩产。", ["明光集团", "海岳公司"]),
        ("（明光集团）扩产。", []),
    ],
)
def test_a_clause_speaks_of_the_name_that_nothing_governs(text: str, found: list[str]) -> None:
    assert topics(text) == found


@pytest.mark.parametrize("word", ["由", "在", "对", "为", "向"])
def test_a_preposition_governs_the_name_behind_it(word: str) -> None:
    assert governed(f"{word}明光集团提供服务。") == ["明光集团"]
    assert topics(f"{word}明光集团提供服务。") == []


def test_a_verb_that_ends_like_a_preposition_is_none() -> None:
    assert governed("得以明光集团为先。") == []


def test_a_person_speaks_for_his_firm_and_a_title_alone_describes() -> None:
    spots = reading("明光集团董事长方怀德表示，效益很好。").topics.spots(1)
    assert spots[0].topic
    assert spots[1].topic
    spots = reading("明光集团董事长方怀德到场。").topics.spots(1)
    assert [spot.topic for spot in spots] == [False, True]
