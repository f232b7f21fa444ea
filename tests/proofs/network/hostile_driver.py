"""Open documents whose every text names something to load, and go everywhere with them.

    hostile_driver.py FOLDER careful|naive

Each page of the window, each leaf, each way out and the command line, with one document for each
kind of text. Whoever watches the system's calls sees whether anything that BAIT names was looked
for. "naive" shows the same texts in ordinary labels, tooltips and a browser of text: the control.
"""

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser

from nttp_readiness import resources
from nttp_readiness.address import Address
from nttp_readiness.app.start import main as command
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell.application import make_window
from nttp_readiness.ui.shell.crash import CrashHandler
from nttp_readiness.ui.widgets.fold import Fold

FOLDER, HOW = Path(sys.argv[1]), sys.argv[2]
BAIT = "nttp~bait"
"""A word in every path that is named, and in no name that the program makes of a title."""
TEXTS = (
    f'<img src="/{BAIT}/a.png"><img src="//{BAIT}/share/b.png"><img src="file:///{BAIT}/c.png">',
    f'<img src="https://a.invalid/{BAIT}.png"><a href="javascript:{BAIT}">x</a> [x](/{BAIT}/d)',
    f'<p style="background:url(/{BAIT}/e)"><table background="/{BAIT}/f.png"><tr><td>x</table>',
    f"<para><img src='/{BAIT}/g.png'/></para> &xxe; <!ENTITY x SYSTEM '/{BAIT}/h'>",
    f'=HYPERLINK("file:///{BAIT}/i")',
    f"\\\\{BAIT}\\share\\j.png",
    f"/{BAIT}/k.png \x1b]8;;file:///{BAIT}/l\x1b\\x\x1b[2J\u202egnp.\u202c\0\x07",
)
WAYS_OUT = ("a.pdf", "a.docx", "a.xlsx", "a.html", "a.csv", "a.ics", "a.json")


def with_every_text(assessment, text):
    """The assessment with that text wherever any text may stand; and in how many places it is."""
    body = assessment.model_dump(mode="json")
    put_back = {}

    def replace(node, path=()):
        for key, value in list(node.items() if isinstance(node, dict) else enumerate(node)):
            if isinstance(value, dict | list):
                replace(value, (*path, key))
            elif isinstance(value, str):
                put_back[*path, key] = value
                node[key] = text if value or len(path) < 4 else value

    replace(body)
    for _ in range(12):
        try:
            return Assessment.model_validate_json(json.dumps(body)), str(body).count(BAIT)
        except ValueError as error:  # of pydantic, whose import before Qt trips it
            told: Any = error
            places = {text_at(each["loc"], put_back) for each in told.errors()} - {()}
            if not places:
                raise
            for *above, last in places:  # a code, a date or a kind cannot say anything
                node = body
                for key in above:
                    node = node[key]
                node[last] = put_back[*above, last]
    raise AssertionError("no document could be made")


def text_at(place, put_back):
    """The place of the text that is wrong; an error may name a kind of value after it."""
    while place and place not in put_back:
        place = place[:-1]
    return place


def settle(app):
    for _ in range(3):
        app.processEvents()


def everywhere(app, window, path):
    window.open_file(path)
    assert window.open_document is not None, window._notice.accessibleName()
    book = window.open_document.workbook
    for page in book._pages:
        book.show_address(Address(page))
        settle(app)
        for fold in window.findChildren(Fold):
            if fold.isVisible() and fold.isEnabled():
                fold.setChecked(True)
        settle(app)
        window.grab()
    for key in ("reflect/LEA-1", "plan/LEA-1/first", "share/questionnaire", "share/comparison"):
        book.show_address(Address.parse(key))
        settle(app)
        window.grab()
    for overlay in (window.restore, window.delete, window.show_settings):
        overlay()
        settle(app)
        window.grab()
    window.close_document()
    settle(app)
    window.grab()


def ways_out(path, made):
    for name in WAYS_OUT:
        out = FOLDER / f"{path.stem}-{name}"
        said, wrong = io.StringIO(), io.StringIO()
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(wrong):
            command(["export", str(path), str(out)])
        assert "Traceback" not in wrong.getvalue()
        made.append(out.exists())
    for words in (["score", str(path)], ["score", str(path), "--working"]):
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            assert command(words) == 0
        assert not {"\x1b", "\x07", "\0"} & set(said.getvalue()), "a terminal would obey this"


def naive(app, text):
    label = QLabel(text)
    label.setToolTip(text)
    label.show()
    browser = QTextBrowser()
    browser.setHtml(text)
    browser.show()
    settle(app)
    label.grab()
    browser.grab()


def main():
    app = QApplication([])
    council = load_document(resources.assets() / "samples" / "council-service.readiness").assessment
    places = made = 0
    outs: list[int] = []
    if HOW == "naive":
        for text in TEXTS:
            naive(app, text)
        sys.stdout.write(json.dumps({"documents": len(TEXTS), "places": 0, "outs": 0}))
        return
    window = make_window(app)
    failed = []
    crashes = CrashHandler(window)
    crashes.install()
    crashes._happened.connect(lambda place, _safe: failed.append(place))
    window.show()
    for number, text in enumerate(TEXTS):
        value, count = with_every_text(council, text)
        path = FOLDER / f"{number}.readiness"
        save_document(path, value, expected=None)
        places += count
        made += 1
        everywhere(app, window, path)
        ways_out(path, outs)
    crashes.uninstall()
    assert not failed, failed
    said = {"documents": made, "places": places, "outs": sum(outs)}
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
