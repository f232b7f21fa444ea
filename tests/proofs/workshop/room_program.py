"""Starts the program as its users do, and lets a proof look at what is on the screens.

room_program.py SOCKET [ARGUMENTS]. Whoever connects to that socket and says "look" is told every
visible window with the controls that can be seen in it, and how far the workshop is; "picture PATH"
saves what a screen shows. Nothing can be done through it: hands do that, from outside.

ROOM_PLANT names a fault to start with (`FAULTS`), to see that the proof finds it.
"""

import json
import os
import socket
import sys
import threading
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QWidget

from nttp_readiness.app.start import main


def _numbers(box):
    return [box.x(), box.y(), box.width(), box.height()]


def _rect(widget):
    seen = widget.visibleRegion().boundingRect()
    corner = widget.mapToGlobal(seen.topLeft())
    return [corner.x(), corner.y(), seen.width(), seen.height()]


def _words(widget):
    plain = getattr(widget, "plain", None)
    if callable(plain):
        return plain()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    text = getattr(widget, "text", None)
    return str(text()) if callable(text) else ""


def _parts(window):
    focus = QApplication.focusWidget()
    for each in window.findChildren(QWidget):
        if each.window() is not window or not each.isVisible() or each.visibleRegion().isEmpty():
            continue
        words, name = _words(each), each.accessibleName()
        if not (words or name):
            continue
        yield {
            "kind": type(each).__name__, "name": name, "words": words, "rect": _rect(each),
            "enabled": each.isEnabled(), "focus": each is focus,
            "button": isinstance(each, QAbstractButton), "field": isinstance(each, QLineEdit),
            "list": isinstance(each, QComboBox),
            "checked": isinstance(each, QAbstractButton) and each.isChecked(),
        }  # fmt: skip


def _where(window):
    """Which page of a window is shown, in words that stay the same while it is."""
    stack, state = getattr(window, "_stack", None), getattr(window, "state", None)
    opened = getattr(window, "open_document", None)
    if opened is not None:
        return str(opened.workbook.page.address())
    if state is not None:
        form = window._forms._open
        over = state.sheet or ("descriptions" if state.reading else "")
        return f"{state.indicator} {over} {type(form).__name__ if form else ''}".strip()
    if stack is None:
        return ""
    page = stack.currentWidget()
    asking = getattr(page, "_asking", None)
    asked = " asks" if asking is not None and asking.isVisible() else ""
    return f"{type(page).__name__} {getattr(page, '_at', '')}{asked}"


def _windows():
    for window in QApplication.topLevelWidgets():
        if not window.isVisible() or window.windowType() == Qt.WindowType.ToolTip:
            continue
        box = window.frameGeometry()
        yield {
            "title": window.windowTitle(), "kind": type(window).__name__,
            "rect": [box.x(), box.y(), box.width(), box.height()],
            "screen": window.screen().name(), "full": window.isFullScreen(),
            "where": _where(window), "active": window.isActiveWindow(),
            "private": hasattr(window, "ask_to_leave"),
            "parts": list(_parts(window)),
        }  # fmt: skip


def _workshop():
    opened = [getattr(each, "open_document", None) for each in QApplication.topLevelWidgets()]
    opened = [each for each in opened if each is not None]
    if not opened:
        return None
    session, collector = opened[0].session, opened[0].workshop.collector
    held, box = session.assessment.workshop, collector.box
    found = {
        "foot": opened[0].autosave.words(), "word": collector.word, "again": dict(collector.again),
        "waiting": box.waiting, "polls": {k: p.people for k, p in collector.polls.items()},
        "address": str(opened[0].workbook.page.address()),
        "actions": [each.title for each in session.assessment.actions.values()],
        "round": None,
    }  # fmt: skip
    if held is not None:
        now = held.round
        found |= {
            "round": now.number, "closed": now.closed is not None, "people": now.people,
            "consent": now.consent, "minimums": [now.room_minimum, now.outside_minimum],
            "groups": {each.name: each.size for each in now.groups},
            "shown_polls": {each.kind: each.people for each in now.polls},
            "votes": {
                key: [[vote.closed, vote.people] for vote in question.votes]
                for key, question in now.questions.items()
            },
            "agreed": {key: q.agreed for key, q in now.questions.items() if q.agreed is not None},
        }  # fmt: skip
    return found


def look():
    """Everything that is on the screens, and how far the workshop is."""
    return {
        "screens": {each.name(): _numbers(each.geometry())
                    for each in QGuiApplication.screens()},
        "windows": list(_windows()),
        "workshop": _workshop(),
    }  # fmt: skip


def picture(path, name):
    """What a screen shows now."""
    for screen in QGuiApplication.screens():
        if screen.name() == name:
            return screen.grabWindow(0).save(path)
    return False


class Watcher(QObject):
    """Answers in the window's own thread, when it has time."""

    asked = Signal(str, object)

    def answer(self, words, reply):
        command, *rest = words.split("\t")
        reply.append(look() if command == "look" else picture(*rest))
        reply[0].set()


def watch(place):
    """Wait for the window, and then for whoever asks."""
    listener = socket.socket(socket.AF_UNIX)
    listener.bind(place)
    listener.listen()
    while (app := QCoreApplication.instance()) is None:
        threading.Event().wait(0.02)
    watcher = Watcher()
    watcher.moveToThread(app.thread())
    watcher.asked.connect(watcher.answer, Qt.ConnectionType.QueuedConnection)
    while True:
        asker, _ = listener.accept()
        with asker, asker.makefile("rw", encoding="utf-8") as lines:
            for line in lines:
                reply = [threading.Event()]
                watcher.asked.emit(line.rstrip("\n"), reply)
                reply[0].wait()
                lines.write(json.dumps(reply[1]) + "\n")
                lines.flush()


def _held_keys_act_again():
    from nttp_readiness.ui.theme import held_keys, single_keys

    setattr(single_keys, "is_held", lambda _event: False)  # noqa: B010 - a fault is put in
    setattr(held_keys.HeldKeys, "eventFilter", lambda *_: False)  # noqa: B010


def _nothing_is_kept():
    from nttp_readiness.storage.keeping import waiting_ballots

    setattr(waiting_ballots, "keep", lambda _assessment, _state: None)  # noqa: B010


def _ballots_open_on_the_wall():
    from nttp_readiness.ui.workshop.ballots.room_screens import RoomScreens

    for name in ("private", "likely"):
        setattr(RoomScreens, name, property(lambda each: each.wall))


def _a_pulled_cable_is_not_noticed():
    from nttp_readiness.ui.workshop.room.screen_window import ScreenWindow
    from nttp_readiness.ui.workshop.workshop_page import WorkshopPage

    for kind in (WorkshopPage, ScreenWindow):
        setattr(kind, "_screens_changed", lambda _self: None)  # noqa: B010


FAULTS = {
    "held": _held_keys_act_again,
    "lost": _nothing_is_kept,
    "wall": _ballots_open_on_the_wall,
    "pulled": _a_pulled_cable_is_not_noticed,
}

if __name__ == "__main__":
    if name := os.environ.get("ROOM_PLANT"):
        FAULTS[name]()
    Path(sys.argv[1]).unlink(missing_ok=True)
    threading.Thread(target=watch, args=(sys.argv[1],), daemon=True).start()
    sys.exit(main(sys.argv[2:]))
