"""The same as `straightforward.py` on pyoxigraph and click: the least that such an answer costs, with no library."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from pyoxigraph import Literal, NamedNode, RdfFormat, Store

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[1]
CG = "https://w3id.org/citygraph/ontology#"
RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SUBJECT, PREDICATE, OBJECT = (NamedNode(f"{RDF}{end}") for end in ("subject", "predicate", "object"))
NAME = NamedNode("http://www.w3.org/2004/02/skos/core#prefLabel")
LABEL, INVERSE = NamedNode("http://www.w3.org/2000/01/rdf-schema#label"), NamedNode(f"{CG}inverseLabel")
STATUS, BASIS, EVIDENCE, PHRASE, PARAGRAPH = (
    NamedNode(f"{CG}{name}") for name in ("status", "basis", "evidence", "phrase", "paragraph")
)
INFERRED = NamedNode(f"{CG}inferred")


def read(file: str) -> Store:
    """The city with its ontology."""
    store = Store()
    for part in (*map(str, (ROOT / "ontology").glob("*.ttl")), file):
        if not part.endswith((".shapes.ttl", "alignments.ttl", "examples.ttl")):
            store.load(path=part, format=RdfFormat.TURTLE)
    return store


def values(store: Store, thing: Any, role: NamedNode) -> Iterator[Any]:
    """What a thing has by this role."""
    return (quad.object for quad in store.quads_for_pattern(thing, role, None))


def value(store: Store, thing: Any, role: NamedNode) -> str:
    """The text of what a thing has by this role."""
    return next((str(each.value) for each in values(store, thing, role)), "None")


def named(store: Store, name: str) -> Any:
    """The thing of this name."""
    return next(store.quads_for_pattern(None, NAME, Literal(name, language="zh-Hant"))).subject


def label(store: Store, thing: Any, role: NamedNode = NAME) -> str:
    """The label in 繁體; the store writes tags in small letters."""
    return next(str(name.value) for name in values(store, thing, role) if name.language == "zh-hant")


def relation_label(store: Store, relation: Any, *, inverse: bool = False) -> str:
    """What a relation is called, read from its subject or, `inverse`, from its object."""
    return label(store, relation, INVERSE if inverse else LABEL)


def edges(store: Store, thing: Any) -> Iterator[tuple[Any, Any, Any, Any]]:
    """The edges around a thing that a source states: subject, relation, object, claim."""
    for end in (SUBJECT, OBJECT):
        for claim in (quad.subject for quad in store.quads_for_pattern(None, end, thing)):
            known = {quad.predicate: quad.object for quad in store.quads_for_pattern(claim, None, None)}
            if isinstance(known[OBJECT], NamedNode) and known[BASIS] != INFERRED:
                yield known[SUBJECT], known[PREDICATE], known[OBJECT], claim


@click.command()
@click.argument("name")
@click.option("--from", "file", default=str(ROOT / "data" / "triples.ttl"))
def main(name: str, file: str) -> None:
    """Print what is connected to NAME."""
    store = read(file)
    thing = named(store, name)
    for subject, relation, what, claim in edges(store, thing):
        far = what if subject == thing else subject
        status = value(store, claim, STATUS).rsplit("#", 1)[1]
        words = [label(store, far), relation_label(store, relation, inverse=far == subject), status]
        for passage in values(store, claim, EVIDENCE):
            click.echo("\t".join([*words, value(store, passage, PHRASE), value(store, passage, PARAGRAPH)]))


if __name__ == "__main__":
    main()
