"""The things and sources of a graph as rows: each property is a column."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import TYPE
from ..namespaces import CG, PREFIXES, local
from .cell_terms import NOTHING, PINYIN, cells, needs_tags, tag_of
from .columns import columns_of
from .ontology import kebab, ontology
from .property_triples import LABEL, NAME, NAME_COLUMNS, OTHER_NAME, labels

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .columns import Column
    from .graph_names import GraphNames

Parts = dict[str, list[Any]]
_SCRIPTS = ("zh-Hant", "zh-Hans")


def table(name: str, rows: Sequence[Mapping[str, str]]) -> list[list[str]]:
    """Put rows under headings.

    Args:
        name: The table.
        rows: The cells of each row by column.

    Returns:
        The headings, in the order in which columns are documented, then the rows. A column without cells is left out,
        unless the table needs it.
    """
    columns = columns_of(name)
    used = {column for row in rows for column, cell in row.items() if cell} | set(columns.needed)
    order = {column: at for at, column in enumerate(columns.names)}
    headings = sorted(used, key=lambda column: (order[columns.column(column)[0].name], column))
    return [headings, *([row.get(column, "") for column in headings] for row in rows)]


def property_cells(
    name: str, things: Mapping[str, Parts], names: GraphNames, languages: Sequence[str], skip: Iterable[str] = ()
) -> dict[str, dict[str, str]]:
    """Write the properties of things that have a column.

    Args:
        name: The table.
        things: The things by IRI, with their objects by predicate.
        names: Words for IRIs.
        languages: The languages of the graph, the main one first.
        skip: Columns that are written elsewhere.

    Returns:
        The cells of each thing by column.
    """
    found: dict[str, dict[str, str]] = {iri: {} for iri in things}
    for column in columns_of(name).all.values():
        if not column.property or column.type == "old" or column.name in skip:
            continue
        values = {iri: _values(column, parts) for iri, parts in things.items()}
        tagged = needs_tags(column, values.values(), languages)
        for iri, terms in values.items():
            if terms:
                found[iri] |= cells(column, terms, names, languages, tagged=tagged)
    return found


def _values(column: Column, parts: Parts) -> list[Any]:
    terms = parts.get(column.property, [])
    if column.property != OTHER_NAME:
        return terms
    return [term for term in terms if (tag_of(term) == PINYIN) == (column.type == "pinyin")]


def thing_rows(
    things: Mapping[str, Parts],
    replaced: Mapping[str, Sequence[str]],
    names: GraphNames,
    named: Mapping[str, str],
    languages: Sequence[str],
) -> list[list[str]]:
    """Write the table of things.

    Args:
        things: The things by IRI, with their objects by predicate.
        replaced: The IRIs that each replaces.
        names: Words for IRIs.
        named: The main name of each.
        languages: The languages of the graph, the main one first.

    Returns:
        The headings, and a row for each thing, by kind and id.
    """
    found = property_cells("things", things, names, languages)
    rows = []
    for iri in sorted(things, key=lambda iri: (local(things[iri][TYPE][0].value), names.iris.id(iri))):
        parts = things[iri]
        row = {"name": named[iri], "kind": kebab(local(parts[TYPE][0].value)), "id": names.iris.id(iri), **found[iri]}
        label = LABEL if parts[TYPE][0].value in ontology().term_kinds else NAME
        for term in parts.get(label, ()):
            tag = tag_of(term)
            row[tag if tag in NAME_COLUMNS else f"name-{tag}"] = term.value
        if label == NAME:
            known = [tag for tag in _SCRIPTS if tag in row]
            row |= {tag: NOTHING for tag in _SCRIPTS if known and tag not in row}
            row |= {"pinyin": NOTHING} if known and "pinyin" not in row else {}
        if iri in replaced:
            row["replaces"] = "|".join(names.iris.id(old) for old in sorted(replaced[iri]))
        rows.append(row)
    return table("things", rows)


def source_rows(
    sources: Mapping[str, Parts], replaced: Mapping[str, Sequence[str]], names: GraphNames, languages: Sequence[str]
) -> list[list[str]]:
    """Write the table of sources.

    Args:
        sources: The sources by IRI, with their objects by predicate.
        replaced: The IRIs that each replaces.
        names: Words for IRIs.
        languages: The languages of the graph, the main one first.

    Returns:
        The headings, and a row for each source, by key.
    """
    expected = [PREFIXES["dcterms"] + "date", PREFIXES["dcterms"] + "publisher", CG + "quality"]
    plain = {}
    for iri, parts in sources.items():
        plain[iri] = given = dict(parts)
        if {tag_of(term): term.value for term in parts.get(NAME, ())} == labels(parts):
            del given[NAME]
        missing = {each for each in expected if each not in parts}
        if {term.value for term in parts.get(CG + "unknown", ())} == missing:
            given.pop(CG + "unknown", None)
    found = property_cells("sources", plain, names, languages)
    rows = [{"key": names.iris.id(iri), **found[iri]} for iri in sorted(sources, key=names.iris.id)]
    for iri, row in zip(sorted(sources, key=names.iris.id), rows, strict=True):
        if CG + "textHash" in sources[iri]:
            row["file"] = f"{row['key'].replace(':', '-')}.txt"
        if CG + "unknown" not in sources[iri] and any(each not in sources[iri] for each in expected):
            row["unknown"] = NOTHING
        if iri in replaced:
            row["replaces"] = "|".join(names.iris.id(old) for old in sorted(replaced[iri]))
    return table("sources", rows)
