"""A round's file is found by its id, beside the open one or among those open lately."""

import datetime as dt
import os

import pytest

from nttp_readiness.domain.rounds.rounds import new_round
from nttp_readiness.storage.documents import document_search
from nttp_readiness.storage.documents.documents import save_document
from tests.domain import small_bank as small

BANK = small.two_domains()


@pytest.fixture
def first():
    return small.assessment_of(BANK, small.everything(BANK, 1))


def saved(folder, name, assessment, when=1_000_000_000):
    folder.mkdir(exist_ok=True)
    path = folder / f"{name}.readiness"
    save_document(path, assessment, expected=None)
    os.utime(path, (when, when))
    return path


def test_it_is_found_in_the_folder(tmp_path, first):
    path = saved(tmp_path, "Round 1", first)
    assert document_search.find_document(first.id, tmp_path) == path


def test_the_round_that_names_it_as_its_previous_is_not_taken_for_it(tmp_path, first):
    second = new_round(first, today=dt.date(2027, 1, 1), keep_answers=True)
    saved(tmp_path, "Round 2", second)
    assert document_search.find_document(first.id, tmp_path) is None


def test_it_is_found_among_files_that_were_open_lately(tmp_path, first):
    path = saved(tmp_path / "elsewhere", "Round 1", first)
    gone = tmp_path / "gone.readiness"
    assert document_search.find_document(first.id, tmp_path, [gone, path]) == path


def test_of_several_the_one_saved_last_is_taken(tmp_path, first):
    saved(tmp_path, "A", first, when=2_000)
    later = saved(tmp_path, "B", first, when=3_000)
    saved(tmp_path, "C", first, when=1_000)
    assert document_search.find_document(first.id, tmp_path) == later


def test_what_is_no_assessment_or_cannot_be_read_is_passed_over(tmp_path, first):
    (tmp_path / "folder.readiness").mkdir()
    (tmp_path / "empty.readiness").write_bytes(b"")
    (tmp_path / "other.readiness").write_bytes(b"\xff\xfe not this one")
    (tmp_path / "notes.txt").write_text(f'"document": "{first.id}"', encoding="utf-8")
    assert document_search.find_document(first.id, tmp_path) is None
    assert document_search.find_document(first.id, tmp_path / "not there") is None
    assert document_search.find_document("", None) is None
