"""TrueType fonts for tagged PDFs."""

from __future__ import annotations

import struct
from collections.abc import Container, Sequence
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from reportlab.pdfbase import pdfmetrics, ttfonts

_DAMAGED = (ttfonts.TTFError, struct.error, LookupError, ValueError, TypeError, AttributeError,
            OverflowError, ZeroDivisionError, MemoryError)  # fmt: skip
"""What reading a font that is none, or is damaged, may raise."""


class FontError(Exception):
    """A file that cannot be used as a TrueType font."""


def register(name: str, font: Path | bytes) -> None:
    """Makes the font at that path, or in those bytes, known as `name`, once and for all documents.

    Raises FontError for bytes that cannot be used, also where only a letter of theirs cannot.
    """
    if name in pdfmetrics.getRegisteredFontNames():
        return
    if isinstance(font, Path):
        pdfmetrics.registerFont(ttfonts.TTFont(name, str(font)))
        return
    try:
        made = ttfonts.TTFont(name, BytesIO(font))
        # Reportlab would take what has the same names for the same font.
        made.face.filename, made.face.name = name, name.encode("ascii")
        made.face.makeSubset([0, *list(made.face.charToGlyph)[:4000]])
    except _DAMAGED as error:
        raise FontError(str(error)) from error
    pdfmetrics.registerFont(made)


def coverage(name: str) -> Container[int]:
    """The code points that this registered font can draw."""
    glyphs: Container[int] = pdfmetrics.getFont(name).face.charToGlyph
    return glyphs


@lru_cache(maxsize=65536)
def unit_width(text: str, font: str) -> float:
    """The width of `text` at a size of one point."""
    return float(pdfmetrics.stringWidth(text, font, 1000)) / 1000


@lru_cache
def vertical(font: str) -> tuple[float, float]:
    """How far the font reaches above its base line and, as a negative number, below it, at one
    point.
    """
    face = pdfmetrics.getFont(font).face
    return face.ascent / 1000, face.descent / 1000


def _to_unicode(name: str, subset: Sequence[int]) -> str:
    """The table from codes to characters of one subset of a font.

    Reportlab 5.1 maps unused codes to U+0000, which PDF/UA-1 forbids (7.21.7), puts more than a
    hundred entries in one block, and writes characters above U+FFFF with five digits.
    """
    rows = [
        f"<{code:02X}> <{chr(character).encode('utf-16-be').hex().upper()}>"
        for code, character in enumerate(subset)
        if character
    ]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
        f"/CMapName /{name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        "<00> <FF>",
        "endcodespacerange",
    ]
    for start in range(0, len(rows), 100):
        block = rows[start : start + 100]
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


ttfonts.makeToUnicodeCMap = _to_unicode
