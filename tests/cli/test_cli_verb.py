"""Options before and after a command, its help, and its examples, which are run."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

from cityGraph.cli.command import main
from cityGraph.cli.global_options import GLOBAL_OPTIONS
from cityGraph.cli.group import VERBS
from cityGraph.cli.verb import Verb, options_behind
from support.books import book
from support.paths import FIXTURE
from support.process import CITY, inside, refusal
from support.rows import for_each
from support.samples import turtle
from support.sheets import sheets
from support.versions import repository, written

EXAMPLES = [(name, example) for name, verb in main.commands.items() for example in getattr(verb, "examples", ())]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("--format json find 太鋼", "find 太鋼 --format json"),
        ("--lang en find 太鋼", "find 太鋼 --lang en"),
        ("--lang=en --top=1 find 太", "find --top 1 太 --lang en"),
        (f"--from {CITY} about", f"about --from {CITY}"),
        (f"--engine rdflib --from {CITY} about", f"about --from {CITY} --engine rdflib"),
        ("--source article --timeout 5 about", "about --timeout 5 --source article"),
        ("--inferred --kind Chain gaps", "gaps --kind Chain --inferred"),
        ("--help find", "find --help"),
        ("help find", "find --help"),
        ("help", "--help"),
        ("help help", "--help"),
        ("--version find 太鋼", "-V"),
    ],
)
def test_an_option_means_the_same_before_and_after_the_command(
    capfd: pytest.CaptureFixture[str], one: str, other: str
) -> None:
    before, after = inside(capfd, *one.split()), inside(capfd, *other.split())
    assert before == after
    assert (before.status, before.err) == (0, "")
    assert before.out


def test_the_output_file_may_be_named_before_the_command(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    for at, name in (("-o", "a.json"), ("-qo", "b.json"), ("--output", "c.json")):
        file = tmp_path / name
        assert inside(capfd, at, str(file), "find", "太鋼") == (0, "", "")
        assert file.read_text("utf-8").startswith("[")
    assert inside(capfd, "--path", "太鋼", "惠科", f"-o{tmp_path}/p.svg", "diagram") == (0, "", "")
    assert (tmp_path / "p.svg").exists()


def test_what_may_be_repeated_adds_up_and_else_the_last_wins(capfd: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    one = turtle(tmp_path, 'ex:a a cg:City ; skos:prefLabel "甲城"@zh-Hant .', "one.ttl")
    two = turtle(tmp_path, 'ex:b a cg:City ; skos:prefLabel "乙城"@zh-Hant , "B Town"@en .', "two.ttl")
    both = inside(capfd, "--from", one, "query", "--from", two, "SELECT ?s { ?s a cg:City }", "--format", "csv")
    assert len(both.out.splitlines()) == 3
    late = inside(capfd, "--lang", "zh-Hans", "--format", "json", "find", "乙城", "--from", two, "--lang", "en")
    assert '"label": "B Town"' in late.out
    assert not inside(capfd, "--format", "json", "about", "--format", "text").out.startswith("{")


def test_a_value_that_is_the_name_of_a_command_is_a_value(capfd: pytest.CaptureFixture[str]) -> None:
    assert inside(capfd, "--kind", "about", "find", "太鋼").err.startswith("Error: ")
    assert inside(capfd, "find", "about") == inside(capfd, "find", "--", "about")


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ("--top 3 about", "No such option '--top' for 'about'."),
        ("about --top 3", "No such option '--top' for 'about'."),
        ("find 太 --limit 3", "Did you mean '--top'?"),
        ("find 太 --langg en", "Did you mean '--lang'?"),
        ("--top 3", "--top needs a command"),
        ("--nothing", "No such option '--nothing'."),
        ("-v", "Did you mean '--version'?"),
        ("--lang", "--lang"),
        ("--lang find", "'find'"),
    ],
)
def test_an_option_that_a_command_does_not_have_is_wrong_usage(
    capfd: pytest.CaptureFixture[str], typed: str, says: str
) -> None:
    assert says in refusal(inside(capfd, *typed.split()), 2)


def test_an_option_takes_as_many_values_under_every_command() -> None:
    # Else nobody could tell what belongs to an option that stands before the command.
    counts: dict[str, set[int]] = {}
    for verb in main.commands.values():
        for option in verb.params:
            for name in option.opts if isinstance(option, click.Option) else ():
                counts.setdefault(name, set()).add(0 if getattr(option, "is_flag", False) else option.nargs)
    assert {name: each for name, each in counts.items() if len(each) > 1} == {}
    assert counts["--path"] == {2}
    taken = {name for option in GLOBAL_OPTIONS for name in option.opts}
    assert not taken & counts.keys()


def test_only_options_before_the_command_are_moved() -> None:
    verbs = main.commands
    assert options_behind(["-", "--top", "1"], [], verbs) == ["-", "--top", "1"]
    assert options_behind(["--", "find"], [], verbs) == ["--", "find"]
    assert options_behind(["--lang", "en"], [], verbs) == ["--lang", "en"]
    assert options_behind(["find", "help"], [], verbs) == ["find", "help"]
    assert options_behind(["-q", "help", "-q", "nothing", "x"], [], verbs) == ["nothing", "--help"]


@for_each("name", VERBS)
def test_the_help_names_the_global_options_apart_and_ends_with_examples(name: str) -> None:
    verb = main.commands[name]
    assert isinstance(verb, Verb), "declare it with @command(EXAMPLE, EXAMPLE) of cli/verb.py"
    assert 2 <= len(verb.examples) <= 3
    shown = verb.get_help(click.Context(verb, info_name=name, parent=click.Context(main, info_name="citygraph")))
    own, _, more = shown.partition("Options of every command")
    assert "--lang" not in own
    assert "--lang" in more
    assert shown.rstrip().endswith(f"  citygraph {verb.examples[-1]}")
    for example in verb.examples:
        assert name in shlex.split(example)
        assert len(example) <= 66


@pytest.mark.parametrize(("name", "example"), EXAMPLES, ids=lambda value: value)
def test_every_example_of_the_help_answers(
    capfd: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, example: str
) -> None:
    monkeypatch.chdir(tmp_path)
    book(tmp_path / "my-city.xlsx")
    sheets(tmp_path / "my-city")
    (tmp_path / "news.txt").write_text("City B grows\n\nFirm A is located in City B.\n", "utf-8")
    if name == "diff":
        repository(tmp_path)
        written(tmp_path, "2024.ttl", "2025.ttl")
    for graph in ("my-city.ttl", "other.ttl"):
        (tmp_path / graph).write_bytes((FIXTURE / "city.ttl").read_bytes())
    (tmp_path / "names.csv").write_text("name\n太鋼\n太重\n", "utf-8")
    (tmp_path / "same.csv").write_text("one,other\n", "utf-8")
    given = set(tmp_path.iterdir())
    status, out, err = inside(capfd, *shlex.split(example))
    assert status == 0
    assert all(line.startswith("Note: ") for line in err.splitlines()), err
    made = set(tmp_path.iterdir()) - given
    files = [path for path in made if path.is_file()]
    # These print what became of their input, beside the file that they write.
    assert bool(out) != bool(files) or name in ("merge", "build") or "sheets" in example
    for file in files:
        assert file.stat().st_size > 200
        assert file.name == shlex.split(example)[-1]
    assert not re.search(r"(?<![\d,.])0 (個?鄰居|條|行|項)|找到 0 |: 0 found|Nothing passes", out[:200])
    assert out.count("\n") > 1 or files or name == "build" or "sheets" in example  # what is all right needs one line


def test_quiet_leaves_out_notes_and_warnings_but_no_error(capfd: pytest.CaptureFixture[str]) -> None:
    formula = ["query", 'SELECT ("=1" AS ?x) {}', "--format", "csv"]
    assert inside(capfd, *formula).err.startswith("Warning: ")
    for quiet in (["-q", *formula], [*formula, "--quiet"]):
        done = inside(capfd, *quiet)
        assert (done.status, done.err) == (0, "")
        assert done.out == inside(capfd, *formula).out
    refusal(inside(capfd, "-q", "find", "太鋼", "--kind", "Nothing"))
