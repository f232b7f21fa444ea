"""What would move a stage, a domain or an answer's figures, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.scale import LEVELS, TOP_LEVEL
from nttp_readiness.domain.readiness.scoring import DomainScore, score_inputs
from nttp_readiness.domain.readiness.what_if import Effect, Move, moves_to
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.values import replace


def stage_move_words(card: Scorecard) -> str:
    """The shortest way out of the present stage, in a sentence or two."""
    bank, move = card.assessment.bank, card.stage_move
    if move.needs_full_route:
        return tr(
            "The next stage needs the full set of questions. You can change to it on Prepare."
        )
    if not move.moves:
        return tr("There is no further stage.") if card.readiness.stage else ""
    to = move.to or card.readiness.stage
    return trn(
        "One answer moves it to {stage}: {list}.",
        "{n} answers move it to {stage}: {list}.",
        len(move.moves),
        n=words.number_words(len(move.moves)).capitalize(),
        stage=to.name if to else "",
        list=moves_listed(bank, move.moves),
    )


def clearing_words(card: Scorecard, *, listed: bool = False) -> str:
    """What comes of it when everything that holds the stage has moved; empty where nothing does.

    "When all three reach Developing, the stage is Ready to start small." Where they have to reach
    different levels, the window leads to the list of them, and paper has it `listed`.
    """
    bank, move = card.assessment.bank, card.clearing_move
    if move.to is None or not move.moves:
        return ""
    levels = {each.to for each in move.moves}
    apart = len(levels) > 1 or bool(card.readiness.held_by_domains)
    count = len(move.moves)
    number = words.number_words(count)
    if apart and listed:
        return trn(
            "One answer would bring us to {stage}: {list}.",
            "{n} answers would bring us to {stage}: {list}.",
            count,
            n=number.capitalize(),
            stage=move.to.name,
            list=moves_listed(bank, move.moves),
        )
    if apart:
        return trn(
            "One answer would bring us to {stage}. See “What would change this?”.",
            "{n} answers would bring us to {stage}. See “What would change this?”.",
            count,
            n=number.capitalize(),
            stage=move.to.name,
        )
    level = bank.level_name(levels.pop())
    if count == 2:  # English has a word of its own for two
        both = tr("When both reach {level}, the stage is {stage}.")
        return both.format(level=level, stage=move.to.name)
    return trn(
        "When it reaches {level}, the stage is {stage}.",
        "When all {n} reach {level}, the stage is {stage}.",
        count,
        n=number,
        level=level,
        stage=move.to.name,
    )


def moves_listed(bank: Bank, moves: Sequence[Move]) -> str:
    """The answers with the level that each needs: "Room to do the work from 1 to 2; …"."""
    return "; ".join(
        (
            tr("{title}, not known, to {to} or more")
            if each.now is None
            else tr("{title} from {now} to {to}")
        ).format(title=bank.by_id[each.indicator].title, now=each.now, to=each.to)
        for each in moves
    )


def effect_words(bank: Bank, effect: Effect) -> str:
    """What one other answer would do to its domain, the stage and the safety stops."""
    domain = bank.domain_of[effect.indicator].name
    said = [
        tr("With {level}:").format(level=words.level_words(bank, effect.to)),
        _level_effect(effect, domain),
    ]
    if effect.moves_stage:
        said.append(
            tr("The stage would be {stage}.").format(
                stage=effect.stage_after.name if effect.stage_after else tr("none")
            )
        )
    else:
        said.append(tr("The stage stays the same."))
    if len(effect.stops_after) > len(effect.stops_before):
        said.append(tr("It would be a safety stop."))
    elif len(effect.stops_after) < len(effect.stops_before):
        said.append(tr("The safety stop would end."))
    return " ".join(said)


def answer_effects(card: Scorecard, indicator_id: str) -> tuple[str, ...]:
    """What one level down and one level up would do, each in words; every level for one unknown.

    Nothing where the question has no answer yet, or does not apply.
    """
    if not has_effects(card.assessment, indicator_id):
        return ()
    bank = card.assessment.bank
    return tuple(effect_words(bank, each) for each in card.effects(indicator_id))


def has_effects(assessment: Assessment, indicator_id: str) -> bool:
    """Whether something can be said of what another answer would do."""
    return assessment.answer(indicator_id).choice not in {None, "not_relevant"} and any(
        each.id == indicator_id for each in assessment.asked
    )


def _level_effect(effect: Effect, domain: str) -> str:
    before, after = effect.before, effect.after
    if before.level != after.level and after.level is not None:
        if before.level is None:
            return tr("{domain} would be at level {after}.").format(
                domain=domain, after=after.level
            )
        return tr("{domain} would move from level {before} to {after}.").format(
            domain=domain, before=before.level, after=after.level
        )
    if effect.moves_range and after.level_low == after.level_high:
        return tr("{domain} would be certain at level {n}.").format(
            domain=domain, n=after.level_low
        )
    if effect.moves_range:
        return tr("{domain} could be {low} to {high}.").format(
            domain=domain, low=after.level_low, high=after.level_high
        )
    if after.level is None:
        return tr("{domain} stays without a level.").format(domain=domain)
    return tr("{domain} stays at level {n}.").format(domain=domain, n=after.level)


def domain_change_words(card: Scorecard, score: DomainScore) -> tuple[str, tuple[str, ...]]:
    """What would settle or raise a domain's level, with the questions that it names."""
    bank = card.assessment.bank
    unknown = tuple(each.indicator for each in score.inputs if each.unknown)
    if score.shown in {"not_relevant", "answers"}:
        return "", ()
    if len(unknown) == 1 and score.level_low != score.level_high:
        return _one_unknown(bank, score, unknown[0]), unknown
    if unknown and score.level_low != score.level_high:
        names = "; ".join(bank.by_id[key].title for key in unknown)
        return tr("Finding out about: {names}.").format(names=names), unknown
    level = score.level_low
    if level is None or level >= TOP_LEVEL:
        return "", ()
    moves = moves_to(score.inputs, LEVELS[level + 1], bank.thresholds)
    about = tuple(each.indicator for each in moves)
    if len(moves) > 3:
        return (
            trn(
                "Level {n} needs {count} answer to move up: {list}.",
                "Level {n} needs {count} answers to move up, among them: {list}.",
                len(moves),
                n=level + 1,
                count=words.number_words(len(moves)),
                list=moves_listed(bank, moves[:2]),
            ),
            about,
        )
    return (
        tr("For level {n}: {list}.").format(n=level + 1, list=moves_listed(bank, moves)),
        about,
    )


def _one_unknown(bank: Bank, score: DomainScore, key: str) -> str:
    """What each answer to the only unknown question would make of the level."""
    title = bank.by_id[key].title
    outcomes = [
        score_inputs(
            score.code,
            [replace(each, choice=n) if each.indicator == key else each for each in score.inputs],
            bank.thresholds,
        ).known_level
        for n in LEVELS
    ]
    starts = [n for n in LEVELS if n and outcomes[n] != outcomes[n - 1]]
    said = []
    for place, start in enumerate(starts):
        last = place == len(starts) - 1
        end = TOP_LEVEL if last else starts[place + 1] - 1
        if start == end:
            line = tr("An answer of {start} to {title} makes it level {n}.")
        elif last:
            line = tr("Any answer of {start} or more to {title} makes level {n} certain.")
        else:
            line = tr("An answer of {start} to {end} to {title} makes it level {n}.")
        said.append(line.format(start=start, end=end, title=title, n=outcomes[start]))
    return " ".join(said)
