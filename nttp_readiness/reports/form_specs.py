"""Every form that leaves the program, each declared once: the window and the command line read it.

What a form is made of is loaded when it is made, so that this list is there at once. To add a form,
add its id in `specs/form_spec.py`, declare it in the module of its occasion beside that, and write
the paper that it builds in `presentation.papers`.
"""

from __future__ import annotations

from typing import get_args

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.reports.specs import (
    ask_forms,
    follow_up_forms,
    hand_out_forms,
    keep_forms,
    meeting_forms,
)
from nttp_readiness.reports.specs.form_spec import FormId, FormSpec


def form_specs() -> tuple[FormSpec, ...]:
    """Every form, in the order in which they are offered."""
    declared = {
        each.id: each
        for occasion in (meeting_forms, hand_out_forms, ask_forms, follow_up_forms, keep_forms)
        for each in occasion.specs()
    }
    return tuple(declared[form] for form in get_args(FormId))


def form_spec(form: str) -> FormSpec:
    """The form with that id. Raises ExportError."""
    found = {each.id: each for each in form_specs()}
    for known, spec in found.items():
        if known == form:
            return spec
    raise ExportError(
        tr("There is no form called “{form}”.").format(form=form[:40]),
        cure=tr("Its forms are: {names}.").format(names=", ".join(found)),
    )


def form_for(suffix: str) -> FormId:
    """The form that is meant where only a file's suffix is given; the plan for one unknown. One
    that is made for a certain person is never meant by its suffix alone.
    """
    whole = (each for each in form_specs() if "owner" not in each.choices)
    return next((each.id for each in whole if suffix.lower() in each.suffixes), "plan")


def offered_for(assessment: Assessment) -> tuple[FormSpec, ...]:
    """The forms that there are for this assessment: those of a group need a closed round, that of
    an owner somebody who owns something, and others a part of the bank that not each has.
    """
    from nttp_readiness.presentation.papers.workshop_paper import can_be_reported

    reported = can_be_reported(assessment)
    bank = assessment.bank
    owned = any(each.owner.strip() for each in assessment.actions.values())
    return tuple(
        each
        for each in form_specs()
        if (reported or not each.of_a_group)
        and (not each.made_from or getattr(bank, each.made_from))
        and (owned or not each.of_owners)
    )
