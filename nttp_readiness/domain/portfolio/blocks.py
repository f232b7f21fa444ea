"""Which groups of teams may be published, now and after all that was published before.

Whoever reads several groups can add and subtract them. All that they can reach are sums of blocks:
teams that stand in exactly the same published groups. So a group may be added where every block
that there is then has enough people; nothing smaller can be worked out, from one portfolio or from
several. For groups that lie within one another, as everyone, organisations and teams do, this is
what `disclosure.releasable` decides; for others it is on the safe side, and a thousand teams take
no time.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

Group = frozenset[str]


class Blocks:
    """What can be worked out of teams so far. `people` says how many stand behind each of them."""

    def __init__(self, people: Mapping[str, int], minimum: int) -> None:
        self._people, self._minimum = people, minimum
        self._block_of: dict[str, Group] = {}

    def publish(self, group: Collection[str]) -> bool:
        """Publish a group where nothing small follows; False, and nothing published, where it would
        or where there is nobody in it.
        """
        wanted = frozenset(group)
        made = self._cut(wanted)
        # A block from before may have too few people by now: its figures are new ones.
        known = {self._block_of[each] for each in wanted if each in self._block_of}
        told = [*made, *(block for block in known if block <= wanted)]
        if not wanted or not all(map(self._enough, told)):
            return False
        self._take(made)
        return True

    def was_published(self, group: Collection[str]) -> None:
        """Take in what was published before, whatever follows from it."""
        self._take(self._cut(frozenset(group)))

    def publishable(self, group: Collection[str]) -> Group:
        """The group without the teams that would let something small follow: those that came since
        and are too few, those of a block that would fall into parts that are too small, and those
        of a block that has too few people by now.
        """
        wanted = frozenset(group)
        new = frozenset(each for each in wanted if each not in self._block_of)
        kept = set(wanted if self._enough(new) else wanted - new)
        for block in {self._block_of[each] for each in wanted - new}:
            left = block - wanted
            if not self._enough(block & wanted) or (left and not self._enough(left)):
                kept -= block
        return frozenset(kept)

    def of(self, group: Sequence[str]) -> tuple[Group, ...]:
        """The blocks that a published group is made of, in the order of its teams."""
        return tuple(dict.fromkeys(self._block_of[each] for each in group))

    def _cut(self, group: Group) -> list[Group]:
        """The blocks that come to be with a group, and were not there before."""
        new = frozenset(each for each in group if each not in self._block_of)
        made = [new] if new else []
        for block in {self._block_of[each] for each in group - new}:
            if not block <= group:
                made += [block & group, block - group]
        return made

    def _enough(self, block: Collection[str]) -> bool:
        return sum(self._people[each] for each in block) >= self._minimum

    def _take(self, made: Sequence[Group]) -> None:
        for block in made:
            for each in block:
                self._block_of[each] = block
