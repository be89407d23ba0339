"""Small answers made by hand, for what writes them; and what holds for any text that a terminal shows."""

from __future__ import annotations

import functools

import cityGraph as cg
from cityGraph.render.columns import width
from support.process import controls
from support.strange import STRANGE

CITY = cg.Entity("urn:city", "雲泊", "City", "城市")
FIRM = cg.Entity("urn:firm", "錨鏈廠", "Firm", "企業")
ZONE = cg.Entity("urn:zone", "北港園區", "Zone", "開發區")
SUPPORTS, SITED = cg.Relation("urn:supports", "支持"), cg.Relation("urn:sitedIn", "位於")
# Things whose labels and kinds could command a terminal, break a line or turn it round.
STRANGERS = tuple(cg.Entity(f"urn:t{at}", label, "Firm", label) for at, label in enumerate(STRANGE))


def passage(phrase: str, paragraph: int | None = 3, quality: str | None = "B") -> cg.Passage:
    """A quote from a source that goes by its label."""
    return cg.Passage(
        "urn:paper", "港報", "港報", paragraph, 0, 1, phrase, "https://example.org/a#:~:text=a", None, quality
    )


def article(phrase: str, paragraph: int | None = 3) -> cg.Passage:
    """A quote from a source that goes by a short name."""
    return cg.Passage(
        "urn:article",
        "本文",
        "灣報 2031-05-09",
        paragraph,
        0,
        1,
        phrase,
        "https://example.org/b#:~:text=b",
        "2031-05-09",
    )


def qualifier(name: str, label: str, text: str) -> cg.Qualifier:
    return cg.Qualifier(name, label, text, text)


def number(value: str, datatype: str = "decimal") -> cg.Value:
    return cg.Value(value, f"http://www.w3.org/2001/XMLSchema#{datatype}")


def claim(
    subject: cg.Entity = CITY,
    relation: cg.Relation = SUPPORTS,
    what: cg.Entity | cg.Value = FIRM,
    *said: cg.Passage,
    status: str = "planned",
    basis: str = "stated",
    **more: object,
) -> cg.Claim:
    iri = f"{subject.iri}-{relation.iri}"
    return cg.Claim(iri, subject, relation, what, status, basis, said).replace(**more)


@functools.cache
def strange_claims() -> tuple[cg.Claim, ...]:
    """Claims of which every text is strange."""
    return tuple(
        claim(
            thing,
            cg.Relation(f"urn:r{at}", thing.label),
            FIRM,
            passage(thing.label).replace(source_label=thing.label, quality=thing.label),
            article(thing.label).replace(source_title=thing.label, url=thing.label),
            iri=f"urn:c{at}",
            qualifiers=(qualifier("purpose", thing.label, thing.label),),
            because=thing.label,
            rests_on=(thing,),
        )
        for at, thing in enumerate(STRANGERS)
    )


def check_text(text: str, columns: int) -> str:
    """Check that a text ends with a line end, fits its columns and commands no terminal; return it."""
    assert text.endswith("\n")
    assert not controls(text)
    for line in text.splitlines():
        assert width(line) <= columns, line
    return text
