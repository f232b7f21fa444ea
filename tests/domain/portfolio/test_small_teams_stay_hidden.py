"""Nothing small follows from any portfolios together. The attack is that of the groups."""

import importlib.util
import random
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.group.disclosure import releasable
from nttp_readiness.domain.portfolio.blocks import Blocks
from nttp_readiness.domain.portfolio.facts import Fact, Team
from nttp_readiness.domain.portfolio.portfolio import Published, portfolio_of

ATTACK = Path(__file__).parents[1] / "group" / "test_small_groups_stay_hidden.py"
spec = importlib.util.spec_from_file_location("attack_on_groups", ATTACK)
attack = importlib.util.module_from_spec(spec)
spec.loader.exec_module(attack)
LEAST = 3


def team(key, people, organisation="", level="2"):
    return Team(
        document=key,
        title=f"Team {key}",
        organisation=organisation,
        round=1,
        bank="b",
        bank_version="1.0.0",
        people=people,
        minimum=LEAST,
        facts=Counter({Fact("teams", "", ""): 1, Fact("domain", "D", level): 1}),
    )


def persons(teams, sizes):
    """Teams by their documents, or by their states."""
    return {(key, n) for key in map(document, teams) for n in range(sizes[key])}


def document(state):
    return state.partition("-")[0]


SIZES = st.lists(st.integers(1, 5), min_size=1, max_size=5)
ORGANISATIONS = st.lists(st.sampled_from(["", "A", "B"]), min_size=5, max_size=5)


@given(SIZES, ORGANISATIONS)
def test_no_few_people_follow_from_one_portfolio(sizes, organisations):
    teams = [team(str(n), size, organisations[n]) for n, size in enumerate(sizes)]
    found = portfolio_of(teams, minimum=LEAST)
    known = {each.document: each.people for each in teams}
    shown = [persons(each.documents, known) for each in found.groups]
    assert attack.leaks(shown, persons(known, known), LEAST) is None


@given(SIZES, st.lists(st.sets(st.integers(0, 4), min_size=1), min_size=2, max_size=4))
def test_no_few_people_follow_from_several_portfolios_together(sizes, folders):
    known = {str(n): size for n, size in enumerate(sizes)}
    earlier: list[Published] = []
    shown = []
    for folder in folders:
        teams = [team(key, known[key]) for key in sorted(map(str, folder)) if key in known]
        found = portfolio_of(teams, minimum=LEAST, earlier=earlier)
        earlier += found.published
        shown += [persons(each, known) for each in found.published]
    assert attack.leaks(shown, persons(known, known), LEAST) is None


def small_parts(shown, sizes):
    """Blocks of so few people that can be worked out: states that stand in the same groups. What
    can be added and subtracted of several periods is a sum of blocks, each with its own sign.
    """
    states = {state for group in shown for state in group}
    blocks: dict[object, list[str]] = {}
    for state in states:
        blocks.setdefault(frozenset(n for n, g in enumerate(shown) if state in g), []).append(state)
    return [b for b in blocks.values() if sum(sizes[document(each)] for each in b) < LEAST]


CHANGES = st.lists(
    st.lists(st.sampled_from("01234"), min_size=5, max_size=5), min_size=2, max_size=4
)


@given(SIZES, CHANGES)
def test_no_few_people_follow_from_several_periods_of_the_same_teams(sizes, periods):
    known = {str(n): size for n, size in enumerate(sizes)}
    earlier: list[Published] = []
    for levels in periods:
        teams = [team(key, n, level=levels[int(key)]) for key, n in known.items()]
        earlier += portfolio_of(teams, minimum=LEAST, earlier=earlier).published
    assert small_parts(earlier, known) == []


def two_periods(*, remembered):
    """Two large teams and two small ones, of which one alone thinks otherwise a year later."""
    first = portfolio_of(
        [team("0", 9), team("1", 9), team("2", 2), team("3", 2, level="0")], minimum=LEAST
    )
    second = portfolio_of(
        [team("0", 9), team("1", 9), team("2", 2), team("3", 2, level="4")],
        minimum=LEAST, earlier=first.published if remembered else (),
    )  # fmt: skip
    return first, second


def test_a_small_team_that_alone_has_changed_is_in_no_figure_until_others_change():
    first, second = two_periods(remembered=True)
    assert first.everyone.documents == {"0", "1", "2", "3"}
    assert second.everyone.documents == {"0", "1"}
    assert second.outside == 2  # the one it was hidden with cannot stand without it
    teams = [team("0", 9), team("1", 9), team("2", 2, level="1"), team("3", 2, level="4")]
    third = portfolio_of(teams, minimum=LEAST, earlier=[*first.published, *second.published])
    assert third.everyone.documents == {"0", "1", "2", "3"}


def test_the_attack_finds_it_where_the_first_period_is_forgotten():
    first, second = two_periods(remembered=False)
    found = small_parts([*first.published, *second.published], {"0": 9, "1": 9, "2": 2, "3": 2})
    assert sorted(document(state) for block in found for state in block) == ["2", "3", "3"]
    differ = {each: n - first.everyone.facts[each] for each, n in second.everyone.facts.items()}
    assert differ[Fact("domain", "D", "4")] == 1  # and so everybody reads it


