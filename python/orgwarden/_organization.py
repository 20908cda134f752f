"""An organization, for blocking use."""

from __future__ import annotations

from ._blocking import ANSWERS, Operations
from ._given import Counts, Given

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self

    from . import _native
    from ._job import Job
    from ._plan import Plan
    from ._records import PolicyLines, Requests


class Organization(Operations):
    """An OpenAI organization. Opening it sends nothing.

    Its operations stand in areas: `org.members.list(role="owner")`. An area that has a list can be called for its rows:
    `for member in org.members(role="owner")`. What changes something can be planned first, `org.plan.members.remove(…)`.

    It may be used from any number of threads. Ctrl-C ends what waits: a read at once, a change gently, so that whatever was
    sent is written down in the journal.

    Args:
        profile: The profile of the configuration file; unsaid, what `ORGWARDEN_PROFILE` or the file names. `environment`
            steps around them.
        admin_key: The admin key, where the program has one itself. It is never shown. Unsaid, the profile or
            `OPENAI_ADMIN_KEY` has it.
        organization: The organization that the key must belong to, `org-…`.
        base_url: Where the API is. Only together with `admin_key`.
        state_dir: The folder of the journal and the learned limits, in place of the usual one.
        max_wait_seconds: How long a call may wait for the rate limit before it fails with `RateLimitedError`.
        guards: Lines of the policy that hold in place of those of the profile: `{"minimum_owners": 1}`.
    """

    __slots__ = ("_codec", "_counts", "_door", "_given", "__weakref__")

    def __init__(
        self,
        profile: str | None = None,
        *,
        admin_key: str | None = None,
        organization: str | None = None,
        base_url: str | None = None,
        state_dir: str | os.PathLike[str] | None = None,
        max_wait_seconds: float | None = None,
        guards: PolicyLines | Mapping[str, Any] | None = None,
    ) -> None:
        from . import _json, _native

        # Here, so that calls need not look for it.
        self._codec = _json
        self._given = Given(profile, organization, base_url, state_dir, max_wait_seconds, guards)
        self._counts = Counts()
        self._door: _native.Door = _native.Door.open(self._given.text(), admin_key)

    @classmethod
    def from_env(cls) -> Self:
        """Opens what the environment says: `OPENAI_ADMIN_KEY`, `OPENAI_ORG_ID`, `OPENAI_BASE_URL`. Profiles are passed over."""
        return cls("environment")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Ends all waits and reads; jobs stop gently. Whatever is called afterwards fails with `CancelledError`."""
        self._door.close()

    def call(self, operation: str, /, **arguments: Any) -> Any:
        """Runs an operation by its name: `org.call("members.list", role="owner")`."""
        return self._call(operation, arguments, ANSWERS.get(operation, "Any"))

    def open_plan(self, path: str | os.PathLike[str]) -> Plan:
        """Takes up a plan that was saved. It must be one for this organization."""
        from ._plan import Plan

        return Plan(self._door, self._door.open_plan(path))

    def resume(self, run: str | None = None, *, retry: bool = False) -> Job | None:
        """Continues a run that was cut off, the newest if none is named. `None`: there is nothing to resume.

        Args:
            run: The run in the journal.
            retry: Try again what the API refused, too.
        """
        from ._job import Job

        job = self._door.resume(run, retry)
        return None if job is None else Job(job)

    @property
    def requests(self) -> Requests:
        """The requests that operations which have answered took since it was opened. Plans and jobs tell their own."""
        return self._counts.told()

    def __repr__(self) -> str:
        return f"<Organization {self._given!r}>"

    def _call(self, name: str, arguments: dict[str, Any], answer: str) -> Any:
        codec = self._codec
        text = codec.write({name: value for name, value in arguments.items() if value is not None})
        if name == "members.list":
            people, requests = codec.read_people(self._door.people(text))
            self._counts.add(requests)
            return people
        value, requests = codec.read_report(self._door.call(name, text), answer)
        self._counts.add(requests)
        return value

    def _planned(self, name: str, arguments: dict[str, Any]) -> Plan:
        from ._json import write
        from ._plan import Plan

        return Plan(self._door, self._door.plan(name, write(arguments)))
