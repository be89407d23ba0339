"""The fixture articles: each graph keeps every rule, each quote stands in its text, and no two texts are worded alike.

What the proof makes of them is not asked here. See `tests/fixtures/README.md` for what the tables hold.
"""

from __future__ import annotations

import csv
import re
from decimal import Decimal
from functools import cache
from itertools import combinations

import pytest

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.model.claim import Claim, Entity, Value
from cityGraph.model.positions import parts, position
from cityGraph.names.spelling import fold
from cityGraph.namespaces import PREFIXES
from cityGraph.proof.text import Text, read_text
from cityGraph.proof.wording import Wording, wording
from support.paths import FIXTURE, ROOT

ARTICLES = ROOT / "tests" / "fixtures" / "articles"
LANGUAGES = {"hans": "zh-Hans", "hant": "zh-Hant", "en": "en"}
COLUMNS = ["subject", "relation", "object", "status", "measure", "unit", "comparator", "period", "quote"]
FALSITIES = {
    "number", "unit", "year", "comparator", "subject", "object", "relation", "direction", "plan as fact",
    "fact as plan", "negated", "elsewhere", "world", "hearsay", "condition",
}  # fmt: skip
PLAIN_WORDS = {
    "administers", "aims-for", "builds", "designated-as", "founded-in", "has-output", "has-stage", "hosts",
    "invests-in", "located-in", "owns", "part-of", "plans", "produces", "restrains", "supplies", "supports", "visits",
}  # fmt: skip
MAGNITUDES = {"万": 10_000, "萬": 10_000, "亿": 10**8, "億": 10**8, "成": 10}
LONGEST_QUOTE = 40  # of a row; a passage of the graph has 24 characters at most
LONGEST_RUN = 12

each_article = pytest.mark.parametrize("name", LANGUAGES)
Row = dict[str, str]


@cache
def graph(name: str) -> cg.CityGraph:
    return cg.open(ARTICLES / name / "city.ttl")


@cache
def claims(name: str) -> list[Claim]:
    return read(graph(name), None)


@cache
def words(name: str) -> Wording:
    return wording(graph(name))


@cache
def article(name: str) -> Text:
    content = (ARTICLES / name / "article.txt").read_text("utf-8")
    return read_text(content, {source: found.title for source, found in words(name).sources.items()})[1]


def table(name: str, file: str) -> list[Row]:
    with (ARTICLES / name / file).open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream, strict=True))


def every_row(name: str) -> list[Row]:
    return table(name, "true.csv") + table(name, "false.csv")


def of_ontology(row: Row) -> str | None:
    """The IRI of the relation of a row, or None where it is plain words."""
    prefix, _, local = row["relation"].partition(":")
    return PREFIXES["cg"] + local if prefix == "cg" else None


def runs(text: str) -> set[str]:
    """Every run of `LONGEST_RUN` Chinese characters, in one script."""
    found = re.findall(r"[㐀-鿿]+", fold(text))
    return {run[at : at + LONGEST_RUN] for run in found for at in range(len(run) - LONGEST_RUN + 1)}


@each_article
def test_each_folder_holds_the_same_four_files(name: str) -> None:
    found = {path.name for path in (ARTICLES / name).iterdir()}
    assert found == {"article.txt", "city.ttl", "true.csv", "false.csv"}
    assert {path.name for path in ARTICLES.iterdir()} == set(LANGUAGES)


@each_article
def test_the_graph_of_an_article_breaks_no_rule(name: str) -> None:
    assert cg.validate(graph(name)).findings == ()


@each_article
def test_a_graph_counts_its_positions_in_the_article_beside_it(name: str) -> None:
    (source,) = words(name).sources.values()
    assert source.sha256 == article(name).sha256
    assert article(name).paragraphs[1] == source.title
    assert 0 not in article(name).paragraphs


@each_article
def test_a_source_has_title_publisher_date_and_language(name: str) -> None:
    told = cg.query(
        graph(name),
        "SELECT DISTINCT ?language { ?source a cg:Source ; dcterms:title ?title ; dcterms:publisher ?publisher ;"
        " dcterms:date ?date ; dcterms:language ?language FILTER langMatches(lang(?title), ?language) }",
    )
    assert [language.value for (language,) in told if language] == [LANGUAGES[name]]


@each_article
def test_every_quote_stands_at_its_offsets(name: str) -> None:
    passages = {passage for claim in claims(name) for passage in claim.evidence}
    assert len(passages) >= 15
    for each in passages:
        assert each.paragraph is not None
        assert article(name).paragraphs[each.paragraph][each.start : each.end] == each.phrase
        assert 0 < len(each.phrase) <= 24


@each_article
def test_every_claim_says_where_subject_and_object_stand(name: str) -> None:
    for claim in claims(name):
        found = {role: article(name).words(position(where)) for role, where in parts(claim.positions or "")}
        assert {"subject", "object"} <= found.keys(), claim.iri
        assert all(found.values()), claim.iri


@each_article
def test_claims_are_of_every_status_of_two_bases_and_of_many_relations(name: str) -> None:
    assert len(claims(name)) >= 15
    assert {claim.status for claim in claims(name)} == {"realised", "planned", "targeted"}
    assert {claim.basis for claim in claims(name)} == {"stated", "resolved"}
    assert len({claim.relation.iri for claim in claims(name)}) >= 8


