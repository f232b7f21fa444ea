"""The tables that people read: of one benchmark, of a whole run, and of runs side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence

from .budget import Budget
from .measure import Measure, Outcome, Spread
from .record import Line, Result, Run


def table(benchmark: str, outcomes: Sequence[Outcome], budget: Budget) -> Iterator[str]:
    """The lines of one benchmark's table."""
    run = Run("", "", {}, (Result(benchmark, outcomes),))
    yield from lines_of(run.lines(budget), first="")


def lines_of(lines: Iterable[Line], *, first: str | None = None) -> Iterator[str]:
    """A table of measures, with a word for each budget; `first` is the heading of the names."""
    shown = list(lines)
    wide = max([len(_name(each, first)) for each in shown] + [20]) + 1
    yield (
        f"{first or '':<{wide}}{'min':>9}{'median':>9}{'max':>9} {'unit':<8}"
        f"{'min':>7}{'ratio':>7}{'max':>7}  {'of':<24}{'budget':>9}"
    )
    for each in shown:
        name = f"{_name(each, first):<{wide}}"
        if each.measure is None:
            limit = f" (budget {each.limit})" if each.limit else ""
            yield f"{name}NOT MEASURED{limit}: {each.why}"
            continue
        yield f"{name}{_figures(each.measure)}{_verdict(each)}".rstrip()


def _name(line: Line, first: str | None) -> str:
    return line.name if first == "" else f"{line.benchmark}: {line.name}"


def _figures(measure: Measure) -> str:
    values = _three(measure.values, 9, number) + f" {measure.unit:<8}"
    ratios = _three(measure.ratios, 7, ratio_words)
    peer = "itself, before" if measure.is_peer else measure.peer
    return f"{values}{ratios}  {peer:<24}"


def _three(spread: Spread | None, wide: int, words: Callable[[float], str]) -> str:
    if spread is None:
        return " " * 3 * wide
    return "".join(f"{words(each):>{wide}}" for each in spread)


def number(figure: float) -> str:
    """With three digits that count."""
    return f"{figure:.{0 if figure >= 100 else 1 if figure >= 10 else 2 if figure >= 1 else 3}f}"


def ratio_words(figure: float) -> str:
    """With two digits after the point, or three where the first of them is none."""
    return f"{figure:.{2 if figure >= 0.1 else 3}f}"


def _verdict(line: Line) -> str:
    if line.limit is None:
        return ""
    return f"{line.limit!s:>9}  {'kept' if line.kept else 'NOT KEPT'}"


def counts(lines: Iterable[Line]) -> str:
    """The last line of a run: what was measured, what kept its budget, and what was not there."""
    shown = list(lines)
    measured = [each for each in shown if each.measure is not None]
    budgets = [each for each in shown if each.limit is not None]
    kept = [each for each in budgets if each.kept]
    broken = [each for each in budgets if each.kept is False]
    lacking = Counter(each.why for each in shown if each.measure is None)
    words = (
        f"{len(measured)} measures, {len(budgets)} budgets: {len(kept)} kept, "
        f"{len(broken)} NOT KEPT, {sum(each.kept is None for each in budgets)} not measured."
    )
    if broken:
        names = ", ".join(f"{each.benchmark} {each.name}" for each in broken)
        words += f" Not kept: {names}."
    if lacking:
        reasons = "; ".join(f"{why} ({count})" for why, count in lacking.items())
        words += f" Not measured: {reasons}."
    return words


def status(lines: Iterable[Line]) -> int:
    """1 where a budget was not kept, or anything was not measured."""
    return int(any(each.measure is None or each.kept is False for each in lines))
