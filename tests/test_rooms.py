"""The layout of the package: rooms in one order, small files, one home a dependency, a test for each module."""

from __future__ import annotations

import ast
import functools
import importlib
import re
from pathlib import Path

import pytest

import cityGraph as cg
from cityGraph.store.engine import Engine
from support.docstrings import missing
from support.paths import ROOT
from support.rows import for_each

SOURCE = ROOT / "src" / "cityGraph"
TESTS = ROOT / "tests"
# A module imports from its own room and from the rooms before it.
ROOMS = (
    "namespaces", "escape", "escape_formats", "formats", "errors", "model", "render", "store", "sparql", "names",
    "graph", "networks", "plan", "proof", "validation", "comparison", "diagrams", "exports", "reports", "authoring",
    "cli",
)  # fmt: skip
# The types of what an error carries.
UPWARD = {("errors", "model")}
# Replacing a library touches these files and no other.
HOMES = {
    "click": {"cli"},
    "networkx": {"networks/network", "exports/node_link", "exports/export"},
    "rustworkx": {"networks/arrays"},
    "scipy": {"networks/arrays"},
    "numpy": {"networks/arrays"},
    "graspologic_native": {"networks/arrays"},
    "pydot": {"diagrams/dot"},
    "resvg_py": {"diagrams/raster"},
    "svg2pdf_py": {"diagrams/raster"},
    "noto_cjk_sans_otc": {"diagrams/fonts"},
    "fontTools": set(),
    "wcwidth": {"render/columns"},
    "xlsxwriter": {"exports/spreadsheet", "authoring/fresh_book"},
    "opencc": {"authoring/filling"},
    "pypinyin": {"authoring/filling"},
    "python_calamine": {"authoring/workbook"},
    "openpyxl": {"authoring/marked", "authoring/folder_book"},
    "pyshacl": {"validation/shapes"},
    "oxrdflib": {"store"},
    "pyoxigraph": {"store", "exports/canonical", "authoring", "sparql/results"},
    "rdflib": {"store", "validation/shapes", "validation/narrowing"},
}
# Longer than 300 lines, or shorter than 40, with the reason.
SIZES = {
    "names/folding": "a generated table",
    "render/words": "loads the table of one language",
}
# Modules that are held by the test of something larger: a contract, or what the ontology says.
HELD_BY = {
    "authoring/added_words": "authoring/test_sheet_graph.py",
    "authoring/city_file": "authoring/test_sheet_graph.py",
    "authoring/claim_terms": "authoring/test_sheet_graph.py",
    "authoring/claim_triples": "authoring/test_sheet_graph.py",
    "authoring/folder_names": "authoring/test_sheet_graph.py",
    "authoring/graph_names": "authoring/test_sheets_of_graph.py",
    "authoring/names_of_claims": "authoring/test_sheet_graph.py",
    "authoring/passages": "authoring/test_sheet_graph.py",
    "authoring/property_triples": "authoring/test_sheet_graph.py",
    "authoring/quantity_terms": "authoring/test_sheet_graph.py",
    "authoring/rows_of_claims": "authoring/test_sheets_of_graph.py",
    "authoring/rows_of_properties": "authoring/test_sheets_of_graph.py",
    "authoring/said_tables": "authoring/test_sheet_graph.py",
    "authoring/sheet_findings": "authoring/test_sheet_graph.py",
    "authoring/told_languages": "authoring/test_sheets_of_graph.py",
    "render/tables_graph": "render/test_tables.py",
    "render/tables_merged": "render/test_merged.py",
    "render/tables_network": "render/test_tables.py",
    "render/tables_plan": "render/test_tables.py",
    "render/tables_schema": "render/test_render_schema.py",
    "render/tables_suggest": "render/test_render_suggest.py",
    "store/engine_oxigraph": "store/test_engine_contract.py",
    "store/engine_rdflib": "store/test_engine_contract.py",
    "validation/hygiene": "ontology/test_hygiene.py",
    "validation/shapes": "ontology/test_shapes.py",
}
MODULES = sorted(
    path.relative_to(SOURCE).with_suffix("").as_posix()
    for path in SOURCE.rglob("*.py")
    if path.name not in ("__init__.py", "__main__.py")  # the package itself, and the command as a process
)
# The shared part of every test: tables of words, generated code, and what only holds constants.
WITHOUT_TEST = {
    "names/folding",
    "render/table_words",
    "render/words_en",
    "render/words_zh_hans",
    "render/words_zh_hant",
}


