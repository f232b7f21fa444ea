"""What becomes of a part that came back: taken, differing, unchanged or refused, one by one."""

import pytest

from nttp_readiness.domain.answers.answer import Reach
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.fields import TEXT_LIMIT
from nttp_readiness.domain.bank.bank import Change
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.domain.exchange.standing import differences, settle
from nttp_readiness.domain.rounds.carry_over import carry_over
from nttp_readiness.domain.rounds.rounds import new_round
from nttp_readiness.errors import EditError
from tests.domain import small_bank as small
from tests.domain.exchange.parts import BANK, DAY, KEYS, Return, asked, gathered, said, taken, whole


def test_an_answer_is_taken_with_who_gave_it_and_when_where_they_agreed():
    base, part = asked(whole(), "Morag Abernethy, Ward Manager")
    found = taken(base, Return(said(part, named="Morag Abernethy", A_1=(2, "A rota")), 3))
    assert found.taken == ("A-1",)
    answer = found.assessment.answer("A-1")
    assert (answer.choice, answer.note) == (2, "A rota")
    assert (answer.given_by, answer.given_on) == ("Morag Abernethy", DAY)


def test_who_did_not_agree_is_named_nowhere_beside_an_answer():
    base, part = asked(whole(), "Morag Abernethy")
    made = gathered(base, Return(said(part, A_1=2), 3))
    assert made.answer("A-1").given_by == ""
    assert made.answer("A-1").given_on is None
    assert "Morag" not in made.model_dump_json(include={"answers"})
    assert "Morag" not in made.sharing.model_dump_json(include={"voices", "heard"})


def test_a_name_that_was_taken_back_goes_from_everywhere():
    base, part = asked(whole(), "Morag Abernethy")
    named = said(part, named="Morag Abernethy", A_1=2, A_2=(1, "words"))
    made = gathered(base, Return(named, 3))
    made = edits.write_beside(made, "A-2", note="words, and ours")  # ours from now on
    later = changed(named, part=changed(named.part, named=False))
    made = gathered(made, Return(later, 4))
    assert "Morag" not in made.model_dump_json(include={"answers"})
    assert "Morag" not in made.sharing.model_dump_json(include={"voices", "heard"})
    assert made.answer("A-2").note == "words, and ours"
    assert made.answer("A-2").given_on is None


def test_two_people_who_agree_are_both_named_and_their_words_joined():
    base, first = asked(whole(), "Morag")
    base, second = asked(base, "Isla")
    one = Return(said(first, named="Morag", A_1=(2, "A rota")), 2)
    two = Return(said(second, named="Isla", A_1=(2, "Minutes")), 2)
    answer = gathered(base, one, two).answer("A-1")
    assert sorted(answer.given_by.split("; ")) == ["Isla", "Morag"]
    assert sorted(answer.note.split("\n\n")) == ["A rota", "Minutes"]


def test_two_people_who_differ_leave_the_question_as_it_was_until_somebody_chooses():
    base, first = asked(whole(), "Morag")
    base, second = asked(base, "Isla")
    one = Return(said(first, named="Morag", A_1=(1, "Nothing written")), 2)
    two = Return(said(second, named="Isla", A_1=(3, "It is in the handbook")), 2)
    found = taken(gathered(base, one), two)
    assert found.differing == ("A-1",)
    assert found.assessment.answer("A-1").empty
    (difference,) = differences(found.assessment)
    assert sorted(each.choice for each in difference.sides) == [1, 3]
    chosen = [each.choice for each in difference.sides].index(3)
    made = settle(found.assessment, "A-1", chosen)
    answer = made.answer("A-1")
    assert answer.choice == 3
    assert answer.given_by == "Isla"
    assert answer.note.split("\n\n") == ["It is in the handbook", "Nothing written"]
    assert differences(made) == ()


def test_what_stands_here_is_one_side_of_a_difference():
    base, part = asked(whole(A_1=0))
    made = gathered(base, Return(said(part, A_1=3), 2))
    assert made.answer("A-1").choice == 0
    (difference,) = differences(made)
    assert [each.choice for each in difference.sides] == [0, 3]
    assert settle(made, "A-1", 0).answer("A-1").choice == 0


def test_a_later_return_takes_the_place_of_the_earlier_one_of_the_same_person():
    base, part = asked(whole())
    first = said(part, A_1=(1, "Not yet"), A_2=2)
    second = edits.write_beside(edits.answer(first, "A-1", 3), "A-1", note="Since May")
    for returns in ([(first, 2), (second, 5)], [(second, 5), (first, 2)]):
        made = gathered(base, *(Return(*each) for each in returns))
        assert (made.answer("A-1").choice, made.answer("A-1").note) == (3, "Since May")
        assert made.answer("A-2").choice == 2
        assert differences(made) == ()


