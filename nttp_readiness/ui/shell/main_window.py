"""The one window: the start page, or an open document, with the menus of both."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QMainWindow,
    QVBoxLayout,
    QWidget,
)

from nttp_readiness import i18n
from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell import garbage_timer, window_place
from nttp_readiness.ui.shell.documents import SAMPLE_WORKSHOP, SUFFIX, Documents
from nttp_readiness.ui.shell.menu_names import name_menus
from nttp_readiness.ui.shell.recent_keeper import RecentKeeper
from nttp_readiness.ui.shell.settings_keeper import SettingsKeeper
from nttp_readiness.ui.shell.start_page import StartPage
from nttp_readiness.ui.shell.warm_up import WarmUp
from nttp_readiness.ui.theme import accessibility, single_keys, style_hints
from nttp_readiness.ui.theme.look import Look, Theme
from nttp_readiness.ui.widgets.focus_ring import FocusRing
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.page_stack import PageStack

if TYPE_CHECKING:
    from nttp_readiness.presentation.screens.guides import GuideName
    from nttp_readiness.presentation.screens.page_topic import PageTopic
    from nttp_readiness.storage.account.settings import Settings
    from nttp_readiness.ui.shell.help_content import Topic
    from nttp_readiness.ui.shell.menus import Menus
    from nttp_readiness.ui.shell.open_document import OpenDocument
    from nttp_readiness.ui.shell.overlay_commands import OverlayCommands
    from nttp_readiness.ui.shell.ready_documents import Kind as ReadyKind
    from nttp_readiness.ui.shell.ready_documents import ReadyDocuments


class MainWindow(QMainWindow):
    """Shows the start page until a document is opened, and again when it is closed.

    One that is not made `whole` gets what nobody sees of it with `warm_up`, once it is painted; one
    without its `start` page is given a document with `open_first` before it is shown.
    """

    def __init__(
        self, look: Look, kept: Settings, *, whole: bool = True, start: bool = True
    ) -> None:
        super().__init__()
        self.look = look
        self._kept = SettingsKeeper(look, kept)
        self.open_document: OpenDocument | None = None
        """The open document with its pages, None on the start page."""
        self.setWindowTitle("NTTP Readiness")
        self.setMinimumSize(320, 240)
        self._closing = False
        self._putting_away = False
        self._painted = whole
        """Whether what nobody sees may be made at once; else `warm_up` makes it."""
        self._loaded = False
        """Whether what documents need is loaded."""
        self._offer_taken: Callable[[], object] = lambda: None
        """What the button beside a sentence does."""
        self._offered = False
        """Whether what a crash left was offered."""
        self.documents = Documents(self)
        self._recent_keeper = RecentKeeper(self._remember, self)
        self._build()
        self.ring = FocusRing(self)
        window_place.restore(self, kept.geometry)
        window_place.watch(self)
        self.setAcceptDrops(True)
        if start:
            self.show_start()
        if whole:
            self.make_whole()

    def _build(self) -> None:
        """Everything that speaks: menus, the start page, and what lies around them."""
        look = self.look
        self.__dict__.pop("_notice", None)
        self.start = StartPage(look)
        self._stack = PageStack(look, self.start)
        self._stack.support.connect(self.show_support)
        self._stack.pause.connect(self.pause)
        self._stack.returned.connect(self._returned)
        self._stack.currentChanged.connect(self._name_window)
        middle = QWidget()
        column = self._column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._stack, 1)
        self.setCentralWidget(middle)
        style_hints.heed(self.menuBar())
        self._named_menus = name_menus(self.menuBar())
        for menu in self._named_menus.values():
            menu.aboutToShow.connect(self.make_whole)
        self.start.opened.connect(lambda path: self.ask_for(Path(path)))
        self.start.new.connect(self.new)
        self.start.sample.connect(self.open_sample)
        self.start.example.connect(self.documents.show_samples)
        self.start.browse.connect(self.documents.browse)
        self.start.questions.connect(self.documents.print_questions)
        self.start.crisis.connect(self.documents.show_crisis)
        self.start.support.connect(self.show_support)

    @cached_property
    def menus(self) -> Menus:
        """What the menus offer, with its keys."""
        from nttp_readiness.ui.shell.menus import Menus  # noqa: PLC0415 - after the first paint

        return Menus(self, self.documents, self.menuBar(), self._named_menus)

    @property
    def _filled(self) -> bool:
        """Whether the menus hold anything yet."""
        return "menus" in self.__dict__

    def make_whole(self) -> None:
        """Fill the menus, if they are not by now."""
        if not self._filled and self.open_document is not None:
            self.menus.attach(self.open_document)
        _ = self.menus

    @cached_property
    def _notice(self) -> Notice:
        """What is told above the page; made when there is something to tell."""
        notice = Notice(self.look, "trouble")
        notice.hide()
        notice.pressed.connect(self._take_offer)
        self._column.insertWidget(0, notice)
        return notice

    def warm_up(self) -> None:
        """Once the window is on the screen: make it whole, offer what a crash left, and load the
        rest while nobody waits for it.
        """
        followed, self._painted = self._painted, True
        self.make_whole()
        self._offer_left_behind()
        if self.open_document is not None:
            if not followed:
                self._recent_keeper.follow(self.open_document)
            self._offer(self.open_document)
        QTimer.singleShot(0, self, self._load_the_rest)

    def _load_the_rest(self) -> None:
        WarmUp(self).done.connect(self._prepare_pages)

    def _prepare_pages(self) -> None:
        """Once all is loaded: pages of the open document that nobody has asked for yet."""
        self._loaded = True
        if self.open_document is not None:
            from nttp_readiness.ui.shell.page_preparer import PagePreparer  # noqa: PLC0415 - with a document

            PagePreparer(self.open_document)
            self._ready.want("new")
        else:
            garbage_timer.leave_out_what_is_loaded()  # and no document among it, which closes
            self._ready.want("new", "sample")

    @cached_property
    def _ready(self) -> ReadyDocuments:
        """What is likely to be asked for next; first asked for once all is loaded."""
        from nttp_readiness.ui.shell.ready_documents import ReadyDocuments  # noqa: PLC0415 - after the start

        return ReadyDocuments(self, self.look, self._stack.size)

    def ready(self, kind: ReadyKind) -> OpenDocument | None:
        """A document of that kind that is ready to be shown; None where there is none."""
        return self._ready.take(kind) if self._loaded else None

    def _offer_left_behind(self) -> None:
        """Once: what a crash left."""
        if not self._offered and folders.files(folders.recovery(), "*"):
            from nttp_readiness.ui.shell.recovery import recovery_commands  # noqa: PLC0415 - after a crash

            recovery_commands.offer_left_behind(self)
        self._offered = True

    def open_first(self, path: Path) -> None:
        """Open the assessment that the program was started with, before the window is shown."""
        self._offer_left_behind()
        self.open_file(path)
        if self.open_document is None:
            self.show_start()

    @property
    def widget(self) -> QWidget:
        """The window itself: the parent of dialogs and of what lives as long as it."""
        return self

    # ---- documents

    def open_file(self, path: Path) -> None:
        """Open an assessment in place of what is open; a sentence says where it cannot be."""
        self.documents.open_file(path)

    def ask_for(self, path: Path) -> None:
        """Open an assessment as soon as it is read; the window answers meanwhile."""
        self.documents.ask_for(path)

    def new(self) -> None:
        """Begin an assessment with the standard bank."""
        self.documents.begin()

    def open_sample(self) -> None:
        """Open a copy of the sample, so that nothing is at stake."""
        self.documents.open_sample()

    def open_sample_workshop(self) -> None:
        """Open a copy of the sample workshop at its results."""
        self.documents.open_sample(SAMPLE_WORKSHOP)
        if self.open_document is not None:
            self.go_to(Address(Page.WORKSHOP))

    def delete(self) -> None:
        """Show what would go with the open assessment; one more press deletes it."""
        from nttp_readiness.ui.shell.recovery import delete_content  # noqa: PLC0415 - hardly ever needed

        delete_content.show(self)

    def restore(self) -> None:
        """Show the earlier states of the open assessment."""
        from nttp_readiness.ui.shell.recovery import recovery_commands  # noqa: PLC0415 - hardly ever needed

        recovery_commands.show_earlier(self)

    def close_document(self) -> None:
        """Back to the start page, everything saved."""
        if self.put_away():
            self.show_start()

    def pause(self) -> None:
        """Save and close at once; the next start offers to continue here."""
        self.close()

    def show_support(self) -> None:
        """Support is one click away, with or without a document."""
        if self.open_document is not None:
            self.go_to(Address(Page.SUPPORT))
            return
        self._overlays.show_support()

    def show_settings(self) -> None:
        """Everything that can be set, on one page."""
        self._overlays.show_settings(self.change_setting)

    def show_help(self, topic: Topic) -> None:
        """Keys, or what this program is and where it keeps things."""
        self._overlays.show_help(topic, self.menus.keys() if topic == "keys" else ())

    def show_guide(self, name: GuideName) -> None:
        """A guide to read, with a search in all of them."""
        self._overlays.show_guide(name)

    def read_page(self) -> None:
        """Everything that the page shows, as one plain text."""
        shown = self._stack.currentWidget()
        if shown is not None:
            self._overlays.read_page(shown, self._page_name())

    def show_page_help(self) -> None:
        """What the page that is shown is for, and what can be done there."""
        self._overlays.show_page_help(self._topic())

    def offer_link(self, address: str) -> None:
        """A link leads out of this program: say where to before anything opens."""
        self._overlays.offer_link(address)

    @cached_property
    def _overlays(self) -> OverlayCommands:
        from nttp_readiness.ui.shell.overlay_commands import OverlayCommands  # noqa: PLC0415 - when asked

        return OverlayCommands(self)

    def _topic(self) -> PageTopic | None:
        if self._stack.overlay is not None:
            return self._stack.overlay.topic
        return "start" if self.open_document is None else self.open_document.workbook.shown

    def go_to(self, address: Address) -> None:
        """Show a page of the open document, whatever stands before it."""
        if self.open_document is not None:
            self._stack.drop(but=self.open_document.workbook)
            self.open_document.workbook.show_address(address)

    def close_after_crash(self) -> None:
        """Close, saved where that still works; the recovery copy holds what could not be."""
        for _ in range(3):  # the last time leaves it at the recovery copy
            if self.close():
                return
        QApplication.exit(1)

    def lay_over(self, name: str, words: QWidget, topic: PageTopic | None = None) -> None:
        """Show words that belong to no document; leaving them goes back to what was shown."""
        self._stack.lay_over(name, words, topic, always=True)

    def drop_overlays(self) -> None:
        """Nothing lies over the start page any more."""
        self._stack.drop()

    def tell(self, sentence: str) -> None:
        """A sentence above the page that blocks nothing."""
        self.offer(sentence, "", lambda: None)

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """A sentence above the page with something to press beside it."""
        self._offer_taken = act
        self._notice.say(sentence, button)
        self._notice.show()

    def _take_offer(self) -> None:
        self._offer_taken()

    def hush(self) -> None:
        """Take back what was told."""
        if "_notice" in self.__dict__:
            self._notice.hide()

    # ---- settings

    @property
    def settings(self) -> Settings:
        """What is set."""
        return self._kept.settings

    def set_theme(self, theme: Theme) -> None:
        """Paint in that theme from now on."""
        self._kept.set_theme(theme)
        self._show_settings()

    def set_text_size(self, factor: float) -> None:
        """Set text in that size from now on; 1 is the normal one."""
        self._kept.set_text_size(factor)
        self._show_settings()

    def keep(self, **changed: object) -> None:
        """Change settings and keep them; they matter too little for trouble to be told."""
        self._kept.keep(**changed)
        self._show_settings()

    def _show_settings(self) -> None:
        """The menus tick what is set."""
        if self._filled:
            self.menus.show_settings(self.settings)

    def speak(self, language: str) -> None:
        """Speak that language from now on: the window says all anew, and what was open is open
        again where it was. Nothing changes where the open assessment cannot be saved first.
        """
        opened = self.open_document
        place = opened.workbook.page.address() if opened is not None else None
        if not self.put_away():
            return
        i18n.use(language)
        if self._loaded:
            self._ready.let_go()
        self.keep(language=language)
        self.menus.take_away()
        del self.menus
        self._build()
        self.make_whole()
        self.show_start()
        if opened is not None:
            self.documents.open_again(opened)
            if place is not None:
                self.go_to(place)
        self.show_settings()

    def change_setting(self, name: str, value: object) -> None:
        """Set one thing and let it show at once."""
        if name == "language":
            # The control that asked is part of what goes.
            QTimer.singleShot(0, self, lambda: self.speak(str(value)))
            return
        self._kept.change(name, value)
        self._show_settings()
        if self.open_document is not None:
            self.open_document.apply_settings(self.settings)

    # ---- below

    def show_document(self, made: OpenDocument) -> None:
        """Show an open document with its pages."""
        self.documents.call_off()
        self.open_document = made
        self.hush()
        workbook = made.workbook
        workbook.support.connect(self.show_support)
        workbook.link.connect(self.offer_link)
        made.pages.other_bank.connect(self.documents.choose_questions)
        made.pages.wording_wanted.connect(self.documents.take_wording)
        workbook.pause.connect(self.pause)
        made.pages.given_back.connect(self.pause)
        workbook.save_copy.connect(self.documents.save_copy)
        workbook.find_file.connect(self.documents.find_file)
        made.pages.file_wanted.connect(self.documents.show_file)
        made.autosave.went.connect(self._went)
        made.autosave.told.connect(self._name_window)
        workbook.moved.connect(self._name_window)
        made.session.changed.connect(self._stay)
        workbook.moved.connect(lambda: QTimer.singleShot(0, self.ring, self.ring.refresh))
        made.pages.next_round.connect(self.documents.next_round)
        made.pages.changes_wanted.connect(self.documents.bring_changes)
        made.apply_settings(self.settings)
        if self._painted:
            self.menus.attach(made)
        with accessibility.untold():
            self._stack.addWidget(workbook)
            made.resume()
        self._name_window()
        self._stack.show_page(workbook)
        workbook.page.arrive()  # once more, now that it can be seen and told
        if self._painted:
            self._recent_keeper.follow(made)
        if self.isVisible():  # else with `warm_up`
            QTimer.singleShot(0, workbook, lambda: self._offer(made))
        if self._loaded:
            self._prepare_pages()

    def _offer(self, made: OpenDocument) -> None:
        """What else there is for this document, once its page is drawn."""
        from nttp_readiness.ui.shell.recovery import merge_content, newer_questions  # noqa: PLC0415 - after the page

        if made is self.open_document:
            newer_questions.offer(self, made)
            merge_content.offer(self, made)
            if folders.files(folders.recovery(), "*"):
                from nttp_readiness.ui.shell.recovery import recovery_commands  # noqa: PLC0415 - after a crash

                recovery_commands.offer_for(self, made)

    def show_workbook(self) -> None:
        """Show the open document, with what its own notice says."""
        if self.open_document is not None:
            self._stack.show_page(self.open_document.workbook)

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these on the start page, in place of those that were there."""
        self.start.show_notices(notices)

    def _returned(self, page: QWidget, focus: QWidget | None) -> None:
        opened = self.open_document
        if page is self.start:
            self.start.arrive()
        elif opened is not None and page is opened.workbook:
            shown = opened.workbook.page
            if focus is None or not shown.isAncestorOf(focus):  # a bar around it says no page
                accessibility.announce(self, shown.purpose())

    def _stay(self) -> None:
        """Whoever works on was not closing: the next time is the first one again."""
        self._closing = False

    def show_start(self) -> None:
        """Show the start page and nothing else."""
        from_elsewhere = self._stack.currentWidget() is not self.start
        self._stack.drop()
        if self._filled:
            self.menus.attach(None)
        self.start.show_recent(self.settings.recent)
        self._stack.setCurrentWidget(self.start)
        self._name_window()
        self.start.arrive(at_heading=from_elsewhere)
        if self._loaded:
            self._prepare_pages()

    def _name_window(self) -> None:
        """The title says what the page is for, then whose it is and where its file is."""
        opened = self.open_document
        title = ""
        if opened is not None and opened.workbook.shown:
            from nttp_readiness.presentation.screens.file_words import title_words  # noqa: PLC0415 - with a document

            title = title_words(
                opened.session.assessment.profile.title, opened.autosave.path, folders.documents()
            )
        self.setWindowTitle(" – ".join(filter(None, (self._page_name(), title, "NTTP Readiness"))))

    def _page_name(self) -> str:
        overlay, opened = self._stack.overlay, self.open_document
        if overlay is not None:
            return overlay.accessibleName()
        if opened is None:
            return self.start.purpose()
        return opened.workbook.page.purpose() if opened.workbook.shown else ""

    def put_away(self) -> bool:
        """Save and close the open document; False where it could not be saved, and where it is
        asked once more while it is being saved.
        """
        if self._putting_away:
            return False
        self._putting_away = True
        try:
            return self._put_away()
        finally:
            self._putting_away = False

    def _put_away(self) -> bool:
        self.documents.call_off()
        open_document = self.open_document
        if open_document is None:
            return True
        if not open_document.workbook.may_leave():
            self._stack.drop(but=open_document.workbook)
            self._stack.setCurrentWidget(open_document.workbook)
            return False
        if not open_document.put_away():
            if not self._closing:
                self._closing = True
                self._stack.setCurrentWidget(open_document.workbook)
                self.tell(open_document.stuck())
                return False
            open_document.leave()
        self._closing = False
        self._recent_keeper.stop()
        self._remember()
        self.open_document = None
        return True

    def _remember(self, **changed: object) -> None:
        """The next start tells of the open document first, whatever ends this one."""
        recent = self.open_document.recent() if self.open_document is not None else None
        self._kept.remember(recent, **changed)
        self._show_settings()

    def keep_before_the_session_ends(self) -> None:
        """Keep everything: whoever logs off or shuts down may not be asked again.

        The document stays open, as another program may call the shutdown off.
        """
        if self.open_document is not None:
            self.open_document.save_for_the_end()
        self._remember(geometry=window_place.words(self))

    def end(self) -> None:
        """The system ends this program: keep everything, whatever the person was amid."""
        self.keep_before_the_session_ends()
        self.close_after_crash()
        QApplication.exit()

    def forget_document(self, path: Path | None) -> None:
        """The open document is gone; so is its place in the list, where its file went too."""
        self._recent_keeper.stop()
        self.open_document = None
        if path is not None and not path.exists():
            self.forget_recent(path)
            self.keep()
        self.show_start()

    def _went(self, before: Path, _after: Path) -> None:
        """The list knows the file at its new place, and no longer at the old one."""
        self.forget_recent(before)
        self._remember()

    def forget_recent(self, path: Path) -> None:
        """The start page tells of that file no more."""
        self._kept.forget(path)

    def closeEvent(self, event: QCloseEvent, /) -> None:
        if not self.put_away():
            event.ignore()
            return
        self.keep(geometry=window_place.words(self))
        if self._loaded:
            self._ready.let_go()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent, /) -> None:
        """Save at once when the person turns to another window."""
        super().changeEvent(event)
        if (
            event.type() == QEvent.Type.ActivationChange
            and self.open_document is not None
            and not self.isActiveWindow()
        ):
            self.open_document.autosave.save_at_once()

    def event(self, event: QEvent, /) -> bool:
        """The keys of menus work before these are filled: then they are, as one is pressed."""
        pressed = event.type() == QEvent.Type.ShortcutOverride and not self._filled
        if pressed and isinstance(event, QKeyEvent):
            ways = Qt.KeyboardModifier
            held = event.modifiers() & (ways.ControlModifier | ways.AltModifier | ways.MetaModifier)
            if held or Qt.Key.Key_F1 <= event.key() <= Qt.Key.Key_F35:
                self.make_whole()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter presses the button with the focus, also where the system leaves that to Space."""
        focus = QApplication.focusWidget()
        if single_keys.is_enter(event) and isinstance(focus, QAbstractButton):
            if not single_keys.is_held(event):
                focus.click()
            return
        if event.key() == Qt.Key.Key_Escape and self.isFullScreen():
            self.toggle_full_screen()
            return
        super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent, /) -> None:
        """One assessment can be dropped anywhere on the window."""
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent, /) -> None:
        """Open the assessment that was dropped, as if it had been chosen."""
        path = _dropped(event)
        if path is not None:
            event.acceptProposedAction()
            self.ask_for(path)

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        if not self.isFullScreen():
            self.tell(tr("F11 or Esc brings the title bar back."))
        else:
            self.hush()
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)


def _dropped(event: QDropEvent) -> Path | None:
    """The one assessment that is dropped; None for anything else."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return None
    path = Path(urls[0].toLocalFile())
    return path if path.suffix.lower() == SUFFIX else None
