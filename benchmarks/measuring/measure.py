"""What a benchmark gives: measures, each with its rounds beside the peer of the same round."""

from __future__ import annotations

import statistics
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

from .budget import Limit


class Spread(NamedTuple):
    """Smallest, middle and largest."""

    least: float
    middle: float
    most: float

    @classmethod
    def of(cls, figures: Sequence[float]) -> Spread:
        """That of one figure or more."""
        return cls(min(figures), statistics.median(figures), max(figures))


@dataclass(frozen=True)
class Measure:
    """One line of a table.

    `values` are of the unit; `ratios` are those to the peer of the same round, and a peer's own are
    those to its round before. `noise` is how far a peer's round typically lies from the one before:
    the middle of those distances. What has no peer has neither.
    """

    name: str
    unit: str
    values: Spread | None
    rounds: tuple[float, ...] = ()
    """The values one by one; none where only a printed table of them is left."""
    peer: str = ""
    ratios: Spread | None = None
    noise: float | None = None

    @property
    def figure(self) -> Spread:
        """What is compared: ratios where there are any."""
        found = self.ratios or self.values
        if found is None:
            raise ValueError(f"{self.name} has no figure")
        return found

    @property
    def is_peer(self) -> bool:
        """Whether its ratios are those to itself, which tell of the machine alone."""
        return self.peer == self.name

    def keeps(self, limit: Limit) -> bool:
        """Whether the middle is no more than that."""
        if limit.unit is None:
            return self.ratios is not None and self.ratios.middle <= limit.most
        if limit.unit != self.unit:
            raise ValueError(f"{self.name} is of {self.unit}, its budget of {limit.unit}")
        return self.values is not None and self.values.middle <= limit.most


@dataclass(frozen=True)
class NotMeasured:
    """A measure that could not be had, and why, in words that name nothing of this machine."""

    name: str
    why: str


Outcome = Measure | NotMeasured


class CannotMeasure(Exception):  # noqa: N818 - it says what is the case, and is no fault
    """Nothing of a benchmark can be measured here; holds the reason."""


def alone(name: str, unit: str, values: Sequence[float]) -> Measure:
    """A measure that has no peer."""
    return Measure(name, unit, Spread.of(values), tuple(values))


def beside(
    peer: str, unit: str, series: Mapping[str, Sequence[float]], *, own: Sequence[float] = ()
) -> Iterator[Measure]:
    """The measures of series that took turns. The peer is one of them, or is given as `own`, where
    its line stands elsewhere.
    """
    floor = own or series[peer]
    steps = [after / before for before, after in pairwise(floor)] or [1.0]
    noise = statistics.median(abs(each - 1) for each in steps)
    for name, values in series.items():
        ratios = steps
        if name != peer or own:
            ratios = [one / other for one, other in zip(values, floor, strict=True)]
        yield Measure(name, unit, Spread.of(values), tuple(values), peer, Spread.of(ratios), noise)
