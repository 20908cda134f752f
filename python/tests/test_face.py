"""Nothing of the declared surface is missing, and everything says what it is."""

from __future__ import annotations

import inspect
import json
from pathlib import Path
from typing import Any

import pytest

import orgwarden
from orgwarden import AsyncOrganization, Organization, Sandbox

SURFACE = json.loads((Path(__file__).parents[2] / "docs" / "operations.json").read_text("utf-8"))
OPERATIONS: list[dict[str, Any]] = SURFACE["operations"]


def definition(reference: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = SURFACE["definitions"][reference["$ref"].rpartition("/")[2]]
    # What refers to another type has a text of its own.
    return {**definition(found), **found} if "$ref" in found else found


def method(org: Any, name: str) -> Any:
    for part in name.split("."):
        org = getattr(org, part)
    return org


@pytest.mark.parametrize("operation", OPERATIONS, ids=[operation["name"] for operation in OPERATIONS])
def test_every_operation_is_a_method_of_both_faces(operation: dict[str, Any], sandbox: Sandbox) -> None:
    schema = definition(operation["arguments"])
    arguments = {"from_" if name == "from" else name for name in schema.get("properties", {})}
    with sandbox.open() as blocking:
        for org in (blocking, sandbox.open_async()):
            faces = [method(org, operation["name"])]
            if operation["can_be_planned"]:
                faces.append(method(org.plan, operation["name"]))
            for face in faces:
                assert set(inspect.signature(face).parameters) == arguments
                assert inspect.iscoroutinefunction(face) == isinstance(org, AsyncOrganization)
            doc = inspect.getdoc(faces[0]) or ""
            assert doc.split()[0] == schema["description"].split()[0]
            assert all(f"\n    {name}: " in doc for name in arguments)


def test_all_that_an_organization_can_be_given_is_an_argument() -> None:
    given = set(definition(SURFACE["given"])["properties"])
    for kind in (Organization, AsyncOrganization):
        assert set(inspect.signature(kind).parameters) == given | {"admin_key"}


def test_every_kind_of_error_is_a_class() -> None:
    kinds = {kind["code"]: kind["meaning"] for kind in SURFACE["errors"]}
    classes = {name: getattr(orgwarden, name) for name in dir(orgwarden) if name.endswith("Error") and name != "Error"}
    assert {kind.code for kind in classes.values()} == set(kinds)
    for kind in classes.values():
        assert issubclass(kind, orgwarden.Error)
        assert " ".join((kind.__doc__ or "").split()) == kinds[kind.code]


def test_all_that_answers_are_made_of_can_be_imported() -> None:
    for name in ("Person", "Done", "StepEvent", "PersonStatus", "Invitee", "Event", "PlanDetails", "RateLimitedError"):
        assert name in dir(orgwarden)
        assert getattr(orgwarden, name).__doc__
    star: dict[str, Any] = {}
    exec("from orgwarden import *", star)
    assert {"Organization", "Person", "Error"} <= set(star)
    assert orgwarden.__version__.count(".") == 2
    with pytest.raises(AttributeError):
        getattr(orgwarden, "Persn")


def test_areas_with_a_list_are_iterated(org: Organization) -> None:
    assert [row.email for row in org.members(role="owner")] == [
        row.email for row in org.members.list(role="owner").people
    ]
    for area in (org.projects, org.invites, org.journal, org.keys, org.roles, org.limits, org.audit):
        assert isinstance(area(), tuple), area
    assert org.projects()[0].name
