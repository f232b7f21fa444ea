"""What would change if an answer were another one, worked out before anything is changed.

Two questions: what is the shortest list of answers that moves a stage or a domain on, and what does
one answer do when it moves by one level. Both give facts; sentences are in `presentation.moves`.
"""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.scale import LEVELS, TOP_LEVEL, Level, Stage, Thresholds, share
from nttp_readiness.domain.readiness.scoring import DEFAULTS, DomainScore, Input, score_inputs
from nttp_readiness.domain.readiness.stages import Readiness, StageCheck, readiness_of, safety_stops
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class Move:
    """One answer that would have to be at that level or higher. `now` is None where not known."""

    indicator: str
    now: Level | None
    to: Level


@dataclass(frozen=True, slots=True)
class StageMove:
    """The shortest list of answers after which the assessment stands at `to`.

    `to` is None at the last stage, where there is no stage, and where another route is needed.
    `moves` are foundations in bank order, then answers that domains need, domain by domain.
    """

    to: Stage | None
    moves: tuple[Move, ...] = ()
    needs_full_route: bool = False


@dataclass(frozen=True, slots=True)
class Effect:
    """What another answer would do: the figures before it and after it."""

    indicator: str
    to: Level
    before: DomainScore
    after: DomainScore
    stage_before: Stage | None
    stage_after: Stage | None
    stops_before: tuple[str, ...]
    stops_after: tuple[str, ...]

    @property
    def moves_range(self) -> bool:
        return (self.before.level_low, self.before.level_high) != (
            self.after.level_low,
            self.after.level_high,
        )

    @property
    def moves_stage(self) -> bool:
        return self.stage_before != self.stage_after


def stage_move(
    assessment: Assessment, readiness: Readiness, scores: Sequence[DomainScore]
) -> StageMove:
    """What it takes to leave the present stage, each answer at the lowest level that is enough."""
    holder = _holder(readiness)
    if holder is None:
        return StageMove(None)
    if holder.full_route:
        return StageMove(None, needs_full_route=True)
    bar = _bar(readiness, holder)
    wanted = [
        Move(each.id, assessment.answer(each.id).level, bar)
        for each in assessment.bank.foundations
        if each.id in holder.foundations
    ]
    raised = {each.indicator: each.to for each in wanted}
    least = holder.stage.when.every_domain_at_least
    if not holder.holds_back and least is not None:
        for score in scores:
            inputs = [_at_least(each, raised.get(each.indicator)) for each in score.inputs]
            found = moves_to(inputs, least, assessment.bank.thresholds)
            wanted = _together(wanted, found)
    return StageMove(_stage_after(assessment, wanted, scores), tuple(wanted))


def clearing_move(
    assessment: Assessment, readiness: Readiness, scores: Sequence[DomainScore]
) -> StageMove:
    """What would clear everything that stands under "what holds this stage", all at once.

    Where a stage is held back, that is its own foundations and those that are not known, at the
    first level that lets a stage be reached. Elsewhere it is the shortest way on.
    """
    holder = _holder(readiness)
    if holder is None or not holder.holds_back:
        return stage_move(assessment, readiness, scores)
    bar, keys = _bar(readiness, holder), {*readiness.held_by, *readiness.not_known}
    wanted = tuple(
        Move(each.id, assessment.answer(each.id).level, bar)
        for each in assessment.bank.foundations
        if each.id in keys
    )
    return StageMove(_stage_after(assessment, wanted, scores), wanted)


def moves_to(
    inputs: Sequence[Input], level: Level, thresholds: Thresholds = DEFAULTS
) -> tuple[Move, ...]:
    """The fewest answers that bring a domain to a level, with unknown answers counted as 0.

    Every applicable answer has to reach the floor of that level; then the heaviest of the others
    are taken until the agreed share of the weight is there. Of lists equally short, the one with
    the lowest levels; of those, the one that comes first in the bank.
    """
    needed, floor = share(thresholds.level_share), max(0, level - thresholds.floor_step)
    applicable = [(each, each.level or 0) for each in inputs if each.applies]
    lifted = {each.indicator: LEVELS[floor] for each, at in applicable if at < floor}
    missing = sum(each.weight for each, _ in applicable) * needed - sum(
        each.weight for each, at in applicable if max(at, floor) >= level
    )
    if floor >= level:
        missing = 0 * needed
    below = [each for each, at in applicable if max(at, floor) < level]
    # First those that have to move anyway, then the heaviest: the fewest names on the list.
    order = sorted(below, key=lambda each: (each.indicator not in lifted, -each.weight))
    for each in order:
        if missing <= 0:
            break
        lifted[each.indicator] = level
        missing -= each.weight
    # Those that move anyway stop at the floor again where the heavier ones turned out to be enough.
    for each in reversed([each for each in order if (each.level or 0) < floor]):
        if lifted[each.indicator] == level and missing + each.weight <= 0:
            lifted[each.indicator] = LEVELS[floor]
            missing += each.weight
    return tuple(
        Move(each.indicator, each.level, lifted[each.indicator])
        for each, _ in applicable
        if each.indicator in lifted
    )


