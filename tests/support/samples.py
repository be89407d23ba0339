"""Small graphs and texts that several test files use."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import cityGraph as cg
from cityGraph.names.folding import SIMPLIFIED
from support.paths import FIXTURE

PREFIXES = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
"""


def turtle(folder: Path, body: str, name: str = "graph.ttl") -> str:
    """The name of a file of Turtle with this body."""
    file = folder / name
    file.write_text(PREFIXES + body, "utf-8")
    return str(file)


LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
ONE = f'<urn:a> <{LABEL}> "甲"@zh-Hant .\n'
# One triple in each format.
CONTENTS = {
    ".ttl": '@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .\n<urn:a> r:label "甲"@zh-Hant .\n',
    ".nt": ONE,
    ".nq": ONE[:-2] + "<urn:graph> .\n" + ONE.replace("urn:a", "urn:b").replace("甲", "乙"),
    ".trig": f'GRAPH <urn:graph> {{ <urn:a> <{LABEL}> "甲"@zh-Hant }}\n<urn:b> <{LABEL}> "乙" .\n',
    ".n3": '@prefix r: <http://www.w3.org/2000/01/rdf-schema#> .\n<urn:a> r:label "甲" .\n<urn:a> = <urn:b> .\n',
    ".rdf": '<?xml version="1.0"?>\n<r:RDF xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:s="http://www.w3.org/2000/01/rdf-schema#"><r:Description r:about="urn:a"><s:label>甲</s:label>'
    "</r:Description></r:RDF>",
    ".jsonld": f'{{"@context": {{"label": "{LABEL}"}}, "@id": "urn:a", "label": "甲"}}',
    ".hext": f'["urn:a", "{LABEL}", "甲", "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString", "zh-Hant", ""]\n',
}

# Two things of one name, and a name with a variant character.
NAMESAKES = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> . @prefix cg: <https://w3id.org/citygraph/ontology#> .
<urn:park> a cg:Zone ; skos:prefLabel "陽曲"@zh-Hant . <urn:county> a cg:City ; skos:prefLabel "陽曲"@zh-Hant .
<urn:fan> a cg:Person ; skos:prefLabel "范兆森"@zh-Hant . <urn:zone> a cg:Zone ; skos:prefLabel "示范區"@zh-Hant .
"""

# A harbour town for the verbs on the plan: its things without any claim.
HEAD = """@prefix cg: <https://w3id.org/citygraph/ontology#> .
@prefix ex: <https://example.org/> .
@prefix oa: <http://www.w3.org/ns/oa#> .
@prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
@prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
ex:paper a cg:Source ; skos:prefLabel "港報 2031"@zh-Hant ; cg:quality "B" .
ex:other a cg:Source ; skos:prefLabel "灣報"@zh-Hant ; cg:quality "B" .
ex:port a cg:City ; skos:prefLabel "雲泊"@zh-Hant .
ex:goal a cg:Target ; skos:prefLabel "吞吐量目標"@zh-Hant .
ex:cargo a cg:Indicator ; skos:prefLabel "貨物吞吐量"@zh-Hant .
ex:then a cg:Observation ; skos:prefLabel "2029 年吞吐量"@zh-Hant .
ex:before a cg:Observation ; skos:prefLabel "2027 年吞吐量"@zh-Hant .
ex:plant a cg:Project ; skos:prefLabel "錨鏈廠"@zh-Hant .
ex:hall a cg:Facility ; skos:prefLabel "一號廠房"@zh-Hant .
ex:start a cg:Event ; skos:prefLabel "廠房投產"@zh-Hant .
"""


def claim(name: str, triple: str, more: str = "", status: str = "targeted", source: str = "paper") -> str:
    """A claim that stands beside `HEAD`: its triple, and its passage in a source."""
    subject, predicate, what = triple.split(" ", 2)
    return (
        f"ex:{name} a cg:Claim ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {what} ;"
        f" cg:status cg:{status} ; cg:basis cg:stated ;{more} cg:evidence ex:{name}-p .\n{triple} .\n"
        f'ex:{name}-p a cg:Passage ; oa:hasSource ex:{source} ; cg:phrase "{name} 之言" .\n'
    )


def inferred_claim(name: str, triple: str, more: str = "", status: str = "realised") -> str:
    """A claim that stands beside `HEAD`, which is inferred: it has no triple of its own and no passage."""
    subject, predicate, what = triple.split(" ", 2)
    return (
        f"ex:{name} a cg:Claim ; rdf:subject {subject} ; rdf:predicate {predicate} ; rdf:object {what} ;{more}"
        f" cg:status cg:{status} ; cg:basis cg:inferred .\n"
    )


def port_graph(tmp_path: Path, body: str) -> cg.CityGraph:
    """The graph of `HEAD` and these claims."""
    file = tmp_path / "port.ttl"
    file.write_text(HEAD + body, "utf-8")
    return cg.open(file)


def two_figures(more: str = "") -> str:
    """Claims beside `HEAD`: two sources give two sums for one plant, the second with these details."""
    sums = {name: f'"{n}"^^xsd:decimal' for name, n in (("one", "150000000"), ("two", "300000000"))}
    return claim("one", f"ex:plant cg:totalInvestment {sums['one']}", " cg:unit cg:yuan ;", "planned") + claim(
        "two", f"ex:plant cg:totalInvestment {sums['two']}", f" cg:unit cg:yuan ;{more}", "planned", "other"
    )


# One claim in parts, so that a test can leave a part out.
SOURCE = """
ex:paper a cg:Source ; skos:prefLabel "報"@zh-Hant , "报"@zh-Hans , "Paper"@en ; cg:quality "B" ;
    cg:unknown <http://purl.org/dc/terms/date> , <http://purl.org/dc/terms/publisher> .
