"""The pages of a file one below another, drawn as they come into view."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QFocusEvent,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.ui.share.export_worker import ExportWorker
from nttp_readiness.ui.share.made_files import Drawn, Made
from nttp_readiness.ui.theme.accessibility import RoleFace, announce, register
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.viewport import own_viewport

STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 1.0, 1.25, 1.5, 2.0, 3.0)
"""Zoom that is offered; 1.0 shows a page as large as on paper."""
_AROUND, _BETWEEN = 20, 16
_READABLE = 0.5
"""A whole page is shown if it is not smaller than this times the text size; else a wider one."""
_SCROLL = 16
_KEPT = 2
"""Pictures of so many pages before and after those in view are kept."""


class PageList(QScrollArea):
    """`moved` says that another page or another zoom is shown."""

    moved = Signal()

    def __init__(self, look: Look, maker: ExportWorker, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.look, self._maker = look, maker
        self._made: Made | None = None
        self._images: dict[int, Drawn] = {}
        self._asked: tuple[Made, int, float] | None = None
        self._zoom: float | None = None
        self._tops: list[int] = []
        self._at = 0
        self.setFrameStyle(QFrame.Shape.Box)
        self.setLineWidth(3)  # room for the ring when the pages have the focus
        self.setAccessibleName(tr("Pages"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._paper = _Paper(self)
        self.setWidget(self._paper)
        for bar in (self.verticalScrollBar(), self.horizontalScrollBar()):
            bar.setSingleStep(_SCROLL)
            bar.valueChanged.connect(self._scrolled)
        maker.drawn.connect(self._take)
        look.changed.connect(self._lay_out)

    # ---- what is shown

    @property
    def made(self) -> Made | None:
        """The file whose pages are shown."""
        return self._made

    @property
    def page(self) -> int:
        """The page that takes the middle of the view, counted from 0."""
        return self._at

    @property
    def count(self) -> int:
        return len(self._made.sizes) if self._made else 0

    @property
    def zoom(self) -> float:
        """How large pages are, where 1.0 is as on paper."""
        return self._fitting() if self._zoom is None else self._zoom

    @property
    def fits(self) -> bool:
        """Whether the zoom follows the room that there is."""
        return self._zoom is None

    def show_made(self, made: Made | None) -> None:
        """Show another file. The same form stays where it was; another begins at the top."""
        before = self._made
        self._made = made
        same = before is not None and made is not None
        same = same and before.request.form == made.request.form  # type: ignore[union-attr]
        if not same or before is None or made is None or before.sizes != made.sizes:
            self._images.clear()
        self._lay_out()
        if not same:
            self.verticalScrollBar().setValue(0)

    def zoom_in(self) -> None:
        self._set_zoom(next((each for each in STEPS if each > self.zoom + 0.01), STEPS[-1]))

    def zoom_out(self) -> None:
        self._set_zoom(next((each for each in STEPS[::-1] if each < self.zoom - 0.01), STEPS[0]))

    def fit(self) -> None:
        """Let the zoom follow the room again."""
        self._set_zoom(None)

    # ---- where pages lie

    def _set_zoom(self, zoom: float | None) -> None:
        bar, high = self.verticalScrollBar(), max(1, self._paper.height())
        kept = (bar.value() + self.viewport().height() / 2) / high
        self._zoom = zoom
        self._lay_out()
        bar.setValue(round(kept * self._paper.height() - self.viewport().height() / 2))

    def _points(self) -> float:
        """Pixels for a point at a zoom of 1.0; text size is for the window, not for paper."""
        return self.look.scale / self.look.factor * 96 / 72

    def _fitting(self) -> float:
        if not self._made or not self._made.sizes:
            return 1.0
        wide = max(width for width, _ in self._made.sizes) * self._points()
        high = max(height for _, height in self._made.sizes) * self._points()
        room = self.maximumViewportSize()
        bar = self.verticalScrollBar().sizeHint().width()
        across = (room.width() - bar - 2 * _AROUND) / wide
        down = (room.height() - 2 * _BETWEEN) / high
        return max(0.1, min(across, max(down, _READABLE * self.look.factor)))

    def _size(self, number: int) -> tuple[int, int]:
        assert self._made is not None  # noqa: S101 - only pages that exist are asked for
        width, height = self._made.sizes[number]
        scale = self.zoom * self._points()
        return round(width * scale), round(height * scale)

    def _lay_out(self) -> None:
        self._tops, y, widest = [], _BETWEEN, 0
        for number in range(self.count):
            width, height = self._size(number)
            self._tops.append(y)
            y += height + _BETWEEN
            widest = max(widest, width)
        room = self.maximumViewportSize()
        if y > room.height():
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
        self._paper.resize(max(room.width(), widest + 2 * _AROUND), max(room.height(), y))
        self._paper.update()
        self._scrolled()
        self.moved.emit()

    def rect_of(self, number: int) -> QRect:
        """Where a page lies on the widget that is scrolled."""
        width, height = self._size(number)
        return QRect((self._paper.width() - width) // 2, self._tops[number], width, height)

    def pages_in(self, rect: QRect) -> Iterator[int]:
        """The pages that meet that part of the widget that is scrolled."""
        return (n for n in range(len(self._tops)) if self.rect_of(n).intersects(rect))

    def image_of(self, number: int) -> Drawn | None:
        """The picture of a page, perhaps one of another size while the right one is drawn."""
        return self._images.get(number)

    def in_view(self) -> QRect:
        """The part of the widget that is scrolled which is in view."""
        top, left = self.verticalScrollBar().value(), self.horizontalScrollBar().value()
        return QRect(left, top, self.viewport().width(), self.viewport().height())

    def _scrolled(self) -> None:
        view = self.in_view()
        middle = view.center().y()
        at = max((n for n, top in enumerate(self._tops) if top <= middle), default=0)
        if at != self._at:
            self._at = at
            self.moved.emit()
        self._ask()

    # ---- pictures, one at a time

    def scale(self) -> float:
        """Pixels of the screen for a point."""
        return self.zoom * self._points() * self.devicePixelRatioF()

    def _ask(self) -> None:
        """Have the next page in view drawn that has no picture of this file and size."""
        made = self._made
        if made is None or not self.isVisible():
            return
        seen, scale = list(self.pages_in(self.in_view())), self.scale()
        for gone in [n for n in self._images if not _near(n, seen)]:
            del self._images[gone]
        for number in seen:
            image = self._images.get(number)
            if image is not None and image.made is made and image.scale == scale:
                continue
            if self._asked is None:
                self._asked = (made, number, scale)
                self._maker.draw(made, number, scale)
            return

    def _take(self, drawn: Drawn) -> None:
        if (drawn.made, drawn.number, drawn.scale) != self._asked:
            return
        self._asked = None
        if drawn.made is self._made:
            drawn.image.setDevicePixelRatio(self.devicePixelRatioF())
            self._images[drawn.number] = drawn
            self._paper.update()
        self._ask()

    # ---- what Qt asks

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._lay_out()

    def showEvent(self, event: object, /) -> None:
        super().showEvent(event)  # type: ignore[arg-type] # a QShowEvent
        self._lay_out()

    def focusInEvent(self, event: QFocusEvent, /) -> None:
        super().focusInEvent(event)
        self.update()

    def wheelEvent(self, event: QWheelEvent, /) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            (self.zoom_in if event.angleDelta().y() > 0 else self.zoom_out)()
            event.accept()
            return
        super().wheelEvent(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        bar, key = self.verticalScrollBar(), event.key()
        if event.text() in ("+", "="):
            self.zoom_in()
        elif event.text() == "-":
            self.zoom_out()
        elif key in (Qt.Key.Key_PageDown, Qt.Key.Key_PageUp):
            self._turn(down=key == Qt.Key.Key_PageDown)
        elif key == Qt.Key.Key_Home:
            bar.setValue(0)
        elif key == Qt.Key.Key_End:
            bar.setValue(bar.maximum())
        else:
            super().keyPressEvent(event)
            return
        announce(self, share_words.place_words(self.page + 1, self.count, self.zoom))

    def _turn(self, *, down: bool) -> None:
        """To the next beginning of a page; by most of the view where that lies further away."""
        bar, high = self.verticalScrollBar(), self.viewport().height()
        now, step = bar.value(), max(_SCROLL, high - 3 * _SCROLL)
        starts = [top - _BETWEEN for top in self._tops]
        if down:
            near = [each for each in starts if now < each <= now + high]
            bar.setValue(min(near, default=now + step))
        else:
            near = [each for each in starts if now - high <= each < now]
            bar.setValue(max(near, default=now - step))


class _Paper(QWidget):
    """Paints what the scroll area knows."""

    def __init__(self, area: PageList) -> None:
        super().__init__()
        self._area = area

    def paintEvent(self, event: QPaintEvent, /) -> None:
        painter, area = QPainter(self), self._area
        look = area.look
        painter.fillRect(event.rect(), look.colour("margin"))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        for number in area.pages_in(event.rect()):
            rect = area.rect_of(number)
            drawn = area.image_of(number)
            if drawn is None:
                painter.fillRect(rect, Qt.GlobalColor.white)  # paper is white in every theme
            elif drawn.scale == area.scale():
                painter.drawImage(rect.topLeft(), drawn.image)  # pixel by pixel
            else:
                painter.drawImage(QRectF(rect), drawn.image)
            painter.setPen(look.colour("edge"))
            painter.drawRect(rect.adjusted(0, 0, -1, -1))


def _near(number: int, seen: list[int]) -> bool:
    return bool(seen) and seen[0] - _KEPT <= number <= seen[-1] + _KEPT


register(PageList, lambda sheets: RoleFace(sheets, QAccessible.Role.Document))
