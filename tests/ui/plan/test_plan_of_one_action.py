"""One action by itself: why it is there, fields kept as they are typed, the list beside it."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLineEdit, QPlainTextEdit, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS
from nttp_readiness.ui.plan.action.action_list import ActionList
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.widgets.prose import Prose

Key = Qt.Key
SIZES = [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]


@pytest.fixture
def open_action(put_in_workbook):
    def show(assessment, key, **size):
        return put_in_workbook(
            assessment,
            lambda look, session: {
                Page.PLAN: PlanPage(look, session),
                Page.REFLECT: CheckPage(look, session),
                Page.SHARE: CheckPage(look, session),
            },
            f"plan/{key}",
            **size,
        )

    return show


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier, *, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()


def control(page, name, kind=QWidget):
    """The control with that accessible name that can be seen."""
    found = [
        each
        for each in page.findChildren(kind)
        if each.isVisible() and not isinstance(each, Prose) and each.accessibleName() == name
    ]
    assert len(found) == 1, name
    return found[0]


def push(qtbot, page, name):
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and (each.accessibleName() or each.text()) == name
    ]
    assert len(found) == 1, name
    found[0].setFocus()
    press(qtbot, Key.Key_Space)


def action(page, key):
    return page.session.view.plan.find(key).action


def sentences(page):
    return [each.plain() for each in page.findChildren(Prose) if each.isVisible()]


def test_the_title_has_the_focus_and_is_kept_as_it_is_typed(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    title = QApplication.focusWidget()
    assert title is control(page, "Action", QPlainTextEdit)
    cursor = title.textCursor()
    cursor.setPosition(5)
    title.setTextCursor(cursor)
    qtbot.keyClicks(title, "<&> ")
    assert action(page, "WEL-2/first").title.startswith("Write<&>  one page")
    assert title.textCursor().position() == 9
    assert QApplication.focusWidget() is title


@pytest.mark.parametrize(
    "field",
    [each for each in ACTION_COLUMNS if each.spec and each.spec.typed and each.key != "title"],
    ids=lambda each: each.key,
)
def test_words_survive_as_they_are_typed(open_action, council, qtbot, field):
    page = open_action(council, "WEL-1/next")
    kind = {"line": QLineEdit, "text": QPlainTextEdit}[field.editor]
    edit = control(page, field.heading(), kind)
    edit.setFocus()
    edit.selectAll()
    QApplication.clipboard().setText("Mòrag & “us” <b> ")  # keys of a test are plain letters
    press(qtbot, Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert getattr(action(page, "WEL-1/next"), field.key) == "Mòrag & “us” <b> "


def test_the_form_has_a_field_for_each_column_that_can_be_changed(open_action, council):
    page = open_action(council, "WEL-2/first")
    changed = {each.key: each.heading() for each in ACTION_COLUMNS if each.editor}
    assert changed.keys() == page.action.form.fields.keys()
    for key, field in page.action.form.fields.items():
        assert field.isVisible(), key
        assert field.label.startswith(changed[key]), "the effort also says what its size means"


def test_one_go_of_typing_is_one_step_of_undo(open_action, council, qtbot):
    page = open_action(council, "WEL-1/next")
    before = action(page, "WEL-1/next").owner
    edit = control(page, "Owner", QLineEdit)
    edit.setFocus()
    qtbot.keyClicks(edit, "abc")
    page.session.undo_stack.undo()
    assert (action(page, "WEL-1/next").owner, edit.text()) == (before, before)


def test_dates_status_effort_and_horizon_are_chosen(open_action, council, qtbot):
    page = open_action(council, "WEL-1/next")
    for name, text in (("Due", "3 Feb 2028"), ("Review date", "1.3.2028")):
        edit = control(page, name, QLineEdit)
        edit.setFocus()
        edit.selectAll()
        qtbot.keyClicks(edit, text)
        press(qtbot, Key.Key_Return)
    control(page, "Status").setFocus()
    press(qtbot, Key.Key_Down, times=2)
    control(page, "Small").setFocus()
    press(qtbot, Key.Key_Space)
    control(page, "Later").setFocus()
    press(qtbot, Key.Key_Space)
    made = action(page, "WEL-1/next")
    assert (made.due, made.review) == (dt.date(2028, 2, 3), dt.date(2028, 3, 1))
    assert (made.status, made.effort, made.horizon) == ("done", 1, "later")
    assert str(page.address()) == "plan/WEL-1/next"


def test_the_level_hoped_for_is_shown_and_chosen(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    hope = control(page, "Level we hope for")
    assert hope.currentText() == "2 Developing"
    hope.setFocus()
    press(qtbot, Key.Key_Down)
    assert action(page, "WEL-2/first").hoped_level == 3
    press(qtbot, Key.Key_Home)
    assert hope.currentText() == "Not said"
    assert action(page, "WEL-2/first").hoped_level is None


def test_an_action_that_no_question_caused_has_no_level_to_hope_for(open_action, council):
    own = edits.add_action(council, "Ours", "now")
    page = open_action(own, "own/2")
    assert not page.action.form.fields["hoped_level"].isVisible()


def test_why_is_said_with_titles_and_no_codes(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    text = " ".join(sentences(page))
    assert "Support after difficult events · Exploring" in text
    assert "A foundation below Established comes before anything else." in text
    assert "other actions need this first:" in text
    assert not any(key in text for key in council.bank.by_id)
    push(
        qtbot, page, "Let managers practise talks about strain, and set times for their own support"
    )
    assert page.asked == ["plan/WEL-5/next"]


def test_the_question_that_caused_it_is_one_step_away(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    push(qtbot, page, "Open question")
    assert page.asked == ["reflect/WEL-2"]


def test_arrows_in_the_list_open_the_next_action_and_keep_the_focus(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    beside = page.findChild(ActionList)
    assert beside.accessibleName() == "Actions"
    assert beside.current_key() == "WEL-2/first"
    beside.setFocus()
    press(qtbot, Key.Key_Down)
    assert str(page.address()) == "plan/POW-1/first"
    assert QApplication.focusWidget() is beside
    assert control(page, "Action", QPlainTextEdit).text().startswith("Hold back new requests")


def test_dropping_asks_for_a_reason_and_goes_back_to_the_table(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    push(qtbot, page, "Drop this action")
    assert QApplication.focusWidget().accessibleName() == "Why do we drop it?"
    qtbot.keyClicks(QApplication.focusWidget(), "Not ours to do")
    press(qtbot, Key.Key_Return)
    assert action(page, "WEL-2/first").drop_reason == "Not ours to do"
    assert str(page.address()) == "plan"


def test_a_dropped_action_says_why_and_comes_back(open_action, council, qtbot):
    dropped = edits.drop_action(council, "WEL-2/first", "Not ours <b>")
    page = open_action(dropped, "WEL-2/first")
    assert "Dropped. Reason: Not ours <b>" in sentences(page)
    push(qtbot, page, "Bring back")
    assert action(page, "WEL-2/first").status == "not_started"


def test_a_suggestion_is_taken_up_as_it_is(open_action, council, qtbot):
    page = open_action(council, "POW-3/first")
    assert "POW-3/first" not in council.actions
    push(qtbot, page, "Take it into the plan")
    assert "POW-3/first" in page.session.assessment.actions


def test_two_actions_are_merged_and_nothing_is_lost(open_action, council, qtbot):
    page = open_action(council, "WEL-2/first")
    push(qtbot, page, "Merge with another action")
    control(page, "The other action").setFocus()
    press(qtbot, Key.Key_Home)
    press(qtbot, Key.Key_Down)
    merged = page.action.form.ending.other.control.value
    push(qtbot, page, "Merge it into this one")
    assert action(page, "WEL-2/first").merged == (merged,)
    assert page.session.view.plan.find(merged) is None


def test_undo_of_the_open_action_goes_back_to_the_table(open_action, council):
    page = open_action(council, "")
    page.session.attempt("Add", edits.add_action, "Ours")
    page.go.emit(Address.parse("plan/own/2"))
    page.session.undo_stack.undo()
    assert str(page.address()) == "plan"
    assert page.page.isVisible()


def test_back_is_the_table_and_on_is_the_next_action(open_action, council):
    page = open_action(council, "WEL-2/first")
    assert (str(page.back_address()), page.main_words()) == ("plan", "Next action")
    page.main()
    assert page.asked == ["plan/POW-1/first"]
    page.go.emit(Address.parse("plan/POW-6/first"))
    assert page.main_words() == "Share the plan"


def test_the_table_comes_back_at_the_action_one_was_in(open_action, council):
    page = open_action(council, "ACC-1/next")
    page.go.emit(Address.parse("plan"))
    assert page.table.tree.current_key() == "ACC-1/next"


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
def test_nothing_is_cut_off(open_action, council, look, width, height, text):
    look.set_text_size(text)
    page = open_action(council, "POW-1/first", width=width, height=height)
    form = page.action.page
    assert form.horizontalScrollBar().maximum() == 0
    for each in page.action.findChildren(QWidget):
        if each.isVisible() and each.layout() is None:
            assert each.width() >= min(each.minimumSizeHint().width(), 1), each