def effects(
    assessment: Assessment,
    readiness: Readiness,
    scores: Sequence[DomainScore],
    indicator_id: str,
) -> tuple[Effect, ...]:
    """One level down and one level up from an answer; every level where it is not known.

    Empty for a question that does not apply or that the route does not ask.
    """
    found = next(
        (
            (score, each)
            for score in scores
            for each in score.inputs
            if each.indicator == indicator_id and each.applies
        ),
        None,
    )
    if found is None:
        return ()
    score, answer = found
    at = answer.level
    levels = LEVELS if at is None else [n for n in LEVELS if abs(n - at) == 1]
    return tuple(_effect(assessment, readiness, scores, score, indicator_id, n) for n in levels)


def _effect(
    assessment: Assessment,
    readiness: Readiness,
    scores: Sequence[DomainScore],
    score: DomainScore,
    indicator_id: str,
    to: Level,
) -> Effect:
    imagined = _imagined(assessment, {indicator_id: to})
    after = _rescored(assessment, score, {indicator_id: to})
    others = [after if each is score else each for each in scores]
    return Effect(
        indicator=indicator_id,
        to=to,
        before=score,
        after=after,
        stage_before=readiness.stage,
        stage_after=readiness_of(imagined, others).stage,
        stops_before=safety_stops(assessment),
        stops_after=safety_stops(imagined),
    )


def _holder(readiness: Readiness) -> StageCheck | None:
    """The check that has to change for the stage to move."""
    here = next((each for each in readiness.checks if each.stage == readiness.stage), None)
    return here if here is not None and here.holds_back else readiness.next_check


def _bar(readiness: Readiness, holder: StageCheck) -> Level:
    """The level that lets a foundation out of the present stage and into one that is reached."""
    if not holder.holds_back:
        return holder.stage.when.level or LEVELS[0]
    past = [
        (each.stage.when.level or 0) + 1
        for each in readiness.checks
        if each.stage.when.kind == "some_foundation_at_most"
    ]
    first = [
        each.stage.when.level or 0
        for each in readiness.checks
        if each.stage.when.kind == "every_foundation_at_least"
    ]
    return LEVELS[min(max([*past, *first[:1]], default=0), TOP_LEVEL)]


def _at_least(answer: Input, level: Level | None) -> Input:
    if level is None or (answer.level is not None and answer.level >= level):
        return answer
    return replace(answer, choice=level)


def _together(wanted: Sequence[Move], more: Sequence[Move]) -> list[Move]:
    """Both lists with each indicator once, at the higher of its levels."""
    found = {each.indicator: each for each in wanted}
    for each in more:
        known = found.get(each.indicator)
        found[each.indicator] = replace(known, to=max(known.to, each.to)) if known else each
    return list(found.values())


def _stage_after(
    assessment: Assessment, moves: Sequence[Move], scores: Sequence[DomainScore]
) -> Stage | None:
    levels = {each.indicator: each.to for each in moves}
    rescored = [_rescored(assessment, each, levels) for each in scores]
    return readiness_of(_imagined(assessment, levels), rescored).stage


def _rescored(assessment: Assessment, score: DomainScore, levels: dict[str, Level]) -> DomainScore:
    inputs = [
        replace(each, choice=levels[each.indicator]) if each.indicator in levels else each
        for each in score.inputs
    ]
    return score_inputs(score.code, inputs, assessment.bank.thresholds)


def _imagined(assessment: Assessment, levels: dict[str, Level]) -> Assessment:
    """The assessment with those answers, for figures only: it is never kept."""
    given = {
        key: assessment.answer(key).model_copy(update={"choice": level})
        for key, level in levels.items()
    }
    return assessment.model_copy(update={"answers": {**assessment.answers, **given}})
