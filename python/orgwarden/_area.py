"""What the generated areas have in common."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Any


class Area:
    """Operations that belong together. It belongs to an organization."""

    __slots__ = ("_organization",)

    def __init__(self, organization: Any) -> None:
        self._organization = organization

    def __repr__(self) -> str:
        return f"<{type(self).__name__} of {self._organization!r}>"


def several(value: Any) -> Any:
    """One is as good as a list of one."""
    if value is None:
        return None
    # A text has letters and a dict has names: neither is a list of what is meant.
    return [value] if isinstance(value, (str, dict)) or not hasattr(value, "__iter__") else list(value)
