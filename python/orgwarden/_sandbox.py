"""A local organization, for the tests of programs."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Mapping
    from datetime import datetime, timedelta
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self

    from ._async_organization import AsyncOrganization
    from ._organization import Organization
    from ._records import PolicyLines


class Sandbox:
    """A local organization in this process: the admin API over real HTTP, with a clock, limits and faults of its own.

    ```python
    with Sandbox(seed="demo") as sandbox, sandbox.open() as org:
        ...
    ```

    Args:
        seed: What it starts with: `empty`, `demo`, or numbers of members and projects, `250x20`.
        clock: The time at which it starts; unsaid, the present.
        limits: How many requests it lets through: `off` (unless said otherwise), `observed`, or as many in so many seconds, `7/60`.
        retry_after: How it says how long to wait: `none`, `seconds`, `milliseconds` or `both`.
        speed: How much faster its clock runs than ours.
        faults: What goes wrong, such as `500:*:0.02`.
        strict: Refuse what the API's schema does not know.
        lenient: Make way for test suites that were not written for it.
        audit_log: Whether the audit log is on.
        organizations: How many organizations it holds.
        data: A file that keeps it.
        listen: The address, `127.0.0.1:8787`; any free port unless said otherwise.
    """

    __slots__ = ("_folders", "_sandbox", "__weakref__")

    def __init__(
        self,
        seed: str | None = None,
        *,
        clock: datetime | int | str | None = None,
        limits: str | None = None,
        retry_after: str | None = None,
        speed: float | None = None,
        faults: Iterable[str] | None = None,
        strict: bool | None = None,
        lenient: bool | None = None,
        audit_log: bool | None = None,
        organizations: int | None = None,
        data: str | os.PathLike[str] | None = None,
        listen: str | None = None,
    ) -> None:
        from . import _native
        from ._json import write

        options: dict[str, Any] = {
            "seed": seed,
            "clock": clock,
            "limits": limits,
            "retry_after": retry_after,
            "speed": speed,
            "faults": faults,
            "strict": strict,
            "lenient": lenient,
            "audit_log": audit_log,
            "organizations": organizations,
            "data": data,
            "listen": listen,
        }
        self._sandbox = _native.Sandbox.start(write(options))
        self._folders: list[Callable[[], Any]] = []

    @property
    def base_url(self) -> str:
        """Where it answers, `http://127.0.0.1:PORT/v1`."""
        return self._sandbox.base_url

    @property
    def organization(self) -> str:
        """The organization's id."""
        return self._sandbox.organization

    @property
    def admin_key(self) -> str:
        """An admin key of its owner. It opens nothing but this sandbox."""
        return self._sandbox.admin_key

    def open(
        self,
        *,
        admin_key: str | None = None,
        organization: str | None = None,
        max_wait_seconds: float | None = None,
        guards: PolicyLines | Mapping[str, Any] | None = None,
    ) -> Organization:
        """Opens its organization, with a journal of its own that goes away with the sandbox."""
        from ._organization import Organization

        return Organization(
            admin_key=admin_key or self.admin_key,
            organization=organization or self.organization,
            base_url=self.base_url,
            state_dir=self._folder(),
            max_wait_seconds=max_wait_seconds,
            guards=guards,
        )

    def open_async(
        self,
        *,
        admin_key: str | None = None,
        organization: str | None = None,
        max_wait_seconds: float | None = None,
        guards: PolicyLines | Mapping[str, Any] | None = None,
    ) -> AsyncOrganization:
        """The same for use with `asyncio`."""
        from ._async_organization import AsyncOrganization

        return AsyncOrganization(
            admin_key=admin_key or self.admin_key,
            organization=organization or self.organization,
            base_url=self.base_url,
            state_dir=self._folder(),
            max_wait_seconds=max_wait_seconds,
            guards=guards,
        )

    def control(self, request: str, body: Any = None) -> Any:
        """Asks one of the controls, `control("POST /sandbox/clock", {"advance": 604800})`, and gives its answer."""
        import json

        from ._json import to_json

        answer = self._sandbox.control(request, "" if body is None else json.dumps(to_json(body)))
        try:
            return json.loads(answer)
        except ValueError:
            return answer

    def advance(self, time: timedelta | int) -> None:
        """Lets time pass: a `timedelta`, or seconds."""
        seconds = time if isinstance(time, int) else int(time.total_seconds())
        self.control("POST /sandbox/clock", {"advance": seconds})

    def set_clock(self, time: datetime | int | str) -> None:
        """Sets its clock."""
        self.control("POST /sandbox/clock", {"set": time})

    def accept(self, invite: str, *, email: str | None = None) -> dict[str, Any]:
        """Accepts an invitation, named by its id or address, as whoever was invited or as somebody else. Answers the member."""
        member: dict[str, Any] = self.control("POST /sandbox/accept", {"invite": invite, "as": email or invite})
        return member

    def reset(self, seed: str | None = None) -> None:
        """Starts anew."""
        self.control("POST /sandbox/reset", None if seed is None else {"seed": seed})

    def set_faults(self, *faults: str) -> None:
        """Says what goes wrong from now on, such as `500:*:0.02`; none: nothing."""
        self.control("POST /sandbox/faults", {"faults": list(faults)})

    def set_limits(self, limits: str) -> None:
        """Says how many requests it lets through: `off`, `observed`, or as many in so many seconds, `7/60`."""
        self.control("POST /sandbox/limits", {"limits": limits})

    def counts(self) -> dict[str, Any]:
        """Requests, refusals and faults by route."""
        counts: dict[str, Any] = self.control("GET /sandbox/counts")
        return counts

    def stop(self) -> None:
        """Stops it. Can be asked as often as one likes."""
        self._sandbox.stop()
        while self._folders:
            self._folders.pop()()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def __repr__(self) -> str:
        return f"<Sandbox {self.base_url}>"

    def _folder(self) -> str:
        import shutil
        import tempfile
        import weakref

        folder = tempfile.mkdtemp(prefix="orgwarden-sandbox-")
        # Goes away too when nobody stops the sandbox.
        self._folders.append(weakref.finalize(self, shutil.rmtree, folder, ignore_errors=True))
        return folder
