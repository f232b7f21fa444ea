"""What Share says: who can read a file, what it is called, and where one is in it."""

from pathlib import Path

import pytest

from nttp_readiness.presentation import sharing
from nttp_readiness.reports.forms import forms

NOTES, LEVELS = frozenset({"notes"}), frozenset({"scores"})


@pytest.mark.parametrize(
    ("form", "without", "said"),
    [
        ("plan", NOTES, "Notes stay out unless you put them in."),
        ("plan", frozenset(), "with every note in it. Please look for names."),
        ("plan", LEVELS, "Only notes on actions are in it: those on answers stand beside"),
        ("one-page", frozenset(), "Notes on your answers stay out."),
        ("questionnaire", frozenset(), "It holds none of your answers."),
    ],
)
def test_it_is_said_who_can_read_the_file_and_what_is_in_it(form, without, said):
    sentence = sharing.who_can_read(form, without)
    assert sentence.startswith("Whoever has the file can read it")
    assert said in sentence


def test_every_form_says_what_may_be_chosen_for_it():
    asked = {each.id for each in forms()}
    assert {"plan", "one-page", "questionnaire"} <= asked
    assert sharing.offers("one-page").a3
    assert sharing.offers("a form without variants") == sharing.Offers()


def test_files_buttons_and_pages_have_plain_names(sample):
    assert sharing.file_title(sample, "One page") == "Housing Options, one page"
    assert sharing.save_words(".pdf") == "Save the PDF"
    assert sharing.page_words(1, 14) == "Page 1 of 14"
    assert sharing.saved_words(Path("plans/ours.pdf")).startswith("Saved: plans")
