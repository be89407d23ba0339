"""The answer of `compare`: two cities side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .claim import STANDINGS, rank
from .figures import figure_json, passages_json
from .noun import Listing, Noun

if TYPE_CHECKING:
    from .claim import Claim, Entity

# Which of the two cities a row is said of.
NAMED = ("both", "first", "second")
# What a row is about, in the order of an answer.
PARTS = ("things", "leaders", "zones", "figures")


class Side(Noun):
    """How much one of the two cities says, and how firmly.

    Attributes:
        city: The city.
        claims: How many claims say something of it, without those that are inferred.
        status: The number of these claims with each status, the largest first.
        proof: The number of these claims with each degree of proof, the largest first.
        kinds: The number of things that these claims are about, of each kind, by label, the largest first.
        sources: How many sources these claims are taken from.
        dates: The first and the last date of these sources; empty if none has a date.
        held_back: How many claims about it are inferred.
    """

    city: Entity
    claims: int
    status: dict[str, int]
    proof: dict[str, int]
    kinds: dict[str, int]
    sources: int
    dates: tuple[str, ...] = ()
    held_back: int = 0

    def as_json(self) -> dict[str, Any]:
        """Return the side as a dictionary for JSON.

        Returns:
            ``{"city", "claims", "status", "proof", "kinds", "sources", "dates", "held_back"}``.
        """
        return {field: getattr(self, field) for field in self.fields} | {
            "city": self.city.as_json(),
            "dates": list(self.dates),
        }


class Said(Noun):
    """What one city says of the thing that a row is about.

    Attributes:
        entity: The thing that it names: an industry, the firm that leads it, a zone, or what a figure is of.
        claims: Where it says so, the most telling claim first. Of a figure, the first claim has its value.
        when: The date, the period or the due year of a figure; None if no source gives one.
    """

    entity: Entity
    claims: tuple[Claim, ...]
    when: str | None = None

    @property
    def standing(self) -> str:
        """The best of its claims: ``realised``, ``planned``, ``targeted``, or ``inferred`` if no source states it."""
        return min((claim.standing for claim in self.claims), key=lambda each: rank(each, STANDINGS), default="")

    def as_json(self, *, figure: bool = False) -> dict[str, Any]:
        """Return what is said as a dictionary for JSON.

        Args:
            figure: Whether it is a figure.

        Returns:
            ``{"iri", "label", "kind", "status", "claims", "evidence"}``; of a figure also ``"figure"`` and ``"when"``.
        """
        said: dict[str, Any] = {**self.entity.as_json(), "status": self.standing}
        if figure:
            said |= {"figure": figure_json(self.claims[0]), "when": self.when}
        return said | {"claims": [claim.iri for claim in self.claims], "evidence": passages_json(self.claims)}


class Remark(Noun):
    """What a reader must know before two figures, or two things, are compared.

    Attributes:
        name: One of ``dates`` (they are of different dates), ``undated`` (one has no date), ``status`` (one is reached,
            the other is wanted), ``units`` (they cannot be converted), ``comparator`` (at least one is a limit and no
            exact number), ``whose`` (they are not both of the city itself), ``ratio`` (the second divided by the
            first), ``points`` (the second less the first, in percentage points), ``converted`` (the second in the unit
            of the first), ``kinds`` (the two list it as different kinds), ``name`` (only a name joins them).
        value: A number, or the words that the remark needs. Empty for none.
    """

    name: str
    value: str = ""

    def as_json(self) -> dict[str, Any]:
        """Return the remark as a dictionary for JSON.

        Returns:
            ``{"name", "value"}``.
        """
        return {"name": self.name, "value": self.value or None}


class Beside(Noun):
    """One row: what each of two cities says of one thing.

    Attributes:
        part: What it is about: one of `PARTS`, or ``alike`` for names that are nearly the same.
        topic: The industry, chain, track, product or indicator.
        first: What the first city says. Empty if it does not say; that does not mean that there is none.
        second: What the second city says.
        remarks: What to know before the two are compared.
    """

    part: str
    topic: Entity
    first: tuple[Said, ...]
    second: tuple[Said, ...]
    remarks: tuple[Remark, ...] = ()

    @property
    def named(self) -> str:
        """Which cities say it: one of `NAMED`."""
        return "both" if self.first and self.second else "first" if self.first else "second"

    def as_json(self) -> dict[str, Any]:
        """Return the row as a dictionary for JSON.

        Returns:
            ``{"topic", "named", "first", "second", "remarks"}``. What a city does not say is an empty list.
        """
        figure = self.part == "figures"
        return {
            "topic": self.topic.as_json(),
            "named": self.named,
            "first": [said.as_json(figure=figure) for said in self.first],
            "second": [said.as_json(figure=figure) for said in self.second],
            "remarks": [remark.as_json() for remark in self.remarks],
        }


class Comparison(Listing[Beside]):
    """The answer of `compare`: a sequence of `Beside`.

    Attributes:
        first: The first city.
        second: The second city.
        rows: What they say, by `PARTS`: things, who leads them, which zones turn to them, figures. In each part what
            both say comes first, then what only the first says, then what only the second says.
        alike: Names of the two that are nearly the same. They are not counted as shared.
        single: How many figures are of single firms, projects and other things, which have nothing to stand beside.
    """

    _listed = "rows"
    first: Side
    second: Side
    rows: tuple[Beside, ...]
    alike: tuple[Beside, ...] = ()
    single: int = 0

    def part(self, name: str, named: str = "") -> tuple[Beside, ...]:
        """Return the rows of one part.

        Args:
            name: One of `PARTS`.
            named: Keep those that these cities say: one of `NAMED`. Empty keeps all.

        Returns:
            The rows, in order.
        """
        return tuple(row for row in self.rows if row.part == name and named in ("", row.named))

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"first", "second", "things", "leaders", "zones", "figures", "alike", "single"}``.
        """
        return {
            "first": self.first.as_json(),
            "second": self.second.as_json(),
            **{name: [row.as_json() for row in self.part(name)] for name in PARTS},
            "alike": [row.as_json() for row in self.alike],
            "single": self.single,
        }
