"""One piece of evidence beside an answer: its line, and folded below it what one can say of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cached_property
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QWidget

from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.evidence_list import item_line, item_name
from nttp_readiness.presentation.words.evidence_columns import (
    EVIDENCE_COLUMNS,
    FORM_ROWS,
    evidence_column,
)
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.column_field import column_field
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.field import Field
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.fold import Fold

ChooseFile = Callable[[QWidget], Path | None]


def choose_evidence(parent: QWidget) -> Path | None:
    """The file that somebody points at. Its place is written down, and it is not opened."""
    path, _ = QFileDialog.getOpenFileName(parent, tr("Where is it?"))
    return Path(path) if path else None


class EvidenceFields(QWidget):
    """`typed` and `chose` give the name of a field and what stands in it. `removed`, `led` and
    `said` ask to take it out, to show where it is, and to keep whether it still holds.
    """

    typed = Signal(str, str)
    chose = Signal(str, object)
    removed = Signal()
    led = Signal()
    said = Signal(object)
    file_wanted = Signal()

    def __init__(self, look: Look, item: EvidenceItem) -> None:
        super().__init__()
        self.key, self._look = item.id, look
        self._shown = (item, 1)
        self.more = QWidget()
        """What can be said of it: made when it is first opened, as most pieces stay folded."""
        self.fold = Fold(look, item_name(item), item_line(item), self.more, kind="body")
        self.fold.toggled.connect(lambda on: self.parts if on else None)
        self.holds = Button(look, tr("It is still true"), "second", "tick", small=True)
        self.no_longer = Button(look, tr("No longer true"), "second", small=True)
        column = Box(look, self)
        column.addWidget(self.fold)
        check = Flow(look, gap=10)
        check.addWidget(self.holds)
        check.addWidget(self.no_longer)
        self._check = QWidget()
        around = Box(look, self._check, margins=(0, 2, 0, 8))
        around.addLayout(check)
        column.addWidget(self._check)
        column.addWidget(self.more)
        self.holds.clicked.connect(lambda: self.said.emit("stands"))
        self.no_longer.clicked.connect(lambda: self.said.emit("no_longer"))

    @cached_property
    def parts(self) -> _More:
        """What stands in the fold, made by whoever asks first."""
        made = _More(self._look, self.more)
        for key, field in made.fields.items():
            control = field.control
            if isinstance(control, LineEdit | TextArea):
                control.edited.connect(lambda text, key=key: self.typed.emit(key, text))
            elif isinstance(control, DateEdit):
                control.edited.connect(lambda date, key=key: self.chose.emit(key, date))
            else:
                control.chosen.connect(lambda value, key=key: self.chose.emit(key, value))
        made.remove.clicked.connect(self.removed)
        made.lead.clicked.connect(self.led)
        made.choose.clicked.connect(self.file_wanted)
        made.show_item(*self._shown)
        made.fit(self.width())
        return made

    @property
    def fields(self) -> dict[str, Field[Any]]:
        """What can be typed and chosen, by the names of the columns."""
        return self.parts.fields

    def begin(self) -> None:
        """Open it, with the focus in its first field."""
        self.fold.setChecked(True)
        self.fields["what"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, item: EvidenceItem, number: int) -> None:
        """Show that piece; each field says of which one it is."""
        self._shown = (item, number)
        self.fold.say(item_name(item), item_line(item))
        self._check.setVisible(item.state == "to_check")
        _name((self.holds, self.no_longer), item)
        if "parts" in self.__dict__:
            self.parts.show_item(item, number)

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        if "parts" in self.__dict__:
            self.parts.fit(self.width())


class _More:
    """The fields of a piece, and what can be done with it, in the widget that folds away."""

    def __init__(self, look: Look, inside: QWidget) -> None:
        self._look = look
        self.fields: dict[str, Field[Any]] = {
            key: column_field(look, evidence_column(key)) for row in FORM_ROWS for key in row
        }
        self.choose = Button(look, tr("Choose a file…"), "second", "folder", small=True)
        self.lead = Button(look, tr("Show where it is"), "link")
        self.remove = Button(look, tr("Take it out"), "link")
        self._rows: list[Box] = []
        column = Box(look, inside, margins=(0, 4, 0, 14), spacing=12)
        for keys in FORM_ROWS:
            row = Box(look, across=True, spacing=16)
            for key in keys:
                row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
            if len(keys) > 1:
                self._rows.append(row)
            column.addLayout(row)
            if keys == ("where",):
                acts = Flow(look, gap=14)
                acts.addWidget(self.choose)
                acts.addWidget(self.lead)
                column.addLayout(acts)
        column.addWidget(self.remove)

    def show_item(self, item: EvidenceItem, number: int) -> None:
        for each in EVIDENCE_COLUMNS:
            if each.key not in self.fields:
                continue
            control, value = self.fields[each.key].control, getattr(item, each.key)
            control.setAccessibleName(
                tr("{field}, evidence {n}").format(field=each.heading(), n=number)
            )
            if isinstance(control, LineEdit | TextArea):
                control.show_text(value)
            elif not isinstance(control, DateEdit):
                control.show_choice(value)
            elif control.date() != value:
                control.show_date(value)
        self.lead.setVisible(bool(item.where.strip()))
        _name((self.choose, self.lead, self.remove), item)

    def fit(self, width: int) -> None:
        """Fields stand beside each other where there is room."""
        ways = QBoxLayout.Direction
        low = width < self._look.px(460)
        for row in self._rows:
            row.setDirection(ways.TopToBottom if low else ways.LeftToRight)


def _name(buttons: Sequence[Button], item: EvidenceItem) -> None:
    """What each does, and with which piece."""
    for button in buttons:
        words = button.text().replace("&&", "&")
        button.setAccessibleName(tr("{act}: {name}").format(act=words, name=item_name(item)))
