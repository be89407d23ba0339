"""The `Engine` protocol, the list of engines, and the defaults that every engine shares.

`rows` runs one of the library's own on any engine; `bind` fills its parameters; `query` is the verb, for a stranger's
text, which is looked at before an engine sees it.
"""

from __future__ import annotations

import re
from functools import lru_cache
from os import path
from typing import TYPE_CHECKING, Any

from ..errors import BadQuery, CityGraphError
from ..model.graph import Answer, Term

if TYPE_CHECKING:
    from collections.abc import Iterable, Set

    from .open import CityGraph

PREFIXES = {
    "cg": "https://w3id.org/citygraph/ontology#",
    "ty": "https://w3id.org/citygraph/id/taiyuan/",
    "claim": "https://w3id.org/citygraph/id/taiyuan/claim/",
    "passage": "https://w3id.org/citygraph/id/taiyuan/passage/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "dcterms": "http://purl.org/dc/terms/",
    "prov": "http://www.w3.org/ns/prov#",
    "org": "http://www.w3.org/ns/org#",
    "schema": "https://schema.org/",
    "time": "http://www.w3.org/2006/time#",
    "oa": "http://www.w3.org/ns/oa#",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "sh": "http://www.w3.org/ns/shacl#",
    "void": "http://rdfs.org/ns/void#",
    "dcat": "http://www.w3.org/ns/dcat#",
}
UNBOUND = Term("unbound", "")
# Oxigraph recurses, and out of stack it ends the process: measured at 700 to 1 000 nested calls, 2 000 to 3 000 words
# in a row. Words and brackets are counted wherever they stand, in strings too, so that nothing hides from the count.
MAX_LENGTH = 100_000
MAX_DEPTH = 100
MAX_BRACKETS = 500
MAX_WORDS = 2_000
PART = 200  # things that an endpoint is asked for at once

# Patterns are compiled where a stranger's query needs them: the library's own never do.
_QUIET = (
    r"""<[^<>"{}|^`\\\s]*>|'''(?:\\.|[^\\])*?'''|\"\"\"(?:\\.|[^\\])*?\"\"\"|\\."""
    r"""|'(?:\\.|[^'\\\n])*+'?|"(?:\\.|[^"\\\n])*+"?|\#[^\n]*"""
)
_KEYWORD = r"(?<![?$:\w-])(?:{})(?![\w.-]*:|[\w-])"
_UPDATE = _KEYWORD.format("INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH")
_FORM = _KEYWORD.format("SELECT|ASK|CONSTRUCT|DESCRIBE")
_FROM = _KEYWORD.format("FROM")
# Looked for in the text as it stands: what is in quotes is not worth being wrong about.
_GAP = r"(?:\s++|#[^\r\n]*+)*+"
_CALL = (
    r"[?$]\w+|:[\w.%-]*+(?<!\.)|(?P<call>SERVICE)"
    rf"{_GAP}(?:SILENT{_GAP})?(?:<[^<>]*>|[?$]\w+|[^\s{{#<]*:(?:\\.|[^\s{{#\\])*){_GAP}\{{"
)
_CODE = r"\\[uU](00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})|\\u([0-9A-Fa-f]{4})"
_WORD = r"""<[^<>"{}|^`\\\s()&,'!*+]{0,2000}>|[?$]\w+|[A-Za-z][\w.-]*:[\w.:%-]*|@[\w-]+|"\w*"|\^\^|\w+|\S"""
_LANGUAGE_PARTS = {4: str.title, 2: str.upper}


def prologue(prefixes: Iterable[str] = PREFIXES) -> str:
    r"""The PREFIX lines that every query starts with.

    >>> prologue(["cg"])
    'PREFIX cg: <https://w3id.org/citygraph/ontology#>\n'
    """
    return "".join(f"PREFIX {name}: <{PREFIXES[name]}>\n" for name in prefixes)


def named(name: str) -> str:
    """The text of ``queries/<name>.rq``."""
    with open(path.join(path.dirname(__file__), "queries", f"{name}.rq"), encoding="utf-8") as stream:
        return stream.read()


