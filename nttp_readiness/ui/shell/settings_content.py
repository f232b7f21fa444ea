"""Settings: how this program looks and behaves on this computer. Each is kept as it is chosen."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness import i18n
from nttp_readiness.i18n import tr
from nttp_readiness.storage.account.settings import TEXT_SIZES, Settings
from nttp_readiness.ui.shell.house_files import HouseFiles
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.fields.field import combo_field, radio_field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioChoice
from nttp_readiness.ui.widgets.fields.radio_group import BareGroup
from nttp_readiness.ui.widgets.fields.tick_box import TickBox
from nttp_readiness.ui.widgets.prose import Prose

ANSWERING = "01234NRS"


class SettingsContent(QWidget):
    """`changed` gives the name of a setting and its new value."""

    changed = Signal(str, object)

    def __init__(self, look: Look, settings: Settings) -> None:
        super().__init__()
        self._look = look
        self._trying = Prose(look, tr("Try it here: press 3."), "small")
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Settings"), "page"))
        column.gap(6)
        column.addWidget(
            Prose(look, tr("For you, on this computer. Each choice is saved at once."), "lead")
        )
        column.gap(20)
        size = combo_field(
            look,
            tr("Text size"),
            [
                (0, tr("As the system")),
                *((each, tr("{n} %").format(n=each)) for each in TEXT_SIZES),
            ],
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
        typeface = radio_field(
            look,
            tr("Typeface"),
            [
                RadioChoice("own", tr("Atkinson Hyperlegible"), tr("Letters easy to tell apart.")),
                RadioChoice("system", tr("As the system"), look.system_family),
            ],
        )
        typeface.control.show_choice(settings.typeface)
        typeface.control.chosen.connect(lambda value: self.changed.emit("typeface", value))
        for field in (size, typeface):
            column.addWidget(field)
            column.gap(20 if field is size else 8)
        self._add_switch(
            column,
            "wide_text",
            tr("More space between letters, words and lines"),
            "",
            on=settings.wide_text,
        )
        column.gap(12)
        column.addWidget(theme)
        column.gap(20)
        self._add_language(column, settings)
        answering = tr("While you answer")
        column.addWidget(Prose(look, answering, "section_small"))
        column.gap(4)
        switches = BareGroup()
        switches.setAccessibleName(answering)
        inside = Box(look, switches)
        column.addWidget(switches)
        for name, words, more in (
            ("show_time", tr("Show an estimate of the time left"), ""),
            (
                "single_keys",
                tr("Single keys work: 0 to 4, N, R and S, and the letters of Look together"),
                tr(
                    "Switch this off if keys get pressed by accident or by dictation. Then no"
                    " single letter or number does anything, on any page."
                ),
            ),
            (
                "go_on",
                tr("Go on by itself after an answer"),
                tr(
                    "After a click or a single key the next question opens. With the arrow keys"
                    " you stay at the question."
                ),
            ),
        ):
            self._add_switch(inside, name, words, more, on=bool(getattr(settings, name)))
            if name == "single_keys":
                inside.addWidget(self._trying)
                inside.gap(8)
        column.gap(12)
        self.house = HouseFiles(look, settings)
        self.house.changed.connect(self.changed.emit)
        column.addWidget(self.house)

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """A key that would answer is tried out here, where it changes nothing."""
        pressed = event.text().upper()
        if not pressed or pressed not in ANSWERING or event.modifiers():
            super().keyPressEvent(event)
            return
        if single_keys.is_held(event):
            return
        self.tried(
            tr("{key} would answer a question now.").format(key=pressed)
            if single_keys.of(event)
            else tr("{key} does nothing now: single keys are off.").format(key=pressed)
        )

    def tried(self, sentence: str) -> None:
        """Say what a key would have done."""
        self._trying.say(sentence)
        announce(self, sentence)

    def _add_language(self, column: Box, settings: Settings) -> None:
        """Only where there is a choice. A draft says that it is one."""
        offered = i18n.offered()
        if len(offered) < 2:
            return
        field = combo_field(
            self._look,
            tr("Language"),
            offered,
            tr("Menus, buttons and pages change at once. The questions stay in English."),
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
