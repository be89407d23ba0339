"""Citations as GB/T 7714-2015, as BibTeX that a reader of BibTeX reads back, as footnotes and as marked sentences."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from pybtex.database import parse_string

import cityGraph as cg
from support.samples import COPIES, HEAD, claim, port_graph

SUPPORTS = "claim:taiyuan-supports-taigang"

TEX = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
}


def printed(value: str) -> str:
    """What TeX prints for a field: its macros and escapes resolved, the braces that keep its case left out."""
    inner = value[1:-1] if value.startswith("{") and value.endswith("}") else value
    assert not re.search(r"(?<!\\)[$&#_%]", inner), inner
    return re.sub(r"\\text\w+\{\}|\\[$&#_%]", lambda match: TEX.get(match[0]) or match[0][1:], inner)


def fields(bibtex: str) -> dict[str, dict[str, str]]:
    """The entries as pybtex reads them, TeX's escapes resolved."""
    entries: dict[str, Any] = parse_string(bibtex, "bibtex").entries
    read = {key: dict(entry.fields.items()) for key, entry in entries.items()}
    for key, entry in entries.items():
        read[key]["author"] = "; ".join(" ".join(person.last_names) for person in entry.persons.get("author", ()))
    return {
        key: {name: value if name == "url" else printed(value) for name, value in of.items()}
        for key, of in read.items()
    }


def test_a_reference_is_that_of_an_electronic_resource(city: cg.CityGraph) -> None:
    (reference,) = cg.cite(city, SUPPORTS, accessed="2025-11-24").gbt7714()
    assert re.fullmatch(
        r"\[1\] 康石林\. 太原:.+ .+城市\[EB/OL\]\. 山西日報, 2025\(2025-03-27\)\[2025-11-24\]\. http://\S+\.html",
        reference,
    )


def test_what_is_not_known_of_a_source_is_said(city: cg.CityGraph) -> None:
    references = " ".join(cg.cite(city, "太鋼").gbt7714())
    assert "[題名不明][Z]. [出版者不明], [日期不明]. 網址不明." in references
    assert "dtm.com.cn, 2025(2025-12)" in references
    english = cg.cite(cg.open(language="en"), "太鋼").gbt7714()
    assert "[no title given][Z]. [no publisher given], [undated]. no address given." in " ".join(english)


def test_bibtex_is_read_back_by_a_reader_of_bibtex(city: cg.CityGraph) -> None:
    found = cg.cite(city, "太原", accessed="2025-11-24")
    entries = fields(found.bibtex())
    assert len(entries) == len(found)
    for citation, entry in zip(found, entries.values(), strict=True):
        source = citation.source
        assert entry["title"] == (source.title or "[題名不明]")
        assert entry["howpublished"] == (source.publisher or "[出版者不明]")
        assert entry.get("url") == source.url
        assert entry.get("date") == source.date
        assert all(passage.phrase in entry["note"] for passage in citation.passages)
    article = entries["article"]
    assert (article["author"], article["year"], article["month"]) == ("康石林", "2025", "March")
    assert article["urldate"] == "2025-11-24"


HOSTILE = 'A \\\\ {b} 100% & #1 $x_y^z~ "q" @misc{k,'


def test_nothing_in_the_data_breaks_out_of_an_entry(tmp_path: Path) -> None:
    body = claim("sets", "ex:port cg:setsTarget ex:goal").replace("sets 之言", "}}, evil = {\\\\%")
    body += f"""
ex:paper <http://purl.org/dc/terms/title> '{HOSTILE}' ; <http://purl.org/dc/terms/publisher> "A & B {{"@zh-Hant ;
    <https://schema.org/url> <https://example.org/a_b?x=%7B1&y=~2#%E4> ;
    <http://purl.org/dc/terms/date> "2031-05"^^xsd:gYearMonth .
"""
    file = tmp_path / "port.ttl"
    file.write_text(HEAD + body, "utf-8")
    (entry,) = fields(cg.cite(cg.open(file), "雲泊").bibtex()).values()
    assert entry["title"] == 'A \\ {b} 100% & #1 $x_y^z~ "q" @misc{k,'
    assert entry["howpublished"] == "A & B {"
    assert entry["url"] == "https://example.org/a_b?x=%7B1&y=~2#%E4"
    assert entry["note"] == "「}}, evil = {\\%」"
    assert (entry["year"], entry["month"]) == ("2031", "May")


def test_two_sources_whose_iris_end_alike_have_two_keys(tmp_path: Path) -> None:
    body = claim("one", "ex:port cg:setsTarget ex:goal") + claim(
        "two", "ex:goal cg:measuredBy ex:cargo", source="x/paper"
    )
    body = body.replace("ex:x/paper", "<https://example.org/x/paper>") + "<https://example.org/x/paper> a cg:Source ."
    file = tmp_path / "port.ttl"
    file.write_text(HEAD + body, "utf-8")
    assert list(fields(cg.cite(cg.open(file), "吞吐量目標").bibtex())) == ["paper", "paper-2"]


def test_a_note_a_place_leads_to_the_words(city: cg.CityGraph) -> None:
    notes = cg.cite(city, "太鋼").footnotes()
    assert len(notes) == len({p for claim in cg.claims(city, "太鋼") for p in claim.evidence})
    assert re.match(
        r"\[1\] 康石林：《太原:.+》，山西日報 2025-03-27 §13 「重點支持太鋼」 http://\S+#:~:text=%E9", notes[0]
    )
    assert any(note.endswith("網址不明") for note in notes)
    # The day of access stands before an address, and nowhere else.
    seen = cg.cite(city, "太鋼", accessed="2031-05-06").footnotes()
    for plain, dated in zip(notes, seen, strict=True):
        head, _, address = plain.rpartition(" ")
        known = address.startswith("http")
        assert dated == (f"{head}，2031-05-06 查閱 {address}" if known else plain)


@pytest.mark.parametrize("copied", ["as it is", "lost blank lines", "all at once"])
def test_a_text_shows_the_whole_sentence_with_its_parts_marked(
    fixture_city: cg.CityGraph, fixture_text: str, copied: str
) -> None:
    text = fixture_text if copied == "as it is" else COPIES[copied](fixture_text)
    led = next(claim for claim in cg.claims(fixture_city, "瀚棹海纜") if claim.relation.iri.endswith("#spearheads"))
    (citation,) = cg.cite(fixture_city, led.iri, text=text)
    ((iri, (sentence,)),) = citation.sentences
    assert iri == led.iri
    assert sentence.words in text.replace("\r\n", "\n")
    marked = {role: sentence.words[start:end] for role, start, end in sentence.marks}
    assert (marked["subject"], marked["object"]) in {
        ("瀚棹海纜", "海洋工程產業"),
        ("瀚棹海缆", "海洋工程产业"),
    }
    assert "〔主語：瀚棹海" in sentence.marked()
    assert "[subject: 瀚棹海" in sentence.marked("en")


@pytest.mark.parametrize(("date", "month"), [("2031-01", "January"), ("2031-12", "December"), ("2031", None)])
def test_the_month_of_a_source_is_given_where_it_is_known(tmp_path: Path, date: str, month: str | None) -> None:
    body = claim("sets", "ex:port cg:setsTarget ex:goal") + f'ex:paper <http://purl.org/dc/terms/date> "{date}" .'
    (entry,) = fields(cg.cite(port_graph(tmp_path, body), "雲泊").bibtex()).values()
    assert (entry["year"], entry.get("month")) == ("2031", month)
