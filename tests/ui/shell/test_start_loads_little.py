"""Start-up: what opening a document or making a report needs is loaded after the first paint."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
HEAVY = (
    "pydantic",
    "reportlab",
    "openpyxl",
    "xlsxwriter",
    "docx",
    "pptx",
    "icalendar",
    "pypdfium2",
)

PAINTED = f"""
import os, sys, tempfile
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["NTTP_READINESS_HOME"] = tempfile.mkdtemp()
from PySide6.QtWidgets import QApplication
from nttp_readiness.ui.shell.application import make_window
app = QApplication([])
window = make_window(app)
window.show()
window.grab()
before = [name for name in {HEAVY!r} if name in sys.modules]
window.warm_up()
after = [name for name in {HEAVY!r} if name in sys.modules]
print(before, after, "PySide6.QtNetwork" in sys.modules)
"""


def test_the_first_window_loads_neither_pydantic_nor_any_report_library():
    done = subprocess.run(
        [sys.executable, "-c", PAINTED], cwd=ROOT, capture_output=True, text=True, check=True
    )
    # Before the paint, after warming up (the control: it can tell), and the network at any time.
    assert done.stdout.strip() == "[] ['pydantic'] False"
