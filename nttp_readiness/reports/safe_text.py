"""Text that people typed, made safe to print.

Whatever a name or a note holds, it comes out as it was meant: characters that steer a terminal, a
direction or a file are gone. What no font can draw leaves a visible sign instead of a gap, and is
kept beside it for whoever reads the file aloud or copies from it.
There is no markup to escape: what prints the text takes it as it stands.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container, Iterator, Sequence
from urllib.parse import urlsplit

from nttp_readiness.values import dataclass

SUBSTITUTES = ("\N{WHITE SQUARE}", "\N{REPLACEMENT CHARACTER}", "?")
"""What stands for a character that no font has: the first that one of them does have."""

_NEWLINE = re.compile("\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
_SPACES = re.compile("[ \t\u1680\u2000-\u2006\u2008-\u200a\u205f\u3000]")
# Control, format (joiners, direction marks and overrides, soft hyphens) and unassigned characters.
_REMOVED = frozenset({"Cc", "Cf"})
_SELECTORS = re.compile("[\ufe00-\ufe0f\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u3164\uffa0]")
_NOT_CHARACTERS = frozenset({0xFFFC, 0xFFFE, 0xFFFF})
_NOT_IN_XML = re.compile("[\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
_NO_BREAK = {0x00A0: 0x0020, 0x202F: 0x0020, 0x2007: 0x0020, 0x2011: 0x002D}
"""What a font may lack though it has its twin that breaks."""

_FROM_THE_RIGHT = frozenset({"R", "AL", "AN"})
_STRONG = frozenset({"L", "R", "AL"})
_RIGHT = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff"
_FROM_THE_RIGHT_PART = re.compile(f"[{_RIGHT}](?:[^A-Za-z\u00c0-\u058f\n{_RIGHT}]*[{_RIGHT}])*")
"""Letters of scripts from the right, with the signs, digits and spaces between them."""
_JOINED = ((0x0900, 0x109F), (0x1700, 0x18AF), (0x1A00, 0x1CFF), (0xA800, 0xABFF),
           (0x11000, 0x11FFF))  # fmt: skip
"""Blocks of scripts whose letters join, stack or change places: those of South and South-East Asia,
Tibetan, Mongolian.
"""
_SCHEMES = frozenset({"http", "https", "mailto"})


@dataclass(frozen=True, slots=True)
class Stretch:
    """Text that font number `font` can draw; `meant` is what it stands for where no font can."""

    text: str
    font: int
    meant: str = ""


def safe_text(text: str, fonts: Sequence[Container[int]]) -> tuple[Stretch, ...]:
    """The text in stretches, each with the first of `fonts` that has its characters.

    `fonts` are sets of code points. Newlines stay; the text of a stretch is drawn as it stands.
    """
    text = clean_text(text)
    if text and all(ord(character) in fonts[0] for character in set(text) - {"\n"}):
        return (Stretch(text, 0),)
    stretches: list[Stretch] = []
    for character in text:
        drawn, font, lost = _drawable(character, fonts)
        last = stretches[-1] if stretches else None
        if last and ((last.font == font and bool(last.meant) == lost) or drawn in " \n"):
            meant = last.meant + character if last.meant else ""
            stretches[-1] = Stretch(last.text + drawn, last.font, meant)
        else:
            stretches.append(Stretch(drawn, font, character if lost else ""))
    return tuple(stretches)


def clean_text(text: str) -> str:
    """The text in composed form (NFC), with plain newlines and spaces, and nothing invisible that
    could change how the rest is read.
    """
    if text.isascii() and text.isprintable():
        return text
    text = _NEWLINE.sub("\n", text)
    text = _SPACES.sub(" ", _SELECTORS.sub("", text))
    text = "".join(
        character
        for character in text
        if character == "\n" or unicodedata.category(character) not in _REMOVED
    )
    return unicodedata.normalize("NFC", text)


def set_letter_by_letter(character: str) -> bool:
    """Whether its script is set one letter after the other, from left to right: without joining,
    reordering or stacking, which need more than a typeface.
    """
    if unicodedata.bidirectional(character) in _FROM_THE_RIGHT:
        return False
    return not any(first <= ord(character) <= last for first, last in _JOINED)


def begins_from_the_right(text: str) -> bool:
    """Whether the first letter that has a direction is read from right to left: so is then the
    paragraph.
    """
    if text.isascii():
        return False
    found = (unicodedata.bidirectional(each) for each in text)
    return next((each for each in found if each in _STRONG), "L") != "L"


def by_direction(text: str) -> Iterator[tuple[str, bool]]:
    """The text in parts, each with whether it is read from right to left. What has no direction of
    its own goes with what stands on both its sides, else with the words from the left.
    """
    if text.isascii():
        yield text, False
        return
    start = 0
    for found in _FROM_THE_RIGHT_PART.finditer(text):
        if found.start() > start:
            yield text[start : found.start()], False
        yield found[0], True
        start = found.end()
    if start < len(text):
        yield text[start:], False


def portable_text(text: str) -> str:
    """The clean text with a visible sign for what no XML file can hold; it is not escaped."""
    return _NOT_IN_XML.sub("\N{REPLACEMENT CHARACTER}", clean_text(text))


def safe_link(address: str) -> str:
    """The address if it leads to the web or to an e-mail, else nothing."""
    address = clean_text(address).strip()
    try:
        parts = urlsplit(address)
    except ValueError:
        return ""
    if parts.scheme.lower() not in _SCHEMES or any(c in address for c in ' \n"<>\\^`{|}'):
        return ""
    if parts.scheme.lower() != "mailto" and not parts.netloc:
        return ""
    return address if address.isascii() else ""


def _drawable(character: str, fonts: Sequence[Container[int]]) -> tuple[str, int, bool]:
    """What is drawn, in which font, and whether it only stands for the character."""
    if character == "\n":
        return character, 0, False
    for candidate in (character, *SUBSTITUTES):
        code = ord(candidate)
        for index, font in enumerate(fonts):
            if code in font and code not in _NOT_CHARACTERS:
                return candidate, index, candidate != character
            if _NO_BREAK.get(code, code) in font and code in _NO_BREAK:
                twin = "\N{NO-BREAK SPACE}" if code != 0x2011 else "-"
                return twin, index, candidate != character
    return "?", 0, True