def iri(text: str) -> str:
    """`text` as an IRI in SPARQL, escaped.

    >>> iri("https://example.org/a b")
    '<https://example.org/a%20b>'
    """
    return f"<{text.translate(_IRI_ESCAPES)}>"


def string(text: str) -> str:
    r"""`text` as a plain string in SPARQL, escaped.

    >>> string('say "太鋼"')
    '"say \\"太鋼\\""'
    """
    if not text.isprintable():
        # A lone surrogate is no character: it can match nothing, and must not break the query.
        text = "".join("\ufffd" if "\ud800" <= c <= "\udfff" else c for c in text)
    if "\\" in text:
        # rdflib takes \u0041 for an A even where the backslash is escaped itself: there the letter is escaped, too.
        pairs = zip(" " + text, text, strict=False)
        letters = (
            f"\\U{ord(c):08X}" if f"{one}{c}" in ("\\u", "\\U") else c.translate(_STRING_ESCAPES) for one, c in pairs
        )
        return f'"{"".join(letters)}"'
    return f'"{text.translate(_STRING_ESCAPES)}"'


_IRI_ESCAPES = {ord(c): f"%{ord(c):02X}" for c in [*map(chr, (*range(33), 127)), *'<>"{}|^`\\']}
# Eight digits, since rdflib reads as many after \u as there are.
_STRING_ESCAPES = {point: f"\\U{point:08X}" for point in (*range(32), 127)} | {
    ord(c): f"\\{escape}" for c, escape in zip('\n\r\t"\\', 'nrt"\\', strict=True)
}


def bind(text: str, **values: Iterable[str] | None) -> str:
    """`text` with the contents of each ``VALUES ?name { … }`` line replaced; None takes the line away.

    >>> bind("VALUES ?entity { ty:taiyuan } ?entity ?p ?o", entity=["ty:taigang"])
    'VALUES ?entity { ty:taigang } ?entity ?p ?o'
    >>> bind("VALUES ?entity { ty:taiyuan } ?entity ?p ?o", entity=None).strip()
    '?entity ?p ?o'
    """
    places = sorted((text.find(f"VALUES ?{name} {{"), name) for name in values)
    done, at = [], 0
    for start, name in places:
        if start < 0:
            raise KeyError(name)
        given = values[name]
        done += [text[at:start], "" if given is None else f"VALUES ?{name} {{ {' '.join(given)} }}"]
        at = text.index("}", start) + 1
    return "".join([*done, text[at:]])


def rows(engine: Any, text: str) -> list[tuple[Term, ...]]:
    """The rows of a SELECT on `engine`, in its order; an unbound variable is `UNBOUND`, whose value is empty."""
    return [tuple(term or UNBOUND for term in row) for row in _run(engine, text).rows]


def lines(engine: Any, text: str) -> list[tuple[str, ...]]:
    """The rows of a SELECT whose cells are all IRIs, as those; rows with another cell (a blank node) are left out."""
    if not type(engine).__module__.startswith("pyoxigraph"):
        return [tuple(term.value for term in row) for row in rows(engine, text) if all(t.type == "uri" for t in row)]
    cells = (line.split("\t") for line in _tsv(engine, text).split("\n"))
    return [tuple([cell[1:-1] for cell in row]) for row in cells if all(cell[:1] == "<" for cell in row)]


def columns(engine: Any, text: str, n: int) -> list[list[str]]:
    """The `n` columns of what `lines` gives: for many rows, since a million tuples keep the collector busy."""
    told = _tsv(engine, text) if type(engine).__module__.startswith("pyoxigraph") else "_:"
    cells = told[1:-1].replace(">\n<", ">\t<").split(">\t<")
    # What is no IRI parts no cells here: where some are missing each row is looked at.
    if told[:1] == "<" and len(cells) == n * (told.count("\n") + 1):
        return [cells[at::n] for at in range(n)]
    found = lines(engine, text)
    return [[row[at] for row in found] for at in range(n)]


