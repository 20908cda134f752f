"""The official file, where it is, and what it says."""

import functools
import json
import os
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PATH = Path(os.environ.get("ORGWARDEN_OPENAPI") or ROOT.parent / "shared" / "api" / "openai-admin.openapi.json")


@functools.cache
def document() -> dict:
    """The file as it is, without our additions."""
    return json.loads(PATH.read_text(encoding="utf-8"))


def operations() -> list[str]:
    """All operations, `GET /organization/users`, counted in the file itself and not by the library that tests them."""
    verbs = ("get", "put", "post", "patch", "delete")
    return [f"{verb.upper()} {path}" for path, item in document()["paths"].items() for verb in item if verb in verbs]
