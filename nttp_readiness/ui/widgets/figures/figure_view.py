"""A figure on the screen. It can be explored by mouse, by keyboard and by ear, part by part."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleActionInterface,
    QAccessibleInterface,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nttp_readiness.figures.palette import Tone
from nttp_readiness.figures.shapes import Drawing, Spot
from nttp_readiness.ui.theme.accessibility import RoleFace, register, say_focus
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import paint_drawing
from nttp_readiness.ui.widgets.figures.figure_part import FigurePart, FigureParts
from nttp_readiness.ui.widgets.focus_ring import bring_into_view

STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class Walk(Protocol):
    """What takes the arrows from one figure to the next."""

    def entered(self, figure: FigureView) -> None:
        """That figure has the focus now."""

    def go_from(self, figure: FigureView, key: Qt.Key) -> bool:
        """Go on from there; False where that key goes nowhere."""


class FigureView(QWidget):
    """Paints a drawing at the text size, smaller where it would not fit the width.

    One tab stop for all of its parts: the arrows go from one to the next, bring it into view, and
    give it the focus that assistive technology hears of. `pointed` gives the sentence of the part
    that mouse or arrows are at, empty when they leave; `opened` gives its key on a click or Enter.
    A figure that is one part itself has no parts below it: its name is its sentence.
    """

    pointed = Signal(str)
    opened = Signal(str)
    redrawn = Signal()

    def __init__(
        self, look: Look, drawing: Drawing | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing = Drawing(0, 0, (), "", "")
        self._at = -1
        self._parts = FigureParts(self, self._open, self._take)
        self._stop = True
        self.walk: Walk | None = None
        self.words: QWidget | None = None
        """Words that belong to it: they come into view with the part that the keys are at."""
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        look.measured.connect(self.updateGeometry)
        if drawing is not None:
            self.show_drawing(drawing)

    @property
    def drawing(self) -> Drawing:
        return self._drawing

    def show_drawing(self, drawing: Drawing) -> None:
        held = self.spot()
        self._drawing = drawing
        keys = [each.key for each in drawing.spots]
        self._at = keys.index(held.key) if held and held.key in keys else -1
        whole = self.is_one_part()
        self.setAccessibleName(drawing.sentence if whole else drawing.name)
        self.setAccessibleDescription(drawing.spots[0].sentence if whole else drawing.sentence)
        self.setFocusPolicy(self._policy())
        self._parts.show(self._spots_below())
        self._place_parts()
        self._mark_part()
        self.updateGeometry()
        self.update()
        self.redrawn.emit()
        if held:
            self._point()

    def is_one_part(self) -> bool:
        """Whether its one part is the whole of it."""
        drawing = self._drawing
        return len(drawing.spots) == 1 and drawing.spots[0].outline == drawing.corners

    def set_stop(self, *, on: bool) -> None:
        """Whether Tab stops here: not where the arrows come from another figure."""
        self._stop = on
        self.setFocusPolicy(self._policy())

    def spot(self) -> Spot | None:
        """The part that mouse or arrows are at."""
        return self._drawing.spots[self._at] if self._at >= 0 else None

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return round(self._drawing.height * self._scale(width))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._drawing.width), self._look.px(self._drawing.height))

    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), self._look.px(140))
        return QSize(width, self.heightForWidth(width))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._place_parts()

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, scale = QPainter(self), self._scale(self.width())
        paint_drawing(painter, self._drawing, self._look.colour, scale, self._look.family)
        spot = self.spot()
        if spot is None or self.is_one_part():  # the ring around the figure is its ring
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = self._outline(spot)
        rings: tuple[tuple[Tone, float], ...] = (("surface", 6.0), ("focus", 3.0))
        for token, width in rings:
            pen = QPen(self._look.colour(token), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(outline)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, count, spot = Qt.Key(event.key()), len(self._drawing.spots), self.spot()
        if self.walk is not None and self.walk.go_from(self, key):
            return
        if not count or (self.is_one_part() and key not in _ENTER):
            super().keyPressEvent(event)
        elif key in STEPS:
            first = 0 if STEPS[key] > 0 else count - 1
            self._go((self._at + STEPS[key]) % count if self._at >= 0 else first, keys=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else count - 1, keys=True)
        elif key in _ENTER and spot is not None:
            if not event.isAutoRepeat():
                self.opened.emit(spot.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if self.walk is not None:
            self.walk.entered(self)
        if self._at < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(0)
        self._mark_part()
        # Qt says that the figure has the focus once this has returned; the part is said after it.
        QTimer.singleShot(0, self, self._say_part)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._go(-1)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        at = self._spot_at(event.position().toPoint())
        if at >= 0 or not self.hasFocus():
            self._go(at)
        hand = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(-1)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        at = self._spot_at(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(at)
            self.opened.emit(self._drawing.spots[at].key)

    def _go(self, at: int, *, keys: bool = False) -> None:
        """Go to that part. Only `keys` bring it into view: a page never moves under the mouse."""
        if at == self._at:
            return
        self._at = at
        self.update()
        self._mark_part()
        self._point()
        if keys:
            self._say_part()

    def _point(self) -> None:
        spot = self.spot()
        self.pointed.emit(spot.sentence if spot else "")

    def part(self) -> FigurePart | None:
        """The part that the keys are at, as assistive technology meets it."""
        return self._parts.current

    def _mark_part(self) -> None:
        self._parts.mark(self._at if self.hasFocus() else -1)

    def _say_part(self) -> None:
        part = self.part()
        if part is not None:
            bring_into_view(part, with_also=self.words)
            say_focus(part)
        elif self.hasFocus():
            bring_into_view(self, with_also=self.words)

    def _place_parts(self) -> None:
        self._parts.place([self._box(each) for each in self._spots_below()])

    def _spots_below(self) -> tuple[Spot, ...]:
        return () if self.is_one_part() else self._drawing.spots

    def _open(self, at: int) -> None:
        self.opened.emit(self._drawing.spots[at].key)

    def _take(self, at: int) -> None:
        self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._go(at, keys=True)

    def _policy(self) -> Qt.FocusPolicy:
        """Tab stops here where there is something to walk through."""
        policies = Qt.FocusPolicy
        if not self._drawing.spots:
            return policies.NoFocus
        return policies.StrongFocus if self._stop else policies.ClickFocus

    def _spot_at(self, point: QPoint) -> int:
        rule, where = Qt.FillRule.OddEvenFill, QPointF(point)
        spots = enumerate(self._drawing.spots)
        return next((n for n, s in spots if self._outline(s).containsPoint(where, rule)), -1)

    def _box(self, spot: Spot) -> QRect:
        return self._outline(spot).boundingRect().toAlignedRect()

    def _outline(self, spot: Spot) -> QPolygonF:
        scale = self._scale(self.width())
        return QPolygonF([QPointF(x, y) * scale for x, y in spot.outline])

    def _scale(self, width: int) -> float:
        return min(self._look.scale, width / max(1.0, self._drawing.width))


class _FigureFace(RoleFace):
    def __init__(self, figure: FigureView) -> None:
        super().__init__(figure, QAccessible.Role.Graphic)

    def focusChild(self) -> QAccessibleInterface:
        figure = self.widget()
        part = figure.part() if isinstance(figure, FigureView) else None
        return QAccessible.queryAccessibleInterface(part) if part else super().focusChild()

    def actionNames(self) -> list[str]:
        figure, names = self.widget(), super().actionNames()
        if isinstance(figure, FigureView) and figure.is_one_part():
            names.insert(0, QAccessibleActionInterface.pressAction())
        return names

    def doAction(self, name: str, /) -> None:
        figure = self.widget()
        press = name == QAccessibleActionInterface.pressAction()
        if press and isinstance(figure, FigureView) and figure.is_one_part():
            figure.opened.emit(figure.drawing.spots[0].key)
        else:
            super().doAction(name)


register(FigureView, _FigureFace)
