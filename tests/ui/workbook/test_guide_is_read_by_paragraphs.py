"""The guide beside a question: with a reader one paragraph at a time, and never all in one go."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest

from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.ui.workbook import guide_area
from nttp_readiness.ui.workbook.guide_area import GuideArea
from nttp_readiness.ui.workbook.guide_panel import GuidePanel

PARTS = (
    GuidePart("Why it matters", paragraphs=("First.",)),
    GuidePart("How to choose", items=("One.", "Two.")),
)


@pytest.fixture
def area(look, qtbot, monkeypatch):
    panel = GuidePanel(look)
    panel.show_parts(PARTS)
    made = GuideArea()
    made.setAccessibleName("Guide")
    made.setWidget(panel)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    made.setFocus()
    return made


@pytest.fixture
def said(monkeypatch):
    heard: list[str] = []
    monkeypatch.setattr(guide_area, "announce", lambda _widget, words: heard.append(words))
    return heard


@pytest.fixture
def reader():
    """Something listens."""
    before = QAccessible.isActive()
    QAccessible.setActive(True)
    yield
    QAccessible.setActive(before)


def press(area, *keys):
    for key in keys:
        QTest.keyClick(area, key)


def test_down_and_up_say_a_paragraph_with_the_heading_it_begins(area, said, reader):
    press(area, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up)
    assert said == ["Why it matters. First.", "How to choose. One.", "Two.", "How to choose. One."]


def test_its_ends_are_said(area, said, reader):
    press(area, *[Qt.Key.Key_Down] * 4)
    assert said[-1] == "The guide ends here."
    press(area, *[Qt.Key.Key_Up] * 3)
    assert said[-1] == "The guide begins here."


def test_without_a_reader_the_arrows_scroll(area, said):
    before = QAccessible.isActive()
    QAccessible.setActive(False)
    press(area, Qt.Key.Key_Down)
    QAccessible.setActive(before)
    assert said == []


def test_to_a_reader_it_is_no_group_whose_words_are_read_at_once(area):
    face = QAccessible.queryAccessibleInterface(area)
    assert face.role() != QAccessible.Role.Grouping
    assert "Down" in face.text(QAccessible.Text.Description)
