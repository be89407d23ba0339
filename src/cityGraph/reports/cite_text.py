"""The answer of `cite` as text for a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from ..render.columns import plain, wrap
from ..render.figures import object_text
from ..render.legend import legend_lines, proof_of
from ..render.plan_rows import INDENT, Words, empty_text, heading, notes_on, row
from ..render.rows import count_of
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim
    from ..render.columns import Style
    from .references import Citations


def cite_text(answer: Citations, style: str, language: str, columns: int, colour: Style = plain) -> str:
    """Write the answer of `cite` as text.

    Addresses and BibTeX are never broken over two lines, so that you can copy them.

    Args:
        answer: The answer.
        style: ``bibtex``, ``footnote``, or anything else for references with the claims of each source below it.
        language: The language of the words: ``zh-Hant``, ``zh-Hans`` or ``en``.
        columns: The width of the lines, in columns of a terminal.
        colour: A function that colours a text. The default leaves it as it is.

    Returns:
        The text, which ends with a line break. An answer without sources gives a line that says so.
    """
    words = WORDS[language]
    if style == "bibtex" and len(answer):
        return answer.bibtex()
    if style == "footnote" and len(answer):
        lines = [line for note in answer.footnotes() for line in _with_address(note, columns)]
        return "\n".join(lines) + "\n"
    if not (len(answer) or answer.reasons):
        return empty_text("no_cites", answer, words, columns)
    claim_count = sum(len(citation.claims) for citation in answer) + len(answer.reasons)
    head = [count_of(words, "claims", claim_count), count_of(words, "cited_by", len(answer))]
    lines = heading(answer, head, words, columns)
    for citation, reference in zip(answer, answer.gbt7714(), strict=True):
        lines += ["", *_with_address(reference, columns)]
        lines += ["  " + line for line in wrap(words["other_text"], columns - 2)] if citation.differs else []
        sentences = dict(citation.sentences)
        for claim in citation.claims:
            lines += row(statement(claim, words), claim, words, language, columns, colour)
            if claim.basis:
                lines += notes_on([words["proved"].format(proof=proof_of(claim.proof, words))], columns)
            lines += [" " * 2 * INDENT + url for url in dict.fromkeys(p.url for p in claim.evidence) if url]
            for sentence in sentences.get(claim.iri, ()):
                marked = " ".join(sentence.marked(language).split())
                lines += notes_on([words["sentence"].format(n=sentence.paragraph) + terminal(marked)], columns)
            if sentences.get(claim.iri) == ():
                lines += notes_on([words["not_there"]], columns)
    for claim in answer.reasons:
        lines += ["", *row(statement(claim, words), claim, words, language, columns, colour)]
    shown = [*(claim for citation in answer for claim in citation.claims), *answer.reasons]
    bases = {claim.basis for claim in shown}
    marks = {"resolved": "resolved" in bases, "inferred": "inferred" in bases}
    lines += legend_lines((claim.evidence for claim in shown), words, columns, **marks)
    return "\n".join(lines) + "\n"


def statement(claim: Claim, words: Words) -> str:
    """Return a claim as one phrase: subject, relation, object.

    Args:
        claim: The claim.
        words: The words of the reader's language.

    Returns:
        The phrase, safe for a terminal.
    """
    return terminal(f"{claim.subject.label} {claim.relation.to(object_text(claim, words))}")


def _with_address(text: str, columns: int) -> Iterator[str]:
    """Yield the lines of a reference, its address on a line of its own."""
    head, _, address = text.rpartition(" ")
    if not address.startswith(("http:", "https:")):
        head, address = text, ""
    yield from wrap(head, columns)
    if address:
        yield " " * INDENT + address
