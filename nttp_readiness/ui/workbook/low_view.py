"""In a low window the bars scroll away with the page, as large text leaves no room for both."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QScrollArea, QWidget

from nttp_readiness.ui.widgets.viewport import own_viewport

MOST_FOR_BARS = 0.4
"""Above this share of the height the bars scroll away."""


class BarsLayout(QGridLayout):
    """Lays out the bars around the page, which takes what is left and scrolls by itself.

    A scroll area gives what it holds the height that it would like at its width. With a page in
    it that is all of the page, and the window would scroll twice as soon as a notice whose words
    wrap stands above.
    """

    def hasHeightForWidth(self) -> bool:
        return False


class LowView(QScrollArea):
    """Holds `inside`, the bars with the page between them. Where `fit` finds that the bars would
    take too much, the page gets the whole height, and what has the focus is scrolled into view:
    the whole page, or the bar. Elsewhere nothing scrolls.
    """

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        own_viewport(self)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.inside = QWidget()
        self.setWidget(self.inside)
        self._page: QWidget | None = None
        QApplication.instance().focusChanged.connect(self._follow)  # type: ignore[union-attr]

    def fit(self, page: QWidget, bars: int) -> None:
        """`page` is what stands between the bars, which are so many pixels high together."""
        self._page = page
        height = self.height()
        low = bars > MOST_FOR_BARS * height
        self.inside.setMinimumHeight(height + bars if low else 0)

    @property
    def scrolls(self) -> bool:
        """Whether the bars scroll away now."""
        return self.inside.minimumHeight() > 0

    def _follow(self, _old: QWidget | None, focus: QWidget | None) -> None:
        if not self.scrolls or focus is None or self._page is None:
            return
        if self._page.isAncestorOf(focus):
            self.show_page()
        elif self.inside.isAncestorOf(focus):
            self.ensureWidgetVisible(focus, 0, 0)

    def show_page(self) -> None:
        """Bring the whole page into view."""
        if self._page is not None:
            self.verticalScrollBar().setValue(self._page.mapTo(self.inside, QPoint()).y())

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Keys are the page's and the workbook's."""
        event.ignore()
