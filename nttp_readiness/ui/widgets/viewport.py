"""Viewports that Python has made.

Whatever Qt hands out that Python has not seen before, PySide6 first looks for among all kinds that
it might be: the first viewport that is asked for makes every kind of widget there is, with some
eighty enums. That took as long as all that is painted of the first page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtWidgets import QAbstractScrollArea


def own_viewport(area: QAbstractScrollArea) -> None:
    """Give an area a viewport that paints its ground, as it has one by itself. Call it before
    anything is set that the viewport takes part in.
    """
    viewport = QWidget()
    viewport.setAutoFillBackground(True)
    area.setViewport(viewport)


def clear_viewport(area: QAbstractScrollArea) -> None:
    """The same, of rows, which leaves the ground to what stands behind. Not for a text: Qt's keeps
    drawing into the one that it had.
    """
    viewport = QWidget()
    viewport.setBackgroundRole(QPalette.ColorRole.Base)
    area.setViewport(viewport)
