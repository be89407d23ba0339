"""A folder for temporary files, whose errors say that it was not the file asked for that had no room."""

from __future__ import annotations

import os
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


@contextmanager
def temporary_folder() -> Iterator[str]:
    """Make a folder for temporary files, and delete it in the end.

    Yields:
        Its path.

    Raises:
        OSError: It cannot be made, or a file in it cannot be written. The text names the folder and TMPDIR.

    Examples:
        >>> with temporary_folder() as folder:
        ...     os.path.isdir(folder)
        True
        >>> os.path.exists(folder)
        False
    """
    try:
        with TemporaryDirectory() as folder:
            yield folder
    except OSError as error:
        where = os.environ.get("TMPDIR") or "the system's temporary folder"
        why = f"{error.strerror} in {where}, which is for temporary files. Name a folder with room in TMPDIR."
        raise OSError(error.errno, why) from None
