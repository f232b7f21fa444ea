"""A field of a form: label, hint, control and error, tied together for every reader.

The label is the control's buddy and its accessible name as well, since some controls are read by
one and some by the other; hint and error are its description.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from nttp_readiness.i18n import tr, trn
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.combo import Combo
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit
from nttp_readiness.ui.widgets.fields.line_edit import LineEdit
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioBoxes, RadioChoice
from nttp_readiness.ui.widgets.fields.radio_group import RadioGroup
from nttp_readiness.ui.widgets.fields.segments import Segments
from nttp_readiness.ui.widgets.fields.text_area import TextArea
from nttp_readiness.ui.widgets.fields.wrapping_edit import WrappingEdit
from nttp_readiness.ui.widgets.prose import Prose

Control = TypeVar("Control", bound=QWidget)
_FEW_LEFT = 30
"""From so few letters on it is said how many are left; of a long text from a twentieth on."""


class Field(QWidget, Generic[Control]):
    """`control` is what the user acts on; its signals and values are its own."""

    def __init__(
        self,
        look: Look,
        label: str,
        control: Control,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._label = look, label
        self._hint_text, self._error_text = hint, ""
        self.control = control
        self._caption = QLabel()
        # A buddy's label takes an ampersand for a key, and rich text would be full of them.
        self._caption.setTextFormat(Qt.TextFormat.PlainText)
        self._caption.setWordWrap(True)
        if not isinstance(control, RadioGroup):  # a group says label and hint by its name
            self._caption.setBuddy(control)
        self._hint = Prose(look, hint, "where")
        self._error = Prose(look, "", "guide_strong", tone="error")
        self._error.hide()
        self._left = Prose(look, "", "where")
        self._left.hide()
        self._longest = 0
        self._left_out = (0, "")
        """How many letters there was no room for beside what stands there."""
        column = Box(look, self)
        column.addWidget(self._caption)
        column.addWidget(self._hint)
        self._hint.setVisible(bool(hint))  # before it has a parent it would be a window of its own
        column.gap(6)
        column.addWidget(control)
        column.addWidget(self._left)
        column.addWidget(self._error)
        self.setFocusProxy(control)
        self.name(label)
        look.changed.connect(self._refresh)
        self._refresh()

    def name(self, label: str) -> None:
        """Give it another label."""
        self._label = label
        self._caption.setText(label.replace("&", "&&"))
        self._describe()

    @property
    def label(self) -> str:
        return self._label

    @property
    def error(self) -> str:
        """The sentence that is shown, empty while all is well."""
        return self._error_text

    def show_error(self, sentence: str) -> None:
        """Say below the field what to write instead; an empty sentence takes it away."""
        new = sentence and sentence != self._error_text
        if new and not self.control.hasFocus():  # else its new description is heard
            announce(self, f"{self._label}: {sentence}")
        self._error_text = sentence
        self._error.say(sentence)
        self._error.setVisible(bool(sentence))
        self.control.setProperty("wrong", bool(sentence))
        self.control.update()
        self._describe()

    def clear_error(self) -> None:
        self.show_error("")

    def say_hint(self, hint: str) -> None:
        self._hint_text = hint
        self._hint.say(hint)
        self._hint.setVisible(bool(hint))
        self._describe()

    def limit_to(self: Field[TextArea] | Field[LineEdit] | Field[WrappingEdit], most: int) -> None:
        """Take no more letters than that, and say how many are left once they are few."""
        if not self._longest:
            self._listen()
        self._longest = most
        self.control.setMaxLength(most)

    def _listen(self: Field[TextArea] | Field[LineEdit] | Field[WrappingEdit]) -> None:
        self.control.textChanged.connect(lambda *_: self._say_left(self.control.text()))
        self.control.left_out.connect(lambda n: self._say_left_out(n, self.control.text()))

    @property
    def letters_left(self) -> str:
        """What is said of the letters that are left; empty while there are plenty."""
        return self._left.plain() if not self._left.isHidden() else ""

    def _say_left(self, text: str) -> None:
        left = max(0, self._longest - len(text))
        near = left <= max(_FEW_LEFT, self._longest // 20)
        said = trn("{n} letter left", "{n} letters left", left)
        if not left:
            said = trn(
                "This is full. It takes no more than one letter.",
                "This is full. It takes no more than {n} letters.",
                self._longest,
            )
        out, beside = self._left_out
        if out and text == beside:
            said = left_out_words(self._label, self._longest, out)
        elif out:
            self._left_out = (0, "")
        if near and not left and self.control.hasFocus() and said != self._left.plain():
            announce(self.control, said)
        self._left.say(said if near else "")
        self._left.setVisible(near)

    def _say_left_out(self, out: int, text: str) -> None:
        """Say by how much it was too long; who types on leaves out more."""
        before, beside = self._left_out
        self._left_out = (out + before if text == beside else out, text)
        self._say_left(text)

    def _describe(self) -> None:
        more = " ".join(filter(None, (self._error_text, self._hint_text)))
        # Readers say the name of a group that is entered, and not its description.
        group = more and isinstance(self.control, RadioGroup)
        self.control.setAccessibleName(f"{self._label}. {more}" if group else self._label)
        self.control.setAccessibleDescription("" if group else more)

    def _refresh(self) -> None:
        self._caption.setFont(self._look.font("guide_strong"))
        self._error.setContentsMargins(0, self._look.pad(4), 0, 0)
        self._describe()


def left_out_words(label: str, most: int, out: int) -> str:
    """What is said where more was typed or pasted than a field takes."""
    return trn(
        "“{field}” takes no more than {most} letters: the last letter of what you typed or pasted"
        " was left out.",
        "“{field}” takes no more than {most} letters: the last {n} letters of what you typed or"
        " pasted were left out.",
        out,
        field=label,
        most=most,
    )


def line_field(look: Look, label: str, hint: str = "") -> Field[LineEdit]:
    """One line of text."""
    return Field(look, label, LineEdit(look), hint)


def wrapped_field(look: Look, label: str, longest: int, hint: str = "") -> Field[WrappingEdit]:
    """One line of text that may well be long."""
    field = Field(look, label, WrappingEdit(look, longest), hint)
    field.limit_to(longest)
    return field


def text_field(look: Look, label: str, hint: str = "", *, lines: int = 3) -> Field[TextArea]:
    """Several lines of text."""
    return Field(look, label, TextArea(look, lines), hint)


def combo_field(
    look: Look, label: str, choices: Sequence[tuple[object, str]], hint: str = ""
) -> Field[Combo]:
    """One of many, as pairs of value and word."""
    control = Combo(look)
    control.set_choices(choices)
    return Field(look, label, control, hint)


def segments_field(
    look: Look, label: str, choices: Sequence[tuple[object, str]], hint: str = ""
) -> Field[Segments]:
    """One of few short words in a row, as pairs of value and word."""
    return Field(look, label, Segments(look, choices), hint)


def radio_field(
    look: Look, label: str, choices: Sequence[RadioChoice], hint: str = ""
) -> Field[RadioBoxes]:
    """One of a few that want a word of explanation."""
    return Field(look, label, RadioBoxes(look, choices), hint)


def date_field(look: Look, label: str, hint: str = "") -> Field[DateEdit]:
    """A date that can be empty; what cannot be read as one is kept and said to be wrong."""
    control = DateEdit(look)
    field = Field(look, label, control, hint)
    sentence = tr("Write a date such as 18 December 2026.")
    control.mistyped.connect(lambda: field.show_error(control.mistake(sentence)))
    control.understood.connect(field.clear_error)
    return field
