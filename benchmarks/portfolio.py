"""How long many teams take, from a folder of a thousand assessments to one picture.

    python benchmarks/portfolio.py [--rounds N]

The files are made first, with the bank of the Roadmap and other answers each. Time is that of the
processor. The floor is to read and parse the same bytes as JSON, the least that any program does
with them. Promised: five seconds on two cores for *all of it*, which ends in a spreadsheet. The
same picture as a web page, as tagged PDF and as the count cube in Parquet is told beside, and as
the page in the window (offscreen): time of the window's thread to show what was read and added up.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.alone import main, offscreen  # noqa: E402 - the package lies beside this folder
from measuring.measure import NotMeasured, Outcome, beside  # noqa: E402

from nttp_readiness.domain.answers.answer import Answer, Choice  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.presentation.portfolio.overview import overview  # noqa: E402
from nttp_readiness.reports.portfolio_files import (  # noqa: E402
    PortfolioSuffix,
    can_write_parquet,
    portfolio_file,
)
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.documents.document_bytes import document_bytes  # noqa: E402
from nttp_readiness.storage.exchange.portfolio_folder import files_in, read_all  # noqa: E402

ROUNDS, TEAMS = 3, 1_000
FLOOR = "parse the bytes as JSON"
CUBE = "the cube, Parquet"
FORMS: dict[str, PortfolioSuffix] = {
    "spreadsheet": ".xlsx", "web page": ".html", "tagged PDF": ".pdf",
}  # fmt: skip
PAGE = """
import os, sys, time
from pathlib import Path
from PySide6.QtWidgets import QApplication
from nttp_readiness.presentation.portfolio.overview import overview
from nttp_readiness.storage.exchange.portfolio_folder import files_in, read_all
from nttp_readiness.ui.shell.application import make_window
from nttp_readiness.ui.shell.portfolio_content import PortfolioContent
app = QApplication([])
window = make_window(app)
window.resize(1280, 800)
window.show()
window.warm_up()
end = time.monotonic() + 8
while time.monotonic() < end:
    app.processEvents()
    time.sleep(0.005)
read = read_all(files_in(Path(sys.argv[1])))
made = overview(each.assessment for each in read if each.assessment is not None)
window.documents.many_teams()
app.processEvents()
page = window.findChild(PortfolioContent)
begun = time.thread_time()
page.show_overview(made)
for _ in range(3):
    app.processEvents()
window.grab()
print(time.thread_time() - begun)
sys.stdout.flush()
os._exit(0)
"""
Result = TypeVar("Result")
NOW = dt.datetime(2027, 3, 1, tzinfo=dt.UTC)
CHOICES: tuple[Choice, ...] = (0, 1, 2, 3, 4, "not_sure")


def make(folder: Path) -> None:
    """The files of a thousand teams of seventeen organisations."""
    bank = read_bank(ROOT / "question_banks" / "nttp-roadmap")
    base = edits.new_assessment(bank, "Team", today=dt.date(2026, 1, 1))
    chance = random.Random(1)
    for number in range(TEAMS):
        made = edits.changed(
            base,
            id=f"{number + 1:032x}",
            profile=edits.changed(
                base.profile, title=f"Team {number}", organisation=f"Organisation {number % 17}"
            ),
            answers={key: Answer(choice=chance.choice(CHOICES)) for key in bank.by_id},
        )
        (folder / f"{number}.readiness").write_bytes(document_bytes(made, revision=1))


def seconds(times: dict[str, list[float]], name: str, work: Callable[[], Result]) -> Result:
    """Do it, and note the time of the processor."""
    begun = time.process_time()
    result = work()
    times.setdefault(name, []).append(time.process_time() - begun)
    return result


def parse(folder: Path) -> None:
    """The floor: nothing of it is held, as no program would hold all at once."""
    for each in folder.iterdir():
        json.loads(each.read_bytes())


def measure(rounds: int) -> Iterator[Outcome]:
    """Each step from the files to one picture, and the picture in each form."""
    times: dict[str, list[float]] = {}
    with tempfile.TemporaryDirectory(prefix="readiness-teams-") as name:
        folder = Path(name)
        make(folder)
        for _ in range(rounds):
            seconds(times, FLOOR, partial(parse, folder))
            read = seconds(times, "read and check", lambda: read_all(files_in(folder)))
            known = [each.assessment for each in read if each.assessment is not None]
            made = seconds(times, "score, plan and add up", partial(overview, known))
            for words, suffix in FORMS.items():
                seconds(times, words, partial(portfolio_file, made, suffix, now=NOW))
            if can_write_parquet():
                seconds(times, CUBE, partial(portfolio_file, made, ".parquet", now=NOW))
            times.setdefault("page in the window", []).append(float(offscreen(PAGE, str(folder))))
    steps = ("read and check", "score, plan and add up", "spreadsheet")
    whole = [sum(each) for each in zip(*(times[step] for step in steps), strict=True)]
    yield from beside(FLOOR, "s", {**times, "all of it": whole})
    if not can_write_parquet():
        yield NotMeasured(CUBE, "polars is not installed")


if __name__ == "__main__":
    said = f"{TEAMS:,} assessments; processor time"
    sys.exit(main("portfolio", ROUNDS, measure, said))
