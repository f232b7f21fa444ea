"""What now: days into a calendar, a card for each, when to look again, telling who answered."""

from __future__ import annotations

import datetime as dt

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_columns import heading
from nttp_readiness.presentation.screens import what_now
from nttp_readiness.reports.specs.form_spec import form_address
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import date_field, text_field
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class WhatNowPage(ScrollingPage):
    """Address: `what-now`. None of its steps is needed, and each stands alone."""

    place = Page.SHARE
    begins_at_heading = True
    side = 40
    width_at_most = 720

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self._dates = Prose(look, "", "body")
        self.calendar = Button(look, tr("Save the calendar file"), "second", small=True)
        self.plan = Button(look, tr("Give them dates in the plan"), "second", small=True)
        self.cards = Button(look, tr("Print the cards"), "second", "print", small=True)
        self._again = Prose(look, "", "body")
        self.review = date_field(
            look,
            heading("review"),
            tr("When you will look at this again, such as 10 September 2027"),
        )
        self.quarter = Button(look, tr("In three months"), "link")
        self._asked = Prose(look, "", "body")
        self.letter = text_field(
            look,
            tr("What came of it"),
            tr("It names no owner, gives no level and quotes nobody. Change it as you like."),
            lines=9,
        )
        self.copy = Button(look, tr("Copy this letter"), "second", small=True)
        self._made = ""
        self._build()
        self.calendar.clicked.connect(lambda: self.go.emit(form_address("calendar")))
        self.plan.clicked.connect(lambda: self.go.emit(Address(Page.PLAN)))
        self.cards.clicked.connect(lambda: self.go.emit(form_address("card")))
        self.review.control.edited.connect(self._say_review)
        self.quarter.clicked.connect(self._in_a_quarter)
        self.copy.clicked.connect(self._copy)

    def _build(self) -> None:
        look, column = self.look, self.column
        column.addWidget(Prose(look, tr("Share"), "where"))
        column.addWidget(Prose(look, tr("What now?"), "page"))
        column.addWidget(
            Prose(
                look,
                tr(
                    "The plan is shared. These four steps keep it going. Take those that fit, in"
                    " any order, now or later."
                ),
                "lead",
            )
        )
        self._step(tr("Put the dates into a calendar"), self._dates, self.calendar, self.plan)
        cards = tr("A card for each person: one thing I will do. Nobody’s name is on it.")
        self._step(tr("One thing each"), Prose(look, cards, "body"), self.cards)
        self._step(tr("Look again"), self._again)
        column.addWidget(self.review)
        column.gap(6)
        column.addWidget(self.quarter, alignment=Qt.AlignmentFlag.AlignLeft)
        told = tr("People who answered want to know what came of it, soon and in plain words.")
        self._step(tr("Tell those who answered"), Prose(look, told, "body"))
        column.addWidget(self._asked)
        column.gap(6)
        column.addWidget(self.letter)
        column.gap(8)
        column.addWidget(self.copy, alignment=Qt.AlignmentFlag.AlignLeft)
        column.gap(20)

    def _step(self, name: str, words: Prose, *buttons: Button) -> None:
        column = self.column
        column.gap(16)
        column.addWidget(Rule(self.look))
        column.gap(14)
        column.addWidget(Prose(self.look, name, "section"))
        column.gap(4)
        column.addWidget(words)
        column.gap(8)
        if buttons:
            row = Flow(self.look, gap=10)
            for button in buttons:
                row.addWidget(button)
            column.addLayout(row)

    def refresh(self) -> None:
        assessment, view, today = self.session.assessment, self.session.view, self.session.today
        said, some = what_now.dates_words(view.card, today)
        self._dates.say(said)
        self.calendar.setVisible(some)
        self.plan.setVisible(not some)
        self._again.say(what_now.look_again_words(assessment, today))
        self.review.control.refresh_date(assessment.profile.review)
        asked = what_now.asked_words(assessment)
        self._asked.say(asked)
        self._asked.setVisible(bool(asked))
        letter = what_now.what_came_of_it(assessment, view.plan)
        if self.letter.control.text() in ("", self._made):  # else somebody has made it their own
            self.letter.control.show_text(letter)
            self._made = letter

    def address(self) -> Address:
        return Address(Page.WHAT_NOW)

    def where(self) -> str:
        return tr("What now?")

    def main_words(self) -> str:
        return tr("Back to Share")

    def main(self) -> None:
        self.go.emit(Address(Page.SHARE))

    def back_address(self) -> Address:
        return Address(Page.SHARE)

    def _say_review(self, date: dt.date | None) -> None:
        self.session.type_in("profile/review", tr("Look again"), edits.set_profile, review=date)

    def _in_a_quarter(self) -> None:
        self._say_review(what_now.in_a_quarter(self.session.today))
        self.review.setFocus(Qt.FocusReason.OtherFocusReason)

    def _copy(self) -> None:
        QApplication.clipboard().setText(self.letter.control.text())
        announce(self, tr("The letter is copied."))
