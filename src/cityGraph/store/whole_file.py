"""Write a file in full or not at all."""

from __future__ import annotations

import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable

_unfinished: dict[str, Any] = {}  # open streams by file name; `delete_unfinished` needs them


def write_file(file: str, pieces: Iterable[bytes]) -> None:
    """Write a file; if anything fails, an existing file stays as it was.

    A link is followed, and the permissions of an existing file are kept. A pipe or a device is written to directly.

    Args:
        file: The path of the file.
        pieces: Its content, in order.

    Raises:
        OSError: The file cannot be written.
    """
    is_file = os.path.isfile(file)
    replaces = is_file or not os.path.exists(file)  # else it is a pipe or a device, such as /dev/stdout
    target = os.path.realpath(file) if replaces else file
    partial = f"{target}.{os.getpid()}.part" if replaces else file
    try:
        with open(partial, "wb") as stream:
            if replaces:
                _unfinished[partial] = stream
            stream.writelines(pieces)
        if replaces:
            if is_file:
                os.chmod(partial, os.stat(target).st_mode & 0o777)
            os.replace(partial, target)
    finally:
        if _unfinished.pop(partial, None) and os.path.exists(partial):
            os.unlink(partial)


def delete_unfinished() -> None:
    """Delete the files that are half written, because an interrupt ends the thread that writes them."""
    for partial, stream in list(_unfinished.items()):
        with suppress(OSError, ValueError):
            stream.close()  # Windows deletes no open file
        with suppress(OSError):
            os.unlink(partial)
