"""The comparison itself: it must notice what is wrong."""

import json

import hypothesis
import pytest
import requests
import schemathesis
from schemathesis.core.failures import Failure, FailureGroup

import official
from checks import CHECKS, undeclared, valid_is_accepted, wrong_is_refused
from sandbox import Sandbox


@pytest.mark.parametrize("label", official.operations())
def test_an_empty_success_is_noticed(label, operations):
    """Every schema of a success is read and asks for something."""
    with pytest.raises((Failure, FailureGroup)):
        operations[label].validate_response(answer({}))


def test_each_defect_is_noticed(operations):
    """A member that is missing, of the wrong type, null, misspelt; a status that is not declared; a page of HTML."""
    operation = operations["GET /organization/users/{user_id}"]
    user = {"object": "organization.user", "id": "user-1", "added_at": 1}
    case = operation.Case(path_parameters={"user_id": "user-1"})
    case.validate_response(answer(user), checks=CHECKS)
    for defect in (
        answer({name: value for name, value in user.items() if name != "id"}),
        answer({**user, "added_at": "1"}),
        answer({**user, "id": None}),
        answer({**user, "emial": "a@acme.example"}),
        answer(user, status=201),
        answer(user, status=500),
        answer({"error": {"message": "no such user"}}, status=404),
        answer(user, kind="text/html"),
    ):
        with pytest.raises((Failure, FailureGroup)):
            case.validate_response(defect, checks=CHECKS)


@pytest.mark.parametrize(
    "fault, label, body",
    [
        ("flip-users", "GET /organization/users", None),
        ("flip-projects", "GET /organization/projects", None),
        ("invited-at", "GET /organization/invites", None),
        ("created", "POST /organization/projects", {"name": "x"}),
        ("truncate", "GET /organization/users", None),
        ("502", "GET /organization/users", None),
    ],
)
def test_a_sandbox_that_answers_wrongly_is_noticed(fault, label, body, operations):
    """The sandbox can be told to answer as the live API did on bad days: each of these is not what the file says."""
    case = operations[label].Case(**({} if body is None else {"body": body, "media_type": "application/json"}))
    with Sandbox() as sandbox:
        case.call_and_validate(base_url=sandbox.base_url, headers=sandbox.headers, checks=CHECKS)
    with Sandbox("--fault", f"{fault}:*:1") as sandbox, pytest.raises((Failure, FailureGroup, OSError)):
        case.call_and_validate(base_url=sandbox.base_url, headers=sandbox.headers, checks=CHECKS)


def test_what_was_meant_decides_what_must_be_answered(operations):
    """A valid request that is refused without a known reason, and a wrong one that is taken."""
    operation = operations["POST /organization/projects"]
    refusal = {"error": {"message": "Not today.", "type": "invalid_request_error", "param": None, "code": None}}
    project = {"object": "organization.project", "id": "proj_1", "name": "x", "created_at": 1, "status": "active"}
    valid = generated(operation, schemathesis.GenerationMode.POSITIVE)
    wrong = generated(operation, schemathesis.GenerationMode.NEGATIVE)
    valid.validate_response(answer(project), checks=[valid_is_accepted])
    for status in (400, 403, 409, 422):
        with pytest.raises((Failure, FailureGroup)):
            valid.validate_response(answer(refusal, status=status), checks=[valid_is_accepted])
    wrong.validate_response(answer(refusal, status=400), checks=[wrong_is_refused])
    with pytest.raises((Failure, FailureGroup)):
        wrong.validate_response(answer(project), checks=[wrong_is_refused])


def generated(operation, mode):
    """A request as the library makes it, which knows how it was meant."""
    cases = []

    @hypothesis.settings(max_examples=1, database=None, deadline=None, phases=[hypothesis.Phase.generate])
    @hypothesis.seed(1)
    @hypothesis.given(case=operation.as_strategy(generation_mode=mode))
    def take(case):
        cases.append(case)

    take()
    return cases[0]


def test_members_are_declared_by_the_schema_that_is_meant():
    """Of several results, the one that names itself decides."""
    schema = {"$ref": "#/components/schemas/UsageResponse"}
    result = {"object": "organization.usage.images.result", "images": 1, "num_model_requests": 1}
    page = {"object": "page", "data": [{"object": "bucket", "results": [{**result, "characters": 1}]}]}
    assert list(undeclared(schema, page)) == [".data[].results[].characters"]


def answer(body: object, status: int = 200, kind: str = "application/json") -> schemathesis.Response:
    """An answer that nobody gave."""
    request = requests.Request("GET", "http://127.0.0.1/v1/organization/users/user-1").prepare()
    return schemathesis.Response(status, {"Content-Type": [kind]}, json.dumps(body).encode(), request, 0.0, True)
