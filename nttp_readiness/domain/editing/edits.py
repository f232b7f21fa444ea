"""Every way in which an assessment can change, as pure functions from one value to the next.

Each takes the assessment first and gives a new, validated one; nothing else in the program makes
a changed document. `EditError` says in a sentence why a change is not possible.
"""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TypeVar, Unpack, cast

from nttp_readiness.address import Address
from nttp_readiness.domain.answers.answer import Answer, AnswerChanges, Choice
from nttp_readiness.domain.answers.assessment import Assessment, Profile, ProfileChanges, StageView
from nttp_readiness.domain.answers.fields import ACTION_FIELDS, PROFILE_FIELDS
from nttp_readiness.domain.answers.planned import (
    ActionChanges,
    Horizon,
    PlannedAction,
    Request,
    RequestChanges,
)
from nttp_readiness.domain.answers.sharing import Part
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.domain.plan.plan import Entry, place_among, plan_of
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.plain_models import ValidationError

V = TypeVar("V", bound=Value)


def new_assessment(bank: Bank, title: str, *, route: str = "", today: dt.date) -> Assessment:
    """An empty assessment with its own copy of the bank, on the full route where none is named."""
    if not title.strip():
        raise EditError(tr("The assessment needs a name."), cure=tr("Please write a name."))
    names = [each.id for each in bank.routes]
    chosen = route or ("full" if "full" in names else names[0])
    if chosen not in names:
        raise EditError(
            tr("This bank has no route called “{route}”.").format(route=chosen),
            cure=tr("Its routes are: {names}.").format(names=", ".join(names)),
        )
    name = title.strip()[: PROFILE_FIELDS["title"].limit]
    profile = Profile(title=name, route=chosen, started=today)
    return Assessment(id=uuid.uuid4().hex, profile=profile, written_bank=bank)


def of_its_own(assessment: Assessment) -> Assessment:
    """The same as another document, so that neither takes the other's backups."""
    return changed(assessment, id=uuid.uuid4().hex)


def answer(
    assessment: Assessment, indicator_id: str, choice: Choice | None, reason: str = ""
) -> Assessment:
    """Give that answer; None clears it and leaves what was written beside it."""
    indicator = assessment.bank.by_id.get(indicator_id)
    if indicator is None:
        raise EditError(
            tr("There is no question “{id}” in this bank.").format(id=indicator_id[:40]),
            safe=tr("Nothing was changed."),
        )
    if choice == "not_relevant" and indicator.foundation:
        raise EditError(
            tr("“{title}” is a foundation, so “Not relevant to us” cannot be chosen.").format(
                title=indicator.title
            ),
            cure=tr("Try the wording for small organisations on Prepare, or choose “Not sure”."),
        )
    was = assessment.answer(indicator_id)
    kept = reason if choice == "not_relevant" else ""
    given = changed(was, choice=choice, reason=kept, look_again=False)
    return _with_answer(assessment, indicator_id, given)


def looked_again(assessment: Assessment, indicator_id: str) -> Assessment:
    """Say that an answer to an earlier wording still holds, or is known to be open."""
    return write_beside(assessment, indicator_id, look_again=False)


def write_beside(
    assessment: Assessment, /, indicator_id: str, **words: Unpack[AnswerChanges]
) -> Assessment:
    """Change what stands beside an answer: note, evidence, its kind, confidence, view, reason."""
    _know(AnswerChanges, words)
    if indicator_id not in assessment.bank.by_id:
        raise EditError(tr("This question is not in this assessment."))
    return _with_answer(assessment, indicator_id, changed(assessment.answer(indicator_id), **words))


def set_profile(assessment: Assessment, /, **fields: Unpack[ProfileChanges]) -> Assessment:
    """Change what Prepare asks."""
    _know(ProfileChanges, fields)
    route = fields.get("route")
    if route is not None and route not in {each.id for each in assessment.bank.routes}:
        raise EditError(
            tr("This bank has no route called “{route}”.").format(route=route),
            safe=tr("Nothing was changed."),
        )
    return changed(assessment, profile=changed(assessment.profile, **fields))


