"""Opening a graph: the city that ships with the package, or files of your own.

A handle is a `CityGraph`. Its `engine` is whatever answers SPARQL: a pyoxigraph store, or an rdflib graph where
``engine="rdflib"`` asks for one. Opening never writes.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from .errors import BadData, CityGraphError
from .model import Noun

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import rdflib

CG = "https://w3id.org/citygraph/ontology#"
ENGINES = ("oxigraph", "rdflib")
EXPECTATIONS = "gaps.shapes.ttl"  # what a planner would want to know: a breach is no fault
LANGUAGES = ("zh-Hant", "zh-Hans", "en")
# Suffix to media type: both engines are asked for a format by it.
FORMATS = {
    ".ttl": "text/turtle",
    ".nt": "application/n-triples",
    ".rdf": "application/rdf+xml",
    ".owl": "application/rdf+xml",
    ".xml": "application/rdf+xml",
}
_HERE = os.path.dirname(os.path.abspath(__file__))


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
        """An rdflib `Graph` over the same triples, for everything that rdflib can do.

        >>> import cityGraph as cg
        >>> len(cg.open().rdf) > 1000
        True
        """
        import rdflib

        if isinstance(self.engine, rdflib.Graph):
            return self.engine
        import oxrdflib
        from rdflib.graph import DATASET_DEFAULT_GRAPH_ID

        store = oxrdflib.OxigraphStore(store=self.engine)
        return rdflib.Graph(store=store, identifier=DATASET_DEFAULT_GRAPH_ID)

    def _repr_html_(self) -> None:
        """A handle is no answer: a notebook shows it as Python does."""

    def once(self, key: Any, make: Callable[[], Any]) -> Any:
        """What `make` returns, made at the first call with `key` and kept."""
        if key not in self.cache:
            self.cache[key] = make()
        return self.cache[key]


def open(*sources: str | os.PathLike[str], engine: str = "oxigraph", language: str = "zh-Hant") -> CityGraph:
    """The city that ships with the package or, if any `sources` are given, the RDF files they name.

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
    files = tuple(os.fspath(source) for source in sources) or (data_file(),)
    return CityGraph(load(engine, (*ontology_files(), *files)), files, language, {})


def load(engine: str, files: Iterable[str]) -> Any:
    """The triples of `files` in an engine of that name; raises `BadData` where a file is missing or is not RDF."""
    return _oxigraph(tuple(files)) if engine == "oxigraph" else _rdflib(tuple(files))


def media_type(file: str) -> str:
    """The media type that the suffix of `file` stands for.

    >>> media_type("city.ttl")
    'text/turtle'
    """
    suffix = os.path.splitext(file)[1].lower()
    if suffix not in FORMATS:
        raise BadData(file, f"no RDF format ends in {suffix or 'nothing'!r}; known are {' '.join(FORMATS)}")
    return FORMATS[suffix]


def read(file: str) -> bytes:
    """The bytes of `file` as UTF-8 without a byte order mark; raises `BadData` where it is missing or is not text."""
    import codecs

    try:
        with _builtin_open(file, "rb") as stream:
            content = stream.read()
    except OSError as error:
        raise BadData(file, error.strerror or str(error)) from None
    content = content.removeprefix(codecs.BOM_UTF8)
    try:
        content.decode()
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        raise BadData(file, f"not UTF-8 ({_guess(content)}); save it as UTF-8", line) from None
    return content


def _guess(content: bytes) -> str:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "it looks like UTF-16"
    try:
        content.decode("gb18030")
    except UnicodeDecodeError:
        return "it looks binary or truncated"
    return "it may be GBK"


def _oxigraph(files: tuple[str, ...]) -> Any:
    from pyoxigraph import RdfFormat, Store

    store = Store()
    ours = {*ontology_files(), data_file()}
    for file in files:
        kind = RdfFormat.from_media_type(media_type(file))
        try:
            if file in ours:
                store.load(path=file, format=kind)
            else:
                store.load(read(file), format=kind, base_iri=_base(file))
        except SyntaxError as error:
            raise BadData(file, _reason(error), error.lineno) from None
    return store


def _rdflib(files: tuple[str, ...]) -> Any:
    import rdflib

    graph = rdflib.Graph()
    for file in files:
        kind = media_type(file)
        try:
            graph.parse(data=read(file), format=kind, publicID=_base(file))
        except (BadData, OSError):
            raise
        except Exception as error:  # rdflib's parsers share no base class
            raise BadData(file, _reason(error), _line(error)) from None
    return graph


def _line(error: Any) -> int | None:
    """The line that a parser of rdflib's stopped in: Turtle's counts from zero, XML's from one, others do not say."""
    if hasattr(error, "lines"):
        return int(error.lines) + 1
    return int(error.getLineNumber()) if hasattr(error, "getLineNumber") else None


def _reason(error: Exception) -> str:
    text = str(getattr(error, "msg", None) or error) or type(error).__name__
    return "not RDF here: " + " ".join(text.split())[:200]


def _base(file: str) -> str:
    from pathlib import Path

    return Path(file).absolute().as_uri()


_builtin_open = __builtins__["open"] if isinstance(__builtins__, dict) else __builtins__.open
