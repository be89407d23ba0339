"""Write any answer as JSON."""

from __future__ import annotations

from typing import Any

from ..escape import json_controls


def as_json(answer: Any) -> str:
    """Return an answer as JSON text, indented, with Chinese left readable.

    Control characters are escaped, because a terminal would obey them.

    Args:
        answer: An answer with a method `as_json`, such as `Neighbors` or `Claims`.

    Returns:
        The JSON text (RFC 8259, https://www.rfc-editor.org/rfc/rfc8259), with a line end.

    Examples:
        >>> from cityGraph.model.claim import Relation
        >>> print(as_json(Relation("urn:r", "位於")), end="")
        {
          "iri": "urn:r",
          "label": "位於"
        }
    """
    import json

    return json_controls(json.dumps(answer.as_json(), ensure_ascii=False, indent=2)) + "\n"
