"""Manage an OpenAI organization: members, invitations, projects, keys, roles and limits.

```python
from orgwarden import Organization

with Organization() as org:
    for member in org.members(role="owner"):
        print(member.email, member.last_used_at)
```

`Organization` is for blocking use, `AsyncOrganization` for `asyncio`, `Sandbox` for trials and tests. Errors are below `Error`.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any

    from ._async_organization import AsyncOrganization as AsyncOrganization
    from ._errors import *
    from ._job import AsyncJob as AsyncJob
    from ._job import Job as Job
    from ._organization import Organization as Organization
    from ._plan import AsyncPlan as AsyncPlan
    from ._plan import Plan as Plan
    from ._record import Record as Record
    from ._record import to_records as to_records
    from ._records import *
    from ._rows import AsyncRows as AsyncRows
    from ._sandbox import Sandbox as Sandbox

    __version__: str

# What is used is read when it is used: importing costs next to nothing.
_HOMES = {
    "AsyncJob": "_job",
    "AsyncOrganization": "_async_organization",
    "AsyncPlan": "_plan",
    "AsyncRows": "_rows",
    "Job": "_job",
    "Organization": "_organization",
    "Plan": "_plan",
    "Record": "_record",
    "Sandbox": "_sandbox",
    "to_records": "_record",
}


def __getattr__(name: str) -> object:
    if name == "__version__":
        value: object = _home("_native").VERSION
    elif name in _HOMES:
        value = getattr(_home(_HOMES[name]), name)
    elif name == "__all__":
        value = [public for public in __dir__() if not public.startswith("_")]
    elif name.startswith("_"):
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    else:
        home = _home("_errors" if name.endswith("Error") else "_records")
        if name not in home.__all__:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(home, name)
    globals()[name] = value
    return value


def _home(name: str) -> Any:
    # What the module `importlib` does, without the cost of importing it.
    return __import__(f"{__name__}.{name}", fromlist=["*"])


def __dir__() -> list[str]:
    from . import _errors, _records

    return sorted({*_HOMES, *_errors.__all__, *_records.__all__, "__version__"})