@each_article
def test_tables_have_their_columns_and_no_empty_row(name: str) -> None:
    for file, columns in (("true.csv", COLUMNS), ("false.csv", [*COLUMNS, "why"])):
        content = (ARTICLES / name / file).read_bytes().decode()
        assert content.splitlines()[0].split(",") == columns
        assert "\r" not in content
        rows = table(name, file)
        assert len(rows) >= 15
        for row in rows:
            assert list(row) == columns
            assert all(row[column] for column in ("subject", "relation", "object", "quote"))
            assert row["status"] in {"realised", "planned", "targeted"}


@each_article
def test_every_row_quotes_words_of_one_paragraph(name: str) -> None:
    for row in every_row(name):
        assert any(row["quote"] in paragraph for paragraph in article(name).paragraphs.values()), row
        assert len(row["quote"]) <= LONGEST_QUOTE, row


@each_article
def test_every_relation_of_a_row_is_one_of_the_ontology_or_a_plain_word(name: str) -> None:
    for row in every_row(name):
        relation = of_ontology(row)
        assert relation in words(name).relations if relation else row["relation"] in PLAIN_WORDS, row


@each_article
def test_the_ends_of_a_row_are_things_of_the_graph_or_words_of_the_article(name: str) -> None:
    said = "\n".join(article(name).paragraphs.values())
    for row in every_row(name):
        relation = of_ontology(row)
        if relation or row["subject"] not in said:
            cg.resolve(graph(name), row["subject"])
        if relation and not words(name).relations[relation].literal:
            cg.resolve(graph(name), row["object"])


@each_article
def test_the_claims_of_a_graph_are_the_rows_of_the_ontology_that_are_true(name: str) -> None:
    rows = [row for row in table(name, "true.csv") if of_ontology(row)]
    told = sorted(
        (cg.resolve(graph(name), row["subject"]).iri, of_ontology(row), end_of(name, row), row["status"])
        for row in rows
    )
    held = sorted((c.subject.iri, c.relation.iri, object_of(c), c.status) for c in claims(name))
    assert told == held


def end_of(name: str, row: Row) -> str:
    """The object of a row as a claim has it: an IRI, a date, or a number without its magnitude."""
    if not words(name).relations[of_ontology(row) or ""].literal:
        return cg.resolve(graph(name), row["object"]).iri
    if not row["measure"]:
        return row["object"]
    number = Decimal(row["object"]) * MAGNITUDES.get(row["unit"][0], 1)
    return str(number.normalize())


def object_of(claim: Claim) -> str:
    if isinstance(claim.object, Entity):
        return claim.object.iri
    assert isinstance(claim.object, Value)
    number = claim.object.datatype == PREFIXES["xsd"] + "decimal"
    return str(Decimal(claim.object.value).normalize()) if number else claim.object.value


@each_article
def test_the_quote_of_a_true_row_is_a_passage_of_its_claim(name: str) -> None:
    phrases = {}
    for claim in claims(name):
        phrases[claim.subject.iri, claim.relation.iri, object_of(claim)] = [p.phrase for p in claim.evidence]
    for row in table(name, "true.csv"):
        if relation := of_ontology(row):
            subject = cg.resolve(graph(name), row["subject"]).iri
            assert row["quote"] in phrases[subject, relation, end_of(name, row)]


@each_article
def test_false_rows_are_of_every_falsity(name: str) -> None:
    reasons = [row["why"].partition(": ") for row in table(name, "false.csv")]
    assert {kind for kind, _, _ in reasons} == FALSITIES
    assert all(said for _, _, said in reasons)


@each_article
def test_no_row_is_both_true_and_false(name: str) -> None:
    apart = [column for column in COLUMNS if column != "quote"]
    true, false = ([tuple(row[c] for c in apart) for row in table(name, file)] for file in ("true.csv", "false.csv"))
    assert len(set(true)) == len(true)
    assert len(set(false)) == len(false)
    assert not set(true) & set(false)


def test_no_two_articles_share_a_run_of_twelve_chinese_characters() -> None:
    texts = {name: (ARTICLES / name / "article.txt").read_text("utf-8") for name in ("hans", "hant")}
    texts["city"] = (FIXTURE / "article.txt").read_text("utf-8")
    assert all(len(runs(text)) > 50 for text in texts.values())
    for one, other in combinations(texts, 2):
        assert runs(texts[one]) & runs(texts[other]) == set(), (one, other)


@pytest.mark.parametrize("name", ["hans", "hant"])
def test_an_article_in_chinese_is_printed_in_one_script(name: str) -> None:
    text = "".join(re.findall(r"[㐀-鿿]", (ARTICLES / name / "article.txt").read_text("utf-8")))
    assert (fold(text) == text) == (name == "hans")


def test_the_page_of_the_fixtures_names_every_one_of_them() -> None:
    page = (ARTICLES.parent / "README.md").read_text("utf-8")
    for each in [*ARTICLES.parent.iterdir(), *ARTICLES.iterdir()]:
        assert each.name == "README.md" or f"`{each.relative_to(ARTICLES.parent).as_posix()}" in page
    for word in (*COLUMNS, *FALSITIES, *PLAIN_WORDS):
        assert f"`{word}`" in page
