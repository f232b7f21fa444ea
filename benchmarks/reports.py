"""How long reports take, beside plain reportlab, WeasyPrint and typst with the same text.

    python3 run.py bench

All take turns, so that a busy moment of the machine touches each alike, and time is that of the
processor, of all threads of the process. The large plan runs in a process of its own each time, for
its peak memory; what the program and its libraries take before the plan is made is told apart.
WeasyPrint and typst are no part of the program: `run.py bench` fetches them beside
(requirements-bench.lock), and without them their lines are left out.
"""

from __future__ import annotations

import datetime as dt
import gc
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from functools import partial
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.budget import Budget  # noqa: E402,I001 - the package lies beside this folder
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
ROUNDS, MANY = 9, 1000
SECONDS, MEGABYTES = 6, 120
"""What a plan of so many actions is promised to take at most: seconds of the processor, which are
those that pass where a machine has nothing else to do.
"""
SAMPLE = ROOT / "assets" / "samples" / "council-service.readiness"


def main() -> int:
    """Print both tables; 1 where the large plan did not keep to its promise."""
    sample = load_document(SAMPLE).assessment
    report = action_plan(score(sample), TODAY)
    works = {"plan as tagged PDF": write_pdf, "plain reportlab": plain}
    for library, name, work in (
        ("weasyprint", "WeasyPrint, PDF/UA-1", woven), ("typst", "typst, PDF/UA-1", typeset),
    ):  # fmt: skip
        if find_spec(library):
            works[name] = work
        else:
            print(f"{library} is not at hand: python3 run.py bench fetches it")
    found = _in_turns(*(partial(work, report) for work in works.values()))
    peer, budget = found[1], Budget.load()
    pages = write_pdf(report).count(b"/StructParents")
    print(f"The sample's action plan, {pages} pages, {ROUNDS} rounds in turns, milliseconds")
    print(f"  {'':<22}{'min':>8}{'median':>8}{'max':>8}   over plain reportlab")
    for name, times in zip(works, found, strict=True):
        ratios = [one / other for one, other in zip(times, peer, strict=True)]
        if times is peer:
            ratios = [after / before for before, after in pairwise(times)]
        middle = statistics.median(ratios)
        print(
            f"  {name:<22}{min(times):8.0f}{statistics.median(times):8.0f}{max(times):8.0f}"
            f"   {min(ratios):6.2f}{middle:7.2f}{max(ratios):7.2f}   ",
            budget.say("reports", name, middle),
        )
    print("\nThe same assessment in other forms, beside that tagged PDF")
    others = (("plan", ".docx"), ("plan", ".html"), ("actions", ".xlsx"), ("actions", ".csv"),
              ("calendar", ".ics"), ("data", ".json"))  # fmt: skip
    ours, *found = _in_turns(
        partial(write_pdf, report), *(partial(_made, sample, *other) for other in others)
    )
    for other, times in zip(others, found, strict=True):
        _line("".join(other), times, ours)
    print(f"\nA plan of {MANY:,} actions, each time in a process of its own")
    runs: dict[str, list[tuple[float, ...]]] = {"ours": [], "peer": []}
    for _ in range(3):
        for which, measured in runs.items():
            measured.append(_alone(which))
    kept = True
    base = [statistics.median(column) for column in zip(*runs["peer"], strict=True)]
    for which, name in (("ours", "tagged"), ("peer", "plain reportlab")):
        passed, seconds, before, peak = (
            statistics.median(column) for column in zip(*runs[which], strict=True)
        )
        print(
            f"  {name:<22}{seconds:6.2f} s of the processor ({seconds / base[1]:.2f}), "
            f"{passed:.2f} s passed   {peak:6.0f} MB at most ({peak / max(base[3], 1):.2f}), "
            f"{before:.0f} MB of them before"
        )
        if which == "ours":
            kept = seconds <= SECONDS and peak <= MEGABYTES
    print(f"  Promised: {SECONDS} s and {MEGABYTES} MB. {'Kept.' if kept else 'NOT KEPT.'}")
    return max(int(not kept), budget.status())


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


def _in_turns(*works: Callable[[], object]) -> list[list[float]]:
    found: list[list[float]] = [[] for _ in works]
    for each in works:
        each()
    for _ in range(ROUNDS):
        for work, times in zip(works, found, strict=True):
            times.append(_milliseconds(work))
    return found


def _milliseconds(work: Callable[[], object]) -> float:
    gc.collect()  # nobody takes apart what the one before has left
    begun = time.process_time()
    work()
    return (time.process_time() - begun) * 1000


def _line(name: str, found: list[float], peer: list[float]) -> None:
    middle = statistics.median(found)
    print(
        f"  {name:<22}{min(found):8.0f}{middle:8.0f}{max(found):8.0f}"
        f"   {middle / statistics.median(peer):6.2f}"
    )


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
    (write_pdf if which == "ours" else plain)(report)
    print(time.perf_counter() - start, time.process_time() - worked, before, _peak())


def _peak() -> float:
    """The most memory that this process has had, in megabytes; 0 where there is no /proc.

    getrusage would count that of the process which started this one.
    """
    status = Path("/proc/self/status")
    found = status.read_text().partition("VmHWM:")[2].split() if status.exists() else []
    return int(found[0]) / 1024 if found else 0.0


if __name__ == "__main__":
    if len(sys.argv) > 1:
        _run_alone(sys.argv[1])
    else:
        sys.exit(main())
