"""Answers of `gaps` and `validate`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .noun import Noun

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .claim import Entity


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
