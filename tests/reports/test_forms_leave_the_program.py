"""Every form as a file: what it holds when it is read back, and what it must not hold."""

from __future__ import annotations

import datetime as dt
import re
import subprocess
import sys
from io import BytesIO

import pytest
from pypdf import PdfReader

from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import form_for, form_spec, form_specs
from tests.presentation import report_texts
from tests.reports.file_contents import contents

TODAY = dt.date(2027, 3, 12)
AWKWARD = (
    "Sìne Nic a’ Ghobhainn agus Dòmhnall MacÌomhair",
    "she said “no”, 'not yet' and \"later\"",
    "a < b, <b and </para>",
    "R&D & Q&A &amp; more",
    '<img src="/etc/hostname"/>',
    "line one\nline two",
)
CANARIES = ("zebrafinch", "quokkanote", "Wilhelmina Axolotl", "pangolinview", "okapireason")


@pytest.fixture(scope="module")
def sample():
    return report_texts.sample()


@pytest.fixture(scope="module")
def short(sample):
    """The sample on its shortest route, for tests in which length does not matter."""
    return edits.set_profile(sample, route="foundations")


def made(assessment, form="report", **options):
    return forms.make(
        ExportRequest(assessment, form, ".pdf", today=TODAY, **options), invariant=True
    )


def read(data):
    pdf = PdfReader(BytesIO(data))
    pages = [page.extract_text() for page in pdf.pages]
    return pdf, re.sub(r"\s+", " ", " ".join(pages))


def outline(entries):
    return [each["/Title"] for each in entries if not isinstance(each, list)]


def test_the_samples_plan_can_be_read_back(sample):
    pdf, text = read(made(sample))
    assert outline(pdf.outline)[:4] == [
        "Housing Options",
        "In this report",
        "Where we stand",
        "Readiness wheel",
    ]
    assert outline(pdf.outline)[-1] == "Support"
    assert pdf.metadata.title == "Housing Options, Strathlomond Council: readiness action plan"
    assert "Build foundations first" in text
    assert "Catrìona Nic Dhòmhnaill- Featherstonehaugh, Front Desk Lead" in text
    assert f"Page {len(pdf.pages)} of {len(pdf.pages)}" in text
    assert 20 <= len(pdf.pages) <= 32


@pytest.mark.parametrize(
    "form", ["plan", "report", "one-page", "large-print", "grey", "questionnaire"]
)
def test_each_form_is_a_tagged_file_without_faults(short, form, faults):
    assert faults(made(short, form)) == []


def test_the_plan_of_the_sample_is_a_tagged_file_without_faults(sample, faults):
    assert faults(made(sample, full_notes=True)) == []


def test_the_one_page_is_one_page_in_each_size_and_state(sample):
    for options in ({}, {"a3": True}, {"grey": True}, {"without": frozenset({"scores", "names"})}):
        pdf, text = read(made(sample, "one-page", **options))
        assert len(pdf.pages) == 1
        assert "10 September 2027" in text


def test_the_one_page_that_holds_too_much_says_what_to_shorten(sample):
    long = edits.change_action(sample, "WEL-2/first", title="Write the page again. " * 13)
    for action_id in ("POW-1/first", "WEL-4/next", "WEL-3/find_out", "own/1"):
        long = edits.change_action(long, action_id, title="Do this in every office. " * 11)
    for indicator in long.bank.foundations:
        long = edits.answer(long, indicator.id, 1)
    long = edits.set_profile(long, support_contact="Ask anybody. " * 23)
    with pytest.raises(ExportError, match="Please shorten"):
        made(long, "one-page")


def test_awkward_text_comes_out_as_it_was_typed(short):
    note = "\n".join(AWKWARD)
    data = made(edits.write_beside(short, "LEA-1", note=note))
    _, text = read(data)
    for line in AWKWARD:
        assert re.sub(r"\s+", " ", line) in text


