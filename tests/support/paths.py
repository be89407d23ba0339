"""Where the repository keeps what the tests read."""

from __future__ import annotations

import os
from pathlib import Path

ROOT = Path(__file__).parents[2]
FIXTURE = ROOT / "tests" / "fixtures" / "city"
DATA = ROOT / "data" / "triples.ttl"


def article() -> Path | None:
    """The real article, which is not ours to ship: named by CITYGRAPH_ARTICLE where it is at hand."""
    named = os.environ.get("CITYGRAPH_ARTICLE")
    return Path(named) if named else None


FOREIGN = ROOT / "tests" / "fixtures" / "foreign"
