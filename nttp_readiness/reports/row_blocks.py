"""Rows of a table as lines below one another, for large letters: a column would be a word wide."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from nttp_readiness.presentation.words.blocks import Row, Run, Table, Words
from nttp_readiness.reports.columns import plain


def row_lines(table: Table, row: Row) -> Iterator[Words]:
    """The row's name with what stands before it, such as a number, and a line for each cell."""
    number = "  ".join(plain(words) for cell in row.cells[: table.header] for words in cell.words)
    name = row.cells[table.header].words
    if not any(plain(words).strip() for words in name):  # a row to be filled in by hand
        name = (f"{table.columns[table.header].title}:",)
    for index, words in enumerate(name):
        if index:
            yield words
            continue
        bold = tuple(replace(each, bold=True) for each in _runs(words))
        yield (Run(f"{number}  ", bold=True), *bold) if number else bold
    if row.alike:
        yield from row.cells[-1].words
        return
    beside = zip(table.columns[table.header + 1 :], row.cells[table.header + 1 :], strict=False)
    for column, cell in beside:
        for index, words in enumerate(cell.words):
            yield words if index else (Run(f"{column.title}: "), *_runs(words))


def _runs(words: Words) -> tuple[Run, ...]:
    return (Run(words),) if isinstance(words, str) else tuple(words)
