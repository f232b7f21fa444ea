"""Three short questions of everybody: at the beginning, before the plan, and at the end."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.workshop import POLLS, PollKind
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import poll_words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.ballots.collector import Collector


class PollsSection(QWidget):
    """`asked` gives the kind whose private window is to open."""

    asked = Signal(str)

    def __init__(self, look: Look, session: Session, collector: Collector) -> None:
        super().__init__()
        self._session, self._collector = session, collector
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Short questions to everybody"), "section"))
        column.gap(4)
        column.addWidget(
            Prose(
                look,
                tr(
                    "Answered like private ballots, one person after another. Nothing is kept"
                    " before enough have answered. D shows the results on the wall."
                ),
                "where",
            )
        )
        self._rows: dict[PollKind, tuple[Prose, Button, Button]] = {}
        for kind in POLLS:
            column.gap(8)
            column.addWidget(Rule(look, dotted=True))
            column.gap(8)
            name = poll_words.poll_name(kind)
            column.addWidget(Prose(look, name, "body_strong"))
            state = Prose(look, "", "where")
            column.addWidget(state)
            column.gap(6)
            row = Flow(look, gap=10)
            ask = Button(look, tr("Ask it privately"), "second", small=True)
            ask.setAccessibleName(tr("Ask it privately: {name}").format(name=name))
            show = Button(look, tr("Close it for the wall"), "second", small=True)
            show.setAccessibleName(tr("Close it for the wall: {name}").format(name=name))
            ask.clicked.connect(lambda _=False, kind=kind: self.asked.emit(kind))
            show.clicked.connect(lambda _=False, kind=kind: self._collector.close_poll(kind))
            row.addWidget(ask)
            row.addWidget(show)
            column.addLayout(row)
            self._rows[kind] = state, ask, show

    def refresh(self) -> None:
        workshop = self._session.assessment.workshop
        if workshop is None:
            return
        closed = {each.kind: each for each in workshop.round.polls}
        for kind, (state, ask, show) in self._rows.items():
            waits = self._collector.polls.get(kind)
            done = closed.get(kind)
            state.say(poll_words.poll_state(waits, done))
            ask.setEnabled(done is None and bool(self.options(kind)))
            show.setVisible(waits is not None and waits.people > 0)

    def options(self, kind: PollKind) -> tuple[str, ...]:
        """What can be chosen now."""
        view = self._session.view
        suggested = tuple(each.action.title for each in (*view.plan.now, *view.plan.next))
        return poll_words.poll_options(view.assessment, kind, suggested)
