"""A word in every field: after a sitting with a crash it is in the document's own files alone."""

import os
import sys
import tempfile
import threading
from typing import Any

import pytest
from PySide6.QtCore import QTimer

from nttp_readiness import resources
from nttp_readiness.address import Address
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Profile, StageView
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.shell.crash import CrashHandler
from nttp_readiness.ui.shell.main_window import MainWindow
from nttp_readiness.ui.widgets.buttons import Button

CANARY = "kestrel-over-the-machair"
TITLE = "corncrake-in-the-iris"
"""The name of the assessment, which the start page has to know."""


def canaried(model, **kept):
    """A value whose every free text is the canary."""
    texts = {
        name: f"{CANARY} {name}"
        for name, field in model.model_fields.items()
        if name not in kept and "str" in str(field.annotation) and "Literal" not in
        str(field.annotation) and name not in {"id", "route", "stage", "computed", "owner_id"}
    }  # fmt: skip
    return model(**{**texts, **kept})


@pytest.fixture
def document(tmp_path, monkeypatch):
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    (tmp_path / "temporary").mkdir()
    monkeypatch.setattr(tempfile, "tempdir", None)
    sample = load_document(resources.assets() / "samples" / "council-service.readiness").assessment
    stage = sample.bank.stages[0].id
    told = edits.changed(
        sample,
        profile=canaried(Profile, title=TITLE),
        answers={key: canaried(Answer, choice=2) for key in sample.answers},
        actions={
            "own/1": canaried(
                PlannedAction, id="own/1", kind="own", indicators=("LEA-1",), merged=()
            )
        },
        asks=(canaried(Request, id="ask/1"),),
        stage_view=canaried(StageView, stage=stage, computed=stage),
    )
    path = tmp_path / "Documents" / "Ours.readiness"
    path.parent.mkdir()
    save_document(path, told, expected=None)
    return path


def holding(word, place):
    return {
        path.relative_to(place).as_posix()
        for path in place.rglob("*")
        if path.is_file() and word.encode() in content(path)
    }


def content(path):
    """What a file holds; nothing of one that Windows lets nobody else read while it is open."""
    try:
        return path.read_bytes()
    except PermissionError:
        if os.name != "nt":
            raise
        return b""


def test_every_free_text_holds_the_canary(document):
    assert document.read_bytes().count(CANARY.encode()) > 100


def test_no_log_setting_lock_or_temporary_file_holds_it(
    document, tmp_path, look, qtbot, monkeypatch, capfd
):
    window = MainWindow(look, stored.load())
    qtbot.addWidget(window)
    window.show()
    window.open_file(document)
    hooks = sys.excepthook, threading.excepthook
    crashes = CrashHandler(window)
    crashes.install()
    session = window.open_document.session
    session.attempt("Note", edits.write_beside, "LEA-1", note=f"{CANARY} once more")
    for place in ("prepare", "reflect", "check", "understand", "plan", "share"):
        window.open_document.workbook.show_address(Address.parse(place))

    def slot():
        raise ValueError(session.assessment.answer("LEA-1").note)

    QTimer.singleShot(0, slot)
    qtbot.waitUntil(lambda: crashes.dialog is not None)
    assert window.open_document.autosave.save_now()
    assert locks.lock_file(document).exists()
    during = holding(CANARY, tmp_path)
    crashes.dialog.reject()
    crashes.uninstall()
    sys.excepthook, threading.excepthook = hooks
    window.close()
    after = holding(CANARY, tmp_path)

    own = "Documents/Ours.readiness"
    assert own in during
    others = during - {own}
    assert any("/recovery/" in each for each in others)  # the search finds what there is
    assert any("/backups/" in each for each in others)
    assert all("/recovery/" in each or "/backups/" in each for each in others), others
    assert all("/backups/" in each for each in after - {own}), after
    assert list(folders.logs().glob("crash-*.txt"))
    assert CANARY not in "".join(capfd.readouterr())
    assert holding(TITLE, folders.settings().parent) == {"settings.json"}  # for the start page


def test_after_deleting_no_word_is_left_anywhere(document, tmp_path, look, qtbot):
    window = MainWindow(look, stored.load())
    qtbot.addWidget(window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    window.open_file(document)
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note=f"{CANARY} more")
    window.open_document.autosave.save_now()
    window.close_document()
    window.open_file(document)
    assert TITLE.encode() in folders.settings().read_bytes()
    window.delete()
    [button] = [each for each in window.findChildren(Button) if each.text() == "Delete for good"]
    qtbot.keyClick(button, " ")
    assert window.open_document is None
    assert window.start.isVisible()
    for word in (CANARY, TITLE, "Ours.readiness"):
        assert holding(word, tmp_path) == set()
    assert "was deleted" in window._notice.accessibleName()


def test_going_back_deletes_nothing(document, look, qtbot):
    window = MainWindow(look, stored.load())
    qtbot.addWidget(window)
    window.show()
    window.open_file(document)
    window.delete()
    overlay: Any = window._stack.currentWidget()
    qtbot.keyClick(overlay.back_button, " ")
    assert window.open_document is not None
    assert document.exists()
    window.close()
