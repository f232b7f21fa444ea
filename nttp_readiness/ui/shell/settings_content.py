"""Settings: how this program looks and behaves on this computer. Each is kept as it is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness import i18n
from nttp_readiness.i18n import tr
from nttp_readiness.storage.settings import TEXT_SIZES, Settings
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import combo_field, radio_field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.prose import Prose


class SettingsContent(QWidget):
    """`changed` gives the name of a setting and its new value."""

    changed = Signal(str, object)

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Settings"), "page"))
        column.gap(6)
        column.addWidget(
            Prose(
                look, tr("For you, on this computer. Each is kept as soon as you choose."), "lead"
            )
        )
        column.gap(20)
        size = combo_field(
            look, tr("Text size"), [(each, tr("{n} %").format(n=each)) for each in TEXT_SIZES]
        )
        size.control.show_choice(settings.text_size)
        size.control.chosen.connect(lambda value: self.changed.emit("text_size", value))
        theme = radio_field(
            look,
            tr("Light or dark"),
            [
                RadioChoice("system", tr("As the system")),
                RadioChoice("light", tr("Light")),
                RadioChoice("dark", tr("Dark")),
                RadioChoice("contrast", tr("High contrast")),
            ],
            tr("High contrast follows the system too, whatever is chosen here."),
        )
        theme.control.show_choice(settings.theme)
        theme.control.chosen.connect(lambda value: self.changed.emit("theme", value))
        for field in (size, theme):
            column.addWidget(field)
            column.gap(20)
        self._add_language(column, settings)
        column.addWidget(Prose(look, tr("While you answer"), "guide_strong"))
        column.gap(4)
        for name, words, more in (
            ("show_time", tr("Show an estimate of the time left"), ""),
            (
                "single_keys",
                tr("Single keys answer: 0 to 4, N, R and S"),
                tr("Switch this off if keys are pressed by accident or by dictation."),
            ),
            (
                "go_on",
                tr("Go on by itself after an answer"),
                tr("After a click or a single key the next question opens. Arrow keys stay."),
            ),
        ):
            self._add_switch(column, name, words, more, on=bool(getattr(settings, name)))

    def _add_language(self, column: Box, settings: Settings) -> None:
        """Only where there is a choice: a catalogue that nobody has reviewed is not offered."""
        offered = i18n.offered()
        if len(offered) < 2:
            return
        field = combo_field(
            self._look, tr("Language"), offered, tr("It is spoken from the next start on.")
        )
        field.control.show_choice(settings.language or "en")
        field.control.chosen.connect(lambda value: self.changed.emit("language", value))
        column.addWidget(field)
        column.gap(20)

    def _add_switch(self, column: Box, name: str, words: str, more: str, *, on: bool) -> None:
        box = TickBox(self._look, words)
        box.setChecked(on)
        box.setAccessibleDescription(more)
        box.clicked.connect(lambda ticked: self.changed.emit(name, ticked))
        column.addWidget(box)
        if more:
            below = _UnderWords(self._look)
            below.addWidget(Prose(self._look, more, "small"))
            column.addLayout(below)
        column.gap(8)


class _UnderWords(Box):
    """A column that begins where the words of a tick box begin."""

    def _refresh(self) -> None:
        super()._refresh()
        self.setContentsMargins(self._look.px(20) + self._look.pad(11), 0, 0, 0)
