"""The sandbox under test: a process of its own, spoken to over loopback."""

import http.client
import json
import os
import subprocess
from urllib.parse import urlsplit

from official import ROOT

BINARY = os.environ.get("ORGWARDEN_BIN") or str(ROOT / "target" / "debug" / "orgwarden")


#: The sandbox's clock starts on 20 November 2026: the month has days with costs, and tomorrow's run is like today's.
NOW = 1_795_132_800


class Sandbox:
    """A running sandbox, and a client without schema or checks for what a test has to prepare."""

    def __init__(self, *arguments: str):
        command = [BINARY, "sandbox", "--seed", "demo", "--clock", str(NOW), "--listen", "127.0.0.1:0"]
        command += ["--format", "json", *arguments]
        self.process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"the sandbox did not start: {' '.join(command)}")
        address = json.loads(line)
        self.base_url = address["base_url"]
        self.origin = self.base_url.removesuffix("/v1")
        self.headers = {"Authorization": f"Bearer {address['admin_key']}"}
        self.connection = http.client.HTTPConnection(urlsplit(self.base_url).netloc, timeout=30)

    def send(self, verb: str, path: str, body: object = None, headers: dict | None = None) -> tuple[int, object]:
        """Status and body of the answer to a request. `path` starts at the origin."""
        headers = dict(self.headers if headers is None else headers)
        text = None
        if body is not None:
            text = json.dumps(body)
            headers["Content-Type"] = "application/json"
        self.connection.request(verb, path, text, headers)
        answer = self.connection.getresponse()
        text = answer.read()
        return answer.status, json.loads(text) if text else None

    def control(self, path: str, body: object) -> object:
        """Steers the sandbox by one of its own routes."""
        status, answer = self.send("POST", path, body)
        if status != 200:
            raise RuntimeError(f"POST {path}: {status} {answer}")
        return answer

    def __enter__(self) -> "Sandbox":
        return self

    def __exit__(self, *_: object) -> None:
        self.process.terminate()
        self.process.wait(timeout=10)
