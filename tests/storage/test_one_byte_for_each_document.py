"""The byte that stands for a document is the same, however its path is written."""

import os

import pytest

from nttp_readiness.storage import save_lock


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (r"\\?\c:\work\a.readiness", r"c:\work\a.readiness"),
        (r"\\?\unc\server\share\a.readiness", r"\\server\share\a.readiness"),
    ],
)
def test_the_long_way_of_windows_is_the_short_one(one, other, monkeypatch):
    monkeypatch.setattr(os.path, "realpath", str)  # as Windows leaves both
    assert save_lock.byte_of(one) == save_lock.byte_of(other)
    assert save_lock.byte_of(one) != save_lock.byte_of(other + "x")
