"""How the four figures of a domain were worked out: its level, range, coverage and index.

Everything that is written out here stands in the `DomainScore` already. Each tree is made once: the
range and the coverage are parts of the level, and the coverage is a part of the index.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import LEVELS, TOP_LEVEL, Thresholds, share
from nttp_readiness.domain.readiness.scoring import DomainScore, LevelSteps
from nttp_readiness.domain.readiness.working import (
    DomainFigure,
    GivenAnswer,
    Step,
    Working,
    half_up_words,
    share_words,
)
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass

DomainWorkings = Mapping[DomainFigure, Working]


def domain_workings(
    assessment: Assessment, scores: Sequence[DomainScore]
) -> dict[str, DomainWorkings]:
    """The workings of every domain by its code."""
    names = {each.code: each.name for each in assessment.bank.domains}
    said = _said(assessment.bank.thresholds)
    return {each.code: _workings(assessment.bank, said, each, names[each.code]) for each in scores}


@dataclass(frozen=True, slots=True)
class _Said:
    """The words that every domain's working has alike, made once for all of them."""

    thresholds: Thresholds
    level: str
    level_rules: tuple[str, str]
    """Where every question counts once, and where foundations count twice."""
    level_rounding: str
    reached: tuple[str, ...]
    of: str
    parts: dict[tuple[int, int, int], Step]
    """How much of the weight reached a level, "7 of 9": domains have many alike."""
    by_share: str
    lowest: str
    allowed: str
    level_range: str
    low_to_high: str
    range_rule: str
    range_rounding: str
    ends: tuple[tuple[str, str, str], tuple[str, str, str]]
    coverage: str
    coverage_rule: str
    known: str
    applies: str
    share: str
    share_rule: str
    index: str
    index_rule: str
    summed: str
    figures: tuple[tuple[str, str], tuple[str, str], tuple[str, str]]
    half_up: str


def _said(thresholds: Thresholds) -> _Said:
    return _Said(
        thresholds=thresholds,
        level=tr("Level of {name}"),
        level_rules=_level_rules(thresholds),
        level_rounding=tr("Nothing is rounded: shares are compared as exact fractions."),
        reached=tuple(tr("Level {n} or more").format(n=n) for n in LEVELS),
        of=tr("{n} of {of}"),
        parts={},
        by_share=tr("Highest level that {share} has reached").format(
            share=share_words(share(thresholds.level_share))
        ),
        lowest=tr("Lowest answer"),
        allowed=tr("Highest level that it allows"),
        level_range=tr("Range of the level of {name}"),
        low_to_high=tr("{low} to {high}"),
        range_rule=tr("The whole level rule again, with every unknown answer at 0, and at 4."),
        range_rounding=tr("Nothing is rounded."),
        ends=(
            (
                tr("Lowest"),
                tr("unknown answers at 0"),
                tr("Level of {name} with every unknown answer at 0"),
            ),
            (
                tr("Highest"),
                tr("unknown answers at 4"),
                tr("Level of {name} with every unknown answer at 4"),
            ),
        ),
        coverage=tr("Share of {name} that is known"),
        coverage_rule=tr(
            "The weight of the questions that have a level, out of the weight of all that apply. "
            "From {shown} a level is shown; from {provisional} it is provisional; below that only "
            "its range is given."
        ).format(
            shown=share_words(share(thresholds.shown_from)),
            provisional=share_words(share(thresholds.provisional_from)),
        ),
        known=tr("Known weight"),
        applies=tr("Weight that applies"),
        share=tr("Share known"),
        share_rule=tr("known weight ÷ all weight that applies"),
        index=tr("Index of {name}"),
        index_rule=tr(
            "Multiply each answer by its weight and add them up. Take 100 times this sum"
            " and divide it by 4 times the known weight. The low end counts every unknown"
            " answer as 0, the high end as 4."
        ),
        summed=tr("Sum of weight times answer"),
        figures=(
            (tr("Index"), tr("100 × sum ÷ (4 × known weight)")),
            (tr("Low end"), tr("100 × sum ÷ (4 × all weight that applies)")),
            (tr("High end"), tr("the same, unknown answers at 4")),
        ),
        half_up=half_up_words(),
    )


def _workings(bank: Bank, said: _Said, score: DomainScore, name: str) -> DomainWorkings:
    by_id = bank.by_id
    inputs = tuple(
        [
            GivenAnswer(each.indicator, by_id[each.indicator].title, each.choice, each.weight)
            for each in score.inputs
        ]
    )
    rule = said.level_rules[any(each.weight > 1 for each in score.inputs)]
    level_range = _level_range(said, score, name, rule, inputs)
    coverage = _coverage(said, score, name, inputs)
    return {
        "level": Working(
            figure="level",
            of=score.code,
            title=said.level.format(name=name),
            rule=rule,
            inputs=inputs,
            steps=_level_steps(said, score.at_known),
            result=score.level,
            unit="level",
            rounding=said.level_rounding,
            parts=(level_range, coverage),
        ),
        "level_range": level_range,
        "coverage": coverage,
        "index": _index(said, score, name, inputs, coverage),
    }


