"""Find where a query leaves the grammar of SPARQL 1.1 (https://www.w3.org/TR/sparql11-query/#sparqlGrammar).

Engines decide whether a query is valid. But their messages name different places, some of them far from the mistake,
so the place is found here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .tokens import Token

# A word in capitals is a kind of token, a quoted one a keyword or a sign; other words are rules.
_GRAMMAR = """
query = prologue (select | construct | describe | ask) values END
prologue = ('BASE' IRI | 'PREFIX' PREFIX IRI)*
select = select_clause where modifiers
select_clause = 'SELECT' ('DISTINCT' | 'REDUCED')? ('*' | (VAR | '(' expression 'AS' VAR ')')+)
construct = 'CONSTRUCT' (template where modifiers | 'WHERE' template modifiers)
template = '{' triples? '}'
describe = 'DESCRIBE' ('*' | (VAR | iri)+) where? modifiers
ask = 'ASK' where modifiers
where = 'WHERE'? group
modifiers = group_by? having? order_by? (limit offset? | offset limit?)?
group_by = 'GROUP' 'BY' (call | '(' expression ('AS' VAR)? ')' | VAR)+
having = 'HAVING' constraint+
order_by = 'ORDER' 'BY' (('ASC' | 'DESC') '(' expression ')' | constraint | VAR)+
limit = 'LIMIT' NUMBER
offset = 'OFFSET' NUMBER
values = ('VALUES' data)?
data = VAR '{' value* '}' | '(' VAR* ')' '{' ('(' value* ')')* '}'
value = iri | literal | 'UNDEF'
group = '{' (select_clause where modifiers values | triples? (pattern '.'? triples?)*) '}'
triples = statement ('.' statement)* '.'?
pattern = group ('UNION' group)* | ('OPTIONAL' | 'MINUS') group | 'GRAPH' end group | 'FILTER' constraint |
  'BIND' '(' expression 'AS' VAR ')' | 'VALUES' data
end = VAR | iri
constraint = '(' expression ')' | call
statement = term properties | nested properties?
properties = path objects (';' (path objects)?)*
objects = object (',' object)*
object = term | nested
nested = '(' object+ ')' | '[' properties ']'
term = VAR | iri | literal | BNODE | '(' ')' | '[' ']'
path = sequence ('|' sequence)*
sequence = step ('/' step)*
step = '^'? (VAR | iri | 'a' | '!' negated | '(' path ')') ('?' | '*' | '+')?
negated = one | '(' (one ('|' one)*)? ')'
one = '^'? (iri | 'a')
expression = conjunction ('||' conjunction)*
conjunction = relation ('&&' relation)*
relation = sum (('=' | '!=' | '<' | '>' | '<=' | '>=') sum | 'NOT'? 'IN' arguments)?
sum = product (('+' | '-') product)*
product = unary (('*' | '/') unary)*
unary = ('!' | '+' | '-')? primary
primary = '(' expression ')' | call | iri | literal | VAR
arguments = '(' ')' | '(' 'DISTINCT'? expression (',' expression)* ')'
call = iri arguments | 'COUNT' '(' 'DISTINCT'? ('*' | expression) ')' |
  'GROUP_CONCAT' '(' 'DISTINCT'? expression (';' 'SEPARATOR' '=' STRING)? ')' | 'NOT'? 'EXISTS' group |
  FUNCTION arguments
