"""The verb `validate`: shapes, hygiene and proof as one report."""

from __future__ import annotations

import os
import re
from collections import Counter
from typing import TYPE_CHECKING

from ..errors import BadData, BadText
from ..graph.plain_triples import claiming
from ..graph.reader import read
from ..graph.sources import one_source
from ..model.graph import Finding, Moved, Report
from ..names.find import entities
from ..names.labels import local, vocabulary
from ..proof.lexicon import wording
from ..proof.prover import Prover, operating, together
from ..proof.realign import Anchored
from ..proof.search import Anew
from ..proof.text import read_text, text_of
from ..store.engine import iri, prologue, rows
from ..store.files import media_type
from ..store.files import read as read_file
from ..store.open import EXPECTATIONS, shipped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..proof.lexicon import Wording
    from ..proof.text import Text
    from ..store.open import CityGraph

Found = tuple[str, str, str]  # rule, message, IRI of what it is about


def validate(city: CityGraph, *, text: str | Iterable[str | tuple[str, str]] = ()) -> Report:
    """What is wrong with a graph: its shapes, its hygiene and, where a source's `text` is given, its proof.

    `text` is the text of a source, or several; each belongs to the source whose title it bears (`BadText` if none), or
    to the one that a pair names with it: by IRI, short name or label (`NameNotFound` where there is none). Claims of
    other sources are checked as far as that can be done without their words, and counted in `unread`. A text that
    differs from the one that positions count in (a copy from a browser) is no fault by itself: what moved is told in
    `moved`, the claims are proved anew at the places found, and only what is gone or proves no more is a finding.

    >>> import cityGraph as cg
    >>> report = cg.validate(cg.open())
    >>> len(report.findings), report.proved
    (0, 0)
    """
    words = wording(city)
    texts = texts_of(city, words, text)
    claims = read(city, None) if claiming(city) else []
    found = [
        *_shapes(city),
        *_hygiene(city),
        *(("anchor", "its anchor is no position", at) for at in words.bad_anchors),
    ]
    faulty = Counter(about for _, _, about in found)
    proved = stand = 0
    running = operating(claims, words)
    others = {source: given for source, given in texts.items() if differs(words, source, given)}
    again = {source: Anchored(words, source, given, claims, running) for source, given in others.items()}
    prover = Prover(words, {source: given for source, given in texts.items() if source not in others}, running)
    anew = {source: Anew(words, source, given, running) for source, given in texts.items()}
    moved: dict[Moved, None] = {}
    for claim in claims:
        wrong = prover.check(claim)
        source = claim.evidence[0].source if claim.evidence else None
        late = anew.get(source or "") if claim.positions is None and claim.basis != "inferred" else None
        if source in again and claim.positions:
            wrong += _again(again[source], claim)
            moved |= {Moved(source, said, str(old), str(new)): None for said, old, new in again[source].moved(claim)}
        if late:
            wrong += [("phrase", f"the text has nowhere «{phrase}»") for phrase in late.missing(claim)]
        found += [(rule, message, claim.iri) for rule, message in wrong]
        if source in texts and not wrong and not faulty[claim.iri]:
            sure = late is None or late.proves(claim)
            proved += sure
            stand += not sure
    found += [(rule, message, claim.iri) for claim, (rule, message) in together(claims)]
    inferred = sum(claim.basis == "inferred" for claim in claims)
    unread = sum(bool(claim.evidence) and claim.evidence[0].source not in texts for claim in claims)
    known = entities(city, others)
    unlike = tuple(known[source] for source in others if source in known)
    return Report(
        tuple(_findings(city, found, claims)), len(claims), proved, stand, unread, inferred, unlike, tuple(moved)
    )


def texts_of(city: CityGraph, words: Wording, given: str | Iterable[str | tuple[str, str]]) -> dict[str, Text]:
    """The texts given by the sources that they are of; raises `BadText` and `NameNotFound` as `validate` does."""
    titles = {source: found.title for source, found in words.sources.items()}
    texts: dict[str, Text] = {}
    for each in [given] if isinstance(given, str) else given:
        name, content = ("", each) if isinstance(each, str) else each
        if not name:
            whose, said = read_text(content, titles)
        else:
            whose = one_source(city, name)
            try:
                said = read_text(content, {whose: titles.get(whose, "")})[1]
            except BadText:  # a page may go by another title, or by none
                said = text_of(content)
        texts[whose] = said
    return texts


def differs(words: Wording, source: str, text: Text) -> bool:
    """Whether `text` is another than the one in which the positions of this source count."""
    known = words.sources[source].sha256
    return bool(known) and known != text.sha256


