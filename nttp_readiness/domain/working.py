"""How each figure was worked out: a small tree for each, made from the one result.

Nothing is computed here that scoring has not computed before; sums are only written out. Values
stay exact, and `unit` says how they are to be shown: rounding is the business of what shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Literal

from nttp_readiness.domain.assessment import Assessment, Choice
from nttp_readiness.domain.bank import LEVELS, TOP_LEVEL, Bank, Level, Thresholds, share
from nttp_readiness.domain.scoring import DomainScore, Input, LevelSteps
from nttp_readiness.domain.stages import Readiness, StageCheck
from nttp_readiness.i18n import tr

Figure = Literal["level", "level_range", "coverage", "index", "overall", "stage", "priority"]
DomainFigure = Literal["level", "level_range", "coverage", "index"]
Unit = Literal["level", "points", "share", "weight", "count", "yes_no", "words"]
Amount = Fraction | int | str | bool | None


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """An answer that went into a figure, with the weight that it has there."""

    indicator: str
    title: str
    choice: Choice | None
    weight: int


@dataclass(frozen=True, slots=True)
class Step:
    """An intermediate result: what it is, the sum written out, and its exact value."""

    name: str
    sum: str
    value: Amount
    unit: Unit


@dataclass(frozen=True, slots=True)
class Working:
    """One figure with everything that it was made from.

    `of` is a domain's code, or empty for the assessment as a whole. `result` is exact, and None
    where the figure is not shown; `rounding` says how it is shown. `parts` are the workings of the
    figures that went into this one.
    """

    figure: Figure
    of: str
    title: str
    rule: str
    inputs: tuple[GivenAnswer, ...]
    steps: tuple[Step, ...]
    result: Amount
    unit: Unit
    rounding: str
    parts: tuple[Working, ...] = ()


def domain_working(assessment: Assessment, score: DomainScore, figure: DomainFigure) -> Working:
    """The working of one figure of a domain."""
    name = next(each.name for each in assessment.bank.domains if each.code == score.code)
    inputs = _inputs(assessment.bank, score.inputs)
    made = {
        "level": _level,
        "level_range": _level_range,
        "coverage": _coverage,
        "index": _index,
    }[figure]
    return made(assessment.bank.thresholds, score, name, inputs)


def overall_working(
    assessment: Assessment, scores: Sequence[DomainScore], overall: Fraction | None
) -> Working:
    """The working of the overall index, with that of each domain's index."""
    names = {each.code: each.name for each in assessment.bank.domains}
    return Working(
        figure="overall",
        of="",
        title=tr("Overall index"),
        rule=tr("The mean of the domains' indices. It is background only, and never the headline."),
        inputs=(),
        steps=tuple(
            Step(names[each.code], tr("index of this domain"), each.index, "points")
            for each in scores
            if each.index is not None
        ),
        result=overall,
        unit="points",
        rounding=_half_up(),
        parts=tuple(domain_working(assessment, each, "index") for each in scores),
    )


def stage_working(
    assessment: Assessment, readiness: Readiness, scores: Sequence[DomainScore]
) -> Working:
    """The working of the stage: every stage's rule, and whether it is met and why not."""
    bank = assessment.bank
    asked = bank.asked(assessment.profile.route)
    needs_domains = any(each.stage.when.every_domain_at_least for each in readiness.checks)
    return Working(
        figure="stage",
        of="",
        title=tr("Readiness stage"),
        rule=tr(
            "The first rule that applies: a stage that holds back comes first, otherwise the "
            "furthest stage that is reached. Strength in one place does not make up for a "
            "foundation that is not there yet."
        ),
        inputs=tuple(
            GivenAnswer(each.id, each.title, assessment.answer(each.id).choice, 1)
            for each in bank.foundations
            if each.id in asked
        ),
        steps=tuple(
            Step(each.stage.name, check_words(bank, each), each.met, "yes_no")
            for each in readiness.checks
        ),
        result=readiness.stage.name if readiness.stage else None,
        unit="words",
        rounding=tr("Nothing is rounded: only the order of the levels counts."),
        parts=tuple(
            domain_working(assessment, each, "level_range")
            for each in scores
            if needs_domains and not readiness.needs_full_route
        ),
    )


