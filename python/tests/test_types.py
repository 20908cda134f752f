"""Type checkers understand the package, the examples and what users write, as strictly as they can."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

FOLDER = Path(__file__).parents[1]


def check(*arguments: str) -> None:
    environment = {**os.environ, "PYTHONPATH": str(FOLDER), "MYPYPATH": str(FOLDER), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"}
    done = subprocess.run(
        [sys.executable, "-m", *arguments], cwd=FOLDER, capture_output=True, text=True, env=environment, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_mypy() -> None:
    check("mypy", "--strict", "--no-incremental", "orgwarden", "examples", "tests/usage.py")


def test_pyright() -> None:
    check("pyright", "--pythonpath", sys.executable)
