"""What a program tells its system, so that the system treats it as one of its own."""

from __future__ import annotations

import contextlib
import sys

TASK_BAR_NAME = "NTTPReadiness.NTTPReadiness"
"""One name for all windows, whichever program file opened them; the start menu entry has it too."""

if sys.platform == "win32":

    def name_for_the_task_bar() -> None:
        """Group the windows under one entry of the task bar, with our icon and not Python's."""
        import ctypes  # noqa: PLC0415 - only Windows needs it

        with contextlib.suppress(OSError, AttributeError):
            ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(TASK_BAR_NAME)
else:

    def name_for_the_task_bar() -> None:
        """Other systems take the name from the program's desktop file."""
