"""The nouns: frozen values that hold text.

An `Entity` is a thing with names, a `Claim` ties one to another or to a `Value`, and its `evidence` is a tuple of
`Passage`, each a place in a source. Nothing here knows RDF terms, a store or a query.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple, dataclass_transform

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Self


@dataclass_transform(frozen_default=True)
class Noun:
    """A frozen value: fields from the annotations, equal and hashed by them.

    What a frozen dataclass is, without the half millisecond of code generation that each of those costs at start.

    >>> Relation("urn:r", "受支持") == Relation(iri="urn:r", label="受支持")
    True
    """

    fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        cls.fields = tuple(cls.__annotations__)

    def __init__(self, *values: Any, **named: Any) -> None:
        given = dict(zip(self.fields, values, strict=False))
        if len(values) > len(self.fields) or given.keys() & named.keys() or named.keys() - set(self.fields):
            raise TypeError(f"{type(self).__name__} takes {', '.join(self.fields)}")
        given.update(named)
        for field in self.fields:
            if field not in given and not hasattr(type(self), field):
                raise TypeError(f"{type(self).__name__} needs {field}")
        self.__dict__.update(given)

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be set")

    def __delattr__(self, name: str) -> None:
        raise AttributeError(f"{type(self).__name__} is frozen: {name} cannot be deleted")

    def _values(self) -> tuple[Any, ...]:
        return tuple(getattr(self, field) for field in self.fields)

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and self._values() == other._values()

    def __hash__(self) -> int:
        return hash(self._values())

    def __repr__(self) -> str:
        shown = ", ".join(f"{field}={getattr(self, field)!r}" for field in self.fields)
        return f"{type(self).__name__}({shown})"

    def replace(self, **changes: Any) -> Self:
        """A copy with some fields changed.

        >>> Relation("urn:r", "受支持").replace(label="supported by").label
        'supported by'
        """
        return type(self)(**{field: getattr(self, field) for field in self.fields} | changes)


class Entity(Noun):
    """A thing with names.

    `label` is its name in the language of the handle, `kind` the local name of its class (``Firm``), `kind_label`
    that class in the language of the handle (企業).
    """

    iri: str
    label: str
    kind: str
    kind_label: str

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label", "kind"}``."""
        return {"iri": self.iri, "label": self.label, "kind": self.kind}


class Relation(Noun):
    """What ties two entities; `label` is read from the entity that was asked about."""

    iri: str
    label: str

    def as_json(self) -> dict[str, Any]:
        """``{"iri", "label"}``."""
        return {"iri": self.iri, "label": self.label}


class Value(Noun):
    """A literal: its lexical form, the IRI of its datatype, its language if it has one."""

    value: str
    datatype: str
    language: str | None = None

    def as_json(self) -> dict[str, Any]:
        """``{"value", "datatype", "language"}``."""
        return {"value": self.value, "datatype": self.datatype, "language": self.language}


class Passage(Noun):
    """Where a source says it.

    `start` and `end` count Unicode code points in the paragraph, from zero, `end` exclusive; they and `paragraph` are
    None where the text of the source is not held. `url` leads to the words in the page (a text fragment).
    `source_label` is what an answer calls the source (本文), `source_title` what a reader finds it by.
    """

    source: str
    source_label: str
    source_title: str
    paragraph: int | None
    start: int | None
    end: int | None
    phrase: str
    url: str | None

    def as_json(self) -> dict[str, Any]:
        """``{"source", "paragraph", "start", "end", "phrase", "url"}``."""
        return {
            "source": self.source,
            "paragraph": self.paragraph,
            "start": self.start,
            "end": self.end,
            "phrase": self.phrase,
            "url": self.url,
        }


class Qualifier(Noun):
    """What qualifies a claim without changing its triple: a purpose, an order, a unit.

    `name` is the local name of the property, `label` the property and `text` the value in the handle's language,
    `value` the IRI or lexical form as it stands in the graph.
    """

    name: str
    label: str
    value: str
    text: str


