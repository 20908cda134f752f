"""A plan that is being applied."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Iterator
    from typing import Any

    from . import _native
    from ._records import Done, Event


class _Running:
    __slots__ = ("_job",)

    def __init__(self, job: _native.Job) -> None:
        self._job = job

    @property
    def is_over(self) -> bool:
        """Whether it is over."""
        return self._job.is_over()

    def stop(self) -> None:
        """Asks it to stop: no new step is sent, those under way are answered and written down."""
        self._job.stop()

    def __repr__(self) -> str:
        return f"<{type(self).__name__}: {'over' if self.is_over else 'under way'}>"


class Job(_Running):
    """A plan that is being applied. It goes on by itself; when nobody holds it any more, it is stopped gently.

    `for event in job` tells what happens, each event once. `result()` waits for the end. All of it may be used from any
    thread, at the same time.
    """

    __slots__ = ()

    def __iter__(self) -> Iterator[Event]:
        return self

    def __next__(self) -> Event:
        text = self._job.next()
        if text is None:
            raise StopIteration
        return _event(text)

    def result(self) -> Done:
        """Waits for the end, and tells what became of each step. Can be asked as often as one likes.

        Ctrl-C ends the waiting, not the job: ask it to stop, and for its result again.
        """
        return _done(self._job.result())


class AsyncJob(_Running):
    """A plan that is being applied. It goes on by itself, whatever becomes of the task that awaits it; when nobody holds
    it any more, it is stopped gently.

    `async for event in job` tells what happens, each event once. `await job.result()` waits for the end.
    """

    __slots__ = ("_next",)

    def __init__(self, job: _native.Job) -> None:
        super().__init__(job)
        self._next: asyncio.Future[Any] | None = None

    def __aiter__(self) -> AsyncIterator[Event]:
        return self

    async def __anext__(self) -> Event:
        import asyncio

        from ._asyncio import awaited

        # Whoever asks after somebody was cancelled gets what that one would have got: no event is lost. Of several that
        # ask at once, one gets it.
        while True:
            waiting = self._next
            if waiting is None or waiting.cancelled():
                waiting = self._next = asyncio.ensure_future(awaited(self._job.start_next))
            try:
                text = await asyncio.shield(waiting)
            except asyncio.CancelledError:
                raise
            except BaseException:
                self._next = None
                raise
            if self._next is waiting:
                self._next = None
                break
        if text is None:
            raise StopAsyncIteration
        return _event(text)

    async def result(self) -> Done:
        """Waits for the end, and tells what became of each step. Can be asked as often as one likes."""
        from ._asyncio import awaited

        return _done(await awaited(self._job.start_result))


def _event(text: str) -> Event:
    from ._json import read

    event: Event = read(text, "Event")
    return event


def _done(text: str) -> Done:
    from ._json import read

    done: Done = read(text, "Done")
    return done
