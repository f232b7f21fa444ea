"""Our own view of the stage: agree with it, or say another one and why."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import Assessment, StageView
from nttp_readiness.domain.answers.fields import STAGE_VIEW_FIELDS
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.understand.working_panel import Worked
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import radio_field, text_field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice


class StageViewForm(Worked):
    """What is chosen and written is kept at once; the computed stage is never changed by it."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, parent)
        self._session = session
        self.say(
            tr(
                "Your answers lead to a stage, but you know your organisation. Agree, or say"
                " which stage fits better and why. Both are shown, here and in the plan."
            )
        )
        self.column.gap(4)
        stages = session.assessment.bank.stages
        self.stage = radio_field(
            look, tr("The stage that fits"), [RadioChoice(each.id, each.name) for each in stages]
        )
        self.reason = text_field(
            look,
            tr("Why"),
            tr("Needed if you choose another stage. Please leave out personal stories and names."),
            lines=2,
        )
        self.reason.limit_to(STAGE_VIEW_FIELDS["reason"].limit)
        self._back = Button(look, tr("Take back our view"), "link")
        self.stage.control.chosen.connect(lambda _: self._keep())
        self.reason.control.edited.connect(lambda _: self._keep("stage_view"))
        self._back.clicked.connect(self._take_back)
        self.column.addWidget(self.stage)
        self.column.gap(14)
        self.column.addWidget(self.reason)
        self.column.gap(4)
        self.column.addWidget(self._back)

    def refresh(self) -> None:
        """Show the view that the document holds; a stage that still wants its reason stays."""
        view = self._session.assessment.stage_view
        waiting = bool(self.reason.error)
        if view is not None and not waiting:
            self.stage.control.show_choice(view.stage)
            self.reason.control.show_text(view.reason)
        elif not waiting:
            self.stage.control.show_choice(None)
            self.reason.control.show_text("")
        self.reason.setVisible(self.stage.control.value is not None)
        self._back.setVisible(view is not None)

    def _keep(self, typing_in: str = "") -> None:
        readiness = self._session.view.card.readiness
        stage, reason = self.stage.control.value, self.reason.control.text()
        if stage is None or readiness.stage is None:
            return
        self.reason.setVisible(True)
        if stage != readiness.stage.id and not reason.strip():
            self.reason.show_error(tr("Please say in a sentence why this stage fits better."))
            return
        self.reason.clear_error()
        self._session.type_in(
            typing_in,
            tr("Our view of the stage"),
            _seen_as,
            StageView(stage=str(stage), computed=readiness.stage.id, on=self._session.today),
            reason,
        )

    def _take_back(self) -> None:
        self.reason.clear_error()
        self._session.attempt(tr("Our view taken back"), edits.set_stage_view, None)
        self.stage.control.focus_choice()


def _seen_as(assessment: Assessment, view: StageView, reason: str) -> Assessment:
    return edits.set_stage_view(assessment, edits.changed(view, reason=reason))
