"""The start page: continue, begin, or look first. It loads nothing that a document needs."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from nttp_readiness.figures.emblem import emblem
from nttp_readiness.figures.icons import Glyph
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.presentation.words.due_dates import dates_words
from nttp_readiness.storage.account.settings import Recent
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.borders import draw_rule, fill
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import paint_drawing
from nttp_readiness.ui.widgets.arrival import NamedPage, arrive_at, heading_of, lead_below
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.offer_row import OfferRow
from nttp_readiness.ui.widgets.panel import Card, Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.scroll_column import ScrollColumn

NARROW = 65.0
"""Below this width in ems the cover is a band above the page."""
LOW = 24.0
"""Below this height in ems the band has the name alone, and its sentence ends the page."""
MOST_RECENT = 4


class StartPage(NamedPage):
    """Each signal asks the window for one thing; `opened` gives the path of an assessment."""

    opened = Signal(str)
    new = Signal()
    questions = Signal()
    crisis = Signal()
    sample = Signal()
    example = Signal()
    browse = Signal()
    support = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._built = False
        """Whether there is anything on it: who begins with a document needs none of it."""
        self._body: QWidget | None = None
        self._main: Button | None = None
        self._latest: Prose | None = None
        """The title of the latest assessment."""
        self._ending: Prose | None = None
        """What the band says where it has room."""

    def _build(self) -> None:
        """What stands around the words, once."""
        if self._built:
            return
        self._built, look = True, self._look
        self._cover = Cover(look)
        self._band = Band(look)
        self._page = ScrollColumn(look, top=36)
        self._notices = Box(look)
        self._page.column.addLayout(self._notices)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._band)
        row = QHBoxLayout()
        row.setSpacing(0)
        row.addWidget(self._cover)
        row.addWidget(self._page, 1)
        whole.addLayout(row, 1)
        look.changed.connect(self._fit)

    def show_recent(self, recent: Sequence[Recent]) -> None:
        """Build the page for these earlier assessments, the latest first."""
        self._build()
        if self._body is not None:
            self._page.column.removeWidget(self._body)
            self._body.hide()
            self._body.deleteLater()
        self._body, self._latest = QWidget(), None
        column = Box(self._look, self._body)
        heading = tr("Welcome back") if recent else tr("Welcome")
        column.addWidget(Prose(self._look, heading, "page"))
        column.gap(18)
        if recent:
            self._add_latest(column, recent[0])
        else:
            self._add_first(column)
        if recent[1:]:
            self._add_list(column, tr("Earlier assessments"), self._earlier(recent[1:]))
        self._add_list(column, tr("Something else") if recent else "", self._offers(bool(recent)))
        column.gap(22)
        self._add_support(column)
        column.gap(12)
        self._ending = Prose(self._look, what_it_is_not(), "small")
        column.addWidget(self._ending)
        self._page.column.addWidget(self._body)
        self._fit()

    def show_notices(self, notices: Sequence[QWidget]) -> None:
        """Show these above everything else, in place of those from before."""
        self._build()
        while self._notices.count():
            old = self._notices.takeAt(0)
            widget = old.widget() if old is not None else None
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for notice in notices:
            self._notices.addWidget(notice)
            self._notices.addSpacing(self._look.pad(14))
            notice.show()

    def purpose(self) -> str:
        """What the page is for, in the words of its heading: the window's title says it."""
        heading = heading_of(self._body) if self._body is not None else None
        return heading.plain() if heading else ""

    def arrive(self, *, at_heading: bool = False) -> None:
        """Put the focus on the first button; the page is heard before it.

        Where the page of before is gone, a reader knows no more which groups it has left, and says
        no name of a group that is entered: then a heading takes the focus, that of the latest
        assessment where there is one.
        """
        heading = heading_of(self._body) if self._body is not None else None
        if heading and self._body and self._main and at_heading:
            self.setAccessibleName(heading.plain())
            first = self._latest or heading
            words = self._main.accessibleDescription() or lead_below(heading, self._body)
            enter = tr("Enter: {button}.").format(button=self._main.text())
            words = words.removeprefix(f"{first.plain()}. ")  # which the heading itself says
            stop = "" if words.endswith(".") else "."
            arrive_at(first, f"{words}{stop} {enter}", self.focus_first)
            return
        if heading is not None and self._body is not None:
            self.greet(heading.plain(), lead_below(heading, self._body))
        self.focus_first()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter on a heading does what the first button does."""
        focus = self.window().focusWidget()
        if single_keys.is_enter(event) and isinstance(focus, Prose) and focus.heads:
            if self._main is not None and not single_keys.is_held(event):
                self._main.click()
            return
        super().keyPressEvent(event)

    def focus_first(self) -> None:
        if self._main is not None:
            self._main.setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_latest(self, column: Box, latest: Recent) -> None:
        look = self._look
        card = Card(look)
        inside = Box(look, card, margins=(25, 20, 25, 18))
        head = Box(look, across=True, spacing=12)
        self._latest = Prose(look, latest.title, "section")
        head.addWidget(self._latest, 1)
        saved = Prose(
            look, tr("Saved {day}").format(day=day(latest.saved.date())), "small", wraps=False
        )
        head.addWidget(saved)
        inside.addLayout(head)
        if latest.place:
            inside.addWidget(
                Prose(look, _paused_at(latest.place), "body", tone="quiet", strong_tone="ink")
            )
        if due := _due(latest):
            inside.addWidget(IconLabel(look, "calendar", due, "body", wraps=True))
        inside.gap(14)
        row = Box(look, across=True, spacing=16)
        self._main = Button(look, tr("Continue where you paused"), "main", "right")
        self._main.clicked.connect(lambda: self.opened.emit(str(latest.path)))
        self._main.setAccessibleDescription(_latest_words(latest))
        row.addWidget(self._main)
        if latest.of:
            answered = trn(
                "{n} of {of} answered", "{n} of {of} answered", latest.answered, of=latest.of
            )
            row.addWidget(Prose(look, answered, "small"), 1)
        inside.addLayout(row)
        column.addWidget(card)
        column.gap(24)

    def _add_first(self, column: Box) -> None:
        look = self._look
        for sentence in four_sentences():
            column.addWidget(Prose(look, sentence, "body"))
            column.gap(4)
        column.gap(12)
        self._main = Button(look, tr("Start an assessment"), "main", "right")
        self._main.clicked.connect(self.new)
        walk = Button(look, tr("Walk through an example"), "second")
        walk.clicked.connect(self.example)
        row = Flow(look, gap=12)  # beside the first, as a low window shows nothing below it
        row.addWidget(self._main)
        row.addWidget(walk)
        column.addLayout(row)
        column.gap(26)

    def _earlier(self, recent: Sequence[Recent]) -> list[OfferRow]:
        rows = []
        for each in recent[:MOST_RECENT]:
            answered = trn(
                "{n} of {of} answered", "{n} of {of} answered", each.answered, of=each.of
            )
            said = " · ".join(
                part
                for part in (
                    tr("Saved {day}").format(day=day(each.saved.date())),
                    answered if each.of else "",
                    _due(each),
                )
                if part
            )
            row = OfferRow(self._look, "file", each.title, said)
            row.clicked.connect(lambda _=False, path=str(each.path): self.opened.emit(path))
            rows.append(row)
        return rows

    def _offers(self, known: bool) -> list[OfferRow]:  # noqa: FBT001 - private
        """What else can be done; the first start has two of them as buttons above."""
        offers: list[tuple[Glyph, str, str, SignalInstance]] = [
            ("print", tr("Print the questions"),
             tr("See every question on paper before you begin"), self.questions),
            ("eye", tr("Open the sample"),
             tr("A finished example. You cannot spoil anything"), self.sample),
            ("folder", tr("Open from a folder"),
             tr("Assessments are files on your computer"), self.browse),
            ("support", tr("A week of crisis"),
             tr("Support first, then what to do, and six questions in five minutes"), self.crisis),
        ]  # fmt: skip
        if known:
            offers = [
                ("plus", tr("Start a new assessment"),
                 tr("Foundations in 10 to 15 minutes, or the full set in 40 to 60"), self.new),
                ("right", tr("Walk through an example"),
                 tr("Step by step, with the reasons, in about five minutes"), self.example),
                *offers,
            ]  # fmt: skip
        rows = []
        for glyph, name, words, signal in offers:
            row = OfferRow(self._look, glyph, name, words)
            row.clicked.connect(signal)
            rows.append(row)
        return rows

    def _add_list(self, column: Box, heading: str, rows: Sequence[OfferRow]) -> None:
        if heading:
            column.addWidget(Prose(self._look, heading, "small_strong"))
            column.gap(6)
        column.addWidget(Rule(self._look, dotted=True))
        for row in rows:
            column.addWidget(row)
        column.gap(22)

    def _add_support(self, column: Box) -> None:
        look = self._look
        row = Box(look, across=True, spacing=14)
        button = Button(look, tr("Support"), "quiet", "support", flush=True)
        button.clicked.connect(self.support)
        row.addWidget(button)
        row.addWidget(
            Prose(
                look,
                tr(
                    "Some questions touch on distress at work. Support is one click away on every"
                    " page."
                ),
                "small",
            ),
            1,
        )
        column.addLayout(row)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if self._built:
            self._fit()

    def _fit(self) -> None:
        look = self._look
        narrow = self.width() / look.em < NARROW
        self._cover.setVisible(not narrow)
        self._band.setVisible(narrow)
        self._cover.setFixedWidth(look.px(408))
        most = look.px(640)
        side = max(look.pad(24), (self.width() - most) // 2) if narrow else look.px(72)
        self._page.set_axis(side, most)
        self._band.set_axis(side)
        low = self.height() / look.em < LOW
        self._band.sentence.setVisible(not low)
        if self._ending is not None:
            self._ending.setVisible(narrow and low)


class Cover(QWidget):
    """The cloth cover: the name, a sentence, the emblem, and what this is not."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        column = Box(look, self, margins=(48, 34, 48, 34))
        column.addWidget(Prose(look, "NTTP Readiness", "stage", tone="on_cover"))
        column.gap(8)
        column.addWidget(Prose(look, product_sentence(), "lead", tone="on_cover"))
        column.addStretch(1)
        self._last = Prose(look, what_it_is_not(), "small", tone="on_cover")
        column.addWidget(self._last)
        column.gap(8)
        column.addWidget(
            IconLabel(
                look, "lock", tr("Everything stays on this computer."), "small",
                icon_tone="on_cover", tone="on_cover",
            )
        )  # fmt: skip
        look.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look, box = QPainter(self), self._look, self.rect()
        fill(painter, box, look.colour("cover"))
        line, last = look.colour("cover_line"), self._last.geometry()
        draw_rule(painter, last.left(), last.right(), last.top() - look.pad(17), line)
        drawing = emblem()
        scale = look.px(272) / drawing.width
        room = box.height() - look.px(408)
        if room < drawing.height * scale * 0.5:
            return
        scale = min(scale, room / drawing.height)
        painter.translate(
            (box.width() - drawing.width * scale) / 2,
            look.px(200) + (box.height() - look.px(360) - drawing.height * scale) / 2,
        )
        paint_drawing(painter, drawing, look.colour, scale, look.family)


