"""What comes with a paste and was never meant: ends of lines, tabs, the folders of a file, and more
than there is room for.

A cell of a spreadsheet brings its line end along, and a file that was copied in a file manager the
whole way to it, with the name of the account.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_BREAKS = "[\x00-\x1f\x7f\x85\u2028\u2029]+"
_FILE = r"(?i)file:///?[^\s<>\"]+"


def one_line(text: str) -> str:
    """The text with a space for each break, tab and control character; none at its end."""
    if not re.search(_BREAKS, text):
        return text
    return re.sub(_BREAKS, " ", text.rstrip("\x00\t\n\x0b\x0c\r\x85\u2028\u2029"))


def without_folders(text: str) -> str:
    """The text with the name of a file for each address of one on a computer."""
    return (
        re.sub(_FILE, lambda found: file_name(found[0]), text) if "file:/" in text.lower() else text
    )


def fitting(text: str, at: int, longest: int) -> tuple[str, int]:
    """The text with no more than `longest` letters, and where the cursor is in it, which is at `at`
    in the whole. What was written last goes, which ends at the cursor; what stood there stays.
    """
    over = max(0, len(text) - longest)
    if not over:
        return text, at
    begin = max(0, at - over)
    kept = text[:begin] + text[at:]
    return kept[:longest], begin


def file_name(address: str) -> str:
    """The name of the file or folder at the end of its address."""
    return unquote(address).replace("\\", "/").rstrip("/").rpartition("/")[2]
