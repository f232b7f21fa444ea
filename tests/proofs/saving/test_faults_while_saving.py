"""Every fault that a disk can have while an assessment is saved, beside a careless program."""

import contextlib
import errno
import itertools
import json
import os
import shutil
import subprocess
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.errors import DocumentError, SaveError
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import atomic, folders
from tests.proofs.conftest import Row
from tests.storage.faulty_system import CODES, FailingCalls, pack_naively, write_naively

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(os.name == "nt", reason="needs fork, limits of a process and seccomp"),
]

STORAGE = Path(__file__).parents[2] / "storage" / "data"
LIMITS = Path(__file__).with_name("limits_driver.py")
KERNEL = Path(__file__).with_name("kernel_driver.py")


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv(folders.HOME, str(tmp_path / "home"))


@pytest.fixture
def path(tmp_path):
    folder = tmp_path / "Documents"
    folder.mkdir()
    return folder / "Ours.readiness"


def assessment(number=0):
    return Assessment(
        id="0" * 32,
        profile=Profile(title="Ours"),
        answers={"CAR-1": Answer(choice=2, note=str(number) * 400)},
        written_bank=read_bank(STORAGE / "tiny-bank"),
    )


def test_five_hundred_kills_while_saving(run_script, prove):
    found = json.loads(run_script(STORAGE / "killing_rounds.py", 500))
    careful, naive = found["careful"], found["naive"]
    assert careful["acknowledged"] > 500
    prove(
        Row(
            "kill -9 in a loop of saves", 500, careful["lost"], careful["unreadable"], 0,
            naive["lost"] + naive["unreadable"],
        )
    )  # fmt: skip


def careful(path, value, expected):
    save_document(path, value, expected=expected)


def naive(path, value, _expected):
    write_naively(path, pack_naively(value, 2))


def failing_calls(path, save):
    """Counts after each system call of a whole save failed once with each code."""
    old, new = assessment(1), assessment(2)
    counts = SimpleNamespace(tried=0, lost=0, unreadable=0, left=0)
    for code in CODES:
        for k in itertools.count(1):
            path.unlink(missing_ok=True)
            expected = save_document(path, old, expected=None).fingerprint
            with pytest.MonkeyPatch.context() as patch:
                calls = FailingCalls(patch, k, code)
                try:
                    save(path, new, expected)
                    wanted = new
                except (SaveError, OSError):
                    wanted = old
            if len(calls.made) < k:
                break
            counts.tried += 1
            try:
                counts.lost += load_document(path).assessment != wanted
            except DocumentError:
                counts.unreadable += 1
            counts.left += len(list(path.parent.iterdir())) - 1
    return counts


def test_every_call_fails_with_five_codes(path, prove):
    found, control = failing_calls(path, careful), failing_calls(path, naive)
    prove(
        Row(
            "each system call fails, five codes", found.tried, found.lost, found.unreadable,
            found.left, control.lost + control.unreadable,
        )
    )  # fmt: skip


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not to be had here")
def test_every_call_of_the_system_fails_below_python(run_script, prove, tmp_path):
    counts = {}
    for how in ("careful", "naive"):
        folder = tmp_path / how / "Documents"
        folder.parent.mkdir()
        said = run_script(KERNEL, folder, how, home=tmp_path / how / "home")
        counts[how] = json.loads(said.splitlines()[-1])
    found, control = counts["careful"], counts["naive"]
    assert found["told"] > 0, "no save met the fault"
    prove(
        Row(
            "each kernel call fails (strace)", found["tried"], found["lost"],
            found["unreadable"] + found["escaped"], found["left"],
            control["lost"] + control["unreadable"],
        )
    )  # fmt: skip


def limited(run_script, path, how, what, home):
    return json.loads(run_script(LIMITS, path, how, what, home=home).splitlines()[-1])


def prove_limit(prove, fault, found, control):
    assert found["told"] > 0, "no save met the fault"
    prove(
        Row(
            fault, found["tried"], found["lost"], found["unreadable"], found["left"],
            control["lost"] + control["unreadable"],
        )
    )  # fmt: skip


@pytest.fixture
def small_disk(tmp_path):
    """A disk of one megabyte."""
    if os.geteuid() != 0 or not shutil.which("mount"):
        pytest.skip("needs to mount a small disk; the file-size limit stands for it")
    folder = tmp_path / "disk"
    folder.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", str(folder)], check=False
    )
    if made.returncode:
        pytest.skip("may not mount here; the file-size limit stands for it")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk(small_disk, run_script, prove, tmp_path):
    path, home = small_disk / "Ours.readiness", tmp_path / "home"
    found = limited(run_script, path, "careful", "room", home)
    control = limited(run_script, path, "naive", "room", home)
    prove_limit(prove, "full disk", found, control)


