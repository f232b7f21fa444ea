"""Sentences beside answers, on their way into a vote that is still open.

A ballot's sentences wait in memory until its question closes or the document is put away. Those of
a file have to be in the document, as the meeting may be days away. They go there only together with
as many answers to their question as are written down at once, so that no two states of the document
tell with which answer one of them came.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_REASONS, Round
from nttp_readiness.domain.editing.ballots import TOGETHER, Ballot, BallotBox
from nttp_readiness.domain.editing.counting import with_added, with_question
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import open_round, with_round

Reasons = Mapping[str, tuple[str, ...]]
"""Sentences by question, in the order of the alphabet."""


def said_beside(
    ballots: Sequence[Ballot], asked: Sequence[str]
) -> tuple[Reasons, Mapping[str, int]]:
    """What stands beside these ballots' answers to the questions that are asked, and how many of
    them chose a level there.
    """
    said: dict[str, tuple[str, ...]] = {}
    levels: dict[str, int] = {}
    for question in asked:
        sentences = (each.reasons.get(question, "").strip() for each in ballots)
        levels[question] = sum(isinstance(each.answers.get(question), int) for each in ballots)
        if found := tuple(sorted(filter(None, sentences))):
            said[question] = found
    return said, levels


def put_away(assessment: Assessment, box: BallotBox) -> tuple[Assessment, BallotBox]:
    """Write down every ballot before the document is closed, and of the sentences beside them those
    whose question got five levels and more since ballots were last written. The others may be in no
    document, and stay in the box.
    """
    left, added = box.taken(everything=True)
    if not added:
        return assessment, box
    levels: Counter[str] = Counter()
    for (question, _), tally in added.items():
        levels[question] += tally.known
    collected = with_added(assessment, open_round(assessment), added)
    collected, waiting = with_reasons(assessment, collected, box.reasons, levels)
    return with_round(assessment, collected), BallotBox(left.slips, waiting)


def with_reasons(
    assessment: Assessment, collected: Round, said: Reasons, levels: Mapping[str, int]
) -> tuple[Round, Reasons]:
    """The round with those sentences whose question got five levels and more at once, and the
    sentences of the others, which may be in no document yet.
    """
    waiting: dict[str, tuple[str, ...]] = {}
    for key, sentences in said.items():
        if levels.get(key, 0) < TOGETHER:
            waiting[key] = sentences
            continue
        question = collected.questions[key]
        together = tuple(sorted((*question.vote.reasons, *sentences)))[:MOST_REASONS]
        vote = changed(question.vote, reasons=together)
        made = changed(question, votes=(*question.votes[:-1], vote))
        collected = with_question(assessment, collected, key, made)
    return collected, waiting
