"""Every text that people typed into an assessment, with the words for where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS
from nttp_readiness.presentation.plan.request_columns import REQUEST_COLUMNS
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
from nttp_readiness.presentation.words.evidence_columns import EVIDENCE_COLUMNS
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class TypedText:
    """A text, and where it was typed: “How we will know” of action 3."""

    place: str
    text: str


def typed_texts(assessment: Assessment, plan: Plan) -> Iterator[TypedText]:
    """All that hold anything, in the order of the document."""
    yield from _profile(assessment)
    for each in assessment.asked:
        answer = assessment.answer(each.id)
        for column in ANSWER_COLUMNS:
            if column.spec is not None and column.spec.typed:
                yield from _at(column.heading(), each.id, getattr(answer, column.key))
        for item in answer.evidence_items:
            for evidence in EVIDENCE_COLUMNS:
                if evidence.spec is not None and evidence.spec.typed:
                    yield from _at(evidence.heading(), each.id, getattr(item, evidence.key))
    if assessment.stage_view is not None:
        reason = assessment.stage_view.reason
        yield from _at(tr("Reason"), tr("our view of the stage"), reason)
    for action in assessment.actions.values():
        yield from _action(action, plan)
    for request in assessment.asks:
        yield from _request(request)
    yield from _workshop(assessment)


def _profile(assessment: Assessment) -> Iterator[TypedText]:
    profile = assessment.profile
    for heading, text in (
        (tr("Name of this assessment"), profile.title),
        (tr("Organisation"), profile.organisation),
        (tr("Service area"), profile.service_area),
        (tr("What you call the people you serve"), profile.own_noun),
        (tr("Who it is for, and who will see it"), profile.audience),
        (tr("Your own support contact"), profile.support_contact),
        (tr("Your own word for them"), profile.own_noun),
        (tr("Your own word for them"), profile.own_noun_one),
    ):
        yield from _at(heading, "", text)


def _action(action: PlannedAction, plan: Plan) -> Iterator[TypedText]:
    number = plan.numbers.get(action.id)
    of = tr("action {n}").format(n=number) if number else f"“{action.title}”"
    for column in ACTION_COLUMNS:
        if column.spec is not None and column.spec.typed:
            yield from _at(column.heading(), of, getattr(action, column.key))
    yield from _at(tr("Why it was dropped"), of, action.drop_reason)


def _request(request: Request) -> Iterator[TypedText]:
    of = tr("the request to “{who}”").format(who=request.who)
    for column in REQUEST_COLUMNS:
        if column.spec is not None and column.spec.typed:
            yield from _at(column.heading(), of, getattr(request, column.key))


def _workshop(assessment: Assessment) -> Iterator[TypedText]:
    for each in assessment.workshop.rounds if assessment.workshop else ():
        for group in each.groups:
            for text in (group.name, group.role, group.site):
                yield from _at(tr("Group"), tr("the workshop"), text)
        for key, question in each.questions.items():
            yield from _at(tr("View kept beside the level"), key, question.minority)


def _at(heading: str, of: str, text: str) -> Iterator[TypedText]:
    if text.strip():
        place = tr("“{field}” of {of}").format(field=heading, of=of) if of else f"“{heading}”"
        yield TypedText(place, text)
