"""The comparison itself: it must notice what is wrong."""

import json

import official
import pytest
import requests
import schemathesis
from checks import CHECKS, undeclared
from schemathesis.core.failures import Failure, FailureGroup


@pytest.mark.parametrize("label", official.operations())
def test_an_empty_success_is_noticed(label, operations):
    """No operation may answer a success with nothing in it: every schema of an answer is read and asks for something."""
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
