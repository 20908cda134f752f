"""The examples do what they say, on a sandbox."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(name: str, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, str(EXAMPLES / name), "--sandbox", *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(EXAMPLES.parent)},
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_idle_owners() -> None:
    assert run("idle_owners.py", "--days", "1").splitlines()[-1] == "1 of 2 owners were idle for 1 days"


def test_invite_team() -> None:
    output = run("invite_team.py", str(EXAMPLES / "team.csv"))
    assert "ada@acme.example: invited" in output and output.endswith("3 invited, 0 failed, 0 were there already\n")


def test_offboard() -> None:
    output = run("offboard.py", "--reason", "left")
    assert "tom.becker@acme.example: gone, 0 keys left" in output and '"plan_digest"' in output


def test_plan_and_hold() -> None:
    output = run("plan_and_hold.py")
    assert "held: " in output and output.splitlines()[-1].endswith(" held")


def test_every_example_is_run() -> None:
    tested = {name.removeprefix("test_") + ".py" for name in globals() if name.startswith("test_")}
    assert {file.name for file in EXAMPLES.glob("*.py")} <= tested
