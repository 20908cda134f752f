"""What the official file leaves out and is added to it, in memory, before the sandbox is compared with it.

Nothing of the file is taken away or changed: a success must be what OpenAI says, to the letter. Added are

- **error statuses.** The file declares 200 everywhere, 429 on 61 of 119 operations and 400 on nine, so any refusal
  would count as undeclared. The statuses below are those of the newer official description and of reports about the
  live API (facts, sections 2 and 4.1), each only where it can come from;
- **links**, so that one request can follow from another; see `links.py`;
- **one style.** `effective_at` is an object in the query without a `style`, which OpenAPI reads as `?gte=1`. Every
  official client sends `?effective_at[gte]=1`, which is called `deepObject`;
- **one mapping.** The results of usage and costs have a discriminator, `object`, without a mapping, which OpenAPI reads
  as "it holds the name of the schema". What it holds is in each schema: `organization.costs.result`.
"""

import copy
from collections.abc import Callable
from typing import NamedTuple

import links

ENVELOPE = {"$ref": "#/components/schemas/ErrorResponse"}

#: A missing scope is answered with a bare text (observed).
WORDS = {"type": "object", "properties": {"error": {"type": "string"}}, "required": ["error"]}

#: The envelope without `param`.
WITHOUT_PARAM = {
    "type": "object",
    "properties": {
        "error": {
            "type": "object",
            "properties": {name: {"type": "string"} for name in ("message", "type", "code")},
            "required": ["message", "type", "code"],
        }
    },
    "required": ["error"],
}

#: What an example in the file answers, on one operation only.
BARE = {
    "type": "object",
    "properties": {"code": {"type": "integer"}, "message": {"type": "string"}},
    "required": ["code", "message"],
}


class Operation(NamedTuple):
    """An operation as the table below sees it."""

    verb: str
    path: str
    definition: dict

    @property
    def has_body(self) -> bool:
        return "requestBody" in self.definition

    @property
    def query(self) -> set[str]:
        return {one["name"] for one in self.definition.get("parameters", []) if one["in"] == "query"}

    @property
    def label(self) -> str:
        return f"{self.verb.upper()} {self.path}"


def everywhere(_: Operation) -> bool:
    return True


def where_something_can_be_wrong(operation: Operation) -> bool:
    """Reads of one thing have nothing to get wrong but its name, unless its project is archived."""
    return operation.verb != "get" or bool(operation.query) or "{project_id}" in operation.path


def where_something_is_named(operation: Operation) -> bool:
    """By the path, by a cursor, or by the body; and a spend limit need not be set."""
    names = "{" in operation.path or operation.query & {"after", "before"} or operation.path.endswith("/spend_limit")
    return bool(names) or operation.has_body


def only(*labels: str) -> Callable[[Operation], bool]:
    return lambda operation: operation.label in labels


def where_there_are_pages_of_time(operation: Operation) -> bool:
    return "page" in operation.query


#: Status, where it may be answered, the shape of its body, and why.
STATUSES: list[tuple[str, Callable[[Operation], bool], dict, str]] = [
    (
        "404",
        only("POST /organization/projects/{project_id}/rate_limits/{rate_limit_id}"),
        {"anyOf": [ENVELOPE, BARE]},
        "this one has no envelope in the file's own example",
    ),
    (
        "400",
        where_there_are_pages_of_time,
        {"anyOf": [ENVELOPE, WITHOUT_PARAM]},
        "a page token that does not fit is answered without `param` (observed), which the file requires of errors",
    ),
    ("400", where_something_can_be_wrong, ENVELOPE, "a value is wrong, or the state forbids it"),
    ("401", everywhere, ENVELOPE, "the key is missing, unknown or expired"),
    ("403", everywhere, {"anyOf": [ENVELOPE, WORDS]}, "the key or its owner may not: a bare text names the scope"),
    ("404", where_something_is_named, ENVELOPE, "there is no such thing, also as a cursor or in the body"),
    (
        "409",
        only(
            "POST /organization/groups/{group_id}/users",
            "DELETE /organization/groups/{group_id}/users/{user_id}",
            "POST /organization/projects/{project_id}/users",
            "POST /organization/projects/{project_id}/groups",
            "POST /organization/projects/{project_id}/service_accounts/{service_account_id}/api_keys",
            "POST /organization/roles",
            "POST /organization/roles/{role_id}",
            "POST /projects/{project_id}/roles",
            "POST /projects/{project_id}/roles/{role_id}",
        ),
        ENVELOPE,
        "it is there already, or gone already; names of roles are unique, for which 409 is assumed",
    ),
    ("422", only("POST /organization/groups"), ENVELOPE, "the name of a group is empty or taken"),
    ("429", everywhere, ENVELOPE, "all routes are throttled, also the 58 that do not declare it (observed)"),
]


def add(document: dict) -> dict:
    """The document with the additions."""
    document = copy.deepcopy(document)
    for path, item in document["paths"].items():
        for verb, definition in item.items():
            operation = Operation(verb, path, definition)
            for status, applies, shape, reason in STATUSES:
                if applies(operation):
                    content = {"application/json": {"schema": shape}}
                    definition["responses"].setdefault(status, {"description": reason, "content": content})
            for parameter in definition.get("parameters", []):
                if parameter["name"] == "effective_at":
                    parameter.setdefault("style", "deepObject")
    for schema in document["components"]["schemas"].values():
        add_mapping(schema, document)
    links.add(document)
    return document


def add_mapping(schema: object, document: dict) -> None:
    """Says of each discriminator below a schema which value means which schema."""
    if isinstance(schema, list):
        for inner in schema:
            add_mapping(inner, document)
    if isinstance(schema, dict):
        if "discriminator" in schema and "oneOf" in schema:
            name = schema["discriminator"]["propertyName"]
            mapping = schema["discriminator"].setdefault("mapping", {})
            for reference in (one["$ref"] for one in schema["oneOf"]):
                meant = document["components"]["schemas"][reference.rpartition("/")[2]]
                mapping.update(dict.fromkeys(meant["properties"][name]["enum"], reference))
        for inner in schema.values():
            add_mapping(inner, document)
