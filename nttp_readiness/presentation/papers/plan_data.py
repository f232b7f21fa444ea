"""The whole assessment as data, for other programs and to come back as an assessment."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from nttp_readiness import __version__
from nttp_readiness.domain.answers.assessment import Answer, Assessment, PlannedAction, Request
from nttp_readiness.domain.bank.bank import Value
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.data_format import DATA_FORMAT, DATA_VERSION
from nttp_readiness.domain.plan.reviews import without_actions
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import closed_results
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.readiness.score_json import score_data
from nttp_readiness.presentation.words.owners import asked_words, name_remover, owner_words

V = TypeVar("V", bound=Value)


def plan_data(card: Scorecard, today: dt.date, options: Options | None = None) -> dict[str, Any]:
    """`assessment` has everything that comes back, its bank included; `results` are only told, and
    so is `group`: what may leave the room of a workshop's last closed round.

    What the options leave out is in none of them. The tallies of a workshop never are: they leave
    the document under its release decision alone.
    """
    options = options or Options()
    whole = card.assessment
    in_full = not options.without and whole.workshop is None
    kept = whole if in_full else reduced(Material(card, today, options))
    scores = "scores" not in options.without
    group = None if options.without else closed_results(whole)
    left_out: set[str] = {*options.without, *(["tallies"] if whole.workshop is not None else [])}
    return {
        "format": DATA_FORMAT,
        "version": DATA_VERSION,
        "program": __version__,
        "made": today.isoformat(),
        "left_out": sorted(left_out),
        "disclaimer": card.assessment.bank.disclaimer,
        "results": score_data(score(kept)) if scores else None,
        "group": group_data(group) if group else None,
        "assessment": kept.model_dump(mode="json"),
    }


def reduced(material: Material) -> Assessment:
    """The assessment without what is left out: another document, with an id of its own.

    It never has the answers of a workshop: they are many people's.
    """
    whole = material.assessment
    digest = hashlib.sha256("/".join((whole.id, *sorted(material.options.without))).encode())
    made = changed(whole, id=digest.hexdigest()[:32], previous=None, place="", workshop=None)
    if not material.scores:
        made = _without_scores(made, material)
    if not material.notes:
        made = _without_notes(made)
    return made if material.names else _without_names(made, material)


def _without_scores(assessment: Assessment, material: Material) -> Assessment:
    """No answers, and the actions as the team's own: their kind would tell the level."""
    actions = {}
    for number, entry in enumerate((*material.planned, *material.waiting), 1):
        key = f"own/{number}"
        actions[key] = changed(
            entry.action, id=key, kind="own", hoped_level=None, merged=(), drop_reason=""
        )
    # The name of a suggestion says which level it answers.
    return changed(
        assessment,
        answers={},
        importance={},
        actions=actions,
        stage_view=None,
        reviews=without_actions(assessment.reviews),
    )


def _without_notes(assessment: Assessment) -> Assessment:
    answers = {
        key: changed(each, note="", evidence="", reason="", view="", confidence="")
        for key, each in assessment.answers.items()
    }
    actions = {
        key: changed(each, notes="", drop_reason="") for key, each in assessment.actions.items()
    }
    view = assessment.stage_view
    return changed(
        assessment,
        answers=answers,
        actions=actions,
        asks=tuple(changed(each, answer="") for each in assessment.asks),
        stage_view=changed(view, reason="") if view else None,
    )


def _without_names(assessment: Assessment, material: Material) -> Assessment:
    remove = name_remover(material.assessment)

    def answer(each: Answer) -> Answer:
        return changed(_texts(each, remove), view="")

    def action(each: PlannedAction) -> PlannedAction:
        return changed(_texts(each, remove), owner=material.owner(each))

    def ask(each: Request) -> Request:
        asker = owner_words(each.asker, names=False)
        who = remove(asked_words(each.who, names=False))
        return changed(_texts(each, remove), asker=asker, who=who)

    view = assessment.stage_view
    return changed(
        assessment,
        profile=_texts(assessment.profile, remove),
        answers={key: answer(each) for key, each in assessment.answers.items()},
        actions={key: action(each) for key, each in assessment.actions.items()},
        asks=tuple(ask(each) for each in assessment.asks),
        stage_view=_texts(view, remove) if view else None,
    )


_FREE_TEXT = {
    "title", "organisation", "service_area", "audience", "support_contact", "reason", "note",
    "evidence", "details", "measure", "baseline", "goal", "notes", "drop_reason", "request",
    "why", "how", "answer", "who",
}  # fmt: skip


def _texts(value: V, remove: Callable[[str], str]) -> V:
    """The value with `remove` applied to all that people typed in it."""
    typed = {name: getattr(value, name) for name in _FREE_TEXT & type(value).model_fields.keys()}
    return changed(value, **{name: remove(text) for name, text in typed.items()})
