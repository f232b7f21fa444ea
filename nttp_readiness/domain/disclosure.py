"""Which groups may be published together, so that no small one can be worked out from them.

A reader can add and subtract published groups, also with fractions. What they can reach is the span
of the groups as 0/1 vectors over people; it must hold no 0/1 vector of a few people only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from math import lcm

ROOM_MINIMUM = 5
"""Fewest answers that are shown in the room."""
OUTSIDE_MINIMUM = 10
"""Fewest answers whose distribution leaves the room."""

_EXACT_FROM = 30


def releasable(groups: Mapping[str, Collection[object]], minimum: int) -> list[str]:
    """The names that may be published, offered in the order of the mapping.

    A group is taken only if, together with those taken before, no set of people with
    0 < size < minimum can be worked out. A group without anybody in it is never taken.
    """
    atoms = _Atoms({name: frozenset(people) for name, people in groups.items()})
    taken: list[str] = []
    basis = _Basis(atoms.sizes)
    for name in groups:
        row = atoms.row(name)
        if not any(row):
            continue
        wider = basis.with_row(row)
        if wider is basis or next(wider.sets_below(minimum), None) is None:
            taken.append(name)
            basis = wider
    return taken


def derivable(groups: Mapping[str, Collection[object]]) -> list[frozenset[object]]:
    """The sets of people that can be worked out from these groups, themselves included.

    Unions of sets that have nothing to do with each other are left out. Their number can double
    with each group: it is meant for the few that were released.
    """
    sets = {name: frozenset(people) for name, people in groups.items()}
    atoms = _Atoms(sets)
    basis = _Basis(atoms.sizes)
    for name in groups:
        basis = basis.with_row(atoms.row(name))
    everybody = sum(atoms.sizes) + 1
    return [
        frozenset().union(*(atoms.people[n] for n in chosen))
        for chosen in basis.sets_below(everybody)
    ]


def percentage_step(people: int) -> int | None:
    """The step of percentages that may be given with that many people: None where none may.

    A percentage with the number of people beside it is a count; 1 means that it is exact.
    """
    if people < OUTSIDE_MINIMUM:
        return None
    if people < 12:
        return 25
    return 20 if people < _EXACT_FROM else 1


def coarse_percentage(count: int, people: int) -> int | None:
    """A share in whole per cent, rounded half up to the step for that many people."""
    step = percentage_step(people)
    if step is None:
        return None
    return step * ((200 * count + step * people) // (2 * step * people))


def nearly_all_alike(counts: Sequence[int]) -> bool:
    """Whether all people but at most one are at the same level: then the counts name everybody."""
    return max(counts, default=0) >= sum(counts) - 1 and sum(counts) > 0


class _Atoms:
    """People who are in exactly the same groups, as the columns of every row."""

    def __init__(self, groups: Mapping[str, AbstractSet[object]]) -> None:
        self._names = list(groups)
        inside: dict[object, list[str]] = {}
        for name, people in groups.items():
            for person in people:
                inside.setdefault(person, []).append(name)
        found: dict[tuple[str, ...], list[object]] = {}
        for person, names in inside.items():
            found.setdefault(tuple(names), []).append(person)
        # The largest first: pivots are then as large as they can be, and few sets of them small.
        ordered = sorted(found.items(), key=lambda pair: -len(pair[1]))
        self._memberships = [frozenset(names) for names, _ in ordered]
        self.people = [frozenset(people) for _, people in ordered]
        self.sizes = [len(people) for people in self.people]

    def row(self, name: str) -> list[Fraction]:
        return [Fraction(name in names) for names in self._memberships]


@dataclass(frozen=True)
class _Basis:
    """Rows in reduced row echelon form; `pivots` are their columns."""

    sizes: Sequence[int]
    rows: tuple[tuple[Fraction, ...], ...] = ()
    pivots: tuple[int, ...] = ()

    def with_row(self, row: Sequence[Fraction]) -> _Basis:
        """The basis of the wider span; the same object where the row lies in the span already."""
        left = list(row)
        for known, pivot in zip(self.rows, self.pivots, strict=True):
            if left[pivot]:
                left = _less(left, left[pivot], known)
        fresh = next((column for column, value in enumerate(left) if value), None)
        if fresh is None:
            return self
        added = tuple(value / left[fresh] for value in left)
        rows = [
            tuple(_less(known, known[fresh], added)) if known[fresh] else known
            for known in self.rows
        ]
        return _Basis(self.sizes, (*rows, added), (*self.pivots, fresh))

    def sets_below(self, limit: int) -> Iterator[list[int]]:
        """Columns of the 0/1 vectors of the span with 0 < people < limit.

        A vector of the span is fixed by its entries at the pivots, so only choices there are tried.
        Rows that share no column are not tried together: each part alone would be smaller still.
        """
        scale = lcm(*(value.denominator for row in self.rows for value in row))
        rows = [[int(value * scale) for value in row] for row in self.rows]
        columns = sorted(range(len(self.sizes)), key=lambda n: -len({row[n] for row in rows}))

        def column(chosen: Sequence[int], number: int) -> int:
            return sum(rows[each][number] for each in chosen)

        for part in self._parts():
            weights = [self.sizes[self.pivots[each]] for each in part]
            telling = [rows[each][columns[0]] for each in part]
            for places in _light(weights, telling, limit, {0, scale}):
                chosen = [part[place] for place in places]
                # Almost every choice fails at its first columns, so they are summed one by one.
                if all(column(chosen, number) in (0, scale) for number in columns):
                    found = [number for number in columns if column(chosen, number)]
                    if sum(self.sizes[number] for number in found) < limit:
                        yield found

    def _parts(self) -> list[list[int]]:
        """Rows that share a column, directly or through others, together."""
        parts: list[tuple[set[int], list[int]]] = []
        for number, row in enumerate(self.rows):
            columns, together = {n for n, value in enumerate(row) if value}, [number]
            apart = []
            for other in parts:
                if other[0] & columns:
                    columns |= other[0]
                    together = other[1] + together
                else:
                    apart.append(other)
            parts = [*apart, (columns, together)]
        return [together for _, together in parts]


def _light(
    weights: Sequence[int], telling: Sequence[int], limit: int, allowed: set[int]
) -> Iterator[tuple[int, ...]]:
    """Every choice of places, one or more, whose weights add up to less than the limit.

    Only those whose `telling` values add up to an allowed one, which rules most out at little cost.
    """
    places = range(len(weights))
    open_ones: list[tuple[tuple[int, ...], int, int]] = [((), 0, 0)]
    while open_ones:
        chosen, weight, told = open_ones.pop()
        for place in places[chosen[-1] + 1 if chosen else 0 :]:
            heavier = weight + weights[place]
            if heavier < limit:
                more, said = (*chosen, place), told + telling[place]
                if said in allowed:
                    yield more
                open_ones.append((more, heavier, said))


def _less(row: Sequence[Fraction], factor: Fraction, other: Sequence[Fraction]) -> list[Fraction]:
    return [a - factor * b for a, b in zip(row, other, strict=True)]
