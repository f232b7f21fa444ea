"""The floor of `windows start`: a window of Qt with nothing in it; `--text`: with one line."""

from __future__ import annotations

import sys

from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

if __name__ == "__main__":
    app = QApplication(sys.argv)
    window = QMainWindow()
    window.setWindowTitle("Bare window")
    window.resize(1100, 680)
    if "--text" in sys.argv:
        window.setCentralWidget(QLabel("One line of text"))
    window.show()
    sys.exit(app.exec())
