"""Dossiers: read back by parsers of HTML and CommonMark; nothing is left out, and nothing in a label can do harm."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.handout import Quote, Said
from cityGraph.markup import Markup, address, element, line, linked, literal
from support.pages import MARKDOWN, SVG, XHTML, every, foreign, links, opened, parsed, shown, tokens, told
from support.paths import ROOT
from support.process import ENGINES, LANGUAGES, citygraph, refusal
from support.strange import CHARACTERS, HARD_LABELS

NAMES = ["太鋼", "百信", "清徐開發區", "特鋼材料產業鏈", "制造業佔比目標"]
BAD_PAGES = ["javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "JAVASCRIPT:x", "vbscript:x", "urn:x"]

# --- what it says ----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", [*NAMES, "太原"])
@pytest.mark.parametrize("inferred", [False, True])
def test_every_claim_stands_in_both_settings_with_its_words(city: cg.CityGraph, name: str, inferred: bool) -> None:
    found = cg.dossier(city, name, inferred=inferred)
    page, text = told(parsed(found.html())), shown(found.markdown())
    for claim in cg.claims(city, name, inferred=inferred):
        for passage in claim.evidence:
            assert line(passage.phrase) in page
            assert line(passage.phrase) in text
        for word in (claim.told, claim.because or "", *(q.text for q in claim.qualifiers if q.name == "purpose")):
            assert line(word) in page
            assert line(word) in text


def test_a_tie_is_told_with_its_direction_status_basis_words_and_mates(city: cg.CityGraph) -> None:
    (part,) = cg.dossier(city, "太鋼").parts
    (group,) = [group for group in part.ties if group.label == "受重點支持 ←"]
    (row,) = group.rows
    assert (row.name, row.kind, row.status, row.shown) == ("太原", "城市", "planned", "規劃")
    assert row.mates == ("太重", "太鍋", "山西電機", "中車太原")
    ((basis, notes, quote),) = [(said.basis, said.notes, said.quotes[0]) for said in row.said]
    assert (basis, notes, quote.words, quote.paragraph) == ("補全", ("為：加快智改數轉",), "重點支持太鋼", 13)
    assert quote.url is not None
    assert quote.url.startswith("http://sx.people.com.cn/")
    assert "#:~:text=" in quote.url


def test_the_names_stand_by_language_and_those_of_a_source_with_its_words(city: cg.CityGraph) -> None:
    (part,) = cg.dossier(city, "太鋼").parts
    assert [(tag, spelled) for _, tag, spelled in part.names] == [
        ("zh-Hant", ("太鋼",)),
        ("zh-Hans", ("太钢",)),
        ("zh-Latn-pinyin", ("Tàigāng",)),
        ("en", ("Taigang",)),
    ]
    assert [row.name for group in part.called for row in group.rows] == ["太钢集团", "太原钢铁(集团)有限公司", "TISCO"]


def test_a_target_is_told_with_its_figure_unit_and_year(city: cg.CityGraph) -> None:
    (part,) = cg.dossier(city, "太原", statuses=["targeted"]).parts
    (row,) = [row for group in part.figures for row in group.rows if row.name == "招商落地開工投資目標"]
    said = "；".join(filter(None, (said.told for said in row.said)))
    assert said == "到期：2025；口徑為：招商落地開工投資；數值：≥ 100 000 000 000 元"
    own = cg.dossier(city, "招商落地開工投資目標").parts[0]
    assert "≥ 100 000 000 000 元" in [row.name for group in own.figures for row in group.rows]


def test_sources_that_disagree_are_told_beside_each_other(city: cg.CityGraph) -> None:
    found = cg.dossier(city, "清徐開發區")
    for text in (told(parsed(found.html())), shown(found.markdown())):
        assert "來源不一，他處作 62.7 平方公里" in text
        assert "來源不一，他處作 29.99 平方公里" in text
    assert "來源不一" not in cg.dossier(city, "太鋼").markdown()


def test_what_is_inferred_is_counted_or_asked_for_with_its_reason_and_its_sources(city: cg.CityGraph) -> None:
    without, whole = cg.dossier(city, "太鋼"), cg.dossier(city, "太鋼", inferred=True)
    assert without.parts[0].held_back == cg.neighbors(city, "太鋼").held_back == 3
    assert "另有推斷 3 條，未列入。" in without.markdown()
    assert whole.parts[0].held_back == 0
    reasons = [said for group in whole.parts[0].ties for row in group.rows for said in row.said if said.because]
    assert len(reasons) == 3
    assert all(said.rests_on for said in reasons)
    assert {number for said in reasons for number in said.rests_on} <= {source.number for source in whole.sources}
    assert "推斷" in dict(whole.legend)
    assert "推斷" not in dict(without.legend)


def test_what_no_source_says_is_what_gaps_finds(city: cg.CityGraph) -> None:
    iri = cg.resolve(city, "晶科").iri
    for inferred in (False, True):
        found = cg.dossier(city, "晶科", inferred=inferred).parts[0].missing
        gaps = cg.gaps(city, of=[iri], inferred=inferred)
        assert [(m.expects, m.question, m.filled) for m in found] == [
            (gap.expects, gap.question, tuple(each.label for each in gap.filled)) for gap in gaps
        ]
    assert "推斷可補：" in cg.dossier(city, "晶科", inferred=True).markdown()


def test_statuses_and_sources_narrow_what_is_told_and_the_page_says_so(city: cg.CityGraph) -> None:
    planned = cg.dossier(city, "太鋼", statuses=["planned"])
    assert {row.status for group in planned.parts[0].ties for row in group.rows} == {"planned"}
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
    assert "出處未載 日期未載，M 級，網址未載" in text
    simplified = cg.dossier(cg.open(language="zh-Hans"), "太鋼").markdown()
    assert "《太原:強化省會擔當 加快建設國家區域中心城市》" in simplified  # a title is as it is printed


def test_a_thing_asked_for_twice_is_told_once(city: cg.CityGraph) -> None:
    assert cg.dossier(city, "太鋼", "太钢", "TISCO") == cg.dossier(city, "太鋼")
    assert cg.dossier(city, "太鋼", "晶科").title == "太鋼、晶科"


# --- how it is set ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("names", [["太鋼"], ["太原"], ["清徐開發區", "太鋼", "百信"]], ids="+".join)
def test_the_page_is_sound_accessible_and_whole(language: str, names: list[str]) -> None:
    city = cg.open(language=language)
    found = cg.dossier(city, *names, inferred=True)
    root = parsed(found.html(cg.diagram(city, "太鋼").svg))
    assert root.get("lang") == language
    assert [len(every(root, tag)) for tag in ("header", "main", "footer", "h1", "title")] == [1] * 5
    assert len(every(root, "nav")) == (len(names) > 1)
    levels = [int(each.tag[-1]) for each in root.iter() if re.fullmatch(r"h[1-6]", each.tag.removeprefix(XHTML))]
    assert all(after - before <= 1 for before, after in itertools.pairwise(levels))
    ids = [value for each in root.iter() if (value := each.get("id"))]
    assert len(ids) == len(set(ids))
    targets = links(root)
    assert {target[1:] for target in targets if target.startswith("#")} <= set(ids)
    assert all(target.startswith(("http://", "https://", "#")) for target in targets)
    for table in every(root, "table"):
        assert table.get("aria-label")
        assert {each.get("scope") for each in every(table, "th")} == {"col", "rowgroup", "row"}
        assert all(each.get("scope") for each in every(table, "th"))
    figure = every(root, "figure")[0]
    assert len(list(figure.iter(f"{SVG}svg"))) == 1
    assert not any(name.startswith("on") for each in root.iter() for name in each.attrib)
    assert every(root, "script") == every(root, "link") == every(root, "img") == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_markdown_is_commonmark_and_nothing_else(language: str) -> None:
    found = cg.dossier(cg.open(language=language), "太鋼", "清徐開發區", inferred=True)
    kinds = {token.type for token in tokens(found.markdown())}
    lists = {f"{kind}_{end}" for kind in ("bullet_list", "ordered_list", "list_item") for end in ("open", "close")}
    blocks = {f"{kind}_{end}" for kind in ("heading", "paragraph", "strong", "link") for end in ("open", "close")}
    assert kinds <= lists | blocks | {"inline", "text", "softbreak"}
    (first, *rest) = [int(t.tag[1]) for t in MARKDOWN.parse(found.markdown()) if t.type == "heading_open"]
    assert first == 1
    assert all(after - before <= 1 for before, after in itertools.pairwise([first, *rest]))
    assert 1 not in rest
    numbers = [t.info for t in tokens(found.markdown()) if t.type == "list_item_open" and t.info]
    assert numbers == [str(source.number) for source in found.sources]


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_of_another_language_are_marked(language: str) -> None:
    root = parsed(cg.dossier(cg.open(language=language), "太鋼").html())
    quoted = {"".join(each.itertext()).strip("「」“”"): each.get("lang") for each in every(root, "q")}
    assert quoted["重點支持太鋼"] == "zh"
    assert quoted["Steel Group (TISCO)"] == (None if language == "en" else "")
    tagged = {each.text: each.get("lang") for each in every(every(root, "dl")[0], "span")}
    assert tagged == {"太鋼": "zh-Hant", "太钢": "zh-Hans", "Tàigāng": "zh-Latn-pinyin", "Taigang": "en"}


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


def test_the_style_loads_nothing_and_is_legible() -> None:
    (file,) = (ROOT / "src").rglob("page.css")
    style = file.read_text("utf-8")
    assert not re.search(r"url\(|@import|</|expression|https?:", style)
    assert {"@media print", "@page", "break-inside"} <= set(re.findall(r"@media print|@page|break-inside", style))
    for fonts in (("PingFang TC", "Microsoft JhengHei", "Noto Sans CJK TC"), ("PingFang SC", "Microsoft YaHei")):
        assert all(font in style for font in fonts)

    def light(colour: str) -> float:
        pairs = re.findall("..", colour if len(colour) == 6 else "".join(c * 2 for c in colour))
        parts = [int(pair, 16) / 255 for pair in pairs]
        linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    # WCAG 2.2, 1.4.3: 4.5 to 1 for words.
    words = re.findall(r"(?:--(?:ink|quiet|fact|plan|target)|[ ;{]color): #(\w+)", style)
    assert len(words) >= 6
    assert all(1.05 / (light(colour) + 0.05) >= 4.5 for colour in words)


# --- whatever a label holds ------------------------------------------------------------------------------------------


@settings(deadline=None, max_examples=60)
@given(CHARACTERS, st.sampled_from(["https://example.org/a?b=1&copy;", *BAD_PAGES]))
@example("</style></title><script>alert(1)</script>\"'", "javascript:alert(1)")
@example("*a* _b_ `c` [d](javascript:e) ![f](g) <b> &amp; | ~~h~~ \\", "https://example.org/")
@example("# a", "https://example.org/")
@example("1) a", "https://example.org/")
@example("\n\n    ---\n===\n> a\n```\n", "https://example.org/")
@example("\ufdd0\uffff\U0010ffff\u202e\u2028\x00", "https://example.org/")
@example("{others} {0} %s", "https://example.org/")
def test_whatever_a_foreign_graph_holds_both_settings_show_it_and_nothing_acts(text: str, page: str) -> None:
    city = foreign(text, page)
    found = cg.dossier(city, "urn:a", inferred=True)
    seen = line(text)
    root, written = parsed(found.html()), found.markdown()
    assert seen in told(root)
    assert seen in shown(written)
    (heading,) = every(root, "h1")
    assert told(heading) == (seen or "·")
    assert shown(written).splitlines()[1] == (seen or "·")
    assert [told(each) for each in every(root, "q")] == [f"「{seen}」"]
    kinds = {token.type.removesuffix("_open").removesuffix("_close") for token in tokens(written)}
    assert kinds <= {
        "heading",
        "paragraph",
        "strong",
        "link",
        "bullet_list",
        "ordered_list",
        "list_item",
        "inline",
        "text",
    }
    away = [target for target in links(root) if not target.startswith("#")]
    away += [str(token.attrs["href"]) for token in tokens(written) if token.type == "link_open"]
    assert all(target.startswith("https://example.org/") for target in away)
    assert bool(away) == page.startswith("https")
    assert every(root, "script") == []
    assert len(every(root, "style")) == 1
    lists = [len(every(root, tag)) for tag in ("h1", "h2", "table", "tr", "section")]
    calm = parsed(cg.dossier(foreign("a", page), "urn:a", inferred=True).html())
    assert lists == [len(every(calm, tag)) for tag in ("h1", "h2", "table", "tr", "section")]


@settings(deadline=None, max_examples=300)
@given(
    CHARACTERS,
    st.sampled_from(["{}", "# {}", "- {}", "1. {}", "- **{}** — x", "a\n{}", "[{}](https://a.b)", "- x\n  - {}"]),
)
@example("=", "a\n{}")
@example("--", "a\n{}")
@example("12)", "- {}")
@example("~~~", "{}")
@example("\u3000a\xa0", "{}")
def test_text_in_commonmark_is_read_as_it_stood(text: str, around: str) -> None:
    seen = line(text) or "·"
    written = around.format(literal(seen))
    plain = [t for t in tokens(around.format("x")) if t.type not in ("inline", "text")]
    found = list(tokens(written))
    assert [t.type for t in found if t.type not in ("inline", "text")] == [t.type for t in plain]
    assert seen in "".join(t.content for t in found if t.type == "text")


@settings(deadline=None, max_examples=200)
@given(CHARACTERS, CHARACTERS)
@example('"', "'")
def test_text_in_html_is_read_as_it_stood(text: str, value: str) -> None:
    page = f"<!DOCTYPE html><title>x</title>{element('p', text, title=value)}"
    (found,) = every(parsed(page), "p")
    assert "".join(found.itertext()).strip(" ") == line(text)
    assert found.get("title") == line(value)


@settings(deadline=None, max_examples=200)
@given(CHARACTERS)
@example("`*_]()<>\\&copy; \"'")
@example("//[::1")
def test_an_address_stays_one_link_and_leads_where_it_led(text: str) -> None:
    url = "https://example.org/" + text
    found = address(url)
    assert found is not None
    assert found.isascii()
    for written in (linked("x", url), f"<{found}>"):
        (target,) = [str(token.attrs["href"]) for token in tokens(written) if token.type == "link_open"]
        assert target.startswith("https://example.org/")
        assert [t.type for t in tokens(written)].count("link_open") == 1
    (anchor,) = every(parsed(f"<!DOCTYPE html><title>x</title>{element('a', 'x', href=found)}"), "a")
    assert anchor.get("href") == found


@settings(deadline=None, max_examples=200)
@given(CHARACTERS)
@example(" https://example.org")
def test_only_the_web_is_linked_to(text: str) -> None:
    assert address(None) is None
    found = address(text)
    assert found is None or found.lower().startswith(("http://", "https://"))


@pytest.mark.parametrize("page", BAD_PAGES)
def test_a_picture_with_a_link_that_acts_loses_the_link(page: str) -> None:
    city = foreign("a", page)
    root = parsed(cg.dossier(city, "urn:a").html(cg.diagram(city, "urn:a").svg))
    assert len(list(root.iter(f"{SVG}svg"))) == 1
    assert not [target for target in links(root) if not target.startswith(("#", "http"))]


@pytest.mark.parametrize("text", HARD_LABELS)
def test_the_strange_stays_in_its_place_beside_a_picture(text: str) -> None:
    city = foreign(text)
    root = parsed(cg.dossier(city, "urn:a").html(cg.diagram(city, "urn:a").svg))
    assert line(text) in told(root)
    assert every(root, "script") == []


def test_what_is_markup_already_is_not_escaped_twice() -> None:
    assert element("p", Markup("<b>a</b>"), " < ", None, "") == "<p><b>a</b> &lt; </p>"
    assert Said("明載", (Quote("a", 1),)) == Said("明載", (Quote("a", 1, None, None),))


# --- the command -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_command_writes_what_the_library_gives(tmp_path: Path, language: str) -> None:
    city = cg.open(language=language)
    found = cg.dossier(city, "太鋼", inferred=True, statuses=["realised"])
    drawn = cg.diagram(city, "太鋼", inferred=True, statuses=["realised"])
    for suffix, content in ((".md", found.markdown()), (".HTML", found.html(drawn.svg))):
        file = tmp_path / f"太鋼{suffix}"
        asked = ["--lang", language, "export", "太鋼", "--inferred", "--status", "realised", "-o", str(file)]
        done = citygraph(*asked)
        assert (done.status, done.out, done.err) == (0, "", "")
        assert file.read_bytes().decode() == content


def test_what_is_too_much_for_a_picture_is_handed_on_without_one(tmp_path: Path) -> None:
    for name, pictures in (("太鋼", 1), ("太原", 0)):
        file = tmp_path / "a.html"
        assert citygraph("export", name, "-o", str(file)).status == 0
        assert file.read_text("utf-8").count("<figure") == pictures


@pytest.mark.parametrize("suffix", [".md", ".html"])
@pytest.mark.parametrize(
    ("arguments", "status", "said"),
    [
        ([], 2, "give a name, as in citygraph export 太鋼 -o 太鋼.html"),
        (["太鋼", "--kind", "Firm"], 2, "it takes --status, --source and --inferred"),
        (["太鋼", "--relation", "supports"], 2, "it takes --status, --source and --inferred"),
        (["太剛"], 1, "nothing here is called '太剛'; nearest: 太原"),
        (["太鋼", "--status", "targeted"], 1, "no claim has this status"),
        (["太鋼", "--source", "nobody"], 1, "nobody"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else None,
)
def test_what_cannot_be_handed_on_is_refused_and_no_file_appears(
    tmp_path: Path, suffix: str, arguments: list[str], status: int, said: str
) -> None:
    assert said in refusal(citygraph("export", *arguments, "-o", str(tmp_path / f"a{suffix}")), status)
    assert list(tmp_path.iterdir()) == []


def test_the_library_refuses_a_dossier_of_nothing(city: cg.CityGraph) -> None:
    with pytest.raises(cg.CityGraphError, match="give a name"):
        cg.dossier(city)
    named: Any = opened('<urn:a> a cg:Firm ; skos:prefLabel "獨" .')
    with pytest.raises(cg.CityGraphError, match="there are no claims; inferred ones come with --inferred"):
        cg.dossier(named, "獨")


def test_a_graph_with_words_of_its_own_is_told_in_them() -> None:
    city = opened(
        '<urn:a> a <urn:Shop> ; skos:prefLabel "Bäckerei"@de , "面包店"@zh-Hans . <urn:b> skos:prefLabel "Markt"@de .',
        "<urn:c> a cg:Claim ; rdf:subject <urn:b> ; rdf:predicate <urn:x/feeds> ; rdf:object <urn:a> ;",
        "  cg:status <urn:x/rumoured> ; cg:basis <urn:x/overheard> .",
    )
    found = cg.dossier(city, "Bäckerei")
    assert [group.label for group in found.parts[0].ties] == ["← feeds"]
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
    assert "1. 年報，乙廠，2024，網址未載" in found.markdown()
    assert "「words」 [1]" in shown(found.markdown())