def test_a_record_of_before_states_were_kept_counts_as_what_is_there_now():
    teams = [team("0", 4), team("1", 4), team("2", 1)]
    second = portfolio_of(teams, minimum=LEAST, earlier=[{"0": 4, "1": 4}])
    assert second.everyone.documents == {"0", "1"}


def test_the_attack_finds_what_two_portfolios_tell_where_the_first_is_forgotten():
    known = {"0": 4, "1": 4, "2": 1}
    shown = []
    for keys in ("01", "012"):
        found = portfolio_of([team(key, known[key]) for key in keys], minimum=LEAST)
        shown += [persons(each, known) for each in found.published]
    assert attack.leaks(shown, persons(known, known), LEAST) == {("2", 0)}


def test_a_small_team_that_joins_is_in_no_figure_until_others_hide_it():
    first = portfolio_of([team("0", 4), team("1", 4)], minimum=LEAST)
    second = portfolio_of(
        [team("0", 4), team("1", 4), team("2", 1)], minimum=LEAST, earlier=first.published
    )
    assert second.outside == 1
    assert second.everyone.documents == {"0", "1"}
    third = portfolio_of(
        [team("0", 4), team("1", 4), team("2", 1), team("3", 2)],
        minimum=LEAST,
        earlier=[*first.published, *second.published],
    )
    assert third.outside == 0
    assert {"0", "1"} == {
        key for each in third.groups if each.kind == "team" for key in each.documents
    }


def test_a_team_that_leaves_takes_its_neighbours_out_of_the_sum():
    teams = [team("0", 4), team("1", 1), team("2", 2)]
    first = portfolio_of(teams, minimum=LEAST)
    second = portfolio_of(teams[:2], minimum=LEAST, earlier=first.published)
    assert second.everyone.documents == {"0"}
    assert second.outside == 1


@given(SIZES, SIZES)
def test_a_team_of_which_too_few_are_left_is_not_shown_since_it_was_shown_before(before, now):
    first = portfolio_of([team(str(n), each) for n, each in enumerate(before)], minimum=LEAST)
    teams = [team(str(n), each) for n, each in enumerate(now)]
    second = portfolio_of(teams, minimum=LEAST, earlier=first.published)
    sizes = {each.document: each.people for each in teams}
    for group in second.groups:
        assert all(sum(sizes[key] for key in each.documents) >= LEAST for each in group.blocks)


def test_a_team_that_has_shrunk_is_in_no_figure():
    first = portfolio_of([team("0", 4), team("1", 5)], minimum=LEAST)
    second = portfolio_of([team("0", 4), team("1", 1)], minimum=LEAST, earlier=first.published)
    assert [sorted(each.documents) for each in first.groups] == [["0", "1"], ["0"], ["1"]]
    assert [sorted(each.documents) for each in second.groups] == [["0"], ["0"]]
    assert second.outside == 1


@given(SIZES, ORGANISATIONS)
def test_it_is_the_release_rule_of_groups_where_groups_lie_within_one_another(sizes, organisations):
    known = {str(n): size for n, size in enumerate(sizes)}
    offered = {"everyone": set(known)}
    for name in ("A", "B"):
        of_it = {key for key in known if organisations[int(key)] == name}
        if len(of_it) > 1:
            offered[name] = of_it
    offered |= {f"team {key}": {key} for key in known}
    blocks = Blocks(known, LEAST)
    sizes_of = dict[object, int](known.items())
    taken = [name for name, group in offered.items() if blocks.publish(group)]
    assert taken == releasable(offered, LEAST, sizes=sizes_of)


def test_nearly_all_of_several_teams_are_not_told_of_a_sensitive_question():
    def one(key, value):
        made = team(key, 2)
        made.facts.update(
            {Fact("foundation", "S-1", value): 1, Fact("foundation", "S-2", value): 1}
        )
        return made

    teams = [one("0", "below"), one("1", "below"), one("2", "in_place")]
    facts = portfolio_of(teams, minimum=6, sensitive=frozenset({"S-1"})).everyone.facts
    assert {fact: n for fact, n in facts.items() if fact.about == "S-1"} == {
        Fact("foundation", "S-1", "withheld"): 3
    }
    assert facts[Fact("foundation", "S-2", "below")] == 2


def test_what_a_team_asks_for_itself_holds_for_all():
    strict = team("0", 8)
    assert portfolio_of([strict, team("1", 8)], minimum=9).minimum == 9
    assert len(portfolio_of([strict, team("1", 8)], minimum=9).groups) == 1


@pytest.mark.parametrize("people", [[1], [1, 1], []])
def test_too_few_people_are_nowhere(people):
    found = portfolio_of([team(str(n), each) for n, each in enumerate(people)], minimum=LEAST)
    assert found.groups == ()
    assert found.outside == len(people)


def test_the_order_of_files_changes_nothing():
    teams = [team(str(n), n % 4 + 1, "AB"[n % 2]) for n in range(30)]
    mixed = random.Random(1).sample(teams, len(teams))
    assert portfolio_of(mixed, minimum=LEAST) == portfolio_of(teams, minimum=LEAST)