class Band(QWidget):
    """The cover on a small window: a band with the name and the sentence."""

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._row = Box(look, self, across=True, margins=(24, 12, 24, 12), spacing=24)
        name = Prose(look, "NTTP Readiness", "page", tone="on_cover", wraps=False)
        self._row.addWidget(name)
        self.sentence = Prose(look, what_it_is_not(), "small", tone="on_cover")
        self._row.addWidget(self.sentence, 1)
        look.changed.connect(self.update)

    def set_axis(self, side: int) -> None:
        """Begin where the page below begins, in pixels from the left."""
        look = self._look
        self._row.setContentsMargins(side, look.pad(12), look.pad(24), look.pad(12))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        fill(QPainter(self), self.rect(), self._look.colour("cover"))


def four_sentences() -> tuple[Words, ...]:
    """What this is, how long it takes, what one gets, and what it is not; for the first start."""
    sentences = (
        (tr("What it is:"), tr(
            "questions on being trauma-informed, after Scotland’s National Trauma Transformation"
            " Programme (NTTP). Each has five levels in words; choose the one most like yours."
        )),
        (tr("How long:"), tr(
            "ten to fifteen minutes for the twelve foundations alone, forty to sixty for all"
            " questions. Skip, pause or stop at any point."
        )),
        (tr("What you get:"), tr(
            "where you stand and why, what to do first, and a plan on paper with owners and dates."
        )),
        (tr("What it is not:"), tr(
            "an inspection, a rating or a test of anybody. Nothing leaves this computer."
        )),
    )  # fmt: skip
    return tuple((Run(f"{lead} ", bold=True), Run(words)) for lead, words in sentences)


def _due(recent: Recent) -> str:
    """What is overdue in it today, and what comes next."""
    today = dt.date.today()  # noqa: DTZ011 - the day on the person's own calendar
    return dates_words(recent.dates, recent.review, today)


def _paused_at(place: str) -> tuple[Run, ...]:
    """Where one paused stands out, for it is what one came for."""
    before, _, after = tr("You paused at {place}.").partition("{place}")
    return (Run(before), Run(f"{place}{after}", bold=True))


def _latest_words(latest: Recent) -> str:
    """What stands on the card of the latest assessment, for whoever hears its button."""
    saved = tr("Saved {day}").format(day=day(latest.saved.date()))
    paused = "".join(run.text for run in _paused_at(latest.place)) if latest.place else ""
    due = _due(latest)
    due = due[:1].upper() + due[1:]
    return ". ".join(filter(None, (latest.title, saved, paused.rstrip("."), due)))


def product_sentence() -> str:
    return tr(
        "A workbook for leaders who want their organisation to become"
        " trauma-informed and responsive."
    )


def what_it_is_not() -> str:
    return tr("A structure for reflection and planning. Not an inspection, and not an NTTP rating.")
