"""The command line: `orgwarden`, or `python -m orgwarden`."""

import signal
import sys


def main() -> int:
    """Does what the arguments say; returns the exit code."""
    from ._native import command_line

    # The command listens itself; what Python would do with Ctrl-C waits until it is over.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    return command_line(["orgwarden", *sys.argv[1:]])


if __name__ == "__main__":
    sys.exit(main())
