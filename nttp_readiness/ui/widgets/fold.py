"""A row that opens and closes what stands below it."""

from __future__ import annotations

import math

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleStateChangeEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QWidget

from nttp_readiness.figures.icons import Glyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.accessibility import RoleFace, announce, register
from nttp_readiness.ui.theme.borders import middle
from nttp_readiness.ui.theme.look import Look, TextKind
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.theme.tab_order import in_order
from nttp_readiness.ui.theme.text_block import TextBlock, text_block, text_width
from nttp_readiness.ui.widgets.arrival import LONGEST_LEAD
from nttp_readiness.ui.widgets.prose import Prose


class Fold(QPushButton):
    """Shows and hides `body`, which the caller places below it. `setChecked` opens it by program,
    `opened` is emitted when the user did.

    `extra` are quiet words beside the name, or below it where they do not fit. With `link` it is a
    small link, for what belongs to the line above it.
    """

    opened = Signal(bool)

    def __init__(
        self,
        look: Look,
        name: str,
        extra: str,
        body: QWidget,
        *,
        kind: TextKind = "card_strong",
        link: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._look, self._body, self._link = look, body, link
        self._kind = "guide" if link else kind
        self._name, self._extra = "", ""
        self._forms: dict[tuple[object, ...], tuple[TextBlock, TextBlock, bool]] = {}
        """Where its words stand, by width: asked for some hundred times in one layout."""
        self.setCheckable(True)
        self.setAutoDefault(False)
        # A link is as wide as its words, and so is the ring around it.
        wide = QSizePolicy.Policy.Maximum if link else QSizePolicy.Policy.Expanding
        self.setSizePolicy(wide, QSizePolicy.Policy.Preferred)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.say(name, extra)
        body.hide()
        self.toggled.connect(self._fold)
        self.clicked.connect(self.opened)
        look.measured.connect(self.updateGeometry)

    def say(self, name: str, extra: str = "") -> None:
        self._name, self._extra = name, extra
        self._forms.clear()
        self.setAccessibleName(name)
        self.setAccessibleDescription(extra)
        self.updateGeometry()
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent, /) -> None:
        """The second click of a double click is the same wish once more, and closes nothing."""
        event.accept()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int, /) -> int:
        name, extra, beside = self._blocks(width)
        below = extra.height if self._extra and not beside else 0
        around = self._look.pad(11 if self._link else 14)
        return max(self._least(), name.height + below + around)

    def sizeHint(self) -> QSize:
        if not self._link:
            return QSize(self._look.px(240), self.heightForWidth(self._look.px(624)))
        width = self._indent() + math.ceil(text_width(self._look, self._name, self._kind)) + 2
        if self._extra:
            width += self._look.pad(8) + math.ceil(text_width(self._look, self._extra, "guide"))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = min(self._look.px(120), self.sizeHint().width())
        return QSize(least, self._look.px(21) + self._look.pad(11))

    def paintEvent(self, _event: QPaintEvent, /) -> None:
        painter, look = QPainter(self), self._look
        name, extra, beside = self._blocks(self.width())
        below = extra.height if self._extra and not beside else 0
        top = (self.height() - name.height - below) // 2
        first_line = self.rect().adjusted(0, top, 0, 0)
        first_line.setSize(QSize(self._icon(), name.line))
        ink = look.colour(self._tone())
        glyph: Glyph = "down" if self.isChecked() else "right"
        draw_icon(painter, glyph, middle(first_line, look.px(15 if self._link else 18)), ink, 1.8)
        name.draw(painter, self._indent(), top, ink)
        if self._link and self.isEnabled():
            name.underline(painter, self._indent(), top, look.px(3), ink)
        if self._extra:
            at = QPoint(self._indent(), top + name.height)
            if beside:
                at = QPoint(
                    self._indent() + math.ceil(name.width) + look.pad(8),
                    top + (name.line - extra.line) // 2,
                )
            extra.draw(painter, at.x(), at.y(), look.colour("quiet"))

    def _tone(self) -> Tone:
        warm = self.underMouse()
        if not self.isEnabled():
            return "quiet"
        if self._link:
            return "loch_deep" if warm else "loch"
        return "loch" if warm else "ink"

    def _least(self) -> int:
        return self._look.px(21) + self._look.pad(11 if self._link else 23)

    def _icon(self) -> int:
        return self._look.px(12 if self._link else 18)

    def _indent(self) -> int:
        return self._icon() + self._look.pad(7 if self._link else 8)

    def _blocks(self, width: int) -> tuple[TextBlock, TextBlock, bool]:
        """Name, extra words, and whether they stand on one line."""
        key = width, self._look.scale, self._look.lettering
        form = self._forms.get(key)
        if form is None:
            form = self._forms[key] = self._formed(width)
        return form

    def _formed(self, width: int) -> tuple[TextBlock, TextBlock, bool]:
        room = width - self._indent()
        name = text_block(self._look, self._name, self._kind, room)
        extra = text_block(self._look, self._extra, "guide", room)
        one_line = name.height == name.line and extra.height == extra.line
        beside = one_line and name.width + self._look.pad(8) + extra.width <= room
        return name, extra, beside

    def _fold(self, opened: bool) -> None:  # noqa: FBT001 - a slot
        self._body.setVisible(opened)
        state = QAccessible.State()
        state.expanded = state.collapsed = True  # what has changed
        QAccessible.updateAccessibility(QAccessibleStateChangeEvent(self, state))
        if not self.hasFocus():
            return
        if opened:
            QTimer.singleShot(0, self, self._say_opened)  # what is within may be built only now
        else:
            announce(self, tr("closed"))

    def _say_opened(self) -> None:
        """Qt hands that change on to few systems: it is said as well. So is what Tab does not lead
        to, as far as the first control.
        """
        if not self.isChecked():
            return
        words, more = words_within(self._body)
        said = tr("opened: {words}").format(words=words) if words else tr("opened; Tab leads in")
        if more:
            said = tr("{words} F7 reads the rest.").format(words=said)
        announce(self, said)


def words_within(body: QWidget) -> tuple[str, bool]:
    """What is written before the first control of a part, and whether it goes on too long."""
    said: list[str] = []
    for each in in_order(body):
        if not each.isVisibleTo(body):
            continue
        if each is not body and each.focusPolicy() & Qt.FocusPolicy.TabFocus:
            break
        if isinstance(each, QLabel) and each.buddy() is not None:
            break
        if isinstance(each, Prose) and (words := each.plain()):
            if sum(map(len, said)) > LONGEST_LEAD:
                return " ".join(said), True
            said.append(words if words.endswith((".", "?", "!", ":")) else f"{words}.")
    return " ".join(said), False


class _FoldFace(RoleFace):
    def __init__(self, fold: Fold) -> None:
        super().__init__(fold, QAccessible.Role.Button)

    def state(self) -> QAccessible.State:
        state, fold = super().state(), self.widget()
        opened = isinstance(fold, Fold) and fold.isChecked()
        state.expandable, state.expanded, state.collapsed = True, opened, not opened
        state.checkable = state.checked = False  # it is no switch
        return state


register(Fold, _FoldFace)
