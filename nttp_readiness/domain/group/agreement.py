"""What can be said of one question's counts: the middle, the spread, agreement, two camps.

Counts run from the lowest level to the highest, one person each. Everything is exact.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations
from math import exp, lgamma, log
from typing import Literal, NamedTuple

from nttp_readiness.domain.group.agreement_table import POINTS_95

Camps = Literal["none", "possible", "clear"]
Spread = Literal["agree", "camps", "perhaps_camps", "spread", "too_few"]

FEWEST_TO_AGREE = 5
_CLEAR_FROM = 11
_CHANCE_OF_MIDDLE = Fraction(1, 5)
_SURE = 1e-6
"""How far from a chance floats have to be before they are believed; they err by far less."""


class Quartiles(NamedTuple):
    """Lower quartile, median and upper quartile, by type 2: halves where two levels meet."""

    lower: Fraction
    median: Fraction
    upper: Fraction


def agreement(counts: Sequence[int]) -> Fraction:
    """Van der Eijk's A: 1 when all are at one level, 0 when evenly spread, -1 at both ends.

    Source: C. van der Eijk, Measuring agreement in ordered rating scales, Quality & Quantity 35
    (2001). Layers of the counts are peeled off; each scores by the pattern of its filled levels.
    Needs three levels or more, and one answer or more; else ValueError.
    """
    people, left = sum(counts), list(counts)
    if len(left) < 3 or people < 1 or min(left) < 0:
        raise ValueError("agreement needs counts of at least three levels")
    total = Fraction(0)
    while any(left):
        filled = tuple(count > 0 for count in left)
        layer = min(count for count in left if count)
        total += layer * sum(filled) * pattern_agreement(filled)
        left = [count - layer if count else 0 for count in left]
    return total / people


@cache
def pattern_agreement(filled: tuple[bool, ...]) -> Fraction:
    """The score of one layer: which levels it fills, and how many of them.

    Over all triples of levels, 110 and 011 speak for one peak, and 101 for two.
    """
    levels, used = len(filled), sum(filled)
    if used == 1:
        return Fraction(1)
    triples = list(combinations(filled, 3))
    one_peak = sum(each in {(True, True, False), (False, True, True)} for each in triples)
    two_peaks = sum(each == (True, False, True) for each in triples)
    if one_peak + two_peaks == 0:
        return Fraction(0)
    unimodal = Fraction(
        (levels - 2) * one_peak - (levels - 1) * two_peaks,
        (levels - 2) * (one_peak + two_peaks),
    )
    return unimodal * (1 - Fraction(used - 1, levels - 1))


def broadly_agree(counts: Sequence[int]) -> bool:
    """Whether one may say that people broadly agree.

    A is biased upward in small groups, so it has to lie above the 95 % point of its exact
    distribution under random answering. Beyond the end of the table its last point holds, which is
    higher than needed. Never below five people, nor for scales that have no table.
    """
    people, points = sum(counts), POINTS_95.get(len(counts), {})
    if people < FEWEST_TO_AGREE or not points:
        return False
    point = points[min(people, max(points))]
    return agreement(counts) > Fraction(*point)


def camps(counts: Sequence[int]) -> Camps:
    """Whether five levels show two camps: a middle that is empty beyond chance, and two sides.

    Low is levels 0 and 1, high is 3 and 4. Below eleven people never "clear".
    """
    if len(counts) != 5:
        raise ValueError("camps are told apart on five levels")
    people, middle = sum(counts), counts[2]
    smaller = min(counts[0] + counts[1], counts[3] + counts[4])
    clear = people >= _CLEAR_FROM and smaller >= 3 and 4 * smaller >= people
    if clear and _so_few(middle, people, Fraction(1, 10)):
        return "clear"
    if smaller >= 2 and 5 * smaller >= people and _so_few(middle, people, Fraction(1, 4)):
        return "possible"
    return "none"


def spread(counts: Sequence[int]) -> Spread:
    """The one thing that is said in words of a question's counts; camps come before agreement."""
    if sum(counts) < FEWEST_TO_AGREE:
        return "too_few"
    found = camps(counts)
    if found == "clear":
        return "camps"
    if found == "possible":
        return "perhaps_camps"
    return "agree" if broadly_agree(counts) else "spread"


def quartiles(counts: Sequence[int]) -> Quartiles:
    """Lower quartile, median and upper quartile, type 2: the inverse of the shares, averaged.

    Needs one answer or more; else ValueError.
    """
    if sum(counts) < 1:
        raise ValueError("quartiles need an answer")
    return Quartiles(*(_quantile(counts, quarter) for quarter in (1, 2, 3)))


def lower_median(counts: Sequence[int]) -> int:
    """The level of the person in the middle; the lower one where two are there."""
    if sum(counts) < 1:
        raise ValueError("a median needs an answer")
    return _level_of(counts, (sum(counts) + 1) // 2)


def share_from(counts: Sequence[int], target: int) -> Fraction:
    """The share of people at or above a level."""
    return Fraction(sum(counts[target:]), sum(counts))


def _quantile(counts: Sequence[int], quarter: int) -> Fraction:
    whole, part = divmod(sum(counts) * quarter, 4)
    if part:
        return Fraction(_level_of(counts, whole + 1))
    return Fraction(_level_of(counts, whole) + _level_of(counts, whole + 1), 2)


def _level_of(counts: Sequence[int], place: int) -> int:
    """The level of the person at that place, from 1, when all stand in order of their levels."""
    passed = 0
    for level, count in enumerate(counts):
        passed += count
        if passed >= place:
            return level
    return len(counts) - 1


def _so_few(middle: int, people: int, chance: Fraction) -> bool:
    """Whether that few people or fewer are in the middle with no more than this chance, when each
    is there by one in five.

    The answer is exact. Floats give it where they are far from the chance; only next to it do whole
    numbers, which have 70,000 digits for 100,000 people.
    """
    guess = _about_at_most(middle, people)
    if abs(guess - chance) > _SURE:
        return guess < chance
    term = total = int(4**people)  # the ways, of 5**people, in which nobody is in the middle
    for number in range(1, middle + 1):
        term = term * (people - number + 1) // (4 * number)
        total += term
    return total * chance.denominator <= chance.numerator * int(5**people)


def _about_at_most(middle: int, people: int) -> float:
    """The same chance in floats, right to some nine decimal places."""
    hit = float(_CHANCE_OF_MIDDLE)
    ways = lgamma(people + 1) - lgamma(middle + 1) - lgamma(people - middle + 1)
    term = total = exp(ways + middle * log(hit) + (people - middle) * log(1 - hit))
    for number in range(middle, 0, -1):
        term *= number * (1 - hit) / ((people - number + 1) * hit)
        total += term
    return total
