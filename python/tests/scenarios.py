"""The format of `tests/scenarios/` (its README defines it): reading it, filling in what was kept, and comparing."""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FOLDER = Path(__file__).parents[2] / "tests" / "scenarios"
GAP = "…"


@dataclass
class Outcome:
    """What a door made of a call. `answer` is missing where it failed."""

    answer: Any = None
    error: dict[str, Any] | None = None
    text: str | None = None
    events: list[str] | None = None
    requests: int | None = None


def scenarios() -> list[dict[str, Any]]:
    """All of them, or those whose name contains what the variable SCENARIO says."""
    every = [scenario for file in sorted(FOLDER.glob("*.json")) for scenario in json.loads(file.read_text("utf-8"))]
    assert every, f"no scenarios in {FOLDER}"
    return [scenario for scenario in every if os.environ.get("SCENARIO", "") in scenario["name"]]


def fill(value: Any, kept: dict[str, Any]) -> Any:
    """Puts what was kept in the place of each `${name}`."""
    if isinstance(value, str):
        if (whole := re.fullmatch(r"\$\{([^}]*)\}", value)) is not None:
            return kept[whole[1]]
        for name, found in kept.items():
            value = value.replace(f"${{{name}}}", found if isinstance(found, str) else json.dumps(found))
        return value
    if isinstance(value, list):
        return [fill(item, kept) for item in value]
    if isinstance(value, dict):
        return {name: fill(member, kept) for name, member in value.items()}
    return value


def difference(expected: Any, found: Any, place: str) -> str | None:
    """Where a value is not what was expected, and how."""
    if isinstance(expected, dict) and isinstance(found, dict):
        places = (difference(member, found.get(name), f"{place}/{name}") for name, member in expected.items())
        return next((what for what in places if what is not None), None)
    if isinstance(expected, list) and isinstance(found, list):
        if GAP not in expected and len(expected) == len(found):
            pairs = enumerate(zip(expected, found))
            places = (difference(item, one, f"{place}/{number}") for number, (item, one) in pairs)
            return next((what for what in places if what is not None), None)
        fits = _list_fits(expected, found)
    elif isinstance(expected, str) and isinstance(found, str):
        fits = text_fits(expected, found)
    else:
        # A yes is no 1.
        fits = expected == found and isinstance(expected, bool) == isinstance(found, bool)
    return None if fits else f"{place} should be {json.dumps(expected, indent=2)}\nand is {json.dumps(found, indent=2)}"


def text_fits(pattern: str, text: str) -> bool:
    """Whether a text is as the pattern says; `…` stands for any letters."""
    return re.fullmatch(".*".join(map(re.escape, pattern.split(GAP))), text, re.DOTALL) is not None


def _list_fits(expected: list[Any], found: list[Any]) -> bool:
    if not expected:
        return not found
    first, *rest = expected
    if first == GAP:
        return any(_list_fits(rest, found[skipped:]) for skipped in range(len(found) + 1))
    return bool(found) and difference(first, found[0], "") is None and _list_fits(rest, found[1:])


def check(expect: dict[str, Any], outcome: Outcome, kept: dict[str, Any]) -> None:
    """Fails where an outcome is not what was expected."""
    if (error := expect.get("error")) is not None:
        assert outcome.error is not None, f"it should fail, and answered {outcome.answer}"
        assert (what := difference(fill(error, kept), outcome.error, "error")) is None, what
        return
    assert outcome.error is None, f"it failed: {outcome.error}"
    if "answer" in expect:
        assert (what := difference(fill(expect["answer"], kept), outcome.answer, "answer")) is None, what
    if "text" in expect and outcome.text is not None:
        text = fill(expect["text"], kept)
        assert text_fits(text.rstrip(), outcome.text.rstrip()), f"the text should be\n{text}\nand is\n{outcome.text}"
    if "events" in expect and outcome.events is not None:
        names = [name for name in outcome.events if name not in ("wait", "retry")]
        assert _list_fits(expect["events"], names), f"the events should be {expect['events']}\nand are {names}"
    if "requests" in expect and outcome.requests is not None:
        told = f"it should take {expect['requests']} requests, and took {outcome.requests}"
        assert outcome.requests == expect["requests"], told


def keep(call: dict[str, Any], answer: Any, kept: dict[str, Any]) -> None:
    """Keeps what a call says is to be kept of an answer."""
    for name, pointer in call.get("keep", {}).items():
        value = answer
        for part in pointer.split("/")[1:]:
            value = value[int(part)] if isinstance(value, list) else value[part]
        kept[name] = value