@functools.cache
def tree(module: str) -> ast.Module:
    return ast.parse((SOURCE / f"{module}.py").read_text("utf-8"))


def room_of(module: str) -> str:
    return module.partition("/")[0]


def imports(module: str) -> set[str]:
    """List the rooms that a module imports from, for types or to run, at its top or inside a function."""
    folder = module.split("/")[:-1]
    found = set()
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.ImportFrom) and node.level:
            above = folder[: len(folder) - node.level + 1]
            names = node.module.split(".") if node.module else [node.names[0].name]
            found.add((above + names)[0])
        elif isinstance(node, ast.ImportFrom) and (node.module or "").startswith("cityGraph"):
            found.add((node.module or "").split(".")[1])
    return found


def in_homes(module: str, homes: set[str]) -> bool:
    return module in homes or room_of(module) in homes


def public(module: str) -> list[ast.FunctionDef | ast.ClassDef]:
    """List the public functions and classes of a module."""
    return [
        node
        for node in tree(module).body
        if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]


def test_every_room_in_the_order_exists_and_every_module_is_in_one() -> None:
    assert {room_of(module) for module in MODULES} == set(ROOMS)
    for name in (*WITHOUT_TEST, *SIZES, *HELD_BY):
        assert name in MODULES, name
    for dependency, homes in HOMES.items():
        assert all(home in ROOMS or home in MODULES for home in homes), dependency


@for_each("module", MODULES)
def test_a_module_imports_only_from_its_room_and_the_rooms_before_it(module: str) -> None:
    room = room_of(module)
    before = set(ROOMS[: ROOMS.index(room) + 1])
    after = {other for other in imports(module) - before if (room, other) not in UPWARD}
    assert not after, f"{module} imports from {after}"


def test_the_top_of_the_package_has_few_entries() -> None:
    entries = [path for path in SOURCE.iterdir() if path.name != "__pycache__"]
    assert len(entries) <= 28


@for_each("room", [path.parent.name for path in sorted(SOURCE.glob("*/__init__.py"))])
def test_a_room_says_in_one_sentence_what_belongs_there(room: str) -> None:
    body = ast.parse((SOURCE / room / "__init__.py").read_text("utf-8")).body
    assert len(body) == 1, "a room's __init__.py holds its docstring alone"
    sentence = ast.get_docstring(ast.Module(body, [])) or ""
    assert sentence.endswith((".", "?"))
    assert "\n" not in sentence


@for_each("module", MODULES)
def test_a_module_is_neither_long_nor_tiny_without_a_reason(module: str) -> None:
    lines = (SOURCE / f"{module}.py").read_text("utf-8").count("\n")
    assert 20 <= lines <= 300 or module in SIZES


@for_each("module", MODULES)
def test_a_dependency_has_one_home(module: str) -> None:
    for node in ast.walk(tree(module)):
        names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
        if isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            names = [node.module]
        for name in {name.split(".")[0] for name in names} & HOMES.keys():
            assert in_homes(module, HOMES[name]), f"{module} imports {name}"


@for_each("module", MODULES)
def test_only_the_store_and_the_verb_query_see_an_engine(module: str) -> None:
    if room_of(module) == "store" or module == "sparql/query":
        return
    seen = [node.attr for node in ast.walk(tree(module)) if isinstance(node, ast.Attribute)]
    assert "engine" not in seen
    assert "_engine" not in [name for name in seen if room_of(module) != "cli"]


@for_each("module", MODULES)
def test_no_verb_prints(module: str) -> None:
    if room_of(module) == "cli":
        return
    for function in ast.walk(tree(module)):
        if isinstance(function, ast.FunctionDef) and function.name != "main":
            calls = [n.func.id for n in ast.walk(function) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)]
            assert "print" not in calls


def test_there_is_no_graph_until_one_is_opened() -> None:
    for module in MODULES:
        loaded = importlib.import_module(f"cityGraph.{module.replace('/', '.')}")
        graphs = [name for name, value in vars(loaded).items() if isinstance(value, cg.CityGraph)]
        assert not graphs, module


