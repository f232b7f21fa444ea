"""The very first change of a new assessment, which has no file yet, is kept like any other."""

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.keeping import recovery
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.session import Session


@pytest.fixture
def autosave(qapp, council, tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    made = Autosave(Session(council), None, None)
    yield made
    made.close(forget_recovery=True)


@pytest.mark.parametrize("way", ["attempt", "attempt_for_good"])
def test_one_change_is_on_the_disk_within_moments(autosave, council, qtbot, way):
    session = autosave._session
    label = ("Note",) if way == "attempt" else ()
    assert getattr(session, way)(*label, edits.write_beside, "LEA-1", note="the first word")
    copy = recovery.copy_of(council.id, None, str(autosave._copy._window))
    qtbot.waitUntil(copy.exists)
    assert load_document(copy).assessment.answer("LEA-1").note == "the first word"


def test_where_a_person_only_looks_nothing_is_kept(autosave, council, qtbot):
    session = autosave._session
    session.note_place(council.model_copy(update={"place": "reflect/LEA-2"}))
    qtbot.wait(600)
    assert not recovery.copies(council.id)
