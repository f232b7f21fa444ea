"""Editing in the table: which editor a cell gets, and what it gives back."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.plan.action_columns import column
from nttp_readiness.presentation.plan.planning import PlanRow
from nttp_readiness.presentation.words.field_columns import CellValue
from nttp_readiness.ui.plan.table.plan_rows import Field
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.name_offer import offer_names
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit


def make_editor(
    look: Look, field: Field, parent: QWidget, names: Callable[[], Sequence[str]] = tuple
) -> QWidget:
    """An empty editor for that field; where owners stand it offers these names."""
    edited = column("title" if field == "card" else field)
    match edited.editor:
        case "date":
            return DateEdit(look, parent)
        case "choice":
            combo = Combo(look, parent)
            combo.set_choices(edited.choices)
            return combo
        case "text":
            area = TextArea(look, edited.lines, parent)
            area.setMaxLength(edited.limit)
            return area
    if edited.spec is None or edited.spec.kind != "people":
        return WrappingEdit(look, edited.limit, parent)
    line = LineEdit(look, parent)
    line.setMaxLength(edited.limit)
    offer_names(look, line, names)
    return line


def fill_editor(editor: QWidget, field: Field, row: PlanRow) -> None:
    """Show what stands in the cell."""
    value = value_in(row, field)
    if isinstance(editor, DateEdit):
        editor.show_date(value if isinstance(value, dt.date) else None)
    elif isinstance(editor, Combo):
        editor.show_choice(value)
    elif isinstance(editor, TextArea | LineEdit):
        editor.show_text(str(value))
        if isinstance(editor, WrappingEdit | LineEdit):
            editor.selectAll()


def value_of(editor: QWidget) -> tuple[bool, CellValue]:
    """Whether what stands in the editor can be understood, and its value."""
    if isinstance(editor, DateEdit):
        return editor.take(), editor.date()
    if isinstance(editor, Combo):
        value = editor.value
        return True, value if isinstance(value, str | int) else None
    if isinstance(editor, TextArea | LineEdit):
        return True, editor.text()
    return False, None


def value_in(row: PlanRow, field: Field) -> CellValue:
    """What stands in the cell before it is edited."""
    if field == "card" or field == "title":  # noqa: PLR1714 - so that the rest is a column
        return row.title
    return row.cell(field).value
