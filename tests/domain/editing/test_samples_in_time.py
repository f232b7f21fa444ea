"""Whenever a sample is opened, what has happened in it lies behind, and what is planned ahead."""

import datetime as dt
import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing.in_time import as_of
from nttp_readiness.storage.documents.documents import load_document

SAMPLES = sorted((resources.assets() / "samples").glob("*.readiness"))
DAYS = [dt.date(2026, 11, 30), dt.date(2027, 3, 5), dt.date(2031, 1, 1), dt.date(2024, 2, 29)]
MONTHS = "January|February|March|April|June|July|August|September|October|November|December"


def loaded(file):
    return load_document(file).assessment


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
@pytest.mark.parametrize("today", DAYS, ids=str)
def test_what_has_happened_lies_three_weeks_behind_at_least(file, today):
    then, now = loaded(file), as_of(loaded(file), today)
    happened = [now.profile.started, now.profile.agreed, *(each.on for each in now.reviews)]
    if now.workshop is not None:
        happened += [now.workshop.round.opened, now.workshop.round.closed]
    last = max(each for each in happened if each)
    assert dt.timedelta(21) <= today - last < dt.timedelta(28)
    moved = {now.profile.started - then.profile.started}
    for key, action in now.actions.items():
        if action.due:
            moved.add(action.due - then.actions[key].due)
            assert action.due > last, "nothing was to be done before the plan was agreed"
    assert len(moved) == 1, "all by as much"
    assert moved.pop().days % 7 == 0, "and on the same day of the week"
    assert now.written_bank is not None
    assert now.written_bank == then.written_bank


@pytest.mark.parametrize("file", SAMPLES, ids=lambda file: file.stem)
def test_no_text_of_a_sample_names_a_day_or_a_month(file):
    """They would stay where they are when the days move."""
    said = re.sub(r'"\d{4}-\d\d-\d\d"', "", loaded(file).model_dump_json(exclude={"written_bank"}))
    assert re.findall(rf"\b(?:{MONTHS}|20\d\d)\b", said) == []


def test_what_has_no_day_stays_as_it_is():
    bare = loaded(SAMPLES[0])
    profile = bare.profile.model_copy(update={"started": None, "agreed": None, "review": None})
    plain = bare.model_copy(update={"profile": profile, "reviews": (), "workshop": None})
    assert as_of(plain, DAYS[0]) == plain
