"""The end of an action's form: take a suggestion up, drop it, bring it back, or merge it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.domain.plan.plan import Entry
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import merged_words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.table.inline_prompt import drop_ask
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import combo_field
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class ActionEnding(QWidget):
    """`go` asks for an address after the action has gone from the plan."""

    go = Signal(Address)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._key = session, ""
        self._words = Prose(look, "", "guide")
        self.keep = Button(look, tr("Take it into the plan"), "second", "tick", small=True)
        self.back = Button(look, tr("Bring back"), "second", small=True)
        self.drop = Button(look, tr("Drop this action"), "link")
        self.drop_ask = drop_ask(look)
        merging = QWidget()
        self.other = combo_field(
            look,
            tr("The other action"),
            (),
            tr("Its text is added here, and nothing is lost."),
        )
        self.merge = Button(look, tr("Merge it into this one"), small=True)
        inside = Box(look, merging, margins=(0, 4, 0, 14), spacing=12)
        inside.addWidget(self.other)
        inside.addWidget(self.merge)
        self.fold = Fold(look, tr("Merge with another action"), "", merging)
        column = Box(look, self)
        column.addWidget(Rule(look))
        column.addWidget(self.fold)
        column.addWidget(merging)
        column.addWidget(Rule(look))
        column.gap(14)
        column.addWidget(self._words)
        column.gap(6)
        buttons = Flow(look, gap=20)
        for button in (self.keep, self.back, self.drop):
            buttons.addWidget(button)
        column.addLayout(buttons)
        column.addWidget(self.drop_ask)
        self.keep.clicked.connect(self._keep)
        self.back.clicked.connect(self._bring_back)
        self.drop.clicked.connect(self._ask)
        self.merge.clicked.connect(self._merge)
        self.other.control.chosen.connect(lambda _value: self.merge.setEnabled(True))
        self.drop_ask.taken.connect(self._drop)
        self.drop_ask.kept.connect(lambda _key: self.drop.setFocus(Qt.FocusReason.OtherFocusReason))

    def show_action(self, entry: Entry) -> None:
        action, plan = entry.action, self._session.view.plan
        if action.id != self._key:
            self._key = action.id
            self.drop_ask.put_away()
            self.fold.setChecked(False)
        gone = action.status == "dropped"
        self.keep.setVisible(not entry.kept)
        self.back.setVisible(gone)
        self.drop.setVisible(not gone)
        self.fold.setVisible(not gone)
        self._words.say(_state(entry))
        self._words.setVisible(bool(_state(entry)))
        others = [
            (each.action.id, planning.title_of(each))
            for each in plan.live
            if each.action.id != action.id
        ]
        self.other.control.set_choices(others)
        self.merge.setEnabled(self.other.control.value is not None)

    def _keep(self) -> None:
        self.drop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.attempt(tr("Take an action up"), edits.keep_action, self._key)

    def _bring_back(self) -> None:
        self.drop.show()
        self.drop.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.attempt(tr("Bring an action back"), edits.bring_back, self._key)

    def _ask(self) -> None:
        entry = self._session.view.plan.find(self._key)
        if entry is not None:
            title = tr("Drop “{title}”").format(title=planning.title_of(entry))
            self.drop_ask.ask((self._key,), title)

    def _drop(self, _keys: object, reason: str) -> None:
        if self._session.attempt(tr("Drop an action"), edits.drop_action, self._key, reason):
            self.go.emit(Address(Page.PLAN))

    def _merge(self) -> None:
        other = self.other.control.value
        if isinstance(other, str):
            self._session.attempt(
                tr("Merge two actions"),
                merge_actions,
                self._key,
                other,
                merged_words,
            )
            self.fold.setFocus(Qt.FocusReason.OtherFocusReason)


def _state(entry: Entry) -> str:
    if entry.action.status == "dropped":
        reason = entry.action.drop_reason.strip()
        return tr("Dropped. Reason: {reason}").format(reason=reason) if reason else tr("Dropped.")
    return "" if entry.kept else tr("Our answers suggest this. It is not in the plan yet.")
