"""Whatever text comes in, what goes out keeps its promise: properties held for arbitrary text."""

from __future__ import annotations

import functools
import unicodedata
from contextlib import suppress

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.cli import completion
from cityGraph.escape import language_tag, sparql_iri, sparql_string, terminal
from cityGraph.names.spelling import WAYS, initials, sound
from cityGraph.namespaces import PREFIXES, shorten
from cityGraph.render.columns import width, wrap
from cityGraph.sparql.check import MAX_DEPTH, check
from cityGraph.store.engine import rows
from cityGraph.store.open import ENGINES
from cityGraph.store.query_files import prologue

opened = functools.cache(lambda engine: cg.open(engine=engine))
quick = settings(deadline=None, max_examples=100)
slow = settings(deadline=None, max_examples=20)

# What parsers and terminals trip over, mixed with anything at all.
CONTROLS = st.sampled_from([*map(chr, (*range(32), *range(127, 160))), *"\u2028\u202e\ufeff\ufffe"])
MARKS = st.sampled_from(
    [*"\"'\\{}<>()[]#%:?$^| ", "//", "\\u0041", "\\U00000041", "太鋼", "𠮷", "👩‍👩‍👧", "e\u0301", "⌚"]
)
ANY = st.text() | st.lists(CONTROLS | MARKS | st.characters(), max_size=12).map("".join)
# A lone surrogate is no character: no encoding has bytes for it.
CHARACTERS = ANY.map(lambda text: "".join(c for c in text if not "\ud800" <= c <= "\udfff"))
WORDS = st.sampled_from(
    r"""SELECT ASK CONSTRUCT * { } ( ) [ ] ?s a cg:City FILTER || 1 <urn:x> "x" ' " ''' INSERT DATA SERVICE FROM PREFIX
    x: # \u0053 . , VALUES UNION MINUS OPTIONAL LIMIT AS BIND COUNT ^ / ! @zh ^^ xsd:date _:b << >>""".split()  # noqa: SIM905
)
IN_IRIS = st.characters(categories=["L", "Nd"]) | st.sampled_from("-._~!$&'()*+,;=:@/?")
NOT_IN_IRIS = st.sampled_from([*map(chr, range(33)), *'<>"{}|^`\\'])


@quick
@given(ANY)
@example("太\x1b鋼")
@example("urn:%zz")
@example("http://[::1")
@example("a:b#c#d")
@example("\ud800")
def test_a_name_is_resolved_or_refused(name: str) -> None:
    with suppress(cg.CityGraphError):
        assert cg.resolve(opened("oxigraph"), name).iri


@slow
@given(ANY)
@example("x\ny")
@example("\\u0041")
def test_a_name_is_resolved_or_refused_by_rdflib_too(name: str) -> None:
    with suppress(cg.CityGraphError):
        assert cg.resolve(opened("rdflib"), name).iri


@quick
@given(ANY)
@example("太\x1b鋼")
@example("1'2\"3")
@example("\ud800")
@example("ß" * 500)
@example("x" * 10_000)
@example("鋼" * 10_000)
def test_whatever_is_looked_for_is_found_or_not(name: str) -> None:
    city = opened("oxigraph")
    for match in cg.find(city, name, top=3):
        assert match.how in WAYS
        assert match.name or match.how == "iri"
    assert completion.items({"engine": "oxigraph"}, name) is not None


@quick
@given(ANY)
@example("citygraph show 'a")
@example('citygraph show "a\\')
def test_the_words_of_any_line_are_parted(line: str) -> None:
    words, raw, quote = completion.split_line(line)
    assert words
    assert line.endswith(raw)
    assert quote in ("", "'", '"')


@quick
@given(ANY)
def test_pinyin_is_heard_in_no_nonsense(text: str) -> None:
    assert sound(text).isascii()
    assert initials(text).isascii()


@quick
@given(st.sampled_from([*PREFIXES, "urn", "http", "x"]), ANY)
@example("ty", "%")
def test_what_looks_like_an_iri_is_resolved_or_refused(prefix: str, rest: str) -> None:
    with suppress(cg.CityGraphError):
        assert cg.resolve(opened("oxigraph"), f"{prefix}:{rest}").iri


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(CHARACTERS)
@example("".join(map(chr, range(256))))
@example("\x001234")
@example("\\u0041\\U00000041\\\\u0041")
@example("\ufffe\uffff\U0010ffff")
def test_a_string_comes_back_from_a_query_as_it_went_in(engine: str, text: str) -> None:
    ((found,),) = rows(opened(engine).engine, f"SELECT ({sparql_string(text)} AS ?x) {{}}")
    assert found.value == text


