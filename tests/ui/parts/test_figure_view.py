import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLineEdit

from nttp_readiness.figures.shapes import Box, Drawing, Spot
from nttp_readiness.ui.parts.figure_view import FigureView

Key = Qt.Key


def square(key, x):
    outline = ((x, 0), (x + 40, 0), (x + 40, 40), (x, 40))
    return Spot(key, outline, f"{key} is at level 2.")


DRAWING = Drawing(
    200, 40, (Box(0, 0, 40, 40, "loch"), Box(50, 0, 40, 40, "moss")), "Wheel", "Two domains.",
    spots=(square("LEAD", 0), square("WELL", 50)),
)  # fmt: skip


@pytest.fixture
def figure(look, put):
    made = FigureView(look, DRAWING)
    made.heard, made.opened_keys = [], []
    made.pointed.connect(made.heard.append)
    made.opened.connect(made.opened_keys.append)
    put(QLineEdit(), made)
    return made


def test_a_figure_is_a_graphic_with_its_sentence(figure, face):
    said = face(figure)
    assert said.role() == QAccessible.Role.Graphic
    assert said.text(QAccessible.Text.Name) == "Wheel"
    assert said.text(QAccessible.Text.Description) == "Two domains."
    assert said.text(QAccessible.Text.Value) == ""


def test_arrows_go_from_part_to_part_and_wrap_and_each_is_said(figure, face, qtbot):
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    said = []
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Home, Key.Key_End):
        qtbot.keyClick(figure, key)
        said.append(face(figure).text(QAccessible.Text.Value)[:4])
    assert said == ["WELL", "LEAD", "WELL", "LEAD", "WELL"]
    assert figure.heard[:2] == ["LEAD is at level 2.", "WELL is at level 2."]


def test_enter_opens_the_part_and_leaving_forgets_it(figure, qtbot):
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(figure, Key.Key_Return)
    qtbot.keyClick(figure, Key.Key_Right)
    qtbot.keyClick(figure, Key.Key_Space)
    assert figure.opened_keys == ["LEAD", "WELL"]
    qtbot.keyClick(figure, Key.Key_Tab)
    figure.clearFocus()
    assert (figure.spot(), figure.heard[-1]) == (None, "")


def test_the_mouse_points_and_opens(figure, qtbot):
    qtbot.mouseMove(figure, QPoint(60, 20))
    assert figure.heard == ["WELL is at level 2."]
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(10, 20))
    qtbot.mouseClick(figure, Qt.MouseButton.LeftButton, pos=QPoint(45, 20))
    assert figure.opened_keys == ["LEAD"]


def test_a_figure_without_parts_is_no_tab_stop(look):
    plain = FigureView(look, Drawing(10, 10, (), "Bar", "One bar."))
    assert plain.focusPolicy() == Qt.FocusPolicy.NoFocus


def test_a_figure_grows_with_the_text_and_shrinks_where_it_would_not_fit(look, put):
    figure = FigureView(look, DRAWING)
    assert (figure.sizeHint().width(), figure.heightForWidth(200)) == (200, 40)
    look.set_text_size(2.0)
    assert (figure.sizeHint().width(), figure.heightForWidth(400)) == (400, 80)
    assert figure.heightForWidth(300) == 60
    put(figure, width=322)
    assert figure.width() <= 322
    assert figure.height() >= figure.heightForWidth(figure.width())


def test_the_part_that_is_pointed_at_has_a_ring(figure, look, qapp):
    before = figure.grab().toImage().pixelColor(50, 20)
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    figure._go(1, say=False)
    qapp.processEvents()
    assert figure.grab().toImage().pixelColor(50, 20) == look.colour("focus") != before
