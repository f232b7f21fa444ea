"""The command for many teams: one folder of assessments, one file of what they come to."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from typing import Any

from nttp_readiness.app.bank_commands import refuse_existing
from nttp_readiness.app.given import given_path
from nttp_readiness.app.terminal import complain, say
from nttp_readiness.domain.portfolio.portfolio import Published
from nttp_readiness.errors import DocumentError
from nttp_readiness.presentation.portfolio.overview import Overview, overview
from nttp_readiness.presentation.portfolio.portfolio_tables import Problem, sentences
from nttp_readiness.reports.portfolio_files import portfolio_file
from nttp_readiness.storage.account import portfolio_record
from nttp_readiness.storage.exchange.portfolio_folder import files_in, read_all
from nttp_readiness.storage.files.atomic import write_atomic


def add_portfolio_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add the command of this file to the command line's own."""
    many = commands.add_parser("portfolio", help="show what many teams come to together")
    many.add_argument("folder", type=given_path, metavar="FOLDER")
    many.add_argument("out", type=given_path, metavar="OUT.xlsx|.pdf|.html|.parquet")
    many.set_defaults(command=_portfolio)


def _portfolio(given: argparse.Namespace) -> int:
    """Damaged files are named on standard error; 1 where nothing could be read or may be seen."""
    refuse_existing(given.out)
    files = files_in(given.folder)
    if not files:
        raise DocumentError(f"There is no assessment in {given.folder}.")
    read = read_all(files, _count if sys.stderr.isatty() else None)
    problems = [
        Problem(str(each.path.relative_to(given.folder)), each.problem)
        for each in read
        if each.problem
    ]
    for each in problems:
        complain(f"{each.file}: {each.why}")
    found = [each.assessment for each in read if each.assessment is not None]
    if not found:
        raise DocumentError(f"None of the {len(files)} files could be read.")

    def make(
        earlier: portfolio_record.Earlier | None, trouble: str
    ) -> tuple[tuple[Overview, bytes], tuple[Published, ...]]:
        made = overview(found, problems, earlier, trouble)
        if trouble:
            return (made, b""), ()
        now = dt.datetime.now().astimezone()
        return (made, portfolio_file(made, suffix, now=now)), made.portfolio.published

    suffix = given.out.suffix.lower()
    made, data = portfolio_record.publish(make)
    if made.trouble:
        complain(made.trouble)
        say("\n".join(sentences(made.portfolio, made.gathered, made.tables)))
        return 1
    write_atomic(given.out, data)
    say("\n".join((f"Wrote {given.out}.", *sentences(made.portfolio, made.gathered, made.tables))))
    return 0


def _count(done: int, of: int) -> None:
    """Progress on one line of a terminal; Ctrl+C stops, and nothing was written."""
    end = "\n" if done == of else ""
    sys.stderr.write(f"\rReading {done} of {of} {end}")
    sys.stderr.flush()
