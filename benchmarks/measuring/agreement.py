"""Whether runs agree within their own noise.

Two runs agree on a measure where the middle of each lies within the smallest and largest of the
other, widened on both sides by the noise of the peer: the noisier of both runs counts, and never
less than 5 % for a time. Ratios are compared where there are any. What has no peer has nothing
that a busy machine slows down as well, so its values are widened by 15 %, as processor time grows
by a tenth or two under load; files, sizes and memory, with a peer or without, by 2 %. Where one run
has a middle alone, as in old printed tables, it has to lie among the rounds of the other, and
nothing is asked of these.

Why so: where nothing changed, the rounds of both runs are draws of one kind. The middle of nine is
then above all nine of another run in one case of seventy, of fifteen in one of a thousand. Widening
is for what all rounds of a run share, which the rounds cannot show: another place of the libraries
in memory, another neighbour on the machine. The noise is what a peer's rounds typically differ by
from one to the next, and not their extremes: one disturbed round would make every run agree.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from .measure import Measure, Spread
from .record import Run
from .tables import number, ratio_words

LEAST_NOISE, WITHOUT_PEER = 0.05, 0.15
STEADY, STEADY_UNITS = 0.02, ("MB", "KB", "files")


@dataclass(frozen=True)
class Compared:
    """One measure in several runs."""

    benchmark: str
    name: str
    found: tuple[Measure | None, ...]
    apart: tuple[tuple[int, int], ...]
    """Which runs, by their place, do not agree."""

    @property
    def counts(self) -> bool:
        """Whether it says anything of runs: it is in two of them, and is no peer's own."""
        known = [each for each in self.found if each is not None]
        return len(known) > 1 and not any(each.is_peer for each in known)


def noise(*measures: Measure) -> float:
    """The share by which what these rounds saw is widened."""
    if measures[0].unit in STEADY_UNITS:
        return STEADY
    if all(each.ratios for each in measures):
        return max([LEAST_NOISE, *(each.noise or 0.0 for each in measures)])
    return WITHOUT_PEER


def agree(one: Measure, other: Measure) -> bool:
    """Whether the middle of each lies where the rounds of the other may be."""
    share = noise(one, other)
    a, b = figures((one, other))
    if a is None or b is None:
        raise ValueError(f"{one.name}: one run has ratios alone, the other has none")
    pairs = [(a.middle, b), (b.middle, a)]
    known = [(middle, within) for middle, within in pairs if within.least < within.most]
    return all(
        within.least * (1 - share) <= middle <= within.most * (1 + share)
        for middle, within in known or pairs
    )


def figures(found: Sequence[Measure | None]) -> list[Spread | None]:
    """Of each the ratios, or the values where one of them has no ratios."""
    ratios = all(each is None or each.ratios for each in found)
    return [None if each is None else each.ratios if ratios else each.values for each in found]


def compare(runs: Sequence[Run]) -> Iterator[Compared]:
    """Every measure of any of them, in the order of the last."""
    by_run = [each.measures() for each in runs]
    keys = dict.fromkeys(key for each in reversed(by_run) for key in each)
    for benchmark, name in keys:
        found = tuple(each.get((benchmark, name)) for each in by_run)
        apart = tuple(
            (n, m)
            for (n, one), (m, other) in combinations(enumerate(found), 2)
            if one is not None
            and other is not None
            and not one.is_peer
            and not other.is_peer
            and not agree(one, other)
        )
        yield Compared(benchmark, name, found, apart)


def told(runs: Sequence[Run], compared: Sequence[Compared]) -> Iterator[str]:
    """What is said of it: the runs, a line for each measure, and what they come to."""
    for place, run in enumerate(runs, 1):
        rounds = f", at most {run.most_rounds} rounds" if run.most_rounds else ""
        yield f"{place}: {run.date}, {run.commit}, {run.source}{rounds}. {run.note}".rstrip()
    wide = max(len(f"{each.benchmark}: {each.name}") for each in compared) + 1
    yield f"{'middle (smallest to largest)':<{wide}}" + "".join(
        f"{place:>26}" for place, _ in enumerate(runs, 1)
    )
    for each in compared:
        cells = "".join(f"{cell:>26}" for cell in _cells(each.found))
        yield f"{f'{each.benchmark}: {each.name}':<{wide}}{cells}   {_word(each)}"
    both = [each for each in compared if each.counts]
    apart = [each for each in both if each.apart]
    once = sum(sum(one is not None for one in each.found) < 2 for each in compared)
    yield (
        f"{len(both)} measures are in more than one run: {len(both) - len(apart)} agree within "
        f"their noise, {len(apart)} do NOT AGREE; {once} are in one alone."
    )


def _cells(found: Sequence[Measure | None]) -> Iterator[str]:
    for measure, figure in zip(found, figures(found), strict=True):
        if measure is None or figure is None:
            yield "-"
            continue
        ratio = figure is measure.ratios
        least, middle, most = ((ratio_words if ratio else number)(each) for each in figure)
        unit = "" if ratio else f" {measure.unit}"
        yield f"{middle} ({least} to {most}){unit}"


def _word(compared: Compared) -> str:
    if not compared.counts:
        peer = sum(each is not None for each in compared.found) > 1
        return "the peer itself" if peer else "in one run alone"
    pairs = ", ".join(f"{n + 1} and {m + 1}" for n, m in compared.apart)
    return f"NOT AGREED: {pairs}" if pairs else "agree"
