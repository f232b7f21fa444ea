"""What came of saving or printing: a strip above the bottom bar, in words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose

_PATIENCE_MS = 300


class ResultStrip(Panel):
    """Empty and away until there is something to say. `stopped` is the person's own wish, and
    `next_steps` what comes after something was saved.
    """

    stopped = Signal()
    next_steps = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(look, "paper", ("top",), parent)
        self._path = Path()
        self._column = Box(look, self, margins=(24, 10, 24, 10))
        self._notice = Notice(look, "trouble")
        self._row = QWidget()
        row = Box(look, self._row, across=True, spacing=8)
        self._sign = IconLabel(look, "tick", "", icon_tone="moss")
        row.addWidget(self._sign, alignment=Qt.AlignmentFlag.AlignTop)
        words = Box(look)
        self._words = Prose(look, "", "guide", selectable=True)
        words.addWidget(self._words)
        self._file = Button(look, tr("Open the file"), "link")
        self._folder = Button(look, tr("Open its folder"), "link")
        self.what_now = Button(look, tr("What now?"), "link")
        self.stop_button = Button(look, tr("Cancel"), small=True)
        buttons = Flow(look, gap=20)
        for button in (self._file, self._folder, self.what_now, self.stop_button):
            buttons.addWidget(button)
        words.addLayout(buttons)
        row.addLayout(words, 1)
        self._column.addWidget(self._notice)
        self._column.addWidget(self._row)
        self._patience = QTimer(self)
        self._patience.setSingleShot(True)
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.timeout.connect(self.show)
        self._file.clicked.connect(lambda: self._open(self._path))
        self.what_now.clicked.connect(self.next_steps)
        self._folder.clicked.connect(lambda: self._open(self._path.parent))
        self.stop_button.clicked.connect(self.stopped)
        self.clear()

    def set_side(self, side: int) -> None:
        """The left edge of the content, in pixels."""
        unit = self._look.scale / self._look.factor
        self._column.set_margins((side / unit, 10, 24, 10))

    def clear(self) -> None:
        self._patience.stop()
        self.hide()

    def show_progress(self, sentence: str) -> None:
        """Say what is going on, with a way to stop it, once it takes long enough to be noticed."""
        if self.isHidden():
            self._patience.start()
        self._arrange("clock", "quiet", sentence, going_on=True)

    def show_saved(self, path: Path, besides: str = "") -> None:
        """Say where it went, and aloud what else is to be known."""
        self._path = path
        self._arrange(
            "tick", "moss", share_words.saved_words(path, folders.documents()), saved=True
        )
        self._come(f"{self._words.plain()} {besides}".strip())

    def show_done(self, sentence: str) -> None:
        self._arrange("tick", "moss", sentence)
        self._come(sentence)

    def show_trouble(self, sentence: str) -> None:
        self._row.hide()
        self._notice.show()
        self._come("")
        self._notice.say(sentence)

    def words(self) -> str:
        """What is said now; empty while there is nothing to say."""
        if self.isHidden():
            return ""
        return self._words.plain() if self._notice.isHidden() else self._notice.accessibleName()

    def _arrange(
        self,
        glyph: OptionalGlyph,
        tone: Tone,
        sentence: str,
        *,
        saved: bool = False,
        going_on: bool = False,
    ) -> None:
        self._notice.hide()
        self._row.show()
        self._sign.say("", glyph, icon_tone=tone)
        self._words.say(sentence)
        self._file.setVisible(saved)
        self._folder.setVisible(saved)
        self.what_now.setVisible(saved)
        self.stop_button.setVisible(going_on)

    def _come(self, sentence: str) -> None:
        self._patience.stop()
        self.show()
        if sentence:
            announce(self, sentence)

    def _open(self, path: Path) -> None:
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            self.show_trouble(
                tr("Saved, but this computer has no program that can open it: {path}").format(
                    path=path
                )
            )
