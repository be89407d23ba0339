"""A second city is data only: three invented cities of other kinds answer every verb and question, and are proved.

Nothing here is typed in by hand but the paths of the fixtures: the arguments of each verb come from the graph.
"""

from __future__ import annotations

import csv
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

import cityGraph as cg
from cityGraph.cli.group import VERBS
from cityGraph.graph.ask import ask, questions
from cityGraph.graph.reader import read
from cityGraph.model.claim import Entity
from cityGraph.names.entities import names_of
from cityGraph.names.spelling import fold
from cityGraph.namespaces import local
from cityGraph.proof.said_by import said_by
from cityGraph.store.city import LANGUAGES
from support.claim_mutants import NEUTRAL, ClaimMutator
from support.paths import ROOT
from support.process import citygraph

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cityGraph.model.claim import Claim

CITIES = ("city", "rivermouth", "hekou")
WITHOUT_POSITIONS = ("rivermouth", "hekou")
PACKAGED = re.compile("太原|山西|taiyuan|shanxi", re.IGNORECASE)


def folder(name: str) -> Path:
    return ROOT / "tests" / "fixtures" / name


@cache
def opened(name: str, language: str = "zh-Hant") -> tuple[cg.CityGraph, list[Claim]]:
    city = cg.open(folder(name) / "city.ttl", language=language)
    return city, read(city, None)


@cache
def mutator(name: str) -> ClaimMutator:
    return ClaimMutator(folder(name) / "city.ttl", folder(name) / "article.txt")


def sheets(name: str, language: str, path: Path) -> Path:
    """A folder of sheets that says what the claims between things say, for relations that the lexicon has words for."""
    city, claims = opened(name, language)
    known = said_by(city)
    things = {end.iri: end for c in claims for end in c.ends}
    names = {iri: {text for text, _, _ in found} for iri, found in names_of(city, things).items()}

    def quoted(c: Claim) -> bool:
        """Whether its quotes name both ends: else only its positions tell which words stand for them."""
        words = fold(" ".join(quote.phrase for quote in c.evidence))
        return all(any(fold(text) in words for text in names[end.iri]) for end in c.ends)

    rows = [  # a second row with the same id adds a passage
        (local(c.iri), c.subject.label, local(c.relation.iri), c.object.label, c.status, c.basis, "news", quote.phrase)
        for c in claims
        for quote in c.evidence
        if isinstance(c.object, Entity) and known.get(local(c.relation.iri)) and c.object.kind != "Target" and quoted(c)
    ]
    assert rows
    tables: dict[str, Sequence[tuple[str, ...]]] = {
        "things": [("name", "kind", "aliases")]
        + [(end.label, end.kind, "|".join(sorted(names.get(iri, set()) - {end.label}))) for iri, end in things.items()],
        "sources": [("key", "title"), ("news", "The news")],
        "claims": [("id", "subject", "relation", "object", "status", "basis", "source", "quote"), *rows],
    }
    for table, lines in tables.items():
        with (path / f"{table}.csv").open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(lines)
    (path / "texts").mkdir()
    (path / "texts" / "news.txt").write_text((folder(name) / "article.txt").read_text("utf-8"), "utf-8")
    return path


