"""What is fetched to make and try the program for Windows."""

import re
import shutil
import subprocess

import pytest

from tools.windows import debian_folder, locks
from tools.windows.places import ROOT, SetUpError


def names(lock, environment):
    return {re.split("==", line)[0] for line in locks.requirements(ROOT / lock, environment)}


def test_windows_gets_the_parts_that_the_lock_names_for_it_alone():
    windows = names("requirements-dev.lock", locks.WINDOWS)
    linux = names("requirements-dev.lock", {**locks.WINDOWS, "sys_platform": "linux"})
    assert windows - linux == {"colorama", "pefile", "pywin32-ctypes"}
    assert not any(name.startswith("macholib") for name in windows)


@pytest.mark.parametrize("lock", ["requirements-dev.lock", "requirements-windows.lock"])
def test_every_part_is_named_with_a_version_and_hashes_and_no_condition(lock):
    lines = list(locks.requirements(ROOT / lock, locks.WINDOWS))
    assert len(lines) > 5
    for line in lines:
        first, *hashes = line.split(" \\\n    ")
        assert re.fullmatch(r"[\w.-]+==[\w.]+", first)
        assert hashes
        assert all(re.fullmatch("--hash=sha256:[0-9a-f]{64}", each) for each in hashes)


def test_without_apt_a_sentence_says_what_is_missing(monkeypatch, tmp_path):
    monkeypatch.setattr(debian_folder, "DEBIAN", tmp_path / "debian")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    with pytest.raises(SetUpError, match="apt-get"):
        debian_folder.fill()


def test_the_archive_is_one_that_this_machine_already_uses(monkeypatch):
    shown = """Repo-URI: http://mirror.example/debian-security/
Release: bookworm-security
Component: main

Repo-URI: http://mirror.example/debian/
Release: bookworm-updates
Component: main

Repo-URI: http://mirror.example/debian/
Release: bookworm
Component: main
"""

    class Done:
        stdout = shown

    monkeypatch.setattr(subprocess, "run", lambda *_, **__: Done)
    assert debian_folder.archive_address() == "http://mirror.example/debian/"
    Done.stdout = "Repo-URI: http://mirror.example/other/\nRelease: stable\nComponent: main\n"
    with pytest.raises(SetUpError):
        debian_folder.archive_address()
