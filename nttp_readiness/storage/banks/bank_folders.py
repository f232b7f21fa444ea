"""Question banks in folders: `bank.toml`, and one file in `domains` for each domain it names."""

from __future__ import annotations

import datetime as dt
import os
import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_checks import check_content
from nttp_readiness.domain.bank.bank_fit import check_fit
from nttp_readiness.domain.bank.bank_problems import BANK_FILE, Problem, domain_file
from nttp_readiness.domain.bank.bank_wording import check_wording
from nttp_readiness.domain.bank.change_map import number
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.errors import BankError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.storage.banks.bank_faults import read_values
from nttp_readiness.storage.banks.bank_files import SIZE_LIMIT, files_in, read_tables, size_of
from nttp_readiness.storage.banks.bank_formats import FORMAT, OLDEST, levels_as_tables
from nttp_readiness.storage.banks.bank_stand_ins import STAND_IN, mended
from nttp_readiness.storage.files.reading import real_path
from nttp_readiness.values import dataclass

_CODE = re.compile(r"[A-Za-z][A-Za-z0-9_-]{0,39}")
_VERSION = re.compile(r"\d{1,4}\.\d{1,4}\.\d{1,4}")
_LEAN_ON = ("id", "foundation")
"""Keys that other places lean on: with a stand-in for one, they would seem wrong."""


@dataclass(frozen=True, slots=True)
class FoundBank:
    """A folder that holds a bank; it can be used if it has no problems."""

    id: str
    title: str
    version: str
    folder: Path
    problems: tuple[Problem, ...]


def read_bank(folder: Path) -> Bank:
    """The bank in a folder.

    Raises BankError, with the first problem and the count of the others, where a file cannot be
    read or parts do not fit together. Its wording never keeps a bank from being used.
    """
    bank, problems = _read(folder)
    if bank is None or problems:
        raise unusable(problems)
    return bank


def check_bank_folder(folder: Path, *, today: dt.date | None = None) -> list[Problem]:
    """Everything that its author should know, in the order of the files: errors and notes.

    `today` tells which facts and addresses nobody has looked at for a year.
    """
    bank, problems = _read(folder)
    if bank is not None:
        return [*problems, *check_content(bank, today=today), *check_wording(bank)]
    return [*problems, *_further(folder, problems)]


def find_banks(extra_folders: Iterable[Path] = ()) -> list[FoundBank]:
    """The banks that come with the program, then those in each of the folders, by title.

    A folder may be a bank or hold some. One that cannot be read appears with its problems, beside
    the others.
    """
    found: dict[Path, FoundBank] = {}
    for place in (resources.question_banks(), *extra_folders):
        banks = [_found(folder) for folder in _bank_folders(place)]
        for each in sorted(banks, key=lambda bank: (bank.title.casefold(), bank.version)):
            found.setdefault(real_path(each.folder), each)
    return list(found.values())


def newer_version(than: Bank, extra_folders: Iterable[Path] = ()) -> FoundBank | None:
    """The newest later version of that bank at hand, None where there is none.

    Only heads are read, so that opening an assessment stays quick; whether the bank is whole shows
    when it is read.
    """
    newest: FoundBank | None = None
    for place in (resources.question_banks(), *extra_folders):
        for folder in _bank_folders(place):
            key, version, title = _head(folder)
            least = newest.version if newest else than.version
            if key != than.id or not _VERSION.fullmatch(version):
                continue
            if number(version) > number(least):
                newest = FoundBank(than.id, title, version, folder, ())
    return newest


def _head(folder: Path) -> tuple[object, str, str]:
    """The id, version and title of a bank; its words for nothing where it cannot be read."""
    try:
        found = (folder / BANK_FILE).stat()
    except OSError:
        return None, "", ""
    return _head_as_it_lies(folder, found.st_ino, found.st_size, found.st_mtime_ns)


