"""The verb dossier: everything known and unknown about some things."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

import cityGraph as cg
from cityGraph.escape import one_line
from cityGraph.render.figures import object_text
from cityGraph.render.words import WORDS
from support.pages import every, opened, parsed, shown, told
from support.process import ENGINES
from support.samples import port_graph, two_figures

NAMES = ["太鋼", "百信", "清徐開發區", "特鋼材料產業鏈", "制造業佔比目標"]


@pytest.mark.parametrize("name", [*NAMES, "太原"])
@pytest.mark.parametrize("inferred", [False, True])
def test_every_claim_stands_in_both_settings_with_its_words(city: cg.CityGraph, name: str, inferred: bool) -> None:
    found = cg.dossier(city, name, inferred=inferred)
    page, text = told(parsed(found.html())), shown(found.markdown())
    for claim in cg.claims(city, name, inferred=inferred):
        for passage in claim.evidence:
            assert one_line(passage.phrase) in page
            assert one_line(passage.phrase) in text
        for word in (
            object_text(claim, WORDS["zh-Hant"]),
            claim.because or "",
            *(q.text for q in claim.qualifiers if q.name == "purpose"),
        ):
            assert one_line(word) in page
            assert one_line(word) in text


def test_a_tie_is_told_with_its_direction_status_basis_words_and_mates(city: cg.CityGraph) -> None:
    (part,) = cg.dossier(city, "太鋼").parts
    (group,) = [group for group in part.edges if group.label == "受…重點支持 ←"]
    (row,) = group.rows
    assert (row.name, row.kind, row.status, row.status_label) == ("太原", "城市", "planned", "規劃")
    assert row.mates == ("太重", "太鍋", "山西電機", "中車太原")
    ((basis, notes, quote),) = [(claim.basis, claim.notes, claim.quotes[0]) for claim in row.claims]
    assert (basis, notes, quote.words, quote.paragraph) == ("補全", ("目的：「加快智改數轉」",), "重點支持太鋼", 13)
    assert quote.url is not None
    assert quote.url.startswith("http://sx.people.com.cn/")
    assert "#:~:text=" in quote.url


def test_the_names_stand_by_language_and_those_of_a_source_with_its_words(city: cg.CityGraph) -> None:
    (part,) = cg.dossier(city, "太鋼").parts
    assert [(tag, spelled) for _, tag, spelled in part.names] == [
        ("zh-Hant", ("太鋼",)),
        ("zh-Hans", ("太钢",)),
        ("zh-Latn-pinyin", ("Tàigāng",)),
        ("en", ("Taiyuan Iron & Steel (Taigang)", "Taigang", "Taiyuan Iron & Steel")),
    ]
    assert [row.name for group in part.name_claims for row in group.rows] == [
        "太钢集团",
        "TISCO",
    ]


def test_a_target_is_told_with_its_figure_unit_and_year(city: cg.CityGraph) -> None:
    (part,) = cg.dossier(city, "太原", statuses=["targeted"]).parts
    (row,) = [row for group in part.figures for row in group.rows if row.name == "招商落地開工投資目標"]
    values = "；".join(filter(None, (claim.value for claim in row.claims)))
    assert values == "年限：2025；衡量指標為：招商落地開工投資；數值：≥1,000億元"
    own = cg.dossier(city, "招商落地開工投資目標").parts[0]
    assert "≥1,000億元" in [row.name for group in own.figures for row in group.rows]


def test_sources_that_disagree_are_told_beside_each_other(tmp_path: Path, city: cg.CityGraph) -> None:
    found = cg.dossier(port_graph(tmp_path, two_figures()), "錨鏈廠")
    for text in (told(parsed(found.html())), shown(found.markdown())):
        assert "來源說法不一，其他來源為：1.5億元" in text
        assert "來源說法不一，其他來源為：3億元" in text
    # The area of a plan of 2017 does not contradict the area that was approved.
    assert "62.7平方公里" in shown(cg.dossier(city, "清徐開發區").markdown())
    assert "說法不一" not in cg.dossier(city, "清徐開發區").markdown()


def test_what_is_inferred_is_counted_or_asked_for_with_its_reason_and_its_sources(city: cg.CityGraph) -> None:
    without, whole = cg.dossier(city, "太鋼"), cg.dossier(city, "太鋼", inferred=True)
    assert without.parts[0].held_back == cg.neighbors(city, "太鋼").held_back == 4
    assert "另有 4 條推斷，沒有列入。" in without.markdown()
    assert whole.parts[0].held_back == 0
    rows = [row for group in whole.parts[0].edges for row in group.rows]
    reasons = [claim for row in rows for claim in row.claims if claim.because]
    assert len(reasons) == 4
    assert all(claim.rests_on for claim in reasons)
    assert {number for claim in reasons for number in claim.rests_on} <= {source.number for source in whole.sources}
    assert "推斷" in dict(whole.legend)
    assert "推斷" not in dict(without.legend)


def test_what_no_source_says_is_what_gaps_finds(city: cg.CityGraph) -> None:
    iri = cg.resolve(city, "晶科").iri
    for inferred in (False, True):
        found = cg.dossier(city, "晶科", inferred=inferred).parts[0].missing
        gaps = cg.gaps(city, iri, inferred=inferred)
        assert [(m.expects, m.question, m.filled) for m in found] == [
            (gap.expects, gap.question, tuple(getattr(each, "label", "") for each in gap.filled)) for gap in gaps
        ]
    assert "可由推斷補上：" in cg.dossier(city, "晶科", inferred=True).markdown()


def test_statuses_and_sources_narrow_what_is_told_and_the_page_says_so(city: cg.CityGraph) -> None:
    planned = cg.dossier(city, "太鋼", statuses=["planned"])
    assert {row.status for group in planned.parts[0].edges for row in group.rows} == {"planned"}
    assert planned.summary.endswith("只列規劃")
    article = cg.dossier(cg.according_to(city, "article"), "太鋼")
    assert [source.label for source in article.sources] == ["山西日報 2025-03-27"]
    assert article.sources[0].title == "太原:強化省會擔當 加快建設國家區域中心城市"


def test_sources_are_numbered_as_they_come_and_say_what_is_known_of_them(city: cg.CityGraph) -> None:
    found = cg.dossier(city, "太鋼", "晶科", inferred=True)
    assert [source.number for source in found.sources] == list(range(1, len(found.sources) + 1))
    assert len({source.label for source in found.sources}) > 5
    text = shown(found.markdown())
    assert "山西日報 2025-03-27，《太原:強化省會擔當 加快建設國家區域中心城市》，A 級，http://sx.people.com.cn/" in text
    assert "出處不明 日期不明，M 級，網址不明" in text
    simplified = cg.dossier(cg.open(language="zh-Hans"), "太鋼").markdown()
    assert "《太原:強化省會擔當 加快建設國家區域中心城市》" in simplified  # a title is as it is printed


def test_a_thing_asked_for_twice_is_told_once(city: cg.CityGraph) -> None:
    assert cg.dossier(city, "太鋼", "太钢", "TISCO") == cg.dossier(city, "太鋼")
    assert cg.dossier(city, "太鋼", "晶科").title == "太鋼、晶科"


def test_the_same_bytes_come_twice_and_from_every_engine() -> None:
    cities = [cg.open(engine=engine) for engine in (*ENGINES, "oxigraph")]
    for name in NAMES[:3]:
        found = [cg.dossier(city, name, inferred=True) for city in cities]
        assert found[0] == found[1] == found[2]
        assert len({(each.html(), each.markdown()) for each in found}) == 1


def test_a_notebook_shows_it_without_a_page_around_it(city: cg.CityGraph) -> None:
    found = cg.dossier(city, "晶科")
    assert found._repr_markdown_() == found.markdown()
    shown_there = found._repr_html_()
    assert shown_there.startswith("<article")
    assert shown_there in found.html()


def test_the_library_refuses_a_dossier_of_nothing(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="at least one name"):
        cg.dossier(city)
    named: Any = opened('<urn:a> a cg:Firm ; skos:prefLabel "獨" .')
    with pytest.raises(cg.CityGraphError, match="Add --inferred to include"):
        cg.dossier(named, "獨")


def test_a_graph_with_words_of_its_own_is_told_in_them() -> None:
    city = opened(
        '<urn:a> a <urn:Shop> ; skos:prefLabel "Bäckerei"@de , "面包店"@zh-Hans . <urn:b> skos:prefLabel "Markt"@de .',
        "<urn:c> a cg:Claim ; rdf:subject <urn:b> ; rdf:predicate <urn:x/feeds> ; rdf:object <urn:a> ;",
        "  cg:status <urn:x/rumoured> ; cg:basis <urn:x/overheard> .",
    )
    found = cg.dossier(city, "Bäckerei")
    assert [group.label for group in found.parts[0].edges] == ["← feeds"]
    root = parsed(found.html())
    assert "rumoured" in [told(each) for each in every(root, "span") if each.get("class") == "other"]
    assert "- **Markt** — rumoured\n  - overheard" in found.markdown()
    assert [tag for _, tag, _ in found.parts[0].names] == ["zh-Hans", "de"]
    assert found.sources == ()


def test_what_has_no_name_goes_by_its_address_and_a_source_tells_what_its_label_does_not() -> None:
    city = opened(
        "@prefix oa: <http://www.w3.org/ns/oa#> . @prefix dcterms: <http://purl.org/dc/terms/> .",
        '<urn:x/nameless> a cg:Firm . <urn:b> skos:prefLabel "乙" .',
        "<urn:c> a cg:Claim ; rdf:subject <urn:b> ; rdf:predicate cg:supports ; rdf:object <urn:x/nameless> ;",
        "  cg:status cg:realised ; cg:basis cg:stated ; cg:evidence <urn:p> .",
        '<urn:p> oa:hasSource <urn:s> ; cg:phrase "words" . <urn:s> skos:prefLabel "年報" ;',
        '  dcterms:publisher "乙廠"@zh-Hant , "B Works"@en ; dcterms:date "2024" .',
    )
    found = cg.dossier(city, "urn:x/nameless")
    assert found.parts[0].names == (("其他", "", ("nameless",)),)
    assert "1. 年報，乙廠，2024，網址不明" in found.markdown()
    assert "「words」 [1]" in shown(found.markdown())


def test_a_graph_without_claims_leaves_no_blanks_for_what_it_does_not_say(tmp_path: Path) -> None:
    file = tmp_path / "plain.ttl"
    body = '<urn:a> f:name "Ada" ; f:knows <urn:b> ; f:age 36 . <urn:b> f:name "Bo" .'
    file.write_text(f"@prefix f: <http://xmlns.com/foaf/0.1/> . {body}")
    found = cg.dossier(cg.open(file, language="en"), "Ada")
    assert found.summary == "2 claims without status and source"
    text = found.markdown()
    assert "- **Bo**\n" in text
    assert "- **36**\n" in text
    assert not {"·", "—", "How to read this"} & set(text.replace("\n", " ").split(" "))
    assert "How to read this" not in text
    page = found.html()
    assert "<li>" not in page
    assert "·" not in page.partition("<main>")[2]
    assert "<h2>How" not in page
