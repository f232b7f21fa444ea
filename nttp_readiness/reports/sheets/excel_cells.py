"""What an Excel file says of cells besides their values: how a number is shown, and comments."""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from html import unescape

from nttp_readiness.domain.exchange.sheet_values import Comment, cell_place

_MOST_COMMENTS = 2_000
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s[^>]*>")
_COMMENT = re.compile(r"<(?:\w+:)?comment\s([^>]*)>(.*?)</(?:\w+:)?comment>", re.DOTALL)
_TEXT = re.compile(r"<(?:\w+:)?t(?:\s[^>]*)?>(.*?)</(?:\w+:)?t>", re.DOTALL)
_THREADED = re.compile(r"\[Threaded comment\].*?\n\s*\w+:\s*\n", re.DOTALL)
"""What stands before a comment with answers, for programs that do not know those."""
_CURRENCY = re.compile(r"\[\$([^\]-]+)(?:-[0-9A-Fa-f]+)?\]|\"\s*([^\"]*[£$€][^\"]*?)\s*\"|([£$€])")


def shown_number(value: float, form: str | None) -> str:
    """A share or an amount of money as people see it, "90%" for 0.9; empty for a plain number."""
    said = (form or "").split(";")[0]
    places = len(found[1]) if (found := re.search(r"\.([0#]+)", said)) else 0
    money = _CURRENCY.search(said)
    if "%" in re.sub(r'"[^"]*"|\\\\.', "", said):
        return f"{value * 100:.{places}f}%"
    if money is None:
        return ""
    sign = next(each for each in money.groups() if each)
    amount = f"{abs(value):,.{places}f}" if "," in said else f"{abs(value):.{places}f}"
    minus = "−" if value < 0 else ""
    return f"{minus}{sign}{amount}"


def comments_of(parts: zipfile.ZipFile, sheet: str) -> tuple[Comment, ...]:
    """What people wrote beside the cells of that sheet."""
    folder, name = posixpath.split(sheet)
    relations = f"{folder}/_rels/{name}.rels"
    if relations not in parts.namelist():
        return ()
    found: list[Comment] = []
    for relation in _RELATION.findall(_text(parts, relations)):
        target = re.search(r"\sTarget=[\"']([^\"']+)", relation)
        if target and re.search(r"\sType=[\"'][^\"']*/comments[\"']", relation):
            path = posixpath.normpath(posixpath.join(folder, target[1])).lstrip("/")
            if path in parts.namelist():
                found += _comments(_text(parts, path))
    return tuple(found[:_MOST_COMMENTS])


def _comments(part: str) -> Iterator[Comment]:
    for attributes, inside in _COMMENT.findall(part):
        ref = re.search(r"\bref=[\"']([A-Z]{1,3}\d{1,7})[\"']", attributes)
        said = unescape("".join(_TEXT.findall(inside)))
        if ref:
            yield Comment(*cell_place(ref[1]), _THREADED.sub("", said).strip())


def _text(parts: zipfile.ZipFile, name: str) -> str:
    return parts.read(name).decode("utf-8", "replace")
