"""Help: every key, and what this program is and where it keeps things."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from PySide6.QtWidgets import QWidget

from nttp_readiness import __version__
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import page_help, page_keys
from nttp_readiness.presentation.screens.page_topic import PageTopic
from nttp_readiness.storage.files import folders
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose

Topic = Literal["keys", "about", "accessibility"]
MenuKeys = Sequence[tuple[str, page_keys.Keys]]
"""Each menu with what its keys do."""


class HelpContent(QWidget):
    """The words of one topic; `menus` for that of the keys, `bank` for that of the program."""

    def __init__(self, look: Look, topic: Topic, *, menus: MenuKeys = (), bank: str = "") -> None:
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
            self._keys(menus)
        elif topic == "about":
            self._about(bank)
        else:
            self._accessibility()

    def _keys(self, menus: MenuKeys) -> None:
        self._lead(
            tr(
                "Everything can be done from the keyboard. In a text field, letters are just"
                " letters."
            )
        )
        for heading, keys in (
            (tr("The menus"), page_keys.menu_keys()),
            (tr("On a question"), page_keys.question_keys()),
            (tr("In the plan"), page_keys.plan_keys()),
            (tr("In lists"), page_keys.list_keys()),
            (tr("In a picture"), page_keys.figure_keys()),
            (tr("In the preview"), page_keys.preview_keys()),
            (tr("Before the room"), page_keys.room_keys()),
            *((tr("{menu} menu").format(menu=menu), keys) for menu, keys in menus),
        ):
            self._pairs(heading, keys)

    def _about(self, bank: str) -> None:
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
                (tr("Questions"), bank),
                (tr("Licence"), tr("MIT; Qt and PySide6 under LGPL 3; the typefaces under OFL")),
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
                (tr("Earlier versions"), str(folders.backups())),
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
                (tr("Keyboard"), tr("Everything, in the order of the page. Tab always leads on")),
                (
                    tr("Single keys"),
                    tr("One switch for all pages, under Settings, where you can try it"),
                ),
                (tr("Read this page"), tr("F7 gives any page as text to read, search and copy")),
                (
                    tr("Screen readers"),
                    tr(
                        "Every control has a name and a role; every picture has a sentence and a"
                        " table; each page says first which it is"
                    ),
                ),
                (
                    tr("Text"),
                    tr(
                        "As large as the system has it, or to 200 % from the View menu; pages"
                        " rearrange, nothing is cut off"
                    ),
                ),
                (
                    tr("Colour"),
                    tr("4.5 to 1 or more for text, 3 to 1 for edges; never colour alone"),
                ),
                (
                    tr("Contrast themes"),
                    tr("Light, dark and high contrast, as the system or as chosen"),
                ),
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
                    tr("By ear"),
                    tr(
                        "Orca 43 on Linux reads the pages aloud while keys are pressed; what it"
                        " says is written down and compared"
                    ),
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
                    tr(
                        "NVDA, JAWS, Narrator, VoiceOver, voice control and switches, by people who"
                        " use them every day; Windows and macOS by ear"
                    ),
                ),
                (
                    tr("Small windows"),
                    tr("Below 640 x 480, or there in large text, some rows scroll sideways"),
                ),
                (tr("Headings"), tr("They are said to be headings, without their level")),
                (
                    tr("Ballots and the wall"),
                    tr("Heard and worked by keys, but without Read this page"),
                ),
                (
                    tr("Language"),
                    tr("British English; Scottish Gaelic waits for a speaker to review it"),
                ),
            ),
        )
        self._pairs(
            tr("The statement"),
            (
                (
                    tr("In full"),
                    tr(
                        "docs/accessibility.md, which comes with the program’s source: every"
                        " criterion of WCAG 2.2 and EN 301 549, and a script to try it with your"
                        " reader"
                    ),
                ),
                (
                    tr("Of"),
                    tr("version {version}, 30 November 2026").format(version=__version__),
                ),
                (
                    tr("Telling us"),
                    tr(
                        "Tell the makers, or whoever gave you this program, what stands in your"
                        " way. It sends nothing by itself. You will hear within ten working days."
                    ),
                ),
            ),
        )

    def _lead(self, words: str) -> None:
        self._column.addWidget(Prose(self._look, words, "lead"))
        self._column.gap(24)

    def _pairs(self, heading: str, pairs: page_keys.Keys) -> None:
        add_pairs(self._look, self._column, heading, pairs)


class PageHelpContent(QWidget):
    """Help for one page: a few sentences, and the keys that only it has."""

    def __init__(self, look: Look, topic: PageTopic | None) -> None:
        super().__init__()
        column = Box(look, self)
        found = page_help.page_help(topic)
        self.heading = found.heading
        column.addWidget(Prose(look, tr("Help for this page"), "where"))
        column.addWidget(Prose(look, found.heading, "page"))
        column.gap(12)
        for words in found.words:
            column.addWidget(Prose(look, words, "body"))
            column.gap(10)
        if found.keys:
            column.gap(14)
            add_pairs(look, column, tr("Keys on this page"), found.keys)
        everything = tr("All keys are under Help, Keys. Support is on every page.")
        column.addWidget(Prose(look, everything, "small"))


def add_pairs(look: Look, column: Box, heading: str, pairs: page_keys.Keys) -> None:
    """A heading, and below it rows of a name and its words between dotted rules."""
    column.addWidget(Prose(look, heading, "section"))
    column.gap(8)
    column.addWidget(Rule(look, dotted=True))
    for name, words in pairs:
        column.gap(7)
        row = Box(look, across=True, spacing=16)
        row.addWidget(Prose(look, name, "body_strong"), 2)
        row.addWidget(Prose(look, words, "body", selectable=True), 3)
        column.addLayout(row)
        column.gap(7)
        column.addWidget(Rule(look, dotted=True))
    column.gap(24)
