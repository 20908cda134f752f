"""Files of plans."""

from __future__ import annotations

import os
import tempfile


def write_private(path: str | os.PathLike[str], text: str) -> None:
    """Writes a file that only its owner may read: all of it or nothing."""
    path = os.fspath(path)
    folder = os.path.dirname(os.path.abspath(path))
    # Only its owner may read what mkstemp makes.
    handle, name = tempfile.mkstemp(dir=folder, prefix=".orgwarden-")
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def read(path: str | os.PathLike[str]) -> str:
    """Reads a text."""
    with open(path, encoding="utf-8") as file:
        return file.read()
