"""The answer of `new`: which sheets were written for a city, and what to do with them."""

from __future__ import annotations

from typing import Any

from .noun import Noun


class Created(Noun):
    """The sheets of a new city.

    Attributes:
        folder: The folder that they are in.
        city: The name of the city.
        id: Its id.
        files: What was written, each by its path in the folder.
        next: The next commands, each as a verb with its arguments.
        notes: What was recognised in the text, such as another encoding; one sentence each.
    """

    folder: str
    city: str
    id: str
    files: tuple[str, ...]
    next: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """Return the answer as a dictionary for JSON.

        Returns:
            ``{"folder", "city", "id", "files", "next", "notes"}``.
        """
        lists = {field: list(getattr(self, field)) for field in ("files", "next", "notes")}
        return {"folder": self.folder, "city": self.city, "id": self.id, **lists}
