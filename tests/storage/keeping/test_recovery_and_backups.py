"""What is still there after a crash, a lost drive, a damaged file or a change of mind."""

import datetime as dt
import os
import time

import pytest

from nttp_readiness.errors import DocumentError
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import atomic, folders
from nttp_readiness.storage.keeping import backups, recovery

NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


def noted(assessment, note):
    answer = assessment.answer("CAR-1").model_copy(update={"note": note})
    return assessment.model_copy(update={"answers": {"CAR-1": answer}})


def test_work_that_never_reached_a_file_can_be_brought_back(assessment):
    recovery.keep(assessment, path=None, saved=None)
    [found] = recovery.recoverable()
    assert found.state == "never_saved"
    assert found.path is None
    assert found.title == "Our spring review"
    assert load_document(found.copy).assessment == assessment


def test_nothing_is_brought_back_where_the_file_holds_the_same(assessment, document):
    saved = save_document(document, assessment, expected=None)
    recovery.keep(assessment, path=document, saved=saved.fingerprint)
    assert recovery.recoverable() == []


def test_a_copy_tells_how_it_stands_to_its_file(assessment, document):
    saved = save_document(document, assessment, expected=None)
    later = noted(assessment, "typed before the power went")
    recovery.keep(later, path=document, saved=saved.fingerprint)
    [found] = recovery.recoverable()
    assert (found.state, found.path, found.document) == ("newer", document, assessment.id)
    assert load_document(found.copy).assessment == later

    theirs = noted(assessment, "theirs")
    save_document(document, theirs, expected=saved.fingerprint)
    assert [each.state for each in recovery.recoverable()] == ["both_changed"]
    document.write_bytes(b"")
    assert [each.state for each in recovery.recoverable()] == ["both_changed"]
    document.unlink()
    assert [each.state for each in recovery.recoverable()] == ["file_gone"]


def test_a_copy_from_the_middle_of_a_save_is_newer_than_what_was_saved(assessment, document):
    """The note beside it tells of the file that was coming; another file is still another's."""
    first = save_document(document, assessment, expected=None).fingerprint
    recovery.keep(noted(assessment, "typed while it was saved"), path=document, saved=first)
    told: list[str] = []
    second = save_document(
        document, noted(assessment, "saved"), expected=first, about_to=told.append
    )
    assert told == [second.fingerprint.digest]
    assert [each.state for each in recovery.recoverable()] == ["both_changed"]
    recovery.note(assessment.id, path=document, saved=first, coming=told[0])
    assert [each.state for each in recovery.recoverable()] == ["newer"]
    save_document(document, noted(assessment, "theirs"), expected=second.fingerprint)
    assert [each.state for each in recovery.recoverable()] == ["both_changed"]


def test_where_one_paused_is_no_work_to_bring_back(assessment, document):
    saved = save_document(document, assessment, expected=None)
    elsewhere = assessment.model_copy(update={"place": "reflect/CAR-2"})
    recovery.keep(elsewhere, path=document, saved=saved.fingerprint)
    assert recovery.recoverable() == []


def test_a_copy_without_its_note_of_origin_is_still_offered(assessment, document):
    saved = save_document(document, assessment, expected=None)
    recovery.keep(noted(assessment, "x"), path=document, saved=saved.fingerprint)
    for note in folders.recovery().glob("*.json"):
        note.write_bytes(b"\0")
    assert [each.state for each in recovery.recoverable()] == ["never_saved"]


def test_a_closed_assessment_leaves_nothing_behind(assessment):
    recovery.keep(assessment, path=None, saved=None)
    recovery.remove(assessment.id, None)
    assert list(folders.recovery().iterdir()) == []
    recovery.remove(assessment.id, None)


def test_a_copy_that_cannot_be_read_hides_no_other(assessment):
    recovery.keep(assessment, path=None, saved=None)
    (folders.recovery() / "damaged.readiness").write_bytes(b"{")
    assert len(recovery.recoverable()) == 1


def test_what_another_running_program_has_open_is_left_to_it(
    assessment, document, locked_by_another
):
    recovery.keep(assessment, path=document, saved=None)
    locked_by_another()
    assert recovery.recoverable() == []
    locks.lock_file(document).unlink()
    assert [each.state for each in recovery.recoverable()] == ["file_gone"]


def test_two_files_of_one_assessment_have_a_copy_each(assessment, document):
    copied = document.with_name("a copy.readiness")
    for path, note in ((document, "typed here"), (copied, "typed there")):
        saved = save_document(path, assessment, expected=None)
        recovery.keep(noted(assessment, note), path=path, saved=saved.fingerprint)
    brought = {
        each.path: load_document(each.copy).assessment.answer("CAR-1").note
        for each in recovery.recoverable()
    }
    assert brought == {document: "typed here", copied: "typed there"}
    recovery.remove(assessment.id, document)
    assert [each.path for each in recovery.recoverable()] == [copied]


def test_the_copy_from_before_an_assessment_had_a_file_goes_with_the_first_one_after(
    assessment, document
):
    recovery.keep(assessment, path=None, saved=None)
    recovery.keep(assessment, path=document, saved=None)
    assert [each.path for each in recovery.recoverable()] == [document]


def test_what_has_no_file_yet_and_is_open_in_another_window_is_left_to_it(
    assessment, monkeypatch, another_process
):
    with monkeypatch.context() as patch:
        patch.setattr(os, "getpid", lambda: another_process)
        recovery.keep(assessment, path=None, saved=None)
    assert recovery.recoverable() == []
    monkeypatch.setattr(locks, "is_running", lambda _process: False)  # it crashed
    assert [each.state for each in recovery.recoverable()] == ["never_saved"]