def arguments(name: str, verb: str, language: str, path: Path) -> list[str]:
    """What a verb is asked, in names of the graph."""
    _, claims = opened(name, language)
    tied = next(c for c in claims if isinstance(c.object, Entity) and c.subject.kind in ("City", "Firm"))
    assert isinstance(tied.object, Entity)
    one, other = tied.subject.label, tied.object.label
    given = {
        **{key: [one] for key in ("find", "show", "neighbors", "similar", "claims", "cite", "export", "diagram")},
        "paths": [one, other],
        "common": [one, other],
        "query": ["SELECT ?city WHERE { ?city a cg:City }"],
        "ask": ["1"],
        "check": [str(folder(name) / "article.txt")],
        "diff": [str(folder(name) / "city.ttl")],
    }
    if verb == "compare":
        labels = {
            each: next(c.subject.label for c in opened(each, language)[1] if c.subject.kind == "City")
            for each in (name, next(each for each in CITIES if each != name))
        }
        return [f"{label}={folder(each) / 'city.ttl'}" for each, label in labels.items()]
    if verb == "suggest":
        return [str(sheets(name, language, path))]
    if verb == "build":
        return [str(sheets(name, language, path)), "--check"]
    if verb == "new":
        return [str(path / "new"), "--city", one, "--text", str(folder(name) / "article.txt")]
    if verb == "merge":
        return [*[str(folder(each) / "city.ttl") for each in CITIES], "-o", str(path / "all.ttl")]
    if verb == "reconcile":
        (path / "names.txt").write_text(f"{one}\n{other}\n", "utf-8")
        return [str(path / "names.txt")]
    return given.get(verb, [])


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("name", CITIES)
def test_every_verb_answers_about_any_city(name: str, verb: str, language: str, tmp_path: Path) -> None:
    asked = arguments(name, verb, language, tmp_path)
    alone = verb in ("build", "compare", "merge", "new", "suggest")
    source = [] if alone else ["--from", str(folder(name) / "city.ttl")]
    done = citygraph(verb, *source, "--lang", language, *asked)
    assert (done.status, "Traceback" in done.err, bool(done.out)) == (0, False, True), done
    assert not PACKAGED.search(done.out + done.err)


@pytest.mark.parametrize("name", CITIES)
def test_every_general_question_is_answered_about_any_city(name: str) -> None:
    city, _ = opened(name)
    asked = questions(city=city)
    assert len(asked) >= 40
    answers = {question.text: ask(city, str(question.number)) for question in asked}
    assert not PACKAGED.search("".join(answers))
    assert sum(bool(answer.rows) for answer in answers.values()) >= 15


@pytest.mark.parametrize("name", CITIES)
def test_a_city_keeps_every_rule(name: str) -> None:
    assert cg.validate(opened(name)[0]).findings == ()


@pytest.mark.parametrize("name", CITIES)
def test_a_text_proves_all_claims_of_its_city(name: str) -> None:
    city, claims = opened(name)
    report = cg.validate(city, text=(folder(name) / "article.txt").read_text("utf-8"))
    told = [claim for claim in claims if claim.basis != "inferred"]
    assert (report.findings, report.proved, report.unread) == ((), len(told), 0)


@pytest.mark.parametrize("name", WITHOUT_POSITIONS)
def test_the_city_is_told_without_positions(name: str) -> None:
    _, claims = opened(name)
    assert 25 <= len(claims) <= 40
    assert {claim.positions for claim in claims} == {None}
    assert {claim.status for claim in claims} == {"realised", "planned", "targeted"}


@pytest.mark.parametrize("name", WITHOUT_POSITIONS)
def test_what_the_text_does_not_say_is_an_error_with_the_reason(name: str) -> None:
    text = (folder(name) / "article.txt").read_text("utf-8")
    denied = {"rivermouth": ("Marram Foods makes", "Marram Foods never makes"), "hekou": ("力爭2035年", "無意2035年")}
    (finding, *_) = cg.validate(opened(name)[0], text=text.replace(*denied[name])).errors
    assert finding.rule in ("unsaid", "phrase")
    assert finding.severity == "error"


@pytest.mark.parametrize("name", WITHOUT_POSITIONS)
def test_of_the_changed_claims_nearly_all_are_refused(name: str) -> None:
    shares = mutator(name).judge_claims()
    assert shares.made.keys() == set(shares.made)
    assert shares.made.total() > 1000
    wrong = {change.kind for change, _ in shares.wrong}
    assert shares.share() >= 0.97, shares.table()
    assert not wrong & {"subject", "object", "direction", "digit", "date", "comparator", "basis"}, shares.table()


@pytest.mark.parametrize("name", WITHOUT_POSITIONS)
def test_of_the_changes_of_the_text_nearly_all_are_judged_as_a_reader_would(name: str) -> None:
    shares = mutator(name).judge_text(1, seed=11)
    assert set(NEUTRAL) <= shares.made.keys()
    assert shares.share() >= 0.97, shares.table()
    assert shares.share(neutral=True) >= 0.97, shares.table()
