"""Words: enumerations whose members are texts, so that `role == "owner"` is as good as `role is OrganizationRole.OWNER`."""

from __future__ import annotations

from enum import Enum


class Word(str, Enum):
    """One of some words, and a text."""

    def __str__(self) -> str:
        return str.__str__(self)

    def __format__(self, how: str) -> str:
        return str.__format__(self, how)

    def __repr__(self) -> str:
        own = type(self).__name__
        return f"{own}.{self._name_}" if self._name_ in type(self).__members__ else f"{own}({self._value_!r})"


class OpenWord(Word):
    """One of some words, or another one: the API may have words that this version does not know."""

    @classmethod
    def _missing_(cls, value: object) -> OpenWord | None:
        if not isinstance(value, str):
            return None
        member = str.__new__(cls, value)
        member._name_ = value
        member._value_ = value
        # One object for a word, from whatever thread.
        return cls._value2member_map_.setdefault(value, member)  # type: ignore[return-value]