def _tsv(engine: Any, text: str) -> str:
    """The rows of an answer as Oxigraph writes them, without the line of their names."""
    from pyoxigraph import QueryResultsFormat

    answer = (engine.query(text).serialize(format=QueryResultsFormat.TSV) or b"").decode()
    return answer.partition("\n")[2].rstrip("\n")


def without(engine: Any, things: Set[str], triples: Set[tuple[Term, Term, Term]]) -> Any:
    """A copy of `engine` without these `triples`, nor those that have one of `things` (IRIs) as subject or object."""
    dropped = {tuple(map(_key, triple)) for triple in triples}

    def stays(*terms: Term) -> bool:
        return (
            not {t.value for t in (terms[0], terms[2]) if t.type == "uri"} & things
            and tuple(map(_key, terms)) not in dropped
        )

    if type(engine).__module__.startswith("pyoxigraph"):
        from pyoxigraph import Store

        store = Store()
        store.bulk_extend(q for q in engine if stays(*map(_oxigraph_term, (q.subject, q.predicate, q.object))))
        return store
    from rdflib import Graph

    graph = Graph()
    for triple in engine:
        if stays(*map(_rdflib_term, triple)):
            graph.add(triple)
    return graph


def _key(term: Term) -> tuple[str, str, str | None]:
    return term.type, term.value, term.language or term.datatype


@lru_cache
def language(tag: str) -> str:
    """A language tag in the case of BCP 47: engines differ in the case they keep.

    >>> language("zh-hant"), language("ZH-latn-pinyin"), language("en-t-zh")
    ('zh-Hant', 'zh-Latn-pinyin', 'en-t-zh')
    """
    first, *rest = tag.lower().split("-")
    cased, after_singleton = [first], False
    for part in rest:
        after_singleton = after_singleton or len(part) == 1
        change = None if after_singleton else _LANGUAGE_PARTS.get(len(part))
        cased.append(change(part) if change else part)
    return "-".join(cased)


def in_parts(engine: Any, text: str, most: int = 0, **values: list[str]) -> list[tuple[Term, ...]]:
    """The rows of `text` with its parameters bound, all to the same `values`: of an endpoint, asked in parts.

    Where `most` is given, no more than as many rows of each part are asked of an endpoint.
    """
    some = next(iter(values.values()))
    if some and type(engine).__name__ != "Endpoint":
        return rows(engine, bind(text, **values))
    found, limit = [], f"LIMIT {most}" if most else ""
    for at in range(0, len(some), PART):
        found += rows(engine, bind(text, **dict.fromkeys(values, some[at : at + PART])) + limit)
    return found


def _run(engine: Any, text: str) -> Answer:
    if type(engine).__name__ == "Endpoint":
        return _remote(engine, text)
    if type(engine).__module__.startswith("pyoxigraph"):
        return _oxigraph(engine, text)
    return _rdflib(engine, text)