def test_no_room_has_the_name_of_a_public_function() -> None:
    # Importing a room cityGraph.claims would put the room in the place of the verb.
    assert not set(ROOMS) & set(cg.__all__)


def test_the_public_names_are_those_that_are_stored_and_each_can_be_had() -> None:
    stored = (TESTS / "fixtures" / "public_names.txt").read_text("utf-8").split()
    assert cg.__all__ == stored, "a public name came or went: write it into tests/fixtures/public_names.txt"
    assert dir(cg) == cg.__all__ == sorted(cg.__all__)
    for name in cg.__all__:
        assert getattr(cg, name).__doc__, name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        cg.nothing  # noqa: B018


def test_each_public_function_shows_an_example() -> None:
    for name in cg.__all__:
        thing = getattr(cg, name)
        if callable(thing) and not isinstance(thing, type):
            assert ">>>" in (thing.__doc__ or ""), name


@for_each("module", MODULES)
def test_public_functions_document_their_arguments_results_and_errors(module: str) -> None:
    adapter = module.startswith("store/engine_")
    found = list(missing(tree(module), frozenset(vars(Engine)) if adapter else frozenset()))
    assert not found, "\n".join(found)


def files_for(module: str) -> list[Path]:
    """List the test files of a module: named after it, with the room before it or more behind it."""
    room, _, name = module.rpartition("/")
    return [
        path
        for path in TESTS.glob(f"{room}/test_*.py" if room else "test_*.py")
        if re.match(rf"test_(?:{room}_)?{name}(?:_|$)", path.stem)
    ]


@for_each("module", [module for module in MODULES if module not in WITHOUT_TEST])
def test_a_module_with_public_functions_has_a_test_file_of_its_name(module: str) -> None:
    if module in HELD_BY:
        assert (TESTS / HELD_BY[module]).exists()
    elif any(isinstance(node, ast.FunctionDef) for node in public(module)):
        assert files_for(module), f"write tests/{room_of(module)}/test_{module.rpartition('/')[2]}.py"


def test_a_test_file_stands_in_the_folder_of_a_room() -> None:
    folders = {path.parent.name for path in TESTS.rglob("test_*.py")} - {"tests"}
    assert folders <= {*ROOMS, "ontology"}


def first_sentence(room: str) -> str:
    """The first sentence of a room's docstring, or of a file that stands beside the rooms."""
    home = SOURCE / room / "__init__.py" if (SOURCE / room).is_dir() else SOURCE / f"{room}.py"
    line = (ast.get_docstring(ast.parse(home.read_text("utf-8"))) or "").split("\n")[0]
    return re.split(r"(?<=[.?]) ", line)[0]


def test_the_architecture_page_draws_the_rooms_in_order_each_with_its_sentence() -> None:
    page = (SOURCE / "README.md").read_text("utf-8")
    drawing = page.partition("```text\n")[2].partition("```")[0]
    drawn = [line.split(maxsplit=1) for line in drawing.splitlines() if line.startswith("  ")]
    rooms = [[room + ("/" if (SOURCE / room).is_dir() else ".py"), first_sentence(room)] for room in ROOMS]
    assert drawn == rooms


@pytest.mark.parametrize("page", ["src/cityGraph/README.md", "CONTRIBUTING.md"])
def test_each_file_that_a_page_for_contributors_names_exists(page: str) -> None:
    # A name in capitals stands for a name of yours.
    named = set(re.findall(r"`([a-z_./*-]+/[a-z_.*-]*)`", (ROOT / page).read_text("utf-8")))
    assert len(named) > 15
    for name in named:
        assert any([*ROOT.glob(name), *SOURCE.glob(name), *(SOURCE / "store" / "queries").glob(name)]), name


def test_each_invariant_of_the_architecture_page_names_its_test() -> None:
    page = (SOURCE / "README.md").read_text("utf-8")
    named = set(re.findall(r"`(test_\w+)`", page))
    everywhere = {
        name
        for file in TESTS.rglob("test_*.py")
        for name in [file.stem, *re.findall(r"^def (test_\w+)", file.read_text("utf-8"), re.MULTILINE)]
    }
    assert named <= everywhere, named - everywhere
    assert len(named) >= 10
