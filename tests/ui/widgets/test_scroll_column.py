from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.widgets.box import Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn

WORDS = "Leaders have heard from staff where the strain is, and can name it. " * 6


@pytest.fixture
def page(look, qtbot):
    made: Any = ScrollColumn(look)
    made.parts = [Prose(look, WORDS, "body") for _ in range(12)]
    for part in made.parts:
        made.column.addWidget(part)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    return made


def left(page, widget):
    return widget.mapTo(page.viewport(), QPoint()).x()


def test_the_content_holds_its_axis_and_its_reading_width(page, qapp):
    page.set_axis(40, 624)
    for width in (760, 900, 1400):
        page.resize(width, 400)
        qapp.processEvents()
        assert (left(page, page.parts[0]), page.parts[0].width()) == (40, 624)
    page.resize(500, 400)
    qapp.processEvents()
    assert page.parts[0].width() == page.viewport().width() - 40 - 24


def test_text_is_whole_at_every_width(page, qapp):
    for width in (330, 500, 900):
        page.resize(width, 400)
        qapp.processEvents()
        for part in page.parts:
            assert part.height() >= part.heightForWidth(part.width())


def test_what_one_reads_stays_in_place_when_the_text_grows(page, look, qapp):
    page.verticalScrollBar().setValue(500)
    anchor = page.anchor()
    assert anchor.widget in page.parts
    look.set_text_size(1.5)
    qapp.processEvents()
    moved = anchor.widget.mapTo(page.viewport(), QPoint()).y()
    page.settle(anchor)
    assert abs(anchor.widget.mapTo(page.viewport(), QPoint()).y() - anchor.top) <= 1
    assert abs(moved - anchor.top) > 20


def test_a_part_that_is_too_wide_can_be_scrolled_to(page, look, qtbot):
    wide = Button(look, "A button with a great many words on it that cannot be broken")
    page.column.addWidget(wide)
    page.resize(330, 400)
    qtbot.waitUntil(lambda: page.horizontalScrollBar().maximum() > 0)


def test_a_row_of_buttons_wraps_and_its_last_stands_at_the_end(look, put, qapp):
    row = QWidget()
    flow = Flow(look, row, last_at_end=True)
    buttons = [Button(look, f"Button {n}") for n in range(4)]
    for button in buttons:
        flow.addWidget(button)
    window = put(row, width=900)
    qapp.processEvents()
    assert len({button.y() for button in buttons}) == 1
    assert buttons[-1].geometry().right() == row.rect().right()
    window.resize(260, 480)
    qapp.processEvents()
    assert len({button.y() for button in buttons}) > 1
    assert all(button.geometry().right() <= row.rect().right() for button in buttons)
    assert row.height() >= max(button.geometry().bottom() for button in buttons)


def test_what_is_scrolled_away_from_under_the_mouse_is_no_longer_tinted(look, page, qtbot):
    rows = [OfferRow(look, "tick", f"Row {number}", "") for number in range(12)]
    for row in rows:
        page.column.insertWidget(rows.index(row), row)
    qtbot.waitUntil(lambda: rows[11].y() > rows[1].y() > 0)
    QCursor.setPos(rows[1].mapToGlobal(rows[1].rect().center()))
    qtbot.waitUntil(rows[1].underMouse)
    page.verticalScrollBar().setValue(rows[5].y() - rows[1].y())  # as a key does
    qtbot.waitUntil(lambda: rows[5].underMouse() and not rows[1].underMouse())


def test_a_page_that_scrolls_leaves_a_pressed_mouse_alone(look, page, qtbot):
    row = OfferRow(look, "tick", "Row", "")
    page.column.insertWidget(0, row)
    qtbot.waitUntil(lambda: page.parts[0].y() > row.y())
    qtbot.mousePress(row, Qt.MouseButton.LeftButton)
    page.verticalScrollBar().setValue(40)
    qtbot.wait(150)
    assert row.isDown()
    qtbot.mouseRelease(row, Qt.MouseButton.LeftButton)
