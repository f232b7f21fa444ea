"""How a domain's level and index were worked out, as rows and sentences for screen and paper."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import LEVELS, TOP_LEVEL, Level, Thresholds, share
from nttp_readiness.domain.readiness.scoring import DomainScore, Input, LevelSteps
from nttp_readiness.domain.readiness.working import share_words
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.moves import domain_change_words
from nttp_readiness.presentation.readiness.working_sums import (
    LevelRow,
    SumRow,
    level_rows,
    percent_words,
    reached_words,
    sum_rows,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

Reached = Literal["yes", "no", "unknown", "apart"]


@dataclass(frozen=True, slots=True)
class InputRow:
    """A question with its answer and weight; `reached` is about the levels in question, in order.

    "apart" is a question that does not apply.
    """

    indicator: str
    title: str
    foundation: bool
    chip: str
    words: str
    weight: int
    weighted: int | None
    reached: tuple[Reached, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """The known weight that has reached a level: "7 of 9", "78%"."""

    of: str
    percent: str
    is_level: bool


@dataclass(frozen=True, slots=True)
class Lead:
    """A sentence or two after a few bold words. `about` are questions that they name."""

    lead: str
    words: str
    about: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DomainWorking:
    """One domain's working from its rule to its index."""

    code: str
    rule: Lead
    levels: tuple[Level, ...]
    """The levels that are in question, one column each."""
    columns: tuple[str, ...]
    rows: tuple[InputRow, ...]
    total: str
    sums: tuple[Sum, ...]
    leads: tuple[Lead, ...]
    index: str
    level_rows: tuple[LevelRow, ...]
    sum_rows: tuple[SumRow, ...]


def domain_working_words(card: Scorecard, code: str) -> DomainWorking:
    """A domain's working in words. Sentences come in the order in which they are read."""
    bank, score = card.assessment.bank, card.by_code[code]
    levels = _in_question(score)
    steps = score.at_known
    return DomainWorking(
        code=code,
        rule=Lead(tr("The rule."), card.working(code, "level").rule),
        levels=levels,
        columns=tuple(tr("{n} or more").format(n=each) for each in levels),
        rows=tuple(_row(card, each, levels) for each in score.inputs),
        total=tr("Share of the known weight, {weight}").format(weight=score.known_weight),
        sums=tuple(
            Sum(
                reached_words(steps, each),
                percent_words(steps, each, bank.thresholds),
                each == score.level,
            )
            for each in levels
        )
        if steps
        else (),
        leads=tuple(
            each
            for each in (
                _level_lead(bank, score),
                _range_lead(card, score),
                _change_lead(card, score),
            )
            if each is not None
        ),
        index=_index_words(bank, score),
        level_rows=level_rows(bank, score, levels),
        sum_rows=sum_rows(card, code),
    )


def _in_question(score: DomainScore) -> tuple[Level, ...]:
    """From the level that is certain to the first that is out of reach, at least level 1."""
    ends = [each for each in (score.at_zero, score.at_known, score.at_four) if each]
    if not ends:
        return ()
    low = max(1, min(each.level for each in ends))
    high = min(TOP_LEVEL, max(each.by_share for each in ends) + 1)
    return LEVELS[min(low, high) : high + 1]


def _row(card: Scorecard, answer: Input, levels: tuple[Level, ...]) -> InputRow:
    bank = card.assessment.bank
    indicator = bank.by_id[answer.indicator]
    given = answer.level

    def reached(step: Level) -> Reached:
        if given is None:
            return "unknown" if answer.applies else "apart"
        return "yes" if given >= step else "no"

    return InputRow(
        indicator=indicator.id,
        title=indicator.title,
        foundation=indicator.foundation,
        chip=words.chip(card.assessment.answer(indicator.id)),
        words=words.choice_words(bank, answer.choice),
        weight=answer.weight,
        weighted=None if given is None else given * answer.weight,
        reached=tuple(reached(step) for step in levels),
    )


