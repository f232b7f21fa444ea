"""How long scoring, working and priorities of a full assessment take, beside a floor.

    python benchmarks/scoring.py

The floor is `json.dumps` of the same 56 answers: the least that any program does with them. Floor
and figures take turns, so that a busy moment of the machine touches all alike, and time is that of
the processor, so that waiting for other programs does not count. Each line gives the smallest,
middle and largest of the rounds, in microseconds, and the middle over the floor's. Nothing is kept
from one call to the next. Each should stay under 1,000 microseconds; status 1 where not even its
smallest does, which is the one that a busy machine disturbed least.
"""

from __future__ import annotations

import json
import statistics
import sys
import time
from collections.abc import Callable
from datetime import date
from itertools import cycle
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from nttp_readiness.domain.answers.answer import Choice  # noqa: E402
from nttp_readiness.domain.answers.assessment import Assessment  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402 - the package lies beside this folder
from nttp_readiness.domain.plan.priority_working import priority_workings  # noqa: E402
from nttp_readiness.domain.readiness.domain_working import domain_workings  # noqa: E402
from nttp_readiness.domain.readiness.working import overall_working, stage_working  # noqa: E402
from nttp_readiness.domain.scorecard import score  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402

ROUNDS, CALLS = 15, 20
LIMIT = 1_000
"""Microseconds that each may take."""
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


def main() -> int:
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
        "floor: json.dumps of the answers": lambda: json.dumps(choices),
        "scores, stage and counts": scores,
        "working: stage, domains, index": workings,
        "working: place of every action": places,
        "priorities, with what is firm": priorities,
    }
    taken: dict[str, list[float]] = {name: [] for name in pieces}
    for _ in range(ROUNDS):
        for name, work in pieces.items():
            taken[name].append(microseconds(work))
    floor = statistics.median(next(iter(taken.values())))
    print(f"{len(choices)} answers, {len(suggestions)} actions, {ROUNDS} rounds of {CALLS} calls")
    print("Microseconds of the processor per call")
    print(f"{'':<36}{'min':>8}{'median':>8}{'max':>8}{'x floor':>9}")
    for name, times in taken.items():
        middle = statistics.median(times)
        print(f"{name:<36}{min(times):8.0f}{middle:8.0f}{max(times):8.0f}{middle / floor:9.1f}")
    return int(any(min(each) >= LIMIT for each in taken.values()))


if __name__ == "__main__":
    sys.exit(main())
