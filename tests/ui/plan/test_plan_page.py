"""The plan: a table that is worked by keys, edited in place, and one column where it is narrow."""

import datetime as dt

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.plan_page import PlanPage
from nttp_readiness.ui.plan.table.plan_cells import CARD_INDENT, PAD, shown_words
from nttp_readiness.ui.plan.table.plan_tree import PlanTree
from nttp_readiness.ui.reflect.check_page import CheckPage
from nttp_readiness.ui.theme.text_block import text_block
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui.focus import focused

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier
SIZES = [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1920, 1080, 1.0), (1024, 640, 2.0)]
NOW = ["WEL-2/first", "POW-1/first", "WEL-4/next", "WEL-3/find_out", "own/1"]


@pytest.fixture(autouse=True)
def march(monkeypatch):
    """The day on which the sample's plan was agreed."""
    monkeypatch.setattr(Session, "today", property(lambda self: dt.date(2027, 3, 12)))


@pytest.fixture
def open_plan(put_in_workbook):
    def show(assessment, address="plan", **size):
        return put_in_workbook(
            assessment,
            lambda look, session: {
                Page.PLAN: PlanPage(look, session),
                Page.REFLECT: CheckPage(look, session),
                Page.SHARE: CheckPage(look, session),
            },
            address,
            **size,
        )

    return show


def press(qtbot, key, modifier=Qt.KeyboardModifier.NoModifier, *, times=1):
    for _ in range(times):
        qtbot.keyClick(QApplication.focusWidget(), key, modifier)
        QApplication.processEvents()


def write(qtbot, text):
    field = QApplication.focusWidget()
    assert isinstance(field, QLineEdit | WrappingEdit)
    field.selectAll()
    qtbot.keyClicks(field, text)


def tree(page):
    found = page.findChild(PlanTree)
    assert found.accessibleName() == "Plan, actions in their order"
    return found


def said(view):
    face = QAccessible.queryAccessibleInterface(view)
    return face.focusChild().text(QAccessible.Text.Name)


def ids(page, horizon):
    return [each.action.id for each in page.session.view.plan.at(horizon)]


def action(page, key):
    return page.session.view.plan.find(key).action


def sentences(page):
    return {each.plain() for each in page.findChildren(Prose) if each.isVisible()}


def button(page, name):
    found = [
        each
        for each in page.findChildren(QAbstractButton)
        if each.isVisible() and (each.accessibleName() or each.text()) == name
    ]
    assert len(found) == 1, name
    return found[0]


def push(qtbot, page, name):
    button(page, name).setFocus()
    press(qtbot, Key.Key_Space)


def test_cells_are_said_one_by_one(open_plan, council, qtbot):
    view = tree(open_plan(council))
    assert said(view) == "Now, 5 actions, five at most"
    heard = []
    press(qtbot, Key.Key_Down)
    for _ in range(6):
        heard.append(said(view))
        press(qtbot, Key.Key_Right)
    assert heard == [
        "Action 1",
        "Write one page on support after hard events, and show it to everyone",
        "Support after difficult events, 1 Exploring",
        "Sìne Nic a’ Ghobhainn, Operations Manager",
        "30 Apr 2027",
        "In progress",
    ]


def test_what_only_waits_is_called_suggested_and_has_no_number(open_plan, council):
    page = open_plan(council)
    waiting = page.table.tree.rows.groups[2].rows[0]
    assert [cell.said for cell in waiting.cells][:1] == ["Suggested action"]
    assert waiting.cells[-1].said == "Suggested"


def test_enter_opens_the_action(open_plan, council, qtbot):
    page = open_plan(council)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    assert page.asked == ["plan/WEL-2/first"]
    assert str(page.address()) == "plan/WEL-2/first"


def test_the_table_is_one_tab_stop(open_plan, council, qtbot):
    page = open_plan(council)
    view = tree(page)
    press(qtbot, Key.Key_Down, times=2)
    press(qtbot, Key.Key_Tab)
    assert not view.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is view
    assert view.current_key() == "POW-1/first"


def test_a_title_is_edited_in_place(open_plan, council, qtbot):
    page = open_plan(council)
    view = tree(page)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_F2)
    assert QApplication.focusWidget().accessibleName().startswith("Action and measure, action ")
    write(qtbot, "One page & <b>no more</b>")
    press(qtbot, Key.Key_Return)
    assert action(page, "WEL-2/first").title == "One page & <b>no more</b>"
    assert focused() is view
    assert page.asked == []  # Enter ended the editing and went nowhere


