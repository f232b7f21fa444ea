"""Who has what: each owner's actions at a glance, folded, with a way to see them alone."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.plan.owner_plan import (
    OwnerGlance,
    glance_words,
    owners_at_a_glance,
)
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.panel import Rule
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.widgets.section import Container


class OwnerSection(QWidget):
    """Hidden while nobody owns anything. `wanted` gives the key of an owner."""

    wanted = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session = look, session
        self._list = Container()
        self.fold = Fold(look, tr("Who has what"), "", self._list, kind="guide_strong")
        column = Box(look, self)
        column.addWidget(self.fold)
        column.addWidget(self._list)

    def refresh(self) -> None:
        owners = owners_at_a_glance(self._session.view.plan, self._session.today)
        self.setVisible(bool(owners))
        self.fold.say(
            tr("Who has what"), trn("{n} owner", "{n} owners", len(owners)) if owners else ""
        )
        self._list.show_made(owners, lambda: self._rows(owners))

    def _rows(self, owners: tuple[OwnerGlance, ...]) -> QWidget:
        whole = QWidget()
        column = Box(self._look, whole, margins=(26, 0, 0, 8))
        for each in owners:
            column.addWidget(Rule(self._look, dotted=True))
            row = Box(self._look, across=True, margins=(0, 7, 0, 7), spacing=16)
            said = Box(self._look)
            said.addWidget(Prose(self._look, each.name, "table_strong"))
            said.addWidget(Prose(self._look, glance_words(each), "table", tone="quiet"))
            row.addLayout(said, 1)
            show = Button(self._look, tr("Show these"), "link")
            show.setAccessibleName(tr("Show these: the actions of {name}").format(name=each.name))
            show.clicked.connect(lambda _=False, owner=each.key: self.wanted.emit(owner))
            row.addWidget(show)
            column.addLayout(row)
        return whole
