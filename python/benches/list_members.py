"""100,000 members listed and kept, reading e-mail and role of each: CPU time and peak memory of this package against the
official client, in the same run, against the same sandbox. And what one small operation costs.

    pip install openai
    python benches/list_members.py [MEMBERS]

Each measurement is a process of its own.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time


def ours(url: str, key: str) -> tuple[int, int, int]:
    from orgwarden import Organization

    with Organization(base_url=url, admin_key=key) as org:
        kept = org.members()
        return count(kept)


def openai(url: str, key: str) -> tuple[int, int, int]:
    from openai import OpenAI  # pyright: ignore

    with OpenAI(base_url=url, admin_api_key=key, api_key="unused") as client:
        kept = list(client.admin.organization.users.list(limit=100))
        return count(kept)


def count(kept: object) -> tuple[int, int, int]:
    owners = letters = 0
    for member in kept:  # type: ignore[attr-defined]
        letters += len(member.email or "")
        owners += member.role == "owner"
    return len(kept), owners, letters  # type: ignore[arg-type]


def small() -> None:
    """The time of `journal.list` on an empty journal, and of an operation that is refused before it does anything."""
    from orgwarden import Error, Sandbox

    with Sandbox() as sandbox, sandbox.open() as org:
        for name, work in {"journal.list": org.journal.list, "refused": lambda: org.call("no.such")}.items():
            figures = []
            for _ in range(2000):
                started = time.perf_counter()
                try:
                    work()
                except Error:
                    pass
                figures.append(time.perf_counter() - started)
            print(f"{name}: {sorted(figures)[len(figures) // 2] * 1e6:.1f} µs, median of {len(figures)}")


def main(members: int) -> None:
    from orgwarden import Sandbox

    rounds = 5
    with Sandbox(seed=f"{members}x10") as sandbox:
        figures: dict[str, list[dict[str, float]]] = {"ours": [], "openai": []}
        answers = set()
        for _ in range(rounds):
            for who, lines in figures.items():
                command = [sys.executable, __file__, who, sandbox.base_url, sandbox.admin_key]
                line = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
                answers.add((line["members"], line["owners"]))
                lines.append(line)
        assert len(answers) == 1, answers
        print(f"{members} members, median of {rounds} rounds, each in a process of its own, the imports left out")
        median = {}
        for who, lines in figures.items():
            median[who] = {name: sorted(line[name] for line in lines)[rounds // 2] for name in ("cpu", "peak", "wall")}
            print(f"{who:7} {median[who]['cpu']:7.0f} ms CPU {median[who]['peak']:6.0f} MB peak {median[who]['wall']:7.0f} ms")
        print(f"ratio   1/{median['openai']['cpu'] / median['ours']['cpu']:.1f} CPU, 1/{median['openai']['peak'] / median['ours']['peak']:.1f} memory")
    small()


def measured(work: object, url: str, key: str) -> None:
    # What importing costs is another figure.
    import orgwarden._json  # noqa: F401

    if work is openai:
        import openai as _  # pyright: ignore # noqa: F401
    before, started = cpu(), time.perf_counter()
    members, owners, letters = work(url, key)  # type: ignore[operator]
    figures = {"cpu": cpu() - before, "wall": (time.perf_counter() - started) * 1e3}
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"members": members, "owners": owners, "letters": letters, "peak": peak, **figures}))


def cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return (usage.ru_utime + usage.ru_stime) * 1e3


if __name__ == "__main__":
    arguments = sys.argv[1:]
    if len(arguments) == 3:
        measured({"ours": ours, "openai": openai}[arguments[0]], arguments[1], arguments[2])
    else:
        main(int(arguments[0]) if arguments else 100_000)
