"""Help to write a measure: plain prompts, the sentence that they make, and what it leaves open."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import aims
from nttp_readiness.presentation.readiness.aims import Aim, Prompt
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.field import Field, date_field, line_field
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.unread import unread_in
from nttp_readiness.values import replace


class MeasureHelp(QWidget):
    """What is written under the prompts stays there for each action while the page is open; the
    document has it once the button was pressed.
    """

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, ""
        self._aims: dict[str, Aim] = {}
        self.prompts: dict[Prompt, Field[LineEdit] | Field[DateEdit]] = {}
        inside = QWidget()
        column = Box(look, inside, margins=(26, 6, 0, 14))
        for prompt in aims.PROMPTS:
            said = aims.prompt_words(prompt)
            if prompt == "when":
                date = date_field(look, said.question, said.example)
                date.control.edited.connect(lambda day: self._write("when", day))
                self.prompts[prompt] = date
            else:
                line = line_field(look, said.question, said.example)
                line.control.edited.connect(lambda text, of=prompt: self._write(of, text))
                self.prompts[prompt] = line
            column.addWidget(self.prompts[prompt])
            column.gap(12)
        self._sentence = Prose(look, "", "body_strong")
        self._open = Prose(look, "", "where")
        self.use = Button(look, tr("Put it into “How we will know”"), small=True)
        column.addWidget(self._sentence)
        column.gap(2)
        column.addWidget(self._open)
        column.gap(10)
        column.addWidget(self.use)
        self.fold = Fold(look, tr("Help to write a measure"), "", inside, kind="guide_strong")
        whole = Box(look, self)
        whole.addWidget(self.fold)
        whole.addWidget(inside)
        self.use.clicked.connect(self._use)

    def show_action(self, entry: Entry) -> None:
        """Show what was written for that action, and what its own words leave open."""
        another = entry.action.id != self._key
        self._key = entry.action.id
        self.fold.say(tr("Help to write a measure"), aims.lacking_in(entry.action))
        if not another:
            return
        self.fold.setChecked(self._key in self._aims)
        aim = self._aim()
        for prompt, field in self.prompts.items():
            value = getattr(aim, prompt)
            if isinstance(field.control, DateEdit):
                field.control.show_date(value)
            else:
                field.control.show_text(value)
        self._show_sentence()

    def _aim(self) -> Aim:
        return self._aims.get(self._key, Aim())

    def _write(self, prompt: Prompt, value: str | dt.date | None) -> None:
        fields: dict[str, object] = {prompt: value}
        self._aims[self._key] = replace(self._aim(), **fields)  # type: ignore[arg-type]
        self._show_sentence()

    def _show_sentence(self) -> None:
        said = aims.sentence(self._aim())
        self._sentence.say(said)
        self._sentence.setVisible(bool(said))
        self._open.say(aims.still_open(self._aim()))
        self.use.setEnabled(bool(said))

    def _use(self) -> None:
        unread = unread_in(self)
        if unread is not None:  # the field says what to write
            unread.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        entry = self._session.view.plan.find(self._key)
        if entry is None:
            return
        fields = aims.with_measure(entry.action, self._aim())
        if fields and self._session.attempt(
            tr("Write a measure"), edits.change_action, self._key, **fields
        ):
            announce(self, tr("Put into “How we will know”."))
        self.use.setFocus(Qt.FocusReason.OtherFocusReason)
