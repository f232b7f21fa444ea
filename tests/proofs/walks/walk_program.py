"""The program as its users start it, with eyes: whoever walks through it asks what is to be seen.

Nothing is done through this: hands are those of the window system, mouse and keys. WALK_EYES is the
socket that answers, one line of JSON for another; WALK_PLANT names a fault to start with.
"""

from __future__ import annotations

import json
import os
import socket
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QRect, QSocketNotifier, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

FIELDS = (QLineEdit, QPlainTextEdit, QTextEdit, QComboBox)


class Eyes(QObject):
    """Answers what is on the screen, in the window's own thread."""

    def __init__(self, place: Path) -> None:
        super().__init__()
        self._server = socket.socket(socket.AF_UNIX)
        self._server.bind(str(place))
        self._server.listen(4)
        self._heard = QSocketNotifier(self._server.fileno(), QSocketNotifier.Type.Read, self)
        self._heard.activated.connect(self._answer)

    def _answer(self) -> None:
        talk, _ = self._server.accept()
        with talk, talk.makefile("rw") as file:
            asked = json.loads(file.readline())
            file.write(json.dumps(getattr(self, asked.pop("what"))(**asked)) + "\n")

    def find(self, name: str, kind: str = "") -> list[dict[str, Any]]:
        """Everything of that name that is shown, the exact ones first."""
        found = [each for each in self._things() if name in each["name"]]
        found = [each for each in found if not kind or each["kind"] == kind]
        return sorted(found, key=lambda each: (each["name"] != name, not each["seen"]))

    def focus(self) -> dict[str, Any]:
        widget = QApplication.focusWidget()
        if widget is None:
            return {"name": "", "text": "", "kind": ""}
        return {"name": _name(widget), "text": _text(widget), "kind": type(widget).__name__}

    def said(self) -> str:
        """Every text that is shown."""
        return "\n".join(
            _text(each) or _name(each)
            for each in QApplication.allWidgets()
            if isinstance(each, QLabel | QAbstractButton) and each.isVisible()
        )

    def frame(self) -> dict[str, Any]:
        """The frame of the window, and the room of its screen, as the system counts them."""
        window = self._window()
        screen = window.screen()
        return {
            "frame": _tuple(window.frameGeometry()),
            "inside": _tuple(window.geometry()),
            "room": _tuple(screen.availableGeometry()),
            "scale": screen.devicePixelRatio(),
            "title": window.windowTitle(),
            "active": window.isActiveWindow(),
        }

    def lit(self) -> str:
        """The entry of the open menu that Enter would choose."""
        menu = QApplication.activePopupWidget()
        action = menu.activeAction() if isinstance(menu, QMenu) else None
        return action.text().replace("&", "").partition("\t")[0] if action is not None else ""

    def windows(self) -> list[str]:
        return [each.windowTitle() for each in QApplication.topLevelWidgets() if each.isVisible()]

    def _window(self) -> QWidget:
        active = QApplication.activeWindow()
        if active is not None and active.windowTitle():  # a list that pops up has no title
            return active
        return next(
            each
            for each in QApplication.topLevelWidgets()
            if each.isVisible() and "NTTP" in each.windowTitle()
        )

    def _things(self) -> list[dict[str, Any]]:
        things = []
        for each in QApplication.allWidgets():
            if not each.isVisible() or not each.isEnabled():
                continue
            if isinstance(each, QMenu | QMenuBar):
                for action in each.actions():
                    box = each.actionGeometry(action)
                    name = action.text().replace("&", "").partition("\t")[0]
                    things.append(_thing(each, name, "menu", box))
            elif isinstance(each, QAbstractItemView):
                things.extend(_rows(each))
            elif isinstance(each, QAbstractButton):
                things.append(_thing(each, _name(each), "button"))
            elif isinstance(each, FIELDS):
                things.append(_thing(each, _name(each), "field"))
            elif isinstance(each, QLabel):
                things.append(_thing(each, _text(each), "label"))
            elif each.focusPolicy() & Qt.FocusPolicy.TabFocus and _name(each):
                things.append(_thing(each, _name(each), "other"))
        return things


