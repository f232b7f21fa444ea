"""The real window, in which somebody types without a pause until the process is killed.

    typing_driver.py FILE careful|naive [closing]

Every letter is a key press. After each the driver prints how many there were and when, by the
system's own clock. "naive" waits for a pause before it saves, as many programs do. With "closing"
the assessment is closed and opened again amid the words, after every few of them.
"""

import os
import sys
import time
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.shell.application import make_window
from nttp_readiness.ui.widgets.fields.text_area import TextArea

FILE, HOW, CLOSING = Path(sys.argv[1]), sys.argv[2], "closing" in sys.argv[3:]
A_FEW = 12
LETTERS = "abcdefghijklmnopqrstuvwxyz "
QUESTION = "LEA-1"


def wait_for_a_pause(autosave):
    autosave.pacer.timer.start(700)


if HOW == "naive":
    Autosave.save_soon = wait_for_a_pause  # and it makes no recovery copy either


def letter(number):
    return LETTERS[number % len(LETTERS)]


def main():
    app = QApplication([])
    window = make_window(app)
    window.show()

    def opened():
        window.open_file(FILE)
        book = window.open_document.workbook
        book.show_address(Address.parse(f"reflect/{QUESTION}"))
        areas = book.page.findChildren(TextArea)
        note = next(each for each in areas if each.accessibleName() == "Note")
        note.moveCursor(QTextCursor.MoveOperation.End)
        return note

    field, typed = opened(), 0

    def press():
        nonlocal typed, field
        if CLOSING and typed and typed % A_FEW == 0:
            window.close_document()
            field = opened()
        QTest.keyClick(field, letter(typed))
        typed += 1
        os.write(1, f"{typed} {time.monotonic()}\n".encode())

    timer = QTimer()
    timer.timeout.connect(press)
    timer.start(15)
    app.exec()


if __name__ == "__main__":
    main()
