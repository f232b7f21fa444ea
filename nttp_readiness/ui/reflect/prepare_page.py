"""Prepare: name the assessment, say what it covers and who will see it, and choose a route."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Unpack, get_args

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import ProfileChanges, Scope
from nttp_readiness.domain.answers.fields import PROFILE_FIELDS
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness import preparing
from nttp_readiness.presentation.screens.file_words import kept_in_words
from nttp_readiness.presentation.words import words
from nttp_readiness.storage.banks.overlay_heads import FoundOverlay, overlays_for
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme import accessibility
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import (
    combo_field,
    date_field,
    line_field,
    radio_field,
    wrapped_field,
)
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice
from nttp_readiness.ui.widgets.fields.tick_box import TickBox, TickGroup
from nttp_readiness.ui.widgets.focus_ring import bring_into_view
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workbook.guide_panel import GuidePanel
from nttp_readiness.ui.workbook.workbook_page import ScrollingPage


class PreparePage(ScrollingPage):
    """Everything here can be changed later; only the name is needed."""

    place = Page.PREPARE
    side = 40
    width_at_most = 624
    other_bank = Signal()
    """The person wants other questions; an assessment keeps its own, so that begins another."""

    file_wanted = Signal()
    """The person wants to see which file this is, to rename, move or show it."""

    wording_wanted = Signal(str)
    """The id of the sector's wording that the person wants; empty for the general one."""

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(look, session, parent=parent)
        self.path: Callable[[], Path | None] = lambda: None
        """Where the document's file lies, None where it has none yet."""
        self.name = line_field(look, tr("Name of this assessment"))
        self.organisation = line_field(look, tr("Organisation"))
        self.scope = radio_field(
            look,
            tr("What it covers"),
            [RadioChoice(each, words.scope_words(each)) for each in get_args(Scope)],
        )
        self.area = combo_field(look, tr("Service area"), ())
        self._wordings: dict[str, list[FoundOverlay]] = {}
        """What there is for each bank."""
        self.wording = Prose(look, "", "where")
        self._offers = QWidget()
        self._offered: dict[str, Button] = {}
        self.general_wording = Button(look, tr("Go back to the general wording"), "link")
        self.audience = line_field(look, tr("Who it is for, and who will see it"))
        self.contact = wrapped_field(
            look,
            tr("Your own support contact"),
            PROFILE_FIELDS["support_contact"].limit,
            tr("Shown on every page under Support, and printed on the last page."),
        )
        self.route = radio_field(look, tr("Which questions"), ())
        self._bank: Bank | None = None
        """Whose areas and routes can be chosen here."""
        self._other_bank = Button(look, tr("Choose other questions"), "link")
        self.review = date_field(
            look,
            words.review_heading(),
            tr("When you will look at this again, such as 10 September 2027"),
        )
        self.small = TickBox(look, tr("We are a small organisation, with a handful of people"))
        self.care = TickBox(look, tr("We provide care or support to people"))
        self.noun = combo_field(
            look, tr("What you call the people you serve"), preparing.noun_choices()
        )
        self.own_noun = line_field(
            look,
            tr("Your own word, for many"),
            tr("In small letters, as in the middle of a sentence: apprentices"),
        )
        self.own_noun_one = line_field(
            look, tr("Your own word, for one"), tr("For example: apprentice")
        )
        self._own = QWidget()
        self.noun_example = Prose(look, "", "where")
        for name, field in (
            ("title", self.name), ("organisation", self.organisation),
            ("audience", self.audience),
            ("own_noun", self.own_noun), ("own_noun_one", self.own_noun_one),
        ):  # fmt: skip
            field.limit_to(PROFILE_FIELDS[name].limit)
        self._build()
        self._offer_choices()
        self._connect()

    def _build(self) -> None:
        look = self.look
        self.column.addWidget(Prose(look, tr("Prepare"), "where"))
        self.column.addWidget(Prose(look, tr("Before you begin"), "page"))
        self._opening = Prose(look, "", "where")
        self.column.addWidget(self._opening)
        self.column.gap(20)
        # How many questions there will be is the one choice besides the name that counts now.
        for part in (
            self.name, self.route, self.organisation, self.scope, self.area, self.audience,
            self.contact,
        ):  # fmt: skip
            self.column.addWidget(part)
            if part is self.route:
                self.column.gap(6)
                self.column.addWidget(self._other_bank, alignment=Qt.AlignmentFlag.AlignLeft)
            if part is self.area:
                self.column.gap(6)
                self.column.addWidget(self.wording)
                self._offers_column = Box(look, self._offers, margins=(0, 8, 0, 2), spacing=8)
                for button in (self._offers, self.general_wording):
                    self.column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            self.column.gap(20)
        wording = tr("Wording that fits you")
        self.column.addWidget(Prose(look, wording, "body_strong"))
        self.column.gap(6)
        self.column.addWidget(TickGroup(look, wording, (self.small, self.care)))
        self.column.gap(14)
        self.column.addWidget(self.noun)
        own = Box(look, self._own, margins=(0, 12, 0, 0), spacing=12)
        own.addWidget(self.own_noun)
        own.addWidget(self.own_noun_one)
        self.column.addWidget(self._own)
        self.column.gap(6)
        self.column.addWidget(self.noun_example)
        self.column.gap(14)
        self.column.addWidget(self.review)
        self.column.gap(20)
        together = tr("Others who know a part")
        self.column.addWidget(Prose(look, together, "body_strong"))
        self._together = Prose(look, "", "where")
        self.column.addWidget(self._together)
        self.column.gap(6)
        self.share_out = Button(look, tr("Share out the parts"), "second", small=True)
        self.share_out.clicked.connect(lambda: self.go.emit(Address(Page.PARTS)))
        self.column.addWidget(self.share_out, alignment=Qt.AlignmentFlag.AlignLeft)
        self.column.gap(20)
        self._guide = QWidget()
        guide = Box(look, self._guide)
        self._panel = GuidePanel(look)
        self._panel.link.connect(self.link)
        guide.addWidget(self._panel)
        guide.gap(4)
        self.file = Button(look, tr("Rename, move or show the file"), "link")
        self.file.clicked.connect(self.file_wanted)
        guide.addWidget(self.file, alignment=Qt.AlignmentFlag.AlignLeft)
        guide.gap(8)
        show = Button(look, tr("Print the questions first"), "second", "print", small=True)
        show.clicked.connect(self._show_questions)
        guide.addWidget(show, alignment=Qt.AlignmentFlag.AlignLeft)
        guide.addStretch(1)
        self._guide_body = QWidget()
        inside = QVBoxLayout(self._guide_body)
        inside.setContentsMargins(0, 0, 0, 0)
        self._guide_fold = Fold(look, tr("Good to know"), "", self._guide_body)
        self.column.addWidget(self._guide_fold)
        self.column.addWidget(self._guide_body)

    def _connect(self) -> None:
        self._other_bank.clicked.connect(self.other_bank)
        self.general_wording.clicked.connect(lambda: self.wording_wanted.emit(""))
        self.name.control.edited.connect(self._name_typed)
        self.organisation.control.edited.connect(lambda text: self._type(organisation=text))
        self.audience.control.edited.connect(lambda text: self._type(audience=text))
        self.contact.control.edited.connect(lambda text: self._type(support_contact=text))
        self.scope.control.chosen.connect(lambda value: self._type(scope=value))
        self.area.control.chosen.connect(lambda value: self._type(service_area=value))
        self.route.control.chosen.connect(lambda value: self._type(route=value))
        self.review.control.edited.connect(lambda date: self._type(review=date))
        self.small.clicked.connect(lambda on: self._type(small_organisation=on))
        self.care.clicked.connect(lambda on: self._type(delivers_care=on))
        self.noun.control.chosen.connect(lambda value: self._type(noun=value))
        self.own_noun.control.edited.connect(lambda text: self._type(own_noun=text))
        self.own_noun_one.control.edited.connect(lambda text: self._type(own_noun_one=text))

    def _offer_choices(self) -> None:
        """What can be chosen with the questions of this document: the page may be older than it."""
        assessment = self.session.assessment
        self._opening.say(preparing.opening_words(assessment))
        bank = assessment.bank
        if bank is self._bank:
            return
        self._bank = bank
        self.area.control.set_choices(
            [("", tr("Not said")), *((each, each) for each in bank.service_areas)]
        )
        self.route.control.set_choices(
            [RadioChoice(each.id, each.name, each.line) for each in preparing.routes(bank)]
        )
        self.route.say_hint(preparing.sets_words(bank))

    def refresh(self) -> None:
        self._offer_choices()
        profile = self.session.assessment.profile
        if not self.name.error:
            self.name.control.show_text(profile.title)
        self.organisation.control.show_text(profile.organisation)
        self.scope.control.show_choice(profile.scope)
        self.area.control.show_choice(profile.service_area)
        self.audience.control.show_text(profile.audience)
        self.contact.control.show_text(profile.support_contact)
        self.route.control.show_choice(profile.route)
        self.review.control.refresh_date(profile.review)
        self._other_bank.setVisible(not self.session.assessment.answers)
        self._show_wording()
        self.small.setChecked(profile.small_organisation)
        self.care.setChecked(profile.delivers_care)
        self.noun.control.show_choice(profile.noun)
        self.own_noun.control.show_text(profile.own_noun)
        self.own_noun_one.control.show_text(profile.own_noun_one)
        self._own.setVisible(profile.noun == "own")
        self.noun_example.say(preparing.noun_example(self.session.assessment.served))
        self._panel.show_parts(
            preparing.good_to_know(
                self.session.assessment, kept_in_words(self.path(), folders.documents())
            )
        )
        self._together.say(preparing.together_words(self.session.assessment))

    def _show_wording(self) -> None:
        """Which sector's words these are, and the one that the service area leads to."""
        bank = self.session.assessment.written_bank
        if bank.id not in self._wordings:
            self._wordings[bank.id] = overlays_for(bank, folders.bank_places())
        said = preparing.wording(self.session.assessment, self._wordings[bank.id])
        self.wording.say(said.line)
        self.wording.setVisible(bool(said.line))
        self._show_offers(said.offers)
        self.general_wording.setVisible(said.in_use)

    def _show_offers(self, offers: tuple[preparing.Offer, ...]) -> None:
        """A button for each wording; they stay as they are, with their focus, while these do."""
        if {each.id: each.words for each in offers} == {
            key: button.text() for key, button in self._offered.items()
        }:
            return
        for button in self._offered.values():
            button.hide()
            button.deleteLater()
        self._offered = {}
        for each in offers:
            button = Button(self.look, each.words, "second", small=True)
            button.clicked.connect(partial(self.wording_wanted.emit, each.id))
            self._offers_column.addWidget(button, alignment=Qt.AlignmentFlag.AlignLeft)
            self._offered[each.id] = button
        self._offers.setVisible(bool(offers))

    def point_at_wording(self) -> None:
        """The focus on the service area, with the wording that is in use in view and heard."""
        self.area.control.setFocus(Qt.FocusReason.OtherFocusReason)
        said = self.wording.plain() or tr("The questions use the general wording.")
        accessibility.announce(self, said)
        # Once the page, which was made a moment ago, has its size.
        QTimer.singleShot(0, self, lambda: bring_into_view(self.area.control, self.wording))

    def address(self) -> Address:
        return Address(Page.PREPARE)

    def where(self) -> str:
        return tr("Before you begin")

    def main_words(self) -> str:
        assessment = self.session.assessment
        return tr("Go on reflecting") if assessment.answers else tr("Start reflecting")

    def main(self) -> None:
        self.go.emit(Address(Page.REFLECT))

    def focus_first(self) -> None:
        self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)
        if not self.session.assessment.answers:
            # What is chosen is said as well, and would be said in place of the field.
            QTimer.singleShot(0, self.name.control, self.name.control.selectAll)

    def _name_typed(self, text: str) -> None:
        if not text.strip():
            self.name.show_error(
                tr("The assessment needs a name. Until you type one, the last one is kept.")
            )
            return
        self.name.clear_error()
        self._type(title=text[:200])

    def _type(self, **fields: Unpack[ProfileChanges]) -> None:
        name = next(iter(fields))
        self.session.type_in(f"profile/{name}", tr("Prepare"), edits.set_profile, **fields)

    def _show_questions(self) -> None:
        from nttp_readiness.reports.specs.form_spec import form_address  # noqa: PLC0415 - only to print

        self.go.emit(form_address("questionnaire"))

    # ---- the guide

    @property
    def guide(self) -> QWidget | None:
        return self._guide

    def guide_heading(self) -> str:
        return tr("Good to know")

    def hold_guide(self, *, inside: bool) -> None:
        layout = self._guide_body.layout()
        if inside and layout is not None:
            layout.addWidget(self._guide)
            self._guide.show()
        self._guide_fold.setVisible(inside)
        self._guide_body.setVisible(inside and self._guide_fold.isChecked())
