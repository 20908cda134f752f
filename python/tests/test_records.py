"""Records behave as frozen data classes do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from datetime import datetime, timezone
from decimal import Decimal

import pytest

from orgwarden import (
    AuditLog,
    Invitee,
    Membership,
    Organization,
    OrganizationRole,
    Person,
    PersonStatus,
    Plan,
    Project,
    Record,
    StepEvent,
    to_records,
)
from orgwarden._json import read, to_json


def person(org: Organization) -> Person:
    return org.members.show("tom.becker@acme.example")


def test_they_are_equal_and_hashed_by_their_members(org: Organization) -> None:
    one, other = person(org), person(org)
    assert one == other and one is not other and hash(one) == hash(other)
    assert one != dataclasses.replace(one, name="Tom")
    assert one != "tom" and one != Membership(id="proj_1")
    assert len({one, other}) == 1


def test_they_are_frozen(org: Organization) -> None:
    one = person(org)
    for name in ("email", "no_such_member"):
        with pytest.raises(AttributeError):
            setattr(one, name, "else")
    with pytest.raises(AttributeError):
        del one.email  # type: ignore[misc]


def test_they_are_pickled_and_copied(org: Organization) -> None:
    whole = org.members.list(with_keys=True)
    assert pickle.loads(pickle.dumps(whole)) == whole
    assert copy.deepcopy(whole) == whole
    project = Project(id="proj_1", extra={"geography": "eu"})  # type: ignore[call-arg]
    assert pickle.loads(pickle.dumps(project)) == project != Project(id="proj_1")
    assert pickle.loads(pickle.dumps(project)).extra == {"geography": "eu"}


def test_they_are_data_classes_to_those_who_ask(org: Organization) -> None:
    one = person(org)
    assert dataclasses.is_dataclass(one)
    assert [field.name for field in dataclasses.fields(one)][:2] == ["status", "email"]
    plain = dataclasses.asdict(one)
    assert plain["email"] == "tom.becker@acme.example" and isinstance(plain["keys"][0], dict)


def test_they_are_matched(org: Organization) -> None:
    match person(org):
        case Person(status=PersonStatus.MEMBER, role="reader", projects=(Membership(name=name), *_)):
            assert name
        case other:
            pytest.fail(repr(other))


def test_their_text_can_be_read(org: Organization) -> None:
    text = repr(person(org))
    assert text.startswith("Person(status=PersonStatus.MEMBER, email='tom.becker@acme.example'")


def test_what_is_not_given_or_not_known_is_refused() -> None:
    assert Invitee(email="ada@example.com", projects=["Web"]).projects == ("Web",)
    with pytest.raises(TypeError, match="status"):
        Person()  # type: ignore[call-arg]
    with pytest.raises(TypeError, match="mail"):
        Invitee(mail="ada@example.com")  # type: ignore[call-arg]


def test_words_are_texts_and_unknown_ones_are_kept() -> None:
    assert OrganizationRole("owner") is OrganizationRole.OWNER == "owner"
    other = OrganizationRole("auditor")
    assert other == "auditor" and str(other) == f"{other}" == "auditor" and other is OrganizationRole("auditor")
    assert repr(other) == "OrganizationRole('auditor')" and other not in list(OrganizationRole)
    assert pickle.loads(pickle.dumps(other)) is other
    with pytest.raises(ValueError):
        PersonStatus("retired")


def test_times_money_and_unknown_members_are_read() -> None:
    entry = read('{"id":"a","type":"user.deleted","effective_at":0,"user.deleted":{"id":"user-1","sum":0.5}}', "AuditLog")
    assert isinstance(entry, AuditLog)
    assert entry.effective_at == datetime(1970, 1, 1, tzinfo=timezone.utc)
    assert entry.extra["user.deleted"] == {"id": "user-1", "sum": 0.5}
    assert to_json(entry)["user.deleted"] == {"id": "user-1", "sum": 0.5}
    assert read("0.10000000000000000001", "Decimal") == Decimal("0.10000000000000000001")
    assert read("99999999999999", "datetime").year == 9999 and read("-99999999999999", "datetime").year == 1
    event = read('{"event":"step","step":1,"subject":"a","action":"b","at":5,"new":true}', "Event")
    assert event == StepEvent(step=1, subject="a", action="b", at=datetime.fromtimestamp(5, timezone.utc))
    assert to_json(event) == {"event": "step", "step": 1, "subject": "a", "action": "b", "at": 5}


def test_native_rows_are_like_records(org: Organization) -> None:
    rows = org.members.list(with_keys=True).people
    row = next(row for row in rows if row.email == "tom.becker@acme.example")
    record = person(org)
    assert type(row) is not type(record) is Person
    # The record first: it must not matter what was asked before.
    for field in dataclasses.fields(record):
        assert getattr(row, field.name) == getattr(record, field.name), field.name
        assert type(getattr(row, field.name)) is type(getattr(record, field.name)), field.name
    again = next(row for row in org.members.list(with_keys=True).people if row.email == record.email)
    assert row == record == row == again and hash(row) == hash(record) and repr(row) == repr(record)
    assert row != next(other for other in rows if other.email != row.email) and row != "tom"
    assert isinstance(row, Person) and isinstance(row, Record) and row.__class__ is Person
    assert dataclasses.is_dataclass(row) and dataclasses.asdict(row) == dataclasses.asdict(record)
    assert dataclasses.replace(row, name="Tom") == dataclasses.replace(record, name="Tom")
    assert type(pickle.loads(pickle.dumps(row))) is Person and pickle.loads(pickle.dumps(rows)) == rows
    assert copy.copy(row) == copy.deepcopy(row) == row and row.to_dict() == record.to_dict()
    assert to_json(row) == to_json(record)
    match row:
        case Person(role=OrganizationRole.READER, email=email):
            assert email == record.email
        case _:
            pytest.fail(repr(row))
    with pytest.raises(AttributeError):
        row.email = "else"  # type: ignore[misc]
    with pytest.raises(AttributeError):
        getattr(row, "no_such_member")


def test_rows_are_plain_dicts_for_data_frames(org: Organization) -> None:
    rows = to_records(org.members(with_projects=True))
    assert all(type(row) is dict for row in rows)
    first = next(row for row in rows if row["email"] == "tom.becker@acme.example")
    assert type(first["role"]) is str and isinstance(first["since"], datetime)
    assert type(first["projects"]) is list and type(first["projects"][0]) is dict
    assert not any(isinstance(value, Record) for row in rows for value in row.values())


def test_one_is_as_good_as_a_list_of_one(org: Organization) -> None:
    texts = {
        plan_text(org.plan.members.remove(who))
        for who in ("tom.becker@acme.example", ["tom.becker@acme.example"], iter(("tom.becker@acme.example",)))
    }
    assert len(texts) == 1
    invited = {
        plan_text(org.plan.members.invite(people=people, projects="Support Assistant"))
        for people in (
            Invitee(email="ada@example.com"),
            {"email": "ada@example.com"},
            [Invitee(email="ada@example.com")],
        )
    }
    assert len(invited) == 1


def plan_text(plan: Plan) -> str:
    assert len(plan.steps) == 1
    return plan.text()
