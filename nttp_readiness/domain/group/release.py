"""The one decision on what may be shown of a vote, made when it closes and saved with it.

Every screen, report, export and command asks the saved decision; nothing decides again.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.minimums import EXACT_MINIMUM
from nttp_readiness.domain.answers.workshop import EVERYONE, Detail, Release, Round, Vote
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.group.disclosure import releasable, tells_nearly_all

Earlier = tuple[Round, Vote]
"""A closed vote on the same question, with its round."""
_Parts = frozenset[object]


def decide(
    collected: Round, vote: Vote, *, sensitive: bool, earlier: Sequence[Earlier] = ()
) -> Release:
    """What may be shown of this vote.

    People are judged by their own answers to this question: whoever chose a level. In the room,
    with consent, counts are shown from the room's minimum up; without consent the stricter one
    holds there too. Outside, shares are shown from the outside minimum up, exact ones only of
    what leaves nobody among fewer than thirty exactly told, and words from the room's. What goes
    out is offered first, so that both audiences together can work out no more than one alone.

    `earlier` are the votes on this question that were closed before: a group that was published
    then counts as published now. On a sensitive question counts that tell what all but one of
    some people said become words, in the room as well: there somebody stands alone.
    """
    parts = {each.key: frozenset[object](each.members) for each in collected.groupings}
    sizes: dict[object, int] = _sizes(earlier)
    sizes |= {each.name: 0 for each in collected.groups}
    sizes |= {name: tally.known for name, tally in vote.tallies.items()}

    def may_go(offered: Sequence[str], minimum: int, before: set[_Parts]) -> list[str]:
        groups = {key: parts[key] for key in offered}
        return releasable(groups, minimum, sizes=sizes, earlier=sorted(before, key=sorted))

    strict = may_go(list(parts), collected.outside_minimum, _published(earlier, "shares"))
    exact = may_go(
        strict, max(EXACT_MINIMUM, collected.outside_minimum), _published(earlier, "exact")
    )
    in_words = may_go(
        list(dict.fromkeys((*strict, *parts))), collected.room_minimum, _published(earlier, "any")
    )
    shares: dict[str, Detail] = {key: "counts" if key in exact else "steps" for key in strict}
    room: dict[str, Detail] = dict.fromkeys(
        in_words if collected.consent else [key for key in strict if key in in_words], "counts"
    )
    outside: dict[str, Detail] = {key: shares.get(key, "words") for key in in_words}
    if sensitive:
        room, outside = (_coarsened(each, parts, vote) for each in (room, outside))
    return Release(room=room, outside=outside)


def is_sensitive(bank: Bank, indicator_id: str) -> bool:
    """Whether the question, or its domain, carries a content note or can stop everything."""
    indicator = bank.by_id[indicator_id]
    noted = indicator.content_note or bank.domain_of[indicator_id].content_note
    return bool(noted or indicator.safety_stop)


def _sizes(earlier: Sequence[Earlier]) -> dict[object, int]:
    """How many of each group there were; who is not asked any more counts as they last did."""
    return {name: tally.known for _, vote in earlier for name, tally in vote.tallies.items()}


def _published(earlier: Sequence[Earlier], what: str) -> set[_Parts]:
    """The groupings of earlier votes of which shares, exact shares or anything was shown outside;
    with anything, also what the room saw.
    """
    found: set[_Parts] = set()
    for collected, vote in earlier:
        for grouping in collected.groupings:
            told = {
                "shares": vote.shown(grouping, "outside") is not None,
                "exact": vote.exact(grouping, "outside"),
                "any": vote.worded(grouping, "outside") or vote.worded(grouping, "room"),
            }
            if told[what]:
                found.add(frozenset(grouping.members))
    return found


def _coarsened(
    shown: Mapping[str, Detail], parts: Mapping[str, _Parts], vote: Vote
) -> dict[str, Detail]:
    """Words instead of shares, wherever these would tell what nearly all of some people said.

    What can be worked out counts as if it were shown. First groups lose their shares; then
    everyone does.
    """
    found = dict(shown)
    counts = {name: tally.levels for name, tally in vote.tallies.items() if tally.known}
    for losing in ([key for key in found if key != EVERYONE], [EVERYONE]):
        still = {
            key: [str(part) for part in parts[key] if part in counts]
            for key, detail in found.items()
            if detail != "words"
        }
        if tells_nearly_all(still, counts):
            found.update({key: "words" for key in losing if key in still})
    return found
