"""Several figures that are walked as one: one tab stop, and arrows from each to the next."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from nttp_readiness.ui.widgets.figures.figure_view import STEPS, FigureView


class FigureWalk:
    """Tab stops at the figure where one was last, or at the first that is shown.

    Each of them is one part. A tab stop for each would be ten for what the arrows do in one, as in
    a figure with ten parts.
    """

    def __init__(self, page: QWidget) -> None:
        """All of them stand in `page`."""
        self._page = page
        self._figures: list[FigureView] = []
        self._here: FigureView | None = None

    def add(self, figure: FigureView) -> None:
        """`figure` comes after those that were added before it."""
        self._figures.append(figure)
        figure.walk = self
        figure.set_stop(on=False)

    def refresh(self) -> None:
        """Call this when figures were shown or hidden."""
        shown = self._shown()
        self._stop_at(self._here if self._here in shown else next(iter(shown), None))

    def entered(self, figure: FigureView) -> None:
        self._stop_at(figure)

    def go_from(self, figure: FigureView, key: Qt.Key) -> bool:
        """Go on from there; False where that key goes nowhere."""
        shown = self._shown()
        if key in STEPS:
            to = shown[(shown.index(figure) + STEPS[key]) % len(shown)]
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            to = shown[0 if key == Qt.Key.Key_Home else -1]
        else:
            return False
        to.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _stop_at(self, here: FigureView | None) -> None:
        self._here = here
        for each in self._figures:
            each.set_stop(on=each is here)

    def _shown(self) -> list[FigureView]:
        """Those that would be in view if their page was."""
        return [each for each in self._figures if each.isVisibleTo(self._page)]
