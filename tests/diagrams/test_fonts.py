"""The package knows which characters the bundled font has, without fontTools."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

import cityGraph as cg
from cityGraph.diagrams.fonts import family_of, without_glyph

MAKER = Path(__file__).parents[2] / "docs" / "glyphs.py"


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location("glyphs_maker", MAKER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_glyphs_txt_lists_the_characters_of_the_installed_font(maker: ModuleType) -> None:
    written = maker.FILE.read_text("ascii")
    assert written == maker.text(), "the installed font has other characters: run `python docs/glyphs.py`"


def test_without_glyph_agrees_with_the_font_on_every_code_point(maker: ModuleType) -> None:
    known = maker.points()
    every = [chr(point) for point in range(sys.maxunicode + 1)]
    assert without_glyph(every) == [character for character in every if ord(character) not in known]


def test_english_with_curved_quotes_is_drawn_with_a_face_that_has_narrow_ones() -> None:
    assert family_of("Lu’an Solar").startswith("'Noto Sans CJK KR'")
    assert family_of("太鋼“鏈主”").startswith("'Noto Sans CJK TC'")


def test_without_glyph_keeps_the_order_of_what_it_is_given() -> None:
    assert without_glyph("太🏙鋼ก①") == ["🏙", "ก"]
    assert without_glyph([]) == []


def test_diagram_missing_lists_emoji_and_thai_and_imports_no_fonttools(
    tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path_factory.mktemp("odd") / "odd.nt"
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    file.write_text(f'<urn:a> {label} "城 🏙️ 太" .\n<urn:b> {label} "กก—①" .\n<urn:a> <urn:r> <urn:b> .\n', "utf-8")
    monkeypatch.setitem(sys.modules, "fontTools", None)  # importing it raises ImportError
    assert cg.diagram(cg.open(file), "urn:a").missing == "ก\ufe0f🏙"
