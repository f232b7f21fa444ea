"""A whole run as values, and as the JSON in which it is kept."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from .budget import Budget, Limit
from .measure import Measure, NotMeasured, Outcome, Spread

MADE_BY = "python3 run.py bench"
TYPED = "from the printed tables of that day"
"""Where the figures of a run come from."""


@dataclass(frozen=True)
class Result:
    """What one benchmark gave."""

    benchmark: str
    outcomes: Sequence[Outcome] = ()
    stopped: str = ""
    """Why it did not come to its end; empty where it did."""
    seconds: float = 0.0
    load: Sequence[float] = ()
    """How many programs wanted a processor, in the middle of a minute, before and after."""


@dataclass(frozen=True)
class Line:
    """A measure of a run with what it may come to."""

    benchmark: str
    name: str
    measure: Measure | None
    limit: Limit | None
    why: str = ""
    """Why it was not measured."""

    @property
    def kept(self) -> bool | None:
        """None where there is no budget, or nothing to hold against it."""
        if self.measure is None or self.limit is None:
            return None
        return self.measure.keeps(self.limit)


@dataclass(frozen=True)
class Run:
    """All benchmarks that were run in one go."""

    date: str
    commit: str
    machine: Mapping[str, object]
    results: Sequence[Result] = ()
    source: str = MADE_BY
    note: str = ""
    most_rounds: int | None = None
    """Set where no benchmark might take more rounds than that: a try of the way, and no result."""

    def with_result(self, result: Result) -> Run:
        """The same with one more."""
        return replace(self, results=(*self.results, result))

    def lines(self, budget: Budget) -> Iterator[Line]:
        """Every measure, and every budget of these benchmarks that no measure came to."""
        for result in self.results:
            limits = dict(budget.get(result.benchmark, {}))
            for outcome in result.outcomes:
                limit = limits.pop(outcome.name, None)
                if isinstance(outcome, Measure):
                    yield Line(result.benchmark, outcome.name, outcome, limit)
                else:
                    yield Line(result.benchmark, outcome.name, None, limit, outcome.why)
            why = result.stopped or "the benchmark gave no such measure"
            if self.source != TYPED:
                for name, limit in limits.items():
                    yield Line(result.benchmark, name, None, limit, why)
            if result.stopped and not budget.get(result.benchmark):
                yield Line(result.benchmark, "all of it", None, None, result.stopped)

    def measures(self) -> dict[tuple[str, str], Measure]:
        """By benchmark and name."""
        return {
            (result.benchmark, each.name): each
            for result in self.results
            for each in result.outcomes
            if isinstance(each, Measure)
        }


def to_json(run: Run, budget: Budget) -> str:
    """The text of its file: with each measure what it might come to, and whether it kept to it."""
    results = [
        {
            "benchmark": result.benchmark,
            "seconds": round(result.seconds, 1),
            "load": [round(each, 2) for each in result.load],
            **({"stopped": result.stopped} if result.stopped else {}),
            "measures": [
                _outcome(each, budget.get(result.benchmark, {}).get(each.name))
                for each in result.outcomes
            ],
        }
        for result in run.results
    ]
    head: dict[str, object] = {
        "date": run.date, "commit": run.commit, "source": run.source, "note": run.note,
        "most_rounds": run.most_rounds, "machine": dict(run.machine),
    }  # fmt: skip
    kept = {key: each for key, each in head.items() if each not in ("", None)}
    return _short_lists(json.dumps({**kept, "results": results}, indent=1, ensure_ascii=False))


def from_json(text: str) -> Run:
    """The run of a file. What it says of budgets is what held when it was made, and is not read."""
    held = json.loads(text)
    results = tuple(
        Result(
            each["benchmark"], tuple(map(_read, each["measures"])), each.get("stopped", ""),
            each["seconds"], tuple(each["load"]),
        )
        for each in held["results"]
    )  # fmt: skip
    return Run(
        held["date"], held["commit"], held["machine"], results, held["source"],
        held.get("note", ""), held.get("most_rounds"),
    )  # fmt: skip


def outcomes_to_json(outcomes: Sequence[Outcome]) -> str:
    """What a benchmark's process hands to the one that started it."""
    return json.dumps([_outcome(each, None) for each in outcomes])


def outcomes_from_json(text: str) -> tuple[Outcome, ...]:
    """What such a process handed over."""
    return tuple(map(_read, json.loads(text)))


def write_whole(path: Path, text: str) -> None:
    """In one go, so that there is never half a file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_suffix(".part")
    fresh.write_text(text + "\n", encoding="utf-8")
    fresh.replace(path)


def _outcome(outcome: Outcome, limit: Limit | None) -> dict[str, object]:
    if isinstance(outcome, NotMeasured):
        return {"name": outcome.name, "not_measured": outcome.why}
    entry: dict[str, object] = {
        "name": outcome.name, "unit": outcome.unit, "rounds": [_figure(n) for n in outcome.rounds],
        "values": _spread(outcome.values), "peer": outcome.peer, "ratios": _spread(outcome.ratios),
        "noise": outcome.noise if outcome.noise is None else _figure(outcome.noise),
    }  # fmt: skip
    if limit is not None:
        entry |= {"budget": str(limit), "kept": outcome.keeps(limit)}
    return {key: each for key, each in entry.items() if each not in ("", None, [])}


def _read(entry: dict[str, Any]) -> Outcome:
    if "not_measured" in entry:
        return NotMeasured(entry["name"], entry["not_measured"])
    spreads = [
        Spread(each["min"], each["median"], each["max"]) if (each := entry.get(name)) else None
        for name in ("values", "ratios")
    ]
    return Measure(
        entry["name"], entry["unit"], spreads[0], tuple(entry.get("rounds", ())),
        entry.get("peer", ""), spreads[1], entry.get("noise"),
    )  # fmt: skip


def _spread(spread: Spread | None) -> dict[str, float] | None:
    return spread and dict(zip(("min", "median", "max"), map(_figure, spread), strict=True))


def _figure(number: float) -> float:
    """As many digits as a measure has."""
    return float(f"{number:.5g}")


def _short_lists(text: str) -> str:
    """Numbers side by side: a run is read by people as well."""
    text = re.sub(r"\[\s+([-\d.,\se]+?)\s+\]", lambda m: f"[{' '.join(m[1].split())}]", text)
    return re.sub(r"\{\s+(\"min\"[^}]+?)\s+\}", lambda m: f"{{{' '.join(m[1].split())}}}", text)
