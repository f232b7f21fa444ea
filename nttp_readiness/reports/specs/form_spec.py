"""What is declared of a form: its name, what it is good for, and what it is made of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

from nttp_readiness.address import Address, Page
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.export_request import FormOption, Making, Size
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from nttp_readiness.presentation.papers.slide_deck import Deck

FormId = Literal[
    "plan", "report", "one-page", "large-print", "grey", "views", "board", "slides",
    "easy-read", "poster", "questionnaire", "ballots", "answer-sheet", "roles", "scrutiny",
    "outside", "crisis", "record", "group", "example", "card", "evidence", "owner", "actions",
    "tracker", "calendar", "comparison", "data", "group-data",
]  # fmt: skip
"""In the order in which forms are offered."""
Occasion = Literal["meeting", "hand_out", "follow_up", "ask", "keep"]
"""What somebody has before them who needs a form: forms are offered by it."""
OCCASIONS: tuple[Occasion, ...] = get_args(Occasion)
BankPart = Literal["", "practice_types", "scrutiny", "outside", "crisis"]
PARTS: tuple[FormOption, ...] = ("scores", "notes", "names")
"""What can be left out of most forms."""


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form with its name, what it is good for, the suffixes that it can be written with, and what
    can be chosen for it. `build` makes the report or the slides that are written, or the file.
    """

    id: FormId
    name: str
    use: str
    occasion: Occasion
    build: Callable[[Making], Report | Deck | bytes]
    suffixes: tuple[str, ...] = (".pdf",)
    choices: tuple[FormOption, ...] = ()
    single_page: bool = False
    """Its PDF fills one page of paper, or pages that are cut apart."""
    of_a_group: bool = False
    """It exists where a round of group answers is closed."""
    made_from: BankPart = ""
    """The part of the bank that it is made from; it exists where the questions have that part."""
    of_practice: bool = False
    """It exists where the questions name kinds of practice."""
    of_notes: bool = False
    """It is made of notes and evidence: whoever asks for it asks for them."""
    of_owners: bool = False
    """It exists where somebody owns an action."""
    size: Size | None = None
    """The size of text that it always has."""
    grey: bool = False
    """It is always without colours."""
    comes_back: bool = False
    """What is changed in it can be taken into the plan."""
    sizes: tuple[Size, ...] = ("standard", "clear", "large")
    """The sizes of text that can be chosen, where any can."""
    with_logo: bool = False
    """The organisation's logo stands at its head."""
    templated: bool = False
    """Its Word file is written in the organisation's own template."""

    def both_sides(self, size: Size) -> bool:
        """Whether its single page may become the two sides of one sheet in that size of text."""
        return self.id == "one-page" and size == "large"


def form_address(form: FormId) -> Address:
    """Where that form is chosen."""
    return Address(Page.SHARE, form)
