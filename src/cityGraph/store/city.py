"""The handle of an open graph, which every verb takes as its first argument."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..model.query import UNBOUND
from ..namespaces import expand, shorten
from .query_files import bind, prefixed, stored

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Set

    import rdflib

    from ..model.query import Term
    from ..namespaces import Prefixes
    from .engine import Engine

LANGUAGES = ("zh-Hant", "zh-Hans", "en")


class CityGraph:
    """An open graph, the first argument of every verb.

    A handle equals only itself, so it can be a key or an argument of a cached function. Use it in a ``with`` statement
    to free its engine at the end.

    Attributes:
        sources: The files, or the URL of the endpoint, that it was opened from.
        language: The language of labels: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Examples:
        >>> import cityGraph as cg
        >>> with cg.open(language="en") as city:
        ...     cg.resolve(city, "TISCO").label
        'Taiyuan Iron & Steel (Taigang)'
    """

    def __init__(self, engine: Engine, sources: tuple[str, ...] = (), language: str = "zh-Hant") -> None:
        """Make a handle for an engine; `cityGraph.open` does so for files and endpoints."""
        self._engine: Engine | None = engine
        self.sources = sources
        self.language = language
        # In a graph of some sources: says which others speak of a name that nothing here has.
        self.said_elsewhere: Callable[[str], str] | None = None
        # Values that `once` made. They stay valid, because nothing ever changes the triples of an engine.
        self._cache: dict[Any, Any] = {}

    @property
    def engine(self) -> Engine:
        """The engine.

        Raises:
            CityGraphError: The handle is closed.
        """
        if self._engine is None:
            raise CityGraphError("This graph is closed. Open it again.")
        return self._engine

    def close(self) -> None:
        """Free the engine. After this, every verb raises `CityGraphError`."""
        if self._engine is not None:
            self._engine.close()
        self._engine = None
        self._cache.clear()

    def __enter__(self) -> CityGraph:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"CityGraph(sources={self.sources!r}, language={self.language!r})"

    @property
    def rdf(self) -> rdflib.Graph:
        """An rdflib `Graph` over the same triples, for everything that rdflib can do.

        The prefixes are bound, so that its queries need no declaration and its files have readable names.

        Raises:
            CityGraphError: The graph is an endpoint, which is never read whole.

        Examples:
            >>> import cityGraph as cg
            >>> len(cg.open().rdf.query("SELECT ?firm { ?firm a cg:Firm }")) > 20
            True
        """
        self.read_here()
        graph = self.engine.as_rdflib()
        for prefix, namespace in self.prefixes.items():
            graph.bind(prefix, namespace, replace=True)
        return graph

    @property
    def prefixes(self) -> Prefixes:
        """The prefixes that a query need not declare: of vocabularies, of the files, or derived from their IRIs."""
        return self.engine.prefixes

    def expand(self, text: str) -> str:
        """Return the full IRI that a CURIE stands for in this graph.

        Args:
            text: A CURIE, an IRI, or any other text.

        Returns:
            The full IRI; `text` itself if it does not begin with one of the prefixes of the graph.
        """
        # An endpoint is not asked for its prefixes if none can be meant.
        whole = expand(text)
        return whole if whole != text or "://" in text or ":" not in text else expand(text, self.prefixes)

    def shorten(self, iri: str) -> str:
        """Return an IRI as answers show it.

        Args:
            iri: A full IRI.

        Returns:
            The CURIE if a prefix of the graph fits, else the IRI in angle brackets.

        Examples:
            >>> import cityGraph as cg
            >>> cg.open().shorten("https://w3id.org/citygraph/id/taiyuan/taigang")
            'ty:taigang'
        """
        return shorten(iri, self.prefixes)

    def select(self, query: str, most: int = 0, /, **values: Iterable[str] | None) -> list[tuple[Term, ...]]:
        """Run one of the package's stored queries.

        Args:
            query: The name of a file in `store/queries/`, without ``.rq``.
            most: How many rows an endpoint may return for each batch; 0 for any number.
            **values: What each ``VALUES ?name { … }`` of the query holds: terms in SPARQL, as
                `escape.sparql_iri` and `escape.sparql_string` write them. None removes the restriction.

        Returns:
            The rows in the engine's order; a variable without a value is `UNBOUND`. An engine with a limit on the
            things of one query is asked in batches.
        """
        rows: list[tuple[Term, ...]] = []
        for part in self._batches(values):
            limit = f"LIMIT {most}" if most and self.engine.batch else ""
            rows += self._rows(bind(stored(query), **part) + limit)
        return rows

    def select_iris(self, query: str, /, **values: Iterable[str] | None) -> list[tuple[str, ...]]:
        """Run a stored query whose cells are IRIs.

        Args:
            query: The name of a file in `store/queries/`, without ``.rq``.
            **values: As for `select`.

        Returns:
            One tuple of IRIs a row, in the engine's order; rows with any other cell are left out.
        """
        rows: list[tuple[str, ...]] = []
        for part in self._batches(values):
            rows += self.engine.iri_rows(bind(stored(query), **part))
        return rows

    def columns(self, query: str, n: int) -> list[list[str]]:
        """Run a stored query whose cells are IRIs, for millions of rows.

        Args:
            query: The name of a file in `store/queries/`, without ``.rq``.
            n: The number of its variables.

        Returns:
            `n` lists of IRIs of equal length.
        """
        return self.engine.columns(stored(query), n)

    def rows(self, text: str) -> list[tuple[Term, ...]]:
        """Run a SELECT query that is put together in code.

        Args:
            text: The query; our prefixes need no declaration.

        Returns:
            The rows in the engine's order; a variable without a value is `UNBOUND`.
        """
        return self._rows(prefixed(text))

    def _rows(self, text: str) -> list[tuple[Term, ...]]:
        return [tuple([term or UNBOUND for term in row]) for row in self.engine.answer(text).rows]

    def _batches(self, values: dict[str, Iterable[str] | None]) -> Iterator[dict[str, list[str] | None]]:
        """Split the values of a query into batches: none if a list is empty, one if the lists differ."""
        given = {name: None if each is None else list(each) for name, each in values.items()}
        lists = [each for each in given.values() if each is not None]
        if not all(lists):
            return
        batch = self.engine.batch
        if batch is None or not lists or any(each != lists[0] for each in lists):
            yield given
            return
        for at in range(0, len(lists[0]), batch):
            yield {name: each and each[at : at + batch] for name, each in given.items()}

    def size(self) -> int | None:
        """Count the triples, with those of the ontology if it was read with them.

        Returns:
            The number of triples; None for an endpoint, where counting may take too long.
        """
        return self.engine.size()

    def terms(self, namespace: str) -> set[str]:
        """List the IRIs of a namespace that stand anywhere in the graph. The whole graph is searched.

        Args:
            namespace: What the IRIs begin with.

        Returns:
            The IRIs.
        """
        return self.engine.terms(namespace)

    def languages(self) -> set[str]:
        """List the language tags of all texts. The whole graph is searched.

        Returns:
            The tags in the case of BCP 47.
        """
        return self.engine.languages()

    @property
    def ontology(self) -> int:
        """How many triples our ontology added; 0 if it was not read, because no file uses a term of it."""
        return self.engine.ontology

    def predicates(self) -> list[str]:
        """List the predicates of all triples.

        Returns:
            Their IRIs, in the engine's order.
        """
        return [row[0] for row in self.engine.predicates()]

    @property
    def remote(self) -> bool:
        """Whether the graph is an endpoint, which is queried and never read whole."""
        return not self.engine.whole

    def read_here(self) -> None:
        """Check that the triples are on this machine.

        Raises:
            CityGraphError: The graph is an endpoint, which is never read whole.
        """
        if self.remote:
            raise CityGraphError(
                f"{self.sources[0]}: an endpoint is never read whole. Use neighbors, claims NAME, paths or query."
            )

    def without(self, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> CityGraph:
        """Copy the graph without some of its triples. The copy keeps the notes.

        Args:
            things: IRIs; every triple with one of them as subject or object is left out.
            triples: Further triples to leave out, as (subject, predicate, object).

        Returns:
            A new handle on a new engine.
        """
        copy = CityGraph(self.engine.without(things, triples), self.sources, self.language)
        copy._cache["notes"] = dict(self._cache.get("notes", {}))
        return copy

    @property
    def notes(self) -> tuple[str, ...]:
        """What limits the answers so far, in the order of the events: files left out, rows cut off, odd values."""
        return tuple(self._cache.get("notes", ()))

    def note(self, text: str) -> None:
        """Add a note; the same note again changes nothing.

        Args:
            text: One sentence.
        """
        self.once("notes", dict)[text] = None

    def once(self, key: Any, make: Callable[[], Any]) -> Any:
        """Make a value at the first call with a key, and return the same value at every later call.

        Args:
            key: Any hashable value.
            make: Called without arguments, at most once a key.

        Returns:
            What `make` returned.
        """
        if key not in self._cache:
            self._cache[key] = make()
        return self._cache[key]
