"""What is known of calendars that left: counts alone, and nothing that cannot be read does harm."""

import pytest

from nttp_readiness.storage.account import calendar_record
from nttp_readiness.storage.files import folders

ONE, OTHER = "1" * 32, "2" * 32


@pytest.fixture(autouse=True)
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))


def test_each_calendar_of_each_assessment_has_its_own_count():
    assert calendar_record.looks_sent(ONE, "calendar") == 0
    calendar_record.note_looks(ONE, "calendar", 5)
    calendar_record.note_looks(ONE, "Morag Abernethy", 2)
    calendar_record.note_looks(OTHER, "calendar", 1)
    assert calendar_record.looks_sent(ONE, "calendar") == 5
    assert calendar_record.looks_sent(ONE, " morag  abernethy ") == 2
    assert calendar_record.looks_sent(OTHER, "calendar") == 1
    calendar_record.note_looks(ONE, "calendar", 3)
    assert calendar_record.looks_sent(ONE, "calendar") == 3


def test_no_name_is_kept():
    calendar_record.note_looks(ONE, "Morag Abernethy", 2)
    (file,) = folders.calendars().iterdir()
    assert "orag" not in file.read_text("utf-8")


@pytest.mark.parametrize("spoilt", [b"", b"{", b"[1]", b'{"a": "x"}', b"\xff\xfe", b'{"a": -3}'])
def test_a_record_that_cannot_be_read_is_as_none(spoilt):
    calendar_record.note_looks(ONE, "calendar", 5)
    (file,) = folders.calendars().iterdir()
    file.write_bytes(spoilt)
    assert calendar_record.looks_sent(ONE, "calendar") == 0
    calendar_record.note_looks(ONE, "calendar", 4)
    assert calendar_record.looks_sent(ONE, "calendar") == 4


def test_a_folder_that_cannot_be_written_stops_nothing():
    folders.calendars().parent.mkdir(parents=True)
    folders.calendars().write_bytes(b"a file where the folder should be")
    calendar_record.note_looks(ONE, "calendar", 5)
    assert calendar_record.looks_sent(ONE, "calendar") == 0


def test_it_goes_with_the_assessment():
    from nttp_readiness.storage.keeping import deletion

    calendar_record.note_looks(ONE, "calendar", 5)
    calendar_record.note_looks(OTHER, "calendar", 2)
    deletion.delete(ONE, None)
    assert calendar_record.looks_sent(ONE, "calendar") == 0
    assert calendar_record.looks_sent(OTHER, "calendar") == 2


@pytest.mark.parametrize("document", ["", "../" * 4, "x" * 32])
def test_what_is_no_id_is_no_path(document):
    calendar_record.note_looks(document, "calendar", 5)
    calendar_record.forget(document)
    assert not folders.calendars().exists()
