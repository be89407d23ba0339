"""Make the tables of `docs/relations.md` from the ontology and `ontology/usage.ttl`: `docs/generate.py` writes them."""

from __future__ import annotations

from pathlib import Path

import rdflib
from rdflib import OWL, RDF, RDFS, SKOS, URIRef

from examples import whole

ONTOLOGY = "https://w3id.org/citygraph/ontology#"
USAGE = Path(__file__).parents[1] / "ontology" / "usage.ttl"
STATUSES = {"realised": "fact", "planned": "plan", "targeted": "target"}
VALUES = {
    "decimal": "a number",
    "string": "a few words",
    "langString": "a few words",
    "gYear": "a year",
    "gYearMonth": "a month",
    "date": "a day",
}
LANGUAGES = {"zh-Hant": "繁體", "zh-Hans": "简体", "en": "English"}


class Terms:
    """The ontology with the sentences that show how its terms are used."""

    def __init__(self) -> None:
        self.graph = whole() + rdflib.Graph().parse(USAGE, format="turtle")

    def texts(self, term: rdflib.term.Node, how: str | URIRef) -> dict[str, list[str]]:
        """Return what a property says of a term, by language."""
        found: dict[str, list[str]] = {}
        for text in self.graph.objects(term, URIRef(ONTOLOGY + how) if not isinstance(how, URIRef) else how):
            if isinstance(text, rdflib.Literal):
                found.setdefault(str(text.language), []).append(str(text))
        return {language: sorted(each) for language, each in found.items()}

    def label(self, term: rdflib.term.Node, language: str = "en") -> str:
        """Return the label of a term."""
        return self.texts(term, RDFS.label)[language][0]

    def named(self, term: rdflib.term.Node, end: str) -> str:
        """Name the kinds or values at one end of a relation."""
        kinds = [str(kind) for kind in self.graph.objects(term, URIRef(f"{ONTOLOGY}{end}Kind"))]
        ours = sorted(self.label(URIRef(kind)) for kind in kinds if kind.startswith(ONTOLOGY))
        values = {VALUES[kind.rpartition("#")[2]] for kind in kinds if not kind.startswith(ONTOLOGY)}
        return ", ".join([*ours, *sorted(values)])

    def statuses(self, term: rdflib.term.Node) -> str:
        """Name the statuses that claims of a relation may have."""
        found = {
            str(status).removeprefix(ONTOLOGY) for status in self.graph.objects(term, URIRef(ONTOLOGY + "allowsStatus"))
        }
        return ", ".join(name for status, name in STATUSES.items() if status in found)

    def generals(self) -> list[URIRef]:
        """List the general relations by their English label: those that plain words stand for."""
        found = {term for term in self.graph.subjects(URIRef(ONTOLOGY + "alias")) if isinstance(term, URIRef)}
        return sorted(found - set(self.graph.subjects(RDF.type, OWL.Class)), key=lambda term: (self.label(term), term))

    def specials(self, term: URIRef) -> list[rdflib.term.Node]:
        """List the relations right below a general one, by their English label."""
        return sorted(self.graph.subjects(RDFS.subPropertyOf, term), key=self.label)


def local(term: rdflib.term.Node) -> str:
    """Return the local name of a term of ours."""
    return str(term).removeprefix(ONTOLOGY)


def relations() -> str:
    """Return a section for each general relation, with its special ones."""
    terms, parts = Terms(), []
    for term in terms.generals():
        means, shown = terms.texts(term, SKOS.definition), terms.texts(term, SKOS.example)
        aliases = terms.texts(term, "alias")
        lines = [
            f"### {terms.label(term)} · {terms.label(term, 'zh-Hant')}",
            "",
            f"`cg:{local(term)}`: {means['en'][0]}. {means['zh-Hant'][0]}。",
            "",
            f"- from {terms.named(term, 'subject')}",
            f"- to {terms.named(term, 'object')}",
            f"- as {terms.statuses(term)}",
            *(f"- {name}: {', '.join(aliases[tag])}" for tag, name in LANGUAGES.items() if tag in aliases),
            f"- “{shown['en'][0]}.” · 「{shown['zh-Hant'][0]}。」",
        ]
        special = terms.specials(term)
        if special:
            lines += ["", "| special relation | 繁體 | from → to | as |", "|---|---|---|---|"]
        for each in special:
            ends = f"{terms.named(each, 'subject')} → {terms.named(each, 'object')}"
            name = f"{terms.label(each)} (`cg:{local(each)}`)"
            lines.append(f"| {name} | {terms.label(each, 'zh-Hant')} | {ends} | {terms.statuses(each)} |")
        parts.append("\n".join(lines))
    return "\n\n".join(parts) + "\n"


def kinds() -> str:
    """Return the table of the families of kinds, with the other words for each kind."""
    terms, lines = Terms(), ["| family | kinds, with other words for them |", "|---|---|"]
    below = set(terms.graph.objects(None, RDFS.subClassOf))
    families: dict[str, list[str]] = {}
    for head, family in terms.graph.subject_objects(URIRef(ONTOLOGY + "family")):
        members = [head] if head not in below else terms.graph.transitive_subjects(RDFS.subClassOf, head)
        for kind in members:
            own = {str(each) for each in terms.graph.objects(kind, URIRef(ONTOLOGY + "family"))}
            if kind in below & {head} or (own and str(family) not in own):
                continue
            words = terms.texts(URIRef(str(kind)), "alias")
            more = ", ".join([*words.get("en", ()), *words.get("zh-Hant", ())])
            families.setdefault(str(family), []).append(terms.label(URIRef(str(kind))) + (f" ({more})" if more else ""))
    lines += [f"| {family} | {'; '.join(sorted(set(families[family])))} |" for family in sorted(families)]
    return "\n".join(lines) + "\n"
