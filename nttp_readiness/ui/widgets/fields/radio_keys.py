"""Arrow keys in a group of radio buttons, in the order of the group.

Qt walks by where buttons stand and stops at the ends. Here arrows follow the order in which the
buttons were added, choose as they go and wrap; with Ctrl they look without choosing.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QRadioButton

_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_Left: -1,
}


def walk(button: QRadioButton, event: QKeyEvent) -> bool:
    """Whether the key was an arrow, and the focus has moved with it."""
    step, group = _STEPS.get(Qt.Key(event.key())), button.group()
    if not step or group is None:
        return False
    shown = [other for other in group.buttons() if other.isEnabled() and not other.isHidden()]
    target = shown[(shown.index(button) + step) % len(shown)]
    reason = Qt.FocusReason.TabFocusReason if step > 0 else Qt.FocusReason.BacktabFocusReason
    target.setFocus(reason)
    if not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
        target.click()
    return True


def set_tab_stop(buttons: Sequence[QAbstractButton], stop: QAbstractButton | None) -> None:
    """One button of a group is reached with Tab: the chosen one, else the first that is shown."""
    stop = stop or next((button for button in buttons if not button.isHidden()), None)
    for button in buttons:
        policy = Qt.FocusPolicy.StrongFocus if button is stop else Qt.FocusPolicy.ClickFocus
        button.setFocusPolicy(policy)
