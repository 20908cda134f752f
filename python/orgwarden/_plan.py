"""A plan: the calls that a wish means, to be looked at before anything is changed."""

from __future__ import annotations

TYPE_CHECKING = False
if TYPE_CHECKING:
    import os
    from datetime import datetime

    from . import _native
    from ._job import AsyncJob, Job
    from ._records import Already, Effect, Held, PlanDetails, Requests
    from ._records import Step


class _Planned:
    __slots__ = ("_details", "_door", "_plan")

    def __init__(self, door: _native.Door, plan: _native.Plan) -> None:
        self._door = door
        self._plan = plan
        self._details: PlanDetails | None = None

    @property
    def details(self) -> PlanDetails:
        """All that the plan says, as a record."""
        if self._details is None:
            from ._json import read

            self._details = read(self._plan.json(), "PlanDetails")
        return self._details

    @property
    def operation(self) -> str:
        """The operation that it is a plan of."""
        return self.details.operation

    @property
    def effect(self) -> Effect:
        """What it does to the organization."""
        return self.details.effect

    @property
    def steps(self) -> tuple[Step, ...]:
        """The calls, in order."""
        return tuple(self.details.steps)

    @property
    def already(self) -> tuple[Already, ...]:
        """What is so already."""
        return tuple(self.details.already)

    @property
    def held(self) -> tuple[Held, ...]:
        """What guards hold back."""
        return tuple(self.details.held)

    @property
    def notes(self) -> tuple[str, ...]:
        """What people should know before they agree."""
        return tuple(self.details.notes)

    @property
    def requests(self) -> Requests:
        """The requests that making it took."""
        return self.details.requests

    @property
    def estimate_seconds(self) -> float:
        """How long applying it will take, in seconds, at the learned pace."""
        return self.details.estimate_seconds

    @property
    def made_at(self) -> datetime:
        """When it was made."""
        return self.details.made_at

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to do."""
        return self._plan.is_empty()

    def text(self) -> str:
        """As the command line shows it; `print(plan)` does the same."""
        return self._plan.text()

    def markdown(self) -> str:
        """As Markdown."""
        return self._plan.markdown()

    def csv(self) -> str:
        """As CSV, a line for each part."""
        return self._plan.csv()

    def json(self) -> str:
        """As JSON."""
        return self._plan.json()

    def save(self, path: str | os.PathLike[str]) -> None:
        """Writes it into a file that only its owner may read, for `open_plan` or `orgwarden apply`. It is sealed: a
        change to it is noticed."""
        self._plan.save(path)

    def __str__(self) -> str:
        return self.text()

    def _repr_markdown_(self) -> str:
        return self.markdown()

    def __repr__(self) -> str:
        steps = len(self.steps)
        return f"<{type(self).__name__} of {self.operation}: {steps} step{'' if steps == 1 else 's'}, {len(self.held)} held>"


class Plan(_Planned):
    """A plan, not applied yet. It prints as the command line shows it."""

    __slots__ = ()

    def apply(self) -> Job:
        """Begins to apply it: exactly its steps. Guards judge it once more, by what the organization is like then."""
        from ._job import Job

        return Job(self._door.apply(self._plan))


class AsyncPlan(_Planned):
    """A plan, not applied yet. It prints as the command line shows it."""

    __slots__ = ()

    def apply(self) -> AsyncJob:
        """Begins to apply it: exactly its steps. Guards judge it once more, by what the organization is like then.

        It only begins, so there is nothing to await: `async for event in plan.apply()`.
        """
        from ._job import AsyncJob

        return AsyncJob(self._door.apply(self._plan))