def _level_lead(bank: Bank, score: DomainScore) -> Lead:
    thresholds, steps = bank.thresholds, score.at_known
    if score.shown == "not_relevant":
        return Lead(tr("No level."), tr("None of these questions applies to us."))
    if score.shown == "answers":
        return Lead(
            tr("Answers only."),
            trn(
                "The chosen set asks {n} of these questions, and a level needs {least}.",
                "The chosen set asks {n} of these questions, and a level needs {least}.",
                len(score.inputs),
                n=words.number_words(len(score.inputs)),
                least=words.number_words(thresholds.fewest_for_level),
            ),
        )
    if score.level is None or steps is None:
        return Lead(
            tr("Range only."),
            tr("{known} of {all} of the weight is known, {share}. A level needs {least}.").format(
                known=score.known_weight,
                all=score.applicable_weight,
                share=words.percent(score.coverage),
                least=words.percent(share(thresholds.provisional_from)),
            ),
        )
    lead = tr("Provisionally level {n}.") if score.provisional else tr("Level {n}.")
    needed = share(thresholds.level_share)
    said = tr("{share} is {percent}.").format(
        share=share_words(needed).capitalize(), percent=words.percent(needed)
    )
    has = tr("Level {n} has {percent}")
    wanted = [each for each in (steps.by_share, steps.by_share + 1) if 0 < each <= TOP_LEVEL]
    shares = ", ".join(
        (has if place == 0 else tr("level {n} has {percent}")).format(
            n=each, percent=percent_words(steps, LEVELS[each], thresholds)
        )
        for place, each in enumerate(wanted)
    )
    floor = _floor_words(steps, thresholds)
    if score.provisional:
        floor += " " + tr("{share} is known, so it is provisional.").format(
            share=words.percent(score.coverage)
        )
    return Lead(lead.format(n=score.level), f"{said} {shares}. {floor}")


def _floor_words(steps: LevelSteps, thresholds: Thresholds) -> str:
    if steps.level < steps.by_share:
        return tr("The lowest known answer is {low}, so the level is {n} at most.").format(
            low=steps.lowest, n=steps.level
        )
    if steps.allowed < steps.lowest + thresholds.floor_step:
        return tr("The lowest known answer is {low}, which does not limit the level.").format(
            low=steps.lowest
        )
    return tr("The lowest known answer is {low}, so level {n} may stand.").format(
        low=steps.lowest, n=steps.level
    )


def _all_at_zero(bank: Bank, unknown: Sequence[str], outcome: str) -> str:
    if len(unknown) == 1:  # it is named
        one = tr("If {title} were 0, {outcome}.")
        return one.format(title=bank.by_id[unknown[0]].title, outcome=outcome)
    return trn(
        "If the {n} unknown answer were 0, {outcome}.",
        "If the {n} unknown answers were 0, {outcome}.",
        len(unknown),
        n=words.number_words(len(unknown)),
        outcome=outcome,
    )


def _all_at_four(unknown: Sequence[str], outcome: str) -> str:
    return trn(
        "If it were 4, {outcome}.", "If they were 4, {outcome}.", len(unknown), outcome=outcome
    )


def _range_lead(card: Scorecard, score: DomainScore) -> Lead | None:
    """How far the level could lie either way; nothing where no answer is unknown."""
    unknown = [each.indicator for each in score.inputs if each.unknown]
    low, high = score.at_zero, score.at_four
    if not unknown or low is None or high is None:
        return None
    if low.level == high.level:
        return Lead(
            tr("Certain."),
            tr("Whatever the unknown answers turn out to be, the level stays at {n}.").format(
                n=low.level
            ),
            tuple(unknown),
        )
    thresholds = card.assessment.bank.thresholds
    missed = LEVELS[low.level + 1]
    fails = (
        tr("the lowest answer would be 0, and the level {n} at most").format(n=low.level)
        if low.level < low.by_share
        else _would_have(low, missed, thresholds)
    )
    reaches = (
        tr("it would have {part}, {percent}").format(
            part=reached_words(high, high.level),
            percent=percent_words(high, high.level, thresholds),
        )
        if low.level == low.by_share and missed == high.level
        else _would_have(high, high.level, thresholds)
    )
    return Lead(
        tr("Could be {low} to {high}.").format(low=low.level, high=high.level),
        f"{_all_at_zero(card.assessment.bank, unknown, fails)} {_all_at_four(unknown, reaches)}",
        tuple(unknown),
    )


def _would_have(steps: LevelSteps, level: Level, thresholds: Thresholds) -> str:
    return tr("level {n} would have {part}, {percent}").format(
        n=level, part=reached_words(steps, level), percent=percent_words(steps, level, thresholds)
    )


def _change_lead(card: Scorecard, score: DomainScore) -> Lead | None:
    said, about = domain_change_words(card, score)
    return Lead(tr("What would change it."), said, about) if said else None


def _index_words(bank: Bank, score: DomainScore) -> str:
    said = []
    if score.index is not None:
        index = tr("Index {n}").format(n=words.rounded(score.index))
        if score.low != score.high:
            index += tr(", between {low} and {high}").format(
                low=words.rounded(score.low), high=words.rounded(score.high)
            )
        said.append(f"{index}.")
    if any(each.weight > 1 for each in score.inputs) and score.known_level is not None:
        said.append(
            tr("The level would be another one if every question counted once.")
            if score.depends_on_weighting
            else tr("The level is the same when every question counts once.")
        )
    if score.many_not_relevant:
        said.append(
            tr("More than {share} of these questions are not relevant to us.").format(
                share=share_words(share(bank.thresholds.many_not_relevant_above))
            )
        )
    return " ".join(said)
