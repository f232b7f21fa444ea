"""The floor of `windows start`: a window of Qt with nothing in it."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QMainWindow

if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setWindowTitle("Bare window")
    window.resize(1100, 680)
    window.show()
    sys.exit(app.exec())
