"""The forms, by what somebody has before them: a few are open, the others one fold away."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.presentation.screens import share_words
from nttp_readiness.reports.specs.form_spec import OCCASIONS, FormSpec, Occasion
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.radio_group import BareGroup
from nttp_readiness.ui.widgets.fields.radio_rows import ROW_INSET, RadioRows, RowChoice
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class _Part:
    """The forms of one occasion under their fold."""

    fold: Fold
    rows: RadioRows
    whole: QWidget


class FormRows(BareGroup):
    """One form of all is chosen, whatever its occasion; `chosen` says which, when a person did it.

    The occasion of the chosen form is always opened. Others stay as the person left them.
    """

    chosen = Signal(object)

    def __init__(
        self, look: Look, forms: Sequence[FormSpec], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        # No name of its own: the page has it, and it would be said twice.
        self._value: object = None
        self._column = Box(look, self)
        self._parts: dict[Occasion, _Part] = {}
        for occasion, specs in by_occasion(forms).items():
            part = self._part(look, occasion, specs)
            self._parts[occasion] = part
            self._column.addWidget(part.whole)
        self.show_forms(forms)

    def _part(self, look: Look, occasion: Occasion, specs: Sequence[FormSpec]) -> _Part:
        name = share_words.occasion_words(occasion)
        rows = RadioRows(look, _choices(specs))
        rows.setAccessibleName(name)
        rows.chosen.connect(self._take)
        whole = QWidget()
        fold = Fold(look, name, "", rows)
        column = Box(look, whole)
        head = Box(look, margins=(ROW_INSET, 0, 0, 0))
        head.addWidget(fold)
        column.addLayout(head)
        column.addWidget(rows)
        fold.toggled.connect(lambda: self._say(occasion))
        return _Part(fold, rows, whole)

    def _say(self, occasion: Occasion) -> None:
        """A fold that is closed names what is in it."""
        if occasion in self._parts:
            part = self._parts[occasion]
            names = "" if part.fold.isChecked() else ", ".join(part.rows.names)
            part.fold.say(share_words.occasion_words(occasion), names)

    @property
    def value(self) -> object:
        """The form that is shown as chosen, None where none is."""
        return self._value

    @property
    def offered(self) -> tuple[str, ...]:
        """The names of all forms as they stand, in open folds and in closed ones."""
        parts = sorted(self._parts.values(), key=lambda part: self._column.indexOf(part.whole))
        return tuple(
            name for part in parts if not part.whole.isHidden() for name in part.rows.names
        )

    def show_forms(self, forms: Sequence[FormSpec], first: Occasion = "meeting") -> None:
        """Offer those forms, which must be among the first ones; what they are wanted for `first`
        stands before the others.
        """
        specs = by_occasion(forms)
        for occasion, part in self._parts.items():
            offered = specs.get(occasion, ())
            part.whole.setVisible(bool(offered))
            if offered:
                part.rows.set_order(_choices(offered))
                self._say(occasion)
        for place, occasion in enumerate(sorted(self._parts, key=lambda each: each != first)):
            whole = self._parts[occasion].whole
            if self._column.indexOf(whole) != place:
                self._column.insertWidget(place, whole)

    def show_choice(self, value: object) -> None:
        """Show a form that was not chosen here, and open its fold; nothing is emitted."""
        self._value = None
        for part in self._parts.values():
            part.rows.show_choice(value)
            if part.rows.value is not None:
                self._value = value
                part.fold.setChecked(True)

    def focus_choice(self) -> None:
        """Put the focus on what is chosen, else on the first fold."""
        part = next((each for each in self._parts.values() if each.rows.value is not None), None)
        if part is None:
            next(iter(self._parts.values())).fold.setFocus()
            return
        part.fold.setChecked(True)
        part.rows.focus_choice()

    def _take(self, value: object) -> None:
        self.show_choice(value)
        self.chosen.emit(value)


def by_occasion(forms: Sequence[FormSpec]) -> Mapping[Occasion, tuple[FormSpec, ...]]:
    """The forms of each occasion that has any, in their order."""
    found = {each: tuple(s for s in forms if s.occasion == each) for each in OCCASIONS}
    return {occasion: specs for occasion, specs in found.items() if specs}


def _choices(specs: Sequence[FormSpec]) -> list[RowChoice]:
    return [
        RowChoice(each.id, each.name, share_words.kinds_words(each.suffixes), each.use)
        for each in specs
    ]
