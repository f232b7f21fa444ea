"""What somebody hears of a page is told once, before it is needed, and of the same as is seen."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.presentation.readiness import checking, questions
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.tab_order import in_order
from nttp_readiness.ui.widgets.arrival import heading_of
from nttp_readiness.ui.widgets.prose import Prose


@pytest.fixture
def window(look, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    shown = MainWindow(look, Settings())
    shown.resize(1280, 800)
    shown.show()
    shown.activateWindow()
    shown.open_sample()
    yield shown
    shown.close()


@pytest.fixture
def go(window):
    """Go to an address, and what is said with the heading of its page."""

    def to(address):
        workbook = window.open_document.workbook
        workbook.show_address(Address.parse(address))
        QApplication.processEvents()
        return workbook.page._lead

    return to


PLACES = {
    "prepare": "Page 1 of 6: Prepare.",
    "reflect/LEA": "Page 2 of 6: Reflect.",
    "check": "Page 3 of 6: Check.",
    "understand": "Page 4 of 6: Understand.",
    "plan": "Page 5 of 6: Plan.",
    "share": "Page 6 of 6: Share.",
}


def test_each_of_the_six_pages_says_once_which_it_is_and_the_keys_are_told_once(window, go):
    first = window.open_document.workbook.page._lead
    said = [first, *(go(each) for each in PLACES if each not in first)]
    told = {each for each in said if "Ctrl and a number lead to each." in each}
    assert len(told) == 1
    for address, words in PLACES.items():
        assert any(words in each for each in said), address
    for address in PLACES:
        assert "Page " not in go(address)


def test_a_stop_is_read_whole_once_and_by_its_name_afterwards(window, go):
    question = window.open_document.session.assessment.bank.by_id["WEL-2"]
    assert question.safety_stop in go("understand")
    plan = go("plan")
    assert f"Safety first: {question.title}." in plan
    assert question.safety_stop not in plan


def test_how_to_answer_is_said_with_one_question_alone(window, go):
    said = go("reflect/LEA-2")
    assert "0 to 4 choose at once" in said
    assert window.open_document.session.assessment.bank.choice_rule in said
    assert "Space chooses" not in go("reflect/LEA-3")
    assert "Space chooses" in go("reflect/LEA-2")


def test_keys_that_are_off_are_not_told(window, go):
    single_keys.use(on=False)
    try:
        assert "0 to 4" not in go("reflect/LEA-2")
    finally:
        single_keys.use(on=True)


def test_how_much_is_left_is_seen_and_heard_as_a_part_begins(window, go):
    said = go("reflect/WEL")
    part = "Part 2 of 10, questions 7 to 13 of 60"
    assert f"{part}." in said
    page = window.open_document.workbook.page
    assert page._about._part.plain() == part
    assert page._about._part.isVisible()


def test_what_may_touch_one_is_heard_and_seen_before_it_does(window, go):
    go("reflect/WEL-2")
    question = window.open_document.workbook.page._question
    note, statement = question._note, question._statement.heading
    name = statement.accessibleName()
    assert name.index(note.plain()) < name.index(statement.plain())
    assert (
        note.mapTo(question, note.rect().topLeft()).y()
        < statement.mapTo(question, statement.rect().topLeft()).y()
    )


@pytest.mark.parametrize("address", ["reflect/WEL", "reflect/WEL-2", "understand"])
def test_the_ring_of_the_heading_cuts_no_letter_above_it(window, go, address):
    """In a low window the note on what may touch one stands close above the statement."""
    window.resize(911, 472)
    go(address)
    page = window.open_document.workbook.page
    heading = heading_of(page)
    above = [each for each in in_order(page) if isinstance(each, Prose) and each.isVisible()]
    above = above[: above.index(heading)]
    assert above
    assert heading.hasFocus()
    with_ring = [each.window().grab(shown_in_window(each)).toImage() for each in above]
    heading.clearFocus()
    QApplication.processEvents()
    assert with_ring == [each.window().grab(shown_in_window(each)).toImage() for each in above]


def shown_in_window(part):
    place = part.mapTo(part.window(), part.rect().topLeft())
    return QRect(place, part.size())


def test_what_was_left_open_is_said_as_one_goes_on(window, go):
    session = window.open_document.session
    (open_id,) = [key for key in (each.id for each in session.assessment.asked)
                  if session.assessment.answer(key).choice is None]  # fmt: skip
    go("reflect/LEA-1")
    go(f"reflect/{open_id}")
    page = window.open_document.workbook.page
    page.main()
    assert page._lead.startswith(
        questions.question(session.assessment, open_id).where_short + " stays open."
    )
    assert "stays open" not in go(str(page.address()))


def test_an_answer_says_its_question_by_number_and_not_its_statement_once_more(window, go):
    assert "Page 2 of 6" in go("reflect/LEA-1")
    assert "Page 2 of 6" not in go("reflect/LEA-2")
    go("reflect/LEA-1")
    assert window.open_document.workbook.page._question.group.accessibleName() == "Question 1 of 6"


def test_a_row_of_the_check_says_the_question_besides_its_short_name(council):
    row = checking.groups(council, "all")[0].rows[0]
    assert row.said == "Visible ownership at the top, 3 Established"
    assert row.beside.endswith("Staff can name the senior leader who answers for this work.")


def test_the_way_on_from_the_check_is_told(go):
    assert "Ctrl+4: See where we stand." in go("check")


def test_keys_of_the_plan_are_told_once_and_the_way_back_from_an_action(window, go):
    assert "F2 changes where you are" in go("plan")
    action = window.open_document.session.view.plan.now[0].action.id
    assert "Alt+Left leads back to the plan." in go(f"plan/{action}")
    assert "F2" not in go("plan")


def test_the_editor_of_a_cell_says_which_action_it_is_of(window, go):
    go("plan")
    tree = window.open_document.workbook.page.table.tree
    tree.go_to(window.open_document.session.view.plan.now[1].action.id)
    owner = tree._columns.fields.index("owner") if hasattr(tree, "_columns") else 3
    tree.setCurrentIndex(tree.currentIndex().siblingAtColumn(owner))
    QTest.keyClick(tree, Qt.Key.Key_F2)
    editor = QApplication.focusWidget()
    assert editor.accessibleName() == "Owner, action 2"
    QTest.keyClick(editor, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == "Due, action 2"
    assert QApplication.focusWidget().accessibleDescription() == "Such as 18 December 2026"
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)


def test_after_a_file_was_saved_the_focus_is_on_the_button_that_saved_it(window, go, tmp_path):
    go("share")
    seen = []
    page = window.open_document.workbook.page

    def ask(_parent, _suggested):
        seen.append(QApplication.focusWidget())

    object.__setattr__(page._ask_person, "file", ask)
    window.open_document.workbook._go_on()
    assert seen == [window.open_document.workbook.main_button]


def test_the_workshop_is_told_of_where_one_begins(go):
    said = go("prepare")
    assert "To ask a whole group, open the menu Workshop (Alt+W)." in said
    assert "Everything is saved as you go." in said
