"""Type counts for one group at a time."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.workshop import Tally
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import combo_field
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.tally_grid import TallyGrid


class CountSection(QWidget):
    """What is typed goes into the document as soon as the person goes on to the next number."""

    def __init__(self, look: Look, session: Session, collector: Collector) -> None:
        super().__init__()
        self._session, self._collector = session, collector
        self._state = Prose(look, "", "where")
        self.group = combo_field(look, tr("Whose counts"), [])
        self.group.control.chosen.connect(lambda _: self.refresh())
        self.grid = TallyGrid(look)
        self.grid.counted.connect(self._counted)
        column = Box(look, self)
        column.addWidget(self._state)
        column.gap(6)
        self._how = Prose(
            look,
            tr(
                "How many people chose each level, from 0 to 4, and how many were not sure."
                " Type a number and press Enter to go on; an empty field counts as 0."
            ),
            "where",
        )
        self._closed = Prose(
            look,
            tr(
                "You can type counts here while a round is open. Begin one on “Prepare the"
                " workshop”."
            ),
            "body",
        )
        column.addWidget(self._how)
        column.addWidget(self._closed)
        column.gap(16)
        column.addWidget(self.group)
        column.gap(16)
        column.addWidget(self.grid)

    def refresh(self) -> None:
        assessment = self._session.assessment
        self._state.say(collecting.round_words(assessment))
        workshop = assessment.workshop
        is_open = workshop is not None and workshop.round.closed is None
        self.grid.setVisible(is_open)
        self._how.setVisible(is_open)
        self._closed.setVisible(not is_open)
        self.group.setVisible(is_open)
        if workshop is None or not is_open:
            return
        collected = workshop.round
        names = [each.name for each in collected.groups]
        chosen = self.group.control.value
        self.group.control.set_choices([(name, name) for name in names])
        self.group.control.show_choice(chosen if chosen in names else names[0])
        self.group.setVisible(len(names) > 1)
        levels = [each.name for each in assessment.bank.levels]
        self.grid.show_questions([(each.id, each.title) for each in assessment.asked], levels)
        name = str(self.group.control.value)
        for indicator in assessment.asked:
            question = collected.questions.get(indicator.id)
            tally = question.vote.tallies.get(name) if question else None
            why = ""
            if question is not None and question.vote.closed:
                why, tally = tr("Looked at"), None
            elif (indicator.id, name) in self._collector.box.slips or (
                tally is not None and not tally.by_hand
            ):
                why = tr("By ballot")
            self.grid.show_tally(indicator.id, tally, why)

    def focus_first(self) -> None:
        self.grid.focus_first()

    def _counted(self, key: str, tally: Tally) -> None:
        self._collector.enter(str(self.group.control.value), {key: tally})
