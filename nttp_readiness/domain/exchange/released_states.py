"""Earlier states of a document that lead behind no closed vote, and give no ballot away.

Ballots are counted five at a time, but somebody may pause after the sixth, or hand in a single
answer file. A state from before beside one from after would then say what one person answered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Question, Round, Tally, Vote, Workshop
from nttp_readiness.domain.editing.edits import changed

Fixed = Mapping[object, Tally | Vote | bool]


def fixed_counts(assessment: Assessment) -> Fixed:
    """What no way back leads behind: tallies of ballots and answer files, and closed votes.

    Counts that somebody typed can be typed again until they are looked at.
    """
    return dict(_fixed(assessment.workshop)) if assessment.workshop is not None else {}


def with_present_counts(earlier: Assessment, now: Assessment) -> Assessment:
    """The earlier state with the votes of now; itself where nothing fixed is another in it.

    What was agreed and which views were kept stays as it was then. A state from before the workshop
    has no tally, and stays as it is.
    """
    then, latest = earlier.workshop, now.workshop
    if then is None or latest is None or fixed_counts(earlier) == fixed_counts(now):
        return earlier
    known = {each.number: each for each in then.rounds}
    rounds = tuple(_as_then(each, known.get(each.number)) for each in latest.rounds)
    return changed(earlier, workshop=changed(latest, rounds=rounds))


def thaws(after: Assessment, before: Assessment) -> bool:
    """Whether something that is closed in `before` is open, or another, in `after`."""
    kept = fixed_counts(after)
    return any(
        key not in kept or kept[key] != value
        for key, value in fixed_counts(before).items()
        if not isinstance(value, Tally)
    )


def _as_then(now: Round, then: Round | None) -> Round:
    if then is None:
        return now
    return changed(
        now,
        questions={
            key: _agreed_as_then(each, then.questions.get(key))
            for key, each in now.questions.items()
        },
    )


def _agreed_as_then(now: Question, then: Question | None) -> Question:
    if then is None or not then.closed:
        return changed(now, agreed=None, minority="")
    return changed(now, agreed=then.agreed, minority=then.minority)


def _fixed(workshop: Workshop) -> Iterator[tuple[object, Tally | Vote | bool]]:
    for collected in workshop.rounds:
        if collected.closed is not None:
            yield collected.number, True
        for key, question in collected.questions.items():
            for number, vote in enumerate(question.votes):
                place = (collected.number, key, number)
                if vote.closed:
                    yield place, vote
                    continue
                for name, tally in vote.tallies.items():
                    if not tally.by_hand:
                        yield (*place, name), tally
