"""A finished example, walked through step by step: what was said, and why it came to that.

Every figure and every word of the example is read off the example itself.
"""

from __future__ import annotations

from collections.abc import Iterator

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.action_reasons import reasons
from nttp_readiness.presentation.plan.planning import title_of
from nttp_readiness.presentation.readiness.understanding import Understanding
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass

_LONGEST = 160
"""Letters of somebody's words that are quoted."""


@dataclass(frozen=True, slots=True)
class WalkStep:
    """One step: the page that it opens, its name, and what there is to see."""

    address: Address
    title: str
    words: str


def example_walk(card: Scorecard, plan: Plan, standing: Understanding) -> tuple[WalkStep, ...]:
    """The steps through that example; a step of which the example has nothing is left out."""
    assessment = card.assessment
    return (
        _begin(assessment),
        *_answered(assessment),
        *_not_known(assessment, plan),
        _stage(standing),
        *_range(standing),
        *_first_action(assessment, plan),
        _end(),
    )


def step_words(steps: tuple[WalkStep, ...], place: int) -> str:
    """The name of a step, with how many there are."""
    counted = tr("{n} of {of}").format(n=place + 1, of=len(steps))
    return f"{counted} · {steps[place].title}"


def _begin(assessment: Assessment) -> WalkStep:
    profile = assessment.profile
    asked = len(assessment.asked)
    done = sum(assessment.answer(each.id).choice is not None for each in assessment.asked)
    answered = trn("{n} of {of} question", "{n} of {of} questions", asked, n=done, of=asked)
    return WalkStep(
        Address(Page.PREPARE),
        tr("Who looked, and at what"),
        tr(
            "“{title}” at {organisation} looked at itself and answered {answered}. Only"
            " the name is needed here. The rest says who will see it and whom people can"
            " turn to."
        ).format(title=profile.title, organisation=profile.organisation, answered=answered),
    )


def _answered(assessment: Assessment) -> Iterator[WalkStep]:
    """A foundation with a low level, and with a reason that somebody wrote down."""
    asked, answer_of = assessment.asked, assessment.answer
    low = (e for e in asked if e.foundation and answer_of(e.id).level in (0, 1, 2))
    found = _first(e for e in low if answer_of(e.id).note.strip())
    found = found or _first(e for e in asked if answer_of(e.id).level == 1)
    if found is None:
        return
    answer = assessment.answer(found.id)
    level = answer.level or 0
    name = words.level_words(assessment.bank, level, "")
    said = tr(
        "They chose “{level}”: that sentence is true for them, and the next one is not true yet."
    )
    parts = [said.format(level=name)]
    if note := _short(answer.note):
        parts.append(tr("Their reason, in their own words: “{note}”").format(note=note))
    if found.foundation:
        parts.append(tr("It is a foundation: something to have in place before you start more."))
    yield WalkStep(Address(Page.REFLECT, found.id), tr("An answer"), " ".join(parts))


def _not_known(assessment: Assessment, plan: Plan) -> Iterator[WalkStep]:
    found = _first(e for e in assessment.asked if assessment.answer(e.id).choice == "not_sure")
    if found is None:
        return
    parts = [tr("Nobody knew, and that is useful to know. “Not sure” never counts as zero.")]
    entry = next((e for e in plan.live if found.id in e.action.indicators), None)
    if entry is not None:
        parts.append(tr("It became an action: “{title}”.").format(title=title_of(entry)))
    yield WalkStep(Address(Page.REFLECT, found.id), tr("An answer that nobody knew"),
                   " ".join(parts))  # fmt: skip


def _stage(standing: Understanding) -> WalkStep:
    held, stops = len(standing.holders), len(standing.safety_stops)
    if standing.at is None:
        parts = [tr("The stage is “{stage}”.").format(stage=standing.stage)]
    else:
        counted = tr("{n} of {of}").format(n=standing.at + 1, of=len(standing.stages))
        said = tr("The stage is {counted}: “{stage}”.")
        parts = [said.format(counted=counted, stage=standing.stage)]
    if stops:
        parts.append(
            trn(
                "Above it is {n} warning: what to make safe before anything else.",
                "Above it are {n} warnings: what to make safe before anything else.",
                stops,
            )
        )
    if held:
        first = standing.holders[0]
        parts.append(
            trn(
                "{n} foundation, “{title}”, keeps them from the next stage.",
                "{n} foundations keep them from the next stage, “{title}” for one.",
                held,
                title=first.title,
            )
        )
        if first.mover:
            parts.append(first.mover)
    parts.append(tr("Every figure opens to how it was worked out."))
    return WalkStep(Address(Page.UNDERSTAND), tr("Where they stand"), " ".join(parts))


def _range(standing: Understanding) -> Iterator[WalkStep]:
    reaching = (e for e in standing.domains if e.score.level_low != e.score.level_high)
    row = next(reaching, None)
    if row is not None:
        said = tr(
            "“{domain}” is at {level}, and {could_be}, because some of its questions were"
            " answered “Not sure”. The line shows how far the level could move."
        )
        yield WalkStep(
            Address(Page.UNDERSTAND, row.code),
            tr("What is not known is shown"),
            said.format(
                domain=row.name, level=row.level_words,
                could_be=row.could_be[:1].lower() + row.could_be[1:],
            ),
        )  # fmt: skip


def _first_action(assessment: Assessment, plan: Plan) -> Iterator[WalkStep]:
    if not plan.planned:
        return
    entry = plan.planned[0]
    why = reasons(assessment, plan, entry).sentence
    parts = [tr("The first action is “{title}”.").format(title=title_of(entry)), why]
    yield WalkStep(Address(Page.PLAN), tr("What to do first, and why"), " ".join(parts).strip())
    owned = next((each for each in plan.planned if each.action.owner and each.action.due), None)
    if owned is not None:
        said = tr(
            "{owner}, by {day}. One name, one date, and how we will know: that turns a"
            " wish into an action."
        )
        day = words.day(owned.action.due)
        yield WalkStep(
            Address(Page.PLAN, owned.action.id),
            tr("Who does it, and by when"),
            said.format(owner=owned.action.owner.partition(";")[0].strip(), day=day),
        )


def _end() -> WalkStep:
    return WalkStep(
        Address(Page.SHARE),
        tr("On paper"),
        tr(
            "This is what they took to their meeting: two pages first, then the rest."
            " Names, notes and levels can be left out. That is all. Your own begins with"
            " twelve questions."
        ),
    )


def _first(found: Iterator[Indicator]) -> Indicator | None:
    return next(found, None)


def _short(text: str) -> str:
    plain = " ".join(text.split())
    if len(plain) <= _LONGEST:
        return plain
    return plain[: plain.rfind(" ", 0, _LONGEST)] + " …"
