"""A rating trial of a bank: readers who see facts and level texts alone say which level it is.

Agreement is quadratic-weighted kappa (J. Cohen, Psychological Bulletin 70, 1968): 1 where all
readers say the same, 0 where they agree no more than by chance. Readers of one kind agree more than
people of several kinds would, so that it is an upper bound.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from itertools import combinations
from typing import Annotated, Literal

from nttp_readiness.domain.bank.scale import LEVELS, Level
from nttp_readiness.domain.checked_value import Id, Value
from nttp_readiness.plain_models import Field
from nttp_readiness.values import dataclass

Hesitation = Literal["no_text", "two_texts", "facts"]
"""Why a reader wavered: no text fits, two texts fit, or the facts do not say."""
LEAST_KAPPA = Fraction(95, 100)
LEAST_EXACT = Fraction(85, 100)
MOST_UNFIT = Fraction(10, 100)
"""Of all ratings, those at which no text or two texts fit."""
SHARE_OF_A_LEVEL = (Fraction(8, 100), Fraction(35, 100))
"""What each level takes of a trial whose situations are spread evenly."""


class Organisation(Value):
    """An invented organisation. `small` says that its readers see a bank's words for small ones."""

    id: str
    name: str
    sector: str
    size: str
    about: str
    small: bool = False


class Situation(Value):
    """What somebody there would tell, written from the statement alone. Readers never see `kind`,
    which says how far the practice was meant to reach.
    """

    number: int
    organisation: str
    indicator: Id
    kind: str
    facts: str


class Trial(Value):
    """Situations, and which bank they are rated on."""

    bank: Id
    """The bank, or a sector's wording of it."""
    version: str
    day: str
    writers: str = ""
    """Who wrote the facts, and what they had seen by then."""
    readers: str = ""
    """Who rated, or that nobody has yet."""
    organisations: Annotated[tuple[Organisation, ...], Field(strict=False)]
    situations: Annotated[tuple[Situation, ...], Field(strict=False)]


class Rating(Value):
    """One reader's answer to one situation. `second` is the other level that they considered."""

    number: int
    level: Level
    second: Level | None = None
    why: Hesitation | None = None
    note: str = ""


Ratings = Mapping[str, Sequence[Rating]]
"""Each reader's ratings."""


@dataclass(frozen=True, slots=True)
class Figures:
    """What a trial shows, of all situations or of those of one indicator.

    `kappa` is the mean over the pairs of readers, None where it is not defined: with one reader, or
    where all ratings are the same level. Shares are of pairs, and of single ratings.
    """

    situations: int
    readers: int
    kappa: Fraction | None
    exact: Fraction | None
    two_apart: tuple[int, ...]
    """Numbers of the situations at which two readers lie two levels apart or more."""
    hesitations: Mapping[Hesitation, int]
    ratings: int
    levels: tuple[int, ...]
    """How many ratings each level has."""

    @property
    def unfit(self) -> Fraction:
        """The share of ratings at which no text, or two texts, fitted."""
        return Fraction(
            self.hesitations["no_text"] + self.hesitations["two_texts"], max(1, self.ratings)
        )

    def failed(self) -> Iterator[str]:
        """What falls short of the bar; nothing where the bank passes."""
        if self.kappa is None or self.kappa < LEAST_KAPPA:
            yield "kappa"
        if self.exact is None or self.exact < LEAST_EXACT:
            yield "exact"
        if self.two_apart:
            yield "two_apart"
        if self.unfit > MOST_UNFIT:
            yield "unfit"
        low, high = SHARE_OF_A_LEVEL
        if any(not low <= Fraction(n, max(1, self.ratings)) <= high for n in self.levels):
            yield "levels"


def figures(trial: Trial, ratings: Ratings, indicator: str = "") -> Figures:
    """The figures of the trial, or of one indicator's situations."""
    numbers = {each.number for each in trial.situations if indicator in ("", each.indicator)}
    kept = {
        reader: {each.number: each for each in rated if each.number in numbers}
        for reader, rated in ratings.items()
    }
    pairs = [
        [(one[n].level, other[n].level) for n in sorted(one.keys() & other.keys())]
        for one, other in combinations(kept.values(), 2)
    ]
    levels = Counter(each.level for rated in kept.values() for each in rated.values())
    whys = Counter(each.why for rated in kept.values() for each in rated.values() if each.why)
    found = [value for value in map(kappa, pairs) if value is not None]
    both = [pair for each in pairs for pair in each]
    return Figures(
        situations=len(numbers),
        readers=len(kept),
        kappa=sum(found, Fraction()) / len(found) if found else None,
        exact=Fraction(sum(a == b for a, b in both), len(both)) if both else None,
        two_apart=tuple(n for n in sorted(numbers) if _spread(n, kept) > 1),
        hesitations={"no_text": whys["no_text"], "two_texts": whys["two_texts"],
                     "facts": whys["facts"]},
        ratings=sum(levels.values()),
        levels=tuple(levels[each] for each in LEVELS),
    )  # fmt: skip


def kappa(pairs: Sequence[tuple[int, int]]) -> Fraction | None:
    """Quadratic-weighted kappa of two readers; None where it is not defined."""
    seen = sum((a - b) ** 2 for a, b in pairs)
    ones, others = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    by_chance = sum(ones[a] * others[b] * (a - b) ** 2 for a in ones for b in others)
    return 1 - Fraction(seen * len(pairs), by_chance) if by_chance else None


def unrated(trial: Trial, ratings: Ratings) -> Iterator[tuple[str, int]]:
    """Reader and number of each situation that a reader did not rate once, and of each that the
    trial does not have.
    """
    numbers = {each.number for each in trial.situations}
    for reader, rated in ratings.items():
        counts = Counter(each.number for each in rated)
        for number in sorted(numbers | counts.keys()):
            if number not in numbers or counts[number] != 1:
                yield reader, number


def _spread(number: int, kept: Mapping[str, Mapping[int, Rating]]) -> int:
    levels = [rated[number].level for rated in kept.values() if number in rated]
    return max(levels) - min(levels) if levels else 0
