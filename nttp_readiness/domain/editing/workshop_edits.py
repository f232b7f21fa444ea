"""Every way in which collected answers can change, as pure functions like those in `edits`.

Nothing gets out of a tally again: there is no function that takes one person's answers back.
`EditError` says in a sentence why a change is not possible.
"""

from __future__ import annotations

import datetime as dt
import secrets
from collections import Counter
from collections.abc import Mapping, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM, ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import (
    MOST_GROUPS,
    MOST_REASONS,
    MOST_ROUNDS,
    MOST_VOTES,
    Group,
    Question,
    Round,
    Tally,
    Vote,
    Workshop,
)
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.ballots import Ballot, BallotBox, TallyKey, tally_of
from nttp_readiness.domain.editing.counting import (
    open_vote,
    refusal,
    title_of,
    with_added,
    with_question,
    with_tally,
)
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.group.release import decide, is_sensitive
from nttp_readiness.errors import EditError
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


def tally(assessment: Assessment, group: str, counts: Mapping[str, Tally]) -> Assessment:
    """Enter counts of cards, hands or paper; typed again they replace what was typed before."""
    collected = open_round(assessment)
    for question, given in counts.items():
        vote = open_vote(assessment, collected, group, question)
        was = vote.tallies.get(group)
        if was is not None and not was.by_hand:
            raise refusal(
                tr("“{name}” answered “{title}” by ballot, so counts cannot replace these answers.")
                .format(title=title_of(assessment, question), name=group)
            )  # fmt: skip
        made = changed(given, by_hand=True)
        collected = with_tally(assessment, collected, group, question, made)
    return with_round(assessment, collected)


def add_ballots(assessment: Assessment, ballots: Sequence[Ballot]) -> Assessment:
    """Count these ballots, all of them or none. Their order leaves no trace.

    The questions that the round still collects get an answer of each; one that a ballot leaves
    open counts as no answer.
    """
    collected = open_round(assessment)
    for ballot in ballots:
        check_ballot(assessment, ballot)
    added: dict[TallyKey, Tally] = {}
    asked = open_questions(assessment)
    if not asked:
        raise refusal(tr("Every question of this round is closed, so nothing more is counted."))
    for question in asked:
        for name in sorted({each.group for each in ballots}):
            slips = tuple(b.answers.get(question) for b in ballots if b.group == name)
            added[question, name] = tally_of(slips)
    return with_round(assessment, with_added(assessment, collected, added))


def add_from_box(
    assessment: Assessment, box: BallotBox, *, everything: bool = False, of: str = ""
) -> tuple[Assessment, BallotBox]:
    """Write down what the box may give away by now: see `BallotBox.taken`."""
    left, added = box.taken(everything=everything, of=of)
    if not added:
        return assessment, box
    collected = open_round(assessment)
    return with_round(assessment, with_added(assessment, collected, added)), left


def close_question(
    assessment: Assessment, indicator_id: str, reasons: Sequence[str] = ()
) -> Assessment:
    """Close the vote on a question, decide what may be shown of it, and freeze its counts.

    `reasons` are what people wrote beside their answers, besides those that came with files. They
    stay with the vote where the room may see everyone's counts, in the order of the alphabet; else
    nothing of them is kept.
    """
    collected = open_round(assessment)
    question = collected.questions.get(indicator_id)
    if question is None or not question.vote.people:
        raise refusal(tr("Nobody has answered this question yet."))
    if question.vote.closed:
        return assessment
    closed = _closed(assessment, collected, indicator_id, question, reasons)
    return with_round(assessment, with_question(assessment, collected, indicator_id, closed))


def vote_again(assessment: Assessment, indicator_id: str) -> Assessment:
    """Open a second vote on a question that was talked about. There is no third.

    What was agreed stands until another level is agreed.
    """
    collected = open_round(assessment)
    question = collected.questions.get(indicator_id)
    if question is None or not question.vote.closed:
        raise refusal(tr("This question has not been looked at yet."))
    if len(question.votes) >= MOST_VOTES:
        raise refusal(
            tr("People have voted on this question twice, which is the limit."),
            tr("Agree a level now, and keep the other view in a sentence."),
        )
    again = changed(question, votes=(*question.votes, Vote()))
    return with_round(assessment, with_question(assessment, collected, indicator_id, again))


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
                _closed(assessment, collected, key, question)
            )  # fmt: skip
        collected = with_question(assessment, collected, key, made)
    return with_round(assessment, changed(collected, closed=today))


