"""The answers of `gaps` and `validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..namespaces import local
from .claim import Value
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Entity


class Gap(Noun):
    """Something that is expected of a thing and that no source gives.

    Attributes:
        entity: The thing.
        expects: What is missing, such as 鏈主.
        question: A question that asks for it.
        filled: The things and values that inferred claims would put there. Empty unless they were asked for.
        unplaced: Things that inferred claims would put there too, but of which nothing says that they are in the city.
    """

    entity: Entity
    expects: str
    question: str
    filled: tuple[Entity | Value, ...] = ()
    unplaced: tuple[Entity, ...] = ()

    @property
    def suggested(self) -> tuple[str, ...]:
        """The names of the things that would fill it, and the values as text."""
        return tuple(each.value if isinstance(each, Value) else each.label for each in self.filled)

    def as_json(self) -> dict[str, Any]:
        """Return the gap as a dictionary for JSON.

        Returns:
            ``{"iri", "label", "kind", "expects", "question", "filled", "unplaced"}``.
        """
        return self.entity.as_json() | {
            "expects": self.expects,
            "question": self.question,
            "filled": [each.as_json() for each in self.filled],
            "unplaced": [each.as_json() for each in self.unplaced],
        }


class Expectation(Noun):
    """Something that is expected of every thing of a kind.

    Attributes:
        kind: The local name of the kind, such as ``Chain``.
        kind_label: The kind in the language of the open graph.
        expects: What is expected, such as 鏈主.
        question: A question that asks for it.
        total: The number of things of the kind of which it is expected; of firms, those of the city.
        lacking: The number of them for which it is missing.
    """

    kind: str
    kind_label: str
    expects: str
    question: str
    total: int
    lacking: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the expectation as a dictionary for JSON.

        Returns:
            ``{"kind", "expects", "question", "of", "lacking"}``.
        """
        return {
            "kind": self.kind,
            "expects": self.expects,
            "question": self.question,
            "of": self.total,
            "lacking": self.lacking,
        }


class Gaps(Listing[Gap]):
    """The answer of `gaps`: a sequence of `Gap`.

    Attributes:
        gaps: The gaps, by expectation and then by name.
        expected: The expectations that were checked.
        entity: The thing asked about, or None for the whole graph.
    """

    _listed = "gaps"
    gaps: tuple[Gap, ...]
    expected: tuple[Expectation, ...]
    entity: Entity | None = None

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"gaps", "expected", "entity"}``.
        """
        return {
            "gaps": [gap.as_json() for gap in self.gaps],
            "expected": [expectation.as_json() for expectation in self.expected],
            "entity": self.entity.as_json() if self.entity else None,
        }


class Finding(Noun):
    """One thing that `validate` found wrong.

    Attributes:
        rule: The short name of the rule that is broken.
        message: What is wrong.
        about: The IRI of the claim or thing concerned.
        label: The claim as text, or the name of the thing.
        file: The file that describes it, or None if it is unknown.
        line: The line in that file, from 1, or None.
        severity: ``error``, or ``warning`` for what leaves a graph valid, such as a name that is not translated.
        hint: Which property it is, or what to do about it. May be empty.
    """

    rule: str
    message: str
    about: str
    label: str
    file: str | None = None
    line: int | None = None
    severity: str = "error"
    hint: str = ""

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.file else ""
        name = local(self.about) if where else f"<{self.about}>"
        hint = f"; {self.hint}" if self.hint else ""
        return f"{where}{self.severity}: {self.label}: {self.rule}: {self.message}{hint} [{name}]"

    def as_json(self) -> dict[str, Any]:
        """Return the finding as a dictionary for JSON.

        Returns:
            ``{"rule", "message", "about", "label", "file", "line", "severity", "hint"}``.
        """
        return {field: getattr(self, field) for field in self.fields}


class Moved(Noun):
    """A phrase that is at another place in the text given than the graph says.

    Attributes:
        source: The IRI of the source.
        phrase: The phrase.
        old: Its place in the graph, such as ``13:71-83`` (paragraph, start, end).
        new: Its place in the text given.
    """

    source: str
    phrase: str
    old: str
    new: str

    def as_json(self) -> dict[str, Any]:
        """Return the move as a dictionary for JSON.

        Returns:
            ``{"source", "phrase", "old", "new"}``.
        """
        return {field: getattr(self, field) for field in self.fields}


class Report(Noun):
    """The answer of `validate`.

    Attributes:
        findings: What is wrong, by rule and then by place.
        claims: The number of claims in the graph; without any, the number of edges.
        proved: The number of claims that a text given proves.
        found: The number of claims whose quotes are in a text given, but whose words do not prove them.
        unread: The number of claims of sources whose text was not given.
        inferred: The number of inferred claims.
        differs: The sources whose text given is not the one that the positions refer to (its SHA-256 differs).
        moved: The phrases that are at another place in such a text.
        claiming: Whether the graph has claims. Without them there is nothing to prove.
        degrees: The number of claims of each degree of proof, as their quotes and positions show it: "text", "quotes",
            "citation" and "none".
        cited: The claims that are cited only, each with what its quotes lack. They are no findings.
        ours: Whether the graph uses our ontology. If it does not, no rule is for it.
    """

    findings: tuple[Finding, ...]
    claims: int
    proved: int
    found: int
    unread: int
    inferred: int
    differs: tuple[Entity, ...] = ()
    moved: tuple[Moved, ...] = ()
    claiming: bool = True
    ours: bool = True
    degrees: dict[str, int] | None = None
    cited: tuple[Finding, ...] = ()

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings that make the graph invalid."""
        return tuple(finding for finding in self.findings if finding.severity == "error")

    @property
    def unproved(self) -> tuple[Finding, ...]:
        """The warnings that name a claim which a text given does not prove."""
        return tuple(finding for finding in self.findings if finding.rule == "unproved")

    @property
    def warnings(self) -> tuple[Finding, ...]:
        """The findings that leave it valid."""
        return tuple(finding for finding in self.findings if finding.severity != "error")

    def as_json(self) -> dict[str, Any]:
        """Return the report as a dictionary for JSON.

        Returns:
            ``{"findings", "claims", "proved", "found", "unread", "inferred", "differs", "moved", "claiming", "ours",
            "degrees", "cited"}``.
        """
        counts = {field: getattr(self, field) for field in self.fields}
        return counts | {
            "findings": [finding.as_json() for finding in self.findings],
            "cited": [finding.as_json() for finding in self.cited],
            "differs": [source.as_json() for source in self.differs],
            "moved": [moved.as_json() for moved in self.moved],
        }
