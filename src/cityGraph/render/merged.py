"""Writes the answer of `merge` as text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import terminal
from .columns import wrap
from .display import display
from .words import WORDS
from .words_merged import MERGED_WORDS

if TYPE_CHECKING:
    from ..model.merged import LeftOut, Merged, Pair


def merged_text(answer: Merged, language: str, columns: int) -> str:
    """Return the answer of `merge` as text.

    First come the totals, then the things that became one, the doubtful pairs, the values that were left out and the
    rows that are refused. Sources that became one are only counted.

    Args:
        answer: What `merge` returned.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".
        columns: Width of a line, in terminal columns. IRIs are not wrapped, so that they can be copied.

    Returns:
        The text, with a line end.
    """
    words = MERGED_WORDS[language]
    head = words["written" if answer.file else "unwritten"].format(n=len(answer.inputs), file=terminal(answer.file))
    things = [pair for pair in answer.united if pair.one.kind != "Source"]
    counts = {field: f"{getattr(answer, field):,}" for field in ("entities", "claims", "sources", "triples")}
    became = {"entities": len(things), "claims": answer.claims_united, "sources": len(answer.united) - len(things)}
    lines = wrap(head, columns) + wrap(words["whole"].format(**counts), columns)
    lines += wrap(words["united"].format(**{name: f"{n:,}" for name, n in became.items()}), columns)
    for pair in things:
        lines += _pair_lines(pair, language, columns)
    lines += wrap(words["doubtful"].format(n=f"{len(answer.doubtful):,}"), columns)
    for pair in answer.doubtful:
        lines += _pair_lines(pair, language, columns)
    if answer.left_out:
        lines += wrap(words["left_out"].format(n=f"{len(answer.left_out):,}"), columns)
        for each in answer.left_out:
            lines += _indented(f"{display(each.entity.label)} · {left_out_text(each, language)}", columns)
    if answer.refused:
        lines += wrap(words["refused"].format(n=f"{len(answer.refused):,}"), columns)
        lines += [terminal(" ".join(str(each).split())) for each in answer.refused]
    return "\n".join(lines) + "\n"


def _pair_lines(pair: Pair, language: str, columns: int) -> list[str]:
    names = " / ".join(dict.fromkeys((display(pair.one.label), display(pair.other.label))))
    kind = display(pair.one.kind_label or pair.one.kind)
    told = " · ".join(filter(None, (names, kind, reasons_text(pair, language))))
    iris = dict.fromkeys((pair.one.iri, pair.other.iri))
    return [*_indented(told, columns), *(f"    {terminal(iri)}" for iri in iris)]


def _indented(text: str, columns: int) -> list[str]:
    first, *more = wrap(text, columns - 4)
    return [f"  {first}", *(f"    {line}" for line in more)]


def reasons_text(pair: Pair, language: str) -> str:
    """Return why two things are one, or may be.

    Args:
        pair: The pair.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The reasons on one line.
    """
    words = MERGED_WORDS[language]["reasons"]
    told = [words[key].format(what=display(what)) for key, what in pair.reasons]
    return str(WORDS[language]["pause"]).join(told)


def left_out_text(each: LeftOut, language: str) -> str:
    """Return which value of a thing stays and which is left out.

    Args:
        each: The value that is left out.
        language: Language of the text: "zh-Hant", "zh-Hans" or "en".

    Returns:
        Both on one line.
    """
    kept, left_out = terminal(each.kept), terminal(each.left_out)
    return str(MERGED_WORDS[language]["kept"].format(relation=each.relation, kept=kept, left_out=left_out))
