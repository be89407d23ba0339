"""Pages, CommonMark and pictures as a reader sees them; and graphs to make them from."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

import html5lib
from markdown_it import MarkdownIt
from markdown_it.token import Token

import cityGraph as cg

PREFIXES = """
@prefix cg: <https://w3id.org/citygraph/ontology#> . @prefix rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> .
@prefix skos: <http://www.w3.org/2004/02/skos/core#> ."""
# CommonMark, and what others add to it: what a label must not become in either.
MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])
XHTML = "{http://www.w3.org/1999/xhtml}"
SVG = "{http://www.w3.org/2000/svg}"


def parsed(page: str) -> Element:
    """The page as a browser takes it, which must find no fault in it."""
    root: Element = html5lib.HTMLParser(strict=True).parse(page)
    return root


def told(root: Element) -> str:
    return "".join(root.itertext())


def every(root: Element, tag: str) -> list[Element]:
    return list(root.iter(XHTML + tag))


def tokens(text: str) -> Iterator[Token]:
    for token in MARKDOWN.parse(text):
        yield token
        yield from token.children or ()


def shown(text: str) -> str:
    """What a reader sees of CommonMark."""
    return "".join(t.content if t.type == "text" else "\n" * (t.type == "inline") for t in tokens(text))


def links(root: Element) -> list[str]:
    """Every address that a page links to or loads."""
    return [value for each in root.iter() for name, value in each.items() if name.rsplit("}")[-1] in ("href", "src")]


def opened(*triples: str) -> cg.CityGraph:
    """The graph of these lines of Turtle."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "city.ttl"
        file.write_text("\n".join([PREFIXES, *triples]), "utf-8")
        return cg.open(file)


def foreign(text: str, page: str = "https://example.org/") -> cg.CityGraph:
    """A city whose every name, note and quotation is `text`."""
    said = json.dumps(text, ensure_ascii=False)
    return opened(
        "@prefix oa: <http://www.w3.org/ns/oa#> . @prefix schema: <https://schema.org/> .",
        "@prefix dcterms: <http://purl.org/dc/terms/> .",
        f"<urn:a> a cg:Firm ; skos:prefLabel {said} . <urn:b> a cg:City ; skos:prefLabel {said} .",
        "<urn:c> a cg:Claim ; rdf:subject <urn:b> ; rdf:predicate cg:supports ; rdf:object <urn:a> ;",
        f"  cg:purpose {said} ; cg:status cg:realised ; cg:basis cg:stated ; cg:evidence <urn:p> .",
        f"<urn:d> a cg:Claim ; rdf:subject <urn:a> ; rdf:predicate cg:value ; rdf:object {said} ;",
        f"  cg:status cg:planned ; cg:basis cg:inferred ; cg:because {said} ; dcterms:source <urn:s> .",
        f"<urn:p> oa:hasSource <urn:s> ; cg:phrase {said} .",
        f"<urn:s> a cg:Source ; skos:prefLabel {said} ; dcterms:publisher {said} ;",
        f"  cg:quality {said} ; schema:url <{page}> .",
    )


def texts(svg: str) -> list[str]:
    """The words of a picture, in order."""
    return ["".join(each.itertext()) for each in ElementTree.fromstring(svg.encode()).iter(f"{SVG}text")]
