"""Fusion with paper's edges: sizes that follow the text, and the few controls drawn anew.

No style sheet anywhere: they would take focus rings and high contrast away. Every override is
called for all widgets, so each begins with the cheapest test and hands the rest on. Hints, of which
most are asked for, are answered by a style of their own for the few controls that need them.
"""

from __future__ import annotations

import math
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import (
    QFocusFrame,
    QProxyStyle,
    QScrollArea,
    QStyle,
    QStyleHintReturn,
    QStyleOption,
    QStyleOptionButton,
    QStyleOptionComplex,
    QStyleOptionMenuItem,
    QStyleOptionSlider,
    QWidget,
)

from nttp_readiness.ui.theme import controls
from nttp_readiness.ui.theme.borders import FIELD, RING, draw_box, fill, middle
from nttp_readiness.ui.theme.controls import Face
from nttp_readiness.ui.theme.look import Look
from nttp_readiness.ui.theme.painting import draw_icon
from nttp_readiness.ui.widgets.buttons import Button
from nttp_readiness.ui.widgets.prose import Prose

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyleOptionHeader, QStyleOptionProgressBar

_Metric = QStyle.PixelMetric
_Hint = QStyle.StyleHint
_Contents = QStyle.ContentsType
_Sub = QStyle.SubControl
_Complex = QStyle.ComplexControl
_Primitive = QStyle.PrimitiveElement
_Control = QStyle.ControlElement
_State = QStyle.StateFlag
_AROUND = 5
"""How far the focus ring reaches beyond what has the focus."""


_TWO_COLUMNS = 1.2
"""Above this size of the text two columns of a menu are wider than a small screen."""


