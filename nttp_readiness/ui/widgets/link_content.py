"""A link leads out of this program, which itself never uses a network: first say where to."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose

SCHEMES = ("https", "mailto")
"""Nothing else is ever opened: a file's address would start what it names."""


class LinkContent(QWidget):
    """The address in full, and two ways to it; neither is taken by itself."""

    def __init__(self, look: Look, address: str) -> None:
        super().__init__()
        self._address = address
        column = Box(look, self)
        column.addWidget(Prose(look, tr("This link leads to the web"), "page"))
        column.gap(10)
        column.addWidget(Prose(look, address, "body_strong", selectable=True))
        column.gap(14)
        column.addWidget(
            Prose(
                look,
                tr(
                    "It opens in your own web browser. This program uses no network and tells"
                    " nobody. The people who run your network may see that the page was visited."
                ),
                "body",
            )
        )
        column.gap(18)
        buttons = Flow(look, gap=12)
        self.open_button = Button(look, tr("Open in the browser"), "second")
        self.copy_button = Button(look, tr("Copy the address"), "second")
        self.open_button.clicked.connect(self._open)
        self.copy_button.clicked.connect(self._copy)
        buttons.addWidget(self.open_button)
        buttons.addWidget(self.copy_button)
        column.addLayout(buttons)
        column.gap(10)
        self._said = Prose(look, "", "small")
        column.addWidget(self._said)

    def _open(self) -> None:
        address = QUrl(self._address, QUrl.ParsingMode.StrictMode)
        web = address.isValid() and address.scheme() in SCHEMES
        if web and QDesktopServices.openUrl(address):
            self._say(tr("Your browser was asked to open it."))
        else:
            self._say(tr("The browser did not open. Copy the address and open it yourself."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._address)
        self._say(tr("The address is copied."))

    def _say(self, words: str) -> None:
        self._said.say(words)
        announce(self._said, words)
