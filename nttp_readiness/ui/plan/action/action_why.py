"""Why this, and why now: the answers that caused an action, its reasons, and what waits for it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.address import Address, Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.action_reasons import Cause, Named, Reasons
from nttp_readiness.presentation.words.blocks import Run
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box, Flow
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.level_chip import LevelChip
from nttp_readiness.ui.widgets.link import Link
from nttp_readiness.ui.widgets.prose import Caption, Prose


class ActionWhy(QWidget):
    """`go` asks for the address of a question or of another action."""

    go = Signal(Address)

    def __init__(self, look: Look, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._shown: Reasons | None = None
        self._parts = QWidget()
        self._column = Box(look, self)
        self._column.addWidget(self._parts)

    def show_reasons(self, reasons: Reasons) -> None:
        if reasons == self._shown:
            return
        self._shown = reasons
        old, self._parts = self._parts, QWidget()
        self._column.replaceWidget(old, self._parts)
        old.hide()
        old.deleteLater()
        column = Box(self._look, self._parts, spacing=4)
        head = Flow(self._look, gap=16, last_at_end=True)
        title = Caption(self._look, tr("Why this, and why now"), "guide_strong")
        head.addWidget(title)
        if reasons.causes:
            head.addWidget(self._link(_question(reasons.causes[0]), tr("Open question")))
        column.addLayout(head)
        column.gap(2)
        words = Box(self._look, spacing=4)
        words.addWidget(Prose(self._look, reasons.sentence, "guide"))
        self._add_links(words, reasons.waits_lead, reasons.waits)
        if reasons.waits_more:
            words.addWidget(Prose(self._look, reasons.waits_more, "where"))
        lead = tr("Its place depends on the answers to:") if reasons.depends_on else ""
        self._add_links(words, lead, reasons.depends_on)
        for place, cause in enumerate(reasons.causes):
            last = place == len(reasons.causes) - 1
            column.addWidget(self._cause(cause, words if last else None, linked=place > 0))
        if not reasons.causes:
            column.addLayout(words)

    def _cause(self, cause: Cause, below: Box | None, *, linked: bool) -> QWidget:
        """Chip, title and level of a question, and what stands below them; the questions that
        were merged in are links.
        """
        look = self._look
        whole = QWidget()
        row = Box(look, whole, across=True, spacing=12)
        row.addWidget(LevelChip(look, cause.choice, 26), 0, Qt.AlignmentFlag.AlignTop)
        words = Flow(look, gap=8)
        if linked:
            words.addWidget(self._link(_question(cause), cause.title))
        else:
            title = (Run(cause.title, bold=True), Run(f" · {cause.words}", colour="quiet"))
            words.addWidget(Caption(look, title, "card"))
        if cause.foundation:
            words.addWidget(
                IconLabel(
                    look, "keystone", tr("Foundation"), "guide_strong",
                    icon_tone="heather", tone="heather",
                )
            )  # fmt: skip
        beside = Box(look, spacing=4)
        beside.addLayout(words)
        if below is not None:
            beside.addLayout(below)
        row.addLayout(beside, 1)
        return whole

    def _add_links(self, column: Box, lead: str, named: Sequence[Named]) -> None:
        if not lead:
            return
        column.addWidget(Prose(self._look, lead, "guide"))
        for each in named:
            column.addWidget(self._link(each.address, each.title))

    def _link(self, address: Address, words: str) -> Link:
        link = Link(self._look, words)
        link.clicked.connect(lambda: self.go.emit(address))
        return link


def _question(cause: Cause) -> Address:
    return Address(Page.REFLECT, cause.id)