@lru_cache(maxsize=200)
def _head_as_it_lies(folder: Path, *_as_it_lies: int) -> tuple[object, str, str]:
    """Read once, as long as the file is the same: every file that is opened asks."""
    head, cut = read_tables(folder, BANK_FILE, head=True)
    if cut:  # amid a list, or it cannot be read at all
        head, _ = read_tables(folder, BANK_FILE)
    return head.get("id"), str(head.get("version")), str(head.get("title"))


def _read(folder: Path) -> tuple[Bank | None, list[Problem]]:
    """The bank if it can be put together, and what is wrong with its parts or their fit."""
    if size_of(folder) > SIZE_LIMIT:
        return None, [
            _problem(
                BANK_FILE,
                tr("The files of this bank are larger than 4 MB."),
                tr("Divide it into two banks."),
            )
        ]
    head, problems = read_tables(folder, BANK_FILE)
    codes = head.pop("domains", None)
    written_for = head.pop("format", None)
    if problems:
        return None, problems
    problems += _format_problems(written_for)
    if head.pop("overlay", None) is not None:
        what = tr("A bank does not say which sector’s words it is in.")
        problems.append(Problem(BANK_FILE, "overlay", what, tr("Write them as an overlay.")))
    named, code_problems = _codes(codes)
    problems += code_problems
    domains: list[Domain] = []
    for code in named:
        domain, domain_problems = _read_domain(folder, code, earlier=written_for == OLDEST)
        problems += domain_problems
        if domain is not None:
            domains.append(domain)
    bank, head_problems = read_values(Bank, {**head, "domains": domains}, BANK_FILE)
    # Domains have had their say above; what pydantic says of an empty list adds nothing.
    problems = [each for each in head_problems if each.place != "domains"] + problems
    problems += _unnamed(folder, named)
    if bank is None or len(domains) != len(named) or not named:
        return None, problems
    return bank, problems + check_fit(bank)


def _further(folder: Path, told: list[Problem]) -> Iterator[Problem]:
    """What else is wrong with a bank that cannot be put together: one slip hides no other.

    Stand-ins take the place of what has the wrong shape. What may follow from them alone is left
    out.
    """
    if size_of(folder) > SIZE_LIMIT:
        return
    head, trouble = read_tables(folder, BANK_FILE)
    named = [path.stem for path in files_in(folder, "domains", "*.toml")]
    whole, earlier = not trouble, False
    if whole:
        named = _codes(head.pop("domains", None))[0]
        earlier = head.pop("format", None) == OLDEST
    domains: list[Domain] = []
    for code in named:
        tables, unread = read_tables(folder, domain_file(code))
        if trouble:
            # The head could not be read, so nothing has been said of this file yet.
            yield from unread or read_values(Domain, tables, domain_file(code))[1]
        if earlier:
            tables = levels_as_tables(tables)
        domain, places = (None, frozenset()) if unread else mended(Domain, tables)
        whole = whole and domain is not None and not any(each[-1] in _LEAN_ON for each in places)
        if domain is not None:
            domains.append(domain)
    bank, places = mended(Bank, {**head, "domains": domains})
    if bank is None or not domains:
        return
    # A list that is missing or misspelt would make each of its references wrong.
    whole = whole and not any(len(each) == 1 or each[-1] in _LEAN_ON for each in places)
    fit = check_fit(bank, whole=whole) + check_content(bank, whole=whole)
    found = [each for each in fit if not _follows(each, told, within=True)]
    found += [each for each in check_wording(bank) if not _follows(each, told, within=False)]
    for each in found:
        if STAND_IN not in str(each) and not (trouble and each.file == BANK_FILE):
            yield each


def _follows(problem: Problem, told: list[Problem], *, within: bool) -> bool:
    """Whether a problem stands where another was told of, or around it, or `within` its table."""
    for each in told:
        if each.file == problem.file and each.place:
            place = each.place.removeprefix("indicators, ")
            around = place == problem.place or place.startswith(f"{problem.place}, ")
            if around or (within and problem.place.startswith(f"{place}, ")):
                return True
    return False


