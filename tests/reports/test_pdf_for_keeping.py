"""PDF/A-2a beside PDF/UA-1: every form that is a PDF can be kept by a records department."""

import datetime as dt
import re
from io import BytesIO
from typing import Any

import page as page_validation
import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import NameObject

from nttp_readiness.app import command_line
from nttp_readiness.domain.exchange.house_style import HouseStyle
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import form_specs
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
PRINTED = [each.id for each in form_specs() if ".pdf" in each.suffixes]


def made(form="plan", assessment=None, **options):
    assessment = assessment or report_texts.sample()
    if form == "comparison":
        options["previous"] = report_texts.sample()
    if form == "owner":
        options["owner"] = "Morag Abernethy"
    request = ExportRequest(assessment, form, ".pdf", today=TODAY, archive=True, **options)
    return forms.make(request)


def broken(data, profile="2a"):
    limits = page_validation.SafetyLimits(max_reference_depth=4000)
    report = page_validation.validate_pdf_bytes(data, profile=profile, limits=limits)
    return [failure.rule_id for failure in report.failures]


@pytest.mark.parametrize("form", PRINTED)
def test_every_form_is_pdf_a_and_pdf_ua(form):
    of = {"record": "workshop", "group": "workshop"}.get(form)
    assessment = (
        load_document(report_texts.SAMPLE.with_name(f"{of}.readiness")).assessment if of else None
    )
    data = made(form, assessment)
    assert broken(data) == []
    assert broken(data, "ua1") == []


@pytest.mark.parametrize(
    "options", [{"grey": True}, {"size": "large"}, {"without": frozenset({"scores"})}]
)
def test_so_is_the_plan_in_every_look(options):
    assert broken(made(**options)) == []


def test_signs_that_no_typeface_draws_and_a_logo_do_no_harm():
    from PIL import Image

    from nttp_readiness.domain.editing import edits

    out = BytesIO()
    Image.new("RGBA", (300, 150), (200, 30, 30, 90)).save(out, "PNG")
    key = next(iter(report_texts.sample().actions))
    assessment = edits.change_action(
        report_texts.sample(), key, measure="≥ 3 العربية \N{GRINNING FACE}"
    )
    assert broken(made("report", assessment, house=HouseStyle(logo=out.getvalue()))) == []


def test_it_names_its_colours_its_dates_and_itself():
    reader = PdfReader(BytesIO(made()))
    root: Any = reader.trailer["/Root"]
    (intent,) = root["/OutputIntents"]
    profile = intent.get_object()["/DestOutputProfile"].get_object().get_data()
    assert profile[36:40] == b"acsp"
    assert profile[16:20] == b"RGB "
    assert profile[8] == 4
    packet = root["/Metadata"].get_data().decode()
    assert "<pdfaid:part>2</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance>" in packet
    when = re.search(r"<xmp:CreateDate>([^<]+)<", packet)[1]
    assert when == re.search(r"<xmp:ModifyDate>([^<]+)<", packet)[1]
    assert dt.datetime.fromisoformat(when) == reader.metadata.creation_date


def test_a_pdf_that_nobody_asked_to_keep_does_not_claim_it():
    data = forms.make(ExportRequest(report_texts.sample(), "plan", ".pdf", today=TODAY))
    assert b"pdfaid:part>" not in data
    assert "PDFA2A-ID-SCHEMA-001" in broken(data)


def planted(fault):
    writer = PdfWriter(clone_from=BytesIO(made()))
    fault(writer)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def no_colours(writer):
    del writer._root_object[NameObject("/OutputIntents")]


def no_structure(writer):
    del writer._root_object[NameObject("/StructTreeRoot")]


def no_font(writer):
    for each in writer._objects:
        if isinstance(each, dict) and each.get("/Type") == "/FontDescriptor":
            each.pop("/FontFile2", None)


def no_letters(writer):
    for each in writer._objects:
        if isinstance(each, dict):
            each.pop("/ToUnicode", None)


@pytest.mark.parametrize(
    ("fault", "rule"),
    [
        (no_colours, "DEVICE-RGB"), (no_structure, "STRUCT-TREE-ROOT"), (no_font, "FONT-EMBEDDING"),
        (no_letters, "UNICODE-MAPPING"),
    ],
)  # fmt: skip
def test_a_planted_fault_is_found(fault, rule):
    """The validator is no rubber stamp: each of these breaks what the test above holds."""
    assert any(rule in each for each in broken(planted(fault)))


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_other_kinds_of_file_are_not_kept_that_way(suffix):
    with pytest.raises(ExportError, match="cannot be made with: PDF/A for keeping"):
        forms.make(ExportRequest(report_texts.sample(), "plan", suffix, today=TODAY, archive=True))


def test_the_command_makes_one(tmp_path):
    out = tmp_path / "plan.pdf"
    assert command_line.run(["export", str(report_texts.SAMPLE), str(out), "--archive"]) == 0
    assert broken(out.read_bytes()) == []
