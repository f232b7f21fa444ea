"""The steps of `windows check` tell what is wrong; each is tried with a fault that was planted."""

import hashlib
import zipfile

import pytest

from tools.shipped import SHIPPED
from tools.windows.checks import contents, screens
from tools.windows.checks.steps import NotHere, NotSo, Steps, must
from tools.windows.places import ROOT


@pytest.fixture
def built(tmp_path):
    folder = tmp_path / "NTTP Readiness"
    licences = folder / "_internal/assets/licences"
    licences.mkdir(parents=True)
    for name in (*SHIPPED, "Python", "LGPL-3.0"):
        (licences / f"{name}.txt").write_text("A licence")
    (licences / "LICENSE").write_text("MIT")
    for number in range(120):
        (folder / f"part{number}.dll").write_text(str(number))
    return folder


def test_a_whole_folder_passes(built):
    assert "no stand-in" in contents.nothing_unwanted(built)
    assert "licence texts" in contents.licences_complete(built)


@pytest.mark.parametrize(
    "name",
    [
        "_internal/icuuc.dll", "_internal/PySide6/Qt6Network.dll", "_internal/_ssl.pyd",
        "_internal/libcrypto-3.dll", "_internal/PySide6/opengl32sw.dll",
        "_internal/PySide6/plugins/tls/qschannelbackend.dll", "_internal/bcryptprimitives.dll",
    ],
)  # fmt: skip
def test_what_must_not_be_shipped_is_told_by_name(built, name):
    file = built / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.touch()
    with pytest.raises(NotSo, match=file.name):
        contents.nothing_unwanted(built)


def test_a_folder_that_is_too_large_or_nearly_empty_is_told(built, monkeypatch):
    monkeypatch.setattr(contents, "MOST", 100)
    with pytest.raises(NotSo, match="MB"):
        contents.nothing_unwanted(built)
    for file in built.glob("part*"):
        file.unlink()
    with pytest.raises(NotSo, match="only"):
        contents.nothing_unwanted(built)


def test_a_missing_licence_is_told_by_its_part(built):
    (built / "_internal/assets/licences/lxml.txt").unlink()
    with pytest.raises(NotSo, match="lxml"):
        contents.licences_complete(built)


def library(path, *, signed):
    """The head of a program file of 64 bits, as far as where its signature would be."""
    data = bytearray(512)
    data[0x3C] = 128
    data[128 + 24 : 128 + 26] = b"\x0b\x02"
    at = 128 + 24 + 112 + 4 * 8
    data[at : at + 8] = (400).to_bytes(4, "little") + (40 * signed).to_bytes(4, "little")
    path.write_bytes(data)


def test_a_library_that_lost_its_signature_is_told(tmp_path):
    for name in contents.UNSIGNED:
        library(tmp_path / f"{name}.cp313-win_amd64.pyd", signed=False)
    library(tmp_path / "Qt6Core.dll", signed=True)
    assert "13 libraries, all but 12" in contents.signed_by_their_makers(tmp_path)
    library(tmp_path / "Qt6Core.dll", signed=False)
    with pytest.raises(NotSo, match="Qt6Core"):
        contents.signed_by_their_makers(tmp_path)
    library(tmp_path / "Qt6Core.dll", signed=True)
    library(tmp_path / "pdfium.dll", signed=True)
    (tmp_path / "pdfium.cp313-win_amd64.pyd").unlink()
    with pytest.raises(NotSo, match="pdfium"):
        contents.signed_by_their_makers(tmp_path)


def test_the_guide_names_every_library_that_nobody_signed():
    page = (ROOT / "docs/it-guide.md").read_text("utf-8")
    named = {name for name in contents.UNSIGNED if f"`{name}`" in page or f"`{name}.dll`" in page}
    # "_imaging and three more of Pillow"
    assert contents.UNSIGNED - named == {"_imagingcms", "_imagingft", "_imagingtk"}
    assert "besides both programs twelve of no one" in " ".join(page.split())


def test_a_changed_file_breaks_its_hash(tmp_path):
    lines = []
    for number in range(6):
        data = str(number).encode()
        (tmp_path / f"{number}.msi").write_bytes(data)
        lines.append(f"{hashlib.sha256(data).hexdigest()}  {number}.msi")
    (tmp_path / "SHA256SUMS").write_text("\n".join(lines))
    assert contents.hashes_hold(tmp_path)
    (tmp_path / "3.msi").write_bytes(b"changed")
    with pytest.raises(NotSo, match=r"3\.msi"):
        contents.hashes_hold(tmp_path)


def test_a_zip_without_the_marker_or_a_file_is_told(built, tmp_path):
    packed = tmp_path / "portable.zip"
    names = [f"NTTP Readiness/{name}" for name in contents.digests(built)]
    for missing, whole in (((), True), (("part7.dll",), False), (("portable",), False)):
        with zipfile.ZipFile(packed, "w") as made:
            for name in (*names, "NTTP Readiness/portable"):
                if not name.endswith(missing or ("nothing",)):
                    made.writestr(name, b"")
        if whole:
            assert contents.zip_is_the_folder(packed, built)
        else:
            with pytest.raises(NotSo):
                contents.zip_is_the_folder(packed, built)


@pytest.mark.parametrize(
    ("place", "whole"),
    [
        ((0, 22, 1280, 778), True), ((0, 0, 1280, 778), False), ((-1, 22, 1280, 778), False),
        ((1, 22, 1280, 778), False), ((0, 23, 1280, 778), False),
    ],
)  # fmt: skip
def test_a_window_that_is_not_wholly_in_sight_is_told(place, whole):
    if whole:
        screens.in_sight(place, 0, 1280, 800)
    else:
        with pytest.raises(NotSo, match="is not within"):
            screens.in_sight(place, 0, 1280, 800)


def broken():
    must(holds=False, otherwise="it is broken")


def not_here():
    raise NotHere("this machine has no such thing")


def test_a_failed_step_and_what_stands_on_it_fail_the_whole(capsys):
    steps = Steps()
    steps.take("one", lambda: "fine")
    steps.take("two", broken)
    steps.take("three", lambda: "fine", after="two")
    steps.take("four", lambda: str(1 // 0))
    steps.take("five", not_here)
    assert steps.end() == 1
    said = capsys.readouterr().out.splitlines()
    assert said[0].startswith("passed    one: fine")
    assert said[1] == "FAILED    two: it is broken"
    assert said[2] == "FAILED    three: it needs “two”"
    assert said[-2] == "left out  five: this machine has no such thing"
    assert said[-1] == "1 passed, 3 failed, 1 left out."


def test_no_step_at_all_is_no_success():
    steps = Steps()
    steps.take("only one", not_here)
    assert steps.end() == 1