def _remote(engine: Any, text: str) -> Answer:
    """What an endpoint answers, in the form that the engines here give it."""
    found: Answer = engine.query(text)
    if found.turtle is not None:
        from pyoxigraph import RdfFormat, parse, serialize

        try:
            # Turtle holds N-Triples, too.
            triples = [quad.triple for quad in parse(found.turtle.encode(), format=RdfFormat.TURTLE)]
        except SyntaxError as error:
            raise engine.fails(f"what it sends is no Turtle: {' '.join(str(error).split())[:160]}") from None
        return Answer(turtle=_tidy((serialize(triples, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()))

    def term(cell: Term | None) -> Term | None:
        return cell._replace(language=language(cell.language)) if cell and cell.language else cell

    return found.replace(rows=tuple(tuple(map(term, row)) for row in found.rows))


def _oxigraph_term(found: Any) -> Term:
    kind = type(found).__name__
    if kind == "NamedNode":
        return Term("uri", found.value)
    if kind == "Literal":
        tag = found.language
        return Term("literal", found.value, found.datatype.value, language(tag) if tag else None)
    return Term("bnode", found.value) if kind == "BlankNode" else Term("literal", str(found))


def _oxigraph(engine: Any, text: str) -> Answer:
    from pyoxigraph import QueryBoolean, QueryTriples, RdfFormat, serialize

    def term(found: Any) -> Term | None:
        return None if found is None else _oxigraph_term(found)

    result = engine.query(text)
    if isinstance(result, QueryBoolean):
        return Answer(verdict=bool(result))
    if isinstance(result, QueryTriples):
        return Answer(turtle=_tidy((serialize(result, format=RdfFormat.TURTLE, prefixes=PREFIXES) or b"").decode()))
    variables = tuple(variable.value for variable in result.variables)
    return Answer(variables, tuple(tuple(map(term, row)) for row in result))


def _rdflib_term(found: Any) -> Term:
    kind = type(found).__name__
    if kind != "Literal":
        return Term("uri" if kind == "URIRef" else "bnode", str(found))
    tag = found.language
    plain = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString" if tag else None
    datatype = plain or str(found.datatype or "http://www.w3.org/2001/XMLSchema#string")
    return Term("literal", str(found), datatype, language(tag) if tag else None)


def _rdflib(engine: Any, text: str) -> Answer:
    def term(found: Any) -> Term | None:
        return None if found is None else _rdflib_term(found)

    result = engine.query(text)
    if result.type == "ASK":
        return Answer(verdict=bool(result.askAnswer))
    if result.type in ("CONSTRUCT", "DESCRIBE"):
        graph = result.graph
        for name, namespace in PREFIXES.items():
            graph.bind(name, namespace, replace=True)
        return Answer(turtle=_tidy(graph.serialize(format="turtle")))
    names = list(result.vars or ())
    if "*" in text and re.match(r"(?is).*?\bSELECT\s+(DISTINCT\s+|REDUCED\s+)?\*", _bare(text)):
        names.sort()  # as Oxigraph does: rdflib's order of * changes from run to run
    # Not `for row in result`, which leaves out rows without a value.
    found = tuple(tuple(term(row.get(name)) for name in names) for row in result.bindings)
    return Answer(tuple(map(str, names)), found)


def _tidy(turtle: str) -> str:
    """Turtle with only the prefixes that it uses, sorted: serialisers write all they know, in any order."""
    lines = turtle.split("\n")
    head = next((at for at, line in enumerate(lines) if not line.startswith("@prefix")), len(lines))
    body = "\n".join(lines[head:]).strip()
    used = [line for line in lines[:head] if re.search(rf"(?<!\w){line.split()[1]}", body)]
    return "\n".join([*sorted(used), "", body]).strip() + "\n"


def check(text: str) -> str:
    """`text` as it may be handed to an engine; raises `BadQuery` where it may not.

    Refused are updates, calls to other servers (SERVICE), and what is so long or so deeply nested that a parser would
    run out of stack.

    >>> check("DROP ALL")
    Traceback (most recent call last):
    cityGraph.errors.BadQuery: DROP is an update; a graph is only read here
    """
    if len(text) > MAX_LENGTH:
        raise BadQuery(f"a query may have {MAX_LENGTH} characters; this one has {len(text)}")
    if stray := re.search("[\ud800-\udfff]", text):
        raise BadQuery(f"{_place(text, stray.start())}: not UTF-8")
    plain = re.sub(_CODE, lambda code: chr(int(code[1] or code[2], 16)), text)
    bare = _bare(plain)
    form = re.search(_FORM, bare, re.IGNORECASE)
    update = re.search(_UPDATE, bare[: form.start()] if form else bare, re.IGNORECASE)
    if update:
        raise BadQuery(f"{update[0].upper()} is an update; a graph is only read here")
    if form is None:
        raise BadQuery("this is no query: it has no SELECT, ASK, CONSTRUCT or DESCRIBE")
    for call in re.finditer(_CALL, plain, re.IGNORECASE):
        if call["call"]:
            raise BadQuery(f"{_place(plain, call.start())}: SERVICE asks another server; nothing is fetched here")
    if dataset := re.search(_FROM, bare, re.IGNORECASE):
        raise BadQuery(f"{_place(plain, dataset.start())}: FROM asks another graph; here is one: leave FROM out")
    depth = 0
    for match in re.finditer(r"[({\[]|[)}\]]", bare):
        depth += 1 if match[0] in "({[" else -1
        if depth > MAX_DEPTH:
            raise BadQuery(f"{_place(plain, match.start())}: brackets nest deeper than {MAX_DEPTH}")
    for what, most, pattern in (("brackets", MAX_BRACKETS, r"[({\[]"), ("words and signs", MAX_WORDS, _WORD)):
        for count, match in enumerate(re.finditer(pattern, plain)):
            if count == most:
                raise BadQuery(f"{_place(plain, match.start())}: more than {most} {what} in one query")
    return text


def _bare(text: str) -> str:
    """`text` with blanks for its IRIs, strings and comments."""
    return re.sub(_QUIET, lambda match: re.sub(r"[^\n]", " ", match[0]), text, flags=re.DOTALL)


def _place(text: str, offset: int) -> str:
    line = text.count("\n", 0, offset) + 1
    return f"line {line}, column {offset - text.rfind(chr(10), 0, offset)}"


def query(city: CityGraph, text: str) -> Answer:
    """The answer of a SPARQL query: rows of a SELECT, the verdict of an ASK, the Turtle of a CONSTRUCT or DESCRIBE.

    The prefixes of `PREFIXES` need no declaration. Raises `BadQuery`, with the position, for what is not SPARQL, for
    an update, and for what must not be run.

    >>> import cityGraph as cg
    >>> city = cg.open()
    >>> answer = cg.query(city, "SELECT ?firm WHERE { ?firm cg:spearheads ty:new-energy-industry } ORDER BY ?firm")
    >>> [firm.value.rsplit("/", 1)[1] for (firm,) in answer]
    ['jinko', 'jolywood', 'meijin-hydrogen']
    >>> cg.query(city, "ASK { ty:taiyuan cg:supports ty:taigang }").verdict
    True
    """
    declared = set(re.findall(r"\bPREFIX\s+([\w.-]*):", _bare(check(text)), re.IGNORECASE))
    head = prologue(name for name in PREFIXES if name not in declared)
    if city.remote:
        head = head.replace("\n", " ")  # a server counts lines, and its words are passed on
    try:
        return _run(city.engine, head + text)
    except CityGraphError:
        raise
    except RecursionError:
        raise BadQuery("nested too deeply, or too long, for this engine") from None
    except Exception as error:  # rdflib's and Oxigraph's errors share no base class
        raise BadQuery(_reason(error, head.count("\n"))) from None


def _reason(error: Exception, head: int) -> str:
    text = " ".join(str(error).split())
    place = re.search(r"(?:at |line:)(\d+)(?::|, col:)(\d+)", text)
    why = re.sub(r"^.*?(?:at \d+:\d+: )", "", text)
    why = re.sub(r"\s*\(at char.*$|, found .*$", "", why)
    where = f"line {max(1, int(place[1]) - head)}, column {place[2]}: " if place else ""
    return f"{where}{why[:160]}" if why else f"{where}not SPARQL"


def shorten(whole: str) -> str:
    """An IRI as a CURIE where a known prefix fits, else in angle brackets.

    >>> shorten("https://w3id.org/citygraph/id/taiyuan/taigang"), shorten("urn:x")
    ('ty:taigang', '<urn:x>')
    """
    for name in sorted(PREFIXES, key=lambda prefix: -len(PREFIXES[prefix])):
        rest = whole.removeprefix(PREFIXES[name])
        if rest != whole and re.fullmatch(r"\w([\w.-]*\w)?", rest, re.ASCII):
            return f"{name}:{rest}"
    return f"<{whole}>"
