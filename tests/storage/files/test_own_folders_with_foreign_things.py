"""Foreign names, wild clocks, pipes and devices in own folders never stop saving or starting."""

import datetime as dt
import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from nttp_readiness.errors import SaveError
from nttp_readiness.presentation.words import dates
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.documents import envelope, locks
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.keeping import backups, common_state, deletion, recovery

ROOT = Path(__file__).resolve().parents[3]
FOREIGN = [
    "20261399T000000000000Z-1.readiness",
    "00010101T000000000000Z-1.readiness",
    "99991231T235959999999Z-1.readiness",
    "20260101T000000000000Z-99999999999999999999999.readiness",
    "٢٠٢٦٠١٠١T000000000000Z-1.readiness",
    "desktop.ini",
    "x.readiness",
]
pipes = pytest.mark.skipif(os.name == "nt", reason="there are no such pipes in folders there")


@pytest.fixture
def saved(document, assessment):
    save_document(document, assessment, expected=None)
    return document


@pytest.mark.parametrize("name", FOREIGN)
def test_a_foreign_name_among_earlier_versions_stops_nothing(saved, assessment, name):
    backups.back_up(saved)
    (folders.backups() / assessment.id / name).write_bytes(saved.read_bytes())
    changed = assessment.model_copy(update={"place": "plan"})
    save_document(saved, changed, expected=load_document(saved).fingerprint)
    backups.back_up(saved)
    found = backups.backups(assessment.id)
    assert len(found) >= 2
    for each in found:
        assert dates.moment(each.made.astimezone())
    restored = backups.restore(found[-1], saved)
    assert common_state.common_state(restored, restored)


@pytest.mark.parametrize("year", [1, 1969, 2026, 9999])
def test_a_clock_gone_mad_keeps_an_earlier_version_all_the_same(saved, assessment, year):
    made = backups.back_up(saved, now=dt.datetime(year, 12, 31, 23, 59, tzinfo=dt.UTC))
    assert load_document(made.file).assessment == assessment
    assert [each.file for each in backups.backups(assessment.id)] == [made.file]


@pytest.mark.parametrize("seconds", [-(2**33), 2**33, 2**60])
def test_a_recovery_copy_from_any_time_is_offered(assessment, monkeypatch, seconds):
    recovery.keep(assessment, path=None, saved=None)
    (copy,) = recovery.copies(assessment.id)
    plain = Path.stat

    def wild(self, **more):
        found = plain(self, **more)
        if self != copy:
            return found
        return os.stat_result((*found[:8], seconds, *found[9:]), {"st_mtime": float(seconds)})

    monkeypatch.setattr(Path, "stat", wild)
    (found,) = recovery.recoverable()
    assert dates.moment(found.kept.astimezone())


