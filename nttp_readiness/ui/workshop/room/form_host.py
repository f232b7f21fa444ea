"""The forms of the wall: counts before the reveal; an action or a kept view after it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.workshop import Tally
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.wall_slides import Slide
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.workshop.room.count_form import CountForm
from nttp_readiness.ui.workshop.room.question_slides import After, Before
from nttp_readiness.ui.workshop.room.wall_commands import WallCommands
from nttp_readiness.ui.workshop.room.wall_forms import KeptView, KeptWords, SpotAction, WallForm

Drafts = dict[tuple[str, str], tuple[str, ...]]
"""What was left half-written, by the kind of form and what it is about."""


class FormHost(QObject):
    """One form at a time. `said` has something to say on the wall; `opened` and `closed` follow a
    form that came or went. `shown` gives the slide that is on the wall.
    """

    said = Signal(str)
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        look: Look,
        window: QWidget,
        places: tuple[Before, After],
        acts: WallCommands,
        shown: Callable[[], Slide | None],
        drafts: Drafts,
    ) -> None:
        super().__init__(window)
        self._drafts = drafts
        self._place = ""
        """What is being written about: a question, and with counts the group too."""

        self._as_it_was: tuple[str, ...] = ()
        self._before, self._after = places
        self._acts, self._shown = acts, shown
        self._open: WallForm | CountForm | None = None
        self._to_count: list[tuple[str, int, Tally | None]] = []
        self.action, self.kept, self.count = SpotAction(look), KeptView(look), CountForm(look)
        self.words = KeptWords(look)
        self.words.noted.connect(self._note_words)
        for form in (self.action, self.kept, self.words, self.count):
            form.setParent(window)
            form.hide()
            form.left.connect(self.close)
        self.action.added.connect(self._add_action)
        self.kept.kept.connect(self._keep_view)
        self.count.counted.connect(self._counted)

    def open_action(self) -> None:
        """An action on the spot."""
        self._open_after(self.action, ("", "", ""))

    def open_view(self) -> None:
        """A view to keep beside the level."""
        shown = self._shown()
        if shown is not None:
            self._open_after(self.kept, (shown.minority,))

    def open_words(self) -> None:
        """What was seen, what is strong, and what to improve."""
        shown = self._shown()
        if shown is not None:
            self._open_after(self.words, (shown.evidence, shown.strengths, shown.improve))

    def open_count(self) -> None:
        """Counts of hands, cards or slips, one group after another."""
        shown = self._shown()
        if shown is None or not shown.collects:
            return
        self._to_count = list(self._acts.to_count(shown.indicator))
        if not self._to_count:
            self.said.emit(tr("Everybody answers this by ballot, so no counts are typed."))
            return
        self._open = self.count
        self._before.show_form(self.count)
        self._next_group(shown)
        self.opened.emit()

    @property
    def is_open(self) -> bool:
        """Whether somebody is writing."""
        return self._open is not None

    @property
    def is_counting(self) -> bool:
        """Whether counts are being typed, which have the place of the question alone."""
        return self._open is self.count

    def close(self) -> None:
        """Take away what is open, if anything is. What was typed in it is there again when it is
        opened at the same question.
        """
        if self._open is None:
            return
        if self._remember(self._open):
            self._leave()
            self.said.emit(tr("Not kept yet. What you typed is there when you open it again here."))
        else:
            self._leave()

    def _remember(self, form: WallForm | CountForm) -> bool:
        """Whether anything was typed that is nowhere else."""
        half = form.written() != self._as_it_was
        if half:
            self._drafts[form.kind, self._place] = form.written()
        return half

    def _leave(self) -> None:
        if self._open is None:
            return
        (self._before if self._open is self.count else self._after).show_form(None)
        self._open = None
        self.closed.emit()

    def say_problem(self, sentence: str) -> None:
        """Why what was typed could not be taken."""
        if self._open is self.count:
            self.count.say_problem(sentence)

    def _open_after(self, form: WallForm, texts: tuple[str, ...]) -> None:
        shown = self._shown()
        if shown is None or shown.state == "open":
            return
        self._open, self._place, self._as_it_was = form, shown.indicator, texts
        self._after.show_form(form)
        form.begin(self._drafts.get((form.kind, self._place), texts))
        self.opened.emit()

    def _next_group(self, shown: Slide) -> None:
        name, size, tally = self._to_count.pop(0)
        self.count.begin(name, size, tally, [level.name for level in shown.levels])
        self._place, self._as_it_was = f"{shown.indicator} {name}", self.count.written()
        if half := self._drafts.get((self.count.kind, self._place)):
            self.count.write(half)

    def _settled(self, form: WallForm | CountForm) -> None:
        """What was typed is in the document."""
        self._drafts.pop((form.kind, self._place), None)

    def _counted(self, group: str, tally: Tally) -> None:
        shown = self._shown()
        if shown is None or not self._acts.count(shown.indicator, group, tally):
            return
        self._settled(self.count)
        if self._to_count:
            self._next_group(shown)
        else:
            self._leave()

    def _add_action(self, title: str, owner: str, due: dt.date | None) -> None:
        shown = self._shown()
        if shown is not None and self._acts.add_action(shown.indicator, title, owner, due):
            self._settled(self.action)
            self._leave()
            self.said.emit(tr("Added to the plan: {title}").format(title=title.strip()))

    def _note_words(self, evidence: str, strengths: str, improve: str) -> None:
        shown = self._shown()
        if shown is None or self._acts.note_words(shown.indicator, evidence, strengths, improve):
            self._settled(self.words)
            self._leave()

    def _keep_view(self, sentence: str) -> None:
        shown = self._shown()
        if shown is None or self._acts.keep_view(shown.indicator, shown.agreed, sentence):
            self._settled(self.kept)
            self._leave()