def test_a_copy_that_was_cut_short_is_swept_away_after_a_day(assessment):
    recovery.keep(assessment, path=None, saved=None)
    for hours, name in ((25, "old"), (1, "new")):
        cut = folders.recovery() / f".nttp-saving-{name}.tmp"
        cut.write_bytes(b"half of it")
        when = time.time() - hours * 3600
        os.utime(cut, (when, when))
    recovery.recoverable()
    assert [each.name for each in folders.recovery().glob("*.tmp")] == [".nttp-saving-new.tmp"]


def sitting(document, assessment, note, day):
    """A save whose state is backed up on a day at noon."""
    expected = load_document(document).fingerprint if document.exists() else None
    save_document(document, noted(assessment, note), expected=expected)
    return backups.back_up(document, now=day)


def test_a_backup_holds_what_the_file_held(assessment, document):
    made = sitting(document, assessment, "first", NOON)
    assert made.file.read_bytes() == document.read_bytes()
    assert backups.backups(assessment.id) == [made]
    assert backups.backups_of(document) == [made]
    assert (made.made, made.revision) == (NOON, 1)


def test_a_state_is_not_kept_twice(assessment, document):
    made = sitting(document, assessment, "first", NOON)
    assert backups.back_up(document, now=NOON + dt.timedelta(hours=1)) == made
    assert len(backups.backups(assessment.id)) == 1


def test_a_file_that_does_not_open_is_no_backup(assessment, document):
    sitting(document, assessment, "first", NOON)
    document.write_bytes(document.read_bytes()[:500])
    with pytest.raises(DocumentError):
        backups.back_up(document)
    assert len(backups.backups_of(document)) == 1


def test_a_backup_that_went_wrong_is_told_and_the_others_stay(assessment, document, monkeypatch):
    first = sitting(document, assessment, "first", NOON)
    save_document(
        document, noted(assessment, "second"), expected=load_document(document).fingerprint
    )
    real = atomic.write_atomic

    def write_half(path, data):
        real(path, data[: len(data) // 2])

    monkeypatch.setattr(backups, "write_atomic", write_half)
    with pytest.raises(DocumentError):
        backups.back_up(document, now=NOON + dt.timedelta(days=1))
    assert backups.backups(assessment.id) == [first]


def test_ten_latest_stay_and_the_last_of_fourteen_days_and_of_each_month():
    now = dt.datetime(2026, 3, 31, 18).astimezone()
    made = [now - dt.timedelta(hours=6 * number) for number in range(4 * 120)]
    kept = sorted(backups.worth_keeping(made, now), reverse=True)
    assert kept[:10] == made[:10]
    days = [each.date() for each in kept]
    for back in range(14):
        assert now.date() - dt.timedelta(days=back) in days
    older = [each for each in kept if each.date() < now.date() - dt.timedelta(days=14)]
    assert [(each.month, each.day) for each in older] == [(2, 28), (1, 31), (12, 31)]
    assert len(kept) == 10 + 11 + 3


def test_old_backups_go_when_a_new_one_is_made(assessment, document):
    for number in range(13):
        sitting(document, assessment, str(number), NOON + dt.timedelta(minutes=number))
    found = backups.backups(assessment.id)
    assert [each.revision for each in found] == list(range(13, 3, -1))


def test_restoring_puts_a_backup_back_and_keeps_what_was_there(assessment, document):
    first = sitting(document, assessment, "first", NOON)
    save_document(
        document, noted(assessment, "second"), expected=load_document(document).fingerprint
    )
    restored = backups.restore(first, document, now=NOON + dt.timedelta(days=1))
    assert restored.assessment.answer("CAR-1").note == "first"
    assert load_document(document) == restored
    latest = backups.backups(assessment.id)[0]
    assert load_document(latest.file).assessment.answer("CAR-1").note == "second"


def test_restoring_over_a_damaged_file_lays_it_aside(assessment, document):
    first = sitting(document, assessment, "first", NOON)
    document.write_bytes(b"half of a fi")
    backups.restore(backups.backups_of(document)[0], document)
    assert load_document(document).assessment.answer("CAR-1").note == "first"
    [aside] = first.file.parent.glob("*.damaged")
    assert aside.read_bytes() == b"half of a fi"


def test_a_backup_that_was_damaged_since_is_not_put_back(assessment, document):
    made = sitting(document, assessment, "first", NOON)
    made.file.write_bytes(made.file.read_bytes().replace(b"first", b"worse"))
    before = document.read_bytes()
    with pytest.raises(DocumentError):
        backups.restore(made, document)
    assert document.read_bytes() == before


def test_purging_deletes_the_backups_of_one_assessment_alone(assessment, document):
    sitting(document, assessment, "first", NOON)
    other = assessment.model_copy(update={"id": "f" * 32})
    theirs = document.with_name("other.readiness")
    sitting(theirs, other, "first", NOON)
    backups.purge(assessment.id)
    backups.purge(assessment.id)
    assert backups.backups(assessment.id) == []
    assert len(backups.backups(other.id)) == 1


@pytest.mark.parametrize("wrong", ["", "..", "../backups", "*"])
def test_what_is_no_id_never_reaches_a_folder(wrong):
    with pytest.raises(ValueError, match=r".*"):
        backups.purge(wrong)
