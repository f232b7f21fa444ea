"""What comes with a paste and was never meant: ends of lines, tabs, and the folders of a file.

A cell of a spreadsheet brings its line end along, and a file that was copied in a file manager the
whole way to it, with the name of the account.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

_BREAKS = re.compile("[\x00-\x1f\x7f\x85\u2028\u2029]+")
_FILE = re.compile(r"file:///?[^\s<>\"]+", re.IGNORECASE)


def one_line(text: str) -> str:
    """The text with a space for each break, tab and control character; none at its end."""
    if not _BREAKS.search(text):
        return text
    return _BREAKS.sub(" ", text.rstrip("\x00\t\n\x0b\x0c\r\x85\u2028\u2029"))


def without_folders(text: str) -> str:
    """The text with the name of a file for each address of one on a computer."""
    return _FILE.sub(lambda found: file_name(found[0]), text) if "file:/" in text.lower() else text


def file_name(address: str) -> str:
    """The name of the file or folder at the end of its address."""
    return unquote(address).replace("\\", "/").rstrip("/").rpartition("/")[2]
