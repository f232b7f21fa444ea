"""A field takes no more letters than its table allows, and says when few are left."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from nttp_readiness.domain.answers.fields import ACTION_FIELDS
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, column
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.field import line_field, text_field, wrapped_field


def line(look):
    field = line_field(look, "Notes")
    field.limit_to(20)
    return field


def area(look):
    field = text_field(look, "Notes")
    field.limit_to(20)
    return field


def wrapping(look):
    return wrapped_field(look, "Notes", 20)


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
    said = "“Notes” takes no more than 20 letters: the last {} of what you typed or pasted"
    assert field.letters_left == f"{said} were left out.".format("7 letters")
    qtbot.keyClicks(field.control, "x")
    assert field.control.text() == "one\ntwo three four f"
    assert field.letters_left == f"{said} were left out.".format("8 letters")
    qtbot.keyClick(field.control, Qt.Key.Key_Backspace)
    assert field.letters_left == "1 letter left"


@pytest.mark.parametrize("make", [line, area, wrapping])
def test_what_stands_in_a_full_field_is_never_cut_for_what_comes_in(look, put, qtbot, make):
    """Typed or pasted into its middle, it would push out the end, unseen in a long text."""
    field = make(look)
    put(field)
    field.control.setFocus()
    field.control.show_text("one two three four f")
    at = 4
    if isinstance(field.control, QLineEdit):
        field.control.setCursorPosition(at)
    else:
        cursor = field.control.textCursor()
        cursor.setPosition(at)
        field.control.setTextCursor(cursor)
    qtbot.keyClicks(field.control, "xy")
    assert field.control.text() == "one two three four f"
    assert "the last 2 letters of what you typed" in field.letters_left
    QApplication.clipboard().setText("abcdef")
    field.control.paste()
    assert field.control.text() == "one two three four f"
    qtbot.keyClick(field.control, Qt.Key.Key_Backspace)
    qtbot.keyClicks(field.control, "-")
    assert field.control.text() == "one-two three four f"


@pytest.mark.parametrize("make", [line, area, wrapping])
def test_a_file_that_is_dropped_on_a_field_is_left_to_the_window(look, put, tmp_path, make):
    field = make(look)
    put(field)
    target = getattr(field.control, "viewport", lambda: field.control)()
    for urls, ours in (
        ([QUrl.fromLocalFile(str(tmp_path / "Ours.readiness"))], False),
        ([QUrl("https://www.gov.scot")], True),
    ):
        data = QMimeData()
        data.setUrls(urls)
        event = QDragEnterEvent(
            QPoint(5, 5), Qt.DropAction.CopyAction, data,
            Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier,
        )  # fmt: skip
        event.ignore()
        QApplication.sendEvent(target, event)
        assert event.isAccepted() is (ours and not isinstance(field.control, QLineEdit))


def test_without_a_limit_nothing_is_counted(look, put):
    field = text_field(look, "Notes")
    put(field)
    field.control.show_text("x" * 70_000)
    assert (len(field.control.text()), field.letters_left) == (70_000, "")
