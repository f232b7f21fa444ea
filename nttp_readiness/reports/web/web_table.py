"""A table of a web page. Where there is no room for its columns its rows stand as blocks, each cell
below the other after its column's name, as they do in large print.

Roles are written out, as browsers take a table that is laid out otherwise for none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.reports.columns import plain
from nttp_readiness.reports.web.web_words import attribute, direction, safe, words_html

_NARROWEST = 26
"""So many letters of all columns together have room beside one another."""

Sign = Callable[[b.Cell], str]
"""What stands before a cell's words as decoration, as HTML."""


def table_html(table: b.Table, sign: Sign) -> Iterator[str]:
    """The table in a region that can be moved by keys; nothing where it has no rows."""
    if not table.rows:
        return
    name = attribute(table.caption)
    yield f'<div class="wide" tabindex="0" role="group" aria-label="{name}">'
    rows = "" if _is_narrow(table) else " rows"
    yield f'<table role="table" class="{table.look}{rows}">\n'
    yield f"<caption>{safe(table.caption)}</caption>\n<colgroup>"
    total = sum(column.width for column in table.columns)
    for column in table.columns:
        yield f'<col style="width:{column.width / total:.1%}">'
    yield '</colgroup>\n<thead role="rowgroup">\n<tr role="row">'
    for place, column in enumerate(table.columns):
        look = _look(right=column.right, marked=_has_marks(table, place))
        yield f'<th role="columnheader" scope="col"{look}>{safe(column.title)}</th>'
    yield '</tr>\n</thead>\n<tbody role="rowgroup">\n'
    for row in table.rows:
        kinds = _look(total=row.total, alike=row.alike)
        yield f'<tr role="row"{kinds}>'
        for place, cell in enumerate(row.cells):
            yield _cell(table, place, cell, sign(cell))
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"


def _cell(table: b.Table, place: int, cell: b.Cell, sign: str) -> str:
    column = table.columns[place]
    look = _look(
        right=column.right,
        marked=_has_marks(table, place),
        before=place < table.header,
        nothing=not sign and not any(map(plain, cell.words)),
    )
    several = len(cell.words) > 1
    inner = "".join(
        f"<p{direction(each)}>{words_html(each)}</p>" if several else words_html(each)
        for each in cell.words
    )
    way = "" if several else "".join(map(direction, cell.words))
    if place == table.header:
        return f'<th role="rowheader" scope="row"{look}{way}>{sign}{inner}</th>'
    label = ""
    if place > table.header and column.title:
        label = f' data-label="{attribute(tr("{label}: ").format(label=column.title))}"'
    return f'<td role="cell"{label}{look}{way}>{sign}{inner}</td>'


def _is_narrow(table: b.Table) -> bool:
    """Whether all of it fits into the narrowest screen as it is."""
    return sum(_longest(table, place) for place in range(len(table.columns))) <= _NARROWEST


def _longest(table: b.Table, place: int) -> int:
    """The letters of the longest paragraph in a column."""
    texts = [plain(words) for row in table.rows for words in row.cells[place].words]
    return max(map(len, (*texts, table.columns[place].title)), default=0)


def _has_marks(table: b.Table, place: int) -> bool:
    """Whether marks stand before the words of that column, which then keep clear of them."""
    return any(row.cells[place].mark for row in table.rows if place < len(row.cells))


def _look(**given: bool) -> str:
    """The classes of an element: the names of what is given."""
    named = " ".join(name for name, is_so in given.items() if is_so)
    return f' class="{named}"' if named else ""
