"""What must hold of every answer.

The library's own checks say: never a 5xx, the status is declared, the type of the content too, headers and body are as
the schema wants them. Two of its checks are too simple for this API and are replaced here by ones with reasons: that
valid requests are accepted, and that wrong ones are refused. One is added: an answer has no member that is not
declared, for a misspelt one would pass wherever it is optional.
"""

import json
import re
from collections.abc import Iterator
from urllib.parse import parse_qsl, urlsplit

import schemathesis
from schemathesis import Case, CheckContext, Response
from schemathesis.checks import load_all_checks, not_a_server_error
from schemathesis.core.failures import Failure

import official

load_all_checks()

from schemathesis.specs.openapi.checks import (  # noqa: E402 (they exist once they are loaded)
    content_type_conformance,
    ensure_resource_availability,
    negative_data_rejection,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
    unsupported_method,
    use_after_free,
)

#: Why a request that the schema allows is refused all the same: the operations, the words of the
#: refusal, the reason. Without such a line a refusal is a defect.
REFUSALS: list[tuple[str, str, str]] = [
    ("GET .*", r"Invalid limit provided", "limits have a range, of which the file mostly says nothing (facts 1.4)"),
    ("POST .*", r"must not be empty", "names are not blank; the file sets no minimum (assumed)"),
    ("GET .*/audit_logs", r"not a tenant-scoped event type", "`tenant_only` takes tenant events only (facts 3.9)"),
    ("GET .*", r"either 'after' or 'before', not both", "a page goes on in one direction (assumed)"),
    ("POST /organization/invites", r"Invalid email address", "an invitation goes to an address (assumed)"),
    ("DELETE /organization/invites/.*", r"already accepted", "(observed)"),
    ("POST /organization/users/{user_id}", r"either 'role' or 'role_id', not both", "(assumed)"),
    ("POST /organization/projects/{project_id}(/archive)?", r"The default project cannot be", "(facts 3.4)"),
    ("POST /organization/projects(/{project_id})?", r"There is no external key", "it is registered first (assumed)"),
    ("POST /organization/projects/{project_id}/users", r"Missing required parameter: 'user_id'", "or `email`"),
    (
        "(POST|DELETE) .*/projects/{project_id}/users/{user_id}(/roles(/{role_id})?)?",
        r"owner of the organization",
        "owners of the organization are owners everywhere (observed)",
    ),
    ("DELETE .*/api_keys/{api_key_id}", r"cannot be deleted for service accounts", "(facts 3.6)"),
    ("(POST|DELETE) .*/roles/{role_id}", r"The predefined role '\w+' cannot be", "they are everywhere (assumed)"),
    ("DELETE /organization/users/{user_id}/roles/{role_id}", r"has the role 'reader'", "the least there is (observed)"),
    ("POST .*", r"is too large", "no number needs more than 63 bits (assumed)"),
    ("GET .*/(costs|usage/.*)", r"'end_time' must be after 'start_time'", "(facts 3.11)"),
    ("GET .*/(costs|usage/.*)", r"Invalid '(start|end)_time'", "time begins in 1970 (assumed)"),
    ("POST .*/rate_limits/{rate_limit_id}", r"cannot exceed the organization's limit", "(facts 3.12)"),
    ("POST .*/rate_limits/{rate_limit_id}", r"does not apply to", "a model has some of the six limits (facts 2.10)"),
    ("POST .*/rate_limits/{rate_limit_id}", r"It must be at least 0", "a limit is not negative (assumed)"),
    ("DELETE /organization/certificates/.*", r"is active", "it must be inactive everywhere (facts 2.11)"),
    ("(POST|DELETE) /organization/groups/.*", r"managed by your identity provider", "(facts 3.5, 403 assumed)"),
    ("POST .*/groups/{group_id}/users", r"is already in group", "(facts 3.5)"),
    ("POST .*/projects/{project_id}/users", r"already exists in project", "(observed)"),
]


#: Operations of the newest official client that the file has not yet (facts 2.16), on paths that it has.
BEYOND = {("POST", "/organization/projects/{project_id}/api_keys/{api_key_id}")}


