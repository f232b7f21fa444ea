"""One anonymous question of everybody: how they arrive, what comes first, how the meeting was."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nttp_readiness.domain.answers.workshop import MOST_DOTS, PollKind
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import ballot_words, poll_words
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage, lead_below
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import Field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioBoxes, RadioChoice
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.workshop.ballots.ballot_bar import BallotBar
from nttp_readiness.ui.workshop.ballots.ballot_welcome import BallotWelcome
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.ballots.private_window import PrivateWindow


class PollPage(PrivateWindow):
    """Asks one question of one person after another. Their choice is a sum at once."""

    def __init__(
        self,
        look: Look,
        collector: Collector,
        kind: PollKind,
        options: tuple[str, ...],
        parent: QWidget | None = None,
    ) -> None:
        name = poll_words.poll_name(kind)
        title = tr("{name} – NTTP Readiness").format(name=name)
        super().__init__(look, title, name, collector.word, parent)
        self._collector, self._kind = collector, kind
        options = collector.poll(kind, options).options
        self.welcome = BallotWelcome(
            look, tr("Please hand the laptop to the next person"), ballot_words.poll_promises(),
            leave=tr("Everybody is done"),
        )  # fmt: skip
        self.question = _Question(look, kind, options)
        self._stack.addWidget(self.welcome)
        self._stack.addWidget(self.question)
        self.welcome.started.connect(self._begin)
        self.welcome.left.connect(self.ask_to_leave)
        self.question.done.connect(self._done)
        self.question.stopped.connect(lambda: self._next_person(""))
        for part in (self.welcome, self.question):
            part.support.connect(lambda: self.show_support(collector.assessment))
        self._next_person("")

    def _next_person(self, thanks: str) -> None:
        self.question.clear()
        self.welcome.show_groups((poll_words.poll_name(self._kind),), (), thanks)
        self._stack.setCurrentWidget(self.welcome)
        self.welcome.arrive()

    def _begin(self, _name: str) -> None:
        self._stack.setCurrentWidget(self.question)
        self.question.arrive()

    def _done(self) -> None:
        worked = self._collector.answer_poll(self._kind, self.question.chosen())
        self._next_person(tr("Thank you. Your answer is in.") if worked else "")

    def _forget(self) -> None:
        self.question.clear()


class _Question(NamedPage):
    done = Signal()
    stopped = Signal()
    support = Signal()

    def __init__(self, look: Look, kind: PollKind, options: tuple[str, ...]) -> None:
        super().__init__()
        self._look = look
        self._page = ScrollColumn(look, top=32)
        column = self._page.column
        self._heading = Prose(look, poll_words.poll_question(kind), "page")
        column.addWidget(self._heading)
        column.gap(14)
        self.ticks: list[TickBox] = []
        self.radios: Field[RadioBoxes] | None = None
        if kind == "dots":
            box = Box(look, spacing=8)
            for option in options:
                tick = TickBox(look, option)
                tick.clicked.connect(self._count)
                box.addWidget(tick)
                self.ticks.append(tick)
            column.addLayout(box)
        else:
            choices = [RadioChoice(number, option) for number, option in enumerate(options)]
            self.radios = Field(look, poll_words.poll_question(kind), RadioBoxes(look, choices))
            column.addWidget(self.radios)
        self._problem = Prose(look, "", "body", tone="error")
        column.gap(14)
        column.addWidget(Prose(look, ballot_words.how_to_finish(tr("Done")), "small"))
        column.gap(10)
        column.addWidget(self._problem)
        self.ready = Button(look, tr("Done"), "main", "tick")
        stop = Button(look, tr("Stop, and keep nothing"), "quiet", "cross")
        support = Button(look, tr("Support"), "quiet", "support")
        support.clicked.connect(self.support)
        self.ready.clicked.connect(self._finish)
        stop.clicked.connect(self.stopped)
        self._bar = BallotBar(look, (self.ready,), (support, stop))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._bar)
        look.changed.connect(self._fit)

    def chosen(self) -> tuple[int, ...]:
        """The places of the options that are chosen; none is an answer too."""
        if self.radios is not None:
            value = self.radios.control.value
            return (value,) if isinstance(value, int) else ()
        return tuple(number for number, tick in enumerate(self.ticks) if tick.isChecked())

    def clear(self) -> None:
        """Nothing of what one person chose is there for the next."""
        for tick in self.ticks:
            tick.setChecked(False)
        if self.radios is not None:
            self.radios.control.show_choice(None)
        self._problem.say("")
        self._problem.hide()

    def arrive(self) -> None:
        """The page is heard first, then what has the focus."""
        self.greet(self._heading.plain(), lead_below(self._heading, self._page))
        self.focus_first()

    def focus_first(self) -> None:
        if self.radios is not None:
            self.radios.control.focus_choice()
        else:
            self.ticks[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _count(self) -> None:
        self._say_problem() if len(self.chosen()) > MOST_DOTS else self._problem.hide()

    def _say_problem(self) -> None:
        words = trn("Please choose no more than {n}.", "Please choose no more than {n}.", MOST_DOTS)
        self._problem.say(words)
        self._problem.show()
        announce(self, words)

    def _finish(self) -> None:
        if self.ticks and len(self.chosen()) > MOST_DOTS:
            self._say_problem()
            return
        self.done.emit()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if single_keys.is_enter(event):
            focus = self.window().focusWidget()
            if single_keys.is_held(event):
                return
            if isinstance(focus, QPushButton):
                focus.click()
            else:  # one Enter too many hands nothing in
                announce(self, ballot_words.how_to_finish(tr("Done")))
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        most = self._look.px(720)
        side = max(self._look.pad(24), (self.width() - most) // 2)
        self._page.set_axis(side, most)
        self._bar.fit(side, min(most, self.width() - 2 * side))
