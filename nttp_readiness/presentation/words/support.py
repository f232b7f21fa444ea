"""Support: whom to turn to, the organisation's own contact first. The same on screen and paper."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.references import SupportContact
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.values import dataclass


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
    days: str
    """How old the numbers are, in a sentence."""


def support(bank: Bank, assessment: Assessment | None) -> Support:
    """The contacts of a bank, with the organisation's own where there is an assessment."""
    contacts = [
        (each.danger, Contact(each.name, each.phone or "", each.address or "", each.note or ""))
        for each in bank.support
    ]
    return Support(
        own=assessment.profile.support_contact if assessment else "",
        danger=tuple(contact for danger, contact in contacts if danger),
        anybody=tuple(contact for danger, contact in contacts if not danger),
        days=_days(bank.support),
    )


def _days(contacts: Sequence[SupportContact]) -> str:
    """The oldest day, and whether it is one on which somebody looked the numbers up."""
    days = [each.checked or each.listed for each in contacts]
    known = [each for each in days if each is not None]
    if not known:
        return ""
    if all(each.checked for each in contacts):
        return tr("Phone numbers checked on {day}.").format(day=day(min(known)))
    return tr("Phone numbers as listed on {day}. They have not been checked since.").format(
        day=day(min(known))
    )
