"""From JSON to records and back. Which member is read how, is told by the annotations in `_records.py`."""

from __future__ import annotations

import json
from datetime import datetime, timezone
from decimal import Decimal

from . import _records
from ._record import _REQUIRED, OpenRecord, Record, _set

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from typing import Any

    from . import _native

    Reader = Callable[[Any], Any]

_readers: dict[str, Reader | None] = {}
_AS_IT_IS = frozenset({"str", "bool", "int"})


# One for all texts: `json.loads` would make one for each. What it reads is our own, without space around it.
_scan: Any = getattr(json.JSONDecoder(parse_float=Decimal), "scan_once")


def read(text: str, kind: str) -> Any:
    """Reads JSON as a type, given as it is written in an annotation."""
    return _value(_scan(text, 0)[0], kind)


def read_report(text: str, kind: str) -> tuple[Any, dict[str, Any]]:
    """Reads the report of an operation: its answer, and the requests that it took."""
    report = _scan(text, 0)[0]
    return _value(report["value"], kind), report["requests"]


def read_people(people: _native.People) -> tuple[_records.Roster, dict[str, Any]]:
    """The same for people, of whom there may be very many: their rows are native, and become records when they must."""
    return _records.Roster(people=people.rows()), json.loads(people.requests())


def write(value: Any) -> str:
    """Writes arguments as JSON; what is `None` is left out."""
    return json.dumps(to_json(value, without_none=True)) if value else "{}"


def to_json(value: Any, *, without_none: bool = False) -> Any:
    """What `json.dumps` takes: records by the names of JSON, times in seconds since 1970."""
    if value is None or isinstance(value, (bool, int, float)):
        return value
    if isinstance(value, str):
        return str(value)
    if isinstance(value, Record):
        # Of a native row it is the class of its record.
        kind = value.__class__
        tagged: list[tuple[str, Any]] = [] if kind._tag is None else [kind._tag]
        members: Iterable[tuple[str, Any]] = ((name.rstrip("_"), getattr(value, name)) for name in kind._kinds)
        extra = value.extra.items() if isinstance(value, OpenRecord) else ()
        return to_json(dict([*extra, *tagged, *members]), without_none=without_none)
    if isinstance(value, dict):
        items: Mapping[str, Any] = value
        written = {name: to_json(item, without_none=without_none) for name, item in items.items()}
        return {name: item for name, item in written.items() if not (without_none and item is None)}
    if isinstance(value, datetime):
        if value.tzinfo is None:
            from ._errors import InvalidError

            raise InvalidError(
                f"{value} has no time zone", hint="Say which: datetime(…, tzinfo=timezone.utc), or value.astimezone()."
            )
        return int(value.timestamp())
    if isinstance(value, Decimal):
        return float(value)
    if hasattr(value, "__fspath__"):
        return value.__fspath__()
    if hasattr(value, "__iter__"):
        return [to_json(item, without_none=without_none) for item in value]
    from ._errors import InvalidError

    raise InvalidError(f"{type(value).__name__} cannot be an argument")


def _value(value: Any, kind: str) -> Any:
    reader = _reader(kind)
    return value if reader is None or value is None else reader(value)


def _reader(kind: str) -> Reader | None:
    try:
        return _readers[kind]
    except KeyError:
        reader = _readers[kind] = _make(kind)
        return reader


def _make(kind: str) -> Reader | None:
    if kind.endswith(" | None"):
        return _reader(kind[: -len(" | None")])
    if kind in _AS_IT_IS:
        return None
    if kind in _PLAIN:
        return _PLAIN[kind]
    outer, _, inner = kind.partition("[")
    if outer == "Mapping":
        item = inner[len("str, ") : -1]
        return lambda members: {name: _value(member, item) for name, member in members.items()}
    if outer == "Sequence" or inner.endswith(", ...]"):
        return _items(inner[:-1].removesuffix(", ..."))
    if inner:
        kinds = inner[:-1].split(", ")
        return lambda items: tuple([_value(item, kind) for item, kind in zip(items, kinds)])
    union = _records._UNIONS.get(kind)
    if union is not None:
        tag, variants = union
        classes = {word: getattr(_records, variant) for word, variant in variants.items()}
        if tag is None:
            return lambda members: _record(next(classes[word] for word in classes if word in members), members)
        return lambda members: _record(classes[members[tag]], members)
    found: type[Any] = getattr(_records, kind)
    if issubclass(found, Record):
        record = found
        return lambda members: _record(record, members)
    return found


def _items(kind: str) -> Reader:
    reader = _reader(kind)
    if reader is None:
        return tuple
    return lambda items: tuple([None if item is None else reader(item) for item in items])


def _record(kind: type[Record], members: dict[str, Any]) -> Record:
    record = object.__new__(kind)
    known = kind._members
    if known is None:
        known = kind._members = tuple(
            [(name, name.rstrip("_"), kind._defaults[name], _reader(what)) for name, what in kind._kinds.items()]
        )
    for name, key, default, reader in known:
        value = members.get(key, default)
        if value is _REQUIRED:
            raise ValueError(f"a {kind.__name__} without {key}")
        _set(record, name, value if reader is None or value is None else reader(value))
    if issubclass(kind, OpenRecord):
        # Names in JSON are those of Python, but for keywords.
        names = kind._kinds
        extra = {name: _any(value) for name, value in members.items() if name not in names and f"{name}_" not in names}
        _set(record, "_extra", extra)
    return record


def _time(seconds: float) -> datetime:
    try:
        return datetime.fromtimestamp(seconds, timezone.utc)
    except (OverflowError, OSError, ValueError):
        end = datetime.min if seconds < 0 else datetime.max
        return end.replace(tzinfo=timezone.utc)


def _any(value: Any) -> Any:
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, dict):
        return {name: _any(item) for name, item in value.items()}
    if isinstance(value, list):
        return [_any(item) for item in value]
    return value


_PLAIN: dict[str, Reader] = {"datetime": _time, "Decimal": Decimal, "float": float, "Any": _any}
