"""What the READMEs show is run, on a sandbox."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from orgwarden import Sandbox

FOLDER = Path(__file__).parents[1]
BLOCKS = [
    pytest.param(block, id=f"{file.parent.name}-{number}")
    for file in (FOLDER / "README.md", FOLDER.parent / "README.md")
    for number, block in enumerate(re.findall(r"```python\n(.*?)```", file.read_text("utf-8"), re.DOTALL))
]


@pytest.mark.parametrize("block", BLOCKS)
def test_it_runs(block: str, sandbox: Sandbox, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("OPENAI_ADMIN_KEY", sandbox.admin_key)
    monkeypatch.setenv("OPENAI_ORG_ID", sandbox.organization)
    monkeypatch.setenv("OPENAI_BASE_URL", sandbox.base_url)
    exec(compile(block, "README.md", "exec"), {"__name__": "readme"})


def test_both_show_something() -> None:
    assert len(BLOCKS) >= 7
