"""Write one claim or edge as lines of text: status, quote, place and notes; and the lines above and below them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal
from ..model.claim import BASES, STANDINGS, rank
from ..model.edges import disagreeing
from .columns import pad, width, wrap
from .display import display
from .figures import object_text, own_words, quoted
from .notes import note_lines, qualifier_notes, reason_notes
from .words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.claim import Claim, Entity, Passage
    from ..model.paths import Hop
    from .columns import Style


CITED = "*"  # marks a row that is cited only


def claim_lines(claims: Sequence[Claim], language: str, columns: int, style: Style) -> list[str]:
    """Return the lines of several claims, one below the other.

    Each claim shows its status, sentence, quotes and places, then its qualifiers, the reason if it is inferred, and
    the figures that other sources give instead.

    Args:
        claims: The claims, in the order to print them.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; see `Style`.

    Returns:
        The lines; none if there are no claims.
    """
    words = WORDS[language]
    lines: list[str] = []
    sentences = [_sentence(claim, words) for claim in claims]
    widest = max(map(width, sentences), default=0)
    others = disagreeing(claims)
    for claim, sentence in zip(claims, sentences, strict=True):
        marked = claim.proof == "citation"
        lines += row(sentence, claim.standing, claim.evidence, widest, language, columns, style, marked=marked)
        notes = [*qualifier_notes(claim.qualifiers, words), *reason_notes(claim, words)]
        if figures := others.get(claim.iri):
            given = words["comma"].join(object_text(other, words) for other in figures)
            notes.append(words["differ"].format(others=display(given)))
        lines += note_lines(notes, language, columns)
    return lines


def emptied_lines(emptied: str | None, words: dict[str, Any], columns: int) -> list[str]:
    """Return the line that names the filter which left no results.

    Args:
        emptied: The option's name without ``--``, or None if results are left.
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.

    Returns:
        The lines; none if `emptied` is None.
    """
    return wrap(words["emptied"].format(filter=f"--{emptied}"), columns) if emptied else []


def item_lines(items: list[str], columns: int) -> list[str]:
    """Join items with " · " and break the result into lines between items.

    Args:
        items: The items, in order. An item that is wider than a line is wrapped.
        columns: Width of a line, in terminal columns.

    Returns:
        The lines; one empty line if there are no items.

    Examples:
        >>> item_lines(["太鋼", "華為", "比亞迪"], 12)
        ['太鋼 · 華為', '比亞迪']
    """
    lines = [""]
    for item in items:
        joined = f"{lines[-1]} · {item}" if lines[-1] else item
        if width(joined) <= columns:
            lines[-1] = joined
        else:
            lines += wrap(item, columns)
    return [line for line in lines if line] or [""]


def count_of(words: dict[str, Any], what: str, n: int) -> str:
    """Return a number of things in words, such as "3 claims".

    Args:
        words: The words of the reader's language.
        what: The key of the phrase in `words`, such as "claims".
        n: The number. If it is 1, the plural of an English word becomes its singular.

    Returns:
        The phrase.

    Examples:
        >>> count_of(WORDS["en"], "claims", 3), count_of(WORDS["en"], "claims", 1)
        ('3 claims', '1 claim')
    """
    text = str(words[what]).format(n=n)
    if n != 1 or not text.endswith("s"):
        return text
    return text.removesuffix("ies") + "y" if text.endswith("ies") else text[:-1]


def head_lines(entity: Entity, names: Iterable[str], count: str, words: dict[str, Any], columns: int) -> Iterator[str]:
    """Yield the first lines of an answer about one thing: label, kind, other names, and a count at the right edge.

    Args:
        entity: The thing.
        names: Its other names. Empty prints none.
        count: How many results there are, in words.
        words: The words of the reader's language.
        columns: Width of a line, in terminal columns.

    Yields:
        The lines: one if everything fits on it, else one for each part.
    """
    head = " · ".join(filter(None, (display(entity.label), display(entity.kind_label))))
    others = [display(own_words(name, None, words)) for name in names]
    one = f"{head} · {'  '.join(others)}" if others else head
    if width(one) + 2 + width(count) <= columns:
        yield pad(one, columns - width(count)) + count
        return
    yield from wrap(
        pad(head, columns - width(count)) + count if width(head) + width(count) < columns else head, columns
    )
    if width(head) + width(count) >= columns:
        yield from wrap(count, columns)
    if others:
        yield from ("  " + line for line in wrap("  ".join(others), columns - 2))


def row(
    name: str,
    status: str,
    evidence: tuple[Passage, ...],
    names: int,
    language: str,
    columns: int,
    style: Style,
    *,
    marked: bool = False,
) -> Iterator[str]:
    """Yield the lines of one row: status, name, and the quote and place of each passage.

    The first passage stands beside the name if it fits. All others stand below.

    Args:
        name: The thing or sentence that the row is about, already safe for a terminal.
        status: "realised", "planned", "targeted" or "inferred"; another word is printed as it is.
        evidence: The passages. Empty prints none.
        names: Width of the column of names, in terminal columns; at most half of the line is used.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; see `Style`.
        marked: Mark the last place: the quotes do not say all of it.

    Yields:
        The lines.
    """
    words = WORDS[language]
    labels = words["status"]
    status_column = style(pad(status_of(status, words), max(map(width, labels))), status)
    indent = 2 + max(map(width, labels)) + 2
    cited = [(quoted(terminal(each.phrase), words), place_of(each)) for each in evidence]
    if marked and cited:
        cited[-1] = (cited[-1][0], f"{cited[-1][1]} {CITED}")
    # Without a status it is a triple without a claim, and so without a source.
    cited = cited or ([] if status else [("", str(words["unsourced"]))])
    first, *more = cited or [("", "")]
    names = min(names, (columns - indent) // 2)
    room = columns - indent - names - 2 - width(first[0]) - 2 - width(first[1])
    if width(name) <= names and room >= 0:
        line = pad(name, names) + "  " + first[0]
        yield f"  {status_column}  {pad(line, columns - indent - width(first[1])) + first[1]}".rstrip()
    else:
        head, *rest = wrap(name, columns - indent)
        yield f"  {status_column}  {head}"
        yield from (" " * indent + line for line in rest)
        more = cited
    for quote, place in more:
        step = indent + 2
        if not quote:
            yield " " * step + place
        elif step + width(quote) + 2 + width(place) <= columns:
            yield " " * step + pad(quote, columns - step - width(place)) + place
        else:
            yield from (" " * step + line for line in wrap(f"{quote} {place}", columns - step))


def place_of(passage: Passage) -> str:
    """Return where a passage stands: the source and, if known, the paragraph (``City Daily §13``).

    A source with a short name is called by it. Any other source is called by its label, which contains its date, and
    its grade is added.

    Args:
        passage: The passage.

    Returns:
        The place, safe for a terminal.
    """
    paragraph = "" if passage.paragraph is None else f" §{passage.paragraph}"
    place = display(passage.source_label) + paragraph
    has_short_name = passage.source_label != passage.source_title
    return place if has_short_name or not passage.quality else f"{place} {display(passage.quality)}"


def status_of(status: str, words: dict[str, Any]) -> str:
    """Return a status in the reader's language.

    Args:
        status: "realised", "planned", "targeted" or "inferred".
        words: The words of the reader's language.

    Returns:
        The word for it. A status that the ontology does not have is returned as it is, safe for a terminal.

    Examples:
        >>> status_of("planned", WORDS["en"]), status_of("rumoured", WORDS["en"])
        ('plan', 'rumoured')
    """
    return str(words["status"][rank(status, STANDINGS)]) if status in STANDINGS else display(status)


def basis_of(basis: str, words: dict[str, Any]) -> str:
    """Return a basis in the reader's language.

    Args:
        basis: "stated", "resolved" or "inferred".
        words: The words of the reader's language.

    Returns:
        The word for it. A basis that the ontology does not have is returned as it is.

    Examples:
        >>> basis_of("inferred", WORDS["zh-Hant"]), basis_of("rumoured", WORDS["en"])
        ('推斷', 'rumoured')
    """
    return str(words["basis"][rank(basis, BASES)]) if basis in BASES else basis


def edge_lines(name: str, edge: Claim | Hop, language: str, columns: int, style: Style) -> Iterator[str]:
    """Yield the lines of one edge: its row, then its qualifiers and reason below.

    Args:
        name: What the row says.
        edge: A `Claim` or a `Hop`.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns.
        style: Colours a word; see `Style`.

    Yields:
        The lines.
    """
    label = display(name)
    yield from row(label, edge.standing, edge.evidence, width(label), language, columns, style)
    words = WORDS[language]
    yield from note_lines([*qualifier_notes(edge.qualifiers, words), *reason_notes(edge, words)], language, columns)


def _sentence(claim: Claim, words: dict[str, Any]) -> str:
    return display(f"{claim.subject.label} {claim.relation.to(object_text(claim, words))}")


def source_lines(cited: Iterable[tuple[Passage, ...]], columns: int) -> Iterator[str]:
    """Yield the list of the sources that an answer calls by a short name, each with its title and address.

    Args:
        cited: The passages of each row, in order. A source is listed once.
        columns: Width of a line, in terminal columns.

    Yields:
        The lines, an empty line before each source.
    """
    pages = {}
    for passages in cited:
        for passage in passages:
            if passage.source_label != passage.source_title:
                page = (passage.url or "").split("#:~:", 1)[0]
                pages[passage.source_label] = f"{display(passage.source_title)} {terminal(page)}".strip()
    for label, page in pages.items():
        head = display(f"{label}:")
        yield from ("", *wrap(head + ("" if head.endswith("：") else " ") + page, columns))
