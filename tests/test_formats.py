"""The table of formats."""

from __future__ import annotations

from cityGraph.formats import FORMATS
from support.samples import CONTENTS


def test_each_suffix_has_its_media_type() -> None:
    assert set(CONTENTS) <= set(FORMATS)
