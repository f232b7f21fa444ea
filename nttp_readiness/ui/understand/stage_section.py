"""Where we stand: safety stops, the stage, what it means, and how it was worked out."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.figures.shapes import Drawing
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import pictures, standing_words
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.document.session import Session, View
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.lazy_working import LazyWorking
from nttp_readiness.ui.understand.stage_view_form import StageViewForm
from nttp_readiness.ui.understand.working_panel import change_panel, stage_panel
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.figures.fluid_figure import FluidFigure
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.readiness.safety_stops import SafetyStops
from nttp_readiness.ui.widgets.section import Section

_MEASURE = 720
"""Sentences are at most so wide."""


class StageSection(Section):
    """`question` asks for a question by its id."""

    question = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._session = session
        self._stops = SafetyStops(look)
        self._stops.question_wanted.connect(self.question)
        self._where = Prose(look, "", "where")
        self._stage = Prose(look, "", "stage")
        self._sentence = Prose(look, "", "lead")
        self._advice = Prose(look, "", "body")
        self._bar = FluidFigure(look, self._draw_bar)
        self._quiet = Prose(look, "", "small")
        self._view = Prose(look, "", "body")
        self._working = LazyWorking(look, tr("How was this worked out?"), stage_panel)
        self._change = LazyWorking(look, tr("What would change this?"), change_panel)
        self._working.question.connect(self.question)
        self._change.question.connect(self.question)
        self.form = StageViewForm(look, session)
        self._own = Fold(look, tr("Does this stage fit?"), tr("our own view"), self.form, link=True)
        column = Box(look, self)
        column.addWidget(self._stops)
        column.addWidget(self._where)
        column.gap(2)
        column.addWidget(self._stage)
        column.gap(6)
        self._words = Box(look)
        self._words.addWidget(self._sentence)
        self._words.gap(6)
        self._words.addWidget(self._advice)
        column.addLayout(self._words)
        column.gap(18)
        column.addWidget(self._bar)
        column.gap(10)
        self._ours = Box(look)
        self._ours.addWidget(self._view)
        column.addLayout(self._ours)
        column.gap(4)
        column.addWidget(self._quiet)
        column.gap(10)  # the ring around the first link leaves the words above it free
        for fold, body in self._folds():
            column.addWidget(fold)
            column.addWidget(body)

    def refresh(self) -> None:
        view, assessment = self._session.view, self._session.assessment
        standing, staged = view.understanding, view.understanding.at is not None
        self._stops.show_stops(standing.safety_stops)
        self._where.say(standing_words.where_words(assessment))
        self._stage.say(standing.stage)
        self._sentence.say(standing.sentence)
        self._advice.say(standing.advice)
        self._advice.setVisible(bool(standing.advice))
        self._bar.setVisible(staged)
        if staged:
            self._bar.show_made(self._draw_bar)
        self._quiet.say(f"{standing.disclaimer}. {standing.coverage}")
        self._show_view(view)
        self._working.refresh(view.card)
        self._change.refresh(view.card)
        self.form.refresh()
        for fold, body in self._folds():
            fold.setVisible(staged)
            body.setVisible(staged and fold.isChecked())

    def fit(self, units: float) -> None:
        spare = self.look.px(max(0, units - _MEASURE))
        for box in (self._words, self._ours):
            box.setContentsMargins(0, 0, spare, 0)

    def _folds(self) -> tuple[tuple[Fold, QWidget], ...]:
        opening = ((each.fold, each) for each in (self._working, self._change))
        return (*opening, (self._own, self.form))

    def _show_view(self, view: View) -> None:
        ours = standing_words.our_view(view.card)
        self._view.setVisible(ours is not None)
        if ours is not None:
            reason = tr("Our reason: {reason}").format(reason=ours.reason) if ours.reason else ""
            rest = " ".join(filter(None, (ours.computed, reason)))
            self._view.say((Run(ours.sentence, bold=True), Run(f" {rest}" if rest else "")))

    def _draw_bar(self, width: float) -> Drawing:
        return pictures.stage_bar(self._session.view.understanding, width)
