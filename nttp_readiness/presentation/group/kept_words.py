"""What is said of ballots that are not in the file yet: how many, where they are, and who answers
again after the program stopped.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from nttp_readiness.domain.answers.workshop import Poll, PollKind
from nttp_readiness.domain.editing.ballots import TOGETHER, BallotBox
from nttp_readiness.domain.editing.waiting import BroughtBack
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.poll_words import poll_name


def not_in_file(box: BallotBox, polls: Iterable[Poll] = ()) -> str:
    """What the foot says instead of Saved; empty where every ballot is in the file, and every
    answer to a short question.
    """
    if box.waiting:
        return trn("{n} ballot not in the file", "{n} ballots not in the file", box.waiting)
    short = sum(each.people for each in polls)
    if not short:
        return ""
    return trn("{n} short answer not in the file", "{n} short answers not in the file", short)


def waiting_words(box: BallotBox) -> str:
    """Why ballots wait, and what would become of them if the program stopped; empty without any."""
    said = _ballots_words(box) if box.waiting else []
    reasons = sum(map(len, box.reasons.values()))
    if reasons:
        said.append(
            trn(
                "{n} sentence of reason is kept in memory. It is written down when you pause, if"
                " five or more have answered its question since the last time; otherwise it is"
                " gone when the program ends.",
                (
                    "{n} sentences of reason are kept in memory. They are written down when you"
                    " pause, if five or more have answered their question since the last time;"
                    " otherwise they are gone when the program ends."
                ),
                reasons,
            )
        )
    return " ".join(said)


def _ballots_words(box: BallotBox) -> list[str]:
    said = [
        trn(
            "{n} ballot is not in the file yet. At least five are written at a time, so"
            " that the file never shows what one person answered.",
            (
                "{n} ballots are not in the file yet. At least five are written at a time, so"
                " that the file never shows what one person answered."
            ),
            box.waiting,
        )
    ]
    few = at_risk(box)
    if few < box.waiting:
        said.append(tr("Until then, counts of five or more are kept on this computer."))
    if few:
        said.append(
            trn(
                "If the program stopped now, {n} person would have to answer again.",
                "If the program stopped now, {n} people would have to answer again.",
                few,
            )
        )
    said.append(
        tr(
            "Closing a question writes what people answered to it; closing the round or this"
            " assessment writes all."
        )
    )
    return said


def at_risk(box: BallotBox) -> int:
    """How many ballots would be lost with the program."""
    most: dict[str, int] = {}
    for (_, group), slips in box.slips.items():
        if len(slips) < TOGETHER:
            most[group] = max(most.get(group, 0), len(slips))
    return sum(most.values())


def write_now_words(box: BallotBox) -> str:
    """What is asked before fewer than five ballots are written down."""
    return trn(
        "{n} ballot would be written into the file from a group in which fewer than"
        " five are waiting. Anyone who has the file could nearly tell what those people"
        " answered. If it is not written and the program stops, they have to answer"
        " again.",
        (
            "{n} ballots would be written into the file from groups in which fewer than"
            " five are waiting. Anyone who has the file could nearly tell what those people"
            " answered. If they are not written and the program stops, they have to answer"
            " again."
        ),
        at_risk(box),
    )


def brought_back_words(found: BroughtBack) -> str:
    """What became of what waited when the program stopped; empty where nothing did."""
    said, back = [], found.box.waiting
    if back:
        said.append(
            trn(
                "The program stopped while ballots were waiting. {n} was brought back and counts.",
                (
                    "The program stopped while ballots were waiting. {n} were brought back and"
                    " count."
                ),
                back,
            )
        )
    said += [
        trn(
            "“{name}”: {n} answer was brought back.", "“{name}”: {n} answers were brought back.",
            each.people, name=poll_name(kind),
        )
        for kind, each in found.polls.items()
    ]  # fmt: skip
    said.append(again_words(found.again, found.asked_again))
    return " ".join(filter(None, said))


def again_words(again: Mapping[str, int], asked_again: Mapping[PollKind, int]) -> str:
    """Who must be told that their answers are gone; empty where nobody."""
    said = [_ballots_again(again)] if again else []
    said += [
        trn(
            "“{name}” had {n} answer, too few to keep. Please ask it again.",
            "“{name}” had {n} answers, too few to keep. Please ask it again.",
            count, name=poll_name(kind),
        )
        for kind, count in asked_again.items()
    ]  # fmt: skip
    return " ".join(said)


def _ballots_again(again: Mapping[str, int]) -> str:
    who = "; ".join(
        trn("{name}: {n} person", "{name}: {n} people", count, name=name)
        for name, count in again.items()
    )
    return tr(
        "Not kept, because fewer than five of a group had answered since ballots were"
        " last written: {who}. Please tell these groups, and ask those who answered"
        " last to answer again."
    ).format(who=who)


def could_not_be_kept(why: str) -> str:
    """That what waits is in memory alone."""
    return tr(
        "Waiting ballots could not be kept on this computer: {why} They are lost if"
        " the program stops. Press “Write them down now” on Collect answers before a"
        " break."
    ).format(why=why)