def check_words(bank: Bank, check: StageCheck) -> str:
    """A stage's rule in words, with the names that decided it."""
    rule = check.stage.when
    names = "; ".join(
        [bank.by_id[key].title for key in check.foundations]
        + [each.name for each in bank.domains if each.code in check.domains]
    )
    if rule.kind == "some_foundation_at_most":
        said = tr("A foundation is at level {level} or below.").format(level=rule.level)
    elif rule.kind == "some_foundation_unknown":
        said = tr("A foundation is not known.")
    elif rule.every_domain_at_least is None:
        said = tr("Every foundation is at level {level} or above.").format(level=rule.level)
    else:
        said = tr(
            "Every foundation is at level {level} or above, and every domain at level {least}, "
            "with its unknown answers counted as 0."
        ).format(level=rule.level, least=rule.every_domain_at_least)
    if check.full_route:
        return f"{said} {tr('This route does not ask every question.')}"
    if not names:
        return said
    lead = tr("It holds for: {names}.") if check.holds_back else tr("Not yet: {names}.")
    return f"{said} {lead.format(names=names)}"


def share_words(share_of: Fraction) -> str:
    """A share as people say it: "three quarters"; in per cent where there is no such word."""
    match (share_of.numerator, share_of.denominator):
        case (1, 2):
            return tr("half")
        case (2, 3):
            return tr("two thirds")
        case (3, 4):
            return tr("three quarters")
        case (3, 5):
            return tr("three fifths")
        case (4, 5):
            return tr("four fifths")
        case (1, 3):
            return tr("a third")
    return f"{float(share_of * 100):g}%"


def level_rule_words(thresholds: Thresholds, inputs: Sequence[Input]) -> str:
    """The level rule in a sentence or two, with the weights that these questions have."""
    step = thresholds.floor_step
    above = {
        0: tr("is never above its lowest known answer"),
        1: tr("is at most one level above its lowest known answer"),
    }.get(step, tr("is at most {n} levels above its lowest known answer").format(n=step))
    said = tr(
        "A domain has the highest level that at least {share} of its weight has reached, "
        "and {above}."
    ).format(share=share_words(share(thresholds.level_share)), above=above)
    if any(each.weight > 1 for each in inputs):
        return f"{said} {tr('Foundations count twice.')}"
    return f"{said} {tr('Every question counts once.')}"


def _level(
    thresholds: Thresholds,
    score: DomainScore,
    name: str,
    inputs: tuple[GivenAnswer, ...],
) -> Working:
    return Working(
        figure="level",
        of=score.code,
        title=tr("Level of {name}").format(name=name),
        rule=level_rule_words(thresholds, score.inputs),
        inputs=inputs,
        steps=_level_steps(thresholds, score.at_known),
        result=score.level,
        unit="level",
        rounding=tr("Nothing is rounded: shares are compared as exact fractions."),
        parts=(
            _level_range(thresholds, score, name, inputs),
            _coverage(thresholds, score, name, inputs),
        ),
    )


def _level_range(
    thresholds: Thresholds,
    score: DomainScore,
    name: str,
    inputs: tuple[GivenAnswer, ...],
) -> Working:
    """Both ends of the range; their own workings only where an unknown answer tells them apart."""
    unknown = tuple(each for each, raw in zip(inputs, score.inputs, strict=True) if raw.unknown)
    rule = level_rule_words(thresholds, score.inputs) if unknown else ""

    def end(steps: LevelSteps | None, title: str) -> Working:
        return Working(
            figure="level",
            of=score.code,
            title=title,
            rule=rule,
            inputs=(),
            steps=_level_steps(thresholds, steps),
            result=steps.level if steps else None,
            unit="level",
            rounding="",
        )

    found = (
        None
        if score.level_low is None
        else tr("{low} to {high}").format(low=score.level_low, high=score.level_high)
    )
    return Working(
        figure="level_range",
        of=score.code,
        title=tr("Range of the level of {name}").format(name=name),
        rule=tr("The whole level rule again, with every unknown answer at 0, and at 4."),
        inputs=unknown,
        steps=(
            Step(tr("Lowest"), tr("unknown answers at 0"), score.level_low, "level"),
            Step(tr("Highest"), tr("unknown answers at 4"), score.level_high, "level"),
        ),
        result=found,
        unit="words",
        rounding=tr("Nothing is rounded."),
        parts=(
            end(score.at_zero, tr("With every unknown answer at 0")),
            end(score.at_four, tr("With every unknown answer at 4")),
        )
        if unknown
        else (),
    )


