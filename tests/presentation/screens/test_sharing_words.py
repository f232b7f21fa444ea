"""What Share says: who can read a file, what it is called, and where one is in it."""

from pathlib import Path

import pytest

from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.screens import share_words
from nttp_readiness.reports.form_specs import form_specs

NOTES, LEVELS = frozenset({"notes"}), frozenset({"scores"})


@pytest.mark.parametrize(
    ("form", "without", "said"),
    [
        ("plan", NOTES, "Notes are left out unless you put them in."),
        (
            "plan",
            frozenset(),
            "It has your notes in it. Please look for names before you send it on.",
        ),
        ("report", LEVELS, "It has only the notes on actions"),
        ("card", NOTES, "Notes on your answers are left out."),
        ("questionnaire", frozenset(), "It has none of your answers."),
        ("ballots", frozenset(), "It has none of your answers."),
        ("record", NOTES, "Views kept beside a level are notes, so they are left out"),
        ("group", frozenset(), "Please look for names"),
    ],
)
def test_it_is_said_who_can_read_the_file_and_what_is_in_it(form, without, said):
    choices = next(each.choices for each in form_specs() if each.id == form)
    sentence = share_words.who_can_read(form, choices, without)
    assert sentence.startswith("Anyone who has the file can read it")
    assert said in sentence


def test_every_kind_of_file_that_a_form_comes_in_has_its_words():
    for form in form_specs():
        assert all(share_words.save_words(each).startswith("Save ") for each in form.suffixes)
        assert share_words.kinds_words(form.suffixes)
    assert share_words.kinds_words((".pdf", ".docx", ".html")) == "PDF, Word, web page"
    assert share_words.shown_instead(".pdf") == ""
    assert share_words.shown_instead(".docx") != ""


def test_a_comparison_says_which_round_it_begins_from(sample):
    assert share_words.round_chosen(sample) == "Housing Options, round 1 · service"
    assert share_words.round_chosen(None) == "Please choose the file of the other round."


def test_strengths_stand_in_the_order_in_which_they_make_examples(sample):
    found = share_words.strengths(score(sample))
    assert len(found) > 3
    assert dict(found).keys() <= {each.id for each in sample.asked}


def test_files_buttons_and_pages_have_plain_names(sample):
    assert share_words.file_title(sample, "One page") == "Housing Options, one page"
    assert share_words.save_words(".pdf") == "Save the PDF"
    assert share_words.page_words(1, 14) == "Page 1 of 14"
    said = share_words.saved_words(Path("/home/me/Documents/ours.pdf"), Path("/home/me/Documents"))
    assert said == "Saved: ours.pdf. It is in your Documents folder."
