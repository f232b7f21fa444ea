"""Prepare the workshop: groups, consent, minimums, agenda. Collecting begins with its button."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM, ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import Group, Round
from nttp_readiness.domain.editing import workshop_edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group import collecting
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import combo_field
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.agenda_view import AgendaView
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
        self.consent = TickBox(
            look, tr("The people in the room agree that counts are shown there from 5 answers up")
        )
        self.room = combo_field(
            look, tr("Shown in the room from"), collecting.minimum_choices(ROOM_MINIMUM)
        )
        self.outside = combo_field(
            look, tr("Shown outside from"), collecting.minimum_choices(OUTSIDE_MINIMUM),
            tr("Both can be raised, and never lowered once answers come in."),
        )  # fmt: skip
        self._minimum = Prose(look, "", "where")
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
                    " in one. Their sizes let the wall say how many answers are still to come."
                ),
                "where",
            )
        )
        column.gap(4)
        column.addWidget(self.groups)
        column.gap(8)
        column.addWidget(self._joint)
        column.gap(20)
        column.addWidget(Rule(look))
        column.gap(18)
        column.addWidget(Prose(look, tr("What may be shown"), "section"))
        column.gap(8)
        column.addWidget(self.consent)
        column.gap(14)
        for field in (self.room, self.outside):
            column.addWidget(field)
            column.gap(12)
        column.addWidget(self._minimum)
        column.gap(20)
        column.addWidget(Rule(look))
        column.gap(4)
        self._fold = Fold(look, tr("Agenda and ground rules"), tr("two hours or one"), self.agenda)
        column.addWidget(self._fold)
        column.addWidget(self.agenda)
        self.groups.edited.connect(self._groups_edited)
        self.consent.clicked.connect(self._consent_given)
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
        self.consent.setEnabled(not found.consent)
        for field, least in (
            (self.room, found.room_minimum),
            (self.outside, found.outside_minimum),
        ):
            field.control.set_choices(collecting.minimum_choices(least))
            field.control.show_choice(least)
        self._minimum.say(collecting.minimum_words(found))
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
        )  # fmt: skip
        if worked and isinstance(room, int) and isinstance(outside, int):
            session.attempt(
                tr("Smallest number shown"), workshop_edits.raise_minimums,
                room=room, outside=outside,
            )  # fmt: skip
        return worked

    def _show_draft(self, last: Round | None, number: int) -> None:
        """A new round begins with the groups and minimums of the last one."""
        if self._draft_of == number:
            return
        self._draft_of = number
        groups = last.groups if last else (Group(name=tr("Everyone here")),)
        self.groups.show_groups(
            [collecting.GroupLine(each, 0, begun=False, closed_to_ballots="") for each in groups],
            fixed=False,
        )
        self.consent.setEnabled(True)
        self.consent.setChecked(False)
        room = last.room_minimum if last else ROOM_MINIMUM
        outside = last.outside_minimum if last else OUTSIDE_MINIMUM
        for field, least in ((self.room, room), (self.outside, outside)):
            field.control.set_choices(collecting.minimum_choices(least))
            field.control.show_choice(least)
        self._minimum.say("")
        self._say_joint(0, groups)

    def _say_joint(self, asked: int, groups: Sequence[Group]) -> None:
        said = collecting.small_organisation_words(
            self._session.assessment, asked
        ) or collecting.small_group_words(groups)
        self._joint.say(said)
        self._joint.setVisible(bool(said))

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
        if self.collecting:
            self._session.attempt(tr("Agreed to see counts"), workshop_edits.give_consent)

    def _raise(self) -> None:
        """What has come in was promised these minimums, so undo does not lower them either."""
        found = self._round()
        room, outside = self.room.control.value, self.outside.control.value
        if not self.collecting or found is None:
            return
        if not isinstance(room, int) or not isinstance(outside, int):
            return
        if found.people or self._collector.box.waiting:
            self._session.attempt_for_good(
                workshop_edits.raise_minimums, room=room, outside=outside
            )
        else:
            self._session.attempt(
                tr("Smallest number shown"), workshop_edits.raise_minimums,
                room=room, outside=outside,
            )  # fmt: skip

    def _round(self) -> Round | None:
        workshop = self._session.assessment.workshop
        return workshop.round if workshop else None
