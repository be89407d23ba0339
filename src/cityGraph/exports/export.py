"""The verb `export`: write selected claims in any file format.

Tables hold every claim, with one row for each passage. Graph files hold the claims between two things, with status,
source and quote. RDF files hold everything about the claims, their things, passages and sources.
Web Annotations hold each passage with its claim.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import CityGraphError, short
from ..formats import by_first_suffix
from ..graph.claims import claims
from ..graph.filters import by_kind, known_statuses, narrowed, relation_iris
from ..graph.plain_triples import has_claims
from ..model.noun import Noun
from ..model.verb import verb
from ..names.entities import entities
from ..names.resolve import resolve
from . import (
    cypher,
    gexf,
    graph_rows,
    graphml,
    json_ld,
    mermaid,
    node_link,
    rdf,
    spreadsheet,
    table_rows,
    web_annotation,
    workbook,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from typing import Unpack

    import networkx

    from ..model.claim import Claim, Entity
    from ..model.verb import OfEdge
    from ..render.table import Table
    from ..store.city import CityGraph


class Export(Noun):
    """Claims that are ready to be written to a file.

    Attributes:
        entities: The things at the ends of the claims, in the order of the source.
        claims: The claims, in the order of the source.
        city: The open graph. It gives what only RDF files and workbooks hold: names in all languages, sources, plans.
        asked: The things that were asked for. Empty if all claims were.
        narrowed: Whether filters left claims out. The sheets of a workbook on targets, projects and dates then list
            only what rests on the claims.
        whole: All things of a graph without claims, if it is exported whole: also those that nothing is tied to.
            Else none.
    """

    entities: tuple[Entity, ...]
    claims: tuple[Claim, ...]
    city: CityGraph
    asked: tuple[Entity, ...] = ()
    narrowed: bool = True
    whole: tuple[Entity, ...] = ()

    def to(self, form: str) -> bytes:
        """Write the claims as one file.

        Args:
            form: The ending of the file's name: one of `FORMATS`, with or without its dot, in any case.

        Returns:
            The content of the file.

        Raises:
            CityGraphError: The ending is unknown, the format holds only claims and there are none, or there are more
                claims than it can hold.

        Examples:
            >>> import cityGraph as cg
            >>> cg.export(cg.open(), "晶科").to(".csv").decode("utf-8-sig").splitlines()[1].split(",")[:4]
            ['晶科', '企業', '是…的龍頭', '新能源產業']
        """
        return b"".join(self.chunks(form))

    def chunks(self, form: str) -> Iterator[bytes]:
        """Write the claims as a file that comes piece by piece, so that a large one does not fill the memory.

        Args:
            form: The ending of the file's name: one of `FORMATS`, with or without its dot, in any case.

        Returns:
            An iterator over the pieces of the file.

        Raises:
            CityGraphError: The ending is unknown, the format holds only claims and there are none, or there are more
                claims than it can hold. The latter is raised when the first piece is read.
        """
        name = f".{form.lstrip('.').lower()}"
        if name not in FORMATS:
            raise CityGraphError(f"No export format is called {short(form)!r}. Formats: {' '.join(FORMATS)}")
        if not self.claims and name in _OF_CLAIMS:
            others = " ".join(suffix for suffix in FORMATS if suffix not in _OF_CLAIMS)
            raise CityGraphError(
                f"Nothing to export as {name}: there are only names and kinds. Formats that hold them: {others}"
            )
        return FORMATS[name](self)

    def sheets(self) -> list[Table]:
        """List the sheets of the workbook, in the language of the graph.

        Returns:
            The sheets. The first explains the others.

        Raises:
            CityGraphError: There are more claims than a sheet can hold.
        """
        return workbook.sheets(self.city, self.entities, self.claims, self.asked, narrowed=self.narrowed)

    def network(self) -> networkx.MultiDiGraph:
        """Return the claims between two things as a networkx graph.

        Returns:
            A `networkx.MultiDiGraph` with one edge for each claim. Its attributes are those of the graph files.
        """
        return node_link.network(self.entities, self.claims)

    def _values(self) -> tuple[object, ...]:
        return self.entities, self.claims


_WRITERS: dict[str, Callable[[Export], Iterator[bytes]]] = {
    "xlsx": lambda chosen: spreadsheet.workbook(chosen.sheets()),
    "csv": lambda chosen: spreadsheet.csv(table_rows.CLAIMS, table_rows.claim_rows(chosen.claims)),
    "tsv": lambda chosen: spreadsheet.csv(table_rows.CLAIMS, table_rows.claim_rows(chosen.claims), "\t"),
    "nodes": lambda chosen: spreadsheet.csv(graph_rows.NODES, graph_rows.node_rows(chosen.entities)),
    "edges": lambda chosen: spreadsheet.csv(graph_rows.EDGES, graph_rows.edge_rows(chosen.claims)),
    "graphml": lambda chosen: graphml.graphml(chosen.entities, chosen.claims),
    "gexf": lambda chosen: gexf.gexf(chosen.entities, chosen.claims),
    "node-link": lambda chosen: node_link.node_link_json(chosen.entities, chosen.claims),
    "cypher": lambda chosen: cypher.cypher(chosen.entities, chosen.claims),
    "mermaid": lambda chosen: mermaid.mermaid(chosen.entities, chosen.claims),
    "turtle": lambda chosen: rdf.turtle(chosen.city, chosen.claims, chosen.whole),
    "annotated": lambda chosen: rdf.annotated(chosen.city, chosen.claims, chosen.whole),
    "ntriples": lambda chosen: rdf.ntriples(chosen.city, chosen.claims, chosen.whole),
    "nquads": lambda chosen: rdf.nquads(chosen.city, chosen.claims, chosen.whole),
    "trig": lambda chosen: rdf.trig(chosen.city, chosen.claims, chosen.whole),
    "json-ld": lambda chosen: json_ld.jsonld(chosen.city, chosen.claims, chosen.whole),
    "webannotation": lambda chosen: web_annotation.web_annotations(chosen.claims, chosen.city.language),
}
# By the ending of the file's name. If several endings match, the longest counts.
FORMATS = {
    suffix: _WRITERS[each.name]
    for suffix, each in by_first_suffix("table", "network", "rdf", "rdf12", "annotation").items()
    if each.name in _WRITERS
}
_OF_CLAIMS = {".csv", ".tsv", ".edges.csv", ".webannotation.jsonld"}


@verb()
def export(
    city: CityGraph,
    *names: str,
    kinds: Iterable[str] = (),
    relations: Iterable[str] = (),
    statuses: Iterable[str] = (),
    inferred: bool = False,
    **_also: Unpack[OfEdge],
) -> Export:
    """Select claims to write to a file.

    Args:
        city: An open graph.
        *names: Things whose claims to select, by any of their names. Without a name all claims are selected.
        kinds: Keep the claims with a thing of one of these kinds, by local name or label. Empty keeps all.
        relations: Keep the claims with these relations, by local name or label. Empty keeps all.
        statuses: Keep these statuses: ``realised``, ``planned``, ``targeted``. Empty keeps all.
        inferred: Include inferred claims.

    Returns:
        The claims and the things at their ends; of a graph without claims that is asked for whole, all its things with
        a name. Its methods write files.

    Raises:
        NameNotFound: Nothing has one of the names.
        AmbiguousName: Several things have one of the names.
        CityGraphError: A kind, a relation or a status does not exist, or no claim is left; the message names the
            filter.

    Examples:
        >>> import cityGraph as cg
        >>> found = cg.export(cg.open(), "晶科")
        >>> len(found.claims), [thing.label for thing in found.entities]
        (2, ['晶科', '新能源產業', '光伏產業鏈'])
    """
    found: dict[str, Claim] = {}
    for name in names or (None,):
        found |= {claim.iri: claim for claim in claims(city, name, inferred=inferred)}
    kinds, relations, statuses = tuple(kinds), tuple(relations), tuple(statuses)
    every = () if names or kinds or relations or statuses or has_claims(city) else _all_things(city)
    if not found and not every:
        about = f" about {', '.join(repr(short(name)) for name in names)}" if names else ""
        hint = " Add --inferred to include inferred claims." if has_claims(city) and not inferred else ""
        raise CityGraphError(f"Nothing to export: there are no claims{about}.{hint}")
    has_kind, wanted_statuses = by_kind(city, kinds), known_statuses(city, statuses)
    wanted_relations = relation_iris(city, relations, inferred=inferred)
    filters: dict[str, Callable[[Claim], bool]] = {
        "--kind": lambda claim: not has_kind or any(map(has_kind, claim.ends)),
        "--relation": lambda claim: not wanted_relations or claim.relation.iri in wanted_relations,
        "--status": lambda claim: not wanted_statuses or claim.status in wanted_statuses,
    }
    kept = narrowed(found.values(), filters, "Nothing to export", "claims") if found else []
    things = {end.iri: end for claim in kept for end in claim.ends} | {each.iri: each for each in every}
    asked = tuple({thing.iri: thing for thing in (resolve(city, name) for name in names)}.values())
    return Export(
        tuple(things.values()), tuple(kept), city, asked, bool(has_kind or wanted_relations or wanted_statuses), every
    )


def _all_things(city: CityGraph) -> tuple[Entity, ...]:
    """List all named things of a graph, sorted by label."""
    named = entities(city, city.columns("all-named", 1)[0])
    return tuple(sorted(named.values(), key=lambda thing: (thing.label, thing.iri)))
