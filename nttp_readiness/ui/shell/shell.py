"""What the window does for what stands in it: documents, menus, recovery pages, crash.

They are given a `Shell` and never the window's own class, so that none of them hangs on it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Literal, Protocol

from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from nttp_readiness.address import Address
    from nttp_readiness.presentation.screens.guides import GuideName
    from nttp_readiness.presentation.screens.page_topic import PageTopic
    from nttp_readiness.storage.account.settings import Settings
    from nttp_readiness.ui.shell.help_content import Topic
    from nttp_readiness.ui.shell.open_document import OpenDocument
    from nttp_readiness.ui.theme.look import Look, Theme
    from nttp_readiness.ui.widgets.notice import Notice


class Shell(Protocol):
    """Shows the start page or one open document, and words that lie over either."""

    look: Look
    open_document: OpenDocument | None
    """The open document with its pages, None on the start page."""

    @property
    def settings(self) -> Settings:
        """What is set."""
        ...

    @property
    def widget(self) -> QWidget:
        """The window itself: the parent of dialogs and of what lives as long as it."""
        ...

    def open_file(self, path: Path) -> None:
        """Open an assessment in place of what is open; a sentence says where it cannot be."""
        ...

    def ask_for(self, path: Path) -> None:
        """Open an assessment as soon as it is read; the window answers meanwhile."""
        ...

    def show_document(self, made: OpenDocument) -> None:
        """Show an open document with its pages."""
        ...

    def ready(self, kind: Literal["new", "sample"]) -> OpenDocument | None:
        """A document of that kind that is ready to be shown; None where there is none."""
        ...

    def show_workbook(self) -> None:
        """Show the open document, with what its own notice says."""
        ...

    def go_to(self, address: Address) -> None:
        """Show a page of the open document, whatever stands before it."""
        ...

    def show_start(self) -> None:
        """Show the start page and nothing else."""
        ...

    def show_notices(self, notices: Sequence[Notice]) -> None:
        """Show these on the start page, in place of those that were there."""
        ...

    def lay_over(self, name: str, words: QWidget, topic: PageTopic | None = None) -> None:
        """Show words that belong to no document; leaving them goes back to what was shown."""
        ...

    def drop_overlays(self) -> None:
        """Nothing lies over the start page any more."""
        ...

    def tell(self, sentence: str) -> None:
        """A sentence above the page that blocks nothing."""
        ...

    def offer(self, sentence: str, button: str, act: Callable[[], object]) -> None:
        """A sentence above the page with something to press beside it."""
        ...

    def hush(self) -> None:
        """Take back what was told."""
        ...

    def put_away(self) -> bool:
        """Save and close the open document; False where it could not be saved."""
        ...

    def forget_document(self, path: Path | None) -> None:
        """The open document is gone; so is its place in the list, where its file went too."""
        ...

    def forget_recent(self, path: Path) -> None:
        """The start page tells of that file no more."""
        ...

    def close_after_crash(self) -> None:
        """Close, saved where that still works; the recovery copy holds what could not be."""
        ...


class MenuShell(Shell, Protocol):
    """What the menus can ask for besides."""

    def open_sample_workshop(self) -> None:
        """Open a copy of the sample workshop at its results."""
        ...

    def restore(self) -> None:
        """Show the earlier states of the open assessment."""
        ...

    def delete(self) -> None:
        """Show what would go with the open assessment; one more press deletes it."""
        ...

    def close_document(self) -> None:
        """Back to the start page, everything saved."""
        ...

    def pause(self) -> None:
        """Save and close at once; the next start offers to continue here."""
        ...

    def show_settings(self) -> None:
        """Everything that can be set, on one page."""
        ...

    def show_support(self) -> None:
        """Support is one click away, with or without a document."""
        ...

    def show_help(self, topic: Topic) -> None:
        """Keys, or what this program is and where it keeps things."""
        ...

    def show_guide(self, name: GuideName) -> None:
        """A guide to read, with a search in all of them."""
        ...

    def read_page(self) -> None:
        """Everything that the page shows, as one plain text."""
        ...

    def show_page_help(self) -> None:
        """What the page that is shown is for, and what can be done there."""
        ...

    def set_theme(self, theme: Theme) -> None:
        """Paint in that theme from now on."""
        ...

    def set_text_size(self, factor: float) -> None:
        """Set text in that size from now on; 1 is the normal one."""
        ...

    def keep(self, **changed: object) -> None:
        """Change settings and keep them; they matter too little for trouble to be told."""
        ...

    def toggle_full_screen(self) -> None:
        """Fill the screen, or stop doing so."""
        ...
