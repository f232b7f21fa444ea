"""A report of a fault says where in the code it was, and nothing that a person typed."""

import datetime as dt

from nttp_readiness import __version__
from nttp_readiness.storage.account import crash_reports
from nttp_readiness.storage.files import folders

CANARY = "kestrel-over-the-machair"
NOON = dt.datetime(2026, 3, 12, 12, tzinfo=dt.UTC)


def fault(note):
    try:
        try:
            raise KeyError(note)
        except KeyError as error:
            raise ValueError(f"cannot keep {note}") from error
    except ValueError as error:
        return error


def test_version_kind_module_and_line_are_there_and_no_value(home):
    path = crash_reports.write_report(fault(CANARY), "window", now=NOON)
    text = path.read_text()
    assert path.parent == folders.logs()
    assert __version__ in text
    assert "builtins.ValueError" in text
    assert "builtins.KeyError" in text
    assert f"{__name__}:{fault.__code__.co_firstlineno + 3} fault" in text
    assert CANARY not in text
    assert CANARY in repr(fault(CANARY))  # what an ordinary traceback would have shown


def test_twenty_reports_stay(home):
    for minute in range(25):
        crash_reports.write_report(fault(""), "window", now=NOON + dt.timedelta(minutes=minute))
    assert len(list(folders.logs().iterdir())) == 20


def test_a_disk_that_takes_nothing_raises_nothing(home):
    home.write_text("a file where the folder should be")
    assert crash_reports.write_report(fault(""), "window") is None
