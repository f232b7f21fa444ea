"""What we need from others: requests that can be written, changed and taken out."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import requests_behind, requests_lead
from nttp_readiness.presentation.plan.owner_plan import typed_before
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.requests.request_fields import RequestFields
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.name_offer import offer_names
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container


class RequestsSection(QWidget):
    """One set of fields for each request; each is kept as it is typed."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._shown: list[RequestFields] = []
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
                    "Some barriers you cannot remove yourselves. What you write here is printed"
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
        self._printed = Container()
        column.addWidget(self._printed)

    def refresh(self) -> None:
        """Show the requests of the document; fields stay where the requests are the same."""
        asks = self._session.assessment.asks
        if [each.key for each in self._shown] != [each.id for each in asks]:
            for old in self._shown:
                self._list.removeWidget(old)
                old.hide()
                old.deleteLater()
            self._shown = [self._made_fields(each) for each in asks]
            for new in self._shown:
                self._list.addWidget(new)
        for number, (fields, ask) in enumerate(zip(self._shown, asks, strict=True), start=1):
            fields.show_ask(ask, number, self._session.today)
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

    def fields(self, key: str) -> RequestFields | None:
        """The fields of that request; None where it is gone."""
        return next((each for each in self._shown if each.key == key), None)

    def change(self, key: str, name: str, text: str) -> None:
        """Keep what is typed in a field of a request."""
        fields = edits.request_change(name, text)
        self._session.type_in(
            f"ask/{key}/{name}", tr("Request to others"), edits.change_ask, key, **fields
        )

    def choose(self, key: str, name: str, value: object) -> None:
        """Keep a day or a status that was chosen."""
        fields = edits.request_change(name, value)
        self._session.attempt(tr("Request to others"), edits.change_ask, key, **fields)

    def remove(self, key: str) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.attempt(tr("Remove a request"), edits.remove_ask, key)

    def _add(self) -> None:
        self._session.attempt(tr("Add a request"), edits.add_ask)
        self.refresh()
        self._shown[-1].fields["who"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _made_fields(self, ask: Request) -> RequestFields:
        made = RequestFields(self._look, ask)
        asker = made.fields["asker"].control
        offer_names(self._look, asker, lambda: typed_before(self._session.assessment))
        made.typed.connect(lambda name, text: self.change(ask.id, name, text))
        made.chose.connect(lambda name, value: self.choose(ask.id, name, value))
        made.removed.connect(lambda: self.remove(ask.id))
        return made
