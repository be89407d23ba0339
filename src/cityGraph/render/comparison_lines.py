"""The words of a comparison that its text, its page and its tables share."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from ..model.claim import STANDINGS
from .figures import figure_text, object_text
from .legend import proof_of
from .rows import status_of
from .words import WORDS
from .words_comparison import COMPARISON_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.claim import Claim
    from ..model.comparison import Beside, Comparison, Remark, Said, Side

_KINDS = 5  # of things that the counts name


class Wording:
    """The words of one comparison in one language.

    Args:
        answer: The comparison.
        language: Language of the words: "zh-Hant", "zh-Hans" or "en".

    Attributes:
        words: The words that all answers share.
        own: Those of comparisons.
        cities: The names of the two cities; numbered if they are the same.
    """

    def __init__(self, answer: Comparison, language: str) -> None:
        self.words: dict[str, Any] = WORDS[language]
        self.own: dict[str, Any] = COMPARISON_WORDS[language]
        names = (answer.first.city.label, answer.second.city.label)
        if names[0] == names[1]:
            names = tuple(self.own["numbered"].format(city=name, n=n) for n, name in enumerate(names, 1))
        self.cities: dict[str, str] = dict(zip(("first", "second"), names, strict=True))
        self._themselves = {"first": answer.first.city, "second": answer.second.city}

    def told(self, key: str, **values: object) -> str:
        """Return a text in which the names of the cities are filled in.

        Args:
            key: The key of the text in `own`.
            **values: What else it needs.

        Returns:
            The text. It is not escaped.
        """
        return str(self.own[key]).format(**self.cities, **values)

    def many(self, named: str, n: int) -> str:
        """Return how many things both cities or only one of them names.

        Args:
            named: ``both``, ``first`` or ``second``.
            n: The number.

        Returns:
            The words.
        """
        return self.told("both", n=n) if named == "both" else self.told("only", n=n, city=self.cities[named])

    def remark(self, remark: Remark) -> str:
        """Return a remark in words.

        Args:
            remark: The remark.

        Returns:
            The words. They are not escaped.
        """
        return str(self.own["remarks"][remark.name]).format(**self.cities, value=remark.value)

    def topic(self, row: Beside) -> str:
        """Return what a row is about; of two names that are nearly the same, both.

        Args:
            row: The row.

        Returns:
            The words. They are not escaped.
        """
        names = [row.topic.label, *(said.entity.label for said in row.second if row.part == "alike")]
        return " · ".join(dict.fromkeys(names))

    def sentence(self, claim: Claim) -> str:
        """Return what a claim says.

        Args:
            claim: The claim.

        Returns:
            Subject, relation and object. They are not escaped.
        """
        return f"{claim.subject.label} {claim.relation.to(object_text(claim, self.words))}"

    def said(self, row: Beside, said: Said, city: str) -> str:
        """Return what one city says in a row: of a figure the figure, else its most telling claim.

        Args:
            row: The row.
            said: What the city says.
            city: Which city says it: ``first`` or ``second``.

        Returns:
            The words, without the name of the city. They are not escaped.
        """
        if row.part != "figures":
            return self.sentence(said.claims[0]) if said.claims else said.entity.label
        text = figure_text(said.claims[0], self.words)
        text = self.told("when", text=text, when=said.when) if said.when else text
        return (
            text
            if said.entity in (self._themselves[city], row.topic)
            else self.told("whose", whose=said.entity.label, text=text)
        )

    def counts(self, answer: Comparison) -> Iterator[tuple[str, str, str]]:
        """Yield what is counted of the two cities.

        Args:
            answer: The comparison.

        Yields:
            What is counted, and the count of each city, in words. They are not escaped.
        """
        sides = (answer.first, answer.second)
        own, words = self.own, self.words

        def line(head: str, texts: Iterable[object]) -> tuple[str, str, str]:
            one, other = texts
            return head, str(one), str(other)

        yield line(own["claims"], (f"{side.claims:,}" for side in sides))
        for status in dict.fromkeys(each for side in sides for each in side.status):
            yield line(status_of(status, words), (self._share(side.status.get(status, 0), side) for side in sides))
        for proof in dict.fromkeys(each for side in sides for each in side.proof):
            head = own["proof"].format(proof=proof_of(proof, words))
            yield line(head, (self._share(side.proof.get(proof, 0), side) for side in sides))
        yield line(own["sources"], (side.sources for side in sides))
        yield line(own["dates"], (self._dates(side) for side in sides))
        most = dict.fromkeys(kind for side in sides for kind in list(side.kinds)[:_KINDS])
        for kind in most:
            yield line(own["kinds"].format(kind=kind), (side.kinds.get(kind, 0) for side in sides))
        if any(side.held_back for side in sides):
            yield line(own["held_back"], (side.held_back for side in sides))

    def _share(self, n: int, side: Side) -> str:
        percent = f"{100 * n / side.claims:.0f}" if side.claims else "0"
        return str(self.own["share"]).format(n=f"{n:,}", percent=percent)

    def _dates(self, side: Side) -> str:
        if not side.dates:
            return str(self.own["undated"])
        first, last = side.dates[0], side.dates[-1]
        return first if first == last else str(self.own["span"]).format(first=first, last=last)

    def statuses(self, side: Side) -> str:
        """Return the shares of facts, plans and targets.

        Args:
            side: One of the cities.

        Returns:
            The words.
        """
        listed = [each for each in STANDINGS if side.status.get(each)]
        return " · ".join(
            f"{status_of(each, self.words)} {100 * side.status[each] / side.claims:.0f}%" for each in listed
        )


def by_kind(answer: Comparison) -> Iterator[tuple[str, list[Beside]]]:
    """Yield the rows of things, kind by kind.

    Args:
        answer: The comparison.

    Yields:
        The kind in the reader's language, and its rows.
    """
    for kind, rows in groupby(answer.part("things"), key=lambda row: row.topic.kind_label or row.topic.kind):
        yield kind, list(rows)
