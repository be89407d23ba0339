"""The verb according_to: a graph of what some sources say; no other source changes the article's answers."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.graph.sources import one_source, sources_of
from cityGraph.render.graph import claims_text, neighbors_text
from support.paths import DATA
from support.samples import port_graph

TY = "https://w3id.org/citygraph/id/taiyuan/"


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> cg.CityGraph:
    """The article's section of the file and nothing after it, with the inferences that rest on it alone."""
    text = DATA.read_text("utf-8")
    head, *sections = re.split(r"(?m)^(?=# =+\n# .*\n# =+$)", text)
    (article,) = [section for section in sections if "\nty:article a cg:Source" in section]
    inferred = re.split(r"\n(?=# .* \((?:realised|planned|targeted)\)$)", sections[-1], flags=re.MULTILINE)
    own = [block for block in inferred if re.search(r"dcterms:source ty:article [.;]", block)]
    ends = set(re.findall(r"rdf:(?:subject|object) ((?:ty|cn|sx):[\w-]+)", "\n".join(own)))
    things = [b for b in re.split(r"\n\n", text) if re.match(r"(?:ty|cn|sx):[\w-]+ a cg:", b) and b.split()[0] in ends]
    file = tmp_path_factory.mktemp("article") / "article.ttl"
    rest = [thing for thing in things if thing not in article]
    file.write_text("\n".join([head, article, *own, *rest]), "utf-8")
    return cg.open(file)


def test_the_answers_of_the_article_do_not_change_by_a_word(alone: cg.CityGraph, article_city: cg.CityGraph) -> None:
    names = {
        end.iri
        for claim in cg.claims(alone, inferred=True)
        for end in (claim.subject, claim.object)
        if hasattr(end, "iri")
    }
    assert len(names) > 200
    for name in sorted(names):
        one, other = (cg.neighbors(city, name, inferred=True) for city in (alone, article_city))
        assert neighbors_text(one, "zh-Hant", 80) == neighbors_text(other, "zh-Hant", 80)
        claims = [claims_text(cg.claims(city, name, inferred=True), "zh-Hant", 80) for city in (alone, article_city)]
        assert claims[0] == claims[1]
    assert cg.claims(alone, inferred=True) == cg.claims(article_city, inferred=True)


def test_no_claim_of_another_source_is_attributed_to_the_article(city: cg.CityGraph) -> None:
    for claim in cg.claims(city):
        (source,) = {passage.source for passage in claim.evidence}
        held = [passage.paragraph is not None for passage in claim.evidence]
        assert all(held) if source == f"{TY}article" else not any(held)


@pytest.mark.parametrize("name", ["article", "本文", "山西日報 2025-03-27", "ty:article", f"{TY}article", "ARTICLE"])
def test_a_source_is_named_in_many_ways(city: cg.CityGraph, name: str) -> None:
    assert one_source(city, name) == f"{TY}article"
    assert list(cg.about(cg.according_to(city, name)).sources) == ["山西日報 2025-03-27"]


def test_a_publisher_stands_for_all_that_it_published(city: cg.CityGraph) -> None:
    daily = cg.about(cg.according_to(city, "中國日報")).sources
    assert len(daily) > 4
    assert all(name.startswith("中國日報") for name in daily)
    with pytest.raises(cg.AmbiguousName, match="中國日報"):
        one_source(city, "中國日報")


def test_sources_add_up(city: cg.CityGraph) -> None:
    both = cg.according_to(city, "article", "新華社")
    assert {c.evidence[0].source for c in cg.claims(both)} == {f"{TY}article", f"{TY}xinhua-2024-04-11"}
    assert {tie.label for tie in cg.neighbors(both, "太重")} >= {"太原", "高端裝備制造產業鏈"}


def test_what_no_claim_is_left_of_goes_with_its_source(article_city: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound):
        cg.resolve(article_city, "中國寶武")
    assert cg.query(article_city, "ASK { ?who cg:chainLeaderOf ?chain }").verdict is False
    assert cg.query(article_city, "ASK { ?passage oa:hasSource ty:xinhua-2024-04-11 }").verdict is False
    with pytest.raises(cg.NameNotFound):
        cg.resolve(article_city, "TISCO")


