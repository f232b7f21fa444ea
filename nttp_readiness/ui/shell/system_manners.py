"""What a program tells its system, so that the system treats it as one of its own."""

from __future__ import annotations

import contextlib
import os
import sys

TASK_BAR_NAME = "NTTPReadiness.NTTPReadiness"
"""One name for all windows, whichever program file opened them; the start menu entry has it too."""
QT_PLATFORM = "QT_QPA_PLATFORM"
"""Says which of Qt's plugins opens windows; what somebody has set there holds."""
FAMILIES_OF_GDI = "windows:fontengine=gdi"
"""Qt's plugin for Windows, with the typefaces that GDI names.

DirectWrite, which Qt asks otherwise, reads every typeface of the system before it names one. It
still draws the letters, as each font of ours wants no hinting; so they look the same.
"""


def qt_arguments() -> list[str]:
    """What Qt's application is made with."""
    program = sys.argv[:1]
    if sys.platform == "win32" and not os.environ.get(QT_PLATFORM):
        return [*program, "-platform", FAMILIES_OF_GDI]
    return program


if sys.platform == "win32":

    def name_for_the_task_bar() -> None:
        """Group the windows under one entry of the task bar, with our icon and not Python's."""
        import ctypes  # noqa: PLC0415 - only Windows needs it

        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(TASK_BAR_NAME)
else:

    def name_for_the_task_bar() -> None:
        """Other systems take the name from the program's desktop file."""
