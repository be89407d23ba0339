"""Whether a sentence relates two things, and which way round."""

from __future__ import annotations

import pytest

from cityGraph.proof.weighing import Weighed
from cityGraph.proof.weighing_ties import says_tie
from support.sentences import iri, known, said


def tie(sentence: str) -> str:
    """How a sentence relates the leader to its industry: "" for not at all."""
    fact = next(f for f in known().facts if f.subject == iri("hanzhao") and f.relations == ["spearheads"])
    made = Weighed(fact)
    for thing in fact.ends:
        made.names.update(said(sentence).named.get(thing, ()))
    return (made.said or "as said") if says_tie(said(sentence), made) else ""


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        ("瀚棹海纜是海洋工程產業的龍頭。", "as said"),
        ("海洋工程產業的龍頭是瀚棹海纜。", "as said"),
        ("海洋工程產業由瀚棹海纜領軍。", "as said"),
        ("Hanzhao Cable leads the ocean engineering industry.", "as said"),
        ("海洋工程產業是瀚棹海纜的龍頭。", "turned"),
        ("The ocean engineering industry is a leader of Hanzhao Cable.", "turned"),
        ("展會為瀚棹海纜的事成為海洋工程產業的龍頭。", ""),
        ("瀚棹海纜是鷗礁產業園海洋工程產業的龍頭。", ""),
        ("瀚棹海纜退出海洋工程產業。", ""),
        ("瀚棹海纜生產深海錨鏈,鯤篙電機是海洋工程產業的龍頭。", ""),
    ],
)
def test_the_ends_stand_where_the_words_want_them(sentence: str, expected: str) -> None:
    assert tie(sentence) == expected