@pytest.mark.parametrize("year", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:59-12:00"])
def test_a_list_of_recent_ones_from_any_time_is_read(home, year):
    place = folders.settings()
    folders.make(place.parent)
    recent = {"title": "A", "path": "/a", "place": "", "saved": year, "answered": 1, "of": 2}
    place.write_text(json.dumps({"recent": [recent]}))
    for each in settings.load().recent:
        assert dates.moment(each.saved.astimezone())


@pipes
@pytest.mark.parametrize("way", ["a pipe", "a device"])
def test_a_pipe_or_a_device_keeps_nobody_waiting(saved, assessment, tmp_path, home, way):
    """In a process of its own, as it would hang for ever."""

    def put(place):
        folders.make(place.parent)
        place.unlink(missing_ok=True)
        if way == "a pipe":
            os.mkfifo(place)
        else:
            place.symlink_to("/dev/zero")

    backups.back_up(saved)
    recovery.keep(assessment, path=saved, saved=None)
    put(folders.settings())
    put(folders.recovery() / f"{'a' * 32}.readiness")
    put(folders.recovery() / f"{'b' * 32}.json")
    (folders.recovery() / f"{'b' * 32}.readiness").write_bytes(saved.read_bytes())
    put(folders.recovery() / f"{'c' * 16}.window")
    put(folders.backups() / assessment.id / "20260101T000000000000Z-1.readiness")
    put(folders.backups() / assessment.id / "place.json")
    put(folders.backups().parent / "deleting" / f"{'d' * 32}.json")
    put(locks.lock_file(saved))
    (copy,) = recovery.copies(assessment.id)
    note = copy.with_suffix(".json")
    said = json.loads(note.read_text())
    pointed = tmp_path / "pointed.readiness"
    put(pointed)
    note.write_text(json.dumps({**said, "path": str(pointed)}))
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from nttp_readiness.storage.account import settings\n"
        "from nttp_readiness.storage.documents import locks\n"
        "from nttp_readiness.storage.documents.documents import load_document, save_document\n"
        "from nttp_readiness.storage.keeping import backups, deletion, recovery\n"
        "path = Path(sys.argv[1])\n"
        "settings.load(); deletion.finish(); recovery.recoverable(); locks.take(path)\n"
        "found = load_document(path); backups.back_up(path); backups.backups_of(path)\n"
        "changed = found.assessment.model_copy(update={'place': 'plan'})\n"
        "save_document(path, changed, expected=found.fingerprint)\n"
        "print('saved')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(saved)],
        cwd=ROOT, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.stdout == "saved\n", done.stderr


@pipes
def test_a_pipe_in_place_of_the_file_is_told_at_once(saved, assessment):
    expected = load_document(saved).fingerprint
    saved.unlink()
    os.mkfifo(saved)
    for act in (
        lambda: fingerprint(saved),
        lambda: save_document(saved, assessment, expected=expected),
        lambda: write_atomic(saved, b"x"),
    ):
        with pytest.raises(SaveError, match="a device or a pipe"):
            act()
    assert stat.S_ISFIFO(saved.stat().st_mode)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps lists of who may, and no modes")
def test_a_private_file_is_private_from_its_first_byte(saved, assessment, monkeypatch):
    saved.chmod(0o600)
    seen = []
    plain = os.write

    def watch(descriptor, data):
        seen.append(stat.S_IMODE(os.fstat(descriptor).st_mode))
        return plain(descriptor, data)

    monkeypatch.setattr(os, "write", watch)
    save_document(saved, assessment, expected=load_document(saved).fingerprint)
    assert seen
    assert all(mode == 0o600 for mode in seen)
    assert stat.S_IMODE(saved.stat().st_mode) == 0o600


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps lists of who may, and no modes")
def test_own_folders_are_for_the_account_alone_up_to_the_topmost(saved, home):
    backups.back_up(saved)
    for folder in (home, home / "data", home / "data" / "backups"):
        assert stat.S_IMODE(folder.stat().st_mode) == 0o700


def test_a_number_of_saves_that_can_never_be_saved_again_is_refused(saved):
    held = json.loads(saved.read_bytes())
    saved.write_text(json.dumps({**held, "revision": envelope.MOST_REVISIONS + 1}))
    with pytest.raises(Exception, match="revision"):
        load_document(saved)


# ---- deleting


@pytest.mark.skipif(os.name == "nt", reason="Windows wants a right for symbolic links")
def test_deleting_through_a_link_deletes_the_file_and_says_so(saved, assessment, tmp_path):
    link = tmp_path / "on the desktop.readiness"
    link.symlink_to(saved)
    found = deletion.traces(assessment.id, link)
    assert (found.file, found.link) == (saved, link)
    deletion.delete(assessment.id, link)
    assert not saved.exists()
    assert not link.is_symlink()


def stop_at(monkeypatch, step):
    """The power goes when that step begins."""

    class PowerCut(BaseException):
        pass

    def cut(*_arguments, **_named):
        raise PowerCut

    monkeypatch.setattr(*step, cut)
    return PowerCut


@pytest.mark.parametrize(
    "step", [(recovery, "delete"), (backups, "purge"), (locks, "release")], ids=lambda each: each[1]
)
def test_a_delete_that_was_cut_off_is_ended_at_the_next_start(saved, assessment, monkeypatch, step):
    backups.back_up(saved)
    recovery.keep(assessment, path=saved, saved=None)
    with monkeypatch.context() as patch, pytest.raises(stop_at(patch, step)):
        deletion.delete(assessment.id, saved)
    deletion.finish()
    assert deletion.traces(assessment.id, saved) == deletion.Traces(None, 0, False)
    assert list((folders.backups().parent / "deleting").iterdir()) == []


def test_a_delete_that_had_not_begun_is_not_ended_by_itself(saved, assessment, monkeypatch):
    backups.back_up(saved)
    with monkeypatch.context() as patch, pytest.raises(stop_at(patch, (Path, "unlink"))):
        deletion.delete(assessment.id, saved)
    deletion.finish()
    assert deletion.traces(assessment.id, saved) == deletion.Traces(saved, 1, False)


def test_a_delete_on_a_drive_that_is_away_is_not_ended_yet(
    saved, assessment, monkeypatch, tmp_path
):
    backups.back_up(saved)
    with monkeypatch.context() as patch, pytest.raises(stop_at(patch, (backups, "purge"))):
        deletion.delete(assessment.id, saved)
    away = saved.parent.rename(tmp_path / "away")
    deletion.finish()
    assert deletion.traces(assessment.id, saved).backups == 1
    away.rename(saved.parent)
    deletion.finish()
    assert deletion.traces(assessment.id, saved).backups == 0


NO_NAME = pytest.mark.skipif(os.name == "nt", reason="Windows has no file of this name")


@pytest.mark.parametrize("name", ["", "x", pytest.param("*", marks=NO_NAME), "f" * 31, "F" * 32])
def test_a_foreign_note_of_deleting_deletes_nothing(saved, assessment, name):
    recovery.keep(assessment, path=saved, saved=None)
    folder = folders.make(folders.backups().parent / "deleting")
    (folder / f"{name}.json").write_text('{"path": ""}')
    deletion.finish()
    assert recovery.copies(assessment.id)
