"""Plans are shown, kept and applied; jobs are pulled, stopped and resumed."""

from __future__ import annotations

import asyncio
import gc
import os
import stat
import time
from pathlib import Path

import pytest

from orgwarden import (
    AsyncJob,
    AsyncOrganization,
    CancelledError,
    DoneEvent,
    Organization,
    PlanEvent,
    Sandbox,
    StepEvent,
    StorageError,
    SummaryEvent,
)

SLOW = "slow=200ms:POST /organization/users/{user_id}:1"


def readers(org: Organization, count: int) -> list[str]:
    return [member.id or "" for member in org.members(role="reader") if member.id][:count]


def test_a_plan_is_shown_kept_and_applied(org: Organization, tmp_path: Path) -> None:
    plan = org.plan.members.remove("tom.becker@acme.example")
    assert "remove from the organization" in str(plan) and str(plan) == plan.text()
    assert plan.markdown() == plan._repr_markdown_() and plan.csv().count("\n") >= 2
    assert '"members.remove"' in plan.json() and "1 step" in repr(plan) and not plan.is_empty
    assert (plan.operation, plan.effect, len(plan.steps)) == ("members.remove", "destroys", 1)

    file = tmp_path / "plan.json"
    plan.save(file)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600 and list(tmp_path.iterdir()) == [file]
    again = org.open_plan(file)
    assert again.text() == plan.text()
    events = list(again.apply())
    assert isinstance(events[0], PlanEvent) and isinstance(events[-1], SummaryEvent)
    assert [event.subject for event in events if isinstance(event, DoneEvent)] == ["tom.becker@acme.example"]
    assert not [member for member in org.members() if member.email == "tom.becker@acme.example"]

    file.write_text(file.read_text("utf-8").replace("tom.becker", "tom.backer"), "utf-8")
    with pytest.raises(Exception) as caught:
        org.open_plan(file)
    assert not isinstance(caught.value, StorageError) and "plan.json" in str(caught.value)


def test_a_plan_by_its_name(org: Organization) -> None:
    assert len(org.plan("members.remove", who=["tom.becker@acme.example"]).steps) == 1


def test_a_job_is_stopped_and_resumed() -> None:
    with Sandbox(seed="60x2", faults=[SLOW]) as sandbox, sandbox.open() as org:
        job = org.plan.members.set_role(readers(org, 40), "owner").apply()
        assert any(isinstance(event, StepEvent) for event in job)
        job.stop()
        done = job.result()
        assert done.stopped and done.counts.not_sent > 0 and done.counts.unknown == 0
        assert job.is_over and job.result() == done
        sandbox.set_faults()
        resumed = org.resume()
        assert resumed is not None and resumed.result().counts.done == 40
        assert org.resume() is None


def test_a_job_goes_on_when_its_task_is_cancelled_and_no_event_is_lost() -> None:
    async def work(org: AsyncOrganization, ids: list[str]) -> None:
        job = (await org.plan.members.set_role(ids, "owner")).apply()
        events = [await anext(job) for _ in range(2)]
        # Cancelled while it waits, again and again; each time somebody else goes on.
        for _ in range(5):
            waiting = asyncio.ensure_future(anext(job))
            await asyncio.sleep(0)
            waiting.cancel()
            try:
                events.append(await waiting)  # It was told before it was cancelled.
            except asyncio.CancelledError:
                pass
        events += [event async for event in job]
        done = await job.result()
        assert done.counts.done == len(ids) and not done.stopped
        names = [event.event for event in events if event.event not in ("wait", "retry")]
        assert (names[0], names[1], names[-1]) == ("plan", "start", "summary")
        assert names.count("step") == names.count("done") == len(ids)

    with Sandbox(seed="60x2", faults=[SLOW]) as sandbox, sandbox.open() as org:
        asyncio.run(work(sandbox.open_async(), readers(org, 4)))


