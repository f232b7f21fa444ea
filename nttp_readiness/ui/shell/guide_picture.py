"""A picture of a page, painted by the page itself in the reader's own theme and text size."""

from __future__ import annotations

from PySide6.QtCore import QEventLoop, QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.presentation.screens.guide_pictures import GuidePicture
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.theme import accessibility
from nttp_readiness.ui.theme.look import Look

SAMPLE = "council-service.readiness"
_NO_INPUT = QEventLoop.ProcessEventsFlag.ExcludeUserInputEvents


def paint_picture(look: Look, picture: GuidePicture, ratio: float = 1.0) -> QPixmap:
    """The page as it would stand in a window; nothing of it is shown, heard or kept. `ratio` is how
    many pixels of the screen one of its own has. Raises DocumentError.
    """
    with accessibility.untold():
        made = OpenDocument.open_sample(look, resources.assets() / "samples" / SAMPLE)
        book = made.workbook
        try:
            book.setAttribute(Qt.WidgetAttribute.WA_DontShowOnScreen)
            book.resize(QSize(*picture.size) * look.scale)
            book.show()
            book.show_address(picture.address)
            for _ in range(3):  # pages take their form once they know their width
                QApplication.processEvents(_NO_INPUT)
            image = QPixmap(book.size() * ratio)
            image.setDevicePixelRatio(ratio)
            book.render(image)
        finally:
            made.autosave.close(forget_recovery=True)
            book.hide()
            book.deleteLater()
    return image
