"""Exports made for the tests: things and claims whose labels are what would break a careless format."""

from __future__ import annotations

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
LABELS = st.text(max_size=30) | st.lists(st.sampled_from(STRANGE) | st.characters(), max_size=6).map("".join)


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
