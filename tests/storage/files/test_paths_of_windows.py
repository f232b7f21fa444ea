"""Paths and files as only Windows has them: nothing is lost by them, and what fails is told."""

import os
from pathlib import Path, PureWindowsPath

import pytest

from nttp_readiness.errors import BankError, DocumentError, SaveError
from nttp_readiness.storage.banks.bank_folders import find_banks, read_bank
from nttp_readiness.storage.documents import locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders, save_lock
from nttp_readiness.storage.keeping import backups, deletion, recovery
from tests.storage.windows_files import held, junction

pytestmark = pytest.mark.skipif(os.name != "nt", reason="Windows alone has such paths and files")

SHARE = "NTTP_READINESS_TEST_SHARE"
"""A share of a server into which the tests may write, such as \\\\server\\share."""


def changed(assessment, words):
    answer = assessment.answer("CAR-1").model_copy(update={"note": words})
    return assessment.model_copy(update={"answers": {"CAR-1": answer}})


@pytest.fixture
def share():
    """A folder on a server; `windows test` has one that is its own."""
    given = os.environ.get(SHARE)
    if not given:
        pytest.skip(f"there is no share to try here; {SHARE} names one")
    folder = Path(given) / f"readiness {os.urandom(4).hex()}"
    folder.mkdir()
    yield folder
    for each in sorted(folder.rglob("*"), reverse=True):
        each.rmdir() if each.is_dir() else each.unlink()
    folder.rmdir()


def lives(document, assessment):
    """All that happens to a document in its life; nothing is left of it at the end."""
    first = save_document(document, assessment, expected=None)
    later = changed(assessment, "later")
    save_document(document, later, expected=first.fingerprint)
    assert load_document(document).assessment == later
    locks.take(document)
    assert locks.lock_file(document).is_file()
    backups.back_up(document)
    recovery.keep(changed(assessment, "newest"), path=document, saved=first.fingerprint)
    assert [each.path for each in recovery.recoverable()] == [document]
    deletion.delete(assessment.id, document)
    assert list(document.parent.iterdir()) == []
    assert deletion.traces(assessment.id, document) == deletion.Traces(None, 0, False)


def test_a_document_lives_on_a_server(share, assessment):
    lives(share / "Our spring review.readiness", assessment)


def test_a_document_lives_on_a_server_by_the_long_way_of_writing_it(share, assessment):
    _, _, name = str(share).partition("\\\\")
    lives(Path(rf"\\?\UNC\{name}") / "Our spring review.readiness", assessment)


def test_a_document_lives_where_its_path_is_written_the_long_way(document, assessment):
    lives(Path(rf"\\?\{document}"), assessment)


def test_a_document_lives_deeper_than_old_programs_reach(document, assessment):
    folder = Path(rf"\\?\{document.parent}").joinpath(*("a" * 100, "b" * 100, "c" * 100))
    folder.mkdir(parents=True)
    assert len(str(folder)) > 300
    lives(folder / "Our spring review.readiness", assessment)


def test_a_server_that_goes_away_and_comes_back_loses_nothing(share, assessment):
    document = share / "Our spring review.readiness"
    saved = save_document(document, assessment, expected=None)
    away = share.rename(share.with_name("not reachable"))
    later = changed(assessment, "typed while the server was away")
    with pytest.raises(SaveError, match="cannot be reached"):
        save_document(document, later, expected=saved.fingerprint)
    recovery.keep(later, path=document, saved=saved.fingerprint)
    [found] = recovery.recoverable()
    assert load_document(found.copy).assessment == later
    away.rename(share)
    assert load_document(document).assessment == assessment
    save_document(document, later, expected=saved.fingerprint)
    assert load_document(document).assessment == later


def test_a_server_that_is_not_there_is_told_as_that(assessment):
    document = Path(r"\\no-server-of-this-name\share\Our spring review.readiness")
    with pytest.raises(SaveError, match="cannot be reached"):
        save_document(document, assessment, expected=None)
    with pytest.raises(DocumentError):
        load_document(document)


