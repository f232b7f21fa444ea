"""Each check of `reach` finds a fault of its kind, and none in a window that is in order."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication, QLineEdit, QPushButton, QRadioButton, QWidget

from nttp_readiness import i18n
from nttp_readiness.ui.theme.text_block import text_block
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field, segments_field
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from tests.ui.reach import fitting, naming, tabbing, targets


@pytest.fixture
def page(look, qtbot):
    """A page in order: a text, a field, a choice and two buttons."""
    shown = ScrollColumn(look)
    shown.column.addWidget(Prose(look, "A sentence that wraps where there is little room. " * 4))
    shown.column.addWidget(line_field(look, "Name"))
    shown.column.addWidget(segments_field(look, "When", [(1, "Now"), (2, "Later")]))
    row = Box(look, across=True, spacing=8)
    row.addWidget(Button(look, "Keep"))
    row.addWidget(Button(look, "Drop"))
    row.addStretch(1)
    shown.column.addLayout(row)
    shown.column.addStretch(1)
    shown.resize(700, 500)
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def put(page, *widgets):
    for widget in widgets:
        page.column.insertWidget(page.column.count() - 1, widget)
        widget.show()
    for _ in range(3):
        QApplication.processEvents()
    return widgets[0]


def focus(page, name):
    buttons = page.body.findChildren(QPushButton)
    next(each for each in buttons if each.text() == name).setFocus()


CHECKS = (
    naming.names_and_roles, naming.one_of_each, tabbing.tab_order,
    targets.targets, fitting.clipping,
)  # fmt: skip


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_a_page_in_order_has_no_fault(page, check):
    focus(page, "Keep")
    found = check(page)
    assert not found.faults, found
    assert found.looked_at >= 3


def test_a_control_without_a_name_is_found(page):
    put(page, QPushButton())
    assert "has no name" in str(naming.names_and_roles(page))


def test_a_control_without_a_role_is_found(page):
    painted = QWidget()
    painted.setAccessibleName("Painted")
    painted.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    put(page, painted)
    assert "“Painted” has no role" in str(naming.names_and_roles(page))


def test_a_field_without_a_label_is_found(page):
    lonely = QLineEdit()
    lonely.setAccessibleName("Owner")
    put(page, lonely)
    assert "“Owner” is tied to no label" in str(naming.names_and_roles(page))


def test_a_choice_outside_a_group_is_found(page):
    put(page, QRadioButton("Now"))
    assert "“Now” stands in no group with a name" in str(naming.names_and_roles(page))


def test_two_controls_that_sound_alike_are_found(page, look):
    put(page, Button(look, "Change"), Button(look, "Change"))
    assert "2 times Button “Change”" in str(naming.one_of_each(page))


def test_a_button_that_shows_other_words_than_its_name_is_found(page, look):
    assert naming.label_in_name(page).faults == []
    put(page, Button(look, "Go on")).setAccessibleName("Proceed")
    assert naming.label_in_name(page).faults == ["Button shows “Go on” and is named “Proceed”"]


def test_a_trap_is_found(page):
    class Trap(QPushButton):
        def focusNextPrevChild(self, _next):
            return True

    put(page, Trap("Trap")).setFocus()
    QApplication.processEvents()
    focus(page, "Keep")
    assert "Tab is caught at Trap" in str(tabbing.tab_order(page))


def test_what_tab_leaves_out_is_found(page):
    class Jump(QPushButton):
        after: QWidget

        def focusNextPrevChild(self, next_):
            self.after.setFocus()
            return True

    jump = put(page, Jump("Jump"), QPushButton("Left out"))
    jump.after = page.body.findChildren(QLineEdit)[0]
    focus(page, "Keep")
    assert "Tab never reaches QPushButton “Left out”" in str(tabbing.tab_order(page))


def test_an_order_that_jumps_about_is_found(page, look):
    put(page, Button(look, "First"), Button(look, "Second"), Button(look, "Third"))
    one, other = (each for each in page.body.findChildren(QPushButton)
                  if each.text() in ("First", "Second"))  # fmt: skip
    QWidget.setTabOrder(other, one)
    focus(page, "Keep")
    assert "stands before" in str(tabbing.tab_order(page))


def test_a_target_that_is_too_small_is_found(page):
    put(page, QPushButton("x")).setFixedSize(40, 18)
    assert "“x” is 40 x 18" in str(targets.targets(page))


def test_two_buttons_that_touch_are_found(page, look):
    one, other = (
        Button(look, "Keep it", parent=page.body),
        Button(look, "Discard it", parent=page.body),
    )
    for y, button in ((0, one), (one.sizeHint().height() + 1, other)):
        button.setGeometry(0, y, 120, one.sizeHint().height())
        button.show()
    faults = [each for each in targets.targets(page).faults if each.endswith("touch")]
    assert len(faults) == 1
    assert "“Keep it”" in faults[0]
    assert "“Discard it”" in faults[0]
    other.move(0, one.height() + 8)
    assert "touch" not in str(targets.targets(page))


def test_a_text_that_is_too_high_is_found(page, look):
    put(page, Prose(look, "Words that take more than one line. " * 6)).setFixedHeight(20)
    assert "wants" in str(fitting.clipping(page))


def test_a_button_that_is_too_narrow_is_found(page, look):
    put(page, Button(look, "A button with many words")).setFixedWidth(60)
    assert "has 60" in str(fitting.clipping(page))


def test_words_over_others_are_found(page, look):
    over = Prose(look, "Over", parent=page.body)
    over.setGeometry(45, 25, 80, 30)
    over.show()
    assert "lies over" in str(fitting.clipping(page))


def test_words_that_changed_a_moment_ago_are_given_their_place_first(page, look):
    """A save may end while a test looks: that is no fault, as Qt lays out before it paints."""
    sign = put(page, IconLabel(look, "clock", "Saving"))
    narrow = sign.width()
    sign.say("Saved on another drive at 14:02")
    assert sign.width() == narrow < sign.sizeHint().width()
    assert not fitting.clipping(page).faults


def test_a_page_that_scrolls_sideways_is_found(page, look):
    wide = QPushButton("Wide")
    wide.setMinimumWidth(900)
    put(page, wide)
    assert "scrolls sideways" in str(fitting.clipping(page))


class Painted(QWidget):
    def __init__(self, paint):
        super().__init__()
        self._paint = paint
        self.setFixedSize(120, 30)

    def paintEvent(self, _event):
        self._paint(QPainter(self), self)


def shortened(painter, _widget):
    from PySide6.QtGui import QFontMetricsF

    QFontMetricsF(painter.font()).elidedText("Far too long", Qt.TextElideMode.ElideRight, 20)


def boxed(painter, _widget):
    painter.drawText(QRect(0, 0, 30, 20), Qt.AlignmentFlag.AlignLeft, "Far too long")


@pytest.mark.parametrize(("paint", "said"), [(shortened, "shortened"), (boxed, "wants")])
def test_painted_words_that_are_cut_off_are_found(page, paint, said):
    put(page, Painted(paint))
    found = str(fitting.clipping(page))
    assert "Far too long" in found
    assert said in found


def test_a_painted_block_over_the_edge_is_found(page, look):
    def paint(painter, _widget):
        text_block(look, "Far too long", "body", 500).draw(painter, 90, 0, look.colour("ink"))

    put(page, Painted(paint))
    assert "is painted over the edge" in str(fitting.clipping(page))


def test_the_longer_language_is_longer_and_keeps_its_fields():
    i18n.use(i18n.LONGER)
    try:
        for sentence in ("Go on", "{n} of {of} answered", "Saved {time}", "Sky"):
            longer = i18n.tr(sentence)
            assert len(longer) >= 1.4 * len(sentence)
            assert longer.count("{") == sentence.count("{")
            assert longer.format(n=1, of=2, time="x")
    finally:
        i18n.use("")
    assert i18n.tr("Go on") == "Go on"


def test_tab_keys_are_real_key_presses(page):
    """The walk sends what a keyboard sends, so a control that eats Tab is noticed."""

    class Eater(QLineEdit):
        def event(self, event):
            if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab:
                return True
            return super().event(event)

    put(page, Eater())
    focus(page, "Keep")
    assert "Tab is caught at Eater" in str(tabbing.tab_order(page))
