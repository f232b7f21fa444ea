"""One question on its page: where it stands, its statement, the answers, and words beside."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import progress, questions, reflecting
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.reflect.answer_effects import AnswerEffects
from nttp_readiness.ui.reflect.answer_notes import AnswerNotes
from nttp_readiness.ui.reflect.come_back import ComeBack, WalkStrip
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.arrival import arrive_at
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.fields.answer_group import AnswerGroup
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Caption, Prose
from nttp_readiness.ui.widgets.statement import Statement
from nttp_readiness.ui.workbook.workbook_page import WidthClass


class QuestionView(QWidget):
    """One question: where it stands, the statement, the answers, and words beside them."""

    def __init__(self, look: Look, session: Session) -> None:
        super().__init__()
        self._look, self._session, self._key = look, session, ""
        self._of = ""
        """The assessment whose question that is."""
        self._form: WidthClass = "wide"
        self._low = False
        self._show_time = True
        column = self._column = Box(look, self)
        top = Flow(look, gap=12, last_at_end=True)
        self._where = Prose(look, "", "where", wraps=False)
        self._sign = IconLabel(
            look, "keystone", tr("Foundation"), "guide_strong",
            icon_tone="heather", tone="heather",
        )  # fmt: skip
        self._time = Prose(look, "", "small", wraps=False)
        for part in (self._where, self._sign):
            part.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
            top.addWidget(part)
        self._rule_above = Caption(look, "", "small")
        top.addWidget(self._rule_above)
        top.addWidget(self._time)
        self._statement = Statement(look)
        self._rule = Prose(look, "", "small")
        self._note = Prose(look, "", "small")
        self._note_row = QWidget()
        # So much is left in a low view too: the statement's ring would cut the letters of the note.
        Box(look, self._note_row, margins=(0, 0, 0, 3)).addWidget(self._note)
        self.again = Notice(look, "trouble", tr(
            "You answered an earlier wording of this question. Please look at it again."
        ), tr("It is still true"))  # fmt: skip
        self.again.pressed.connect(self._looked_again)
        self.group = AnswerGroup(look)
        self.come_back = ComeBack(look, session)
        self.strip = WalkStrip(look)
        self.notes = AnswerNotes(look, session)
        beside = tr("Add a note, evidence, reach, how sure, whose view, how important")
        if session.assessment.part is not None:
            beside = tr("Add a note, evidence, reach, how sure, whose view")
        self._fold = Fold(
            look,
            beside,
            tr("optional"),
            self.notes,
        )
        column.addWidget(self.strip)
        column.addLayout(top)
        column.gap(4)
        column.addWidget(self._note_row)  # what may touch one comes before it does
        column.addWidget(self._statement)
        column.gap(8)
        column.addWidget(self._rule)
        column.gap(14)
        column.addWidget(self.again)
        column.addWidget(self.group)
        column.addWidget(self.notes.reason)
        column.gap(8)
        column.addWidget(self.come_back)
        column.gap(12)
        column.addWidget(Rule(look))
        column.gap(1)
        column.addWidget(self._fold)
        column.addWidget(self.notes)
        self.effects = AnswerEffects(look, session)
        column.addWidget(self.effects.fold)
        column.addWidget(self.effects)

    def show_question(self, key: str, *, show_time: bool) -> None:
        assessment = self._session.assessment
        self._show_time = show_time
        question = questions.question(assessment, key)
        another = (assessment.id, key) != (self._of, self._key)
        self._of, self._key = assessment.id, key
        focus = QApplication.focusWidget()
        inside = another and focus is not None and self.isAncestorOf(focus)
        if inside and focus is self._statement.heading:
            focus.clearFocus()  # or Qt looks for what comes next, as the heading is hidden
        self._statement.say(key, question.statement, question.spoken)
        self._sign.setVisible(question.foundation)
        self._note.say(question.content_note)
        self._note_row.setVisible(bool(question.content_note))
        self.again.setVisible(question.look_again)
        self._refresh_top()
        if another:
            self.group.unfold(None)
        if inside:
            # Before the answers change: their new words would be told as those of the card that
            # has the focus.
            arrive_at(self._statement.heading, self.lead(how=False), self.group.focus_choice)
        relevant = any(each.choice == "not_relevant" for each in question.others)
        self.group.set_choices(question.where_short, question.levels, not_relevant=relevant)
        self.group.show_choice(question.choice)
        self.come_back.show_answer(key)
        self.notes.show_answer(key)
        self.effects.show_answer(key)
        if another:
            self._fold.setChecked(self.notes.filled())

    def lead(self, *, how: bool) -> str:
        """What is said behind the statement: the answer, and if wanted how to give one."""
        assessment = self._session.assessment
        answer = assessment.answer(self._key)
        chosen = reflecting.answer_words(assessment.bank, answer.choice)
        marked = tr("Marked to come back to.") if answer.come_back else ""
        said = [chosen, marked]
        if how:
            keys = reflecting.how_to_answer(single_keys=single_keys.on())
            said += [assessment.bank.choice_rule, keys, reflecting.how_to_add()]
        return " ".join(filter(None, said))

    def _looked_again(self) -> None:
        self._session.attempt(
            tr("Looked again at {id}").format(id=self._key), edits.looked_again, self._key
        )
        self.group.focus_choice()

    def set_form(self, form: WidthClass, *, low: bool) -> None:
        self._form = form
        if low != self._low:
            self._low = low
            self._column.tighten(0.3 if low else 1)
            self._statement.set_kind("section_small" if low else "question")
            self.group.set_low(low)
        if self._key:
            self._refresh_top()

    def _refresh_top(self) -> None:
        assessment = self._session.assessment
        question = questions.question(assessment, self._key)
        large = self._look.factor > 1.5
        self._where.say(question.where_short if self._form == "narrow" else question.where)
        time = progress.time_left(assessment) if self._show_time and not large else ""
        self._time.say(time)
        rule = assessment.bank.choice_rule
        short = rule.partition(". ")[0] + "." if ". " in rule else rule
        self._rule.say(short if large else rule)
        # In a low view the bar above says which question it is, and the rule stands in its place.
        self._rule_above.say(short)
        self._where.setHidden(self._low)
        self._rule_above.setVisible(self._low)
        self._rule.setHidden(self._low)