def _again(anchored: Anchored, claim: Claim) -> list[tuple[str, str]]:
    """What is gone of a claim in a text that differs or, where all its phrases stand, what proves it no more."""
    if gone := anchored.gone(claim):
        return [("gone", f"the text given has nowhere «{phrase}»") for phrase in gone]
    return [
        ("moved", f"its phrases stand, its words prove it no more: {rule}: {said}")
        for rule, said in anchored.wrong(claim)
    ]


def rules() -> dict[str, tuple[str, str]]:
    """The hygiene rules, one a file of ``ontology/hygiene``: name to (what it holds, the query that finds breaches).

    >>> rules()["idle-passage"][0]
    'A passage is evidence of a claim.'
    """
    folder = os.path.join(shipped("ontology"), "hygiene")
    found = {}
    for file in sorted(os.listdir(folder)):
        if file.endswith(".rq"):
            text = read_file(os.path.join(folder, file)).decode()
            found[file.removesuffix(".rq")] = text.splitlines()[0].removeprefix("# "), text
    return found


def _hygiene(city: CityGraph) -> Iterator[Found]:
    for rule, (holds, query) in rules().items():
        for about, *what in rows(city.engine, prologue() + query):
            detail = f" ({local(what[0].value)})" if what and what[0].value else ""
            yield rule, holds.rstrip(".") + detail, about.value


def _shapes(city: CityGraph) -> Iterator[Found]:
    """The breaches of the shapes beside the ontology's modules: severity Violation, the message in English."""
    import pyshacl
    import rdflib

    data = city.rdf
    if not isinstance(city.engine, rdflib.Graph):
        # pyshacl asks triple by triple: on rdflib's own memory that is several times faster.
        data = rdflib.Graph()
        data += city.rdf
    shapes = rdflib.Graph()
    folder = shipped("ontology")
    for file in sorted(os.listdir(folder)):
        if file.endswith(".shapes.ttl") and file != EXPECTATIONS:
            shapes.parse(os.path.join(folder, file), format="turtle")
    _, results, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=False, inplace=True)
    sh = rdflib.Namespace("http://www.w3.org/ns/shacl#")
    seen = set()
    for result in results.subjects(rdflib.RDF.type, sh.ValidationResult):
        messages = sorted(results.objects(result, sh.resultMessage), key=lambda m: (m.language != "en", m))
        focus = str(results.value(result, sh.focusNode))
        shape = shapes.value(predicate=sh.property, object=results.value(result, sh.sourceShape))
        rule = local(str(shape or results.value(result, sh.sourceShape))).removesuffix("Shape").lower()
        found = (f"shape:{rule}", str(messages[0]), focus)
        if found not in seen:
            seen.add(found)
            yield found


def _findings(city: CityGraph, found: Iterable[Found], claims: list[Claim]) -> Iterator[Finding]:
    """The findings in order of rule and place, with the label and the line of what each is about."""
    found = sorted(dict.fromkeys(found))
    known = entities(city, {about for _, _, about in found if not about.startswith("_:")})
    said = {claim.iri: claim for claim in claims}
    places = _Places(city.sources)
    words = vocabulary(city, [about for _, _, about in found])
    for rule, message, about in found:
        if about in said:
            subject, what = said[about].subject, said[about].object
            told = getattr(what, "label", None) or what.value  # type: ignore[union-attr]
            label = f"{subject.label} {said[about].relation.to(told)}"
        else:
            thing = known.get(about)
            nameless = thing is not None and thing.label == local(about)
            label = words.label(about) if thing is None else thing.kind_label if nameless else thing.label
        yield Finding(rule, message, about, label, *places.find(about))


class _Places:
    """Where a thing is described in the Turtle files of a graph: found by scanning, since no parser keeps lines."""

    def __init__(self, files: Iterable[str]) -> None:
        self.texts: dict[str, str] = {}
        for file in files:
            try:
                if media_type(file) == "text/turtle":
                    self.texts[file] = read_file(file).decode()
            except BadData:
                continue

    def find(self, about: str) -> tuple[str | None, int | None]:
        """The file and the line in which a statement about the IRI begins, or (None, None)."""
        for file, text in self.texts.items():
            forms = [re.escape(iri(about))]
            for prefix, namespace in re.findall(r"(?mi)^\s*@?prefix\s+([\w.-]*:)\s*<([^>]*)>", text):
                if about.startswith(namespace):
                    forms.append(re.escape(prefix + about[len(namespace) :]))
            subject = re.search(
                rf"(?m)(?:^|\.[ \t]+)\s*(?P<term>{'|'.join(forms)})(?=[\s;])[^.;]*?(?:\ba\b|;|rdf:)", text
            )
            subject = subject or re.search(rf"(?m)^\s*(?P<term>{'|'.join(forms)})(?=\s)", text)
            if subject:
                return file, text.count("\n", 0, subject.start("term")) + 1
        return None, None
