"""What we need from others: requests that can be written, changed and taken out."""

from __future__ import annotations

import uuid

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain import edits
from nttp_readiness.domain.assessment import Ask
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan_actions import requests_behind, requests_lead
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box
from nttp_readiness.ui.parts.buttons import Button
from nttp_readiness.ui.parts.field import line_field, text_field
from nttp_readiness.ui.parts.panel import Rule
from nttp_readiness.ui.parts.prose import Prose
from nttp_readiness.ui.plan_editors import LONGEST_LINE
from nttp_readiness.ui.session import Session
from nttp_readiness.ui.understand.part import Niche


class AsksSection(QWidget):
    """One set of fields for each request; each is kept as it is typed."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._shown: list[_AskFields] = []
        self._list = Box(look)
        self.add = Button(look, tr("Add a request"), "second", "plus", small=True)
        self.add.clicked.connect(self._add)
        column = Box(look, self)
        column.addWidget(Prose(look, tr("What we need from others"), "section"))
        column.gap(4)
        column.addWidget(
            Prose(
                look,
                tr(
                    "Some barriers cannot be moved from inside. What is written here is printed"
                    " with the plan."
                ),
                "where",
            )
        )
        column.gap(8)
        column.addLayout(self._list)
        column.gap(12)
        column.addWidget(self.add)
        column.gap(16)
        self._printed = Niche()
        column.addWidget(self._printed)

    def refresh(self) -> None:
        """Show the requests of the document; fields stay where the requests are the same."""
        asks = self._session.assessment.asks
        if [each.key for each in self._shown] != [each.id for each in asks]:
            for old in self._shown:
                self._list.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._shown = [_AskFields(self._look, self, each) for each in asks]
            for new in self._shown:
                self._list.addWidget(new)
        for number, (fields, ask) in enumerate(zip(self._shown, asks, strict=True), start=1):
            fields.show_ask(ask, number)
        view = self._session.view
        requests = requests_behind(view.assessment.bank, view.plan)
        self._printed.show_made(
            tuple(request for request, _ in requests), lambda: self._made_printed(requests)
        )

    def _made_printed(self, requests: list[tuple[str, tuple[str, ...]]]) -> QWidget:
        """What the bank asks of others is printed too, so people read it before they share it."""
        look, made = self._look, QWidget()
        column = Box(look, made)
        if requests:
            column.addWidget(Prose(look, tr("Printed with them"), "body_strong"))
            column.gap(4)
            lead = requests_lead(self._session.assessment.bank)
            column.addWidget(Prose(look, lead, "where"))
            column.gap(6)
        for request, _ in requests:
            column.addWidget(Prose(look, request, "body", dash=True, selectable=True))
            column.gap(4)
        return made

    def change(self, key: str, name: str, text: str) -> None:
        """Keep what is typed in a field of a request."""
        asks = tuple(
            edits.changed(each, **{name: text}) if each.id == key else each
            for each in self._session.assessment.asks
        )
        self._session.type_in(f"ask/{key}/{name}", tr("Request to others"), edits.set_asks, asks)

    def remove(self, key: str) -> None:
        rest = tuple(each for each in self._session.assessment.asks if each.id != key)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.attempt(tr("Remove a request"), edits.set_asks, rest)

    def _add(self) -> None:
        new = Ask(id=uuid.uuid4().hex, who="", request="")
        asks = (*self._session.assessment.asks, new)
        self._session.attempt(tr("Add a request"), edits.set_asks, asks)
        self.refresh()
        self._shown[-1].who.control.setFocus(Qt.FocusReason.OtherFocusReason)


class _AskFields(QWidget):
    def __init__(self, look: Look, section: AsksSection, ask: Ask) -> None:
        super().__init__()
        self.key = ask.id
        self.who = line_field(look, tr("Who"))
        self.who.control.setMaxLength(LONGEST_LINE)
        self.request = text_field(look, tr("What we ask for"), lines=2)
        self.why = text_field(look, tr("Why"), lines=2)
        self.remove = Button(look, tr("Remove this request"), "link")
        column = Box(look, self, margins=(0, 0, 0, 14), spacing=12)
        column.addWidget(Rule(look, dotted=True))
        for field in (self.who, self.request, self.why):
            column.addWidget(field)
        column.addWidget(self.remove)
        self.who.control.edited.connect(lambda text: section.change(self.key, "who", text))
        self.request.control.edited.connect(lambda text: section.change(self.key, "request", text))
        self.why.control.edited.connect(lambda text: section.change(self.key, "why", text))
        self.remove.clicked.connect(lambda: section.remove(self.key))

    def show_ask(self, ask: Ask, number: int) -> None:
        for field, name in (
            (self.who, tr("Who, request {n}")),
            (self.request, tr("What we ask for, request {n}")),
            (self.why, tr("Why, request {n}")),
        ):
            field.control.setAccessibleName(name.format(n=number))
        self.who.control.show_text(ask.who)
        self.request.control.show_text(ask.request)
        self.why.control.show_text(ask.why)
        who = ask.who.strip()
        self.remove.setAccessibleName(tr("Remove this request, {who}").format(who=who or number))
