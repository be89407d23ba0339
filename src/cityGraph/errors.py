"""The exceptions, one class per reason, each with a one-line message.

* `CityGraphError`: base of all; its text is one line for a person: what is wrong, where, what to do

  * `NameNotFound`: nothing carries the name; holds the nearest names
  * `AmbiguousName`: two things carry the name; holds both
  * `NoSuchQuestion`: the catalogue has no such question, or it takes no value
  * `BadQuery`: not a query, or one that must not be run
  * `BadData`: a file that cannot be read as RDF; holds the file and, where known, the line
  * `NoAnswer`: an endpoint that cannot be reached, or does not answer in SPARQL; holds its URL
  * `BadText`: a text that is not the one a source's positions count in
  * `Invalid`: the graph breaks its own rules; holds the findings
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model.claim import Entity
    from .model.validation import Finding


class CityGraphError(Exception):
    """Base of every refusal: catch this one to catch them all."""


def short(name: str) -> str:
    """`name` as an error shows it: a long one is not worth a screen.

    >>> len(short("太鋼" * 5_000))
    41
    """
    return name if len(name) <= 40 else name[:40] + "…"


class NameNotFound(CityGraphError):
    """No entity carries the name.

    >>> NameNotFound("太剛", ["太鋼"]).suggestions
    ('太鋼',)
    """

    def __init__(
        self, name: str, suggestions: Sequence[str] = (), *, kind: str | None = None, left_out: str = ""
    ) -> None:
        self.name = name
        self.suggestions = tuple(suggestions)
        hint = f"; nearest: {', '.join(map(short, self.suggestions))}" if self.suggestions else ""
        what = "nothing here" if kind is None else f"nothing of the kind {short(kind)!r}"
        hint += f" ({left_out})" if left_out else ""
        super().__init__(f"{what} is called {short(name)!r}{hint}")


class AmbiguousName(CityGraphError):
    """Two or more entities carry the name; `candidates` holds them all."""

    def __init__(self, name: str, candidates: Sequence[Entity], *, by_kind: bool = False) -> None:
        self.name = name
        self.candidates = tuple(candidates)
        shown = [f"{short(each.label)} ({each.kind}, {each.iri})" for each in self.candidates[:4]]
        more = len(self.candidates) - len(shown)
        told = ", ".join(shown) + (f", and {more} more" if more else "")
        which = f"ask by a longer name,{' with --kind,' if by_kind else ''} or by IRI"
        super().__init__(f"{short(name)!r} is the name of {len(self.candidates)}: {told}; {which}")


class NoSuchQuestion(CityGraphError):
    """The catalogue has no such question, or the question takes no value."""


class BadQuery(CityGraphError):
    """The text is not a SPARQL query, or not one that is run here."""


class BadData(CityGraphError):
    """A file cannot be read as RDF."""

    def __init__(self, file: str, why: str, line: int | None = None) -> None:
        self.file = file
        self.line = line
        super().__init__(f"{file}{'' if line is None else f':{line}'}: {why}")


class NoAnswer(CityGraphError):
    """An endpoint cannot be reached, takes too long, sends too much, or does not answer in SPARQL."""

    def __init__(self, url: str, why: str) -> None:
        self.url = url
        super().__init__(f"{url}: {why}")


class BadText(CityGraphError):
    """A text does not belong to any source of the graph."""


class Invalid(CityGraphError):
    """The graph breaks its own rules; `findings` says which, where and why."""

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        n = len(self.findings)
        super().__init__(f"invalid: {n} finding{'' if n == 1 else 's'}")