literal = STRING (LANGTAG | '^^' iri)? | ('+' | '-')? NUMBER | 'TRUE' | 'FALSE'
iri = IRI | PNAME
"""
FUNCTIONS = frozenset(
    """ABS AVG BNODE BOUND CEIL COALESCE CONCAT CONTAINS DATATYPE DAY ENCODE_FOR_URI FLOOR HOURS IF IRI ISBLANK ISIRI
    ISLITERAL ISNUMERIC ISURI LANG LANGMATCHES LCASE MAX MD5 MIN MINUTES MONTH NOW RAND REGEX REPLACE ROUND SAMETERM
    SAMPLE SECONDS SHA1 SHA256 SHA384 SHA512 STR STRAFTER STRBEFORE STRDT STRENDS STRLANG STRLEN STRSTARTS STRUUID
    SUBSTR SUM TIMEZONE TZ UCASE URI UUID YEAR""".split()  # noqa: SIM905
)
KEYWORDS = frozenset(re.findall(r"'([A-Z_]{2,})'", _GRAMMAR)) | {"FROM", "NAMED", "SERVICE", "SILENT"}
# A part of a rule: ("kind", name), ("text", sign), ("rule", name), ("all", parts), ("any", parts), or a part with
# the sign of how often it comes.
_Part = tuple[str, object]


class Fault(NamedTuple):
    """Where a query leaves the grammar.

    Attributes:
        at: The number of the first token that cannot stand where it is.
        expected: What could stand there: kinds of tokens in capitals, and keywords and signs in quotes.
    """

    at: int
    expected: frozenset[str]


def fault(found: Sequence[Token]) -> Fault | None:
    """Find the first token that the grammar does not allow.

    Args:
        found: The tokens of a query.

    Returns:
        The fault; None if the grammar allows the whole query, or if it nests too deeply to be checked.

    Examples:
        >>> from cityGraph.sparql.tokens import tokens
        >>> fault(tokens("ASK { ?a ?b ?c ?d ?e ?f }")).at
        5
    """
    rules = _rules()
    far, expected = 0, set[str]()

    def terminal(name: str, at: int, fits: bool) -> int | None:
        nonlocal far, expected
        if fits:
            return at + 1
        if at > far:
            far, expected = at, set()
        if at == far:
            expected.add(name)
        return None

    def match(part: _Part, at: int) -> int | None:
        kind, inner = part
        if kind == "kind":
            return terminal(str(inner), at, _is(found[at], str(inner)))
        if kind == "text":
            token = found[at]
            # Of all keywords only `a` must be in lower case.
            fits = token.kind in ("WORD", "SIGN") and token.text.upper() == inner and token.text != "A"
            return terminal(f"'{inner}'", at, fits)
        if kind == "rule":
            return match(rules[str(inner)], at)
        parts: list[_Part] = inner  # type: ignore[assignment]
        if kind == "any":
            return next((end for each in parts if (end := match(each, at)) is not None), None)
        if kind == "all":
            where: int | None = at
            for each in parts:
                where = match(each, where)  # type: ignore[arg-type]
                if where is None:
                    return None
            return where
        (repeated,) = parts
        end = match(repeated, at)
        if end is None:
            return None if kind == "+" else at
        while kind != "?" and (after := match(repeated, end)) is not None:
            end = after
        return end

    try:
        return None if match(rules["query"], 0) is not None else Fault(far, frozenset(expected))
    except RecursionError:
        return None


def _is(token: Token, kind: str) -> bool:
    if kind == "FUNCTION":
        return token.kind == "WORD" and token.text.upper() in FUNCTIONS
    if kind == "PREFIX":
        return token.kind == "PNAME" and token.text.find(":") == len(token.text) - 1
    return token.kind == kind


@lru_cache
def _rules() -> dict[str, _Part]:
    lines = re.sub(r"\|\n\s+", "| ", _GRAMMAR).strip().split("\n")
    found = {}
    for line in lines:
        name, _, body = line.partition(" = ")
        found[name] = _choice(re.findall(r"'[^']+'|[A-Za-z_]+|[()|*+?]", body))
    return found


def _choice(words: list[str]) -> _Part:
    """Read alternatives from the front of `words`, up to a closing bracket or the end."""
    choices: list[_Part] = []
    row: list[_Part] = []
    while words and words[0] != ")":
        word = words.pop(0)
        if word == "|":
            choices.append(("all", row))
            row = []
            continue
        if word == "(":
            part = _choice(words)
            words.pop(0)
        elif word[0] == "'":
            part = "text", word[1:-1].upper()
        else:
            part = "kind" if word.isupper() else "rule", word
        if words and words[0] in ("*", "+", "?"):
            part = words.pop(0), [part]
        row.append(part)
    return ("any", [*choices, ("all", row)]) if choices else ("all", row)
