"""What an unknown command or option was probably meant to be."""

from __future__ import annotations

import pytest

from cityGraph.cli.group import VERBS
from cityGraph.cli.suggestions import OPTION_WORDS, VERB_WORDS, nearest, suggest
from support.process import inside, refusal
from support.rows import for_each

NAMES = [*VERBS, "--help", "--version"]


@for_each(
    ("typed", "meant"),
    [
        ("search", ["find"]),
        ("list", ["find", "about"]),
        ("info", ["about"]),
        ("stats", ["about"]),
        ("kinds", ["about"]),
        ("sparql", ["query"]),
        ("draw", ["diagram"]),
        ("graph", ["diagram"]),
        ("version", ["--version"]),
        ("usage", ["--help"]),
        ("neighbours", ["neighbors"]),
        ("neighbourhood", ["neighbors"]),
        ("Paths", ["paths"]),
        ("path", ["paths"]),
        ("comm", ["common", "communities"]),
        ("searhc", []),
        ("serach", []),
        ("searchs", ["find"]),
        ("邻居", ["neighbors"]),
        ("鄰居", ["neighbors"]),
    ],
)
def test_a_command_is_suggested_by_meaning_or_spelling(typed: str, meant: list[str]) -> None:
    assert nearest(typed, NAMES, VERB_WORDS) == meant


@pytest.mark.parametrize(
    "typed", ["coffee", "mine", "dance", "hello", "store", "taiyuan", "x", "", "-", "太鋼", "import"]
)
def test_nothing_is_suggested_for_what_means_no_command(typed: str) -> None:
    assert nearest(typed, NAMES, VERB_WORDS) == []
    assert suggest(typed, NAMES, VERB_WORDS) == ""


def test_a_command_that_does_not_exist_is_never_suggested() -> None:
    assert nearest("lint", NAMES, VERB_WORDS) == ["validate"]
    assert nearest("lint", ["lint", *NAMES], VERB_WORDS) == ["lint"]
    for words in VERB_WORDS.values():
        for word in words.split():
            assert set(nearest(word, NAMES, VERB_WORDS)) <= set(NAMES)


@pytest.mark.parametrize("verb", VERBS)
def test_one_slip_of_a_finger_is_understood(verb: str) -> None:
    slips = {verb[:at] + verb[at + 1 :] for at in range(len(verb))} if len(verb) > 3 else set()
    slips |= {f"{verb}{verb[-1]}"}
    for slip in slips:
        assert verb in nearest(slip, NAMES, VERB_WORDS), slip


@pytest.mark.parametrize(
    ("typed", "names", "meant"),
    [
        ("--limit", ["--top", "--to"], ["--top"]),
        ("--top", ["--output", "--help"], []),
        ("--langauge", ["--lang", "--help"], ["--lang"]),
        ("--form", ["--from", "--format"], ["--format"]),
        ("-v", ["-V", "--version"], ["--version"]),
        ("-x", ["-o", "-q"], []),
    ],
)
def test_an_option_is_suggested_by_meaning_or_spelling(typed: str, names: list[str], meant: list[str]) -> None:
    assert nearest(typed, names, OPTION_WORDS) == meant


def test_a_word_of_two_tables_never_hides_a_command() -> None:
    for words in (VERB_WORDS, OPTION_WORDS):
        for name, others in words.items():
            assert name not in others.split()


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("list", "No such command 'list'. Did you mean 'find' or 'about'?"),
        ("coffee", "No such command 'coffee'. List them with: citygraph --help"),
        ("太鋼", "No such command '太鋼'. To look up a name, type: citygraph find 太鋼"),
        ("太 鋼", 'type: citygraph find "太 鋼"'),
    ],
)
def test_an_unknown_command_is_one_line_with_what_to_type(
    capfd: pytest.CaptureFixture[str], typed: str, says: str
) -> None:
    assert says in refusal(inside(capfd, typed), 2)
