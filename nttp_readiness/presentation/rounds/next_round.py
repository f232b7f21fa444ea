"""What the next round is, what it takes from this one, and what stays behind."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class NextRound:
    """The page in reading order. `comes` and `stays` are list items."""

    title: str
    sentence: str
    comes: tuple[str, ...]
    stays: tuple[str, ...]
    keep: tuple[str, str]
    """Name and note of the choice that keeps the answers."""
    empty: tuple[str, str]
    start: str
    """Words of the button that starts it."""


def next_round_words(assessment: Assessment) -> NextRound:
    """The page for the round that would follow this one."""
    number = assessment.round + 1
    return NextRound(
        title=tr("Start round {n}").format(n=number),
        sentence=tr(
            "Round {n} gets a file of its own. Round {now} stays as it is, and you can"
            " compare the two at any time."
        ).format(n=number, now=assessment.round),
        comes=tuple(_comes(assessment)),
        stays=tuple(_stays(assessment)),
        keep=(
            tr("Keep our answers as a start"),
            tr("Each answer stands as it was, with its notes. You change what has moved since."),
        ),
        empty=(
            tr("Begin with empty answers"),
            tr("Every question is asked afresh, without looking at what was said last time."),
        ),
        start=tr("Start round {n}").format(n=number),
    )


def over_time_words(assessment: Assessment) -> str:
    """What a next round is good for, at the end of the page on where we stand."""
    return tr(
        "Readiness changes. In some months, start round {n} from this one. The plan"
        " comes along, and you can see what moved."
    ).format(n=assessment.round + 1)


def _comes(assessment: Assessment) -> list[str]:
    actions = assessment.actions.values()
    live = sum(each.status not in {"done", "dropped"} for each in actions)
    dropped = sum(each.status == "dropped" for each in actions)
    asks, set_by_us = len(assessment.asks), len(assessment.importance)
    counted = (
        (
            live,
            trn(
                "{n} action that you took up and that is not done, with its owner and dates",
                "{n} actions that you took up and that are not done, with owners and dates",
                live,
            ),
        ),
        (
            dropped,
            trn(
                "{n} action that you dropped, with your reason",
                "{n} actions that you dropped, with your reasons",
                dropped,
            ),
        ),
        (
            asks,
            trn(
                "{n} thing that you need from others", "{n} things that you need from others", asks
            ),
        ),
        (
            set_by_us,
            trn(
                "How important you said {n} question is",
                "How important you said {n} questions are",
                set_by_us,
            ),
        ),
    )
    shown = sum(
        item.state != "no_longer"
        for answer in assessment.answers.values()
        for item in answer.evidence_items
    )
    evidence = trn(
        "{n} piece of evidence, with the question whether it is still true",
        "{n} pieces of evidence, each with the question whether it is still true",
        shown,
    )
    said = tr("What you said under Prepare, and the same questions")
    return [said, *(words for count, words in (*counted, (shown, evidence)) if count)]


def _stays(assessment: Assessment) -> list[str]:
    profile = assessment.profile
    done = sum(each.status == "done" for each in assessment.actions.values())
    parts: tuple[tuple[object, str], ...] = (
        (done, trn("{n} action that is done", "{n} actions that are done", done)),
        (assessment.stage_view, tr("Your own view of the stage")),
        (profile.agreed or profile.review, tr("The dates of agreement and review")),
        (assessment.workshop, tr("The answers that people gave in the workshop")),
    )
    return [words for there, words in parts if there]
