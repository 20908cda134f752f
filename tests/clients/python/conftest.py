"""A sandbox of its own process for each run, and the official client that talks to it."""

import json
import os
import signal
import subprocess
import urllib.request
from pathlib import Path

import openai
import pytest

from watched import Watched, methods

ROOT = Path(__file__).resolve().parents[3]

#: The sandbox's clock starts on 20 November 2026: the month has days with costs, whatever day it is here.
NOW = 1_795_132_800


class Sandbox:
    """A running sandbox with the demonstration's organization, and a client of it."""

    def __init__(self, process):
        address = json.loads(process.stdout.readline())
        self.base_url = address["base_url"]
        self.admin_key = address["admin_key"]
        self.called = set()
        client = openai.OpenAI(**self.options())
        self.methods = methods(client.admin)
        self.admin = Watched(client.admin, self.called)

    def options(self):
        # A key for inference is asked for by the client, and never used here.
        return {
            "base_url": self.base_url,
            "admin_api_key": self.admin_key,
            "api_key": "none",
            "max_retries": 0,
            "_strict_response_validation": True,
        }

    def control(self, path, body=None):
        """One of the sandbox's own controls: reads without a body, changes with one."""
        data = None if body is None else json.dumps(body).encode()
        with urllib.request.urlopen(f"{self.base_url.removesuffix('/v1')}/sandbox/{path}", data) as answer:
            return json.load(answer)

    def routes(self):
        """Method and route template of everything that was asked."""
        return sorted(route for route in self.control("counts") if not route.endswith(" /models"))


@pytest.fixture(scope="session")
def sandbox():
    binary = os.environ.get("ORGWARDEN_BIN") or ROOT / "target" / "debug" / "orgwarden"
    command = [binary, "sandbox", "--seed", "demo", "--clock", str(NOW), "--listen", "127.0.0.1:0"]
    command += ["--format", "json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            yield Sandbox(process)
        finally:
            process.send_signal(signal.SIGTERM)


@pytest.fixture
def organization(sandbox):
    return sandbox.admin.organization


@pytest.fixture
def project(organization):
    return next(project.id for project in organization.projects.list() if project.name == "Search Relevance")
