"""The table of traditional and simplified characters."""

from __future__ import annotations

from support.paths import ROOT


def test_the_folding_table_is_what_opencc_says() -> None:
    import importlib.util

    spec = importlib.util.spec_from_file_location("folding_maker", ROOT / "docs" / "folding.py")
    assert spec is not None
    assert spec.loader is not None
    maker = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(maker)
    from cityGraph.names.folding import SIMPLIFIED

    differ = [(one, other) for one, other in maker.pairs() if SIMPLIFIED.get(ord(one)) != ord(other)]
    # OpenCC mends its tables now and then; what is kept here may lag by a few rare characters.
    assert len(differ) <= 20
    assert len(SIMPLIFIED) > 4000
