"""The values of cells as RDF terms, and RDF terms as cells."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Protocol

from ..errors import short
from ..escape import language_tag
from ..namespaces import PREFIXES, expand, shorten
from .cell_values import iso_date
from .columns import UNTAGGED
from .languages import guess

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .columns import Column

XSD = PREFIXES["xsd"]
PINYIN = "zh-Latn-pinyin"
NOTHING = "-"  # a cell that stays empty: nothing is filled in
_DIVIDED = re.compile(r"(?:[^\\|｜]|\\.)+", re.DOTALL)
_TAGGED = re.compile(r"(.*)@([A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*)", re.DOTALL)
_DATES = (
    ("gYear", re.compile(r"-?\d{4,}")),
    ("gYearMonth", re.compile(r"-?\d{4,}-\d\d")),
    ("date", re.compile(r"-?\d{4,}-\d\d-\d\d")),
    ("dateTime", re.compile(r"-?\d{4,}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)?")),
)
_FORMS = {
    "integer": re.compile(r"[+-]?\d+"),
    "decimal": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)"),
    "boolean": re.compile(r"true|false"),
}
_YES = {"yes": "true", "是": "true", "1": "true", "no": "false", "否": "false", "0": "false"}


class Names(Protocol):
    """Finds what the cells of a folder name, and what to call it."""

    def iri(self, sort: str, word: str) -> str:
        """Return the IRI that a word means.

        Args:
            sort: ``source``, ``old`` or ``term``.
            word: The word.

        Returns:
            The IRI; empty if the word means none.
        """

    def word(self, sort: str, iri: str) -> str:
        """Return a word for an IRI.

        Args:
            sort: ``source``, ``old`` or ``term``.
            iri: The IRI.

        Returns:
            A word that `iri` takes back to the IRI.
        """


def divided(cell: str) -> list[str]:
    r"""Return the values of a cell that may have several.

    Args:
        cell: Values with ``|`` between them; a backslash before ``|`` makes it a part of a value.

    Returns:
        The values, without blanks at their ends.

    Examples:
        >>> divided(r"a | b\|c | ")
        ['a', 'b|c']
    """
    found = (re.sub(r"\\([\\|｜])", r"\1", part).strip() for part in _DIVIDED.findall(cell))
    return [value for value in found if value]


def joined(values: Iterable[str]) -> str:
    """Return values as one cell, which `divided` takes apart.

    Args:
        values: Values without blanks at their ends.

    Returns:
        The cell.
    """
    return "|".join(re.sub(r"\\(?=[\\|｜]|$)|[|｜]", lambda found: "\\" + found.group(), value) for value in values)


def terms(column: Column, tag: str, cell: str, names: Names, languages: Sequence[str]) -> list[Any]:
    """Read a cell.

    Args:
        column: Its column.
        tag: The language tag behind the name of the column; empty if there is none.
        cell: The cell, not empty.
        names: Finds sources and terms.
        languages: The languages of the folder, the main one first.

    Returns:
        The values as pyoxigraph terms.

    Raises:
        ValueError: The cell has no value of the type of its column.
    """
    return [_term(column, tag, value, names, languages) for value in (divided(cell) if column.several else [cell])]


def _term(column: Column, tag: str, value: str, names: Names, languages: Sequence[str]) -> Any:
    from pyoxigraph import Literal, NamedNode

    match column.type:
        case "words" | "word" | "pinyin":
            tagged = _TAGGED.fullmatch(value) if column.several else None
            default = {"word": UNTAGGED, "pinyin": PINYIN}.get(column.type) or guess(value, languages)
            words, tag = (tagged[1], tagged[2]) if tagged else (value, tag or default)
            return words_in(words, tag)
        case "date":
            value = iso_date(value) or value
            sort = next((sort for sort, form in _DATES if form.fullmatch(value)), "")
            if not sort:
                raise ValueError(f"{short(value)!r} is no date. Write it as 2021-06-09, 2021-06 or 2021")
            return Literal(value, datatype=NamedNode(XSD + sort))
        case "boolean" | "integer" | "decimal":
            plain = _YES.get(value.lower(), value.lower()) if column.type == "boolean" else value.replace(",", "")
            if not _FORMS[column.type].fullmatch(plain):
                wanted = {"boolean": "yes or no", "integer": "a whole number", "decimal": "a number"}[column.type]
                raise ValueError(f"{short(value)!r} is not {wanted}")
            return Literal(plain, datatype=NamedNode(XSD + column.type))
        case "url" | "property":
            whole = expand(value)
            if not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>\"{}|^`\\]+", whole):
                raise ValueError(f"{short(value)!r} is no address")
            return NamedNode(whole)
    if not (iri := names.iri(column.type, value)):
        raise ValueError(f"no {column.type} is called {short(value)!r}")
    return NamedNode(iri)


def untagged(value: str) -> str:
    """Return a value of a list without the language tag that may stand at its end.

    Args:
        value: A value that `divided` returned.

    Returns:
        The value itself.

    Examples:
        >>> untagged("古交@zh-Hans"), untagged("a@b.org")
        ('古交', 'a@b.org')
    """
    tagged = _TAGGED.fullmatch(value)
    return tagged[1] if tagged else value


def words_in(words: str, tag: str) -> Any:
    """Return words as a literal.

    Args:
        words: The words.
        tag: Their language; `UNTAGGED` if they have none.

    Returns:
        A pyoxigraph literal.
    """
    from pyoxigraph import Literal

    return Literal(words) if tag == UNTAGGED else Literal(words, language=tag)


def tag_of(term: Any) -> str:
    """Return the language of a literal.

    Args:
        term: A pyoxigraph literal.

    Returns:
        The tag as it is written; `UNTAGGED` if it has none.
    """
    return language_tag(term.language) if term.language else UNTAGGED


def cells(
    column: Column, found: Sequence[Any], names: Names, languages: Sequence[str], *, tagged: bool
) -> dict[str, str]:
    """Write the values of one property of one thing.

    Args:
        column: The column of the property.
        found: The values as pyoxigraph terms.
        names: Names sources and terms.
        languages: The languages of the folder, the main one first.
        tagged: Whether each language has a column of its own.

    Returns:
        Cells by the name of their column: what `terms` reads as the same values, as far as a cell can hold them.
    """
    written: dict[str, list[str]] = {}
    for term in sorted(found, key=lambda term: (_rank(term, languages), str(term.value))):
        value, heading = _value(column, term, names), column.name
        if column.type in ("words", "word", "pinyin"):
            own = tag_of(term)
            default = {"word": UNTAGGED, "pinyin": PINYIN}.get(column.type) or guess(value, languages)
            if column.several:
                value = value if own == default and not _TAGGED.fullmatch(value) else f"{value}@{own}"
            elif tagged:
                heading = f"{column.name}-{own}"
        written.setdefault(heading, []).append(value)
    return {heading: joined(values) if column.several else values[0] for heading, values in written.items()}


def needs_tags(column: Column, by_thing: Iterable[Sequence[Any]], languages: Sequence[str]) -> bool:
    """Say whether a column must stand once for each language.

    Args:
        column: A column.
        by_thing: The values of its property, of one thing after the other.
        languages: The languages of the folder, the main one first.

    Returns:
        False if each thing has at most one value, and its language can be told from it.
    """
    if column.type != "words" or column.several:
        return False
    return any(len(found) > 1 or any(tag_of(t) != guess(t.value, languages) for t in found) for found in by_thing)


def _value(column: Column, term: Any, names: Names) -> str:
    if column.type in ("url", "property"):
        short_name = shorten(term.value)
        return str(term.value) if column.type == "url" or short_name.startswith("<") else short_name
    if column.type in ("term", "source", "old"):
        return names.word(column.type, term.value)
    if column.type == "boolean":
        return {"true": "yes", "false": "no"}.get(str(term.value), str(term.value))
    return str(term.value)


def _rank(term: Any, languages: Sequence[str]) -> int:
    tag = tag_of(term) if hasattr(term, "language") else ""
    return languages.index(tag) if tag in languages else len(languages)
