"""Where something is, as people type or paste it: a page, a file, another computer, or in words.

It is told from the text alone. Nothing is asked of the disk or of a network.
"""

from __future__ import annotations

import re
from typing import Literal

PlaceKind = Literal["", "page", "network", "file", "words"]
_PAGE = re.compile(r"(?:https?://|mailto:|www\.)\S+", re.IGNORECASE)
_NETWORK = re.compile(r"(?:[\\/]{2}|(?:smb|ftp|sftp|nfs|dav|davs|afp|cifs|file)://)", re.IGNORECASE)
_DRIVE = re.compile(r"[A-Za-z]:(?:[\\/]|$)")
_ENDING = re.compile(r"[^\\/]\.[A-Za-z0-9]{1,5}$")


def place_kind(text: str) -> PlaceKind:
    """What a place is. "network" is another computer, so that nothing ever asks it unbidden; an
    address of any other protocol counts as one.
    """
    text = text.strip()
    if not text:
        return ""
    if _PAGE.fullmatch(text):
        return "page"
    if _NETWORK.match(text):
        return "network"
    if _DRIVE.match(text) or text.startswith("/"):
        return "file"
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", text):
        return "words" if " " in text else "network"
    return "file" if _ENDING.search(text) else "words"


def page_address(text: str) -> str:
    """The address of a page in full: "www." is understood as people mean it."""
    text = text.strip()
    return f"https://{text}" if text.lower().startswith("www.") else text


def has_drive(text: str) -> bool:
    """Whether it begins with the letter of a drive, as on Windows."""
    return _DRIVE.match(text.strip()) is not None
