"""The verb `open`: open a graph from files, sheets, folders, standard input or an endpoint."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import BadData
from ..store.open import SECONDS, may_be_sheets
from ..store.open import open as open_graph

if TYPE_CHECKING:
    from ..store.city import CityGraph
    from ..store.files import RdfFile

_MANY = 2000  # rows of claims that take some seconds each time


def open(
    *sources: str | os.PathLike[str] | RdfFile,
    engine: str = "oxigraph",
    language: str = "zh-Hant",
    timeout: float = SECONDS,
) -> CityGraph:
    """Open a graph.

    Args:
        *sources: RDF files of any format, also packed by gzip; folders of such files; a folder or a workbook of sheets,
            as `build` reads them; ``-`` for standard input; content that was read before; or the URL of one SPARQL
            endpoint, alone. Without a source the city that comes with the package is opened.
        engine: What answers queries on files: ``oxigraph``, or ``rdflib``, which gives the same answers more slowly.
        language: The language of labels: ``zh-Hant``, ``zh-Hans`` or ``en``.
        timeout: How many seconds an endpoint may take for a whole answer: more than 0, at most 86 400.

    Returns:
        The open graph. If a file uses a term of our ontology, the ontology is read with it: its labels and
        hierarchies are then part of the graph. Of other files, only their own triples are read. Sheets are built in
        memory; nothing is written. An endpoint is queried, not read.

    Raises:
        BadData: A file is missing or is not RDF, a folder has no RDF file, or a cell of the sheets is refused.
        TypeError: A source is no name, such as a list of names.
        CityGraphError: No engine or language has this name, the timeout is out of range, the URL is not valid, or an
            endpoint is not the only source.

    Examples:
        >>> city = open()
        >>> city.language
        'zh-Hant'
    """
    notes: list[str] = []
    given = [_built(source, notes) if may_be_sheets(source) else source for source in sources]
    city = open_graph(*given, engine=engine, language=language, timeout=timeout)
    for note in notes:
        city.note(note)
    return city


def _built(source: str | os.PathLike[str] | RdfFile, notes: list[str]) -> str | os.PathLike[str] | RdfFile:
    """Return the graph of sheets; the source itself if it is no sheets."""
    from shlex import quote
    from tempfile import TemporaryDirectory

    from ..store.files import read_rdf_file
    from .build import build
    from .folder import is_sheets

    assert isinstance(source, str | os.PathLike)
    name = os.fspath(source)
    if not is_sheets(name):
        return source
    with TemporaryDirectory() as folder:
        file = os.path.join(folder, "city.ttl")
        answer = build(name, output=file)
        if answer.refused:
            more = len(answer.refused) - 1
            others = f" ({more} more)" if more else ""
            raise BadData(
                name, f"{answer.refused[0]}{others}. To list what is refused: citygraph build {quote(name)} --check"
            )
        content = read_rdf_file(file)
    notes += answer.notes
    if answer.claims > _MANY:
        notes.append(f"{name} was built from {answer.claims:,} rows. To build it once: citygraph build {quote(name)}")
    return content.replace(file=name)
