"""What can be done to the chosen actions of the plan. Each act is one step of undo, and is said."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.planned import HORIZONS, Horizon
from nttp_readiness.domain.editing import edits, plan_edits
from nttp_readiness.domain.editing.action_merging import merge_actions
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.action_columns import ACTION_COLUMNS, merged_words
from nttp_readiness.presentation.plan.owner_plan import typed_before
from nttp_readiness.presentation.plan.plan_sorting import no_moving_words
from nttp_readiness.presentation.words import words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.plan.table.inline_prompt import InlinePrompt, drop_ask, value_ask
from nttp_readiness.ui.plan.table.plan_drag import Gap
from nttp_readiness.ui.plan.table.plan_tree import PlanTree
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.name_offer import offer_names

Keys = tuple[str, ...]


class PlanCommands(QObject):
    """Serves the table: its signals come here, and its questions stand within it."""

    choice_wanted = Signal(object, str)
    """Ids and a field whose values are few enough for a menu."""

    def __init__(
        self, look: Look, session: Session, tree: PlanTree, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._look, self._session, self._tree = look, session, tree
        room = tree.viewport()
        self.drop_ask = drop_ask(look, room)
        self._asks: dict[str, InlinePrompt] = {"drop": self.drop_ask} | {
            each.key: value_ask(look, each, room)
            for each in ACTION_COLUMNS
            if each.shared and each.editor != "choice"
        }
        tree.offer(self._names)
        control = self._asks["owner"].field.control
        if isinstance(control, LineEdit):
            offer_names(look, control, self._names)
        for field, ask in self._asks.items():
            ask.kept.connect(self._back_to_rows)
            ask.grown.connect(lambda: QTimer.singleShot(0, self, self.place_asks))
            if field == "drop":
                ask.taken.connect(self.drop)
            else:
                ask.taken.connect(lambda keys, value, of=field: self.edit(keys, of, value))
        tree.edited.connect(self.edit)
        tree.shared_wanted.connect(self.ask_for)
        tree.stepped.connect(self.step)
        tree.sent.connect(self.send)
        tree.carried.connect(self.carry)
        tree.drop_wanted.connect(lambda keys: self.ask_for(keys, "drop"))

    # ---- changing

    def _names(self) -> tuple[str, ...]:
        """Owners who were typed before."""
        return typed_before(self._session.assessment)

    def edit(self, keys: Keys, field: str, value: object) -> None:
        """Give these actions that value."""
        self._focus_rows()
        fields = edits.action_change(field, value)
        if self._session.attempt(
            _label(keys, tr("Change an action")), plan_edits.change_actions, keys, **fields
        ):
            self._say(keys, trn("{n} action changed", "{n} actions changed", len(keys)))

    def drop(self, keys: Keys, reason: str) -> None:
        self._focus_rows()
        label = tr("Drop an action")
        if len(keys) > 1:
            label = trn("Drop {n} action", "Drop {n} actions", len(keys))
        if self._session.attempt(label, plan_edits.drop_actions, keys, reason):
            self._say(keys, trn("{n} action dropped", "{n} actions dropped", len(keys)))

    def merge(self, into: str, other: str) -> None:
        """Let one action stand for the other as well."""
        self._focus_rows()
        label = tr("Merge two actions")
        if self._session.attempt(label, merge_actions, into, other, merged_words):
            self._tree.go_to(into)
            announce(self._tree, tr("Merged. Nothing that you wrote is lost."))

    # ---- moving

    def step(self, keys: Keys, step: int) -> None:
        """Move past the next row that is shown, which a filter may have brought near."""
        if not self._tree.sorting.own:
            self._session.refused.emit(no_moving_words())
            return
        row = self._tree.current_row()
        first = row.key if row is not None and row.key in keys else keys[0]
        shown = self._shown_with(first)
        moved = [key for key in shown if key in keys]
        at = shown.index(moved[0] if step < 0 else moved[-1]) + step
        entry = self._session.view.plan.find(first)
        if entry is None or not 0 <= at < len(shown):
            return
        horizon = entry.action.horizon
        rest = [key for key in self._order(horizon) if key not in moved]
        self._move(tuple(moved), horizon, rest.index(shown[at]) + (step > 0))

    def send(self, keys: Keys, horizon: Horizon) -> None:
        """Move to the end of a horizon what is not there yet."""
        there = self._order(horizon)
        moved = tuple(key for key in keys if key not in there)
        if moved and horizon in HORIZONS:
            self._move(moved, horizon, None)

    def carry(self, keys: Keys, gap: Gap) -> None:
        """Move to where they were dragged; in a sorted table only to another horizon."""
        horizon = next(each for each in HORIZONS if each == gap.horizon)
        if not self._tree.sorting.own and set(keys) <= set(self._order(horizon)):
            self._session.refused.emit(no_moving_words())
            return
        rest = [key for key in self._order(horizon) if key not in keys]
        place = None
        if gap.below in rest:
            place = rest.index(gap.below)
        elif gap.above in rest:
            place = rest.index(gap.above) + 1
        self._move(keys, horizon, place)

    def _move(self, keys: Keys, horizon: Horizon, place: int | None) -> None:
        label = tr("Move an action")
        if len(keys) > 1:
            label = trn("Move {n} action", "Move {n} actions", len(keys))
        if not self._session.attempt(label, plan_edits.move_actions, keys, horizon, place):
            return
        order = self._order(horizon)
        said = tr("{place}, {n} of {of}").format(
            place=words.horizon_words(horizon), n=order.index(keys[0]) + 1, of=len(order)
        )
        if len(keys) > 1:
            said = trn("{n} action: {where}", "{n} actions: {where}", len(keys), where=said)
        announce(self._tree, said)
        self._tree.bring_into_view()

    # ---- asking

    def ask_for(self, keys: Keys, field: str) -> None:
        """Ask where the actions stand: for the reason to drop them, or for what they share."""
        ask = self._asks.get(field)
        if ask is None:
            self.choice_wanted.emit(keys, field)
            return
        for other in self._asks.values():
            other.put_away()
        entry = self._session.view.plan.find(keys[0])
        if entry is None:
            return
        if len(keys) == 1:
            self._tree.go_to(keys[0])
        title = tr("Drop “{title}”").format(title=planning.title_of(entry))
        if len(keys) > 1 or field != "drop":
            title = (
                trn("Drop {n} action", "Drop {n} actions", len(keys))
                if field == "drop"
                else trn("Change {n} action", "Change {n} actions", len(keys))
            )
        ask.ask(keys, title)
        self.place_asks()
        self._tree.ensure_visible(ask.geometry())

    def place_asks(self) -> None:
        """Put the open question below its action, and away where that has gone."""
        for ask in self._asks.values():
            if not ask.keys:
                continue
            current = self._tree.current_key()
            key = current if current in ask.keys else ask.keys[-1]
            if not self._tree.rows.find(key).isValid():
                ask.put_away()
                continue
            row = self._tree.visualRect(self._tree.rows.find(key))
            row.setX(self._look.px(40))
            ask.stand_below(row, self._tree.viewport())

    # ---- below

    def _order(self, horizon: Horizon) -> list[str]:
        return [each.action.id for each in self._session.view.plan.at(horizon)]

    def _shown_with(self, key: str) -> list[str]:
        for group in self._tree.rows.groups:
            keys = [row.key for row in group.rows]
            if key in keys:
                return keys
        return [key]

    def _back_to_rows(self, keys: Keys) -> None:
        if len(keys) == 1:
            self._tree.go_to(keys[0])
        self._focus_rows()

    def _focus_rows(self) -> None:
        self._tree.setFocus(Qt.FocusReason.OtherFocusReason)

    def _say(self, keys: Keys, sentence: str) -> None:
        if len(keys) > 1:
            announce(self._tree, sentence)


def _label(keys: Keys, one: str) -> str:
    return one if len(keys) == 1 else trn("Change {n} action", "Change {n} actions", len(keys))
