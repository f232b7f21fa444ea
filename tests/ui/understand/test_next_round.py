"""The next round from the last one, in the whole window, with files on a disk."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.address import Address
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.prose import Prose
from tests.ui import focus
from tests.ui.reach import fitting, naming, tabbing, targets


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 768)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


@pytest.fixture
def first(tmp_path, council):
    """The file of a first round with an action that is done."""
    path = tmp_path / "rounds" / "Housing.readiness"
    path.parent.mkdir()
    done = edits.change_action(council, "WEL-2/first", status="done")
    save_document(path, done, expected=None)
    return path


def choose_from_menu(window, menu, act):
    bar = next(each for each in window.menuBar().actions() if each.text() == menu)
    action = next(each for each in bar.menu().actions() if each.text() == act)
    assert action.isEnabled()
    action.trigger()
    for _ in range(4):
        QApplication.processEvents()


def start(window):
    """From the menu, with the keyboard on the page."""
    choose_from_menu(window, "&Assessment", "Start the &next round…")
    assert window.open_document.workbook.page.main_words().startswith("Start round")


def texts(window):
    page = window.open_document.workbook.page
    return [each.plain() for each in page.findChildren(Prose) if each.isVisible()]


def without_pieces(assessment):
    """What was answered, the pieces of evidence beside it left out."""
    bare = {
        key: each.model_copy(update={"evidence_items": ()})
        for key, each in assessment.answers.items()
    }
    return {key: each for key, each in bare.items() if each != Answer()}


def pieces(assessment):
    """Which pieces of evidence lie beside each answer, those left out that are there no longer."""
    still = {
        key: [each.id for each in answer.evidence_items if each.state != "no_longer"]
        for key, answer in assessment.answers.items()
    }
    return {key: each for key, each in still.items() if each}


def focused():
    found = focus.focused()
    return found.accessibleName() or found.text()


def test_the_answers_are_kept_and_the_old_file_stays_as_it_is(window, first, qtbot):
    window.open_file(first)
    old = window.open_document.session.assessment
    start(window)
    assert focused() == "Keep our answers as a start"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    made = window.open_document.session.assessment
    assert (made.round, made.previous) == (2, old.id)
    assert without_pieces(made) == without_pieces(old)
    assert pieces(made) == pieces(old) != {}
    beside = [each for answer in made.answers.values() for each in answer.evidence_items]
    assert {each.state for each in beside} == {"to_check"}
    assert "WEL-2/first" not in made.actions
    assert str(window.open_document.workbook.page.address()) == "prepare"
    assert window.open_document.autosave.save_now()
    assert window.open_document.autosave.path == first.parent / "Housing Options, round 2.readiness"
    assert load_document(window.open_document.autosave.path).assessment.id == made.id
    kept = load_document(first).assessment  # but for where the person was, which every page keeps
    assert kept.model_copy(update={"place": ""}) == old.model_copy(update={"place": ""})


def test_the_answers_can_begin_empty(window, first, qtbot):
    window.open_file(first)
    start(window)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    assert focused() == "Begin with empty answers"
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    made = window.open_document.session.assessment
    assert without_pieces(made) == {}
    assert pieces(made) != {}  # what is there to be shown is there still, and is to be checked anew
    assert made.round == 2


def test_the_page_on_both_rounds_then_finds_the_last_one_by_itself(window, first):
    window.open_file(first)
    start(window)
    window.open_document.workbook.main_button.click()
    window.open_document.session.attempt("Answer", edits.answer, "WEL-2", 4)
    choose_from_menu(window, "&Assessment", "Compare with an &earlier round…")
    said = texts(window)
    assert any(each.endswith("from Housing.readiness.") for each in said)
    assert "Write one page on support after hard events, and show it to everyone" in said


def test_a_round_that_never_had_a_file_is_given_one_first(window):
    window.open_sample()
    old = window.open_document.session.assessment
    start(window)
    window.open_document.workbook.main_button.click()
    made = window.open_document.session.assessment
    assert made.previous == old.id
    folder = window.open_document.autosave.path.parent
    kept = [load_document(each).assessment.id for each in folder.glob("*.readiness")]
    assert old.id in kept


def test_the_last_round_that_can_be_counted_says_so_and_stays_open(window, tmp_path, council):
    path = tmp_path / "last.readiness"
    save_document(path, council.model_copy(update={"round": 200}), expected=None)
    window.open_file(path)
    told = []
    window.open_document.workbook._notice.say = lambda *words: told.append(words[0])
    start(window)
    window.open_document.workbook.main_button.click()
    assert window.open_document.autosave.path == path
    assert told[0].startswith("This is round 200, the last one that there is room for.")


def test_the_end_of_understand_offers_both(window, first):
    window.open_file(first)
    book = window.open_document.workbook
    for name, address in (
        ("Start the next round", "Start round 2"),
        ("Compare with an earlier round", "What has moved since an earlier round"),
    ):
        book.show_address(Address.parse("understand"))
        (button,) = [
            each
            for each in book.page.findChildren(QWidget)
            if getattr(each, "text", str)() == name and each.isVisible()
        ]
        button.click()
        QApplication.processEvents()
        assert texts(window)[1] == address


def test_over_time_is_a_row_of_understand_and_arrows_go_on_through_the_list(window, first, qtbot):
    window.open_file(first)
    book = window.open_document.workbook
    book.show_address(Address.parse("understand"))
    rows = book._side.rows
    rows.setFocus()
    for _ in range(5):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
        QApplication.processEvents()
        if str(book.page.address()) == "compare":
            break
    assert str(book.page.address()) == "compare"
    assert QApplication.focusWidget() is rows
    qtbot.keyClick(rows, Qt.Key.Key_Up)
    assert str(book.page.address()) == "understand/domains"
    assert QApplication.focusWidget() is rows


def test_the_comparison_goes_to_paper_with_the_round_that_was_compared(window, first):
    window.open_file(first)
    start(window)
    window.open_document.workbook.main_button.click()
    choose_from_menu(window, "&Assessment", "Compare with an &earlier round…")
    open_document = window.open_document
    open_document.compare.print_button.click()
    assert str(open_document.workbook.page.address()) == "share/comparison"
    wanted = open_document.share.wanted()
    assert (wanted.form, wanted.previous.id) == ("comparison", load_document(first).assessment.id)
    open_document.share.maker.cancel("make")


def test_both_rounds_can_be_reached_and_read_by_everybody(window, first):
    window.open_file(first)
    start(window)
    window.open_document.workbook.main_button.click()
    choose_from_menu(window, "&Assessment", "Compare with an &earlier round…")
    window.open_document.compare._part._fold.click()
    for _ in range(6):
        QApplication.processEvents()
    window.open_document.workbook.main_button.setFocus()
    for check in (
        naming.names_and_roles, naming.one_of_each, tabbing.tab_order,
        targets.targets, fitting.clipping,
    ):  # fmt: skip
        found = check(window)
        assert found.looked_at > 0
        assert not found.faults, f"{check.__name__}: {found}"
