"""No release gives a small group away. The attack here is written apart from the defence."""

import json
import random
import time
from itertools import combinations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nttp_readiness.domain.group.disclosure import (
    in_steps,
    percentage_step,
    releasable,
    tells_nearly_all,
)

CASES = json.loads(
    (Path(__file__).parents[1] / "data" / "disclosure-cases.json").read_text("utf-8")
)["cases"]
PRIME = (1 << 61) - 1


def people(ranges):
    return {person for start, end in ranges for person in range(start, end)}


def rank(rows):
    """The rank modulo a large prime: exact for the small 0/1 tables that are tried here."""
    rows, found = [list(row) for row in rows], 0
    for column in range(len(rows[0]) if rows else 0):
        at = next((n for n in range(found, len(rows)) if rows[n][column] % PRIME), None)
        if at is None:
            continue
        rows[found], rows[at] = rows[at], rows[found]
        inverse = pow(rows[found][column], PRIME - 2, PRIME)
        for n in range(found + 1, len(rows)):
            factor = rows[n][column] * inverse % PRIME
            rows[n] = [(a - factor * b) % PRIME for a, b in zip(rows[n], rows[found], strict=True)]
        found += 1
    return found


def leaks(published, everybody, minimum):
    """Every set of fewer people than the minimum, tried one by one: is it in the span?"""
    order = sorted(everybody)
    rows = [[int(person in group) for person in order] for group in published]
    if not rows:
        return None
    known = rank(rows)
    for size in range(1, minimum):
        for chosen in combinations(order, size):
            wanted = [int(person in chosen) for person in order]
            if rank([*rows, wanted]) == known:
                return set(chosen)
    return None


def follows(groups, minimum):
    """As `leaks`, for more people: those who are in the same groups go together, as they must."""
    parts: dict[tuple[bool, ...], set[object]] = {}
    for person in set().union(*groups.values()):
        parts.setdefault(tuple(person in each for each in groups.values()), set()).add(person)
    rows = [[int(inside[n]) for inside in parts] for n in range(len(groups))]
    known, found = rank(rows), []
    few = [inside for inside in parts if len(parts[inside]) < minimum]
    for count in range(1, minimum):
        for chosen in combinations(few, count):
            wanted = [int(inside in chosen) for inside in parts]
            named = frozenset().union(*(parts[inside] for inside in chosen))
            if len(named) < minimum and rank([*rows, wanted]) == known:
                found.append(named)
    return found


def family(chance):
    """A random family over at most nine people: trees, crossings, and anything."""
    everybody = list(range(chance.randint(3, 9)))
    groups = {"all": set(everybody)} if chance.random() < 0.6 else {}
    for n in range(chance.randint(1, 5)):
        kind = chance.random()
        if groups and kind < 0.3:
            within = sorted(chance.choice(list(groups.values())))
            group = {each for each in within if chance.random() < 0.6}
        else:
            group = {each for each in everybody if chance.random() < chance.choice([0.3, 0.5, 0.8])}
        groups[f"g{n}"] = group
    return groups, chance.choice([2, 3, 4])


