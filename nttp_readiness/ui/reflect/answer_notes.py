"""What may stand beside an answer: reason, note, evidence, how sure, whose view, importance."""

from __future__ import annotations

from typing import get_args

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import NO_ANSWER, Answer, Confidence, EvidenceKind
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.importance import (
    VALUES,
    importance_choices,
    importance_effect,
    importance_hint,
)
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import (
    combo_field,
    line_field,
    segments_field,
    text_field,
)
from nttp_readiness.ui.widgets.prose import Prose


class AnswerNotes(QWidget):
    """The fields of the answer that is shown; each is kept as it is typed."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, ""
        self.reason = line_field(look, tr("Why it is not relevant to us"))
        self.note = text_field(
            look, tr("Note"), tr("Please leave out names and personal stories."), lines=3
        )
        self.evidence = text_field(
            look, tr("Evidence"), tr("What one could see or be shown. A page, a date, a count."),
            lines=2,
        )  # fmt: skip
        self.kind = combo_field(
            look,
            tr("How the evidence stands"),
            [(each, words.evidence_words(each)) for each in get_args(EvidenceKind)],
        )
        self.confidence = combo_field(
            look,
            tr("How sure are you?"),
            [(each, words.confidence_words(each)) for each in get_args(Confidence)],
        )
        self.view = line_field(
            look, tr("Whose view is this?"), tr("A group or a role, such as “night staff”.")
        )
        self.importance = segments_field(
            look,
            tr("How much this matters to us"),
            [(each, str(each)) for each in VALUES],
            importance_hint(),
        )
        self.effect = Prose(look, "", "where")
        column = Box(look, self, margins=(0, 6, 0, 12), spacing=16)
        for field in (
            self.reason, self.note, self.evidence, self.kind, self.confidence, self.view,
        ):  # fmt: skip
            column.addWidget(field)
        matters = Box(look, spacing=6)
        matters.addWidget(self.importance)
        matters.addWidget(self.effect)
        column.addLayout(matters)
        self.reason.control.edited.connect(lambda text: self._type("reason", text))
        self.note.control.edited.connect(lambda text: self._type("note", text))
        self.evidence.control.edited.connect(lambda text: self._type("evidence", text))
        self.view.control.edited.connect(lambda text: self._type("view", text))
        self.kind.control.chosen.connect(lambda value: self._type("evidence_kind", value))
        self.confidence.control.chosen.connect(lambda value: self._type("confidence", value))
        self.importance.control.chosen.connect(self._set_importance)

    def show_answer(self, key: str) -> None:
        """Show what stands beside that answer."""
        self._key = key
        answer = self._answer()
        self.reason.setVisible(answer.choice == "not_relevant")
        self.reason.control.show_text(answer.reason)
        self.note.control.show_text(answer.note)
        self.evidence.control.show_text(answer.evidence)
        self.view.control.show_text(answer.view)
        self.kind.control.show_choice(answer.evidence_kind)
        self.confidence.control.show_choice(answer.confidence)
        assessment = self._session.assessment
        self.importance.control.show_words(importance_choices(assessment, key))
        indicator = assessment.bank.by_id[key]
        self.importance.control.show_choice(assessment.importance_of(indicator))
        self._say_effect()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        self._say_effect()

    def filled(self) -> bool:
        """Whether something stands here already, so that it is shown opened."""
        answer = self._answer()
        written = answer.model_copy(update={"choice": None}) != NO_ANSWER
        return written or self._key in self._session.assessment.importance

    def _answer(self) -> Answer:
        return self._session.assessment.answer(self._key)

    def _say_effect(self) -> None:
        """Where the importance puts the action, worked out only while somebody can read it."""
        if self._key and self.isVisible():
            self.effect.say(importance_effect(self._session.view.card, self._key))

    def _set_importance(self, value: object) -> None:
        """The bank's own value is no value of ours."""
        bank = self._session.assessment.bank.by_id[self._key].importance
        ours = value if isinstance(value, int) and value != bank else None
        self._session.attempt(
            tr("Importance of {id}").format(id=self._key), edits.set_importance, self._key, ours
        )

    def _type(self, name: str, value: object) -> None:
        fields: dict[str, object] = {name: value}
        self._session.type_in(
            f"{self._key}/{name}",
            tr("Words beside {id}").format(id=self._key),
            edits.write_beside,
            self._key,
            **fields,
        )
