"""What a group settles once it has looked at its answers: a level, its words, an action.

`EditError` says in a sentence why a change is not possible.
"""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.counting import refusal, with_question
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import no_round, with_round
from nttp_readiness.i18n import tr


def agree(
    assessment: Assessment, indicator_id: str, level: Level | None, *, minority: str | None = None
) -> Assessment:
    """Note the level that was agreed, and the view that is kept beside it.

    The assessment's own answer stays as it is until somebody says `adopt`.
    """
    if assessment.workshop is None:
        raise no_round()
    collected = assessment.workshop.round
    question = collected.questions.get(indicator_id)
    if question is None or not question.closed:
        raise refusal(tr("This question has not been looked at yet."))
    kept = question.minority if minority is None else minority
    made = changed(question, agreed=level, minority=kept)
    return with_round(assessment, with_question(assessment, collected, indicator_id, made))


def note_words(
    assessment: Assessment, indicator_id: str, *, evidence: str, strengths: str, improve: str
) -> Assessment:
    """Keep what the room has seen, what is strong and what to improve, beside the agreed level."""
    if assessment.workshop is None:
        raise no_round()
    collected = assessment.workshop.round
    question = collected.questions.get(indicator_id)
    if question is None or not question.closed:
        raise refusal(tr("This question has not been looked at yet."))
    made = changed(
        question, evidence=evidence.strip(), strengths=strengths.strip(), improve=improve.strip()
    )
    return with_round(assessment, with_question(assessment, collected, indicator_id, made))


def note_action(assessment: Assessment, key: str) -> Assessment:
    """Keep that an action was made in the room, for the record."""
    if assessment.workshop is None or key in assessment.workshop.round.actions:
        return assessment
    collected = assessment.workshop.round
    return with_round(assessment, changed(collected, actions=(*collected.actions, key)))


def adopt(assessment: Assessment, indicator_id: str) -> Assessment:
    """Make the agreed level the assessment's answer; the counts stay beside it."""
    workshop = assessment.workshop
    question = workshop.round.questions.get(indicator_id) if workshop else None
    if question is None or question.agreed is None:
        raise refusal(tr("No level has been agreed for this question yet."))
    return edits.answer(assessment, indicator_id, question.agreed)
