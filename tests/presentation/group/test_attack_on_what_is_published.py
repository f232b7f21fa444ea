"""An attack on the results of whole rounds, as `group --json` tells them, now and over time.

It knows what a reader may know at most: the true sizes of all groups. It takes the rows that are
told, and looks whether they add and subtract to fewer people than the minimum, by fractions, with a
solver of its own.
"""

import datetime as dt
import random
from fractions import Fraction
from itertools import product
from typing import Any

import pytest

from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.presentation.group import group_data, group_results
from tests.domain import small_bank as small

BANK = small.two_domains()
DAY = dt.date(2027, 2, 18)
SIZES = (0, 1, 2, 3, 4, 5, 7, 9, 10, 11, 12, 14, 20, 25, 30, 33, 40)
QUESTION = "A-1"


def solvable(rows, wanted):
    """Whether the wanted vector is a sum of multiples of the rows."""
    lines = [[Fraction(row[n]) for row in rows] + [Fraction(wanted[n])] for n in range(len(wanted))]
    done = 0
    for column in range(len(rows)):
        at = next((n for n in range(done, len(lines)) if lines[n][column]), None)
        if at is None:
            continue
        lines[done], lines[at] = lines[at], lines[done]
        lines[done] = [each / lines[done][column] for each in lines[done]]
        for n, line in enumerate(lines):
            if n != done and line[column]:
                lines[n] = [a - line[column] * b for a, b in zip(line, lines[done], strict=True)]
        done += 1
    return all(any(line[:-1]) or not line[-1] for line in lines)


def found(told, sizes, minimum):
    """Fewer people than the minimum that follow from what is told; None where nobody does."""
    alike: dict[tuple[bool, ...], int] = {}
    for name, size in sizes.items():
        where = tuple(name in group for group in told)
        if size and any(where):
            alike[where] = alike.get(where, 0) + size
    rows = [[int(where[n]) for where in alike] for n in range(len(told))]
    for chosen in product((0, 1), repeat=len(alike)):
        people = sum(size for each, size in zip(chosen, alike.values(), strict=True) if each)
        if 0 < people < minimum and solvable(rows, chosen):
            return people
    return None


def voted(made, groups, chance):
    for group in groups:
        size, levels = chance.choice(SIZES), [0] * 5
        for _ in range(size):
            levels[chance.randrange(5)] += 1
        one, two, three, four, five = levels
        tally = Tally(levels=(one, two, three, four, five), not_sure=chance.randint(0, 2))
        made = vote_edits.tally(made, group.name, {QUESTION: tally})
    if not made.workshop.round.questions[QUESTION].vote.people:
        made = vote_edits.tally(made, groups[0].name, {QUESTION: Tally(levels=(2,) * 5)})
    return vote_edits.close_question(made, QUESTION)


def told_rows(made, audience):
    """The rows of the last vote: what groups each holds, its step, and whether words alone."""
    data = group_data.group_data(group_results.group_results(made, audience))
    members = {each.key: frozenset(each.members) for each in made.workshop.round.groupings}
    (question,) = data["questions"]
    return [(members[row["group"]], row) for row in question["groups"]]


def attack(documents, seed):
    """How many leaks there are in so many documents, and how many groups were told of."""
    chance = random.Random(seed)
    leaks = told = 0
    for _ in range(documents):
        groups = [
            Group(name=f"G{n}", role=chance.choice(["", "R1", "R2"]), site=chance.choice(["", "S"]))
            for n in range(chance.randint(2, 5))
        ]
        made = small.assessment_of(BANK, {})
        before: dict[str, set[Any]] = {"shares": set(), "exact": set()}
        sizes: dict[Any, int] = {}
        for _ in range(chance.choice([1, 2, 3])):
            made = workshop_edits.start_round(made, groups, today=DAY, consent=True)
            made = voted(made, groups, chance)
            vote = made.workshop.round.questions[QUESTION].vote
            now = {name: tally.known for name, tally in vote.tallies.items()}
            sizes = {**sizes, **now}
            outside, room = told_rows(made, "outside"), told_rows(made, "room")
            shares = {group for group, row in outside if row["n"] is not None}
            exact = {group for group, row in outside if row["counts"] is not None}
            together = {*shares, *(group for group, row in room if row["n"] is not None)}
            told += len(together)
            for kind, seen, minimum in (("shares", shares, 10), ("exact", exact, 30)):
                leaks += found(list(seen), now, minimum) is not None
                if found(list(before[kind]), sizes, minimum) is None:
                    leaks += found(list(seen | before[kind]), sizes, minimum) is not None
                before[kind] |= seen
            leaks += found(list(together), now, 5) is not None
            for _, row in outside:
                fine = row["n"] is not None and row["n"] >= 30
                leaks += row["percent"] is not None and row["percent_step"] < (1 if fine else 20)
                leaks += row["n"] is None and any(
                    row[each] is not None for each in ("counts", "percent", "median", "at_target")
                )
            made = workshop_edits.close_round(made, today=DAY)
    return leaks, told


def test_nothing_follows_from_what_is_told_of_random_workshops():
    leaks, told = attack(60, seed=21)
    assert leaks == 0
    assert told > 150


@pytest.mark.long
def test_nothing_follows_from_what_is_told_of_a_thousand_random_workshops():
    assert attack(1000, seed=22)[0] == 0


def test_the_attack_finds_what_a_release_by_size_alone_gives_away(monkeypatch):
    """Planted: every group that is large enough by itself is told."""
    from nttp_readiness.domain.group import release

    def by_size(groups, minimum, *, sizes, earlier):
        return [key for key, parts in groups.items()
                if sum(sizes[part] for part in parts) >= minimum]  # fmt: skip

    monkeypatch.setattr(release, "releasable", by_size)
    assert attack(30, seed=21)[0] > 5


def test_the_attack_finds_what_forgetting_earlier_rounds_gives_away(monkeypatch):
    """Planted: each vote is decided as if it were the first."""
    from nttp_readiness.domain.group import release

    monkeypatch.setattr(release, "_published", lambda earlier, what: set())
    assert attack(150, seed=3)[0] > 0
