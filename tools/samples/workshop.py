"""The sample workshop: three groups, of which one is too small to be shown.

Everything in it is invented. Leaders, the front line on the mainland and the four people of an
island office answered the foundations. One question has two camps, one domain a clear gap, and one
was voted on twice.
"""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import agreement_edits, edits, vote_edits, workshop_edits

from .steps import FOLDER

SAMPLE = FOLDER / "workshop.readiness"
DAY = dt.date(2027, 2, 18)

GROUPS = (
    Group(name="Leaders", size=12, role="Leaders"),
    Group(name="Front line, mainland", size=24, role="Front line", site="Mainland"),
    Group(name="Front line, island", size=4, role="Front line", site="Island office"),
)
Five = tuple[int, int, int, int, int]
COUNTS: dict[str, tuple[Five, Five, Five]] = {
    "LEA-1": ((0, 0, 2, 7, 3), (0, 1, 7, 13, 3), (0, 0, 1, 2, 1)),
    "LEA-2": ((0, 1, 4, 6, 1), (1, 3, 10, 8, 1), (0, 1, 2, 1, 0)),
    "WEL-1": ((0, 1, 3, 6, 2), (5, 10, 6, 2, 0), (1, 2, 1, 0, 0)),
    "WEL-2": ((0, 2, 3, 6, 1), (7, 9, 5, 3, 0), (2, 1, 1, 0, 0)),
    "WEL-3": ((0, 1, 4, 5, 1), (4, 11, 6, 2, 0), (1, 2, 0, 0, 0)),
    "POW-1": ((1, 4, 1, 5, 1), (4, 7, 1, 8, 4), (1, 1, 0, 2, 0)),
    "ACC-1": ((0, 3, 6, 3, 0), (1, 7, 10, 4, 0), (0, 2, 1, 0, 0)),
}
AGAIN: tuple[Five, Five, Five] = ((0, 2, 4, 5, 1), (2, 9, 9, 4, 0), (0, 2, 1, 1, 0))
NOT_SURE = {"LEA-2": (0, 1, 0), "WEL-1": (0, 1, 0), "WEL-3": (1, 1, 1), "ACC-1": (0, 2, 1)}


def sample(bank: Bank) -> Assessment:
    """A workshop of forty people of a service with an island office, closed that evening."""
    made = edits.new_assessment(bank, "A workshop of forty", route="foundations", today=DAY)
    made = edits.changed(made, id="c1d84f0b6e3a4d5f9b27a05e8c6d1f34")
    made = edits.set_profile(
        made,
        organisation="Strathlomond Council",
        scope="service",
        service_area="Housing",
        support_contact="Employee support, in confidence: 01632 960 417",
    )
    made = workshop_edits.start_round(made, GROUPS, today=DAY, consent=True)
    if made.workshop is not None:
        # A key of its own for each document; here one that stays the same from run to run.
        made = edits.changed(made, workshop=edits.changed(made.workshop, key="5e" * 32))
    for key, counts in COUNTS.items():
        made = _counted(made, key, counts)
        made = vote_edits.close_question(made, key)
    made = vote_edits.vote_again(made, "WEL-2")
    made = _counted(made, "WEL-2", AGAIN)
    made = vote_edits.close_question(made, "WEL-2")
    made = agreement_edits.agree(made, "LEA-1", 3)
    made = agreement_edits.agree(
        made, "WEL-2", 1, minority="Some of us have a manager who does this every time."
    )
    made = agreement_edits.agree(
        made, "POW-1", 1, minority="Where a support worker is there, it is nearer to 3."
    )
    for key in ("LEA-1", "WEL-2"):
        made = agreement_edits.adopt(made, key)
    return workshop_edits.close_round(made, today=DAY)


def _counted(made: Assessment, key: str, counts: tuple[Five, Five, Five]) -> Assessment:
    not_sure = NOT_SURE.get(key, (0, 0, 0))
    for group, levels, unsure in zip(GROUPS, counts, not_sure, strict=True):
        tally = Tally(levels=levels, not_sure=unsure)
        made = vote_edits.tally(made, group.name, {key: tally})
    return made
