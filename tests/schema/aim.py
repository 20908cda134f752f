"""Aims a generated request at what there is, so that most requests succeed.

Only what the generator meant as valid is touched: what it made wrong on purpose stays wrong. One request in eight keeps
its invented identifiers.
"""

import random
from collections.abc import Callable

import schemathesis
from schemathesis.core.parameters import ParameterLocation as Location

import sandbox
from organization import ALERT, CERTIFICATE, PARAMETER, Organization, identifier

#: One request in so many keeps what was invented for it.
LEFT_ALONE = 8

DAY = 24 * 60 * 60

#: Around this second usage is asked for.
START = sandbox.NOW - 10 * DAY


class Shot:
    """A request while it is being aimed."""

    def __init__(self, case: schemathesis.Case, organization: Organization, number: int | None = None, linked=None):
        self.case = case
        self.organization = organization
        #: Parameters of the path that follow from an earlier request, and stay as they are.
        self.linked: dict[str, str] = linked or {}
        # The same seed gives the same run: picks follow from the request as it was generated or, where it holds
        # identifiers of earlier answers, from its number in the sequence.
        self.picks = random.Random(f"{case.operation.label} {case!r}" if number is None else number)

    def is_meant_valid(self, location: Location) -> bool:
        meta = self.case.meta
        part = meta.components.get(location) if meta is not None else None
        return part is None or part.mode.is_positive

    def aim(self) -> None:
        if not self.linked and self.picks.randrange(LEFT_ALONE) == 0:
            return
        if PARAMETER.search(self.case.path) and self.is_meant_valid(Location.PATH):
            spared = self.organization.own if self.case.method != "GET" else frozenset()
            kept = {} if spared.intersection(self.linked.values()) else self.linked
            found = self.organization.names(self.case.path, self.picks, kept, spared)
            if found is not None:
                self.case.path_parameters = found
        if self.case.method != "POST" and self.is_meant_valid(Location.PATH):
            self.organization.set(self.case.path, self.case.path_parameters)
        if self.is_meant_valid(Location.QUERY):
            query = {name: self.query(name, value) for name, value in self.case.query.items()}
            self.case.query = {name: value for name, value in query.items() if value is not None}
        if self.is_meant_valid(Location.BODY) and isinstance(self.case.body, dict):
            self.case.body = self.members(self.case.body)

    def query(self, name: str, value: object) -> object:
        """A value for the query, or nothing if there is none that could be right."""
        match name:
            case "after" | "before":
                items = self.organization.items(self.case.path, self.case.path_parameters)
                return identifier(self.picks.choice(items), "group_id") if items else None
            case "limit":
                return self.picks.choice([value, self.picks.randint(1, 24)])
            case "start_time":
                return START - self.picks.randint(0, 9) * DAY
            case "end_time":
                return START + self.picks.randint(1, 9) * DAY
            case "page":
                # A page belongs to the other parameters, so it is none of those that can be invented.
                return None
            case "project_ids" | "project_ids[]" | "user_ids" | "api_key_ids" if value:
                return self.picks.choice([value, self.ids(LISTS[name.removesuffix("[]")])[:2]])
        return value

    def members(self, value: object, name: str = "") -> object:
        """A value of the body with the texts in it replaced that mean something."""
        match value:
            case dict():
                return {member: self.members(inner, member) for member, inner in value.items()}
            case list():
                return [self.members(inner, name) for inner in value]
            case str() if name in MEANINGS:
                found = MEANINGS[name](self)
                return self.picks.choice(found) if found else value
        return value

    def ids(self, collection: str) -> list[str]:
        return [item["id"] for item in self.organization.items(collection, self.case.path_parameters)]

    def roles(self) -> list[str]:
        return self.ids("/projects/{project_id}/roles" if "{project_id}" in self.case.path else "/organization/roles")

    def words(self) -> list[str]:
        """A role is a word, except where a group is added to a project."""
        if self.case.path.endswith("/groups"):
            return self.roles()
        return ["owner", "member"] if "{project_id}" in self.case.path else ["owner", "reader"]

    def addresses(self) -> list[str]:
        if self.case.path == "/organization/invites":
            return [f"somebody.{self.picks.randrange(1 << 32)}@acme.example"]
        return [item["email"] for item in self.organization.items("/organization/users", {})]


#: What the lists of identifiers in a query are of.
LISTS = {
    "project_ids": "/organization/projects",
    "user_ids": "/organization/users",
    "api_key_ids": "/organization/admin_api_keys",
}

#: What the texts of a body mean, by the name of the member that holds them.
MEANINGS: dict[str, Callable[[Shot], list[str]]] = {
    "user_id": lambda shot: shot.ids("/organization/users"),
    "group_id": lambda shot: shot.ids("/organization/groups"),
    "role_id": Shot.roles,
    "role": Shot.words,
    "id": lambda shot: shot.ids("/organization/projects"),
    "certificate_ids": lambda shot: shot.ids("/organization/certificates"),
    "certificate": lambda _: [CERTIFICATE],
    "email": Shot.addresses,
    "recipients": lambda _: ALERT["notification_channel"]["recipients"],
}
