"""Lists owners none of whose keys was used for some time.

    python idle_owners.py --days 60
    python idle_owners.py --sandbox        # try it on a local organization
"""

from __future__ import annotations

import argparse
from contextlib import ExitStack

from orgwarden import Organization, Sandbox


def main() -> None:
    parser = argparse.ArgumentParser(description="Lists idle owners.")
    parser.add_argument("--days", type=int, default=30, help="for how many days no key was used")
    parser.add_argument("--sandbox", action="store_true", help="try it on a local organization")
    arguments = parser.parse_args()

    with ExitStack() as stack:
        if arguments.sandbox:
            org = stack.enter_context(stack.enter_context(Sandbox(seed="demo")).open())
        else:
            org = stack.enter_context(Organization())

        owners = org.members(role="owner")
        idle = org.members(role="owner", idle_days=arguments.days)
        for owner in idle:
            used = f"last used {owner.last_used_at:%Y-%m-%d}" if owner.last_used_at else "no key was ever used"
            print(f"{owner.email or owner.id}: {used}")
        print(f"{len(idle)} of {len(owners)} owners were idle for {arguments.days} days")


if __name__ == "__main__":
    main()
