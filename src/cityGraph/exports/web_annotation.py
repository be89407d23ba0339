"""Write claims as Web Annotations: each passage is annotated with the claim that it carries."""

from __future__ import annotations

import json as json_format
from typing import TYPE_CHECKING, Any

from ..escape import language_tag, sparql_iri
from ..model.claim import Entity
from ..namespaces import CG
from ..render.figures import object_text
from ..render.words import WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim, Passage, Value

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_STRING = "http://www.w3.org/2001/XMLSchema#string"


def web_annotations(claims: Iterable[Claim], language: str) -> Iterator[bytes]:
    """Write Web Annotations (https://www.w3.org/TR/annotation-model/) as JSON-LD.

    The file is a list of annotations, each complete in itself: its target is the passage, its body the claim, once as
    text and once as an `rdf:Statement`. A claim with several passages makes several annotations, one without a passage
    (an inferred claim) makes none.

    Args:
        claims: The claims to write.
        language: The language of the labels: ``zh-Hant``, ``zh-Hans`` or ``en``.

    Yields:
        The file as UTF-8, piece by piece.
    """
    between = "[\n"
    for claim in claims:
        for number, passage in enumerate(claim.evidence, start=1):
            text = json_format.dumps(_annotation(claim, number, passage, language), ensure_ascii=False)
            yield (between + text).encode("utf-8", "replace")
            between = ",\n"
    yield b"[]\n" if between == "[\n" else b"\n]\n"


def _annotation(claim: Claim, number: int, passage: Passage, language: str) -> dict[str, Any]:
    claimed = _iri(claim.iri)
    return {
        "@context": _CONTEXT,
        "id": f"{claimed}{'-' if '#' in claimed else '#'}annotation-{number}",
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {
                "type": "TextualBody",
                "value": f"{claim.subject.label} {claim.relation.to(object_text(claim, WORDS[language]))}",
                "format": "text/plain",
                "language": language,
            },
            {
                "id": claimed,
                "type": "rdf:Statement",
                "rdf:subject": {"id": _iri(claim.subject.iri)},
                "rdf:predicate": {"id": _iri(claim.relation.iri)},
                "rdf:object": {"id": _iri(claim.object.iri)}
                if isinstance(claim.object, Entity)
                else _literal(claim.object),
                **{
                    CG + name: {"id": CG + value}
                    for name, value in (("status", claim.status), ("basis", claim.basis))
                    if value
                },
            },
        ],
        "target": {
            "type": "SpecificResource",
            # The page without the fragment that opens it at these words; a source without an address has its IRI alone.
            "source": _iri(passage.url.partition("#:~:")[0] if passage.url else passage.source),
            # A passage with neither words nor a place is the whole source.
            **({"selector": selectors} if (selectors := _selectors(passage)) else {}),
        },
    }


def _selectors(passage: Passage) -> list[dict[str, Any]]:
    """Return ways to find the words, each sufficient: by the words and, if it is known, by their position.

    Our offsets count within a paragraph, those of a Web Annotation within what it selects from. So the paragraph is
    selected first, as ``cg:paragraph`` counts it, and the position refines it.
    """
    exact = {"type": "TextQuoteSelector", "exact": passage.phrase}
    selectors: list[dict[str, Any]] = [exact] if passage.phrase else []
    if passage.paragraph is not None:
        paragraph: dict[str, Any] = {
            "type": "FragmentSelector",
            "conformsTo": CG + "paragraph",
            "value": f"paragraph={passage.paragraph}",
        }
        if passage.start is not None and passage.end is not None:
            paragraph["refinedBy"] = {"type": "TextPositionSelector", "start": passage.start, "end": passage.end}
        selectors.append(paragraph)
    return selectors


def _literal(value: Value) -> dict[str, str]:
    if value.language:
        return {"@value": value.value, "@language": language_tag(value.language)}
    return {"@value": value.value, "@type": value.datatype or _STRING}


def _iri(text: str) -> str:
    return sparql_iri(text)[1:-1]
