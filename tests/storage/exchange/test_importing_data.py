"""Exported data comes back as the assessment that it was, or is refused in plain words."""

from __future__ import annotations

import datetime as dt
import json

import pytest

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import DocumentError, NewerError
from nttp_readiness.file_format import DATA_VERSION
from nttp_readiness.presentation.papers.action_plan import Options
from nttp_readiness.presentation.papers.plan_data import plan_data
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.exchange import importing
from nttp_readiness.storage.exchange.importing import import_data, read_sheet_file
from nttp_readiness.storage.files.format_version import VERSION
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)


@pytest.fixture(scope="module")
def sample():
    return report_texts.sample()


@pytest.fixture
def file(tmp_path):
    def write(data):
        path = tmp_path / "data.json"
        path.write_text(data if isinstance(data, str) else json.dumps(data), encoding="utf-8")
        return path

    return write


def test_the_whole_assessment_comes_back(sample, file):
    found = import_data(file(plan_data(score(sample), TODAY)))
    assert (found.assessment, found.left_out) == (sample, ())


@pytest.mark.parametrize("part", ["scores", "notes", "names"])
def test_what_was_left_out_stays_out_and_the_rest_can_be_saved(sample, file, part):
    options = Options(without=frozenset({part}))
    imported = import_data(file(plan_data(score(sample), TODAY, options)))
    found = imported.assessment
    assert imported.left_out == (part,)
    assert found.id != sample.id, "it is another document"
    assert document_bytes(found, revision=1)
    assert score(found).domains
    if part == "scores":
        assert not found.answers
    if part == "notes":
        assert not any(each.note or each.evidence for each in found.answers.values())
    if part == "names":
        assert "Sìne" not in found.model_dump_json(exclude={"written_bank"})


def test_whoever_adds_a_part_to_assessments_decides_what_of_it_may_leave():
    """A new part belongs here once `reduced` leaves out what was asked to be left out of it."""
    assert set(Assessment.model_fields) == {
        "id", "round", "previous", "profile", "answers", "importance", "actions", "asks",
        "stage_view", "place", "workshop", "reviews", "written_bank", "sharing", "part",
    }  # fmt: skip


def test_data_moves_with_the_format_of_documents():
    assert DATA_VERSION == VERSION


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"format": "other"}, "does not have the data of an assessment"),
        ({"version": "1"}, "changed after the program wrote it"),
        ({"version": True}, "changed after the program wrote it"),
        ({"assessment": []}, "changed after the program wrote it"),
        ({"assessment": {}}, "has something in it that does not belong"),
    ],
)
def test_other_files_are_refused_in_plain_words(sample, file, change, said):
    with pytest.raises(DocumentError, match=said):
        import_data(file(plan_data(score(sample), TODAY) | change))


def test_data_of_a_later_version_is_named_as_such(sample, file):
    with pytest.raises(NewerError, match="later version"):
        import_data(file(plan_data(score(sample), TODAY) | {"version": DATA_VERSION + 1}))


@pytest.mark.parametrize("text", ["", "[]", "{", '{"format": 1, "format": 2}', "\x00\x01"])
def test_broken_files_are_refused_in_plain_words(file, text):
    with pytest.raises(DocumentError):
        import_data(file(text))


def test_a_value_that_no_assessment_can_hold_is_refused(sample, file):
    data = plan_data(score(sample), TODAY)
    data["assessment"]["answers"]["LEA-1"]["choice"] = True
    with pytest.raises(DocumentError, match="does not belong"):
        import_data(file(data))


def test_a_spreadsheet_too_large_to_be_one_is_not_read(tmp_path, monkeypatch):
    path = tmp_path / "large.xlsx"
    path.write_bytes(b"x" * 100)
    assert read_sheet_file(path) == b"x" * 100
    monkeypatch.setattr(importing, "SHEET_LIMIT", 99)
    with pytest.raises(DocumentError, match="too large to be a table of actions"):
        read_sheet_file(path)
    with pytest.raises(DocumentError, match="no longer at this place"):
        read_sheet_file(tmp_path / "none.xlsx")
