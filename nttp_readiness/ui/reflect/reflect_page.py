"""Reflect: one question at a time, after a few words on what each domain is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from PySide6.QtCore import QRect, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import (
    answer_filters,
    progress,
    question_guide,
    questions,
    reflecting,
)
from nttp_readiness.presentation.readiness.reflecting import Step
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.reflect.come_back import KEY
from nttp_readiness.ui.reflect.domain_opening import DomainOpening
from nttp_readiness.ui.reflect.question_view import QuestionView
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.fields.answer_card import LEAST_LOW, LOW_HEIGHT
from nttp_readiness.ui.widgets.fields.answer_group import Value
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.navigation_list import NavigationRow
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.guide_panel import GuidePanel
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage, WidthClass

TOP = 22
_CORNER = QRect(0, 0, 1, 1)
LOW_WIDTH = 860
"""The greatest width of the content where height is saved, in units of the design."""
GO_ON_MS = 400
"""How long an answer stays in sight before the next question opens by itself."""


class ReflectPage(ScrollingPage):
    """Addresses: `reflect` (where one paused), `reflect/WEL` (a domain), `reflect/WEL-2`."""

    place = Page.REFLECT
    # The statement is heard first, by every way of getting there: a card may lie far below it, and
    # the group of answers is the same for each.
    begins_at_heading = True
    side = 40
    width_at_most = 624

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, top=TOP, parent=parent)
        self._step = Step("question", "")
        self._walk: tuple[str, ...] = ()
        self._left = self._skipped = self._taught = ""
        """The question that is left now, the one that was just left open, and the one with which
        it was said how to answer.
        """
        self._show_time = True
        self._guide = GuidePanel(look)
        self._guide.link.connect(self.link)
        self._about = DomainOpening(look)
        self._about.ask.clicked.connect(lambda: self.go.emit(Address(Page.PARTS, self._code())))
        self._question = QuestionView(look, session)
        self._question.come_back.ask.connect(
            lambda: self.go.emit(Address(Page.PARTS, self._step.key))
        )
        self._question.group.chosen.connect(self._chosen)
        self._question.group.taken.connect(self._taken)
        self.evidence = self._question.notes.evidence
        self.evidence.link.connect(self.link)
        self._question.strip.left.connect(lambda: self.go.emit(Address(Page.CHECK)))
        self.go_on_by_itself = False
        """Whether an answer by mouse or single key opens the next question, for those who asked."""
        self._leaving: Step | None = None
        """The question that has its answer, and is left in a moment."""
        self._guide_body = QWidget()
        inside = QVBoxLayout(self._guide_body)
        inside.setContentsMargins(0, 0, 0, 0)
        self._guide_fold = Fold(look, tr("Guide to this question"), "", self._guide_body)
        self.column.addWidget(self._about)
        self.column.addWidget(self._question)
        self.column.addWidget(self._guide_fold)
        self.column.addWidget(self._guide_body)

    # ---- where one is

    def open(self, rest: str) -> None:
        steps = reflecting.steps(self.session.assessment)
        paused = self.session.assessment.paused_at
        here = paused.part if paused is not None and paused.page is Page.REFLECT else ""
        wanted = rest or here
        kind = "about" if any(each == Step("about", wanted) for each in steps) else "question"
        step = Step("about" if kind == "about" else "question", wanted)
        if step not in steps:
            step = Step("question", reflecting.first_open(self.session.assessment))
            if not rest and not self.session.assessment.answers and steps:
                step = steps[0]
        self._skipped, self._left = self._left, ""
        self._step = step
        if step.kind != "question" or step.key not in self._walk:
            self._walk = ()

    def walk(self, keys: Sequence[str]) -> None:
        """From now on these questions alone, until the last or until one goes elsewhere."""
        self._walk = tuple(keys)

    def address(self) -> Address:
        return Address(Page.REFLECT, self._step.key)

    def refresh(self) -> None:
        assessment = self.session.assessment
        if self._step not in reflecting.steps(assessment):  # the route was changed
            self.open("")
        about = self._step.kind == "about"
        self._about.setVisible(about)
        self._question.setVisible(not about)
        if about:
            part = reflecting.part_words(assessment, self._step.key)
            self._about.show_domain(part, *reflecting.about_domain(self._domain()))
            self._about.ask.setVisible(self.session.assessment.part is None)
            self._guide_fold.hide()
            self._guide_body.hide()
        else:
            keys, key = self._walk, self._step.key
            self._question.strip.say(answer_filters.walk_words(keys, key) if key in keys else "")
            self._question.show_question(key, show_time=self._show_time)
            self._guide.show_parts(question_guide.guide(assessment, self._step.key))

    def make_ready(self) -> Iterator[None]:
        """A question, where the page shows what a domain is about: any is as good as another to be
        measured and polished with.
        """
        assessment = self.session.assessment
        key = reflecting.first_open(assessment)
        if self._step.kind == "about" and key:
            self._question.show_question(key, show_time=self._show_time)
            yield
        if self._step.kind == "about" and key:
            width = self.look.px(self.width_at_most)
            self._question.resize(width, max(1, self._question.heightForWidth(width)))
            self._question.grab(_CORNER)
            yield
        if self._step.kind == "about" and key:
            self._guide.show_parts(question_guide.guide(assessment, key))
            self._guide.grab(_CORNER)
            yield

    def show_time(self, show: bool) -> None:  # noqa: FBT001 - one switch of the View menu
        """Whether the estimate of the time left is shown."""
        self._show_time = show

    def purpose(self) -> str:
        """The same for every question of a domain: its number is said with the statement."""
        return tr("Reflect: {domain}").format(domain=self._domain().short_name)

    def where(self) -> str:
        assessment = self.session.assessment
        domain = self._domain()
        if self._step.kind == "about" or self.look.factor > 1.5:
            return domain.short_name
        short = questions.question(assessment, self._step.key).where_short
        return f"{domain.short_name}, {short[0].lower()}{short[1:]}"

    def _domain(self) -> Domain:
        code = self._code()
        return next(each for each in self.session.assessment.bank.domains if each.code == code)

    def _code(self) -> str:
        if self._step.kind == "about":
            return self._step.key
        return self.session.assessment.bank.domain_of[self._step.key].code

    # ---- the bars

    def main_words(self) -> str:
        if self._step.kind == "about":
            return tr("Go to the questions")
        if self._walk:
            return tr("Next of these") if self._next() else tr("Back to the list")
        return tr("Next question") if self._next() else tr("Check your answers")

    def main(self) -> None:
        after = self._next()
        self._left = self._step.key if self._step.kind == "question" and after else ""
        self.go.emit(Address(Page.REFLECT, after.key) if after else Address(Page.CHECK))

    def back_address(self) -> Address:
        steps, before = self._steps(), Page.CHECK if self._walk else Page.PREPARE
        place = steps.index(self._step) if self._step in steps else 0
        return Address(Page.REFLECT, steps[place - 1].key) if place else Address(before)

    def _steps(self) -> tuple[Step, ...]:
        """All steps, or those of the walk that one is on."""
        if self._walk:
            return tuple(Step("question", each) for each in self._walk)
        return reflecting.steps(self.session.assessment)

    def _next(self) -> Step | None:
        steps = self._steps()
        place = steps.index(self._step) + 1 if self._step in steps else len(steps)
        return steps[place] if place < len(steps) else None

    def rows_heading(self) -> str:
        return tr("Domains")

    def rows(self) -> Sequence[NavigationRow]:
        return tuple(
            NavigationRow(each.code, each.short_name, each.words, done=each.done)
            for each in progress.domain_progress(self.session.assessment)
        )

    def current_row(self) -> str:
        return self._code()

    def row_chosen(self, key: str) -> None:
        self.go.emit(Address(Page.REFLECT, key))

    # ---- what the person does

    def press(self, key: str) -> bool:
        if self._step.kind == "question" and key == KEY:
            self._question.come_back.flip()
            return True
        if self._leaving is self._step:  # quick hands: this answers the next question already
            self._go_on_from(self._step)
        return self._step.kind == "question" and self._question.group.press(key)

    def flip_mark(self) -> None:
        """Mark the question that is shown to come back to it, or take the mark away."""
        if self._step.kind == "question":
            self._question.come_back.flip()

    def lead(self, _heading: Prose) -> str:
        """With a question its answer, and with the first how to give one; else what the domain is
        about. Before it what was left open, as one went by.
        """
        assessment, key = self.session.assessment, self._step.key
        skipped = reflecting.left_open_words(assessment, self._skipped) if self._skipped else ""
        if self._step.kind == "about":
            return " ".join(filter(None, (skipped, self._about.lead())))
        return " ".join(filter(None, (skipped, self._question.lead(how=self._teach(key)))))

    def _teach(self, key: str) -> bool:
        """Whether it is said with this question how to answer: with one alone."""
        if self.session.first_time("how to answer"):
            self._taught = key
        return self._taught == key

    def enter_words(self) -> str:
        """Said before the first question of a domain, and not once more with each."""
        return super().enter_words() if self._step.kind == "about" else ""

    def below_heading(self) -> Callable[[], None] | None:
        question = self._step.kind == "question"
        return self._question.group.focus_choice if question else None

    def point_out(self) -> None:
        if self._step.kind == "question":
            self.page.ensureWidgetVisible(self._question.group.chosen_button(), 0, 8)

    def _chosen(self, value: Value) -> None:
        words = tr("Answer cleared") if value is None else tr("Answer to {id}")
        self.session.attempt(
            words.format(id=self._step.key),
            edits.answer,
            self._step.key,
            value,
        )

    def _taken(self) -> None:
        """Go on, once one has seen what was chosen; not where one has gone elsewhere meanwhile."""
        step = self._step
        if self.go_on_by_itself:
            self._leaving = step
            QTimer.singleShot(GO_ON_MS, self, lambda: self._go_on_from(step))

    def _go_on_from(self, step: Step) -> None:
        if self._leaving is not step:
            return
        self._leaving = None
        if self._step is step and self.isVisible():
            self.main()

    # ---- the guide

    @property
    def guide(self) -> QWidget | None:
        return self._guide if self._step.kind == "question" else None

    def guide_heading(self) -> str:
        return tr("Guide to this question")

    def hold_guide(self, *, inside: bool) -> None:
        layout = self._guide_body.layout()
        if inside and layout is not None:
            layout.addWidget(self._guide)
            self._guide.show()
        question = self._step.kind == "question"
        self._guide_fold.setVisible(inside and question)
        self._guide_body.setVisible(inside and question and self._guide_fold.isChecked())

    def axis(self, side: int, width: int, form: WidthClass) -> tuple[int, int]:
        if not self._is_low(form):
            return side, width
        whole, least = self.around.width() - self.look.pad(14), self.look.pad(24)
        width = min(self.look.px(LOW_WIDTH), whole - 2 * least)
        return (whole - width) // 2, width

    def set_axis(self, side: int, width: int, form: WidthClass) -> None:
        low = self._is_low(form)
        super().set_axis(side, width, form)
        self.column.set_margins((0, 8 if low else TOP, 0, 24))
        self._question.set_form(form, low=low)

    def _is_low(self, form: WidthClass) -> bool:
        """Whether the five levels can only stand in view together where height is saved."""
        look = self.look
        wide_enough = self.around.width() >= look.px(LEAST_LOW) + 2 * look.pad(24)
        return form == "narrow" and wide_enough and self.around.height() < look.px(LOW_HEIGHT)
