"""What help can be about, and what it says there."""

from __future__ import annotations

from typing import Literal

from nttp_readiness.address import Page
from nttp_readiness.presentation.screens.page_keys import Keys
from nttp_readiness.values import dataclass

OutsideTopic = Literal[
    "start", "banks", "settings", "restore", "delete", "merge", "returned", "portfolio", "file"
]
PageTopic = Page | OutsideTopic
"""A page of a document, or one that lies outside any."""


@dataclass(frozen=True, slots=True)
class PageHelp:
    """`words` are short paragraphs; `keys` says what is pressed and what it does."""

    heading: str
    words: tuple[str, ...]
    keys: Keys = ()
