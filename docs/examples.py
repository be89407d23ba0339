"""Write what is made of the ontology and the city: `python docs/examples.py` after either has changed.

`ontology/examples.ttl` has for each class a thing, for each relation and measure a claim that is one, the first in the
order of the source. `ontology/domains.ttl` has the kinds at the two ends of each relation in the words of schema.org,
`ontology/lists.ttl` the closed lists in those of SKOS. The tests hold that all are as they would be made.
"""

from __future__ import annotations

from pathlib import Path

import rdflib

import cityGraph as cg
from cityGraph.store.shipped import ontology_files

FOLDER = Path(__file__).parents[1] / "ontology"
ONTOLOGY = "https://w3id.org/citygraph/ontology#"
HEAD = f"""@prefix cg: <{ONTOLOGY}> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# One example of each class, relation and measure: made by docs/examples.py from the data, not by hand.

"""
DOMAINS = f"""@prefix cg: <{ONTOLOGY}> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix schema: <https://schema.org/> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

# What may stand at the two ends of each relation and measure, as RDF tools read it: made by docs/examples.py from
# cg:subjectKind and cg:objectKind, not by hand. No rdfs:domain: a relation between other kinds is a fault, not news.

"""
LISTS = f"""@prefix cg: <{ONTOLOGY}> .
@prefix list: <{ONTOLOGY.replace("#", "/lists#")}> .
@prefix owl: <http://www.w3.org/2002/07/owl#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .

# The closed lists of the ontology as SKOS has them: made by docs/examples.py from the classes of their members, not by
# hand. Apart, as the class of a member already tells its list.

<{ONTOLOGY.replace("#", "/lists")}> a owl:Ontology ;
    rdfs:comment "The lists from which statuses, bases, levels, stages, comparators and units are chosen."@en .
"""
# The kind of the members, the list, and its name in 繁體, 简体 and English.
SCHEMES = {
    "Status": ("statuses", "狀態", "状态", "statuses"),
    "Basis": ("bases", "依據", "依据", "bases"),
    "Level": ("levels", "級別", "级别", "levels"),
    "Stage": ("stages", "階段", "阶段", "stages"),
    "Comparator": ("comparators", "比較詞", "比较词", "comparators"),
    "Unit": ("units", "單位", "单位", "units"),
}


def examples() -> dict[str, str]:
    """The example of each term by its local name, in 繁體."""
    found: dict[str, str] = {}
    for claim in cg.claims(cg.open(), inferred=True):
        what = claim.object
        for end in (claim.subject, what):
            if isinstance(end, cg.Entity):
                found.setdefault(end.kind, end.label)
        if claim.relation.iri.startswith(ONTOLOGY):
            said = what.label if isinstance(what, cg.Entity) else what.value
            sentence = f"{claim.subject.label} {claim.relation.label} {said}"
            found.setdefault(claim.relation.iri.removeprefix(ONTOLOGY), sentence)
    return dict(sorted(found.items()))


def module() -> str:
    """The text of `ontology/examples.ttl`."""
    quoted = ((term, said.replace("\\", "\\\\").replace('"', '\\"')) for term, said in examples().items())
    return HEAD + "".join(f'cg:{term} skos:example "{said}"@zh-Hant .\n' for term, said in quoted)


def whole() -> rdflib.Graph:
    """The ontology."""
    ontology = rdflib.Graph()
    for file in ontology_files():
        ontology.parse(file, format="turtle")
    return ontology


def lists() -> str:
    """The text of `ontology/lists.ttl`."""
    ontology, text = whole(), LISTS
    for kind, (scheme, traditional, simplified, english) in SCHEMES.items():
        text += f"""
list:{scheme} a skos:ConceptScheme ;
    skos:prefLabel "{traditional}"@zh-Hant , "{simplified}"@zh-Hans , "{english}"@en ;
    rdfs:seeAlso cg:{kind} .
"""
        for member in sorted(ontology.subjects(rdflib.RDF.type, rdflib.URIRef(ONTOLOGY + kind)), key=str):
            name = str(member).removeprefix(ONTOLOGY)
            text += f'cg:{name} a owl:NamedIndividual ; skos:inScheme list:{scheme} ; skos:notation "{name}" .\n'
    return text


def domains() -> str:
    """The text of `ontology/domains.ttl`."""
    ontology = whole()

    def kinds(relation: rdflib.term.Node, end: str) -> str:
        found = ontology.objects(relation, rdflib.URIRef(f"{ONTOLOGY}{end}Kind"))
        return " , ".join(sorted(ontology.namespace_manager.qname(str(kind)) for kind in found))

    ontology.bind("cg", ONTOLOGY)
    relations = sorted(set(ontology.subjects(rdflib.URIRef(f"{ONTOLOGY}subjectKind"))), key=str)
    return DOMAINS + "".join(
        f"cg:{str(relation).removeprefix(ONTOLOGY)} schema:domainIncludes {kinds(relation, 'subject')} ;\n"
        f"    schema:rangeIncludes {kinds(relation, 'object')} .\n"
        for relation in relations
    )


if __name__ == "__main__":
    (FOLDER / "examples.ttl").write_text(module(), encoding="utf-8")
    (FOLDER / "domains.ttl").write_text(domains(), encoding="utf-8")
    (FOLDER / "lists.ttl").write_text(lists(), encoding="utf-8")
