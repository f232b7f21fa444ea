"""Label, hint and error belong to their control, whoever reads the form."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QTextCursor, QWheelEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QRadioButton, QVBoxLayout, QWidget

from nttp_readiness.ui.widgets.fields import field as fields
from nttp_readiness.ui.widgets.fields.field import Field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from tests.ui.focus import focused
from tests.ui.reach import looking

WHEN = [("now", "Now"), ("next", "Next"), ("later", "Later")]
Role, Text = QAccessible.Role, QAccessible.Text

MAKERS = {
    "line": (lambda look: fields.line_field(look, "Who & when", "A hint"), Role.EditableText),
    "text": (lambda look: fields.text_field(look, "Who & when", "A hint"), Role.EditableText),
    "wrapped": (
        lambda look: fields.wrapped_field(look, "Who & when", 300, "A hint"),
        Role.EditableText,
    ),
    "combo": (lambda look: fields.combo_field(look, "Who & when", WHEN, "A hint"), Role.ComboBox),
    "date": (lambda look: fields.date_field(look, "Who & when", "A hint"), Role.EditableText),
    "segments": (
        lambda look: fields.segments_field(look, "Who & when", WHEN, "A hint"),
        Role.Grouping,
    ),
    "radio": (
        lambda look: fields.radio_field(
            look, "Who & when", [RadioChoice(1, "Foundations"), RadioChoice(2, "Full")], "A hint"
        ),
        Role.Grouping,
    ),
}


@pytest.fixture(params=MAKERS)
def field_and_role(request, look, put):
    make, role = MAKERS[request.param]
    field = make(look)
    put(field)
    return field, role


def test_the_control_has_the_label_as_its_name_and_its_own_role(field_and_role, face):
    field, role = field_and_role
    said = face(field.control)
    assert said.role() == role
    if role == Role.Grouping:  # of a group that is entered readers say the name alone
        assert said.text(Text.Name) == field.control.accessibleName() == "Who & when. A hint"
        assert said.text(Text.Description) == ""
        return
    assert said.text(Text.Name) == "Who & when"
    assert field.control.accessibleName() == "Who & when"  # not by its label alone
    assert said.text(Text.Description) == "A hint"


def test_the_label_is_tied_to_the_control(field_and_role, face):
    field, role = field_and_role
    labels = face(field.control).relations(QAccessible.RelationFlag.Label)
    tied = [] if role == Role.Grouping else ["Who & when"]  # or a group would say it twice
    assert [label.text(Text.Name) for label, _ in labels] == tied


def test_an_error_is_said_with_the_hint_and_taken_away_again(field_and_role, face):
    field, role = field_and_role
    what, before = Text.Description, ""
    if role == Role.Grouping:
        what, before = Text.Name, "Who & when. "
    field.show_error("Write a name.")
    assert face(field.control).text(what) == f"{before}Write a name. A hint"
    shown = [w for w in field.children() if getattr(w, "plain", str)() == "Write a name."]
    assert [w.isVisible() for w in shown] == [True]
    assert field.control.property("wrong") is True
    field.clear_error()
    assert face(field.control).text(what) == f"{before}A hint"
    assert [w.isVisible() for w in field.children() if w in shown] == [False]


def test_a_field_without_buddy_and_name_would_be_caught(look, put, face):
    control = QLineEdit()
    put(control)
    assert face(control).text(Text.Name) == ""
    assert face(control).relations(QAccessible.RelationFlag.Label) == []


def test_the_label_takes_no_key_for_an_ampersand(look, put, qtbot):
    field, other = fields.line_field(look, "Who & when"), QLineEdit()
    put(other, field)
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Space, Qt.KeyboardModifier.AltModifier)
    assert QApplication.focusWidget() is other


def test_tab_leaves_a_text_area_in_both_directions(look, put, qtbot):
    before, area, after = QLineEdit(), fields.text_field(look, "Note"), QLineEdit()
    put(before, area, after)
    area.control.setFocus()
    qtbot.keyClick(area.control, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is after
    area.control.setFocus()
    qtbot.keyClick(area.control, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is before
    assert area.control.text() == ""


def test_a_text_area_has_room_for_its_lines_without_a_scroll_bar(look, put, qapp):
    for size in (1.0, 1.5, 2.0):
        look.set_text_size(size)
        area = fields.text_field(look, "Note", lines=3)
        put(area)
        area.control.show_text("one\ntwo\nthree")
        qapp.processEvents()
        assert area.control.verticalScrollBar().maximum() == 0


def test_typing_is_heard_and_showing_is_not(look, put, qtbot):
    for field in (fields.line_field(look, "Owner"), fields.text_field(look, "Note")):
        heard: list[object] = []
        put(field)
        field.control.edited.connect(heard.append)
        field.control.show_text("Shown")
        assert heard == []
        field.control.setFocus()
        qtbot.keyClick(field.control, Qt.Key.Key_End)
        qtbot.keyClicks(field.control, "!")
        assert heard == ["Shown!"]


@pytest.mark.parametrize("kind", ["combo", "segments"])
def test_choosing_is_heard_and_showing_is_not(look, put, qtbot, kind):
    maker: Callable[..., Any] = fields.combo_field if kind == "combo" else fields.segments_field
    field = maker(look, "When", WHEN)
    heard: list[object] = []
    put(field)
    field.control.chosen.connect(heard.append)
    field.control.show_choice("now")
    assert (field.control.value, heard) == ("now", [])
    stop = field.control
    if kind == "segments":
        field.control.focus_choice()
        stop = focused()
    qtbot.keyClick(stop, Qt.Key.Key_Down)
    assert (field.control.value, heard) == ("next", ["next"])


def test_a_combo_keeps_its_value_when_its_choices_are_renewed(look):
    field = fields.combo_field(look, "When", WHEN)
    combo = field.control
    combo.show_choice("later")
    combo.set_choices([("later", "Much later"), ("now", "Now")])
    assert (combo.value, combo.currentText()) == ("later", "Much later")
    combo.set_choices([("now", "Now")])
    assert combo.value is None


def test_the_wheel_never_changes_a_combo(look, put, qtbot, qapp):
    field = fields.combo_field(look, "When", WHEN)
    put(field)
    field.control.show_choice("next")
    field.control.setFocus()
    centre = QPointF(field.control.rect().center())
    turn = QWheelEvent(
        centre, field.control.mapToGlobal(centre), QPoint(), QPoint(0, -120),
        Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase,
        False,
    )  # fmt: skip
    qapp.sendEvent(field.control, turn)
    assert field.control.value == "next"


def test_the_wheel_never_takes_the_focus_to_a_combo(look):
    field = fields.combo_field(look, "When", WHEN)  # a control goes with its field
    control = field.control
    assert not control.focusPolicy() & Qt.FocusPolicy.WheelFocus & ~Qt.FocusPolicy.StrongFocus


@pytest.mark.parametrize(
    "typed",
    ["18 December 2026", "18 dec 2026", " 18  Dec 2026 ", "18/12/2026", "18.12.2026", "2026-12-18"],
)
def test_a_date_is_understood_as_people_write_it(look, put, qtbot, typed):
    field = fields.date_field(look, "By")
    heard: list[object] = []
    put(field)
    field.control.edited.connect(heard.append)
    qtbot.keyClicks(field.control, typed)
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert heard == [dt.date(2026, 12, 18)]
    assert field.control.text() == "18 December 2026"
    assert field.error == ""


def test_what_is_no_date_stays_and_is_said_to_be_wrong(look, put, qtbot):
    field = fields.date_field(look, "By")
    heard: list[object] = []
    put(field)
    field.control.show_date(dt.date(2026, 12, 18))
    field.control.edited.connect(heard.append)
    field.control.selectAll()
    qtbot.keyClicks(field.control, "31 February 2026")
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert (heard, field.control.text()) == ([], "31 February 2026")
    cure = "Write a date such as 18 December 2026."
    assert field.error == f"There is no 31 February 2026. {cure}"
    for typed, said in (
        ("soon", cure),
        ("Monday 18 December 2026", f"18 December 2026 is a Friday. {cure}"),
    ):
        field.control.selectAll()
        qtbot.keyClicks(field.control, typed)
        qtbot.keyClick(field.control, Qt.Key.Key_Return)
        assert field.error == said
    assert field.control.date() == dt.date(2026, 12, 18)


def test_a_date_can_be_taken_away(look, put, qtbot):
    field = fields.date_field(look, "By")
    heard: list[object] = []
    put(field)
    field.control.show_date(dt.date(2026, 12, 18))
    field.control.edited.connect(heard.append)
    field.control.selectAll()
    qtbot.keyClick(field.control, Qt.Key.Key_Delete)
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert (heard, field.control.date(), field.error) == ([None], None, "")


def test_the_calendar_opens_and_takes_a_date_by_keyboard(look, put, qtbot, qapp):
    field = fields.date_field(look, "By")
    heard: list[object] = []
    put(field)
    field.control.show_date(dt.date(2026, 12, 18))
    field.control.edited.connect(heard.append)
    qtbot.keyClick(field.control, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    popup = QApplication.activePopupWidget()
    days = popup.focusWidget()
    qtbot.keyClick(days, Qt.Key.Key_Right)
    qtbot.keyClick(days, Qt.Key.Key_Return)
    assert heard == [dt.date(2026, 12, 19)]
    assert field.control.text() == "19 December 2026"


def test_a_tick_box_wraps_and_answers_on_its_whole_area(look, put, qtbot, face):
    box = TickBox(look, "Several people gave this answer together & agreed on every word of it")
    put(box, width=340)
    assert box.height() > 2 * look.line("card")
    assert face(box).text(Text.Name).endswith("& agreed on every word of it")
    box.setChecked(True)
    with qtbot.waitSignal(box.clicked):
        corner = box.rect().bottomRight() / 1.05
        qtbot.mouseClick(box, Qt.MouseButton.LeftButton, pos=corner)
    assert not box.isChecked()


def test_radio_boxes_stand_in_a_row_then_in_two_columns_then_below_one_another(look, put, qapp):
    names = ("A team", "A service", "Whole organisation", "A partnership")
    field = fields.radio_field(look, "What it covers", [RadioChoice(n, n) for n in names])
    window = put(field, width=700)
    columns = []
    for width in (700, 500, 200):
        window.resize(width, 500)
        qapp.processEvents()
        columns.append(len({box.x() for box in field.control.findChildren(QRadioButton)}))
    assert columns == [4, 2, 1]


def test_a_field_takes_any_control(look, put, face):
    field = Field(look, "Owner", QLineEdit())
    put(field)
    field.setFocus()
    assert QApplication.focusWidget() is field.control


LONG = "Write one page on what happens after a difficult event, and show it to everyone"


def test_a_line_that_wraps_is_as_high_as_its_text_and_as_a_line_while_it_is_short(look, put, qapp):
    line, plain = fields.wrapped_field(look, "Action", 300), fields.line_field(look, "Owner")
    put(line, plain, width=320)
    looking.lay_out()
    assert line.control.height() == plain.control.height()
    line.control.show_text(LONG)
    looking.lay_out()
    high = line.control.height()
    assert high > plain.control.height()
    assert line.control.verticalScrollBar().maximum() == 0
    look.set_text_size(2.0)
    qapp.processEvents()  # the larger font is sent to every part
    looking.lay_out()
    assert line.control.height() > 2 * high
    assert line.control.verticalScrollBar().maximum() == 0
    line.control.show_text("")
    looking.lay_out()
    assert line.control.height() == plain.control.height()


def test_a_line_that_wraps_follows_the_width_both_ways(look, put, qtbot):
    field = fields.wrapped_field(look, "Action", 300)
    field.control.show_text(LONG)
    window, line = put(field, width=200), field.control

    def fits():
        looking.lay_out()
        whole = line.verticalScrollBar().maximum() == 0
        return whole and line.height() == line.sizeHint().height()

    high = []
    for width in (200, 900, 200):
        window.resize(width, 500)
        qtbot.waitUntil(fits, timeout=5_000)
        high.append(line.height())
    assert high[0] == high[2] > high[1]


def test_a_line_that_wraps_takes_no_breaks_and_no_more_than_its_letters(look, put, qtbot):
    field = fields.wrapped_field(look, "Action", 20)
    line = field.control
    heard: list[object] = []
    line.edited.connect(heard.append)
    put(field)
    line.setFocus()
    qtbot.keyClicks(line, "One")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    assert (line.text(), heard[-1]) == ("One", "One")
    pasted = QMimeData()
    pasted.setText(" two\nthree\r\nfour and five")
    line.insertFromMimeData(pasted)
    assert line.text() == heard[-1] == "One two three four a"
    line.moveCursor(QTextCursor.MoveOperation.Start)
    qtbot.keyClicks(line, "x")
    assert (line.text(), line.textCursor().position()) == ("One two three four a", 0)


def test_enter_in_a_line_that_wraps_goes_on_as_in_any_line(look, put, qtbot):
    class Asked(QWidget):
        keys: tuple[int, ...] = ()

        def keyPressEvent(self, event):
            self.keys += (event.key(),)

    form, field = Asked(), fields.wrapped_field(look, "Action", 20)
    QVBoxLayout(form).addWidget(field)
    put(form)
    qtbot.keyClick(field.control, Qt.Key.Key_Return)
    assert form.keys == (Qt.Key.Key_Return,)


def test_a_line_longer_than_its_field_shows_its_beginning_again_once_it_is_left(look, put, qtbot):
    one, other = fields.line_field(look, "Owner"), fields.line_field(look, "Other")
    put(one, other)
    one.control.setFocus()
    qtbot.keyClicks(one.control, "Ailsa NicGhillÌosa, Head of Housing and Building Standards " * 4)
    qtbot.keyClick(one.control, Qt.Key.Key_Tab)
    assert other.control.hasFocus()
    assert one.control.cursorPosition() == 0
