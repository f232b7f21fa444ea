"""The whole main job in one process: window, typing, saving, every export, and the command line.

    journey_script.py FOLDER [spill]

With "spill" it ends with one connection to this computer itself, as a control.
"""

import socket
import sys
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from nttp_readiness import resources
from nttp_readiness.address import Address
from nttp_readiness.app.start import main as command
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.shell.application import make_window
from nttp_readiness.ui.shell.crash import CrashHandler

FOLDER = Path(sys.argv[1])
PLACES = ("prepare", "reflect", "check", "understand", "plan", "share", "support")


def in_the_window():
    app = QApplication([])
    window = make_window(app)
    crashes = CrashHandler(window)
    crashes.install()
    window.show()
    window.open_sample()
    session = window.open_document.session
    session.attempt("Note", edits.write_beside, "LEA-1", note="typed")
    for place in PLACES:
        window.open_document.workbook.show_address(Address.parse(place))
        app.processEvents()
    window.show_help("about")
    window.close_document()
    QTimer.singleShot(0, app.quit)
    app.exec()
    crashes.uninstall()


def on_the_command_line():
    sample = resources.assets() / "samples" / "council-service.readiness"
    own = FOLDER / "own.readiness"
    assert command(["new", str(own), "--bank", "nttp-roadmap"]) == 0
    assert command(["answer", str(own), "LEA-1=2", "WEL-2=not_sure"]) == 0
    assert command(["score", str(own), "--json"]) == 0
    assert command(["banks"]) == 0
    for name in ("plan.pdf", "plan.docx", "actions.xlsx", "plan.html"):
        assert command(["export", str(sample), str(FOLDER / name)]) == 0, name
    assert load_document(own).assessment.answer("LEA-1").choice == 2


if __name__ == "__main__":
    in_the_window()
    on_the_command_line()
    sys.stdout.write("\njourney done\n")
    if sys.argv[2:] == ["spill"]:
        with socket.socket() as spilt:
            spilt.connect_ex(("127.0.0.1", 9))
