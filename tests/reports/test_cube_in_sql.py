"""The count cube as Parquet, and the documented query over it, give the portfolio's figures."""

import datetime as dt
import random
import re
from pathlib import Path

import duckdb
import polars as pl
import pytest

from nttp_readiness.domain.portfolio.cube import COLUMNS
from nttp_readiness.presentation.portfolio.overview import overview
from nttp_readiness.reports.portfolio_files import portfolio_file
from tests.domain import small_bank

DOCS = Path(__file__).parents[2] / "docs" / "portfolio.md"
NOW = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)


def query():
    """The one query of the documentation."""
    return re.search(r"```sql\n(.*?)```", DOCS.read_text("utf-8"), re.DOTALL)[1]


@pytest.fixture(scope="module")
def made():
    bank, chance = small_bank.two_domains(), random.Random(5)
    return overview(
        small_bank.assessment_of(
            bank, {key: chance.choice([0, 1, 2, 3, 4, "not_sure", None]) for key in bank.by_id}
        )
        for _ in range(30)
    )


@pytest.fixture(scope="module")
def file(made, tmp_path_factory):
    path = tmp_path_factory.mktemp("cube") / "cube.parquet"
    path.write_bytes(portfolio_file(made, ".parquet", now=NOW))
    return path


def wanted(made):
    facts = made.portfolio.everyone.facts
    return sorted((*fact, n) for fact, n in facts.items())


def test_the_documented_query_gives_every_figure_in_duckdb(made, file):
    with duckdb.connect() as base:
        base.read_parquet(str(file)).create_view("cube")
        found = base.execute(query()).fetchall()
    assert [(*row[:3], int(row[3])) for row in found] == wanted(made)


def test_the_columns_are_those_of_the_documentation(file):
    frame = pl.read_parquet(file)
    assert tuple(frame.columns) == COLUMNS
    assert frame.schema["n"] == pl.Int64
    assert frame.schema["made"] == pl.Date
    for name in COLUMNS:
        assert f"`{name}`" in DOCS.read_text("utf-8")


def test_two_cubes_are_merged_by_putting_one_under_the_other(made, file):
    twice = pl.concat([pl.read_parquet(file)] * 2)
    summed = twice.group_by("kind", "about", "value").agg(pl.col("n").sum())
    assert sorted(summed.rows()) == [(*row[:3], 2 * row[3]) for row in wanted(made)]


def test_the_same_portfolio_gives_the_same_bytes(made, file):
    assert portfolio_file(made, ".parquet", now=NOW) == file.read_bytes()
