"""Units of figures: which can be converted into which, and by what factor."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from ..escape import sparql_iri
from ..names.labels import all_labels
from ..namespaces import local
from ..proof.figures import figures

if TYPE_CHECKING:
    from ..store.city import CityGraph

# Keys of the lexicon's units of one dimension, each with its size in one of them. Currencies are never converted.
_SIZES: dict[str, tuple[str, Fraction]] = {
    "mm": ("m", Fraction(1, 1000)),
    "cm": ("m", Fraction(1, 100)),
    "km": ("m", Fraction(1000)),
    "mile": ("m", Fraction("1609.344")),
    "nmi": ("m", Fraction(1852)),
    "foot": ("m", Fraction("0.3048")),
    "inch": ("m", Fraction("0.0254")),
    "ha": ("m2", Fraction(10_000)),
    "km2": ("m2", Fraction(1_000_000)),
    "mu": ("m2", Fraction(2000, 3)),
    "acre": ("m2", Fraction("4046.8564224")),
    "sqft": ("m2", Fraction("0.09290304")),
    "mi2": ("m2", Fraction("2589988.110336")),
    "kg": ("t", Fraction(1, 1000)),
    "minute": ("hour", Fraction(1, 60)),
    "second": ("hour", Fraction(1, 3600)),
    "bp": ("pp", Fraction(1, 100)),
}
# What has no ratio: places in an order and multiples of something else; and shares, which have a difference instead.
_ORDERS = frozenset(("rank", "places", "times", "count:位", "count:名"))
SHARES = ("%", "pp")


class Unit:
    """A unit as figures are compared by it.

    Attributes:
        base: What it measures: the key of its base unit, such as ``CNY`` or ``m2``. Two figures with the same can be
            compared.
        size: How many of the base unit it is.
        has_ratio: Whether a figure with it can be so many times another.
    """

    def __init__(self, base: str, size: Fraction, *, has_ratio: bool = True) -> None:
        self.base, self.size, self.has_ratio = base, size, has_ratio


def unit_of(city: CityGraph, iri: str | None) -> Unit:
    """Read a unit by its names, with the tables of the proof.

    Args:
        city: The open graph that has the unit.
        iri: The IRI of the unit; None if the figure has none.

    Returns:
        The unit. One that no table knows can be compared only with itself.

    Examples:
        >>> import cityGraph as cg
        >>> city, terms = cg.open(), "https://w3id.org/citygraph/ontology#"
        >>> unit_of(city, terms + "yuan").base, unit_of(city, terms + "mu").size / unit_of(city, terms + "hectare").size
        ('CNY', Fraction(1, 15))
    """
    if iri is None:
        return Unit("", Fraction(1))
    found: Unit = city.once(("unit", iri), lambda: _read(city, iri))
    return found


def _read(city: CityGraph, iri: str) -> Unit:
    labels = all_labels(city, [iri]).get(iri, [])
    words = [word.value for _, word in city.select("unit-words", unit=[sparql_iri(iri)])]
    forms = [word for word in words if "{n}" in word] + ["{n}" + label for label in labels]
    read = {found for form in forms if (found := _figure(form))}
    has_ratio = _ORDERS.isdisjoint({local(iri), *(base for base, _ in read)})
    # Words that a table reads in two ways, such as GW for GW a year, decide nothing.
    base, size = read.pop() if len(read) == 1 else (iri, Fraction(1))
    return Unit(base, size, has_ratio=has_ratio)


def _figure(form: str) -> tuple[str, Fraction] | None:
    """Return the base unit and the size of a unit, read from a figure with it; None if the words are not known."""
    for language in ("zh", "en"):
        for number in ("30", "30 "):
            written = form.replace("{n}", number, 1)
            read = figures(written, language)
            if len(read) == 1 and read[0].unit and (read[0].start, read[0].end) == (0, len(written)):
                base, size = _SIZES.get(read[0].unit, (read[0].unit, Fraction(1)))
                return base, size * Fraction(read[0].low) / 30
    return None
