"""A new question bank to begin with: a small one that says what each part is for."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank_problems import BANK_FILE, OVERLAY_FILE
from nttp_readiness.errors import SaveError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.banks.bank_schema import overlay_schema_files, schema_files
from nttp_readiness.storage.files.atomic import save_error


def new_bank(folder: Path) -> tuple[Path, ...]:
    """Put the template into a folder, which is made where it is missing; the files written.

    Editors check it against the two schemas beside it. SaveError where the folder holds one of
    these files already, or cannot be written: then everything is as it was.
    """
    return _write(folder, {**_template(), **schema_files()})


def new_overlay(folder: Path) -> tuple[Path, ...]:
    """Put the template of a sector's wording into a folder, with the schema that editors check it
    by; the files written. SaveError as for a bank.
    """
    template = resources.assets() / "overlay-template" / OVERLAY_FILE
    return _write(folder, {OVERLAY_FILE: template.read_bytes(), **overlay_schema_files()})


def _write(folder: Path, named: Mapping[str, bytes]) -> tuple[Path, ...]:
    files = {folder / name: data for name, data in named.items()}
    for path in files:
        if path.exists() or path.is_symlink():
            raise SaveError(
                tr("There is already a file {file}.").format(file=path),
                safe=tr("It was not touched, and nothing was written."),
                cure=tr("Please choose an empty folder or a new name."),
            )
    made: list[Path] = []
    try:
        for path, data in files.items():
            _make_folders(path.parent, made)
            with path.open("xb") as file:
                made.append(path)
                file.write(data)
    except (OSError, ValueError) as error:
        _take_back(made)
        raise save_error(error) from error
    return tuple(files)


def _template() -> dict[str, bytes]:
    """The template's files under their names, relative to a bank's folder."""
    template = resources.assets() / "bank-template"
    paths = (template / BANK_FILE, *sorted(template.glob("domains/*.toml")))
    return {path.relative_to(template).as_posix(): path.read_bytes() for path in paths}


def _make_folders(folder: Path, made: list[Path]) -> None:
    missing = [each for each in (folder, *folder.parents) if not each.exists()]
    for each in reversed(missing):
        each.mkdir()
        made.append(each)


def _take_back(made: list[Path]) -> None:
    """Remove what was made, the last first. What a broken drive keeps cannot be helped."""
    for each in reversed(made):
        with contextlib.suppress(OSError):
            if each.is_dir():
                each.rmdir()
            else:
                each.unlink()
