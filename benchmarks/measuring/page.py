"""The tables of docs/performance.md, from the runs that are kept in benchmarks/runs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from . import budget
from .agreement import Compared, compare, figures
from .measure import Measure, Spread
from .record import TYPED, Run, from_json
from .tables import counts, number, ratio_words

RUNS = Path(__file__).resolve().parent.parent / "runs"
BEGIN, END = "<!-- made from benchmarks/runs -->", "<!-- end of what is made -->"


def kept_runs(folder: Path = RUNS) -> list[Run]:
    """The oldest first."""
    runs = [from_json(each.read_text(encoding="utf-8")) for each in sorted(folder.glob("*.json"))]
    return sorted(runs, key=lambda run: run.date)


def with_tables(page: str, runs: Sequence[Run], limits: budget.Budget) -> str:
    """The page with the tables of these runs where its two marks stand."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{chr(10).join(tables(runs, limits))}\n\n{END}{after}"


def tables(runs: Sequence[Run], limits: budget.Budget) -> Iterator[str]:
    """What was run, on what, and a table with a row for each measure."""
    for place, run in enumerate(runs, 1):
        yield f"{place}. {_head(run)}"
        if run.source != TYPED:
            yield f"   {counts(run.lines(limits))}"
    yield ""
    names = "".join(f" {place} |" for place in range(1, len(runs) + 1))
    yield f"| what | peer |{names} budget | |"
    yield "|---|---|" + "---|" * (len(runs) + 2)
    for each in compare(runs):
        yield _row(each, limits)


def _head(run: Run) -> str:
    machine = run.machine
    load = [each for result in run.results for each in result.load]
    words = [f"{run.date.replace('T', ', ').replace('+00:00', ' UTC')}, commit {run.commit}"]
    words.append(
        f"{machine['processors']} processors ({machine['processor']}), {machine['system']}, "
        f"Python {machine['python']}"
    )
    if load:
        words.append(f"load {min(load):.1f} to {max(load):.1f}")
    return ". ".join(filter(None, (*words, run.source.capitalize(), run.note.rstrip(".")))) + "."


def _row(compared: Compared, limits: budget.Budget) -> str:
    newest = next(each for each in reversed(compared.found) if each is not None)
    limit = limits.get(compared.benchmark, {}).get(compared.name)
    peer = "" if newest.is_peer else newest.peer
    shown = zip(compared.found, figures(compared.found), strict=True)
    cells = "".join(f" {_cell(measure, figure)} |" for measure, figure in shown)
    kept = "" if limit is None else ", kept" if newest.keeps(limit) else ", **not kept**"
    apart = ", ".join(f"{n + 1} and {m + 1}" for n, m in compared.apart)
    agreed = f"apart: {apart}" if apart else "agree" if compared.counts else ""
    name = f"{compared.benchmark}: {compared.name}"
    return f"| {name} | {peer} |{cells} {limit or ''}{kept} | {agreed} |"


def _cell(measure: Measure | None, figure: Spread | None) -> str:
    if measure is None or figure is None:
        return ""
    ratio = figure is measure.ratios
    least, middle, most = ((ratio_words if ratio else number)(each) for each in figure)
    spread = f" ({least} to {most})" if least != most else ""
    if not ratio:
        return f"**{middle} {measure.unit}**{spread}"
    values = measure.values
    return f"**{middle}**{spread}" + (f"; {number(values.middle)} {measure.unit}" if values else "")
