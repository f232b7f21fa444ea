"""One person's way through the questions. Their answers live here and nowhere else."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import ballot_words
from nttp_readiness.presentation.readiness import reflecting
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.tab_order import go_to_next
from nttp_readiness.ui.widgets.arrival import arrive_at, lead_below
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.answer_card import LEAST_LOW, LOW_HEIGHT
from nttp_readiness.ui.widgets.fields.answer_group import AnswerGroup, Value
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.widgets.statement import Statement
from nttp_readiness.ui.workshop.asking import Asking
from nttp_readiness.ui.workshop.ballots.ballot_bar import BallotBar


class BallotWalk(QWidget):
    """`done` is emitted when the person says so, `stopped` when they would rather not.

    Take what was answered with `hand_over`, which leaves nothing behind.
    """

    done = Signal()
    stopped = Signal()
    support = Signal()
    answered = Signal()
    """An answer was given or cleared, or something written beside it."""

    def __init__(
        self,
        look: Look,
        *,
        last: str,
        stop: str,
        ending: str,
        why: str,
        parent: QWidget | None = None,
    ) -> None:
        """`why` says what becomes of a sentence beside an answer."""
        super().__init__(parent)
        self._look, self._last, self._ending = look, last, ending
        self._assessment: Assessment | None = None
        self._questions: tuple[str, ...] = ()
        self._answers: dict[str, Choice] = {}
        self._reasons: dict[str, str] = {}
        self._at = self._left = 0
        """Which question is shown, and the number of the one that was just left open."""
        self._build(stop, why)

    def begin(
        self,
        assessment: Assessment,
        questions: tuple[str, ...],
        answers: Mapping[str, Choice] | None = None,
        reasons: Mapping[str, str] | None = None,
    ) -> None:
        """Start at the first question."""
        self._assessment, self._questions = assessment, questions
        self._answers, self._reasons = dict(answers or {}), dict(reasons or {})
        self._show(0)

    def answers(self) -> dict[str, Choice]:
        """A copy of what was answered so far."""
        return dict(self._answers)

    def reasons(self) -> dict[str, str]:
        """A copy of the sentences that were written beside answers."""
        return {key: said.strip() for key, said in self._reasons.items() if said.strip()}

    def hand_over(self) -> dict[str, Choice]:
        """What was answered, for the last time: nothing of it stays here or on the page."""
        given, self._answers, self._reasons = self._answers, {}, {}
        self._why.control.show_text("")
        self._asking.leave()
        self._group.clear()
        self._summary.say("")
        self._statement.forget()
        self._questions, self._at, self._left = (), 0, 0
        return given

    # ---- building

    def _build(self, stop: str, why: str) -> None:
        look = self._look
        self._page = ScrollColumn(look, top=28)
        column = self._page.column
        self._question = QWidget()
        asked = Box(look, self._question)
        top = Box(look, across=True, spacing=12)
        self._where = Prose(look, "", "where", wraps=False)
        self._sign = IconLabel(
            look, "keystone", tr("Foundation"), "guide_strong",
            icon_tone="heather", tone="heather",
        )  # fmt: skip
        for part in (self._where, self._sign):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            top.addWidget(part)
        top.addStretch(1)
        self._statement = Statement(look)
        self._note = Prose(look, "", "small")
        self._rule = Prose(look, "", "small")
        self._group = AnswerGroup(look)
        self._group.chosen.connect(self._chosen)
        asked.addLayout(top)
        asked.gap(6)
        asked.addWidget(self._note)  # what may touch one comes before it does
        asked.gap(4)
        asked.addWidget(self._statement)
        asked.gap(8)
        asked.addWidget(self._rule)
        asked.gap(14)
        asked.addWidget(self._group)
        self._why = line_field(look, tr("Why, in one sentence, if you like"), why)
        self._why.limit_to(300)
        self._why.control.textEdited.connect(self._said_why)
        asked.gap(14)
        asked.addWidget(self._why)
        self._finish = QWidget()
        last = Box(look, self._finish)
        self._finish_heading = Prose(look, tr("Before you finish"), "page")
        last.addWidget(self._finish_heading)
        last.gap(10)
        self._summary = Prose(look, "", "lead")
        last.addWidget(self._summary)
        last.gap(10)
        self._ending_words = Prose(look, self._ending, "body")
        last.addWidget(self._ending_words)
        last.gap(10)
        last.addWidget(Prose(look, ballot_words.how_to_finish(self._last), "body"))
        column.addWidget(self._question)
        column.addWidget(self._finish)
        column.gap(16)
        self._back = Button(look, tr("Back"), "second", "left")
        self._next = Button(look, "", "main", "right")
        self._stop = Button(look, stop, "quiet", "cross")
        self._support = Button(look, tr("Support"), "quiet", "support")
        self._back.clicked.connect(lambda: self._show(self._at - 1))
        self._next.clicked.connect(self._go_on)
        self._stop.clicked.connect(self.stopped)
        self._support.clicked.connect(self.support)
        self._bar = BallotBar(look, (self._back, self._next), (self._support, self._stop))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        self._asking = Asking(look)
        self._asking_place = Box(look)
        self._asking_place.addWidget(self._asking)
        whole.addLayout(self._asking_place)
        whole.addWidget(self._bar)
        look.changed.connect(self._fit)

    def say_ending(self, words: str) -> None:
        """What finishing means for whoever answers now."""
        self._ending_words.say(words)

    def ask(
        self,
        words: str,
        stay: str,
        go: str,
        act: Callable[[], object],
        other: str = "",
        other_act: Callable[[], object] | None = None,
    ) -> None:
        """Ask before something that cannot be taken back; staying leads to where one was."""
        ways = [(go, act), *([(other, other_act)] if other_act else [])]
        self._asking.ask(words, stay, ways, self._next)

    # ---- the way

    def _show(self, at: int) -> None:
        """Show the question at that place; after the last one, the end."""
        if self._assessment is None:
            return
        self._asking.leave()
        self._at = max(0, min(at, len(self._questions)))
        ending = self._at == len(self._questions)
        self._question.setVisible(not ending)
        self._finish.setVisible(ending)
        self._back.setEnabled(self._at > 0)
        if ending:
            self._summary.say(ballot_words.summary(self._questions, self._answers))
            self._next.say(self._last)
            self._next.set_glyph("tick")
        else:
            self._show_question(self._questions[self._at])
            self._next.say(tr("Next question"))
            self._next.set_glyph("right")
        self._fit()
        self._arrive()
        self._page.to_top()

    def _arrive(self) -> None:
        """Put the focus where reading begins, with what is to be known before one answers; how to
        answer with the first question alone.
        """
        if self._at == len(self._questions):
            heading, lead = self._finish_heading, lead_below(self._finish_heading, self._finish)
            arrive_at(heading, lead, self._next.setFocus)
            return
        assessment, key = self._assessment, self._questions[self._at]
        given = self._answers.get(key)
        answer = reflecting.answer_words(assessment.bank, given) if assessment else ""
        came_by = self._left and self._left == self._at
        skipped = ballot_words.left_open(self._left) if came_by else ""
        first = self._at == 0
        how = (self._rule.plain(), reflecting.how_to_answer(single_keys=single_keys.on()))
        lead = " ".join(filter(None, (skipped, answer, *(how if first else ()))))
        arrive_at(self._statement.heading, lead, self._group.focus_choice)

    def _show_question(self, key: str) -> None:
        assessment = self._assessment
        if assessment is None:
            return
        asked = ballot_words.ballot_question(assessment, key, self._at + 1, len(self._questions))
        self._where.say(asked.where)
        self._sign.setVisible(asked.foundation)
        self._statement.say(key, asked.statement, asked.spoken)
        self._note.say(asked.content_note)
        self._note.setVisible(bool(asked.content_note))
        self._rule.say(assessment.bank.choice_rule)
        # Before the answers change: their new words would be told as those of the last card.
        self._arrive()
        relevant = any(each.choice == "not_relevant" for each in asked.others)
        self._group.set_choices(asked.where_short, asked.levels, not_relevant=relevant)
        self._group.show_choice(self._answers.get(key))
        self._why.control.show_text(self._reasons.get(key, ""))
        self._group.unfold(None)

    def _chosen(self, value: Value) -> None:
        key = self._questions[self._at]
        if value is None:
            self._answers.pop(key, None)
        else:
            self._answers[key] = value
        self.answered.emit()

    def _said_why(self, words: str) -> None:
        if self._at < len(self._questions):
            self._reasons[self._questions[self._at]] = words
            self.answered.emit()

    def _go_on(self) -> None:
        if self._at == len(self._questions):
            self.done.emit()
            return
        answered = self._questions[self._at] in self._answers
        self._left = 0 if answered else self._at + 1
        self._show(self._at + 1)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """0 to 4, N, R and S answer; Enter goes on, or presses the button with the focus. At the
        end it hands nothing in: it may be one Enter too many.
        """
        key = single_keys.of(event)
        if key and self._at < len(self._questions) and self._group.press(key):
            return
        if single_keys.is_enter(event):
            focus = self.window().focusWidget()
            if single_keys.is_held(event):
                return
            if isinstance(focus, QPushButton):
                focus.click()
            elif self._at < len(self._questions):
                self._next.click()
            else:
                announce(self, ballot_words.how_to_finish(self._last))
            return
        super().keyPressEvent(event)

    def focusNextPrevChild(self, next: bool, /) -> bool:  # noqa: A002, FBT001 - Qt's signature
        """Tab: the question, then the buttons at its foot."""
        return go_to_next((self._page, self._asking, self._bar), forwards=next)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self._look
        most = look.px(760)
        side = max(look.pad(24), (self.width() - most) // 2)
        self._page.set_axis(side, most)
        room = self.width() - 2 * side
        self._group.set_low(self.height() < look.px(LOW_HEIGHT) and room >= look.px(LEAST_LOW))
        self._asking_place.setContentsMargins(side, 0, side, 0)
        self._bar.fit(side, min(most, self.width() - 2 * side))
