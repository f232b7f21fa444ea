"""What can be chosen for a form shows in its file, and what cannot is refused."""

from __future__ import annotations

import datetime as dt
from io import BytesIO
from typing import get_args

import docx
import pytest

from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.presentation.papers.good_practice import strengths_to_share
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest, FormOption
from nttp_readiness.reports.form_specs import form_spec, form_specs
from nttp_readiness.reports.specs import (
    ask_forms,
    follow_up_forms,
    hand_out_forms,
    keep_forms,
    meeting_forms,
)
from nttp_readiness.reports.specs.form_spec import OCCASIONS, FormId
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)


def template():
    """A Word template with another typeface."""
    document, out = docx.Document(), BytesIO()
    document.styles["Normal"].font.name = "Georgia"
    document.save(out)
    return out.getvalue()


GIVEN = {
    "full_notes": True, "annex": frozenset({"domains"}), "size": "large", "grey": True,
    "a3": True, "strength": "", "previous": None, "template": template(),
    "archive": True,
    "by_owner": True, "owner": "",
}  # fmt: skip
"""A value of each option besides the parts; a strength and a round depend on the assessment."""
CHOICES = [
    (spec.id, suffix, option)
    for spec in form_specs()
    for suffix in spec.suffixes
    for option in GIVEN
]
HEEDED = [
    (form, suffix, option)
    for form, suffix, option in CHOICES
    if (option == "archive" and suffix == ".pdf")
    or (
        option in form_spec(form).choices
        and (option != "template" or suffix == ".docx")
        and (suffix != ".ics" or option not in {"size", "grey"})
    )
]
UNKNOWN = [each for each in CHOICES if each not in HEEDED]


@pytest.fixture(scope="module")
def short():
    """The sample on its shortest route, with a workshop, two strengths, and a long note."""
    found = edits.set_profile(report_texts.sample(), route="foundations")
    for each in found.asked[:2]:
        found = edits.answer(found, each.id, 4)
        found = edits.write_beside(found, each.id, note="What we do. " * 90, evidence="A page.")
    return report_texts.with_workshop(found, "a view")


def request(assessment, form, suffix, **options):
    if form == "comparison":
        options["previous"] = options.get("previous") or report_texts.sample()
    return ExportRequest(assessment, form, suffix, today=TODAY, **options)


def value(assessment, option):
    if option == "owner":
        return next(each.owner for each in assessment.actions.values() if each.owner)
    if option == "strength":
        return strengths_to_share(score(assessment))[-1].id
    return report_texts.sample() if option == "previous" else GIVEN[option]


def test_every_option_is_a_part_or_tried_here_and_ids_are_declared_once():
    assert set(get_args(FormOption)) == {*get_args(Redaction), *GIVEN}
    rooms = zip(
        OCCASIONS,
        (meeting_forms, hand_out_forms, follow_up_forms, ask_forms, keep_forms),
        strict=True,
    )
    declared = [(occasion, each) for occasion, room in rooms for each in room.specs()]
    assert sorted(each.id for _, each in declared) == sorted(get_args(FormId))
    assert all(each.occasion == occasion for occasion, each in declared)


@pytest.mark.parametrize(("form", "suffix", "option"), UNKNOWN)
def test_what_a_form_does_not_know_is_refused(short, form, suffix, option):
    with pytest.raises(ExportError, match="cannot be made with: ") as refused:
        forms.make(request(short, form, suffix, **{option: value(short, option)}))
    assert refused.value.safe == "Nothing was written."


@pytest.mark.parametrize(
    ("form", "suffix", "option"), [each for each in HEEDED if each[2] != "previous"]
)
def test_what_a_form_knows_shows_in_its_file(short, form, suffix, option):
    plain = forms.make(request(short, form, suffix), invariant=True)
    chosen = request(short, form, suffix, **{option: value(short, option)})
    assert forms.make(chosen, invariant=True) != plain
