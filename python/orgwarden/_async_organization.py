"""An organization, for use with `asyncio`."""

from __future__ import annotations

from ._asynchronous import ANSWERS, AsyncOperations
from ._given import Counts, Given

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    import os
    from collections.abc import Mapping
    from types import TracebackType
    from typing import Any

    from typing_extensions import Self

    from . import _native
    from ._job import AsyncJob
    from ._plan import AsyncPlan
    from ._records import PolicyLines, Requests


class AsyncOrganization(AsyncOperations):
    """An OpenAI organization, with the names of `Organization`, to be awaited.

    `async with AsyncOrganization() as org:` opens and closes it; without that, the first call opens it. When a task that
    awaits is cancelled, a read ends at once, a change gently: whatever was sent is written down in the journal.

    The arguments are those of `Organization`.
    """

    __slots__ = ("_admin_key", "_counts", "_door", "_given", "_opening", "__weakref__")

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
        self._given = Given(profile, organization, base_url, state_dir, max_wait_seconds, guards)
        self._admin_key = admin_key
        self._counts = Counts()
        self._door: _native.Door | None = None
        self._opening: asyncio.Future[_native.Door] | None = None

    @classmethod
    def from_env(cls) -> Self:
        """Opens what the environment says: `OPENAI_ADMIN_KEY`, `OPENAI_ORG_ID`, `OPENAI_BASE_URL`. Profiles are passed over."""
        return cls("environment")

    async def __aenter__(self) -> Self:
        await self._opened()
        return self

    async def __aexit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        await self.close()

    async def close(self) -> None:
        """Ends all waits and reads; jobs stop gently. Whatever is called afterwards fails with `CancelledError`."""
        (await self._opened()).close()

    async def call(self, operation: str, /, **arguments: Any) -> Any:
        """Runs an operation by its name: `await org.call("members.list", role="owner")`."""
        return await self._call(operation, arguments, ANSWERS.get(operation, "Any"))

    async def open_plan(self, path: str | os.PathLike[str]) -> AsyncPlan:
        """Takes up a plan that was saved. It must be one for this organization."""
        from ._asyncio import awaited
        from ._plan import AsyncPlan

        door = await self._opened()
        return AsyncPlan(door, await awaited(door.start_open_plan, path))

    async def resume(self, run: str | None = None, *, retry: bool = False) -> AsyncJob | None:
        """Continues a run that was cut off, the newest if none is named. `None`: there is nothing to resume.

        Args:
            run: The run in the journal.
            retry: Try again what the API refused, too.
        """
        from ._asyncio import awaited
        from ._job import AsyncJob

        job = await awaited((await self._opened()).start_resume, run, retry)
        return None if job is None else AsyncJob(job)

    @property
    def requests(self) -> Requests:
        """The requests that operations which have answered took since it was opened. Plans and jobs tell their own."""
        return self._counts.told()

    def __repr__(self) -> str:
        return f"<AsyncOrganization {self._given!r}>"

    async def _opened(self) -> _native.Door:
        if self._door is None:
            import asyncio

            from . import _native
            from ._asyncio import awaited

            # Several that come at once wait for the same opening.
            if self._opening is None:
                opening = awaited(_native.Door.start_open, self._given.text(), self._admin_key)
                self._opening = asyncio.ensure_future(opening)
            try:
                self._door = await asyncio.shield(self._opening)
            finally:
                if self._opening is not None and self._opening.done():
                    self._opening = None
        return self._door

    async def _call(self, name: str, arguments: dict[str, Any], answer: str) -> Any:
        from ._asyncio import awaited
        from ._json import read_people, read_report, write

        door = await self._opened()
        if name == "members.list":
            people, requests = read_people(await awaited(door.start_people, write(arguments)))
            self._counts.add(requests)
            return people
        value, requests = read_report(await awaited(door.start_call, name, write(arguments)), answer)
        self._counts.add(requests)
        return value

    async def _planned(self, name: str, arguments: dict[str, Any]) -> AsyncPlan:
        from ._asyncio import awaited
        from ._json import write
        from ._plan import AsyncPlan

        door = await self._opened()
        return AsyncPlan(door, await awaited(door.start_plan, name, write(arguments)))
