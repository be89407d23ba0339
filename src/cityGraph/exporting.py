"""What a question keeps, in the formats that people carry on with: the verb `export`.

Tables hold every claim, a row for each passage; graph files hold the ties, with their status, source and words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .edges import relation_iris
from .errors import CityGraphError
from .evidence import claims
from .model import Claim, Entity, Noun
from .names import is_kind
from .terminal import safe

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    import networkx

    from .store import CityGraph

COLUMNS = (
    *("subject", "subject_kind", "relation", "object", "object_kind", "unit", "status", "basis", "qualifiers"),
    *("source", "date", "quality", "paragraph", "phrase", "url", "because"),
    *("claim", "subject_iri", "relation_iri", "object_iri", "source_iri"),
)
_WIDE = {"subject": 28, "relation": 14, "object": 28, "qualifiers": 24, "source": 28, "phrase": 40, "label": 32}
_WIDTH = 12
_CELL = 32_767  # characters that Excel keeps in a cell
_ROWS = 1_048_575  # rows of a sheet beside its header
_DIGITS = 15  # digits of a number that Excel keeps
_LINK = 2_079  # characters of the longest link that Excel follows
_NUMBERS = {f"http://www.w3.org/2001/XMLSchema#{name}" for name in ("decimal", "integer", "double", "int", "float")}

Cell = str | int | float | None


class Export(Noun):
    """What is exported: `claims`, and the `entities` that they tie, both in the order of the source.

    Each format is a method that returns the bytes of a whole file.
    """

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]

    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """The claims as rows of `COLUMNS`, a row for each passage; a claim without one has one row."""
        for claim in self.claims:
            thing = claim.object if isinstance(claim.object, Entity) else None
            for passage in claim.evidence or (None,):
                yield (
                    claim.subject.label,
                    claim.subject.kind_label,
                    claim.relation.label,
                    thing.label if thing else _typed(claim.object),
                    thing.kind_label if thing else None,
                    next((q.text for q in claim.qualifiers if q.name == "unit"), None),
                    claim.status,
                    claim.basis,
                    "; ".join(f"{q.label}: {q.text}" for q in claim.qualifiers if q.name != "unit") or None,
                    *(
                        (
                            passage.source_title,
                            passage.date,
                            passage.quality,
                            passage.paragraph,
                            passage.phrase,
                            passage.url,
                        )
                        if passage
                        else (None,) * 6
                    ),
                    claim.because,
                    claim.iri,
                    claim.subject.iri,
                    claim.relation.iri,
                    thing.iri if thing else None,
                    passage.source if passage else None,
                )

    def csv(self) -> bytes:
        """The rows as CSV that Excel opens: UTF-8 with a byte order mark, and no cell that it would compute.

        A text that begins as a formula does gets an apostrophe before it (OWASP, "CSV Injection").
        """
        import csv
        import io

        text = io.StringIO()
        writer = csv.writer(text)
        writer.writerow(COLUMNS)
        writer.writerows([_harmless(cell) for cell in row] for row in self.rows())
        return b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace")

    def xlsx(self) -> bytes:
        """An Excel workbook with the sheets ``claims`` and ``entities``: numbers, links, frozen headers, filters.

        Raises `CityGraphError` where a sheet cannot hold so many rows.
        """
        import io
        from datetime import datetime

        import xlsxwriter

        content = io.BytesIO()
        book = xlsxwriter.Workbook(content, {"in_memory": True, "strings_to_formulas": False})
        # A date of its own would make each file another one.
        book.set_properties({"created": datetime(2000, 1, 1)})
        head = book.add_format({"bold": True, "bg_color": "#d7eaff", "bottom": 1})
        things = [(thing.label, thing.kind_label, thing.kind, thing.iri) for thing in self.entities]
        for name, columns, rows in (
            ("claims", COLUMNS, list(self.rows())),
            ("entities", ("label", "kind_label", "kind", "iri"), things),
        ):
            if len(rows) > _ROWS:
                raise CityGraphError(
                    f"{len(rows)} {name} are more than a sheet of Excel holds; narrow them, or use .csv"
                )
            sheet = book.add_worksheet(name)
            for at, column in enumerate(columns):
                sheet.write_string(0, at, column, head)
                sheet.set_column(at, at, _WIDE.get(column, _WIDTH))
            for line, row in enumerate(rows, 1):
                for at, cell in enumerate(row):
                    _write(sheet, line, at, cell, link=columns[at] == "url")
            sheet.freeze_panes(1, 1)
            sheet.autofilter(0, 0, len(rows), len(columns) - 1)
        book.close()
        return content.getvalue()

    def network(self) -> networkx.MultiDiGraph:
        """The ties as a networkx graph whose attributes are strings and numbers alone, as file formats need them.

        Claims with a literal object are no ties: they are in the tables.
        """
        import networkx

        graph = networkx.MultiDiGraph()
        for thing in self.entities:
            graph.add_node(thing.iri, label=_clean(thing.label), kind=thing.kind, kind_label=_clean(thing.kind_label))
        for claim in self.claims:
            if not isinstance(claim.object, Entity):
                continue
            first = claim.evidence[0] if claim.evidence else None
            told = {
                "label": claim.relation.label,
                "relation": claim.relation.iri,
                "status": claim.status,
                "basis": claim.basis,
                # Not `source`: in node-link JSON that is where a tie starts.
                "source_title": first.source_title if first else None,
                "date": first.date if first else None,
                "evidence": " | ".join(passage.phrase for passage in claim.evidence) or None,
                "url": first.url if first else None,
                "because": claim.because,
            }
            kept = {name: _clean(value) for name, value in told.items() if value}
            graph.add_edge(claim.subject.iri, claim.object.iri, key=claim.iri, **kept)
        return graph

    def graphml(self) -> bytes:
        """The ties as GraphML (http://graphml.graphdrawing.org)."""
        import io

        import networkx

        content = io.BytesIO()
        networkx.write_graphml_xml(self.network(), content)
        return content.getvalue() + b"\n"

    def gexf(self) -> bytes:
        """The ties as GEXF 1.2 (https://gexf.net), Gephi's own format."""
        import io
        import re

        import networkx

        content = io.BytesIO()
        networkx.write_gexf(self.network(), content)
        # The day of writing would make each file another one.
        return re.sub(rb' lastmodifieddate="[^"]*"', b"", content.getvalue()) + b"\n"

    def json(self) -> bytes:
        """The ties as node-link JSON, which `networkx.node_link_graph` reads (``edges="edges"``)."""
        import json

        import networkx

        found = networkx.node_link_data(self.network(), edges="edges")
        return (json.dumps(found, ensure_ascii=False, indent=1) + "\n").encode()


FORMATS = {".xlsx": "xlsx", ".csv": "csv", ".graphml": "graphml", ".gexf": "gexf", ".json": "json"}


def export(
    city: CityGraph,
    *names: str,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Export:
    """What is claimed of the things of these names or, without a name, of all, ready for a file.

    `kinds` (local names or labels) keeps the claims that have a thing of one of these kinds, `relations` those ties
    alone, `statuses` (``realised``, ``planned``, ``targeted``) what is so far fact or plan. Inferred claims are left
    out unless `inferred` asks for them. Raises `NameNotFound`, `AmbiguousName`, and `CityGraphError` where nothing is
    left.

    >>> import cityGraph as cg
    >>> found = cg.export(cg.open(), "晶科")
    >>> len(found.claims), found.csv().decode("utf-8-sig").splitlines()[1].split(",")[:4]
    (2, ['晶科', '企業', '為龍頭', '新能源產業'])
    """
    found: dict[str, Claim] = {}
    for name in names or (None,):
        found |= {claim.iri: claim for claim in claims(city, name, inferred=inferred)}
    whole = len(found)
    wanted_kinds, wanted_statuses = set(kinds), set(statuses)
    wanted_relations = relation_iris(city, relations, inferred=inferred)
    kept = tuple(
        claim
        for claim in found.values()
        if (not wanted_relations or claim.relation.iri in wanted_relations)
        and (not wanted_statuses or claim.status in wanted_statuses)
        and (not wanted_kinds or any(is_kind(end, wanted_kinds) for end in _ends(claim)))
    )
    if not kept:
        why = "the filters leave no claim" if whole else "there are no claims; inferred ones come with --inferred"
        raise CityGraphError(f"nothing to export: {why}" + (f" of {whole}" if whole else ""))
    things = {end.iri: end for claim in kept for end in _ends(claim)}
    return Export(tuple(things.values()), kept)


def _ends(claim: Claim) -> list[Entity]:
    return [end for end in (claim.subject, claim.object) if isinstance(end, Entity)]


def _typed(value: Any) -> Cell:
    """A number where a spreadsheet keeps all of its digits, else its words."""
    text = str(value.value)
    if value.datatype not in _NUMBERS:
        return text
    from decimal import Decimal, InvalidOperation

    try:
        number = Decimal(text)
    except InvalidOperation:
        return text
    if not number.is_finite() or len(number.as_tuple().digits) > _DIGITS or abs(number.adjusted()) > _DIGITS:
        return text
    return int(number) if number == number.to_integral_value() else float(number)


def _harmless(cell: Cell) -> Cell:
    if not isinstance(cell, str):
        return cell
    return "'" + cell if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


def _write(sheet: Any, line: int, at: int, cell: Cell, *, link: bool) -> None:
    if cell is None:
        return
    if not isinstance(cell, str):
        sheet.write_number(line, at, cell)
    elif link and cell.startswith(("https://", "http://")) and len(cell) <= _LINK and line < 60_000:
        sheet.write_url(line, at, cell)
    else:
        cell = _clean(cell)
        sheet.write_string(line, at, cell if len(cell) <= _CELL else cell[: _CELL - 1] + "…")


def _clean(text: str) -> str:
    """`text` without what XML cannot hold."""
    return safe(text).replace("\ufffe", "·").replace("\uffff", "·")
