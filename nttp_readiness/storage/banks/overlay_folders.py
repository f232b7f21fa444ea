"""Overlays in folders: one file, `overlay.toml`, that names the bank it is laid over. Which of them
are at hand is `overlay_heads`.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_fit import check_fit
from nttp_readiness.domain.bank.bank_problems import OVERLAY_FILE, Problem
from nttp_readiness.domain.bank.change_map import number
from nttp_readiness.domain.bank.overlay import Overlay, laid_over
from nttp_readiness.domain.bank.overlay_checks import check_overlay_fit, check_overlay_words
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.banks.bank_faults import read_values
from nttp_readiness.storage.banks.bank_files import read_tables
from nttp_readiness.storage.banks.bank_folders import find_banks, read_bank, unusable
from nttp_readiness.storage.banks.bank_schema import OVERLAY_FORMAT
from nttp_readiness.storage.banks.overlay_heads import is_overlay, overlays_for
from nttp_readiness.storage.files.reading import real_path


def read_overlay(folder: Path) -> Overlay:
    """The overlay in a folder. BankError where its file cannot be read."""
    overlay, problems = _read(folder)
    if overlay is None or problems:
        raise unusable(problems)
    return overlay


def in_sector_words(base: Bank, folder: Path) -> Bank:
    """That bank in the words of the overlay in a folder. BankError where they do not fit."""
    overlay = read_overlay(folder)
    errors = [each for each in check_overlay_fit(base, overlay) if each.severity == "error"]
    if errors:
        raise unusable(errors)
    return laid_over(base, overlay)


def overlay_bank(folder: Path, extra_folders: Iterable[Path] = ()) -> Bank:
    """The newest bank at hand that an overlay is written for, in its words."""
    return in_sector_words(base_of(read_overlay(folder), folder, extra_folders), folder)


def read_questions(folder: Path, extra_folders: Iterable[Path] = ()) -> Bank:
    """The bank in a folder, or the one that an overlay in it is laid over, in its words.

    Raises BankError.
    """
    return overlay_bank(folder, extra_folders) if is_overlay(folder) else read_bank(folder)


def in_words_for(held: Bank, overlay_id: str, extra_folders: Iterable[Path] = ()) -> Bank:
    """The same version of a bank in the words of another overlay; in its own where none is named.

    BankError where its texts without any overlay, or the overlay, are not at hand.
    """
    banks = find_banks(extra_folders)
    same = (each for each in banks if (each.id, each.version) == (held.id, held.version))
    base = next((read_bank(each.folder) for each in same if not each.problems), None)
    if base is None:
        raise BankError(
            tr("Version {version} of these questions is not on this computer.").format(
                version=held.version
            ),
            safe=tr("Your assessment keeps its present wording."),
            cure=tr(
                "Move to the newer questions first. You are offered them when you open the file."
            ),
        )
    if not overlay_id:
        return base
    for each in overlays_for(held, extra_folders):
        if each.id == overlay_id:
            return in_sector_words(base, each.folder)
    raise BankError(
        tr("The wording “{name}” is not on this computer.").format(name=overlay_id),
        safe=tr("Your assessment keeps its present wording."),
    )


def in_the_words_of(held: Bank, newer: Bank, extra_folders: Iterable[Path] = ()) -> Bank:
    """A newer version of a bank in the words that the held one is in, where these are at hand.

    Where a wording was split, the first of those that replace it is taken: each asks what it asked,
    and Prepare offers the others. Words that the newer bank has no place for are left out, for
    their author to look at; where the two do not fit at all, or the wording is not at hand, the
    newer bank is in its own words.
    """
    if held.overlay is None or newer.overlay is not None:
        return newer
    name, at_hand = held.overlay.id, overlays_for(newer, extra_folders)
    overlay = next((each for each in at_hand if each.id == name), None) or next(
        (each for each in at_hand if name in each.replaces), None
    )
    if overlay is None:
        return newer
    try:
        worded = laid_over(newer, read_overlay(overlay.folder))
    except BankError:
        return newer
    # What is wrong with the bank alone is no fault of the wording.
    return newer if len(check_fit(worded)) > len(check_fit(newer)) else worded


def base_of(overlay: Overlay, folder: Path, extra_folders: Iterable[Path] = ()) -> Bank:
    """The newest version at hand of the bank that an overlay names; BankError where none is."""
    places = (real_path(folder).parent, *extra_folders)
    found = [each for each in find_banks(places) if each.id == overlay.base and not each.problems]
    if not found:
        raise BankError(
            tr("The questions “{name}” that this wording is for are not on this computer.").format(
                name=overlay.base
            ),
            safe=tr("Your assessments and other banks are as they were."),
            cure=tr("Put its folder beside that of the wording."),
        )
    return read_bank(max(found, key=lambda each: number(each.version)).folder)


def check_overlay_folder(
    folder: Path, extra_folders: Iterable[Path] = (), *, today: dt.date | None = None
) -> list[Problem]:
    """Everything that its author should know: what cannot be read, does not fit or reads wrong."""
    overlay, problems = _read(folder)
    if overlay is None:
        return problems
    try:
        base = base_of(overlay, folder, extra_folders)
    except BankError as problem:
        return [*problems, Problem(OVERLAY_FILE, "base", problem.what, problem.cure)]
    return [
        *problems,
        *check_overlay_fit(base, overlay),
        *check_overlay_words(base, overlay, today=today),
    ]


def _read(folder: Path) -> tuple[Overlay | None, list[Problem]]:
    tables, problems = read_tables(folder, OVERLAY_FILE)
    if problems:
        return None, problems
    written_for = tables.pop("format", None)
    if type(written_for) is not int or not 1 <= written_for <= OVERLAY_FORMAT:
        what = tr("The file does not say which format of overlays it is in.")
        problems.append(
            Problem(OVERLAY_FILE, "format", what, tr("Write this as its first line: format = 1"))
        )
    tables, changed = _without_levels(tables)
    problems += changed
    overlay, faults = read_values(Overlay, tables, OVERLAY_FILE)
    return overlay, [*problems, *faults]


def _without_levels(tables: dict[str, Any]) -> tuple[dict[str, Any], list[Problem]]:
    """The tables without what would change a level of the base, and a problem for each of those."""
    questions = tables.get("questions")
    if not isinstance(questions, list):
        return tables, []
    problems: list[Problem] = []
    kept = []
    for number_, each in enumerate(questions, start=1):
        if isinstance(each, dict):
            name = str(each.get("id", number_))[:40]
            problems += [_level_change(name, key) for key in _of_levels(each)]
            each = {key: value for key, value in each.items() if key not in _LEVEL_KEYS}  # noqa: PLW2901
            signs = each.get("signs")
            if isinstance(signs, list):
                each["signs"] = [
                    {key: part for key, part in one.items() if key not in _LEVEL_KEYS}
                    if isinstance(one, dict)
                    else one
                    for one in signs
                ]
        kept.append(each)
    return {**tables, "questions": kept}, problems


_LEVEL_KEYS = {"levels", "sentence", "foundation", "importance", "needs", "title"}


def _of_levels(question: dict[str, Any]) -> Iterator[str]:
    yield from (key for key in question if key in _LEVEL_KEYS)
    signs = question.get("signs")
    for each in signs if isinstance(signs, list) else ():
        if isinstance(each, dict):
            yield from (key for key in each if key in _LEVEL_KEYS)


def _level_change(name: str, key: str) -> Problem:
    if key in {"levels", "sentence"}:
        return Problem(
            OVERLAY_FILE,
            f"questions, {name}, {key}",
            tr("An overlay never changes the decisive sentence of a level."),
            tr("Take it out; what one would see in your sector can stand among the signs."),
        )
    return Problem(
        OVERLAY_FILE,
        f"questions, {name}, {key}",
        tr("An overlay changes words, and “{key}” is the same in each sector.").format(key=key),
        tr("Take it out, or ask the authors of the bank."),
    )
