"""How a sheet is laid out: how wide its columns are, how high its rows, and on which pages they are
printed. The same for every kind of spreadsheet.

Programs disagree on rows of wrapped text that come without a height: Excel makes them as high as
their text, others show the first line alone. So each row says how high it is, measured with the
widths of letters that Excel has for its own typeface.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from xlsxwriter.utility import xl_pixel_width

from nttp_readiness.presentation.words.sheets import Amount, Sheet, SheetColumn
from nttp_readiness.values import dataclass

LINE = 15.0
"""Points of a line of text."""
HIGHEST = 409.0
"""Points of the highest row that Excel has."""
CAPTION_LINE = 20.0
_CAPTION = 13 / 11
"""How much larger its letters are than those of cells."""
_DIGIT, _PADDING, _BUTTON = 7, 5, 18
"""Pixels: of a digit, beside what stands in a cell, and of the button by which one filters."""
_BOLD = 1.08
_NARROWEST = 6
_LONGEST_DAY = "30 September 2027"
PAPER, MARGIN = 297.0, 10.0
"""Millimetres of the longer side of A4, and of the margin at each of its ends."""
_ROOM = (PAPER - 2 * MARGIN) / 25.4 * 96
"""Pixels beside each other on a sheet of paper where nothing is made smaller."""
LEAST_SCALE = 67
"""Per cent: letters of 11 points are printed with 7.4 at least."""
_MOST_LINES, _WIDER = 22, 1.5
"""Before a row has more lines than that, its column may be so many times as wide as declared: no
row of Excel is higher than 27 lines.
"""
_TOLERANCE = 0.9
"""Some programs print columns wider than Excel shows them, by a digit that is no whole pixels: what
stood beside each other would then be too wide for the paper, and its last column be alone.
"""
_NEARLY = 3
"""A heading that misses one line by so many characters has it: no "%" stands alone below it."""


@dataclass(frozen=True, slots=True)
class PaperLayout:
    """`widths` of the columns in characters. Where they do not fit beside each other, those at
    `breaks` begin another sheet of paper, on which the first `repeated` ones stand again.
    """

    widths: tuple[int, ...]
    scale: int
    breaks: tuple[int, ...] = ()
    repeated: int = 0


def layout(sheet: Sheet) -> PaperLayout:
    """The widths of its columns, and how they are printed on A4 laid wide."""
    widths = tuple(_width(sheet, place) for place in range(len(sheet.columns)))
    pixels = [
        0 if each.kind == "key" else column_pixels(width)
        for each, width in zip(sheet.columns, widths, strict=True)
    ]
    first, room = sheet.naming, _ROOM * _TOLERANCE
    if sum(pixels) <= room * 100 / LEAST_SCALE:
        return PaperLayout(widths, min(100, int(room * 100 / sum(pixels))))
    named, others = sum(pixels[:first]), pixels[first:]
    most = max(room * 100 / LEAST_SCALE - named, *others)
    papers = len(_papers(others, most))
    narrowest = min(
        each
        for each in _sums(others)
        if each >= max(others) and len(_papers(others, each)) <= papers
    )
    scale = min(100, int(room * 100 / (named + narrowest)))
    found = _papers(others, narrowest)
    return PaperLayout(widths, scale, tuple(first + each for each in found[1:]), first)


def _papers(pixels: Sequence[int], most: float) -> list[int]:
    """With which column each sheet of paper begins that takes so much."""
    begins, filled = [0], 0
    for place, each in enumerate(pixels):
        if filled and filled + each > most:
            begins.append(place)
            filled = 0
        filled += each
    return begins


def _sums(pixels: Sequence[int]) -> set[int]:
    """How much any columns beside each other take."""
    places = range(len(pixels) + 1)
    return {sum(pixels[one:other]) for one in places for other in places if one < other}


def column_pixels(width: int) -> int:
    """How wide a column of so many characters is."""
    return width * _DIGIT + _PADDING


def centimetres(pixels: float) -> float:
    """A measure on the screen as one on paper."""
    return pixels * 2.54 / 96


def _width(sheet: Sheet, place: int) -> int:
    """As wide as what stands in it needs, and no wider than it is declared, unless a text would be
    higher than a row can be; one that is filled in has all of that. Its heading takes two lines at
    most, and no word of it is broken.
    """
    column = sheet.columns[place]
    if column.kind == "key":
        return column.width
    words = [_pixels(each, bold=True) for each in column.title.split()]
    least = -(-(max(words, default=0) + _BUTTON) // _DIGIT)
    near = line_count(column.title, least + _NEARLY, bold=True, beside=_BUTTON) == 1
    while line_count(column.title, least, bold=True, beside=_BUTTON) > (1 if near else 2):
        least += 1
    said = [_words(row[place]) for row in sheet.rows]
    most = column.width
    longest = max(said, key=len, default="")
    while line_count(longest, most) > _MOST_LINES and most < _WIDER * column.width:
        most += 2
    if column.filling or not said:
        return max(most, least)
    needed = max(_pixels(line) for text in said for line in text.split("\n"))
    return max(least, _NARROWEST, min(most, 2 + needed // _DIGIT))


def row_height(
    columns: Iterable[SheetColumn], widths: Iterable[int], row: Iterable[Amount]
) -> float:
    """Points of a row in which all that it says can be seen, as far as a row can be so high."""
    seen = [
        (_words(value), width)
        for column, width, value in zip(columns, widths, row, strict=True)
        if column.kind != "key"
    ]
    return text_height((text for text, _ in seen), (width for _, width in seen))


def text_height(texts: Iterable[str], widths: Iterable[int]) -> float:
    """The same of texts in columns of these widths."""
    lines = map(line_count, texts, widths)
    return height_of(max(lines, default=1))


def heading_height(columns: Iterable[SheetColumn], widths: Iterable[int]) -> float:
    """The same of the row of headings."""
    lines = (
        line_count(column.title, width, bold=True, beside=_BUTTON)
        for column, width in zip(columns, widths, strict=True)
        if column.kind != "key"
    )
    return height_of(max(lines, default=1))


class CaptionLayout(NamedTuple):
    """Over how many columns a caption stands and is broken into lines, and how high its row is. Of
    one that stands `over` none, what is longer than its cell goes on beside it.
    """

    over: int
    height: float


def caption_layout(sheet: Sheet, laid: PaperLayout) -> CaptionLayout:
    """Over the columns that name a row where those stand on each page, as what goes on beyond them
    is cut off there; else over the whole table if it is longer, as that made the page wider.
    """
    seen = [each for each in sheet.columns if each.kind != "key"]
    over = laid.repeated or len(seen)
    wide = sum(map(column_pixels, laid.widths[:over]))
    lines = line_count(sheet.caption, int(wide / _CAPTION) // _DIGIT, bold=True)
    return CaptionLayout(over if laid.repeated or lines > 1 else 0, CAPTION_LINE * lines)


def height_of(lines: int) -> float:
    """Points of so many lines."""
    return min(lines * LINE, HIGHEST)


def line_count(text: str, width: int, *, bold: bool = False, beside: int = 0) -> int:
    """Into how many lines the text is broken in a column of so many characters."""
    room = width * _DIGIT - beside
    return sum(_broken(line, room, bold=bold) for line in text.split("\n"))


def _broken(line: str, room: int, *, bold: bool) -> int:
    count, filled, space = 1, 0.0, _pixels(" ", bold=bold)
    for word in line.split(" "):
        wide = _pixels(word, bold=bold)
        if filled and filled + space + wide > room:
            count, filled = count + 1, 0.0
        filled += wide + (space if filled else 0)
        if filled > room:  # a word that is longer than its line
            more = int(filled // room)
            count, filled = count + more, filled - more * room
    return count


def _words(value: Amount) -> str:
    if isinstance(value, dt.date):
        return _LONGEST_DAY
    return "" if value is None else str(value)


def _pixels(text: str, *, bold: bool = False) -> int:
    wide = sum(map(_letter, text)) if not text.isascii() else xl_pixel_width(text)
    wide += text.count(" ")  # a space takes a pixel more in other faces
    return int(wide * _BOLD) if bold else wide


@lru_cache(maxsize=1024)
def _letter(letter: str) -> int:
    """Pixels of one letter; Excel's own widths know those of ASCII alone."""
    if unicodedata.combining(letter):
        return 0
    if unicodedata.east_asian_width(letter) in {"W", "F"}:
        return 2 * _DIGIT + 2
    plain = unicodedata.normalize("NFD", letter)[0]
    return int(xl_pixel_width(plain))
