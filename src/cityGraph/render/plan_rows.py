"""Write rows that show the basis of a claim, with their heading and notes: for answers on the plan and citations."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.edges import comparable
from .columns import wrap
from .display import display
from .figures import figure_text
from .legend import end_lines
from .rows import basis_of, edge_lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Passage
    from ..model.timeline import Moment
    from .columns import Style

Words = dict[str, Any]  # the words of one language, as in `render.words`
INDENT = 4


def row(
    text: str,
    claim: Claim,
    words: Words,
    language: str,
    columns: int,
    style: Style,
    keep: tuple[str, ...] = ("purpose", "level", "share"),
) -> Iterator[str]:
    """Yield the lines of one claim: status, text, quotes and places, then the qualifiers.

    A claim that is resolved is marked so behind the text. A stated claim has no mark.

    Args:
        text: What the row says.
        claim: The claim that the row rests on.
        words: The words of the reader's language.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; see `Style`.
        keep: Names of the qualifiers to print, if the claim has them.

    Yields:
        The lines.
    """
    kept = tuple(q for q in claim.qualifiers if q.name in keep)
    yield from edge_lines(text + resolved_mark(claim, words), claim.replace(qualifiers=kept), language, columns, style)


def resolved_mark(claim: Claim, words: Words) -> str:
    """Return the mark of a resolved claim, or "" for any other.

    Args:
        claim: The claim.
        words: The words of the reader's language.

    Returns:
        The mark, to stand behind a text.
    """
    return str(words["noted"].format(note=basis_of(claim.basis, words))) if claim.basis == "resolved" else ""


def notes_on(notes: Iterable[str], columns: int) -> Iterator[str]:
    """Yield the notes on a row, joined, wrapped and indented.

    Args:
        notes: The notes, in order. Empty prints nothing.
        columns: Width of a line, in terminal columns.

    Yields:
        The lines.
    """
    joined = " · ".join(notes)
    if joined:
        yield from (" " * (2 * INDENT) + line for line in wrap(joined, columns - 2 * INDENT))


def heading(answer: Any, counts: Sequence[str], words: Words, columns: int) -> list[str]:
    """Return the first lines of an answer: the thing, and the counts.

    Args:
        answer: An answer with the fields `entity` (None prints no thing) and `held_back`.
        counts: What the answer contains, in words, such as "3 targets".
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.

    Returns:
        The lines.
    """
    thing = [display(answer.entity.label)] if answer.entity else []
    return wrap(" · ".join([*thing, *counts, *_held_back(answer, words)]), columns)


def followed_notes(answer: Any, words: Words) -> Iterator[str]:
    """Yield what belongs to other things that the name refers to.

    Args:
        answer: An answer with the fields `entity` and `followed`.
        words: The words of the reader's language.

    Yields:
        A sentence for each of these things, which says so if only an inference leads there.
    """
    for each in answer.followed:
        other = display(each.thing.label)
        if each.inferred:
            other += words["noted"].format(note=basis_of("inferred", words))
        own = "followed_all" if each.count == len(answer) else "followed_some"
        yield words[own].format(name=display(answer.entity.label), other=other, n=each.count)


def followed_lines(answer: Any, words: Words, language: str, columns: int, style: Style) -> Iterator[str]:
    """Yield what belongs to other things that the name refers to, and the claims that say that it does.

    Args:
        answer: An answer with the fields `entity` and `followed`.
        words: The words of the reader's language.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; see `Style`.

    Yields:
        The lines, to stand below `heading`; none if nothing was followed.
    """
    for each, told in zip(answer.followed, followed_notes(answer, words), strict=True):
        yield from wrap(told, columns)
        for claim in each.claims:
            text = f"{display(claim.subject.label)} {display(claim.relation.to(claim.object_text))}"
            yield from row(text, claim, words, language, columns, style)


def empty_text(what: str, answer: Any, words: Words, columns: int) -> str:
    """Return the text of an answer without results.

    Args:
        what: The key of the sentence in `words`, such as "no_targets".
        answer: An answer with the fields `entity` and `held_back`. If it has a field `total` that is not 0, the text
            says that the filters left nothing, and how many results there are without them.
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.

    Returns:
        The text, with a line end.
    """
    text = words["none_left"].format(n=answer.total) if getattr(answer, "total", 0) else words[what]
    if answer.entity:
        text = words["none_of"].format(name=display(answer.entity.label), none=text)
    between = "" if text.endswith("。") else " "
    return "\n".join(wrap(between.join([text, *_held_back(answer, words)]), columns)) + "\n"


def _held_back(answer: Any, words: Words) -> list[str]:
    """Return how many inferred claims were left out, if any were."""
    return [words["held_back"].format(n=answer.held_back)] if answer.held_back else []


def moment_text(moment: Moment, words: Words, under: str = "") -> str:
    """Return the thing, what is said of it, and the works that the event brought to a stage.

    Args:
        moment: What is dated.
        words: The words of the reader's language.
        under: A name that stands above the row and is not repeated. Empty for none.

    Returns:
        The entity, what happened to it, its figure, and the stages that works reached. One line.
    """
    text = display(moment.text)
    figure = display(figure_text(moment.figure, words)) if moment.figure else ""
    text = " ".join(filter(None, (display(moment.entity.label), text, "·" if text and figure else "", figure)))
    works_by_stage: dict[tuple[str, bool], list[str]] = {}
    for claim in sorted(moment.stages, key=lambda claim: claim.object_text != under):
        stage = next((q.text for q in claim.qualifiers if q.name == "stage"), "")
        above = claim.object_text == under
        works_by_stage.setdefault((stage, above), []).append("" if above else display(claim.object_text))
    reached = [f"{words['comma'].join(names)} {display(stage)}".strip() for (stage, _), names in works_by_stage.items()]
    return f"{text} → {words['comma'].join(reached)}" if reached else text


def combined_claim(moment: Moment) -> Claim:
    """Return the claim that dates a moment, with the evidence of its stages and figure, and the weakest basis.

    Args:
        moment: What is dated.

    Returns:
        A claim whose basis is ``resolved`` if that of a stage or of the figure is.
    """
    claims = (moment.claim, *moment.stages, *([moment.figure] if moment.figure else []))
    passages = list(dict.fromkeys(passage for claim in claims for passage in claim.evidence))
    # A quote that is part of another quote from the same paragraph adds nothing.
    evidence = tuple(
        p
        for p in passages
        if not any(p != o and _place_key(p) == _place_key(o) and p.phrase in o.phrase for o in passages)
    )
    resolved = moment.claim.basis == "stated" and any(claim.basis == "resolved" for claim in claims)
    return moment.claim.replace(evidence=evidence, basis="resolved" if resolved else moment.claim.basis)


def _place_key(passage: Passage) -> tuple[str, int | None]:
    return passage.source, passage.paragraph


def other_figures(claim: Claim, figures: Iterable[Claim], words: Words) -> Iterator[str]:
    """Yield a note if other sources give another figure for the same; see `model.edges.comparable`.

    Args:
        claim: The claim whose figure is shown.
        figures: The claims with figures of the same thing.
        words: The words of the reader's language.

    Yields:
        One note, or none if all figures agree.
    """
    same = [each for each in figures if comparable(each, claim) and set(each.sources) - set(claim.sources)]
    others = dict.fromkeys(display(figure_text(each, words)) for each in same)
    others.pop(display(figure_text(claim, words)), None)
    if others:
        yield str(words["differ"]).format(others=words["comma"].join(others))


def missing_note(facets: Iterable[str], words: Words) -> str:
    """Return the note that no source says these facets.

    Args:
        facets: Names of what is missing, such as ``baseline``. At least one.
        words: The words of the reader's language.

    Returns:
        One line.
    """
    return str(words["lacking"].format(what=words["comma"].join(words["facets"][facet] for facet in facets)))


def source_lines_of(claims: Iterable[Iterable[Claim]], words: Words, columns: int) -> Iterator[str]:
    """Yield the lines that name the sources of the claims shown, and those that explain the marks.

    Args:
        claims: Groups of claims.
        words: The words of the reader's language.
        columns: The width of the text, in columns.

    Yields:
        The sources that are cited by a short name, each with its address; then the legend.
    """
    yield from end_lines((claim for group in claims for claim in group), words, columns, resolved=True)
