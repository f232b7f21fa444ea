"""On the question page: how much it matters to us, and what another answer would do."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QApplication

from nttp_readiness.address import Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.readiness.moves import effect_words
from nttp_readiness.ui.reflect.reflect_page import ReflectPage
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose

NOTES = "Add a note, evidence, reach, how sure, whose view, how important"
CHANGE = "What would change this?"


@pytest.fixture
def show(put_in_workbook):
    def made(assessment, key, width=1280, height=800):
        return put_in_workbook(
            assessment,
            lambda look, session: {Page.REFLECT: ReflectPage(look, session)},
            f"reflect/{key}",
            width,
            height,
        )

    return made


def shown(page, kind):
    return [each for each in page.findChildren(kind) if each.isVisible()]


def texts(page):
    return [each.plain() for each in shown(page, Prose)]


def press(qtbot, page, name):
    (control,) = [
        each
        for each in shown(page, QAbstractButton)
        if (each.accessibleName() or each.text()) == name
    ]
    control.setFocus()
    qtbot.keyClick(control, Qt.Key.Key_Space)
    QApplication.processEvents()
    return control


def open_notes(qtbot, page):
    (fold,) = [each for each in shown(page, Fold) if each.accessibleName() == NOTES]
    if not fold.isChecked():
        press(qtbot, page, NOTES)


def segments(page):
    group = page._question.notes.importance.control
    return {each.accessibleName(): each for each in group._values}


def folds(page):
    return [each.accessibleName() for each in shown(page, Fold)]


def test_the_banks_value_is_shown_as_chosen_and_marked(show, council, qtbot):
    page = show(council, "LEA-2")
    open_notes(qtbot, page)
    bank = council.bank.by_id["LEA-2"].importance
    assert segments(page)[f"{bank}, usual"].isChecked()
    group = page._question.notes.importance.control
    face = QAccessible.queryAccessibleInterface(group)
    assert face.role() == QAccessible.Role.Grouping
    said = face.text(QAccessible.Text.Name)
    assert said.startswith("How much this matters to us. 1 is least, 5 is most")


def test_setting_it_by_keyboard_keeps_it_and_says_what_it_moves(show, council, qtbot):
    page = show(council, "LEA-2")
    open_notes(qtbot, page)
    bank = council.bank.by_id["LEA-2"].importance
    other = 1 if bank != 1 else 5
    press(qtbot, page, str(other))
    assert page.session.assessment.importance == {"LEA-2": other}
    assert QApplication.focusWidget() is segments(page)[str(other)]
    press(qtbot, page, f"{bank}, usual")
    assert page.session.assessment.importance == {}
    page.session.undo_stack.undo()
    assert page.session.assessment.importance == {"LEA-2": other}
    assert segments(page)[str(other)].isChecked()


def test_the_effect_is_said_under_it_and_follows_the_choice(show, council, qtbot):
    key = next(
        each.indicator
        for each in score(council).suggestions[8:]
        if each.role == "open" and council.bank.by_id[each.indicator].importance > 1
    )
    page = show(council, key)
    open_notes(qtbot, page)
    place = [each.indicator for each in score(council).suggestions].index(key) + 1
    assert any(f"Its action is number {place} of the suggestions" in each for each in texts(page))
    press(qtbot, page, "1")
    now = score(page.session.assessment).suggestions
    place = [each.indicator for each in now].index(key) + 1
    said = [each for each in texts(page) if each.startswith("Its action is number")]
    assert said[0].startswith(f"Its action is number {place} of the suggestions")
    assert "it would" in said[0]


def test_a_question_with_an_importance_of_our_own_opens_its_notes(show, council):
    key = next(each.id for each in council.asked if not council.answer(each.id).note)
    bare = edits.write_beside(
        council, key, evidence="", evidence_kind="none", confidence="", view=""
    )
    assert NOTES in folds(show(bare, key))
    page = show(edits.set_importance(bare, key, 1), key)
    (fold,) = [each for each in shown(page, Fold) if each.accessibleName() == NOTES]
    assert fold.isChecked()


def test_before_an_answer_nothing_is_said_of_another_one(show, council):
    page = show(edits.answer(council, "WEL-3", None), "WEL-3")
    assert CHANGE not in folds(page)


def test_after_an_answer_its_effects_are_there_folded(show, council, qtbot):
    page = show(edits.answer(council, "WEL-3", None), "WEL-3")
    page.press("2")
    QApplication.processEvents()
    assert CHANGE in folds(page)
    assert not any(each.startswith("With 1 Exploring:") for each in texts(page))
    page.session.undo_stack.setClean()
    press(qtbot, page, CHANGE)
    card = score(page.session.assessment)
    expected = [effect_words(card.assessment.bank, each) for each in card.effects("WEL-3")]
    assert [each for each in texts(page) if each.startswith("With ")] == expected
    assert len(expected) == 2
    assert page.session.undo_stack.isClean()


def test_the_effects_follow_the_answer_and_stay_open(show, council, qtbot):
    page = show(council, "WEL-2")
    fold = press(qtbot, page, CHANGE)
    assert any(each.startswith("With 2 Developing:") for each in texts(page))
    page.press("3")
    QApplication.processEvents()
    said = [each.partition(":")[0] for each in texts(page) if each.startswith("With ")]
    assert said == ["With 2 Developing", "With 4 Embedded"]
    assert fold.isChecked()


def test_another_question_begins_folded(show, council, qtbot):
    page = show(council, "WEL-2")
    press(qtbot, page, CHANGE)
    page.open("WEL-1")
    page.refresh()
    QApplication.processEvents()
    assert not any(each.startswith("With ") for each in texts(page))


@pytest.mark.parametrize(
    ("width", "height", "size"),
    [(911, 472, 1.0), (1024, 640, 1.0), (1280, 800, 1.0), (1024, 640, 2.0)],
)
def test_nothing_is_clipped(show, council, look, qtbot, width, height, size):
    look.set_text_size(size)
    page = show(council, "WEL-2", width, height)
    open_notes(qtbot, page)
    press(qtbot, page, CHANGE)
    for _ in range(6):
        QApplication.processEvents()
    assert page.page.horizontalScrollBar().maximum() == 0
    for each in segments(page).values():
        right = each.mapTo(page.page.body, each.rect().topRight()).x()
        assert right <= page.page.viewport().width(), each.accessibleName()
