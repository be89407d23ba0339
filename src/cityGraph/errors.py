"""The exceptions, one class for each reason. The text of each is one line: what is wrong, where, what to do.

`CityGraphError` is the base class of all others:

* `NameNotFound`: nothing has the name
* `AmbiguousName`: several things have the name
* `NoSuchQuestion`: the catalogue has no such question, or the question takes no value
* `BadQuery`: the text is not a query, or the query must not be run
* `BadData`: a file cannot be read, as RDF or as what it should be
* `NoAnswer`: an endpoint cannot be reached, or does not answer in SPARQL
* `BadText`: a text is not that of any source
* `Invalid`: the graph breaks its own rules
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .namespaces import PREFIXES, shorten

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .model.claim import Entity
    from .model.validation import Finding
    from .namespaces import Prefixes


class CityGraphError(Exception):
    """The base class of all errors of this package; catch it to catch them all."""


def short(name: str) -> str:
    """Shorten a name for an error message, so that the message stays readable.

    Args:
        name: Any text.

    Returns:
        The text; if it is longer than 40 characters, its first 40 and an ellipsis.

    Examples:
        >>> len(short("太鋼" * 5_000))
        41
    """
    return name if len(name) <= 40 else name[:40] + "…"


class NameNotFound(CityGraphError):
    """Nothing has the name.

    Attributes:
        name: The name that was searched for.
        suggestions: The most similar names, at most five. Empty if there are none.

    Examples:
        >>> NameNotFound("太剛", ["太鋼"]).suggestions
        ('太鋼',)
    """

    def __init__(
        self,
        name: str,
        suggestions: Sequence[str] = (),
        *,
        kind: str | None = None,
        left_out: str = "",
        elsewhere: str = "",
        what: str = "Nothing in this graph",
    ) -> None:
        self.name = name
        self.suggestions = tuple(suggestions)
        hint = f" Nearest names: {', '.join(dict.fromkeys(map(short, self.suggestions)))}." if self.suggestions else ""
        what = what if kind is None else f"Nothing of the kind {short(kind)!r}"
        hint += f" {left_out}" if left_out else ""
        super().__init__(elsewhere or f"{what} is called {short(name)!r}.{hint}")


class AmbiguousName(CityGraphError):
    """Several things have the name, or it is short for several.

    Attributes:
        name: The name that was searched for.
        candidates: All things that it may mean.
        shortened: Whether it is no name of these things, but may be short for each.
    """

    def __init__(
        self,
        name: str,
        candidates: Sequence[Entity],
        *,
        by_kind: bool = False,
        shortened: bool = False,
        prefixes: Prefixes = PREFIXES,
    ) -> None:
        self.name = name
        self.shortened = shortened
        self.candidates = tuple(candidates)
        shown = []
        for each in self.candidates[:4]:
            iri = shorten(each.iri, prefixes).strip("<>")
            shown.append(f"{short(each.label)} ({each.kind_label or each.kind}, {iri})")
        more = len(self.candidates) - len(shown)
        listed = ", ".join(shown) + (f", and {more} more" if more else "")
        instead = f"a longer name{', --kind' if by_kind else ''} or an IRI"
        means = "may be short for" if shortened else "is the name of"
        super().__init__(f"{short(name)!r} {means} {len(self.candidates)} entities: {listed}. Use {instead}.")


class NoSuchQuestion(CityGraphError):
    """The catalogue has no such question, or the question takes no value."""


class BadQuery(CityGraphError):
    """The text is not a SPARQL query, or it is one that is not run here."""


class BadData(CityGraphError):
    """A file cannot be read, as RDF or as what it should be.

    Attributes:
        file: The file.
        line: The line of the mistake, from 1, or None if it is unknown.
    """

    def __init__(self, file: str, why: str, line: int | None = None) -> None:
        self.file = file
        self.line = line
        super().__init__(f"{file}{'' if line is None else f':{line}'}: {why}")


class NoAnswer(CityGraphError):
    """An endpoint cannot be reached, takes too long, sends too much, or does not answer in SPARQL.

    Attributes:
        url: The address of the endpoint.
    """

    def __init__(self, url: str, why: str) -> None:
        self.url = url
        super().__init__(f"{url}: {why}")


class BadText(CityGraphError):
    """A text does not belong to any source of the graph."""


class Invalid(CityGraphError):
    """The graph breaks its own rules, or a text does not prove its claims.

    Attributes:
        findings: Which rules it breaks, where and why; or the claims that are not proved.
    """

    def __init__(self, findings: Sequence[Finding]) -> None:
        self.findings = tuple(findings)
        n = len(self.findings)
        if any(finding.severity == "error" for finding in findings):
            super().__init__(f"The graph breaks its own rules: {n} finding{'' if n == 1 else 's'}.")
        else:
            super().__init__(f"The text given does not prove {n} claim{'' if n == 1 else 's'}.")