def test_escape_leaves_a_cell_as_it_was(open_plan, council, qtbot):
    page = open_plan(council)
    press(qtbot, Key.Key_Down)
    before = page.session.assessment
    press(qtbot, Key.Key_F2)
    write(qtbot, "Something else")
    press(qtbot, Key.Key_Escape)
    assert page.session.assessment.actions == before.actions


def test_tab_after_a_title_passes_by_what_cannot_be_edited(open_plan, council, qtbot):
    page = open_plan(council)
    press(qtbot, Key.Key_Down)
    page.table.tree.edit_title()
    page.window().activateWindow()
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName().startswith("Owner, action ")
    press(qtbot, Key.Key_Backtab)
    assert QApplication.focusWidget().accessibleName().startswith("Action and measure, action ")


def test_tab_goes_from_one_editor_to_the_next(open_plan, council, qtbot):
    page = open_plan(council)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Right, times=3)
    press(qtbot, Key.Key_F2)
    write(qtbot, "Mairi Bain, Trauma Lead")
    page.window().activateWindow()  # without a screen a list that went stays the active window
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName().startswith("Due, action ")
    write(qtbot, "1/2/2028")
    press(qtbot, Key.Key_Tab)
    status = QApplication.focusWidget()
    assert isinstance(status, QComboBox)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Return)
    made = action(page, "WEL-2/first")
    assert (made.owner, made.due, made.status) == (
        "Mairi Bain, Trauma Lead",
        dt.date(2028, 2, 1),
        "done",
    )


def test_what_is_no_date_is_said_and_changes_nothing(open_plan, council, qtbot):
    page = open_plan(council)
    heard: list[object] = []
    page.session.refused.connect(heard.append)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Right, times=4)
    press(qtbot, Key.Key_F2)
    write(qtbot, "soon")
    press(qtbot, Key.Key_Return)
    assert heard == ["Write a date such as 18 December 2026, or press Esc to leave it as it was."]
    assert action(page, "WEL-2/first").due == dt.date(2027, 4, 30)


def test_what_a_cell_has_no_room_for_is_said(open_plan, council, qtbot):
    page = open_plan(council)
    told: list[str] = []
    page.session.refused.connect(told.append)
    page.table.tree.setFocus()
    page.table.tree.go_to(NOW[0])
    page.table.tree.edit_title()
    QApplication.processEvents()
    editor = QApplication.focusWidget()
    assert isinstance(editor, WrappingEdit)
    editor.show_text("x" * editor.longest)
    qtbot.keyClicks(editor, "y")
    assert "takes no more than" in told[-1]
    assert "the last letter of what you typed" in told[-1]
    assert editor.text() == "x" * editor.longest


def test_what_was_to_be_mended_is_told_no_more_once_it_is(open_plan, council, qtbot):
    """It stood above the page until another was opened, though the day was right by now."""
    page = open_plan(council)
    notice = page.window()._notice
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Right, times=4)
    press(qtbot, Key.Key_F2)
    write(qtbot, "31 June 2027")
    press(qtbot, Key.Key_Return)
    assert notice.isVisible()
    assert notice.accessibleName().startswith("There is no 31 June 2027. Write a date such as")
    write(qtbot, "30 June 2027")
    press(qtbot, Key.Key_Return)
    assert action(page, "WEL-2/first").due == dt.date(2027, 6, 30)
    assert not notice.isVisible()
    page.session.refused.emit("Something else could not be kept.")
    page.session.undo_stack.undo()
    assert notice.isVisible()  # that is as true as before


@pytest.mark.parametrize("factor", [1.0, 1.5, 2.0])
def test_the_editor_of_a_title_shows_all_of_its_lines(open_plan, council, look, qtbot, factor):
    """In large letters it opened with the height of one line, and cut the others off."""
    look.set_text_size(factor)
    page = open_plan(council, width=911, height=472)
    page.table.tree.setFocus()
    wrapped = set()
    for key in NOW:
        page.table.tree.go_to(key)
        page.table.tree.edit_title()
        for _ in range(4):
            QApplication.processEvents()
        editor = QApplication.focusWidget()
        assert isinstance(editor, WrappingEdit)
        lines = editor.document().firstBlock().layout().lineCount()
        wrapped.add(lines > 1)
        assert editor.height() >= lines * editor.fontMetrics().lineSpacing()
        press(qtbot, Key.Key_Escape)
    assert factor < 2 or True in wrapped


