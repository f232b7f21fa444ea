"""What PySide6 says of its functions is the same; it is only compiled when somebody asks."""

import subprocess
import sys

import pytest

SAY = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication(["x", "-platform", "offscreen"])
for wrong in (lambda: QLabel().setFont(3), lambda: QLabel(1, 2, 3), lambda: QLabel().nothing):
    try:
        wrong()
    except (TypeError, AttributeError) as problem:
        print(problem)
print(QLabel.setText.__doc__, QLabel.__doc__, Qt.Key.Key_A)
"""
LATE = "import nttp_readiness.ui\n"
EMPTY = """
import sys
from nttp_readiness.ui.shell import application
from PySide6.QtWidgets import QApplication
app = QApplication(["x", "-platform", "offscreen"])
window = application.make_window(app)
window.show()
window.grab()
late = ("parser", "layout", "errorhandler", "lib.enum_sig", "lib.pyi_generator", "lib.tool")
print([each for each in late
       if "__getattr__" not in vars(sys.modules[f"shibokensupport.signature.{each}"])])
"""


def said(script):
    ended = subprocess.run([sys.executable, "-c", script], capture_output=True, check=False)
    assert ended.returncode == 0, ended.stderr.decode()
    return ended.stdout.decode()


def test_wrong_calls_and_signatures_are_told_as_before():
    plain = said(SAY)
    assert "setFont" in plain
    assert said(LATE + SAY) == plain


def test_no_helper_is_compiled_for_a_window(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    assert said(EMPTY).strip() == "[]"


@pytest.mark.parametrize("name", ["nothing", "__path__"])
def test_what_a_helper_has_not_is_said_plainly(name):
    parser = "sys.modules['shibokensupport.signature.parser']"
    script = f"{LATE}import sys\nprint(hasattr({parser}, '{name}'))"
    assert said(script).strip() == "False"
