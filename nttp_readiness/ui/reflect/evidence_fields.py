"""One piece of evidence beside an answer: its line, and folded below it what one can say of it."""

from __future__ import annotations

from collections.abc import Callable
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
        self.fields: dict[str, Field[Any]] = {
            key: column_field(look, evidence_column(key)) for row in FORM_ROWS for key in row
        }
        self.more = QWidget()
        self.fold = Fold(look, item_name(item), item_line(item), self.more, kind="body")
        self.holds = Button(look, tr("It is still true"), "second", "tick", small=True)
        self.no_longer = Button(look, tr("No longer true"), "second", small=True)
        self.choose = Button(look, tr("Choose a file…"), "second", "folder", small=True)
        self.lead = Button(look, tr("Show where it is"), "link")
        self.remove = Button(look, tr("Take it out"), "link")
        self._check = QWidget()
        self._rows: list[Box] = []
        self._build()
        self._connect()

    def _build(self) -> None:
        look = self._look
        column = Box(look, self)
        column.addWidget(self.fold)
        check = Flow(look, gap=10)
        check.addWidget(self.holds)
        check.addWidget(self.no_longer)
        around = Box(look, self._check, margins=(0, 2, 0, 8))
        around.addLayout(check)
        column.addWidget(self._check)
        column.addWidget(self.more)
        inside = Box(look, self.more, margins=(0, 4, 0, 14), spacing=12)
        for keys in FORM_ROWS:
            row = Box(look, across=True, spacing=16)
            for key in keys:
                row.addWidget(self.fields[key], 1, Qt.AlignmentFlag.AlignTop)
            if len(keys) > 1:
                self._rows.append(row)
            inside.addLayout(row)
            if keys == ("where",):
                acts = Flow(look, gap=14)
                acts.addWidget(self.choose)
                acts.addWidget(self.lead)
                inside.addLayout(acts)
        inside.addWidget(self.remove)

    def _connect(self) -> None:
        for key, field in self.fields.items():
            control = field.control
            if isinstance(control, LineEdit | TextArea):
                control.edited.connect(lambda text, key=key: self.typed.emit(key, text))
            elif isinstance(control, DateEdit):
                control.edited.connect(lambda date, key=key: self.chose.emit(key, date))
            else:
                control.chosen.connect(lambda value, key=key: self.chose.emit(key, value))
        self.remove.clicked.connect(self.removed)
        self.lead.clicked.connect(self.led)
        self.choose.clicked.connect(self.file_wanted)
        self.holds.clicked.connect(lambda: self.said.emit("stands"))
        self.no_longer.clicked.connect(lambda: self.said.emit("no_longer"))

    def begin(self) -> None:
        """Open it, with the focus in its first field."""
        self.fold.setChecked(True)
        self.fields["what"].control.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_item(self, item: EvidenceItem, number: int) -> None:
        """Show that piece; each field says of which one it is."""
        name = item_name(item)
        self.fold.say(name, item_line(item))
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
        self._check.setVisible(item.state == "to_check")
        self.lead.setVisible(bool(item.where.strip()))
        for button in (self.holds, self.no_longer, self.choose, self.lead, self.remove):
            words = button.text().replace("&&", "&")
            button.setAccessibleName(tr("{act}: {name}").format(act=words, name=name))

    def resizeEvent(self, event: QResizeEvent, /) -> None:
        super().resizeEvent(event)
        ways = QBoxLayout.Direction
        low = self.width() < self._look.px(460)
        for row in self._rows:
            row.setDirection(ways.TopToBottom if low else ways.LeftToRight)