def test_a_cell_that_waits_for_words_says_so(open_plan, council):
    page = open_plan(council)
    rows = [each for group in page.table.tree._groups for each in group.rows]
    bare = next(each for each in rows if not each.owner and not each.due)
    assert shown_words(bare, "owner") == ("No owner yet", "quiet")
    assert shown_words(bare, "due") == ("No date yet", "quiet")
    full = next(each for each in rows if each.owner and each.due)
    assert shown_words(full, "owner")[1] == shown_words(full, "due")[1] == "ink"


def test_alt_and_arrows_move_within_and_digits_between_horizons(open_plan, council, qtbot):
    page = open_plan(council)
    view = tree(page)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Down, Alt)
    assert ids(page, "now") == ["POW-1/first", "WEL-2/first", *NOW[2:]]
    press(qtbot, Key.Key_Up, Alt, times=2)  # at the top it stays
    assert ids(page, "now") == NOW
    press(qtbot, Key.Key_2, Alt)
    assert (ids(page, "now"), ids(page, "next")[-1]) == (NOW[1:], "WEL-2/first")
    press(qtbot, Key.Key_3, Alt)
    assert ids(page, "later")[-1] == "WEL-2/first"
    press(qtbot, Key.Key_1, Alt)
    assert ids(page, "now") == [*NOW[1:], "WEL-2/first"]
    assert view.current_key() == "WEL-2/first"
    assert focused() is view


def test_a_filtered_row_moves_past_the_rows_that_are_shown(open_plan, council, qtbot):
    for key in ("WEL-4/next", "own/1"):
        council = edits.change_action(council, key, owner="")
    page = open_plan(council)
    page.table.show_which("no_owner")
    view = tree(page)
    view.go_to("own/1")
    press(qtbot, Key.Key_Up, Alt)
    assert ids(page, "now") == [*NOW[:2], "own/1", "WEL-4/next", "WEL-3/find_out"]


def test_dropping_asks_for_a_reason_where_the_action_stands(open_plan, council, qtbot):
    page = open_plan(council)
    view = tree(page)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Delete)
    assert QApplication.focusWidget().accessibleName() == "Why do we drop it?"
    write(qtbot, "No room <now>")
    press(qtbot, Key.Key_Return)
    gone = action(page, "WEL-2/first")
    assert (gone.status, gone.drop_reason) == ("dropped", "No room <now>")
    assert focused() is view
    assert view.current_key() == "POW-1/first"
    assert "No room <now>" in sentences(page)
    push(qtbot, page, f"Bring back, {gone.title}")
    assert action(page, "WEL-2/first").status == "not_started"
    assert view.current_key() == "WEL-2/first"


def test_escape_keeps_an_action_that_was_about_to_be_dropped(open_plan, council, qtbot):
    page = open_plan(council)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Delete)
    press(qtbot, Key.Key_Escape)
    assert ids(page, "now") == NOW
    assert QApplication.focusWidget() is tree(page)
    assert not page.table.acts.drop_ask.isVisible()


def test_a_new_action_opens_its_title(open_plan, council, qtbot):
    page = open_plan(council)
    push(qtbot, page, "Add action")
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), WrappingEdit))
    write(qtbot, "Thank the night staff")
    press(qtbot, Key.Key_Return)
    assert action(page, "own/2").title == "Thank the night staff"
    assert ids(page, "now")[-1] == "own/2"


def test_more_than_five_for_now_gets_a_gentle_word(open_plan, council):
    page = open_plan(edits.move_action(council, "FEE-1/next", "now"))
    gentle = "There are six actions in Now. People can usually manage five at a time."
    assert any(each.startswith(gentle) for each in sentences(page))
    page.session.undo_stack.undo()
    page.session.attempt("Move", edits.move_action, "FEE-1/next", "next")
    assert not any(each.startswith("There are") for each in sentences(page))


def test_rows_at_the_side_filter_and_count(open_plan, council):
    page = open_plan(council)
    assert [(row.name, row.status) for row in page.rows()] == [
        ("All actions", "42"),
        ("Now", "5"),
        ("Next", "10"),
        ("Later", "27"),
        ("Other views", ""),
        ("Drivers", ""),
        ("Effort and impact", ""),
    ]
    page.row_chosen("next")
    assert [group.name for group in tree(page).rows.groups] == ["Next"]
    assert page.current_row() == "next"


