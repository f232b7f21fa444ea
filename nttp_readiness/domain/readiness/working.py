"""How each figure was worked out: a small tree for each, made from the one result.

Nothing is computed here that scoring has not computed before; sums are only written out. Values
stay exact, and `unit` says how they are to be shown: rounding is the business of what shows them.
"""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction
from typing import Literal, NamedTuple

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.readiness.stages import Readiness, StageCheck
from nttp_readiness.i18n import tr

Figure = Literal["level", "level_range", "coverage", "index", "overall", "stage", "priority"]
DomainFigure = Literal["level", "level_range", "coverage", "index"]
Unit = Literal["level", "points", "share", "weight", "count", "yes_no", "words"]
Amount = Fraction | int | str | bool | None


class GivenAnswer(NamedTuple):
    """An answer that went into a figure, with the weight that it has there.

    This, `Step` and `Working` are made by the hundred, and named tuples in a third of the time.
    """

    indicator: str
    title: str
    choice: Choice | None
    weight: int


class Step(NamedTuple):
    """An intermediate result: what it is, the sum written out, and its exact value.

    `rule` says in words how the sum is made, where the sum alone does not.
    """

    name: str
    sum: str
    value: Amount
    unit: Unit
    rule: str = ""


class Working(NamedTuple):
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


def overall_working(
    assessment: Assessment,
    scores: Sequence[DomainScore],
    overall: Fraction | None,
    indices: Sequence[Working],
) -> Working:
    """The working of the overall index; `indices` are the workings of the domains' indices."""
    names = {each.code: each.name for each in assessment.bank.domains}
    return Working(
        figure="overall",
        of="",
        title=tr("Overall index"),
        rule=tr("The average of the domain indexes. It is background only, never the headline."),
        inputs=(),
        steps=tuple(
            Step(names[each.code], tr("index of this domain"), each.index, "points")
            for each in scores
            if each.index is not None
        ),
        result=overall,
        unit="points",
        rounding=half_up_words(),
        parts=tuple(indices),
    )


def stage_working(
    assessment: Assessment, readiness: Readiness, ranges: Sequence[Working]
) -> Working:
    """The working of the stage: every stage's rule, and whether it is met and why not.

    `ranges` are the workings of the ranges of the domains' levels, which the last stage needs.
    """
    bank = assessment.bank
    asked = assessment.asked_ids
    needs_domains = any(each.stage.when.every_domain_at_least for each in readiness.checks)
    return Working(
        figure="stage",
        of="",
        title=tr("Readiness stage"),
        rule=tr(
            "The first rule that applies: a stage at which something keeps us comes first,"
            " otherwise the furthest stage that we have reached. Strength in one place does"
            " not make up for a foundation that is not in place."
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
        parts=tuple(ranges) if needs_domains and not readiness.needs_full_route else (),
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
        return f"{said} {tr('The chosen set does not ask every question.')}"
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


def half_up_words() -> str:
    """How a figure is rounded that is not whole."""
    return tr("Kept as an exact fraction, and rounded half up only when shown.")
