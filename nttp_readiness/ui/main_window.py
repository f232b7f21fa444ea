"""The one window: the start page, or an open document, with the menus of both."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QKeyEvent
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
from nttp_readiness.errors import NewerError, ReadinessError, SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage import folders, settings
from nttp_readiness.storage.settings import Settings
from nttp_readiness.ui import window_place
from nttp_readiness.ui.leaf import Leaf
from nttp_readiness.ui.look import Look, Theme
from nttp_readiness.ui.menus import Menus
from nttp_readiness.ui.parts.focus_ring import FocusRing
from nttp_readiness.ui.parts.notice import Notice
from nttp_readiness.ui.save_dialog import ask_where, with_its_suffix
from nttp_readiness.ui.start_page import StartPage

if TYPE_CHECKING:
    from nttp_readiness.domain.assessment import Assessment
    from nttp_readiness.storage.backups import Backup
    from nttp_readiness.storage.recovery import Recoverable
    from nttp_readiness.ui.desk import Desk
    from nttp_readiness.ui.help_words import Topic

SUFFIX = ".readiness"
SAMPLE = "council-service.readiness"
SAMPLE_WORKSHOP = "workshop.readiness"


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
        self._recent = settings.load().recent
        """The list on the disk as this window last saw it."""
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
        window_place.restore(self, kept.geometry)
        self._show_start()

    def warm_up(self) -> None:
        """Load what opening a document needs, once the first window is on the screen."""
        from nttp_readiness.ui import restoring  # noqa: PLC0415 - after the first paint, by design

        found = restoring.left_behind(self.look, self._bring_back)
        self.start.show_notices([notice for _, notice in found])

    # ---- documents

    def open_file(self, path: Path) -> None:
        """Open an assessment in place of what is open; a sentence says where it cannot be."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if not self._put_away():
            return
        try:
            made = Desk.open(self.look, path)
        except ReadinessError as problem:
            self._refuse(path, problem)
            return
        self._show_desk(made)

    def _refuse(self, path: Path, problem: ReadinessError) -> None:
        """Say why a file does not open, with what there is in its place."""
        from nttp_readiness.ui import restoring  # noqa: PLC0415 - hardly ever needed
        from nttp_readiness.ui.damaged_page import DamagedWords  # noqa: PLC0415

        gone = not folders.is_there(path)
        if gone and folders.is_there(path.parent):  # a drive that is away comes back
            self.settings = settings.forget(self.settings, path)
        self._show_start()
        found = restoring.beside_damaged(path)
        if isinstance(problem, NewerError) or not (found.states or found.left):
            self.tell(str(problem))
            return
        states = [said for _, said in found.states]
        words = DamagedWords(
            self.look,
            path.name,
            str(problem),
            states,
            found.left_words,
            readable=found.readable,
        )
        beside = path if found.readable else None
        words.replaced.connect(lambda n: self._bring(found.states[n][0], path, in_place=True))
        words.copied.connect(lambda n: self._bring(found.states[n][0], beside, in_place=False))
        words.left_wanted.connect(lambda: self._open_left(found.left))
        self._notice.hide()
        self._show_leaf(words.heading, words)

    def _open_left(self, left: Assessment | None) -> None:
        """Open what is left of a damaged file as a document of its own."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if left is not None and self._put_away():
            self._drop_leaves()
            self._show_desk(Desk.apart(self.look, left))

    def new(self) -> None:
        """Begin an assessment with the standard bank."""
        self._begin(None)

    def choose_questions(self) -> None:
        """Show the question banks at hand; one more press begins with one of them."""
        from nttp_readiness.ui import banks_words  # noqa: PLC0415 - few need it

        words = banks_words.BanksWords(self.look, banks_words.banks_at_hand())
        words.chosen.connect(lambda folder: self._begin(Path(folder)))
        self._show_leaf(words.heading, words, "banks")

    def _begin(self, bank: Path | None) -> None:
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        try:
            made = Desk.new(self.look, bank)
        except ReadinessError as problem:
            self.tell(str(problem))
            return
        if self._put_away():
            self._drop_leaves()
            self._show_desk(made)

    def open_sample_workshop(self) -> None:
        """Open a copy of the sample workshop at its results."""
        self.open_sample(SAMPLE_WORKSHOP)
        if self.desk is not None:
            self.go_to("workshop")

    def respond(self) -> None:
        """Answer an assessment as one person of many, into a file to hand over."""
        from nttp_readiness.ui.respond_window import RespondWindow  # noqa: PLC0415 - few need it

        path, _ = QFileDialog.getOpenFileName(
            self,
            tr("Which assessment do you answer?"),
            str(folders.documents()),
            tr("Assessments (*{suffix})").format(suffix=SUFFIX),
        )
        if not path:
            return
        try:
            window = RespondWindow(self.look, Path(path), parent=self)
        except ReadinessError as problem:
            self.tell(str(problem))
            return
        window.show()

    def open_sample(self, name: str = SAMPLE) -> None:
        """Open a copy of the sample, so that nothing is at stake."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        if not self._put_away():
            return
        try:
            made = Desk.open_copy(self.look, resources.assets() / "samples" / name)
        except ReadinessError as problem:
            self.tell(str(problem))
            return
        self._show_desk(made)

    def next_round(self, keep_answers: bool) -> None:  # noqa: FBT001 - a slot
        """Open the next round as a document of its own; the file of this one is left as it is."""
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        desk = self.desk
        if desk is None:
            return
        try:
            following = desk.next_round(keep_answers=keep_answers)
        except ReadinessError as problem:
            desk.workbook.tell(str(problem))
            return
        # A round that never had a file is given one first, so that it is there to compare with.
        if not desk.save() or desk.keeper.path is None:
            return
        folder = desk.keeper.path.parent
        if self._put_away():
            self._show_desk(Desk.begin(self.look, following, folder))

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
        suggested = with_its_suffix(self.desk.suggested_path(), SUFFIX)
        path = ask_where(self, tr("Save a copy"), suggested, tr("Assessments"))
        if path is not None:
            try:
                self.desk.keeper.save_copy(path)
            except SaveError as problem:
                self.tell(str(problem))
            else:
                self._notice.hide()

    def delete(self) -> None:
        """Show what would go with the open assessment; one more press deletes it."""
        from nttp_readiness.storage import deleting  # noqa: PLC0415 - hardly ever needed
        from nttp_readiness.ui.delete_page import DeleteWords  # noqa: PLC0415

        if self.desk is None:
            return
        assessment, path = self.desk.session.assessment, self.desk.keeper.path
        found = deleting.traces(assessment.id, path)
        recent = any(each.path == path for each in self.settings.recent)
        words = DeleteWords(self.look, assessment.profile.title, found, recent=recent)
        words.confirmed.connect(self._delete)
        self._show_leaf(tr("Delete this assessment"), words, "delete")

    def restore(self) -> None:
        """Show the earlier states of the open assessment."""
        from nttp_readiness.ui import restoring  # noqa: PLC0415 - hardly ever needed
        from nttp_readiness.ui.restore_page import RestoreWords  # noqa: PLC0415

        if self.desk is None:
            return
        found = restoring.earlier(self.desk.session.assessment)
        words = RestoreWords(self.look, [said for _, said in found])
        words.copied.connect(lambda number: self._restore(found[number][0], in_place=False))
        words.replaced.connect(lambda number: self._restore(found[number][0], in_place=True))
        self._show_leaf(tr("Restore an earlier version"), words, "restore")

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
            self.go_to("support")
            return
        from nttp_readiness.ui.desk import support_words  # noqa: PLC0415

        self._show_leaf(tr("Support"), support_words(self.look), "support")

    def show_settings(self) -> None:
        """Everything that can be set, on one page."""
        from nttp_readiness.ui.settings_page import SettingsWords  # noqa: PLC0415

        words = SettingsWords(self.look, self.settings)
        words.changed.connect(self.change_setting)
        self._show_leaf(tr("Settings"), words, "settings")

    def show_help(self, topic: Topic) -> None:
        """Keys, or what this program is and where it keeps things."""
        from nttp_readiness.ui.desk import bank_words  # noqa: PLC0415
        from nttp_readiness.ui.help_words import HelpWords  # noqa: PLC0415

        words = HelpWords(
            self.look,
            topic,
            menus=self.menus.keys() if topic == "keys" else (),
            bank=bank_words(self.desk) if topic == "about" else "",
        )
        self._show_leaf(words.heading, words)

    def show_page_help(self) -> None:
        """What the page that is shown is for, and what can be done there."""
        from nttp_readiness.ui.help_words import PageHelpWords  # noqa: PLC0415

        words = PageHelpWords(self.look, self._topic())
        self._show_leaf(words.heading, words)

    def offer_link(self, address: str) -> None:
        """A link leads out of this program: say where to before anything opens."""
        from nttp_readiness.ui.link_words import LinkWords  # noqa: PLC0415 - few follow one

        self._show_leaf(tr("This link leads to the web"), LinkWords(self.look, address))

    def _topic(self) -> str:
        shown = self._stack.currentWidget()
        if isinstance(shown, Leaf):
            return shown.topic
        return "start" if self.desk is None else self.desk.workbook.page_name

    def go_to(self, address: str) -> None:
        """Show a page of the open document, whatever stands before it."""
        if self.desk is not None:
            self._drop_leaves(but=self.desk.workbook)
            self.desk.workbook.show_address(address)

    def close_after_crash(self) -> None:
        """Close, saved where that still works; the recovery copy holds what could not be."""
        for _ in range(2):  # the second time leaves it at the recovery copy
            if self.close():
                return
        QApplication.exit(1)

    def _show_leaf(self, name: str, words: QWidget, topic: str = "") -> None:
        """Show words that belong to no document; leaving them goes back to what was shown."""
        before = self._stack.currentWidget()
        leaf = Leaf(self.look, name, words, topic, always=True)
        leaf.support.connect(self.show_support)
        leaf.pause.connect(self.pause)

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

    def change_setting(self, name: str, value: object) -> None:
        """Set one thing and let it show at once."""
        if name == "theme":
            self.look.set_theme(value)  # type: ignore[arg-type] # one of those that were offered
        elif name == "text_size" and isinstance(value, int):
            self.look.set_text_size(value / 100)
        self.keep(**{name: value})
        if self.desk is not None:
            self.desk.apply_settings(self.settings)

    def keep(self, **changed: object) -> None:
        """Change settings and keep them; they matter too little for trouble to be told."""
        self.settings = replace(self.settings, **changed)  # type: ignore[arg-type]
        there = settings.load().recent
        both = settings.put_together(self._recent, self.settings.recent, there)
        self.settings = replace(self.settings, recent=both)
        self.menus.show_settings(self.settings)
        try:
            settings.save(self.settings)
        except SaveError:
            return
        self._recent = both

    # ---- below

    def _show_desk(self, made: Desk) -> None:
        self.desk = made
        self._notice.hide()
        workbook = made.workbook
        workbook.support.connect(self.show_support)
        workbook.link.connect(self.offer_link)
        made.prepare.other_bank.connect(self.choose_questions)
        workbook.pause.connect(self.pause)
        workbook.save_copy.connect(self.save_copy)
        workbook.moved.connect(self._document_moved)
        made.session.changed.connect(self._stay)
        workbook.moved.connect(lambda: QTimer.singleShot(0, self.ring, self.ring.refresh))
        made.next_round_page.started.connect(self.next_round)
        made.apply_settings(self.settings)
        self._stack.addWidget(workbook)
        self._stack.setCurrentWidget(workbook)
        self.menus.attach(made)
        made.resume()
        self._offer_newer(made)
        self._document_moved()

    def _offer_newer(self, made: Desk) -> None:
        """Where a newer version of its questions is at hand, offer to carry the answers over."""
        from nttp_readiness.ui import newer_questions  # noqa: PLC0415 - not for the start page

        found = newer_questions.at_hand(made.session.assessment)
        if found is not None:
            made.workbook.offer(
                newer_questions.offered(made.session.assessment, found),
                tr("See what would come along"),
                lambda: self._look_at_newer(found.folder),
            )

    def _look_at_newer(self, folder: Path) -> None:
        """Show what would become of each answer, before anything is written."""
        from nttp_readiness.ui import newer_questions  # noqa: PLC0415

        if self.desk is None:
            return
        try:
            result = newer_questions.carried(self.desk.session.assessment, folder)
        except ReadinessError as problem:
            self.desk.workbook.tell(str(problem))
            return
        words = newer_questions.CarryOverWords(self.look, result)
        words.confirmed.connect(lambda: self._carry_over(folder))
        self._show_leaf(words.heading, words)

    def _carry_over(self, folder: Path) -> None:
        """Open a new document with the newer questions; the file of this one is left as it is."""
        from nttp_readiness.ui import newer_questions  # noqa: PLC0415
        from nttp_readiness.ui.desk import Desk  # noqa: PLC0415

        desk = self.desk
        if desk is None:
            return
        try:
            result = newer_questions.carried(desk.session.assessment, folder)
        except ReadinessError as problem:
            self.tell(str(problem))
            return
        if not desk.save() or desk.keeper.path is None:
            self.tell(desk.keeper.problem)
            return
        beside, name = desk.keeper.path.parent, newer_questions.file_name(result)
        if self._put_away():
            self._drop_leaves()
            self._show_desk(Desk.begin(self.look, result.assessment, beside, name))

    def _stay(self) -> None:
        """Whoever works on was not closing: the next time is the first one again."""
        self._closing = False

    def _drop_leaves(self, but: QWidget | None = None) -> None:
        """Nothing stands over the start page any more, or over the page that is spared."""
        for number in range(self._stack.count() - 1, -1, -1):
            other = self._stack.widget(number)
            if other not in (self.start, but) and other is not None:
                self._stack.removeWidget(other)
                other.deleteLater()

    def _show_start(self) -> None:
        self._drop_leaves()
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
                self._stack.setCurrentWidget(desk.workbook)
                self.tell(desk.stuck())
                return False
            desk.leave()
        self._closing = False
        recent = desk.recent()
        if recent is not None:
            self.settings = settings.remember(self.settings, recent)
        self.keep()
        self.desk = None
        return True

    def _delete(self) -> None:
        from nttp_readiness.storage import deleting  # noqa: PLC0415

        desk = self.desk
        if desk is None:
            return
        document, path = desk.session.assessment.id, desk.keeper.path
        desk.keeper.discard()
        self.desk = None
        said = tr("The assessment was deleted, with everything that this computer kept of it.")
        try:
            deleting.delete(document, path)
        except SaveError as problem:
            said = str(problem)
        if path is not None and not path.exists():
            self.settings = settings.forget(self.settings, path)
            self.keep()
        self._show_start()
        self.tell(said)

    def _restore(self, backup: Backup, *, in_place: bool) -> None:
        """Open an earlier state; what is there now is saved, and kept as a state before."""
        if self.desk is None:
            return
        if not self.desk.save():
            self._stack.setCurrentWidget(self.desk.workbook)  # its notice says why
            return
        path = self.desk.keeper.path
        if self._put_away():
            self._bring(backup, path, in_place=in_place)

    def _bring(self, backup: Backup, path: Path | None, *, in_place: bool) -> None:
        """Put an earlier state in place of a file, or make a copy of it, and open that."""
        from nttp_readiness.storage import backups  # noqa: PLC0415
        from nttp_readiness.ui import restoring  # noqa: PLC0415

        try:
            if in_place and path is not None:
                backups.restore(backup, path)
            else:
                path = restoring.copy_of(backup, path)
        except ReadinessError as problem:
            self._show_start()
            self.tell(str(problem))
            return
        self._drop_leaves()
        self.open_file(path)

    def _bring_back(self, found: Recoverable) -> None:
        from nttp_readiness.ui import restoring  # noqa: PLC0415

        try:
            made = restoring.brought_back(self.look, found)
        except ReadinessError as problem:
            self.tell(str(problem))
            return
        self.start.show_notices([])
        self._show_desk(made)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if not self._put_away():
            event.ignore()
            return
        self.keep(geometry=window_place.words(self))
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
