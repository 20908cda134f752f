"""Every operation by itself: at the bounds of its schema, and with random requests."""

from collections import defaultdict

import hypothesis
import pytest
from hypothesis import strategies
from schemathesis.core.failures import Failure, FailureGroup
from schemathesis.generation import GenerationMode

import official
from checks import CHECKS
from examiner import EXAMPLES, SEED

everything = pytest.mark.parametrize("label", official.operations())


@everything
def test_at_the_bounds(label, operations, schema, examiner):
    """Every bound, every word, every absence, and each of them violated: some 4,300 requests in all."""
    operation = operations[label]
    generation = schema.config.generation_for(operation=operation, phase="coverage")
    cases = schema.iter_coverage_cases(operation, generation_modes=list(GenerationMode), generation_config=generation)
    failures = defaultdict(list)
    for case in cases:
        try:
            examiner.examine(case, CHECKS)
        except (Failure, FailureGroup) as problem:
            for failure in getattr(problem, "exceptions", [problem]):
                failures[failure.title].append(f"{failure.message}\n{case.as_curl_command()}")
    report = [f"{title} ({len(found)} times), first:\n{found[0]}" for title, found in failures.items()]
    assert not report, "\n\n".join(report)


@everything
def test_at_random(label, operations, examiner):
    """Valid requests and wrong ones."""
    operation = operations[label]
    modes = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    @hypothesis.seed(SEED)
    @hypothesis.settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        suppress_health_check=list(hypothesis.HealthCheck),
        phases=[hypothesis.Phase.generate, hypothesis.Phase.shrink],
    )
    @hypothesis.given(case=strategies.one_of(modes))
    def examine(case):
        examiner.examine(case, CHECKS)

    examine()
