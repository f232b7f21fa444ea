"""The column at the right, which scrolls by itself and can have the focus."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from nttp_readiness.ui.accessibility import RoleFace, register


class GuideArea(QScrollArea):
    """Arrow keys scroll it. Name it: to assistive technology it is a group."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameStyle(QFrame.Shape.Box)
        self.setLineWidth(3)  # room for the ring when the column has the focus
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)


register(GuideArea, lambda area: RoleFace(area, QAccessible.Role.Grouping))
