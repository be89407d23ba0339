"""The answers of neighbors, claims, show and about as text."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.render.graph import MANY, claims_text, neighbors_text, shown_text
from cityGraph.render.words import WORDS
from support.nouns import (
    CITY,
    FIRM,
    SITED,
    STRANGERS,
    SUPPORTS,
    ZONE,
    article,
    check_text,
    claim,
    passage,
    strange_claims,
)
from support.process import LANGUAGES
from support.strange import widths

WIDE = 120


def near(thing: cg.Entity, relation: cg.Relation, direction: str = "out", hops: int = 1, **more: object) -> cg.Neighbor:
    return cg.Neighbor(thing, relation, direction, hops, "planned", "stated", CITY, (article("支持"),)).replace(**more)


def neighbors(*several: cg.Neighbor, **more: object) -> cg.Neighbors:
    return cg.Neighbors(CITY, ("Yunbo",), several, 0).replace(**more)


@pytest.mark.parametrize("language", LANGUAGES)
def test_neighbors_stand_by_relation_under_one_heading_each(language: str) -> None:
    words = WORDS[language]
    answer = neighbors(near(FIRM, SUPPORTS), near(ZONE, SUPPORTS), near(FIRM, SITED, "in", status="realised"))
    lines = neighbors_text(answer, language, WIDE).splitlines()
    assert lines[0].startswith("雲泊 · 城市 · Yunbo ")
    assert lines[0].endswith(words["neighbors"].format(n=3))
    assert [line for line in lines if line and not line.startswith(" ")][1:3] == ["支持 →", "位於 ←"]
    assert lines[2].startswith(f"  {words['status'][1]}")
    assert ("錨鏈廠" in lines[2], "北港園區" in lines[3]) == (True, True)
    assert lines[5].startswith(f"  {words['status'][0]}")
    assert lines[-1] == "本文：灣報 2031-05-09 https://example.org/b"


def test_a_neighbor_farther_away_says_how_far_and_through_what() -> None:
    words = WORDS["zh-Hant"]
    text = neighbors_text(neighbors(near(FIRM, SUPPORTS, hops=2, via=ZONE)), "zh-Hant", WIDE)
    heading = f"{words['hop'].format(n=2)} · {words['via'].format(name='北港園區')} · 支持 →"
    assert heading in text.splitlines()


def test_inferred_neighbors_are_marked_and_those_left_out_counted() -> None:
    words = WORDS["zh-Hant"]
    shown = neighbors_text(neighbors(near(FIRM, SUPPORTS, basis="inferred", because="同名")), "zh-Hant", WIDE)
    assert f"  {words['status'][3]}" in shown
    assert f"{words['because']}同名" in shown
    held = words["held_back"].format(n=4)
    assert held in neighbors_text(neighbors(held_back=4), "zh-Hant", WIDE).splitlines()[0]
    assert held.replace("4", "0") not in neighbors_text(neighbors(), "zh-Hant", WIDE)


def test_a_filter_that_left_nothing_is_named_below() -> None:
    said = WORDS["en"]["emptied"].format(filter="--kind")
    assert neighbors_text(neighbors(emptied="kind"), "en", WIDE).splitlines()[-1] == said
    assert claims_text(cg.Claims(None, (), "kind"), "en", WIDE).splitlines()[-1] == said


def test_claims_of_a_thing_have_its_name_above_and_those_of_all_only_their_number() -> None:
    said = (
        claim(CITY, SUPPORTS, FIRM, article("支持")),
        claim(CITY, SITED, ZONE, passage("在北港"), status="realised"),
    )
    words = WORDS["en"]
    of_city, of_all = (claims_text(cg.Claims(who, said), "en", WIDE).splitlines() for who in (CITY, None))
    assert of_city[0].startswith("雲泊 · 城市 ")
    assert of_city[0].endswith("2 claims")
    assert of_all[0] == "2 claims"
    assert of_city[1:] == of_all[1:]
    assert ["雲泊 支持 錨鏈廠" in line for line in of_all] == [False, True, *[False] * (len(of_all) - 2)]
    assert of_all[2].startswith(f"  {words['status'][0]}")


def test_many_neighbors_are_summed_up_unless_all_are_wanted_or_one_relation_is_left() -> None:
    words = WORDS["zh-Hant"]
    firms = [FIRM.replace(iri=f"urn:{n}", label=f"廠{n:02}") for n in range(MANY)]
    several = neighbors(*(near(firm, SUPPORTS) for firm in firms), near(ZONE, SITED, "in", status="realised"))
    text = neighbors_text(several, "zh-Hant", 80)
    head, heading, first, other, one, *_, last = text.splitlines()
    assert head.endswith(words["neighbors"].format(n=MANY + 1))
    assert (heading, other) == (f"支持 → · {MANY}", "位於 ← · 1")
    assert first.split(None, 1) == [words["status"][1], "廠00 · 廠01 · 廠02 · 廠03 · 廠04 · …"]
    assert one.split() == [words["status"][0], "北港園區"]
    assert "--all" in last
    assert "--relation urn:supports" in text
    everything = neighbors_text(several, "zh-Hant", 80, everything=True)
    of_one = neighbors_text(neighbors(*several.neighbors[:MANY], near(FIRM, SUPPORTS)), "zh-Hant", 80)
    for full in (everything, of_one):
        assert f"廠{MANY - 1}" in full
        assert "--all" not in full


def test_show_has_names_by_role_and_language_facts_and_who_says_them() -> None:
    words = WORDS["zh-Hant"]
    names = (
        cg.Naming("錨鏈廠", "zh-Hant", "prefLabel"),
        cg.Naming("Anchor Works", "en", "altLabel"),
        cg.Naming("AW", "en", "altLabel"),
        cg.Naming("Máoliàn", "zh-Latn-pinyin", "altLabel"),
        cg.Naming("Ankerwerk", "de", "altLabel"),
    )
    fact = claim(FIRM, cg.Relation("urn:r", "面積"), cg.Value("7", "urn:d"), article("面積七畝"), status="realised")
    works = FIRM.replace(iri="https://w3id.org/citygraph/id/taiyuan/anchor")
    answer = cg.Shown(works, names, (fact,), 3, (cg.Entity("urn:s", "港報", "Source", ""), ZONE), curie="ty:anchor")
    lines = shown_text(answer, "zh-Hant", WIDE).splitlines()
    assert lines[0] == "錨鏈廠 · 企業 · ty:anchor"
    assert lines[1].split() == [words["name_roles"]["prefLabel"], "繁體", "錨鏈廠"]
    assert lines[2].split(None, 2)[2] == "Anchor Works · AW"
    assert [line.split()[1] for line in lines[3:5]] == ["拼音", "de"]
    assert words["facts"] in lines
    assert any("錨鏈廠 面積 7" in line for line in lines)
    assert words["neighbors"].format(n=3) in lines
    assert f"{words['said_by']}  港報 · 北港園區" in lines
    assert lines[-1] == "本文：灣報 2031-05-09 https://example.org/b"
    bare = shown_text(cg.Shown(FIRM, (), (), 0, ()), "zh-Hant", WIDE)
    assert words["facts"] not in bare
    assert words["said_by"] not in bare


@widths
@given(st.integers(40, 120), st.sampled_from(LANGUAGES))
@example(40, "zh-Hant")
@example(120, "en")
def test_answers_on_any_text_fit_any_width_and_command_no_terminal(columns: int, language: str) -> None:
    claims = strange_claims()
    several = tuple(
        cg.Neighbor(
            each.subject,
            each.relation,
            "in",
            2,
            each.status,
            each.basis,
            each.subject,
            each.evidence,
            each.qualifiers,
            (each.subject,),
            because=each.because,
            rests_on=each.rests_on,
        )
        for each in claims
    )
    strange = STRANGERS[3]
    names = tuple(cg.Naming(each.label, each.label[:8], "altLabel") for each in STRANGERS)
    counts = {each.label: 1 for each in STRANGERS}
    texts = [
        neighbors_text(cg.Neighbors(strange, tuple(counts), several, 2, "kind"), language, columns),
        claims_text(cg.Claims(strange, claims), language, columns),
        shown_text(cg.Shown(strange, names, claims, 2, STRANGERS), language, columns),
    ]
    for text in texts:
        check_text(text, columns)
