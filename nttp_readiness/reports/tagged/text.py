"""Paragraphs: pieces of text in several fonts, broken into lines, drawn with their tags.

Text is plain: there is no markup in it, so nothing in it can be taken for any. A line that ends at
a space keeps it, so that words stay apart for whoever reads the file aloud.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby
from typing import Literal

from .canvas import TaggedCanvas
from .flow import Box
from .fonts import unit_width, vertical
from .structure import Tag
from .wholes import WHOLE

# After a hyphen, dash or stroke between letters, as in "out-of-hours", and not in "WEL-1".
_HYPHEN = re.compile(r"(?<=[^\W\d_]{2}[-–—/])(?=[^\W\d_]{2})")
_ANY_BREAK = re.compile(r"(?<=[-–—/._@?&= ])")
_CHUNK = re.compile(rf"(?:{WHOLE}|[^ ])* *")
_EVENED = 6  # a paragraph of more lines may end as it will
_SHORT = 3  # a paragraph of so many lines is not broken


@dataclass(frozen=True, slots=True)
class Piece:
    """Text of one look: a registered font, its size in points, a colour as #RRGGBB. A `link` is a
    web address; `language` a BCP 47 tag where it is not the document's; `says` what is read in
    place of the text, where no font has its letters.
    """

    text: str
    font: str
    size: float
    colour: str
    link: str = ""
    language: str = ""
    says: str = ""


@dataclass(frozen=True, slots=True)
class _Fragment:
    piece: int
    text: str
    width: float


@dataclass(frozen=True, slots=True)
class _Line:
    fragments: tuple[_Fragment, ...]
    width: float
    spaced: bool
    """The next line begins a new word."""


class Text(Box):
    """A paragraph of `pieces` in lines `leading` apart, not wider than `limit`.

    `tag` is the element that it is content of; without one it is an artifact. Where more of the
    same element follows elsewhere on the page, it `ends_spaced`.
    """

    def __init__(
        self,
        pieces: Sequence[Piece],
        leading: float,
        tag: Tag | None,
        *,
        before: float = 0,
        after: float = 0,
        limit: float | None = None,
        align: Literal["left", "right", "middle"] = "left",
        with_next: bool = False,
        ends_spaced: bool = False,
    ) -> None:
        self._pieces = tuple(piece for piece in pieces if piece.text)
        if not any(piece.text.strip() for piece in self._pieces):
            self._pieces = ()  # spaces alone would be an element that says nothing
        self._leading = leading
        self._tag = tag
        self._limit = limit
        self._align = align
        self.before, self.after, self.with_next = before, after, with_next
        self.ends_spaced = ends_spaced
        self._key = ""
        self._outline: tuple[int, str] | None = None
        self._leaves: dict[int, Tag] = {}
        self._broken: tuple[float, tuple[_Line, ...]] | None = None

    def place(self, key: str, outline: tuple[int, str] | None = None) -> Text:
        """Makes it a place that links lead to by `key`, and with a level from 0 and a title an
        entry of the outline.
        """
        self._key, self._outline = key, outline
        self.keys = (key,)
        return self

    def height(self, width: float) -> float:
        return len(self._lines(width)) * self._leading

    def least(self, width: float) -> float:
        count = len(self._lines(width))
        return self._leading * (count if count <= _SHORT else 2)

    def longest(self, width: float) -> float:
        """The width of its longest line."""
        if width == math.inf and self._limit is None:
            return _unbroken(self._pieces)
        return max((line.width for line in self._lines(width)), default=0)

    def split(self, width: float, room: float) -> tuple[Text, Text] | None:
        lines = self._lines(width)
        fits = min(int(room / self._leading), len(lines) - 2)
        if len(lines) <= _SHORT or fits < 2:
            return None
        return self._part(width, lines[:fits], first=True), self._part(
            width, lines[fits:], first=False
        )

    def draw(self, canvas: TaggedCanvas, x: float, top: float, width: float) -> None:
        if self._key:
            canvas.bookmark(self._key, 0, top)
            if self._outline:
                level, title = self._outline
                canvas.outline(title, self._key, level)
        for leaf, spans in groupby(self._spans(x, top, width), lambda span: self._leaf(span.piece)):
            run = list(spans)
            with canvas.tagged(leaf):
                canvas.words(_drawn(span) for span in run)
            piece = run[0].piece
            if piece.link and leaf is not None:
                ascent, descent = vertical(piece.font)
                for span in run:
                    rectangle = (
                        span.x,
                        span.y + descent * piece.size,
                        span.width,
                        (ascent - descent) * piece.size,
                    )
                    says = "".join(s.text for s in run).strip()
                    canvas.link(leaf, rectangle, f"{says} ({piece.link})", address=piece.link)

    def _part(self, width: float, lines: tuple[_Line, ...], *, first: bool) -> Text:
        part = Text(
            self._pieces,
            self._leading,
            self._tag,
            before=self.before,
            after=self.after,
            limit=self._limit,
            align=self._align,
            ends_spaced=self.ends_spaced or first,
        )
        if first and self._key:
            part.place(self._key, self._outline)
        part._leaves = self._leaves
        part._broken = (width, lines)
        return part

    def _lines(self, width: float) -> tuple[_Line, ...]:
        if self._broken is None or self._broken[0] != width:
            limit = width if self._limit is None else min(width, self._limit)
            self._broken = (width, _broken(self._pieces, limit))
        return self._broken[1]

    def _leaf(self, piece: Piece) -> Tag | None:
        """The element of a piece: its own for a link or for other letters, else the paragraph."""
        if self._tag is None or not (piece.link or piece.language or piece.says):
            return self._tag
        place = id(piece)
        if place not in self._leaves:
            self._leaves[place] = self._tag.child(
                "Link" if piece.link else "Span", language=piece.language, says=piece.says
            )
        return self._leaves[place]

    def _spans(self, x: float, top: float, width: float) -> Iterator[_Span]:
        lines = self._lines(width)
        limit = width if self._limit is None else min(width, self._limit)
        first = self._pieces[0] if self._pieces else None
        for number, line in enumerate(lines):
            if first is None:
                return
            main = max((self._pieces[f.piece] for f in line.fragments), default=first, key=_size)
            ascent, descent = vertical(main.font)
            air = (self._leading - (ascent - descent) * main.size) / 2
            y = top - number * self._leading - air - ascent * main.size
            spare = limit - line.width
            at = x + {"left": 0.0, "right": spare, "middle": spare / 2}[self._align]
            last = number == len(lines) - 1
            spaced = self.ends_spaced if last and line.spaced else line.spaced
            for index, fragment in enumerate(line.fragments):
                end = index == len(line.fragments) - 1
                text = fragment.text + (" " if end and spaced else "")
                yield _Span(self._pieces[fragment.piece], text, at, y, fragment.width)
                at += fragment.width


@dataclass(frozen=True, slots=True)
class _Span:
    piece: Piece
    text: str
    x: float
    y: float
    width: float


def _size(piece: Piece) -> float:
    return piece.size


def _drawn(span: _Span) -> tuple[str, str, float, str, float, float]:
    piece = span.piece
    return span.text, piece.font, piece.size, piece.colour, span.x, span.y


@lru_cache(maxsize=4096)
def _broken(pieces: tuple[Piece, ...], limit: float) -> tuple[_Line, ...]:
    """The lines of the pieces. A section is set several times, to spare it a page."""
    return tuple(_break(pieces, limit))


def forget() -> None:
    """Let go of the words of the files that were made."""
    _broken.cache_clear()
    _chunks.cache_clear()


def _unbroken(pieces: Sequence[Piece]) -> float:
    """How wide the pieces are where a line ends at newlines alone."""
    widest = used = 0.0
    for piece in pieces:
        first, *others = piece.text.split("\n")
        used += unit_width(first, piece.font) * piece.size
        for other in others:
            widest = max(widest, used)
            used = unit_width(other, piece.font) * piece.size
    return max(widest, used)


def _break(pieces: Sequence[Piece], limit: float) -> Iterator[_Line]:
    """The lines of the pieces: at newlines, else where a word would pass `limit`."""
    paragraphs: list[list[tuple[int, str]]] = [[]]
    for index, piece in enumerate(pieces):
        first, *others = piece.text.split("\n")
        paragraphs[-1].append((index, first))
        paragraphs += [[(index, other)] for other in others]
    for paragraph in paragraphs:
        yield from _evened(pieces, paragraph, limit)


def _evened(pieces: Sequence[Piece], parts: list[tuple[int, str]], limit: float) -> list[_Line]:
    """The lines of one paragraph, a little narrower where that spares it a last one of one word,
    and where no word is cut for it.
    """
    lines = list(_fill(pieces, parts, limit))
    if 1 < len(lines) <= _EVENED and _lonely(lines[-1]):
        for share in (0.95, 0.9, 0.85, 0.8):
            other = list(_fill(pieces, parts, limit * share))
            cuts = _cuts(other) > _cuts(lines)
            if len(other) == len(lines) and not _lonely(other[-1]) and not cuts:
                return other
    return lines


def _cuts(lines: Sequence[_Line]) -> int:
    """How many of the lines end within a word."""
    return sum(not line.spaced for line in lines)


def _lonely(line: _Line) -> bool:
    return " " not in "".join(fragment.text for fragment in line.fragments)


def _fill(pieces: Sequence[Piece], parts: list[tuple[int, str]], limit: float) -> Iterator[_Line]:
    whole = "".join(text for _, text in parts)
    if _measure(pieces, parts, 0, len(whole)) <= limit:  # most cells of a table
        yield _line(pieces, parts, whole, 0, len(whole), spaced=True)
        return
    start = end = 0  # of the line so far, as places in `whole`
    used = 0.0
    for begin, last in _chunks(whole):
        first = begin
        word = whole[first:last].rstrip(" ")
        wide = _measure(pieces, parts, first, first + len(word))
        if used + wide > limit + 0.001 and end > start:
            yield _line(pieces, parts, whole, start, end)
            start, used = first, 0.0
        while wide > limit + 0.001 and len(word) > 1:
            cut = _cut(pieces, parts, first, word, limit)
            yield _line(pieces, parts, whole, first, first + cut)
            first += cut
            word = word[cut:]
            start, used = first, 0.0
            wide = _measure(pieces, parts, first, first + len(word))
        end = last
        used += wide
        if last > first + len(word):
            used += _measure(pieces, parts, first + len(word), last)
    yield _line(pieces, parts, whole, start, len(whole), spaced=True)


@lru_cache(maxsize=4096)
def _chunks(whole: str) -> tuple[tuple[int, int], ...]:
    """Where each part begins and ends that may not be broken, with the spaces after it.

    A paragraph is broken several times, for each width that is tried.
    """
    return tuple(_found_chunks(whole))


def _found_chunks(whole: str) -> Iterator[tuple[int, int]]:
    for match in _CHUNK.finditer(whole):
        start = match.start()
        for hyphen in _HYPHEN.finditer(whole, match.start(), match.end()):
            yield start, hyphen.start()
            start = hyphen.start()
        if start < match.end():
            yield start, match.end()


def _cut(
    pieces: Sequence[Piece], parts: list[tuple[int, str]], first: int, word: str, limit: float
) -> int:
    """How many letters of a word that is too wide go on this line: at a mark within it, if any."""
    low, high = 1, len(word) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if _measure(pieces, parts, first, first + middle) <= limit:
            low = middle
        else:
            high = middle - 1
    marks = [m.start() for m in _ANY_BREAK.finditer(word) if 1 < m.start() <= low]
    return marks[-1] if marks else low


def _slices(parts: list[tuple[int, str]], start: int, end: int) -> Iterator[tuple[int, str]]:
    place = 0
    for index, text in parts:
        if place >= end:
            return
        taken = text[max(start - place, 0) : end - place]
        place += len(text)
        if taken and place > start:
            yield index, taken


def _measure(pieces: Sequence[Piece], parts: list[tuple[int, str]], start: int, end: int) -> float:
    if len(parts) == 1:  # most paragraphs, and nothing to look for
        ((index, text),) = parts
        return unit_width(text[start:end], pieces[index].font) * pieces[index].size
    return sum(
        unit_width(text, pieces[index].font) * pieces[index].size
        for index, text in _slices(parts, start, end)
    )


def _line(
    pieces: Sequence[Piece],
    parts: list[tuple[int, str]],
    whole: str,
    start: int,
    end: int,
    *,
    spaced: bool = False,
) -> _Line:
    kept = start + len(whole[start:end].rstrip(" "))
    fragments = tuple(
        _Fragment(index, text, unit_width(text, pieces[index].font) * pieces[index].size)
        for index, text in _slices(parts, start, kept)
    )
    return _Line(fragments, sum(f.width for f in fragments), spaced or kept < end)