def test_two_spellings_are_one_document(document, assessment):
    save_document(document, assessment, expected=None)
    other = document.with_name(document.name.upper())
    assert load_document(other).assessment == assessment
    assert save_lock.byte_of(other) == save_lock.byte_of(document)
    assert save_lock.byte_of(Path(rf"\\?\{document}")) == save_lock.byte_of(document)
    assert recovery.copy_of(assessment.id, other) == recovery.copy_of(assessment.id, document)


def test_a_file_marked_as_read_only_stays_as_it_is(document, assessment):
    saved = save_document(document, assessment, expected=None)
    document.chmod(0o444)
    before = document.read_bytes()
    with pytest.raises(SaveError, match="not allowed to change this file"):
        save_document(document, changed(assessment, "later"), expected=saved.fingerprint)
    with pytest.raises(SaveError, match="Nothing was deleted"):
        deletion.delete(assessment.id, document)
    assert document.read_bytes() == before
    assert [each.name for each in document.parent.iterdir()] == [document.name]
    document.chmod(0o666)
    deletion.delete(assessment.id, document)
    assert not document.exists()


def test_a_file_that_another_program_holds_is_told_and_saved_later(document, assessment):
    saved = save_document(document, assessment, expected=None)
    later = changed(assessment, "later")
    with held(document):
        with pytest.raises((SaveError, DocumentError)):
            save_document(document, later, expected=saved.fingerprint)
        with pytest.raises(DocumentError, match="Another program is using this file"):
            load_document(document)
        with pytest.raises(SaveError, match="Nothing was deleted"):
            deletion.delete(assessment.id, document)
    assert [each.name for each in document.parent.iterdir()] == [document.name]
    assert load_document(document).assessment == assessment
    save_document(document, later, expected=saved.fingerprint)
    assert load_document(document).assessment == later


def test_an_earlier_state_that_another_program_holds_is_named_when_all_is_deleted(
    document, assessment
):
    save_document(document, assessment, expected=None)
    backups.back_up(document)
    [earlier] = backups.backups(assessment.id)
    with held(earlier.file), pytest.raises(SaveError, match="something of it is left") as told:
        deletion.delete(assessment.id, document)
    assert str(folders.backups() / assessment.id) in str(told.value)
    assert not document.exists()
    assert earlier.file.exists()


@pytest.fixture
def away(bank_folder):
    """Makes a junction to a folder; Wine has none, so that it is tried on Windows alone."""

    def make(place, target):
        try:
            junction(place, target)
        except OSError:
            pytest.skip("this system (Wine) makes no junctions")

    return make


def test_a_junction_inside_a_bank_is_not_followed(bank_folder, away):
    outside = (bank_folder / "domains").rename(bank_folder.parent / "domains of another")
    away(bank_folder / "domains", outside)
    with pytest.raises(BankError, match="This is a link, or lies behind one"):
        read_bank(bank_folder)


def test_a_bank_that_one_reaches_by_a_junction_of_ones_own_is_read(bank_folder, away):
    own = bank_folder.parent / "own way to it"
    away(own, bank_folder)
    assert read_bank(own) == read_bank(bank_folder)
    assert {each.folder for each in find_banks([own])} >= {own}


def test_a_document_behind_a_junction_is_saved_where_it_leads(document, assessment, away):
    way = document.parent.parent / "way"
    away(way, document.parent)
    save_document(way / document.name, assessment, expected=None)
    assert load_document(document).assessment == assessment
    assert save_lock.byte_of(way / document.name) == save_lock.byte_of(document)


def test_a_name_with_a_drive_and_no_root_is_a_place_all_the_same(document, assessment, monkeypatch):
    """`C:review.readiness`: in the folder where that drive stands."""
    monkeypatch.chdir(document.parent)
    drive = PureWindowsPath(document).drive
    save_document(Path(f"{drive}{document.name}"), assessment, expected=None)
    assert load_document(document).assessment == assessment
