"""Which groups may be published together, so that no small one can be worked out from them.

A reader can add and subtract published groups, also with fractions. What they can reach is the span
of the groups as 0/1 vectors over people; it must hold no 0/1 vector of a few people only.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from fractions import Fraction
from math import gcd, lcm

from nttp_readiness.domain.answers.minimums import EXACT_MINIMUM, OUTSIDE_MINIMUM
from nttp_readiness.domain.rounding import half_up

_FEW_STEP, _MANY_STEP = 25, 20
MOST_TRIED = 200_000
"""Choices that are tried for one question; one that needs more is answered on the safe side."""


def releasable(
    groups: Mapping[str, Collection[object]],
    minimum: int,
    *,
    sizes: Mapping[object, int] | None = None,
    earlier: Collection[Collection[object]] = (),
) -> list[str]:
    """The names that may be published, offered in the order of the mapping.

    A group is taken only if, together with those taken before, no set of people with
    0 < size < minimum can be worked out. A group without anybody in it is never taken.

    With `sizes` a group is a set of parts, each of so many people. `earlier` are groups of the same
    people that were published before: nothing may follow from them and the new ones together that
    did not follow from them alone.
    """
    before = {f"/{number}": group for number, group in enumerate(earlier)}
    everything = {**{f"/{name}": group for name, group in groups.items()}}
    everything |= {f"/{name}": group for name, group in before.items()}
    atoms = _Atoms({name: frozenset(people) for name, people in everything.items()}, sizes)
    known = _Basis(atoms.sizes)
    for name in before:
        known = known.with_row(atoms.row(f"/{name}"))
    out = set(known.sets_below(minimum)) - {()} if before else set()
    taken: list[str] = []
    basis = _Basis(atoms.sizes)
    for name in groups:
        row = atoms.row(f"/{name}")
        if not any(row):
            continue
        wider = basis.with_row(row)
        if wider is not basis and next(wider.sets_below(minimum), None) is not None:
            continue
        if before:
            together = known.with_row(row)
            if any(each not in out for each in together.sets_below(minimum)):
                continue
            known = together
        taken.append(name)
        basis = wider
    return taken


def tells_nearly_all(
    groups: Mapping[str, Collection[str]], counts: Mapping[str, Sequence[int]]
) -> bool:
    """Whether of any people who can be worked out all but at most one are at the same level.

    `groups` are sets of parts, and `counts` those of each part.
    """
    sizes: dict[object, int] = {part: sum(found) for part, found in counts.items()}
    atoms = _Atoms({name: frozenset(parts) for name, parts in groups.items()}, sizes)
    basis = _Basis(atoms.sizes)
    for name in groups:
        basis = basis.with_row(atoms.row(name))
    levels = range(max(map(len, counts.values()), default=0))
    for level in levels:
        others = [
            sum(sizes[part] - counts[part][level] for part in atom if isinstance(part, str))
            for atom in atoms.people
        ]
        if next(basis.sets_below(2, others), None) is not None:
            return True
    return False


def percentage_step(people: int) -> int | None:
    """The step of percentages that may be given with that many people: None where none may.

    A percentage with the number of people beside it is a count; 1 means that it is exact.
    """
    if people < OUTSIDE_MINIMUM:
        return None
    if people < 12:
        return _FEW_STEP
    return _MANY_STEP if people < EXACT_MINIMUM else 1


def coarse_step(people: int) -> int:
    """The step for that many people where their exact shares would tell of fewer others."""
    return max(percentage_step(people) or _FEW_STEP, _MANY_STEP)


def in_steps(count: int, people: int, step: int) -> int:
    """A share in whole per cent, rounded half up to that step."""
    return half_up(Fraction(100 * count, people), step)


class _Atoms:
    """People who are in exactly the same groups, as the columns of every row.

    `sizes` say how many each of them stands for; one person where they are not given.
    """

    def __init__(
        self, groups: Mapping[str, AbstractSet[object]], sizes: Mapping[object, int] | None = None
    ) -> None:
        inside: dict[object, list[str]] = {}
        for name, people in groups.items():
            for person in people:
                if sizes is None or sizes.get(person):
                    inside.setdefault(person, []).append(name)
        found: dict[tuple[str, ...], list[object]] = {}
        for person, names in inside.items():
            found.setdefault(tuple(names), []).append(person)

        def size(people: Collection[object]) -> int:
            return len(people) if sizes is None else sum(sizes[each] for each in people)

        # The largest first: pivots are then as large as they can be, and few sets of them small.
        ordered = sorted(found.items(), key=lambda pair: -size(pair[1]))
        self._memberships = [frozenset(names) for names, _ in ordered]
        self.people = [frozenset(people) for _, people in ordered]
        self.sizes = [size(people) for people in self.people]

    def row(self, name: str) -> list[int]:
        return [int(name in names) for names in self._memberships]


@dataclass(frozen=True)
class _Basis:
    """Rows in reduced row echelon form, each times a whole number that makes it whole; `pivots`
    are their columns, and above 0 there.
    """

    sizes: Sequence[int]
    rows: tuple[tuple[int, ...], ...] = ()
    pivots: tuple[int, ...] = ()

    def with_row(self, row: Sequence[int]) -> _Basis:
        """The basis of the wider span; the same object where the row lies in the span already."""
        left = tuple(row)
        for known, pivot in zip(self.rows, self.pivots, strict=True):
            if left[pivot]:
                left = _without(left, pivot, known)
        fresh = next((column for column, value in enumerate(left) if value), None)
        if fresh is None:
            return self
        added = left if left[fresh] > 0 else tuple(-value for value in left)
        rows = [_without(known, fresh, added) if known[fresh] else known for known in self.rows]
        return _Basis(self.sizes, (*rows, added), (*self.pivots, fresh))

    def sets_below(
        self, limit: int, weights: Sequence[int] | None = None
    ) -> Iterator[tuple[int, ...]]:
        """Columns of the 0/1 vectors of the span that weigh less than the limit, nobody aside.

        A column weighs as many as its people, or what `weights` say. A vector of the span is fixed
        by its entries at the pivots, so only choices there are tried. Rows that share no column are
        not tried together: each part alone would be lighter still. Where too many would have to be
        tried there is one more, empty: nobody knows that nothing was to be found.
        """
        heavy = self.sizes if weights is None else weights
        heads = [row[pivot] for row, pivot in zip(self.rows, self.pivots, strict=True)]
        scale = lcm(*heads)
        rows = [
            [value * (scale // head) for value in row]
            for row, head in zip(self.rows, heads, strict=True)
        ]
        columns = sorted(range(len(self.sizes)), key=lambda n: -len({row[n] for row in rows}))

        def column(chosen: Sequence[int], number: int) -> int:
            return sum(rows[each][number] for each in chosen)

        for part in self._parts():
            pivots = [heavy[self.pivots[each]] for each in part]
            telling = [rows[each][columns[0]] for each in part]
            for places in _light(pivots, telling, limit, {0, scale}):
                if not places:
                    yield ()
                    return
                chosen = [part[place] for place in places]
                # Almost every choice fails at its first columns, so they are summed one by one.
                if all(column(chosen, number) in (0, scale) for number in columns):
                    found = sorted(number for number in columns if column(chosen, number))
                    if sum(heavy[number] for number in found) < limit:
                        yield tuple(found)

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
    No place at all stands for all those that were not tried any more.
    """
    places = range(len(weights))
    open_ones: list[tuple[tuple[int, ...], int, int]] = [((), 0, 0)]
    tried = 0
    while open_ones:
        chosen, weight, told = open_ones.pop()
        tried += len(weights)
        if tried > MOST_TRIED:
            yield ()
            return
        for place in places[chosen[-1] + 1 if chosen else 0 :]:
            heavier = weight + weights[place]
            if heavier < limit:
                more, said = (*chosen, place), told + telling[place]
                if said in allowed:
                    yield more
                open_ones.append((more, heavier, said))


def _without(row: Sequence[int], column: int, other: Sequence[int]) -> tuple[int, ...]:
    """The row with 0 in that column, by taking the other one away so and so often; as small as it
    can be, and its sign kept.
    """
    times, off = other[column], row[column]
    made = [a * times - off * b for a, b in zip(row, other, strict=True)]
    common = gcd(*made) or 1
    return tuple(value // common for value in made)
