"""What would move a figure, and what answers rest on, as people read it."""

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.readiness.moves import (
    clearing_words,
    effect_words,
    stage_move_words,
)
from nttp_readiness.presentation.readiness.understanding import stage_sentence
from nttp_readiness.presentation.words.confidence_words import (
    confidence_sentence,
    raise_sentence,
    standing_words,
)
from tests.domain import small_bank as small

BANK = small.two_domains(routes=[("short", ("A-1", "B-1"))])


def card(route="full", **answers):
    return score(small.assessment_of(BANK, small.everything(BANK, 2, **answers), route=route))


def test_the_way_out_of_a_stage_names_answers_and_levels():
    assert stage_move_words(card(A_1=1)) == (
        "One answer moves it to Ready to start small: Question A-1 from 1 to 2."
    )
    assert stage_move_words(card(A_1="not_sure", B_1=None)) == (
        "Two answers move it to Ready to start small: Question A-1, not known, to 2 or more; "
        "Question B-1, not known, to 2 or more."
    )


def test_what_comes_of_it_when_everything_that_holds_has_moved_is_one_sentence():
    assert clearing_words(card(A_1=1)) == (
        "When it reaches Developing, the stage is Ready to start small."
    )
    assert clearing_words(card(A_1=1, B_1=None)) == (
        "When both reach Developing, the stage is Ready to start small."
    )
    assert clearing_words(card()) == "When both reach Established, the stage is Ready to roll out."
    far = score(small.assessment_of(BANK, small.everything(BANK, 3, A_2=1)))
    assert clearing_words(far).startswith("One answer would bring us to Embedding.")
    assert clearing_words(far, listed=True) == (
        "One answer would bring us to Embedding: Question A-2 from 1 to 2."
    )
    assert clearing_words(card(A_1=1), listed=True) == clearing_words(card(A_1=1))
    assert clearing_words(score(small.assessment_of(BANK, small.everything(BANK, 4)))) == ""


def test_strengths_come_before_what_is_not_there_yet():
    assert stage_sentence(card(A_1=1)).startswith(
        "One of our two foundations is at Developing or above. One is below."
    )
    assert stage_sentence(card(A_1=1, B_1=0)).startswith(
        "All two foundations are at Exploring or below."
    )
    assert stage_sentence(card(A_1=1, B_1="not_sure")).startswith(
        "One of our two foundations is at Exploring or below. One is not known yet."
    )


def test_the_last_stage_and_a_route_that_is_too_short_say_so():
    last = score(small.assessment_of(BANK, small.everything(BANK, 4)))
    assert stage_move_words(last) == "There is no further stage."
    short = score(small.assessment_of(BANK, small.everything(BANK, 4), route="short"))
    assert stage_move_words(short) == (
        "The next stage needs the full set of questions. You can change to it on Prepare."
    )
    assert "needs an answer to every question" in stage_sentence(short)


def said(found, key):
    return [effect_words(BANK, each) for each in found.effects(key)]


def test_an_answer_says_what_one_level_down_and_one_up_would_do():
    down, up = said(card(A_2=1), "A-1")
    assert down == (
        "With 1 Exploring: Domain A would move from level 2 to 1. The stage would be Build "
        "foundations first."
    )
    assert up == "With 3 Established: Domain A stays at level 2. The stage stays the same."


def test_an_unknown_answer_says_what_each_answer_would_settle():
    lines = said(card(A_2=None), "A-2")
    assert len(lines) == 5
    assert lines[1] == (
        "With 1 Exploring: Domain A would be certain at level 2. The stage stays the same."
    )


def test_a_safety_stop_is_said_before_it_comes():
    assert said(card(B_1=1), "B-1")[0].endswith("It would be a safety stop.")
    assert said(card(B_1=0), "B-1")[0].endswith("The safety stop would end.")


def test_what_answers_rest_on_is_said_with_counts_and_views():
    made = small.assessment_of(BANK, small.everything(BANK, 2))
    for key in ("A-1", "A-2", "A-3"):
        made = edits.write_beside(made, key, evidence_kind="described", view="Night staff")
    made = edits.write_beside(made, "A-4", confidence="a_guess")
    found = score(made).confidence[0]
    assert standing_words(found) == "Most of it described"
    assert confidence_sentence(found) == (
        "Most of it described. Evidence for 4 answers: none yet 1, described 3. 1"
        " answer is a guess. One view: Night staff. This does not affect the level."
    )
    without = confidence_sentence(found, views=False, apart=False)
    assert without.endswith("1 answer is a guess. 1 view.")
    assert raise_sentence(BANK, found) == (
        "Find a document, a date or a count for “Question A-1”, “Question A-2” and “Question A-3”. "
        "Ask somebody who would know about “Question A-4”. "
        "A second view, from another role, would help."
    )


def test_some_evidence_is_not_called_none():
    made = small.assessment_of(BANK, small.everything(BANK, 2))
    assert standing_words(score(made).confidence[0]) == "Our own view, no evidence yet"
    made = edits.write_beside(made, "A-1", evidence_kind="documented")
    assert standing_words(score(made).confidence[0]) == "Mostly our own view, some evidence"


def test_nothing_known_rests_on_nothing():
    found = score(small.assessment_of(BANK, {})).confidence[0]
    assert standing_words(found) == "Nothing is known yet"
    assert raise_sentence(BANK, found) == ""
