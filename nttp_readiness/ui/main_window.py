"""The one window: the start page, or an open document, with the menus of both."""

from __future__ import annotations

import base64
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QRect, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QFileDialog,
    QMainWindow,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from nttp_readiness import resources
from nttp_readiness.errors import ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage import folders, settings
from nttp_readiness.storage.settings import Settings
from nttp_readiness.ui.leaf import Leaf
from nttp_readiness.ui.look import Look, Theme
from nttp_readiness.ui.menus import Menus
from nttp_readiness.ui.parts.focus_ring import FocusRing
from nttp_readiness.ui.parts.notice import Notice
from nttp_readiness.ui.start_page import StartPage

if TYPE_CHECKING:
    from nttp_readiness.ui.desk import Desk
    from nttp_readiness.ui.help_words import Topic

SUFFIX = ".readiness"
SAMPLE = "council-service.readiness"


class MainWindow(QMainWindow):
    """Shows the start page until a document is opened, and again when it is closed."""

    def __init__(self, look: Look, kept: Settings) -> None:
        super().__init__()
        self.look, self.settings = look, kept
        self.desk: Desk | None = None
        """The open document with its pages, None on the start page."""
        self.setWindowTitle("NTTP Readiness")
        self.setMinimumSize(320, 240)
        self._closing = False
        self._stack = QStackedWidget()
        self._notice = Notice(look, "trouble")
        self._notice.hide()
        self.start = StartPage(look)
        self._stack.addWidget(self.start)
        middle = QWidget()
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._notice)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        self.menus = Menus(self)
        self.ring = FocusRing(self)
        self.start.opened.connect(lambda path: self.open_file(Path(path)))
        self.start.new.connect(self.new)
        self.start.sample.connect(self.open_sample)
        self.start.browse.connect(self.browse)
        self.start.questions.connect(self.print_questions)
        self.start.support.connect(self.show_support)
        self._restore_place()
        self._show_start()

    def warm_up(self) -> None:
        """Load what opening a document needs, once the first window is on the screen."""
        from nttp_readiness.ui import desk  # noqa: F401, PLC0415 - after the first paint, by design

    # ---- documents

    def open_file(self, path: Path) -> None:
        """Open an assessment in place of what is open; a sentence says where it cannot be."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if not self._put_away():
            return
        try:
            made = Desk.open(self.look, path)
        except ReadinessError as problem:
            self.settings = settings.forget(self.settings, path)
            self._show_start()
            self.tell(str(problem))
            return
        self._show_desk(made)

    def new(self) -> None:
        """Begin an assessment with the standard bank."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if not self._put_away():
            return
        try:
            made = Desk.new(self.look)
        except ReadinessError as problem:
            self._show_start()
            self.tell(str(problem))
            return
        self._show_desk(made)

    def open_sample(self) -> None:
        """Open a copy of the sample, so that nothing is at stake."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if not self._put_away():
            return
        try:
            made = Desk.open_copy(self.look, resources.assets() / "samples" / SAMPLE)
        except ReadinessError as problem:
            self.tell(str(problem))
            return
        self._show_desk(made)

    def browse(self) -> None:
        """Choose an assessment in the system's own dialog."""
        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Open an assessment"),
            str(folders.documents()),
            tr("Assessments (*{suffix})").format(suffix=SUFFIX),
        )
        if path:
            self.open_file(Path(path))

    def save_copy(self) -> None:
        """Save to another file and go on there."""
        if self.desk is None:
            return
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("Save a copy"),
            str(self.desk.suggested_path()),
            tr("Assessments (*{suffix})").format(suffix=SUFFIX),
        )
        if path:
            try:
                self.desk.keeper.save_copy(Path(path).with_suffix(SUFFIX))
            except SaveError as problem:
                self.tell(str(problem))

    def close_document(self) -> None:
        """Back to the start page, everything saved."""
        if self._put_away():
            self._show_start()

    def pause(self) -> None:
        """Save and close at once; the next start offers to continue here."""
        self.close()

    def print_questions(self) -> None:
        """See every question on paper before one begins."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if self.desk is None:
            self.new()
        if isinstance(self.desk, Desk):
            self.desk.workbook.show_address("share/questionnaire")

    def show_support(self) -> None:
        """Support is one click away, with or without a document."""
        if self.desk is not None:
            self.desk.workbook.show_address("support")
            return
        from nttp_readiness.ui.desk import support_words  # noqa: PLC0415

        self._show_leaf(tr("Support"), support_words(self.look))

    def show_help(self, topic: Topic) -> None:
        """Keys, or what this program is and where it keeps things."""
        from nttp_readiness.ui.help_words import HelpWords  # noqa: PLC0415

        words = HelpWords(self.look, topic)
        self._show_leaf(words.heading, words)

    def _show_leaf(self, name: str, words: QWidget) -> None:
        """Show words that belong to no document; leaving them goes back to what was shown."""
        before = self._stack.currentWidget()
        leaf = Leaf(self.look, name, words)

        def leave() -> None:
            self._stack.setCurrentWidget(before or self.start)
            self._stack.removeWidget(leaf)
            leaf.deleteLater()
            if before is self.start:
                self.start.focus_first()

        leaf.left.connect(leave)
        self._stack.addWidget(leaf)
        self._stack.setCurrentWidget(leaf)
        leaf.focus_first()

    def tell(self, sentence: str) -> None:
        """A sentence above the page that blocks nothing."""
        self._notice.say(sentence)
        self._notice.show()

    # ---- settings

    def set_theme(self, theme: Theme) -> None:
        self.look.set_theme(theme)
        self.keep(theme=theme)

    def set_text_size(self, factor: float) -> None:
        self.look.set_text_size(factor)
        self.keep(text_size=round(self.look.factor * 100))

    def keep(self, **changed: object) -> None:
        """Change settings and keep them; they matter too little for trouble to be told."""
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type]
        try:
            settings.save(self.settings)
        except SaveError:
            return

    # ---- below

    def _show_desk(self, made: Desk) -> None:
        self.desk = made
        self._notice.hide()
        workbook = made.workbook
        workbook.support.connect(lambda: workbook.show_address("support"))
        workbook.pause.connect(self.pause)
        workbook.save_copy.connect(self.save_copy)
        workbook.moved.connect(self._document_moved)
        workbook.moved.connect(lambda: QTimer.singleShot(0, self.ring, self.ring.refresh))
        made.apply_settings(self.settings)
        self._stack.addWidget(workbook)
        self._stack.setCurrentWidget(workbook)
        self.menus.attach(made)
        made.resume()
        self._document_moved()

    def _show_start(self) -> None:
        for number in range(self._stack.count() - 1, -1, -1):
            other = self._stack.widget(number)
            if other is not self.start and other is not None:
                self._stack.removeWidget(other)
                other.deleteLater()
        self.menus.attach(None)
        self.setWindowTitle("NTTP Readiness")
        self.start.show_recent(self.settings.recent)
        self._stack.setCurrentWidget(self.start)
        self.start.focus_first()

    def _document_moved(self) -> None:
        if self.desk is not None:
            self.setWindowTitle(f"{self.desk.session.assessment.profile.title} – NTTP Readiness")

    def _put_away(self) -> bool:
        """Save and close the open document; False where it could not be saved."""
        desk = self.desk
        if desk is None:
            return True
        if not desk.put_away():
            if not self._closing:
                self._closing = True
                self.tell(
                    tr(
                        "{problem} A recovery copy is kept on this computer. Save a copy"
                        " elsewhere, or close once more to leave it at that."
                    ).format(problem=desk.keeper.problem)
                )
                return False
            desk.leave()
        self._closing = False
        recent = desk.recent()
        if recent is not None:
            self.settings = settings.remember(self.settings, recent)
        self.keep()
        self.desk = None
        return True

    def _restore_place(self) -> None:
        """Size and place of last time, always on a screen that exists."""
        stored = QByteArray(base64.b64decode(self.settings.geometry or "", validate=False))
        if stored.isEmpty() or not self.restoreGeometry(stored):
            self.resize(1280, 768)
        room = (self.screen() or QGuiApplication.primaryScreen()).availableGeometry()
        frame: QRect = self.geometry()
        size = frame.size().boundedTo(room.size())
        if size != frame.size() or not room.intersects(frame):
            self.resize(size)
            self.move(room.topLeft())

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if not self._put_away():
            event.ignore()
            return
        geometry = bytes(self.saveGeometry().data())
        self.keep(geometry=base64.b64encode(geometry).decode("ascii"))
        super().closeEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        """Save at once when the person turns to another window."""
        super().changeEvent(event)
        if (
            event.type() == QEvent.Type.ActivationChange
            and self.desk is not None
            and not self.isActiveWindow()
        ):
            self.desk.keeper.save_at_once()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter presses the button with the focus, also where the system leaves that to Space."""
        focus = QApplication.focusWidget()
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and isinstance(focus, QAbstractButton):
            focus.click()
            return
        super().keyPressEvent(event)

    def toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