def test_a_limit_on_the_size_of_files(path, run_script, prove, tmp_path):
    found = limited(run_script, path, "careful", "size", tmp_path / "home")
    control = limited(run_script, path, "naive", "size", tmp_path / "home")
    prove_limit(prove, "file-size limit", found, control)


def test_a_folder_that_may_only_be_read(run_script, prove):
    if os.geteuid() != 0:
        pytest.skip("only root can become somebody who may not write")
    counts = {}
    for how in ("careful", "naive"):
        folder = Path("/tmp") / f"nttp-proof-{os.getpid()}-{how}"
        folder.mkdir()
        try:
            path = folder / "Ours.readiness"
            small = assessment().model_copy(
                update={"profile": Profile(title="Full"),
                        "answers": {"CAR-1": Answer(choice=2, note="x" * 100)}}
            )  # fmt: skip
            save_document(path, small, expected=None)
            path.chmod(0o444)
            folder.chmod(0o555)
            counts[how] = limited(run_script, path, how, "read", folder / "home")
        finally:
            shutil.rmtree(folder)
    prove_limit(prove, "read-only folder", counts["careful"], counts["naive"])


def said_to_be_saved(path, value, save):
    """Whether the person was left to believe that it was saved."""
    try:
        save(path, value)
    except SaveError:
        return False
    return True


def careless(path, value):
    """A program that goes on whatever the system said."""
    with contextlib.suppress(OSError):
        write_naively(path, pack_naively(value, 1))


def test_too_long_a_path(path, prove):
    folder, lost, control, tried = path.parent, 0, 0, 0
    for length in (260, 300, 1000, 5000):
        for long in (
            folder / f"{'x' * length}.readiness",
            Path(str(folder) + "/y" * length + "/a.readiness"),
            folder / ("z" * 250) / ("z" * length) / "a.readiness",
        ):
            tried += 1
            lost += said_to_be_saved(
                long, assessment(), lambda path, value: save_document(path, value, expected=None)
            )
            control += said_to_be_saved(long, assessment(), careless)
    prove(Row("too long a path", tried, lost, 0, len(list(folder.iterdir())), control))


def replaced_carelessly(path, times, value, real):
    """Whether the new file is there after a program made room for it first, and asked once more.

    `times`: how often the system refuses before it lets the new file take the name.
    """
    new = path.with_name("new")
    write_naively(new, pack_naively(value, 2))
    path.unlink()
    for _ in range(2):
        times -= 1
        if times < 0:
            real(new, path)
            break
    new.unlink(missing_ok=True)
    try:
        return load_document(path).assessment == value
    except DocumentError:
        return False


WINDOWS = (2, 3, 5, 15, 19, 21, 32, 33, 39, 53, 55, 64, 67, 112, 121, 206, 1224)


def test_simulated_windows_errors(path, prove, monkeypatch):
    counts = SimpleNamespace(tried=0, lost=0, unreadable=0, left=0, control=0)
    real, clock = os.replace, SimpleNamespace(now=0.0)

    def sleep(seconds):
        clock.now += seconds

    monkeypatch.setattr(atomic, "time", SimpleNamespace(monotonic=lambda: clock.now, sleep=sleep))
    old, new = assessment(1), assessment(2)
    for code in WINDOWS:
        for times in (1, 5, 10_000):
            path.unlink(missing_ok=True)
            expected = save_document(path, old, expected=None).fingerprint
            left = SimpleNamespace(times=times)

            def replace(source, target, left=left, code=code):
                if left.times:
                    left.times -= 1
                    error: Any = PermissionError(errno.EACCES, "refused")
                    error.winerror = code
                    raise error
                real(source, target)

            with monkeypatch.context() as patch:
                patch.setattr(os, "replace", replace)
                try:
                    save_document(path, new, expected=expected)
                    wanted = new
                except SaveError:
                    wanted = old
            counts.tried += 1
            counts.lost += load_document(path).assessment != wanted
            counts.left += len(list(path.parent.iterdir())) - 1
            counts.control += not replaced_carelessly(path, times, new, real)
    prove(
        Row(
            "simulated Windows errors", counts.tried, counts.lost, 0, counts.left, counts.control
        )
    )  # fmt: skip


def test_three_programs_on_one_file(path, prove, tmp_path, monkeypatch):
    from tests.storage.files import test_windows_take_turns as turns

    monkeypatch.setattr(turns, "TIMES", 150)
    whole, home = 3 * 150, tmp_path / "home"
    lost = whole - turns.counted(path, assessment(), "careful", home)
    left = len([each for each in path.parent.iterdir() if each.suffix == ".tmp"])
    control = whole - turns.counted(path, assessment(), "naive", home)
    prove(Row("three programs save one file", whole, lost, 0, left, control))
