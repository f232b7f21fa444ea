"""Decides between the window and the command line, and loads no more than either needs."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence

from nttp_readiness.storage.files import folders

COMMANDS = (
    "new", "answer", "score", "compare", "merge", "export", "banks", "check-bank", "trace",
    "new-bank", "review-bank", "review-changes", "carry-over", "rating-trial", "import-plan",
    "import-data", "tally", "combine", "respond", "group", "portfolio", "share-out", "gather",
)  # fmt: skip

NO_WINDOW = "--no-window"
DATA_DIR = "--data-dir"
"""Puts everything that the program keeps into one folder; goes before all else."""
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
"""One of these tells Qt on Linux where windows go."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run with those arguments; the exit status is 0, 1 (a problem) or 2 (wrong usage)."""
    if sys.platform == "win32" and sys.stderr is not None:  # the program of the window has none
        from nttp_readiness.app.terminal import speak_utf8_to_programs  # noqa: PLC0415

        speak_utf8_to_programs()
    given = _with_own_folder(list(sys.argv[1:] if arguments is None else arguments))
    if given[:1] == ["respond"] and NO_WINDOW not in given:
        return _respond(given[1:])
    if given and (given[0] in COMMANDS or given[0].startswith("-")):
        from nttp_readiness.app import command_line  # noqa: PLC0415 - not for the window

        return command_line.run(given)
    if len(given) > 1:
        from nttp_readiness.app import command_line  # noqa: PLC0415

        return command_line.run(["--wrong", *given])
    if not has_screen():
        return _say_no_screen()
    gc.disable()  # while the window loads; then its own timer searches
    from nttp_readiness.ui.shell import application  # noqa: PLC0415 - Qt only where there is a window

    return application.run(given[0] if given else None)


def has_screen() -> bool:
    """Whether a window can be opened here; Qt would end the program without a word of ours."""
    return sys.platform != "linux" or any(os.environ.get(each) for each in SCREENS)


def _with_own_folder(given: list[str]) -> list[str]:
    """What was given without `--data-dir FOLDER` at its beginning, which is set for all else."""
    first, _, joined = given[0].partition("=") if given else ("", "", "")
    if first != DATA_DIR:
        return given
    folder, rest = (joined, given[1:]) if joined else ("".join(given[1:2]), given[2:])
    if not folder:
        return [DATA_DIR]  # the parser of commands says how it is used
    os.environ[folders.HOME] = os.path.abspath(folder)  # noqa: PTH100 - it need not be there yet
    return rest


def _say_no_screen() -> int:
    sys.stderr.write(
        "There is no screen here, so no window can be opened and nothing was changed. "
        "The commands work without one: nttp-readiness --help names them.\n"
    )
    return 1


def _respond(given: list[str]) -> int:
    """`respond FILE [--out ANSWERS]`: a window in which one person answers into a file."""
    import argparse  # noqa: PLC0415 - not for the window

    from nttp_readiness.app.given import given_path  # noqa: PLC0415

    parser = argparse.ArgumentParser(prog="nttp-readiness respond")
    parser.add_argument("file", type=given_path, metavar="FILE")
    parser.add_argument("--out", type=given_path, metavar="ANSWERS")
    found = parser.parse_args(given)
    if not has_screen():
        return _say_no_screen()
    from nttp_readiness.ui.shell import application  # noqa: PLC0415 - Qt only where there is a window

    return application.respond(found.file, found.out)