def _level_range(
    said: _Said, score: DomainScore, name: str, rule: str, inputs: tuple[GivenAnswer, ...]
) -> Working:
    """Both ends of the range; their own workings only where an unknown answer tells them apart."""
    unknown: tuple[GivenAnswer, ...] = ()
    if score.unknown_weight:
        both = zip(inputs, score.inputs, strict=True)
        unknown = tuple([each for each, raw in both if raw.unknown])
    ends = (score.at_zero, score.at_four)
    low, high = score.level_low, score.level_high
    return Working(
        figure="level_range",
        of=score.code,
        title=said.level_range.format(name=name),
        rule=said.range_rule,
        inputs=unknown,
        steps=(Step(*said.ends[0][:2], low, "level"), Step(*said.ends[1][:2], high, "level")),
        result=None if low is None else said.low_to_high.format(low=low, high=high),
        unit="words",
        rounding=said.range_rounding,
        parts=tuple(
            Working(
                figure="level",
                of=score.code,
                title=title.format(name=name),
                rule=rule,
                inputs=(),
                steps=_level_steps(said, steps),
                result=steps.level if steps else None,
                unit="level",
                rounding="",
            )
            for (_, _, title), steps in zip(said.ends, ends, strict=True)
        )
        if unknown
        else (),
    )


def _coverage(
    said: _Said, score: DomainScore, name: str, inputs: tuple[GivenAnswer, ...]
) -> Working:
    known, applies, total = score.known_weight, score.applicable_weight, score.total_weight
    steps = [
        Step(said.known, "", known, "weight"),
        Step(said.applies, f"{total} − {total - applies}", applies, "weight"),
    ]
    if score.coverage is not None:
        sum_ = f"{known} ÷ {applies}"
        steps.append(Step(said.share, sum_, score.coverage, "share", said.share_rule))
    return Working(
        figure="coverage",
        of=score.code,
        title=said.coverage.format(name=name),
        rule=said.coverage_rule,
        inputs=inputs,
        steps=tuple(steps),
        result=score.coverage,
        unit="share",
        rounding=said.half_up,
    )


def _index(
    said: _Said,
    score: DomainScore,
    name: str,
    inputs: tuple[GivenAnswer, ...],
    coverage: Working,
) -> Working:
    known, applies, summed = score.known_weight, score.applicable_weight, score.weighted_sum
    unknown = TOP_LEVEL * score.unknown_weight
    terms = " + ".join(
        [f"{each.weight} × {level}" for each in score.inputs if (level := each.level) is not None]
    )
    sums = (
        (f"100 × {summed} ÷ (4 × {known})", score.index),
        (f"100 × {summed} ÷ (4 × {applies})", score.low),
        (f"100 × ({summed} + {unknown}) ÷ (4 × {applies})", score.high),
    )
    return Working(
        figure="index",
        of=score.code,
        title=said.index.format(name=name),
        rule=said.index_rule,
        inputs=inputs,
        steps=(
            Step(said.summed, terms, summed, "count"),
            *(
                Step(step, sum_, figure, "points", rule)
                for (step, rule), (sum_, figure) in zip(said.figures, sums, strict=True)
                if figure is not None
            ),
        ),
        result=score.index,
        unit="points",
        rounding=said.half_up,
        parts=(coverage,),
    )


def _level_steps(said: _Said, steps: LevelSteps | None) -> tuple[Step, ...]:
    if steps is None:
        return ()
    allows = f"{steps.lowest} + {said.thresholds.floor_step}"
    if steps.allowed < steps.lowest + said.thresholds.floor_step:
        allows = tr("{sum}, at most {top}").format(sum=allows, top=TOP_LEVEL)
    return (
        *[_part(said, n, reached, steps) for n, reached in enumerate(steps.reached) if n],
        Step(said.by_share, "", steps.by_share, "level"),
        Step(said.lowest, "", steps.lowest, "level"),
        Step(said.allowed, allows, steps.allowed, "level"),
    )  # fmt: skip


def _part(said: _Said, level: int, reached: int, steps: LevelSteps) -> Step:
    """The weight that has reached a level, and its share."""
    key = level, reached, steps.total
    made = said.parts.get(key)
    if made is None:
        words = said.of.format(n=reached, of=steps.total)
        made = Step(said.reached[level], words, steps.share_at(LEVELS[level]), "share")
        said.parts[key] = made
    return made


def _level_rules(thresholds: Thresholds) -> tuple[str, str]:
    step = thresholds.floor_step
    above = {
        0: tr("is never above its lowest known answer"),
        1: tr("is at most one level above its lowest known answer"),
    }.get(
        step,
        trn(
            "is at most {n} level above its lowest known answer",
            "is at most {n} levels above its lowest known answer",
            step,
        ),
    )
    lead = tr(
        "A domain is at the highest level that at least {share} of its weight has"
        " reached, and {above}."
    ).format(share=share_words(share(thresholds.level_share)), above=above)
    return f"{lead} {tr('Every question counts once.')}", f"{lead} {tr('Foundations count twice.')}"
