"""The agenda of the meeting, its ground rules, and where there is support."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import time_words
from nttp_readiness.presentation.group.agenda import Agenda, agendas
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from nttp_readiness.ui.widgets.fields.field import combo_field, segments_field
from nttp_readiness.ui.widgets.prose import Prose


class AgendaView(QWidget):
    """Two hours or one: what happens when."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._agendas: dict[object, Agenda] = {each.id: each for each in agendas()}
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Ground rules"), "body_strong"))
        column.gap(4)
        first = next(iter(self._agendas.values()))
        for rule in first.rules:
            column.addWidget(Prose(look, rule, "body", dash=True))
            column.gap(2)
        self._support = Prose(look, "", "body", dash=True)
        column.addWidget(self._support)
        column.gap(18)
        self.which = segments_field(
            look, tr("Agenda"), [(each.id, each.title) for each in self._agendas.values()]
        )
        self.which.control.chosen.connect(self._show)
        column.addWidget(self.which)
        column.gap(10)
        self._table = DataTable(
            look,
            tr("Agenda"),
            (TableColumn(tr("Minutes"), 1.65, "end"), TableColumn(tr("Part"), 3),
             TableColumn(tr("What happens"), 5.4)),
        )  # fmt: skip
        column.addWidget(self._table)
        column.gap(16)
        column.addWidget(Prose(look, tr("How long answering takes"), "body_strong"))
        column.gap(4)
        self._sum = Prose(look, "", "body")
        column.addWidget(self._sum)
        self.laptops = combo_field(
            look,
            tr("Laptops"),
            time_words.laptop_choices(),
        )
        self.laptops.control.show_choice(1)
        self.laptops.control.chosen.connect(self._show_ways)
        column.addWidget(self.laptops)
        column.gap(10)
        self._ways = DataTable(
            look, tr("Ways to answer"),
            (TableColumn(tr("Way"), 6), TableColumn(tr("In the meeting"), 3),
             TableColumn(tr("Agenda"), 3)),
        )  # fmt: skip
        column.addWidget(self._ways)
        self._people, self._questions = 0, 0
        self.which.control.show_choice(first.id)
        self._show(first.id)

    def show_support(self, own: str) -> None:
        """Name the contact that this organisation has given."""
        self._support.say(
            tr("Somebody to talk to: {contact}").format(contact=own)
            if own
            else tr("Type your own support contact on Prepare, so that everybody can see it.")
        )

    @property
    def agenda(self) -> Agenda:
        """The one that was chosen."""
        return self._agendas[self.which.control.value]

    def show_numbers(self, people: int, questions: int) -> None:
        """How many answer how much: 0 people where nobody said so."""
        self._people, self._questions = people, questions
        self._show_ways()

    def _show_ways(self) -> None:
        laptops = self.laptops.control.value
        laptops = laptops if isinstance(laptops, int) else 1
        said = time_words.laptop_words(self._people, self._questions, laptops)
        self._sum.say(said or tr("Say above how many people you ask, and the minutes appear here."))
        room = self.agenda.answering
        found = time_words.ways(self._people, self._questions, laptops, room) if said else ()
        self._ways.setVisible(bool(found))
        self._ways.show_rows(
            [(Cell(each.name, bold=each.fits), each.words, time_words.fit_words(each, room))
             for each in found]
        )  # fmt: skip

    def _show(self, which: object) -> None:
        shown = self._agendas[which]
        self._show_ways()
        rows = [(str(step.minutes), Cell(step.title, bold=True), step.what) for step in shown.steps]
        self._table.show_rows([*rows, (str(shown.minutes), Cell(tr("In all"), bold=True), "")])