def attack(count, seed):
    chance = random.Random(seed)
    refused = taken = 0
    for _ in range(count):
        groups, minimum = family(chance)
        everybody = set().union(*groups.values())
        names = releasable(groups, minimum)
        published = [groups[name] for name in names]
        assert leaks(published, everybody, minimum) is None, (groups, minimum, names)
        taken += len(names)
        for name in groups:  # and no group is refused that could have been published in its turn
            if name in names or not groups[name]:
                continue
            before = [groups[each] for each in names if list(groups).index(each)
                      < list(groups).index(name)]  # fmt: skip
            assert leaks([*before, groups[name]], everybody, minimum), (groups, minimum, name)
            refused += 1
    assert taken > count / 3
    assert refused > count / 3


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_a_case_gives_its_safe_release(case):
    groups = {name: people(ranges) for name, ranges in case["groups"].items()}
    assert releasable(groups, 5) == case["safe"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_the_attack_finds_what_publishing_every_large_group_would_leak(case):
    groups = {name: people(ranges) for name, ranges in case["groups"].items()}
    large = {name: group for name, group in groups.items() if len(group) >= 5}
    assert bool(follows(large, 5)) == (case["naive_leak"] is not None)


def test_an_exhaustive_attack_on_random_families_finds_nothing():
    attack(300, seed=20261123)


def test_the_attack_does_find_what_a_release_by_size_alone_gives_away():
    chance, found = random.Random(1), 0
    for _ in range(200):
        groups, minimum = family(chance)
        large = [each for each in groups.values() if len(each) >= minimum]
        found += leaks(large, set().union(*groups.values()), minimum) is not None
    assert found > 20


@pytest.mark.long
def test_an_exhaustive_attack_on_ten_thousand_random_families_finds_nothing():
    attack(10_000, seed=4)


def test_fractions_give_a_group_away_where_sums_and_differences_alone_do_not():
    one, two, three, few = {1, 2, 3, 4, 5}, {6, 7, 8, 9, 10}, {11, 12, 13, 14, 15}, {16, 17}
    groups = {"a": one | two | few, "b": two | three | few, "c": one | three | few,
              "d": one | two | three}  # fmt: skip
    assert releasable(groups, 5) == ["a", "b", "c"]
    assert frozenset(few) in follows(groups, 5)  # (a + b + c - 2 d) / 3


def test_with_parts_and_their_sizes_the_answer_is_that_of_people_one_by_one():
    chance = random.Random(11)
    for _ in range(300):
        groups, minimum = family(chance)
        sizes = {part: chance.randint(0, 3) for part in set().union(*groups.values())}
        people = {
            name: {(part, n) for part in parts for n in range(sizes[part])}
            for name, parts in groups.items()
        }
        assert releasable(groups, minimum, sizes=sizes) == releasable(people, minimum)


def test_with_what_was_published_earlier_nothing_new_follows():
    """The attack again, over groups now and earlier together."""
    chance, refused = random.Random(12), 0
    for _ in range(300):
        groups, minimum = family(chance)
        other_order = dict(chance.sample(list(groups.items()), len(groups)))
        earlier = [groups[name] for name in releasable(other_order, minimum)]
        taken = releasable(groups, minimum, earlier=earlier)
        published = [groups[name] for name in taken]
        everybody = set().union(*groups.values())
        assert leaks(published, everybody, minimum) is None
        assert leaks([*earlier, *published], everybody, minimum) is None
        refused += len(releasable(groups, minimum)) > len(taken)
    assert refused > 5


def test_what_nearly_everybody_said_is_found_wherever_it_can_be_worked_out():
    counts = {"a": (0, 5, 1, 0, 0), "b": (2, 2, 2, 2, 2), "c": (1, 0, 0, 7, 0)}
    everyone = ["a", "b", "c"]
    assert tells_nearly_all({"a": ["a"]}, counts)
    assert not tells_nearly_all({"everyone": everyone, "ab": ["a", "b"]}, {**counts, "c": (3,) * 5})
    assert tells_nearly_all({"everyone": everyone, "ab": ["a", "b"]}, counts)  # what is left is c
    assert not tells_nearly_all({"everyone": everyone}, counts)
    assert not tells_nearly_all({}, counts)


def test_a_choice_of_groups_that_takes_too_long_to_try_is_not_published():
    parts = [f"p{n}" for n in range(60)]
    chance = random.Random(3)
    groups = {f"g{n}": {part for part in parts if chance.random() < 0.5} for n in range(60)}
    started = time.process_time()
    taken = releasable(groups, 900, sizes=dict.fromkeys(parts, 40))
    assert time.process_time() - started < 30
    assert taken[:3] == ["g0", "g1", "g2"]


def test_a_group_of_nobody_and_one_below_the_minimum_are_never_published():
    assert releasable({"none": set(), "few": {1, 2}, "some": set(range(10, 16))}, 5) == ["some"]


def test_the_same_people_under_another_name_reveal_nothing_new():
    assert releasable({"a": set(range(7)), "b": set(range(7))}, 5) == ["a", "b"]


def test_ten_sites_by_five_roles_are_decided_quickly():
    cells = {(site, role): {(site, role, n) for n in range(8)}
             for site in range(10) for role in range(5)}  # fmt: skip
    groups = {"all": set().union(*cells.values())}
    for site in range(10):
        groups[f"site {site}"] = set().union(*(cells[site, role] for role in range(5)))
    for role in range(5):
        groups[f"role {role}"] = set().union(*(cells[site, role] for site in range(10)))
    groups |= {str(key): group for key, group in cells.items()}
    assert len(releasable(groups, 5)) == 66
    assert len(releasable(groups, 10)) == 16


@pytest.mark.parametrize(
    ("n", "step"), [(9, None), (10, 25), (11, 25), (12, 20), (29, 20), (30, 1), (400, 1)]
)
def test_percentages_have_the_step_that_the_number_of_people_allows(n, step):
    assert percentage_step(n) == step


@given(st.integers(10, 60), st.data())
def test_a_coarse_percentage_is_the_nearest_step(n, data):
    count = data.draw(st.integers(0, n))
    step = percentage_step(n)
    found = in_steps(count, n, step)
    assert found % step == 0
    assert 2 * abs(found * n - 100 * count) <= step * n


@pytest.mark.parametrize(
    ("counts", "alike"),
    [
        ((0, 0, 12, 0, 0), True),
        ((1, 0, 11, 0, 0), True),
        ((1, 1, 10, 0, 0), False),
        ((0, 0, 0, 0, 0), False),
    ],
)
def test_all_but_one_at_the_same_level_counts_as_all(counts, alike):
    assert tells_nearly_all({"Team": ["Team"]}, {"Team": counts}) is alike
