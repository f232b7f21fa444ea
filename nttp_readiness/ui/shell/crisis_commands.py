"""What the start page's way into a week of crisis leads to: the page, the questions, the paper."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nttp_readiness import resources
from nttp_readiness.address import Address, Page
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import ReadinessError
from nttp_readiness.i18n import tr
from nttp_readiness.reports.specs.form_spec import form_address
from nttp_readiness.storage.banks import bank_folders
from nttp_readiness.ui.shell.crisis_content import CrisisContent
from nttp_readiness.ui.shell.open_document import STANDARD_BANK, OpenDocument

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.shell import Shell


def show(shell: Shell) -> None:
    """Lay the page over what is there; nothing that is open is put away yet."""
    try:
        bank = bank_folders.read_bank(resources.question_banks() / STANDARD_BANK)
    except ReadinessError as problem:
        shell.tell(str(problem))
        return
    words = CrisisContent(shell.look, bank)
    words.answer.connect(lambda: _begin(shell, bank, Address(Page.REFLECT)))
    words.printed.connect(lambda: _begin(shell, bank, form_address("crisis")))
    shell.lay_over(words.heading, words)


def _begin(shell: Shell, bank: Bank, where: Address) -> None:
    """A document of its own on the short route; what was open is saved and put away first."""
    if bank.crisis is None:
        return
    today = dt.date.today()  # noqa: DTZ011 - the day on the person's own calendar
    title, route = tr("A hard week"), bank.crisis.route
    try:
        assessment = edits.new_assessment(bank, title, route=route, today=today)
    except ReadinessError as problem:
        shell.tell(str(problem))
        return
    made = OpenDocument(shell.look, assessment, None, None)
    if shell.put_away():
        shell.drop_overlays()
        shell.show_document(made)
        shell.go_to(where)
