"""What the room sees of one question: before the reveal, after it, and its five descriptions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from nttp_readiness.figures.distribution import ROOM, ROOM_BESIDE, distribution, largest_share
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.wall_slides import Picture, Slide
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn
from nttp_readiness.ui.workshop.room.wall_widgets import AnswerMarks, LevelSegments, RoomButton


class Wall(ScrollColumn):
    """Leaves the arrows to the window."""

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        event.ignore()


class Before(QWidget):
    """The question, the levels' names, and how many answers are in."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        column = Box(look, self)
        self._statement = Prose(look, "", "room_question")
        self._names = QWidget()
        names = Flow(look, self._names, gap=34)
        self._levels = []
        for level in range(5):
            pair = QWidget()
            row = Box(look, pair, across=True, spacing=12)
            name = Prose(look, "", "room", wraps=False)
            row.addWidget(LevelChip(look, level, 44))
            row.addWidget(name)
            pair.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            names.addWidget(pair)
            self._levels.append(name)
        self._progress = Prose(look, "", "room_answers")
        self._marks = AnswerMarks(look)
        self._hidden = Prose(look, "", "room")
        self._told = Prose(look, "", "room_top", tone="bracken")
        column.gap(30)
        column.addWidget(self._statement)
        column.gap(30)
        column.addWidget(Rule(look, dotted=True))
        column.gap(20)
        column.addWidget(self._names)
        column.gap(20)
        column.addWidget(Rule(look, dotted=True))
        self._waiting = QWidget()
        waiting = Box(look, self._waiting)
        waiting.gap(38)
        waiting.addWidget(self._progress)
        waiting.gap(18)
        waiting.addWidget(self._marks)
        waiting.gap(24)
        waiting.addWidget(self._hidden)
        waiting.addWidget(self._told)
        column.addWidget(self._waiting)
        self._form_place = Box(look, margins=(0, 30, 0, 0))
        column.addLayout(self._form_place)
        column.addStretch(1)

    def show_slide(self, shown: Slide, told: str) -> None:
        """`told` is what the program has to say."""
        self._statement.say(shown.statement)
        self._fit()
        for prose, level in zip(self._levels, shown.levels, strict=True):
            prose.say(level.name)
        self._progress.say(shown.progress)
        self._marks.say(shown.answered, shown.asked, shown.progress)
        self._hidden.say(shown.hidden)
        self._told.say(told)
        self._told.setVisible(bool(told))
        self._hidden.setVisible(not told)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """A statement that would take more than two lines stands smaller."""
        self._statement.set_kind("room_question")
        two = 2.5 * self._look.line("room_question")
        if self.width() and self._statement.heightForWidth(self.width()) > two:
            self._statement.set_kind("room_strong")

    def show_form(self, form: QWidget | None) -> None:
        """Put a form where the answers are waited for, or take it away again."""
        self._waiting.setVisible(form is None)
        _put(self._form_place, form)


class After(QWidget):
    """The picture, what it says, what to talk about, and what was agreed.

    `agreed` gives the level that somebody chose; `add_action` and `take` are the two buttons.
    """

    agreed = Signal(object)
    add_action = Signal()
    take = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Box(look, self)
        self._statement = Prose(look, "", "room_strong")
        self._figure = FigureView(look)
        self._beside = Pictures(look)
        column.gap(10)
        column.addWidget(self._statement)
        column.gap(10)
        column.addWidget(Rule(look, dotted=True))
        column.gap(12)
        middle = Box(look, across=True, spacing=34)
        left = Box(look)
        left.addWidget(self._figure)
        left.addWidget(self._beside)
        left.addStretch(1)
        middle.addLayout(left, 15)
        self._words = _Words(look)
        middle.addWidget(self._words, 14)
        column.addLayout(middle, 1)
        column.gap(12)
        column.addWidget(Rule(look))
        column.gap(14)
        self._ending = self._build_ending(look)
        column.addWidget(self._ending)
        self.form_place = Box(look)
        column.addLayout(self.form_place)
        column.gap(2)

    def _build_ending(self, look: Look) -> QWidget:
        ending = QWidget()
        column = Box(look, ending, spacing=8)
        row = Box(look, across=True, spacing=22)
        row.addWidget(Prose(look, tr("Agreed level"), "room_strong", wraps=False))
        self.segments = LevelSegments(look)
        self.segments.chosen.connect(self.agreed)
        row.addWidget(self.segments)
        self._said = IconLabel(look, "tick", "", "room", icon_tone="loch")
        row.addWidget(self._said)
        row.addStretch(1)
        self.action_button = RoomButton(look, tr("Add action"))
        self.action_button.clicked.connect(self.add_action)
        row.addWidget(self.action_button)
        column.addLayout(row)
        kept = Box(look, across=True, spacing=22)
        self._kept = Prose(look, "", "room_quiet")
        self.take_button = RoomButton(look, tr("Take this level as our answer"))
        self.take_button.clicked.connect(self.take)
        self._taken = IconLabel(look, "tick", tr("This is our answer"), "room", icon_tone="moss")
        kept.addWidget(self._kept, 1)
        kept.addWidget(self.take_button)
        kept.addWidget(self._taken)
        column.addLayout(kept)
        return ending

    def show_slide(
        self, shown: Slide, told: str, *, well: bool = False, groups: bool = False
    ) -> None:
        """`told` is what the program has to say, calmly where it went `well`; it stands where the
        kept view does, which stays beside what went well. With `groups`
        they stand beside each other instead of everyone with words.
        """
        self._statement.say(shown.statement)
        names = tuple(each.name for each in shown.levels)
        pictures = shown.groups if groups else shown.votes
        self._figure.setVisible(not pictures)
        self._beside.setVisible(bool(pictures))
        if pictures:
            self._beside.show_pictures(shown.title, pictures, names)
        else:
            self._figure.show_drawing(distribution(shown.title, shown.counts, names, ROOM))
        self._words.show_slide(shown)
        self._words.setVisible(not groups)
        self.segments.name_levels(names)
        self.segments.show_choice(shown.agreed)
        self._said.say(shown.agreed_words)
        self._said.setVisible(shown.agreed is not None)
        tone: Tone | Literal[""] = (
            "moss" if well else "bracken" if told else "loch" if shown.running else ""
        )
        self._kept.set_kind("room_quiet", tone)
        told_and_kept = " · ".join(filter(None, (told, shown.minority_words))) if well else told
        self._kept.say(told_and_kept or shown.running or shown.minority_words)
        self.take_button.setVisible(shown.agreed is not None and not shown.adopted)
        self._taken.setVisible(shown.adopted)

    def show_form(self, form: QWidget | None) -> None:
        """Put a form where the agreed level stands, or take it away again."""
        self._ending.setVisible(form is None)
        _put(self.form_place, form)


