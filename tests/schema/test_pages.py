"""Every list, item by item: each page fits the schema, and together they are what one large page shows."""

import random

import pytest

import official
import sandbox
from organization import fill

#: What goes on with a list, by the parameter that takes it.
CURSORS = {"after": ("next", "last_id"), "page": ("next_page",)}

#: So many pages show that it goes on.
ENOUGH = 6


def cursor(label: str) -> str | None:
    """The parameter that says where a list goes on, if the operation is a list."""
    verb, path = label.split()
    names = {one["name"] for one in official.document()["paths"][path][verb.lower()].get("parameters", [])}
    return next((name for name in CURSORS if name in names), None)


@pytest.mark.parametrize("label", [label for label in official.operations() if cursor(label)])
def test_pages(label, examiner, operations):
    organization = examiner.organization
    organization.renew()
    template, parameter = label.split()[1], cursor(label)
    # In a project, a group … whose list holds something.
    below = template if parameter == "page" else f"{template}/{{item}}"
    chosen = organization.names(below, random.Random(label), {}, frozenset())
    if parameter == "after":
        organization.several(template, {name: one for name, one in chosen.items() if name != "item"})
    url = examiner.sandbox.origin + fill(template, chosen)
    always = {"start_time": sandbox.NOW - ENOUGH * 24 * 60 * 60} if parameter == "page" else {}

    def read(**query):
        response = examiner.session.get(url, params={**always, **query}, timeout=30)
        examiner.ledger.note(label, response.status_code)
        assert response.status_code == 200, response.text
        operations[label].validate_response(response)
        return response.json()

    whole = read(limit=ENOUGH)
    assert len(whole["data"]) > 1, "a list of one never goes on"
    page = read(limit=1)
    found = page["data"]
    assert len(found) == 1, "another number than was asked for"
    while page["has_more"] and len(found) < len(whole["data"]):
        page = read(**{parameter: next(page[name] for name in CURSORS[parameter] if page.get(name)), "limit": 1})
        assert len(page["data"]) <= 1, "more than was asked for"
        found += page["data"]
    assert found == whole["data"] and page["has_more"] == whole["has_more"]
