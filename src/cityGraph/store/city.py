"""`CityGraph`: the open graph that every verb takes first."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..model.noun import Noun

if TYPE_CHECKING:
    from collections.abc import Callable

    import rdflib

SECONDS = 30.0  # in which a whole answer must have come

LANGUAGES = ("zh-Hant", "zh-Hans", "en")


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
        return type(self.engine).__name__ == "Endpoint"

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
