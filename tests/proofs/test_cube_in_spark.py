"""The documented query over the count cube says the same in Spark SQL as in DuckDB.

Spark is no part of the program nor of its tests: `run.py prove` fetches it, and it needs Java.
"""

import json
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import duckdb
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.portfolio.overview import overview
from nttp_readiness.reports.portfolio_files import portfolio_file
from nttp_readiness.storage.documents.documents import load_document
from tests.reports.test_cube_in_sql import NOW, query

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(shutil.which("java") is None, reason="Spark needs Java"),
    pytest.mark.skipif(find_spec("pyspark") is None, reason="run.py prove fetches it"),
]
ROOT = Path(__file__).parents[2]
SAMPLES = sorted((ROOT / "assets" / "samples").rglob("*.readiness"))

ASK = """
import json, sys
from pyspark.sql import SparkSession
session = (
    SparkSession.builder.master("local[1]").config("spark.ui.enabled", "false")
    .config("spark.sql.shuffle.partitions", "1").getOrCreate()
)
session.read.parquet(sys.argv[1]).createOrReplaceTempView("cube")
print(json.dumps([[*row[:3], int(row[3])] for row in session.sql(sys.argv[2]).collect()]))
session.stop()
"""


def in_spark(file, sql):
    here = {**os.environ, "SPARK_LOCAL_IP": "127.0.0.1"}
    ended = subprocess.run(
        [sys.executable, "-c", ASK, str(file), sql],
        capture_output=True, text=True, check=True, timeout=240, env=here,
    )  # fmt: skip
    return [tuple(row) for row in json.loads(ended.stdout.splitlines()[-1])]


def test_spark_and_duckdb_say_what_the_portfolio_says(tmp_path):
    singles = [edits.of_its_own(load_document(each).assessment) for each in SAMPLES] * 2
    singles = [edits.of_its_own(each) for each in singles]
    made = overview(singles)
    file = tmp_path / "cube.parquet"
    file.write_bytes(portfolio_file(made, ".parquet", now=NOW))
    facts = made.portfolio.everyone.facts
    wanted = sorted((*fact, n) for fact, n in facts.items())
    assert len(wanted) > 100
    with duckdb.connect() as base:
        base.read_parquet(str(file)).create_view("cube")
        assert [(*row[:3], int(row[3])) for row in base.execute(query()).fetchall()] == wanted
    assert in_spark(file, query()) == wanted
    doubled = query().replace("SUM(n)", "SUM(2 * n)")  # the control: it can tell
    assert in_spark(file, doubled) != wanted
