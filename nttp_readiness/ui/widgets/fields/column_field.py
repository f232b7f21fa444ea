"""The field with which one says something of an action, a request or an answer, as declared."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.field import (
    Field,
    combo_field,
    date_field,
    line_field,
    segments_field,
    text_field,
    wrapped_field,
)

if TYPE_CHECKING:  # the base of the window loads no domain
    from nttp_readiness.presentation.words.field_columns import FieldColumn


def column_field(look: Look, column: FieldColumn) -> Field[Any]:
    """An empty field with the heading and the limit of the column."""
    label, hint = column.heading(), column.hint()
    match column.editor:
        case "date":
            return date_field(look, label, hint)
        case "choice":
            make = segments_field if column.in_a_row else combo_field
            return make(look, label, column.choices, hint)
        case "text":
            text = text_field(look, label, hint, lines=column.lines)
            text.limit_to(column.limit)
            return text
    if column.wraps:
        return wrapped_field(look, label, column.limit, hint)
    line = line_field(look, label, hint)
    line.control.keeps_folders = column.spec is not None and column.spec.kind == "place"
    line.limit_to(column.limit)
    return line
