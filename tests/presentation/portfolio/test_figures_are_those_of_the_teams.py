"""Every figure of many teams is the sum of what the single assessments say."""

import datetime as dt
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.answers.answer import Reach
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.portfolio.cube import cube_of
from nttp_readiness.domain.portfolio.facts import Facts, facts_of
from nttp_readiness.domain.rounds.rounds import compare, new_round
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.portfolio.overview import body_of, overview
from tests.domain import small_bank

BANK = small_bank.two_domains()
CHOICES = st.sampled_from([0, 1, 2, 3, 4, "not_sure", "rather_not_say", None])
TEAM = st.fixed_dictionaries(
    {"answers": st.lists(CHOICES, min_size=8, max_size=8), "organisation": st.sampled_from("AB")}
)
LATER = dt.date(2027, 3, 1)


def assessments(teams):
    found = []
    for number, each in enumerate(teams):
        given = dict(zip(BANK.by_id, each["answers"], strict=True))
        made = small_bank.assessment_of(BANK, given)
        made = edits.set_profile(made, title=f"Team {number}", organisation=each["organisation"])
        found.append(edits.write_beside(made, "A-2", reach=Reach(n=number, of=number + 1)))
    return found


def table(made, key):
    return next((each for each in made.tables if each.id == key), None)


@given(st.lists(TEAM, min_size=1, max_size=8))
def test_sums_are_those_of_the_single_scorecards(teams):
    singles = assessments(teams)
    cards = [score(each) for each in singles]
    made = overview(singles)
    of_all = [row[1:] for row in table(made, "spread").rows if row[0] == "All teams"]
    for domain, row in zip(BANK.domains, of_all, strict=True):
        levels = Counter(card.by_code[domain.code].level for card in cards)
        assert row == (domain.name, *(levels[level] for level in LEVELS), levels[None])
    for row in table(made, "foundations").rows:
        key = next(each.id for each in BANK.foundations if each.title == row[0])
        answers = [each.answer(key).level for each in singles]
        below = sum(level is not None and level < 3 for level in answers)
        there = sum(level is not None and level >= 3 for level in answers)
        assert row[1:] == (below, answers.count(None), there, 0)
    plans = [plan_of(each).planned for each in singles]
    owners = {row[0]: row[-1] for row in table(made, "owners").rows} if any(plans) else {}
    assert sum(owners.values()) == sum(map(len, plans))
    assert table(made, "reach").rows == (
        ("Question A-2", "", sum(range(len(singles))), sum(range(1, len(singles) + 1))),
    )


@given(st.lists(TEAM, min_size=1, max_size=8))
def test_each_team_by_itself_has_its_own_levels_in_the_order_of_names(teams):
    singles = assessments(teams)
    rows = table(overview(singles), "teams").rows
    wanted = sorted(singles, key=lambda each: (each.profile.organisation, each.profile.title))
    assert [row[:2] for row in rows] == [
        (each.profile.organisation, each.profile.title) for each in wanted
    ]
    for row, each in zip(rows, wanted, strict=True):
        levels = [score(each).by_code[code].level for code in "AB"]
        assert row[2:] == tuple("none yet" if level is None else level for level in levels)


def test_names_with_numbers_stand_in_the_order_in_which_people_look_for_them():
    names = ["Ward 10", "ward 2", "Ward", "Ward 2b", "Ward 02 East", "10", "9", "Ward ٣"]
    singles = [
        edits.set_profile(
            small_bank.assessment_of(BANK, dict.fromkeys(BANK.by_id, 2)), title=each,
            organisation="Trust 11" if each == "9" else "Trust 3",
        )
        for each in names
    ]  # fmt: skip
    rows = table(overview(singles), "teams").rows
    assert [row[1] for row in rows] == [
        "10", "Ward", "ward 2", "Ward 02 East", "Ward 2b", "Ward ٣", "Ward 10", "9",
    ]  # fmt: skip


@given(st.lists(TEAM, min_size=1, max_size=8))
def test_the_cube_adds_up_to_the_facts_of_all(teams):
    singles = assessments(teams)
    made = overview(singles)
    summed: Counter[tuple[str, str, str]] = Counter()
    for row in cube_of(made.portfolio, bank="small 1.0.0", made=LATER):
        summed[row.kind, row.about, row.value] += row.n
    whole: Facts = Counter()
    for each in singles:
        whole.update(facts_of(each, body=body_of))
    assert summed == whole


def test_what_moved_is_what_each_team_compared_with_itself_says():
    before = assessments([{"answers": [1] * 8, "organisation": "A"}] * 3)
    after = [new_round(each, today=LATER, keep_answers=True) for each in before]
    after[0] = edits.changed(
        after[0],
        answers={key: edits.changed(each, choice=3) for key, each in after[0].answers.items()},
    )
    made = overview([*before, *after])
    assert made.gathered.earlier_rounds == 3
    verdicts = Counter(
        (change.code, change.verdict)
        for old, new in zip(before, after, strict=True)
        for change in compare(old, new).domains
    )
    rows = table(made, "change").rows
    assert [row[1:3] for row in rows] == [
        (verdicts[code, "up"], verdicts[code, "down"]) for code in "AB"
    ]
    assert rows[0][1] == 1


def test_a_small_organisation_is_not_shown_by_itself():
    singles = assessments([{"answers": [2] * 8, "organisation": "A"}] * 3)
    singles[1] = edits.set_profile(singles[1], small_organisation=True)
    made = overview(singles)
    named = [row[1] for row in table(made, "teams").rows]
    assert "Team 1" not in named
    assert made.portfolio.alone == 2  # and one that hides it
    assert len(named) == 1


def test_copies_parts_and_other_questions_are_counted_once_or_left_out_and_told():
    singles = assessments([{"answers": [2] * 8, "organisation": "A"}] * 2)
    other = small_bank.assessment_of(
        small_bank.bank_of([small_bank.domain("Z", [small_bank.question("Z-1")])], bank_id="other"),
        {},
    )
    made = overview([*singles, singles[0], other])
    assert (made.gathered.copies, made.gathered.other_banks) == (1, 1)
    assert made.portfolio.teams == 2


@pytest.mark.parametrize(
    ("owner", "body"),
    [
        ("Morag Abernethy, Head of Housing", ""),
        ("NHS Lothian: Morag Abernethy", "NHS Lothian"),
        ("Head of School", ""),
        ("Morag Abernethy; NHS Lothian", ""),
        ("", ""),
    ],
)
def test_whose_an_action_is_names_bodies_and_never_people(owner, body):
    assert body_of(owner) == body
