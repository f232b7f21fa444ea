"""What can be shown for an answer: kept, changed, merged, carried on, and nowhere copied."""

import datetime as dt

import pytest

from nttp_readiness.domain.answers.evidence import MOST_ITEMS
from nttp_readiness.domain.editing import edits, evidence_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.merging import Spot, merge
from nttp_readiness.domain.rounds.rounds import new_round
from nttp_readiness.errors import EditError
from tests.domain import small_bank

LATER = dt.date(2027, 5, 3)
LISTED = ("Minutes of a meeting", "A rota")
BANK = small_bank.bank_of(
    [
        small_bank.domain(
            "A",
            [changed(small_bank.question(f"A-{n}"), evidence=LISTED) for n in range(1, 4)],
        )
    ]
)


@pytest.fixture
def base():
    made = edits.answer(edits.new_assessment(BANK, "Ours", today=small_bank.TODAY), "A-1", 2)
    return evidence_edits.add_evidence(made, "A-1", "one", listed=2)


def items(assessment, key="A-1"):
    return {each.id: each for each in assessment.answer(key).evidence_items}


def test_an_entry_of_the_list_has_its_words_as_its_name(base):
    assert items(base)["one"].what == "A rota"
    with pytest.raises(EditError, match="not in the list"):
        evidence_edits.add_evidence(base, "A-1", listed=3)
    with pytest.raises(EditError, match="not in this assessment"):
        evidence_edits.add_evidence(base, "Z-1")


def test_what_is_said_of_it_is_changed_one_by_one_and_it_can_be_taken_out(base):
    made = evidence_edits.change_evidence(base, "A-1", "one", where="S:/rota.xlsx", kind="record")
    assert (items(made)["one"].where, items(made)["one"].kind) == ("S:/rota.xlsx", "record")
    assert evidence_edits.remove_evidence(made, "A-1", "one").answer("A-1").evidence_items == ()
    with pytest.raises(EditError, match="no longer here"):
        evidence_edits.change_evidence(made, "A-1", "two", what="x")
    with pytest.raises(EditError, match="letters too long"):
        evidence_edits.change_evidence(made, "A-1", "one", what="x" * 400)


def test_one_question_holds_so_many_and_says_when_it_is_full(base):
    for number in range(MOST_ITEMS - 1):
        base = evidence_edits.add_evidence(base, "A-1", f"more{number}")
    with pytest.raises(EditError, match="200 pieces"):
        evidence_edits.add_evidence(base, "A-1")


def test_evidence_stays_where_an_answer_is_cleared(base):
    assert items(edits.answer(base, "A-1", None)) == items(base)


@pytest.mark.parametrize("keep", [True, False])
def test_the_next_round_asks_whether_it_is_still_true(base, keep):
    made = evidence_edits.add_evidence(base, "A-1", "gone")
    made = evidence_edits.say_of_evidence(made, "A-1", "gone", "no_longer", small_bank.TODAY)
    nxt = new_round(made, today=LATER, keep_answers=keep)
    assert {key: each.state for key, each in items(nxt).items()} == {"one": "to_check"}
    assert nxt.answer("A-1").choice == (2 if keep else None)
    said = evidence_edits.say_of_evidence(nxt, "A-1", "one", "stands", LATER)
    assert (items(said)["one"].state, items(said)["one"].checked) == ("stands", LATER)


def test_what_two_people_found_for_one_question_is_all_there(base):
    ours = evidence_edits.add_evidence(edits.answer(base, "A-1", 3), "A-1", "ours")
    theirs = evidence_edits.add_evidence(edits.answer(base, "A-1", 1), "A-1", "theirs")
    theirs = evidence_edits.add_evidence(theirs, "A-2", "new")
    merged = merge(base, ours, theirs)
    assert list(items(merged.assessment)) == ["one", "ours", "theirs"]
    assert list(items(merged.assessment, "A-2")) == ["new"]
    assert merged.conflicts == (Spot("answer", "A-1"),), "the level alone is for people to choose"
    assert merged.assessment.answer("A-1").choice == 3


def test_one_piece_that_both_changed_is_named_and_one_that_was_taken_out_is_gone(base):
    ours = evidence_edits.change_evidence(base, "A-1", "one", what="Ours")
    theirs = evidence_edits.change_evidence(base, "A-1", "one", what="Theirs")
    assert merge(base, ours, theirs).conflicts == (Spot("evidence", "A-1/one"),)
    without = evidence_edits.remove_evidence(base, "A-1", "one")
    assert items(merge(base, base, without).assessment) == {}


def test_an_answer_that_was_taken_out_leaves_no_empty_one_behind(base):
    without = evidence_edits.remove_evidence(edits.answer(base, "A-1", None), "A-1", "one")
    assert merge(base, base, without).assessment.answers == {}


def test_a_list_with_other_entries_keeps_those_with_the_same_words(base):
    base = evidence_edits.add_evidence(base, "A-1", "two", listed=1)
    both = base.answer("A-1").evidence_items
    again = evidence_edits.relisted(both, LISTED, ("A rota", "A letter"))
    assert {each.id: each.listed for each in again} == {"one": 1, "two": None}
