"""Answers of the verbs on claims: `Neighbor(s)`, `Claims`, `Shown`, `About`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from .claim import Claim, Entity, Neighbor, Noun

if TYPE_CHECKING:
    from collections.abc import Iterator


class Neighbors(Noun):
    """The answer of `neighbors`: a sequence of `Neighbor`, with the entity asked about.

    `names` are that entity's other names; `held_back` counts the inferred claims that were left out; `emptied` is the
    filter that left nothing of something: ``relation``, ``direction``, ``status`` or ``kind``.
    """

    entity: Entity
    names: tuple[str, ...]
    neighbors: tuple[Neighbor, ...]
    held_back: int
    emptied: str | None = None

    def __iter__(self) -> Iterator[Neighbor]:
        return iter(self.neighbors)

    def __getitem__(self, index: int) -> Neighbor:
        return self.neighbors[index]

    def __len__(self) -> int:
        return len(self.neighbors)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "neighbors", "held_back", "emptied"}``."""
        return {
            "entity": self.entity.as_json(),
            "neighbors": [neighbor.as_json() for neighbor in self.neighbors],
            "held_back": self.held_back,
            "emptied": self.emptied,
        }


class Claims(Noun):
    """The answer of `claims`: a sequence of `Claim`, with the entity asked about (None: the whole graph).

    `emptied` is the filter that left nothing of something: ``paragraph``, ``relation``, ``status`` or ``kind``.
    """

    entity: Entity | None
    claims: tuple[Claim, ...]
    emptied: str | None = None

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __getitem__(self, index: int) -> Claim:
        return self.claims[index]

    def __len__(self) -> int:
        return len(self.claims)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "claims", "emptied"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "claims": [claim.as_json() for claim in self.claims],
            "emptied": self.emptied,
        }


class Match(Noun):
    """A thing that may be meant: the `name` of it that fits, and `how` it does (`matching.WAYS`)."""

    entity: Entity
    name: str
    how: str

    @property
    def label(self) -> str:
        """The thing's name in the language of the handle."""
        return self.entity.label

    @property
    def iri(self) -> str:
        """The thing's IRI."""
        return self.entity.iri

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "kind", "name", "how"}``."""
        return self.entity.as_json() | {"name": self.name, "how": self.how}


class Found(Noun):
    """The answer of `find`: a sequence of `Match`, best first.

    `left_out` says what was not looked for in a graph of too many names; it is empty in any other.
    """

    asked: str
    matches: tuple[Match, ...]
    left_out: str = ""

    def __iter__(self) -> Iterator[Match]:
        return iter(self.matches)

    def __getitem__(self, index: int) -> Match:
        return self.matches[index]

    def __len__(self) -> int:
        return len(self.matches)

    def as_json(self) -> list[dict[str, Any]]:
        """``[{"iri", "label", "kind", "name", "how"}]``."""
        return [match.as_json() for match in self.matches]


class Naming(NamedTuple):
    """A name of a thing, the tag of its language, and its role: ``prefLabel``, ``altLabel``, ``name``, ``label``."""

    name: str
    language: str
    role: str

    def as_json(self) -> dict[str, str]:
        """``{"name", "language", "role"}``."""
        return self._asdict()


class Shown(Noun):
    """The answer of `show`: a thing, what it is called, what is claimed of it in figures and words, and by whom.

    `neighbors` counts the things that are tied to it, `sources` are those that speak of it.
    """

    entity: Entity
    names: tuple[Naming, ...]
    facts: tuple[Claim, ...]
    neighbors: int
    sources: tuple[Entity, ...]

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "kind", "names", "facts", "neighbors", "sources"}``."""
        return self.entity.as_json() | {
            "names": [name.as_json() for name in self.names],
            "facts": [fact.as_json() for fact in self.facts],
            "neighbors": self.neighbors,
            "sources": [source.as_json() for source in self.sources],
        }


class Term(NamedTuple):
    """One cell of a query's answer; `type` is ``uri``, ``literal`` or ``bnode``.

    A tuple rather than a `Noun`: queries answer in thousands of them.
    """

    type: str
    value: str
    datatype: str | None = None
    language: str | None = None

    def as_json(self) -> dict[str, str]:
        """The term as SPARQL 1.1 Query Results JSON has it."""
        found = {"type": self.type, "value": self.value}
        if self.language:
            found["xml:lang"] = self.language
        elif self.datatype and self.datatype != "http://www.w3.org/2001/XMLSchema#string":
            found["datatype"] = self.datatype
        return found