class PaperStyle(QProxyStyle):
    """Keep a reference as long as the application lives: Qt takes over the C++ half only."""

    def __init__(self, look: Look) -> None:
        super().__init__("Fusion")
        self._look = look
        self._hinted: HintStyle | None = None
        px = look.px
        self._metrics: dict[QStyle.PixelMetric, Callable[[], int]] = {
            _Metric.PM_FocusFrameHMargin: lambda: _AROUND,
            _Metric.PM_FocusFrameVMargin: lambda: _AROUND,
            _Metric.PM_ScrollBarExtent: lambda: max(14, min(px(14), 20)),
            _Metric.PM_ScrollBarSliderMin: lambda: 32,
            _Metric.PM_IndicatorWidth: lambda: px(20),
            _Metric.PM_IndicatorHeight: lambda: px(20),
            _Metric.PM_ExclusiveIndicatorWidth: lambda: px(20),
            _Metric.PM_ExclusiveIndicatorHeight: lambda: px(20),
            _Metric.PM_CheckBoxLabelSpacing: lambda: look.pad(10),
            _Metric.PM_RadioButtonLabelSpacing: lambda: look.pad(10),
            _Metric.PM_MenuBarPanelWidth: lambda: 0,
            _Metric.PM_MenuBarVMargin: lambda: 0,
            _Metric.PM_MenuBarHMargin: lambda: look.pad(4),
            _Metric.PM_MenuBarItemSpacing: lambda: 0,
            _Metric.PM_HeaderMargin: lambda: 0,
            _Metric.PM_SmallIconSize: lambda: px(20),
        }

    @property
    def hinted(self) -> HintStyle:
        """The same style with hints; kept, as a widget does not keep its style alive."""
        if self._hinted is None:
            self._hinted = HintStyle(self._look)
        return self._hinted

    def pixelMetric(
        self,
        metric: QStyle.PixelMetric,
        /,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
    ) -> int:
        measure = self._metrics.get(metric)
        return measure() if measure else super().pixelMetric(metric, option, widget)

    def sizeFromContents(  # type: ignore[override] # the stubs of Qt's styles disagree
        self,
        kind: QStyle.ContentsType,
        option: QStyleOption,
        size: QSize,
        widget: QWidget,
        /,
    ) -> QSize:
        px, pad = self._look.px, self._look.pad
        if kind == _Contents.CT_PushButton and isinstance(option, QStyleOptionButton):
            return controls.button_size(self._look, _face(widget), option.fontMetrics, option.text)
        if kind in (_Contents.CT_LineEdit, _Contents.CT_ComboBox, _Contents.CT_SpinBox):
            base = super().sizeFromContents(kind, option, size, widget)
            return QSize(base.width() + pad(20), px(21) + pad(17))
        if kind == _Contents.CT_MenuBarItem:
            return QSize(size.width() + pad(22) if size.width() else 0, px(19) + pad(11))
        if kind == _Contents.CT_HeaderSection:
            return QSize(size.width(), px(20) + pad(12))
        if kind == _Contents.CT_ItemViewItem:
            base = super().sizeFromContents(kind, option, size, widget)
            return QSize(base.width(), max(base.height(), px(21) + pad(11)))
        return super().sizeFromContents(kind, option, size, widget)

    def subElementRect(  # type: ignore[override] # as above
        self, element: QStyle.SubElement, option: QStyleOption, widget: QWidget, /
    ) -> QRect:
        if element == QStyle.SubElement.SE_LineEditContents:
            from PySide6.QtWidgets import QLineEdit  # noqa: PLC0415 - not for the start page

            framed = isinstance(widget, QLineEdit) and widget.hasFrame()
            inset = self._look.pad(12) - 2 if framed else 0  # QLineEdit has 2 of its own
            box: QRect = option.rect
            return box.adjusted(inset, 0, -inset, 0)
        return super().subElementRect(element, option, widget)

    def subControlRect(  # type: ignore[override] # as above
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        part: QStyle.SubControl,
        widget: QWidget,
        /,
    ) -> QRect:
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            return _scroll_bar_rect(option, part)
        if control == _Complex.CC_ComboBox:
            box: QRect = option.rect
            arrow = self._look.px(20) + self._look.pad(16)
            if part == _Sub.SC_ComboBoxArrow:
                return QRect(box.right() + 1 - arrow, box.y(), arrow, box.height())
            if part == _Sub.SC_ComboBoxEditField:
                return box.adjusted(self._look.pad(12) - 2, 1, -arrow, -1)
        return super().subControlRect(control, option, part, widget)

    def drawComplexControl(
        self,
        control: QStyle.ComplexControl,
        option: QStyleOptionComplex,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        look, box = self._look, option.rect
        if control == _Complex.CC_ScrollBar and isinstance(option, QStyleOptionSlider):
            controls.draw_scroll_bar(
                painter,
                look,
                box,
                _scroll_bar_rect(option, _Sub.SC_ScrollBarSlider),
                upright=option.orientation == Qt.Orientation.Vertical,
                warm=bool(option.state & (_State.State_Sunken | _State.State_MouseOver)),
            )
        elif control == _Complex.CC_ComboBox:  # a QDateEdit with a calendar comes here as well
            self._field(painter, option, widget)
            arrow = look.px(20) + look.pad(16)
            end = QRect(box.right() + 1 - arrow, box.y(), arrow, box.height())
            enabled = bool(option.state & _State.State_Enabled)
            colour = look.colour("ink" if enabled else "quiet")
            draw_icon(painter, "down", middle(end, look.px(16)), colour, 1.8)
        else:
            super().drawComplexControl(control, option, painter, widget)

    def drawPrimitive(
        self,
        element: QStyle.PrimitiveElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        on = bool(option.state & _State.State_On)
        enabled = bool(option.state & _State.State_Enabled)
        if element in (_Primitive.PE_FrameFocusRect, _Primitive.PE_IndicatorBranch):
            return  # the ring is a QFocusFrame, and views draw their own
        if element == _Primitive.PE_PanelLineEdit:
            # The line edit within a combo or spin box stands on that box's own field.
            parent = widget.parent() if widget else None
            if not parent or not any(map(parent.inherits, ("QAbstractSpinBox", "QComboBox"))):
                self._field(painter, option, widget)
        elif element == _Primitive.PE_IndicatorCheckBox:
            controls.draw_tick_box(painter, self._look, option.rect, on=on, enabled=enabled)
        elif element == _Primitive.PE_IndicatorRadioButton:
            controls.draw_radio(painter, self._look, option.rect, on=on, enabled=enabled)
        elif element == _Primitive.PE_IndicatorHeaderArrow:
            pass  # stands beside the words, where it needs no room of its own
        elif element == _Primitive.PE_PanelMenuBar:
            fill(painter, option.rect, self._look.colour("paper"))
        else:
            super().drawPrimitive(element, option, painter, widget)

    def drawControl(
        self,
        element: QStyle.ControlElement,
        option: QStyleOption,
        painter: QPainter,
        /,
        widget: QWidget | None = None,
    ) -> None:
        look, box = self._look, option.rect
        if element == _Control.CE_PushButton and isinstance(option, QStyleOptionButton):
            controls.draw_button(painter, look, option, _face(widget))
        elif element == _Control.CE_FocusFrame:
            prose = widget.widget() if isinstance(widget, QFocusFrame) else None
            if isinstance(prose, Prose):
                # Words stand close above a heading, and the ring would cut their letters. Within
                # its own line a heading has some room above its capitals.
                room = math.ceil(look.line(prose.kind) / 6)
                box = box.adjusted(0, min(room, _AROUND), 0, 0)
            draw_box(painter, box, RING, edge=look.colour("focus"), width=3)
        elif element == _Control.CE_ShapedFrame and widget and widget.inherits("QPlainTextEdit"):
            self._field(painter, option, widget)
        elif element == _Control.CE_ShapedFrame and isinstance(widget, QScrollArea):
            if widget.hasFocus():  # a scrolling column of text fills its place: ring inside
                draw_box(painter, box, 3, edge=look.colour("focus"), width=3)
        elif element == _Control.CE_MenuBarItem and isinstance(option, QStyleOptionMenuItem):
            controls.draw_menu_bar_item(
                painter,
                look,
                box,
                option.text,
                chosen=bool(option.state & _State.State_Selected),
                underlined=bool(self.styleHint(_Hint.SH_UnderlineShortcut, option, widget)),
            )
        elif element == _Control.CE_MenuBarEmptyArea:
            controls.draw_menu_bar_item(painter, look, box, "", chosen=False, underlined=False)
        elif element == _Control.CE_ProgressBarGroove:
            draw_box(painter, box, FIELD, fill=look.colour("surface"), edge=look.colour("edge"))
        elif element == _Control.CE_ProgressBarContents:
            controls.draw_progress(painter, look, cast("QStyleOptionProgressBar", option))
        elif element == _Control.CE_HeaderSection:
            controls.draw_header(painter, look, box)
        elif element == _Control.CE_HeaderEmptyArea:
            fill(painter, box, look.colour("paper"))
        elif element == _Control.CE_HeaderLabel:
            controls.draw_header_words(painter, look, cast("QStyleOptionHeader", option))
        else:
            super().drawControl(element, option, painter, widget)

    def _field(self, painter: QPainter, option: QStyleOption, widget: QWidget | None) -> None:
        controls.draw_field(
            painter,
            self._look,
            option.rect,
            enabled=bool(option.state & _State.State_Enabled),
            wrong=bool(widget and widget.property("wrong")),
        )


class HintStyle(PaperStyle):
    """The same with hints, for controls that `style_hints.heed` names."""

    def styleHint(
        self,
        hint: QStyle.StyleHint,
        /,
        option: QStyleOption | None = None,
        widget: QWidget | None = None,
        returnData: QStyleHintReturn | None = None,  # noqa: N803 - Qt's own name
    ) -> int:
        if hint == _Hint.SH_FocusFrame_AboveWidget:
            return 1  # else the ring belongs to the control's parent, which may clip it
        if hint == _Hint.SH_FocusFrame_Mask:
            return 0  # else it leaves out the control's own box, and with it the round corners
        if hint in (_Hint.SH_ComboBox_Popup, _Hint.SH_Widget_Animation_Duration):
            return 0  # nothing moves, so nothing has to be asked about motion
        if hint == _Hint.SH_Menu_Scrollable:
            return int(self._look.factor > _TWO_COLUMNS)
        if hint == _Hint.SH_MenuBar_AltKeyNavigation and sys.platform == "linux":
            # With a screen reader Qt gives the keys on later there, and Alt+Left would open the
            # menu as well. F10 and Alt with a letter open it, as in other programs on Linux.
            return 0
        return super().styleHint(hint, option, widget, returnData)


def _face(widget: QWidget | None) -> Face:
    """A button that is not ours, as in a file dialog, looks like a second one."""
    return widget.face if isinstance(widget, Button) else Face()


def _scroll_bar_rect(option: QStyleOptionSlider, part: QStyle.SubControl) -> QRect:
    """A groove without arrow buttons; the thumb is at least 32 long."""
    box: QRect = option.rect
    if part in (_Sub.SC_ScrollBarAddLine, _Sub.SC_ScrollBarSubLine):
        return QRect()
    if part == _Sub.SC_ScrollBarGroove:
        return box
    upright = option.orientation == Qt.Orientation.Vertical
    room = box.height() if upright else box.width()
    whole = max(1, option.maximum - option.minimum + option.pageStep)
    length = min(room, max(32, room * option.pageStep // whole))
    if option.maximum == option.minimum:
        length = room
    start = QStyle.sliderPositionFromValue(
        option.minimum, option.maximum, option.sliderPosition, room - length, option.upsideDown
    )
    spans = {
        _Sub.SC_ScrollBarSlider: (start, length),
        _Sub.SC_ScrollBarSubPage: (0, start),
        _Sub.SC_ScrollBarAddPage: (start + length, room - start - length),
    }
    if part not in spans:
        return QRect()
    at, size = spans[part]
    if upright:
        return QRect(box.x(), box.y() + at, box.width(), size)
    return QRect(box.x() + at, box.y(), size, box.height())
