"""Changes of the plan that concern several actions at once, and the review of all of them.

As in `edits`, each gives a new assessment; one call is one step of undo.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import Unpack

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import ActionChanges, Horizon
from nttp_readiness.domain.editing.edits import changed, changed_action, move_action
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.plan.reviews import review_of, without_actions
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr


def change_actions(
    assessment: Assessment, /, ids: Sequence[str], **fields: Unpack[ActionChanges]
) -> Assessment:
    """Change these actions alike; suggestions become part of the document by it."""
    plan = plan_of(assessment)
    actions = dict(assessment.actions)
    for key in ids:
        entry = plan.find(key)
        if entry is None:
            raise EditError(
                tr("One of these actions is no longer in the plan."),
                safe=tr("Nothing was changed."),
            )
        now = changed_action(entry.action, **fields)
        if now is not entry.action:
            actions[key] = now
    return changed(assessment, actions=actions)


def drop_actions(assessment: Assessment, ids: Sequence[str], reason: str) -> Assessment:
    """Take these actions out of the plan for one reason; each can be brought back."""
    return change_actions(assessment, ids, status="dropped", drop_reason=reason)


def move_actions(
    assessment: Assessment, ids: Sequence[str], horizon: Horizon, place: int | None = None
) -> Assessment:
    """Move these actions to a horizon, and keep their order among themselves.

    `place` counts from 0 among the actions there that are not moved; at the end where none is
    given.
    """
    moved = set(ids)
    plan = plan_of(assessment)
    order = [each.action.id for each in plan.live if each.action.id in moved]
    if len(order) < len(moved):
        raise EditError(
            tr("One of these actions is no longer in the plan."), safe=tr("Nothing was changed.")
        )
    stays = [each.action.id for each in plan.at(horizon) if each.action.id not in moved]
    at = len(stays) if place is None else max(0, min(place, len(stays)))
    before = stays[at] if at < len(stays) else None
    for key in order:
        others = [e.action.id for e in plan_of(assessment).at(horizon) if e.action.id != key]
        to = len(others) if before is None else others.index(before)
        assessment = move_action(assessment, key, horizon, to)
    return assessment


def look_at_plan(assessment: Assessment, today: dt.date) -> Assessment:
    """Keep that people looked at the plan today, and how its actions stand; once for a day."""
    earlier = without_actions([each for each in assessment.reviews if each.on < today])
    review = review_of(plan_of(assessment), today)
    return changed(assessment, reviews=(*earlier, review))