def test_the_filter_menu_finds_what_is_overdue(open_plan, council):
    page = open_plan(edits.change_action(council, "POW-1/first", due=dt.date(2027, 3, 11)))
    menu = page.table.filters()
    act = next(each for each in menu.actions() if each.text().startswith("Overdue"))
    assert act.text() == "Overdue\t1"
    act.trigger()
    rows = [row for group in tree(page).rows.groups for row in group.rows]
    assert [row.key for row in rows] == ["POW-1/first"]
    assert rows[0].cells[4].said == "11 Mar 2027, overdue"
    assert page.table.filter_button.text() == "Filter: Overdue"
    page.session.attempt("Date", edits.change_action, "POW-1/first", due=dt.date(2027, 6, 1))
    assert "Nothing is overdue." in sentences(page)


def test_the_columns_menu_brings_the_measure_out(open_plan, council, qtbot):
    page = open_plan(council)
    view = tree(page)
    assert view.rows.columns == ("No.", "Action and measure", "Why", "Owner", "Due", "Status")
    page.table.columns().actions()[0].trigger()
    assert view.rows.columns[-1] == "How we will know"
    assert view.rows.columns[1] == "Action"
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Right, times=6)
    assert said(view).startswith("All five offices have the page")


def test_where_it_is_narrow_each_action_is_one_card_that_says_all(open_plan, council, qtbot):
    view = tree(open_plan(council, width=911, height=472))
    assert view.rows.columns == ("Action",)
    press(qtbot, Key.Key_Down)
    assert said(view) == (
        "Action 1, Write one page on support after hard events, and show it to everyone, "
        "Support after difficult events, 1 Exploring, Sìne Nic a’ Ghobhainn, Operations Manager, "
        "30 Apr 2027, In progress"
    )
    press(qtbot, Key.Key_F2)
    assert isinstance(QApplication.focusWidget(), WrappingEdit)
    press(qtbot, Key.Key_Escape)


