"""Text that breaks careless programs, and exports whose every label is such text."""

from __future__ import annotations

import functools

from hypothesis import settings
from hypothesis import strategies as st

import cityGraph as cg
from cityGraph.escape import terminal

STRANGE = [
    'say "太鋼"', "it's", "back\\slash", "\\u0027 \\\\u0027 \\n", "<script>alert(1)</script>", "a & b", "]]>", "&amp;",
    "\x1b[31mred", "\x00", "行一\n行二\r\n行三", "tab\there", "=cmd()", "+1", "-1", "@x", "'q", "＝1", "\t=1",
    "長" * 500, "👩‍🚀🏙️", "\u202eturned", "x\uffffy", "\ufeffmark", "lone \ud800 half", "#quot;", "`md`", "**b**",
    "1. one", "end", "$x$", "{{x}}", '"""', "a;b,c", "% not a comment", "// nor this", "/* or this */",
    "ﬂ°°35¶ß", " spaces ", "\u3000",
]  # fmt: skip
# Labels of the same sort that a file of RDF can hold and a picture can show.
HARD_LABELS = [
    'say "太鋼"',
    "back\\slash",
    "<script>alert(1)</script>",
    "a & b",
    "\x1b[31mred",
    "行一\n行二",
    "=cmd()",
    "長" * 500,
    "\u202eright to left\u200f",
    "👩‍🚀🏙️",
]
LABELS = st.text(max_size=30) | st.lists(st.sampled_from(STRANGE) | st.characters(), max_size=6).map("".join)


@functools.cache
def shipped_city(engine: str) -> cg.CityGraph:
    """The shipped city on an engine, for tests that only read it. rdflib, which is slow, answers a query only once."""
    city = cg.open(engine=engine)
    if engine == "rdflib":
        city.engine.answer = functools.cache(city.engine.answer)  # type: ignore[method-assign]
    return city


def fresh_handle(engine: str) -> cg.CityGraph:
    """A handle of its own on the shipped city, without notes and values of other tests. It must not be closed."""
    return cg.CityGraph(shipped_city(engine).engine, shipped_city(engine).sources)


quick = settings(deadline=None, max_examples=100)
slow = settings(deadline=None, max_examples=20)
# Of 81 widths in three languages, in which every strange text is shown.
widths = settings(deadline=None, max_examples=30)
# What parsers and terminals trip over, mixed with anything at all.
CONTROLS = st.sampled_from([*map(chr, (*range(32), *range(127, 160))), *"\u2028\u202e\ufeff\ufffe"])
MARKS = st.sampled_from(
    [*"\"'\\{}<>()[]#%:?$^| ", "//", "\\u0041", "\\U00000041", "太鋼", "𠮷", "👩‍👩‍👧", "e\u0301", "⌚"]
)
ANY = st.text() | st.lists(CONTROLS | MARKS | st.characters(), max_size=12).map("".join)
# A lone surrogate is no character: no encoding has bytes for it.
CHARACTERS = ANY.map(lambda text: "".join(c for c in text if not "\ud800" <= c <= "\udfff"))
SPARQL_WORDS = st.sampled_from(
    r"""SELECT ASK CONSTRUCT * { } ( ) [ ] ?s a cg:City FILTER || 1 <urn:x> "x" ' " ''' INSERT DATA SERVICE FROM PREFIX
    x: # \u0053 . , VALUES UNION MINUS OPTIONAL LIMIT AS BIND COUNT ^ / ! @zh ^^ xsd:date _:b << >>""".split()  # noqa: SIM905
)


def safe_form(text: str) -> str:
    """What tables and networks make of a label."""
    return terminal(text).replace("\ufffe", "·").replace("\uffff", "·")


def made_of(city: cg.CityGraph, labels: list[str]) -> cg.Export:
    """A thing of each label, the first tied to each, with everything else of it called so too."""
    things = [cg.Entity(f"urn:t{at}", label, "Firm", label) for at, label in enumerate(labels)]
    said = [cg.Passage("urn:s", label, label, 3, 0, 1, label, None, label, label) for label in labels]
    claims = [
        cg.Claim(
            f"urn:c{at}",
            things[0],
            cg.Relation("urn:supports", thing.label),
            thing,
            "planned",
            "stated",
            (passage, passage.replace(paragraph=None)),
            (cg.Qualifier("purpose", thing.label, thing.label, thing.label),),
            because=thing.label,
        )
        for at, (thing, passage) in enumerate(zip(things, said, strict=True))
    ]
    return cg.Export(tuple(things), tuple(claims), city)
