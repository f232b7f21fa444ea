from dataclasses import replace
from typing import Any

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QAccessibleActionInterface, QMouseEvent
from PySide6.QtWidgets import QApplication, QLineEdit

from nttp_readiness.figures.shapes import Box, Drawing, Spot
from nttp_readiness.ui.widgets.figures import figure_view
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.figures.figure_walk import FigureWalk
from nttp_readiness.ui.widgets.figures.figure_words import FigureWords
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from tests.figures.contrast import contrast
from tests.ui.reach import looking

Key = Qt.Key


def square(key, x):
    outline = ((x, 0), (x + 40, 0), (x + 40, 40), (x, 40))
    return Spot(key, outline, f"{key} is at level 2.")


DRAWING = Drawing(
    200, 40, (Box(0, 0, 40, 40, "loch"), Box(50, 0, 40, 40, "moss")), "Wheel", "Two domains.",
    spots=(square("LEAD", 0), square("WELL", 50)),
)  # fmt: skip


def point_at(figure, x, y):
    """Move the mouse there, wherever an earlier test has left it."""
    place, none = QPointF(x, y), Qt.MouseButton.NoButton
    moved = QMouseEvent(
        QEvent.Type.MouseMove, place, figure.mapToGlobal(place), none, none,
        Qt.KeyboardModifier.NoModifier,
    )  # fmt: skip
    QApplication.sendEvent(figure, moved)


@pytest.fixture
def figure(look, put):
    made: Any = FigureView(look, DRAWING)
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


def parts_of(said):
    """The parts of a figure, as assistive technology is given them."""
    return [said.child(n) for n in range(said.childCount())]


def test_each_part_is_a_button_in_the_tree_with_its_sentence_and_its_place(figure, face):
    parts = parts_of(face(figure))
    assert [each.role() for each in parts] == [QAccessible.Role.Button] * 2
    names = [each.text(QAccessible.Text.Name) for each in parts]
    assert names == ["LEAD is at level 2.", "WELL is at level 2."]
    places = [each.rect().translated(-figure.mapToGlobal(QPoint())).getRect() for each in parts]
    assert places == [(0, 0, 40, 40), (50, 0, 40, 40)]


def test_assistive_technology_can_press_a_part_and_put_the_focus_on_it(figure, face):
    _, well = (each.actionInterface() for each in parts_of(face(figure)))
    well.doAction(QAccessibleActionInterface.setFocusAction())
    assert (figure.hasFocus(), figure.spot().key) == (True, "WELL")
    well.doAction(QAccessibleActionInterface.pressAction())
    assert figure.opened_keys == ["WELL"]


def test_arrows_go_from_part_to_part_and_wrap_and_the_part_has_the_focus(figure, face, qtbot):
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    said = []
    for key in (Key.Key_Right, Key.Key_Down, Key.Key_Left, Key.Key_Home, Key.Key_End):
        qtbot.keyClick(figure, key)
        focused = [each for each in parts_of(face(figure)) if each.state().focused]
        assert len(focused) == 1
        said.append(focused[0].text(QAccessible.Text.Name)[:4])
        child = face(figure).focusChild()
        assert child.text(QAccessible.Text.Name) == focused[0].text(QAccessible.Text.Name)
    assert said == ["WELL", "LEAD", "WELL", "LEAD", "WELL"]
    assert figure.heard[:2] == ["LEAD is at level 2.", "WELL is at level 2."]


def test_the_focus_of_a_part_is_said_after_that_of_its_figure(figure, qtbot, monkeypatch):
    said = []
    monkeypatch.setattr(figure_view, "say_focus", lambda part: said.append(part.accessibleName()))
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert said == []
    qtbot.waitUntil(lambda: said == ["LEAD is at level 2."])
    qtbot.keyClick(figure, Key.Key_Right)
    assert said[1:] == ["WELL is at level 2."]
    point_at(figure, 10, 20)
    assert said[2:] == []


def test_a_figure_without_the_focus_has_no_part_with_it(figure, face, qtbot):
    point_at(figure, 60, 20)
    assert figure.spot().key == "WELL"
    assert not any(each.state().focused for each in parts_of(face(figure)))


def test_drawn_anew_a_figure_keeps_the_part_that_one_is_at(figure, face, qtbot):
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(figure, Key.Key_End)
    moved = replace(square("WELL", 100), sentence="WELL is at level 3.")
    figure.show_drawing(replace(DRAWING, spots=(moved,)))
    assert figure.heard[-1] == "WELL is at level 3."
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    (part,) = parts_of(face(figure))
    assert (part.text(QAccessible.Text.Name), part.state().focused) == (moved.sentence, True)
    figure.show_drawing(DRAWING)
    assert figure.spot().key == "WELL"
    figure.show_drawing(replace(DRAWING, spots=(square("LEAD", 0),)))
    assert (figure.spot(), figure.heard[-1]) == (None, "")


def whole(name):
    """A figure that is one part."""
    drawn = replace(DRAWING, name=name, sentence=f"{name}: level 2.")
    return replace(drawn, spots=(Spot(name, drawn.corners, "5 of 6 known"),))


