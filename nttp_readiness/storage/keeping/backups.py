"""Earlier states of each assessment, kept on this computer, each proven to open.

One is made before the first save of a sitting. The ten latest stay, the last of each of 14 days,
and the last of each month.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import re
import shutil
from collections.abc import Iterable
from pathlib import Path

from nttp_readiness.errors import DocumentError, NewerError
from nttp_readiness.storage.documents.document_bytes import Loaded, document_in
from nttp_readiness.storage.documents.documents import SUFFIX, load_document, read_file
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import save_error, write_atomic
from nttp_readiness.storage.files.format_version import holds_later
from nttp_readiness.storage.files.reading import read_whole
from nttp_readiness.storage.files.sensible_time import sensible
from nttp_readiness.values import dataclass

LATEST = 10
DAYS = 14
_PLACE = "place.json"
_TIME = "%Y%m%dT%H%M%S%fZ"
_NAME = re.compile(r"([0-9]{8}T[0-9]{12}Z)-([0-9]{1,15})" + re.escape(SUFFIX))
_DOCUMENT = re.compile(r"[0-9a-f]{32}")


@dataclass(frozen=True, slots=True)
class Backup:
    """One earlier state. `made` is in UTC."""

    document: str
    made: dt.datetime
    revision: int
    file: Path


def back_up(path: Path, *, now: dt.datetime | None = None) -> Backup:
    """Keep the file at `path` as it lies there, and let go of what is too old.

    A state that is kept already is not kept twice. Raises DocumentError where the file does not
    open, as a backup of it would be worth nothing, and SaveError where the copy cannot be written.
    """
    now = sensible(now or dt.datetime.now(dt.UTC))
    data = read_file(path)
    loaded = document_in(data, path)
    folder = folders.make(_folder(loaded.assessment.id))
    latest = next(iter(backups(loaded.assessment.id)), None)
    if latest is not None and _holds(latest.file, loaded):
        return latest
    file = folder / f"{now.astimezone(dt.UTC).strftime(_TIME)}-{loaded.revision}{SUFFIX}"
    write_atomic(file, data)
    _prove(file)
    place = {"path": str(path.absolute())}
    write_atomic(folder / _PLACE, json.dumps(place, indent=1).encode() + b"\n")
    _let_go(loaded.assessment.id, now)
    return Backup(loaded.assessment.id, now, loaded.revision, file)


def backups(document: str) -> list[Backup]:
    """The backups of an assessment, the latest first. They were proven when they were made."""
    found = []
    for file in folders.files(_folder(document), f"*{SUFFIX}"):
        name = _NAME.fullmatch(file.name)
        made = _moment(name[1]) if name else None
        if name and made is not None:
            found.append(Backup(document, made, int(name[2]), file))
    return sorted(found, key=lambda each: (each.made, each.revision), reverse=True)


def _moment(name: str) -> dt.datetime | None:
    """When a backup was made, by its name; None where that is no time."""
    try:
        return sensible(dt.datetime.strptime(name, _TIME).replace(tzinfo=dt.UTC))
    except ValueError:
        return None


def backups_of(path: Path) -> list[Backup]:
    """The backups of the file at `path`, for when it cannot say itself which assessment it is."""
    found: list[Backup] = []
    with contextlib.suppress(OSError):
        for folder in folders.backups().iterdir():
            if _DOCUMENT.fullmatch(folder.name) and _place(folder) == str(path.absolute()):
                found += backups(folder.name)
    return sorted(found, key=lambda each: each.made, reverse=True)


def restore(backup: Backup, path: Path, *, now: dt.datetime | None = None) -> Loaded:
    """Put a backup in the place of the file at `path`, whose present state is kept first.

    A state that opens becomes a backup, another is laid beside the backups as it is. Raises
    NewerError for the file of a later version, which stays, DocumentError where the backup does not
    open (any more), SaveError where nothing can be written.
    """
    now = sensible(now or dt.datetime.now(dt.UTC))
    load_document(backup.file)
    data = read_file(backup.file)
    if folders.is_there(path):
        try:
            back_up(path, now=now)
        except NewerError:
            raise
        except DocumentError:
            kept = f"{now.astimezone(dt.UTC).strftime(_TIME)}.damaged"
            write_atomic(folders.make(_folder(backup.document)) / kept, read_file(path))
    write_atomic(path, data)
    return load_document(path)


def purge(document: str) -> None:
    """Delete every backup of an assessment. Raises SaveError where one stays."""
    folder = _folder(document)
    try:
        if folders.is_there(folder):
            shutil.rmtree(folder)
    except OSError as error:
        raise save_error(error) from error


def worth_keeping(made: Iterable[dt.datetime], now: dt.datetime) -> set[dt.datetime]:
    """The times among `made` whose backups stay, by this computer's days and months."""
    newest_first = sorted(made, reverse=True)
    kept = set(newest_first[:LATEST])
    since = (now - dt.timedelta(days=DAYS)).astimezone().date()
    days: dict[dt.date, dt.datetime] = {}
    months: dict[tuple[int, int], dt.datetime] = {}
    for each in newest_first:
        day = each.astimezone().date()
        if day > since:
            days.setdefault(day, each)
        months.setdefault((day.year, day.month), each)
    return kept | set(days.values()) | set(months.values())


def _let_go(document: str, now: dt.datetime) -> None:
    present = backups(document)
    kept = worth_keeping((each.made for each in present), now)
    for each in present:
        if each.made not in kept:
            with contextlib.suppress(OSError):
                if not holds_later(each.file):
                    each.file.unlink(missing_ok=True)


def _prove(file: Path) -> None:
    """Raises DocumentError for a backup that does not open, and removes it."""
    try:
        load_document(file)
    except DocumentError:
        file.unlink(missing_ok=True)
        raise


def _holds(file: Path, loaded: Loaded) -> bool:
    try:
        return load_document(file).fingerprint == loaded.fingerprint
    except DocumentError:
        return False


def _folder(document: str) -> Path:
    """Raises ValueError for what is no id: an empty one would stand for everybody's backups."""
    if not _DOCUMENT.fullmatch(document):
        raise ValueError(document)
    return folders.backups() / document


def _place(folder: Path) -> str:
    try:
        return str(json.loads(read_whole(folder / _PLACE))["path"])
    except (OSError, ValueError, LookupError, TypeError, RecursionError):
        return ""
