"""Reads a graph that is to be merged: its triples as they are, with a name for each nameless node."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any, NamedTuple

from ..errors import BadData, CityGraphError
from ..store.convert import common, parse_reason, too_long
from ..store.files import files_of, is_url, read_rdf_file, utf8
from .draft import named

if TYPE_CHECKING:
    from collections.abc import Iterable

Triple = tuple[Any, Any, Any]
_MOST = 60  # nameless nodes that hang together; the time to compare more can grow without bound


class Input(NamedTuple):
    """A graph that is to be merged.

    Attributes:
        name: What the user called it.
        triples: Its triples, as pyoxigraph terms. The same graph always gives the same.
        prefixes: The prefixes that its files declare.
    """

    name: str
    triples: list[Triple]
    prefixes: dict[str, str]


def read_input(source: str) -> Input:
    """Read a graph that is to be merged.

    Args:
        source: A file of any RDF format, also packed by gzip; a folder of such files; or ``-`` for standard input.

    Returns:
        Its triples. Claims and passages without an IRI have one, as the layout gives it. Any other node without an
        IRI has a label that is made of what is said of it, so that two files never share one by chance.

    Raises:
        BadData: A file is missing or is not RDF.
        CityGraphError: It is an endpoint.
    """
    if is_url(source):
        raise CityGraphError(f"{source}: an endpoint is never read whole. Save what you need with: query -o part.ttl")
    triples: dict[Triple, None] = {}
    prefixes: dict[str, str] = {}
    for file in files_of([source])[0]:
        found, declared = _parsed(file)
        triples |= dict.fromkeys(found)
        prefixes = {**declared, **prefixes}
    return Input(source, settled(named(triples)[0]), prefixes)


def _parsed(file: str) -> tuple[list[Triple], dict[str, str]]:
    from pyoxigraph import RdfFormat, parse

    given = read_rdf_file(file)
    source = common(given)
    try:
        form = RdfFormat.from_media_type(source.media_type)
        quads = parse(source.content, format=form, base_iri=source.base, rename_blank_nodes=True)
        return [(quad.subject, quad.predicate, quad.object) for quad in quads], source.prefixes
    except MemoryError:
        raise too_long(source) from None
    except SyntaxError as error:
        utf8(file, source.content)
        raise BadData(file, parse_reason(error), error.lineno) from None


def settled(triples: Iterable[Triple]) -> list[Triple]:
    r"""Give each node without an IRI a label that depends only on what is said of it and around it.

    Args:
        triples: Subject, predicate and object of each triple, as pyoxigraph terms.

    Returns:
        The triples, in the order given but for those of nameless nodes, which are at the end.

    Examples:
        >>> from pyoxigraph import RdfFormat, parse
        >>> one, other = (
        ...     settled((q.subject, q.predicate, q.object) for q in parse(text, format=RdfFormat.TURTLE))
        ...     for text in ("<urn:a> <urn:p> [ <urn:q> 1 ] .", "_:x <urn:q> 1 . <urn:a> <urn:p> _:x .")
        ... )
        >>> set(one) == set(other)
        True
    """
    kept: list[Triple] = []
    nameless: list[Triple] = []
    for triple in triples:
        (nameless if _blank(triple[0]) or _blank(triple[2]) else kept).append(triple)
    for number, group in enumerate(_groups(nameless)):
        kept += _labelled(group, number)
    return list(dict.fromkeys(kept))


def _blank(term: Any) -> bool:
    return type(term).__name__ == "BlankNode"


def _groups(triples: list[Triple]) -> list[list[Triple]]:
    """Group triples so that those of one nameless node are in one group."""
    parent: dict[Any, Any] = {}

    def root(node: Any) -> Any:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for subject, _, term in triples:
        ends = [end for end in (subject, term) if _blank(end)]
        parent[root(ends[0])] = root(ends[-1])
    groups: dict[Any, list[Triple]] = {}
    for triple in triples:
        groups.setdefault(root(triple[0] if _blank(triple[0]) else triple[2]), []).append(triple)
    return list(groups.values())


def _labelled(group: list[Triple], number: int) -> list[Triple]:
    from pyoxigraph import BlankNode, CanonicalizationAlgorithm, Dataset, Quad

    nodes = {end for subject, _, term in group for end in (subject, term) if _blank(end)}
    if len(nodes) <= _MOST:
        whole = Dataset(Quad(*triple) for triple in group)
        whole.canonicalize(CanonicalizationAlgorithm.RDFC_1_0)
        group = sorted(((quad.subject, quad.predicate, quad.object) for quad in whole), key=str)
        mark = sha256("\n".join(" ".join(map(str, triple)) for triple in group).encode()).hexdigest()[:12]
    else:  # each file keeps its own
        mark = sha256(f"{number} {group[0]}".encode()).hexdigest()[:12]
    return [(_relabelled(s, mark, BlankNode), p, _relabelled(o, mark, BlankNode)) for s, p, o in group]


def _relabelled(term: Any, mark: str, made: Any) -> Any:
    return made(f"b{mark}-{term.value}") if _blank(term) else term
