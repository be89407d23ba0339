"""The verb `export`: selected claims in any file format.

Tables hold every claim, a row for each passage; graph files the ties, with their status, source and words; the RDF
formats all that is said of claims, things, passages and sources.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..graph.claims import claims
from ..graph.filters import known_statuses, narrowed, relation_iris
from ..model.claim import Claim, Entity
from ..model.noun import Noun
from ..names.kinds import is_kind
from . import cypher, gexf, graphml, json_ld, mermaid, node_link, rdf, rows, spreadsheet

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    import networkx

    from ..store.city import CityGraph


class Export(Noun):
    """What is exported: `claims`, and the `entities` that they tie, both in the order of the source.

    `to` gives a whole file in one of `FORMATS`, `chunks` the same piece by piece. `city` is asked for what only the RDF
    formats hold: names in every language, sources, positions.
    """

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    city: CityGraph

    def to(self, form: str) -> bytes:
        """The bytes of a file whose name ends in `form`; raises what `chunks` raises.

        >>> import cityGraph as cg
        >>> cg.export(cg.open(), "晶科").to(".csv").decode("utf-8-sig").splitlines()[1].split(",")[:4]
        ['晶科', '企業', '為龍頭', '新能源產業']
        """
        return b"".join(self.chunks(form))

    def chunks(self, form: str) -> Iterator[bytes]:
        """The file of `to`, piece by piece, so that it need not be held.

        Raises `CityGraphError` for an unknown ending, and where a format cannot hold so much.
        """
        name = f".{form.lstrip('.').lower()}"
        if name not in FORMATS:
            raise CityGraphError(f"no format is called {short(form)!r}; known are {' '.join(FORMATS)}")
        return FORMATS[name](self)

    def network(self) -> networkx.MultiDiGraph:
        """The ties as a networkx graph whose attributes are those of the graph files."""
        return node_link.network(self.entities, self.claims)

    def _values(self) -> tuple[object, ...]:
        return self.entities, self.claims


# By the end of a file's name, of which the longest wins.
FORMATS: dict[str, Callable[[Export], Iterator[bytes]]] = {
    ".xlsx": lambda found: spreadsheet.workbook(found.entities, found.claims),
    ".csv": lambda found: spreadsheet.csv(rows.CLAIMS, rows.claim_rows(found.claims)),
    ".nodes.csv": lambda found: spreadsheet.csv(rows.NODES, rows.node_rows(found.entities)),
    ".edges.csv": lambda found: spreadsheet.csv(rows.EDGES, rows.edge_rows(found.claims)),
    ".graphml": lambda found: graphml.graphml(found.entities, found.claims),
    ".gexf": lambda found: gexf.gexf(found.entities, found.claims),
    ".json": lambda found: node_link.node_link_json(found.entities, found.claims),
    ".cypher": lambda found: cypher.cypher(found.entities, found.claims),
    ".mmd": lambda found: mermaid.mermaid(found.entities, found.claims),
    ".ttl": lambda found: rdf.turtle(found.city, found.claims),
    ".rdf12.ttl": lambda found: rdf.annotated(found.city, found.claims),
    ".nt": lambda found: rdf.ntriples(found.city, found.claims),
    ".trig": lambda found: rdf.trig(found.city, found.claims),
    ".jsonld": lambda found: json_ld.jsonld(found.city, found.claims),
}


def export(
    city: CityGraph,
    *names: str,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
) -> Export:
    """What is claimed of the things of these names or, without a name, of all, ready for a file.

    `kinds` (local names or labels) keeps the claims that have a thing of one of these kinds, `relations` those ties
    alone, `statuses` (``realised``, ``planned``, ``targeted``) what is so far fact or plan. Inferred claims are left
    out unless `inferred` asks for them. Raises `NameNotFound`, `AmbiguousName`, and `CityGraphError`, which names the
    filter, where nothing is left.

    >>> import cityGraph as cg
    >>> found = cg.export(cg.open(), "晶科")
    >>> len(found.claims), [thing.label for thing in found.entities]
    (2, ['晶科', '新能源產業', '光伏產業鏈'])
    """
    found: dict[str, Claim] = {}
    for name in names or (None,):
        found |= {claim.iri: claim for claim in claims(city, name, inferred=inferred)}
    if not found:
        hint = "" if inferred else "; inferred ones come with --inferred"
        raise CityGraphError(f"nothing to export: there are no claims{hint}")
    wanted_kinds, wanted_statuses = set(kinds), known_statuses(statuses)
    wanted_relations = relation_iris(city, relations, inferred=inferred)
    filters: dict[str, Callable[[Claim], bool]] = {
        "--kind": lambda claim: not wanted_kinds or any(is_kind(end, wanted_kinds) for end in _ends(claim)),
        "--relation": lambda claim: not wanted_relations or claim.relation.iri in wanted_relations,
        "--status": lambda claim: not wanted_statuses or claim.status in wanted_statuses,
    }
    kept = narrowed(found.values(), filters, "nothing to export", "claims")
    things = {end.iri: end for claim in kept for end in _ends(claim)}
    return Export(tuple(things.values()), tuple(kept), city)


def _ends(claim: Claim) -> list[Entity]:
    return [end for end in (claim.subject, claim.object) if isinstance(end, Entity)]
