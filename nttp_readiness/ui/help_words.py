"""Help: every key, and what this program is and where it keeps things."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QWidget

from nttp_readiness import __version__
from nttp_readiness.i18n import tr
from nttp_readiness.storage import folders
from nttp_readiness.ui.look import Look
from nttp_readiness.ui.parts.box import Box
from nttp_readiness.ui.parts.panel import Rule
from nttp_readiness.ui.parts.prose import Prose

Topic = Literal["keys", "about"]


class HelpWords(QWidget):
    """The words of one topic."""

    def __init__(self, look: Look, topic: Topic) -> None:
        super().__init__()
        self._look = look
        self._column = Box(look, self)
        self.heading = tr("Keys") if topic == "keys" else tr("About NTTP Readiness")
        self._column.addWidget(Prose(look, self.heading, "page"))
        self._column.gap(8)
        if topic == "keys":
            self._keys()
        else:
            self._about()

    def _keys(self) -> None:
        self._lead(tr("Everything can be done from the keyboard. Letters in text stay letters."))
        self._pairs(
            tr("On a question"),
            (
                (tr("0 to 4"), tr("Choose that level")),
                ("N", tr("Not sure")),
                ("R", tr("Not relevant to us")),
                ("S", tr("Rather not say")),
                (tr("Arrows"), tr("Go through the answers; with Ctrl without choosing")),
                (tr("Enter"), tr("Go on")),
                (tr("Alt+Left"), tr("Go back")),
            ),
        )
        self._pairs(
            tr("Anywhere"),
            (
                (tr("Ctrl+1 to Ctrl+6"), tr("Prepare, Reflect, Check, Understand, Plan, Share")),
                ("Ctrl+Z, Ctrl+Y", tr("Undo and redo")),
                ("Ctrl++, Ctrl+-, Ctrl+0", tr("Larger, smaller and normal text")),
                ("Ctrl+F1", tr("Support")),
                ("Ctrl+Q", tr("Pause and close; everything is saved")),
                ("F11", tr("Full screen")),
                ("F1", tr("This page")),
            ),
        )
        self._pairs(
            tr("In the plan"),
            (
                (tr("Alt+Up, Alt+Down"), tr("Move an action")),
                (tr("Alt+1, Alt+2, Alt+3"), tr("Move it to Now, Next or Later")),
                ("F2", tr("Change a cell in place")),
                (tr("Enter"), tr("Open the action")),
            ),
        )

    def _about(self) -> None:
        self._lead(
            tr(
                "A structure for reflection and planning. Not an inspection, an accreditation or"
                " a validated measure."
            )
        )
        self._pairs(
            tr("This program"),
            (
                (tr("Version"), __version__),
                (tr("Licence"), tr("MIT; Qt and PySide6 under LGPL 3; the typeface under OFL")),
                (
                    tr("Network"),
                    tr("None. Nothing leaves this computer, and nothing is looked up."),
                ),
            ),
        )
        self._pairs(
            tr("Where things are"),
            (
                (tr("Assessments"), str(folders.documents())),
                (tr("Recovery copies"), str(folders.recovery())),
                (tr("Earlier states"), str(folders.backups())),
                (tr("Settings"), str(folders.settings())),
            ),
        )

    def _lead(self, words: str) -> None:
        self._column.addWidget(Prose(self._look, words, "lead"))
        self._column.gap(24)

    def _pairs(self, heading: str, pairs: tuple[tuple[str, str], ...]) -> None:
        column = self._column
        column.addWidget(Prose(self._look, heading, "section"))
        column.gap(8)
        column.addWidget(Rule(self._look, dotted=True))
        for name, words in pairs:
            column.gap(7)
            row = Box(self._look, across=True, spacing=16)
            row.addWidget(Prose(self._look, name, "body_strong"), 2)
            row.addWidget(Prose(self._look, words, "body", selectable=True), 3)
            column.addLayout(row)
            column.gap(7)
            column.addWidget(Rule(self._look, dotted=True))
        column.gap(24)
