"""Prepare the workshop: groups, consent, minimums, agenda. Collecting begins with its button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM, ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import Group, Round
from nttp_readiness.domain.editing import workshop_edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import closing_words, collecting, consent_words
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import combo_field, segments_field
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.agenda_view import AgendaView
from nttp_readiness.ui.workshop.asking import Asking
from nttp_readiness.ui.workshop.ballots.collector import Collector
from nttp_readiness.ui.workshop.group_rows import GroupRows


class PrepareSection(QWidget):
    """What is written here before collecting begins lives on the page until `start` is called."""

    started = Signal()

    def __init__(self, look: Look, session: Session, collector: Collector) -> None:
        super().__init__()
        self._session, self._collector = session, collector
        self._draft_of: int | None = None
        self.groups = GroupRows(look)
        self.consent = TickBox(look, consent_words.consent_words(ROOM_MINIMUM))
        self.room = combo_field(
            look, tr("Shown in the room from"), consent_words.minimum_choices(ROOM_MINIMUM)
        )
        self.outside = combo_field(
            look, tr("Shown outside from"), consent_words.minimum_choices(OUTSIDE_MINIMUM),
            tr("You can change these until the first answer comes in. After that they can"
" only be raised."),
        )  # fmt: skip
        self._minimum = Prose(look, "", "where")
        self._asking = Asking(look)
        self._joint = Prose(look, "", "body_strong")
        self.agenda = AgendaView(look)
        self._state = Prose(look, "", "where")
        column = Box(look, self)
        column.addWidget(self._state)
        column.gap(20)
        column.addWidget(Prose(look, tr("Who is asked"), "section"))
        column.gap(4)
        column.addWidget(
            Prose(
                look,
                tr(
                    "One group, or several that you want to look at side by side. Each person is"
                    " in one. From their sizes the wall can say how many answers are still to come."
                ),
                "where",
            )
        )
        column.gap(4)
        column.addWidget(self.groups)
        column.gap(8)
        column.addWidget(self._joint)
        column.gap(10)
        self.whole = segments_field(
            look,
            tr("The people who are asked"),
            [(False, tr("are all of us")), (True, tr("are part of a larger organisation"))],
            tr("Where a few are all of you, one joint answer may protect people better."),
        )
        self.whole.control.show_choice(False)
        self.whole.control.chosen.connect(lambda _: self._groups_edited())
        column.addWidget(self.whole)
        column.gap(8)
        self.others_button = Button(look, tr("Put them together as “Others”"), small=True)
        self.others_button.clicked.connect(self._put_together)
        column.addWidget(self.others_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.gap(4)
        self.outside_button = Button(look, tr("Add people from outside"), "link")
        self.outside_button.clicked.connect(self._add_outside)
        self._outside_words = Prose(
            look,
            tr(
                "People with lived experience can answer on two printed pages. You find them"
                " on Share: Rated from outside."
            ),
            "where",
        )
        self.outside_button.setAccessibleDescription(self._outside_words.plain())
        column.addWidget(self._outside_words)
        column.addWidget(self.outside_button, alignment=Qt.AlignmentFlag.AlignLeft)
        column.gap(20)
        column.addWidget(Rule(look))
        column.gap(18)
        column.addWidget(Prose(look, tr("What may be shown"), "section"))
        column.gap(8)
        column.addWidget(self.consent)
        without = consent_words.without_consent_words(OUTSIDE_MINIMUM)
        self.consent.setAccessibleDescription(without)
        column.gap(4)
        column.addWidget(Prose(look, without, "where"))
        column.gap(14)
        for field in (self.room, self.outside):
            column.addWidget(field)
            column.gap(12)
        column.addWidget(self._minimum)
        column.addWidget(self._asking)
        column.gap(20)
        column.addWidget(Rule(look))
        column.gap(4)
        self._fold = Fold(look, tr("Agenda and ground rules"), tr("two hours or one"), self.agenda)
        column.addWidget(self._fold)
        column.addWidget(self.agenda)
        self.groups.edited.connect(self._groups_edited)
        self.consent.clicked.connect(self._consent_given)
        self._asking.pressed.connect(self.refresh)
        self.room.control.chosen.connect(self._raise)
        self.outside.control.chosen.connect(self._raise)

    @property
    def collecting(self) -> bool:
        """Whether a round is open."""
        found = self._round()
        return found is not None and found.closed is None

    def refresh(self) -> None:
        assessment, found = self._session.assessment, self._round()
        self._state.say(collecting.round_words(assessment))
        self.agenda.show_support(assessment.profile.support_contact)
        number = found.number if found else 0
        if not self.collecting or found is None:
            self._show_draft(found, number)
            return
        self._draft_of = None
        lines = collecting.group_lines(found, self._collector.box)
        self.groups.show_groups(lines, fixed=found.looked_at)
        self.consent.setChecked(found.consent)
        begun = self._begun(found)
        for field, now, least in (
            (self.room, found.room_minimum, ROOM_MINIMUM),
            (self.outside, found.outside_minimum, OUTSIDE_MINIMUM),
        ):
            field.control.set_choices(consent_words.minimum_choices(now if begun else least))
            field.control.show_choice(now)
        self._say_minimums(found.size, found.room_minimum)
        asked = sum(each.size for each in found.groups)
        self._say_joint(asked, found.groups)

    def start(self) -> bool:
        """Begin to collect with what is written; False, and the fields say why, where it cannot
        be.
        """
        groups = self.groups.groups()
        if groups is None:
            self.groups.focus_first()
            return False
        session = self._session
        room, outside = self.room.control.value, self.outside.control.value
        worked = session.attempt(
            tr("Begin to collect"), workshop_edits.start_round, groups,
            today=session.today, consent=self.consent.isChecked(),
            part_of_larger=self._part_of_larger,
        )  # fmt: skip
        if worked and isinstance(room, int) and isinstance(outside, int):
            session.attempt(
                tr("Smallest number shown"), workshop_edits.set_minimums,
                room=room, outside=outside,
            )  # fmt: skip
        return worked

    def _show_draft(self, last: Round | None, number: int) -> None:
        """A new round begins with the groups of the last one, and asks all else again."""
        if self._draft_of == number:
            return
        self._draft_of = number
        groups = last.groups if last else (Group(name=tr("Everyone here")),)
        self.groups.show_groups(
            [collecting.GroupLine(each, 0, begun=False, closed_to_ballots="") for each in groups],
            fixed=False,
        )
        self.consent.setChecked(False)
        for field, least in ((self.room, ROOM_MINIMUM), (self.outside, OUTSIDE_MINIMUM)):
            field.control.set_choices(consent_words.minimum_choices(least))
            field.control.show_choice(least)
        self._say_minimums(0, ROOM_MINIMUM)
        self._say_joint(0, groups)

    def _say_joint(self, asked: int, groups: Sequence[Group]) -> None:
        found = self._round() if self.collecting else None
        self.whole.setVisible(
            found is None and collecting.may_be_all(self._session.assessment, asked)
        )
        part = found.part_of_larger if found else self._part_of_larger
        said = collecting.small_organisation_words(
            self._session.assessment, asked, part_of_larger=part
        ) or collecting.small_group_words(groups)
        self.agenda.show_numbers(asked, len(self._session.assessment.asked))
        few = [each for each in groups if 0 < each.size < ROOM_MINIMUM]
        self.others_button.setVisible(len(few) > 1 and not self._has_begun())
        self._show_outside(groups)
        self._joint.say(said)
        self._joint.setVisible(bool(said))

    @property
    def _part_of_larger(self) -> bool:
        return self.whole.control.value is True

    def _has_begun(self) -> bool:
        found = self._round()
        return self.collecting and found is not None and self._begun(found)

    def _put_together(self) -> None:
        """Groups of so few as one, before anybody answers."""
        written = self.groups.written()
        if written is None:
            return
        made = workshop_edits.together(written, tr("Others"))
        lines = [collecting.GroupLine(each, 0, begun=False, closed_to_ballots="") for each in made]
        self.groups.show_groups(lines, fixed=False)
        self._groups_edited()
        self._say_joint(sum(each.size for each in made), made)
        self.groups.focus_first()

    def _add_outside(self) -> None:
        """A group of their own for those who rate from outside, on the pages that Share prints."""
        written = self.groups.written()
        if written is None:
            self.groups.focus_first()
            return
        made = (*written, Group(name=collecting.outside_group_name()))
        lines = [collecting.GroupLine(each, 0, begun=False, closed_to_ballots="") for each in made]
        self.groups.show_groups(lines, fixed=False)
        self._groups_edited()
        self._show_outside(made)
        self.groups.focus_last()  # its button is gone; how many they are comes next
        announce(self, tr("Added: {name}.").format(name=made[-1].name))

    def _show_outside(self, groups: Sequence[Group]) -> None:
        name = collecting.outside_group_name()
        known = any(each.name == name for each in groups)
        asked = self._session.assessment.bank.outside is not None
        offered = asked and not known and not self._has_begun()
        self.outside_button.setVisible(offered)
        self._outside_words.setVisible(offered)

    def _groups_edited(self) -> None:
        groups = self.groups.written()
        if groups is None:
            return
        if self.collecting:
            self._session.type_in(
                "workshop/groups", tr("Groups"), workshop_edits.set_groups, groups
            )
        else:
            self._say_joint(sum(each.size for each in groups), groups)

    def _consent_given(self) -> None:
        """Given or withdrawn; to withdraw it needs nobody's leave."""
        if not self.collecting:
            return
        agreed = self.consent.isChecked()
        words, today = tr("Agreed to see counts"), self._session.today
        if agreed:
            self._session.attempt(words, workshop_edits.give_consent, today)
        else:
            self._session.attempt(words, workshop_edits.withdraw_consent)

    def _raise(self) -> None:
        """What has come in was promised these minimums, so that step is asked for, and undo does
        not lower them either.
        """
        found = self._round()
        room, outside = self.room.control.value, self.outside.control.value
        if not isinstance(room, int) or not isinstance(outside, int):
            return
        if not self.collecting or found is None:
            self._say_minimums(sum(each.size for each in self.groups.written() or ()), room)
            return
        if not self._begun(found):
            self._session.attempt(
                tr("Smallest number shown"), workshop_edits.set_minimums,
                room=room, outside=outside,
            )  # fmt: skip
            return
        if (room, outside) == (found.room_minimum, found.outside_minimum):
            self._asking.leave()
            return
        self._asking.ask(
            closing_words.minimum_for_good_words(found, room, outside), tr("Leave it as it is"),
            [(tr("Raise it for this round"), lambda: self._raise_for_good(room, outside))],
            self.room.control,
        )  # fmt: skip

    def _raise_for_good(self, room: int, outside: int) -> None:
        self._session.attempt_for_good(workshop_edits.set_minimums, room=room, outside=outside)
        self.refresh()

    def _begun(self, found: Round) -> bool:
        short = any(each.people for each in self._collector.polls.values())
        return bool(found.people or found.polls or self._collector.box.waiting or short)

    def _say_minimums(self, asked: int, room: int) -> None:
        found = self._round() if self.collecting else None
        said = [
            consent_words.minimum_words(found) if found else "",
            closing_words.minimum_beyond_words(asked, room),
        ]
        words = " ".join(filter(None, said))
        self._minimum.say(words)
        self._minimum.setVisible(bool(words))
        self.consent.say(consent_words.consent_words(room))

    def _round(self) -> Round | None:
        workshop = self._session.assessment.workshop
        return workshop.round if workshop else None
