"""Each answer is in one language: outside quotation marks there is no Chinese in English, and no 繁體 in 简体."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import opencc
import pytest

import cityGraph as cg
from cityGraph.names.entities import entities
from cityGraph.render.about import about_text
from cityGraph.render.graph import claims_text, neighbors_text, shown_text
from cityGraph.render.names import found_text
from cityGraph.render.network import bridges_text, central_text, communities_text, similar_text
from cityGraph.render.paths import common_text, path_sentences, paths_text
from cityGraph.render.projects import projects_text
from cityGraph.render.query import answer_text, questions_text
from cityGraph.render.schema import schema_text
from cityGraph.render.targets import targets_text
from cityGraph.render.timeline import timeline_text
from cityGraph.render.validation import gaps_text, report_text
from cityGraph.reports.cite_text import cite_text

COLUMNS = 10_000  # a quote stays on its line
NAMES = ("太鋼", "光伏產業鏈", "太原", "瀟河產業園區太原起步區")
QUOTED = re.compile(r"“[^“”]*(?:“[^“”]*”[^“”]*)*”|「[^」]*」|〈[^〉]*〉|《[^》]*》|https?://\S+|[<:][\w#/.-]*")


def of_the_city(city: cg.CityGraph) -> Iterator[tuple[str, str]]:
    """What the verbs print of the whole city: (verb, text)."""
    language = city.language
    yield "about", about_text(cg.about(city), language, COLUMNS, full=True)
    yield "validate", report_text(cg.validate(city), language, COLUMNS)
    yield "claims", claims_text(cg.claims(city, inferred=True), language, COLUMNS)
    yield "targets", targets_text(cg.targets(city, inferred=True), language, COLUMNS)
    yield "timeline", timeline_text(cg.timeline(city, inferred=True), language, COLUMNS)
    yield "projects", projects_text(cg.projects(city, inferred=True), language, COLUMNS)
    yield "gaps", gaps_text(cg.gaps(city, inferred=True), language, COLUMNS)
    yield "central", central_text(cg.central(city, top=1000), language, COLUMNS)
    yield "communities", communities_text(cg.communities(city), language, COLUMNS)
    yield "bridges", bridges_text(cg.bridges(city), language, COLUMNS)
    yield "schema", schema_text(cg.schema(city), language, COLUMNS)
    for kind in ("Firm", "Chain", "Project"):
        yield f"schema {kind}", schema_text(cg.schema(city, kind), language, COLUMNS)
    yield "projects 晶科", projects_text(cg.projects(city, "晶科", inferred=True), language, COLUMNS)
    yield "gaps 太鋼", gaps_text(cg.gaps(city, "太鋼", inferred=True), language, COLUMNS)
    yield "questions", questions_text(cg.questions(language, city=city), language, COLUMNS)


def of_all(city: cg.CityGraph) -> Iterator[tuple[str, str]]:
    """What every verb prints, on the whole city where that is possible."""
    language = city.language
    yield from of_the_city(city)
    for question in cg.questions(language, city=city):
        answer = cg.ask(city, question.number)
        iris = {term.value for row in answer for term in row if term and term.type == "uri"}
        yield f"ask {question.number}", answer_text(answer, entities(city, iris), city.shorten, language, COLUMNS)
    for name in NAMES:
        yield f"find {name}", found_text(cg.find(city, name), language, COLUMNS)
        yield f"show {name}", shown_text(cg.show(city, name, inferred=True), language, COLUMNS)
        yield f"neighbors {name}", neighbors_text(cg.neighbors(city, name, inferred=True), language, COLUMNS)
        yield f"similar {name}", similar_text(cg.similar(city, name), language, COLUMNS)
        citations = cg.cite(city, name, inferred=True)
        for style in ("gbt7714", "footnote"):
            yield f"cite {name} --style {style}", cite_text(citations, style, language, COLUMNS)
        dossier = cg.dossier(city, name, inferred=True)
        yield f"export {name} -o x.md", dossier.markdown()
        yield f"export {name} -o x.html", re.sub(r"<style>.*?</style>|<[^>]*>", " ", dossier.html(), flags=re.DOTALL)
    for start, end in (("太鋼", "比亞迪"), ("太鋼", "太重"), ("晶科", "太鋼")):
        paths = cg.paths(city, start, end, inferred=True)
        yield f"paths {start} {end}", paths_text(paths, language, COLUMNS)
        yield f"paths {start} {end} --explain", path_sentences(paths, language, COLUMNS)
        yield f"common {start} {end}", common_text(cg.common(city, start, end), language, COLUMNS)


def chinese(text: str) -> str:
    return "".join(re.findall(r"[\u3000-\u30ff\u3400-\u9fff\uff00-\uffef]", text))


def traditional(text: str) -> str:
    text = text.replace("昇", "")  # a name keeps this character in 简体
    simplified = opencc.OpenCC("t2s").convert(text)
    return "".join(a for a, b in zip(text, simplified, strict=True) if a != b)


def half_width(text: str) -> str:
    return "".join(re.findall(r"(?<=[\u4e00-\u9fff])[,;:?!(](?! )", text))


def nested(city: cg.CityGraph) -> list[str]:
    """The quotes that have quotation marks of their own, the longest first."""
    claims = cg.claims(city)
    quotes = {passage.phrase for claim in claims for passage in claim.evidence}
    quotes |= {qualifier.text for claim in claims for qualifier in claim.qualifiers if qualifier.language}
    return sorted((quote for quote in quotes if set(quote) & set("“”「」")), key=len, reverse=True)


def foreign(text: str, strange: Callable[[str], str], quotes: list[str]) -> list[str]:
    """The lines of a text that have strange characters outside quotation marks and addresses."""
    for quote in quotes:
        text = text.replace(quote, "")
    return [line for line in text.splitlines() if strange(QUOTED.sub("", line))]


@pytest.mark.parametrize(
    ("language", "answers", "strange"),
    [("en", of_all, chinese), ("zh-Hans", of_all, traditional), ("zh-Hant", of_the_city, half_width)],
)
def test_an_answer_has_no_other_language_or_punctuation_outside_quotation_marks(
    language: str, answers: Callable[[cg.CityGraph], Iterator[tuple[str, str]]], strange: Callable[[str], str]
) -> None:
    city = cg.open(language=language)
    quotes = nested(city)
    found = {verb: foreign(text, strange, quotes) for verb, text in answers(city)}
    assert {verb: lines for verb, lines in found.items() if lines} == {}


def test_what_is_strange_is_found() -> None:
    assert foreign("fact  purpose: 加快", chinese, []) == ["fact  purpose: 加快"]
    assert foreign("purpose: “加快” (faster)\nsee https://a.org/加", chinese, []) == []
    assert (traditional("太鋼 太钢"), half_width("甲:乙,丙 (x), 丁")) == ("鋼", ":,")
