"""Many teams on one page: a folder is read, and its tables are shown and saved."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QProgressBar, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.portfolio.overview import Overview
from nttp_readiness.presentation.portfolio.portfolio_tables import (
    PortfolioTable,
    rules,
    sentences,
    title,
)
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.portfolio_reader import PortfolioReader
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.data_table import DataTable, TableColumn
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.save_dialog import ask_where

MOST_ROWS = 200
"""Rows of a table on the screen; a file has all of them."""


class PortfolioContent(QWidget):
    """Begins with a button for the folder. Nothing is read before somebody chose one."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._made: Overview | None = None
        self._folder = folders.documents()
        self.heading = title()
        self.reader = PortfolioReader(self)
        self.reader.progressed.connect(self._show_progress)
        self.reader.read.connect(self.show_overview)
        self.reader.saved.connect(self._tell_saved)
        self.reader.failed.connect(self._tell)
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        lead = tr(
            "See what the assessments of many teams show together. They are only read."
            " Nothing in the folder is changed."
        )
        column.addWidget(Prose(look, lead, "lead"))
        column.gap(16)
        self.choose = Button(look, tr("Choose a folder…"), "main", "search")
        self.choose.clicked.connect(self._choose)
        column.addWidget(self.choose, alignment=Qt.AlignmentFlag.AlignLeft)
        self._progress = QProgressBar()
        self._progress.setAccessibleName(tr("Reading"))
        self.cancel = Button(look, tr("Stop reading"))
        self.cancel.clicked.connect(self._cancel)
        column.gap(12)
        column.addWidget(self._progress)
        column.addWidget(self.cancel, alignment=Qt.AlignmentFlag.AlignLeft)
        self._said = Prose(look, "", "body_strong", selectable=True)
        column.addWidget(self._said)
        self._body = QWidget()
        self._tables = Box(look, self._body)
        column.addWidget(self._body)
        self._reading(on=False)
        self._say("")

    def read_folder(self, folder: Path) -> None:
        """Read that folder and show it."""
        self._folder = folder
        self._say("")
        self._reading(on=True)
        self.reader.look_at(folder)

    def show_overview(self, made: Overview) -> None:
        """Show what may be seen of the teams."""
        self._made = made
        self._reading(on=False)
        look, column = self._look, self._fresh_body()
        said = sentences(made.portfolio, made.gathered, made.tables)
        column.gap(20)
        if made.trouble:
            column.addWidget(Prose(look, made.trouble, "body_strong", selectable=True))
            column.gap(8)
        for number, sentence in enumerate(said):
            column.addWidget(Prose(look, sentence, "body" if number else "lead"))
        column.gap(8)
        for rule in rules(made.portfolio):
            column.addWidget(Prose(look, rule, "small"))
        if not made.trouble:
            column.gap(12)
            column.addLayout(self._buttons())
        for table in made.tables:
            self._add_table(column, table)
        announce(self, made.trouble or said[0])

    def _buttons(self) -> Flow:
        row = Flow(self._look, gap=12)
        for suffix, words in (
            (".xlsx", tr("Save as a spreadsheet…")),
            (".pdf", tr("Save as PDF…")),
            (".html", tr("Save as a web page…")),
        ):
            button = Button(self._look, words)
            button.clicked.connect(lambda _=False, suffix=suffix: self._save(suffix))
            row.addWidget(button)
        return row

    def _add_table(self, column: Box, table: PortfolioTable) -> None:
        look = self._look
        column.gap(24)
        column.addWidget(Prose(look, table.name, "section"))
        column.gap(4)
        column.addWidget(Prose(look, table.note, "small"))
        column.gap(8)
        texts = [isinstance(each, str) for each in table.rows[0]]
        narrow = [table.id == "teams" and n >= 2 for n in range(len(texts))]
        columns = [
            TableColumn(
                name,
                1 if small else 3 if text else 1.8,
                "start" if text and not small else "end",
            )
            for name, text, small in zip(table.columns, texts, narrow, strict=True)
        ]
        rows = [[str(each) for each in row] for row in table.rows[:MOST_ROWS]]
        column.addWidget(DataTable(look, table.name, columns, rows))
        if len(table.rows) > MOST_ROWS:
            column.gap(4)
            column.addWidget(Prose(look, tr("The rest of this table is in the file."), "small"))

    def _fresh_body(self) -> Box:
        self._body.hide()
        old, self._body = self._body, QWidget()
        self._tables = Box(self._look, self._body)
        layout = self.layout()
        if layout is not None:
            layout.replaceWidget(old, self._body)
        old.deleteLater()
        self._body.show()
        return self._tables

    def _choose(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("The folder with the teams’ files"), str(self._folder)
        )
        if folder:
            self.read_folder(Path(folder))

    def _cancel(self) -> None:
        self.reader.cancel()
        self._reading(on=False)
        self._tell(tr("Reading was stopped. Nothing is shown."))

    def _save(self, suffix: str) -> None:
        suggested = folders.free_path(folders.documents(), self.heading, suffix)
        path = ask_where(self, tr("Save"), suggested, self.heading)
        if path is not None and self._made is not None:
            self.reader.save(self._made, path)

    def _show_progress(self, done: int, of: int) -> None:
        self._progress.setRange(0, of)
        self._progress.setValue(done)

    def _tell_saved(self, path: Path) -> None:
        self._tell(share_words.saved_words(path, folders.documents()))

    def _tell(self, sentence: str) -> None:
        self._reading(on=False)
        self._say(sentence)
        announce(self, sentence)

    def _say(self, sentence: str) -> None:
        self._said.say(sentence)
        self._said.setVisible(bool(sentence))

    def _reading(self, *, on: bool) -> None:
        self._progress.setVisible(on)
        self.cancel.setVisible(on)
        self.choose.setEnabled(not on)
        if on:
            self._progress.setRange(0, 0)
            self.cancel.setFocus()
        else:
            self.choose.setFocus()