def _rows(view: QAbstractItemView) -> list[dict[str, Any]]:
    model, rows = view.model(), []
    waiting = [view.rootIndex()]
    while waiting:
        parent = waiting.pop()
        for row in range(model.rowCount(parent)):
            waiting.append(model.index(row, 0, parent))
            for column in range(model.columnCount(parent)):
                index = model.index(row, column, parent)
                box = view.visualRect(index)
                if box.isValid():
                    rows.append(_thing(view.viewport(), str(index.data() or ""), "row", box))
    return rows


def _thing(widget: QWidget, name: str, kind: str, box: QRect | None = None) -> dict[str, Any]:
    box = widget.rect() if box is None else box
    seen = widget.visibleRegion().boundingRect().intersected(box)
    at = QRect(widget.mapToGlobal(seen.topLeft()), seen.size())
    scale = widget.devicePixelRatioF()
    enough = seen.isValid() and seen.height() >= min(box.height(), 14)
    return {
        "name": name,
        "kind": kind,
        "seen": enough,
        "at": [round(each * scale) for each in _tuple(at)],
        "above": widget.mapTo(widget.window(), box.center()).y() < widget.window().height() // 2,
    }


def _name(widget: QWidget) -> str:
    name = widget.accessibleName()
    if not name and isinstance(widget, QAbstractButton):
        name = widget.text().replace("&&", "&")
    return name


def _text(widget: QWidget) -> str:
    plain = getattr(widget, "plain", None)
    if callable(plain):
        return str(plain())
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    return str(widget.text()) if isinstance(widget, QLabel | QLineEdit | QAbstractButton) else ""


def _tuple(box: QRect) -> tuple[int, int, int, int]:
    return box.x(), box.y(), box.width(), box.height()


# ---- faults to start with


def _put(place: object, name: str, what: object) -> None:
    setattr(place, name, what)


def the_main_button_goes_on_twice() -> None:
    """As it did where the second click of a double click met the next page."""
    from nttp_readiness.ui.workbook.workbook import Workbook

    def twice(workbook: Workbook) -> None:
        workbook.page.main()
        workbook.page.main()

    _put(Workbook, "_go_on", twice)


def the_title_bar_is_above_the_screen() -> None:
    """A first start says a place to the system, and counts no frame."""
    from nttp_readiness.ui.shell import window_place

    def restore(window: QWidget, stored: str) -> None:
        window.resize(1280, 768)
        room = window.screen().availableGeometry()
        window.setGeometry(window_place.within(window.geometry(), room))

    _put(window_place, "restore", restore)
    _put(window_place, "watch", lambda _window: None)


def a_date_is_dropped() -> None:
    """What cannot be read goes with the page."""
    from nttp_readiness.ui.workbook.workbook import Workbook

    _put(Workbook, "may_leave", lambda _self: True)


def nothing_is_remembered() -> None:
    """A document enters the list only when it is put away."""
    from nttp_readiness.ui.shell.recent_keeper import RecentKeeper

    _put(RecentKeeper, "follow", lambda _self, _made: None)


FAULTS = {
    each.__name__: each
    for each in (
        the_main_button_goes_on_twice,
        the_title_bar_is_above_the_screen,
        a_date_is_dropped,
        nothing_is_remembered,
    )
}


def main() -> int:
    if plant := os.environ.get("WALK_PLANT"):
        FAULTS[plant]()
    run = QApplication.exec
    eyes: list[Eyes] = []

    def exec_with_eyes(*_self: object) -> int:
        eyes.append(Eyes(Path(os.environ["WALK_EYES"])))
        return run()

    _put(QApplication, "exec", exec_with_eyes)
    from nttp_readiness.app import start

    return start.main()


if __name__ == "__main__":
    sys.exit(main())
