"""Logging off and shutting down: all is kept at once, and nothing is closed."""

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.account import settings as stored
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.ui.shell.main_window import MainWindow
from tests.ui.next_start import recoverable


@pytest.fixture
def path(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "Documents" / "Ours.readiness"
    document.parent.mkdir()
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    save_document(document, sample.assessment, expected=None)
    return document


@pytest.fixture
def window(look, qtbot, path):
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown)
    shown.open_file(path)
    yield shown
    shown.put_away()


def note(window, words):
    window.open_document.session.attempt("Note", edits.write_beside, "LEA-1", note=words)


def test_what_was_typed_a_moment_ago_is_in_the_file_and_the_window_goes_on(window, path):
    note(window, "typed as the lid closed")
    window.keep_before_the_session_ends()
    assert load_document(path).assessment.answer("LEA-1").note == "typed as the lid closed"
    assert stored.load().geometry
    note(window, "the shutdown was called off")
    assert window.put_away()
    assert load_document(path).assessment.answer("LEA-1").note == "the shutdown was called off"


def test_where_the_file_cannot_be_written_the_recovery_copy_holds_it(window, path):
    note(window, "kept elsewhere")
    # Hidden, as a folder that lies beside under another name would be found, and saved in.
    away = path.parent.rename(path.parent.with_name(".drive that is away"))
    window.keep_before_the_session_ends()
    (found,) = recoverable()
    assert load_document(found.copy).assessment.answer("LEA-1").note == "kept elsewhere"
    away.rename(path.parent)


def test_a_window_without_a_document_or_with_an_untouched_one_makes_no_file(look, qtbot, path):
    shown = MainWindow(look, Settings())
    qtbot.addWidget(shown)
    shown.keep_before_the_session_ends()
    shown.new()
    shown.keep_before_the_session_ends()
    assert [each.name for each in path.parent.iterdir()] == [path.name]
    assert shown.put_away()
