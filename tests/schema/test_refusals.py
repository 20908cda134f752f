"""Every operation refuses who may not, what is not there and what comes too often, in the shapes of the live API."""

import re

import pytest
import requests

import official
from checks import resolve
from sandbox import Sandbox

everything = pytest.mark.parametrize("label", official.operations())
THROTTLED = ("--limits", "1/3600", "--retry-after", "seconds")


@pytest.fixture(scope="module")
def keys():
    """A sandbox and keys that may not do what they are used for."""
    with Sandbox() as sandbox:
        _, users = sandbox.send("GET", "/v1/organization/users")
        _, projects = sandbox.send("GET", "/v1/organization/projects")
        owner = next(user["id"] for user in users["data"] if user["role"] == "owner")
        member = next(user["id"] for user in users["data"] if user["role"] == "reader")
        project = projects["data"][0]["id"]
        yield (
            sandbox,
            {
                "none": None,
                "unknown": "sk-admin-unknown",
                "without the scope": sandbox.control("/sandbox/keys", {"owner": owner, "scopes": ["api.none"]})[
                    "secret"
                ],
                "of a project": sandbox.control("/sandbox/keys", {"owner": member, "project": project})["secret"],
            },
        )


@pytest.fixture(scope="module")
def throttled():
    with Sandbox(*THROTTLED) as sandbox:
        yield sandbox


def ask(sandbox, label, key, ledger):
    """Asks for something that is not there."""
    verb, path = label.split()
    path = re.sub(r"{\w+}", "nobody", path)
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    response = requests.request(verb, f"{sandbox.base_url}{path}", headers=headers, timeout=30)
    ledger.note(label, response.status_code)
    return response


@everything
@pytest.mark.parametrize(
    "key, status, words",
    [
        ("none", 401, "You didn't provide an API key"),
        ("unknown", 401, "Incorrect API key provided"),
        ("without the scope", 403, "Missing scopes: api."),
        ("of a project", 403, "Missing scopes: api."),
    ],
)
def test_keys_that_may_not(label, key, status, words, keys, operations, ledger):
    sandbox, secrets = keys
    response = ask(sandbox, label, secrets[key], ledger)
    assert response.status_code == status and words in response.text
    operations[label].validate_response(response)


@pytest.mark.parametrize("label", [one for one in official.operations() if "{" in one and not one.startswith("POST")])
def test_what_is_not_there(label, keys, operations, ledger):
    sandbox, _ = keys
    response = ask(sandbox, label, sandbox.headers["Authorization"].removeprefix("Bearer "), ledger)
    assert response.status_code == 404
    operations[label].validate_response(response)


@everything
def test_too_often(label, throttled, operations, ledger):
    """The second request within an hour is one too many; 61 operations declare the answer, with its header."""
    key = throttled.headers["Authorization"].removeprefix("Bearer ")
    ask(throttled, label, key, ledger)
    response = ask(throttled, label, key, ledger)
    assert response.status_code == 429 and "try again after" in response.json()["error"]["message"]
    operations[label].validate_response(response)
    verb, path = label.split()
    declared = official.document()["paths"][path][verb.lower()]["responses"].get("429")
    if declared is not None:
        least = resolve(declared)["headers"]["Retry-After"]["schema"]["minimum"]
        assert int(response.headers["Retry-After"]) >= least
