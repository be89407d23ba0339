"""Any answer as JSON."""

from __future__ import annotations

from typing import Any

from ..escape import escape_controls


def as_json(answer: Any) -> str:
    """Any answer as JSON, indented, its Chinese readable."""
    import json

    return (
        escape_controls(json.dumps(answer.as_json(), ensure_ascii=False, indent=2), lambda c: json.dumps(c)[1:-1])
        + "\n"
    )
