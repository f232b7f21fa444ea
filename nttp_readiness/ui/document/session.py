"""The open document: one way in for every change, with undo, and word of it to the pages."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, TypeVar

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.released_states import fixed_counts, with_present_counts
from nttp_readiness.domain.exchange.sharing_out import dated
from nttp_readiness.domain.plan.plan import Plan, plan_of
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.readiness.understanding import Understanding, understand
from nttp_readiness.ui.document.typed_words import Stretch, before_it, goes_on, stretch
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.undo_keys import OF_DOCUMENT
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from nttp_readiness.presentation.group.group_results import GroupResults

MOST_UNDO = 2000
"""Steps, of which each word that is typed is one."""
P = ParamSpec("P")
Part = TypeVar("Part", bound=QWidget)


class View:
    """A document with what is computed from it, each part once and only when it is asked for."""

    def __init__(self, assessment: Assessment) -> None:
        self.assessment = assessment

    def elsewhere(self, assessment: Assessment) -> View:
        """The same document with the person in another place: no figure knows of that."""
        view = View(assessment)
        view.__dict__ = {**self.__dict__, "assessment": assessment}
        return view

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
        if self.assessment.workshop is None:
            return None
        from nttp_readiness.presentation.group.group_results import group_results  # noqa: PLC0415 - for a workshop

        return group_results(self.assessment, "room")


class Session(QObject):
    """Holds the document. `changed` follows every change, undo and redo included."""

    changed = Signal(object, object)
    """The documents before and after."""
    refused = Signal(str)
    """A sentence that says why a change was not possible."""

    def __init__(
        self, assessment: Assessment, parent: QObject | None = None, *, view: View | None = None
    ) -> None:
        """`view` is the same document where something was computed from it before."""
        super().__init__(parent)
        self.touched = False
        """Whether a person changed anything since: from then on there is something to keep."""
        self.mend_first = ""
        """The last sentence on a change that was not possible: the next change makes it old."""
        self.ready: dict[Callable[[Look, Session], QWidget], Any] = {}
        """Parts of pages that were made while nobody waited, by their kind; a page takes them."""
        self._read_aloud: set[str] = set()
        self.undo_stack = QUndoStack(self)
        self.undo_stack.setUndoLimit(MOST_UNDO)
        self._view = view or View(assessment)

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

    def refuse(self, sentence: str) -> None:
        """Say why something was not possible, or what is to be mended first. With the next change
        that is over; what else is told by `refused` is not.
        """
        self.mend_first = sentence
        self.refused.emit(sentence)

    def first_time(self, what: str) -> bool:
        """Whether something has not been read aloud yet while this document is open; from now on
        it has. Whoever hears every page tires of what is said twice.
        """
        first = what not in self._read_aloud
        self._read_aloud.add(what)
        return first

    def apply(
        self, label: str, after: Assessment, *, typing_in: str = "", text: str | None = None
    ) -> None:
        """Make the change, under a name that undo shows.

        `typing_in` names a field, and `text` what stands in it now: it is undone word by word. Of a
        field without a text all that is set in one go is undone in one go. A change that
        changes nothing is not kept.
        """
        if after is self.assessment or after == self.assessment:
            return
        self.touched = True  # before it is told of: the stack counts a change only afterwards
        self.undo_stack.push(_Change(self, label, self.assessment, after, _Typed(typing_in, text)))

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
        """The same for words typed in a field: each word is one step of undo."""
        try:
            after = edit(self.assessment, *arguments, **named)
        except EditError as problem:
            self.refuse(str(problem))
            return False
        after = dated(self.assessment, after, self.today)
        texts = [each for each in named.values() if isinstance(each, str)]
        if field:
            _mark_field()
        self.apply(label, after, typing_in=field, text=texts[0] if len(texts) == 1 else None)
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
            self.refuse(str(problem))
            return False
        self.undo_stack.clear()
        if after is not self.assessment:
            self.touched = True
            self._set(after)
        return True

    def part(self, kind: Callable[[Look, Session], Part], look: Look) -> Part:
        """A part of a page: the one that was made ahead, else a new one."""
        made: Part | None = self.ready.pop(kind, None)
        return made if made is not None else kind(look, self)

    def take(self, view: View) -> None:
        """Hold that document in place of one that nobody has seen: pages that were made before it
        was known show it from their next refresh on.
        """
        if self.touched or self.undo_stack.count():
            message = "Somebody works on this document."
            raise RuntimeError(message)
        self._view = view

    def note_place(self, after: Assessment) -> None:
        """Keep where the person is, without a step of undo."""
        before, self._view = self.assessment, self._view.elsewhere(after)
        self.changed.emit(before, after)

    def _set(self, after: Assessment) -> None:
        before, self._view = self.assessment, View(after)
        self.changed.emit(before, after)


def _mark_field() -> None:
    """The field in which somebody is typing leaves undo to the document from now on."""
    focus = QApplication.focusWidget()
    if focus is not None and not focus.property(OF_DOCUMENT):
        focus.setProperty(OF_DOCUMENT, True)


@dataclass(frozen=True, slots=True)
class _Typed:
    """A field in which somebody types, empty for any other change, and what stands in it now."""

    field: str
    text: str | None


class _Change(QUndoCommand):
    """A step from one document to the next; both are kept whole, which costs little."""

    def __init__(
        self, session: Session, label: str, before: Assessment, after: Assessment, typed: _Typed
    ) -> None:
        super().__init__(label)
        self._session, self._before, self.after = session, before, after
        self.typed = typed
        self._last: Stretch | None = None

    def redo(self) -> None:
        self._session._set(self._with_place(self.after))  # noqa: SLF001 - one pair of classes

    def undo(self) -> None:
        self._session._set(self._with_place(self._before))  # noqa: SLF001

    def id(self) -> int:
        return 1 if self.typed.field else -1

    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _Change) or other.typed.field != self.typed.field:
            return False
        before, now = self.typed.text, other.typed.text
        if before is not None and now is not None:
            change = stretch(before, now)
            if not goes_on(self._last or before_it(change), before, change):
                return False
            self._last = change
        self.after, self.typed = other.after, other.typed
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
