"""What lies over the page that is shown: settings, help, guides, the page read out, links."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Page
from nttp_readiness.i18n import tr
from nttp_readiness.typed.places import page_address, place_kind
from nttp_readiness.ui.reflect.place_content import PlaceContent
from nttp_readiness.ui.shell.guide_content import GuideContent
from nttp_readiness.ui.shell.help_content import HelpContent, PageHelpContent
from nttp_readiness.ui.shell.open_document import bank_words, support_words
from nttp_readiness.ui.shell.reading_content import ReadingContent
from nttp_readiness.ui.shell.settings_content import SettingsContent
from nttp_readiness.ui.widgets.link_content import LinkContent
from nttp_readiness.ui.widgets.page_text import page_text

if TYPE_CHECKING:
    from nttp_readiness.presentation.screens.guides import GuideName
    from nttp_readiness.presentation.screens.page_topic import PageTopic
    from nttp_readiness.ui.shell.help_content import MenuKeys, Topic
    from nttp_readiness.ui.shell.shell import Shell


class OverlayCommands:
    """Lays words over the page; leaving them leads back to it."""

    def __init__(self, shell: Shell) -> None:
        self._shell = shell

    def show_support(self) -> None:
        """Whom to turn to, where no document has a page of it."""
        self._shell.lay_over(tr("Support"), support_words(self._shell.look), Page.SUPPORT)

    def show_settings(self, change: Callable[[str, object], None]) -> None:
        """Everything that can be set; `change` is called with the name and the value of what is."""
        words = SettingsContent(self._shell.look, self._shell.settings)
        words.changed.connect(change)
        self._shell.lay_over(tr("Settings"), words, "settings")

    def show_help(self, topic: Topic, menus: MenuKeys) -> None:
        """Keys, with those of the menus, or what this program is and where it keeps things."""
        bank = bank_words(self._shell.open_document) if topic == "about" else ""
        words = HelpContent(self._shell.look, topic, menus=menus, bank=bank)
        self._shell.lay_over(words.heading, words)

    def show_page_help(self, topic: PageTopic | None) -> None:
        """What that page is for, and what can be done there."""
        words = PageHelpContent(self._shell.look, topic)
        self._shell.lay_over(words.heading, words)

    def show_guide(self, name: GuideName) -> None:
        """A guide to read, with a search in all of them."""
        words = GuideContent(self._shell.look, name)
        words.link.connect(self.offer_link)
        self._shell.lay_over(words.heading, words)

    def read_page(self, shown: QWidget, name: str) -> None:
        """All that the page says which is shown, as one plain text; nothing where that text is
        shown already.
        """
        if isinstance(shown.findChild(ReadingContent), ReadingContent):
            return
        opened = self._shell.open_document
        if opened is None or shown is not opened.workbook:
            lines = page_text(shown)
        else:
            page, guide = opened.workbook.page, opened.workbook.page.guide
            beside = guide and guide.isVisible() and not page.isAncestorOf(guide)
            lines = [*page_text(page), *(page_text(guide) if guide and beside else ())]
        words = ReadingContent(self._shell.look, name, lines)
        self._shell.lay_over(words.heading, words)

    def offer_link(self, address: str) -> None:
        """A link leads out of this program: say where to before anything opens."""
        if place_kind(address) == "page":
            words = LinkContent(self._shell.look, page_address(address))
            self._shell.lay_over(tr("This link leads to the web"), words)
            return
        opened = self._shell.open_document
        place = PlaceContent(self._shell.look, address, opened.folder() if opened else None)
        self._shell.lay_over(place.heading, place)
