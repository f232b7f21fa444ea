"""From one action to a thousand: every form is whole, and every PDF passes PDF/UA-1."""

from __future__ import annotations

import datetime as dt
from io import BytesIO

import docx
import icalendar
import openpyxl
import pytest
from pypdf import PdfReader

from nttp_readiness.domain.answers.planned import HORIZONS, PlannedAction
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import form_for, form_spec, form_specs
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)


@pytest.fixture(scope="module")
def sample():
    """The sample on its shortest route, whose suggestions are all dropped."""
    found = edits.set_profile(report_texts.sample(), route="foundations")
    from nttp_readiness.domain.plan.plan import plan_of

    dropped = {
        each.action.id: edits.changed(each.action, status="dropped") for each in plan_of(found).live
    }
    return report_texts.with_workshop(edits.changed(found, actions=dropped))


def planned(assessment, count):
    """The assessment with so many actions of its own."""
    made = {
        f"own/{n}": PlannedAction(
            id=f"own/{n}", kind="own", title=f"Action number {n}, to be done with care",
            measure=f"Measure {n}, seen by all.", owner=f"Owner {n}, Team Lead",
            due=dt.date(2027, 4, 1) + dt.timedelta(days=n % 300), horizon=HORIZONS[n % 3], rank=n,
            notes=f"Note {n}", status="in_progress",
        )
        for n in range(1, count + 1)
    }  # fmt: skip
    return edits.changed(assessment, actions={**assessment.actions, **made})


def make(assessment, form, suffix, **options):
    previous = assessment if form == "comparison" else None
    return forms.make(
        ExportRequest(assessment, form, suffix, today=TODAY, previous=previous, **options)
    )


PDF_FORMS = [each.id for each in form_specs() if ".pdf" in each.suffixes]


@pytest.mark.parametrize("form", PDF_FORMS)
@pytest.mark.parametrize("count", [0, 1, 40])
def test_every_pdf_is_accessible_whatever_the_number_of_actions(sample, form, count, faults):
    assessment = edits.answer(planned(sample, count), sample.asked[0].id, 4)
    made = make(assessment, form, ".pdf")
    assert faults(made) == []
    if count == 1:
        bad = made.replace(b"/MarkInfo", b"/MarkInfX")
        assert bad.count(b"/MarkInfX") == 1
        assert any("Marked" in each or "MarkInfo" in each for each in faults(bad)), faults(bad)


VARIANTS = ({"size": "large"}, {"grey": True}, {"without": frozenset({"notes", "names"})})


@pytest.mark.parametrize(
    ("form", "options"),
    [
        (form, options)
        for form in ("comparison", "example", "card", "ballots", "record", "group")
        for options in VARIANTS
        if set(options) <= {"without", *form_spec(form).choices}
    ],
)
def test_the_new_forms_are_accessible_in_each_variant(sample, form, options, faults):
    assessment = edits.answer(planned(sample, 5), sample.asked[0].id, 4)
    assert faults(make(assessment, form, ".pdf", **options)) == []


@pytest.mark.parametrize("form", ["one-page", "example", "card"])
def test_single_pages_are_single_pages(sample, form):
    assessment = edits.answer(planned(sample, 40), sample.asked[0].id, 4)
    assert len(PdfReader(BytesIO(make(assessment, form, ".pdf"))).pages) == 1


def test_a_note_too_long_for_the_page_of_an_example_is_named(sample):
    key = sample.asked[0].id
    long = edits.write_beside(edits.answer(sample, key, 4), key, note="word " * 1500)
    with pytest.raises(ExportError, match="Please shorten the text under “What we do”"):
        make(long, "example", ".pdf", strength=key)
    assert docx.Document(BytesIO(make(long, "example", ".docx", strength=key))).paragraphs


def test_without_a_strength_there_is_no_example(sample):
    weak = edits.changed(sample, answers={})
    with pytest.raises(ExportError, match="no strength to write up yet"):
        make(weak, "example", ".docx")


def test_a_thousand_actions_are_accessible(sample, faults):
    data = make(planned(sample, 1000), "report", ".pdf")
    assert len(PdfReader(BytesIO(data)).pages) > 100
    assert faults(data) == []


@pytest.mark.parametrize("suffix", [".docx", ".html", ".xlsx", ".csv", ".ics"])
def test_a_thousand_actions_are_whole_in_every_other_form(sample, suffix):
    assessment = planned(sample, 1000)
    data = make(assessment, form_for(suffix) if suffix != ".html" else "plan", suffix)
    if suffix == ".docx":
        document = docx.Document(BytesIO(data))
        said = "\n".join(each.text for each in document.paragraphs)
        said += "\n".join(text.text or "" for text in document.element.body.iter() if text.text)
        assert all(f"Action number {n}, to" in said for n in range(1, 1001))
    elif suffix == ".xlsx":
        sheet = openpyxl.load_workbook(BytesIO(data), read_only=True)["Actions"]
        assert sum(1 for _ in sheet.iter_rows(min_row=4)) == 1000
    elif suffix == ".ics":
        live = [e for e in icalendar.Calendar.from_ical(data).walk("VEVENT")
                if e["STATUS"] == "CONFIRMED"]  # fmt: skip
        assert len(live) == 1003  # and the review of the plan, and two requests
    else:
        said = data.decode("utf-8-sig")
        assert all(f"Action number {n}, to" in said for n in range(1, 1001))


# ---- notes of any length


def noted(length):
    note = "Word " * (length // 5)
    return edits.write_beside(report_texts.sample(), "WEL-2", note=note)


def pages(assessment, **options):
    request = ExportRequest(assessment, "report", ".pdf", today=TODAY, **options)
    return len(PdfReader(BytesIO(forms.make(request))).pages)


def test_a_note_of_thousands_of_words_takes_the_width_of_the_page():
    """In a column of a table it took twenty pages, two thirds of each of them empty."""
    assert pages(noted(25_000)) - pages(noted(500)) <= 9


def test_short_notes_are_not_printed_twice_where_their_table_is_printed():
    plain = pages(report_texts.sample())
    assert pages(report_texts.sample(), full_notes=True) <= plain + 3
    request = ExportRequest(noted(1000), "report", ".html", today=TODAY, full_notes=True)
    page = forms.make(request).decode()
    assert page.count("Word Word Word") >= 1
    assert page.count("We did not want to answer for people who were not in the room.") == 1


def test_every_note_is_in_the_annex_where_no_table_has_it():
    request = ExportRequest(
        report_texts.sample(), "plan", ".html", today=TODAY, annex=frozenset({"notes"})
    )
    assert "Nothing is agreed or written down." in forms.make(request).decode()


def test_the_longest_names_leave_the_cover_on_one_page():
    """They spilled two facts and what the plan is not over to a page of their own (D19)."""
    assessment = edits.set_profile(
        report_texts.sample(),
        title=("A service with a name that goes on " * 6)[:200].strip(),
        organisation=("An organisation of many parts and places " * 8)[:300].strip(),
        audience=("Everybody who may want to read this " * 9)[:300].strip(),
    )
    request = ExportRequest(assessment, "report", ".pdf", today=TODAY)
    first, second = PdfReader(BytesIO(forms.make(request))).pages[:2]
    assert "accreditation" in first.extract_text()
    assert "In this report" in second.extract_text()