@quick
@given(ANY)
@example("\udcff")
def test_a_lone_surrogate_never_breaks_a_query(text: str) -> None:
    ((found,),) = rows(opened("oxigraph").engine, f"SELECT ({sparql_string(text)} AS ?x) {{}}")
    assert len(found.value) == len(text)


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(st.lists(IN_IRIS | NOT_IN_IRIS))
def test_an_iri_comes_back_from_a_query_with_an_escape_for_what_may_not_be_in_one(
    engine: str, parts: list[str]
) -> None:
    ((found,),) = rows(opened(engine).engine, f"SELECT ({sparql_iri('urn:x:' + ''.join(parts))} AS ?x) {{}}")
    assert found.type == "uri"
    assert found.value == "urn:x:" + "".join(f"%{ord(c):02X}" if c <= " " or c in '<>"{}|^`\\' else c for c in parts)


@quick
@given(ANY | st.lists(WORDS | MARKS, max_size=40).map(" ".join) | st.lists(WORDS, max_size=40).map("".join))
@example("ASK {" + "(" * 99_990)
@example('"' + '\\"' * 20_000)
@example("'''" + "\\'''" * 200)
@example("SERVICE" + " #" * 20_000)
def test_a_query_is_checked_or_refused(text: str) -> None:
    with suppress(cg.BadQuery):
        assert check(text) == text


@pytest.mark.parametrize("engine", ENGINES)
@quick
@given(
    st.lists(WORDS, max_size=20).map(lambda words: "ASK { " + " ".join(words))
    | CHARACTERS.map(lambda text: f"SELECT * {{ {text} }}")
)
def test_a_query_is_answered_or_refused_in_one_line(engine: str, text: str) -> None:
    said = ""
    try:
        cg.query(opened(engine), text).as_json()
    except cg.BadQuery as refused:
        said = str(refused)
    assert "\n" not in said
    assert len(said) < 300


@quick
@given(st.integers(1, 3 * MAX_DEPTH), st.sampled_from([("(", ")"), ("{", "}"), ("[", "]")]))
def test_brackets_may_be_many_and_not_deep(depth: int, kind: tuple[str, str]) -> None:
    check("ASK { " + " ".join(kind) * depth + "}")
    nested = "ASK { " + kind[0] * depth + kind[1] * depth + "}"
    if depth < MAX_DEPTH:
        assert check(nested) == nested
    else:
        with pytest.raises(cg.BadQuery, match=r"line 1, column \d+: brackets nest deeper"):
            check(nested)


@quick
@given(ANY)
@example("".join(map(chr, range(0x110000))))
def test_safe_text_has_no_control_characters_left(text: str) -> None:
    shown = terminal(text)
    categories = {unicodedata.category(c) for c in shown if c not in "\u200c\u200d"}
    assert categories.isdisjoint(("Cc", "Cf", "Cs", "Zl", "Zp"))
    assert all(after in (before, "·") for before, after in zip(text, shown, strict=True))
    assert terminal(shown) == shown


@quick
@given(ANY, st.integers(2, 60))
@example("⌚⌚⌚⌚", 3)
@example("ᄀ" * 20 + " 太", 5)
@example("\u3000\u3000太\xa0\xa0鋼", 2)
@example("x" * 1_000 + "\u0301" * 1_000, 40)
def test_wrapped_text_keeps_every_word_and_stays_within_its_width(text: str, columns: int) -> None:
    lines = wrap(text, columns)
    assert lines
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert max(map(width, lines)) <= columns


@quick
@given(st.from_regex(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8}){0,4}", fullmatch=True))
def test_a_language_tag_is_written_in_one_way(tag: str) -> None:
    assert language_tag(tag) == language_tag(tag.upper()) == language_tag(language_tag(tag))
    assert language_tag(tag).lower() == tag.lower()


@quick
@given(CHARACTERS, st.sampled_from([PREFIXES["ty"], PREFIXES["claim"], PREFIXES["cg"], "urn:x:"]))
@example("a.b", PREFIXES["ty"])
@example("-a", PREFIXES["ty"])
@example(".0", PREFIXES["ty"])
def test_a_shortened_iri_stands_for_the_iri(rest: str, namespace: str) -> None:
    short = shorten(namespace + rest)
    if not short.startswith("<"):
        ((found,),) = rows(opened("oxigraph").engine, f"{prologue()} SELECT ({short} AS ?x) {{}}")
        assert found.value == namespace + rest
