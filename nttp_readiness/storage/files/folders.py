"""Where this program keeps things on this computer. Nothing is made here; writers make folders."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal, assert_never

from nttp_readiness.i18n import tr
from nttp_readiness.storage.files.atomic import save_error

NAME = "NTTP Readiness"
HOME = "NTTP_READINESS_HOME"
"""Environment variable that puts everything into one folder, for tests and for a memory stick."""
PORTABLE = "portable"
"""A file of this name beside the built program puts everything into a folder there."""


def documents() -> Path:
    """Where assessments go unless people choose another place: their own Documents."""
    return _own("documents") or _of_the_system("documents")


def recovery() -> Path:
    """Copies of what is being worked on, on this computer's own disk."""
    return _data() / "recovery"


def backups() -> Path:
    """Earlier states of each assessment."""
    return _data() / "backups"


def portfolios() -> Path:
    """Which groups of teams were shown together on this computer."""
    return _data() / "portfolios.json"


def calendars() -> Path:
    """How many days the calendars had that left this computer."""
    return _data() / "calendars"


def banks() -> Path:
    """Question banks that somebody added for their own account."""
    return _data() / "question_banks"


def shared() -> Path:
    """What an IT department laid down for everybody on this computer; nothing is ever written here.

    It may hold `settings.json` and a folder `question_banks`.
    """
    return _own("shared") or _of_the_system("shared")


def bank_places() -> tuple[Path, ...]:
    """Folders of banks beside those of the program: for everybody here, and for this account."""
    return shared() / "question_banks", banks()


def turns() -> Path:
    """An empty file by which the windows of one account take turns to save."""
    return _data() / "turns"


def installation() -> Path:
    """The mark by which this account knows its own locks on a computer of a common name."""
    return _data() / "installation"


def logs() -> Path:
    """Reports of what went wrong in the program, without a word of what people typed."""
    return _own("logs") or _of_the_system("logs")


def settings() -> Path:
    """The file of the settings."""
    folder = _own("settings") or _of_the_system("settings")
    return folder / "settings.json"


def make(folder: Path) -> Path:
    """The folder, made where it is missing so that only this account can read it.

    Raises SaveError.
    """
    try:
        missing = [each for each in (folder, *folder.parents) if not each.is_dir()]
        for each in reversed(missing):  # `parents` would let others read those above
            each.mkdir(mode=0o700, exist_ok=True)
        folder.mkdir(exist_ok=True)  # says what is wrong where a file has its name
    except (OSError, ValueError) as error:
        raise save_error(error) from error
    return folder


def is_there(path: Path) -> bool:
    """Whether something lies at that place; False as well where the system cannot tell.

    A drive that is away, and a folder that may not be looked into, make `Path.exists` raise. What
    is done next at such a place says why it cannot be done.
    """
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def may_be_written(path: Path) -> bool:
    """Whether the file at that place, or a new one there, can be written as far as can be told."""
    try:
        return os.access(path if path.exists() else path.parent, os.W_OK) and os.access(
            path.parent, os.W_OK
        )
    except (OSError, ValueError):
        return False


def files(folder: Path, pattern: str) -> list[Path]:
    """What lies in a folder under such names, in order; nothing where it cannot be looked into."""
    try:
        return sorted(folder.glob(pattern))
    except OSError:
        return []


def free_path(folder: Path, title: str, suffix: str) -> Path:
    """A path for a new file named after its title, that every system allows and no file has yet."""
    from nttp_readiness.typed.letters import first_words  # noqa: PLC0415 - a start names no file

    kept = "".join(each if each.isalnum() or each in " -_'’()&,." else " " for each in title)
    name = first_words(kept, 60).strip(" .") or tr("Assessment")
    first, dot, rest = name.partition(".")
    if first.rstrip().upper() in _RESERVED:
        name = f"{first.rstrip()}_{dot}{rest}"  # before the dot: a device is one whatever follows
    path, number = folder / f"{name}{suffix}", 2
    while is_there(path):
        path = folder / f"{name} {number}{suffix}"
        number += 1
    return path


def wrong_in_name(name: str) -> str:
    """Why no file can be called that, on this computer or on one that it is sent to; else empty."""
    if not name.strip(" ."):
        return tr("Write a name first.")
    if not name.isprintable() or any(each in _NO_NAME for each in name):
        return tr("A file name cannot hold any of these: {signs}").format(signs=" ".join(_NO_NAME))
    if name.endswith((" ", ".")):
        return tr("A file name cannot end with a full stop.")
    if name.split(".", maxsplit=1)[0].rstrip().upper() in _RESERVED:
        return tr("Windows keeps this name for a device. Choose another.")
    return ""


_NO_NAME = ["\\", "/", ":", "*", "?", '"', "<", ">", "|"]
_RESERVED = {
    "CON",
    "PRN",
    "AUX",
    "NUL",
    "CONIN$",
    "CONOUT$",
    *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
}
"""Names that Windows keeps for devices, whatever follows after a dot."""


def _data() -> Path:
    return _own("data") or _of_the_system("data")


_Folder = Literal["documents", "shared", "logs", "settings", "data"]

if sys.platform == "win32":
    _ON_WINDOWS: dict[_Folder, tuple[int, str]] = {
        "documents": (0x05, ""), "shared": (0x23, NAME), "logs": (0x1C, rf"{NAME}\Logs"),
        "settings": (0x1C, NAME), "data": (0x1C, NAME),
    }  # fmt: skip
    """Windows' number of a folder, and what is ours in it, as platformdirs has it."""
    _NEED_NOT_BE_THERE = 0x4000

    def _said_by_windows(folder: _Folder) -> Path | None:
        """The same as platformdirs would say, which takes some 40 ms to load.

        None where Windows does not say it, or not in the length that old programs know.
        """
        import ctypes  # noqa: PLC0415 - only Windows needs it

        number, ours = _ON_WINDOWS[folder]
        found = ctypes.create_unicode_buffer(260)
        failed = ctypes.windll.shell32.SHGetFolderPathW(
            None, number | _NEED_NOT_BE_THERE, None, 0, found
        )
        return Path(found.value, ours) if not failed and found.value else None
else:

    def _said_by_windows(_folder: _Folder) -> Path | None:
        """Other systems are asked by way of platformdirs alone."""
        return None


def _of_the_system(folder: _Folder) -> Path:
    """Where this system keeps such things of one account, or of everybody."""
    if place := _said_by_windows(folder):
        return place
    import platformdirs  # noqa: PLC0415 - not where all lies in one folder of our own

    match folder:
        case "documents":
            return platformdirs.user_documents_path()
        case "shared":
            return platformdirs.site_data_path(NAME, appauthor=False)
        case "logs":
            return platformdirs.user_log_path(NAME, appauthor=False)
        case "settings":
            return platformdirs.user_config_path(NAME, appauthor=False)
        case "data":
            return platformdirs.user_data_path(NAME, appauthor=False)
        case _:
            assert_never(folder)


def _own(folder: str) -> Path | None:
    home = os.environ.get(HOME) or _beside_the_program()
    return Path(home) / folder if home else None


def _beside_the_program() -> Path | None:
    """The folder of a portable copy, None for any other."""
    if not getattr(sys, "frozen", False):
        return None
    program = Path(sys.executable).parent
    return program / "data" if (program / PORTABLE).is_file() else None
