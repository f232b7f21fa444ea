"""Which file an assessment is in, where that is, and three things to do with it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.file_words import FileWords
from nttp_readiness.ui.theme import single_keys
from nttp_readiness.ui.theme.accessibility import announce
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import line_field
from nttp_readiness.ui.widgets.prose import Prose

LONGEST = 120


class FileContent(QWidget):
    """`renamed` gives the name that was typed; `move_wanted` and `folder_wanted` say that its
    button was pressed. What came of it is shown by `say` or `show_problem`.
    """

    renamed = Signal(str)
    move_wanted = Signal()
    folder_wanted = Signal()

    def __init__(self, look: Look, words: FileWords | None) -> None:
        super().__init__()
        self.heading = tr("This file")
        self._path = ""
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(10)
        self._name = Prose(look, "", "body_strong", selectable=True)
        self._place = Prose(look, "", "body")
        self._whole = Prose(look, "", "small", selectable=True)
        for part in (self._name, self._place, self._whole):
            column.addWidget(part)
            column.gap(4)
        column.gap(8)
        self.acts = QWidget()
        column.addWidget(self.acts)
        self._build(look)
        column.gap(10)
        self._said = Prose(look, "", "body_strong")
        column.addWidget(self._said)
        self.show_file(words)

    def _build(self, look: Look) -> None:
        inside = Box(look, self.acts)
        buttons = Flow(look, gap=12)
        self.folder_button = Button(look, tr("Show in folder"), "second")
        self.move_button = Button(look, tr("Move to another folder…"), "second")
        self.copy_button = Button(look, tr("Copy where it is"), "second")
        for button in (self.folder_button, self.move_button, self.copy_button):
            buttons.addWidget(button)
        inside.addLayout(buttons)
        inside.gap(20)
        self.name = line_field(
            look,
            tr("New name of the file"),
            tr("The assessment keeps its own name, which you can change on Prepare."),
        )
        self.name.limit_to(LONGEST)
        self.rename_button = Button(look, tr("Rename"), "second")
        inside.addWidget(self.name)
        inside.gap(8)
        inside.addWidget(self.rename_button, alignment=Qt.AlignmentFlag.AlignLeft)
        inside.gap(14)
        self._beside = Prose(look, "", "small")
        inside.addWidget(self._beside)
        inside.addWidget(
            Prose(
                look,
                tr("Links and shortcuts to the old name or place will no longer work."),
                "small",
            )
        )
        self.folder_button.clicked.connect(self.folder_wanted)
        self.move_button.clicked.connect(self.move_wanted)
        self.copy_button.clicked.connect(self._copy)
        self.rename_button.clicked.connect(self._rename)
        self.name.control.returnPressed.connect(self._rename)
        self.name.control.textChanged.connect(self.name.clear_error)

    def show_file(self, words: FileWords | None) -> None:
        """Say which file it is; None where there is none yet."""
        self.acts.setVisible(words is not None)
        self._whole.setVisible(words is not None)
        if words is None:
            self._name.say(tr("This assessment has no file yet."))
            self._place.say(
                tr("It gets one in your Documents folder as soon as you go on from Prepare.")
            )
            return
        self._path = words.path
        self._name.say(words.name)
        self._place.say(words.place)
        self._whole.say(words.path)
        self._beside.say(words.beside)
        self._beside.setVisible(bool(words.beside))
        self.name.control.show_text(Path(words.name).stem)

    def begin_name(self) -> None:
        """Put the focus where a new name is typed."""
        self.name.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.name.control.selectAll()

    def say(self, sentence: str) -> None:
        """What came of it."""
        self._said.say(sentence)
        announce(self._said, sentence)

    def show_problem(self, sentence: str) -> None:
        """Why the file has not this name: below the field, where it is mended."""
        self._said.say("")
        self.name.show_error(sentence)
        self.begin_name()

    def keyPressEvent(self, event: QKeyEvent, /) -> None:
        """Enter in the field gives the name; it does not go on to leave the page as well."""
        if single_keys.is_enter(event) and self.name.control.hasFocus():
            event.accept()
            return
        super().keyPressEvent(event)

    def _rename(self) -> None:
        self.renamed.emit(self.name.control.text())

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._path)
        self.say(tr("The place of the file is copied."))
