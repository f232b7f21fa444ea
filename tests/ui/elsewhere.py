"""Stands in for pages that a test has no use for, so that going there is seen and nothing more."""

from nttp_readiness.address import Address, Page
from nttp_readiness.ui.workbook.workbook_page import WorkbookPage


class Elsewhere(WorkbookPage):
    """An empty page that knows its address."""

    def __init__(self, look, session, page):
        super().__init__(look, session)
        self._address = Address(page)

    def open(self, rest):
        self._address = Address(self._address.page, rest)

    def address(self):
        return self._address


def whole(look, session, pages):
    """What makes these pages, and an empty one for each that a workbook has besides."""
    made = {page: (lambda each=each: each) for page, each in pages.items()}
    empty = {
        page: (lambda page=page: Elsewhere(look, session, page))
        for page in Page
        if page not in pages
    }
    return {**made, **empty}
