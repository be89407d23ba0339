"""The verb `query`: run a user's SPARQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import BadQuery
from ..model.verb import verb
from ..namespaces import PREFIXES
from ..store.query_files import prologue
from .check import check
from .explain import explained
from .named import BASE, declared, needs_base
from .remarks import remarks
from .tokens import tokens

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..model.query import Answer
    from ..namespaces import Prefixes
    from ..store.city import CityGraph
    from .tokens import Token


@verb("render.query.printed_answer")
def query(city: CityGraph, text: str) -> Answer:
    """Answer a SPARQL query.

    It sees the triples of the graph. Those of our ontology are among them only if the graph uses a term of it.

    Args:
        city: An open graph.
        text: The query: SELECT, ASK, CONSTRUCT or DESCRIBE. The prefixes of `CityGraph.prefixes` need no declaration.

    Returns:
        The rows of a SELECT, the verdict of an ASK, or the Turtle of a CONSTRUCT or DESCRIBE. `Answer.notes` says what
        in the query the graph does not have, such as a misspelled term.

    Raises:
        BadQuery: The text is not SPARQL, is an update, or would ask another server. The message has line and column,
            shows the line with an arrow before the mistake, and says what to write. It is the same on every engine.
        NoAnswer: An endpoint does not answer.

    Examples:
        >>> import cityGraph as cg
        >>> city = cg.open()
        >>> answer = cg.query(city, "SELECT ?firm WHERE { ?firm cg:spearheads ty:new-energy-industry } ORDER BY ?firm")
        >>> [firm.value.rsplit("/", 1)[1] for (firm,) in answer]
        ['jinko', 'jolywood', 'meijin-hydrogen']
        >>> cg.query(city, "ASK { ty:taiyuan cg:supports ty:taigang }").verdict
        True
    """
    answer = run(city, text)
    answer = answer.replace(notes=remarks(city, text, answer))
    if not city.remote:  # for `print`; an endpoint is not asked once more for it
        answer.__dict__["_prefixes"] = city.prefixes
    return answer


def run(city: CityGraph, text: str) -> Answer:
    """Answer a SPARQL query without looking for what it might have meant.

    Args:
        city: An open graph.
        text: The query, as `query` takes it.

    Returns:
        The answer, without notes.

    Raises:
        BadQuery: As for `query`.
        NoAnswer: As for `query`.
    """
    found = tokens(check(text))
    known = _prefixes(city, found)
    lines = prologue((name for name in known if name not in declared(found)), known)
    if needs_base(found):
        lines = f"BASE <{BASE}>\n{lines}"
    try:
        if not city.remote:
            city.engine.check_syntax(text, lines)
        return city.engine.answer(text, lines)
    except BadQuery:
        if city.remote or (why := explained(text, known)) is None:
            raise
        raise BadQuery(why) from None


def _prefixes(city: CityGraph, found: Sequence[Token]) -> Prefixes:
    """Return the prefixes that need no declaration. An endpoint is asked for its own only if the query uses one."""
    used = {token.text.partition(":")[0] for token in found if token.kind == "PNAME"}
    return PREFIXES if city.remote and used <= {*PREFIXES, *declared(found)} else city.prefixes
