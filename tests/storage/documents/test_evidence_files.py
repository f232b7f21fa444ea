"""Files that evidence names are looked for when asked, never opened, and never elsewhere."""

import os
from pathlib import Path

import pytest

from nttp_readiness.storage.documents.evidence_files import (
    beside,
    file_of,
    folder_to_show,
    look_for,
)


def test_what_is_there_and_what_is_missing(tmp_path):
    (tmp_path / "a.pdf").write_bytes(b"x")
    found = look_for(
        {"a": "a.pdf", "b": "gone/b.pdf", "c": str(tmp_path / "a.pdf"), "d": "https://example.org",
         "e": r"\\server\share\x.pdf", "f": "The blue folder"},
        tmp_path,
    )  # fmt: skip
    assert found == {
        "a": "there", "b": "missing", "c": "there", "d": "not_looked", "e": "not_looked",
        "f": "not_looked",
    }  # fmt: skip


@pytest.mark.parametrize(
    "where", [r"\\evil\share\a", "//evil/share/a.txt", "file://evil/a", "smb://evil/a", "a\0.pdf"]
)
def test_no_other_computer_is_ever_asked(where, tmp_path, monkeypatch):
    asked = []
    monkeypatch.setattr(os, "lstat", lambda *each, **_: asked.append(each))
    monkeypatch.setattr(Path, "lstat", asked.append)
    monkeypatch.setattr(Path, "stat", lambda self, **_: asked.append(self))
    assert file_of(where, tmp_path) is None
    assert look_for({"x": where}, tmp_path) == {"x": "not_looked"}
    assert asked == []


def test_looking_opens_nothing(tmp_path, monkeypatch):
    (tmp_path / "a.pdf").write_bytes(b"x")
    monkeypatch.setattr("builtins.open", None)
    monkeypatch.setattr(os, "open", None)
    assert look_for({"a": "a.pdf"}, tmp_path) == {"a": "there"}


def test_a_file_with_the_document_is_written_down_in_short(tmp_path):
    inside = tmp_path / "Proof" / "rota.ods"
    assert beside(inside, tmp_path) == "Proof/rota.ods"
    assert file_of("Proof/rota.ods", tmp_path) == inside
    elsewhere = Path("/elsewhere/rota.ods")
    assert beside(elsewhere, tmp_path) == str(elsewhere)
    assert beside(inside, None) == str(inside)


def test_no_way_leads_out_of_the_documents_folder(tmp_path):
    assert file_of("../secret.pdf", tmp_path) is None
    assert file_of("a.pdf", None) is None


@pytest.mark.skipif(os.name == "nt", reason="there such a drive can be")
def test_a_drive_of_another_system_is_not_looked_for(tmp_path):
    assert look_for({"a": r"S:\policies\a.pdf"}, tmp_path) == {"a": "not_looked"}


def test_a_folder_that_would_start_something_is_not_shown(tmp_path):
    (tmp_path / "Tool.app" / "Contents").mkdir(parents=True)
    (tmp_path / "Tool.app" / "Contents" / "a.pdf").write_bytes(b"")
    assert folder_to_show(tmp_path / "Tool.app") is None
    assert folder_to_show(tmp_path / "Tool.app" / "Contents" / "a.pdf") is None
    assert folder_to_show(tmp_path / "gone" / "a.pdf") is None
    (tmp_path / "a.pdf").write_bytes(b"")
    assert folder_to_show(tmp_path / "a.pdf") == tmp_path
    assert folder_to_show(tmp_path) == tmp_path
