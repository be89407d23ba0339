"""rdflib as an `Engine`."""

from __future__ import annotations

from typing import Any

from ..errors import BadData
from .convert import common, line, parse_reason
from .files import read_rdf_file, utf8


def load_rdflib(files: tuple[str, ...]) -> Any:
    """Load files into an rdflib graph."""
    import rdflib

    graph = rdflib.Graph()
    for file in files:
        try:
            source = common(read_rdf_file(file))
            graph.parse(data=utf8(file, source.content), format=source.kind, publicID=source.base)
        except (BadData, OSError):
            raise
        except Exception as error:  # rdflib's parsers share no base class
            raise BadData(file, parse_reason(error), line(error)) from None
    return graph
