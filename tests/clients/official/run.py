"""Runs the official clients' own tests of the Administration API against `orgwarden sandbox --lenient`.

Nobody here wrote those tests: the Python ones travel in the source package of `openai`, the Go ones in the module
`openai-go`. Nothing of them is kept in this repository; they are fetched into the folder that is given.

    python run.py FOLDER            needs the packages of requirements.txt; the Go tests run where `go` is installed
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import urllib.request
import xml.etree.ElementTree as ElementTree
from contextlib import contextmanager
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[2]
#: The sandbox's clock starts on 20 November 2026, whatever day it is here.
NOW = "1795132800"
GO_MODULE = "github.com/openai/openai-go/v3"


@contextmanager
def lenient_sandbox():
    """The address of a sandbox, without `/v1`, as the tests expect it."""
    binary = os.environ.get("ORGWARDEN_BIN") or ROOT / "target" / "debug" / "orgwarden"
    command = [binary, "sandbox", "--lenient", "--seed", "demo", "--clock", NOW, "--listen", "127.0.0.1:0"]
    command += ["--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as sandbox:
        try:
            yield json.loads(sandbox.stdout.readline())["base_url"].removesuffix("/v1")
        finally:
            sandbox.send_signal(signal.SIGTERM)


def routes(address):
    """The routes that were asked, by method and template."""
    with urllib.request.urlopen(f"{address}/sandbox/counts") as answer:
        return set(json.load(answer))


def python_tests(folder):
    """The folder of the source package that belongs to the installed version."""
    wanted = re.search(r"^openai==(\S+)", (HERE / "requirements.txt").read_text(), re.MULTILINE)[1]
    source = folder / f"openai-{wanted}"
    if not source.exists():
        archive = source.with_suffix(source.suffix + ".tar.gz")
        fetch = ["download", "--quiet", "--no-deps", "--no-binary", "openai", "--dest", folder, f"openai=={wanted}"]
        subprocess.run([sys.executable, "-m", "pip", *fetch], check=True)
        # Elsewhere first: what was cut off must not be taken for complete.
        with tempfile.TemporaryDirectory(dir=folder) as unpacked:
            shutil.unpack_archive(archive, unpacked)
            (Path(unpacked) / source.name).rename(source)
    return source


def run_python(folder):
    source = python_tests(folder)
    report = folder / "python.xml"
    report.unlink(missing_ok=True)
    with lenient_sandbox() as address:
        tests = ["tests/api_resources/admin", "--no-header", "-p", "no:cacheprovider", "-o", "addopts=--tb=short"]
        command = [sys.executable, "-m", "pytest", *tests, "-q", "-n", "2", "--show-capture=no", f"--junit-xml={report}"]
        ran = subprocess.run(command, cwd=source, env=os.environ | {"TEST_API_BASE_URL": address})
        asked = routes(address)
    suite = ElementTree.parse(report).getroot().find("testsuite")
    count, failed, broken, skipped = (int(suite.get(name)) for name in ("tests", "failures", "errors", "skipped"))
    print(f"official Python client: {count - failed - broken - skipped} of its tests passed, {failed + broken} failed,"
          f" {skipped} skipped; {len(asked)} routes asked")
    # A suite that lost its tests, skips them or asks nothing proves nothing.
    return ran.returncode == 0 and skipped == 0 and count >= 3_000 and len(asked) >= 120


def run_go(folder):
    if shutil.which("go") is None:
        print("NOT TESTED: the official Go client's tests, because `go` is not installed")
        return True
    report = folder / "go.json"
    with lenient_sandbox() as address:
        command = ["go", "test", "-json", "-count=1", "-run", "^TestAdmin", GO_MODULE]
        with report.open("w") as output:
            environment = os.environ | {"TEST_API_BASE_URL": address}
            ran = subprocess.run(command, cwd=HERE / "go", env=environment, stdout=output)
        asked = routes(address)
    events = [json.loads(line) for line in report.read_text().splitlines() if line.startswith("{")]
    outcome = {event["Test"]: event["Action"] for event in events if "Test" in event and event["Action"] in ("pass", "fail", "skip")}
    failed = sorted(test for test, action in outcome.items() if action == "fail")
    for event in events:
        # The requests are printed too; what went wrong stands in one line.
        if event.get("Action") == "output" and event.get("Test") in failed and "should be nil" in event["Output"]:
            print(f"{event['Test']}: {event['Output'].strip()}")
    skipped = sum(action == "skip" for action in outcome.values())
    print(f"official Go client: {len(outcome) - len(failed) - skipped} of its tests passed, {len(failed)} failed,"
          f" {skipped} skipped; {len(asked)} routes asked")
    return ran.returncode == 0 and skipped == 0 and len(outcome) >= 140 and len(asked) >= 100


def main():
    folder = Path(sys.argv[1]).resolve()
    folder.mkdir(parents=True, exist_ok=True)
    done = [run_python(folder), run_go(folder)]
    sys.exit(0 if all(done) else 1)


if __name__ == "__main__":
    main()
