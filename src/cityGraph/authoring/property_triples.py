"""The rows of things and sources as triples: each column of the table is a property."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import TYPE
from ..model.sheets import Refused
from ..names.spelling import fold
from ..namespaces import CG, PREFIXES
from .cell_terms import NOTHING, PINYIN, tag_of, terms, words_in
from .columns import UNTAGGED, columns_of
from .filling import other_script, pinyin_of
from .languages import guess
from .ontology import ontology
from .sheet_sources import UNDATED

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .draft import Triple
    from .folder_names import FolderNames
    from .sheet_sources import SheetSource
    from .sheet_things import NamedThing

_SKOS, _DCTERMS = PREFIXES["skos"], PREFIXES["dcterms"]
NAME, OTHER_NAME = _SKOS + "prefLabel", _SKOS + "altLabel"
LABEL = PREFIXES["rdfs"] + "label"
_REPLACED = _DCTERMS + "isReplacedBy"
_STAND_IN = CG + "anaphor"
_ARTICLES = ("the ", "a ", "an ")
_SCRIPTS = {"zh-Hant": "zh-Hans", "zh-Hans": "zh-Hant"}
NAME_COLUMNS = ("zh-Hant", "zh-Hans", "en")


class Properties:
    """Makes the triples of rows.

    Attributes:
        refused: The cells that are refused.
        filled: What was filled in, as (table, row, column, value).
    """

    def __init__(self, names: FolderNames, languages: Sequence[str]) -> None:
        self.names, self.languages = names, languages
        self.refused: list[Refused] = []
        self.filled: list[tuple[str, int, str, str]] = []

    def columns(self, table: str, file: str, row: int, iri: str, cells: Mapping[str, str]) -> list[Triple]:
        """Make the triples of the columns that stand for a property.

        Args:
            table: The table.
            file: What the answer calls it.
            row: The row.
            iri: The IRI of what the row describes.
            cells: The cells of the row.

        Returns:
            The triples. What cannot be read is refused.
        """
        from pyoxigraph import NamedNode

        found: list[Triple] = []
        for name, cell in cells.items():
            column, tag = columns_of(table).column(name)
            if not cell or cell == NOTHING or not column.property:
                continue
            try:
                values = terms(column, tag, cell, self.names, self.languages)
            except ValueError as error:
                self.refused.append(Refused(file, row, name, str(error)))
                continue
            predicate, node = NamedNode(column.property), NamedNode(iri)
            found += [(t, predicate, node) if column.type == "old" else (node, predicate, t) for t in values]
        return found

    def thing(self, file: str, thing: NamedThing) -> list[Triple]:
        """Make the triples of a thing.

        Args:
            file: What the answer calls the table.
            thing: A thing of the sheet.

        Returns:
            Its kind, its names, and what else its columns say.
        """
        from pyoxigraph import Literal, NamedNode

        iri, kind = self.names.thing(thing), CG + thing.thing.kind
        node = NamedNode(iri)
        if thing.thing.key in self.names.made:
            self.filled.append((file, thing.row, "id", self.names.made[thing.thing.key]))
        made: list[Triple] = [(node, NamedNode(TYPE), NamedNode(kind))]
        label = NamedNode(LABEL if kind in ontology().term_kinds else NAME)
        names: dict[str, Any] = {}
        other: list[Any] = []
        for row in thing.rows:
            self._names(row.cells, names, other)
            made += self.columns("things", file, row.number, iri, row.cells)
        first = thing.rows[0].cells
        if label.value == NAME:
            made += [(node, NamedNode(OTHER_NAME), term) for term in self._filled(file, thing, first, names, made)]
        made += [(node, label, term) for term in names.values()]
        made += [(node, NamedNode(OTHER_NAME), term) for term in other]
        return [(s, NamedNode(_STAND_IN), Literal(o.value)) if _is_stand_in(p, o) else (s, p, o) for s, p, o in made]

    def _names(self, cells: Mapping[str, str], names: dict[str, Any], other: list[Any]) -> None:
        """Add the names of a row by language. A second one in a language is another name."""
        tagged = {tag: cells[tag] for tag in NAME_COLUMNS if cells.get(tag, NOTHING) != NOTHING and cells[tag]}
        tagged |= {name[5:]: cell for name, cell in cells.items() if name.startswith("name-") and cell}
        if (name := cells.get("name", "")) and name not in tagged.values():
            own = guess(name, self.languages)
            tagged |= {own: name} if own not in tagged else {}
            if tagged[own] != name:
                other.append(words_in(name, own))
        for tag, words in tagged.items():
            term = words_in(words, tag)
            known = names.setdefault(tag, term)
            if known != term:
                other.append(term)

    def _filled(
        self, file: str, thing: NamedThing, cells: Mapping[str, str], names: dict[str, Any], made: Iterable[Triple]
    ) -> list[Any]:
        """Fill in the other script of a name and its pinyin, if the row leaves them open. Return the pinyin."""
        person = thing.thing.kind == "Person"
        for tag, other in _SCRIPTS.items():
            if tag in names and other not in names and cells.get(other) != NOTHING:
                words = other_script(names[tag].value, other, person=person)  # type: ignore[arg-type]
                names[other] = words_in(words, other)
                self.filled.append((file, thing.row, other, words))
        chinese = names.get("zh-Hans") or names.get("zh-Hant")
        known = any(p.value == OTHER_NAME and tag_of(o) == PINYIN for _, p, o in made)
        if not chinese or known or cells.get("pinyin") == NOTHING:
            return []
        sound = pinyin_of(chinese.value, person=person)
        self.filled.append((file, thing.row, "pinyin", sound))
        return [words_in(sound, PINYIN)]

    def source(self, file: str, source: SheetSource) -> list[Triple]:
        """Make the triples of a source.

        Args:
            file: What the answer calls the table.
            source: A source of the sheet.

        Returns:
            What its columns say; its label, its text's hash, and what is not known of it, if no column says them.
        """
        from pyoxigraph import Literal, NamedNode

        iri = self.names.source(source)
        node = NamedNode(iri)
        cells = {name: cell for name, cell in source.cells.items() if fold(cell) not in UNDATED}
        found = self.columns("sources", file, source.row, iri, cells)
        made: list[Triple] = [(node, NamedNode(TYPE), NamedNode(CG + "Source")), *found]
        by_property: dict[str, list[Any]] = {}
        for _, predicate, term in found:
            by_property.setdefault(predicate.value, []).append(term)
        if CG + "unknown" not in by_property and cells.get("unknown") != NOTHING:
            unknown = (_DCTERMS + "date", _DCTERMS + "publisher", CG + "quality")
            made += [(node, NamedNode(CG + "unknown"), NamedNode(u)) for u in unknown if u not in by_property]
        if NAME not in by_property:
            called = labels(by_property)
            self.filled += [(file, source.row, f"label-{tag}", words) for tag, words in called.items()]
            made += [(node, NamedNode(NAME), words_in(words, tag)) for tag, words in called.items()]
        if source.text and CG + "textHash" not in by_property:
            made.append((node, NamedNode(CG + "textHash"), Literal(source.text.sha256)))
        return made


def _is_stand_in(predicate: Any, term: Any) -> bool:
    """Whether another name is one that only stands for the thing in a text, such as the plant."""
    english = predicate.value == OTHER_NAME and (term.language or "").startswith("en")
    return english and term.value.startswith(_ARTICLES)


def labels(values: Mapping[str, Sequence[Any]]) -> dict[str, str]:
    """Return what a source is called, if nothing says it: its publisher and its date, else its title.

    Args:
        values: The values of the source by the IRI of their property.

    Returns:
        A label for each language that the publisher or the title has, and for both scripts of Chinese.
    """
    dates = [term.value for term in values.get(_DCTERMS + "date", ())][:1]
    publishers = {tag_of(term): term.value for term in values.get(_DCTERMS + "publisher", ())}
    titles = {tag_of(term): term.value for term in values.get(_DCTERMS + "title", ())}
    by_tag = {tag: words for tag, words in (publishers or titles).items() if tag != UNTAGGED and "-t-" not in tag}
    for tag, other in _SCRIPTS.items():
        if tag in by_tag and other not in by_tag:
            by_tag[other] = other_script(by_tag[tag], other)  # type: ignore[arg-type]
    return {tag: " ".join([words, *(dates if publishers else [])]) for tag, words in by_tag.items()}
