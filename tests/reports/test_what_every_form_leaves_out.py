"""What was asked to be left out is in no file of any form: not in its words, not around them."""

from __future__ import annotations

import datetime as dt

import pytest

from nttp_readiness.domain.answers.assessment import StageView
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import form_spec, form_specs
from tests.presentation import report_texts
from tests.reports.file_contents import contents

TODAY = dt.date(2027, 3, 12)
NOTES = ("zebrafinch", "quokkanote", "pangolinview", "okapireason", "wombatstage", "numbatreason",
         "tapirnote", "lemurview", "gnuanswer")  # fmt: skip
NAMES = ("Wilhelmina Axolotl", "Ceit Capybara", "pangolinview", "Ibis Echidna", "Quoll Marmoset")
OF_LEVELS = {"comparison", "record", "group", "group-data"}
FILES = [(form.id, suffix) for form in form_specs() for suffix in form.suffixes]


@pytest.fixture(scope="module")
def marked():
    """The sample on its shortest route, with a canary in every field that people type."""
    found = edits.set_profile(report_texts.sample(), route="foundations")
    key = found.asked[0].id
    found = edits.answer(found, key, 4)
    found = edits.write_beside(
        found, key, note="zebrafinch, says Ceit Capybara", evidence="quokkanote",
        view="pangolinview", evidence_kind="two_sides",
    )  # fmt: skip
    found = edits.answer(found, "SYS-5", "not_relevant", "numbatreason")
    found = edits.change_action(
        found, "WEL-2/first", owner="Wilhelmina Axolotl, Manager; Ceit Capybara",
        title="Wilhelmina Axolotl writes one page", notes="tapirnote", measure="Ceit Capybara asks",
        due=dt.date(2027, 4, 30),
    )  # fmt: skip
    found = edits.change_action(
        found, "POW-1/first", title="Ceit Capybara holds back", status="done"
    )
    found = edits.drop_action(found, "FEE-1/next", "okapireason")
    found = edits.add_ask(edits.add_ask(found, "ask/1"), "ask/2")
    found = edits.change_ask(
        found, "ask/1", who="The board", request="Time, asks Ceit Capybara", answer="gnuanswer",
        asker="Ibis Echidna, Manager", how="Wilhelmina Axolotl writes", status="answered",
    )  # fmt: skip
    found = edits.change_ask(
        found, "ask/2", who="Quoll Marmoset, Director", request="Money", by=dt.date(2027, 4, 1)
    )
    view = StageView(stage="find_out", computed="build_foundations", reason="wombatstage")
    found = edits.set_stage_view(found, view)
    return report_texts.with_workshop(found, "lemurview, says Wilhelmina Axolotl")


def made(assessment, form, suffix, *without, **options):
    request = ExportRequest(
        assessment,
        form,
        suffix,
        today=TODAY,
        without=frozenset(without),
        full_notes="full_notes" in form_spec(form).choices,
        previous=report_texts.sample() if form == "comparison" else None,
        **options,
    )
    return contents(forms.make(request), suffix)


@pytest.mark.parametrize(
    ("form", "suffix"),
    [("report", ".docx"), ("report", ".html"), ("report", ".pdf"), ("data", ".json")],
)
def test_the_canaries_are_there_while_nothing_is_left_out(marked, form, suffix):
    said = made(marked, form, suffix)
    expected = {*NOTES, *NAMES}
    if form == "report":
        # That question is not on this route, and what a workshop said is in its own forms.
        expected -= {"numbatreason", "lemurview"}
    assert {each for each in expected if each not in said} == set()


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_the_tables_hold_notes_and_names_while_nothing_is_left_out(marked, suffix):
    said = made(marked, "actions", suffix)
    expected = {*NAMES, "tapirnote", "gnuanswer"} - {"pangolinview"}
    if suffix == ".xlsx":
        expected |= {"zebrafinch", "quokkanote", "pangolinview"}
    assert {each for each in expected if each not in said} == set()


@pytest.mark.parametrize("form", ["record", "group"])
@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_the_view_that_was_kept_is_there_while_nothing_is_left_out(marked, form, suffix):
    said = made(marked, form, suffix)
    assert "lemurview" in said
    assert "Wilhelmina Axolotl" in said


@pytest.mark.parametrize(("form", "suffix"), FILES)
def test_nothing_that_was_left_out_is_in_any_file(marked, form, suffix):
    parts = ["notes", "names"] if form in OF_LEVELS else ["scores", "notes", "names"]
    said = made(marked, form, suffix, *parts)
    assert [each for each in (*NOTES, *NAMES) if each in said] == []


@pytest.mark.parametrize(("form", "suffix"), FILES)
def test_notes_alone_can_be_left_out_of_any_file(marked, form, suffix):
    said = made(marked, form, suffix, "notes")
    assert [each for each in NOTES if each in said] == []


@pytest.mark.parametrize(("form", "suffix"), FILES)
def test_names_alone_can_be_left_out_of_any_file(marked, form, suffix):
    said = made(marked, form, suffix, "names")
    assert [each for each in NAMES if each in said] == []


@pytest.mark.parametrize(
    ("form", "suffix"),
    [
        each
        for each in FILES
        if each[0] not in {*OF_LEVELS, "questionnaire", "ballots", "answer-sheet", "data"}
    ],
)
def test_without_scores_no_stage_and_no_answer_is_in_any_file(marked, form, suffix):
    said = made(marked, form, suffix, "scores")
    for stage in marked.bank.stages:
        assert stage.name not in said
    for level in ("Developing", "Established", "Embedded"):
        assert level not in said
    assert "readiness picture" not in said


def test_without_scores_data_has_no_answers_and_no_results(marked):
    import json

    data = json.loads(
        forms.make(
            ExportRequest(marked, "data", ".json", today=TODAY, without=frozenset({"scores"}))
        )
    )
    assert data["results"] is None
    assert data["assessment"]["answers"] == {}
    assert {each["kind"] for each in data["assessment"]["actions"].values()} == {"own"}
    assert data["left_out"] == ["scores", "tallies"], "a workshop's tallies never leave"


@pytest.mark.parametrize("form", sorted(OF_LEVELS))
def test_what_is_made_of_levels_is_refused_without_scores_in_plain_words(marked, form):
    with pytest.raises(ExportError, match="without levels"):
        made(marked, form, form_spec(form).suffixes[0], "scores")


@pytest.mark.parametrize(
    ("form", "suffix"),
    [each for each in FILES if each not in {("grey", ".pdf"), ("large-print", ".pdf")}],
)
def test_the_same_assessment_gives_the_same_bytes(marked, form, suffix):
    previous = marked if form == "comparison" else None
    request = ExportRequest(marked, form, suffix, today=TODAY, previous=previous)
    first, second = (forms.make(request, invariant=True) for _ in range(2))
    assert first == second
