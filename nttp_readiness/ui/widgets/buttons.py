"""Buttons: main, second, quiet and link. The style paints them by their `face`."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.ui.theme.controls import ButtonRole, Face
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.values import replace

_KIND: dict[ButtonRole, TextKind] = {
    "main": "card_strong",
    "second": "card",
    "quiet": "guide",
    "link": "guide",
}


class Button(QPushButton):
    """A button with plain words, an ampersand among them included, and perhaps an icon.

    A quiet one that is `flush` begins with its icon, so that it stands on the axis of its page.
    """

    def __init__(
        self,
        look: Look,
        text: str,
        role: ButtonRole = "second",
        glyph: OptionalGlyph = "",
        *,
        small: bool = False,
        flush: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look = look
        self.face = Face(role, glyph, small, flush)
        self.setAutoDefault(False)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        if role == "link":
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.say(text)
        look.measured.connect(self._refresh)
        self._refresh()

    def say(self, text: str) -> None:
        """Another word on the same button."""
        self.setText(text.replace("&", "&&"))

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        """The second click of a double click is the same wish once more."""
        event.accept()

    def set_glyph(self, glyph: OptionalGlyph) -> None:
        self.face = replace(self.face, glyph=glyph)
        self.updateGeometry()
        self.update()

    def _refresh(self) -> None:
        self.setFont(self._look.font("guide" if self.face.small else _KIND[self.face.role]))
        self.updateGeometry()
