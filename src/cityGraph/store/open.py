"""The verb `open`: files, a folder, standard input or an endpoint become a graph."""

from __future__ import annotations

import os
from importlib import import_module
from typing import TYPE_CHECKING

from ..errors import CityGraphError
from .city import LANGUAGES, CityGraph
from .engine import ENGINES
from .files import files_of, is_url
from .shipped import data_file, ontology_files

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .engine import Engine

SECONDS = 30.0  # in which an endpoint must have sent a whole answer


def open(
    *sources: str | os.PathLike[str], engine: str = "oxigraph", language: str = "zh-Hant", timeout: float = SECONDS
) -> CityGraph:
    """The city that ships with the package or, if any `sources` are given, the RDF files they name.

    A source is a file of any RDF format, packed or not, a folder of such files, or ``-``: standard input. The URL of an
    endpoint, which is then the only source, is asked and not read, an answer waited for `timeout` seconds.

    The ontology is always read with them. `engine` is ``oxigraph`` or ``rdflib`` (the same answers, slower);
    `language` is ``zh-Hant``, ``zh-Hans`` or ``en``.

    Raises `BadData` where a file is missing or is not RDF, `CityGraphError` for another engine or language.

    >>> city = open()
    >>> city.language
    'zh-Hant'
    """
    if engine not in ENGINES:
        raise CityGraphError(f"no engine is called {engine!r}; there are: {', '.join(ENGINES)}")
    if language not in LANGUAGES:
        raise CityGraphError(f"no labels in {language!r}; there are: {', '.join(LANGUAGES)}")
    named = tuple(os.fspath(source) for source in sources)
    if any(map(is_url, named)):
        if len(named) > 1:
            raise CityGraphError("an endpoint is asked by itself: give its URL, and no other source")
        from .engine_endpoint import Endpoint

        server = Endpoint(named[0], timeout)
        return CityGraph(server, (server.url,), language)
    files, skipped = files_of(named) if named else ([data_file()], [])
    city = CityGraph(load(engine, (*ontology_files(), *files)), tuple(files), language)
    if skipped:
        several = ", ".join(os.path.basename(file) for file in skipped[:5]) + (", …" if len(skipped) > 5 else "")
        city.note(f"{len(skipped)} {'file is' if len(skipped) == 1 else 'files are'} no RDF and left out: {several}")
    return city


def load(engine: str, files: Iterable[str]) -> Engine:
    """Read files into an engine.

    Args:
        engine: The name of an engine, a key of `ENGINES`.
        files: RDF files of any format; ``-`` is standard input.

    Returns:
        The engine with the triples of all files in one graph.

    Raises:
        BadData: A file is missing or is not RDF.
    """
    found: Engine = import_module(f".{ENGINES[engine]}", __package__).load(tuple(files))
    return found
