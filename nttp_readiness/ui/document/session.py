"""The open document: one way in for every change, with undo, and word of it to the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import Concatenate, ParamSpec

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.released_states import fixed_counts, with_present_counts
from nttp_readiness.domain.exchange.sharing_out import dated
from nttp_readiness.domain.plan.plan import Plan, plan_of
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.group.group_results import GroupResults, group_results
from nttp_readiness.presentation.readiness.understanding import Understanding, understand

MOST_UNDO = 500
P = ParamSpec("P")


class View:
    """A document with what is computed from it, each part once and only when it is asked for."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment

    @cached_property
    def card(self) -> Scorecard:
        return score(self.assessment)

    @cached_property
    def plan(self) -> Plan:
        return plan_of(self.assessment, self.card.suggestions)

    @cached_property
    def understanding(self) -> Understanding:
        return understand(self.card)

    @cached_property
    def room_results(self) -> GroupResults | None:
        """What the room may see of the latest round of a workshop."""
        return group_results(self.assessment, "room")


class Session(QObject):
    """Holds the document. `changed` follows every change, undo and redo included."""

    changed = Signal(object, object)
    """The documents before and after."""
    refused = Signal(str)
    """A sentence that says why a change was not possible."""

    def __init__(self, assessment: Assessment, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.touched = False
        """Whether a person changed anything since: from then on there is something to keep."""
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_UNDO)
        self._view = View(assessment)

    @property
    def view(self) -> View:
        """The document now, with what is computed from it."""
        return self._view

    @property
    def assessment(self) -> Assessment:
        return self._view.assessment

    @property
    def today(self) -> dt.date:
        """The day on the person's own calendar."""
        return dt.date.today()  # noqa: DTZ011 - a due date has no time zone

    def apply(self, label: str, after: Assessment, *, typing_in: str = "") -> None:
        """Make the change, under a name that undo shows.

        `typing_in` names a field: what is typed there in one go is undone in one go. A change that
        changes nothing is not kept.
        """
        if after is self.assessment or after == self.assessment:
            return
        self.touched = True  # before it is told of: the stack counts a change only afterwards
        self.undo_stack.push(_Change(self, label, self.assessment, after, typing_in))

    def attempt(
        self,
        label: str,
        edit: Callable[Concatenate[Assessment, P], Assessment],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Apply an edit function to the document; False, and `refused`, where it cannot be."""
        return self.type_in("", label, edit, *arguments, **named)

    def type_in(
        self,
        field: str,
        label: str,
        edit: Callable[Concatenate[Assessment, P], Assessment],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """The same for words typed in a field: one go of typing is one step of undo."""
        try:
            after = edit(self.assessment, *arguments, **named)
        except EditError as problem:
            self.refused.emit(str(problem))
            return False
        after = dated(self.assessment, after, self.today)
        self.apply(label, after, typing_in=field)
        return True

    def attempt_for_good(
        self,
        edit: Callable[Concatenate[Assessment, P], Assessment],
        *arguments: P.args,
        **named: P.kwargs,
    ) -> bool:
        """Like `attempt`, and no undo leads back behind it: what was looked at was looked at, and
        what people handed in stays in.
        """
        try:
            after = edit(self.assessment, *arguments, **named)
        except EditError as problem:
            self.refused.emit(str(problem))
            return False
        self.undo_stack.clear()
        if after is not self.assessment:
            self.touched = True
            self._set(after)
        return True

    def note_place(self, after: Assessment) -> None:
        """Keep where the person is, without a step of undo."""
        self._set(after)

    def _set(self, after: Assessment) -> None:
        before, self._view = self.assessment, View(after)
        self.changed.emit(before, after)


class _Change(QUndoCommand):
    """A step from one document to the next; both are kept whole, which costs little."""

    def __init__(
        self, session: Session, label: str, before: Assessment, after: Assessment, typing_in: str
    ) -> None:
        super().__init__(label)
        self._session, self._before, self.after = session, before, after
        self.typing_in = typing_in

    def redo(self) -> None:
        self._session._set(self._with_place(self.after))  # noqa: SLF001 - one pair of classes

    def undo(self) -> None:
        self._session._set(self._with_place(self._before))  # noqa: SLF001

    def id(self) -> int:
        return 1 if self.typing_in else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.typing_in != self.typing_in:
            return False
        self.after = other.after
        return True

    def _with_place(self, document: Assessment) -> Assessment:
        """Undo takes back what was said, not where the person is, and opens no closed vote."""
        here = self._session.assessment
        document = with_present_counts(document, here)
        if document.workshop is None and fixed_counts(here):
            document = document.model_copy(update={"workshop": here.workshop})
        if document.place == here.place:
            return document
        return document.model_copy(update={"place": here.place})
