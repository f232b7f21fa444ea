"""Marked to come back to: apart from Not sure, walked through, and honest about the time left."""

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.rounds.rounds import compare, new_round
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import action_plan
from nttp_readiness.presentation.papers.comparison_report import comparison_report
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.readiness import answer_filters, checking, progress
from nttp_readiness.presentation.rounds.comparison import comparison_words
from tests.presentation.conftest import TODAY
from tests.presentation.report_texts import every_text

KEY = "WEL-2"


@pytest.fixture
def marked(sample):
    return edits.write_beside(sample, KEY, come_back=True, come_back_word="Ask HR first")


def texts(report):
    return "\n".join(every_text(report))


def test_a_mark_changes_no_figure_and_no_answer(sample, marked):
    assert marked.answer(KEY).choice == sample.answer(KEY).choice
    assert score(marked).readiness == score(sample).readiness
    assert score(marked).domains == score(sample).domains


def test_it_is_listed_under_its_own_filter_with_its_word(marked):
    ((row,),) = [each.rows for each in checking.groups(marked, "come_back")]
    assert (row.id, row.note, row.first) == (KEY, "Come back", "Ask HR first")
    assert "To come back to: Ask HR first." in row.beside
    assert KEY not in answer_filters.walk(marked, "not_sure")


def test_a_walk_goes_through_all_that_is_not_settled_in_order(marked):
    keys = answer_filters.walk(marked, "all")
    unsure = {k for k, each in marked.answers.items() if each.choice == "not_sure"}
    asked = [each.id for each in marked.asked]
    still_open = {key for key in asked if marked.answer(key).choice is None}
    assert set(keys) == (unsure | still_open | {KEY}) & set(asked)
    assert list(keys) == sorted(keys, key=asked.index)
    assert answer_filters.walk(marked, "come_back") == (KEY,)
    assert answer_filters.walk_words(keys, keys[1]) == f"2 of {len(keys)} that you go through"


def test_answering_takes_no_mark_away(marked):
    assert edits.answer(marked, KEY, 3).answer(KEY).come_back


def test_time_left_names_what_is_marked_and_never_guesses_its_length(sample, marked):
    done = sample
    for each in sample.asked:
        if sample.answer(each.id).choice is None:
            done = edits.answer(done, each.id, 1)
    assert progress.time_left(done) == progress.time_words(done) == ""
    also = edits.write_beside(done, KEY, come_back=True)
    assert progress.time_left(also) == "1 to come back to"
    half = edits.answer(edits.answer(also, "LEA-1", None), "LEA-2", None)
    assert progress.time_left(half) == "A few minutes left, and 1 to come back to"
    assert "depends on whom you ask" in progress.time_words(half)


def test_the_range_of_minutes_is_that_of_the_route(sample):
    empty = edits.new_assessment(sample.written_bank, "New", today=TODAY)
    shortest, longest = empty.bank.route("full").minutes
    said = progress.time_words(empty)
    assert said.startswith(f"{len(empty.asked)} questions are open: about {shortest} to {longest} ")


def test_paper_says_it_with_its_word_and_leaves_both_out_with_notes(marked):
    card = score(marked)
    full = Options(full_notes=True)
    assert "To come back to: Ask HR first." in texts(action_plan(card, TODAY, full))
    without = Options(frozenset({"notes"}), full_notes=True)
    assert "Ask HR" not in texts(action_plan(card, TODAY, without))


def test_two_rounds_say_what_became_of_the_marks(marked):
    both = edits.write_beside(marked, "LEA-1", come_back=True)
    after = new_round(both, today=TODAY, keep_answers=True)
    after = edits.write_beside(after, KEY, come_back=False, come_back_word="")
    compared = compare(both, after)
    assert (compared.came_back, compared.to_come_back) == ((KEY,), ("LEA-1",))
    lines = comparison_words(compared).came_back
    assert [each.rpartition(": ")[2] for each in lines] == [
        "was marked to come back to, and no longer is",
        "marked then, and still to come back to",
    ]
    assert lines[0] in texts(comparison_report(compared, TODAY))


def test_what_a_button_says_that_goes_through_them():
    assert checking.through_words("all", 1) == "Go through the one that is not settled"
    assert checking.through_words("come_back", 3) == "Go through these 3"
