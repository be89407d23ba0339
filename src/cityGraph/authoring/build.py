"""The verb `build`: from a folder of sheets to a graph, each claim proved by the text of its source."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from ..model.sheets import Accepted, Checked
from ..store.city import LANGUAGES
from ..store.whole_file import write_file
from .filling import identifier
from .proving import Prover
from .read_tables import read_tables
from .said_tables import SaidTables
from .sheet_findings import findings
from .sheet_graph import OUTPUT
from .sheet_names import table_named

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ..model.sheets import Refused
    from .sheet_graph import SheetGraph

_STEP = 100  # claims after which progress is shown
_ORDER = ("city", "things", "sources", "words", "claims")  # a cause stands before what it spoils


def build(
    folder: str | os.PathLike[str],
    *,
    check: bool = False,
    output: str | os.PathLike[str] | None = None,
    keep_proved: bool = False,
    text: str | Iterable[str | tuple[str, str]] = (),
    language: str = "zh-Hant",
    progress: Callable[[int, int], None] | None = None,
) -> Checked:
    r"""Build the graph of a folder of sheets: read its tables, and prove each claim by the text of its source.

    The folder has `things.csv`, `claims.csv` and `sources.csv`, and may have `words.csv` and `city.toml`. The texts lie
    in its folder `texts`. If the text of its source is there, a claim is proved by it or refused. If not, it is proved
    by its quote, or cited only. A claim with a reason (the column because) is inferred: no text
    proves it. The graph is written if nothing is refused, in full or not at all.

    Args:
        folder: The path of the folder, or of a workbook (.xlsx) with a sheet for each table.
        check: Write nothing.
        output: The file to write; ``city.ttl`` in the folder by default.
        keep_proved: Write what is accepted, also if something else is refused.
        text: The text of a source that lies elsewhere, or several texts. A pair is (key of the source, text); any
            other text belongs to the source with its hash or its title. It is read in place of the file of the source.
        language: The language of the answer when it is printed: ``zh-Hant``, ``zh-Hans`` or ``en``.

        progress: Called with the number of claims that are read so far, and of all.

    Returns:
        The rows that are accepted, with their degree of proof, and the cells that are refused.

    Raises:
        BadData: There is no such folder, or it lacks a table that is needed, or one cannot be read.
        BadText: A text has neither the hash nor the title of a source.
        CityGraphError: There is no such language, no source has the key that a text is given for, or the file
            cannot be written.

    Examples:
        >>> from pathlib import Path
        >>> from tempfile import mkdtemp
        >>> folder = Path(mkdtemp())
        >>> _ = (folder / "things.csv").write_text("name,kind\nCity B,city\nFirm A,Frim\n")
        >>> _ = (folder / "sources.csv").write_text("key,title\nnews,News of City B\n")
        >>> _ = (folder / "claims.csv").write_text("subject,relation,object,source\nCity B,supports,Firm A,news\n")
        >>> for refused in build(folder).refused:
        ...     print(refused)
        things.csv:3 kind: no kind is called 'Frim'; did you mean firm?
        claims.csv:2 object: row 3 of things.csv is refused
        >>> (folder / "city.ttl").exists()
        False
    """
    if language not in LANGUAGES:
        raise CityGraphError(f"No language is called {language!r}. Languages: {', '.join(LANGUAGES)}.")
    path = os.fspath(folder)
    tables = read_tables(path)
    texts = [("", each) if isinstance(each, str) else each for each in ([text] if isinstance(text, str) else text)]
    said = SaidTables(tables, identifier([os.path.splitext(os.path.basename(os.path.abspath(path)))[0]]), texts)
    refused = list(said.refused)
    prover = Prover(said.file, said.things, said.terms, said.words)
    graph = said.graph()
    for at, claim in enumerate(said.claims, 1):
        if progress and (at % _STEP == 0 or at == len(said.claims)):
            progress(at, len(said.claims))
        judged = prover.judge(claim)
        if isinstance(judged, Accepted):
            graph.claims.add(claim, judged)
        else:
            refused.append(judged)
    refused += graph.refused
    turtle, degrees, wrong, whole = _whole(graph, drop=keep_proved)
    # A row that cannot be read may break rules of the whole, too, and its own reason says more.
    known = {(each.table, each.row) for each in refused}
    refused += [each for each in wrong if (each.table, each.row) not in known]
    written = ""
    if not check and whole and (keep_proved or not refused):
        beside = f"{os.path.splitext(path)[0]}.ttl" if os.path.isfile(path) else os.path.join(path, OUTPUT)
        written = beside if output is None else os.fspath(output)
        write_file(written, [turtle.encode()])
    notes = [*tables.notes, *said.sources.notes, *(graph.notes if written else ())]
    answer = Checked(
        path,
        graph.accepted(degrees),
        tuple(sorted(refused, key=_place)),
        said.count,
        tuple(notes),
        written,
        graph.filled(),
    )
    answer.__dict__["_printed"] = ("render.sheets.checked_text", language)
    return answer


def _whole(graph: SheetGraph, *, drop: bool) -> tuple[str, dict[str, str], list[Refused], bool]:
    """Lay a graph out, and check it as a whole.

    Args:
        graph: The graph.
        drop: Whether claims that are refused now are left out, so that the others can be written.

    Returns:
        The Turtle, the degree of proof of each claim by its IRI, what is refused, and whether the Turtle is sound.
    """
    refused: list[Refused] = []
    while True:
        turtle, opened = graph.laid_out()
        with opened:
            places, texts = graph.places(), graph.texts()
            wrong, degrees = findings(opened, texts, places, graph.claims.file, graph.proved())
        refused += wrong
        if not wrong or not graph.drop(wrong) or not drop:
            return turtle, degrees, refused, not wrong


def _place(each: Refused) -> tuple[int, int]:
    name = table_named(each.table)
    return _ORDER.index(name) if name in _ORDER else len(_ORDER), each.row
