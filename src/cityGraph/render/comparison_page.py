"""Write the answer of `compare` as Markdown: for each part a table with a column for each city."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..escape import markdown, markdown_link
from .comparison_lines import Wording, by_kind
from .display import full_width
from .figures import quoted
from .rows import status_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.comparison import Beside, Comparison, Said

_SIDES = ("first", "second")
_BREAK = "<br>"  # between the lines of a cell of GitHub Flavored Markdown
_MOST = 3  # quotes of one thing that a cell has


def comparison_page(answer: Comparison, language: str) -> str:
    """Return the answer of `compare` as Markdown with tables (GitHub Flavored Markdown).

    Args:
        answer: What `compare` returned.
        language: Language of the words: "zh-Hant", "zh-Hans" or "en".

    Returns:
        The page, with a line end. A quote is a link to its place in the source.
    """
    wording = Wording(answer, language)
    lines = [f"# {_shown(wording.told('title'))}", "", *_table(wording, "", list(_counts(wording, answer)))]
    parts = [(kind, rows) for kind, rows in by_kind(answer)]
    parts += [(wording.told(name), list(answer.part(name))) for name in ("leaders", "zones", "figures")]
    parts.append((wording.told("alike"), list(answer.alike)))
    for head, rows in parts:
        if rows:
            many = {named: sum(row.named == named for row in rows) for named in ("both", *_SIDES)}
            counted = " · ".join(wording.many(named, n) for named, n in many.items() if n)
            lines += ["", f"## {_shown(head)}", "", _shown(counted), ""]
            lines += _table(wording, "", [_row(wording, row) for row in rows])
    notes = [wording.told("single", n=answer.single)] if answer.single else []
    return "\n".join([*lines, "", *(_shown(note) for note in (*notes, wording.told("gap")))]) + "\n"


def _shown(text: str) -> str:
    return markdown(full_width(text))


def _counts(wording: Wording, answer: Comparison) -> Iterator[tuple[str, str, str]]:
    for head, one, other in wording.counts(answer):
        yield _shown(head), _shown(one), _shown(other)


def _table(wording: Wording, head: str, rows: Sequence[tuple[str, str, str]]) -> list[str]:
    heads = (head, *(_shown(city) for city in wording.cities.values()))
    return [f"| {' | '.join(cells)} |" for cells in (heads, ("---",) * 3, *rows)]


def _row(wording: Wording, row: Beside) -> tuple[str, str, str]:
    remarks = [_shown(wording.remark(remark)) for remark in row.remarks if remark.name != "name"]
    cells = [
        _BREAK.join(_cell(wording, row, said, side) for said in getattr(row, side))
        or f"*{_shown(wording.own['unsaid'])}*"
        for side in _SIDES
    ]
    return _BREAK.join([f"**{_shown(wording.topic(row))}**", *remarks]), cells[0], cells[1]


def _cell(wording: Wording, row: Beside, said: Said, side: str) -> str:
    """Return what one city says: its status, the words, and the quotes with their sources."""
    head = f"{_shown(status_of(said.standing, wording.words))} · " if said.standing else ""
    passages = dict.fromkeys(passage for claim in said.claims for passage in claim.evidence)
    cited = []
    for passage in list(passages)[:_MOST]:
        place = "" if passage.paragraph is None else f" §{passage.paragraph}"
        date = "" if not passage.date or passage.date in passage.source_title else f", {passage.date}"
        grade = f" {passage.quality}" if passage.quality else ""
        quote = markdown_link(quoted(passage.phrase, wording.words), passage.url)
        cited.append(f"{quote} {markdown(passage.source_title + date + grade + place)}")
    reasons = [_shown(wording.words["because"] + claim.because) for claim in said.claims[:1] if claim.because]
    return _BREAK.join([head + _shown(wording.said(row, said, side)), *(cited or reasons)])
