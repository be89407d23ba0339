"""Write the answer of a query as CSV, TSV, XML, JSON, Turtle, N-Triples or JSON-LD."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..errors import CityGraphError
from ..escape import json_controls, tsv_controls, turtle_controls, xml_controls
from ..formats import GRAPHS, by_suffix
from ..render.as_json import as_json

if TYPE_CHECKING:
    from ..model.query import Answer, Term

_TABLES = {each.name: each for each in by_suffix("results").values()}
_GRAPHS = {each.name: each for each in GRAPHS}
# A spreadsheet computes a text that begins with one of these (https://owasp.org/www-community/attacks/CSV_Injection).
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def serialize(answer: Answer, form: str) -> str:
    r"""Write the answer of a query in a standard format.

    CSV follows SPARQL 1.1 (https://www.w3.org/TR/sparql11-results-csv-tsv/), but a text that a spreadsheet would
    compute gets an apostrophe before it. Control characters are escaped in every format that can escape them.

    Args:
        answer: The answer.
        form: ``json``, ``csv``, ``tsv`` or ``xml`` for a SELECT or ASK; ``turtle``, ``ntriples`` or ``json-ld`` for a
            CONSTRUCT or DESCRIBE.

    Returns:
        The whole text.

    Raises:
        CityGraphError: The format is for the other forms of a query, or it cannot hold a value of the answer.

    Examples:
        >>> import cityGraph as cg
        >>> answer = cg.query(cg.open(), "SELECT ?code { ?company cg:stockCode ?code } ORDER BY ?code LIMIT 1")
        >>> serialize(answer, "csv"), serialize(answer, "tsv")
        ('code\r\n000723\r\n', '?code\n"000723"\n')
    """
    if answer.turtle is not None:
        if form not in _GRAPHS:
            raise CityGraphError(
                f"CONSTRUCT and DESCRIBE cannot be written as {form}. Use turtle, ntriples or json-ld."
            )
        return _graph(answer.turtle, form)
    if form in _GRAPHS:
        raise CityGraphError(f"SELECT and ASK cannot be written as {form}. Use json, csv, tsv or xml.")
    return as_json(answer) if form == "json" else _table(answer, form)


def count_formulas(answer: Answer) -> int:
    """Count the cells that a spreadsheet would compute.

    Args:
        answer: The answer of a SELECT query.

    Returns:
        The number of texts that begin like a formula and are not numbers.
    """
    return sum(_is_formula(term) for row in answer for term in row)


def _is_formula(term: Term | None) -> bool:
    if term is None or term.type != "literal" or not term.value.startswith(_FORMULA_STARTS):
        return False
    try:
        float(term.value)
    except ValueError:
        return True
    return False


def _table(answer: Answer, form: str) -> str:
    import json

    from pyoxigraph import QueryResultsFormat, parse_query_results

    if form == "csv":
        rows = tuple(
            tuple(t._replace(value=f"'{t.value}") if t and _is_formula(t) else t for t in row) for row in answer
        )
        answer = answer.replace(rows=rows)
    if form == "xml":
        for term in (term for row in answer for term in row if term):
            if forbidden := [c for c in term.value if (c < " " and c not in "\t\n\r") or c in "\ufffe\uffff"]:
                raise CityGraphError(
                    f"XML cannot contain the character U+{ord(forbidden[0]):04X}. Use json, csv or tsv."
                )
    try:
        read: Any = parse_query_results(json.dumps(answer.as_json()), QueryResultsFormat.JSON)
        text = (read.serialize(format=QueryResultsFormat.from_media_type(_TABLES[form].media_type)) or b"").decode()
    except (SyntaxError, ValueError) as error:
        raise CityGraphError(f"The answer cannot be written as {form}: {error}. Use json.") from None
    if form == "csv":
        return text if text.endswith("\n") else text + "\r\n"
    # Oxigraph writes language tags in lower case. Quotes inside a value are escaped, so only real tags match here.
    for tag in {term.language for row in answer for term in row if term and term.language}:
        if form == "xml":
            text = text.replace(f'xml:lang="{tag.lower()}"', f'xml:lang="{tag}"')
        else:
            text = text.replace(f'"@{tag.lower()}\t', f'"@{tag}\t').replace(f'"@{tag.lower()}\n', f'"@{tag}\n')
    escaped = xml_controls if form == "xml" else tsv_controls
    return escaped(text if text.endswith("\n") else text + "\n")


def _graph(turtle: str, form: str) -> str:
    import json

    if form == "turtle":
        return turtle_controls(turtle)
    from pyoxigraph import RdfFormat, parse, serialize

    wanted = RdfFormat.from_media_type(_GRAPHS[form].media_type)
    try:
        text = (serialize(parse(turtle, format=RdfFormat.TURTLE), format=wanted) or b"").decode()
    except (SyntaxError, ValueError) as error:
        raise CityGraphError(f"The answer cannot be written as {form}: {error}. Use turtle.") from None
    if form == "ntriples":
        return turtle_controls(text)
    return json_controls(json.dumps(json.loads(text), ensure_ascii=False, indent=2) + "\n")
