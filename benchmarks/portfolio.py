"""How long many teams take, from a folder of a thousand assessments to one picture.

    python benchmarks/portfolio.py

The files are made first, with the bank of the Roadmap and other answers each. Time is that of the
processor. The floor is to read and parse the same bytes as JSON, the least that any program does
with them. Promised: five seconds on two cores.
"""

from __future__ import annotations

import datetime as dt
import json
import random
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from measuring.budget import Budget  # noqa: E402 - the package lies beside this folder

from nttp_readiness.domain.answers.answer import Answer, Choice  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.presentation.portfolio.overview import overview  # noqa: E402
from nttp_readiness.reports.portfolio_files import portfolio_file  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.documents.document_bytes import document_bytes  # noqa: E402
from nttp_readiness.storage.exchange.portfolio_folder import files_in, read_all  # noqa: E402

TEAMS = 1_000
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


def main() -> int:
    """Print the table; 1 where the promise was not kept."""
    budget = Budget.load()
    with tempfile.TemporaryDirectory(prefix="readiness-teams-") as name:
        folder = Path(name)
        make(folder)
        begun = time.process_time()
        for each in folder.iterdir():
            json.loads(each.read_bytes())
        floor = time.process_time() - begun
        begun = time.process_time()
        read = read_all(files_in(folder))
        reading = time.process_time() - begun
        made = overview(each.assessment for each in read if each.assessment is not None)
        adding = time.process_time() - begun - reading
        portfolio_file(made, ".xlsx", now=dt.datetime(2027, 3, 1, tzinfo=dt.UTC))
        whole = time.process_time() - begun
    print(f"{TEAMS:,} assessments, {made.portfolio.teams:,} teams; seconds of the processor")
    for words, seconds in (
        ("floor: parse the bytes as JSON", floor),
        ("read and check", reading),
        ("score, plan and add up", adding),
        ("spreadsheet", whole - reading - adding),
        ("all of it", whole),
    ):
        print(f"{words:<34}{seconds:8.2f}   x floor {seconds / floor:5.2f}")
    print("seconds for all of it:", budget.say("portfolio", "seconds", whole))
    return budget.status()


if __name__ == "__main__":
    sys.exit(main())
