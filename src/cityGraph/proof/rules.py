"""The rules of the proof, in the order in which they run on a claim in its text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import CORE
from .rules_ends import (
    alias_printed,
    date_nearest,
    heading_nearest,
    object_named,
    object_nested,
    subject_named,
    value_printed,
)
from .rules_mood import basis_fits, qualifiers_printed, status_marked
from .rules_relation import no_needless_cue, quotes_carry_claim, relation_marked
from .rules_scope import date_exact, said_as_fact, said_as_real

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .context import Context, Found

RULES: tuple[Callable[[Context], Iterator[Found]], ...] = (
    no_needless_cue,
    subject_named,
    object_named,
    alias_printed,
    value_printed,
    object_nested,
    date_nearest,
    heading_nearest,
    relation_marked,
    status_marked,
    said_as_real,
    said_as_fact,
    date_exact,
    basis_fits,
    quotes_carry_claim,
    qualifiers_printed,
)


def check_words(context: Context) -> list[Found]:
    """List what is wrong with the words of a claim.

    Args:
        context: The claim in its text.

    Returns:
        (rule, message) pairs in the order of `RULES`; empty if the words prove the claim. If the positions themselves
        are incomplete or leave the text, only that: no other rule can run then.
    """
    return list(_positions(context)) or [found for rule in RULES for found in rule(context)]


def _positions(context: Context) -> Iterator[Found]:
    """Check that each part of the claim has a position, that nothing else has one, and that all lie in the text."""
    needed = ["subject", "object"] + (["relation"] if context.needs_cue else [])
    missing = [role for role in needed if role not in context.roles]
    unknown = set(context.roles) - {*CORE, "modal", *(q.name for q in context.claim.qualifiers)}
    if missing or unknown:
        yield "positions", f"no position of the {missing[0]}" if missing else f"the claim has no part {min(unknown)!r}"
        return
    for role in context.roles:
        if context.words(role) is None:
            yield role, "the position is outside the text"
            return
