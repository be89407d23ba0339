"""What a public docstring must have: Google style, https://google.github.io/styleguide/pyguide.html#381-docstrings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator


def missing(tree: ast.Module, inherited: frozenset[str] = frozenset()) -> Iterator[str]:
    """Say what the docstrings of a module lack.

    A module has a docstring. A public class documents its public fields under Attributes. A public function or method
    documents its arguments under Args, what it gives under Returns or Yields, and what it raises itself under Raises.
    A property needs one line; the docstring of a command is its help.

    Args:
        tree: The module.
        inherited: Names of methods whose docstring stands in the class that they override.

    Yields:
        One line for each thing that is missing.
    """
    if not ast.get_docstring(tree):
        yield "the module has no docstring"
    yield from _in(tree.body, "", inherited)


def _in(body: list[ast.stmt], prefix: str, inherited: frozenset[str]) -> Iterator[str]:
    for node in body:
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _class(node, prefix)
            yield from _in(node.body, f"{prefix}{node.name}.", inherited)
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            if prefix and node.name in inherited and not ast.get_docstring(node):
                continue
            yield from _function(node, prefix + node.name)


def _class(node: ast.ClassDef, prefix: str) -> Iterator[str]:
    doc = ast.get_docstring(node) or ""
    fields = [
        each.target.id for each in node.body if isinstance(each, ast.AnnAssign) and isinstance(each.target, ast.Name)
    ]
    if not doc:
        yield f"{prefix}{node.name} has no docstring"
    yield from _entries(prefix + node.name, doc, "Attributes", [name for name in fields if not name.startswith("_")])


def _function(node: ast.FunctionDef, name: str) -> Iterator[str]:
    doc = ast.get_docstring(node) or ""
    decorators = " ".join(map(ast.unparse, node.decorator_list))
    if not doc:
        yield f"{name} has no docstring"
    if not doc or "command(" in decorators or "property" in decorators:
        return
    given = (*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs)
    arguments = [each.arg for each in given if each.arg not in ("self", "cls") and not each.arg.startswith("_")]
    yield from _entries(name, doc, "Args", arguments)
    gives = node.returns is not None and ast.unparse(node.returns) not in ("None", "NoReturn")
    if gives and not re.search(r"^(Returns|Yields):", doc, re.MULTILINE):
        yield f"{name} has no Returns"
    if "Raises:" not in doc and any(isinstance(each, ast.Raise) and each.exc for each in ast.walk(node)):
        yield f"{name} has no Raises"


def _entries(name: str, doc: str, section: str, wanted: list[str]) -> Iterator[str]:
    _, found, entries = doc.partition(f"{section}:\n")
    for each in wanted:
        if not found or not re.search(rf"^\s+\**{re.escape(each)}(?: \(.*\))?:", entries, re.MULTILINE):
            yield f"{name} does not document {each} under {section}"
