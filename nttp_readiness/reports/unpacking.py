"""How much a spreadsheet that comes in unpacks to, told before anything reads it as one."""

from __future__ import annotations

import zipfile
import zlib
from io import BytesIO

UNPACKED_LIMIT = 96 * 1024 * 1024
"""Bytes that all parts of a spreadsheet may have once they are unpacked."""
MOST_TAGS = 800_000
"""Tags of all parts: each becomes an object, so that a few bytes could take a laptop's memory."""
BROKEN = (
    zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, OverflowError,
    RuntimeError, ValueError,
)  # fmt: skip
"""What a file raises that is no whole zip, or an encrypted one."""
_CHUNK = 1024 * 1024


def unpacks_to_too_much(data: bytes) -> bool:
    """Whether the parts are too large, or hold too many tags. Raises one of BROKEN."""
    with zipfile.ZipFile(BytesIO(data)) as parts:
        names = parts.infolist()
        if sum(each.file_size for each in names) > UNPACKED_LIMIT:
            return True
        tags = 0
        for each in names:
            with parts.open(each) as part:
                while chunk := part.read(_CHUNK):
                    tags += chunk.count(b"<")
                    if tags > MOST_TAGS:
                        return True
    return False
