"""Asks the sandbox and looks at the answer."""

import os

import requests
import schemathesis

import additions
import official
from aim import Shot
from ledger import Ledger
from organization import Organization
from sandbox import Sandbox

#: How many random requests each operation gets, besides those at the bounds of its schema.
EXAMPLES = int(os.environ.get("ORGWARDEN_SCHEMA_EXAMPLES") or 30)

#: The same requests every time, unless another number is asked for.
SEED = int(os.environ.get("ORGWARDEN_SCHEMA_SEED") or 1)


def load_schema() -> schemathesis.BaseSchema:
    """The official file with the additions, as the library reads it."""
    schema = schemathesis.openapi.from_dict(additions.add(official.document()))
    # The key is ours to send; it is left out and broken on purpose in `test_refusals.py`.
    schema.config.generation.update(with_security_parameters=False)
    schema.config.seed = SEED
    return schema


class Examiner:
    """Sends requests to a sandbox that is as new before each, and notes what comes back."""

    def __init__(self, sandbox: Sandbox, ledger: Ledger):
        self.sandbox = sandbox
        self.ledger = ledger
        self.organization = Organization(sandbox)
        self.session = requests.Session()
        # Nothing of the machine's proxies and passwords: this is loopback.
        self.session.trust_env = False
        self.session.headers.update(sandbox.headers)

    def ask(self, case: schemathesis.Case, number: int | None = None, linked=None) -> schemathesis.Response:
        """Aims a request and sends it. In a sequence it has a number, and what is `linked` in its path stays."""
        Shot(case, self.organization, number, linked).aim()
        response = case.call(base_url=self.sandbox.base_url, session=self.session)
        if case.method.lower() == case.operation.method:
            self.ledger.note(case.operation.label, response.status_code)
        return response

    def examine(self, case: schemathesis.Case, checks: list) -> None:
        """Sends a request and checks the answer; what it changed is undone."""
        response = self.ask(case)
        if response.status_code == 200 and case.operation.method != "get":
            self.organization.renew()
        case.validate_response(response, checks=checks)
        self.ledger.note_valid(case.operation.label, response.status_code)
