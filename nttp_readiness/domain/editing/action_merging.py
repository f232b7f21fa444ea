"""What stands in an action that takes in another one, field by field as their table says."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import PlannedAction
from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.domain.editing.field_merging import Say, put_together


def merged_fields(kept: PlannedAction, gone: PlannedAction, say: Say) -> dict[str, object]:
    """The fields of `kept` once it stands for `gone` as well."""
    fields = put_together(kept, gone, ACTION_FIELDS, say)
    return {**fields, "merged": tuple(dict.fromkeys((*kept.merged, gone.id, *gone.merged)))}
