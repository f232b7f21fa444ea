"""The plan sorted by a column: within each group, as people read, empty cells last."""

import datetime as dt

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.presentation.plan import planning
from nttp_readiness.presentation.plan.plan_sorting import (
    SORT_KEYS,
    Sorting,
    sort_words,
    sorted_groups,
    sorted_words,
)
from tests.domain.small_bank import assessment_of, bank_of, domain, everything, question

TODAY = dt.date(2027, 3, 12)


@pytest.fixture
def low():
    bank = bank_of([domain("A", [question(f"A-{n}") for n in range(1, 8)])])
    made = assessment_of(bank, everything(bank, 1))
    owners = {"A-1/first": "zoe", "A-2/first": "Élise", "A-3/first": "", "A-4/first": "Elaine",
              "A-5/first": "Bob"}  # fmt: skip
    for n, (key, owner) in enumerate(owners.items()):
        due = None if n == 1 else dt.date(2027, 9, 30 - n)
        made = edits.change_action(made, key, owner=owner, due=due)
    return made


def now(assessment, sorting):
    plan = plan_of(assessment)
    groups = sorted_groups(planning.groups(assessment, plan, "all", TODAY), sorting)
    assert [each.horizon for each in groups] == ["now", "next", "later"]
    return list(groups[0].rows)


def test_the_plans_own_order_is_left_alone(low):
    assert [row.number for row in now(low, Sorting())] == ["1", "2", "3", "4", "5"]


def test_names_sort_without_case_and_accents_and_no_name_comes_last(low):
    up = [row.owner for row in now(low, Sorting("owner"))]
    assert up == ["Bob", "Elaine", "Élise", "zoe", ""]
    down = [row.owner for row in now(low, Sorting("owner", down=True))]
    assert down == ["zoe", "Élise", "Elaine", "Bob", ""]


def test_dates_sort_as_days_and_no_date_comes_last(low):
    rows = now(low, Sorting("due"))
    assert [row.due and row.due.day for row in rows] == [26, 27, 28, 30, None]


def test_a_status_sorts_as_work_goes(low):
    done = edits.change_action(low, "A-1/first", status="done")
    begun = edits.change_action(done, "A-5/first", status="in_progress")
    rows = now(begun, Sorting("status"))
    assert [row.status for row in rows][-2:] == ["in_progress", "done"]


def test_equal_ones_keep_the_plans_order(low):
    assert [row.number for row in now(low, Sorting("effort"))] == ["1", "2", "3", "4", "5"]
    down = [row.number for row in now(low, Sorting("effort", down=True))]
    assert down == ["1", "2", "3", "4", "5"]


def test_a_column_goes_up_then_down_then_back():
    one = Sorting().after("due")
    two = one.after("due")
    assert (one, two, two.after("due")) == (
        Sorting("due"), Sorting("due", down=True), Sorting(),
    )  # fmt: skip
    assert two.after("owner") == Sorting("owner")
    assert one.after("plan") == Sorting()


def test_it_is_said():
    assert sorted_words(Sorting()) == "In the plan’s own order."
    assert sorted_words(Sorting("owner")) == "Sorted by Owner."
    assert sorted_words(Sorting("due", down=True)) == "Sorted by Due, last first."
    assert all(sort_words(key) for key in SORT_KEYS)
