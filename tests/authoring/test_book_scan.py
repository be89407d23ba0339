"""What a sheet has beside values, in every way that programs write it."""

from __future__ import annotations

import pytest

from cityGraph.authoring.book_package import Package
from cityGraph.authoring.book_scan import Scan, SheetPart, formats_of, scan, sheets_of
from cityGraph.errors import BadData

PATH = "xl/worksheets/sheet1.xml"


def package(**parts: str) -> Package:
    return Package("a.xlsx", {name: text.encode() for name, text in parts.items()}, macros=False, elsewhere=False)


def scanned(rows: str, formats: dict[str, str] | None = None, after: str = "") -> Scan:
    sheet = f"<worksheet><sheetData>{rows}</sheetData>{after}</worksheet>"
    return scan(package(**{PATH: sheet}), PATH, formats or {})


def test_errors_and_formulas_are_found_with_or_without_addresses_and_prefixes() -> None:
    rows = (
        '<row r="2"><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2"><f>A1</f></c><c t="e"><v>#N/A</v></c></row>'
    )
    found = scanned(rows)
    assert found.errors == {(2, 2): "#DIV/0!", (2, 4): "#N/A"}
    assert found.formulas == {(2, 2): False, (2, 3): False}
    prefixed = rows.replace("</", "</x:").replace("<r", "<x:r").replace("<c", "<x:c")
    prefixed = prefixed.replace("<v", "<x:v").replace("<f", "<x:f").replace("<x:row", "<x:row xmlns:x='urn:x'")
    assert scanned(prefixed) == found
    without = rows.replace(' r="2"', "").replace(' r="B2"', "").replace(' r="C2"', "")
    assert scanned(f"<row/>{without}").errors == {(2, 1): "#DIV/0!", (2, 3): "#N/A"}


def test_an_error_is_the_value_and_not_what_stands_around_it() -> None:
    rows = '<row>\n<c t="e">\n<f>x</f>\n<v>#REF!</v>\n</c>\n<c t="e"><f>y</f>\n<v>#N/A</v></c>\n<c><v>7</v></c></row>'
    assert scanned(rows).errors == {(1, 1): "#REF!", (1, 2): "#N/A"}


def test_a_formula_whose_value_is_a_text_is_told_apart() -> None:
    assert scanned('<row><c t="str"><f>x</f><v></v></c><c><f>x</f><v/></c></row>').formulas == {
        (1, 1): True,
        (1, 2): False,
    }


def test_merged_cells_hidden_rows_and_the_last_value_are_found() -> None:
    rows = '<row r="1" hidden="1"><c r="A1"><v>1</v></c></row><row r="3" hidden="0"><c r="B3" t="inlineStr"><is/></c>'
    found = scanned(
        f'{rows}<c r="XFD3"/></row>', after='<mergeCells><mergeCell ref="A1:B2"/><mergeCell ref="C4"/></mergeCells>'
    )
    assert found.merged == (((1, 1), (2, 2)), ((4, 3), (4, 3)))
    assert found.hidden == {1}
    assert found.last == (3, 2)


def test_cells_are_shown_in_the_formats_of_their_styles() -> None:
    styles = (
        '<styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/>'
        '<numFmt numFmtId="165" formatCode="0.00%"/><numFmt numFmtId="166" formatCode="yyyy"/>'
        '<numFmt numFmtId="167" formatCode="yyyy-mm-dd"/><numFmt numFmtId="168" formatCode="0&quot;%&quot;"/>'
        '<numFmt numFmtId="169" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/></numFmts>'
        '<cellStyleXfs><xf numFmtId="9"/></cellStyleXfs><cellXfs>'
        + "".join(f'<xf numFmtId="{n}"/>' for n in (0, 164, 165, 166, 167, 168, 169, 9, 14, 17, 57))
        + '</cellXfs><cellStyles><xf numFmtId="9"/></cellStyles></styleSheet>'
    )
    formats = formats_of(package(**{"xl/styles.xml": styles}))
    month, percent = "month", "percent"
    assert formats == {"1": month, "2": percent, "3": "year", "6": month, "7": percent, "9": month, "10": month}
    found = scanned('<row><c s="2"><v>1</v></c><c s="0"><v>1</v></c><c s="3"><v>1</v></c></row>', formats)
    assert found.formats == {(1, 1): "percent", (1, 3): "year"}


def test_the_sheets_are_listed_in_their_order_wherever_their_parts_lie() -> None:
    relation = '<Relationship Id="{}" Type="http://x/{}" Target="{}"/>'
    rels = relation.format("a", "worksheet", "worksheets/sheet1.xml") + relation.format("b", "worksheet", "/xl/s2.xml")
    rels += relation.format("c", "chartsheet", "chart.xml")
    sheets = '<sheet name="一" r:id="b"/><sheet name="two" state="veryHidden" r:id="a"/><sheet name="chart" r:id="c"/>'
    found = package(**{
        "xl/_rels/workbook.xml.rels": f"<Relationships>{rels}</Relationships>",
        "xl/workbook.xml": f'<workbook xmlns:r="urn:r"><sheets>{sheets}</sheets></workbook>',
    })  # fmt: skip
    assert sheets_of(found) == [
        SheetPart("一", "xl/s2.xml", hidden=False),
        SheetPart("two", PATH, hidden=True),
        SheetPart("chart", "", hidden=False),
    ]


@pytest.mark.parametrize(
    ("rows", "says"),
    [
        ('<row><c r="ZZZ1"><v>1</v></c></row>', f"its part {PATH} names a cell that no sheet has"),
        ('<row><c r="A1048577"><v>1</v></c></row>', f"its part {PATH} names a cell that no sheet has"),
        ('<row><c r="A0"><v>1</v></c></row>', f"its part {PATH} names a cell that no sheet has"),
        ('<row><c r="XFD1048576"><v>1</v></c></row>', "a sheet of it goes down to row 1,048,576 and right to column "
         "XFD. Delete the cells that are far from the table"),
        ("<row><c></row>", f"its part {PATH} is no XML. Save it again as .xlsx"),
    ],
)  # fmt: skip
def test_a_sheet_that_would_fill_the_memory_or_is_broken_is_one_line(rows: str, says: str) -> None:
    with pytest.raises(BadData) as caught:
        scanned(rows)
    assert str(caught.value) == f"a.xlsx: {says}"


def test_a_part_that_is_missing_is_one_line() -> None:
    with pytest.raises(BadData, match=r"^a\.xlsx: it has no part xl/worksheets/sheet1\.xml"):
        scan(package(), PATH, {})
