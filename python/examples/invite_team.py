"""Invites a team from a CSV file, and shows how far it is.

    python invite_team.py team.csv
    python invite_team.py team.csv --sandbox        # try it on a local organization

Columns: `email` and, if wished, `role` and `projects` (with `;` between).
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from pathlib import Path

from orgwarden import DoneEvent, FailedEvent, Organization, Sandbox, StartEvent, WaitEvent


def main() -> None:
    parser = argparse.ArgumentParser(description="Invites a team.")
    parser.add_argument("file", type=Path, help="a CSV file with a column `email`")
    parser.add_argument("--sandbox", action="store_true", help="try it on a local organization")
    arguments = parser.parse_args()

    with ExitStack() as stack:
        if arguments.sandbox:
            org = stack.enter_context(stack.enter_context(Sandbox(seed="demo")).open())
        else:
            org = stack.enter_context(Organization())

        # Every problem in the file is named by line and column, before anything is sent.
        team = org.files.read_people(arguments.file.read_text("utf-8"), name=str(arguments.file))
        plan = org.plan.members.invite(people=team.people, organization=team.organization, skipped=team.skipped)
        print(plan)

        job = plan.apply()
        for event in job:
            match event:
                case StartEvent(steps=steps, estimate_seconds=seconds):
                    print(f"{steps} to do, about {seconds:.0f} seconds")
                case DoneEvent(subject=subject):
                    print(f"{subject}: invited")
                case FailedEvent(subject=subject, error=error):
                    print(f"{subject}: {error.message if error else 'failed'}")
                case WaitEvent(seconds=seconds) if seconds >= 1:
                    print(f"  waiting {seconds:.0f} seconds for the rate limit")
                case _:
                    pass
        done = job.result()
        print(f"{done.counts.done} invited, {done.counts.failed} failed, {len(done.already)} were there already")


if __name__ == "__main__":
    main()
