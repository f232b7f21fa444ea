"""What a person may choose for what leaves: the form, what is put in, and the paper."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation import sharing
from nttp_readiness.presentation.action_plan import Part
from nttp_readiness.reports.forms import Form, FormId, Size, forms
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box
from nttp_readiness.ui.parts.field import combo_field
from nttp_readiness.ui.parts.panel import Rule
from nttp_readiness.ui.parts.prose import Prose
from nttp_readiness.ui.parts.radio_rows import ROW_INSET, RadioRows, RowChoice
from nttp_readiness.ui.parts.sign import Sign
from nttp_readiness.ui.parts.tick_box import TickBox

_PARTS: tuple[Part, ...] = ("scores", "names", "notes")


@dataclass(frozen=True, slots=True)
class Chosen:
    """What was chosen. Notes stay out until somebody puts them in."""

    form: FormId = "plan"
    without: frozenset[Part] = frozenset({"notes"})
    size: Size = "standard"
    grey: bool = False
    a3: bool = False


_VARIANTS: dict[str, Chosen] = {
    "large-print": Chosen(size="large"),
    "grey": Chosen(grey=True),
}
"""Forms that are the plan with an option: the option is offered here, so they need no row."""


class Choices(QWidget):
    """`changed` follows what the person chose here."""

    changed = Signal()

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._forms: dict[str, Form] = {each.id: each for each in forms()}
        self._chosen = Chosen()
        self._build()

    @property
    def chosen(self) -> Chosen:
        return self._chosen

    @property
    def form(self) -> Form:
        """The form that is chosen."""
        return self._forms[self._chosen.form]

    def choose(self, form: str) -> None:
        """Choose a form by its id, as the person would; an unknown one changes nothing."""
        if form in _VARIANTS:
            self._show(_VARIANTS[form])
        elif form in self._forms:
            self._show(replace(self._chosen, form=cast("FormId", form)))

    def show_empty(self, *, empty: bool) -> None:
        """Where there are no answers, the blank questionnaire stands first."""
        self._nothing.setVisible(empty)
        self.rows.set_order(self._row_choices(empty=empty))
        self._show(self._chosen)

    def _row_choices(self, *, empty: bool) -> list[RowChoice]:
        offered = [each for each in self._forms.values() if each.id not in _VARIANTS]
        if empty:
            offered.sort(key=lambda each: each.id != "questionnaire")
        return [
            RowChoice(each.id, each.name, sharing.kind_words(each.suffixes[0]), each.use)
            for each in offered
        ]

    def _build(self) -> None:
        look = self._look
        column = Box(look, self)
        head = Box(look, margins=(ROW_INSET, 0, 0, 0))
        head.addWidget(Prose(look, tr("Share"), "where"))
        head.addWidget(Prose(look, tr("What do you need?"), "page"))
        self._nothing = Prose(look, sharing.nothing_yet(), "where")
        head.addWidget(self._nothing)
        column.addLayout(head)
        column.gap(8)
        self.rows = RadioRows(look, self._row_choices(empty=False))
        self.rows.setAccessibleName(tr("What do you need?"))
        self.rows.chosen.connect(lambda form: self._take(form=form))
        column.addWidget(self.rows)
        below = Box(look, margins=(ROW_INSET, 0, 0, 0))
        column.addLayout(below)
        below.gap(12)
        below.addWidget(Rule(look))
        below.gap(14)
        heading = Prose(look, tr("Put in"), "body_strong")
        below.addWidget(heading)
        below.gap(4)
        self.parts: dict[Part, TickBox] = {}
        for part in _PARTS:
            self.parts[part] = TickBox(look, sharing.part_words(part))
            self.parts[part].clicked.connect(self._take_parts)
            below.addWidget(self.parts[part])
        self._parts_heading = heading
        self.grey = TickBox(look, tr("Black and white"))
        self.grey.clicked.connect(lambda on: self._take(grey=on))
        below.addWidget(self.grey)
        self.size_field = combo_field(look, tr("Text size"), sharing.sizes())
        self.size_field.control.chosen.connect(lambda size: self._take(size=size))
        self.paper_field = combo_field(look, tr("Paper"), sharing.papers())
        self.paper_field.control.chosen.connect(lambda a3: self._take(a3=a3))
        below.gap(10)
        below.addWidget(self.size_field)
        below.addWidget(self.paper_field)
        below.gap(16)
        readers = Box(look, across=True, spacing=2)
        lock = Sign(look, "lock", "", icon_tone="quiet")
        readers.addWidget(lock, alignment=Qt.AlignmentFlag.AlignTop)
        self._readers = Prose(look, "", "where")
        readers.addWidget(self._readers, 1)
        below.addLayout(readers)

    def _take(self, **changes: object) -> None:
        self._show(replace(self._chosen, **changes))  # type: ignore[arg-type] # fields of its own
        self.changed.emit()

    def _take_parts(self) -> None:
        self._take(without=frozenset(p for p, box in self.parts.items() if not box.isChecked()))

    def _show(self, chosen: Chosen) -> None:
        self._chosen = chosen
        offers = sharing.offers(chosen.form)
        self.rows.show_choice(chosen.form)
        self._parts_heading.setVisible(bool(offers.parts))
        for part, box in self.parts.items():
            box.setVisible(part in offers.parts)
            box.setChecked(part not in chosen.without)
        self.grey.setChecked(chosen.grey)
        self.size_field.setVisible(offers.size)
        self.size_field.control.show_choice(chosen.size)
        self.paper_field.setVisible(offers.a3)
        self.paper_field.control.show_choice(chosen.a3)
        self._readers.say(sharing.who_can_read(chosen.form, chosen.without))
