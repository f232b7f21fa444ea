"""A picture of every page: `python3 run.py screens OUT`, to look at and for the guide."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from nttp_readiness.address import Address, Page

if TYPE_CHECKING:
    from nttp_readiness.domain.bank.scale import Level
    from nttp_readiness.ui.shell.main_window import MainWindow
    from nttp_readiness.ui.theme.look import Theme

USAGE = "Name one folder for the pictures: python3 run.py screens FOLDER\n"
PAGES = tuple(
    map(
        Address.parse,
        (
            "prepare", "reflect/WEL", "reflect/WEL-2", "reflect/LEA-1", "list/WEL", "check",
            "understand", "understand/WEL", "next-round", "plan", "plan/WEL-2/first",
            "plan/drivers", "plan/effort", "share", "what-now", "support", "evidence", "find",
            "parts",
        ),
    )
)  # fmt: skip
"""Addresses in the sample; those that need more than an address are in `_BESIDE`."""
SIZES = ((911, 472), (1024, 640), (1280, 800), (1920, 1080))
FORMS: tuple[tuple[Theme, int, tuple[tuple[int, int], ...]], ...] = (
    ("light", 100, SIZES),
    ("dark", 100, ((1280, 800),)),
    ("contrast", 100, ((1280, 800),)),
    ("light", 200, ((1024, 640),)),
)
WHOLE = (1280, 2800)
"""Understand unrolled, as nobody sees it on a screen."""
SETTLE_MS = 60
PREVIEW_MS = 30_000
"""How long a page may take to lay itself out, and at most the preview to be made."""


def main(arguments: list[str]) -> int:
    """Write the pictures into the folder that is named; 2 for wrong usage."""
    if arguments in (["--help"], ["-h"]):
        sys.stdout.write(USAGE)
        return 0
    if len(arguments) != 1 or arguments[0].startswith("-"):
        sys.stderr.write(USAGE)
        return 2
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["NTTP_READINESS_HOME"] = home  # nobody's own settings are in the pictures
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        sys.stdout.write(f"{take_all(folder)} pictures in {folder}\n")
    return 0


def take_all(folder: Path) -> int:
    """Take every picture; how many."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - only for pictures

    from nttp_readiness.app.workshop_screens import take_workshop  # noqa: PLC0415
    from nttp_readiness.ui.shell.application import make_window  # noqa: PLC0415
    from nttp_readiness.ui.shell.system_manners import qt_arguments  # noqa: PLC0415

    app = QApplication(qt_arguments())
    window = make_window(app)
    window.show()
    window.activateWindow()
    count = 0
    for theme, text, sizes in FORMS:
        window.look.set_theme(theme)
        window.look.set_text_size(text / 100)
        for size in sizes:
            count += _take_form(window, folder, f"{theme}_{text}", size)
    window.look.set_theme("light")
    window.look.set_text_size(1.0)
    _open_sample(window)
    window.resize(*WHOLE)
    _take(
        window,
        folder,
        "understand-whole",
        lambda: window.go_to(Address(Page.UNDERSTAND)),
        "light_100",
        WHOLE,
    )
    count += 1 + take_workshop(window, folder)
    window.close()
    return count


def _take_form(window: MainWindow, folder: Path, form: str, size: tuple[int, int]) -> int:
    """Every page in one theme, text size and size of window; how many."""
    window.resize(*size)
    for name, show in _BESIDE.items():
        _take(window, folder, name, lambda show=show: show(window), form, size)  # type: ignore[misc]
    _open_sample(window)
    for page in PAGES:
        _take(window, folder, str(page), lambda page=page: window.go_to(page), form, size)  # type: ignore[misc]
    return len(_BESIDE) + len(PAGES)


