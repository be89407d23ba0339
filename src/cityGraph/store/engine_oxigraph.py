"""Oxigraph as an `Engine` (https://pyoxigraph.readthedocs.io/)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..escape import language_tag
from ..model.query import Answer, Term
from .engine import Engine, bad_query, key, stays, tidy

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence, Set

    import rdflib
    from pyoxigraph import Store

    from .files import RdfFile


class Oxigraph(Engine):
    """An Oxigraph store in memory.

    Attributes:
        store: The store, which holds all triples in its default graph.
    """

    name = "oxigraph"

    def __init__(self, store: Store, declared: Sequence[Mapping[str, str] | str] = (), *, ontology: int = 0) -> None:
        self.store, self.ontology, self.declared = store, ontology, declared

    def answer(self, text: str, prologue: str = "") -> Answer:  # noqa: D102
        from pyoxigraph import QueryBoolean, QueryTriples, RdfFormat, serialize

        try:
            result = self.store.query(prologue + text)
            if isinstance(result, QueryBoolean):
                return Answer(verdict=bool(result))
            if isinstance(result, QueryTriples):
                turtle = serialize(result, format=RdfFormat.TURTLE, prefixes=self.prefixes) or b""
                return Answer(turtle=tidy(turtle.decode()))
            variables = tuple(variable.value for variable in result.variables)
            return Answer(variables, tuple(tuple(map(_cell, row)) for row in result))
        except Exception as error:
            raise bad_query(error, prologue) from None

    def iri_rows(self, text: str) -> list[tuple[str, ...]]:  # noqa: D102
        cells = (line.split("\t") for line in self._tsv(text).split("\n"))
        return [tuple([cell[1:-1] for cell in row]) for row in cells if all(cell[:1] == "<" for cell in row)]

    def columns(self, text: str, n: int) -> list[list[str]]:  # noqa: D102
        table = self._tsv(text)
        cells = table[1:-1].replace(">\n<", ">\t<").split(">\t<")
        # Only IRIs are split here. If a cell is something else, the numbers differ, and each row is checked.
        if table[:1] == "<" and len(cells) == n * (table.count("\n") + 1):
            return [cells[at::n] for at in range(n)]
        return super().columns(text, n)

    def lines(self, text: str) -> list[str]:  # noqa: D102
        return self._tsv(text).split("\n")

    def _tsv(self, text: str) -> str:
        """Return the rows as Oxigraph writes them, without the line of variable names."""
        from pyoxigraph import QueryResultsFormat

        result: Any = self.store.query(text)
        return (result.serialize(format=QueryResultsFormat.TSV) or b"").decode().partition("\n")[2].rstrip("\n")

    def size(self) -> int:  # noqa: D102
        return len(self.store)

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Oxigraph:  # noqa: D102
        from pyoxigraph import Store

        dropped = {key(*triple) for triple in triples}
        store = Store()
        store.bulk_extend(
            quad
            for quad in self.store
            if stays(things, dropped, *map(_term, (quad.subject, quad.predicate, quad.object)))
        )
        return Oxigraph(store, self.declared, ontology=self.ontology)

    def as_rdflib(self) -> rdflib.Graph:  # noqa: D102
        import oxrdflib
        import rdflib
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        return rdflib.Graph(store=oxrdflib.OxigraphStore(store=self.store), identifier=DATASET_DEFAULT_GRAPH_ID)

    def close(self) -> None:  # noqa: D102
        del self.store


def load(files: tuple[str | RdfFile, ...], ontology: tuple[str, ...] = ()) -> Oxigraph:
    """Read files into an Oxigraph store.

    Args:
        files: RDF files of any format, or their content; ``-`` is standard input.
        ontology: The files of the ontology, which are read too if one of the others uses a term of it.

    Returns:
        The engine with the triples of all files in one graph.

    Raises:
        BadData: A file is missing or is not RDF.
    """
    from pyoxigraph import RdfFormat, Store

    from .shipped import data_file

    store = Store()
    declared: list[Mapping[str, str] | str] = []
    ours, shipped = False, data_file()
    for file in files:
        if isinstance(file, str) and file == shipped:
            store.load(path=file, format=RdfFormat.TURTLE)
            declared.append(file)
            ours = True
        else:
            prefixes, uses = _read(store, file)
            declared.append(prefixes)
            ours = ours or uses
    if not ours:
        return Oxigraph(store, declared)
    size = len(store)
    for file in ontology:
        store.load(path=file, format=RdfFormat.TURTLE)
    return Oxigraph(store, declared, ontology=len(store) - size)


def _read(store: Store, file: str | RdfFile) -> tuple[Mapping[str, str], bool]:
    """Read a file, and return its prefixes and whether it uses terms of our ontology."""
    from pyoxigraph import RdfFormat

    from ..errors import BadData
    from .convert import LONGEST_PART, common, parse_reason, too_long
    from .files import opened, utf8
    from .shipped import uses_ontology

    given, source = opened(file), None
    try:
        source = common(given)
        store.load(source.content, format=RdfFormat.from_media_type(source.media_type), base_iri=source.base)
        return source.prefixes, uses_ontology(source.content)
    except MemoryError:
        if source is None or len(source.content) < LONGEST_PART:
            raise
        raise too_long(source) from None
    except SyntaxError as error:
        if source is not None:
            utf8(given.file, source.content)
        raise BadData(given.file, parse_reason(error), error.lineno) from None


def _cell(term: Any) -> Term | None:
    return None if term is None else _term(term)


def _term(term: Any) -> Term:
    kind = type(term).__name__
    if kind == "NamedNode":
        return Term("uri", term.value)
    if kind == "Literal":
        tag = term.language
        return Term("literal", term.value, term.datatype.value, language_tag(tag) if tag else None)
    return Term("bnode", term.value) if kind == "BlankNode" else Term("literal", str(term))
