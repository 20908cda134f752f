"""Takes all access of one person, and proves that nothing is left.

    python offboard.py tom@acme.example --reason "left on Friday"
    python offboard.py --sandbox            # try it on a local organization
"""

from __future__ import annotations

import argparse
import json
import sys
from contextlib import ExitStack

from orgwarden import Error, Organization, Sandbox, to_records


def main() -> int:
    parser = argparse.ArgumentParser(description="Takes all access of one person.")
    parser.add_argument("who", nargs="?", help="e-mail address, name or id")
    parser.add_argument("--reason", help="why, for the journal and the receipt")
    parser.add_argument("--sandbox", action="store_true", help="try it on a local organization")
    arguments = parser.parse_args()

    with ExitStack() as stack:
        if arguments.sandbox:
            org = stack.enter_context(stack.enter_context(Sandbox(seed="demo")).open())
            who = arguments.who or "tom.becker@acme.example"
        elif arguments.who:
            org = stack.enter_context(Organization())
            who = arguments.who
        else:
            parser.error("whom?")

        try:
            plan = org.plan.members.offboard(who, reason=arguments.reason)
            print(plan)
            if plan.held:
                return 1
            done = plan.apply().result()
            receipt = org.offboarding.finish(run=done.run)
        except Error as error:
            print(error, file=sys.stderr)
            return 1

        for departure in receipt.departures:
            left = len(departure.keys_left) + len(departure.admin_keys_left)
            print(f"{departure.subject}: {'still a member' if departure.still_listed else 'gone'}, {left} keys left")
        print(json.dumps(to_records([receipt.proof])[0], indent=2))
        return 1 if any(departure.still_listed for departure in receipt.departures) else 0


if __name__ == "__main__":
    sys.exit(main())
