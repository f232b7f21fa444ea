"""On Windows GDI names the typefaces, which is quick; DirectWrite draws the letters as before."""

import os
import subprocess
import sys

import pytest

from nttp_readiness.ui.shell import application, system_manners

PICTURE = """
import sys
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication
app = QApplication([sys.argv[0], "-platform", sys.argv[1]])
from nttp_readiness.ui.shell.application import make_look
look = make_look(app)
image = QImage(900, 220, QImage.Format.Format_RGB32)
image.fill(0xFFFFFF)
painter = QPainter(image)
for line, words in enumerate((
    "Who is asked before a rule changes? 0123456789 – “Not yet”", "Fàilte gu Alba · ŵ ŷ ≤ ½ → ✓",
    "Привет, Γειά, Zażółć",
)):
    painter.setFont(look.font("body"))
    painter.drawText(10, 40 + 60 * line, words)
    painter.setFont(look.font("section"))
    painter.drawText(10, 70 + 60 * line, words)
painter.end()
buffer = QBuffer()
buffer.open(QBuffer.OpenModeFlag.WriteOnly)
image.save(buffer, "PNG")
sys.stdout.write(buffer.data().toBase64().data().decode())
"""


def picture(plugin, tmp_path):
    done = subprocess.run(
        [sys.executable, "-c", PICTURE, plugin], check=True, capture_output=True, text=True,
        env={**os.environ, "NTTP_READINESS_HOME": str(tmp_path)},
    )  # fmt: skip
    return done.stdout


@pytest.mark.skipif(sys.platform != "win32", reason="only Qt's plugin for Windows can ask GDI")
def test_letters_look_the_same_whoever_names_the_typefaces(tmp_path):
    ours = picture(system_manners.FAMILIES_OF_GDI, tmp_path)
    assert len(ours) > 1000
    assert ours == picture("windows", tmp_path)
    assert ours != picture("windows:nodirectwrite", tmp_path)  # GDI's own letters are others


@pytest.mark.parametrize(
    ("system", "set_by_somebody", "given"),
    [
        ("win32", "", ["-platform", system_manners.FAMILIES_OF_GDI]),
        ("win32", "offscreen", []),
        ("linux", "", []),
        ("darwin", "", []),
    ],
)
def test_only_on_windows_and_where_nobody_chose_gdi_is_asked(
    monkeypatch, system, set_by_somebody, given
):
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(sys, "argv", ["program", "a file"])
    monkeypatch.setenv(system_manners.QT_PLATFORM, set_by_somebody)
    assert system_manners.qt_arguments() == ["program", *given]


def test_every_window_of_the_program_is_made_so(monkeypatch):
    made = []

    class Enough(Exception):  # noqa: N818 - nothing went wrong
        pass

    def application_of(arguments):
        made.append(arguments)
        raise Enough

    monkeypatch.setattr(application, "QApplication", application_of)
    monkeypatch.setattr(application, "qt_arguments", lambda: ["asked for"])
    with pytest.raises(Enough):
        application.run()
    with pytest.raises(Enough):
        application.respond(None, None)
    assert made == [["asked for"]] * 2