@pytest.fixture
def walk(look, put):
    """Three figures that are walked as one, the second of them hidden, between two fields."""
    figures = [FigureView(look, whole(name)) for name in ("LEAD", "GONE", "WELL")]
    opened: list[object] = []
    window = put(QLineEdit(), *figures, QLineEdit())
    walk = FigureWalk(window)
    for each in figures:
        walk.add(each)
        each.opened.connect(opened.append)
    figures[1].hide()
    walk.refresh()
    return figures, opened, walk


def test_a_figure_that_is_one_part_says_it_itself_and_can_be_pressed(walk, face):
    (lead, _, _), opened, _ = walk
    said = face(lead)
    assert (said.role(), said.childCount()) == (QAccessible.Role.Graphic, 0)
    assert said.text(QAccessible.Text.Name) == "LEAD: level 2."
    assert said.text(QAccessible.Text.Description) == "5 of 6 known"
    said.actionInterface().doAction(QAccessibleActionInterface.pressAction())
    assert opened == ["LEAD"]


def test_figures_that_are_walked_as_one_have_one_tab_stop_where_one_was_last(walk, qtbot):
    (lead, gone, well), opened, _ = walk

    def stops():
        tab = Qt.FocusPolicy.TabFocus
        return [each for each in (lead, gone, well) if each.focusPolicy() & tab]

    assert stops() == [lead]
    lead.setFocus(Qt.FocusReason.TabFocusReason)
    for key, there in (
        (Key.Key_Down, well), (Key.Key_Down, lead), (Key.Key_Up, well), (Key.Key_Home, lead),
        (Key.Key_End, well),
    ):  # fmt: skip
        qtbot.keyClick(QApplication.focusWidget(), key)
        assert (QApplication.focusWidget(), stops()) == (there, [there])
    qtbot.keyClick(well, Key.Key_Return)
    assert opened == ["WELL"]


def test_the_stop_goes_to_one_that_is_shown(walk):
    (lead, gone, well), _, walked = walk
    lead.hide()
    walked.refresh()
    assert well.focusPolicy() == Qt.FocusPolicy.StrongFocus
    for each in (lead, gone, well):
        each.hide()
    walked.refresh()
    assert well.focusPolicy() == Qt.FocusPolicy.ClickFocus


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
    point_at(figure, 60, 20)
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


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_part_that_is_pointed_at_has_a_ring_that_is_seen(figure, look, qtbot, theme):
    look.set_theme(theme)
    before = figure.grab().toImage().pixelColor(90, 20)
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(figure, Key.Key_Right)
    ring = figure.grab().toImage().pixelColor(90, 20)
    assert ring == look.colour("focus") != before
    assert contrast(ring.name(), look.colour("surface").name()) >= 3


def test_a_figure_that_is_one_part_has_the_ring_around_it_alone(look, put, qtbot):
    figure = FigureView(look, whole("LEAD"))
    put(figure)
    before = figure.grab().toImage()
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    assert figure.spot().key == "LEAD"
    assert figure.grab().toImage() == before


def test_the_words_under_a_figure_have_room_for_its_longest_sentence(look, put, qtbot):
    long = replace(square("LEAD", 0), sentence="One long sentence about a domain. " * 6)
    figure = FigureView(look, replace(DRAWING, spots=(long, square("WELL", 50))))
    words = FigureWords(look, figure, "Point at a part.")
    put(figure, words, width=300)
    high, alone = words.height(), look.line("small")
    assert high > alone
    figure.setFocus(Qt.FocusReason.TabFocusReason)
    said = [words.plain()]
    qtbot.keyClick(figure, Key.Key_Right)
    said.append(words.plain())
    figure.clearFocus()
    assert [*said, words.plain()] == [long.sentence, "WELL is at level 2.", "Point at a part."]
    assert words.height() == high


def test_a_part_comes_into_view_with_its_words_where_both_have_room(look, put, qtbot):
    page = ScrollColumn(look)
    spots = tuple(
        Spot(str(n), ((0, n * 100), (40, n * 100), (40, n * 100 + 90), (0, n * 100 + 90)), f"{n}")
        for n in range(10)
    )
    figure = FigureView(look, Drawing(200, 1000, (), "Tall", "Ten parts.", spots=spots))
    words = FigureWords(look, figure, "Point at a part.")
    page.column.addWidget(figure)
    page.column.addWidget(words)
    put(page, height=400)
    page.setFixedHeight(300)
    looking.lay_out()
    figure.setFocus(Qt.FocusReason.TabFocusReason)

    def seen(widget):
        top = widget.mapTo(page.viewport(), QPoint()).y()
        return top >= 0 and top + widget.height() <= page.viewport().height()

    for key, with_words in ((Key.Key_End, True), (Key.Key_Home, False), (Key.Key_Right, False)):
        qtbot.keyClick(figure, key)
        assert seen(figure.part())
        assert seen(words) == with_words
    before = page.verticalScrollBar().value()
    point_at(figure, 20, 305)
    assert (figure.spot().key, page.verticalScrollBar().value()) == ("3", before)