def agree(
    assessment: Assessment, indicator_id: str, level: Level | None, *, minority: str | None = None
) -> Assessment:
    """Note the level that was agreed, and the view that is kept beside it.

    The assessment's own answer stays as it is until somebody says `adopt`.
    """
    if assessment.workshop is None:
        raise no_round()
    collected = assessment.workshop.round
    question = collected.questions.get(indicator_id)
    if question is None or not question.closed:
        raise refusal(tr("This question has not been looked at yet."))
    kept = question.minority if minority is None else minority
    made = changed(question, agreed=level, minority=kept)
    return with_round(assessment, with_question(assessment, collected, indicator_id, made))


def note_words(
    assessment: Assessment, indicator_id: str, *, evidence: str, strengths: str, improve: str
) -> Assessment:
    """Keep what the room has seen, what is strong and what to improve, beside the agreed level."""
    if assessment.workshop is None:
        raise no_round()
    collected = assessment.workshop.round
    question = collected.questions.get(indicator_id)
    if question is None or not question.closed:
        raise refusal(tr("This question has not been looked at yet."))
    made = changed(
        question, evidence=evidence.strip(), strengths=strengths.strip(), improve=improve.strip()
    )
    return with_round(assessment, with_question(assessment, collected, indicator_id, made))


def note_action(assessment: Assessment, key: str) -> Assessment:
    """Keep that an action was made in the room, for the record."""
    if assessment.workshop is None or key in assessment.workshop.round.actions:
        return assessment
    collected = assessment.workshop.round
    return with_round(assessment, changed(collected, actions=(*collected.actions, key)))


def adopt(assessment: Assessment, indicator_id: str) -> Assessment:
    """Make the agreed level the assessment's answer; the counts stay beside it."""
    workshop = assessment.workshop
    question = workshop.round.questions.get(indicator_id) if workshop else None
    if question is None or question.agreed is None:
        raise refusal(tr("No level has been agreed for this question yet."))
    return edits.answer(assessment, indicator_id, question.agreed)


def open_questions(assessment: Assessment) -> tuple[str, ...]:
    """The questions of the route on which the round still collects, in the order of the bank.

    After the first reveal these are the ones without a closed vote, and those voted on again.
    """
    if assessment.workshop is None or assessment.workshop.round.closed is not None:
        return ()
    known = assessment.workshop.round.questions
    return tuple(
        each.id
        for each in assessment.asked
        if each.id not in known or not known[each.id].vote.closed
    )


def check_ballot(assessment: Assessment, ballot: Ballot) -> None:
    """EditError where the bank does not allow one of the answers."""
    for key, choice in ballot.answers.items():
        indicator = assessment.bank.by_id.get(key)
        if indicator is None:
            raise refusal(tr("This question is not in this assessment."))
        if choice == "not_relevant" and indicator.foundation:
            raise refusal(
                tr("“{title}” is a foundation, so “Not relevant to us” cannot be chosen.").format(
                    title=indicator.title
                )
            )


def open_round(assessment: Assessment) -> Round:
    """The round that still collects. EditError where there is none."""
    if assessment.workshop is None:
        raise no_round()
    if assessment.workshop.round.closed is not None:
        raise refusal(
            tr("This round is closed, so its counts can no longer change."),
            tr("Late answers belong to the next round."),
        )
    return assessment.workshop.round


def with_round(assessment: Assessment, collected: Round) -> Assessment:
    """The assessment with another latest round; only the functions for changes call this."""
    workshop = assessment.workshop
    if workshop is None:
        raise no_round()
    return changed(
        assessment, workshop=changed(workshop, rounds=(*workshop.rounds[:-1], collected))
    )


def no_round() -> EditError:
    """What is said where nobody has begun to collect."""
    return refusal(
        tr(
            "Nobody is being asked in this assessment yet. Begin on the page “Prepare the"
            " workshop”."
        ),
        tr("First say which groups you ask, and how many people are in each."),
    )


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


def _closed(
    assessment: Assessment,
    collected: Round,
    indicator_id: str,
    question: Question,
    reasons: Sequence[str] = (),
) -> Question:
    rounds = assessment.workshop.rounds if assessment.workshop else ()
    earlier = [
        (each, vote)
        for each in (*(before for before in rounds if before.number < collected.number), collected)
        if indicator_id in each.questions
        for vote in each.questions[indicator_id].closed
    ]
    sensitive = is_sensitive(assessment.bank, indicator_id)
    release = decide(collected, question.vote, sensitive=sensitive, earlier=earlier)
    vote = changed(question.vote, release=release, reasons=())
    said = tuple(sorted((*question.vote.reasons, *reasons)))[:MOST_REASONS]
    if said and vote.shown(collected.groupings[0], "room") is not None:
        vote = changed(vote, reasons=said)
    return changed(question, votes=(*question.votes[:-1], vote))
