from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QLineEdit

from nttp_readiness.ui.theme.borders import COLUMN_GAP
from nttp_readiness.ui.theme.text_block import text_width
from nttp_readiness.ui.widgets.data_table import Cell, DataTable, TableColumn
from tests.ui.focus import focused

COLUMNS = (TableColumn("Domain", 3), TableColumn("Level", 2), TableColumn("Known", 1, "end"))
LONG = "Knowing how staff are, and the risks in the work that they do every day of the year"
ROWS = (
    (Cell("Leadership", bold=True), Cell("Developing", chip=2), "6 of 6"),
    (Cell(LONG), Cell("Not sure", chip="not_sure"), Cell("–", said="none known")),
)


@pytest.fixture
def table(look, put):
    made: Any = DataTable(look, "The picture", COLUMNS, ROWS)
    before, after = QLineEdit(), QLineEdit()
    put(before, made, after, width=700)
    made.before, made.after = before, after
    return made


def test_it_is_read_as_a_table_with_headings_and_cells(table, face):
    said = face(table)
    assert said.role() == QAccessible.Role.Table
    assert said.text(QAccessible.Text.Name) == "The picture"
    parts = [said.child(n) for n in range(said.childCount())]
    heard = {
        role: [part.text(QAccessible.Text.Name) for part in parts if part.role() == role]
        for role in (QAccessible.Role.ColumnHeader, QAccessible.Role.Cell)
    }
    assert heard[QAccessible.Role.ColumnHeader] == ["Domain", "Level", "Known"]
    assert heard[QAccessible.Role.Cell] == [
        *("Leadership", "Developing", "6 of 6"),
        *(LONG, "Not sure", "none known"),
    ]


def test_no_cell_is_heard_as_a_dash(look, put, face):
    made: Any = DataTable(look, "The picture", COLUMNS, [(Cell("Leadership"), Cell("–"), "6 of 6")])
    put(made, width=700)
    said = face(made)
    parts = [said.child(n) for n in range(said.childCount())]
    cells = [part for part in parts if part.role() == QAccessible.Role.Cell]
    heard = [part.text(QAccessible.Text.Name) for part in cells]
    assert heard == ["Leadership", "none", "6 of 6"]


def test_tab_leaves_the_table_and_arrows_go_through_its_cells(table, qtbot):
    table.before.setFocus()
    qtbot.keyClick(table.before, Qt.Key.Key_Tab)
    assert focused() is table
    qtbot.keyClick(table, Qt.Key.Key_Right)
    qtbot.keyClick(table, Qt.Key.Key_Down)
    assert (table.currentIndex().row(), table.currentIndex().column()) == (1, 1)
    qtbot.keyClick(table, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is table.after
    qtbot.keyClick(table.after, Qt.Key.Key_Backtab)
    assert QApplication.focusWidget() is table


@pytest.mark.parametrize("size", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("width", [360, 700, 900])
def test_rows_are_as_high_as_their_text_and_the_table_as_its_rows(look, put, qapp, width, size):
    look.set_text_size(size)
    table = DataTable(look, "The picture", COLUMNS, ROWS)
    put(table, width=width, height=1200)
    qapp.processEvents()
    rows = [table.rowHeight(n) for n in range(2)]
    assert rows[1] > rows[0] >= look.line("table") + 8
    whole = table.horizontalHeader().height() + sum(rows)
    assert table.height() == whole == table.heightForWidth(table.width())
    assert sum(table.columnWidth(n) for n in range(3)) == table.width()


def test_nothing_can_be_edited(table, qtbot):
    table.setFocus()
    qtbot.keyClick(table, Qt.Key.Key_F2)
    qtbot.keyClicks(table, "x")
    assert table.model().index(0, 0).data() == "Leadership"
    assert not table.findChildren(QLineEdit)


def heads(table):
    """Each heading with the width of its column and that of its longest word."""
    room = table._look.pad(COLUMN_GAP)
    return [
        (table.columnWidth(n),
         room + max(text_width(table._look, each, "small_strong") for each in name.split()))
        for n, name in enumerate(LEVELS)
    ]  # fmt: skip


LEVELS = ("Domain", "Not yet", "Exploring", "Developing", "Established", "Embedded")


@pytest.mark.parametrize(("width", "size"), [(760, 1.0), (560, 1.0), (820, 2.0), (400, 2.0)])
def test_no_heading_is_cut_and_where_there_is_no_room_the_table_scrolls_by_itself(
    qtbot, look, width, size
):
    look.set_text_size(size)
    columns = [TableColumn(name, 3 if n == 0 else 1, "start") for n, name in enumerate(LEVELS)]
    table = DataTable(look, "Levels", columns, [["Leadership and culture", *"12345"]])
    qtbot.addWidget(table)
    table.resize(width, table.heightForWidth(width))
    with qtbot.waitExposed(table):
        table.show()
    assert all(column >= word for column, word in heads(table))
    whole = sum(table.columnWidth(n) for n in range(len(LEVELS)))
    assert whole >= width
    scrolls = whole > width
    assert table.horizontalScrollBar().isVisible() == scrolls
    assert table.verticalScrollBar().maximum() == 0  # the last row is not behind the bar
    assert table.minimumSizeHint().width() <= look.px(240)  # and no page is made wider
    look.set_text_size(1.0)


def test_widths_and_heights_are_those_of_the_lettering_and_of_the_rows(look, put):
    columns = [TableColumn(f"Column {n}") for n in range(6)]

    def made():
        return DataTable(look, "Levels", columns, [["understanding"] * 6] * 3)

    table = made()
    put(table, width=300)
    plain = table._widths(10), table.heightForWidth(10)
    look.set_lettering("own", wide=True)
    fresh = made()
    put(fresh, width=300)
    assert (table._widths(10), table.heightForWidth(10)) == (
        fresh._widths(10), fresh.heightForWidth(10),
    )  # fmt: skip
    assert table._widths(10) != plain[0]
    look.set_lettering("own", wide=False)
    assert (table._widths(10), table.heightForWidth(10)) == plain
    table.show_rows([["understanding"] * 6] * 2)
    assert table.heightForWidth(10) < plain[1]
