"""Deleting an assessment leaves no word of it on this computer, and nobody else's is touched."""

import os
import shutil
from pathlib import Path

import pytest

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.errors import SaveError
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import backups, deletion, recovery

CANARY = "kestrel-over-the-machair"


@pytest.fixture
def worked_on(document, assessment):
    """A document with a backup, a recovery copy, a lock and a save that was cut short."""
    told = assessment.model_copy(update={"answers": {"CAR-1": Answer(note=CANARY)}})
    saved = save_document(document, told, expected=None)
    backups.back_up(document)
    recovery.keep(told, path=document, saved=saved.fingerprint)
    locks.take(document)
    cut = document.with_name(".nttp-saving-0123456789abcdef.tmp")
    cut.write_bytes(document.read_bytes()[:3000])
    return told


def holding(word, *folders_):
    """Files of those folders that hold a word."""
    return [
        path
        for folder in folders_
        for path in Path(folder).rglob("*")
        if path.is_file() and word.encode() in path.read_bytes()
    ]


def test_what_there_is_of_it_is_named(worked_on, document):
    assert deletion.traces(worked_on.id, document) == deletion.Traces(document, 1, True)
    assert deletion.traces("f" * 32, None) == deletion.Traces(None, 0, False)


def test_nothing_of_it_is_left(worked_on, document, home):
    assert len(holding(worked_on.id, document.parent, home)) >= 4  # the search can find it
    deletion.delete(worked_on.id, document)
    assert list(document.parent.iterdir()) == []
    assert holding(CANARY, document.parent, home) == []
    assert holding(worked_on.id, document.parent, home) == []
    assert not [path for path in home.rglob("*") if worked_on.id in path.name]


def test_others_keep_everything(worked_on, document):
    other = worked_on.model_copy(update={"id": "f" * 32})
    theirs = document.with_name("theirs.readiness")
    saved = save_document(theirs, other, expected=None)
    backups.back_up(theirs)
    recovery.keep(other, path=theirs, saved=saved.fingerprint)
    cut = document.with_name(".nttp-saving-fedcba9876543210.tmp")
    cut.write_bytes(theirs.read_bytes()[:3000])
    deletion.delete(worked_on.id, document)
    assert load_document(theirs).assessment == other
    assert deletion.traces(other.id, theirs) == deletion.Traces(theirs, 1, True)
    assert cut.exists()


def test_where_the_file_cannot_be_deleted_nothing_is(worked_on, document, monkeypatch):
    def refuse(self, missing_ok=False):
        raise PermissionError(13, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(SaveError, match="Nothing was deleted"):
            deletion.delete(worked_on.id, document)
    assert deletion.traces(worked_on.id, document) == deletion.Traces(document, 1, True)


def test_what_is_left_is_named(worked_on, document, monkeypatch):
    def refuse(_path):
        raise PermissionError(13, "held")

    monkeypatch.setattr(shutil, "rmtree", refuse)
    with pytest.raises(SaveError, match="something of it is left") as told:
        deletion.delete(worked_on.id, document)
    assert str(folders.backups()) in str(told.value)
    assert not document.exists()


def test_the_recovery_copy_of_another_file_with_the_same_assessment_stays(worked_on, document):
    copied = document.with_name("a copy.readiness")
    saved = save_document(copied, worked_on, expected=None)
    later = worked_on.model_copy(update={"answers": {"CAR-1": Answer(note="later")}})
    recovery.keep(later, path=copied, saved=saved.fingerprint)
    deletion.delete(worked_on.id, document)
    assert [each.path for each in recovery.recoverable()] == [copied]
    copied.unlink()  # a file that is gone keeps nothing back
    assert deletion.traces(worked_on.id, None).recovery
    deletion.delete(worked_on.id, None)
    assert recovery.recoverable() == []


def test_a_save_of_the_settings_that_was_cut_short_goes_too(worked_on, document, home):
    cut = folders.make(folders.settings().parent) / ".nttp-saving-0123456789abcdef.tmp"
    cut.write_text(f'{{"recent": [{{"title": "{CANARY}"')
    deletion.delete(worked_on.id, document)
    assert holding(CANARY, home) == []


@pytest.fixture
def left_behind(document, assessment):
    """What a crash left: a copy with its note of origin, and one that was cut short."""
    saved = save_document(document, assessment, expected=None)
    backups.back_up(document)
    told = assessment.model_copy(update={"answers": {"CAR-1": Answer(note=CANARY)}})
    recovery.keep(told, path=document, saved=saved.fingerprint)
    cut = folders.recovery() / ".nttp-saving-0123456789abcdef.tmp"
    cut.write_bytes(recovery.copy_of(told.id, document).read_bytes()[:3000])
    [found] = recovery.recoverable()
    return found


def test_discarding_leaves_no_word_of_it_and_keeps_the_file(left_behind, document, home):
    before = document.read_bytes()
    assert holding(CANARY, home)  # the search can find it
    deletion.discard(left_behind)
    assert list(folders.recovery().iterdir()) == []
    assert holding(CANARY, document.parent, home) == []
    assert document.read_bytes() == before
    assert deletion.traces(left_behind.document, document) == deletion.Traces(document, 1, False)


def test_discarding_one_copy_leaves_that_of_another_assessment(left_behind, assessment):
    other = assessment.model_copy(update={"id": "f" * 32})
    recovery.keep(other, path=None, saved=None)
    theirs = folders.recovery() / ".nttp-saving-fedcba9876543210.tmp"
    theirs.write_bytes(recovery.copy_of(other.id, None).read_bytes()[:3000])
    deletion.discard(left_behind)
    assert [each.document for each in recovery.recoverable()] == [other.id]
    assert theirs.exists()


def test_a_copy_that_went_on_since_it_was_offered_is_not_discarded(left_behind):
    later = load_document(left_behind.copy).assessment
    recovery.keep(later, path=left_behind.path, saved=None)
    os.utime(left_behind.copy, (1, 1))
    with pytest.raises(SaveError, match="Nothing was discarded"):
        deletion.discard(left_behind)
    assert left_behind.copy.exists()


def test_a_copy_that_another_window_has_open_since_is_not_discarded(left_behind, locked_by_another):
    locked_by_another()
    with pytest.raises(SaveError, match="Close other windows"):
        deletion.discard(left_behind)
    assert left_behind.copy.exists()


def test_where_the_copy_cannot_be_deleted_it_is_still_offered(left_behind, monkeypatch):
    def refuse(self, missing_ok=False):
        raise PermissionError(13, "held")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "unlink", refuse)
        with pytest.raises(SaveError, match="Nothing was discarded") as told:
            deletion.discard(left_behind)
    assert str(left_behind.copy) in str(told.value)
    assert recovery.recoverable() == [left_behind]
