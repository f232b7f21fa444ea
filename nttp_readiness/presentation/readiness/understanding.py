"""Where we stand, as sentences and rows: the same on screen, in reports and in tables."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.bank.scale import TOP_LEVEL, share
from nttp_readiness.domain.plan.priorities import proposed
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.readiness.working import share_words
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

Standing = Literal["holds", "unknown", "ok"]


@dataclass(frozen=True, slots=True)
class Holder:
    """A foundation that holds the stage, or is not known, with what would move it."""

    indicator: str
    title: str
    domain: str
    answer: Answer
    words: str
    mover: str
    unknown: bool


@dataclass(frozen=True, slots=True)
class Stone:
    """One of the foundations with its short name."""

    indicator: str
    lines: tuple[str, ...]
    title: str
    answer: Answer
    words: str
    standing: Standing


@dataclass(frozen=True, slots=True)
class Strength:
    """Something that is established: a domain, or a question."""

    title: str
    level: int
    words: str
    indicator: str = ""
    foundation: bool = False


@dataclass(frozen=True, slots=True)
class DomainRow:
    """A domain's figures in words."""

    code: str
    name: str
    short_name: str
    number: int
    level_words: str
    could_be: str
    known: str
    sentence: str
    score: DomainScore
    standings: tuple[Standing, ...]


@dataclass(frozen=True, slots=True)
class SafetyStop:
    indicator: str
    title: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """The whole page, from the stage to the domains."""

    stage: str
    """Name of the stage; a sentence where the route gives none."""
    stage_id: str
    sentence: str
    """How many foundations stand where, and what that means."""
    advice: str
    stages: tuple[str, ...]
    at: int | None
    disclaimer: str
    coverage: str
    safety_stops: tuple[SafetyStop, ...]
    holders: tuple[Holder, ...]
    holding_domains: tuple[str, ...]
    stones: tuple[Stone, ...]
    strengths: tuple[Strength, ...]
    domains: tuple[DomainRow, ...]
    not_asked: tuple[str, ...]


def understand(card: Scorecard) -> Understanding:
    """Where we stand, from the scorecard alone."""
    bank, readiness = card.assessment.bank, card.readiness
    stage = readiness.stage
    return Understanding(
        stage=stage.name if stage else tr("No stage with this set of questions"),
        stage_id=stage.id if stage else "",
        sentence=stage_sentence(card),
        advice=stage.advice if stage else "",
        stages=tuple(each.name for each in bank.stages),
        at=bank.stages.index(stage) if stage else None,
        disclaimer=bank.disclaimer,
        coverage=words.coverage_words(card.counts),
        safety_stops=tuple(
            SafetyStop(key, bank.by_id[key].title, bank.by_id[key].safety_stop or "")
            for key in card.safety_stops
        ),
        holders=_holders(card),
        holding_domains=tuple(
            each.name for each in bank.domains if each.code in readiness.held_by_domains
        ),
        stones=tuple(
            _stone(card, each) for each in bank.foundations if each.id not in readiness.not_asked
        ),
        strengths=_strengths(card),
        domains=tuple(_domain_row(card, each) for each in card.domains),
        not_asked=tuple(bank.by_id[key].title for key in readiness.not_asked),
    )


def stage_sentence(card: Scorecard) -> str:
    """How many foundations stand where, in a sentence or two."""
    bank, readiness = card.assessment.bank, card.readiness
    stage = readiness.stage
    if stage is None:
        if readiness.not_asked:
            return tr(
                "A stage needs an answer to every foundation. The set of questions that you"
                " chose does not ask: {names}."
            ).format(names=words.listed([bank.by_id[key].title for key in readiness.not_asked]))
        if bank.foundations:
            return tr("None of the stages fits these answers.")
        return tr("These questions have no foundations, so there is no stage.")
    total = len(bank.foundations)
    said = [stage.meaning]
    if stage.when.kind == "some_foundation_at_most":
        said = [_foundations_counted(card, total, stage.when.level or 0), stage.meaning]
    elif stage.when.kind == "some_foundation_unknown":
        said = [_unknown_sentence(len(readiness.held_by)), stage.meaning]
    if readiness.needs_full_route:
        said.append(tr("The next stage needs an answer to every question of the full set."))
    return " ".join(said)


def _foundations_counted(card: Scorecard, total: int, bar: int) -> str:
    """How many foundations are beyond the bar of the stage, how many below, and not known."""
    bank, readiness = card.assessment.bank, card.readiness
    held, unknown = len(readiness.held_by), len(readiness.not_known)
    beyond = total - held - unknown
    level, of = bank.level_name(bar), words.number_words(total)
    said = []
    if beyond:
        said.append(
            trn(
                "One of our {of} foundations is at {above} or above.",
                "{n} of our {of} foundations are at {above} or above.",
                beyond,
                n=words.number_words(beyond).capitalize(),
                of=of,
                above=bank.level_name(min(bar + 1, TOP_LEVEL)),
            )
        )
        below = words.number_words(held).capitalize()
        said.append(trn("One is below.", "{n} are below.", held, n=below))
    elif held == total:
        said.append(
            trn(
                "Our one foundation is at {level} or below.",
                "All {n} foundations are at {level} or below.",
                total,
                n=of,
                level=level,
            )
        )
    else:
        said.append(
            trn(
                "One of our {of} foundations is at {level} or below.",
                "{n} of our {of} foundations are at {level} or below.",
                held,
                n=words.number_words(held).capitalize(),
                of=of,
                level=level,
            )
        )
    if unknown:
        said.append(_unknown_sentence(unknown))
    return " ".join(said)