class Answer(Noun):
    """The answer of `query`: rows of a SELECT, the verdict of an ASK, or the Turtle of a CONSTRUCT."""

    variables: tuple[str, ...] = ()
    rows: tuple[tuple[Term | None, ...], ...] = ()
    verdict: bool | None = None
    turtle: str | None = None

    def __iter__(self) -> Iterator[tuple[Term | None, ...]]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def as_json(self) -> dict[str, Any]:
        """SPARQL 1.1 Query Results JSON (https://www.w3.org/TR/sparql11-results-json/)."""
        if self.verdict is not None:
            return {"head": {}, "boolean": self.verdict}
        bindings = [
            {name: term.as_json() for name, term in zip(self.variables, row, strict=True) if term} for row in self.rows
        ]
        return {"head": {"vars": list(self.variables)}, "results": {"bindings": bindings}}


class About(Noun):
    """The answer of `about`: counts, each mapping largest first."""

    triples: int
    entities: int
    claims: int
    kinds: dict[str, int]
    relations: dict[str, int]
    sources: dict[str, int]
    status: dict[str, int]
    basis: dict[str, int]

    def as_json(self) -> dict[str, Any]:
        """``{"triples", "entities", "claims", "kinds", "relations", "sources", "status", "basis"}``."""
        return {field: getattr(self, field) for field in self.fields}


class Question(Noun):
    """A question of the catalogue: its text in the reader's language, its query, its parameter with an example."""

    number: int
    name: str
    text: str
    query: str
    parameter: str | None = None
    example: str | None = None

    def as_json(self) -> dict[str, Any]:
        """``{"number", "name", "text", "parameter", "example"}``."""
        return {field: getattr(self, field) for field in self.fields if field != "query"}


class Gap(Noun):
    """What is expected of a thing and no source says.

    `expects` names it (鏈主), `question` asks for it; `filled` are the things that inferred claims would put there.
    """

    entity: Entity
    expects: str
    question: str
    filled: tuple[Entity, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """One of the gaps in ``{"gaps", "expected"}``."""
        asked = {"expects": self.expects, "question": self.question}
        return self.entity.as_json() | asked | {"filled": [entity.as_json() for entity in self.filled]}


class Expectation(Noun):
    """What is expected of each thing of a kind: `of` is how many things there are, `lacking` how many have a gap."""

    kind: str
    kind_label: str
    expects: str
    question: str
    of: int
    lacking: int = 0

    def as_json(self) -> dict[str, Any]:
        """One of the expectations in ``{"gaps", "expected"}``."""
        return {field: getattr(self, field) for field in self.fields if field != "kind_label"}


class Gaps(Noun):
    """The answer of `gaps`: a sequence of `Gap`, with what was expected."""

    gaps: tuple[Gap, ...]
    expected: tuple[Expectation, ...]

    def __iter__(self) -> Iterator[Gap]:
        return iter(self.gaps)

    def __getitem__(self, index: int) -> Gap:
        return self.gaps[index]

    def __len__(self) -> int:
        return len(self.gaps)

    def as_json(self) -> dict[str, Any]:
        """``{"gaps", "expected"}``."""
        return {
            "gaps": [gap.as_json() for gap in self.gaps],
            "expected": [expectation.as_json() for expectation in self.expected],
        }


class Finding(Noun):
    """One thing that `validate` found wrong: `rule` names the rule, `about` the IRI, `line` the line in `file`."""

    rule: str
    message: str
    about: str
    label: str
    file: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.file else ""
        name = self.about.rsplit("/", 1)[-1] if where else f"<{self.about}>"
        return f"{where}{self.label}: {self.rule}: {self.message} [{name}]"

    def as_json(self) -> dict[str, Any]:
        """``{"rule", "message", "about", "label", "file", "line"}``."""
        return {field: getattr(self, field) for field in self.fields}


class Moved(Noun):
    """A phrase that stands elsewhere in the text given: `old` and `new` are places such as ``13:71-83``."""

    source: str
    phrase: str
    old: str
    new: str

    def as_json(self) -> dict[str, Any]:
        """``{"source", "phrase", "old", "new"}``."""
        return {field: getattr(self, field) for field in self.fields}


class Report(Noun):
    """The answer of `validate`.

    `claims` counts all, `proved` those that a text was held against and found to say, `found` those whose phrases stand
    in the text given but whose words prove nothing by themselves, `unread` those of sources whose text was not at hand,
    `inferred` those that no source says. `differs` are the sources whose text is given in another form than the one
    that positions count in (its SHA-256 differs), `moved` the phrases that were found elsewhere in it.
    """

    findings: tuple[Finding, ...]
    claims: int
    proved: int
    found: int
    unread: int
    inferred: int
    differs: tuple[Entity, ...] = ()
    moved: tuple[Moved, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """``{"findings", "claims", "proved", "found", "unread", "inferred", "differs", "moved"}``."""
        counts = {field: getattr(self, field) for field in self.fields}
        return counts | {
            "findings": [finding.as_json() for finding in self.findings],
            "differs": [source.as_json() for source in self.differs],
            "moved": [moved.as_json() for moved in self.moved],
        }