def _take(
    window: MainWindow,
    folder: Path,
    name: str,
    show: Callable[[], object],
    form: str,
    size: tuple[int, int],
) -> None:
    from PySide6.QtTest import QTest  # noqa: PLC0415 - only for pictures

    show()
    QTest.qWait(SETTLE_MS)
    if name == "share" and window.open_document is not None:
        share = window.open_document.share
        for _ in range(PREVIEW_MS // SETTLE_MS):
            if share.made_now is not None:
                break
            QTest.qWait(SETTLE_MS)
        QTest.qWait(8 * SETTLE_MS)  # its pages are drawn one by one
    window.ring.refresh()
    QTest.qWait(SETTLE_MS)
    file = f"{name.replace('/', '-')}_{form}_{size[0]}x{size[1]}.png"
    window.grab().save(str(folder / file))


def _open_sample(window: MainWindow) -> None:
    """Raises SystemExit where it cannot be opened: pictures of something else would be no use."""
    window.open_sample()
    if window.open_document is None:
        message = "The sample could not be opened, so there is nothing to take pictures of."
        raise SystemExit(message)


def _come_back(window: MainWindow) -> None:
    """The start page of somebody who was here before."""
    from dataclasses import replace  # noqa: PLC0415

    from nttp_readiness.storage.account.settings import Recent  # noqa: PLC0415

    window.close_document()
    day = dt.datetime(2026, 11, 21, 14, 2, tzinfo=dt.UTC)
    path = Path("Strathlinn Family Support.readiness")
    place = "Staff care and wellbeing, question 4 of 6"
    now = Recent("Strathlinn Family Support", path, place, 10, 56, day)
    before = replace(now, title="Strathlinn Family Support, round 1", place="", answered=56)
    window.start.show_recent((now, before))
    window.start.focus_first()


def _first_start(window: MainWindow) -> None:
    window.close_document()
    window.start.show_recent(())
    window.start.focus_first()


def _two_rounds(window: MainWindow) -> None:
    """The sample as a first round, and a second in which some answers have moved."""
    from nttp_readiness.domain.editing import edits  # noqa: PLC0415

    _open_sample(window)
    window.documents.next_round(keep_answers=True)
    if window.open_document is None:
        return
    session = window.open_document.session
    for key, choice in _MOVED.items():
        session.attempt(key, edits.answer, key, choice)
    window.go_to(Address(Page.COMPARE))


def _help_on_a_question(window: MainWindow) -> None:
    window.go_to(Address(Page.REFLECT, "WEL-2"))
    window.show_page_help()


def _other_file(window: MainWindow) -> Path:
    """The sample is open, and beside it lies a copy in which something was changed."""
    from nttp_readiness.domain.editing import edits  # noqa: PLC0415
    from nttp_readiness.storage.documents.documents import save_document  # noqa: PLC0415

    _open_sample(window)
    file = Path(os.environ["NTTP_READINESS_HOME"]) / "Housing Options (copy).readiness"
    file.unlink(missing_ok=True)
    if window.open_document is not None:
        other = edits.answer(window.open_document.session.assessment, "LEA-3", 2)
        save_document(file, other, expected=None)
    return file


def _two_files(window: MainWindow) -> None:
    from nttp_readiness.ui.shell.recovery import merge_content  # noqa: PLC0415

    merge_content.show(window, _other_file(window))


def _sheet_that_came_back(window: MainWindow) -> None:
    """A tracker of the sample in which somebody has begun with an action."""
    from nttp_readiness.app import command_line  # noqa: PLC0415
    from nttp_readiness.ui.shell import returned_content  # noqa: PLC0415

    file = _other_file(window)
    sheet = file.with_name("Tracker.csv")
    sheet.unlink(missing_ok=True)
    with contextlib.redirect_stdout(io.StringIO()):
        command_line.run(["export", str(file), str(sheet), "--form", "tracker"])
    said = sheet.read_text("utf-8-sig").replace("Not started", "In progress", 1)
    sheet.write_text(said, "utf-8-sig")
    returned_content.show(window, sheet)


_MOVED: dict[str, Level] = {"WEL-2": 2, "LEA-3": 2, "POW-1": 2, "WOR-1": 3, "FEE-1": 2, "SHA-1": 4}
_BESIDE: dict[str, Callable[[MainWindow], object]] = {
    "start": _first_start,
    "start-returning": _come_back,
    "prepare-new": lambda window: window.new(),
    "banks": lambda window: window.documents.choose_questions(),
    "compare": _two_rounds,
    "merge": _two_files,
    "returned": _sheet_that_came_back,
    "portfolio": lambda window: window.documents.many_teams(),
    "restore": lambda window: window.restore(),
    "delete": lambda window: window.delete(),
    "file": lambda window: window.documents.show_file(),
    "settings": lambda window: window.show_settings(),
    "help": _help_on_a_question,
    "keys": lambda window: window.show_help("keys"),
    "accessibility": lambda window: window.show_help("accessibility"),
    "about": lambda window: window.show_help("about"),
    "link": lambda window: window.offer_link("https://www.legislation.gov.uk/asp/2019/6/contents"),
}
"""What an address does not show, in this order."""


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