class Claim(Noun):
    """One statement of a source: subject, relation, object, with status, basis and evidence.

    `status` is ``realised``, ``planned`` or ``targeted``; `basis` is ``stated``, ``resolved`` or ``inferred``;
    `positions` says where the words of each part stand; `because` is the reason of an inferred claim.
    """

    iri: str
    subject: Entity
    relation: Relation
    object: Entity | Value
    status: str
    basis: str
    evidence: tuple[Passage, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    positions: str | None = None
    because: str | None = None

    def qualifier(self, name: str) -> str | None:
        """The value of the qualifier called `name`, or None."""
        return next((q.value for q in self.qualifiers if q.name == name), None)

    def as_json(self) -> dict[str, Any]:
        """The shape that `citygraph claims --format json` prints, one of its claims."""
        return {
            "iri": self.iri,
            "subject": self.subject.as_json(),
            "relation": self.relation.as_json(),
            "object": self.object.as_json(),
            "status": self.status,
            "basis": self.basis,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "because": self.because,
            "evidence": [passage.as_json() for passage in self.evidence],
        }


class Neighbor(Noun):
    """An entity that a claim ties to the one asked about.

    `direction` is ``out`` where the entity asked about (or, farther away, the one a hop nearer) is the subject, else
    ``in``; `via` is the entity a hop nearer; `mates` are the other members of the list it stands in.
    """

    entity: Entity
    relation: Relation
    direction: str
    hops: int
    status: str
    basis: str
    via: Entity
    evidence: tuple[Passage, ...] = ()
    qualifiers: tuple[Qualifier, ...] = ()
    mates: tuple[Entity, ...] = ()
    open_list: bool = False
    because: str | None = None

    @property
    def label(self) -> str:
        """The neighbor's name."""
        return self.entity.label

    @property
    def iri(self) -> str:
        """The neighbor's IRI."""
        return self.entity.iri

    def as_json(self) -> dict[str, Any]:
        """One of the neighbors in ``{"entity", "neighbors"}``."""
        return {
            **self.entity.as_json(),
            "relation": self.relation.as_json(),
            "direction": self.direction,
            "hops": self.hops,
            "via": self.via.as_json(),
            "status": self.status,
            "basis": self.basis,
            "qualifiers": {q.name: q.value for q in self.qualifiers},
            "list": {"open": self.open_list, "mates": [mate.as_json() for mate in self.mates]},
            "because": self.because,
            "evidence": [passage.as_json() for passage in self.evidence],
        }


class Neighbors(Noun):
    """The answer of `neighbors`: a sequence of `Neighbor`, with the entity asked about.

    `names` are that entity's other names; `held_back` counts the inferred claims that were left out.
    """

    entity: Entity
    names: tuple[str, ...]
    neighbors: tuple[Neighbor, ...]
    held_back: int

    def __iter__(self) -> Iterator[Neighbor]:
        return iter(self.neighbors)

    def __getitem__(self, index: int) -> Neighbor:
        return self.neighbors[index]

    def __len__(self) -> int:
        return len(self.neighbors)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "neighbors", "held_back"}``."""
        return {
            "entity": self.entity.as_json(),
            "neighbors": [neighbor.as_json() for neighbor in self.neighbors],
            "held_back": self.held_back,
        }


class Claims(Noun):
    """The answer of `claims`: a sequence of `Claim`, with the entity asked about (None: the whole graph)."""

    entity: Entity | None
    claims: tuple[Claim, ...]

    def __iter__(self) -> Iterator[Claim]:
        return iter(self.claims)

    def __getitem__(self, index: int) -> Claim:
        return self.claims[index]

    def __len__(self) -> int:
        return len(self.claims)

    def as_json(self) -> dict[str, Any]:
        """``{"entity", "claims"}``."""
        return {
            "entity": self.entity.as_json() if self.entity else None,
            "claims": [claim.as_json() for claim in self.claims],
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


class Report(Noun):
    """The answer of `validate`.

    `claims` counts all, `proved` those that a text was held against and found to say, `unread` those of sources whose
    text was not at hand, `inferred` those that no source says.
    """

    findings: tuple[Finding, ...]
    claims: int
    proved: int
    unread: int
    inferred: int

    def as_json(self) -> dict[str, Any]:
        """``{"findings", "claims", "proved", "unread", "inferred"}``."""
        counts = {field: getattr(self, field) for field in self.fields}
        return counts | {"findings": [finding.as_json() for finding in self.findings]}
