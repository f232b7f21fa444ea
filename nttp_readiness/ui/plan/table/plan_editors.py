"""Editing in the table: which editor a cell gets, and what it gives back."""

from __future__ import annotations

import datetime as dt

from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import STATUSES
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.planning import PlanRow
from nttp_readiness.presentation.words import words
from nttp_readiness.ui.plan.table.plan_rows import Field
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.text_area import TextArea

LONGEST_LINE = 300
"""Letters that a line of an action may have."""
EditorValue = str | int | dt.date | None


def make_editor(look: Look, field: Field, parent: QWidget) -> QWidget:
    """An empty editor for that field."""
    if field in ("due", "review"):
        return DateEdit(look, parent)
    if field == "status":
        status = Combo(look, parent)
        live = [each for each in STATUSES if each != "dropped"]
        status.set_choices([(each, words.status_words(each)) for each in live])
        return status
    if field == "effort":
        effort = Combo(look, parent)
        effort.set_choices([(each, planning.size_words(each)) for each in (1, 2, 3)])
        return effort
    if field == "measure":
        return TextArea(look, 2, parent)
    line = LineEdit(look, parent)
    line.setMaxLength(LONGEST_LINE)
    return line


def fill_editor(editor: QWidget, field: Field, row: PlanRow) -> None:
    """Show what stands in the cell."""
    if isinstance(editor, DateEdit):
        editor.show_date(row.due if field == "due" else row.review)
    elif isinstance(editor, Combo):
        editor.show_choice(row.status if field == "status" else row.effort)
    elif isinstance(editor, TextArea):
        editor.show_text(row.measure)
    elif isinstance(editor, LineEdit):
        editor.show_text(row.owner if field == "owner" else row.title)
        editor.selectAll()


def value_of(editor: QWidget) -> tuple[bool, EditorValue]:
    """Whether what stands in the editor can be understood, and its value."""
    if isinstance(editor, DateEdit):
        return editor.take(), editor.date()
    if isinstance(editor, Combo):
        value = editor.value
        return True, value if isinstance(value, str | int) else None
    if isinstance(editor, TextArea | LineEdit):
        return True, editor.text()
    return False, None


def value_in(row: PlanRow, field: Field) -> EditorValue:
    """What stands in the cell before it is edited."""
    values: dict[Field, EditorValue] = {
        "card": row.title, "title": row.title, "owner": row.owner, "due": row.due,
        "status": row.status, "measure": row.measure, "review": row.review, "effort": row.effort,
    }  # fmt: skip
    return values[field]
