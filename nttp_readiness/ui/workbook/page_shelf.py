"""The pages of an open document, each made when it is first asked for."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from nttp_readiness.address import Page
from nttp_readiness.ui.theme import accessibility
from nttp_readiness.ui.workbook.workbook_page import WorkbookPage

PageMakers = Mapping[Page, Callable[[], WorkbookPage]]


class PageShelf(Mapping[Page, WorkbookPage]):
    """Every page by its name. Most sittings need a few of them; one that was made is kept.

    `placed` is called with each page right after it was made.
    """

    def __init__(self, makers: PageMakers, placed: Callable[[WorkbookPage], None]) -> None:
        self._makers, self._placed = makers, placed
        self._made: dict[Page, WorkbookPage] = {}

    def __getitem__(self, name: Page) -> WorkbookPage:
        page = self._made.get(name)
        if page is None:
            with accessibility.untold():
                page = self._made[name] = self._makers[name]()
                self._placed(page)
        return page

    def __iter__(self) -> Iterator[Page]:
        return iter(self._makers)

    def __len__(self) -> int:
        return len(self._makers)

    @property
    def made(self) -> tuple[WorkbookPage, ...]:
        """Those that were made so far."""
        return tuple(self._made.values())

    def missing(self) -> tuple[Page, ...]:
        """Those that nobody has asked for yet."""
        return tuple(name for name in self._makers if name not in self._made)
