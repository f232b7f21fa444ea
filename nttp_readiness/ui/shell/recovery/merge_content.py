"""Putting the open assessment together with another file of it: what comes in and what differs are
on the page before anybody presses.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.merging import Merged, Spot, merge
from nttp_readiness.errors import EditError, ReadinessError
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.screens.merge_lists import Difference, differences, taken
from nttp_readiness.presentation.screens.merge_words import merged_sentence
from nttp_readiness.storage.documents.conflict_copies import conflict_copies
from nttp_readiness.storage.documents.document_bytes import Loaded
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.keeping.common_state import common_state, marks_together
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.field import Field, radio_field
from nttp_readiness.ui.widgets.fields.radio_boxes import RadioBoxes, RadioChoice
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from nttp_readiness.ui.shell.open_document import OpenDocument
    from nttp_readiness.ui.shell.shell import Shell


@dataclass(frozen=True, slots=True)
class _Three:
    """The two files and the state that both grew from, as they were when the page was shown."""

    ours: Loaded
    theirs: Loaded
    base: Assessment

    def merged(self, take: Sequence[Spot] = ()) -> Merged:
        return merge(self.base, self.ours.assessment, self.theirs.assessment, take=take)


def show(shell: Shell, other: Path) -> None:
    """Show what would come in from that file; one more press puts both together."""
    open_document = shell.open_document
    if open_document is None or not open_document.save():
        shell.show_workbook()  # its notice says why
        return
    try:
        three = _three(open_document, other)
        merged = three.merged()
    except ReadinessError as problem:
        shell.tell(str(problem))
        return
    ours = three.ours.assessment
    words = MergeContent(shell.look, other, taken(merged), differences(merged, ours))
    words.confirmed.connect(lambda: _put_together(shell, three, words.chosen()))
    shell.lay_over(words.heading, words, "merge")


def offer(shell: Shell, made: OpenDocument) -> None:
    """Where a program that syncs left a conflict copy beside the file, offer to look at it."""
    loaded = made.autosave.loaded()
    found = conflict_copies(loaded) if loaded is not None else []
    if found:
        sentence = tr(
            "“{file}” in the same folder is another version of this assessment, changed"
            " somewhere else."
        )
        made.workbook.offer(
            sentence.format(file=found[0].name),
            tr("See what differs"),
            lambda: show(shell, found[0]),
        )


def _three(open_document: OpenDocument, other: Path) -> _Three:
    """Raises ReadinessError where there are no two files of one assessment."""
    ours = open_document.autosave.loaded()
    if ours is None:
        raise EditError(
            tr("This assessment has no file yet."),
            safe=tr("Nothing was changed."),
            cure=tr("Give it a name on Prepare first."),
        )
    theirs = load_document(other)
    if ours.path.exists() and other.samefile(ours.path):
        raise EditError(
            tr("This is the file that is open."),
            safe=tr("Nothing was changed."),
            cure=tr("Choose the other one."),
        )
    return _Three(ours, theirs, common_state(ours, theirs))


def _put_together(shell: Shell, three: _Three, take: Sequence[Spot]) -> None:
    open_document = shell.open_document
    if open_document is None:
        return
    merged = three.merged(take)
    marks = marks_together(three.ours, three.theirs)
    shell.go_to(open_document.workbook.page.address())
    if open_document.autosave.bring_in(merged.assessment, marks):
        open_document.workbook.tell(merged_sentence(merged, three.theirs.assessment, ""))


class MergeContent(QWidget):
    """`confirmed` asks to do it; Back changes nothing."""

    confirmed = Signal()

    def __init__(
        self, look: Look, other: Path, names: Sequence[str], differ: Sequence[Difference]
    ) -> None:
        super().__init__()
        self.heading = tr("Put together with another file")
        self._sides = [(each, _sides(look, each)) for each in differ]
        column = Box(look, self)
        column.addWidget(Prose(look, self.heading, "page"))
        column.gap(8)
        lead = tr("“{file}” is only read. Your present version is kept as an earlier one.")
        column.addWidget(Prose(look, lead.format(file=other.name), "lead"))
        column.gap(20)
        column.addWidget(Prose(look, _comes_in(len(names)), "section"))
        column.gap(8)
        for name in names:
            column.addWidget(Prose(look, name, dash=True, selectable=True))
            column.gap(4)
        column.gap(16)
        if differ:
            column.addWidget(Prose(look, tr("Changed in both"), "section"))
            column.gap(8)
            column.addWidget(Prose(look, tr("Yours stays unless you choose the other.")))
            column.gap(12)
        for _, field in self._sides:
            column.addWidget(field)
            column.gap(16)
        self.button = Button(look, tr("Put both together"), "main")
        self.button.clicked.connect(self.confirmed)
        self.button.setVisible(bool(names or differ))
        column.addWidget(self.button, alignment=Qt.AlignmentFlag.AlignLeft)

    def chosen(self) -> list[Spot]:
        """The parts in which the other file's version was chosen."""
        return [each.spot for each, field in self._sides if field.control.value == "theirs"]


def _sides(look: Look, difference: Difference) -> Field[RadioBoxes]:
    field = radio_field(
        look,
        difference.name[:1].upper() + difference.name[1:],
        [
            RadioChoice("ours", tr("Yours"), difference.ours),
            RadioChoice("theirs", tr("In the other file"), difference.theirs),
        ],
    )
    field.control.show_choice("ours")
    return field


def _comes_in(count: int) -> str:
    if not count:
        return tr("The other file has nothing that this one does not have")
    return trn("{n} change comes in", "{n} changes come in", count)
