"""Rows under headings, for trees that fold: the check list, the plan, the list of its actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from nttp_readiness.values import dataclass

Index = QModelIndex | QPersistentModelIndex
CONTENT = Qt.ItemDataRole.UserRole
"""Role under which a delegate finds the group or the row itself."""
_Role = Qt.ItemDataRole


@dataclass(frozen=True, slots=True)
class TreeCell:
    """`said` is read out in place of the text, `beside` after it."""

    text: str
    said: str = ""
    beside: str = ""
    editable: bool = False


@dataclass(frozen=True, slots=True)
class TreeRow:
    """`content` is what the delegate paints; one cell for each column."""

    key: str
    cells: tuple[TreeCell, ...]
    content: object


@dataclass(frozen=True, slots=True)
class TreeGroup:
    """A heading with quiet words beside it, and its rows."""

    key: str
    name: str
    extra: str
    rows: tuple[TreeRow, ...]


class GroupedModel(QAbstractItemModel):
    """Two levels. An index of a row carries its group's number plus one, that of a group 0."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.groups: tuple[TreeGroup, ...] = ()
        self.columns: tuple[str, ...] = ("",)

    def replace(self, groups: Sequence[TreeGroup], columns: Sequence[str] | None = None) -> bool:
        """Show these; False where only what the rows say has changed, so the view keeps its place.

        `columns` are the headings, where they are others than before.
        """
        new, heads = tuple(groups), self.columns if columns is None else tuple(columns)
        if heads == self.columns and _shape(new) == _shape(self.groups):
            self.groups = new
            last = len(self.columns) - 1
            for n, group in enumerate(new):
                here = self.index(n, 0)
                self.dataChanged.emit(here, here.siblingAtColumn(last))
                if group.rows:
                    end = self.index(len(group.rows) - 1, last, here)
                    self.dataChanged.emit(self.index(0, 0, here), end)
            return False
        self.beginResetModel()
        self.groups, self.columns = new, heads
        self.endResetModel()
        return True

    def content(self, index: Index) -> TreeGroup | TreeRow | None:
        """The group or the row at an index."""
        if not index.isValid():
            return None
        group = index.internalId()
        if not group:
            return self.groups[index.row()]
        return self.groups[group - 1].rows[index.row()]

    def find(self, key: str, column: int = 0) -> QModelIndex:
        """The index of the row or group with that key; an invalid one where there is none."""
        for n, group in enumerate(self.groups):
            if group.key == key:
                return self.index(n, 0)
            for m, row in enumerate(group.rows):
                if row.key == key:
                    return self.index(m, min(column, len(self.columns) - 1), self.index(n, 0))
        return QModelIndex()

    def index(
        self,
        row: int,
        column: int,
        parent: Index = QModelIndex(),  # noqa: B008 - Qt's signature
        /,
    ) -> QModelIndex:
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: Index = QModelIndex(), /) -> QModelIndex:  # type: ignore[override] # noqa: B008 - one name in Qt for two functions
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - Qt's signature
        if not parent.isValid():
            return len(self.groups)
        if parent.internalId() or parent.column():
            return 0
        return len(self.groups[parent.row()].rows)

    def columnCount(self, parent: Index = QModelIndex(), /) -> int:  # noqa: B008 - the same
        del parent
        return len(self.columns)

    def data(self, index: Index, /, role: int = _Role.DisplayRole) -> object:
        content = self.content(index)
        if content is None:
            return None
        if role == CONTENT:
            return content
        if isinstance(content, TreeGroup):
            if index.column():
                return None
            extra = f", {content.extra}" if content.extra else ""
            return {
                _Role.DisplayRole: content.name,
                _Role.AccessibleTextRole: f"{content.name}{extra}",
            }.get(_Role(role))
        cell = content.cells[index.column()]
        return {
            _Role.DisplayRole: cell.text,
            _Role.AccessibleTextRole: cell.said or cell.text,
            _Role.AccessibleDescriptionRole: cell.beside,
        }.get(_Role(role))

    def headerData(
        self,
        section: int,
        orientation: Qt.Orientation,
        /,
        role: int = _Role.DisplayRole,
    ) -> object:
        if orientation == Qt.Orientation.Horizontal and role == _Role.DisplayRole:
            return self.columns[section]
        return None

    def flags(self, index: Index, /) -> Qt.ItemFlag:
        flag, content = Qt.ItemFlag, self.content(index)
        flags = flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsDragEnabled
        if isinstance(content, TreeGroup):
            return flag.ItemIsEnabled
        if content is None or not content.cells[index.column()].editable:
            return flags | flag.ItemNeverHasChildren
        return flags | flag.ItemNeverHasChildren | flag.ItemIsEditable


def _shape(groups: tuple[TreeGroup, ...]) -> list[tuple[str, tuple[str, ...]]]:
    return [(group.key, tuple(row.key for row in group.rows)) for group in groups]
