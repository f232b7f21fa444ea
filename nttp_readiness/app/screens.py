"""A picture of every page: `python3 run.py screens OUT`, to look at and for the guide."""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

PAGES = (
    "prepare", "reflect/WEL", "reflect/WEL-2", "check", "understand", "understand/WEL", "compare",
    "next-round", "plan", "plan/WEL-2/first", "plan/drivers", "plan/effort", "share", "support",
)  # fmt: skip
SIZES = ((911, 472), (1024, 640), (1280, 800), (1920, 1080))
FORMS = (("light", 100, SIZES), ("dark", 100, ((1280, 800),)), ("light", 200, ((1024, 640),)))
SETTLE_MS = 60
PREVIEW_MS = 2500
"""How long a page may take to lay itself out, and the preview to be made."""


def main(arguments: list[str]) -> int:
    """Write the pictures into the folder that is named; 2 for wrong usage."""
    if len(arguments) != 1:
        sys.stderr.write("Name one folder for the pictures.\n")
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
    from PySide6.QtTest import QTest  # noqa: PLC0415 - only for pictures
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from nttp_readiness.app.workshop_screens import take_workshop  # noqa: PLC0415
    from nttp_readiness.ui.application import make_window  # noqa: PLC0415

    app = QApplication(sys.argv[:1])
    window = make_window(app)
    window.show()
    window.activateWindow()
    count = 0

    def take(name: str, theme: str, text: int, size: tuple[int, int], wait: int) -> None:
        nonlocal count
        QTest.qWait(wait)
        window.ring.refresh()
        QTest.qWait(SETTLE_MS)
        file = f"{name.replace('/', '-')}_{theme}_{text}_{size[0]}x{size[1]}.png"
        window.grab().save(str(folder / file))
        count += 1

    for theme, text, sizes in FORMS:
        window.look.set_theme("dark" if theme == "dark" else "light")
        window.look.set_text_size(text / 100)
        for size in sizes:
            window.resize(*size)
            window.close_document()
            take("start", theme, text, size, SETTLE_MS)
            window.open_sample()
            for page in PAGES:
                if window.desk is not None:
                    window.desk.workbook.show_address(page)
                wait = PREVIEW_MS if page.startswith("share") else SETTLE_MS
                take(page, theme, text, size, wait)
    count += take_workshop(window, folder)
    window.close()
    return count


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
