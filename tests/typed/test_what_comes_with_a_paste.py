"""More than there is room for: what stood there stays, and what came in last goes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.typed.pasted import fitting


@pytest.mark.parametrize(
    ("text", "at", "longest", "kept"),
    [
        ("abc", 3, 3, ("abc", 3)),
        ("abcd", 4, 3, ("abc", 3)),
        ("aXbc", 2, 3, ("abc", 1)),
        ("aXYbc", 3, 4, ("aXbc", 2)),
        ("abcdef", 0, 3, ("abc", 0)),
        ("", 0, 3, ("", 0)),
    ],
)
def test_what_was_written_last_goes(text, at, longest, kept):
    assert fitting(text, at, longest) == kept


@given(st.text(max_size=20), st.text(max_size=9), st.integers(0, 20))
def test_what_stood_there_stays_whole_wherever_something_comes_in(stood, more, at):
    at = min(at, len(stood))
    longest = max(1, len(stood))
    kept, place = fitting(stood[:at] + more + stood[at:], at + len(more), longest)
    room = longest - len(stood)
    assert kept == stood[:at] + more[:room] + stood[at:]
    assert place == at + len(more[:room])
