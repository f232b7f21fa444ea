"""Why a program that was started could not begin, where there is no console to say it."""

from __future__ import annotations

from PySide6.QtWidgets import QDialog, QVBoxLayout

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose


class RefusalDialog(QDialog):
    """One sentence, as it is; Esc, Enter and the button close it."""

    def __init__(self, look: Look, name: str, sentence: str) -> None:
        super().__init__()
        self.setWindowTitle(name)
        self.setAccessibleName(name)
        self.setAccessibleDescription(sentence)
        ground = Panel(look)
        column = Box(look, ground, margins=(28, 24, 28, 22))
        self.words = Prose(look, sentence, selectable=True)
        column.addWidget(self.words)
        column.gap(20)
        row = Box(look, across=True)
        self.close_button = Button(look, tr("Close"), "main")
        self.close_button.clicked.connect(self.reject)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column.addLayout(row)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(ground)
        self.setMinimumWidth(look.px(420))
        self.close_button.setDefault(True)
        self.close_button.setFocus()
