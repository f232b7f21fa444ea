"""How long scoring, working and priorities of a full assessment take, beside a floor.

    python benchmarks/scoring.py [--rounds N]

The floor is `json.dumps` of the same 56 answers: the least that any program does with them. Floor
and figures take turns, so that a busy moment of the machine touches all alike, and time is that of
the processor, so that waiting for other programs does not count. Nothing is kept from one call to
the next.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.alone import main  # noqa: E402 - the package lies beside this folder
from measuring.measure import Outcome, beside  # noqa: E402

from nttp_readiness.domain.answers.answer import Choice  # noqa: E402
from nttp_readiness.domain.answers.assessment import Assessment  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.domain.plan.priority_working import priority_workings  # noqa: E402
from nttp_readiness.domain.readiness.domain_working import domain_workings  # noqa: E402
from nttp_readiness.domain.readiness.working import overall_working, stage_working  # noqa: E402
from nttp_readiness.domain.scorecard import score  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402

ROUNDS, CALLS = 25, 20
FLOOR = "json.dumps of the answers"
CHOICES: tuple[Choice, ...] = (2, 0, 3, "not_sure", 1, 2, 4, 3, "rather_not_say", 2)


def answered() -> Assessment:
    """The Roadmap bank with every one of its questions answered, in a fixed pattern."""
    bank = read_bank(ROOT / "question_banks" / "nttp-roadmap")
    made = edits.new_assessment(bank, "Benchmark", today=date(2026, 11, 21))
    for key, choice in zip(bank.by_id, cycle(CHOICES), strict=False):
        made = edits.answer(made, key, choice)
    return made


def microseconds(work: Callable[[], object]) -> float:
    """The time of one call, from a run of several."""
    start = time.thread_time_ns()
    for _ in range(CALLS):
        work()
    return (time.thread_time_ns() - start) / CALLS / 1_000


def measure(rounds: int) -> Iterator[Outcome]:
    """All figures of an assessment, piece by piece."""
    assessment = answered()
    choices = {key: each.choice for key, each in assessment.answers.items()}
    card = score(assessment)
    suggestions, domains, readiness = card.suggestions, card.domains, card.readiness

    def scores() -> object:
        fresh = score(assessment)
        return fresh.readiness, fresh.safety_stops, fresh.overall, fresh.counts

    def workings() -> object:
        trees = domain_workings(assessment, domains)
        ranges = [each["level_range"] for each in trees.values()]
        indices = [each["index"] for each in trees.values()]
        stage = stage_working(assessment, readiness, ranges)
        return trees, stage, overall_working(assessment, domains, card.overall, indices)

    def priorities() -> object:
        return score(assessment).suggestions

    def places() -> object:
        return priority_workings(suggestions)

    pieces: dict[str, Callable[[], object]] = {
        FLOOR: lambda: json.dumps(choices),
        "scores, stage and counts": scores,
        "working: stage, domains, index": workings,
        "working: place of every action": places,
        "priorities, with what is firm": priorities,
    }
    taken: dict[str, list[float]] = {name: [] for name in pieces}
    for _ in range(rounds):
        for name, work in pieces.items():
            taken[name].append(microseconds(work))
    return beside(FLOOR, "µs", taken)


if __name__ == "__main__":
    said = f"Processor time of one call, of {CALLS}"
    sys.exit(main("scoring", ROUNDS, measure, said))
