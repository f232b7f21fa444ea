"""One line of text that wraps, so that all of it is in view in large type and narrow windows."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.typed.pasted import one_line
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.text_area import TextArea


class WrappingEdit(TextArea):
    """Grows with its text. It holds no breaks: Enter goes on as in any line, and those of a text
    that is pasted become spaces. More than `longest` letters are not taken. `wrapped` says that it
    may have other lines, where no layout gives it its height.
    """

    wrapped = Signal()

    def __init__(self, look: Look, longest: int, parent: QWidget | None = None) -> None:
        super().__init__(look, 1, parent)
        self.setMaxLength(longest)
        self.document().setDocumentMargin(2.5)  # one line is then as high as the other fields
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._wrap)

    def sizeHint(self) -> QSize:
        look = self._look
        margins = self.viewportMargins()
        around = 2 * self.frameWidth() + margins.top() + margins.bottom()
        # Below the text: the margin above it counts as text. With a pixel less Qt would scroll.
        below = self.document().documentMargin() + 1
        line = look.px(21) + look.pad(17)
        text = self.blockBoundingRect(self.document().firstBlock()).height()
        return QSize(look.px(240), max(math.ceil(text + below) + around, line))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        """In another width it has other lines, which its document does not always tell."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            QTimer.singleShot(0, self, self._wrap)

    def _wrap(self) -> None:
        self.updateGeometry()
        self.wrapped.emit()

    def changeEvent(self, event: QEvent, /) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.updateGeometry()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _kept(self, text: str) -> str:
        return super()._kept(one_line(text))