def _unknown_sentence(count: int) -> str:
    return trn(
        "One is not known yet.",
        "{n} are not known yet.",
        count,
        n=words.number_words(count).capitalize(),
    )


def _holders(card: Scorecard) -> tuple[Holder, ...]:
    readiness = card.readiness
    keys = dict.fromkeys((*readiness.held_by, *readiness.not_known))
    return tuple(_holder(card.assessment, key) for key in keys if key not in readiness.not_asked)


def _holder(assessment: Assessment, key: str) -> Holder:
    bank = assessment.bank
    indicator, answer = bank.by_id[key], assessment.answer(key)
    return Holder(
        indicator=key,
        title=indicator.title,
        domain=bank.domain_of[key].name,
        answer=answer,
        words=words.choice_words(bank, answer.choice),
        mover=proposed(indicator, answer.level).do,
        unknown=answer.level is None,
    )


def standing_of(card: Scorecard, key: str) -> Standing:
    """Whether a foundation holds the stage, is not known, or neither."""
    if card.assessment.answer(key).level is None:
        return "unknown"
    return "holds" if key in card.readiness.held_by else "ok"


def _stone(card: Scorecard, indicator: Indicator) -> Stone:
    answer = card.assessment.answer(indicator.id)
    return Stone(
        indicator=indicator.id,
        lines=indicator.short_name or (indicator.title,),
        title=indicator.title,
        answer=answer,
        words=words.choice_words(card.assessment.bank, answer.choice),
        standing=standing_of(card, indicator.id),
    )


def _strengths(card: Scorecard, most: int = 6) -> tuple[Strength, ...]:
    """Domains at the target or above, then questions there, foundations and higher levels first."""
    assessment, bank = card.assessment, card.assessment.bank
    target = bank.thresholds.target
    names = {each.code: each for each in bank.domains}
    found = [
        Strength(names[each.code].name, each.level, bank.level_name(each.level))
        for each in sorted(card.domains, key=lambda each: -(each.level or 0))
        if each.level is not None and each.level >= target
    ]
    single = [
        (each, assessment.answer(each.id).level)
        for each in assessment.asked
        if (assessment.answer(each.id).level or 0) >= target
    ]
    single.sort(key=lambda pair: (not pair[0].foundation, -(pair[1] or 0), bank.order[pair[0].id]))
    found += [
        Strength(
            each.title,
            level or 0,
            bank.described(each)[level or 0].sentence,
            each.id,
            each.foundation,
        )
        for each, level in single
    ]
    return tuple(found[:most])


def _domain_row(card: Scorecard, score: DomainScore) -> DomainRow:
    bank = card.assessment.bank
    place = next(n for n, each in enumerate(bank.domains) if each.code == score.code)
    domain = bank.domains[place]
    return DomainRow(
        code=score.code,
        name=domain.name,
        short_name=domain.short_name,
        number=place + 1,
        level_words=words.domain_level_words(bank, score),
        could_be=words.range_words(score),
        known=words.known_words(score),
        sentence=domain_sentence(card, score),
        score=score,
        standings=tuple(
            standing_of(card, each.id)
            for each in domain.indicators
            if each.foundation and each.id not in card.readiness.not_asked
        ),
    )


def domain_sentence(card: Scorecard, score: DomainScore) -> str:
    """A domain's level, what it could be and why, and how much is known, in words."""
    bank = card.assessment.bank
    said: list[str] = []
    known = trn(
        "{n} of {of} question that applies has a level.",
        "{n} of {of} questions that apply have a level.",
        score.applicable,
        n=score.known,
        of=score.applicable,
    )
    could = score.level_low != score.level_high
    open_answers = score.applicable - score.known
    between = trn(
        "It could be {low} to {high}, as one answer is not known yet.",
        "It could be {low} to {high}, as {n} answers are not known yet.",
        open_answers,
        n=words.number_words(open_answers),
        low=score.level_low,
        high=score.level_high,
    )
    if score.shown == "not_relevant":
        return tr("None of these questions applies to us.")
    if score.shown == "answers":
        said.append(tr("The set of questions that you chose has too few of these for a level."))
    elif score.shown == "range":
        said.append(
            (
                tr("Too little is known for a single level. It could be {low} to {high}.")
                if could
                else tr("Too little is known to show a level, though it could only be {low}.")
            ).format(low=score.level_low, high=score.level_high)
        )
    elif score.level is not None:
        word = (
            tr("Provisionally level {n}, {name}.")
            if score.provisional
            else tr("Level {n}, {name}.")
        )
        said.append(word.format(n=score.level, name=bank.level_name(score.level)))
        if could:
            said.append(between)
    said.append(known)
    if score.index is not None:
        index = tr("Index {index} of 100").format(index=words.rounded(score.index))
        if score.low != score.high:
            index += tr(" (range {low} to {high})").format(
                low=words.rounded(score.low), high=words.rounded(score.high)
            )
        said.append(f"{index}.")
    if score.many_not_relevant:
        said.append(
            tr("More than {share} of these questions are not relevant to us.").format(
                share=share_words(share(bank.thresholds.many_not_relevant_above))
            )
        )
    if score.depends_on_weighting:
        said.append(tr("This level depends on foundations counting twice."))
    return " ".join(said)
