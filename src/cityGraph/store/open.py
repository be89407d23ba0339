"""The verb `open`: open a graph from files, folders, standard input or an endpoint."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from .city import LANGUAGES, CityGraph
from .engine import ENGINES
from .shipped import data_file, ontology_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .engine import Engine
    from .files import RdfFile

_WORKBOOKS = (".xlsx", ".xlsm")
SECONDS = 30.0  # how long an endpoint may take for a whole answer


def open(
    *sources: str | os.PathLike[str] | RdfFile,
    engine: str = "oxigraph",
    language: str = "zh-Hant",
    timeout: float = SECONDS,
) -> CityGraph:
    """Open a graph.

    Args:
        *sources: RDF files of any format, also packed by gzip; folders of such files; ``-`` for standard input; content
            that was read before; or the URL of one SPARQL endpoint, alone. Without a source the city that comes with
            the package is opened.
        engine: What answers queries on files: ``oxigraph``, or ``rdflib``, which gives the same answers more slowly.
        language: The language of labels: ``zh-Hant``, ``zh-Hans`` or ``en``.
        timeout: How many seconds an endpoint may take for a whole answer: more than 0, at most 86 400.

    Returns:
        The open graph. If a file uses a term of our ontology, the ontology is read with it: its labels and
        hierarchies are then part of the graph. Of other files, only their own triples are read. An endpoint is
        queried, not read.

    Raises:
        BadData: A file is missing or is not RDF, or a folder has no RDF file.
        TypeError: A source is no name, such as a list of names.
        CityGraphError: No engine or language has this name, the timeout is out of range, the URL is not valid, or an
            endpoint is not the only source.

    Examples:
        >>> city = open()
        >>> city.language
        'zh-Hant'
    """
    if engine not in ENGINES:
        raise CityGraphError(f"No engine is called {engine!r}. Engines: {', '.join(ENGINES)}.")
    if language not in LANGUAGES:
        raise CityGraphError(f"No language is called {language!r}. Languages: {', '.join(LANGUAGES)}.")
    if not sources:
        file = data_file()
        return CityGraph(load(engine, (file,), ontology_files()), (file,), language)
    from .files import RdfFile, files_of, is_url

    for source in sources:
        if not isinstance(source, str | os.PathLike | RdfFile):
            raise TypeError(
                f"open() takes the names of files, folders or an endpoint, each by itself; got {type(source).__name__}"
            )
    given = [source if isinstance(source, RdfFile) else os.fspath(source) for source in sources]
    names = [source for source in given if isinstance(source, str)]
    if any(map(is_url, names)):
        if len(given) > 1:
            raise CityGraphError(
                f"An endpoint must be the only source; got {len(given)} sources. Leave the others out."
            )
        from .engine_endpoint import Endpoint

        endpoint = Endpoint(names[0], timeout)
        return CityGraph(endpoint, (endpoint.url,), language)
    files: list[str | RdfFile] = []
    skipped: list[str] = []
    for each in given:
        if isinstance(each, RdfFile):
            files.append(each)
        else:
            found, others = files_of([each])
            files += found
            skipped += others
    called = tuple(each.file if isinstance(each, RdfFile) else each for each in files)
    city = CityGraph(load(engine, files, ontology_files()), called, language)
    if skipped:
        some = ", ".join(os.path.basename(file) for file in skipped[:5]) + (", …" if len(skipped) > 5 else "")
        files_were = "file is not RDF and was" if len(skipped) == 1 else "files are not RDF and were"
        city.note(f"{len(skipped)} {files_were} left out: {some}")
    return city


def may_be_sheets(source: object) -> bool:
    """Say whether a source may be the sheets of a city, so that it is worth a closer look.

    Args:
        source: A source as `open` takes it.

    Returns:
        True for a folder and for a file that ends like a workbook. Nothing is read.

    Examples:
        >>> may_be_sheets("city.xlsx"), may_be_sheets("."), may_be_sheets("city.ttl"), may_be_sheets(None)
        (True, True, False, False)
    """
    if not isinstance(source, str | os.PathLike):
        return False
    name = os.fspath(source)
    return name.lower().endswith(_WORKBOOKS) or os.path.isdir(name)


def load(engine: str, files: Iterable[str | RdfFile], ontology: Iterable[str] = ()) -> Engine:
    """Read files into an engine.

    Args:
        engine: The name of an engine, a key of `ENGINES`.
        files: RDF files of any format, or their content; ``-`` is standard input.
        ontology: The files of the ontology, which are read too if one of the others uses a term of it.

    Returns:
        The engine with the triples of all files in one graph.

    Raises:
        BadData: A file is missing or is not RDF.
    """
    loaded: Engine = import_module(f".{ENGINES[engine]}", __package__).load(tuple(files), tuple(ontology))
    return loaded
