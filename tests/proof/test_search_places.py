"""Which words are proposed for a claim: of those that prove it the nearest, and none where a person must choose."""

from __future__ import annotations

import re

from cityGraph.authoring.propose import propose
from cityGraph.proof.text import read_text
from support.proof_cases import TITLE, Said, case, opened

SUPPORTS = Said("supports", "city", "zone", "planned", positions="")


def proposed(marked: str, claim: Said, *, offsets: bool = True, things: str = "") -> tuple[str | None, list[str]]:
    """The positions proposed for a claim that has none, and the places of its passages."""
    content, text = case(marked, claim, things=things)
    if not offsets:
        content = re.sub(r"oa:start \d+ ; oa:end \d+ ; ", "", content)
    source, said = read_text(text, {"https://example.org/page": TITLE})
    ((found, wrong),) = propose(opened(content), {source: said}).values()
    assert wrong == [] or found.positions is None or not offsets
    return found.positions, [f"{each.paragraph}:{each.start}-{each.end}" for each in found.evidence]


def test_of_several_words_that_prove_a_claim_the_nearest_are_proposed() -> None:
    assert (
        proposed("瀾陵看瀾陵市重點支持[o 鷺洲新區]。", SUPPORTS)[0] == "subject 3:3-6; relation 3:6-10; object 3:10-14"
    )


def test_a_phrase_gets_its_offsets_where_its_paragraph_has_it_once() -> None:
    assert proposed("瀾陵[e 重點支持鷺洲新區]。", SUPPORTS, offsets=False)[1] == ["3:2-10"]
    assert proposed("瀾陵[e 重點支持鷺洲新區],重點支持鷺洲新區。", SUPPORTS, offsets=False)[1] == ["3:None-None"]


def test_two_words_of_a_cue_may_adjoin() -> None:
    cue = """
    ex:lifts a rdf:Property ; rdfs:subPropertyOf cg:relation ; cg:subjectKind cg:City ; cg:objectKind cg:Zone ;
      cg:allowsStatus cg:planned ; cg:cue "從…到興辦{o}" .
    """
    claim = SUPPORTS.but(relation="ex:lifts")
    assert proposed("瀾陵從無到興辦[o 鷺洲新區]。", claim, things=cue)[0] is not None
    assert proposed("瀾陵從到興辦[o 鷺洲新區]。", claim, things=cue)[0] == (
        "subject 3:0-2; relation 3:2-3+3:3-6; object 3:6-10"
    )
