"""A dossier as a page: sound, accessible, legible."""

from __future__ import annotations

import itertools
import re

import pytest

import cityGraph as cg
from support.pages import SVG, XHTML, every, links, parsed
from support.paths import ROOT
from support.process import LANGUAGES


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
def test_words_of_another_language_are_marked(language: str) -> None:
    root = parsed(cg.dossier(cg.open(language=language), "太鋼").html())
    quoted = {"".join(each.itertext()).strip("「」“”"): each.get("lang") for each in every(root, "q")}
    assert quoted["重點支持太鋼"] == "zh"
    assert quoted["Steel Group (TISCO)"] == (None if language == "en" else "")
    tagged = {each.text: each.get("lang") for each in every(every(root, "dl")[0], "span")}
    (english,) = [name for name in tagged if name and name.startswith("Taiyuan Iron & Steel (Taigang)")]
    bare = {(name or "").strip("“”"): tag for name, tag in tagged.items()}
    assert bare == {"太鋼": "zh-Hant", "太钢": "zh-Hans", "Tàigāng": "zh-Latn-pinyin", english: "en"}
    # A script that the reader did not ask for stands in quotation marks.
    foreign = {"zh-Hant": set(), "zh-Hans": {"“太鋼”"}, "en": {"“太鋼”", "“太钢”"}}[language]
    assert {name for name in tagged if name and name.startswith("“")} == foreign


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
