"""How answers come into a round, and how the vote on a question is closed, once or again.

Nothing gets out of a tally again: there is no function that takes one person's answers back.
`EditError` says in a sentence why a change is not possible.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import (
    MOST_REASONS,
    MOST_VOTES,
    Question,
    Round,
    Tally,
    Vote,
)
from nttp_readiness.domain.editing.ballots import Ballot, BallotBox, TallyKey, tally_of
from nttp_readiness.domain.editing.counting import (
    open_vote,
    refusal,
    title_of,
    with_added,
    with_question,
    with_tally,
)
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import open_questions, open_round, with_round
from nttp_readiness.domain.group.release import decide, is_sensitive
from nttp_readiness.i18n import tr


def tally(assessment: Assessment, group: str, counts: Mapping[str, Tally]) -> Assessment:
    """Enter counts of cards, hands or paper; typed again they replace what was typed before."""
    collected = open_round(assessment)
    for question, given in counts.items():
        vote = open_vote(assessment, collected, group, question)
        was = vote.tallies.get(group)
        if was is not None and not was.by_hand:
            raise refusal(
                tr("“{name}” answered “{title}” by ballot, so counts cannot replace these answers.")
                .format(title=title_of(assessment, question), name=group)
            )  # fmt: skip
        made = changed(given, by_hand=True)
        collected = with_tally(assessment, collected, group, question, made)
    return with_round(assessment, collected)


def add_ballots(assessment: Assessment, ballots: Sequence[Ballot]) -> Assessment:
    """Count these ballots, all of them or none. Their order leaves no trace.

    The questions that the round still collects get an answer of each; one that a ballot leaves
    open counts as no answer.
    """
    collected = open_round(assessment)
    for ballot in ballots:
        check_ballot(assessment, ballot)
    added: dict[TallyKey, Tally] = {}
    asked = open_questions(assessment)
    if not asked:
        raise refusal(tr("Every question of this round is closed, so nothing more is counted."))
    for question in asked:
        for name in sorted({each.group for each in ballots}):
            slips = tuple(b.answers.get(question) for b in ballots if b.group == name)
            added[question, name] = tally_of(slips)
    return with_round(assessment, with_added(assessment, collected, added))


def add_from_box(
    assessment: Assessment, box: BallotBox, *, everything: bool = False, of: str = ""
) -> tuple[Assessment, BallotBox]:
    """Write down what the box may give away by now: see `BallotBox.taken`."""
    left, added = box.taken(everything=everything, of=of)
    if not added:
        return assessment, box
    collected = open_round(assessment)
    return with_round(assessment, with_added(assessment, collected, added)), left


def close_question(
    assessment: Assessment, indicator_id: str, reasons: Sequence[str] = ()
) -> Assessment:
    """Close the vote on a question, decide what may be shown of it, and freeze its counts.

    `reasons` are what people wrote beside their answers, besides those that came with files. They
    stay with the vote where the room may see everyone's counts, in the order of the alphabet; else
    nothing of them is kept.
    """
    collected = open_round(assessment)
    question = collected.questions.get(indicator_id)
    if question is None or not question.vote.people:
        raise refusal(tr("Nobody has answered this question yet."))
    if question.vote.closed:
        return assessment
    closed = closed_question(assessment, collected, indicator_id, question, reasons)
    return with_round(assessment, with_question(assessment, collected, indicator_id, closed))


def vote_again(assessment: Assessment, indicator_id: str) -> Assessment:
    """Open a second vote on a question that was talked about. There is no third.

    What was agreed stands until another level is agreed.
    """
    collected = open_round(assessment)
    question = collected.questions.get(indicator_id)
    if question is None or not question.vote.closed:
        raise refusal(tr("This question has not been looked at yet."))
    if len(question.votes) >= MOST_VOTES:
        raise refusal(
            tr("People have voted on this question twice, which is the limit."),
            tr("Agree a level now, and keep the other view in a sentence."),
        )
    again = changed(question, votes=(*question.votes, Vote()))
    return with_round(assessment, with_question(assessment, collected, indicator_id, again))


def check_ballot(assessment: Assessment, ballot: Ballot) -> None:
    """EditError where the bank does not allow one of the answers."""
    for key, choice in ballot.answers.items():
        indicator = assessment.bank.by_id.get(key)
        if indicator is None:
            raise refusal(tr("This question is not in this assessment."))
        if choice == "not_relevant" and indicator.foundation:
            raise refusal(
                tr("“{title}” is a foundation, so “Not relevant to us” cannot be chosen.").format(
                    title=indicator.title
                )
            )


def closed_question(
    assessment: Assessment,
    collected: Round,
    indicator_id: str,
    question: Question,
    reasons: Sequence[str] = (),
) -> Question:
    """The question with its latest vote closed, and the decision what may be shown of it.

    `reasons` stay with it where the room may see everyone's counts.
    """
    rounds = assessment.workshop.rounds if assessment.workshop else ()
    earlier = [
        (each, vote)
        for each in (*(before for before in rounds if before.number < collected.number), collected)
        if indicator_id in each.questions
        for vote in each.questions[indicator_id].closed
    ]
    sensitive = is_sensitive(assessment.bank, indicator_id)
    release = decide(collected, question.vote, sensitive=sensitive, earlier=earlier)
    vote = changed(question.vote, release=release, reasons=())
    said = tuple(sorted((*question.vote.reasons, *reasons)))[:MOST_REASONS]
    if said and vote.shown(collected.groupings[0], "room") is not None:
        vote = changed(vote, reasons=said)
    return changed(question, votes=(*question.votes[:-1], vote))
