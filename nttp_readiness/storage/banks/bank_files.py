"""The files of a question bank as tables, whatever somebody may have put in their place.

No link inside a bank's folder is followed: a bank that somebody sent reads nothing else.
"""

from __future__ import annotations

import re
import stat
import tomllib
from pathlib import Path
from typing import Any

from nttp_readiness.domain.bank.bank_problems import BANK_FILE, Problem
from nttp_readiness.i18n import tr
from nttp_readiness.storage.files.reading import open_to_read, status, status_of_itself, why_held

SIZE_LIMIT = 4 * 1024 * 1024
"""Bytes of all files of a bank together."""

MOST_MARKS = 30_000
"""Equal signs, commas, dots and brackets of one file; a domain has some thousands. The reader of
TOML takes minutes over names of many parts."""
LONGEST_RUN = 4_000
"""Characters without such a mark or an end of line; a text has 1,200 at most."""
_LINE = re.compile(r"\s*\(at (?:line (\d+), column \d+|end of document)\)$")

_REPARSE_POINTS = {0xA0000003, 0xA000000C}
"""What Windows calls a junction and a link; files of a sync folder have other tags."""

Tables = dict[str, Any]


def read_tables(folder: Path, file: str, *, head: bool = False) -> tuple[Tables, list[Problem]]:
    """The tables of one TOML file, and why they could not be read; of a `head` only the keys that
    stand before its first table.
    """
    path = folder / file
    try:
        if any(map(_is_link, (path, *path.parents[: file.count("/")]))):
            what = tr("This is a link, or lies behind one. Links may lead out of a bank’s folder.")
            return {}, [_problem(file, what, tr("Put the file itself in its place."))]
        if not stat.S_ISREG(status(path).st_mode):
            return {}, [_problem(file, tr("This is not a file."), tr("Put a file here."))]
        with open_to_read(path) as opened:
            data = opened.read(SIZE_LIMIT)
        if head:
            data = data.partition(b"\n[")[0].removesuffix(b"\r")  # of lines as Windows ends them
        if _twisted(data):
            problem = tr("This file is far too long for a bank, or nested too deep.")
            return {}, [_problem(file, problem, tr("Ask its author for the file again."))]
        return tomllib.loads(data.decode("utf-8-sig")), []
    except (FileNotFoundError, NotADirectoryError):
        cure = tr("Add it, or take it out of the list of domains.")
        if file == BANK_FILE:
            cure = tr("Choose the folder that holds it.")
        return {}, [_problem(file, tr("This file is missing."), cure)]
    except OSError as error:
        may_not = tr("This file may not be read."), tr("Allow your account to read it.")
        return {}, [_problem(file, *(why_held(error) or may_not))]
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        return {}, [
            Problem(
                file,
                tr("line {n}").format(n=line),
                tr("This file is not in UTF-8."),
                tr("Save it again with the encoding UTF-8."),
            )
        ]
    except RecursionError:
        return {}, [_problem(file, tr("Its lists are nested too deep."), tr("Make them flat."))]
    except ValueError as error:
        return {}, [_not_toml(file, str(error))]


def _not_toml(file: str, said: str) -> Problem:
    """What the TOML parser said, with its line as the place."""
    at = _LINE.search(said)
    line = tr("end of the file")
    if at and at[1]:
        line = tr("line {n}").format(n=at[1])
    reason = _LINE.sub("", said)
    return Problem(
        file,
        line,
        tr("This is not valid TOML: {reason}.").format(reason=reason),
        tr("Look at this line and the one above for a missing quote, bracket or comma."),
    )


def _twisted(data: bytes) -> bool:
    """Whether the reader of TOML would take far too long over a file that no author writes."""
    if sum(map(data.count, (b"=", b",", b".", b"[", b"{"))) > MOST_MARKS:
        return True
    runs = re.split(rb"[\n\r=,]", data.translate(None, b" \t"))
    return max(map(len, runs)) > LONGEST_RUN


def size_of(folder: Path) -> int:
    """Bytes of all files of a bank."""
    try:
        files = (folder / BANK_FILE, *files_in(folder, "domains", "*.toml"))
        return sum(each.lstat().st_size for each in files)
    except OSError:
        return 0  # the file that cannot be reached is named where it is read


def files_in(folder: Path, inner: str, pattern: str) -> list[Path]:
    """What lies in a bank's folder, or in one that is really inside it."""
    try:
        if inner and _is_link(folder / inner):
            return []
        return sorted((folder / inner).glob(pattern))
    except OSError:
        return []


def _is_link(path: Path) -> bool:
    """Whether a path is a link or a junction itself; asked without going where it leads.

    Raises OSError.
    """
    found = status_of_itself(path)
    return stat.S_ISLNK(found.st_mode) or getattr(found, "st_reparse_tag", 0) in _REPARSE_POINTS


def _problem(file: str, what: str, cure: str) -> Problem:
    return Problem(file, "", what, cure)
