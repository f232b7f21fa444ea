"""The look of a window for a room: its measures grow with the window, not with the text size."""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize
from PySide6.QtGui import QColor, QPalette

from nttp_readiness.figures.palette import Tone
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.values import replace

DESIGN = QSize(1280, 720)
"""The screen for which the measures are written: the smallest projector."""


class WallLook(Look):
    """Colours, theme and contrast are those of the application's look."""

    def __init__(self, look: Look, parent: QObject) -> None:
        QObject.__init__(self, parent)  # the rest of a look is the application's own
        self._base = look
        self._dpi = look.scale / look.factor * 96
        self._lettering = replace(look.lettering, factor=96 / self._dpi)
        look.changed.connect(self._follow)

    @property
    def dark(self) -> bool:
        return self._base.dark

    @property
    def high_contrast(self) -> bool:
        return self._base.high_contrast

    def pad(self, measure: float) -> int:
        """Empty space grows as well: nobody sits nearer to a larger wall."""
        return self.px(measure)

    def colour(self, token: Tone) -> QColor:
        return self._base.colour(token)

    def words_palette(self, tone: Tone) -> QPalette:
        return self._base.words_palette(tone)

    def fit(self, size: QSize) -> None:
        """Take the measures for a window of that size."""
        wide, high = size.width() / DESIGN.width(), size.height() / DESIGN.height()
        factor = min(wide, high) * 96 / self._dpi
        if abs(factor - self.factor) > 0.001:
            self._lettering = replace(self._lettering, factor=factor)
            self.measured.emit()
            self.changed.emit()

    def _follow(self) -> None:
        """Theme, typeface and spacing are the application's; the size is the wall's own."""
        self._lettering = replace(self._base.lettering, factor=self.factor)
        self.measured.emit()
        self.changed.emit()
