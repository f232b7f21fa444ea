"""An aim from plain prompts: a sentence on request, and what is missing in words, never a block."""

import datetime as dt

import pytest

from nttp_readiness.domain.answers.planned import PlannedAction
from nttp_readiness.presentation.readiness import aims
from nttp_readiness.presentation.readiness.aims import (
    Aim,
    lacking_in,
    sentence,
    still_open,
    with_measure,
)

WHOLE = Aim(
    better="staff know whom to turn to",
    whom="for night staff in all five offices",
    much="by 5 in 10",
    when=dt.date(2027, 4, 30),
    fits="our plan for staff wellbeing.",
)


def action(**fields):
    return PlannedAction(id="own/1", kind="own", title="Thank the night staff", **fields)


def test_every_prompt_has_a_question_and_an_example():
    for prompt in aims.PROMPTS:
        said = aims.prompt_words(prompt)
        assert said.question.endswith("?")
        assert said.example.startswith("For example")


def test_the_prompts_make_a_sentence_whatever_words_they_begin_and_end_with():
    assert sentence(WHOLE) == (
        "Staff know whom to turn to, for night staff in all five offices: 5 in 10, by"
        " 30 April 2027. It fits with: our plan for staff wellbeing."
    )


@pytest.mark.parametrize(
    ("aim", "said"),
    [
        (Aim(), ""),
        (Aim(whom="everyone", much="10"), ""),
        (Aim(better=" Fewer  forms; "), "Fewer forms."),
        (Aim(better="fewer forms", much="half"), "Fewer forms: half."),
        (Aim(better="fewer forms", when=dt.date(2027, 4, 30)), "Fewer forms, by 30 April 2027."),
        (Aim(better="<b>&</b>"), "<b>&</b>."),
    ],
)
def test_what_is_not_written_is_left_out_of_the_sentence(aim, said):
    assert sentence(aim) == said


def test_the_check_names_what_is_missing_and_is_content_when_nothing_is():
    assert still_open(WHOLE) == "This measure has everything it needs."
    assert still_open(Aim()) == (
        "You could still add what will get better, for whom, by how much, by when and how it fits "
        "what we already want to do."
    )
    vague = Aim("fewer forms", "tenants", "a lot", dt.date(2027, 4, 30), "our plan")
    assert still_open(vague) == "You could still add a figure in “by how much”."


@pytest.mark.parametrize("much", ["8 in 10", "half of them", "All five offices", "everyone", "٣"])
def test_figures_are_understood_in_digits_and_words(much):
    assert "figure" not in still_open(Aim(much=much))


@pytest.mark.parametrize("much", ["overall", "someone", "a bit", "hallway"])
def test_words_that_only_hold_a_figure_are_none(much):
    assert "a figure" in still_open(Aim(much=much))


def test_using_it_fills_measure_goal_and_date_where_they_are_empty():
    fields = with_measure(action(), WHOLE)
    assert fields == {
        "measure": sentence(WHOLE), "goal": "by 5 in 10", "due": dt.date(2027, 4, 30),
    }  # fmt: skip


def test_what_stands_there_already_is_kept():
    there = action(measure="A list", goal="All", due=dt.date(2027, 1, 1))
    assert with_measure(there, WHOLE) == {"measure": f"A list\n{sentence(WHOLE)}"}
    again = action(measure=f"A list\n{sentence(WHOLE)}", goal="All", due=dt.date(2027, 1, 1))
    assert with_measure(again, WHOLE) == {}
    assert with_measure(there, Aim()) == {}


def test_an_action_says_gently_what_its_measure_leaves_open():
    assert lacking_in(action()) == "no measure yet"
    assert lacking_in(action(measure="It feels better")) == "no figure yet, no date yet"
    assert lacking_in(action(measure="All five offices", due=dt.date(2027, 1, 1))) == ""
    assert lacking_in(action(measure="It is used", goal="8 in 10")) == "no date yet"
