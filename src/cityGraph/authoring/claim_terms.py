"""The cells of a row of claims as the terms of a claim: its ends, its status, and what qualifies it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..exports.turtle_terms import RDF
from ..model.claim import STATUSES
from ..namespaces import CG, expand, local
from ..proof.statement import Amount, Thing
from .cell_terms import XSD, terms, words_in
from .cell_values import amount, iso_date, period
from .columns import columns_of
from .ontology import ontology
from .quantity_terms import Quantities

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .folder_names import FolderNames
    from .sheet_claims import Said

WORDS = RDF + "langString"
DECIMAL = XSD + "decimal"
_DATES = {1: "gYear", 2: "gYearMonth", 3: "date"}
_PERIODS = {CG + "period", CG + "dueBy", CG + "baseline"}
_OWN = {"unit", "comparator"}  # columns that belong to the number of the row


class ClaimTerms:
    """Makes the terms of claims.

    Attributes:
        quantities: The units and comparators.
    """

    def __init__(self, names: FolderNames, languages: Sequence[str]) -> None:
        self.names, self.languages = names, list(languages)
        self.quantities = Quantities(names, self.languages)

    def relation(self, said: Said) -> str:
        """Return the relation of a row.

        Args:
            said: What the row says.

        Returns:
            Its IRI.
        """
        name = said.statement.relation
        return expand(name) if ":" in name else CG + name

    def ends(self, said: Said) -> dict[str, list[Any]]:
        """Return subject, relation and object of a row, with unit and comparator if the object is a number.

        Args:
            said: What a row says.

        Returns:
            Terms by the IRI of their property.

        Raises:
            ValueError: A cell does not fit the relation; the first argument is its column, the second says why.
        """
        from pyoxigraph import NamedNode

        statement, relation = said.statement, self.relation(said)
        parts: dict[str, list[Any]] = {
            RDF + "subject": [NamedNode(self._thing(statement.subject))],
            RDF + "predicate": [NamedNode(relation)],
        }
        unit, comparator = said.row.cells.get("unit", ""), said.row.cells.get("comparator", "")
        found: Any
        if isinstance(statement.object, Thing):
            found = NamedNode(self._thing(statement.object))
        elif isinstance(statement.object, Amount) and "-" not in statement.object.number[1:]:
            number, iri = self.quantities.value(statement.object.number, statement.object.unit)
            found = _literal(number, DECIMAL)
            parts[CG + "unit"] = [NamedNode(iri)] if iri else []
        else:
            found = value_of(relation, said.row.cells["object"], said.row.cells.get("datatype", ""))
            if unit and (iri := self.quantities.value("1", unit)[1]):
                parts[CG + "unit"] = [NamedNode(iri)]
        parts[RDF + "object"] = [found]
        if comparator:
            meant = self.quantities.comparator(comparator)
            if meant is None:
                raise ValueError("comparator", f"no comparator is called {comparator!r}")
            parts[CG + "comparator"] = [NamedNode(meant)] if meant else []
        return parts

    def qualifiers(self, said: Said) -> dict[str, list[Any]]:
        """Return what qualifies a row, by the IRI of the property.

        Args:
            said: What a row says.

        Returns:
            Terms by property.

        Raises:
            ValueError: A cell has no value of its type; the first argument is its column, the second says why.
        """
        parts: dict[str, list[Any]] = {}
        for name, cell in said.row.cells.items():
            column, tag = columns_of("claims").column(name)
            if not cell or not column.property or name in _OWN:
                continue
            try:
                if column.property in _PERIODS:
                    found = [_period(cell)]
                else:
                    found = terms(column, tag, cell, self.names, self.languages)
            except ValueError as error:
                raise ValueError(name, str(error)) from None
            parts.setdefault(column.property, []).extend(found)
        return parts

    def _thing(self, thing: Thing) -> str:
        return self.names.of(thing.key)


def value_of(relation: str, cell: str, datatype: str = "") -> Any:
    """Return the value of a cell that names no thing.

    Args:
        relation: The IRI of the relation.
        cell: The cell.
        datatype: The datatype that the row gives, or a language tag behind ``@``; empty to tell it by the relation and
            the form of the cell.

    Returns:
        A literal. Words of a source have no language yet.

    Raises:
        ValueError: The relation takes no such value; the first argument is the column, the second says why.
    """
    if datatype.startswith("@"):
        return words_in(cell, datatype[1:])
    if datatype:
        return _literal(cell, expand(datatype) if ":" in datatype else XSD + datatype)
    return default_value(relation, cell)


def default_value(relation: str, cell: str) -> Any:
    """Return the value of a cell whose type the relation and its form tell.

    Args:
        relation: The IRI of the relation.
        cell: The cell.

    Returns:
        A literal. Words have no language yet.

    Raises:
        ValueError: The relation takes no such value; the first argument is the column, the second says why.
    """
    kinds = ontology().object_kinds.get(relation, {WORDS, XSD + "string"})
    if DECIMAL in kinds and (number := amount(cell)) and "-" not in number[0][1:]:
        return _literal(number[0], DECIMAL)
    date = iso_date(cell)
    if date and (sort := XSD + _DATES[date.count("-") + 1]) in kinds:
        return _literal(date, sort)
    if kinds & {WORDS, XSD + "string"}:
        return _literal(cell, XSD + "string")
    takes = " or ".join(sorted(map(local, kinds)))
    raise ValueError("object", f"no thing is called {cell!r}. Give it a row in the table of things: {takes}")


def status_without_proof(relation: str) -> str:
    """Return the status of a claim that gives none, and that nothing here proves.

    Args:
        relation: The IRI of its relation.

    Returns:
        The first status that the relation allows: it says what is so, unless it can only say what is planned.
    """
    allowed = ontology().statuses.get(relation, set(STATUSES))
    return next(status for status in STATUSES if status in allowed)


def _period(cell: str) -> Any:
    found = period(cell) or cell
    sort = _DATES[found.count("-") + 1] if iso_date(found) == found else "string"
    return _literal(found, XSD + sort)


def _literal(value: str, datatype: str) -> Any:
    from pyoxigraph import Literal, NamedNode

    return Literal(value) if datatype == XSD + "string" else Literal(value, datatype=NamedNode(datatype))