def test_an_emoji_leaves_a_visible_sign_and_harms_nothing_around_it(short):
    _, text = read(made(edits.write_beside(short, "LEA-1", note="before 🌱 after")))
    assert re.search(r"before \S+ after", text)


def test_a_note_of_five_thousand_words_is_printed_whole(short):
    note = " ".join(f"word{number}" for number in range(5000))
    for full_notes in (False, True):
        _, text = read(made(edits.write_beside(short, "WEL-1", note=note), full_notes=full_notes))
        found = re.findall(r"word\d+", text)
        assert found == [f"word{number}" for number in range(5000)]


@pytest.fixture(scope="module")
def marked(short):
    found = edits.write_beside(
        short, "LEA-1", note="zebrafinch", evidence="quokkanote", view="pangolinview"
    )
    found = edits.change_action(
        found, "WEL-2/first", owner="Wilhelmina Axolotl, Manager", notes="quokkanote"
    )
    return edits.drop_action(found, "FEE-1/next", "okapireason")


def test_the_canaries_are_found_where_nothing_is_left_out(marked):
    said = contents(made(marked, full_notes=True), ".pdf")
    assert [each for each in CANARIES if each not in said] == []


@pytest.mark.parametrize("form", ["plan", "report", "large-print", "one-page", "questionnaire"])
def test_what_is_left_out_is_nowhere_in_the_file(marked, form):
    full = "full_notes" in form_spec(form).choices
    without = frozenset({"scores", "notes", "names"})
    said = contents(made(marked, form, without=without, full_notes=full), ".pdf")
    assert [each for each in CANARIES if each in said] == []


def test_the_same_assessment_gives_the_same_bytes(short):
    assert made(short) == made(short)


def test_another_suffix_and_another_form_are_refused_in_plain_words(short):
    with pytest.raises(ExportError, match=r"“Action plan” cannot be written as “\.ics”"):
        forms.make(ExportRequest(short, "plan", ".ics", today=TODAY))
    with pytest.raises(ExportError, match="There is no form called “leaflet”"):
        forms.make(ExportRequest(short, "leaflet", ".pdf", today=TODAY))


def test_every_form_has_a_name_a_use_and_a_suffix():
    found = form_specs()
    assert len({each.id for each in found}) == len(found) >= 20
    assert all(each.name and each.use.endswith(".") and each.suffixes for each in found)


@pytest.mark.parametrize(
    ("suffix", "form"),
    [(".pdf", "plan"), (".docx", "plan"), (".xlsx", "actions"), (".csv", "actions"),
     (".ics", "calendar"), (".json", "data"), (".odt", "plan")],
)  # fmt: skip
def test_a_suffix_alone_stands_for_a_form(suffix, form):
    assert form_for(suffix) == form


def test_the_list_of_forms_does_not_load_what_writes_them():
    libraries = {"reportlab", "docx", "xlsxwriter", "openpyxl", "icalendar", "pypdfium2", "lxml"}
    code = (
        f"import sys; from nttp_readiness.reports import form_specs; form_specs.form_specs(); "
        f"print(sorted({libraries!r} & set(sys.modules)))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_each_form_loads_only_its_own_library():
    code = """
import sys, datetime as dt
from tests.presentation.report_texts import sample
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
before = set(sys.modules)
forms.make(ExportRequest(sample(), {form!r}, {suffix!r}, today=dt.date(2027, 3, 12)))
libraries = {{"reportlab", "docx", "xlsxwriter", "openpyxl", "icalendar"}}
print(*sorted(libraries & set(sys.modules) - before))
"""
    wanted = {
        ("actions", ".xlsx"): "xlsxwriter",
        ("actions", ".csv"): "",
        ("calendar", ".ics"): "icalendar",
        ("data", ".json"): "",
        ("card", ".pdf"): "reportlab",
    }
    for (form, suffix), libraries in wanted.items():
        run = [sys.executable, "-c", code.format(form=form, suffix=suffix)]
        done = subprocess.run(run, capture_output=True, text=True, check=True)
        assert done.stdout.strip() == libraries, form
