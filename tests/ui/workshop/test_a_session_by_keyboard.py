"""A facilitator runs a workshop of three questions by keyboard alone, from groups to the plan."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.keeping import backups
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.data_table import DataTable
from nttp_readiness.ui.widgets.fold import Fold


@pytest.fixture
def window(look, qtbot, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown, before_close_func=lambda closing: closing.close())
    shown.resize(1280, 720)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def test_three_questions_from_groups_to_the_plan(window, hands, qtbot):
    hands.press(Qt.Key.Key_Return)
    hands.press("Our team", Qt.Key.Key_Return)
    open_document = window.open_document
    QTest.keyClick(window, Qt.Key.Key_W, Qt.KeyboardModifier.AltModifier)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    QTest.keyClick(menu, Qt.Key.Key_Return)
    window.activateWindow()  # the offscreen screen does not hand back what a menu took
    qtbot.waitUntil(lambda: window.isActiveWindow() and QApplication.focusWidget() is not None)
    assert str(open_document.workbook.page.address()) == "workshop/prepare"

    assert hands.focused() == "Group 1"
    hands.press(Qt.Key.Key_Tab)
    assert hands.focused() == "How many people in group 1"
    hands.press("9")
    hands.tab_to("Start collecting")
    hands.press(Qt.Key.Key_Return)
    assert str(open_document.workbook.page.address()) == "workshop/prepare"
    assert "one joint answer" in hands.said(window)
    open_document.session.apply(
        "Scope", edits.set_profile(open_document.session.assessment, scope="team")
    )
    open_document.workshop.prepare.consent.setFocus()
    hands.tab_to("The people in the room agree that counts are shown there from 5 answers up")
    hands.press(" ")
    hands.tab_to("Start collecting")
    hands.press(Qt.Key.Key_Return)
    assert str(open_document.workbook.page.address()) == "workshop/collect"
    assert open_document.session.assessment.workshop.round.consent

    hands.tab_to("Type counts")
    hands.press(Qt.Key.Key_Return)
    assert hands.focused().endswith("0 Not yet")
    for counts in ("045000", "410310", "900000"):
        for number in counts:
            hands.press(number, Qt.Key.Key_Return)
    asked = [each.id for each in open_document.session.assessment.asked][:3]
    tallies = [
        open_document.session.assessment.workshop.round.questions[key].vote.tallies for key in asked
    ]
    assert [each["Everyone here"].levels for each in tallies] == [
        (0, 4, 5, 0, 0), (4, 1, 0, 3, 1), (9, 0, 0, 0, 0),
    ]  # fmt: skip

    hands.tab_to("Back to collecting", 600)
    hands.press(Qt.Key.Key_Return)
    hands.tab_to("Look together")
    hands.press(Qt.Key.Key_Return)
    wall = open_document.workshop.view
    qtbot.waitUntil(lambda: wall is not None and wall.isActiveWindow())
    wall.setFocus()
    for level in (2, 1, 0):
        hands.press(" ", str(level), "u", Qt.Key.Key_Right)
    wall.show_question(asked[1])
    hands.press("m", "Nights see it differently.", Qt.Key.Key_Return)
    hands.press("a", "Ask the night shift", Qt.Key.Key_Return)
    hands.press(Qt.Key.Key_Escape)
    qtbot.waitUntil(window.isActiveWindow)
    assert open_document.workshop.view is None

    made = open_document.session.assessment
    assert [made.answer(key).choice for key in asked] == [2, 1, 0]
    held = made.workshop.round.questions
    assert held[asked[1]].minority == "Nights see it differently."
    assert any(each.title == "Ask the night shift" for each in made.actions.values())

    hands.tab_to("Close the round…")
    hands.press(Qt.Key.Key_Return)
    assert hands.focused() == "Not yet"
    hands.tab_to("Close the round")
    hands.press(Qt.Key.Key_Return)
    assert str(open_document.workbook.page.address()) == "workshop/results"
    assert open_document.session.assessment.workshop.round.closed is not None
    assert "Visible ownership at the top" in hands.said(open_document.workshop)

    assert open_document.put_away()
    kept = load_document(open_document.autosave.path).assessment
    assert kept.workshop == open_document.session.assessment.workshop


def test_the_sample_workshop_opens_at_its_results_from_the_menu(window, hands, qtbot):
    window.open_sample_workshop()
    assert str(window.open_document.workbook.page.address()) == "workshop/results"
    said = hands.said(window.open_document.workshop)
    assert "Safe involvement arrangements" in said
    assert "Two groups of answers." in said
    fold = window.open_document.workshop.results.findChild(Fold)
    fold.click()
    QApplication.processEvents()
    table = next(each for each in window.open_document.workshop.results.findChildren(DataTable)
                 if each.accessibleName().endswith(", by group") and each.isVisible())  # fmt: skip
    rows = [
        [table.model().index(row, column).data() for column in range(7)]
        for row in range(table.model().rowCount())
    ]
    island = next(row for row in rows if row[0] == "Front line, island")
    assert island[1:6] == ["–"] * 5
    assert island[6] == "Not shown: too few answers, or they would reveal another group’s."


def test_pausing_writes_the_ballots_that_wait(window, hands, qtbot):
    hands.press(Qt.Key.Key_Return)
    hands.press("Ours", Qt.Key.Key_Return)
    open_document = window.open_document
    open_document.workbook.show_address(Address.parse("workshop/prepare"))
    open_document.workbook.main_button.click()
    collector = open_document.workshop.collector
    for _ in range(7):
        assert collector.put_in(Ballot(group="Everyone here", answers={"LEA-1": 2}))
    assert open_document.session.assessment.workshop.round.people == 0
    path = open_document.suggested_path()
    assert open_document.put_away()
    assert load_document(open_document.autosave.path or path).assessment.workshop.round.people == 7


def test_pausing_after_each_ballot_leaves_no_two_files_that_differ_by_one_person(
    window, hands, tmp_path
):
    """The worst case: every person answers in a sitting of their own, with earlier states kept."""
    hands.press(Qt.Key.Key_Return)
    hands.press("Ours", Qt.Key.Key_Return)
    window.open_document.workbook.show_address(Address.parse("workshop/prepare"))
    window.open_document.workbook.main_button.click()
    path = None
    levels: tuple[Choice, ...] = (2, 2, 3, 0)
    for level in levels:
        collector = window.open_document.workshop.collector
        answers = {each.id: level for each in window.open_document.session.assessment.asked}
        assert collector.put_in(Ballot(group="Everyone here", answers=answers))
        window.close_document()
        path = path or Path(window.settings.recent[0].path)
        window.open_file(path)
    document = window.open_document.session.assessment.id
    kept = [path, *(each.file for each in backups.backups(document))]
    states = [load_document(file).assessment.workshop for file in kept]
    rounds = [each.round for each in states if each is not None and each.round is not None]
    assert len(rounds) >= 4  # one a sitting, and one more where a sitting was saved halfway
    counts = {each.questions["LEA-1"].vote.tallies["Everyone here"].levels for each in rounds}
    assert counts == {(1, 0, 2, 1, 0)}
    assert not list((tmp_path / "home").rglob("recovery/*.readiness"))
