"""Where a piece of evidence lies: said before anything is shown, and never opened by itself."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.place_words import place_words
from nttp_readiness.storage.documents.evidence_files import file_of, folder_to_show
from nttp_readiness.typed.places import place_kind
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose


class PlaceContent(QWidget):
    """The place in full, what it is, and two ways to it; neither is taken by itself.

    `folder` is that of the document: what has no root lies there.
    """

    def __init__(self, look: Look, where: str, folder: Path | None) -> None:
        super().__init__()
        self._path = file_of(where, folder)
        self._where = str(self._path) if self._path is not None else where
        said = place_words(place_kind(where), known=self._path is not None)
        self.heading = said.heading
        column = Box(look, self)
        column.addWidget(Prose(look, said.heading, "page"))
        column.gap(10)
        column.addWidget(Prose(look, self._where, "body_strong", selectable=True))
        column.gap(14)
        column.addWidget(Prose(look, said.sentence, "body"))
        column.gap(18)
        buttons = Flow(look, gap=12)
        self.folder_button = Button(look, tr("Show its folder"), "second")
        self.copy_button = Button(look, tr("Copy where it is"), "second")
        self.folder_button.clicked.connect(self._show)
        self.copy_button.clicked.connect(self._copy)
        self.folder_button.setVisible(self._path is not None)
        if self._path is not None:
            buttons.addWidget(self.folder_button)
        buttons.addWidget(self.copy_button)
        column.addLayout(buttons)
        column.gap(10)
        self._said = Prose(look, "", "small")
        column.addWidget(self._said)

    def _show(self) -> None:
        folder = folder_to_show(self._path) if self._path is not None else None
        if folder is None:
            self._say(tr("The folder is no longer there, or it cannot be shown safely."))
        elif QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._say(tr("Your system was asked to show the folder."))
        else:
            self._say(tr("Your system did not show the folder. Copy where it is instead."))

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._where)
        self._say(tr("It is copied."))

    def _say(self, words: str) -> None:
        self._said.say(words)
        announce(self._said, words)