def _read_domain(folder: Path, code: str, *, earlier: bool) -> tuple[Domain | None, list[Problem]]:
    """`earlier` says that the bank is written in the earlier format."""
    file = domain_file(code)
    tables, problems = read_tables(folder, file)
    if problems:
        return None, problems
    if earlier:
        tables = levels_as_tables(tables)
    domain, problems = read_values(Domain, tables, file)
    if domain is not None and domain.code != code:
        what = tr("The code in this file is “{code}”.").format(code=domain.code)
        cure = tr("Give the file and the code the same name.")
        problems.append(Problem(file, "code", what, cure))
    return domain, problems


def _format_problems(found: object) -> list[Problem]:
    if type(found) is int and OLDEST <= found <= FORMAT:
        return []
    if type(found) is int and found > FORMAT:
        what = tr("This bank was written for a later version of the program.")
        cure = tr("Use it with that version or a later one.")
    else:
        what = tr("The file does not say which format it is in.")
        cure = tr("Write this as its first line: format = 2")
    return [Problem(BANK_FILE, "format", what, cure)]


def _codes(found: object) -> tuple[list[str], list[Problem]]:
    """The codes that can be read, each once, and what is wrong with the list."""
    if not isinstance(found, list) or not found:
        what = tr("The file does not name its domains.")
        return [], [Problem(BANK_FILE, "domains", what, tr('Write: domains = ["ABC", "DEF"]'))]
    codes: list[str] = []
    problems: list[Problem] = []
    for position, each in enumerate(found, start=1):
        place = tr("domains, number {n}").format(n=position)
        if not isinstance(each, str) or not _CODE.fullmatch(each):
            what = tr("This is not the code of a domain.")
            cure = tr("Write a letter, then letters, digits or hyphens, such as “LEA”.")
            problems.append(Problem(BANK_FILE, place, what, cure))
        elif each in codes:
            what = tr("The domain “{code}” is named twice.").format(code=each)
            problems.append(Problem(BANK_FILE, place, what, tr("Name it once.")))
        else:
            codes.append(each)
    return codes, problems


def _unnamed(folder: Path, codes: list[str]) -> list[Problem]:
    """TOML files that no part of the bank names: most often a domain that was forgotten."""
    expected = {BANK_FILE, *map(domain_file, codes)}
    present = [
        path.relative_to(folder).as_posix()
        for path in (*files_in(folder, "", "*.toml"), *files_in(folder, "domains", "*"))
    ]
    return [
        _problem(
            file,
            tr("Nothing in {bank} names this file.").format(bank=BANK_FILE),
            tr("Name it among its domains, or take it out of the folder."),
        )
        for file in present
        if file not in expected
    ]


def _bank_folders(place: Path) -> list[Path]:
    try:
        if os.path.lexists(place / BANK_FILE):
            return [place]
        return [each for each in sorted(place.iterdir()) if os.path.lexists(each / BANK_FILE)]
    except OSError:
        return []


def _found(folder: Path) -> FoundBank:
    bank, problems = _read(folder)
    if bank is not None:
        return FoundBank(bank.id, bank.title, bank.version, folder, tuple(problems))
    head, _ = read_tables(folder, BANK_FILE)
    words = {key: head.get(key) for key in ("id", "title", "version")}
    told = {key: word if isinstance(word, str) else "" for key, word in words.items()}
    return FoundBank(
        told["id"] or folder.name,
        told["title"] or folder.name,
        told["version"],
        folder,
        tuple(problems),
    )


def _problem(file: str, what: str, cure: str) -> Problem:
    return Problem(file, "", what, cure)


def unusable(problems: list[Problem]) -> BankError:
    """What keeps a bank or a sector's wording from being used: the first, and how many others."""
    first, others = problems[0], len(problems) - 1
    what = tr("This question bank cannot be used yet. {problem}").format(problem=first)
    if others:
        what += " " + trn("There is {n} other problem.", "There are {n} other problems.", others)
    return BankError(what, safe=tr("Your assessments and other banks are as they were."))
