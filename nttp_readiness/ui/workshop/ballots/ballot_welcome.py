"""What a person reads before they answer, with the choice of their group."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from nttp_readiness.figures.icons import OptionalGlyph
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import NamedPage, lead_below
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import Field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioBoxes, RadioChoice
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.workshop.ballots.ballot_bar import BallotBar


class BallotWelcome(NamedPage):
    """`started` gives the name of the group, `left` goes away from here."""

    started = Signal(str)
    left = Signal()
    support = Signal()

    def __init__(
        self,
        look: Look,
        heading: str,
        promises: Sequence[str],
        *,
        leave: str,
        glyph: OptionalGlyph = "left",
    ) -> None:
        super().__init__()
        self._look, self._names = look, ()
        self._open: tuple[str, ...] = ()
        self._page = ScrollColumn(look, top=40)
        column = self._page.column
        self._thanks = Prose(look, "", "lead_strong", tone="moss")
        self._heading = Prose(look, heading, "page")
        column.addWidget(self._thanks)
        column.gap(6)
        column.addWidget(self._heading)
        column.gap(14)
        for promise in promises:
            column.addWidget(Prose(look, promise, "lead", dash=True))
            column.gap(4)
        column.gap(16)
        self._groups = Box(look)
        column.addLayout(self._groups)
        self._field: Field[RadioBoxes] | None = None
        self._note = Prose(look, "", "body")
        column.addWidget(self._note)
        column.gap(20)
        self._notice = Notice(look, "trouble")
        self._notice.hide()
        column.addWidget(self._notice)
        column.gap(16)
        self.start_button = Button(look, tr("Start my answers"), "main", "right")
        self.leave_button = Button(look, leave, "quiet", glyph)
        support = Button(look, tr("Support"), "quiet", "support")
        self.start_button.clicked.connect(self._start)
        self.leave_button.clicked.connect(self.left)
        support.clicked.connect(self.support)
        self._bar = BallotBar(look, (self.start_button,), (support, self.leave_button))
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._page, 1)
        whole.addWidget(self._bar)
        look.changed.connect(self._fit)

    def show_groups(self, open_groups: Sequence[str], notes: Sequence[str], thanks: str) -> None:
        """The groups that take answers, and why others do not."""
        self._open = tuple(open_groups)
        self._thanks.say(thanks)
        self._thanks.setVisible(bool(thanks))
        self._note.say("\n".join(notes))
        self._note.setVisible(bool(notes))
        if self._field is not None:
            self._groups.removeWidget(self._field)
            self._field.hide()
            self._field.deleteLater()
            self._field = None
        if len(self._open) > 1:
            choices = [RadioChoice(name, name) for name in self._open]
            self._field = Field(self._look, tr("Your group"), RadioBoxes(self._look, choices))
            self._groups.addWidget(self._field)
            self._field.show()
            QWidget.setTabOrder(self._field.control, self.start_button)
        self.start_button.setEnabled(bool(self._open))

    def say_heading(self, words: str) -> None:
        """Who is to have the laptop now."""
        self._heading.say(words)

    def say_problem(self, sentence: str) -> None:
        """What could not be done, in the page."""
        self._notice.say(sentence)
        self._notice.setVisible(bool(sentence))

    def arrive(self) -> None:
        """Put the focus where one goes on; thanks, heading and promises are heard first."""
        said = (self._thanks.plain(), self._heading.plain())
        self.greet(" ".join(filter(None, said)), lead_below(self._heading, self._page))
        self.focus_first()

    def focus_first(self) -> None:
        if self._field is not None:
            self._field.control.focus_choice()
        elif self._open:
            self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _start(self) -> None:
        if self._field is None:
            if self._open:
                self.started.emit(self._open[0])
            return
        name = self._field.control.value
        if isinstance(name, str):
            self.started.emit(name)
            return
        self._field.show_error(tr("Please say which group you belong to."))
        self._field.control.focus_choice()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        if single_keys.is_enter(event):
            focus = self.window().focusWidget()
            if not single_keys.is_held(event):
                (focus if isinstance(focus, QPushButton) else self.start_button).click()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        look = self._look
        most = look.px(720)
        side = max(look.pad(24), (self.width() - most) // 2)
        self._page.set_axis(side, most)
        self._bar.fit(side, min(most, self.width() - 2 * side))
