"""Remarks on a query that runs, but may not mean what its author meant. They change no row."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from ..escape import language_tag, sparql_iri
from ..namespaces import CG, NAMES
from .explain import wide_sign
from .named import is_relative, needs_base, terms
from .tokens import place, tokens

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from ..model.query import Answer
    from ..store.city import CityGraph
    from .tokens import Token

LARGEST = 500_000  # triples; in a larger graph no remark searches all of them
MOST = 5  # remarks on terms


def remarks(city: CityGraph, text: str, answer: Answer) -> tuple[str, ...]:
    """Say what in a query the graph does not have.

    Args:
        city: An open graph.
        text: The query.
        answer: Its answer.

    Returns:
        One sentence each: terms that no triple has, a property that names nothing, a comparison of language tags that
        leaves some out, relative IRIs without a base, and full-width signs that became part of a name.

    Examples:
        >>> import cityGraph as cg
        >>> cg.query(cg.open(), "SELECT ?firm { ?firm a cg:Frim }").notes
        ('cg:Frim is not in the ontology. Nearest: cg:Firm.',)
    """
    found = tokens(text)
    empty = answer.verdict is False or (answer.verdict is None and answer.turtle is None and not answer.rows)
    return tuple(
        dict.fromkeys((*_relative(found), *_wide(text, found), *_terms(city, found, empty), *_languages(city, found)))
    )


def _relative(found: Sequence[Token]) -> Iterator[str]:
    if needs_base(found):
        first = next(token.text for token in found if is_relative(token))
        reason = f"{first} is a relative IRI, and the query has no BASE: it names nothing here"
        yield f"{reason}. Write the full IRI or a CURIE."


def _wide(text: str, found: Sequence[Token]) -> Iterator[str]:
    for token in found:
        if token.kind == "SIGN" and (plain := wide_sign(token.text)):
            where = place(text, token.start)
            yield f"{where}: the full-width sign {token.text} became part of a name. Type {plain} instead."


def _terms(city: CityGraph, found: Sequence[Token], empty: bool) -> Iterator[str]:
    """Name the terms that no triple has, if a similar one exists or nothing was found."""
    if city.remote or not (named := terms(found, city.prefixes)):
        return
    used = _names_used(city) if empty and NAMES & set(named) else {}
    present = {term.value for (term,) in city.select("terms-present", term=map(sparql_iri, named))}
    said = []
    for iri, written in named.items():
        if used and iri in NAMES - set(used):
            most = city.shorten(max(used, key=used.__getitem__))
            said.append(f"{written} names nothing in this graph. Its names are {most}.")
        elif iri not in present and not (written.startswith("<") and iri != written[1:-1]):
            near = _nearest(city, iri)
            if near or empty:
                where = "in the ontology" if iri.startswith(CG) else "in this graph"
                said.append(f"{written} is not {where}.{f' Nearest: {near}.' if near else ''}")
    yield from said[:MOST]


def _names_used(city: CityGraph) -> dict[str, int]:
    """Count how often each property that carries names does so, outside of our ontology."""
    rows = city.select("names-used", property=map(sparql_iri, sorted(NAMES)))
    return {role.value: int(count.value) for role, count in rows if count.value != "0"}


def _nearest(city: CityGraph, iri: str) -> str | None:
    """Return the most similar term of the same namespace; None in a graph that is too large to search."""
    namespace = iri[: max(iri.rfind("/"), iri.rfind("#"), iri.rfind(":")) + 1]
    if (city.size() or 0) > LARGEST or namespace == iri:
        return None
    names = {term[len(namespace) :]: term for term in city.terms(namespace)}
    near = get_close_matches(iri[len(namespace) :], names, 1, 0.7)
    return city.shorten(names[near[0]]) if near else None


def _languages(city: CityGraph, found: Sequence[Token]) -> Iterator[str]:
    """Find `lang(?x) = "en"` where the graph has other tags of the same language."""
    for variable, tag in _compared(found):
        if city.remote or (city.size() or 0) > LARGEST:
            return
        tags = city.languages()
        others = sorted(each for each in tags if each.lower().startswith(tag.lower() + "-"))
        instead = f'Use langMatches(lang({variable}), "{tag}").'
        if others:
            yield f'lang({variable}) = "{tag}" leaves out {", ".join(others)}. {instead}'
        elif tag != tag.lower() and language_tag(tag) in tags:
            reason = "depends on upper and lower case, which engines write differently"
            yield f'lang({variable}) = "{tag}" {reason}. {instead}'


def _compared(found: Sequence[Token]) -> Iterator[tuple[str, str]]:
    """List the variables whose language tag a query compares with `=`, each with the tag."""
    for at, token in enumerate(found):
        call = [each.text for each in found[at : at + 4]]
        if token.text.upper() != "LANG" or len(call) < 4 or (call[1], call[3]) != ("(", ")"):
            continue
        after, before = found[at + 4 : at + 6], found[max(0, at - 2) : at]
        for pair in (after, before[::-1]):
            if [each.kind for each in pair] == ["SIGN", "STRING"] and pair[0].text == "=":
                yield call[2], pair[1].text.strip("\"'")
