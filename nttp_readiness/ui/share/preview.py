"""The preview: the file itself as pictures of its pages, with zoom."""

from __future__ import annotations

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.ui.share.export_worker import ExportWorker
from nttp_readiness.ui.share.made_files import Made
from nttp_readiness.ui.share.page_list import PageList
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose

_PATIENCE_MS = 300
"""What takes no longer than this shows no progress, which would only flicker."""


class Preview(Panel):
    """Shows a file. `stopped` and `wanted_again` are the person's own wishes while it is made."""

    stopped = Signal()
    wanted_again = Signal()
    moved = Signal()

    def __init__(self, look: Look, maker: ExportWorker, parent: QWidget | None = None) -> None:
        super().__init__(look, "margin", ("left",), parent)
        self._column = Box(look, self, margins=(1, 8, 0, 0), spacing=8)
        head = Box(look, across=True, margins=(24, 0, 16, 0))
        row = Flow(look, gap=10, last_at_end=True)  # long words and a narrow window take two rows
        self._page = Prose(look, "", "where", wraps=False)
        self._smaller = Button(look, "–", small=True)
        self._smaller.setAccessibleName(tr("Smaller pages"))
        self._zoom = Button(look, "", "quiet", small=True)
        self._larger = Button(look, "+", small=True)
        self._larger.setAccessibleName(tr("Larger pages"))
        self._heading = Prose(look, tr("Preview"), "body_strong", wraps=False)
        zoom = QWidget()
        inside = Box(look, zoom, across=True, spacing=10)
        for part in (self._page, self._smaller, self._zoom, self._larger):
            inside.addWidget(part)
        row.addWidget(self._heading)
        row.addWidget(zoom)
        head.addLayout(row)
        self._column.addLayout(head)
        self._busy = QWidget()
        busy = Box(look, self._busy, across=True, margins=(24, 0, 16, 0), spacing=12)
        self._words = Prose(look, "", "where")
        self._stop = Button(look, tr("Cancel"), small=True)
        self._again = Button(look, tr("Make the preview"), small=True)
        busy.addWidget(self._words, 1)
        busy.addWidget(self._stop)
        busy.addWidget(self._again)
        self._column.addWidget(self._busy)
        self.sheets = PageList(look, maker)
        self._column.addWidget(self.sheets, 1)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self._busy.show)
        self._smaller.clicked.connect(self.sheets.zoom_out)
        self._larger.clicked.connect(self.sheets.zoom_in)
        self._zoom.clicked.connect(self.sheets.fit)
        self._stop.clicked.connect(self._stop_pressed)
        self._again.clicked.connect(self.wanted_again)
        self.sheets.moved.connect(self._refresh)
        self._busy.hide()
        self._refresh()

    @property
    def page_words(self) -> str:
        """Which page is shown, of how many; empty while there is none."""
        count = self.sheets.count
        return share_words.page_words(self.sheets.page + 1, count) if count else ""

    def minimumSizeHint(self) -> QSize:
        return QSize(self._look.px(160), self._look.px(160))

    def show_progress(self, percent: int) -> None:
        """Say how far the file is, once it takes long enough to be noticed."""
        self._words.say(share_words.making_words(percent))
        self._stop.show()
        self._again.hide()
        if self._busy.isHidden() and not self._patience.isActive():
            self._patience.start()

    def show_made(self, made: Made) -> None:
        self._put_away_progress()
        self.sheets.show_made(made)

    def show_none(self, sentence: str, *, again: bool = True) -> None:
        """Say why there are no pages; a button makes them after all, where that is possible."""
        had_focus = self._stop.hasFocus()
        self._patience.stop()
        self.sheets.show_made(None)
        self._words.say(sentence)
        self._busy.show()
        self._again.setVisible(again)
        if had_focus:
            self._again.setFocus()
        self._stop.hide()

    def _stop_pressed(self) -> None:
        self.stopped.emit()
        self.show_none(tr("The preview was stopped."))

    def _put_away_progress(self) -> None:
        self._patience.stop()
        if self._stop.hasFocus() or self._again.hasFocus():
            self.sheets.setFocus()
        self._busy.hide()

    def _refresh(self) -> None:
        sheets, any_pages = self.sheets, self.sheets.count > 0
        self._page.say(self.page_words)
        percent = share_words.percent_words(sheets.zoom)
        self._zoom.say(percent)
        self._zoom.setAccessibleName(tr("{percent}, fit the page").format(percent=percent))
        for button in (self._smaller, self._zoom, self._larger):
            button.setEnabled(any_pages)
        sheets.setAccessibleDescription(
            tr("{page}. These are pictures. The saved file can be read aloud.").format(
                page=self.page_words
            )
            if any_pages
            else ""
        )
        self.moved.emit()
