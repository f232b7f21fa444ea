"""The menu bar: every act has a place there and, where people expect one, a shortcut."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QMenuBar

from nttp_readiness.address import Address, Page, workshop_address
from nttp_readiness.i18n import tr
from nttp_readiness.ui.shell.menu_commands import MenuCommands, in_field
from nttp_readiness.ui.shell.menu_key import MenuKey
from nttp_readiness.ui.shell.menu_names import MenuName, NamedMenus

if TYPE_CHECKING:
    from nttp_readiness.storage.account.settings import Settings
    from nttp_readiness.ui.shell.documents import Documents
    from nttp_readiness.ui.shell.open_document import OpenDocument
    from nttp_readiness.ui.shell.shell import MenuShell
    from nttp_readiness.ui.theme.look import Theme

Keys = QKeySequence.StandardKey | str | None


class Menus:
    """Fills the menus once and turns on what the open document allows."""

    def __init__(
        self, shell: MenuShell, documents: Documents, bar: QMenuBar, named: NamedMenus
    ) -> None:
        self._shell, self._documents, self._bar, self._named = shell, documents, bar, named
        self._do = MenuCommands(shell)
        self._needs_document: list[QAction] = []
        self._needs_whole: list[QAction] = []
        """What a part of an assessment does not have."""
        self._switches: dict[str, QAction] = {}
        self._themes: dict[str, QAction] = {}
        self._all: dict[str, list[QAction]] = {}
        self._file()
        self._edit()
        self._view()
        self._assessment()
        self._workshop()
        self._help()
        # On macOS the system has the menus, and a key of its own.
        self._key = MenuKey(bar, shell.widget) if sys.platform != "darwin" else None
        self._fill_recent()
        self.attach(None)
        self.show_settings(shell.settings)

    def take_away(self) -> None:
        """Take every menu and key off the window, before others take their place."""
        for actions in self._all.values():
            for action in actions:
                action.setShortcuts([])
                action.deleteLater()
        self._bar.clear()
        if self._key is not None:
            self._key.stop()

    def attach(self, open_document: OpenDocument | None) -> None:
        """Serve that document, or none."""
        for action in self._needs_document:
            action.setEnabled(open_document is not None)
        if open_document is not None and open_document.session.assessment.part is not None:
            for action in self._needs_whole:
                action.setEnabled(False)
        self._undo.setEnabled(False)
        self._redo.setEnabled(False)
        self._name_undo("")
        self._name_redo("")
        if open_document is None:
            return
        stack = open_document.session.undo_stack
        stack.canUndoChanged.connect(self._undo.setEnabled)
        stack.canRedoChanged.connect(self._redo.setEnabled)
        stack.undoTextChanged.connect(self._name_undo)
        stack.redoTextChanged.connect(self._name_redo)

    def show_settings(self, settings: Settings) -> None:
        """Tick what is set, wherever it was set."""
        for name, action in self._switches.items():
            action.setChecked(bool(getattr(settings, name)))
        self._themes[settings.theme].setChecked(True)

    # ---- menus

    def _file(self) -> None:
        shell, documents = self._shell, self._documents
        menu = self._menu("file")
        self._add(menu, tr("&New assessment"), documents.begin, QKeySequence.StandardKey.New)
        self._add(menu, tr("New with other q&uestions…"), documents.choose_questions)
        self._add(menu, tr("&Open…"), documents.browse, QKeySequence.StandardKey.Open)
        self._recent = menu.addMenu(tr("Open &recent"))
        menu.aboutToShow.connect(self._fill_recent)
        self._add(menu, tr("Examples, and one of &your sector…"), documents.show_samples)
        self._add(menu, tr("Open the &sample"), documents.open_sample)
        self._add(menu, tr("Open the sample of a s&mall charity"), documents.open_small_sample)
        self._add(menu, tr("Open the sample &workshop"), shell.open_sample_workshop)
        menu.addSeparator()
        self._add(menu, tr("Save a &copy…"), documents.save_copy, "Ctrl+Shift+S", document=True)
        self._add(menu, tr("Rename…"), partial(documents.show_file, rename=True), document=True)
        self._add(menu, tr("Move to another folder…"), documents.move_file, document=True)
        self._add(menu, tr("Show &in folder"), documents.show_folder, document=True)
        self._add(menu, tr("Where this &file is"), documents.show_file, document=True)
        menu.addSeparator()
        self._add(
            menu, tr("Put to&gether with another file…"), documents.put_together, document=True
        )
        self._add(
            menu, tr("S&ave now"), self._do.save, QKeySequence.StandardKey.Save, document=True
        )
        self._add(
            menu, tr("&Export…"), partial(self._do.go, Address(Page.SHARE)), "Ctrl+E", whole=True
        )
        self._add(menu, tr("C&hanges from a spreadsheet…"), documents.bring_changes, document=True)
        self._add(
            menu, tr("Print pre&view"), self._do.preview, "Ctrl+Shift+P",
            whole=True,
        )  # fmt: skip
        self._add(
            menu, tr("&Print…"), self._do.print_paper,
            QKeySequence.StandardKey.Print, whole=True,
        )  # fmt: skip
        self._add(menu, tr("Print the &questions…"), documents.print_questions)
        self._add(menu, tr("Look at many teams…"), documents.many_teams)
        menu.addSeparator()
        self._add(menu, tr("Res&tore an earlier version…"), shell.restore, document=True)
        self._add(menu, tr("&Delete this assessment…"), shell.delete, document=True)
        self._add(menu, tr("C&lose assessment"), shell.close_document, "Ctrl+W", document=True)
        self._add(menu, tr("Pause and close"), shell.pause, "Ctrl+Q")

    def _edit(self) -> None:
        menu = self._menu("edit")
        self._undo = self._add(menu, tr("&Undo"), self._do.undo, QKeySequence.StandardKey.Undo)
        self._redo = self._add(menu, tr("&Redo"), self._do.redo, QKeySequence.StandardKey.Redo)
        menu.addSeparator()
        keys = QKeySequence.StandardKey
        self._add(menu, tr("Cu&t"), lambda: in_field("cut"), keys.Cut)
        self._add(menu, tr("&Copy"), lambda: in_field("copy"), keys.Copy)
        self._add(menu, tr("&Paste"), lambda: in_field("paste"), keys.Paste)
        self._add(menu, tr("Select &all"), lambda: in_field("selectAll"), keys.SelectAll)
        menu.addSeparator()
        self._add(
            menu, tr("&Find…"), partial(self._do.go, Address(Page.FIND)),
            QKeySequence.StandardKey.Find, document=True,
        )  # fmt: skip
        menu.addSeparator()
        self._add(menu, tr("&Settings…"), self._shell.show_settings, "Ctrl+,")

    def _view(self) -> None:
        shell, menu = self._shell, self._menu("view")
        look = shell.look

        def sized(change: Callable[[], None]) -> None:
            change()
            shell.set_text_size(look.factor)

        larger = self._add(
            menu, tr("&Larger text"), lambda: sized(look.larger), QKeySequence.StandardKey.ZoomIn
        )
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        self._add(
            menu, tr("&Smaller text"), lambda: sized(look.smaller), QKeySequence.StandardKey.ZoomOut
        )
        self._add(menu, tr("&Normal text"), lambda: shell.set_text_size(1.0), "Ctrl+0")
        menu.addSeparator()
        group = QActionGroup(shell.widget)
        themes: tuple[tuple[str, Theme], ...] = (
            (tr("As the s&ystem"), "system"),
            (tr("L&ight"), "light"),
            (tr("&Dark"), "dark"),
            (tr("&High contrast"), "contrast"),
        )
        for name, theme in themes:
            action = self._add(menu, name, partial(shell.set_theme, theme))
            action.setCheckable(True)
            self._themes[theme] = action
            group.addAction(action)
        menu.addSeparator()
        self._switch(menu, tr("&Time left"), "show_time")
        self._switch(menu, tr("Single &keys answer (0 to 4, N, R, S, C)"), "single_keys")
        self._switch(menu, tr("&Go on by itself after an answer"), "go_on")
        menu.addSeparator()
        self._add(menu, tr("List &view"), self._do.list_view, "Ctrl+L", document=True)
        self._add(menu, tr("&Full screen"), shell.toggle_full_screen, "F11")

    def _assessment(self) -> None:
        menu = self._menu("assessment")
        places = (
            (tr("&Prepare"), Page.PREPARE),
            (tr("&Reflect"), Page.REFLECT),
            (tr("&Check your answers"), Page.CHECK),
            (tr("&Understand"), Page.UNDERSTAND),
            (tr("P&lan"), Page.PLAN),
            (tr("&Share"), Page.SHARE),
        )
        for number, (name, page) in enumerate(places, start=1):
            whole = page in (Page.UNDERSTAND, Page.PLAN)
            go = partial(self._do.go, Address(page))
            self._add(menu, name, go, f"Ctrl+{number}", document=True, whole=whole)
        menu.addSeparator()
        self._add(
            menu, tr("Co&me back to this question"), self._do.come_back, "Ctrl+B", document=True
        )
        self._add(
            menu,
            tr("&What is not settled yet"),
            partial(self._do.go, Address(Page.CHECK, "unsettled")),
            "Ctrl+Shift+B",
            document=True,
        )
        self._add(menu, tr("W&hat now?"), partial(self._do.go, Address(Page.WHAT_NOW)), whole=True)
        self._add(
            menu, tr("Share &out the parts…"), partial(self._do.go, Address(Page.PARTS)),
            "Ctrl+Shift+O", whole=True,
        )  # fmt: skip
        self._add(
            menu, tr("E&vidence"), partial(self._do.go, Address(Page.EVIDENCE)), "Ctrl+Shift+E",
            document=True,
        )  # fmt: skip
        menu.addSeparator()
        self._add(
            menu,
            tr("Compare with an &earlier round…"),
            partial(self._do.go, Address(Page.COMPARE)),
            whole=True,
        )
        self._add(
            menu,
            tr("Start the &next round…"),
            partial(self._do.go, Address(Page.NEXT_ROUND)),
            whole=True,
        )
        menu.addSeparator()
        self._add(menu, tr("&Back"), self._do.back, "Alt+Left", document=True)

    def _workshop(self) -> None:
        menu = self._menu("workshop")
        places = (
            (tr("&Prepare the workshop"), workshop_address("prepare"), None),
            (tr("&Collect answers"), workshop_address("collect"), "Ctrl+Shift+C"),
            (tr("Private &ballots on this laptop"), workshop_address("ballots"), None),
            (tr("&Type counts"), workshop_address("count"), None),
            (tr("Present: &look together"), workshop_address("together"), "F5"),
            (tr("&Group results"), workshop_address("results"), None),
        )
        for name, place, keys in places:
            self._add(menu, name, partial(self._do.go, place), keys, whole=True)
        menu.addSeparator()
        self._add(menu, tr("&Answer as one person…"), self._documents.respond)

    def _help(self) -> None:
        shell, menu = self._shell, self._menu("help")
        self._add(menu, tr("Help for this &page"), shell.show_page_help, "F1")
        self._add(menu, tr("&Read this page"), shell.read_page, "F7")
        self._add(menu, tr("&Support"), shell.show_support, "Ctrl+F1")
        self._add(menu, tr("The &guide"), partial(shell.show_guide, "guide"), "Ctrl+Shift+F1")
        self._add(menu, tr("For &facilitators"), partial(shell.show_guide, "facilitators"))
        self._add(menu, tr("&Keys"), lambda: shell.show_help("keys"), "Shift+F1")
        self._add(menu, tr("A&ccessibility"), lambda: shell.show_help("accessibility"))
        self._add(menu, tr("&About NTTP Readiness"), lambda: shell.show_help("about"))

    # ---- what the page of keys says

    def keys(self) -> tuple[tuple[str, tuple[tuple[str, str], ...]], ...]:
        """Each menu with those of its acts that have keys: what one presses, and what it does."""
        said = []
        for menu, actions in self._all.items():
            rows = [(_keys_of(each), self._name_of(each)) for each in actions if each.shortcuts()]
            if rows:
                said.append((_plain(menu), tuple(rows)))
        return tuple(said)

    def _name_of(self, action: QAction) -> str:
        """Without what would be undone at this moment."""
        changing = {self._undo: tr("&Undo"), self._redo: tr("&Redo")}
        return _plain(changing.get(action, action.text()))

    # ---- below

    def _menu(self, name: MenuName) -> QMenu:
        menu = self._named[name]
        self._all[menu.title()] = []
        return menu

    def _fill_recent(self) -> None:
        """The assessments that were open here, the latest first."""
        shell, menu = self._shell, self._recent
        menu.clear()
        for number, each in enumerate(shell.settings.recent, start=1):
            name = each.title.replace("&", "&&")
            action = menu.addAction(f"&{number} {name}" if number < 10 else name)
            action.triggered.connect(lambda _=False, path=each.path: shell.ask_for(path))
        menu.setEnabled(not menu.isEmpty())

    def _add(
        self,
        menu: QMenu,
        name: str,
        act: Callable[[], object],
        keys: Keys = None,
        *,
        document: bool = False,
        whole: bool = False,
    ) -> QAction:
        action = QAction(name, self._shell.widget)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
        action.triggered.connect(lambda _=False: act())
        menu.addAction(action)
        self._all[menu.title()].append(action)
        if document or whole:
            self._needs_document.append(action)
        if whole:
            self._needs_whole.append(action)
        return action

    def _switch(self, menu: QMenu, name: str, setting: str) -> None:
        shell = self._shell

        def flip() -> None:
            shell.keep(**{setting: action.isChecked()})
            if shell.open_document is not None:
                shell.open_document.apply_settings(shell.settings)

        action = self._add(menu, name, flip)
        action.setCheckable(True)
        self._switches[setting] = action

    def _name_undo(self, step: str) -> None:
        """Undo says what it would take back."""
        self._undo.setText(f"{tr('&Undo')} {step.replace('&', '&&')}".strip())

    def _name_redo(self, step: str) -> None:
        """Redo says what it would bring again."""
        self._redo.setText(f"{tr('&Redo')} {step.replace('&', '&&')}".strip())


def _plain(name: str) -> str:
    """The name of an act without its letter to press and its dots."""
    return name.replace("&&", "\0").replace("&", "").replace("\0", "&").rstrip("…")


def _keys_of(action: QAction) -> str:
    native = QKeySequence.SequenceFormat.NativeText
    return ", ".join(each.toString(native) for each in action.shortcuts()[:2])
