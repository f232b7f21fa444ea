"""A field takes no more letters than its table allows, and says when few are left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData

from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, column
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.field import text_field

TYPED = [each for each in ACTION_COLUMNS if each.spec and each.spec.typed]


@pytest.mark.parametrize("each", TYPED, ids=lambda each: each.key)
def test_a_field_is_full_at_the_limit_of_the_table(look, put, each):
    field = column_field(look, each)
    put(field)
    limit = ACTION_FIELDS[each.key].limit
    field.control.show_text("x" * (limit - 1))
    assert field.letters_left == "1 letter left"
    field.control.show_text("x" * limit)
    assert field.letters_left == f"This is full. It takes no more than {limit} letters."
    field.control.show_text("x")
    assert field.letters_left == ""


def test_a_long_text_says_it_earlier(look, put):
    field = column_field(look, column("notes"))
    put(field)
    field.control.show_text("x" * 57_000)
    assert field.letters_left == "3000 letters left"
    field.control.show_text("x" * 56_999)
    assert field.letters_left == ""


def test_what_is_pasted_beyond_the_limit_is_not_taken_and_what_stands_is_kept(look, put, qtbot):
    field = text_field(look, "Notes")
    field.limit_to(20)
    put(field)
    heard: list[str] = []
    field.control.edited.connect(heard.append)
    field.control.setFocus()
    pasted = QMimeData()
    pasted.setText("one\ntwo three four five six")
    field.control.insertFromMimeData(pasted)
    assert field.control.text() == heard[-1] == "one\ntwo three four f"
    assert field.letters_left == "This is full. It takes no more than 20 letters."
    qtbot.keyClicks(field.control, "x")
    assert field.control.text() == "one\ntwo three four f"


def test_without_a_limit_nothing_is_counted(look, put):
    field = text_field(look, "Notes")
    put(field)
    field.control.show_text("x" * 70_000)
    assert (len(field.control.text()), field.letters_left) == (70_000, "")
