"""The verb `check`: hold each sentence of a text against what the sources say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import BadText
from ..model.check import Compared, ComparedClaim, ComparedSentence, Difference
from ..model.verb import verb

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.claim import Claim
    from ..store.city import CityGraph
    from .verdicts import Judged
    from .weighing import Weighed

# Ends of sentences in either language; an abbreviation, or an initial, ends none.
_END = re.compile(
    r"[。！？!?][”’」』\"')）]*|(?<!\b[A-Za-z])(?<!\b(?:Co|Mr|Ms|Dr|St|No|vs))(?<!\b(?:Ltd|Inc|Mrs|etc))(?<!\bCorp)\.[\"')”’]*(?=\s|$)"
)
_SHOWN = 3  # claims that are shown of a sentence that no source says
LONGEST_SENTENCE = 1_000  # characters; a longer one is no sentence of prose
LONGEST = 1_000_000  # characters; a longer text is refused


@verb("render.check.check_text")
def check(city: CityGraph, text: str) -> Compared:
    """Compare each sentence of a text with what the sources say.

    It goes by words. A sentence is "supported" only if claims of the graph account for all of its names, numbers, dates
    and words.

    Args:
        city: An open graph.
        text: Sentences in Chinese or English, plain or as Markdown.

    Returns:
        The sentences, each with a verdict.

    Raises:
        BadText: The text is too long.
        CityGraphError: The graph is an endpoint, which is never read whole.

    Examples:
        >>> import cityGraph as cg
        >>> [each.verdict for each in cg.check(cg.open(), "太原計劃支持太鋼。太鋼是縣城。")]
        ['supported', 'not-said']
    """
    from .known import Known
    from .text import Text
    from .verdicts import judged

    if len(text) > LONGEST:
        raise BadText(f"The text has {len(text):,} characters; at most {LONGEST:,} are checked. Check it in parts.")
    known: Known = city.once("check", lambda: Known(city))
    # Each sentence is a paragraph of its own: a description never reaches into the next one.
    sentences = [each for line in _plain(text).splitlines() for each in _sentences(line)]
    reading = known.reading(Text(dict(enumerate(sentences, 1)), ""))
    found = (
        _compared(judged(known, reading, number))
        if len(words) <= LONGEST_SENTENCE
        else ComparedSentence(words, "not-understood", reason="long")
        for number, words in reading.text.paragraphs.items()
    )
    return Compared(tuple(found))


def _sentences(line: str) -> Iterator[str]:
    """Cut a line into sentences; a piece without a letter or a digit is none."""
    begin = 0
    for end in (*(match.end() for match in _END.finditer(line)), len(line)):
        if any(map(str.isalnum, line[begin:end])):
            yield line[begin:end].strip()
        begin = end


def _plain(text: str) -> str:
    """Return a text without the marks of Markdown."""
    text = re.sub(r"(?ms)^```.*?^```[^\n]*$", "", text)
    text = re.sub(r"!?\[([^\[\]\n]*)\]\([^()\n]*\)", r"\1", text)
    text = re.sub(r"(?m)^\s*(?:#{1,6}\s+|>\s?|[-*+]\s+|\d{1,3}[.)]\s+)", "", text)
    return re.sub(r"\*\*|__|`", "", text)


def _compared(judged: Judged) -> ComparedSentence:
    said = judged.said
    claims = tuple(ComparedClaim(each.fact.claim, each.verdict, _difference(each, said.text)) for each in judged.chosen)
    marks = {(mention.start, mention.end, "name") for mention in said.mentions}
    for each in judged.chosen:
        marks |= {(value.start, value.end, "value") for value in each.values}
        marks |= {(start, end, "relation") for start, end in each.spans}
    known = () if claims else tuple(_known(judged))
    # A name that is known is no unknown word, unless a claim leaves it over.
    names = () if claims else {said.paragraph.words[each.start : each.end] for each in said.mentions}
    left = tuple(dict.fromkeys(word for word in judged.left if word not in names))
    return ComparedSentence(said.text, judged.verdict, claims, _apart(marks), left, known, judged.reason)


def _difference(each: Weighed, sentence: str) -> Difference | None:
    """Return where a claim and its source differ; of ends that are swapped, and of a denial, in whole sentences."""
    if each.verdict != "differs":
        return None
    claim = each.fact.claim
    source = f"{claim.subject.label} {claim.relation.to(claim.object_text)}"
    if each.said == "turned":
        return Difference(f"{claim.object_text} {claim.relation.to(claim.subject.label)}", source)
    return Difference(sentence, source) if each.said == "denied" else Difference(each.said, each.source)


def _apart(marks: set[tuple[int, int, str]]) -> tuple[tuple[int, int, str], ...]:
    """Return marks that do not overlap: names and values before the words of a relation, longer ones first."""
    kept: list[tuple[int, int, str]] = []
    for start, end, role in sorted(marks, key=lambda mark: (mark[2] == "relation", mark[0] - mark[1], mark[0])):
        if all(end <= other[0] or other[1] <= start for other in kept):
            kept.append((start, end, role))
    return tuple(sorted(kept))


def _known(judged: Judged) -> Iterator[Claim]:
    """Yield some of what the sources say of the things in a sentence: first of two of them, then of one."""
    said = judged.said
    claims = (fact.claim for thing in said.named for fact in said.known.about.get(thing, ()))
    # Several sources may say the same.
    facts = list({(claim.subject, claim.relation, claim.object): claim for claim in claims}.values())
    both = [claim for claim in facts if len(claim.ends) > 1 and all(end.iri in said.named for end in claim.ends)]
    yield from dict.fromkeys([*both, *facts][:_SHOWN])
