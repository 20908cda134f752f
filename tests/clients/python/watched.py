"""The official client, watched: which of its methods were called and answered with a success."""

import inspect

from openai._resource import AsyncAPIResource, SyncAPIResource


def resources(resource):
    """The resources below a resource, by their names."""
    kinds = (SyncAPIResource, AsyncAPIResource)
    names = [name for name in dir(type(resource)) if not name.startswith(("_", "with_"))]
    found = {name: getattr(resource, name) for name in names}
    return {name: value for name, value in found.items() if isinstance(value, kinds)}


def methods(resource, path="admin"):
    """The name of every method below a resource."""
    own = [
        f"{path}.{name}"
        for name, value in vars(type(resource)).items()
        if inspect.isfunction(value) and not name.startswith(("_", "with_"))
    ]
    below = (methods(value, f"{path}.{name}") for name, value in resources(resource).items())
    return own + [name for names in below for name in names]


class Watched:
    """A resource that notes its methods when they have answered."""

    def __init__(self, resource, called, path="admin"):
        self._resource = resource
        self._called = called
        self._path = path
        self._below = {
            name: Watched(value, called, f"{path}.{name}") for name, value in resources(resource).items()
        }

    def __getattr__(self, name):
        if name in self._below:
            return self._below[name]
        method = getattr(self._resource, name)

        def call(*parameters, **named):
            answer = method(*parameters, **named)
            self._called.add(f"{self._path}.{name}")
            return answer

        return call
