"""Who is asked: groups with their sizes, and role and site where these should be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from nttp_readiness.domain.answers.workshop import MOST_GROUPS, MOST_PEOPLE, Group
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.collecting import GroupLine
from nttp_readiness.ui.theme.accessibility import untold
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose


class GroupRows(QWidget):
    """`edited` is emitted when the person changed a group and left its field."""

    edited = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._rows: list[_GroupRow] = []
        self._column = Box(look)
        self.add_button = Button(look, tr("Add a group"), "second", "plus", small=True)
        self.add_button.clicked.connect(self._add_by_user)
        whole = Box(look, self)
        whole.addLayout(self._column)
        whole.gap(10)
        whole.addWidget(self.add_button, alignment=Qt.AlignmentFlag.AlignLeft)

    def show_groups(self, lines: Sequence[GroupLine], *, fixed: bool) -> None:
        """Show these groups; those that have begun to answer, and all of them where they are
        `fixed`, stay as they are.
        """
        if [row.group() for row in self._rows] != [each.group for each in lines]:
            while self._rows:
                self._drop(self._rows[-1])
            for each in lines:
                self._append(each.group)
        for row, each in zip(self._rows, lines, strict=True):
            row.hold(fixed=fixed or each.begun)
        self._name_rows()
        self.add_button.setVisible(not fixed)

    def groups(self) -> tuple[Group, ...] | None:
        """What is written; None, and the fields say so, where that makes no groups."""
        right = [row.check() for row in self._rows]
        return self.written() if all(right) else None

    def written(self) -> tuple[Group, ...] | None:
        """The same without a word about what is missing, while somebody is still writing."""
        found = tuple(made for row in self._rows if (made := row.group()) is not None)
        return found if len(found) == len(self._rows) else None

    def focus_first(self) -> None:
        """The name that is offered is chosen whole, so that another is typed over it."""
        with untold():
            self._rows[0].name.control.selectAll()
        self._rows[0].name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_last(self) -> None:
        """How many the group has that was added last."""
        self._rows[-1].people.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _append(self, group: Group | None = None) -> _GroupRow:
        row = _GroupRow(self._look, group)
        row.edited.connect(self.edited)
        row.removed.connect(self._remove)
        row.hold(fixed=False)
        self._rows.append(row)
        self._column.addWidget(row)
        self._name_rows()
        return row

    def _add_by_user(self) -> None:
        if len(self._rows) < MOST_GROUPS:
            row = self._append()
            row.show()
            QWidget.setTabOrder(row.remove, self.add_button)
            row.name.control.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, row: object) -> None:
        if isinstance(row, _GroupRow) and len(self._rows) > 1:
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._drop(row)
            self._name_rows()
            self.edited.emit()

    def _drop(self, row: _GroupRow) -> None:
        self._rows.remove(row)
        self._column.removeWidget(row)
        row.hide()
        row.deleteLater()

    def _name_rows(self) -> None:
        for number, row in enumerate(self._rows, start=1):
            row.say_number(number, alone=len(self._rows) == 1)


class _GroupRow(QWidget):
    edited = Signal()
    removed = Signal(object)

    def __init__(self, look: Look, group: Group | None) -> None:
        super().__init__()
        self._look = look
        self.name = line_field(look, tr("Group"))
        self.people = line_field(look, tr("How many people"))
        self.role = line_field(look, tr("Role, if you like"))
        self.site = line_field(look, tr("Site, if you like"))
        self.remove = Button(look, tr("Remove"), "link")
        self.remove.clicked.connect(lambda: self.removed.emit(self))
        self._why = Prose(
            look, tr("Its answers have begun to come in, so it can no longer be changed."), "small"
        )
        column = Box(look, self)
        self._row = Box(look, across=True, spacing=12)
        top = Qt.AlignmentFlag.AlignTop
        for field, share in ((self.name, 4), (self.people, 2), (self.role, 3), (self.site, 3)):
            self._row.addWidget(field, share, top)
            field.limit_to(80)
            field.control.editingFinished.connect(self._finished)
        self._said = self._now(group)
        column.gap(10)
        column.addLayout(self._row)
        column.addWidget(self._why)
        column.addWidget(self.remove, alignment=Qt.AlignmentFlag.AlignLeft)
        column.gap(8)
        column.addWidget(Rule(look, dotted=True))

    def _now(self, group: Group | None) -> Group | None:
        if group is not None:
            self.name.control.show_text(group.name)
            self.people.control.show_text(str(group.size) if group.size else "")
            self.role.control.show_text(group.role)
            self.site.control.show_text(group.site)
        return group

    def group(self) -> Group | None:
        name, size = self.name.control.text().strip(), self.people.control.text().strip()
        if not name or not (not size or (size.isdecimal() and int(size) <= MOST_PEOPLE)):
            return None
        return Group(
            name=name,
            size=int(size or 0),
            role=self.role.control.text().strip(),
            site=self.site.control.text().strip(),
        )

    def check(self) -> bool:
        size = self.people.control.text().strip()
        named = bool(self.name.control.text().strip())
        counted = not size or (size.isdecimal() and int(size) <= MOST_PEOPLE)
        self.name.show_error("" if named else tr("A group needs a name."))
        self.people.show_error("" if counted else tr("Write a number, such as 12."))
        return named and counted

    def hold(self, *, fixed: bool) -> None:
        for field in (self.name, self.people, self.role, self.site):
            field.control.setReadOnly(fixed)
        self._why.setVisible(fixed)
        self.remove.setVisible(not fixed)

    def say_number(self, number: int, *, alone: bool) -> None:
        for field, words in (
            (self.name, tr("Group {n}")), (self.people, tr("How many people in group {n}")),
            (self.role, tr("Role of group {n}")), (self.site, tr("Site of group {n}")),
        ):  # fmt: skip
            field.control.setAccessibleName(words.format(n=number))
        self.remove.setAccessibleName(tr("Remove group {n}").format(n=number))
        self.remove.setEnabled(not alone)

    def _finished(self) -> None:
        now = self.group()
        if now != self._said:
            self._said = now
            if now is not None:
                self.check()
            self.edited.emit()

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        low = self.width() < self._look.px(520)
        self._row.setDirection(ways.TopToBottom if low else ways.LeftToRight)
