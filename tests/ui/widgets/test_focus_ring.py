import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QMainWindow,
    QStyle,
    QStyleOptionComboBox,
    QVBoxLayout,
    QWidget,
)

from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn


def around(frame, window):
    """Where the ring is, in the window."""
    return QRect(frame.mapTo(window, QPoint()), frame.size())


def where(widget, window):
    return QRect(widget.mapTo(window, QPoint()), widget.size())


def test_the_ring_is_5_pixels_around_what_has_the_focus_and_follows_it(look, put, qtbot):
    one, other = Button(look, "One"), Button(look, "Other")
    window = put(one, other)
    ring = FocusRing(window)
    for button in (one, other, one):
        button.setFocus()
        assert ring.frame.isVisible()
        expected = where(button, window).adjusted(-5, -5, 5, 5)
        assert around(ring.frame, window) == expected


def test_the_ring_is_painted_in_the_focus_colour(look, put, qapp):
    button = Button(look, "One")
    window = put(button)
    FocusRing(window)
    button.setFocus()
    qapp.processEvents()
    image = window.grab().toImage()
    box = where(button, window)
    left = image.pixelColor(box.left() - 4, box.center().y())
    assert left == look.colour("focus")
    gap = image.pixelColor(box.left() - 1, box.center().y())
    assert gap == look.colour("paper")


def test_the_ring_of_a_heading_leaves_the_words_above_it_whole(look, put, qapp):
    above, heading = (
        Prose(look, "gypq gypq", "where"),
        Prose(look, "When somebody asks", "question"),
    )
    heading.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    window = put(above, heading)
    window.layout().setSpacing(0)
    FocusRing(window)
    qapp.processEvents()
    box = where(above, window)
    before = window.grab(box).toImage()
    heading.setFocus()
    qapp.processEvents()
    after = window.grab().toImage()
    assert window.grab(box).toImage() == before
    ring = where(heading, window)
    assert after.pixelColor(ring.center().x(), ring.top() + 1) == look.colour("focus")
    assert after.pixelColor(ring.left() - 4, ring.center().y()) == look.colour("focus")


@pytest.fixture
def long_page(look, qtbot):
    page = ScrollColumn(look)
    buttons = [Button(look, f"Button {n}") for n in range(40)]
    for button in buttons:
        page.column.addWidget(button)
    window = QWidget()
    QVBoxLayout(window).addWidget(page)
    window.resize(400, 300)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window, page, buttons


def test_what_gets_the_focus_out_of_view_is_scrolled_in_with_its_ring(long_page, qapp):
    window, page, buttons = long_page
    ring = FocusRing(window)
    buttons[0].setFocus()
    buttons[39].setFocus()
    qapp.processEvents()
    assert ring.frame.isVisible()
    seen = QRect(page.viewport().mapTo(window, QPoint()), page.viewport().size())
    assert seen.contains(around(ring.frame, window))
    assert around(ring.frame, window).center() == where(buttons[39], window).center()


def test_a_ring_set_before_its_place_is_known_is_there_when_it_comes_into_view(
    long_page, qapp, monkeypatch
):
    window, page, buttons = long_page
    ring = FocusRing(window)
    buttons[0].setFocus()
    monkeypatch.setattr(page, "ensureWidgetVisible", lambda *_: None)
    buttons[39].setFocus()
    page.verticalScrollBar().setValue(page.verticalScrollBar().maximum())
    qapp.processEvents()
    assert ring.frame.isVisible()


def test_the_ring_scrolls_with_the_page(long_page, qapp):
    window, page, buttons = long_page
    ring = FocusRing(window)
    buttons[1].setFocus()
    page.verticalScrollBar().setValue(60)
    qapp.processEvents()
    assert around(ring.frame, window).center() == where(buttons[1], window).center()


