"""How counts come into a round: whose they are, how many there can be, and where they stand.

These are the rules of one round. What a person can do is in `vote_edits`, which alone makes
another assessment of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Question, Round, Tally, Vote
from nttp_readiness.domain.editing.ballots import TallyKey
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr, trn


def open_vote(assessment: Assessment, collected: Round, group: str, indicator_id: str) -> Vote:
    """The vote of that group that still takes counts. EditError where there is none."""
    if indicator_id not in assessment.bank.by_id:
        raise refusal(tr("There is no question “{id}” in this bank.").format(id=indicator_id[:40]))
    if collected.group(group) is None:
        raise refusal(
            tr("There is no group “{name}” in this round.").format(name=group[:80]),
            tr("Its groups are: {names}.").format(
                names=", ".join(each.name for each in collected.groups)
            ),
        )
    question = collected.questions.get(indicator_id)
    if question is None:
        return Vote()
    if question.vote.closed:
        raise refusal(
            tr("“{title}” is closed, so its counts can no longer change.").format(
                title=title_of(assessment, indicator_id)
            ),
            tr("People can vote on it once more, or answer it in the next round."),
        )
    return question.vote


def with_added(assessment: Assessment, collected: Round, added: Mapping[TallyKey, Tally]) -> Round:
    """The round with these counts added to those that are there."""
    for (indicator_id, group), more in added.items():
        vote = open_vote(assessment, collected, group, indicator_id)
        was = vote.tallies.get(group, Tally())
        if was.by_hand:
            raise refusal(
                tr("The answers of “{name}” were counted by hand, so ballots cannot be added to"
" them.")
                .format(name=group)
            )  # fmt: skip
        summed = Tally.model_validate(
            {
                "levels": [a + b for a, b in zip(was.levels, more.levels, strict=True)],
                "not_sure": was.not_sure + more.not_sure,
                "not_relevant": was.not_relevant + more.not_relevant,
                "no_answer": was.no_answer + more.no_answer,
            }
        )
        collected = with_tally(assessment, collected, group, indicator_id, summed)
    return collected


def with_tally(
    assessment: Assessment, collected: Round, group: str, indicator_id: str, made: Tally
) -> Round:
    """The round with these counts in place of the group's. EditError where they are too many."""
    found = collected.group(group)
    if found is not None and 0 < found.size < made.people:
        raise refusal(
            tr("“{name}” has {size}, but “{title}” would then have {answers}.").format(
                name=group,
                size=trn("{n} person", "{n} people", found.size),
                title=title_of(assessment, indicator_id),
                answers=trn("{n} answer", "{n} answers", made.people),
            ),
            tr("Check the counts, or the size of the group."),
        )
    question = collected.questions.get(indicator_id) or Question(votes=(Vote(),))
    places = {each.name: place for place, each in enumerate(collected.groups)}
    tallies = {**question.vote.tallies, group: made}
    ordered = dict(sorted(tallies.items(), key=lambda pair: places[pair[0]]))
    vote = changed(question.vote, tallies=ordered)
    again = changed(question, votes=(*question.votes[:-1], vote))
    return with_question(assessment, collected, indicator_id, again)


def with_question(
    assessment: Assessment, collected: Round, indicator_id: str, question: Question | None
) -> Round:
    """The round with another state of a question, or without it; in the order of the bank."""
    questions = {key: each for key, each in collected.questions.items() if key != indicator_id}
    if question is not None:
        questions[indicator_id] = question
    order = assessment.bank.order
    ordered: Iterable[tuple[str, Question]] = sorted(
        questions.items(), key=lambda pair: order.get(pair[0], 0)
    )
    return changed(collected, questions=dict(ordered))


def title_of(assessment: Assessment, indicator_id: str) -> str:
    """The title of a question."""
    return assessment.bank.by_id[indicator_id].title


def refusal(what: str, cure: str = "") -> EditError:
    """Why a change of what was collected is not possible."""
    return EditError(what, safe=tr("Nothing was changed."), cure=cure)