@schemathesis.check
def other_methods_are_refused(context: CheckContext, response: Response, case: Case) -> None:
    """A method that a path has not is answered 405, with the methods that it has."""
    if (case.method, case.path) not in BEYOND:
        unsupported_method(context, response, case)


#: The statuses of a refusal. What is not found may have an invented identifier, and says nothing.
REFUSED = (400, 403, 409, 422)

#: The lines of the table that were needed.
USED: set[tuple[str, str, str]] = set()


@schemathesis.check
def valid_is_accepted(_: CheckContext, response: Response, case: Case) -> None:
    """A request that the schema allows is refused only for a reason that is known here."""
    if case.meta is None or not case.meta.generation.mode.is_positive or response.status_code not in REFUSED:
        return
    error = json.loads(response.content)["error"]
    message = error if isinstance(error, str) else error["message"]
    known = [line for line in REFUSALS if re.fullmatch(line[0], case.operation.label) and re.search(line[1], message)]
    USED.update(known)
    if not known:
        raise Failure(
            operation=case.operation.label,
            title="Refused, although the schema allows it",
            message=f"{response.status_code} {message}\nMend the sandbox, or give the reason in checks.REFUSALS.",
        )


@schemathesis.check
def wrong_is_refused(context: CheckContext, response: Response, case: Case) -> None:
    """A request that the schema forbids is refused, unless nothing of what is wrong reaches the wire."""
    if case.meta is None or case.meta.generation.mode.is_positive:
        return
    negative = {location.value for location, part in case.meta.components.items() if part.mode.is_negative}
    if negative == {"query"} and query_is_fine_as_text(case, response):
        return
    if response.request.body in (None, b"") and not required_members(case):
        # Assumed: no body at all is one without members, which changes nothing (facts 3.2).
        return
    negative_data_rejection(context, response, case)


def query_is_fine_as_text(case: Case, response: Response) -> bool:
    """In a query everything is text: one value is a list of one, and a list of none is nothing."""
    sent: dict[str, list[str]] = {}
    for name, value in parse_qsl(urlsplit(response.request.url).query, keep_blank_values=True):
        sent.setdefault(name, []).append(value)
    for parameter in case.operation.definition.raw.get("parameters", []):
        schema = resolve(parameter["schema"])
        values = sent.get(parameter["name"], [])
        if parameter["in"] != "query" or schema["type"] == "object":
            continue
        if not values and parameter.get("required"):
            return False
        if schema["type"] == "array":
            schema = resolve(schema["items"])
        if not all(text_fits(value, schema) for value in values):
            return False
    return True


def text_fits(text: str, schema: dict) -> bool:
    match schema["type"]:
        case "integer":
            fits = re.fullmatch(r"[+-]?\d+", text) is not None
            low, high = schema.get("minimum"), schema.get("maximum")
            return fits and (low is None or int(text) >= low) and (high is None or int(text) <= high)
        case "boolean":
            return text in ("true", "false")
    return text in schema.get("enum", [text])


def required_members(case: Case) -> list[str]:
    content = case.operation.definition.raw.get("requestBody", {}).get("content", {})
    return resolve(content.get("application/json", {}).get("schema", {})).get("required", [])


#: Members that the file does not declare, and where they are known from.
UNDECLARED: list[tuple[str, str]] = [
    (r"\.data\[\]\.(start|end)_time_iso", "observed on the live API (facts 1.1)"),
    (r"\.data\[\]\.results\[\]\.(api_source|user_id)", "groupings of the newest official client (facts 2.15)"),
    (r"\.data\[\]\.results\[\]\.input_cache_write_(30m|12h)_tokens", "counts of the newest official client"),
    (
        r"\.data\[\]\.project\.updated\.changes_requested\.(retention_type|hosted_tool_permissions|model_permissions)",
        "no type of event is declared for the settings of a project (assumed)",
    ),
]