def test_several_tasks_share_the_events_of_a_job(org: Organization, sandbox: Sandbox) -> None:
    async def work(ids: list[str]) -> None:
        job = (await sandbox.open_async().plan.members.set_role(ids, "owner")).apply()

        async def pull() -> list[str]:
            return [event.event for event in [event async for event in job] if event.event not in ("wait", "retry")]

        names = [name for pulled in await asyncio.gather(pull(), pull(), pull()) for name in pulled]
        assert sorted(names) == sorted(["plan", "start", "summary", *["step", "done"] * len(ids)])

    asyncio.run(work(readers(org, 2)))


def test_a_job_is_pulled_in_one_loop_after_another(org: Organization, sandbox: Sandbox) -> None:
    plan = org.plan.members.remove("tom.becker@acme.example")

    async def begin(job: AsyncJob) -> str:
        name = (await anext(job)).event
        asyncio.ensure_future(anext(job))  # noqa: RUF006  The loop ends before this one is told.
        return name

    async def end(job: AsyncJob) -> list[str]:
        return [event.event async for event in job]

    job = AsyncJob(org._door.apply(plan._plan))
    assert asyncio.run(begin(job)) == "plan"
    assert asyncio.run(end(job))[-1] == "summary"


def futures() -> int:
    gc.collect()
    return sum(isinstance(one, asyncio.Future) for one in gc.get_objects())


def test_cancelled_calls_leave_nothing_behind() -> None:
    def open_files() -> int:
        return len(os.listdir("/proc/self/fd")) if os.path.isdir("/proc/self/fd") else 0

    async def work(sandbox: Sandbox) -> None:
        async with sandbox.open_async() as org:
            await org.projects.list()
            before, waiting = open_files(), 0
            for _ in range(1000):
                reading = asyncio.ensure_future(org.journal.list())
                for _ in range(waiting % 4):
                    await asyncio.sleep(0)
                waiting += 1
                reading.cancel()
                try:
                    await reading
                except asyncio.CancelledError:
                    pass
            assert (await org.projects.list()).projects
            assert open_files() <= before + 8

    with Sandbox(seed="demo") as sandbox:
        asyncio.run(work(sandbox))
        # The thread that told the last one may not have let it go yet; what is left after a minute stays.
        end = time.monotonic() + 60
        while futures() and time.monotonic() < end:
            pass
        assert not futures()


def test_a_cancelled_read_ends_at_once() -> None:
    async def work(sandbox: Sandbox) -> None:
        async with sandbox.open_async() as org:
            reading = asyncio.ensure_future(org.projects.list())
            while not sandbox.counts():
                await asyncio.sleep(0)
            reading.cancel()
            with pytest.raises(asyncio.CancelledError):
                await reading
            sandbox.set_faults()
            assert (await org.projects.list()).projects

    with Sandbox(seed="demo", faults=["slow=600s:GET /organization/projects:1"]) as sandbox:
        asyncio.run(work(sandbox))


def test_several_calls_at_once_share_one_opening(sandbox: Sandbox) -> None:
    async def work() -> None:
        org = sandbox.open_async()
        members, projects, rows = await asyncio.gather(org.members.list(), org.projects.list(), org.invites())
        assert members.people and projects.projects and isinstance(rows, tuple)
        assert [row async for row in org.projects()] == list(projects.projects)
        assert org.requests.total >= 3
        await org.close()
        with pytest.raises(CancelledError):
            await org.members.list()

    asyncio.run(work())


def test_one_organization_serves_one_loop_after_another(sandbox: Sandbox) -> None:
    org = sandbox.open_async()
    for _ in range(2):
        assert asyncio.run(org.organization.whoami()).organization == sandbox.organization


def test_a_loop_that_is_closed_is_no_trouble(capfd: pytest.CaptureFixture[str]) -> None:
    with Sandbox(seed="demo", faults=["slow=100ms:GET /organization/projects:1"]) as sandbox:
        loop = asyncio.new_event_loop()
        org = sandbox.open_async()
        loop.run_until_complete(org._opened())
        waiting = loop.create_task(org.projects.list())
        loop.run_until_complete(asyncio.sleep(0))
        waiting.cancel()
        loop.run_until_complete(asyncio.gather(waiting, return_exceptions=True))
        loop.close()
        with sandbox.open() as blocking:
            assert blocking.projects()
    output = capfd.readouterr()
    assert "Traceback" not in output.err and "never awaited" not in output.err