@pytest.mark.parametrize(
    ("words", "field"),
    [((), "owner"), (("No owner yet",), "due"), (("No owner yet", "No date yet"), "status")],
)
@pytest.mark.parametrize("text", [1.0, 2.0])
def test_a_double_click_on_what_a_card_lacks_opens_the_action_there(
    open_plan, council, look, qtbot, words, field, text
):
    council = edits.change_action(council, "WEL-2/first", owner="", due=None)
    look.set_text_size(text)
    page = open_plan(council, width=1280 if text == 2 else 911, height=472)
    view = tree(page)
    view.go_to("WEL-2/first")
    QApplication.processEvents()
    card = view.visualRect(view.currentIndex())
    before = [text_block(look, each, "table", 1000).width + look.pad(24) for each in words]
    x = card.x() + look.px(CARD_INDENT) + sum(before) + look.px(6)
    place = QPoint(round(x), card.bottom() - look.pad(PAD) - look.line("table") // 2)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    assert str(page.address()) == "plan/WEL-2/first"
    control = page.action.form.fields[field].control
    focus = QApplication.focusWidget()
    assert focus is control or control.isAncestorOf(focus)
    area = page.action.page
    qtbot.waitUntil(
        lambda: area.viewport().rect().contains(focus.mapTo(area.viewport(), QPoint(0, 9)))
    )


def test_a_double_click_on_the_words_of_a_card_opens_its_title(open_plan, council, qtbot):
    page = open_plan(council, width=911, height=472)
    view = tree(page)
    view.go_to("WEL-2/first")
    place = view.visualRect(view.currentIndex()).topLeft() + QPoint(80, 15)
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.processEvents()
    assert QApplication.focusWidget() is page.action.form.fields["title"].control


def test_the_row_stays_when_the_form_changes(open_plan, council, qtbot):
    page = open_plan(council)
    view = tree(page)
    press(qtbot, Key.Key_Down, times=3)
    page.window().resize(911, 472)
    qtbot.waitUntil(lambda: len(view.rows.columns) == 1)
    assert view.current_key() == "WEL-4/next"
    page.window().resize(1280, 800)
    qtbot.waitUntil(lambda: len(view.rows.columns) == 6)
    assert view.current_key() == "WEL-4/next"


def test_a_safety_stop_stands_above_everything(open_plan, council, qtbot):
    stop = next(each for each in council.bank.by_id.values() if each.safety_stop)
    page = open_plan(edits.answer(council, stop.id, 0))
    assert stop.safety_stop in sentences(page)
    push(qtbot, page, f"Open question, Safety first: {stop.title}")
    assert page.asked == [f"reflect/{stop.id}"]


def test_a_request_to_others_is_added_written_and_removed(open_plan, council, qtbot):
    page = open_plan(council)
    push(qtbot, page, "Add a request")
    assert QApplication.focusWidget().accessibleName() == "Whom we ask, request 3"
    qtbot.keyClicks(QApplication.focusWidget(), "The Board")
    assert [each.who for each in page.session.assessment.asks][-1] == "The Board"
    assert focused().text() == "The Board"
    push(qtbot, page, "Remove this request, The Board")
    assert len(page.session.assessment.asks) == len(council.asks)
    assert QApplication.focusWidget() is button(page, "Add a request")


def test_who_asks_by_when_and_their_answer_are_folded_and_kept_by_keyboard(
    open_plan, council, qtbot
):
    page = open_plan(council)
    section = page.table.asks
    fields = section._shown[0]
    assert not fields.more.isVisible()
    assert fields.fold.accessibleDescription().startswith("Asked, answer by 23 April 2027")
    fields.fold.setFocus()
    press(qtbot, Key.Key_Space)
    assert fields.more.isVisible()
    for name, typed in (
        ("Who asks, request 1", "Senga"),
        ("How, request 1", "by telephone"),
        ("Answer by, request 1", "1 May 2027"),
    ):
        while QApplication.focusWidget().accessibleName() != name:
            press(qtbot, Key.Key_Tab)
        focused().selectAll()
        qtbot.keyClicks(QApplication.focusWidget(), typed)
    press(qtbot, Key.Key_Tab)
    while QApplication.focusWidget().accessibleName() != "How it stands, request 1":
        press(qtbot, Key.Key_Tab)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Their answer, request 1"
    qtbot.keyClicks(QApplication.focusWidget(), "Yes")
    ask = page.session.assessment.asks[0]
    assert (ask.asker, ask.how, ask.by) == ("Senga", "by telephone", dt.date(2027, 5, 1))
    assert (ask.status, ask.answer) == ("answered", "Yes")
    assert fields.fold.accessibleDescription() == "Answered"
    page.session.undo_stack.undo()
    assert page.session.assessment.asks[0].answer == ""


def test_a_change_elsewhere_keeps_an_open_editor(open_plan, council, qtbot):
    page = open_plan(council)
    press(qtbot, Key.Key_Down)
    press(qtbot, Key.Key_F2)
    write(qtbot, "Half a tit")
    page.session.attempt("Owner", edits.change_action, "WEL-4/next", owner="Somebody else")
    QApplication.processEvents()
    assert focused().text() == "Half a tit"
    qtbot.keyClicks(QApplication.focusWidget(), "le")
    press(qtbot, Key.Key_Return)
    assert action(page, "WEL-2/first").title == "Half a title"


def test_loading_and_looking_change_nothing(open_plan, council):
    page = open_plan(council)
    page.go.emit(Address.parse("plan/WEL-2/first"))
    page.go.emit(Address.parse("plan"))
    after = page.session.assessment
    assert after.model_copy(update={"place": council.place}) == council
    assert page.session.undo_stack.count() == 0


def test_the_bars(open_plan, council):
    page = open_plan(council)
    assert (page.main_words(), str(page.back_address())) == ("Share the plan", "understand")
    page.main()
    assert page.asked == ["share"]


@pytest.mark.parametrize(("width", "height", "text"), SIZES)
@pytest.mark.parametrize("extras", [(), ("measure", "review", "effort")])
def test_nothing_is_cut_off(open_plan, council, look, width, height, text, extras):
    look.set_text_size(text)
    page = open_plan(council, width=width, height=height)
    for extra in extras:
        page.table.show_extra(extra, on=True)
    for _ in range(4):
        QApplication.processEvents()
    view = tree(page)
    assert page.page.horizontalScrollBar().maximum() == 0
    assert view.height() >= view.heightForWidth(view.width())
    assert view.verticalScrollBar().maximum() == 0
    assert sum(view.columnWidth(n) for n in range(len(view.rows.columns))) == view.width()
