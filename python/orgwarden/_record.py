"""What answers are made of: frozen records with slots.

They behave as frozen data classes do (keyword arguments, equality, hash, `repr`, pickling, `match`, `dataclasses.replace`,
`asdict` and `fields`), but importing them does not cost what `dataclasses` costs for more than a hundred classes.
"""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from typing_extensions import Self, dataclass_transform
else:

    def dataclass_transform(**_):
        return lambda kind: kind


_REQUIRED: Any = object()
_set = object.__setattr__


@dataclass_transform(kw_only_default=True, frozen_default=True)
class RecordType(type):
    """Makes a class of its annotations: each is a member, but for `ClassVar`, which holds the word that tells its kind."""

    _defaults: dict[str, Any]
    _kinds: dict[str, str]
    _tag: tuple[str, str] | None
    _members: tuple[tuple[str, str, Any, Callable[[Any], Any] | None], ...] | None

    def __new__(cls, name: str, bases: tuple[type, ...], space: dict[str, Any]) -> RecordType:
        kinds = {}
        tag = None
        for member, kind in space.get("__annotations__", {}).items():
            if kind.startswith("ClassVar"):
                tag = (member, space[member])
            else:
                kinds[member] = kind
        space["_kinds"] = kinds
        space["_defaults"] = {member: space.pop(member, _REQUIRED) for member in kinds}
        space["_tag"] = tag
        space["_members"] = None
        space["__slots__"] = (*space.get("__slots__", ()), *kinds)
        return super().__new__(cls, name, bases, space)


class _Fields:
    """The description that the module `dataclasses` looks for, made when it looks."""

    def __get__(self, instance: object, owner: RecordType) -> Any:
        import dataclasses

        found = owner.__dict__.get("_described")
        if found is None:
            described: list[Any] = []
            for name, kind in owner._kinds.items():
                default = owner._defaults[name]
                given = {} if default is _REQUIRED else {"default": default}
                described.append((name, kind, dataclasses.field(kw_only=True, **given)))
            model = dataclasses.make_dataclass(owner.__name__, described, frozen=True)
            found = getattr(model, "__dataclass_fields__")
            type.__setattr__(owner, "_described", found)
        return found


class Record(metaclass=RecordType):
    """A record: its members are set when it is made, and never again."""

    if TYPE_CHECKING:
        __slots__ = ()
    else:
        __dataclass_fields__ = _Fields()

        def __init__(self, **members):
            kind = type(self)
            for name, default in kind._defaults.items():
                value = members.pop(name, default)
                if value is _REQUIRED:
                    raise TypeError(f"{kind.__name__}() misses the argument {name!r}")
                _set(self, name, tuple(value) if type(value) is list else value)
            if members:
                raise TypeError(f"{kind.__name__}() has no argument {next(iter(members))!r}")

        def __setattr__(self, name, value):
            raise AttributeError(f"{type(self).__name__} is frozen: make another one with dataclasses.replace()")

        def __delattr__(self, name):
            raise AttributeError(f"{type(self).__name__} is frozen")

    def _values(self) -> tuple[Any, ...]:
        return tuple([getattr(self, name) for name in type(self)._kinds])

    def __eq__(self, other: object) -> bool:
        if type(other) is not type(self):
            return NotImplemented
        return self._values() == other._values()

    def __hash__(self) -> int:
        return hash((type(self), self._values()))

    def __repr__(self) -> str:
        members = zip(type(self)._kinds, self._values())
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in members)})"

    def __reduce__(self) -> tuple[Any, ...]:
        return _made, (type(self), dict(zip(type(self)._kinds, self._values())))

    def __replace__(self, **changes: Any) -> Self:
        return type(self)(**{**dict(zip(type(self)._kinds, self._values())), **changes})

    def to_dict(self) -> dict[str, Any]:
        """A plain dict, with plain dicts and lists inside: for data frames and the like. Times and decimals stay."""
        kind = type(self)
        plain: dict[str, Any] = {} if kind._tag is None else {kind._tag[0]: kind._tag[1]}
        for name in kind._kinds:
            plain[name] = _plain(getattr(self, name))
        return plain


class OpenRecord(Record):
    """A record of the API itself, which may have members that this version does not know: they are in `extra`."""

    __slots__ = ("_extra",)

    if not TYPE_CHECKING:

        def __init__(self, *, extra=None, **members):
            super().__init__(**members)
            _set(self, "_extra", dict(extra or {}))

    @property
    def extra(self) -> Mapping[str, Any]:
        """What else the API told, by the names that it gave."""
        extra: Mapping[str, Any] = getattr(self, "_extra")
        return extra

    def __eq__(self, other: object) -> bool:
        same = super().__eq__(other)
        if same is True and isinstance(other, OpenRecord):
            return self.extra == other.extra
        return same

    def __hash__(self) -> int:
        return super().__hash__()

    def __reduce__(self) -> tuple[Any, ...]:
        make, (kind, members) = super().__reduce__()
        return make, (kind, {**members, "extra": dict(self.extra)})

    def __replace__(self, **changes: Any) -> Self:
        return super().__replace__(**{"extra": self.extra, **changes})

    def to_dict(self) -> dict[str, Any]:
        """A plain dict, with plain dicts and lists inside, and with what else the API told."""
        return {**_plain(self.extra), **super().to_dict()}


def _made(kind: type[Record], members: dict[str, Any]) -> Record:
    return kind(**members)


def _plain(value: Any) -> Any:
    if isinstance(value, Record):
        return value.to_dict()
    if isinstance(value, (tuple, list)):
        return [_plain(item) for item in value]
    if isinstance(value, dict):
        return {name: _plain(item) for name, item in value.items()}
    # A word of an enumeration is a text.
    return str(value) if isinstance(value, str) else value


def to_records(rows: Iterable[Record]) -> list[dict[str, Any]]:
    """Rows as plain dicts: `pandas.DataFrame(to_records(org.members()))`, `polars.DataFrame(…)`, `csv.DictWriter(…)`."""
    return [row.to_dict() for row in rows]
