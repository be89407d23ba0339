"""What is to be proved by a text, whoever says it: a row of a sheet, a claim of a graph, a part of a sentence."""

from __future__ import annotations

from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Thing:
    """A thing that a text may name.

    Attributes:
        key: What tells it from all others: an IRI, or its name in a sheet.
        kind: The local name of its kind in the ontology, such as "Firm".
        names: Its names and aliases, in any language or script.
    """

    key: str
    kind: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class Amount:
    """A number as a person enters it.

    Attributes:
        number: Digits, such as "120", "1.62" or the range "30-50".
        unit: The unit in words, such as "亿元" or "million US dollars"; may be empty.
        comparator: The word at the number, such as "约" or "more than"; empty if there is none.
        measure: What the number counts, such as "年销售额".
    """

    number: str
    unit: str = ""
    comparator: str = ""
    measure: str = ""


@dataclass(frozen=True)
class Statement:
    """One thing that is said of a subject.

    Attributes:
        subject: Who or what it is said of.
        relation: The local name of the relation in the ontology, such as "supports".
        object: A thing, an amount, or a few words.
        status: "realised", "planned" or "targeted".
        period: When: ISO 8601 ("2011-09"), or words of the text ("截至2009年"); empty if nothing is said of it.
        quote: Words of the text that carry it; empty to search the whole text.
        subject_words: What stands for the subject in the text, where a person says so; else empty.
        relation_words: What stands for the relation; else empty.
        object_words: What stands for the object; else empty.
        measure_words: What stands for the measure; else empty.
    """

    subject: Thing
    relation: str
    object: Thing | Amount | str
    status: str
    period: str = ""
    quote: str = ""
    subject_words: str = ""
    relation_words: str = ""
    object_words: str = ""
    measure_words: str = ""

    @property
    def help(self) -> tuple[str, ...]:
        """The words that a person gave, without empty ones."""
        given = (self.subject_words, self.relation_words, self.object_words, self.measure_words)
        return tuple(words for words in given if words)

    @property
    def unaided(self) -> Statement:
        """The statement without the words that a person gave."""
        return replace(self, subject_words="", relation_words="", object_words="", measure_words="")


@dataclass(frozen=True)
class Verdict:
    """Whether a text says a statement.

    Attributes:
        proved: Whether it does.
        column: What is missing, as a sheet names it: "subject", "relation", "object", "measure", "unit",
            "comparator", "period", "status" or "quote"; empty if it is proved.
        reason: One line for people: what is missing, and what the text has instead; empty if it is proved.
        suggestion: What to write instead; empty if nothing is known.
        positions: Where the words of each part stand, as `cityGraph.model.positions` writes it; empty if refused.
        basis: "stated" if one sentence says all of it, else "resolved"; empty if refused.
        assisted: Whether it was proved with the words that a person gave.
    """

    proved: bool
    column: str = ""
    reason: str = ""
    suggestion: str = ""
    positions: str = ""
    basis: str = ""
    assisted: bool = False