def test_the_ring_comes_back_after_a_widget_has_moved_house(look, put, qapp):
    button, home = Button(look, "One"), QWidget()
    Box(look, home)
    window = put(button, home)
    ring = FocusRing(window)
    button.setFocus()
    home.layout().addWidget(button)
    button.setFocus(Qt.FocusReason.OtherFocusReason)
    qapp.processEvents()
    ring.refresh()
    assert ring.frame.isVisible()
    assert around(ring.frame, window).center() == where(button, window).center()


def test_views_draw_their_own_ring(look, put):
    view, button = QListView(), Button(look, "One")
    window = put(view, button)
    ring = FocusRing(window)
    button.setFocus()
    view.setFocus()
    assert not ring.frame.isVisible()


def test_a_click_on_what_is_half_in_view_is_not_lost_to_scrolling(long_page, qtbot):
    """The page used to scroll between press and release, and the button was let go elsewhere."""
    window, page, buttons = long_page
    FocusRing(window)
    clicked: list[str] = []
    for each in buttons:
        each.clicked.connect(lambda _=False, each=each: clicked.append(each.text()))
    buttons[0].setFocus()
    half, bar = buttons[20], page.verticalScrollBar()
    bar.setValue(half.y() - page.viewport().height() + 6)
    assert half.visibleRegion().boundingRect().height() == 6
    spot = half.mapTo(window, QPoint(20, 3))
    handle = window.windowHandle()
    QTest.mousePress(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    QTest.mouseRelease(handle, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
    assert clicked == [half.text()]
    qtbot.waitUntil(lambda: half.visibleRegion().boundingRect().height() == half.height())


def test_the_few_controls_that_need_hints_of_this_program_have_them(look, qtbot):
    window = QMainWindow()
    qtbot.addWidget(window)
    ring, combo = FocusRing(window), Combo(look)
    qtbot.addWidget(combo)
    hint = QStyle.StyleHint

    def asked(widget, which):
        option = QStyleOptionComboBox() if widget is combo else None
        return widget.style().styleHint(which, option, widget)

    assert asked(ring.frame, hint.SH_FocusFrame_AboveWidget) == 1
    assert asked(ring.frame, hint.SH_FocusFrame_Mask) == 0
    assert asked(combo, hint.SH_ComboBox_Popup) == 0
    assert QApplication.style().styleHint(hint.SH_ComboBox_Popup, QStyleOptionComboBox()) == 1


def test_what_is_wider_than_the_page_is_shown_from_its_beginning(look, qtbot, qapp):
    page = ScrollColumn(look)
    wide = Button(look, "A button that is very wide")
    wide.setMinimumWidth(2000)
    page.column.addWidget(wide)
    window = QMainWindow()
    window.setCentralWidget(page)
    window.resize(500, 300)
    qtbot.addWidget(window)
    FocusRing(window)
    with qtbot.waitExposed(window):
        window.show()
    wide.clearFocus()
    page.horizontalScrollBar().setValue(700)
    wide.setFocus()
    qapp.processEvents()
    assert 0 <= wide.mapTo(page.viewport(), QPoint()).x() < 60


def test_a_field_is_in_view_with_its_whole_ring_and_stays_there_in_a_lower_window(
    look, qtbot, qapp
):
    """Qt brings the cursor alone into view, so that the lower edge of a field was cut off."""
    page = ScrollColumn(look)
    for _ in range(9):
        page.column.addWidget(Prose(look, "Words above the field. " * 9))
    field = line_field(look, "Name of this assessment")
    page.column.addWidget(field)
    page.column.addWidget(Prose(look, "Words below it. " * 90))
    window = QMainWindow()
    window.setCentralWidget(page)
    window.resize(500, 300)
    qtbot.addWidget(window)
    FocusRing(window)
    with qtbot.waitExposed(window):
        window.show()
    field.control.clearFocus()
    page.verticalScrollBar().setValue(0)
    field.control.setFocus()
    for high in (300, 220, 160):
        window.resize(500, high)
        for _ in range(4):
            qapp.processEvents()
        bottom = field.control.mapTo(page.viewport(), QPoint(0, field.control.height())).y()
        assert 0 < bottom + 5 <= page.viewport().height()
