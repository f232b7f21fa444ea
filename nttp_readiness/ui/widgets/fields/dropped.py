"""Files that are dragged over a field: they are for the page or the window, and no text."""

from __future__ import annotations

from PySide6.QtGui import QDropEvent


def leaves_files(event: QDropEvent) -> bool:
    """Whether files of this computer are dragged, which the field leaves to what lies around it;
    the event is ignored then.
    """
    urls = event.mimeData().urls()
    if not urls or not all(each.isLocalFile() for each in urls):
        return False
    event.ignore()
    return True