def set_importance(assessment: Assessment, indicator_id: str, importance: int | None) -> Assessment:
    """Set the team's own importance, 1 to 5; None goes back to the bank's."""
    if indicator_id not in assessment.bank.by_id:
        raise EditError(tr("This question is not in this assessment."))
    kept = {key: each for key, each in assessment.importance.items() if key != indicator_id}
    if importance is not None:
        kept[indicator_id] = importance
    return changed(assessment, importance=kept)


def set_place(assessment: Assessment, place: Address) -> Assessment:
    """Remember where the person is, to come back there."""
    return changed(assessment, place=str(place))


def change_action(
    assessment: Assessment, /, action_id: str, **fields: Unpack[ActionChanges]
) -> Assessment:
    """Change an action; a suggestion becomes part of the document with its first change."""
    entry = entry_of(assessment, action_id)
    return _with_action(assessment, changed_action(entry.action, **fields))


def changed_action(action: PlannedAction, /, **fields: Unpack[ActionChanges]) -> PlannedAction:
    """The action with those fields; the action itself where nothing differs."""
    _know(ActionChanges, fields)
    return changed(action, **fields)


def keep_action(assessment: Assessment, action_id: str) -> Assessment:
    """Take a suggestion into the plan as it is."""
    return _with_action(assessment, entry_of(assessment, action_id).action)


def add_action(assessment: Assessment, title: str, horizon: Horizon = "now") -> Assessment:
    """Add an action of the team's own at the end of a horizon; its id is `own/` and a number."""
    if not title.strip():
        raise EditError(tr("Write a few words that say what will be done."))
    taken = {*assessment.actions, *(key for a in assessment.actions.values() for key in a.merged)}
    number = next(n for n in range(1, len(taken) + 2) if f"own/{n}" not in taken)
    entries = plan_of(assessment).at(horizon)
    made = PlannedAction(
        id=f"own/{number}",
        kind="own",
        title=title.strip()[: ACTION_FIELDS["title"].limit],
        horizon=horizon,
        rank=place_among(entries, len(entries))[0],
    )
    return _with_action(assessment, made)


def drop_action(assessment: Assessment, action_id: str, reason: str) -> Assessment:
    """Take an action out of the plan, and keep the reason; it can be brought back."""
    return change_action(assessment, action_id, status="dropped", drop_reason=reason)


def bring_back(assessment: Assessment, action_id: str) -> Assessment:
    """Put a dropped action back into the plan."""
    return change_action(assessment, action_id, status="not_started", drop_reason="")


def move_action(
    assessment: Assessment, action_id: str, horizon: Horizon, place: int | None = None
) -> Assessment:
    """Move an action to a horizon, at a place counted from 0; at its end where none is given."""
    entry = entry_of(assessment, action_id)
    others = [each for each in plan_of(assessment).at(horizon) if each.action.id != entry.action.id]
    at = len(others) if place is None else max(0, min(place, len(others)))
    rank, spread = place_among(others, at)
    actions = {
        key: changed(each, rank=spread[key]) if key in spread else each
        for key, each in assessment.actions.items()
    }
    moved = changed(entry.action, horizon=horizon, rank=rank)
    return changed(assessment, actions={**actions, moved.id: moved})


def set_asks(assessment: Assessment, asks: tuple[Request, ...]) -> Assessment:
    """Set what the organisation needs from others."""
    return changed(assessment, asks=asks)


def add_ask(assessment: Assessment, ask_id: str = "") -> Assessment:
    """A request to somebody else, still without words, at the end."""
    return set_asks(
        assessment, (*assessment.asks, Request(id=ask_id or uuid.uuid4().hex, who="", request=""))
    )


def change_ask(
    assessment: Assessment, /, ask_id: str, **fields: Unpack[RequestChanges]
) -> Assessment:
    """Change what stands in a request: whom, what, why, who asks and how, by when, the answer."""
    _know(RequestChanges, fields)
    asks = {each.id: each for each in assessment.asks}
    if ask_id not in asks:
        raise EditError(
            tr("This request is no longer in the plan."), safe=tr("Nothing was changed.")
        )
    return set_asks(assessment, tuple({**asks, ask_id: changed(asks[ask_id], **fields)}.values()))


