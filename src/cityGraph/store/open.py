"""The verb `open`: files, a folder, standard input or an endpoint become a graph.

A handle is a `CityGraph`. Its `engine` is whatever answers SPARQL: a pyoxigraph store, or an rdflib graph where
``engine="rdflib"`` asks for one. Opening never writes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from ..errors import BadData, CityGraphError
from ..model.claim import Noun
from .engine_endpoint import SECONDS, Endpoint, is_url
from .files import Source, files_of, read_source, utf8

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import rdflib

CG = "https://w3id.org/citygraph/ontology#"
ENGINES = ("oxigraph", "rdflib")
EXPECTATIONS = "gaps.shapes.ttl"  # what a planner would want to know: a breach is no fault
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
# By what properties foreign files, too, name things; `queries/*.rq` have the same.
NAMES = frozenset(
    (
        *(f"http://www.w3.org/2004/02/skos/core#{role}" for role in ("prefLabel", "altLabel")),
        "http://www.w3.org/2000/01/rdf-schema#label",
        *(f"{scheme}://schema.org/{role}" for scheme in ("https", "http") for role in ("name", "alternateName")),
        *(f"http://xmlns.com/foaf/0.1/{role}" for role in ("name", "nick")),
    )
)
# What both engines parse by themselves; the rest is told to them as N-Triples.
_COMMON = ("text/turtle", "application/n-triples", "application/rdf+xml")
# The package itself, two folders above this file.
_HERE = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


def shipped(folder: str) -> str:
    """The folder ``data`` or ``ontology`` that comes with the package.

    Installed, it lies inside the package; in a checkout, at the top of the repository.

    >>> os.path.exists(os.path.join(shipped("data"), "triples.ttl"))
    True
    """
    inside = os.path.join(_HERE, folder)
    return inside if os.path.isdir(inside) else os.path.join(_HERE, os.pardir, os.pardir, folder)


def ontology_files() -> list[str]:
    """The modules of the ontology that belong to every graph, sorted: not the shapes, the alignments, the examples.

    >>> [os.path.basename(file) for file in ontology_files()][:2]
    ['citygraph.ttl', 'chains.ttl']
    """
    folder = shipped("ontology")
    names = [
        name
        for name in os.listdir(folder)
        if name.endswith(".ttl") and not name.endswith(".shapes.ttl") and name not in ("alignments.ttl", "examples.ttl")
    ]
    names.sort(key=lambda name: (name != "citygraph.ttl", name))
    return [os.path.join(folder, name) for name in names]


def data_file() -> str:
    """The file of the city that ships with the package."""
    return os.path.normpath(os.path.join(shipped("data"), "triples.ttl"))


class CityGraph(Noun):
    """An open graph: what every verb takes first.

    `engine` answers SPARQL, `sources` are the files it was read from, `language` is that of the labels. `cache` keeps
    what a handle has read once (its engine is never written to).
    """

    engine: Any
    sources: tuple[str, ...]
    language: str
    cache: dict[Any, Any]

    @property
    def rdf(self) -> rdflib.Graph:
        """An rdflib `Graph` over the same triples, for everything that rdflib can do; not of an endpoint.

        >>> import cityGraph as cg
        >>> len(cg.open().rdf) > 1000
        True
        """
        import rdflib

        self.read_here()
        if isinstance(self.engine, rdflib.Graph):
            return self.engine
        import oxrdflib
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        store = oxrdflib.OxigraphStore(store=self.engine)
        return rdflib.Graph(store=store, identifier=DATASET_DEFAULT_GRAPH_ID)

    def __repr__(self) -> str:
        """The sources and the language: what was asked so far is in the handle too, and no reader wants it all."""
        return f"CityGraph(sources={self.sources!r}, language={self.language!r})"

    def _repr_html_(self) -> None:
        """A handle is no answer: a notebook shows it as Python does."""

    @property
    def remote(self) -> bool:
        """Whether an endpoint answers: a graph that is asked and not read."""
        return isinstance(self.engine, Endpoint)

    def read_here(self) -> None:
        """Raise `CityGraphError` where the graph is not read here, but asked of an endpoint."""
        if self.remote:
            raise CityGraphError(
                f"{self.sources[0]}: an endpoint is not read whole; ask it by neighbors, claims NAME, paths or query"
            )

    @property
    def notes(self) -> tuple[str, ...]:
        """What is to be known of the answers so far: files that were left out, rows that are not all."""
        return tuple(self.cache.get("notes", ()))

    def note(self, text: str) -> None:
        """Keep `text` among the notes, once."""
        self.once("notes", dict)[text] = None

    def once(self, key: Any, make: Callable[[], Any]) -> Any:
        """What `make` returns, made at the first call with `key` and kept."""
        if key not in self.cache:
            self.cache[key] = make()
        return self.cache[key]


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
        server = Endpoint(named[0], timeout)
        return CityGraph(server, (server.url,), language, {})
    files, skipped = files_of(named) if named else ([data_file()], [])
    city = CityGraph(load(engine, (*ontology_files(), *files)), tuple(files), language, {})
    if skipped:
        several = ", ".join(os.path.basename(file) for file in skipped[:5]) + (", …" if len(skipped) > 5 else "")
        city.note(f"{len(skipped)} {'file is' if len(skipped) == 1 else 'files are'} no RDF and left out: {several}")
    return city


def load(engine: str, files: Iterable[str]) -> Any:
    """The triples of `files` in an engine of that name; raises `BadData` where a file is missing or is not RDF."""
    return _oxigraph(tuple(files)) if engine == "oxigraph" else _rdflib(tuple(files))


def _oxigraph(files: tuple[str, ...]) -> Any:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    ours = {*ontology_files(), data_file()}
    for file in files:
        source = None
        try:
            if file in ours:
                store.load(path=file, format=RdfFormat.TURTLE)
            else:
                source = _common(read_source(file))
                store.load(source.content, format=RdfFormat.from_media_type(source.kind), base_iri=source.base)
        except SyntaxError as error:
            if source is not None:
                utf8(file, source.content)
            raise BadData(file, _reason(error), error.lineno) from None
    return store


def _rdflib(files: tuple[str, ...]) -> Any:
    import rdflib

    graph = rdflib.Graph()
    for file in files:
        try:
            source = _common(read_source(file))
            graph.parse(data=utf8(file, source.content), format=source.kind, publicID=source.base)
        except (BadData, OSError):
            raise
        except Exception as error:  # rdflib's parsers share no base class
            raise BadData(file, _reason(error), _line(error)) from None
    return graph


def _common(source: Source) -> Source:
    """`source` in a format that both engines know; the named graphs of a dataset become one."""
    if source.kind in _COMMON:
        return source
    from pyoxigraph import RdfFormat, Triple, parse, serialize

    if source.kind == "application/x-ndjson":
        import rdflib

        try:
            found = rdflib.Dataset(default_union=True).parse(data=source.content, format="hext")
        except Exception as error:  # what rdflib raises here is of any class
            raise BadData(source.file, _reason(error), _line(error)) from None
        dataset = found.serialize(format="nquads", encoding="utf-8")
        return _common(source.replace(content=dataset, kind="application/n-quads"))
    kind = RdfFormat.from_media_type(source.kind)
    quads = list(parse(source.content, format=kind, base_iri=source.base, rename_blank_nodes=True))
    # What a page of JSON-LD tells is nested, and mostly without an IRI: what has a name there is a thing all the same.
    called = _called(quads) if source.kind == "application/ld+json" else {}
    triples = (Triple(called.get(q.subject, q.subject), q.predicate, called.get(q.object, q.object)) for q in quads)
    content = serialize(triples, format=RdfFormat.N_TRIPLES) or b""
    return source.replace(content=content, kind="application/n-triples")


def _called(quads: list[Any]) -> dict[Any, Any]:
    """An IRI for each blank node that has a name, numbered by their names."""
    from pyoxigraph import BlankNode, NamedNode

    names: dict[Any, list[str]] = {}
    for q in quads:
        if isinstance(q.subject, BlankNode) and q.predicate.value in NAMES:
            names.setdefault(q.subject, []).append(q.object.value)
    ordered = sorted(names, key=lambda node: sorted(names[node]))
    return {node: NamedNode(f"urn:unnamed:{number}") for number, node in enumerate(ordered, 1)}


def _line(error: Any) -> int | None:
    """The line that a parser of rdflib's stopped in: Turtle's counts from zero, XML's from one, others do not say."""
    if hasattr(error, "lines"):
        return int(error.lines) + 1
    return int(error.getLineNumber()) if hasattr(error, "getLineNumber") else None


def _reason(error: Exception) -> str:
    text = str(getattr(error, "msg", None) or error) or type(error).__name__
    return "not RDF here: " + " ".join(text.split())[:200]
