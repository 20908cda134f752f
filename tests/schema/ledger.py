"""What was asked and answered in a whole run, and the sums that are printed at its end."""

from collections import Counter

import official


class Ledger:
    """Requests by operation and status, and the successes whose body fits its schema."""

    def __init__(self) -> None:
        self.answers: Counter[tuple[str, int]] = Counter()
        self.validated: Counter[str] = Counter()
        self.sequences = 0
        self.steps = 0
        #: What sequences expected of an answer because of earlier ones, by kind.
        self.expectations: Counter[str] = Counter()

    def note(self, label: str, status: int) -> None:
        self.answers[label, status] += 1

    def note_valid(self, label: str, status: int) -> None:
        if status == 200:
            self.validated[label] += 1

    @property
    def missing(self) -> list[str]:
        """The operations of the file without a single valid success."""
        return [label for label in official.operations() if not self.validated[label]]

    def lines(self) -> list[str]:
        count = len(official.operations())
        statuses: Counter[int] = Counter()
        for (_, status), times in self.answers.items():
            statuses[status] += times
        spread = ", ".join(f"{times} × {status}" for status, times in sorted(statuses.items()))
        expected = ", ".join(f"{times} × {kind}" for kind, times in sorted(self.expectations.items()))
        lines = (
            f"{count} operations in the file, {count - len(self.missing)} answered 200 with a valid body",
            f"{self.answers.total()} requests ({spread}), {self.validated.total()} valid successes",
            f"{self.sequences} sequences with {self.steps} requests, which expected {expected or 'nothing'}",
        )
        return [f"official schema: {line}" for line in lines]
