"""A command that changes a file of an earlier version keeps a copy first, as the window does."""

import ast
from pathlib import Path

import pytest

import nttp_readiness.app
from nttp_readiness.app import command_line
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.files import atomic
from nttp_readiness.storage.files.format_version import VERSION
from nttp_readiness.storage.keeping import backups

FIRST = Path(__file__).resolve().parents[1] / "storage" / "data" / "v1.readiness"


@pytest.fixture
def file(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    path = tmp_path / "ours.readiness"
    path.write_bytes(FIRST.read_bytes())
    return path


def kept(file):
    return [each.file.read_bytes() for each in backups.backups(load_document(file).assessment.id)]


@pytest.mark.parametrize(
    "change", [("answer", "LEA-1=1"), ("tally", "--group", "Leaders", "LEA-1=0,1,3,6,2")]
)
def test_the_earlier_version_is_among_the_earlier_states(file, change):
    before = file.read_bytes()
    assert command_line.run([change[0], str(file), *change[1:]]) == 0
    assert load_document(file).version == VERSION
    assert kept(file) == [before]


def test_a_file_of_this_version_is_copied_for_no_command(file):
    command_line.run(["answer", str(file), "LEA-1=1"])
    command_line.run(["answer", str(file), "LEA-1=2"])
    assert len(kept(file)) == 1


def test_where_no_copy_can_be_kept_the_file_stays_as_it_was(file, monkeypatch, capsys):
    before = file.read_bytes()

    def full(*_):
        raise atomic.save_error(OSError(28, "No space left on device"))

    monkeypatch.setattr(backups, "write_atomic", full)
    assert command_line.run(["answer", str(file), "LEA-1=1"]) == 1
    assert file.read_bytes() == before
    assert "Traceback" not in capsys.readouterr().err


def test_no_command_writes_over_a_file_that_it_read_in_another_way():
    """Commands that make a new file expect none there; `save_given` alone expects one."""
    found: dict[str, list[str]] = {}
    for module in Path(nttp_readiness.app.__file__).parent.glob("*.py"):
        for call in ast.walk(ast.parse(module.read_text("utf-8"))):
            if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "save_document":
                (expected,) = (each.value for each in call.keywords if each.arg == "expected")
                found.setdefault(module.stem, []).append(ast.unparse(expected))
    assert found.pop("given") == ["loaded.fingerprint"]
    assert len(found) >= 2
    assert {each for said in found.values() for each in said} == {"None"}
