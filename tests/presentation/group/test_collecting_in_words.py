"""How many answers are in, never whose; and when a reveal would show nothing."""

import datetime as dt
import random

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import open_round, vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot, BallotBox
from nttp_readiness.presentation.group import (
    collecting,
    consent_words,
    handed_over_words,
    kept_words,
    wall_slides,
)
from nttp_readiness.presentation.group.group_results import group_results
from nttp_readiness.storage.documents.documents import load_document

DAY = dt.date(2027, 2, 18)


@pytest.fixture(scope="module")
def council():
    return load_document(resources.assets() / "samples" / "council-service.readiness").assessment


@pytest.fixture
def begun(council):
    groups = [Group(name="Leaders", size=4), Group(name="Night shift", size=8)]
    return workshop_edits.start_round(council, groups, today=DAY, consent=True)


def box_of(begun, group, count):
    box, chance = BallotBox(), random.Random(1)
    asked = open_round.open_questions(begun)
    for _ in range(count):
        box = box.with_ballot(Ballot(group=group, answers={"LEA-1": 4}), asked, chance)
    return box


def test_ballots_that_wait_count_as_in(begun):
    box = box_of(begun, "Night shift", 3)
    collected = begun.workshop.round
    assert collecting.round_progress(collected, box) == (3, 12)
    assert collecting.question_progress(collected, box, "LEA-1") == (3, 12)
    assert "3 ballots are not in the file yet" in kept_words.waiting_words(box)
    assert "3 people would have to answer again" in kept_words.waiting_words(box)
    assert kept_words.waiting_words(BallotBox()) == kept_words.not_in_file(BallotBox()) == ""


def test_without_sizes_nobody_is_said_to_be_missing(council):
    made = workshop_edits.start_round(council, [Group(name="All")], today=DAY)
    count, asked = collecting.round_progress(made.workshop.round, box_of(made, "All", 2))
    assert collecting.answers_in(count, asked) == "2 people have answered"


def test_a_full_group_and_one_that_is_counted_by_hand_take_no_ballot(begun):
    typed = vote_edits.tally(begun, "Night shift", {"LEA-1": Tally(levels=(1, 1, 1, 1, 1))})
    lines = collecting.group_lines(typed.workshop.round, box_of(begun, "Leaders", 4))
    assert [each.closed_to_ballots for each in lines] == [
        "Everybody in it has answered.", "Its answers are counted by hand.",
    ]  # fmt: skip


def test_minimums_can_only_be_raised():
    assert [each for each, _ in consent_words.minimum_choices(10)][:3] == [10, 12, 15]
    assert [each for each, _ in consent_words.minimum_choices(11)][:2] == [11, 12]


def test_an_open_question_says_nothing_of_its_counts(begun):
    made = vote_edits.tally(begun, "Leaders", {"LEA-1": Tally(levels=(0, 0, 0, 0, 4))})
    order = wall_slides.walk(made)
    shown = wall_slides.slide(made, group_results(made, "room"), BallotBox(), order, "LEA-1")
    assert (shown.state, shown.counts, shown.headline, shown.prompts) == ("open", None, "", ())
    assert shown.progress == "4 of 12 people have answered"


def test_a_reveal_that_would_show_nothing_is_named_before(begun):
    made = vote_edits.tally(begun, "Leaders", {"LEA-1": Tally(levels=(0, 0, 0, 0, 4))})
    assert "from 5 up" in wall_slides.reveal_warning(made, BallotBox(), "LEA-1")
    box = box_of(begun, "Night shift", 1)
    assert "7 of 12 people have not answered this" in (
        wall_slides.reveal_warning(made, box, "LEA-1")
    )
    full = box_of(begun, "Night shift", 8)
    assert wall_slides.reveal_warning(made, full, "LEA-1") == ""
    assert wall_slides.reveal_warning(made, BallotBox(), "WEL-1") == ""
    assert wall_slides.reveal_warning(made, BallotBox(), "LEA-2") == ""


def test_without_consent_the_stricter_minimum_holds_in_the_room(council):
    made = workshop_edits.start_round(council, [Group(name="All", size=12)], today=DAY)
    made = vote_edits.tally(made, "All", {"LEA-1": Tally(levels=(2, 2, 2, 2, 1))})
    assert "from 10 up" in wall_slides.reveal_warning(made, BallotBox(), "LEA-1")
    assert "from 10 answers up, in the room" in consent_words.minimum_words(made.workshop.round)


def test_the_widest_difference_is_shown_first_and_the_open_ones_after(begun):
    made = vote_edits.tally(
        begun,
        "Night shift",
        {"LEA-1": Tally(levels=(0, 0, 8, 0, 0)), "WEL-2": Tally(levels=(4, 0, 0, 0, 4))},
    )
    for key in ("LEA-1", "WEL-2"):
        made = vote_edits.close_question(made, key)
    order = wall_slides.walk(made)
    assert order[:2] == ("WEL-2", "LEA-1")
    assert len(order) == len(set(order)) == len(made.asked)
    closed = workshop_edits.close_round(made, today=DAY)
    assert wall_slides.walk(closed) == ("WEL-2", "LEA-1")


def test_what_became_of_answer_files_is_counted_and_few_at_once_are_named():
    assert handed_over_words.imported_words(12, 0) == "12 answer files were counted."
    assert handed_over_words.imported_words(0, 12).endswith(
        "12 had been counted before, so they were left as they were."
    )
    assert handed_over_words.refused_words(1) == "1 was not counted:"
    assert handed_over_words.refused_words(0) == ""
    assert "fewer than five at once" in handed_over_words.few_files_words(4)
    assert handed_over_words.few_files_words(0) == handed_over_words.few_files_words(5) == ""


def test_groups_of_so_few_that_they_are_never_shown_are_named_before_collecting():
    groups = [Group(name="Leaders", size=12), Group(name="Island", size=4), Group(name="Unsaid")]
    said = collecting.small_group_words(groups)
    assert "what so few said: Island." in said
    assert collecting.small_group_words([groups[0], groups[2]]) == ""
