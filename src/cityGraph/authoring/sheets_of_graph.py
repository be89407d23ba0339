"""A graph as tables of sheets, from which `build` makes the same graph again."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from ..escape import language_tag
from ..exports.turtle_terms import TYPE
from ..model.noun import Noun
from ..namespaces import CG, PREFIXES
from .added_words import word_rows
from .cell_terms import tag_of
from .city_file import DATASET, said_of
from .draft import described
from .graph_names import GraphNames, main_names
from .iris import THINGS, Iris
from .rows_of_claims import claim_rows
from .rows_of_properties import source_rows, table, thing_rows

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from .draft import Triple

About = dict[str, dict[str, list[Any]]]
_NAMES = (PREFIXES["skos"] + "prefLabel", PREFIXES["rdfs"] + "label")
_REPLACED = PREFIXES["dcterms"] + "isReplacedBy"


class GraphSheets(Noun):
    """The tables of a graph.

    Attributes:
        tables: The rows of each table, each with its cells by heading; the first row has the headings in their order.
        city: The values of city.toml by key.
    """

    tables: dict[str, list[list[str]]]
    city: dict[str, Any]


class GraphParts:
    """The triples of a graph by what they describe.

    Attributes:
        claims: Claims by IRI, each with its objects by the IRI of the predicate.
        passages: Passages, likewise.
        sources: Sources, likewise.
        things: What has a kind and a name, likewise.
        dataset: The data set; None if there is none.
        dataset_iri: Its IRI.
        replaced: The IRIs that each IRI replaces.
    """

    def __init__(self, triples: Iterable[Triple]) -> None:
        about: About = {_key(node): parts for node, parts in described(triples).items()}
        self.claims, self.passages, self.sources, self.things = About(), About(), About(), About()
        self.dataset: dict[str, list[Any]] | None = None
        self.dataset_iri = ""
        self.replaced: dict[str, list[Any]] = {}
        for iri, parts in sorted(about.items()):
            kinds = {_key(kind) for kind in parts.get(TYPE, ())}
            if CG + "Claim" in kinds:
                self.claims[iri] = parts
            elif CG + "Passage" in kinds:
                self.passages[iri] = parts
            elif CG + "Source" in kinds:
                self.sources[iri] = parts
            elif DATASET in kinds:
                self.dataset, self.dataset_iri = parts, iri
            elif kinds and any(predicate in parts for predicate in _NAMES):
                self.things[iri] = parts
            for new in parts.get(_REPLACED, ()):
                self.replaced.setdefault(_key(new), []).append(iri)


def sheets_of(triples: Sequence[Triple], prefixes: Mapping[str, str]) -> GraphSheets:
    """Write a graph as tables.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.
        prefixes: The prefixes of the graph that are no vocabularies.

    Returns:
        The tables, and what city.toml says.
    """
    parts = GraphParts(triples)
    languages = _languages(parts)
    iris = Iris(_base(parts), prefixes)
    named = main_names(parts.things, languages)
    names = GraphNames(iris, parts.things, named)
    tables = {
        "things": thing_rows(parts.things, parts.replaced, names, named, languages),
        "sources": source_rows(parts.sources, parts.replaced, names, languages),
        "claims": claim_rows(parts, triples, names, languages),
    }
    if words := word_rows(described(triples)):
        tables["words"] = table("words", words)
    word = names.thing
    return GraphSheets(tables, said_of(parts.dataset, parts.dataset_iri, iris, languages, prefixes, word))


def _languages(parts: GraphParts) -> list[str]:
    """Return the languages of a graph, the one that its quotes have most often first."""
    counts = Counter(tag_of(term) for about in parts.passages.values() for term in about.get(CG + "phrase", ()))
    said = [term.value for term in (parts.dataset or {}).get(PREFIXES["dcterms"] + "language", ())]
    if not said:
        named = (term for about in parts.things.values() for name in _NAMES for term in about.get(name, ()))
        said = [tag for tag, _ in Counter(map(tag_of, named)).most_common()]
    return sorted(map(language_tag, said), key=lambda tag: (-counts[tag], tag))


def _base(parts: GraphParts) -> str:
    """Return what stands before the ids of most things."""
    for term in (parts.dataset or {}).get(PREFIXES["void"] + "uriSpace", ()):
        return str(term.value)
    spaces = Counter(iri[: max(iri.rfind("/"), iri.rfind("#")) + 1] for iri in (*parts.things, *parts.sources))
    return min(spaces, key=lambda space: (-spaces[space], space), default=f"{THINGS}city/")


def _key(node: Any) -> str:
    return f"_:{node.value}" if type(node).__name__ == "BlankNode" else str(node.value)
