"""Every decision has a number of its own, and a row in the index that says whether it holds."""

import re
from collections import Counter
from pathlib import Path

import pytest

FOLDER = Path(__file__).resolve().parents[1] / "docs" / "decisions"
RECORDS = sorted(path for path in FOLDER.glob("*.md") if path.name != "README.md")
STATUSES = r"in force|changed by \d+|superseded by \d+|done"
ROW = re.compile(r"\| \[(\d+)\]\(([^)]+)\) \| (.+?) \| (.+?) \|")
INDEX = ROW.findall((FOLDER / "README.md").read_text("utf-8"))


def test_every_record_is_listed_once_and_in_the_order_of_its_number():
    assert [name for _, name, _, _ in INDEX] == [path.name for path in RECORDS]


def test_no_number_is_taken_twice():
    numbers = Counter(path.name[:4] for path in RECORDS)
    assert [number for number, count in numbers.items() if count > 1] == []


@pytest.mark.parametrize(("number", "name", "title", "status"), INDEX, ids=lambda text: text[:30])
def test_a_row_says_number_title_and_status_of_its_record(number, name, title, status):
    assert (FOLDER / name).read_text("utf-8").splitlines()[0] == f"# {number}. {title}"
    assert int(name[:4]) == int(number)
    assert re.match(rf"(?:{STATUSES})\b", status)
    assert all((FOLDER / other).exists() for other in re.findall(r"\d{4}-\S+\.md", status))


def test_what_changed_or_followed_a_decision_is_there():
    numbers = {number for number, _, _, _ in INDEX}
    for _, _, _, status in INDEX:
        named = re.findall(r"(?:changed by|superseded by|in) (\d+)", status)
        assert set(named) <= numbers, status
