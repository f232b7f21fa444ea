"""What may stand beside an answer: reason, note, evidence, how sure, whose view, importance."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer
from nttp_readiness.domain.answers.reach import reach_in
from nttp_readiness.domain.editing import edits
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.answer_columns import ANSWER_COLUMNS
from nttp_readiness.presentation.words.importance import (
    VALUES,
    importance_choices,
    importance_effect,
    importance_hint,
)
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.reflect.evidence_section import EvidenceSection
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.field import Field, line_field, segments_field
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.prose import Prose


class AnswerNotes(QWidget):
    """The fields of the answer that is shown; each is kept as it is typed."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key, self._reach_of = session, "", ""
        self.fields: dict[str, Field[Any]] = {
            each.key: column_field(look, each) for each in ANSWER_COLUMNS if not each.apart
        }
        self.evidence = EvidenceSection(look, session)
        column_of_reach = next(each for each in ANSWER_COLUMNS if each.key == "reach")
        self._reach_hint = column_of_reach.hint()
        self.reach = line_field(look, column_of_reach.heading(), self._reach_hint)
        self.importance = segments_field(
            look,
            tr("How much this matters to us"),
            [(each, str(each)) for each in VALUES],
            importance_hint(),
        )
        self.effect = Prose(look, "", "where")
        column = Box(look, self, margins=(0, 6, 0, 12), spacing=16)
        note = self.fields["note"].control
        keys = tr("Enter begins a new line, Ctrl+Enter goes on.")
        note.setAccessibleDescription(f"{note.accessibleDescription()} {keys}".strip())
        self.reason = self.fields["reason"]
        """It stands where it is chosen that a question is not relevant, and not among these."""
        self.reason.name(tr("Why it is not relevant to us"))
        for key, field in self.fields.items():
            if key != "reason":
                column.addWidget(field)
            if key == "evidence":
                column.addWidget(self.evidence)
            edited = isinstance(field.control, LineEdit | TextArea)
            signal = field.control.edited if edited else field.control.chosen
            signal.connect(lambda value, key=key: self._type(key, value))
        column.addWidget(self.reach)
        self.reach.control.edited.connect(self._type_reach)
        self.reach.control.editingFinished.connect(self._say_reach)
        self._matters = QWidget()
        matters = Box(look, self._matters, spacing=6)
        matters.addWidget(self.importance)
        matters.addWidget(self.effect)
        column.addWidget(self._matters)
        self.importance.control.chosen.connect(self._set_importance)

    def show_answer(self, key: str) -> None:
        """Show what stands beside that answer."""
        self._key = key
        answer = self._answer()
        self.reason.setVisible(answer.choice == "not_relevant")
        given_by = self.fields["given_by"]
        given_by.setVisible(bool(answer.given_by) or given_by.control.hasFocus())
        # How much it matters is said where the whole is seen.
        self._matters.setVisible(self._session.assessment.part is None)
        for name, field in self.fields.items():
            control, value = field.control, getattr(answer, name)
            if isinstance(control, LineEdit | TextArea):
                control.show_text(value)
            else:
                control.show_choice(value)
        self.evidence.show_answer(key)
        self._show_reach(answer)
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
        marks = {"look_again": False, "come_back": False, "come_back_word": ""}
        written = answer.model_copy(update={"choice": None, **marks}) != NO_ANSWER
        return written or self._key in self._session.assessment.importance

    def _show_reach(self, answer: Answer) -> None:
        """What is kept, unless it is what stands here in other signs, or is still being typed."""
        unit = self._session.assessment.bank.by_id[self._key].unit
        counted = tr("If you count, count each {unit}.").format(unit=unit) if unit else ""
        self.reach.say_hint(f"{counted} {self._reach_hint}".strip())
        if self._key == self._reach_of and self.reach.control.hasFocus():
            return
        self._reach_of = self._key
        self.reach.control.show_text(words.reach_words(answer.reach))
        self.reach.clear_error()

    def _type_reach(self, text: str) -> None:
        with suppress(EditError):
            self._type("reach", reach_in(text))
            self.reach.clear_error()

    def _say_reach(self) -> None:
        """Once the person is done: what is not understood is said, and the last one is kept."""
        try:
            reach_in(self.reach.control.text())
        except EditError as problem:
            self.reach.show_error(problem.what)

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
        self._session.type_in(
            f"{self._key}/{name}",
            tr("Words beside {id}").format(id=self._key),
            edits.write_beside,
            self._key,
            **edits.answer_change(name, value),
        )
