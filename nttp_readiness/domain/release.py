"""The one decision on what may be shown of a vote, made when it closes and saved with it.

Every screen, report, export and command asks the saved decision; nothing decides again.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from nttp_readiness.domain.bank import Bank
from nttp_readiness.domain.disclosure import derivable, nearly_all_alike, releasable
from nttp_readiness.domain.workshop import EVERYONE, Detail, Grouping, Release, Round, Vote

People = Mapping[str, Collection[object]]


def decide(collected: Round, vote: Vote, *, sensitive: bool) -> Release:
    """What may be shown of this vote.

    People are judged by their own answers to this question: whoever chose a level. In the room,
    with consent, counts are shown from the room's minimum up; without consent the stricter one
    holds there too. Outside, counts are shown from the outside minimum up, and words from the
    room's. On a sensitive question counts from which one could tell everybody's answer are not
    shown of groups, and outside not of everyone either.
    """
    people = {each.key: _people(vote, each) for each in collected.groupings}
    strict = releasable(people, collected.outside_minimum)
    loose = releasable(people, collected.room_minimum)
    first = {key: people[key] for key in (*strict, *people)}
    in_words = releasable(first, collected.room_minimum)
    room = dict.fromkeys(loose if collected.consent else strict, "counts")
    outside = {key: "counts" if key in strict else "words" for key in in_words}
    made = Release.model_validate({"room": room, "outside": outside})
    if not sensitive:
        return made
    return Release(
        room=_coarsened(made.room, people, vote, spared=EVERYONE),
        outside=_coarsened(made.outside, people, vote, spared=""),
    )


def is_sensitive(bank: Bank, indicator_id: str) -> bool:
    """Whether the question, or its domain, carries a content note or can stop everything."""
    indicator = bank.by_id[indicator_id]
    noted = indicator.content_note or bank.domain_of[indicator_id].content_note
    return bool(noted or indicator.safety_stop)


def _coarsened(
    shown: Mapping[str, Detail], people: People, vote: Vote, *, spared: str
) -> dict[str, Detail]:
    """Words instead of counts, wherever the counts would tell what nearly all of some people said.

    What can be worked out counts as if it were shown. First groups lose their counts; then, unless
    it is spared, everyone does.
    """
    found = dict(shown)
    counted = [key for key, detail in found.items() if detail == "counts"]
    for losing in ([key for key in counted if key != EVERYONE], [EVERYONE]):
        still = {key: people[key] for key in counted if found[key] == "counts"}
        told = [each for each in derivable(still) if nearly_all_alike(_counts(vote, each))]
        if spared:
            told = [each for each in told if each != people.get(spared)]
        if told:
            found.update({key: "words" for key in losing if key in still})
    return found


def _people(vote: Vote, grouping: Grouping) -> frozenset[object]:
    """Stand-ins for those who chose a level: a group's name and a number, for no person."""
    return frozenset(
        (name, number)
        for name in grouping.members
        if name in vote.tallies
        for number in range(vote.tallies[name].known)
    )


def _counts(vote: Vote, people: Collection[object]) -> list[int]:
    """The counts of whole groups, given by their stand-ins."""
    names = {each[0] for each in people if isinstance(each, tuple)}
    return [sum(vote.tallies[name].levels[level] for name in names) for level in range(5)]
