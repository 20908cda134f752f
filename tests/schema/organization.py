"""What there is in the sandbox, so that requests can be about real things.

Random identifiers are answered with 404, which shows little. Here a request is aimed: the identifiers in its path, its
query and its body are replaced by real ones, read from the lists of the sandbox (`aim.py`). What the demo organization
has not, a custom role for example, is made first (`MAKES`).
"""

import random
import re
from collections.abc import Callable
from urllib.parse import quote

import official
from sandbox import Sandbox

PARAMETER = re.compile(r"\{(\w+)\}")


class Organization:
    """The organization of a sandbox, with what is known of it."""

    def __init__(self, sandbox: Sandbox):
        self.sandbox = sandbox
        self.lists: dict[str, list[dict]] = {}
        #: The admin key of this run, and its owner: without them everything after would be refused.
        self.own: frozenset[str] = frozenset()
        #: Whether what is missing is made when it is needed.
        self.furnishing = True
        self.paths = official.document()["paths"]
        self.renew()

    def renew(self) -> None:
        """Starts the organization anew; the admin key stays."""
        self.sandbox.control("/sandbox/reset", {"seed": "demo"})
        self.lists.clear()
        self.furnishing = True
        # The key that was handed out is the one that was just used to read this; its owner is spared too.
        keys = self.read("/v1/organization/admin_api_keys?limit=100")
        used = max(keys, key=lambda key: key["last_used_at"] or 0)
        self.own = frozenset({used["id"], used["owner"]["id"]})

    def furnish(self) -> None:
        """Makes one of everything now, and nothing from here on: a sequence that deletes something wants it gone."""
        for collection in MAKES:
            chosen = self.names(collection, random.Random(collection), {}, frozenset())
            if chosen is not None:
                self.items(collection, chosen)
        self.furnishing = False

    def items(self, collection: str, chosen: dict[str, str]) -> list[dict]:
        """What a collection holds, made first if it holds nothing. `chosen` fills the parameters of its path."""
        if collection not in self.paths or "get" not in self.paths[collection]:
            # The roles of projects stand outside, their projects, users and groups do not.
            collection = f"/organization{collection}"
        path = fill(collection, chosen)
        if path not in self.lists:
            found = self.read(path)
            is_enough = any(ENOUGH.get(collection, bool)(item) for item in found)
            if collection in MAKES and self.furnishing and not is_enough:
                self.make(path + ELSEWHERE.get(collection, ""), MAKES[collection](self, chosen))
                found = self.read(path)
            self.lists[path] = found
        return self.lists[path]

    def several(self, collection: str, chosen: dict[str, str]) -> None:
        """Sees to it that a collection holds more than one thing: only then a list of it goes on."""
        items = self.items(collection, chosen)
        path = fill(collection, chosen)
        if len(items) == 1 and collection in ANOTHER:
            ANOTHER[collection](self, collection, chosen)
            self.lists.pop(path, None)

    def read(self, path: str) -> list[dict]:
        status, answer = self.sandbox.send("GET", path)
        return answer["data"] if status == 200 else []

    def make(self, path: str, body: object) -> None:
        """Makes a thing, if that is possible: in the middle of a sequence the project may be archived."""
        self.sandbox.send("POST", path, body)

    def set(self, template: str, chosen: dict[str, str]) -> None:
        """Sees to it that a setting is set, if the path is one of those that need not be."""
        if self.furnishing and template in SETTINGS:
            self.make(fill(template, chosen), SETTINGS[template])

    def names(
        self, template: str, picks: random.Random, chosen: dict[str, str], spared: frozenset[str]
    ) -> dict[str, str] | None:
        """Real values for all parameters of a path that belong together, or nothing if there is nothing there."""
        missing = next((name for name in PARAMETER.finditer(template) if name[1] not in chosen), None)
        if missing is None:
            return chosen
        name = missing[1]
        ids = [identifier(item, name) for item in self.items(template[: missing.start() - 1], chosen)]
        ids = [one for one in ids if one not in spared]
        for one in picks.sample(ids, len(ids)):
            found = self.names(template, picks, {**chosen, name: one}, spared)
            if found is not None:
                return found
        return None


def fill(template: str, chosen: dict[str, str]) -> str:
    return PARAMETER.sub(lambda name: quote(chosen[name[1]], safe=""), f"/v1{template}")


def identifier(item: dict, name: str) -> str | None:
    """The groups of a project have a `group_id`, everything else an `id`."""
    return item.get(name) or item.get("id")


def one(organization: Organization, collection: str, chosen: dict[str, str] | None = None) -> str | None:
    """One of a collection that can be changed, if there is one."""
    items = organization.items(collection, chosen or {})
    good = [item for item in items if ENOUGH.get(collection, bool)(item)]
    return next((item["id"] for item in good + items), None)


CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBiTCCAS+gAwIBAgIUbDNEtmtBBEP3uJ9OGdq2GDY2WJcwCgYIKoZIzj0EAwIw
GTEXMBUGA1UEAwwOb3Jnd2FyZGVuIHRlc3QwIBcNMjYxMTI0MDMxMTE2WhgPMjEy
NjEwMzEwMzExMTZaMBkxFzAVBgNVBAMMDm9yZ3dhcmRlbiB0ZXN0MFkwEwYHKoZI
zj0CAQYIKoZIzj0DAQcDQgAEeNWt1S5C7MR/2mVkHoh3As0n/lBhZf/K26rKkVqR
2xUtx4DEVMnx1hDihzulClK13sFzNtBcLI2VWHQSmoC3ZaNTMFEwHQYDVR0OBBYE
FIs8tMXjr4shQ/830G9cCAeyVa4EMB8GA1UdIwQYMBaAFIs8tMXjr4shQ/830G9c
CAeyVa4EMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0EAwIDSAAwRQIgXHXFGar0
kd1a6vyu+mTFs8cPed8ZIddHrQcZ3g0lvbwCIQCcQQJSoHnOav3IVd64bchQMVDJ
4XegM1gwepxIEsjawQ==
-----END CERTIFICATE-----
"""

ALERT = {
    "threshold_amount": 10_000,
    "currency": "USD",
    "interval": "month",
    "notification_channel": {"type": "email", "recipients": ["finance@acme.example"]},
}

ROLE = {"role_name": "Auditor", "permissions": ["api.usage.read"]}

LIMIT = {"threshold_amount": 100_000, "currency": "USD", "interval": "month"}

#: What a collection needs one of, if not of anything: what can be changed and deleted.
ENOUGH: dict[str, Callable[[dict], bool]] = {
    "/organization/roles": lambda role: not role["predefined_role"],
    "/projects/{project_id}/roles": lambda role: not role["predefined_role"],
    "/organization/users/{user_id}/roles": lambda role: not role["predefined_role"],
    "/organization/certificates": lambda certificate: not certificate["active"],
}

#: What there is once or not at all, and what sets it.
SETTINGS = {
    "/organization/spend_limit": LIMIT,
    "/organization/projects/{project_id}/spend_limit": LIMIT,
    "/organization/projects/{project_id}/model_permissions": {"mode": "allow_list", "model_ids": ["gpt-5.1"]},
}

#: What is sent to a collection, with the parameters of its path, where the demo organization has not enough in it.
MAKES: dict[str, Callable[[Organization, dict[str, str]], dict]] = {
    "/organization/roles": lambda *_: ROLE,
    "/projects/{project_id}/roles": lambda *_: ROLE,
    "/organization/groups": lambda *_: {"name": "Engineering"},
    "/organization/groups/{group_id}/users": lambda o, _: {"user_id": one(o, "/organization/users")},
    "/organization/groups/{group_id}/roles": lambda o, _: {"role_id": one(o, "/organization/roles")},
    "/organization/users/{user_id}/roles": lambda o, _: {"role_id": one(o, "/organization/roles")},
    "/organization/projects/{project_id}/groups": lambda o, at: {
        "group_id": one(o, "/organization/groups"),
        "role": one(o, "/projects/{project_id}/roles", at),
    },
    "/projects/{project_id}/users/{user_id}/roles": lambda o, at: {
        "role_id": one(o, "/projects/{project_id}/roles", at)
    },
    "/projects/{project_id}/groups/{group_id}/roles": lambda o, at: {
        "role_id": one(o, "/projects/{project_id}/roles", at)
    },
    "/organization/projects/{project_id}/service_accounts": lambda *_: {"name": "deploy"},
    "/organization/certificates": lambda *_: {"certificate": CERTIFICATE},
    "/organization/projects/{project_id}/certificates": lambda o, _: {
        "certificate_ids": [one(o, "/organization/certificates")]
    },
    "/organization/spend_alerts": lambda *_: ALERT,
    "/organization/projects/{project_id}/spend_alerts": lambda *_: ALERT,
}



Another = Callable[[Organization, str, dict[str, str]], None]


def again(organization: Organization, collection: str, chosen: dict[str, str], **changed: str) -> None:
    """Makes a second thing like the first."""
    organization.make(fill(collection, chosen), {**MAKES[collection](organization, chosen), **changed})


def another_role(roles: str) -> Another:
    """Makes and gives a second role."""

    def give(organization: Organization, collection: str, chosen: dict[str, str]) -> None:
        path = fill(roles, chosen)
        organization.make(path, {**ROLE, "role_name": "Observer"})
        made = next(role["id"] for role in organization.read(path) if role["name"] == "Observer")
        organization.make(fill(collection, chosen), {"role_id": made})

    return give


def another_key(organization: Organization, collection: str, chosen: dict[str, str]) -> None:
    """Keys of people are made at the dashboard; here the sandbox makes them, for whoever has one already."""
    key = organization.read(fill(collection, chosen))[0]["owner"]
    owner = (key.get("user") or key.get("service_account"))["id"]
    organization.sandbox.control("/sandbox/keys", {"owner": owner, "project": chosen["project_id"], "name": "another"})


def another_group(organization: Organization, collection: str, chosen: dict[str, str]) -> None:
    """Adds a group that is not in the project yet."""
    again(organization, "/organization/groups", {}, name="Reviewers")
    made = next(group["id"] for group in organization.read("/v1/organization/groups") if group["name"] == "Reviewers")
    again(organization, collection, chosen, group_id=made)


#: How a list of one gets a second item.
ANOTHER: dict[str, Another] = {
    "/organization/groups": lambda o, collection, at: again(o, collection, at, name="Reviewers"),
    "/organization/groups/{group_id}/roles": another_role("/organization/roles"),
    "/projects/{project_id}/users/{user_id}/roles": another_role("/projects/{project_id}/roles"),
    "/projects/{project_id}/groups/{group_id}/roles": another_role("/projects/{project_id}/roles"),
    "/organization/projects/{project_id}/api_keys": another_key,
    "/organization/projects/{project_id}/groups": another_group,
    "/organization/projects/{project_id}/service_accounts": again,
    "/organization/projects/{project_id}/spend_alerts": again,
    "/organization/spend_alerts": again,
    "/organization/certificates": again,
    # Each project lists all certificates of the organization.
    "/organization/projects/{project_id}/certificates": lambda o, *_: again(o, "/organization/certificates", {}),
}

#: Where that is sent to, if not to the collection.
ELSEWHERE = {"/organization/projects/{project_id}/certificates": "/activate"}
