"""A figure on the screen. It can be explored by mouse and by keyboard, part by part."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from nttp_readiness.figures.shapes import Drawing, Spot
from nttp_readiness.ui.accessibility import RoleFace, announce, register
from nttp_readiness.ui.look import FAMILY, Look
from nttp_readiness.ui.painting import paint_drawing

_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


class FigureView(QWidget):
    """Paints a drawing at the text size, smaller where it would not fit the width.

    `pointed` gives the sentence of the part that mouse or arrows are at, empty when they leave;
    `opened` gives its key on a click or Enter.
    """

    pointed = Signal(str)
    opened = Signal(str)

    def __init__(
        self, look: Look, drawing: Drawing | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look = look
        self._drawing = Drawing(0, 0, (), "", "")
        self._at = -1
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Preferred)
        self.setMouseTracking(True)
        look.changed.connect(self.updateGeometry)
        if drawing is not None:
            self.show_drawing(drawing)

    @property
    def drawing(self) -> Drawing:
        return self._drawing

    def show_drawing(self, drawing: Drawing) -> None:
        self._drawing, self._at = drawing, -1
        self.setAccessibleName(drawing.name)
        self.setAccessibleDescription(drawing.sentence)
        explorable = Qt.FocusPolicy.StrongFocus if drawing.spots else Qt.FocusPolicy.NoFocus
        self.setFocusPolicy(explorable)
        self.updateGeometry()
        self.update()

    def spot(self) -> Spot | None:
        """The part that mouse or arrows are at."""
        return self._drawing.spots[self._at] if self._at >= 0 else None

    def spot_box(self) -> QRect:
        """Where that part is within this widget; empty where there is none."""
        spot = self.spot()
        return self._outline(spot).boundingRect().toAlignedRect() if spot else QRect()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        return round(self._drawing.height * self._scale(width))

    def sizeHint(self) -> QSize:
        return QSize(self._look.px(self._drawing.width), self._look.px(self._drawing.height))

    def minimumSizeHint(self) -> QSize:
        width = min(self.sizeHint().width(), self._look.px(140))
        return QSize(width, self.heightForWidth(width))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, scale = QPainter(self), self._scale(self.width())
        paint_drawing(painter, self._drawing, self._look.colour, scale, FAMILY)
        spot = self.spot()
        if spot is None:
            return
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        outline = self._outline(spot)
        for token, width in (("surface", 6.0), ("focus", 3.0)):
            pen = QPen(self._look.colour(token), width)
            pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
            painter.setPen(pen)
            painter.drawPolygon(outline)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        key, count, spot = Qt.Key(event.key()), len(self._drawing.spots), self.spot()
        if not count:
            super().keyPressEvent(event)
        elif key in _STEPS:
            first = 0 if _STEPS[key] > 0 else count - 1
            self._go((self._at + _STEPS[key]) % count if self._at >= 0 else first, say=True)
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._go(0 if key == Qt.Key.Key_Home else count - 1, say=True)
        elif key in _ENTER and spot is not None:
            self.opened.emit(spot.key)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        if self._at < 0 and event.reason() != Qt.FocusReason.MouseFocusReason:
            self._go(0, say=False)

    def focusOutEvent(self, event: QFocusEvent, /) -> None:
        super().focusOutEvent(event)
        self._go(-1, say=False)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        at = self._spot_at(event.position().toPoint())
        if at >= 0 or not self.hasFocus():
            self._go(at, say=False)
        hand = Qt.CursorShape.PointingHandCursor if at >= 0 else Qt.CursorShape.ArrowCursor
        self.setCursor(hand)

    def leaveEvent(self, event: QEvent, /) -> None:
        super().leaveEvent(event)
        if not self.hasFocus():
            self._go(-1, say=False)

    def mouseReleaseEvent(self, event: QMouseEvent, /) -> None:
        at = self._spot_at(event.position().toPoint())
        if at >= 0 and event.button() == Qt.MouseButton.LeftButton:
            self._go(at, say=False)
            self.opened.emit(self._drawing.spots[at].key)

    def _go(self, at: int, *, say: bool) -> None:
        if at == self._at:
            return
        self._at = at
        self.update()
        spot = self.spot()
        sentence = spot.sentence if spot else ""
        self.pointed.emit(sentence)
        if say:
            announce(self, sentence)

    def _spot_at(self, point: QPoint) -> int:
        rule, where = Qt.FillRule.OddEvenFill, QPointF(point)
        spots = enumerate(self._drawing.spots)
        return next((n for n, s in spots if self._outline(s).containsPoint(where, rule)), -1)

    def _outline(self, spot: Spot) -> QPolygonF:
        scale = self._scale(self.width())
        return QPolygonF([QPointF(x, y) * scale for x, y in spot.outline])

    def _scale(self, width: int) -> float:
        return min(self._look.scale, width / max(1.0, self._drawing.width))


class _FigureFace(RoleFace):
    def __init__(self, figure: FigureView) -> None:
        super().__init__(figure, QAccessible.Role.Graphic)

    def text(self, kind: QAccessible.Text, /) -> str:
        figure = self.widget()
        if kind == QAccessible.Text.Value and isinstance(figure, FigureView):
            spot = figure.spot()
            return spot.sentence if spot else ""
        return super().text(kind)


register(FigureView, _FigureFace)
