"""Help for what lies outside any document: the first page, settings, files, many teams."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.page_topic import OutsideTopic, PageHelp


def _start() -> PageHelp:
    return PageHelp(
        tr("Where to begin"),
        (
            tr("Start a new assessment, go on with an earlier one, or open the sample to look."),
            tr("The questions can be printed first, so that you see every one before you begin."),
            tr("An assessment is one file in your Documents folder. Move or copy it as you like."),
            tr(
                "Work that was not saved in its file, after a crash for example, is offered at"
                " the top. Bring it back, leave it for later, or discard it."
            ),
        ),
    )


def _banks() -> PageHelp:
    return PageHelp(
        tr("Choosing the questions"),
        (
            tr("A question bank is a set of questions with their levels, words and first actions."),
            tr(
                "A question bank made for your sector comes as a folder. Every assessment"
                " keeps its own questions, so earlier answers do not change."
            ),
        ),
    )


def _settings() -> PageHelp:
    return PageHelp(
        tr("Settings"),
        (
            tr(
                "How this program looks and behaves for you on this computer. Your files stay"
                " as they are."
            ),
        ),
    )


def _restore() -> PageHelp:
    return PageHelp(
        tr("Earlier versions"),
        (
            tr(
                "Earlier versions of this assessment that were kept while you worked, the"
                " latest first."
            ),
            tr(
                "“Open as a copy” leaves your present work as it is. “Put in place of this"
                " one” goes back to the earlier version and keeps the present one as well."
            ),
        ),
    )


def _delete() -> PageHelp:
    return PageHelp(
        tr("Deleting an assessment"),
        (
            tr(
                "The file is deleted, with every copy that this program kept of it on this"
                " computer."
            ),
            tr("Copies, exports and printed pages that you made yourself stay where they are."),
        ),
    )


def _file() -> PageHelp:
    return PageHelp(
        tr("This file"),
        (
            tr("Everything of an assessment is in one file. Here you see which one, and where."),
            tr(
                "Give it another name or folder here rather than elsewhere while it is open: your"
                " work goes on in it, and its earlier versions and its place in the list follow."
            ),
        ),
    )


def _merge() -> PageHelp:
    return PageHelp(
        tr("Put together with another file"),
        (
            tr(
                "Two files of the same assessment, such as yours and a colleague’s, become"
                " one. What only one of you changed is added. Where you both changed the same"
                " thing, yours stays unless you choose the other."
            ),
            tr(
                "Nothing changes until you press the button. The other file is only read, and"
                " Undo takes everything back."
            ),
        ),
    )


def _returned() -> PageHelp:
    return PageHelp(
        tr("Changes from a spreadsheet"),
        (
            tr(
                "Bring back a tracker or a table of actions that others filled in, as Excel,"
                " OpenDocument or CSV. You see every change beside what the plan says now, and"
                " choose which ones to take."
            ),
            tr(
                "What cannot be read, or was also changed in the plan, is not taken. It is"
                " listed below with its place in the file. Undo takes all of it back in one"
                " step."
            ),
        ),
    )


def _portfolio() -> PageHelp:
    return PageHelp(
        tr("Many teams"),
        (
            tr(
                "For people who look after several teams. Choose the folder with their files."
                " Folders inside it are read too. You can stop at any time, and nothing in the"
                " folder is changed. Files that cannot be read are listed below."
            ),
            tr(
                "Teams are not ranked. A small team is shown only together with others, so"
                " that nobody can work out what a few people answered, not even by comparing"
                " two overviews."
            ),
        ),
    )


HELP: Mapping[OutsideTopic, Callable[[], PageHelp]] = {
    "start": _start,
    "banks": _banks,
    "settings": _settings,
    "restore": _restore,
    "delete": _delete,
    "file": _file,
    "merge": _merge,
    "returned": _returned,
    "portfolio": _portfolio,
}
