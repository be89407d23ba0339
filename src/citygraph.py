"""The package under the name of its command: `import citygraph` is `import cityGraph`."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import ModuleType


class _Finder(MetaPathFinder):
    """Finds `citygraph.errors` as `cityGraph.errors`: loaded anew, its classes would exist twice."""

    def find_spec(
        self, fullname: str, path: Sequence[str] | None, target: ModuleType | None = None
    ) -> ModuleSpec | None:
        del path, target
        return ModuleSpec(fullname, _Loader()) if fullname.startswith("citygraph.") else None


class _Loader(Loader):
    """Gives the module that the package already is."""

    def create_module(self, spec: ModuleSpec) -> ModuleType:
        module = import_module(f"cityGraph.{spec.name.partition('.')[2]}")
        self._spec = module.__spec__
        return module

    def exec_module(self, module: ModuleType) -> None:
        module.__spec__ = self._spec  # the import system has put another in its place


if __name__ == "__main__":
    from cityGraph.__main__ import run

    run()
sys.meta_path.insert(0, _Finder())
sys.modules[__name__] = import_module("cityGraph")
