"""Anonymous questions about the meeting and the plan: what is asked, and what may be shown."""

from __future__ import annotations

from typing import Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import (
    MOST_DOTS,
    MOST_OPTIONS,
    Audience,
    Poll,
    PollKind,
    Round,
)
from nttp_readiness.domain.editing.ballots import TOGETHER
from nttp_readiness.domain.group.disclosure import coarse_step, in_steps
from nttp_readiness.domain.group.poll_release import poll_detail
from nttp_readiness.i18n import tr, trn

LEAST_OPTIONS: Final = 2
"""Fewest actions among which one chooses."""


def poll_name(kind: PollKind) -> str:
    return {
        "check_in": tr("How is everybody today?"),
        "dots": tr("What should we do first?"),
        "closing": tr("How was this meeting for us?"),
    }[kind]


def poll_question(kind: PollKind) -> str:
    """What each person reads."""
    return {
        "check_in": tr("How much room do you have for this today?"),
        "dots": trn(
            "Choose up to {n} action that should come first.",
            "Choose up to {n} actions that should come first.",
            MOST_DOTS,
        ),
        "closing": tr("How was this meeting for you?"),
    }[kind]


def poll_options(
    assessment: Assessment, kind: PollKind, suggested: tuple[str, ...]
) -> tuple[str, ...]:
    """What can be chosen: five steps, or the actions that were made in the room and those that the
    plan suggests first. Empty where there is nothing to choose from.
    """
    if kind == "check_in":
        return (
            tr("None at all"), tr("A little"), tr("Enough"), tr("A good deal"), tr("Plenty"),
        )  # fmt: skip
    if kind == "closing":
        return (
            tr("It took more than it gave"), tr("Hard going"), tr("Neither good nor bad"),
            tr("Good"), tr("It was worth it"),
        )  # fmt: skip
    collected = assessment.workshop.round if assessment.workshop else None
    made = [assessment.actions[key].title for key in (collected.actions if collected else ())
            if key in assessment.actions]  # fmt: skip
    found = tuple(dict.fromkeys((*made, *suggested)))[:MOST_OPTIONS]
    return found if len(found) >= LEAST_OPTIONS else ()


def poll_lines(collected: Round, poll: Poll, audience: Audience) -> tuple[str, ...]:
    """Each option with how many chose it, the most first where one chooses among actions, as
    exactly as that audience may know. Nothing where it may not be shown.
    """
    detail = poll_detail(collected, poll, audience)
    if detail is None:
        return ()
    pairs = list(zip(poll.options, poll.counts, strict=True))
    if detail == "words":
        most, _ = max(pairs, key=lambda pair: pair[1])
        return (tr("Most chose: {option}").format(option=most),)
    if poll.kind == "dots":
        pairs = sorted((pair for pair in pairs if pair[1]), key=lambda pair: -pair[1])
    if audience == "room":
        return tuple(f"{count}  {option}" for option, count in pairs)
    if detail == "counts":
        return tuple(tr("{option}: {n} of {of}").format(option=option, n=count, of=poll.known)
                     for option, count in pairs)  # fmt: skip
    step = coarse_step(poll.known)
    return tuple(
        tr("{option}: about {n}%").format(option=option, n=in_steps(count, poll.known, step))
        for option, count in pairs
    )


def poll_state(waits: Poll | None, closed: Poll | None) -> str:
    """How far it is: how many have answered, never what, and what would be left of it."""
    if closed is not None:
        return tr("Closed. D shows it on the wall.")
    if waits is None:
        return tr("Not asked yet.")
    count = trn("{n} person has answered.", "{n} people have answered.", waits.people)
    if 0 < waits.people < TOGETHER:
        return " ".join((count, tr("If the program stopped now, it would have to be asked again.")))
    return count
