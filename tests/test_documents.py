"""The pages are run: what they show is what happens."""

from __future__ import annotations

import doctest
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

import cityGraph as cg
from support.golden import recordings
from support.paths import ROOT

sys.path.insert(0, str(ROOT / "docs"))
import gallery
import generate
from support.rows import for_each

if TYPE_CHECKING:
    from pathlib import Path

PAGES = [ROOT / name for name in generate.PAGES]
LINKED = [*PAGES, *(ROOT / name for name in ("src/cityGraph/README.md", "CONTRIBUTING.md", "CHANGELOG.md"))]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_shows_is_what_its_commands_print(page: Path) -> None:
    text = page.read_text("utf-8")
    assert generate.page(text) == text, "make docs writes it again"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_what_a_page_says_in_python_is_what_the_library_answers(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    failed, _ = doctest.testfile(str(page), module_relative=False, encoding="utf-8")
    assert not failed, capsys.readouterr().out


def test_what_the_notebook_shows_is_what_its_cells_answer() -> None:
    shown = generate.NOTEBOOK.read_text("utf-8")
    assert generate.notebook() == shown, "make docs runs it again"


@pytest.mark.parametrize("name", generate.PICTURES)
def test_what_a_picture_shows_is_what_its_command_draws(name: str) -> None:
    assert (ROOT / name).read_bytes() == generate.picture(generate.PICTURES[name]), "make docs draws it again"


@pytest.mark.parametrize("name", gallery.shown())
def test_the_gallery_shows_what_its_commands_draw(name: str) -> None:
    # Pixels differ a little between versions of what draws them; the shape of a picture does not.
    now, shown = gallery.small(gallery.shown()[name]), (ROOT / "docs" / "gallery" / f"{name}.png").read_bytes()
    assert now[16:24] == shown[16:24], "make gallery draws it again"


def test_every_picture_of_the_gallery_is_on_its_page() -> None:
    assert {file.stem for file in (ROOT / "docs" / "gallery").iterdir()} == gallery.shown().keys()


@pytest.mark.parametrize("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_lead_somewhere(page: Path) -> None:
    for target in re.findall(r"\]\(([^)#]+)(?:#[^)]*)?\)", page.read_text("utf-8")):
        if not target.startswith("http"):
            assert (page.parent / target).exists(), target


def test_make_docs_records_every_command_again() -> None:
    assert {*recordings(), *PAGES, generate.NOTEBOOK} <= generate.makers().keys()


def test_the_site_builds_and_every_link_on_it_leads_somewhere(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "sphinx", "-q", "-W", "--keep-going", "-c", "docs", ".", str(tmp_path)]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    library = (tmp_path / "docs" / "api.html").read_text("utf-8")
    for name in cg.__all__:
        assert name.startswith("_") or f'id="cityGraph.{name}"' in library, name


# What is to be refused on a page: the cells of a check, whose reasons stand above this line.
REFUSED = re.compile(r"(?m)^(?:[\w.-]+:\d+ .+\n)+.*\nError: \S+: (?:1 cell is|\d+ cells are) refused\. .*$")


def without_refusals(text: str) -> str:
    """Take out of a page what its checks refuse; only a page that makes its own files may show that."""
    if generate.ALONE not in text:
        return text
    return re.sub(
        r"(?ms)^(\$ citygraph [^\n]*\bbuild\b[^\n]* --check\n)(.*?)(?=\n\n|\n```)",
        lambda match: match[1] + REFUSED.sub("", match[2]),
        text,
    )


def test_console_blocks_never_show_an_error() -> None:
    for page in PAGES:
        for block in generate.CONSOLE.findall(without_refusals(page.read_text("utf-8"))):
            assert "Error:" not in block
            assert "/bin/sh:" not in block
            assert "Traceback" not in block


def test_an_error_is_allowed_only_where_a_check_refuses_cells() -> None:
    check = "$ citygraph build a --check\n"
    shown = "a.csv:2 object: no row\n0 of 1 claims accepted\nError: a: 1 cell is refused. Correct it.\n```\n"
    alone = f"{generate.ALONE}```console\n"
    assert "Error:" not in without_refusals(alone + check + shown)
    for other in (
        f"```console\n{check}{shown}",
        f"{alone}$ citygraph build a\n{shown}",
        alone + check + shown.replace("a.csv:2 object: no row\n", ""),
        alone + check + "Error: a: there is no such folder.\n```\n",
        alone + check + "0 of 1 claims accepted\n\n$ citygraph about\nError: a: 1 cell is refused. Correct it.\n```\n",
    ):
        assert "Error:" in without_refusals(other), other


def test_every_verb_of_the_command_is_in_the_reference_and_helps() -> None:
    from cityGraph.cli import command as command_module

    text = (ROOT / "docs" / "cli.md").read_text("utf-8")
    for name, command in command_module.main.commands.items():
        assert f"## citygraph {name}\n" in text
        assert command.help


def test_the_version_is_the_same_wherever_it_stands() -> None:
    assert f'version = "{cg.__version__}"' in (ROOT / "pyproject.toml").read_text("utf-8")
    assert f"version: {cg.__version__}" in (ROOT / "CITATION.cff").read_text("utf-8")


# What is counted in the data: by the commands of the pages, never by hand.
COUNTED = re.compile(
    r"\b\d[\d,]* (?:\w+ )?(?:claims?|entities|things|sources|passages|questions|relations|kinds|gaps)\b"
    r"|\d ?[條条個个項项] ?(?:主張|主张|來源|来源|問題|问题|關係|关系)"
)


def typed(text: str) -> list[str]:
    """List the numbers about the data in what is written by hand, outside fenced blocks and tables."""
    prose = generate.TABLE.sub("", re.sub(r"```.*?```", "", text, flags=re.DOTALL))
    lines = [line for line in prose.splitlines() if not line.startswith("|")]
    return COUNTED.findall("\n".join(lines))


@for_each("page", LINKED, ids=lambda page: str(page.relative_to(ROOT)))
def test_no_page_has_a_typed_number_about_the_data(page: Path) -> None:
    text = page.read_text("utf-8")
    if page.name == "CHANGELOG.md":  # what is released stays as it was
        text = text.partition("## [Unreleased]")[2].partition("\n## [")[0]
    assert not typed(text)


def test_a_typed_number_is_found_where_it_is_typed() -> None:
    shown = "```console\n$ citygraph about\n12 claims\n```\n<!-- terms -->\n3 kinds\n<!-- /terms -->\n| 9 things |\n"
    assert not typed(shown)
    for said in ("the first 686 claims,", "1,024 inferred claims", "393 things", "共 686 條主張", "150 questions"):
        assert typed(shown + said), said


def test_the_example_of_an_own_graph_is_proved_by_its_text(tmp_path: Path) -> None:
    page = (ROOT / "docs" / "engineer.md").read_text("utf-8")
    (turtle,), (text,) = (re.findall(rf"```{kind}\n(.*?)```", page, re.DOTALL) for kind in ("turtle", "text"))
    (tmp_path / "yunchuan.ttl").write_text(turtle, "utf-8")
    own = cg.open(tmp_path / "yunchuan.ttl")
    assert [edge.label for edge in cg.neighbors(own, "雲川")] == ["青禾電池"]
    assert cg.validate(own, text=[("daily", text)]).proved == 1
    assert cg.validate(own, text=[("daily", text.replace("重點支持", "沒有支持"))]).proved == 0


def test_both_readmes_say_the_same_on_one_page() -> None:
    english, chinese = ((ROOT / name).read_text("utf-8") for name in ("README.md", "README.zh.md"))
    outlines = []
    for page in (english, chinese):
        assert len(page.splitlines()) <= 150
        blocks = re.findall(r"```(\w+)\n(.*?)```", page, re.DOTALL)
        verbs = [re.findall(r"(?m)^(?:\$ )?citygraph (?:--lang en )?([a-z]+) ", block) for _, block in blocks]
        links = {*re.findall(r"\]\(([^)#]+)", page.replace("-en.png", ".png").replace(".zh.md", ".md"))} - {
            "README.md",
            "docs/quickstart.md",
        }
        # Windows users find their steps in the page of their language, and the picture speaks it.
        outlines.append(([kind for kind, _ in blocks], verbs, re.findall(r"(?m)^#+ ", page), links))
    assert outlines[0] == outlines[1]


def test_the_example_of_a_claim_in_the_ontology_stands_in_the_data() -> None:
    page, data = ((ROOT / name).read_text("utf-8") for name in ("ontology/README.md", "data/triples.ttl"))
    (block,) = re.findall(r"```turtle\n(.*?)```", page, re.DOTALL)
    for line in block.splitlines():
        if "hasSource" not in line and "cg:phrase" not in line:
            assert line in data, line
