"""The whole assessment as data, for other programs and to come back as an assessment."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from typing import Any, TypeVar

from nttp_readiness import __version__
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import (
    ACTION_FIELDS,
    ANSWER_FIELDS,
    EVIDENCE_FIELDS,
    PROFILE_FIELDS,
    REQUEST_FIELDS,
    STAGE_VIEW_FIELDS,
    Fields,
    Redaction,
)
from nttp_readiness.domain.checked_value import Value
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.plan.reviews import without_actions
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.file_format import DATA_FORMAT, DATA_SCHEMA, DATA_VERSION
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import closed_results
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.readiness.score_json import score_data
from nttp_readiness.presentation.words.owners import name_remover, without_name

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
        "$schema": DATA_SCHEMA,
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

    It never has the answers of a workshop, nor each answer as it came back of a part with who was
    asked: they are many people's.
    """
    whole = material.assessment
    digest = hashlib.sha256("/".join((whole.id, *sorted(material.options.without))).encode())
    made = changed(
        whole, id=digest.hexdigest()[:32], previous=None, place="", workshop=None, sharing=None
    )
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
        bare = _emptied(entry.action, ACTION_FIELDS, "scores")
        actions[key] = changed(bare, id=key, kind="own")
    # The name of a suggestion says which level it answers.
    return changed(
        assessment,
        answers={},
        importance={},
        actions=actions,
        asks=tuple(_emptied(each, REQUEST_FIELDS, "scores") for each in assessment.asks),
        stage_view=None,
        reviews=without_actions(assessment.reviews),
    )


def _without_notes(assessment: Assessment) -> Assessment:
    return _rewritten(assessment, lambda value, fields: _emptied(value, fields, "notes"))


def _without_names(assessment: Assessment, material: Material) -> Assessment:
    remove = name_remover(material.assessment)
    made = _rewritten(assessment, lambda value, fields: _unnamed(value, fields, remove))
    part = made.part and changed(made.part, to="", name="", named=False)
    return changed(made, profile=_unnamed(made.profile, PROFILE_FIELDS, remove), part=part)


def _rewritten(assessment: Assessment, rewrite: Callable[[Any, Fields], Any]) -> Assessment:
    """The assessment with each answer, action and request, and what was made of the stage, so."""
    view = assessment.stage_view
    return changed(
        assessment,
        answers={k: rewrite(each, ANSWER_FIELDS) for k, each in assessment.answers.items()},
        actions={k: rewrite(each, ACTION_FIELDS) for k, each in assessment.actions.items()},
        asks=tuple(rewrite(each, REQUEST_FIELDS) for each in assessment.asks),
        stage_view=rewrite(view, STAGE_VIEW_FIELDS) if view else None,
    )


def _emptied(value: V, fields: Fields, part: Redaction) -> V:
    """The value with what goes with that redaction as empty as it began."""
    models = type(value).model_fields
    gone = [name for name, spec in fields.items() if part in spec.left_out]
    return changed(
        value, **{name: models[name].default for name in gone if not models[name].is_required()}
    )


def _unnamed(value: V, fields: Fields, remove: Callable[[str], str]) -> V:
    """The value with nobody named in all that people typed in it."""
    unnamed: dict[str, object] = {}
    for name, spec in fields.items():
        held = getattr(value, name)
        if spec.kind == "items":
            unnamed[name] = tuple(_unnamed(each, EVIDENCE_FIELDS, remove) for each in held)
        elif spec.typed:
            unnamed[name] = without_name(spec, held, remove)
    return changed(value, **unnamed)
