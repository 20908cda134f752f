"""Links between operations, made from the shapes of their paths: the official file declares none.

What a collection answers leads to what is below each of its items; what an item was asked for leads to the item itself,
to what is below it, and back to the collection. The library infers links too, but only from names of members, so it
loses the project when it goes from the users of a project to one of them.
"""

import re
from collections.abc import Iterator

PARAMETER = re.compile(r"\{(\w+)\}")

#: Where an answer holds the identifier of an item, if not in `id`.
IDENTIFIERS = {
    "/organization/groups/{group_id}/users": {"post": "/user_id"},
    "/organization/projects/{project_id}/groups": {"post": "/group_id", "get": "/group_id"},
    "/organization/groups/{group_id}/roles": {"post": "/role/id"},
    "/organization/users/{user_id}/roles": {"post": "/role/id"},
    "/projects/{project_id}/groups/{group_id}/roles": {"post": "/role/id"},
    "/projects/{project_id}/users/{user_id}/roles": {"post": "/role/id"},
}


def add(document: dict) -> None:
    """Writes the links into the document."""
    operations = [(verb, path) for path, item in document["paths"].items() for verb in item]
    for verb, path in operations:
        links = document["paths"][path][verb]["responses"]["200"].setdefault("links", {})
        for target_verb, target in operations:
            parameters = carry(verb, path, target)
            # Deleting or changing twice is of interest, reading twice is not.
            if parameters is not None and (verb, path) != ("get", target):
                definition = document["paths"][target][target_verb]
                links[f"{target_verb} {target}"] = {"operationId": definition["operationId"], "parameters": parameters}


def carry(verb: str, source: str, target: str) -> dict[str, str] | None:
    """The parameters for the path of a target, if the source leads to it."""
    known, wanted = PARAMETER.findall(source), PARAMETER.findall(target)
    carried = {f"path.{name}": f"$request.path.{name}" for name in known if name in wanted}
    # The roles of projects stand outside of `/organization`.
    here, there = (path.removeprefix("/organization") for path in (source, target))
    to_what_is_below_or_above = wanted == known != [] and (there.startswith(here) or here.startswith(there))
    to_the_collection = known and there == here.removesuffix(f"/{{{known[-1]}}}") != here
    if to_what_is_below_or_above or to_the_collection:
        return carried
    if wanted[:-1] == known and wanted and there.startswith(f"{here}/{{{wanted[-1]}}}"):
        return {**carried, f"path.{wanted[-1]}": identifier(verb, source)}
    return None


def identifier(verb: str, collection: str) -> str:
    """Where the answer of a collection has the identifier of an item: of the new one, or of the first one."""
    return f"$response.body#{'/data/0' if verb == 'get' else ''}{place(verb, collection)}"


def place(verb: str, collection: str) -> str:
    """Where an item of a collection has its identifier, as a JSON pointer."""
    return IDENTIFIERS.get(collection, {}).get(verb, "/id")


def read(pointer: str, item: dict) -> object:
    """What a JSON pointer shows."""
    for name in pointer.split("/")[1:]:
        item = item[name]
    return item


def lives(document: dict) -> Iterator[tuple[str, str]]:
    """The collections whose items can be made and unmade, each with the path of its items."""
    for path, item in document["paths"].items():
        collection, _, name = path.rpartition("/")
        if PARAMETER.fullmatch(name) and "post" in document["paths"].get(collection, {}) and "delete" in item:
            yield collection, path
