"""Proves what rows say: by the text of their source, else by their own quote, else they are cited only."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

from ..errors import short
from ..model.claim import BASES, STATUSES
from ..model.positions import parts, position
from ..model.sheets import Accepted, Refused
from ..proof.prove import prove
from ..proof.reading import Reading
from ..proof.statement import Statement, Thing, Verdict
from ..proof.text import text_of
from .sheet_terms import UNIT

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from ..proof.text import Text
    from .sheet_claims import Said
    from .sheet_sources import SheetSource
    from .sheet_terms import SheetTerms
    from .sheet_things import Things

Words = tuple[str, str, str]  # a word, what it means, its language


class Prover:
    """Proves rows; each text is read once.

    Attributes:
        name: The file of the rows, such as ``claims.csv``.
    """

    def __init__(self, name: str, things: Things, terms: SheetTerms, words: Sequence[Words]) -> None:
        self.name = name
        self._terms = terms
        self._things = things
        self._all = [each.thing for each in things.all if each.thing.kind != UNIT]
        self._words = tuple(words)
        self._texts: dict[str, Reading] = {}

    def judge(self, said: Said) -> Accepted | Refused:
        """Accept or refuse a row.

        Args:
            said: What the row says.

        Returns:
            The row with its degree of proof, or why it is refused.
        """
        if said.inferred:
            return self._accepted(said, "none", said.statement.status, basis=BASES[2])
        if said.source.text is None:
            return self._by_quote(said)
        if positions := said.row.cells.get("positions"):  # they are proved where they point, when the graph is whole
            return self._accepted(
                said, "text", said.statement.status, Verdict(True, positions=positions, basis=said.basis)
            )
        statement, verdict = self._by_text(said)
        if not verdict.proved:
            return self._refused(said, verdict)
        if wrong := _elsewhere(said, verdict):
            return self._refused(said, wrong)
        return self._accepted(said, "text", statement.status, verdict)

    def _by_text(self, said: Said) -> tuple[Statement, Verdict]:
        """Prove a claim at one of its quotes, or anywhere in the text if it has none."""
        reading = self._text(said.source)
        quotes = [row.cells.get("quote", "") for row in (said.row, *said.more)]
        tried: list[tuple[Statement, Verdict]] = []
        for quote in dict.fromkeys(filter(None, quotes)) or [""]:
            statement = replace(said.statement, quote=quote)
            tried.append(self._proved(said.replace(statement=statement), reading))
            if tried[-1][1].proved:
                return tried[-1]
        return tried[0]

    def _by_quote(self, said: Said) -> Accepted | Refused:
        """Accept a row whose source has no text here: its quote is all the text there is."""
        quote = said.statement.quote
        if said.basis and said.statement.status:  # the graph as a whole tells how well it is proved
            return self._accepted(said, "citation", said.statement.status, basis=said.basis)
        if quote:
            statement, verdict = self._proved(said, self._quote(said))
            if verdict.proved and not (said.basis and verdict.basis != said.basis):
                return self._accepted(said, "quotes", statement.status, verdict, keep_positions=False)
        basis = said.basis or BASES[0 if quote and self._has_ends(said) else 1]
        return self._accepted(said, "citation", said.statement.status, basis=basis)

    def _has_ends(self, said: Said) -> bool:
        """Whether the quotes of a row have both of its ends: then they state it, else they need to be resolved."""
        quotes = [row.cells.get("quote", "") for row in (said.row, *said.more)]
        named = {thing for quote in quotes for thing in self._things.within(quote)}
        ends = [each for each in (said.statement.subject, said.statement.object) if isinstance(each, Thing)]
        return set(ends) <= named

    def _proved(self, said: Said, reading: Reading) -> tuple[Statement, Verdict]:
        """Prove what a row says. A row without a status has the first status that the text gives it."""
        given, relation = said.statement.status, said.statement.relation
        # A relation that the lexicon has no words for is none of its names, which may mean another relation there.
        names = self._terms.said_by.get(relation) or (f"cg:{relation}",)
        first: Verdict | None = None
        for status, name in product((given,) if given else STATUSES, names):
            statement = replace(said.statement, status=status, relation=name)
            verdict = prove(statement, reading)
            if verdict.proved and said.due:
                due = prove(replace(statement, period=said.due), reading)
                verdict = verdict if due.proved else replace(due, column=_due(due.column))
            if verdict.proved:
                return statement, verdict
            first = first or verdict
        assert first is not None
        return said.statement, first

    def reading(self, source: SheetSource) -> Reading:
        """Read the text of a source.

        Args:
            source: A source with a text.

        Returns:
            The text with the things of the sheet; the second time it is only looked up.
        """
        return self._text(source)

    def _text(self, source: SheetSource) -> Reading:
        if source.key not in self._texts:
            assert source.text is not None
            self._texts[source.key] = self._reading(source.text, self._all, source.date)
        return self._texts[source.key]

    def _quote(self, said: Said) -> Reading:
        """Return the quote of a row as a text; only the things that it may name are looked for."""
        statement = said.statement
        ends = [each for each in (statement.subject, statement.object) if isinstance(each, Thing)]
        things = dict.fromkeys([*self._things.within(statement.quote), *ends])
        return self._reading(text_of(statement.quote), things, said.source.date)

    def _reading(self, text: Text, things: Iterable[Thing], date: str) -> Reading:
        return Reading(text, things, families=self._terms.families, date=date, words=self._words)

    def _accepted(
        self,
        said: Said,
        proof: str,
        status: str,
        verdict: Verdict | None = None,
        *,
        basis: str = "",
        keep_positions: bool = True,
    ) -> Accepted:
        positions = verdict.positions if verdict and keep_positions else ""
        assisted = bool(verdict and verdict.assisted)
        basis = verdict.basis if verdict else basis
        return Accepted(self.name, said.row.number, said.words, proof, basis, status, assisted, positions)

    def _refused(self, said: Said, verdict: Verdict) -> Refused:
        column, suggestion = verdict.column, verdict.suggestion
        cells = said.row.cells
        if column == "period" and not cells.get("period"):
            column = "due" if cells.get("due") else column
        if column == "object" and isinstance(said.statement.object, str) and not suggestion:
            suggestion = self._things.nearest(said.statement.object)
        return Refused(self.name, said.row.number, column, " ".join(verdict.reason.split()), suggestion)


def _due(column: str) -> str:
    return "due" if column == "period" else column


def _elsewhere(said: Said, verdict: Verdict) -> Verdict | None:
    """Return a refusal if the row gives another place or basis than the proof found."""
    if said.basis and verdict.basis != said.basis:
        reason = f"the text gives this claim the basis {verdict.basis}, the row says {said.basis}"
        return replace(verdict, proved=False, column="basis", reason=reason, suggestion=verdict.basis)
    if said.paragraph and verdict.positions:
        found = sorted({place.paragraph for _, places in parts(verdict.positions) for place in position(places)})
        if found and said.paragraph not in found:
            shown = ", ".join(map(str, found))
            reason = f"the text says it in paragraph {shown}, the row says {said.paragraph}"
            return replace(verdict, proved=False, column="paragraph", reason=reason, suggestion=short(str(found[0])))
    return None
