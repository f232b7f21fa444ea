"""What only real Windows heeds in a package: Wine installs without it, so it is looked up."""

import struct
from xml.etree import ElementTree as ET

import pytest

from tools.windows import file_versions, installer
from tools.windows.checks import contents
from tools.windows.checks.steps import NotSo

KEY = "VS_VERSION_INFO".encode("utf-16-le") + b"\0\0\0\0\0\0"
NUMBERS = (0xFEEF04BD, 0x10000, 6 << 16 | 11, 3 << 16 | 7)


def program_file(path, numbers=NUMBERS, before=b"MZ of some library"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(before + KEY + struct.pack("<4I", *numbers) + bytes(40))
    return path


@pytest.fixture
def folder(tmp_path):
    built = tmp_path / "NTTP Readiness"
    program_file(built / "_internal/Qt6Core.dll")
    program_file(built / "NTTP Readiness.exe", (0xFEEF04BD, 0x10000, 1, 0))
    (built / "_internal/etree.pyd").write_bytes(b"MZ and no version")
    (built / "_internal/words.txt").write_bytes(KEY + struct.pack("<4I", *NUMBERS))
    return built


def keyed(folder):
    return {
        f"f{installer.key_of(each.relative_to(folder).as_posix())}": each.name
        for each in folder.rglob("*") if each.is_file()
    }  # fmt: skip


def test_the_version_of_a_program_file_is_read_as_windows_reads_it(folder):
    assert file_versions.version_of(folder / "_internal/Qt6Core.dll") == "6.11.3.7"
    assert file_versions.version_of(folder / "NTTP Readiness.exe") == "0.1.0.0"
    assert file_versions.version_of(folder / "_internal/etree.pyd") == ""


def test_a_signature_that_stands_elsewhere_in_a_file_is_no_version(tmp_path):
    stray = struct.pack("<4I", 0xFEEF04BD, 0x10000, 9 << 16, 9 << 16)
    before = b"MZ" + stray + bytes(100)
    assert file_versions.version_of(program_file(tmp_path / "a.dll", before=before)) == "6.11.3.7"
    (tmp_path / "b.dll").write_bytes(b"MZ" + stray)
    assert file_versions.version_of(tmp_path / "b.dll") == ""


def test_every_program_file_with_a_version_has_it_in_the_package(folder):
    names = keyed(folder)
    versions = {names[key]: version for key, version in installer.versions(folder).items()}
    assert versions == {"Qt6Core.dll": "6.11.3.7", "NTTP Readiness.exe": "0.1.0.0"}


def test_beside_a_version_stands_no_hash():
    asked = list(file_versions.queries({"f1": "6.11.3.7"}))
    assert len(asked) == 2
    assert "UPDATE `File`" in asked[0]
    assert "'6.11.3.7'" in asked[0]
    assert asked[1] == "DELETE FROM `MsiFileHash` WHERE `File_` = 'f1'"


@pytest.mark.parametrize("scope", [installer.ALL_USERS, installer.ONE_USER])
def test_a_package_never_restarts_a_computer_and_replaces_every_file(folder, scope):
    (folder / "_internal/assets/icons").mkdir(parents=True)
    made = ET.fromstring(installer.description(folder, "0.1.0", scope))
    said = {
        each.get("Id"): each.get("Value") for each in made.iter() if each.tag.endswith("Property")
    }
    assert said["REBOOT"] == "ReallySuppress"
    assert said["REINSTALLMODE"] == "amus"


def in_a_package(folder, **other):
    """The tables of a package as they should be, for a folder; with something otherwise."""
    versions = installer.versions(folder)
    rows = {
        "File": [[key, "", "", "", versions.get(key, "")] for key in keyed(folder)],
        "MsiFileHash": [[key] for key in keyed(folder) if key not in versions],
        "Property": [[name, value] for name, value in installer.PROPERTIES.items()],
        **other,
    }
    return lambda _package, name: rows[name]


def test_a_package_that_tells_windows_all_passes(folder, monkeypatch):
    monkeypatch.setattr(file_versions, "table", in_a_package(folder))
    assert "2 versions" in contents.told_to_the_installer(folder, [folder / "a.msi"])


@pytest.mark.parametrize(
    ("table", "said"),
    [("File", "version"), ("MsiFileHash", "hash"), ("Property", "REBOOT")],
)  # fmt: skip
def test_a_package_that_does_not_is_told(folder, monkeypatch, table, said):
    rows = {"File": [[key, "", "", "", ""] for key in keyed(folder)],
            "MsiFileHash": [[key] for key in keyed(folder)], "Property": []}[table]  # fmt: skip
    monkeypatch.setattr(file_versions, "table", in_a_package(folder, **{table: rows}))
    with pytest.raises(NotSo, match=said):
        contents.told_to_the_installer(folder, [folder / "a.msi"])
