"""A portfolio on paper, and as a book of tables: the same tables as on screen."""

from __future__ import annotations

import datetime as dt

from nttp_readiness import __version__
from nttp_readiness.domain.portfolio.portfolio import Portfolio
from nttp_readiness.domain.portfolio.teams import Gathered
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.portfolio.portfolio_tables import (
    PortfolioTable,
    rules,
    sentences,
    title,
)
from nttp_readiness.presentation.words import blocks as b
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.presentation.words.sheets import Book, Sheet, SheetColumn

_WIDTH = 170
_WIDE, _NARROW, _LEVEL = 36, 18, 9
"""Millimetres of a column of words, of one of figures, and of one of levels under a code."""


def portfolio_report(
    portfolio: Portfolio,
    gathered: Gathered,
    tables: tuple[PortfolioTable, ...],
    today: dt.date,
) -> b.Report:
    """The portfolio as a report."""
    bank = gathered.bank
    blocks: list[b.Block] = [
        b.Heading(1, title(), "section", new_page=False),
        b.Paragraph(day(today), "quiet"),
        *(b.Paragraph(each, "lead") for each in sentences(portfolio, gathered, tables)[:1]),
        *(b.Paragraph(each) for each in sentences(portfolio, gathered, tables)[1:]),
        *(b.Paragraph(each, "quiet") for each in rules(portfolio)),
    ]
    blocks += [
        b.Keep(
            (b.Heading(2, each.name, "part"), b.Paragraph(each.note, "quiet"), _table(each)),
        )
        for each in tables
    ]
    if bank is not None:
        blocks.append(b.Paragraph(bank.disclaimer, "source"))
    return b.Report(
        title=title(),
        author="",
        language=bank.language if bank is not None else "en-GB",
        blocks=tuple(blocks),
        header_left=(title(),),
        footer_left=day(today),
        page_words=tr("Page {page} of {pages}"),
        subject=bank.title if bank is not None else "",
    )


def portfolio_book(
    portfolio: Portfolio,
    gathered: Gathered,
    tables: tuple[PortfolioTable, ...],
    today: dt.date,
) -> Book:
    """The portfolio as tables for a spreadsheet."""
    bank = gathered.bank
    said = (*sentences(portfolio, gathered, tables), *rules(portfolio))
    return Book(
        title=title(),
        author="",
        subject=bank.title if bank is not None else "",
        about=(
            (tr("Made on"), day(today)),
            (tr("Program"), f"NTTP Readiness {__version__}"),
            *((tr("Please note"), each) for each in said),
        ),
        disclaimer=bank.disclaimer if bank is not None else "",
        sheets=tuple(_sheet(each) for each in tables),
    )


def _table(table: PortfolioTable) -> b.Table:
    figures = _figures(table)
    wide = [n for n, each in enumerate(figures) if not each]
    narrow = _LEVEL if table.id == "teams" else _NARROW
    room = max(_WIDTH - narrow * (len(figures) - len(wide)), _WIDE)
    return b.Table(
        table.name,
        tuple(
            b.Column(name, narrow if figures[n] else room / len(wide), right=figures[n])
            for n, name in enumerate(table.columns)
        ),
        tuple(b.Row(tuple(b.Cell((str(each),)) for each in row)) for row in table.rows),
        header=1 if table.id in {"teams", "spread"} else 0,
        look="close",
    )


def _sheet(table: PortfolioTable) -> Sheet:
    figures = _figures(table)
    numbers = [all(isinstance(row[n], int) for row in table.rows) for n in range(len(figures))]
    return Sheet(
        table.id,
        table.name,
        f"{table.name}. {table.note}",
        tuple(
            SheetColumn(
                f"{table.id}_{n}",
                name,
                14 if figures[n] else 40,
                "number" if numbers[n] else "text",
            )
            for n, name in enumerate(table.columns)
        ),
        tuple(
            tuple(each if numbers[n] else str(each) for n, each in enumerate(row))
            for row in table.rows
        ),
    )


def _figures(table: PortfolioTable) -> list[bool]:
    """Which columns hold figures: counts, and the codes of domains."""
    if table.id == "teams":
        return [n >= 2 for n in range(len(table.columns))]
    return [all(isinstance(row[n], int) for row in table.rows) for n in range(len(table.columns))]
