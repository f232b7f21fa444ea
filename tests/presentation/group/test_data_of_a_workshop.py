"""The data of an assessment tells of a workshop what may leave the room, and no count besides."""

import datetime as dt
import json

import pytest

from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_data import plan_data
from nttp_readiness.presentation.plan.plan_material import Options
from tests.domain import small_bank as small

DAY = dt.date(2027, 2, 18)
LARGE, FEW = (1009, 1013, 1019, 1021, 1031), (1, 1, 1, 1, 0)
"""Counts that are no other number in the file; the large group would give away the four."""


@pytest.fixture
def counted():
    groups = [Group(name="Mainland"), Group(name="Island")]
    made = workshop_edits.start_round(
        small.assessment_of(small.two_domains(), {"A-1": 2}), groups, today=DAY, consent=True
    )
    for name, levels in (("Mainland", LARGE), ("Island", FEW)):
        made = vote_edits.tally(made, name, {"A-1": Tally(levels=levels)})
    return made


def data_of(assessment, **options):
    return plan_data(score(assessment), DAY, Options(**options))


def held(assessment, **options):
    """The withheld counts that are in the data, but for level 4, where they are everyone's."""
    written = json.dumps(data_of(assessment, **options))
    return [each for each in (*LARGE[:4], sum(LARGE)) if str(each) in written]


def test_it_holds_no_tally_before_or_after_the_round_is_closed(counted):
    assert held(counted) == []
    assert held(workshop_edits.close_round(counted, today=DAY)) == []
    assert "1010" in json.dumps(data_of(workshop_edits.close_round(counted, today=DAY)))


def test_the_attack_finds_the_tallies_in_the_document_itself(counted):
    written = counted.model_dump_json()
    assert all(str(each) in written for each in LARGE)


def test_it_tells_what_may_leave_the_room_and_says_what_it_leaves_out(counted):
    assert data_of(counted)["group"] is None
    closed = workshop_edits.close_round(counted, today=DAY)
    data = data_of(closed)
    assert data["left_out"] == ["tallies"]
    rows = {each["name"]: each for each in data["group"]["questions"][0]["groups"]}
    assert rows["Everyone"]["counts"] == [1010, 1014, 1020, 1022, 1031]
    assert rows["Mainland"]["withheld"]
    assert rows["Island"]["withheld"]
    assert "workshop" not in data["assessment"]
    assert data["assessment"]["id"] != closed.id
    assert data["assessment"]["answers"]["A-1"]


@pytest.mark.parametrize("part", ["scores", "notes", "names"])
def test_with_anything_left_out_it_tells_nothing_of_the_group(counted, part):
    """A minority view is a note, may name somebody, and tells of levels."""
    closed = workshop_edits.close_round(counted, today=DAY)
    data = data_of(closed, without=frozenset({part}))
    assert data["group"] is None
    assert data["left_out"] == sorted([part, "tallies"])


def test_without_a_workshop_the_data_is_the_assessment_as_it_is():
    made = small.assessment_of(small.two_domains(), {"A-1": 2})
    data = data_of(made)
    assert (data["left_out"], data["group"]) == ([], None)
    assert data["assessment"] == made.model_dump(mode="json")
