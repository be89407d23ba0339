"""Small cases for the rules of the proof: a claim, and a text in which the words of the claim are marked.

    findings("以[s 澤嶼鑄機][r 為龍頭的][o 船用電機產業]", Said("spearheads", "foundry", "motors"))

`s` marks the words of the subject, `r` the relation, `o` the object or value, `m` the modal word and `e` a passage;
any other word is a role by itself (`[openList 等]`). A mark may stand within another. Two marks of one role are one
position of two ranges. `[@goal …]` gives a thing its anchor, and `[s@goal …]` does both. `[2s …]` belongs to the
second claim alone. The text has a title (paragraph 1) and a dateline (paragraph 2): what is marked begins in
paragraph 3.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

import cityGraph as cg
from cityGraph.graph.reader import read
from cityGraph.proof.prover import Prover, conflicts, works_in_use
from cityGraph.proof.text import read_text
from cityGraph.proof.wording import wording

ROLES = {"s": "subject", "r": "relation", "o": "object", "m": "modal"}
TITLE = "瀾陵港訊"
DATELINE = "2031年5月9日|來源:瀾陵港報"
# A made-up city: the kind of each thing, and its names as a text prints them.
CAST: dict[str, tuple[str, ...]] = {
    "city": ("City", "瀾陵", "瀾陵市"),
    "twin": ("City", "桐汀"),
    "foundry": ("Firm", "澤嶼鑄機"),
    "foundries": ("Firm", "澤嶼鑄機集團"),
    "lamp": ("Firm", "汀蘭光電"),
    "motors": ("Industry", "船用電機產業"),
    "glass": ("Industry", "光學玻璃產業"),
    "zone": ("Zone", "鷺洲新區"),
    "park": ("Zone", "楓浦產業園"),
    "rail": ("Route", "瀾陵至桐汀高鐵"),
    "ring": ("Route", "汀岸環線"),
    "roof": ("Event", "主廠房封頂"),
    "opening": ("Event", "環線通車"),
    "goal": ("Target", "產值佔比目標"),
    "dues": ("Target", "研發中心目標"),
    "share": ("Indicator", "造船業產值"),
    "list": ("Ranking", "《2031港城榜》"),
    "rank": ("Observation", "港城榜位次"),
    "harbours": ("NamedSet", "六港"),
    "lanes": ("NamedSet", "兩條主賽道"),
    "sonar": ("Track", "聲納"),
    "diving": ("Track", "潛航"),
    "dredging": ("Programme", "清灘行動"),
    "lights": ("Programme", "點燈行動"),
    "street": ("Project", "鷺洲街改造工程"),
    "mill": ("Project", "年產5萬噸船錨項目"),
    "anchors": ("Product", "船錨"),
    "hub": ("Ambition", "深潛之都"),
    "mayor": ("Person", "鄔汀舟"),
    "office": ("Office", "瀾陵市市長"),
    "meeting": ("Event", "護岸會商會"),
    "water": ("Theme", "親水"),
    "trade": ("Theme", "興商"),
    "patrol": ("Measure", "夜航巡檢"),
}
PREFIXES = """
@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix dcterms: <http://purl.org/dc/terms/> .
@prefix ex: <https://example.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
"""
_MARK = re.compile(r"\[(\d*)([A-Za-z]*)(?:@(\w+))? ")

Found = dict[str, list[str]]


@dataclass(frozen=True)
class Said:
    """A claim as a test writes it: local names of the cast, or a literal in Turtle as its object."""

    relation: str
    subject: str
    object: str
    status: str = "realised"
    basis: str = "stated"
    more: str = ""  # further predicates of the claim, in Turtle
    positions: str | None = None  # instead of the marks; "" for none
    passages: str | None = None  # instead of the marks, as "3:1-5 3:7-9=其他的話"; "" for none

    def but(self, **changes: str) -> Said:
        """The claim with some parts changed."""
        return replace(self, **changes)

    def turtle(self, number: int, marks: Found, text: list[str]) -> str:
        """The claim, its plain triple if it has one, and its passages: without a mark, one that holds the object."""
        what = self.object if self.object.startswith('"') else f"ex:{self.object}"
        relation = self.relation if ":" in self.relation else f"cg:{self.relation}"
        marked = marks.get("e", marks.get("object", [])[-1:])
        shown = marked if self.passages is None else self.passages.split()
        roles = "; ".join(f"{role} {'+'.join(places)}" for role, places in marks.items() if role != "e")
        positions = roles if self.positions is None else self.positions
        lines = [
            "" if self.basis == "inferred" else f"ex:{self.subject} {relation} {what} .",
            f"ex:claim{number} a cg:Claim ; rdf:subject ex:{self.subject} ; rdf:predicate {relation} ;",
            f"  rdf:object {what} ; cg:status cg:{self.status} ; cg:basis cg:{self.basis}",
            f"  {self.more}" if not self.more or self.more.startswith(";") else f"  ; {self.more}",
            f'  ; cg:positions "{positions}"' if positions else "",
            *(f"  ; cg:evidence ex:passage{number}-{at}" for at, _ in enumerate(shown)),
            ".",
        ]
        for at, place in enumerate(shown):
            where, _, other = place.partition("=")
            paragraph, start, end = map(int, re.split("[:-]", where))
            phrase = other or text[paragraph - 1][start:end]
            lines += [
                f"ex:passage{number}-{at} a cg:Passage ; oa:hasSource ex:page ; cg:paragraph {paragraph} ;",
                f'  oa:start {start} ; oa:end {end} ; cg:phrase "{phrase}" .',
            ]
        return "\n".join(lines)


def findings(
    marked: str,
    *claims: Said,
    things: str = "",
    dateline: str = DATELINE,
    title: str = TITLE,
    engine: str = "oxigraph",
) -> list[str]:
    """What the proof finds wrong with the claims, as "rule: message", in order of rule; nothing where all are proved.

    `things` is Turtle for things beside the cast. This is what `validate` says of the claims, without its shapes and
    its hygiene: those take ten times as long, and say the same of every case.
    """
    content, text = case(marked, *claims, things=things, dateline=dateline, title=title)
    city = opened(content, engine)
    words = wording(city)
    source, said = read_text(text, {name: found.title for name, found in words.sources.items()})
    told = read(city, None)
    assert len(told) == len(claims)
    prover = Prover(words, {source: said}, works_in_use(told, words))
    found = [each for claim in told for each in prover.check(claim)]
    found += [each for _, each in conflicts(told)]
    return [f"{rule}: {message}" for rule, message in sorted(found)]


def opened(content: str, engine: str = "oxigraph") -> cg.CityGraph:
    """The graph that some Turtle is."""
    with TemporaryDirectory() as folder:
        file = Path(folder) / "case.ttl"
        file.write_text(content, "utf-8")
        return cg.open(file, engine=engine)


def case(marked: str, *claims: Said, things: str = "", dateline: str = DATELINE, title: str = TITLE) -> tuple[str, str]:
    """The graph, in Turtle, and the text of a case."""
    paragraphs, marks = _read([title, dateline, *marked.split("\n\n")])
    graph = [PREFIXES, things]
    graph.append(f'ex:page a cg:Source ; skos:prefLabel "page"@en ; dcterms:title "{paragraphs[0]}"@zh-Hant ;')
    graph.append('  dcterms:date "2031-05-09"^^xsd:date .')
    for local, (kind, *names) in CAST.items():
        spelled = " , ".join(f'"{name}"@zh-Hant' for name in names[1:])
        graph.append(f'ex:{local} a cg:{kind} ; skos:prefLabel "{names[0]}"@zh-Hant .')
        graph += [f"ex:{local} skos:altLabel {spelled} ."] if spelled else []
    for (_, role), places in marks.items():
        if role.startswith("@"):
            graph.append(f'ex:{role[1:]} cg:anchor "{"+".join(places)}" .')
    for number, claim in enumerate(claims, start=1):
        own: Found = {}
        for (whose, role), places in marks.items():
            if whose in ("", str(number)) and not role.startswith("@"):
                own.setdefault(ROLES.get(role, role), []).extend(places)
        graph.append(claim.turtle(number, own, paragraphs))
    return "\n".join(graph), "\n\n".join(paragraphs)


def _read(marked: list[str]) -> tuple[list[str], dict[tuple[str, str], list[str]]]:
    """The paragraphs without marks, and where each marked role of each claim stands."""
    paragraphs, ended = [], []
    for number, paragraph in enumerate(marked, start=1):
        said, opened, at, order = "", [], 0, 0
        while at < len(paragraph):
            if match := _MARK.match(paragraph, at):
                opened.append((len(said), order, match))
                order += 1
                at = match.end()
                continue
            if paragraph[at] == "]":
                start, place, match = opened.pop()
                names = [*filter(None, [match[2]]), *([f"@{match[3]}"] if match[3] else [])]
                ended += [(number, place, match[1], name, f"{number}:{start}-{len(said)}") for name in names]
            else:
                said += paragraph[at]
            at += 1
        assert not opened, paragraph
        paragraphs.append(said)
    marks: dict[tuple[str, str], list[str]] = {}
    for _, _, whose, name, where in sorted(ended):
        marks.setdefault((whose, name), []).append(where)
    return paragraphs, marks
