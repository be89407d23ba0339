"""Show any noun as an HTML table in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import terminal

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

MOST = 200  # rows; a notebook that shows more is slow, and nobody reads them
_HIDDEN = frozenset(("iri", "positions"))


def html(noun: Any) -> str:
    """Return a noun as an HTML table.

    Args:
        noun: An answer that lists nouns, the answer of a query, or any other noun.

    Returns:
        HTML that is also well-formed XML. A list becomes a table with one row for each item, at most `MOST`; any other
        noun a table with one row for each field. All text is escaped.

    Examples:
        >>> from cityGraph import Entity
        >>> html(Entity("urn:a", "<太鋼>", "Firm", "企業")).split("<tr>")[2]
        '<th>label</th><td>&lt;太鋼&gt;</td></tr>'
    """
    if hasattr(noun, "variables"):
        return _answer(noun)
    rows = list(noun) if hasattr(noun, "__iter__") else []
    listed = noun._listed if rows else None
    facts = {field: _cell(getattr(noun, field)) for field in noun.fields if field != listed}
    if not rows:
        return f"<div>{_fields(facts)}</div>"
    caption = " · ".join(f"{field}: {value}" for field, value in facts.items() if value)
    fields = [field for field in rows[0].fields if field not in _HIDDEN]
    table = [[_cell(getattr(row, field)) for field in fields] for row in rows[:MOST]]
    kept = [at for at, column in enumerate(zip(*table, strict=True)) if any(column)]
    heads = [_text(fields[at]) for at in kept]
    shown = _table(heads, [[row[at] for at in kept] for row in table])
    return f"<div>{f'<p>{caption}</p>' if caption else ''}{shown}{_more(len(rows))}</div>"


def _answer(answer: Any) -> str:
    """Return the answer of a query: its table, its verdict, or its Turtle."""
    if answer.verdict is not None:
        return f"<div>{str(answer.verdict).lower()}</div>"
    if answer.turtle is not None:
        return f"<div><pre>{_lines(answer.turtle)}</pre></div>"
    table = [[_cell(term) for term in row] for row in answer.rows[:MOST]]
    return f"<div>{_table(list(map(_text, answer.variables)), table)}{_more(len(answer.rows))}</div>"


def _more(rows: int) -> str:
    return f"<p>… {rows - MOST} more rows</p>" if rows > MOST else ""


def _fields(facts: dict[str, str]) -> str:
    rows = "".join(f"<tr><th>{_text(field)}</th><td>{value}</td></tr>" for field, value in facts.items() if value)
    return f"<table><tbody>{rows}</tbody></table>"


def _table(heads: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    head = f"<thead><tr>{''.join(f'<th>{each}</th>' for each in heads)}</tr></thead>"
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    return f"<table>{head}<tbody>{body}</tbody></table>"


def _cell(value: Any) -> str:
    """Return the value of a field as HTML; empty unless it holds text, numbers or nouns."""
    if value is None or value == ():
        return ""
    if isinstance(value, str):
        return _link(value, value)
    if isinstance(value, int | float):
        return _text(str(value).lower() if isinstance(value, bool) else str(value))
    if isinstance(value, dict):
        return " · ".join(f"{_text(str(key))} {_cell(each)}" for key, each in list(value.items())[:MOST])
    if hasattr(value, "type"):  # a term of a query
        return _link(value.value, value.value) if value.type == "uri" else _lines(value.value)
    if hasattr(value, "source_title"):
        return _link(value.phrase or value.source_title, value.url or "", value.source_title)
    if hasattr(value, "near"):
        return _text(f"{value.near.label} → {value.relation.label} → {value.far.label}")
    if hasattr(value, "text") and hasattr(value, "label"):
        return _text(f"{value.label}: {value.text}")
    if hasattr(value, "label"):
        return f'<span title="{_text(getattr(value, "iri", ""))}">{_text(value.label)}</span>'
    if hasattr(value, "fields"):
        return " ".join(filter(None, (_cell(getattr(value, f)) for f in value.fields if f not in _HIDDEN)))
    if isinstance(value, tuple):
        if hasattr(value, "_fields"):
            return " · ".join(filter(None, map(_cell, value)))
        return "<br/>".join(map(_cell, value[:MOST]))
    return ""


def _link(text: str, target: str, title: str = "") -> str:
    """Return `text` as HTML, as a link if `target` is the address of a page."""
    tooltip = f' title="{_text(title)}"' if title else ""
    if target.startswith(("http://", "https://")):
        return f'<a href="{_text(target)}" rel="noopener noreferrer"{tooltip}>{_lines(text)}</a>'
    return f"<span{tooltip}>{_lines(text)}</span>" if tooltip else _lines(text)


def _lines(text: str) -> str:
    return "<br/>".join(_text(line.expandtabs(4)) for line in text.splitlines())


def _text(text: str) -> str:
    from html import escape

    return escape(terminal(text))