@schemathesis.check
def nothing_undeclared(_: CheckContext, response: Response, case: Case) -> None:
    """An answer has no members but the declared ones."""
    definition = case.operation.definition.raw["responses"].get(str(response.status_code))
    if definition is None or case.method.lower() != case.operation.method:
        return
    schema = resolve(definition)["content"]["application/json"]["schema"]
    members = set(undeclared(schema, json.loads(response.content)))
    found = sorted(name for name in members if not any(re.fullmatch(known, name) for known, _ in UNDECLARED))
    if found:
        raise Failure(
            operation=case.operation.label,
            title="Undeclared members",
            message=f"{', '.join(found)}\nMend the sandbox, or say in checks.UNDECLARED where it is known from.",
        )


def resolve(schema: dict) -> dict:
    while "$ref" in schema:
        target = official.document()
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        schema = target
    return schema


def shapes(schema: dict, value: object) -> Iterator[dict]:
    """All plain schemas that may describe a value; where several objects may, the one that its `object` names."""
    schema = resolve(schema)
    yield schema
    for inner in (*schema.get("allOf", []), *schema.get("anyOf", []), *schema.get("oneOf", [])):
        names = resolve(inner).get("properties", {}).get("object", {}).get("enum")
        if names is None or not isinstance(value, dict) or value.get("object") in names:
            yield from shapes(inner, value)


def undeclared(schema: dict, value: object, path: str = "") -> Iterator[str]:
    """The members of a value, by their path, that none of its schemas declares."""
    possible = list(shapes(schema, value))
    if isinstance(value, list):
        inner = next((shape["items"] for shape in possible if "items" in shape), {})
        for item in value:
            yield from undeclared(inner, item, f"{path}[]")
    if isinstance(value, dict):
        members: dict[str, list[dict]] = {}
        for shape in possible:
            for name, inner in shape.get("properties", {}).items():
                members.setdefault(name, []).append(inner)
        if not members or any(shape.get("additionalProperties") for shape in possible):
            return
        for name, inner in value.items():
            if name in members:
                yield from undeclared({"anyOf": members[name]}, inner, f"{path}.{name}")
            else:
                yield f"{path}.{name}"


#: What a project need not have: there is nothing to find until it is set.
NEED_NOT_BE = ("/spend_limit", "/model_permissions")


@schemathesis.check
def what_was_made_is_there(context: CheckContext, response: Response, case: Case) -> None:
    """What was made can be found, unless something that it belongs to was deleted on another path."""
    if case.path.endswith(NEED_NOT_BE):
        return
    deleted = set()
    for earlier in context.internals.recorder.find_all_cases():
        answer = context.internals.recorder.find_response(case_id=earlier.id)
        if earlier.method == "DELETE" and answer is not None and answer.status_code == 200:
            deleted.update(earlier.path_parameters.values())
    if deleted.isdisjoint(case.path_parameters.values()):
        ensure_resource_availability(context, response, case)


@schemathesis.check
def what_was_deleted_is_gone(context: CheckContext, response: Response, case: Case) -> None:
    """What was deleted cannot be found, except that owners of the organization are members of every project."""
    is_member = case.method == "GET" and case.path == "/organization/projects/{project_id}/users/{user_id}"
    if not (is_member and response.status_code == 200 and json.loads(response.content)["role"] == "owner"):
        use_after_free(context, response, case)


@schemathesis.check
def key_still_works(_: CheckContext, response: Response, case: Case) -> None:
    """The key of this run was not taken away: after that nothing would be shown any more."""
    if response.status_code == 401:
        raise Failure(operation=case.operation.label, title="The run lost its key", message=response.text)


#: For requests that stand alone.
CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    other_methods_are_refused,
    valid_is_accepted,
    wrong_is_refused,
    nothing_undeclared,
    key_still_works,
]

#: For requests that follow from others: what was deleted is not found, what was made is. What else the state forbids is
#: not asked here.
SEQUENCE_CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    wrong_is_refused,
    nothing_undeclared,
    key_still_works,
    what_was_deleted_is_gone,
    what_was_made_is_there,
]
