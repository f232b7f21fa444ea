"""An action of the plan that takes in another one, field by field as their table says."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.domain.editing.edits import changed, entry_of
from nttp_readiness.domain.editing.field_merging import Say, put_together, value_words
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr


def merge_actions(
    assessment: Assessment, into: str, other: str, say: Say = value_words
) -> Assessment:
    """Let one action stand for another as well, without losing what was written.

    The table of fields says what becomes of each: texts are joined, and what the first one has no
    room for goes into its notes, in the words that `say` has for the field.
    """
    if into == other:
        raise EditError(tr("Choose another action to merge this one with."))
    kept, gone = entry_of(assessment, into).action, entry_of(assessment, other).action
    fields = put_together(kept, gone, ACTION_FIELDS, say)
    others = tuple(dict.fromkeys((*kept.merged, gone.id, *gone.merged)))
    rest = {key: each for key, each in assessment.actions.items() if key != other}
    merged = changed(kept, **{**fields, "merged": others})
    return changed(assessment, actions={**rest, into: merged})