def test_an_inference_stays_where_all_that_it_rests_on_does(city: cg.CityGraph) -> None:
    article = cg.according_to(city, "article")
    more = cg.according_to(city, "article", "中宏網")
    six = [tie.label for tie in cg.neighbors(more, "六地", inferred=True) if tie.basis == "inferred"]
    assert (len(cg.neighbors(article, "六地", inferred=True)), len(six)) == (1, 5)


def test_a_graph_of_some_sources_keeps_the_rules(city: cg.CityGraph) -> None:
    for chosen in (["article"], ["中國日報", "新華社"]):
        assert cg.validate(cg.according_to(city, *chosen)).findings == ()


def test_the_graph_it_is_taken_from_stays_as_it_was(city: cg.CityGraph) -> None:
    before = cg.about(city)
    cg.according_to(city, "article")
    assert cg.about(city) == before


def test_an_unknown_source_is_refused_with_the_nearest(city: cg.CityGraph) -> None:
    with pytest.raises(cg.NameNotFound, match="中宏網"):
        cg.according_to(city, "中宏")


def test_a_copy_has_no_address_and_what_is_unknown_of_a_source_is_said(city: cg.CityGraph) -> None:
    text = """SELECT ?source ?quality ?date ?url ?label ?hidden WHERE {
      ?source a cg:Source ; cg:quality ?quality ; skos:prefLabel ?label .
      FILTER(LANGMATCHES(LANG(?label), "zh-Hant"))
      OPTIONAL { ?source dcterms:date ?date } OPTIONAL { ?source schema:url ?url }
      OPTIONAL { ?source cg:unknown ?hidden FILTER(?hidden = schema:url) } }"""
    found = list(cg.query(city, text))
    assert {quality.value for _, quality, *_ in found if quality} == {"A", "B", "M"}
    for _, quality, date, url, label, unknown in found:
        assert quality is not None
        assert label is not None
        assert (quality.value == "M" or unknown is not None) == (url is None)
        assert (date is None) == ("日期不明" in label.value)


def test_a_file_of_another_model_has_no_sources(tmp_path: Path) -> None:
    file = tmp_path / "foreign.ttl"
    file.write_text('<urn:a> <http://www.w3.org/2000/01/rdf-schema#label> "a" .', "utf-8")
    with pytest.raises(cg.NameNotFound):
        cg.according_to(cg.open(file), "article")


@pytest.mark.parametrize(("language", "publisher"), [("zh-Hant", "龍報"), ("zh-Hans", "龙报"), ("en", "Dragon Daily")])
def test_a_publisher_is_named_in_the_language_of_the_answer(tmp_path: Path, language: str, publisher: str) -> None:
    names = ' <http://purl.org/dc/terms/publisher> "龍報"@zh-Hant , "龙报"@zh-Hans , "Dragon Daily"@en .'
    port_graph(tmp_path, f"ex:paper {names}")
    paper = "https://example.org/paper"
    city = cg.open(tmp_path / "port.ttl", language=language)
    assert sources_of(city, [paper])[paper].publisher == publisher


def test_what_only_other_sources_speak_of_is_refused_with_these() -> None:
    with cg.open(language="en") as city:
        part = cg.according_to(city, "省工信廳")
        with pytest.raises(cg.NameNotFound, match=r"^省工信廳 says nothing of Taiyuan Iron .*\. These sources do: .*"):
            cg.neighbors(part, "太鋼")
        with pytest.raises(cg.NameNotFound, match=r"^Nothing in this graph is called '太剛'"):
            cg.neighbors(part, "太剛")
        stated = {p.source_label for c in cg.claims(city, "太鋼", inferred=True) for p in c.evidence}
        with pytest.raises(cg.NameNotFound) as refused:
            cg.resolve(part, "太鋼")
        listed = str(refused.value).partition("do: ")[2].partition("; and")[0].rstrip(".").split("; ")
        assert set(listed) <= stated
        assert len(listed) == min(5, len(stated))


def test_a_part_of_the_name_of_one_publisher_stands_for_its_sources_and_is_noted() -> None:
    with cg.open() as city:
        part = cg.according_to(city, "省工信廳")
        assert cg.about(part).sources == cg.about(cg.according_to(city, "山西省工信廳")).sources
        assert city.notes == ("「省工信廳」按「山西省工信廳」查詢。",)
        with pytest.raises(cg.NameNotFound, match="No source in this graph is called '山西'"):
            cg.according_to(city, "山西")
