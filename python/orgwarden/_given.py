"""What both kinds of organization have in common: how they are opened, and what they count."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from collections.abc import Mapping
    from typing import Any

    from ._records import PolicyLines, Requests


class Given:
    """What an organization is opened with. The key is beside it, so that it is never shown."""

    __slots__ = ("members",)

    def __init__(
        self,
        profile: str | None,
        organization: str | None,
        base_url: str | None,
        state_dir: str | os.PathLike[str] | None,
        max_wait_seconds: float | None,
        guards: PolicyLines | Mapping[str, Any] | None,
    ) -> None:
        self.members: dict[str, Any] = {
            "profile": profile,
            "organization": organization,
            "base_url": base_url,
            "state_dir": state_dir,
            "max_wait_seconds": max_wait_seconds,
            "guards": guards,
        }

    def text(self) -> str:
        """As JSON."""
        from ._json import write

        return write(self.members)

    def __repr__(self) -> str:
        return ", ".join(f"{name}={value!r}" for name, value in self.members.items() if value is not None)


class Counts:
    """How many requests were sent."""

    __slots__ = ("_by_route", "_lock", "_total")

    def __init__(self) -> None:
        from _thread import allocate_lock

        self._lock = allocate_lock()
        self._total = 0
        self._by_route: dict[str, int] = {}

    def add(self, requests: dict[str, Any]) -> None:
        """Adds those of an answer, as JSON has them."""
        with self._lock:
            self._total += requests["total"]
            for route, count in requests["by_route"].items():
                self._by_route[route] = self._by_route.get(route, 0) + count

    def told(self) -> Requests:
        """All of them."""
        from ._records import Requests

        with self._lock:
            return Requests(total=self._total, by_route=dict(self._by_route))
