"""Small graphs to merge."""

from __future__ import annotations

from pathlib import Path

import pyoxigraph

import cityGraph as cg
from cityGraph.authoring.merge_inputs import read_input
from cityGraph.authoring.merge_pairs import Pairs
from cityGraph.authoring.merge_things import Known
from cityGraph.proof.families import families
from support.samples import PREFIXES

HEAD = f"""{PREFIXES}@prefix a: <https://example.org/a/> .
@prefix b: <https://example.org/b/> .
@prefix cn: <https://example.org/cn/> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix schema: <https://schema.org/> .
@prefix void: <http://rdfs.org/ns/void#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
A, B, CN = (f"https://example.org/{name}/" for name in ("a", "b", "cn"))


def graph(folder: Path, body: str, name: str) -> str:
    """The name of a file of Turtle with this body."""
    file = folder / f"{name}.ttl"
    file.write_text(HEAD + body, "utf-8")
    return str(file)


def two(folder: Path, one: str, other: str) -> tuple[str, str]:
    """The names of two files with these bodies."""
    return graph(folder, one, "a"), graph(folder, other, "b")


def firm(iri: str, *names: str, more: str = "", kind: str = "Firm") -> str:
    """A thing with names in 简体, the first of them the main one."""
    main, *others = (f'"{name}"@zh-Hans' for name in names)
    aliases = f"; skos:altLabel {' , '.join(others)} " if others else ""
    return f"{iri} a cg:{kind} ; skos:prefLabel {main} {aliases}{more and '; '}{more} .\n"


def claim(place: str, iri: str, ends: str, source: str, quote: str, more: str = "") -> str:
    """A realised claim with a passage. `ends` are its subject, relation and object."""
    subject, relation, thing = ends.split()
    status = "" if "cg:status" in more else "cg:status cg:realised ; "
    return (
        f"{place}:{iri} a cg:Claim ; rdf:subject {subject} ; rdf:predicate {relation} ; rdf:object {thing} ; {status}"
        f"cg:basis cg:stated ; {more}{more and ' ; '}cg:evidence {place}:{iri}-passage .\n"
        f'{place}:{iri}-passage a cg:Passage ; oa:hasSource {source} ; cg:phrase "{quote}"@zh-Hans .\n'
    )


def triples(file: str | Path) -> set[tuple[str, str, str]]:
    """The triples of a Turtle file, as N-Triples terms."""
    quads = pyoxigraph.parse(path=str(file), format=pyoxigraph.RdfFormat.TURTLE)
    return {(str(quad.subject), str(quad.predicate), str(quad.object)) for quad in quads}


def pairs(*files: str) -> Pairs:
    """The things of some files, before anything is compared."""
    return Pairs([Known(read_input(file)) for file in files], families(cg.open()))


def found(*files: str) -> tuple[set[tuple[str, str, str]], set[tuple[str, str, tuple[str, ...]]]]:
    """The pairs that became one, with their grounds, and the doubtful ones, with the keys of their reasons."""
    answer = cg.merge(*files)
    united = {(each.one.iri, each.other.iri, each.reasons[0].key) for each in answer.united}
    doubts = {(each.one.iri, each.other.iri, tuple(key for key, _ in each.reasons)) for each in answer.doubtful}
    return united, doubts
