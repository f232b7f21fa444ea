"""How far each domain has come: index, coverage, range and level, in exact arithmetic.

Every figure keeps the sums that it was made from, so that `working` can show them. The rules and
their cut-offs are reasoned defaults, kept as data in the bank, and are not validated against
outcomes. docs/method.md compares them with C2M2, OWASP SAMM, R=MC2 and WebCAF.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from itertools import accumulate
from typing import Literal

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.domain.bank.scale import LEVELS, TOP_LEVEL, Level, Thresholds, share
from nttp_readiness.values import dataclass

DEFAULTS = Thresholds()
"""The cut-offs of a bank that names none of its own."""

_FROM_THE_TOP = tuple(reversed(LEVELS))
Shown = Literal["level", "provisional", "range", "answers", "not_relevant"]


@dataclass(frozen=True, slots=True)
class Input:
    """One answer as scoring sees it. `choice` is None for a question that is still open."""

    indicator: str
    choice: Choice | None
    weight: int

    @property
    def level(self) -> Level | None:
        return self.choice if isinstance(self.choice, int) else None

    @property
    def applies(self) -> bool:
        return self.choice != "not_relevant"

    @property
    def unknown(self) -> bool:
        """Not sure, rather not say or open: applicable, and without a level."""
        return self.applies and self.level is None


@dataclass(frozen=True, slots=True)
class LevelSteps:
    """How the level rule came to its level, so that the sums can be shown and not made again.

    `reached[n]` is the weight of the answers at level n or above, out of `total`. `by_share` is the
    highest level that the agreed share of the weight has reached, `lowest` the lowest answer,
    `allowed` the highest level that the floor allows with it, and `level` the lower of the two.
    """

    reached: tuple[int, ...]
    total: int
    lowest: Level
    by_share: Level
    allowed: Level
    level: Level

    def share_at(self, level: Level) -> Fraction:
        """The share of the weight that has reached a level."""
        return Fraction(self.reached[level], self.total)


@dataclass(frozen=True, slots=True)
class DomainScore:
    """One domain's figures, with what they were made from.

    `index`, `low` and `high` run from 0 to 100. `at_known` is the level rule on the known answers;
    `at_zero` and `at_four` are the same rule with every unknown answer at 0 and at 4. All are None
    where nothing is known, or nothing applies.
    """

    code: str
    inputs: tuple[Input, ...]
    weighted_sum: int
    known_weight: int
    applicable_weight: int
    total_weight: int
    index: Fraction | None
    low: Fraction | None
    high: Fraction | None
    coverage: Fraction | None
    at_known: LevelSteps | None
    at_zero: LevelSteps | None
    at_four: LevelSteps | None
    shown: Shown
    many_not_relevant: bool
    depends_on_weighting: bool

    @property
    def known_level(self) -> Level | None:
        """The level rule on the known answers, whether or not enough is known to show it."""
        return self.at_known.level if self.at_known else None

    @property
    def level_low(self) -> Level | None:
        """The level with every unknown answer at 0."""
        return self.at_zero.level if self.at_zero else None

    @property
    def level_high(self) -> Level | None:
        """The level with every unknown answer at 4."""
        return self.at_four.level if self.at_four else None

    @property
    def level(self) -> Level | None:
        """The level where enough is known to show one, else None."""
        return self.known_level if self.shown in {"level", "provisional"} else None

    @property
    def provisional(self) -> bool:
        return self.shown == "provisional"

    @property
    def unknown_weight(self) -> int:
        """The weight of the questions that apply and have no level."""
        return self.applicable_weight - self.known_weight

    @property
    def known(self) -> int:
        """How many questions have a level."""
        return sum(each.level is not None for each in self.inputs)

    @property
    def applicable(self) -> int:
        """How many questions apply."""
        return sum(each.applies for each in self.inputs)


def level_steps(
    answers: Sequence[tuple[Level, int]], thresholds: Thresholds = DEFAULTS
) -> LevelSteps | None:
    """The highest level that the agreed share of the weight has reached, with a floor.

    `answers` are pairs of level and weight. The floor: at most `floor_step` above the lowest
    answer; without it [4, 4, 4, 0] would be level 4. Only the order of levels counts, never their
    distance. None where there are no answers.
    """
    at = [0] * len(LEVELS)
    for level, weight in answers:
        at[level] += weight
    reached = tuple(accumulate(reversed(at)))[::-1]
    total = reached[0]
    if not total:
        return None
    lowest = next(level for level in LEVELS if at[level])
    needed = share(thresholds.level_share)
    bar, of = total * needed.numerator, needed.denominator
    by_share = lowest  # which all have reached
    for level in _FROM_THE_TOP:
        if reached[level] * of >= bar:
            by_share = level
            break
    allowed = LEVELS[min(lowest + thresholds.floor_step, TOP_LEVEL)]
    return LevelSteps(reached, total, lowest, by_share, allowed, min(by_share, allowed))


def score_inputs(
    code: str, inputs: Sequence[Input], thresholds: Thresholds = DEFAULTS
) -> DomainScore:
    """All figures of one domain from its answers.

    Not relevant leaves the sums altogether; unknown stays in them as a range, never as a zero.
    With weights w and answers a: index = 100 Σ(known w a) / (4 Σ known w), coverage c = Σ known w /
    Σ applicable w, low = c · index, high = low + 100 (1 - c).
    """
    total = sum([each.weight for each in inputs])
    applicable = sum([each.weight for each in inputs if each.applies])
    pairs = [(level, each.weight) for each in inputs if (level := each.level) is not None]
    known = sum([weight for _, weight in pairs])
    unknown = applicable - known
    summed = sum([level * weight for level, weight in pairs])
    index = Fraction(100 * summed, TOP_LEVEL * known) if known else None
    low = high = coverage = None
    if applicable:
        low = Fraction(100 * summed, TOP_LEVEL * applicable)
        high = Fraction(100 * (summed + TOP_LEVEL * unknown), TOP_LEVEL * applicable)
        coverage = Fraction(known, applicable)
    at_known = at_zero = at_four = level_steps(pairs, thresholds)
    if unknown:
        at_zero = level_steps([*pairs, (LEVELS[0], unknown)], thresholds)
        at_four = level_steps([*pairs, (TOP_LEVEL, unknown)], thresholds)
    return DomainScore(
        code=code,
        inputs=tuple(inputs),
        weighted_sum=summed,
        known_weight=known,
        applicable_weight=applicable,
        total_weight=total,
        index=index,
        low=low,
        high=high,
        coverage=coverage,
        at_known=at_known,
        at_zero=at_zero,
        at_four=at_four,
        shown=_shown(len(inputs), coverage, thresholds),
        many_not_relevant=bool(total)
        and Fraction(total - applicable, total) > share(thresholds.many_not_relevant_above),
        depends_on_weighting=_depends_on_weighting(pairs, at_known, thresholds),
    )


def _depends_on_weighting(
    pairs: Sequence[tuple[Level, int]], weighted: LevelSteps | None, thresholds: Thresholds
) -> bool:
    """Whether the level would be another one if every question counted once."""
    if weighted is None or all(weight == 1 for _, weight in pairs):
        return False
    plain = level_steps([(level, 1) for level, _ in pairs], thresholds)
    return plain is not None and plain.level != weighted.level


def _shown(asked: int, coverage: Fraction | None, thresholds: Thresholds) -> Shown:
    if coverage is None:
        return "not_relevant"
    if asked < thresholds.fewest_for_level:
        return "answers"
    if coverage >= share(thresholds.shown_from):
        return "level"
    return "provisional" if coverage >= share(thresholds.provisional_from) else "range"


def score_domains(assessment: Assessment) -> tuple[DomainScore, ...]:
    """Each domain of which the route asks something, in the order of the bank."""
    asked = assessment.asked_ids
    scores = []
    for domain in assessment.bank.domains:
        inputs = inputs_of(assessment, domain, asked)
        if inputs:
            scores.append(score_inputs(domain.code, inputs, assessment.bank.thresholds))
    return tuple(scores)


def inputs_of(assessment: Assessment, domain: Domain, asked: frozenset[str]) -> tuple[Input, ...]:
    """The answers of a domain's questions on the route, with their weights."""
    answer, weight = assessment.answer, assessment.weight
    return tuple(
        [
            Input(each.id, answer(each.id).choice, weight(each))
            for each in domain.indicators
            if each.id in asked
        ]
    )


def overall_index(scores: Sequence[DomainScore]) -> Fraction | None:
    """The mean of the domains' indices. Never a headline, and never shown without coverage."""
    known = [each.index for each in scores if each.index is not None]
    return sum(known, Fraction(0)) / len(known) if known else None
