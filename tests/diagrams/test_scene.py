"""The table of styles: words can be read on every fill."""

from __future__ import annotations

from cityGraph.diagrams.scene import INK, LINES, LOOKS, PLAIN


def test_words_are_legible_on_every_fill_and_fills_differ_in_grey() -> None:
    def luminance(colour: str) -> float:
        parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    # A line that is inferred is grey, and still seen on white (WCAG 2.2, 1.4.11).
    assert 1.05 / (luminance(LINES["inferred"][1]) + 0.05) >= 3
    for _, fill in {*LOOKS.values(), PLAIN}:
        assert (luminance(fill) + 0.05) / (luminance(INK) + 0.05) >= 7  # WCAG 2.2, AAA