def _put(place: Box, form: QWidget | None) -> None:
    while (item := place.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
    if form is not None:
        place.addWidget(form)
        form.show()


class Pictures(QWidget):
    """Several distributions beside each other, each under its name."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._row = Flow(look, self, gap=44)
        self._parts: list[tuple[QWidget, Prose, FigureView]] = []
        look.changed.connect(self._fit)

    def show_pictures(
        self, title: str, pictures: Sequence[Picture], names: tuple[str, ...]
    ) -> None:
        """`title` is the question's, for those who hear the figures."""
        while len(self._parts) < len(pictures):
            self._add()
        longest = largest_share(each.counts for each in pictures)
        for number, (part, heading, figure) in enumerate(self._parts):
            part.setVisible(number < len(pictures))
            if number < len(pictures):
                shown = pictures[number]
                heading.say(shown.name)
                name = tr("{title}, {name}").format(title=title, name=shown.name)
                drawing = distribution(name, shown.counts, names, ROOM_BESIDE, longest)
                figure.show_drawing(drawing)
        self._fit()

    def _fit(self) -> None:
        """Names wrap above their figures, and the figures of a row begin on one line."""
        shown = [each for each in self._parts if not each[0].isHidden()]
        for _, heading, figure in shown:
            heading.setFixedWidth(figure.sizeHint().width())
        tall = max((heading.heightForWidth(heading.width()) for _, heading, _ in shown), default=0)
        for _, heading, _ in shown:
            heading.setFixedHeight(tall)

    def _add(self) -> None:
        part, look = QWidget(), self._look
        column = Box(look, part, spacing=8)
        heading, figure = Prose(look, "", "room_strong"), FigureView(look)
        column.addWidget(heading)
        column.addWidget(figure)
        part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._row.addWidget(part)
        self._parts.append((part, heading, figure))


class _Words(QWidget):
    """The words beside the picture, and three questions behind a loch line."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Box(look, self)
        self._headline = Prose(look, "", "room_strong")
        self._sentence = Prose(look, "", "room")
        self._prompts = _Prompts(look)
        column.addWidget(self._headline)
        column.gap(4)
        column.addWidget(self._sentence)
        column.gap(16)
        column.addWidget(self._prompts)
        column.addStretch(1)

    def show_slide(self, shown: Slide) -> None:
        self._headline.say(shown.headline)
        self._sentence.say(shown.sentence)
        self._sentence.setVisible(bool(shown.sentence))
        self._prompts.say(shown.prompts)


class _Prompts(QWidget):
    def __init__(self, look: Look) -> None:
        super().__init__()
        self._look = look
        self._column = Box(look, self, margins=(25, 0, 0, 0), spacing=6)
        self._lines = tuple(Prose(look, "", "room") for _ in range(3))
        for line in self._lines:
            self._column.addWidget(line)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def say(self, prompts: tuple[str, ...]) -> None:
        for number, line in enumerate(self._lines):
            line.say(prompts[number] if number < len(prompts) else "")
            line.setVisible(number < len(prompts))
        self.setVisible(bool(prompts))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        bar = QRect(0, 0, max(3, self._look.px(5)), self.height())
        QPainter(self).fillRect(bar, self._look.colour("loch"))


class Descriptions(QWidget):
    """The five levels in full, to read aloud."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        column = Box(look, self)
        self._statement = Prose(look, "", "room_strong")
        column.gap(20)
        column.addWidget(self._statement)
        column.gap(16)
        self._rows = []
        for level in range(5):
            column.addWidget(Rule(look, dotted=True))
            row = Box(look, across=True, margins=(0, 9, 0, 9), spacing=16)
            chip = LevelChip(look, level, 44)
            words = Prose(look, "", "room")
            row.addWidget(chip, alignment=Qt.AlignmentFlag.AlignTop)
            row.addWidget(words, 1)
            column.addLayout(row)
            self._rows.append((chip, words))
        column.addStretch(1)

    def show_slide(self, shown: Slide) -> None:
        self._statement.say(shown.statement)
        for (chip, words), level in zip(self._rows, shown.levels, strict=True):
            chip.setAccessibleName(level.name)
            words.say((Run(f"{level.name}. ", bold=True), Run(level.sentence)))
