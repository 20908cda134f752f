"""The bridge between the runtime of the native module and an event loop."""

from __future__ import annotations

import asyncio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Any


async def awaited(start: Callable[..., Any], *arguments: Any) -> Any:
    """Starts something native and awaits it. When the awaiting task is cancelled, so is that: reads end, changes are
    stopped gently."""
    loop = asyncio.get_running_loop()
    future: asyncio.Future[Any] = loop.create_future()

    def settle(value: Any, error: BaseException | None) -> None:
        # Comes from another thread. A loop that is closed raises here, and nobody is left to hear it.
        loop.call_soon_threadsafe(_settle, future, value, error)

    pending = start(*arguments, settle)
    try:
        return await future
    finally:
        pending.cancel()


def _settle(future: asyncio.Future[Any], value: Any, error: BaseException | None) -> None:
    if future.cancelled():
        return
    if error is None:
        future.set_result(value)
    else:
        future.set_exception(error)
