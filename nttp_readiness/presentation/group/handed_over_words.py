"""What is said of answer files and of what other laptops collected."""

from __future__ import annotations

from nttp_readiness.domain.answers.minimums import ROOM_MINIMUM
from nttp_readiness.i18n import tr, trn


def imported_words(added: int, already: int) -> str:
    """What became of answer files."""
    said = [
        trn("{n} answer file was counted.", "{n} answer files were counted.", added),
        trn(
            "{n} had been counted before, so it was left as it was.",
            "{n} had been counted before, so they were left as they were.",
            already,
        )
        if already
        else "",
    ]
    return " ".join(each for each in said if each)


def refused_words(count: int) -> str:
    """How many files were not counted, before a line for each; empty where all were."""
    return trn("{n} was not counted:", "{n} were not counted:", count) if count else ""


def collection_saved_words(name: str, people: int, left_out: int = 0) -> str:
    """What to do with what came in on this laptop, and how many sentences beside answers are not in
    it.
    """
    said = trn(
        "{file} has the counts of {n} person. Add it on the facilitator’s laptop, then"
        " delete it there and here. It can be counted only once, so save it when"
        " everybody here has answered.",
        (
            "{file} has the counts of {n} people. Add it on the facilitator’s laptop, then"
            " delete it there and here. It can be counted only once, so save it when"
            " everybody here has answered."
        ),
        people,
        file=name,
    )
    parts = [said]
    if people < ROOM_MINIMUM:
        parts.append(tr("Anyone who opens it could nearly tell what so few people answered."))
    if left_out:
        parts.append(reasons_left_out_words(left_out))
    return " ".join(parts)


def reasons_left_out_words(count: int) -> str:
    """That sentences beside answers go nowhere, as they would tell too much."""
    return trn(
        "{n} reason is left out, because fewer than five answered its question at once.",
        ("{n} reasons are left out, because fewer than five answered their questions at once."),
        count,
    )


def laptops_words(people: int, already: int) -> str:
    """What became of collections of other laptops."""
    said = [
        trn(
            "{n} person from other laptops was counted.",
            "{n} people from other laptops were counted.",
            people,
        )
    ]
    if already:
        said.append(
            trn(
                "{n} collection had been added before.",
                "{n} collections had been added before.",
                already,
            )
        )
    return " ".join(said)


def few_files_words(count: int) -> str:
    """What is asked before so few answer files are counted that they could be told apart; empty
    where there are enough, or none.
    """
    if not 0 < count < ROOM_MINIMUM:
        return ""
    return trn(
        "{n} answer file would be counted. That is fewer than five at once, so someone"
        " with an older copy of this assessment could work out what it says. It is"
        " safer to add them all together.",
        (
            "{n} answer files would be counted. That is fewer than five at once, so"
            " someone with an older copy of this assessment could work out what they say."
            " It is safer to add them all together."
        ),
        count,
    )


def nothing_found_words() -> str:
    return tr(
        "There is no answer file in what you chose. The names of answer files end in .answers."
    )


def not_counted_words(name: str, why: str) -> str:
    """A line on an answer file that was not counted."""
    return tr("{name}: {why}").format(name=name, why=why)
