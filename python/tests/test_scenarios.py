"""The scenarios of `tests/scenarios/`, through the blocking and the asynchronous face: with methods and keyword arguments."""

from __future__ import annotations

import asyncio
import inspect
from typing import Any

import pytest
from scenarios import GAP, Outcome, check, difference, fill, keep, scenarios

from orgwarden import AsyncOrganization, Error, Organization, Sandbox
from orgwarden._json import to_json

names = [scenario["name"] for scenario in scenarios()]


@pytest.mark.parametrize("scenario", scenarios(), ids=names)
def test_blocking(scenario: dict[str, Any]) -> None:
    play(scenario, None)


@pytest.mark.parametrize("scenario", scenarios(), ids=names)
def test_asynchronous(scenario: dict[str, Any]) -> None:
    with asyncio.Runner() if hasattr(asyncio, "Runner") else OldRunner() as runner:
        play(scenario, runner)


class OldRunner:
    """Of Python 3.10, which has no `asyncio.Runner`."""

    def __enter__(self) -> OldRunner:
        self.loop = asyncio.new_event_loop()
        return self

    def __exit__(self, *_: object) -> None:
        self.loop.close()

    def run(self, work: Any) -> Any:
        return self.loop.run_until_complete(work)


def play(scenario: dict[str, Any], runner: Any) -> None:
    with Sandbox(**scenario["sandbox"]) as sandbox:
        kept: dict[str, Any] = {"organization": sandbox.organization, "base_url": sandbox.base_url}
        for call in scenario.get("prepare", []):
            control(sandbox, call, kept)
        opening = fill(scenario.get("organization") or {}, kept)
        if "key" in opening:
            opening["admin_key"] = opening.pop("key")
        org = sandbox.open(**opening) if runner is None else sandbox.open_async(**opening)
        for number, call in enumerate(scenario["calls"]):
            try:
                if "control" in call:
                    control(sandbox, call, kept)
                else:
                    outcome = operate(org, runner, call, fill(call.get("arguments", {}), kept))
                    check(call.get("expect", {}), outcome, kept)
                    if outcome.error is None:
                        keep(call, outcome.answer, kept)
            except AssertionError as problem:
                raise AssertionError(f"call {number}, {call.get('operation')}: {problem}") from None
        if isinstance(org, AsyncOrganization):
            runner.run(org.close())
        else:
            org.close()


def control(sandbox: Sandbox, call: dict[str, Any], kept: dict[str, Any]) -> None:
    answer = sandbox.control(fill(call["control"], kept), fill(call.get("body"), kept))
    check(call.get("expect", {}), Outcome(answer=answer), kept)
    keep(call, answer, kept)


def operate(org: Organization | AsyncOrganization, runner: Any, call: dict[str, Any], arguments: dict[str, Any]) -> Outcome:
    def done(value: Any) -> Any:
        return runner.run(value) if inspect.isawaitable(value) else value

    name, how = call["operation"], call.get("do", "call")
    before = org.requests.total
    try:
        if how == "call":
            answer = done(method(org, name, arguments))
            return Outcome(answer=to_json(answer), requests=org.requests.total - before)
        plan = done(method(org.plan, name, arguments))
        if how == "plan":
            return Outcome(answer=to_json(plan.details), text=str(plan), requests=plan.requests.total)
        job = plan.apply()
        events = [event.event for event in (runner.run(all_of(job)) if runner else job)]
        result = done(job.result())
        return Outcome(answer=to_json(result), events=events, requests=result.requests.total)
    except Error as error:
        return Outcome(error=error.to_dict())


async def all_of(job: Any) -> list[Any]:
    return [event async for event in job]


def method(org: Any, name: str, arguments: dict[str, Any]) -> Any:
    """Calls the method; what has none, or not with these arguments, goes by its name: that must be refused."""
    found = org
    for part in name.split("."):
        found = getattr(found, part, None)
    keywords = {"from_" if member == "from" else member: value for member, value in arguments.items()}
    if found is not None and takes(found, keywords):
        return found(**keywords)
    if isinstance(org, (Organization, AsyncOrganization)):
        return org.call(name, **arguments)
    return org(name, **arguments)


def takes(found: Any, keywords: dict[str, Any]) -> bool:
    try:
        inspect.signature(found).bind(**keywords)
    except TypeError:
        return False
    return True


def test_a_difference_is_found_and_nothing_else() -> None:
    for expected, found in [
        ({"a": 1, "b": None}, {"a": 1.0, "c": 2}),
        ([GAP, {"a": 1}], [3, {"a": 1, "b": 2}]),
        (["a", GAP], ["a"]),
        ("a…c…", "abcd"),
        ("a…b…b", "abb"),
    ]:
        assert difference(expected, found, "") is None, expected
    for expected, found in [
        ({"a": 1}, {"a": 2}),
        ({"a": {}}, {}),
        ([1], [1, 2]),
        ([GAP, 1], [1, 2]),
        ("a…b…b", "ab"),
        ("ab…ba", "aba"),
        (1, True),
        (False, None),
        ("1", 1),
    ]:
        assert difference(expected, found, "") is not None, expected
