"""What users write, for type checkers only: nobody runs it. `assert_type` says what they must see."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timezone
from typing import Any

from typing_extensions import assert_type

import orgwarden
from orgwarden import (
    AsyncJob,
    AsyncOrganization,
    AsyncPlan,
    AsyncRows,
    AuditLog,
    Done,
    DoneEvent,
    FailedEvent,
    Invitee,
    InviteWant,
    Job,
    Organization,
    OrganizationRole,
    Person,
    PersonStatus,
    Plan,
    Roster,
    Sandbox,
    Step,
    Wish,
)


def blocking() -> None:
    with Organization("acme", max_wait_seconds=5, guards={"minimum_owners": 1}) as org:
        assert_type(org, Organization)
        assert_type(org.members(role="owner"), tuple[Person, ...])
        assert_type(org.members.list(status="expired"), Roster)
        for member in org.members(role=OrganizationRole.OWNER, status=PersonStatus.MEMBER):
            assert_type(member.email, str | None)
            assert_type(member.since, datetime | None)
            assert_type(member.status, PersonStatus)

        plan = org.plan.members.remove("tom@acme.example", show_keys=True)
        assert_type(plan, Plan)
        assert_type(plan.steps, tuple[Step, ...])
        job = plan.apply()
        assert_type(job, Job)
        for event in job:
            match event:
                case DoneEvent(subject=subject):
                    assert_type(subject, str)
                case FailedEvent(error=error) if error is not None:
                    assert_type(error.message, str)
                case _:
                    pass
            if event.event == "step":
                assert_type(event.action, str)
        assert_type(job.result(), Done)
        assert_type(org.resume(), Job | None)

        org.members.invite(people=[Invitee(email="ada@example.com"), {"email": "bo@example.com"}], role="owner")
        org.members.change(wishes=Wish(who="ada@example.com", want=InviteWant(role=OrganizationRole.READER)))
        entries = org.audit(from_=datetime(2026, 1, 1, tzinfo=timezone.utc))
        assert_type(entries, tuple[AuditLog, ...])
        assert_type(entries[0].extra, Mapping[str, Any])
        assert_type(orgwarden.to_records(entries), list[dict[str, Any]])
        org.request("GET", "/organization/users")


async def asynchronous() -> None:
    async with AsyncOrganization.from_env() as org:
        assert_type(org.members(), AsyncRows[Person])
        async for member in org.members(role="owner"):
            assert_type(member, Person)
        assert_type(await org.members(), tuple[Person, ...])
        plan = await org.plan.members.set_role("ada@example.com", "owner")
        assert_type(plan, AsyncPlan)
        job = plan.apply()
        assert_type(job, AsyncJob)
        async for event in job:
            print(event.event)
        assert_type(await job.result(), Done)


def errors() -> float | None:
    try:
        with Sandbox(seed="demo") as sandbox, sandbox.open() as org:
            org.members()
    except orgwarden.RateLimitedError as error:
        return error.retry_after
    except orgwarden.Error as error:
        print(error.code, error.status, error.request_id, error.hint)
    return None


def wrong(org: Organization, person: Person) -> None:
    # Each of these lines must be an error: what is ignored without need is one too.
    org.members(roll="owner")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    org.members(status="retired")  # type: ignore[arg-type] # pyright: ignore[reportArgumentType]
    org.members.remove()  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    person.email = None  # type: ignore[misc] # pyright: ignore[reportAttributeAccessIssue]
    Person(email="ada@example.com")  # type: ignore[call-arg] # pyright: ignore[reportCallIssue]
    print(org.plan.members.list)  # type: ignore[attr-defined] # pyright: ignore
