"""Planted faults, each of which a step must tell: a check that cannot fail shows nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tools.windows.installer import FILE_KIND

from . import comparing, contents
from .install import Installed
from .steps import NotSo, must

Planting = Callable[[], object]


def told(step: Planting, words: str) -> str:
    """What the step says of a planted fault; it must be told, and by these words."""
    try:
        step()
    except NotSo as said:
        must(words in str(said), f"it was told otherwise: {said}")
        return f"told as “{str(said)[:90]}”"
    raise NotSo("the planted fault was not told")


@contextmanager
def lost(file: Path) -> Iterator[None]:
    aside = file.with_name(f"{file.name}.aside")
    file.rename(aside)
    try:
        yield
    finally:
        aside.rename(file)


@contextmanager
def strange(file: Path, data: bytes = b"planted") -> Iterator[None]:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    try:
        yield
    finally:
        file.unlink()


def a_lost_file(place: Installed) -> str:
    with lost(place.folder / "nttp-readiness.exe"):
        return told(place.is_whole, "files differ")


def a_strange_file(place: Installed) -> str:
    with strange(place.folder / "_internal/icuuc.dll"):
        told(place.is_whole, "files differ")
        return told(lambda: contents.nothing_unwanted(place.folder), "must not be shipped")


def a_lost_licence(place: Installed) -> str:
    with lost(place.folder / "_internal/assets/licences/lxml.txt"):
        return told(lambda: contents.licences_complete(place.folder), "no licence text of lxml")


def another_program_for_our_files(place: Installed) -> str:
    key = rf"{place.scope.root}\Software\Classes\{FILE_KIND}\shell\open\command"
    right = place.registry(key.partition("\\")[2])
    place.prefix.wine("reg", "add", key, "/ve", "/d", "notepad.exe", "/f", capture=True)
    try:
        return told(place.is_whole, "a file opens with")
    finally:
        place.prefix.wine("reg", "add", key, "/ve", "/d", right, "/f", capture=True)


def a_rest(place: Installed) -> str:
    """After removal: one file that stayed."""
    with strange(place.folder / "_internal/rest.dll"):
        seen = told(place.is_gone, "is still there")
    shutil.rmtree(place.folder)
    return seen


def another_paper(made: Path, other: Path) -> str:
    return told(lambda: comparing.same_paper(made, other), "page")
