"""What concerns the whole process: signals, forks, importing."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from pathlib import Path
from signal import SIGINT, SIGTERM

import pytest

import orgwarden
from orgwarden import ConfigError, Organization, Sandbox

PACKAGE = Path(__file__).parents[1]

INTERRUPTED = """
import os, signal, threading
from orgwarden import Sandbox

with Sandbox(seed="demo", faults=["slow=600s:GET /organization/projects:1"]) as sandbox, sandbox.open() as org:
    def interrupt():
        while not sandbox.counts():
            pass
        os.kill(os.getpid(), signal.SIGINT)
    threading.Thread(target=interrupt).start()
    try:
        org.projects.list()
    except KeyboardInterrupt:
        sandbox.set_faults()
        print("interrupted, and then", len(org.projects()), "projects")
"""


def python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        capture_output=True,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE), **environment},
        check=False,
    )


def test_ctrl_c_ends_a_blocking_call() -> None:
    # The server keeps silent for ten minutes; without looking at signals this would too.
    done = python("-c", INTERRUPTED)
    assert done.returncode == 0 and done.stdout.startswith("interrupted, and then "), done.stderr


def command_line(*arguments: str, **environment: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "orgwarden", *arguments],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(PACKAGE), **environment},
    )


def test_the_command_line_runs_with_its_words_and_its_exit_code() -> None:
    with command_line("--version") as command:
        told, _ = command.communicate()
    assert (command.returncode, told) == (0, f"orgwarden {orgwarden.__version__}\n")
    with command_line("members", "--no-such-flag") as command:
        _, errors = command.communicate()
    assert command.returncode == 2 and "--no-such-flag" in errors


def test_the_command_line_listens_to_signals() -> None:
    for signal in (SIGINT, SIGTERM):
        with command_line("sandbox", "--listen", "127.0.0.1:0", "--format", "json") as command:
            assert command.stdout and command.stdout.readline().startswith("{")
            command.send_signal(signal)
            _, errors = command.communicate()
        # Told once, and nothing of an interpreter that was interrupted.
        assert (command.returncode, errors) == (0, "stopping\n")


@pytest.mark.skipif(sys.platform == "win32", reason="the command that hands over the key is written for a shell")
def test_the_command_line_can_be_interrupted_before_it_listens(tmp_path: Path) -> None:
    told = tmp_path / "asked"
    os.mkfifo(told)
    wait = f"echo asked > {told}; exec sleep 600"
    config = tmp_path / "config.toml"
    config.write_text(f"default = \"one\"\n[profile.one]\nkey = {{ command = ['sh', '-c', '{wait}'] }}\n")
    config.chmod(0o600)
    with command_line("members", ORGWARDEN_CONFIG=str(config), HOME=str(tmp_path)) as command:
        assert told.read_text() == "asked\n"
        command.send_signal(SIGINT)
        assert command.wait() == 130


def test_other_threads_run_while_one_waits() -> None:
    with Sandbox(seed="demo", faults=["slow=600s:GET /organization/projects:1"]) as sandbox, sandbox.open() as org:
        waiting = threading.Thread(target=lambda: pytest.raises(Exception, org.projects.list))
        waiting.start()
        while not sandbox.counts():
            pass
        assert org.members()
        org.close()
        waiting.join()


@pytest.mark.skipif(not hasattr(os, "fork"), reason="there is no fork here")
@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")
def test_a_fork_is_noticed(org: Organization) -> None:
    assert org.members()
    reader, writer = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            org.members()
            told = "it went on"
        except ConfigError as error:
            told = f"{error.message} | {error.hint}"
        except BaseException as error:
            told = repr(error)
        os.write(writer, told.encode())
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader) as pipe:
        told = pipe.read()
    os.waitpid(child, 0)
    assert "forked" in told and "spawn" in told
    assert org.members()


def test_importing_reads_nothing_but_the_package(tmp_path: Path) -> None:
    watch = """
import sys
seen = []
def note(event, arguments):
    if event in ("open", "socket.connect", "subprocess.Popen", "os.listdir", "os.scandir"):
        seen.append((event, str(arguments[0])))
sys.addaudithook(note)
import orgwarden
from orgwarden import Organization
heavy = {"asyncio", "dataclasses", "enum", "inspect", "json", "re", "typing", "tempfile", "orgwarden._records", "orgwarden._native"}
# What the interpreter itself or a tool of the environment has loaded is none of ours.
print("loaded:", sorted(heavy & (set(sys.modules) - before)))
library = sys.modules["os"].__file__.rpartition("/")[0]
print("read:", [what for what in seen if "/orgwarden" not in what[1] and not what[1].startswith(library)])
"""
    done = python("-c", f"import sys; before = set(sys.modules){watch}", HOME=str(tmp_path))
    assert done.stdout.splitlines()[0] == "loaded: []", done.stdout + done.stderr
    others = [what for what in done.stdout.splitlines()[1:] if what != "read: []"]
    assert not others, others
    assert not list(tmp_path.iterdir())


def test_a_process_that_ends_while_a_job_runs_ends() -> None:
    done = python(
        "-c",
        "from orgwarden import Sandbox\n"
        "sandbox = Sandbox(seed='demo', faults=['slow=600s:DELETE /organization/users/{user_id}:1'])\n"
        "org = sandbox.open()\n"
        "job = org.plan.members.remove('tom.becker@acme.example').apply()\n"
        "print([next(job).event for _ in range(3)])\n",
    )
    assert done.returncode == 0 and done.stdout.startswith("['plan', 'start', 'step'"), done.stderr
