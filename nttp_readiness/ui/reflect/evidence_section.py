"""What can be shown for an answer: the question's own list to tick, and each piece by itself."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from nttp_readiness.domain.answers.evidence import EvidenceItem, EvidenceState
from nttp_readiness.domain.editing import evidence_edits
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.evidence_list import Listed, evidence_of
from nttp_readiness.storage.documents.evidence_files import beside
from nttp_readiness.ui.document.session import Session
from nttp_readiness.ui.reflect.evidence_fields import ChooseFile, EvidenceFields, choose_evidence
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.fields.tick_box import TickBox, TickGroup
from nttp_readiness.ui.widgets.prose import Prose


class EvidenceSection(QWidget):
    """`link` asks to be told where a piece leads. Nothing is opened, copied or looked at here."""

    link = Signal(str)

    def __init__(self, look: Look, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look, self._session, self._key = look, session, ""
        self._shown: list[EvidenceFields] = []
        self._shown_of = ""
        self._waits = False
        """Whether that is not filled in yet."""
        self.folder: Callable[[], Path | None] = lambda: None
        """Where the document lies, to write down what lies with it in short."""
        self.choose_file: ChooseFile = choose_evidence
        self._heading = Prose(look, tr("What can be shown for it"), "guide_strong")
        self._hint = Prose(
            look,
            tr("Tick what you have, or add something else. It is enough to say where it is."),
            "where",
        )
        self._list = TickGroup(look, tr("Evidence to look for"), ())
        self._boxes: list[TickBox] = []
        self._listed: tuple[Listed, ...] = ()
        """What the boxes stand for; those beyond it are hidden."""
        self._items = Box(look)
        self.add = Button(look, tr("Add evidence"), "second", "plus", small=True)
        self.add.clicked.connect(lambda: self._add(None))
        column = Box(look, self)
        column.addWidget(self._heading)
        column.addWidget(self._hint)
        column.gap(6)
        column.addWidget(self._list)
        column.gap(4)
        column.addLayout(self._items)
        column.gap(6)
        column.addWidget(self.add)

    def show_answer(self, key: str) -> None:
        """Show what there is for that question, once it can be seen: it mostly is folded away."""
        self._key, self._waits = key, True
        if self.isVisible():
            self._fill()

    def showEvent(self, event: QShowEvent, /) -> None:
        super().showEvent(event)
        if self._waits:
            self._fill()

    def _fill(self) -> None:
        """Fields stay where the pieces are the same."""
        self._waits = False
        key, assessment = self._key, self._session.assessment
        found = evidence_of(assessment, assessment.bank.by_id[key])
        self._show_ticks(found.listed)
        ids = [each.id for each in found.items]
        if self._shown_of != key or [each.key for each in self._shown] != ids:
            kept = {each.key: each for each in self._shown} if self._shown_of == key else {}
            self._shown_of = key
            for old in self._shown:
                self._items.removeWidget(old)
                if old.key not in ids or not kept:
                    old.hide()
                    old.deleteLater()
            self._shown = [kept.get(each.id) or self._fields(each) for each in found.items]
            for new in self._shown:
                self._items.addWidget(new)
                new.show()
        for number, (fields, item) in enumerate(
            zip(self._shown, found.items, strict=True), start=1
        ):
            fields.show_item(item, number)

    def fields(self, item_id: str) -> EvidenceFields | None:
        """The fields of that piece; None where it is gone."""
        return next((each for each in self._shown if each.key == item_id), None)

    # ---- the question's own list

    def _show_ticks(self, listed: tuple[Listed, ...]) -> None:
        """Boxes that were made for another question say the words of this one."""
        self._listed = listed
        for place in range(len(self._boxes), len(listed)):
            box = TickBox(self._look, "")
            box.clicked.connect(lambda on, place=place: self._tick(place, on=on))
            self._boxes.append(box)
            self._list.add(box)
        for box, each in zip(self._boxes, listed, strict=False):
            box.say(each.words)
            box.setChecked(each.here)
        for place, box in enumerate(self._boxes):
            box.setVisible(place < len(listed))
        self._list.setVisible(bool(listed))

    def _tick(self, place: int, *, on: bool) -> None:
        number = self._listed[place].number
        if on:
            self._add(number)
            return
        assessment = self._session.assessment
        items = [e for e in assessment.answer(self._key).evidence_items if e.listed == number]
        after = assessment
        for each in items:
            bare = EvidenceItem(id=each.id, what=each.what, listed=number)
            if each == bare:  # nothing was said of it yet
                after = evidence_edits.remove_evidence(after, self._key, each.id)
            else:
                after = evidence_edits.change_evidence(after, self._key, each.id, listed=None)
        self._session.apply(tr("Evidence for {id}").format(id=self._key), after)

    # ---- single pieces

    def _add(self, listed: int | None) -> None:
        done = self._session.attempt(
            tr("Evidence for {id}").format(id=self._key),
            evidence_edits.add_evidence,
            self._key,
            listed=listed,
        )
        if done and listed is None:
            self.show_answer(self._key)
            self._shown[-1].begin()

    def _fields(self, item: EvidenceItem) -> EvidenceFields:
        made = EvidenceFields(self._look, item)
        made.typed.connect(lambda name, text: self._type(item.id, name, text))
        made.chose.connect(lambda name, value: self._choose(item.id, name, value))
        made.removed.connect(lambda: self._remove(item.id))
        made.said.connect(lambda state: self._say(item.id, state))
        made.led.connect(lambda: self._lead(item.id))
        made.file_wanted.connect(lambda: self._choose_file(item.id))
        return made

    def _type(self, item_id: str, name: str, text: str) -> None:
        self._session.type_in(
            f"{self._key}/{item_id}/{name}",
            tr("Evidence for {id}").format(id=self._key),
            evidence_edits.change_evidence,
            self._key,
            item_id,
            **evidence_edits.evidence_change(name, text),
        )

    def _choose(self, item_id: str, name: str, value: object) -> None:
        self._session.attempt(
            tr("Evidence for {id}").format(id=self._key),
            evidence_edits.change_evidence,
            self._key,
            item_id,
            **evidence_edits.evidence_change(name, value),
        )

    def _say(self, item_id: str, state: EvidenceState) -> None:
        self._session.attempt(
            tr("Evidence for {id}: still true?").format(id=self._key),
            evidence_edits.say_of_evidence,
            self._key,
            item_id,
            state,
            self._session.today,
        )
        if (fields := self.fields(item_id)) is not None:
            fields.fold.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self, item_id: str) -> None:
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)
        self._session.attempt(
            tr("Take evidence out"), evidence_edits.remove_evidence, self._key, item_id
        )

    def _item(self, item_id: str) -> EvidenceItem | None:
        items = self._session.assessment.answer(self._key).evidence_items
        return next((each for each in items if each.id == item_id), None)

    def _lead(self, item_id: str) -> None:
        item = self._item(item_id)
        if item is not None and item.where.strip():
            self.link.emit(item.where.strip())

    def _choose_file(self, item_id: str) -> None:
        path = self.choose_file(self)
        if path is None:
            return
        self._session.attempt(
            tr("Evidence for {id}").format(id=self._key),
            evidence_edits.point_at,
            self._key,
            item_id,
            beside(path, self.folder()),
            path.stem,
        )
