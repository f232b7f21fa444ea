"""A copy for people to answer in: the questions and the groups' names, and nothing anybody said."""

import pytest

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.planned import Review
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import agreement_edits, edits, vote_edits, workshop_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.combining import combine
from nttp_readiness.domain.exchange.respondent_copy import copy_to_answer
from nttp_readiness.domain.exchange.sharing_out import share_out
from nttp_readiness.errors import EditError
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.exchange.answer_files import hand_in
from tests.domain import small_bank as small

CANARY = "Canary of nobody"


def collected():
    bank = small.two_domains()
    key = next(iter(bank.by_id))
    made = edits.answer(small.assessment_of(bank, {}), key, 3)
    made = edits.write_beside(made, key, note=CANARY)
    made = edits.add_action(made, CANARY)
    groups = [Group(name="Team", size=41), Group(name="Nights", size=9)]
    made = workshop_edits.start_round(made, groups, today=small.TODAY)
    made = vote_edits.tally(made, "Team", {key: Tally(levels=(7, 11, 13, 0, 0))})
    made = vote_edits.close_question(made, key)
    return agreement_edits.agree(made, key, 2, minority=CANARY)


def test_nothing_that_was_said_is_in_the_copy():
    written = document_bytes(copy_to_answer(collected()), revision=1).decode()
    assert CANARY not in written
    copy = copy_to_answer(collected())
    assert (copy.answers, copy.actions, copy.asks) == ({}, {}, ())
    assert copy.workshop.round.questions == {}
    assert copy.workshop.round.seen == ()
    assert [each.size for each in copy.workshop.round.groups] == [0, 0]


def test_what_is_answered_in_a_copy_counts_in_the_document_it_came_from():
    made = collected()
    copy = copy_to_answer(made)
    key = list(made.bank.by_id)[1]
    found = combine(made, [hand_in(copy, "Nights", {key: 4})])
    assert (found.added, found.refused) == (1, ())


def test_the_key_of_a_copy_tells_nothing_of_the_one_that_hashes_answer_files():
    made = collected()
    assert copy_to_answer(made).workshop.key != made.workshop.key


def test_there_is_no_copy_while_nobody_collects():
    bank = small.two_domains()
    with pytest.raises(EditError, match="Nobody is being asked"):
        copy_to_answer(small.assessment_of(bank, {}))


def test_a_field_that_an_assessment_gets_later_is_not_in_the_copy_unasked():
    """Also what a shared part brought back, the days on which the plan was looked at, and so on."""
    made = share_out(collected(), ["A-1"], CANARY, today=small.TODAY).assessment
    made = changed(made, reviews=(Review(on=small.TODAY, of=3),))
    copy = copy_to_answer(made)
    bare = Assessment(id=copy.id, profile=copy.profile, written_bank=copy.written_bank)
    fields = Assessment.model_fields
    held = {name for name in fields if getattr(copy, name) != getattr(bare, name)}
    assert held <= {"round", "previous", "workshop"}
    assert CANARY not in document_bytes(copy, revision=1).decode()
