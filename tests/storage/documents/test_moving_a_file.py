"""A file gets another name or place: nothing is written over, and where it cannot go it stays."""

import errno
import os
import shutil

import pytest

from nttp_readiness.errors import SaveError
from nttp_readiness.storage.documents import locks, moving
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.moved_files import find_moved
from nttp_readiness.storage.documents.moving import move_document
from nttp_readiness.storage.files import folders


@pytest.fixture
def lying(document, assessment):
    """What lies in the file."""
    save_document(document, assessment, expected=None)
    return load_document(document).fingerprint


def refuse_once(real):
    calls = []

    def rename(path, to):
        calls.append(path)
        if len(calls) == 1:
            raise OSError(errno.EXDEV, os.strerror(errno.EXDEV))
        real(path, to)

    return rename


@pytest.mark.parametrize("away", [False, True], ids=["same disk", "another disk"])
def test_it_goes_whole_and_leaves_nothing_behind(document, lying, monkeypatch, away):
    if away:
        monkeypatch.setattr(moving, "_rename", refuse_once(moving._rename))
    to = document.parent / "Another folder" / "Named anew.readiness"
    to.parent.mkdir()
    before = document.read_bytes()
    mode = document.stat().st_mode
    after = move_document(document, to, lying)
    assert to.read_bytes() == before
    assert to.stat().st_mode == mode
    assert not document.exists()
    assert [each.name for each in to.parent.iterdir()] == [to.name]
    assert after == lying
    assert after.mark == lying.mark
    assert after.earlier == lying.earlier
    assert after.number == to.stat().st_ino


@pytest.mark.parametrize("links", [True, False], ids=["with links", "without links"])
def test_a_name_that_is_taken_is_never_written_over(document, lying, monkeypatch, links):
    to = document.with_name("taken.readiness")
    to.write_bytes(b"somebody's")
    if not links:
        monkeypatch.setattr(os, "link", no_links)
    monkeypatch.setattr(folders, "is_there", lambda _path: False)  # it came in between
    with pytest.raises(SaveError, match=r"already has this name.*stays where it is"):
        move_document(document, to, lying)
    assert to.read_bytes() == b"somebody's"
    assert load_document(document).fingerprint == lying


def no_links(*_args, **_more):
    raise OSError(errno.EPERM, os.strerror(errno.EPERM))


def test_a_disk_without_links_takes_it_as_well(document, lying, monkeypatch):
    monkeypatch.setattr(os, "link", no_links)
    to = document.with_name("new.readiness")
    move_document(document, to, lying)
    assert load_document(to).fingerprint == lying
    assert not document.exists()


@pytest.mark.skipif(os.name == "nt", reason="links of POSIX")
def test_a_link_is_named_and_left(document, lying, tmp_path):
    link = tmp_path / "link.readiness"
    link.symlink_to(document)
    with pytest.raises(SaveError, match="through a link") as refused:
        move_document(link, tmp_path / "new.readiness", lying)
    assert str(document) in str(refused.value)
    assert link.is_symlink()
    assert document.exists()


def test_what_somebody_else_has_open_stays(document, lying, monkeypatch):
    monkeypatch.setattr(
        locks, "holder", lambda _path: locks.Holder("morag", "lap-7", 1, locks._now(), locks._now())
    )
    with pytest.raises(SaveError, match="morag has this file open on lap-7"):
        move_document(document, document.with_name("new.readiness"), lying)
    assert document.exists()


def test_what_was_changed_meanwhile_stays(document, lying, assessment):
    save_document(document, assessment.model_copy(update={"round": 2}), expected=lying)
    with pytest.raises(SaveError, match="was changed by another"):
        move_document(document, document.with_name("new.readiness"), lying)
    assert load_document(document).assessment.round == 2


def test_a_place_that_may_not_be_written_is_said(document, lying, monkeypatch):
    monkeypatch.setattr(folders, "may_be_written", lambda _path: False)
    with pytest.raises(SaveError, match="not allowed to change this file"):
        move_document(document, document.with_name("new.readiness"), lying)
    assert document.exists()


def test_a_folder_that_is_not_there_is_said(document, lying):
    with pytest.raises(SaveError, match="cannot be reached"):
        move_document(document, document.parent / "none" / "new.readiness", lying)
    assert document.exists()


@pytest.mark.parametrize("failing", ["write_new", "read_file"])
def test_a_disk_that_fails_on_the_way_leaves_it_where_it_was(document, lying, monkeypatch, failing):
    def fail(*_args):
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr(moving, "_rename", refuse_once(moving._rename))
    monkeypatch.setattr(moving, failing, fail)
    to = document.parent / "far" / "new.readiness"
    to.parent.mkdir()
    with pytest.raises(SaveError, match="no room left"):
        move_document(document, to, lying)
    assert load_document(document).fingerprint == lying
    assert list(to.parent.iterdir()) == []


# ---- moved by somebody else


def test_it_is_found_where_somebody_put_it(document, lying, assessment):
    for place in ("renamed.readiness", "in/renamed.readiness", "in/a/deep.readiness"):
        to = document.parent / place
        to.parent.mkdir(exist_ok=True)
        document.replace(to)
        assert find_moved(document, lying, assessment.id) == to
        to.replace(document)


def test_its_whole_folder_may_have_another_name(document, lying, assessment):
    old = document.parent / "team"
    old.mkdir()
    document.replace(old / document.name)
    old.replace(document.parent / "team 2026")
    found = find_moved(old / document.name, lying, assessment.id)
    assert found == document.parent / "team 2026" / document.name


def test_it_is_found_in_a_likely_folder(document, lying, assessment, tmp_path_factory):
    likely = tmp_path_factory.mktemp("likely")
    to = likely / "below" / document.name
    to.parent.mkdir()
    document.replace(to)
    assert find_moved(document, lying, assessment.id, [likely]) == to


@pytest.mark.skipif(os.name == "nt", reason="numbers of files, as POSIX has them")
def test_a_copy_is_not_taken_for_it(document, lying, assessment):
    copy = document.with_name("copy.readiness")
    shutil.copy(document, copy)
    document.rename(document.with_name("gone.txt"))
    assert find_moved(document, lying, assessment.id) is None


@pytest.mark.skipif(os.name == "nt", reason="numbers of files, as POSIX has them")
def test_beside_a_copy_the_file_itself_is_found(document, lying, assessment):
    shutil.copy(document, document.with_name("a copy.readiness"))
    to = document.with_name("z moved.readiness")
    document.rename(to)
    assert find_moved(document, lying, assessment.id) == to


def test_where_its_drive_is_away_a_copy_on_another_is_not_taken(
    document, lying, assessment, tmp_path
):
    copy = tmp_path / "copy.readiness"
    shutil.copy(document, copy)
    gone = tmp_path / "stick" / "file.readiness"
    away = type(lying)(lying.digest, lying.revision, device=987654321, number=5)
    assert find_moved(gone, away, assessment.id, [tmp_path]) is None


def test_what_was_put_into_a_bin_is_not_followed(document, lying, assessment):
    for bin_ in (".Trash", "$Recycle.Bin"):
        to = document.parent / bin_ / document.name
        to.parent.mkdir()
        document.replace(to)
        assert find_moved(document, lying, assessment.id) is None
        to.replace(document)
