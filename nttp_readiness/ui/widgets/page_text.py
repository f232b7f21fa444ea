"""What a page shows, as plain text in the order in which it is read.

Screen readers reach most words of a window only by looking around with keys of their own. As text
they can be read line by line, searched, copied and enlarged.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QTreeView,
    QWidget,
)

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme.tab_order import in_order
from nttp_readiness.ui.widgets.figures.figure_view import FigureView
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from nttp_readiness.values import dataclass

_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph, or a heading of what follows."""

    text: str
    heading: bool = False


def page_text(page: QWidget) -> list[Line]:
    """Every sentence, answer, row and picture of what is shown of a page."""
    lines: list[Line] = []
    for part in in_order(page):
        if part.isVisibleTo(page):
            lines += [line for line in _lines_of(part) if line.text]
    return lines


def _lines_of(part: QWidget) -> Iterator[Line]:
    if isinstance(part, Prose):
        yield Line(part.plain(), heading=part.heads)
    elif isinstance(part, QLabel):
        if part.buddy() is None:  # a field says its own label
            yield Line(part.text())
    elif isinstance(part, FigureView):
        yield Line(_joined(part.accessibleName(), part.accessibleDescription()))
    elif isinstance(part, QAbstractItemView):
        yield Line(part.accessibleName())
        deep = isinstance(part, QTreeView)
        yield from (Line(each) for each in _rows(part.model(), QModelIndex(), deep=deep))
    elif isinstance(part, QLineEdit | QPlainTextEdit | QComboBox):
        yield Line(f"{part.accessibleName()}: {_value(part) or tr('empty')}")
    elif isinstance(part, QAbstractButton):
        yield Line(_button(part))


def _value(field: QLineEdit | QPlainTextEdit | QComboBox) -> str:
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText()
    return field.text() if isinstance(field, QLineEdit) else field.currentText()


def _button(button: QAbstractButton) -> str:
    """An answer with whether it is chosen; a fold that is closed. Others only do something."""
    name = button.accessibleName() or button.text().replace("&&", "&")
    if isinstance(button, QRadioButton):
        chosen = tr("{answer} (chosen)").format(answer=name) if button.isChecked() else name
        return _joined(chosen, button.accessibleDescription())
    if isinstance(button, QCheckBox):
        ticked = tr("{answer} (ticked)") if button.isChecked() else tr("{answer} (not ticked)")
        return _joined(ticked.format(answer=name), button.accessibleDescription())
    if isinstance(button, Fold) and not button.isChecked():
        return tr("{name} (closed)").format(name=name)
    return name if isinstance(button, Fold) else ""


def _rows(model: QAbstractItemModel | None, above: QModelIndex, *, deep: bool) -> Iterator[str]:
    """Each row on a line of its own, a cell with the heading of its column."""
    if model is None:
        return
    for row in range(model.rowCount(above)):
        cells = []
        for column in range(model.columnCount(above)):
            index = model.index(row, column, above)
            said = index.data(_Role.AccessibleTextRole) or index.data(_Role.DisplayRole) or ""
            beside = index.data(_Role.AccessibleDescriptionRole) or ""
            head = model.headerData(column, Qt.Orientation.Horizontal, _Role.DisplayRole) or ""
            if said:
                named = f"{head}: {said}" if head and column else str(said)
                cells.append(_joined(named, str(beside)))
        yield "; ".join(cells)
        first = model.index(row, 0, above)
        if deep:
            yield from _rows(model, first, deep=True)


def _joined(first: str, more: str) -> str:
    return f"{first}. {more}" if first and more else first or more
