"""Support: whom to turn to, the organisation's own contact first. The same on screen and paper."""

from __future__ import annotations

from dataclasses import dataclass

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.domain.bank import Bank
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.dates import day


@dataclass(frozen=True, slots=True)
class Contact:
    """Somebody to turn to: name, number or address, and a line on them."""

    name: str
    reach: str
    address: str
    note: str


@dataclass(frozen=True, slots=True)
class Support:
    own: str
    danger: tuple[Contact, ...]
    anybody: tuple[Contact, ...]
    checked: str


def support(bank: Bank, assessment: Assessment | None) -> Support:
    """The contacts of a bank, with the organisation's own where there is an assessment."""
    contacts = [
        (each.danger, Contact(each.name, each.phone or "", each.address or "", each.note or ""))
        for each in bank.support
    ]
    dates = sorted({each.checked for each in bank.support})
    return Support(
        own=assessment.profile.support_contact if assessment else "",
        danger=tuple(contact for danger, contact in contacts if danger),
        anybody=tuple(contact for danger, contact in contacts if not danger),
        checked=tr("Numbers checked on {day}.").format(day=day(dates[0])) if dates else "",
    )
