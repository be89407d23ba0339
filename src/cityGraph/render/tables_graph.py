"""The answers of `find`, `show`, `neighbors`, `claims`, `about` and `ask` as tables."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.claim import Entity, Value
from ..model.edges import disagreeing
from .cells import value_cell
from .figures import object_text
from .legend import proof_of
from .notes import mates_notes
from .rows import basis_of, status_of
from .table import SAID, Table, arrow, date_cell, said_cells, table
from .table_words import COUNTS, FACTS, HEADS, PLACE, TITLES
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from ..model.claim import Claim
    from ..model.graph import About, Claims, Neighbors, Shown
    from ..model.names import Found
    from ..model.query import Answer, Question, Term
    from .cells import Cell, Row


def found_table(answer: Found, language: str) -> Table:
    """Return the answer of `find` as a table.

    Args:
        answer: What `find` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each match.
    """
    how = WORDS[language]["how"]
    rows = [(m.label, m.entity.kind_label or m.entity.kind, m.name, how[m.how], m.iri) for m in answer]
    return table("find", ("name", "kind", "matched", "how", "iri"), rows, language)


def neighbors_table(answer: Neighbors, language: str) -> Table:
    """Return the answer of `neighbors` as a table.

    Args:
        answer: What `neighbors` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each neighbor. The relation is read from the column ``via``.
    """
    words = WORDS[language]
    rows = (
        (
            *(n.via.label, n.relation.label, arrow(n.direction), n.label, n.entity.kind_label, n.hops),
            *said_cells(n, language, *mates_notes(n.mates, words)),
            n.iri,
        )
        for n in answer
    )
    return table("neighbors", ("via", "relation", "direction", "name", "kind", "hops", *SAID, "iri"), rows, language)


def claims_table(answer: Claims, language: str) -> Table:
    """Return the answer of `claims` as a table.

    Args:
        answer: What `claims` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each claim. Numbers and days are typed.
    """
    words, others = WORDS[language], disagreeing(answer.claims)
    rows = (
        (
            *(claim.subject.label, claim.subject.kind_label, claim.relation.label),
            *(_object_cell(claim.object), claim.object.kind_label if isinstance(claim.object, Entity) else None),
            *(next((q.text for q in claim.qualifiers if q.name == name), None) for name in ("comparator", "unit")),
            *said_cells(claim, language, *_differing(others.get(claim.iri), words)),
            claim.iri,
        )
        for claim in answer
    )
    ends = ("subject", "subject_kind", "relation", "object", "object_kind", "comparator", "unit")
    return table("claims", (*ends, *SAID, "claim"), rows, language)


def _object_cell(thing: Entity | Value) -> Cell:
    return thing.label if isinstance(thing, Entity) else value_cell(thing)


def _differing(others: list[Claim] | None, words: dict[str, Any]) -> list[str]:
    return [words["differ"].format(others=words["comma"].join(object_text(o, words) for o in others))] if others else []


def shown_table(answer: Shown, language: str) -> Table:
    """Return the answer of `show` as a table.

    Args:
        answer: What `show` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table: IRI and kind, then one row for each name, fact and source, and the number of neighbors. For a term it
        has the definition, for a claim what it says, for a source what is known of it.
    """

    def rows() -> Iterator[Row]:
        at, roles, thing = PLACE[language], WORDS[language]["name_roles"], answer.entity
        empty = (None,) * len(SAID)
        yield (FACTS["iri"][at], thing.iri, None, None, *empty)
        yield (FACTS["kind"][at], thing.kind_label or thing.kind, None, None, *empty)
        for name, tag, role in answer.names:
            yield (roles[role], name, None, tag, *empty)
        for fact in answer.facts:
            unit = next((q.text for q in fact.qualifiers if q.name == "unit"), None)
            yield (fact.relation.label, _object_cell(fact.object), unit, None, *said_cells(fact, language))
        if answer.definition:
            yield (HEADS["meaning"][at], answer.definition, None, None, *empty)
        if answer.claim:
            claim = answer.claim
            told = f"{claim.subject.label} {claim.relation.to(object_text(claim, WORDS[language]))}"
            yield (TITLES["claims"][at], told, None, None, *said_cells(claim, language))
        if source := answer.source:
            known = {"title": source.title, "publisher": source.publisher, "day": date_cell(source.date)}
            known |= {"authors": " ".join(source.authors), "grade": source.quality, "url": source.url}
            for column, value in known.items():
                if value:
                    yield (HEADS[column][at], value, None, None, *empty)
            yield (HEADS["claims"][at], answer.said, None, None, *empty)
        if not (answer.definition or answer.claim or answer.source):
            yield (FACTS["neighbors"][at], answer.neighbors, None, None, *empty)
        for each in answer.sources:
            yield (FACTS["source"][at], each.label, None, None, *empty)

    return table("show", ("item", "value", "unit", "language", *SAID), rows(), language)


def about_table(answer: About, language: str) -> Table:
    """Return the answer of `about` as a table.

    Args:
        answer: What `about` returned.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each count: the totals, then status, basis, proof, sources, kinds and relations.
    """
    words, at = WORDS[language], PLACE[language]
    rows: list[Row] = [
        (COUNTS["total"][at], COUNTS[name][at], getattr(answer, name)) for name in ("entities", "claims", "triples")
    ]
    status = {status_of(name, words): n for name, n in answer.status.items()}
    basis = {basis_of(name, words): n for name, n in answer.basis.items()}
    proof = {proof_of(name, words): n for name, n in answer.proof.items()}
    groups = (status, basis, proof, answer.sources, answer.kinds, answer.relations)
    for heading, counts in zip(words["headings"], groups, strict=True):
        rows += ((heading, name, n) for name, n in counts.items())
    return table("about", ("group", "name", "count"), rows, language)


def answer_table(answer: Answer, entities: dict[str, Entity], shorten: Callable[[str], str], language: str) -> Table:
    """Return the answer of `query` or `ask` as a table: labels instead of IRIs, and the IRIs in columns at the end.

    Args:
        answer: What `query` returned, but no Turtle.
        entities: The named things in the answer, by IRI.
        shorten: Turns an IRI into a CURIE, for what has no name.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each row of the answer. Its header has the names of the variables. A column of
        labels beside the things themselves (``x`` and ``xLabel``) is left out.
    """
    at, words = PLACE[language], WORDS[language]
    title = TITLES["ask"][at]
    if answer.verdict is not None:
        return Table(title, ("answer",), (HEADS["answer"][at],), [(words["yes" if answer.verdict else "no"],)])
    names = answer.variables
    kept = [column for column, name in enumerate(names) if name.removesuffix("Label") not in names[:column]]
    linked = [column for column in kept if any((term := row[column]) and term.value in entities for row in answer)]

    def cell(term: Term | None) -> Cell:
        if term is None:
            return None
        if term.type == "uri":
            return entities[term.value].label if term.value in entities else shorten(term.value)
        return value_cell(Value(term.value, term.datatype or "", term.language))

    def iri(term: Term | None) -> Cell:
        return term.value if term and term.type == "uri" else None

    heads = (*(names[column] for column in kept), *(f"{names[column]} {HEADS['iri'][at]}" for column in linked))
    rows = [(*(cell(row[c]) for c in kept), *(iri(row[c]) for c in linked)) for row in answer]
    return Table(title, (*("name" for _ in kept), *("iri" for _ in linked)), heads, rows)


def questions_table(questions: Sequence[Question], language: str) -> Table:
    """Return a list of questions as a table.

    Args:
        questions: Questions of the catalogue.
        language: Language of the header: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The table, with one row for each question.
    """
    rows = [(question.number, question.text, question.example) for question in questions]
    return table("questions", ("number", "question", "example"), rows, language)
