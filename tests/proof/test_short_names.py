"""A text calls a thing by a shorter name."""

from __future__ import annotations

import pytest

from cityGraph.proof.short_names import short_names


@pytest.mark.parametrize(
    ("name", "shorter"),
    [
        ("明光电气有限公司", ("明光电气",)),
        ("明光电气股份有限公司", ("明光电气",)),
        ("明光电气集团有限公司", ("明光电气",)),
        ("明光电气(临江)有限公司", ("明光电气",)),
        ("明光有限公司", ()),  # two characters are a common word too often
        ("云河市", ()),
        ('"星火计划"', ("星火计划",)),
        ("harbor tools inc.", ("harbor tools",)),
        ("the harbor tools company", ("harbor tools company", "harbor tools")),
        ("lakemere", ()),
    ],
)
def test_a_name_has_these_shorter_forms(name: str, shorter: tuple[str, ...]) -> None:
    assert short_names(name) == shorter
