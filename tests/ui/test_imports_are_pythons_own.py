"""PySide6 reads the source of every module that is imported after it; ours is imported plainly."""

import subprocess
import sys

TRY = """
import builtins, sys
import PySide6.QtWidgets
assert builtins.__import__ is not builtins.__orig_import__, "nothing to take back any more"
before = builtins.__import__
import nttp_readiness.ui
assert builtins.__import__ is builtins.__orig_import__ is not before
import inspect
read = []
inspect.getsource = read.append
import nttp_readiness.ui.theme.look
assert read == [], read
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["x", "-platform", "offscreen"])
label = QLabel("a")
label.setText("b")
assert label.text() == "b"
"""


def test_no_source_is_read_and_widgets_work():
    ended = subprocess.run([sys.executable, "-c", TRY], capture_output=True, text=True, check=False)
    assert ended.returncode == 0, ended.stderr
