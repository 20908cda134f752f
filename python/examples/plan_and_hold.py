"""Plans a change, keeps the plan for somebody to review, and sees what a guard holds back. With `asyncio`.

    python plan_and_hold.py --sandbox        # try it on a local organization
    python plan_and_hold.py
"""

from __future__ import annotations

import argparse
import asyncio
import tempfile
from contextlib import AsyncExitStack
from pathlib import Path

from orgwarden import AsyncOrganization, Sandbox


async def work(org: AsyncOrganization, folder: Path) -> None:
    owners = [owner.email or owner.id or "" async for owner in org.members(role="owner")]

    # All owners at once: a guard holds what would leave too few of them.
    plan = await org.plan.members.set_role(owners, "reader")
    print(plan)
    for held in plan.held:
        print(f"held: {held.subject}: {held.reason}")

    plan.save(folder / "plan.json")
    (folder / "plan.md").write_text(plan.markdown(), "utf-8")

    # Later, when somebody has agreed: guards judge it again.
    agreed = await org.open_plan(folder / "plan.json")
    job = agreed.apply()
    async for event in job:
        print(f"- {event.event}")
    done = await job.result()
    print(f"{done.counts.done} done, {len(done.held)} held")


async def main() -> None:
    parser = argparse.ArgumentParser(description="Plans a change and sees what is held.")
    parser.add_argument("--sandbox", action="store_true", help="try it on a local organization")
    arguments = parser.parse_args()

    async with AsyncExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        if arguments.sandbox:
            sandbox = stack.enter_context(Sandbox(seed="demo"))
            org = await stack.enter_async_context(sandbox.open_async())
        else:
            org = await stack.enter_async_context(AsyncOrganization())
        await work(org, folder)


if __name__ == "__main__":
    asyncio.run(main())