"""
FIRMS = """
ex:one a cg:Firm ; skos:prefLabel "甲"@zh-Hant , "甲"@zh-Hans , "One"@en .
ex:two a cg:Zone ; skos:prefLabel "乙"@zh-Hant , "乙"@zh-Hans , "Two"@en .
"""
CLAIM = """
ex:claim a cg:Claim ; rdf:subject ex:one ; rdf:predicate cg:sitedIn ; rdf:object ex:two ; cg:status cg:realised ;
"""
STATED = f"""
ex:one cg:sitedIn ex:two .{CLAIM} cg:basis cg:stated ; cg:evidence ex:passage .
ex:passage a cg:Passage ; oa:hasSource ex:paper ; cg:phrase "甲位於乙" .
"""


def changed(tmp_path: Path, pattern: str, new: str) -> tuple[Path, str]:
    """The fixture city with one thing changed, and the file's text."""
    text = (FIXTURE / "city.ttl").read_text("utf-8")
    mended = re.sub(pattern, new, text, count=1)
    assert mended != text
    file = tmp_path / "city.ttl"
    file.write_text(mended, "utf-8")
    return file, mended


ASCII = ",:;?!()%0123456789"
WIDE = str.maketrans(ASCII, "".join(chr(ord(c) + 0xFEE0) for c in ASCII))
# What a text becomes when it is copied from a page.
COPIES: dict[str, Callable[[str], str]] = {
    "line ends and spaces at them": lambda text: text.replace("\n", "  \r\n"),
    "lines above the title": lambda text: "登錄 註冊\n首頁 > 頻道\n\n" + text,
    "lost blank lines": lambda text: re.sub(r"\n\s*\n", "\n", text),
    "doubled lines": lambda text: text.replace("\n", "\n\n"),
    "spaces before paragraphs": lambda text: re.sub(r"\n\n(?=.)", "\n\n\u3000\u3000", text),
    "lost spaces": lambda text: re.sub(r"[ \u3000]+", "", text),
    "full width": lambda text: text.translate(WIDE),
    "other script": lambda text: text.translate(SIMPLIFIED),
    "all at once": lambda text: "首页\n" + re.sub(r"\n\s*\n", "\n", text).translate(SIMPLIFIED).translate(WIDE),
    "advertisements between": lambda text: text.replace("\n\n", "\n\n廣告\n\n"),
    "a note at the end": lambda text: text + "\n\n附記",
}
