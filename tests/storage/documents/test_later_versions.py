"""A file of a later version is known whatever it holds, and no writer here writes over it."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import NewerError, SaveError
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import (
    ChangedElsewhere,
    SavedByLaterVersion,
    load_damaged,
    load_document,
    load_to_read,
    save_document,
)
from nttp_readiness.storage.documents.envelope import SIZE_LIMIT
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.exchange.answer_files import hand_in, save_answers
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.files.format_version import holds_later
from nttp_readiness.storage.keeping import backup_counts, backups, deletion, recovery
from tests.storage.later_files import NAMES, READABLE, WORDS, later_files
from tests.symbolic_links import link_to


def named(assessment, title):
    return edits.set_profile(assessment, title=title)


@pytest.fixture(params=NAMES)
def shape(request):
    return request.param


@pytest.fixture
def later(shape, assessment, document):
    document.write_bytes(later_files(assessment)[shape])
    return document


def test_every_shape_is_tried(assessment):
    assert tuple(later_files(assessment)) == NAMES


def test_it_is_called_a_later_versions_file_and_never_damaged(later):
    before = later.read_bytes()
    for load in (load_document, load_damaged, backups.back_up):
        with pytest.raises(NewerError, match=WORDS):
            load(later)
    assert holds_later(later)
    assert later.read_bytes() == before


def test_who_changes_nothing_may_read_what_is_understood_whole(later, shape, assessment):
    if shape in READABLE:
        assert load_to_read(later).assessment == assessment
        return
    with pytest.raises(NewerError, match=WORDS):
        load_to_read(later)


def test_no_writer_writes_over_it(later, assessment, tmp_path):
    before = later.read_bytes()
    own = tmp_path / "own.readiness"
    save_document(own, assessment, expected=None)
    state = backups.back_up(own)
    handed = hand_in(assessment, "All", {"CAR-1": 2})
    loaded = load_document(own).fingerprint
    for write in (
        lambda: save_document(later, assessment, expected=None),
        lambda: save_document(later, assessment, expected=loaded),
        lambda: save_document(later, assessment, expected=fingerprint(later)),
        lambda: backups.restore(state, later),
        lambda: save_answers(later, handed),
        lambda: write_atomic(later, b"a report"),
        lambda: deletion.delete(assessment.id, later),
    ):
        with pytest.raises((SaveError, NewerError), match="later version"):
            write()
        assert later.read_bytes() == before
    assert list(later.parent.iterdir()) == [later]
    assert not list((folders.backups() / assessment.id).glob("*.damaged"))
    assert len(backups.backups(assessment.id)) == 1


def test_a_link_to_it_is_no_way_round(later, assessment, tmp_path):
    before = later.read_bytes()
    link = tmp_path / "link.readiness"
    link_to(link, later)
    with pytest.raises(SaveError, match=WORDS):
        save_document(link, assessment, expected=fingerprint(link))
    assert later.read_bytes() == before


def test_a_file_that_a_later_version_saved_meanwhile_says_so(assessment, document):
    opened = save_document(document, assessment, expected=None)
    for data in later_files(assessment).values():
        document.write_bytes(data)
        with pytest.raises(SavedByLaterVersion, match="A later version of the program has saved"):
            save_document(document, named(assessment, "x"), expected=opened.fingerprint)
        assert document.read_bytes() == data


def test_another_change_elsewhere_is_not_called_one(assessment, document):
    opened = save_document(document, assessment, expected=None)
    document.write_bytes(document_bytes(assessment, revision=9))
    with pytest.raises(ChangedElsewhere) as said:
        save_document(document, named(assessment, "x"), expected=opened.fingerprint)
    assert not isinstance(said.value, SavedByLaterVersion)


def test_what_people_write_makes_no_file_a_later_one(assessment, document):
    words = '"format": "nttp-readiness", "version": 99, \\"version\\": 99, "readable_from": 99'
    said = edits.write_beside(named(assessment, words[:80]), "CAR-1", note=words)
    first = save_document(document, said, expected=None)
    assert not holds_later(document)
    save_document(document, assessment, expected=first.fingerprint)
    assert load_document(document).assessment == assessment


@pytest.mark.parametrize(
    "data",
    [b"", b"%PDF-1.7", b"{}", b'{"version": 99}',
     b'{"format": "nttp-readiness-data", "version": 99}',
     b'{"format": "nttp-readiness", "version": 92.5}',
     b'{"format": "nttp-readiness", "version": "9"}'],
)  # fmt: skip
def test_other_files_are_written_over_as_before(data, document):
    document.write_bytes(data)
    write_atomic(document, b"new")
    assert document.read_bytes() == b"new"


def test_a_file_made_to_take_long_is_told_soon(document):
    for filler in (b"0" * 3_000_000, b" " * 3_000_000, b'"version":' * 300_000):
        document.write_bytes(b'{"format":"nttp-readiness","version":' + filler)
        assert holds_later(document) is False
    document.write_bytes(b'{"format":"nttp-readiness","version":' + b"9" * 3_000_000)
    assert holds_later(document)


def test_one_that_is_too_large_for_this_version_is_a_later_versions_file(assessment, document):
    with document.open("wb") as file:
        file.write(later_files(assessment)["more in its body"])
        file.truncate(SIZE_LIMIT + 1)
    with pytest.raises(NewerError, match=WORDS):
        load_document(document)
    with pytest.raises(SaveError, match=WORDS):
        write_atomic(document, b"")


# ---- what this computer keeps


def test_a_later_versions_recovery_copy_stays_and_ours_lies_beside_it(assessment, document):
    saved = save_document(document, assessment, expected=None)
    copy = recovery.copy_of(assessment.id, document)
    folders.make(copy.parent)
    theirs = later_files(assessment)["more in its body"]
    copy.write_bytes(theirs)
    copy.with_suffix(".json").write_bytes(b"{}")
    changed = named(assessment, "Typed here")
    recovery.keep(changed, path=document, saved=saved.fingerprint)
    [found] = recovery.recoverable()
    assert (found.title, found.state, found.path) == ("Typed here", "newer", document)
    recovery.remove(assessment.id, document)
    assert recovery.recoverable() == []
    assert sorted(each.name for each in copy.parent.iterdir()) == sorted(
        (copy.name, copy.with_suffix(".json").name)
    )
    assert copy.read_bytes() == theirs


def test_later_earlier_states_are_not_written_nor_thinned_out(assessment, document, monkeypatch):
    saved = save_document(document, assessment, expected=None)
    first = backups.back_up(document, now=dt.datetime(2020, 1, 1, tzinfo=dt.UTC))
    theirs = later_files(assessment)["readable"]
    first.file.write_bytes(theirs)
    with pytest.raises(NewerError, match=WORDS):
        backups.restore(first, document)
    for number in range(1, 15):
        saved = save_document(
            document, named(assessment, f"Round {number}"), expected=saved.fingerprint
        )
        backups.back_up(document, now=dt.datetime(2020, 1, 1, number, tzinfo=dt.UTC))
    assert first.file.read_bytes() == theirs
    assert len(backups.backups(assessment.id)) == 11
    monkeypatch.setattr(backup_counts, "fixed_counts", lambda _: True)
    monkeypatch.setattr(
        backup_counts, "with_present_counts", lambda state, _: named(state, "Levelled")
    )
    assert backup_counts.level_backups(assessment)
    assert first.file.read_bytes() == theirs
