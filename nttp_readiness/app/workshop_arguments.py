"""Counts, groups and names as they are typed on the command line."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_PEOPLE, Tally
from nttp_readiness.errors import EditError

ALL = "All"
"""The group of those who name none."""


def all_counted(pairs: list[str]) -> dict[str, Tally]:
    counts: dict[str, Tally] = {}
    for key, tally in map(_counted, pairs):
        if key in counts:
            raise EditError(
                f"“{key}” is counted twice.",
                safe="Nothing was changed.",
                cure="Please name each question once.",
            )
        counts[key] = tally
    return counts


def _counted(pair: str) -> tuple[str, Tally]:
    key, found, written = pair.partition("=")
    numbers = written.split(",")
    if not found or len(numbers) not in {5, 6} or not all(each.isdecimal() for each in numbers):
        raise EditError(
            f"“{pair}” is no count.",
            safe="Nothing was changed.",
            cure="Write ID=n0,n1,n2,n3,n4: how many chose each level from 0 to 4; a sixth number "
            "is how many were not sure.",
        )
    if any(len(each) > 6 or int(each) > MOST_PEOPLE for each in numbers):
        raise EditError(f"“{pair}” counts more people than can be.", safe="Nothing was changed.")
    zero, one, two, three, four, *rest = (int(each) for each in numbers)
    return key, Tally(levels=(zero, one, two, three, four), not_sure=rest[0] if rest else 0)


def group_name(given: str) -> str:
    name = " ".join("".join(each if each.isprintable() else " " for each in given).split())
    if not name or len(name) > 80:
        raise EditError(
            "A group, role or site needs a name of at most 80 letters.", safe="Nothing was changed."
        )
    return name


def only_group(assessment: Assessment) -> str:
    if assessment.workshop is None:
        return ALL
    names = [each.name for each in assessment.workshop.round.groups]
    if len(names) > 1:
        raise EditError(
            "Several groups are asked, so please say which one is yours.",
            cure=f"Add --group with one of these names: {', '.join(names)}.",
        )
    return names[0]
