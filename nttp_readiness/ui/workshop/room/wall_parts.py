"""What the wall is made of, from top to bottom: where one is, the question, and the keys."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.agenda import Step
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.widgets.box import Box
from nttp_readiness.ui.widgets.icon_label import IconLabel
from nttp_readiness.ui.widgets.panel import Panel
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.ui.workshop.room.key_strip import SIDE, KeyStrip
from nttp_readiness.ui.workshop.room.question_slides import After, Before, Descriptions, Wall
from nttp_readiness.ui.workshop.room.room_clock import RoomClock
from nttp_readiness.ui.workshop.room.sheet_view import SheetView
from nttp_readiness.ui.workshop.room.wall_state import WallState


class WallParts:
    """Fills a window with the parts of the wall, and shows in them where one is."""

    def __init__(self, look: Look, window: QWidget, agenda: Sequence[Step]) -> None:
        self._look = look
        self.top = Panel(look, lines=("bottom",))
        row = Box(look, self.top, across=True, margins=(SIDE, 0, SIDE, 0), spacing=20)
        self._where = Prose(look, "", "room_top", wraps=False)
        self._sign = IconLabel(
            look, "keystone", tr("Foundation"), "room_top_strong",
            icon_tone="heather", tone="heather",
        )  # fmt: skip
        self.clock = RoomClock(look, agenda)
        self._right = Prose(look, "", "room_top", wraps=False)
        row.addWidget(self._where)
        row.addWidget(self._sign)
        row.addStretch(1)
        row.addWidget(self.clock)
        row.addWidget(self._right)
        self.before, self.after, self._full = Before(look), After(look), Descriptions(look)
        self._over = SheetView(look)
        self.body = Wall(look, top=0)
        for part in (self.before, self.after, self._full, self._over):
            self.body.column.addWidget(part, 1)
        self.body.column.set_margins((0, 0, 0, 0))
        self.keys = KeyStrip(look)
        column = QVBoxLayout(window)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.body, 1)
        column.addWidget(self.keys)

    def show(self, state: WallState, *, writing: bool, counting: bool) -> None:
        """Show where one is: `writing` while a form is open, `counting` while it is the one for
        counts.
        """
        shown, over = state.slide, state.sheet_shown
        looked_at = shown is not None and shown.state != "open" and not counting
        if over is not None:
            self._over.show_sheet(over)
        under = over is None and not state.reading
        for part, visible in (
            (self._over, over is not None),
            (self._full, state.reading and over is None),
            (self.before, under and not looked_at),
            (self.after, under and looked_at),
        ):
            part.setVisible(visible)
        self.keys.show_keys(
            shown, reading=state.reading, writing=writing and shown is not None, sheet=state.sheet
        )  # fmt: skip
        if shown is None:
            self._where.say(tr("There is no question to look at yet."))
            self._sign.hide()
            return
        self._where.say(shown.where)
        self._sign.setVisible(shown.foundation)
        self._right.say(shown.top)
        self.before.show_slide(shown, state.told)
        self._full.show_slide(shown)
        if shown.state != "open":
            groups = state.groups and bool(shown.groups)
            self.after.show_slide(shown, state.told, well=state.told_well, groups=groups)

    def scroll(self, way: int) -> None:
        """Half a page up or down."""
        bar = self.body.verticalScrollBar()
        bar.setValue(bar.value() + way * bar.pageStep() // 2)

    def is_at_end(self, way: int) -> bool:
        """Whether there is nothing more to scroll to in that direction."""
        bar = self.body.verticalScrollBar()
        return bar.value() == (bar.maximum() if way > 0 else bar.minimum())

    def toggle_bars(self) -> None:
        """Top line and keys are for the facilitator, who may know them by heart."""
        hidden = not self.keys.isHidden()
        self.top.setVisible(not hidden)
        self.keys.setVisible(not hidden)

    def fit(self, size: QSize) -> None:
        """Take the measures for a window of that size."""
        look = self._look
        self.top.setFixedHeight(look.px(64))
        self.keys.setFixedHeight(look.px(56))
        self.body.set_axis(look.px(SIDE), size.width() - 2 * look.px(SIDE))
