"""What is said of ballots that are not in the file yet: how many, where they are, and who answers
again after the program stopped.
"""

from __future__ import annotations

from collections.abc import Mapping

from nttp_readiness.domain.editing.ballots import TOGETHER, BallotBox
from nttp_readiness.i18n import tr, trn


def not_in_file(box: BallotBox) -> str:
    """What the foot says instead of Saved; empty where every ballot is in the file."""
    if not box.waiting:
        return ""
    return trn("{n} ballot not in the file", "{n} ballots not in the file", box.waiting)


def waiting_words(box: BallotBox) -> str:
    """Why ballots wait, and what would become of them if the program stopped; empty without any."""
    if not box.waiting:
        return ""
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
    said.append(tr("They are written when you close a question, the round or this assessment."))
    return " ".join(said)


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


def brought_back_words(back: int, again: Mapping[str, int]) -> str:
    """What became of ballots that waited when the program stopped; empty where none did."""
    said = []
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
    if again:
        said.append(again_words(again))
    return " ".join(said)


def again_words(again: Mapping[str, int]) -> str:
    """Who must be told that their answers are gone; empty where nobody."""
    if not again:
        return ""
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