def test_two_copies_of_one_part_that_went_apart_are_a_difference_where_they_differ():
    base, part = asked(whole())
    here, there = said(part, A_1=1, A_2=4), said(part, A_1=3, A_3=2)
    made = gathered(base, Return(here, 4), Return(there, 4))
    assert [each.indicator for each in differences(made)] == ["A-1"]
    assert (made.answer("A-2").choice, made.answer("A-3").choice) == (4, 2)


def test_a_stale_copy_takes_nothing_back_and_who_cleared_an_answer_does():
    base, part = asked(whole())
    made = gathered(base, Return(said(part, A_1=1, A_2=4), 3))
    stale = gathered(made, Return(said(part, A_3=2), 8))
    assert stale.answer("A-1").choice == 1
    cleared = edits.answer(said(part, A_1=1, A_2=4), "A-1", None)
    back = taken(made, Return(cleared, 5))
    assert back.taken == ("A-1",)
    assert back.assessment.answer("A-1").empty
    assert back.assessment.answer("A-2").choice == 4


def test_what_was_changed_here_since_is_ours_and_is_not_asked_about_again():
    base, part = asked(whole())
    one = Return(said(part, A_1=(1, "Nothing written")), 3)
    made = edits.answer(gathered(base, one), "A-1", 2)
    assert gathered(made, one) == made or differences(gathered(made, one)) == ()
    assert gathered(made, one).answer("A-1").choice == 2
    later = Return(said(part, A_1=(0, "Nothing written")), 9)
    assert [each.indicator for each in differences(gathered(made, later))] == ["A-1"]


def test_an_answer_given_here_while_a_difference_waits_leaves_it_waiting():
    base, first = asked(whole())
    base, second = asked(base)
    made = gathered(base, Return(said(first, A_1=(1, "one")), 2))
    made = gathered(made, Return(said(second, A_1=(3, "two")), 2))
    made = edits.answer(made, "A-1", 3)
    (difference,) = differences(made)
    assert 1 in {each.answer.choice for each in difference.theirs}


def test_another_count_of_how_many_it_reaches_is_a_difference_too():
    base, first = asked(whole())
    base, second = asked(base)
    parts = [
        edits.write_beside(said(part, A_1=2), "A-1", reach=Reach(n=n, of=9))
        for n, part in enumerate((first, second), 1)
    ]
    made = gathered(base, *(Return(each, 2) for each in parts))
    assert [each.indicator for each in differences(made)] == ["A-1"]
    settled = settle(made, "A-1", 1)
    assert "1 of 9" in settled.answer("A-1").note or "2 of 9" in settled.answer("A-1").note


def test_evidence_of_both_is_kept_and_each_piece_has_an_id_of_its_own():
    base, first = asked(whole())
    base, second = asked(base)
    item = EvidenceItem(id="e1", what="Policy")
    other = EvidenceItem(id="e1", what="Rota")
    parts = [
        edits.write_beside(said(part, A_1=2), "A-1", evidence_items=(each,))
        for part, each in ((first, item), (second, other))
    ]
    items = gathered(base, *(Return(each, 2) for each in parts)).answer("A-1").evidence_items
    assert {each.what for each in items} == {"Policy", "Rota"}
    assert len({each.id for each in items}) == 2


def test_words_that_are_too_long_together_are_left_open_and_never_cut():
    base, first = asked(whole())
    base, second = asked(base)
    long = [("a" * (TEXT_LIMIT - 10)), ("b" * 100)]
    parts = [said(part, A_1=(2, words)) for part, words in zip((first, second), long, strict=True)]
    made = gathered(base, *(Return(each, 2) for each in parts))
    (difference,) = differences(made)
    assert {made.answer("A-1").note, difference.theirs[0].answer.note} == set(long)
    with pytest.raises(EditError, match="longer than one note can be"):
        settle(made, "A-1", 0)


def test_it_is_known_who_has_not_answered():
    base, first = asked(whole(), "Morag", ["A-1", "A-2"])
    base, _ = asked(base, "Isla", ["A-1"])
    made = gathered(base, Return(said(first, A_1=1), 2))
    morag, isla = made.sharing.shared
    assert (morag.back, morag.answered, morag.complete) == (DAY, 1, False)
    assert (isla.back, isla.answered) == (None, 0)
    assert changed(isla, by=DAY).late(DAY.replace(day=2))
    assert not changed(isla, by=DAY).late(DAY)


