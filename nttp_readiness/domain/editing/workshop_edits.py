"""Every way in which a round of collecting answers can change, as pure functions like `edits`.

What is counted in it is in `vote_edits`, what a group settles in `agreement_edits`. `EditError`
says in a sentence why a change is not possible.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM, ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import MOST_GROUPS, MOST_ROUNDS, Group, Round, Workshop
from nttp_readiness.domain.editing.counting import refusal, with_question
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import open_round, with_round
from nttp_readiness.domain.editing.vote_edits import closed_question
from nttp_readiness.i18n import tr, trn


def start_round(
    assessment: Assessment,
    groups: Sequence[Group],
    *,
    today: dt.date,
    consent: bool = False,
    part_of_larger: bool = False,
) -> Assessment:
    """Begin to collect answers from these groups. `consent`: the room agreed to see counts;
    `part_of_larger`: they stand for more people than themselves.

    Minimums are the program's own again, and consent is asked for anew: what the people of an
    earlier round agreed to was theirs.
    """
    before = assessment.workshop
    if before is not None and before.round.closed is None:
        raise refusal(
            tr("Answers are being collected already."), tr("Please close that round first.")
        )
    if before is not None and len(before.rounds) >= MOST_ROUNDS:
        raise refusal(
            tr("This assessment has no room for another round."),
            tr("Please start a new assessment."),
        )
    _check_groups(assessment, groups, part_of_larger=part_of_larger)
    rounds = before.rounds if before else ()
    fresh = Round(
        number=len(rounds) + 1, opened=today, groups=tuple(groups), consent=consent,
        consented=today if consent else None, part_of_larger=part_of_larger,
    )  # fmt: skip
    key = before.key if before else secrets.token_hex(32)
    return changed(assessment, workshop=Workshop(key=key, rounds=(*rounds, fresh)))


def set_groups(assessment: Assessment, groups: Sequence[Group]) -> Assessment:
    """Change who is asked. Groups can be added until the first counts are seen.

    Once a group's answers have begun to come in, it stays as it is.
    """
    collected = open_round(assessment)
    if collected.looked_at:
        raise refusal(
            tr("Some counts have been shown already, so the groups stay as they are."),
            tr("A new round can have other groups."),
        )
    begun = {name for each in collected.questions.values() for name in each.vote.tallies}
    for group in collected.groups:
        if group.name in begun and group not in groups:
            raise refusal(
                tr("The group “{name}” has answered, so it can no longer be changed.").format(
                    name=group.name
                )
            )
    _check_groups(assessment, groups, part_of_larger=collected.part_of_larger)
    return with_round(assessment, changed(collected, groups=tuple(groups)))


def together(groups: Sequence[Group], name: str) -> tuple[Group, ...]:
    """The groups with those of fewer than five people as one under that name, at the end."""
    few = [each for each in groups if 0 < each.size < ROOM_MINIMUM]
    if len(few) < 2:
        return tuple(groups)
    one = Group(name=name, size=sum(each.size for each in few))
    return (*(each for each in groups if each not in few and each.name != name), one)


def give_consent(assessment: Assessment, today: dt.date | None = None) -> Assessment:
    """Note that the people in the room agreed to see counts there, from the next reveal on."""
    made = changed(open_round(assessment), consent=True, consented=today)
    return with_round(assessment, made)


def withdraw_consent(assessment: Assessment) -> Assessment:
    """Note that they do not agree any more, from the next reveal on: always possible, as it only
    ever shows less.
    """
    return with_round(assessment, changed(open_round(assessment), consent=False, consented=None))


def set_minimums(
    assessment: Assessment, *, room: int | None = None, outside: int | None = None
) -> Assessment:
    """Show counts from so many answers up: any number that protects people until the first answer
    is in, and from then on only ever a larger one.
    """
    collected = open_round(assessment)
    now_room = collected.room_minimum if room is None else room
    now_outside = max(collected.outside_minimum if outside is None else outside, now_room)
    lower = now_room < collected.room_minimum or now_outside < collected.outside_minimum
    if (
        now_room < ROOM_MINIMUM
        or now_outside < OUTSIDE_MINIMUM
        or (lower and (collected.people or collected.polls))
    ):
        raise refusal(
            tr("The smallest number of answers shown cannot be lowered now."),
            tr("It is {room} in the room and {outside} outside it.").format(
                room=collected.room_minimum, outside=collected.outside_minimum
            ),
        )
    return with_round(
        assessment, changed(collected, room_minimum=now_room, outside_minimum=now_outside)
    )


def close_round(assessment: Assessment, *, today: dt.date) -> Assessment:
    """Close every vote that has answers, and freeze the round: late answers belong to the next."""
    collected = open_round(assessment)
    if not collected.people:
        raise refusal(tr("Nobody has answered yet, so there is nothing to close."))
    for key, question in collected.questions.items():
        if not question.vote.people:
            rest = question.votes[:-1]
            made = changed(question, votes=rest) if rest else None
        else:
            made = question if question.vote.closed else (
                closed_question(assessment, collected, key, question)
            )  # fmt: skip
        collected = with_question(assessment, collected, key, made)
    return with_round(assessment, changed(collected, closed=today))


def _check_groups(assessment: Assessment, groups: Sequence[Group], *, part_of_larger: bool) -> None:
    names = Counter(each.name.casefold().strip() for each in groups)
    if not groups or "" in names:
        raise refusal(tr("Each group needs a name."))
    if max(names.values()) > 1:
        raise refusal(tr("Two groups have the same name."), tr("Please give each its own."))
    if len(groups) > MOST_GROUPS:
        raise refusal(
            trn("There is room for {n} group.", "There is room for {n} groups.", MOST_GROUPS),
            tr("Please put some of them together."),
        )
    asked = sum(each.size for each in groups)
    if (
        assessment.profile.scope == "organisation"
        and not part_of_larger
        and all(each.size for each in groups)
        and asked < OUTSIDE_MINIMUM
    ):
        raise refusal(
            trn(
                "With fewer than {n} people, give one joint answer: counts of so few would"
                " show who said what.",
                (
                    "With fewer than {n} people, give one joint answer: counts of so few would"
                    " show who said what."
                ),
                OUTSIDE_MINIMUM,
            ),
            tr(
                "Please agree each answer together on Reflect. If you are some people of a larger"
                " organisation, say so below the groups."
            ),
        )
