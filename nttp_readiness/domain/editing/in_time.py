"""A sample that was made once, as if it had been made a few weeks ago.

Its days stand in its fields alone; what is written in it names none. Moved by whole weeks, they
keep their day of the week and how far they lie apart.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from typing import Any, Final

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.plain_models import BaseModel

AGO: Final = dt.timedelta(weeks=3)
"""How long ago the last thing lies that has happened in a sample, at least; at most a week more."""


def as_of(assessment: Assessment, today: dt.date) -> Assessment:
    """The assessment with what was agreed, or counted in a workshop, three weeks before today."""
    profile, workshop = assessment.profile, assessment.workshop
    days = [profile.agreed or profile.started, *(each.on for each in assessment.reviews)]
    if workshop is not None:
        days.append(workshop.round.closed or workshop.round.opened)
    known = [each for each in days if each is not None]
    if not known:
        return assessment
    weeks = (today - AGO - max(known)).days // 7
    moved: dict[str, Any] = {
        name: _moved(getattr(assessment, name), dt.timedelta(weeks=weeks))
        for name in Assessment.model_fields
        if name != "written_bank"
    }
    return Assessment.model_validate({**moved, "written_bank": assessment.written_bank})


def _moved(value: Any, by: dt.timedelta) -> Any:  # noqa: ANN401 - whatever an assessment holds
    if isinstance(value, dt.date):
        return value + by
    if isinstance(value, BaseModel):
        fields = {name: _moved(getattr(value, name), by) for name in type(value).model_fields}
        return type(value).model_validate(fields)
    if isinstance(value, Mapping):
        return {key: _moved(each, by) for key, each in value.items()}
    if isinstance(value, tuple):
        return tuple(_moved(each, by) for each in value)
    return value
