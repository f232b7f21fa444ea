"""One owner's sheet and the annex of evidence as PDF/UA-1, with nothing empty, in each size."""

from __future__ import annotations

import datetime as dt

import pytest

from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)


@pytest.mark.parametrize("form", ["evidence", "owner"])
@pytest.mark.parametrize("size", [None, "large"])
def test_a_pdf_has_no_fault(faults, form, size):
    sample = report_texts.sample()
    items = (
        EvidenceItem(id="e1", what="Minutes", kind="record", where="S:/june.docx", shows="It"),
        EvidenceItem(id="e2", state="to_check"),
    )
    answer = changed(sample.answer("WEL-2"), evidence_items=items)
    listed = changed(sample, answers={**sample.answers, "WEL-2": answer})
    request = ExportRequest(listed, form, ".pdf", today=TODAY, size=size)
    assert faults(forms.make(request)) == []
