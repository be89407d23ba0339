"""Oxigraph as an `Engine`: load, answer, columns, subset."""

from __future__ import annotations

from typing import Any

from ..errors import BadData
from .convert import common, parse_reason
from .files import read_rdf_file, utf8
from .shipped import data_file, ontology_files


def load_oxigraph(files: tuple[str, ...]) -> Any:
    """Load files into an Oxigraph store in memory."""
    from pyoxigraph import RdfFormat, Store

    store = Store()
    ours = {*ontology_files(), data_file()}
    for file in files:
        source = None
        try:
            if file in ours:
                store.load(path=file, format=RdfFormat.TURTLE)
            else:
                source = common(read_rdf_file(file))
                store.load(source.content, format=RdfFormat.from_media_type(source.kind), base_iri=source.base)
        except SyntaxError as error:
            if source is not None:
                utf8(file, source.content)
            raise BadData(file, parse_reason(error), error.lineno) from None
    return store
