"""The list of changes keeps to its form, and has a part for the version that this is."""

import datetime as dt
import re
from pathlib import Path

from nttp_readiness import __version__

TEXT = (Path(__file__).resolve().parents[1] / "CHANGELOG.md").read_text("utf-8")
KINDS = {"Added", "Changed", "Deprecated", "Removed", "Fixed", "Security"}


def test_parts_are_unreleased_and_versions_with_their_day_newest_first():
    first, *versions = re.findall(r"(?m)^## (.+)$", TEXT)
    assert first == "[Unreleased]"
    named = [re.fullmatch(r"\[([\d.]+)\] - (\d{4}-\d{2}-\d{2})", each) for each in versions]
    assert all(named)
    days = [dt.date.fromisoformat(each[2]) for each in named]
    assert days == sorted(days, reverse=True)
    assert named[0][1] == __version__


def test_every_change_stands_under_one_of_the_six_words():
    assert set(re.findall(r"(?m)^### (.+)$", TEXT)) <= KINDS
    for part in re.split(r"(?m)^## ", TEXT)[1:]:
        kinds = re.findall(r"(?m)^### (.+)$", part)
        assert len(kinds) == len(set(kinds))
        assert not re.search(r"(?m)^- ", part.partition("### ")[0])