def test_a_part_in_which_nothing_is_answered_changes_nothing():
    base, part = asked(whole())
    found = taken(base, Return(part, 1))
    assert found.assessment is base
    assert (found.taken, found.differing) == ((), ())


def test_a_part_of_which_this_copy_does_not_know_is_taken_and_known_from_now_on():
    base = whole()
    _, part = asked(base, "Morag", ["A-1"])
    made = gathered(base, Return(said(part, A_1=1), 2))
    assert made.answer("A-1").choice == 1
    assert [each.to for each in made.sharing.shared] == ["Morag"]


@pytest.mark.parametrize(
    ("returned", "words"),
    [
        (lambda base, part: whole(A_1=1), "not a part that was shared out"),
        (lambda base, part: edits.answer(base, "A-1", 2), "another copy of this assessment"),
        (lambda base, part: asked(whole())[1], "belongs to another assessment"),
        (
            lambda base, part: changed(part, written_bank=changed(BANK, id="other-bank")),
            "other questions than",
        ),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence(returned, words):
    base, part = asked(whole())
    with pytest.raises(EditError, match=words):
        taken(base, Return(returned(base, part), 2))


def test_a_part_of_the_round_before_is_refused_and_nothing_is_gathered_into_a_part():
    base, part = asked(whole())
    after = new_round(base, today=DAY, keep_answers=True)
    assert after.sharing is None
    with pytest.raises(EditError, match="earlier round"):
        taken(after, Return(said(part, A_1=1), 2))
    with pytest.raises(EditError, match="part of an assessment"):
        taken(part, Return(said(part, A_1=1), 2))


def test_a_part_of_older_questions_is_led_to_those_of_today():
    base, part = asked(whole(B_1=4))
    answered = said(part, A_1=(1, "as it was"), A_2=2, A_3=3)
    reworded = changed(BANK.by_id["A-2"], statement="We do A-2 each year.")
    newer = small.bank_of(
        [
            small.domain("A", [BANK.by_id["A-1"], reworded]),
            small.domain("B", [BANK.by_id["B-1"], BANK.by_id["B-2"]]),
        ],
        changes=[Change(old="A-3", new=(), kind="removed", since="1.0.0")],
    )
    newer = changed(newer, version="1.1.0")
    after = carry_over(base, newer).assessment
    assert [each.to for each in after.sharing.shared] == ["Morag"]
    found = taken(after, Return(answered, 2))
    assert found.taken == ("A-1", "A-2")
    assert found.again == ("A-2",)
    assert found.gone == ("A-3",)
    assert found.assessment.answer("A-2").look_again
    assert not found.assessment.answer("A-1").look_again


def test_what_became_a_foundation_is_open_again_with_its_reason_kept():
    base, part = asked(whole())
    answered = edits.answer(part, "A-2", "not_relevant", "We have no wards")
    strict = changed(BANK.by_id["A-2"], foundation=True)
    bank = small.bank_of(
        [
            small.domain("A", [BANK.by_id["A-1"], strict, BANK.by_id["A-3"]]),
            small.domain("B", [BANK.by_id["B-1"], BANK.by_id["B-2"]]),
        ]
    )
    made = gathered(changed(base, written_bank=bank), Return(answered, 2))
    assert made.answer("A-2").choice is None
    assert "We have no wards" in made.answer("A-2").note


def test_two_copies_of_the_whole_that_both_gathered_lose_nothing():
    base, first = asked(whole(), "Morag")
    base, second = asked(base, "Isla")
    ours = gathered(base, Return(said(first, A_1=1), 2))
    theirs = gathered(base, Return(said(second, A_2=3), 2))
    merged = merge(base, ours, theirs).assessment
    assert [merged.answer(key).choice for key in ("A-1", "A-2")] == [1, 3]
    assert {each.to: each.back for each in merged.sharing.shared} == {"Morag": DAY, "Isla": DAY}
    assert set(merged.sharing.heard) == {"A-1", "A-2"}


def test_whoever_puts_a_part_together_as_a_copy_is_told_where_it_belongs():
    base, part = asked(whole(), "Morag")
    with pytest.raises(EditError, match="Share out the parts"):
        merge(base, base, part)


def test_choosing_where_nothing_is_open_is_refused():
    base, part = asked(whole())
    made = gathered(base, Return(said(part, A_1=1), 2))
    for key, side in ((KEYS[0], 0), (KEYS[1], 0)):
        with pytest.raises(EditError, match="Nothing is left to choose"):
            settle(made, key, side)
