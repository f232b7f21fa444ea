"""The organisation's own papers, in the settings: its Word template, logo and typefaces."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Literal, assert_never

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.storage.account.house_style_files import read_house_style
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.notice import Notice
from nttp_readiness.ui.widgets.prose import Prose

HouseFile = Literal["template", "logo", "faces"]


def choose_house_file(parent: QWidget, key: HouseFile, heading: str) -> str:
    """The path of a file or a folder that the person chose; empty where they thought better."""
    if key == "faces":
        return QFileDialog.getExistingDirectory(parent, heading)
    kinds = {
        "template": tr("Word (*.docx *.dotx)"),
        "logo": tr("Pictures (*.png *.jpg *.jpeg)"),
    }
    return QFileDialog.getOpenFileName(parent, heading, "", kinds[key])[0]


class HouseFiles(QWidget):
    """`changed` gives the name of a setting and the path that it has now."""

    changed = Signal(str, str)

    def __init__(
        self,
        look: Look,
        settings: Settings,
        *,
        choose: Callable[[QWidget, HouseFile, str], str] = choose_house_file,
    ) -> None:
        super().__init__()
        self._ask = choose
        column = Box(look, self)
        column.addWidget(Prose(look, tr("Papers of your organisation"), "section_small"))
        column.gap(4)
        self._notice = Notice(look, "trouble")
        self._notice.hide()
        column.addWidget(self._notice)
        self._rows = {
            each.key: each
            for each in (
                _Row(
                    look, "template", settings.template, tr("Word template"),
                    tr("A .docx or .dotx file. Papers for a board are written into it: in place of"
" its text, or where a paragraph says [paper]."),
                ),
                _Row(
                    look, "logo", settings.logo, tr("Logo"),
                    tr("A PNG or JPEG picture, for the cover of the full report, papers for a board"
                       " and slides."),
                ),
                _Row(
                    look, "faces", settings.faces, tr("Folder of typefaces"),
                    tr("For characters that the program’s own typefaces do not have."),
                ),
            )
        }  # fmt: skip
        for row in self._rows.values():
            row.choose_button.clicked.connect(lambda _=False, key=row.key: self._choose(key))
            row.clear_button.clicked.connect(lambda _=False, key=row.key: self._take(key, ""))
            column.addWidget(row)
            column.gap(12)

    def _choose(self, key: HouseFile) -> None:
        path = self._ask(self, key, self._rows[key].heading)
        if not path:
            return
        trouble = trouble_with(key, path)
        if trouble:
            self._notice.show()
            self._notice.say(trouble)
            return
        self._take(key, path)

    def _take(self, key: HouseFile, path: str) -> None:
        self._notice.hide()
        self._rows[key].show_path(path)
        self.changed.emit(key, path)


def trouble_with(key: HouseFile, path: str) -> str:
    """What is wrong with a file that was chosen, in a sentence; nothing where it can be used."""
    # Only who chooses a file needs what reads it.
    from nttp_readiness.reports.logo import read_logo  # noqa: PLC0415
    from nttp_readiness.reports.office.word_template import open_template  # noqa: PLC0415

    house = read_house_style(_only(key, path))
    trouble = " ".join((house.template_trouble, *house.trouble)).strip()
    try:
        if not trouble and key == "template":
            open_template(house.template)
        elif not trouble and key == "logo":
            read_logo(house.logo, "")
    except ExportError as problem:
        trouble = problem.what
    if not trouble:
        return ""
    return tr("{what} What you had stays as it was.").format(what=trouble)


def _only(key: HouseFile, path: str) -> Settings:
    match key:
        case "template":
            return Settings(template=path)
        case "logo":
            return Settings(logo=path)
        case "faces":
            return Settings(faces=path)
        case _:
            assert_never(key)


class _Row(QWidget):
    """One file: what it is for, which it is now, and what can be done."""

    def __init__(self, look: Look, key: HouseFile, path: str, heading: str, hint: str) -> None:
        super().__init__()
        self.key, self.heading = key, heading
        column = Box(look, self, spacing=2)
        column.addWidget(Prose(look, heading, "body_strong"))
        column.addWidget(Prose(look, hint, "small"))
        self._path = Prose(look, "", "guide", selectable=True)
        column.addWidget(self._path)
        buttons = Flow(look, gap=8)
        self.choose_button = Button(look, tr("Choose"), small=True)
        self.choose_button.setAccessibleName(tr("Choose: {what}").format(what=heading))
        self.clear_button = Button(look, tr("Use none"), small=True)
        self.clear_button.setAccessibleName(tr("Use none: {what}").format(what=heading))
        buttons.addWidget(self.choose_button)
        buttons.addWidget(self.clear_button)
        column.addLayout(buttons)
        self.show_path(path)

    def show_path(self, path: str) -> None:
        had_focus = self.clear_button.hasFocus()
        self._path.say(str(Path(path)) if path else tr("None"))
        self.clear_button.setVisible(bool(path))
        if had_focus and not path:
            self.choose_button.setFocus()
