"""The plan as a picture: its drivers, and its effort and impact, each with its table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.figures import drivers, effort_impact
from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import plan_pictures, planning
from nttp_readiness.presentation.plan.plan_pictures import By, View
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.data_table import DataTable, TableColumn
from nttp_readiness.ui.widgets.fields.field import segments_field
from nttp_readiness.ui.widgets.figures.figure_words import FigureWords
from nttp_readiness.ui.widgets.figures.fluid_figure import FluidFigure
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.readiness.safety_stops import SafetyStops

WIDEST = 930
_SHARES = {"drivers": (21, 16, 10, 31, 22), "effort": (10, 34, 18, 24, 14)}


class PlanPicture(NamedPage):
    """One of the views. `opened` gives the id of an action."""

    opened = Signal(str)
    question_wanted = Signal(str)

    def __init__(
        self, look: Look, session: Session, view: View, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self._view = look, session, view
        self.stops = SafetyStops(look)
        self._about = Prose(look, "", "where")
        self._nothing = Prose(look, tr("Nothing is in the plan yet."), "body", tone="quiet")
        self._waiting = Prose(look, "", "small")
        self.figure = FluidFigure(look, lambda width: Drawing(width, 1, (), "", ""), WIDEST)
        hint = tr("Point at an action, or use the arrow keys. Enter opens it.")
        self._said = FigureWords(look, self.figure, hint)
        self._table = QWidget()
        self._table_column = Box(look, self._table, margins=(0, 4, 0, 8))
        self._shown: DataTable | None = None
        self.fold = Fold(look, tr("The same as a table"), "", self._table)
        self._column = Box(look, self)
        self._build(look)
        self.figure.opened.connect(self.opened)
        self.stops.question_wanted.connect(self.question_wanted)

    def _build(self, look: Look) -> None:
        column = self._column
        column.addWidget(self.stops)
        column.addWidget(Prose(look, tr("Plan"), "where"))
        column.addWidget(Prose(look, plan_pictures.view_name(self._view), "page"))
        column.gap(2)
        column.addWidget(self._about)
        column.gap(18)
        self._place_choice(column)
        column.addWidget(self._nothing)
        column.addWidget(self.figure)
        column.gap(8)
        column.addWidget(self._said)
        column.addWidget(self._waiting)
        column.gap(18)
        column.addWidget(self.fold)
        column.addWidget(self._table)

    def _place_choice(self, column: Box) -> None:
        """What stands above the picture to choose by."""

    def refresh(self) -> None:
        view = self._session.view
        said = plan_pictures.view_words(view.plan, self._view)
        self.stops.show_stops(view.understanding.safety_stops)
        self._about.say(said.about)
        self._waiting.say(said.waiting)
        self._waiting.setVisible(bool(said.waiting))
        drawing = self.draw(WIDEST)
        empty = not drawing.spots
        self._nothing.setVisible(empty)
        for each in (self.figure, self._said, self.fold):
            each.setVisible(not empty)
        self.figure.show_made(self.draw)
        self._show_table(drawing.table)

    def draw(self, width: float) -> Drawing:
        """The picture for a width."""
        raise NotImplementedError

    def _show_table(self, table: Sequence[Sequence[str]]) -> None:
        rows = table[1:]
        if self._shown is None:
            shares = zip(table[0], _SHARES[self._view], strict=True)
            columns = [TableColumn(title, share) for title, share in shares]
            self._shown = DataTable(self._look, plan_pictures.view_name(self._view), columns)
            self._table_column.addWidget(self._shown)
        self._shown.show_rows(rows)


class DriverView(PlanPicture):
    """Aim, drivers and actions, by domain or by foundation."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        self._by: By = "domains"
        choices: tuple[By, ...] = ("domains", "foundations")
        self.by = segments_field(
            look, tr("Drivers are our"), [(each, plan_pictures.by_words(each)) for each in choices]
        )
        super().__init__(look, session, "drivers", parent)
        self.by.control.show_choice(self._by)
        self.by.control.chosen.connect(self._choose)

    def draw(self, width: float) -> Drawing:
        view = self._session.view
        rows = planning.in_order(view.assessment, view.plan, self._session.today)
        return plan_pictures.driver_diagram(
            view.understanding, view.assessment, view.plan, rows, self._by, drivers.SCREEN, width
        )

    def _place_choice(self, column: Box) -> None:
        column.addWidget(self.by)
        column.gap(18)

    def _choose(self, by: By) -> None:
        self._by = by
        self.refresh()


class EffortView(PlanPicture):
    """What an action takes against what it moves."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, "effort", parent)
        self.fold.setChecked(True)  # the picture has numbers alone, and this says whose they are

    def draw(self, width: float) -> Drawing:
        view = self._session.view
        rows = planning.in_order(view.assessment, view.plan, self._session.today)
        return plan_pictures.effort_picture(view.plan, rows, effort_impact.SCREEN, width)
