"""Where one is in a document: which page, and what it shows there.

Pages, menus, help, Find and the place where somebody paused all speak of it with these two types.
It is loaded with the first window, so it needs nothing.
"""

from __future__ import annotations

from enum import Enum
from typing import Literal, NamedTuple

WorkshopPart = Literal["prepare", "collect", "count", "results", "together", "ballots"]
"""What the page of the workshop shows; the last two open a window of their own."""


class Page(Enum):
    """The pages of an open document. The value is how an address begins in a file."""

    PREPARE = "prepare"
    REFLECT = "reflect"
    LIST = "list"
    CHECK = "check"
    UNDERSTAND = "understand"
    COMPARE = "compare"
    NEXT_ROUND = "next-round"
    PLAN = "plan"
    SHARE = "share"
    WORKSHOP = "workshop"
    EVIDENCE = "evidence"
    FIND = "find"
    PARTS = "parts"
    WHAT_NOW = "what-now"
    SUPPORT = "support"


class AddressError(ValueError):
    """A text that names no page."""


class Address(NamedTuple):
    """A page, and the `part` of the document that it shows; without one, the page as it is.

    What a part can be is said by the page: a question, an action, a form. Those come and go with
    the document, so a page that knows no such part shows what is nearest. (A named tuple, as it is
    made in an eighth of the time that a dataclass takes, before the first window is painted.)
    """

    page: Page
    part: str = ""

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address in a text such as "reflect/WEL-2". Raises AddressError."""
        name, _, part = text.partition("/")
        try:
            return cls(Page(name), part)
        except ValueError:
            raise AddressError(f"There is no page called “{name[:40]}”.") from None

    def __str__(self) -> str:
        """The text that `parse` reads."""
        return f"{self.page.value}/{self.part}" if self.part else self.page.value


def workshop_address(part: WorkshopPart) -> Address:
    """A part of the workshop's page."""
    return Address(Page.WORKSHOP, part)
