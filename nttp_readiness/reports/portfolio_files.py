"""A portfolio as a file: a spreadsheet, a tagged PDF, a web page, or the count cube."""

from __future__ import annotations

import datetime as dt
from importlib.util import find_spec
from io import BytesIO
from typing import Final, Literal, get_args

from nttp_readiness.domain.portfolio.cube import COLUMNS, CubeRow, cube_of
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.portfolio.overview import Overview
from nttp_readiness.presentation.portfolio.portfolio_report import portfolio_book, portfolio_report
from nttp_readiness.presentation.words.blocks import Paper
from nttp_readiness.presentation.words.sheets import in_use

PortfolioSuffix = Literal[".xlsx", ".pdf", ".html", ".parquet"]
SUFFIXES: Final[tuple[PortfolioSuffix, ...]] = get_args(PortfolioSuffix)


def portfolio_file(made: Overview, suffix: str, *, now: dt.datetime) -> bytes:
    """The bytes of the file. Raises ExportError for a suffix that is none of these, and where the
    library for Parquet is not there.
    """
    today = now.date()
    if suffix == ".parquet":
        bank = made.gathered.bank
        rows = cube_of(made.portfolio, bank=f"{bank.id} {bank.version}" if bank else "", made=today)
        return cube_bytes(rows)
    parts = made.portfolio, made.gathered, made.tables, today
    if suffix == ".xlsx":
        from nttp_readiness.reports.sheets.excel import write_excel  # noqa: PLC0415 - slow to load

        return write_excel(in_use(portfolio_book(*parts)), made=now)
    if suffix == ".html":
        from nttp_readiness.reports.web.web_page import write_web_page  # noqa: PLC0415 - as above

        return write_web_page(portfolio_report(*parts), Paper())
    if suffix == ".pdf":
        from nttp_readiness.reports.pdf.pdf import write_pdf  # noqa: PLC0415 - as above

        return write_pdf(portfolio_report(*parts), Paper())
    raise ExportError(
        tr("An overview of many teams cannot be saved as “{suffix}”.").format(suffix=suffix),
        cure=tr("Use {suffixes}.").format(suffixes=", ".join(SUFFIXES)),
    )


def can_write_parquet() -> bool:
    """Whether the library for it is installed; it is no part of the program (extra `cube`)."""
    return find_spec("polars") is not None


def cube_bytes(rows: tuple[CubeRow, ...]) -> bytes:
    """The cube as a Parquet file. Raises ExportError where its library is not there."""
    if not can_write_parquet():
        raise ExportError(
            tr("A Parquet file needs an addition to the program that is not installed here."),
            cure=tr("Ask your IT department for the extra “cube”, or choose a spreadsheet."),
        )
    import polars as pl  # noqa: PLC0415 - only here, and it may not be there

    kinds = {"made": pl.Date, "n": pl.Int64}
    schema = {name: kinds.get(name, pl.String) for name in COLUMNS}
    out = BytesIO()
    pl.DataFrame(list(rows), schema=schema, orient="row").write_parquet(out)
    return out.getvalue()
