"""What the figures are drawn from, one definition for screen and paper."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.figures import dumbbells, stages, stones
from nttp_readiness.figures import strip as strips
from nttp_readiness.figures import wheel as wheels
from nttp_readiness.figures.petal import Petal
from nttp_readiness.figures.shapes import Drawing, Spot
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.understanding import DomainRow, Stone, Understanding
from nttp_readiness.presentation.rounds.comparison import ChangeRow, ComparisonWords
from nttp_readiness.presentation.words import words
from nttp_readiness.values import replace

FEWEST_PETALS, MOST_PETALS = 4, 12


def has_reach(score: DomainScore) -> bool:
    """Whether a picture may show how far the domain's level reaches."""
    return score.shown in {"level", "provisional", "range"}


def reach_of(score: DomainScore) -> strips.Reach | None:
    """A domain's level with its range, where anything can be said of it."""
    if not has_reach(score) or score.level_low is None or score.level_high is None:
        return None
    return strips.Reach(score.level, score.level_low, score.level_high, score.provisional)


def wheel(rows: Sequence[DomainRow], measures: wheels.WheelMeasures) -> Drawing | None:
    """The readiness wheel, where there are as many domains as it can show."""
    if not FEWEST_PETALS <= len(rows) <= MOST_PETALS:
        return None
    return wheels.wheel([_petal(each) for each in rows], measures)


def strip(row: DomainRow, level_names: Sequence[str]) -> Drawing | None:
    """A domain's level strip for the screen, where anything can be said of its level.

    All of it is one part, the domain's: the cells by themselves lead nowhere.
    """
    reach = reach_of(row.score)
    if reach is None:
        return None
    drawn = strips.strip(row.name, reach, level_names, strips.SCREEN)
    known = trn("{n} of {of} known", "{n} of {of} known", row.score.known, of=row.score.applicable)
    return replace(drawn, spots=(Spot(row.code, drawn.corners, known),))


def stage_bar(standing: Understanding, width: float) -> Drawing:
    """The stages as a bar of that width, with the present one marked."""
    return stages.stage_bar(standing.stages, standing.at, width)


def foundation_stones(standing: Understanding, width: float, columns: int) -> Drawing:
    """The foundations as courses of so many stones."""
    return stones.stones([_stone(each) for each in standing.stones], width, columns)


def two_rounds(
    said: ComparisonWords,
    level_names: Sequence[str],
    measures: dumbbells.DumbbellMeasures,
    width: float,
) -> Drawing | None:
    """Dumbbells of the domains of which both rounds can say how far they reach; None for none."""
    rows = [row for each in said.rows if (row := _dumbbell(each))]
    return dumbbells.dumbbells(rows, level_names, measures, width) if rows else None


def two_rounds_key(
    said: ComparisonWords, measures: dumbbells.DumbbellMeasures, width: float
) -> Drawing:
    """Which mark of the dumbbells is which round."""
    return dumbbells.dumbbell_key(said.before, said.after, measures, width)


def _dumbbell(row: ChangeRow) -> dumbbells.Comparison | None:
    before, after = reach_of(row.before), reach_of(row.after)
    if before is None or after is None:
        return None
    sentence = f"{row.name}: {row.was_now}. {row.change}. {row.detail}"
    return dumbbells.Comparison(row.code, row.short_name, before, after, row.change, sentence)


def _petal(row: DomainRow) -> Petal:
    reach = reach_of(row.score)
    return Petal(
        key=row.code,
        name=row.name,
        short_name=row.short_name,
        number=row.number,
        level=row.score.level,
        low=reach.low if reach else None,
        high=reach.high if reach else None,
        provisional=row.score.provisional,
        foundations=row.standings,
        sentence=f"{row.name}. {row.sentence}",
    )


def _stone(stone: Stone) -> stones.Stone:
    level = stone.answer.level
    answer = stone.words if level is None else f"{level} {stone.words}"
    said = {
        "holds": tr("{title}: {answer}. Keeps us at this stage."),
        "unknown": tr("{title}: {answer}. Not known yet."),
        "ok": tr("{title}: {answer}."),
    }[stone.standing]
    return stones.Stone(
        key=stone.indicator,
        name=" ".join(stone.lines),
        level=level,
        word=stone.words,
        standing=stone.standing,
        sentence=said.format(title=stone.title, answer=answer),
    )


def standing_rows(rows: Sequence[DomainRow]) -> tuple[tuple[str, str, str, str], ...]:
    """The wheel as a table: each domain's short name, level, what it could be, how much is known.

    A domain that shows no level says nothing of what it could be.
    """
    return tuple((each.short_name, _level(each), _could_be(each), each.known) for each in rows)


def _level(row: DomainRow) -> str:
    if row.score.provisional and row.score.level is not None:
        return tr("{level}, provisional").format(level=row.level_words)
    return row.level_words


def _could_be(row: DomainRow) -> str:
    return words.range_words(row.score) if has_reach(row.score) else "–"
