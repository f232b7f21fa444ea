"""What the person sees when the program went wrong: what is safe, and two ways on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout

from nttp_readiness.i18n import tr
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


class CrashDialog(QDialog):
    """Go on, which Esc does too, or close the program: then `finished` gives 1."""

    def __init__(self, shell: Shell, *, safe: bool) -> None:
        super().__init__(shell.widget)
        look = shell.look
        heading = tr("Something went wrong in the program")
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        ground = Panel(look)
        column = Box(look, ground, margins=(28, 24, 28, 22))
        self.words = Prose(look, _words(safe=safe, open_here=shell.open_document is not None))
        self.setAccessibleDescription(self.words.plain())
        column.addWidget(Prose(look, heading, "section"))
        column.gap(10)
        column.addWidget(self.words)
        column.gap(10)
        column.addWidget(Prose(look, _report_words(), "small", selectable=True))
        column.gap(20)
        row = Box(look, across=True, spacing=12)
        self.go_on = Button(look, tr("Go on"), "main", "right")
        self.close_button = Button(look, tr("Close the program"))
        self.go_on.clicked.connect(self.reject)
        self.close_button.clicked.connect(self.accept)
        row.addWidget(self.go_on)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)
        self.setMinimumWidth(min(look.px(560), shell.widget.width()))
        self.go_on.setDefault(True)
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)


def _words(*, safe: bool, open_here: bool) -> str:
    if not open_here:
        return tr("No assessment was open. You can go on, or close the program and start it again.")
    if safe:
        return tr(
            "What you typed is safe: a copy of it was made on this computer just now. You can go"
            " on. If something looks odd, close the program: it offers you the copy when it"
            " starts again."
        )
    return tr(
        "What you typed is still in this window, but no copy of it could be made. Please go on,"
        " and save a copy with File, Save a copy."
    )


def _report_words() -> str:
    return tr(
        "A report of the fault is in {folder}. It has nothing in it that you typed,"
        " and nothing was sent."
    ).format(folder=folders.logs())
