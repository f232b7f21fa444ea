"""What another program does to this one: it has something to paste, or a file to drag over.

walk_helper.py clip TEXT      holds that text on the clipboard
walk_helper.py drag FILE      a small window at the top left, from which the file is dragged
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, QUrl
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QLabel

if TYPE_CHECKING:
    from tests.proofs.walks.walk_desk import Desk

BOX = 60
"""Pixels of the side of the window to drag from."""


class Dragged(QLabel):
    """Looks like an icon on a desktop: above everything, and without a frame."""

    def __init__(self, path: str) -> None:
        super().__init__("FILE")
        self._path = path
        self.setWindowFlags(Qt.WindowType.X11BypassWindowManagerHint | Qt.WindowType.ToolTip)
        self.setGeometry(0, 0, BOX, BOX)

    def mouseMoveEvent(self, event: QMouseEvent, /) -> None:
        del event
        drag, data = QDrag(self), QMimeData()
        data.setUrls([QUrl.fromLocalFile(self._path)])
        drag.setMimeData(data)
        drag.setHotSpot(QPoint(0, 0))
        drag.exec(Qt.DropAction.CopyAction)


@contextmanager
def helping(desk: Desk, *what: str) -> Iterator[None]:
    """While that program is there."""
    env = {**desk.env, "QT_SCALE_FACTOR": "1"}
    with subprocess.Popen(
        [sys.executable, __file__, *what],
        env=env,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as helper:
        assert helper.stdout is not None
        assert helper.stdout.readline() == b"ready\n"
        try:
            yield
        finally:
            helper.terminate()


def main() -> int:
    app = QApplication(sys.argv[:1])
    kind, what = sys.argv[1:]
    if kind == "clip":
        app.clipboard().setText(what)
        shown = None
    else:
        shown = Dragged(str(Path(what)))
        shown.show()
    QTimer.singleShot(300, lambda: os.write(1, b"ready\n"))
    status = app.exec()
    del shown
    return status


if __name__ == "__main__":
    sys.exit(main())
