"""The order of the modules, the homes of dependencies, who may print, and what is public."""

from __future__ import annotations

import ast
import importlib
import re

import pytest

import cityGraph as cg
from support.paths import ROOT

SOURCE = ROOT / "src" / "cityGraph"
READING_ORDER = [
    "errors", "terminal", "markup", "notebook", "model", "answers", "ways", "agenda", "endpoint", "files", "store",
    "sparql", "vocabulary", "folding", "matching", "names", "plain", "edges", "sieve", "sources", "evidence",
    "portrait", "times", "goals", "works", "graph", "ties", "routes", "kernels", "structure", "catalogue",
    "expectations", "text", "reading", "wording",
    "occurrences", "words", "unread", "proof", "search", "anchoring", "checks", "layout", "propose",
    "surface_zh_hant", "surface_zh_hans", "surface_en", "surface", "scene", "picture", "dot", "views", "drawing",
    "tables", "networks", "triples", "exporting", "citing", "render", "telling", "planning", "naming", "formats",
    "handout", "pages", "dossiers", "completion", "shell", "cli_names", "cli_network", "cli_plan", "cli_files", "cli",
]  # fmt: skip
# One home per dependency: replacing a library touches these files and no other.
HOMES = {
    "click": {"completion", "shell", "cli", "cli_names", "cli_network", "cli_plan", "cli_files"},
    "networkx": {"graph", "networks", "exporting"},
    "rustworkx": {"kernels"},
    "scipy": {"kernels"},
    "numpy": {"kernels"},
    "graspologic_native": {"kernels"},
    "pydot": {"dot"},
    "resvg_py": {"picture"},
    "svg2pdf_py": {"picture"},
    "noto_cjk_sans_otc": {"picture"},
    "fontTools": {"picture"},
    "xlsxwriter": {"tables"},
    "pyshacl": {"checks"},
    "oxrdflib": {"store"},
    "pyoxigraph": {"store", "sparql", "layout", "propose", "formats"},
    "rdflib": {"store", "sparql", "checks"},
}
MODULES = sorted(path.stem for path in SOURCE.glob("*.py") if path.stem != "__init__")


def tree(module: str) -> ast.Module:
    return ast.parse((SOURCE / f"{module}.py").read_text("utf-8"))


def imports(module: str) -> set[str]:
    """The modules of the house that `module` imports, for types or for good."""
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.level == 1:
            found |= {node.module} if node.module else {alias.name for alias in node.names}
    return {name for name in found if name}


def test_every_module_has_its_place_in_the_reading_order() -> None:
    assert sorted(READING_ORDER) == MODULES


@pytest.mark.parametrize("module", MODULES)
def test_a_module_imports_only_what_stands_before_it(module: str) -> None:
    before = READING_ORDER[: READING_ORDER.index(module)]
    # errors and the nouns name each other's types, and only their types
    assert imports(module) - {"model", "answers"} <= set(before), f"{module} looks ahead"


@pytest.mark.parametrize("module", MODULES)
def test_a_dependency_has_one_home(module: str) -> None:
    for node in ast.walk(tree(module)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        for name in {name.split(".")[0] for name in names} & HOMES.keys():
            assert module in HOMES[name], f"{module} imports {name}"


@pytest.mark.parametrize("module", MODULES)
def test_only_sparql_runs_queries(module: str) -> None:
    calls = [
        node
        for node in ast.walk(tree(module))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ("query", "update")
    ]
    queries = [call for call in calls if "engine" in ast.dump(call.func) or "graph" in ast.dump(call.func)]
    assert not queries or module == "sparql"


@pytest.mark.parametrize("module", MODULES)
def test_no_verb_prints(module: str) -> None:
    allowed = {"shell", "cli"}
    for function in ast.walk(tree(module)):
        if isinstance(function, ast.FunctionDef) and function.name != "main" and module not in allowed:
            calls = [n for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
            assert "print" not in {call.func.id for call in calls if isinstance(call.func, ast.Name)}


@pytest.mark.parametrize("module", MODULES)
def test_a_module_can_be_read_at_a_sitting(module: str) -> None:
    lines = (SOURCE / f"{module}.py").read_text("utf-8").count("\n")
    assert lines <= 420 or module == "folding"


def test_the_public_names_are_these_and_each_can_be_had() -> None:
    assert cg.__all__ == sorted(cg.__all__)
    assert dir(cg) == cg.__all__
    for name in cg.__all__:
        assert getattr(cg, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cg.nothing  # noqa: B018


def test_no_module_bears_the_name_of_a_verb() -> None:
    # Importing cityGraph.claims would put the module in the place of the verb.
    assert not set(MODULES) & set(cg.__all__)


def test_there_is_no_graph_until_one_is_opened() -> None:
    for module in MODULES:
        loaded = importlib.import_module(f"cityGraph.{module}")
        graphs = [name for name, value in vars(loaded).items() if isinstance(value, cg.CityGraph)]
        assert not graphs


def test_each_public_function_says_what_it_raises_and_shows_an_example() -> None:
    for name in cg.__all__:
        thing = getattr(cg, name)
        if callable(thing) and not isinstance(thing, type):
            assert ">>>" in (thing.__doc__ or ""), name


def test_each_invariant_names_its_test() -> None:
    page = (SOURCE / "README.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    everywhere = {
        name
        for file in (ROOT / "tests").rglob("test_*.py")
        for name in [file.stem, *re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)]
    }
    assert named <= everywhere, named - everywhere
    assert len(named) >= 20
