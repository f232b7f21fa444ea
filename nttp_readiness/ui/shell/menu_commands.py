"""What the menus do with the open document; nothing where none is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import announce

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import MenuShell


class MenuCommands:
    """Each asks the window for its document at the moment it is chosen."""

    def __init__(self, shell: MenuShell) -> None:
        self._shell = shell

    def go(self, address: Address) -> None:
        """Show that page."""
        self._shell.go_to(address)

    def preview(self) -> None:
        """Show on Share what would be printed."""
        self.go(Address(Page.SHARE))
        if self._shell.open_document is not None:
            self._shell.open_document.share.show_preview()

    def print_paper(self) -> None:
        """Print what is chosen on Share, once it is made."""
        self.go(Address(Page.SHARE))
        if self._shell.open_document is not None:
            self._shell.open_document.share.print_when_made()

    def list_view(self) -> None:
        """A whole domain at once, or back to one question: the same one in both."""
        if self._shell.open_document is not None:
            here = self._shell.open_document.workbook.page.address()
            other = {Page.LIST: Page.REFLECT, Page.REFLECT: Page.LIST}.get(here.page)
            self.go(Address(other, here.part) if other else Address(Page.LIST))

    def come_back(self) -> None:
        """Mark the question that is shown, or take its mark away."""
        opened = self._shell.open_document
        if opened is not None and opened.workbook.shown is Page.REFLECT:
            opened.reflect.flip_mark()

    def back(self) -> None:
        """Go to the page before this one."""
        if self._shell.open_document is not None:
            self._shell.open_document.workbook.go_back()

    def save(self) -> None:
        """Save now."""
        if self._shell.open_document is not None:
            self._shell.open_document.save()

    def undo(self) -> None:
        """Take back the last step, and say which one it was."""
        if self._shell.open_document is not None:
            stack = self._shell.open_document.session.undo_stack
            said = tr("Undone: {step}").format(step=stack.undoText())
            stack.undo()
            _tell(said)

    def redo(self) -> None:
        """Bring back what was undone, and say what it is."""
        if self._shell.open_document is not None:
            stack = self._shell.open_document.session.undo_stack
            said = tr("Done again: {step}").format(step=stack.redoText())
            stack.redo()
            _tell(said)


def in_field(act: Literal["cut", "copy", "paste", "selectAll"]) -> None:
    """Do that with the field that one is in, if one is in any."""
    field = QApplication.focusWidget()
    if isinstance(field, QLineEdit | QPlainTextEdit):
        getattr(field, act)()


def _tell(sentence: str) -> None:
    """Say what has changed without a word on the screen."""
    window = QApplication.activeWindow()
    if window is not None:
        announce(window, sentence)
