"""How long reports take, beside plain reportlab, WeasyPrint and typst with the same text.

    python3 run.py bench reports

All take turns, so that a busy moment of the machine touches each alike, and time is that of the
processor, of all threads of the process. The large plan runs in a process of its own each time, for
its peak memory; what the program and its libraries take before the plan is made is told apart.
WeasyPrint and typst are no part of the program: `run.py bench` fetches them beside
(requirements-bench.lock), and without them they count as not measured.
"""

from __future__ import annotations

import datetime as dt
import gc
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.alone import SAMPLE, main  # noqa: E402,I001 - the package lies beside this folder
from measuring.measure import NotMeasured, Outcome, alone, beside  # noqa: E402
from measuring.peers import plain, typeset, woven  # noqa: E402

from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.domain.answers.assessment import Assessment  # noqa: E402
from nttp_readiness.domain.answers.planned import HORIZONS, PlannedAction  # noqa: E402
from nttp_readiness.domain.scorecard import score  # noqa: E402
from nttp_readiness.presentation.papers.action_plan import action_plan  # noqa: E402
from nttp_readiness.reports import forms  # noqa: E402
from nttp_readiness.reports.export_request import ExportRequest  # noqa: E402
from nttp_readiness.reports.pdf.pdf import write_pdf  # noqa: E402
from nttp_readiness.storage.documents.documents import load_document  # noqa: E402

TODAY = dt.date(2027, 3, 12)
ROUNDS, MANY, LARGE = 9, 1000, 3
"""Rounds of the sample, and of a plan of so many actions."""
PLAIN, TAGGED = "plain reportlab", "plan as tagged PDF"


def measure(rounds: int) -> Iterator[Outcome]:
    """The sample through each library, in each form of ours, and a large plan."""
    sample = load_document(SAMPLE).assessment
    report = action_plan(score(sample), TODAY)
    works: dict[str, Callable[[], object]] = {
        TAGGED: partial(write_pdf, report), PLAIN: partial(plain, report),
    }  # fmt: skip
    for library, name, work in (
        ("weasyprint", "WeasyPrint, PDF/UA-1", woven), ("typst", "typst, PDF/UA-1", typeset),
    ):  # fmt: skip
        if find_spec(library):
            works[name] = partial(work, report)
        else:
            yield NotMeasured(name, f"{library} is not installed: run.py bench fetches it")
    yield from beside(PLAIN, "ms", _in_turns(works, rounds))
    others = (("plan", ".docx"), ("plan", ".html"), ("actions", ".xlsx"), ("actions", ".csv"),
              ("calendar", ".ics"), ("data", ".json"))  # fmt: skip
    ours = "tagged PDF, in turns with other forms"
    forms_of_it: dict[str, Callable[[], object]] = {
        ours: partial(write_pdf, report),
        **{"".join(other): partial(_made, sample, *other) for other in others},
    }
    yield from beside(ours, "ms", _in_turns(forms_of_it, rounds))
    yield from _large(min(rounds, LARGE))


def _large(rounds: int) -> Iterator[Outcome]:
    """A plan of a thousand actions, each time in a process of its own."""
    runs: dict[str, list[tuple[float, ...]]] = {"tagged": [], "plain": []}
    for _ in range(rounds):
        for which, measured in runs.items():
            measured.append(_alone(which))
    columns = {which: list(zip(*found, strict=True)) for which, found in runs.items()}
    of = f"{MANY:,} actions"
    names = {"tagged": f"{of}, tagged", "plain": f"{of}, {PLAIN}"}
    for place, unit, what in ((0, "s", "seconds"), (1, "s", "of processors"), (3, "MB", "at most")):
        series = {f"{name}, {what}": columns[which][place] for which, name in names.items()}
        yield from beside(f"{names['plain']}, {what}", unit, series)
    yield alone(f"{of}, held before the plan", "MB", columns["tagged"][2])


def large() -> Assessment:
    """The sample with a thousand actions of its own."""
    sample = load_document(SAMPLE).assessment
    made = {
        f"own/{n}": PlannedAction(
            id=f"own/{n}", kind="own", title=f"Action number {n}, to be done with care",
            details="What will be done, in a sentence or two that somebody wrote down here.",
            measure=f"Measure {n}, seen by all of the team by the end of the quarter.",
            owner=f"Owner {n}, Team Lead", due=TODAY + dt.timedelta(days=n % 300),
            horizon=HORIZONS[n % 3], rank=n,
        )
        for n in range(1, MANY + 1)
    }  # fmt: skip
    return edits.changed(sample, actions={**sample.actions, **made})


def _made(assessment: Assessment, form: str, suffix: str) -> bytes:
    return forms.make(ExportRequest(assessment, form, suffix, today=TODAY))


def _in_turns(works: Mapping[str, Callable[[], object]], rounds: int) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in works}
    for each in works.values():
        each()
    for _ in range(rounds):
        for name, work in works.items():
            found[name].append(_milliseconds(work))
    return found


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()  # nobody takes apart what the one before has left
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _alone(which: str) -> tuple[float, ...]:
    """Seconds that passed and of the processor, and megabytes before and at most, of one run in a
    process of its own.
    """
    done = subprocess.run(
        [sys.executable, __file__, which], capture_output=True, text=True, check=True
    )
    return tuple(map(float, done.stdout.split()))


def _run_alone(which: str) -> None:
    report = action_plan(score(large()), TODAY)
    before, start, worked = _peak(), time.perf_counter(), time.process_time()
    (write_pdf if which == "tagged" else plain)(report)
    print(time.perf_counter() - start, time.process_time() - worked, before, _peak())


def _peak() -> float:
    """The most memory that this process has had, in megabytes; 0 where there is no /proc.

    getrusage would count that of the process which started this one.
    """
    status = Path("/proc/self/status")
    found = status.read_text().partition("VmHWM:")[2].split() if status.exists() else []
    return int(found[0]) / 1024 if found else 0.0


if __name__ == "__main__":
    if sys.argv[1:2] in (["tagged"], ["plain"]):
        _run_alone(sys.argv[1])
    else:
        sys.exit(main("reports", ROUNDS, measure, "The sample's action plan; processor time"))
