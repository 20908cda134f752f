"""Rows that are still to be read, for asynchronous use."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Coroutine, Generator
    from typing import Any, Generic, TypeVar

    Row = TypeVar("Row", covariant=True)
else:

    class Generic:
        """Known to type checkers only."""

        def __class_getitem__(cls, _):
            return cls

    Row = None


class AsyncRows(Generic[Row]):
    """The rows of a list: `async for row in rows`, or all at once, `await rows`. They are read when somebody asks."""

    __slots__ = ("_answer", "_member", "_rows")

    def __init__(self, answer: Coroutine[Any, Any, Any], member: str) -> None:
        self._answer: Any = answer
        self._member = member
        self._rows: tuple[Row, ...] | None = None

    def __await__(self) -> Generator[Any, None, tuple[Row, ...]]:
        return self._read().__await__()

    def __del__(self) -> None:
        if self._rows is None:
            self._answer.close()

    async def _read(self) -> tuple[Row, ...]:
        if self._rows is None:
            self._rows = getattr(await self._answer, self._member)
        return self._rows

    async def __aiter__(self) -> AsyncIterator[Row]:
        for row in await self._read():
            yield row
