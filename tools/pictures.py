"""The pictures of the guides, painted by the pages themselves: `python3 run.py pictures [FOLDER]`.

`docs/pictures` holds them for readers of the repository; inside the program, Help paints its own.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.presentation.screens.guide_pictures import PICTURES

FOLDER = resources.root() / "docs" / "pictures"


def main(arguments: list[str]) -> int:
    """Paint each in the light theme at 100 %."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as home:
        os.environ["NTTP_READINESS_HOME"] = home
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - the environment comes first

        from nttp_readiness.ui.shell.application import make_look  # noqa: PLC0415
        from nttp_readiness.ui.shell.guide_picture import paint_picture  # noqa: PLC0415

        look = make_look(QApplication(sys.argv[:1]))
        look.set_theme("light")
        look.set_text_size(1.0)
        for name, picture in PICTURES.items():
            paint_picture(look, picture).save(str(folder / f"{name}.png"))
    sys.stdout.write(f"{len(PICTURES)} pictures in {folder}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