def remove_ask(assessment: Assessment, ask_id: str) -> Assessment:
    """Take a request out."""
    return set_asks(assessment, tuple(each for each in assessment.asks if each.id != ask_id))


def set_stage_view(assessment: Assessment, view: StageView | None) -> Assessment:
    """Confirm the computed stage, or set another one with its reason; None takes it back."""
    if view is not None and view.stage != view.computed and not view.reason.strip():
        raise EditError(
            tr("Choosing another stage needs a reason."),
            cure=tr("Please say in a sentence why it fits better."),
        )
    return changed(assessment, stage_view=view)


def action_change(name: str, value: object) -> ActionChanges:
    """One change by its name, where a table of fields gives the name. `changed` refuses others."""
    return cast("ActionChanges", {name: value})


def answer_change(name: str, value: object) -> AnswerChanges:
    """The same of what stands beside an answer."""
    return cast("AnswerChanges", {name: value})


def request_change(name: str, value: object) -> RequestChanges:
    """The same of a request to others."""
    return cast("RequestChanges", {name: value})


def changed(value: V, **fields: object) -> V:
    """A copy with those fields, validated as the whole; the value itself where nothing differs.

    EditError where there is no such field, or where it cannot hold that.
    """
    now = {name: getattr(value, name) for name in type(value).model_fields}
    _refuse(fields.keys() - now.keys())
    if all(now[name] == field and type(now[name]) is type(field) for name, field in fields.items()):
        return value
    try:
        return type(value).model_validate({**now, **fields})
    except ValidationError as error:
        raise EditError(_why_not(error), safe=tr("Nothing was changed.")) from None


def _why_not(error: ValidationError) -> str:
    """The first thing that is wrong, for a person: by how much a text is too long."""
    first = error.errors()[0]
    if first["type"] == "string_too_long":
        most = first["ctx"]["max_length"]
        return trn(
            "This is {n} letter too long. There is room for {most} letters.",
            "This is {n} letters too long. There is room for {most} letters.",
            len(first["input"]) - most,
            most=most,
        )
    return tr("This cannot be saved here.")


def _know(changes: type, fields: Mapping[str, object]) -> None:
    """EditError where one of the fields is none that these changes name."""
    _refuse(fields.keys() - changes.__annotations__.keys())


def _refuse(unknown: AbstractSet[str]) -> None:
    if unknown:
        raise EditError(
            tr("There is no field called “{name}” here.").format(name=min(unknown)),
            safe=tr("Nothing was changed."),
        )


def _with_answer(assessment: Assessment, indicator_id: str, given: Answer) -> Assessment:
    if given == assessment.answer(indicator_id):
        return assessment
    answers: Mapping[str, Answer] = {**assessment.answers, indicator_id: given}
    if given.empty:
        answers = {key: each for key, each in answers.items() if key != indicator_id}
    order = assessment.bank.order
    return changed(
        assessment,
        answers=dict(sorted(answers.items(), key=lambda pair: order.get(pair[0], 0))),
        part=_part_with(assessment.part, indicator_id, given),
    )


def _part_with(part: Part | None, indicator_id: str, given: Answer) -> Part | None:
    """A part tells what was taken back: else it would look as if nobody had come so far."""
    if part is None:
        return None
    others = {each for each in part.taken_back if each != indicator_id}
    taken_back = others | {indicator_id} if given.empty else others
    return changed(part, taken_back=tuple(sorted(taken_back)))


def _with_action(assessment: Assessment, action: PlannedAction) -> Assessment:
    return changed(assessment, actions={**assessment.actions, action.id: action})


def entry_of(assessment: Assessment, action_id: str) -> Entry:
    """The action with that id, where it stands in the plan. Raises EditError."""
    entry = plan_of(assessment).find(action_id)
    if entry is None:
        raise EditError(
            tr("This action is no longer in the plan."), safe=tr("Nothing was changed.")
        )
    return entry
