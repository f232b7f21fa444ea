"""The sums of a domain on paper: which levels are reached, and how the index comes about."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import Level, Thresholds, share
from nttp_readiness.domain.readiness.scoring import DomainScore, LevelSteps
from nttp_readiness.domain.rounding import in_decimals
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.working_data import shown
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class LevelRow:
    """A level on paper: whether the share has reached it as known, with unknown at 0, and at 4."""

    name: str
    known: str
    at_zero: str
    at_four: str
    reached: tuple[bool, bool, bool]


@dataclass(frozen=True, slots=True)
class SumRow:
    """A figure on paper: its name, its rule, the sum written out, and what is shown."""

    name: str
    rule: str
    sum: str
    shown: str


def level_rows(bank: Bank, score: DomainScore, levels: Sequence[Level]) -> tuple[LevelRow, ...]:
    """One row for each level in question."""
    return tuple(_level_row(bank, score, each) for each in levels)


def sum_rows(card: Scorecard, code: str) -> tuple[SumRow, ...]:
    """Share known, index, low end and high end, each with its sum: the steps that have a rule."""
    steps = (*card.working(code, "coverage").steps, *card.working(code, "index").steps)
    return tuple(
        SumRow(each.name, each.rule, f"{each.sum} = {exact(each.value)}",
               shown(each.value, each.unit))
        for each in steps
        if each.rule and isinstance(each.value, Fraction)
    )  # fmt: skip


def reached_words(steps: LevelSteps, level: Level) -> str:
    """The weight that has reached a level: "7 of 9"."""
    return tr("{n} of {of}").format(n=steps.reached[level], of=steps.total)


def percent_words(steps: LevelSteps | None, level: Level, thresholds: Thresholds) -> str:
    """A share in per cent; "just under" where rounding would make it look reached."""
    if steps is None:
        return ""
    part, needed = steps.share_at(level), share(thresholds.level_share)
    said = words.percent(part)
    if part < needed and said == words.percent(needed):
        return tr("just under {percent}").format(percent=said)
    return said


def _level_row(bank: Bank, score: DomainScore, level: Level) -> LevelRow:
    needed = share(bank.thresholds.level_share)
    ends = (score.at_known, score.at_zero, score.at_four)

    def said(steps: LevelSteps | None) -> str:
        if steps is None:
            return tr("not known")
        return f"{reached_words(steps, level)}, {percent_words(steps, level, bank.thresholds)}"

    known, at_zero, at_four = (
        steps is not None and steps.share_at(level) >= needed for steps in ends
    )
    return LevelRow(
        name=words.level_sentence(bank, level),
        known=said(score.at_known),
        at_zero=said(score.at_zero),
        at_four=said(score.at_four),
        reached=(known, at_zero, at_four),
    )


def exact(figure: Fraction) -> str:
    """A figure with at most two decimals, and "about" where that is not all of it."""
    said = in_decimals(figure, 2).rstrip("0").rstrip(".")
    return said if Fraction(said) == figure else tr("about {n}").format(n=said)