def _coverage(
    thresholds: Thresholds,
    score: DomainScore,
    name: str,
    inputs: tuple[GivenAnswer, ...],
) -> Working:
    said = tr(
        "The weight of the questions that have a level, out of the weight of all that apply. "
        "From {shown} a level is shown; from {provisional} it is provisional; below that only "
        "its range is given."
    ).format(
        shown=share_words(share(thresholds.shown_from)),
        provisional=share_words(share(thresholds.provisional_from)),
    )
    left_out = score.total_weight - score.applicable_weight
    return Working(
        figure="coverage",
        of=score.code,
        title=tr("Share of {name} that is known").format(name=name),
        rule=said,
        inputs=inputs,
        steps=(
            Step(tr("Known weight"), "", score.known_weight, "weight"),
            Step(tr("Weight that applies"), f"{score.total_weight} − {left_out}",
                 score.applicable_weight, "weight"),
        ),
        result=score.coverage,
        unit="share",
        rounding=_half_up(),
    )  # fmt: skip


def _index(
    thresholds: Thresholds,
    score: DomainScore,
    name: str,
    inputs: tuple[GivenAnswer, ...],
) -> Working:
    known, applies, summed = score.known_weight, score.applicable_weight, score.weighted_sum
    unknown = TOP_LEVEL * (applies - known)
    terms = " + ".join(
        f"{each.weight} × {each.level}" for each in score.inputs if each.level is not None
    )
    steps = [Step(tr("Sum of weight times answer"), terms, summed, "count")]
    if score.index is not None:
        steps.append(Step(tr("Index"), f"100 × {summed} ÷ (4 × {known})", score.index, "points"))
    if applies:
        steps += [
            Step(tr("Low end"), f"100 × {summed} ÷ (4 × {applies})", score.low, "points"),
            Step(tr("High end"), f"100 × ({summed} + {unknown}) ÷ (4 × {applies})",
                 score.high, "points"),
        ]  # fmt: skip
    return Working(
        figure="index",
        of=score.code,
        title=tr("Index of {name}").format(name=name),
        rule=tr(
            "100 times the sum of weight times answer, divided by 4 times the known weight. For "
            "its low end every unknown answer is 0, for its high end 4."
        ),
        inputs=inputs,
        steps=tuple(steps),
        result=score.index,
        unit="points",
        rounding=_half_up(),
        parts=(_coverage(thresholds, score, name, inputs),),
    )


def _level_steps(thresholds: Thresholds, steps: LevelSteps | None) -> tuple[Step, ...]:
    if steps is None:
        return ()
    most: Level = LEVELS[min(steps.lowest + thresholds.floor_step, TOP_LEVEL)]
    return (
        *(
            Step(tr("Level {n} or more").format(n=n), _of(steps.reached[n], steps.total),
                 steps.share_at(n), "share")
            for n in LEVELS[1:]
        ),
        Step(
            tr("Highest level that {share} has reached").format(
                share=share_words(share(thresholds.level_share))
            ),
            "",
            steps.by_share,
            "level",
        ),
        Step(tr("Lowest answer"), "", steps.lowest, "level"),
        Step(tr("Highest level that it allows"), f"{steps.lowest} + {thresholds.floor_step}",
             most, "level"),
    )  # fmt: skip


def _inputs(bank: Bank, inputs: Sequence[Input]) -> tuple[GivenAnswer, ...]:
    return tuple(
        GivenAnswer(each.indicator, bank.by_id[each.indicator].title, each.choice, each.weight)
        for each in inputs
    )


def _of(part: int, whole: int) -> str:
    return tr("{n} of {of}").format(n=part, of=whole)


def _half_up() -> str:
    return tr("Kept as an exact fraction, and rounded half up only when shown.")
