"""The jobs of the bench `jobs` with the official client, as one would write them: `AsyncOpenAI` as it comes, with its own
retries, and `asyncio.gather`. Pages of 100, one read for many addresses, removal of the person instead of key by key.

Reads the job from standard input; prints the seconds and how many people or differences were not done, as JSON. What
cannot be read is left out where the job can go on without it, and the rest is done.
"""

import asyncio
import json
import sys
import time

import openai


async def every(page):
    return [item async for item in page]


async def all_of(calls):
    """Does all at once; answers the values, with None for what failed."""
    values = await asyncio.gather(*calls, return_exceptions=True)
    return [None if isinstance(value, openai.OpenAIError) else value for value in values]


def chunks(items, size=100):
    return [items[start : start + size] for start in range(0, len(items), size)]


async def offboard(organization, job):
    people = job["people"]
    users = {user.email: user for user in await every(organization.users.list(emails=people, limit=100))}
    projects = await every(organization.projects.list(limit=100))

    def keys(access):
        lists = [
            every(organization.projects.api_keys.list(project.id, owner_project_access=access, limit=100))
            for project in projects
        ]
        return all_of(lists)

    # What is at stake, as far as it can be read.
    await keys("any")
    await all_of(organization.users.delete(users[email].id) for email in people)
    left = await every(organization.users.list(emails=people, limit=100))
    inactive = await keys("inactive")
    # Where the keys of a project could not be read, nothing is proven; that is not counted against the removals.
    unread = sum(keys is None for keys in inactive)
    return len(left), {"unread": unread}


async def invite(organization, job):
    people = job["people"]
    emails = [person["email"] for person in people]
    projects = {project.name: project.id for project in await every(organization.projects.list(limit=100))}
    lists = await asyncio.gather(*(every(organization.users.list(emails=some, limit=100)) for some in chunks(emails)))
    known = {user.email for users in lists for user in users}
    known |= {invite.email for invite in await every(organization.invites.list(limit=100))}
    made = await all_of(
        organization.invites.create(
            email=person["email"],
            role="reader",
            projects=[{"id": projects[name], "role": "member"} for name in person["projects"]],
        )
        for person in people
        if person["email"] not in known
    )
    return made.count(None), {}


def place(text):
    """`name` or `name:role`."""
    name, _, role = text.partition(":")
    return name, role or "member"


async def roster(organization, job):
    users, invites, projects = await asyncio.gather(
        every(organization.users.list(limit=100)),
        every(organization.invites.list(limit=100)),
        every(organization.projects.list(limit=100)),
    )
    ids = {project.name: project.id for project in projects}
    names = {project.id: project.name for project in projects}
    present = {user.email: user for user in users}
    invited = {invite.email for invite in invites}
    wanted = {member["email"]: member for member in job["members"]}
    in_project = organization.projects.users
    calls = []
    for email, member in wanted.items():
        user = present.get(email)
        places = dict(place(text) for text in member["projects"] or [])
        if user is None:
            if email not in invited:
                grants = [{"id": ids[name], "role": role} for name, role in places.items()]
                calls.append(organization.invites.create(email=email, role=member["role"], projects=grants))
            continue
        if user.role != member["role"]:
            calls.append(organization.users.update(user.id, role=member["role"]))
        if "owner" in (user.role, member["role"]) or member["projects"] is None:
            continue
        has = {names[project.id]: project.role for project in user.projects.data}
        for name, role in places.items():
            if name not in has:
                calls.append(in_project.create(ids[name], user_id=user.id, role=role))
            elif has[name] != role:
                calls.append(in_project.update(user.id, project_id=ids[name], role=role))
        calls += [in_project.delete(user.id, project_id=ids[name]) for name in has if name not in places]
    calls += [organization.users.delete(user.id) for email, user in present.items() if email not in wanted]
    assert len(calls) == 150, len(calls)
    return (await all_of(calls)).count(None), {}


async def main():
    job = json.load(sys.stdin)
    # A key for inference is asked for by the client, and never used here.
    async with openai.AsyncOpenAI(api_key="none") as client:
        started = time.monotonic()
        failures, also = await globals()[job["job"]](client.admin.organization, job)
        print(json.dumps({"seconds": time.monotonic() - started, "failures": failures, **also}))


asyncio.run(main())
