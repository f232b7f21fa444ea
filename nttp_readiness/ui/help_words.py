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

Topic = Literal["keys", "about", "accessibility"]


class HelpWords(QWidget):
    """The words of one topic."""

    def __init__(self, look: Look, topic: Topic) -> None:
        super().__init__()
        self._look = look
        self._column = Box(look, self)
        self.heading = {
            "keys": tr("Keys"),
            "about": tr("About NTTP Readiness"),
            "accessibility": tr("Accessibility"),
        }[topic]
        self._column.addWidget(Prose(look, self.heading, "page"))
        self._column.gap(8)
        if topic == "keys":
            self._keys()
        elif topic == "about":
            self._about()
        else:
            self._accessibility()

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
                ("Ctrl+L", tr("A whole domain as a list, or one question again")),
                (tr("Alt+Left"), tr("Go back")),
            ),
        )
        self._pairs(
            tr("Anywhere"),
            (
                (tr("Ctrl+1 to Ctrl+6"), tr("Prepare, Reflect, Check, Understand, Plan, Share")),
                ("Ctrl+F", tr("Find in questions, notes and actions")),
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
                (tr("Shift+Up, Shift+Down"), tr("Choose several, to move or change them together")),
                (tr("Alt+S"), tr("Sort by this column; again for last first, then as before")),
                ("Del", tr("Drop an action, with the reason")),
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
                (tr("Reports of faults"), str(folders.logs())),
            ),
        )

    def _accessibility(self) -> None:
        """What was done and tried, and what was not: a statement has to be true before all else."""
        self._lead(
            tr(
                "This program is made to be used by keyboard alone, with a screen reader, and with"
                " large text. It aims at WCAG 2.2, level AA, as EN 301 549 applies it to programs."
            )
        )
        self._pairs(
            tr("What you can count on"),
            (
                (tr("Keyboard"), tr("Everything, in the order of the page, without a trap")),
                (
                    tr("Screen readers"),
                    tr(
                        "Every control has a name and a role; every picture has a sentence and a"
                        " table"
                    ),
                ),
                (
                    tr("Text"),
                    tr("To 200 % from the View menu; pages rearrange, nothing is cut off"),
                ),
                (
                    tr("Colour"),
                    tr("4.5 to 1 or more for text, 3 to 1 for edges; never colour alone"),
                ),
                (tr("Contrast themes"), tr("Light, dark, and the high contrast of the system")),
                (tr("Time"), tr("No limits; the estimate of the time left can be hidden")),
                (tr("Printed plans"), tr("Tagged PDF (PDF/UA-1), large print, Word and web page")),
            ),
        )
        self._pairs(
            tr("How it was tried"),
            (
                (
                    tr("With every change"),
                    tr("Names, tab order, target sizes and cut-off text, on every page"),
                ),
                (
                    tr("Before a release"),
                    tr(
                        "A whole assessment is answered from outside through what screen readers"
                        " are given on Linux"
                    ),
                ),
            ),
        )
        self._pairs(
            tr("What we know falls short"),
            (
                (
                    tr("Not tried yet"),
                    tr("NVDA, JAWS, VoiceOver and voice control, by people who use them every day"),
                ),
                (
                    tr("Language"),
                    tr("British English; Scottish Gaelic waits for a speaker to review it"),
                ),
                (
                    tr("Telling us"),
                    tr(
                        "Tell whoever gave you this program what stands in your way. It sends"
                        " nothing by itself, so only you can."
                    ),
                ),
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
