"""Writes the sample assessment again, so that it follows the question bank that comes with it.

Everything in it is invented: the council, the service, its people and what they say. Run it from
the project's folder after a change to the bank: `python3 assets/samples/make_samples.py`.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from nttp_readiness import resources  # noqa: E402 - the package lies two folders up
from nttp_readiness.domain.answers.assessment import Assessment, Choice, Request, StageView  # noqa: E402
from nttp_readiness.domain.bank.bank import Bank  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.domain.plan.plan import plan_of  # noqa: E402
from nttp_readiness.storage.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.documents import fingerprint, save_document  # noqa: E402

SAMPLE = HERE / "council-service.readiness"
AGREED = dt.date(2027, 3, 12)
MID_YEAR = dt.date(2027, 6, 4)
REVIEW = dt.date(2027, 9, 10)

MORAG = "Morag Abernethy, Head of Housing"
SINE = "Sìne Nic a’ Ghobhainn, Operations Manager"
DOUGAL = "Dougal Ferrier, Housing Options Manager"
EILIDH = "Eilidh Strachan, Trauma Lead"
PRECIOUS = "Precious Adeyemi, Outreach Team Lead"
IAIN = "Iain MacAskill, Tenancy Support Lead"
CATRIONA = "Catrìona Nic Dhòmhnaill-Featherstonehaugh, Front Desk Lead"
SENGA = "Senga Petrie, Information Officer"

ANSWERS: dict[str, tuple[Choice, ...]] = {
    "LEA": (3, 3, 3, 3, 3, 2),
    "WEL": (2, 1, "not_sure", 2, 2, 2),
    "POW": (1, 2, 1, 2, "not_sure", 0),
    "ACC": (2, 2, 2, 1, 2, 3),
    "WOR": (2, 2, 2, 2, 4, 3),
    "FEE": (2, "not_sure", 2, "rather_not_say", 3),
    "SYS": (2, 3, 2, 2, "not_relevant"),
    "LRN": (3, 3, 3, 3, 2),
    "POL": (1, 2, 1, 2, "not_sure"),
    "SVC": ("not_sure", 3, 2, 3, "not_sure"),  # the sixth is still open
}

NOTES: dict[str, dict[str, str]] = {
    "LEA-1": {
        "note": "Staff in four of five offices could name the Head of Housing and say why she took "
        "this on.",
        "evidence": "Briefing of 14 January 2027; job description, section 3.",
        "evidence_kind": "two_sides",
    },
    "LEA-2": {
        "note": "The Trauma Lead has one day a week, and a deputy who has stood in twice.",
        "evidence": "Diary for November and December, our busiest months.",
        "evidence_kind": "documented",
        "confidence": "very_sure",
    },
    "LEA-3": {
        "note": "One aim stands in the housing plan: fewer people who leave before a second "
        "visit.",
    },
    "LEA-4": {
        "note": "Each team lead has one practice to try. The newest lead has had it in "
        "induction.",
    },
    "LEA-6": {
        "note": "Two teams have had the short introduction. Three are waiting until the "
        "guide on support is out.",
    },
    "WEL-1": {
        "note": "Supervision every six weeks in four teams. The out-of-hours team has "
        "none in the diary.",
        "evidence": "Supervision policy 2024; sessions lost, last two quarters.",
        "evidence_kind": "documented",
    },
    "WEL-2": {
        "note": "It happens when an experienced manager is on shift. Nothing is written down.",
        "view": "Managers and front desk together",
    },
    "WEL-3": {"note": "We did not want to answer for people who were not in the room."},
    "WEL-4": {"note": "Two vacancies, and the new allocations system in June."},
    "WEL-5": {
        "note": "Three of five team leads have had the half-day session. They meet monthly, "
        "informally.",
    },
    "WEL-6": {
        "note": "A first asking in November. The roles most exposed are listed, but the work has "
        "not changed yet. Outreach workers were not asked.",
        "evidence": "Summary of the November answers, shared with all staff.",
        "evidence_kind": "documented",
        "confidence": "fairly_sure",
    },
    "POW-1": {
        "note": "Tenants were asked to speak twice last year, with thanks but no agreed "
        "support.",
    },
    "POW-2": {
        "note": "The wording is in the handbook. Some offices are small, and people worry "
        "who would know.",
    },
    "POW-3": {"note": "The tenants’ panel comments on drafts. It has not chosen a topic yet."},
    "POW-4": {"note": "Travel is paid on the day. No payment for time yet."},
    "POW-6": {"note": "Not yet. Linked to the questions without names that we will ask all staff."},
    "ACC-1": {"note": "One page for this year. Years two and three are blank."},
    "ACC-2": {"note": "On the agenda of the housing management team, every second month."},
    "ACC-4": {
        "note": "The Trauma Lead’s day is paid from a grant that ends in March 2028.",
        "confidence": "very_sure",
    },
    "ACC-6": {
        "note": "Both teams that had the introduction went through the check first, and "
        "again after three months.",
    },
    "WOR-1": {"note": "Front desk and outreach are on the list. Repairs call handlers are not."},
    "WOR-2": {"note": "Reception had a covered hour in February, for the first time."},
    "WOR-5": {
        "note": "The local trauma champion comes to team meetings, and we use the advice.",
        "evidence": "Three changes made after advice, in the action log.",
        "evidence_kind": "two_sides",
    },
    "WOR-6": {"note": "All sessions use the national e-modules and one trained trainer."},
    "FEE-1": {"note": "One route without names. Six in ten staff used it in November."},
    "FEE-3": {"note": "We reply to complaints. We seldom say what changed."},
    "FEE-5": {"note": "Reply letters were rewritten with two people who had received them."},
    "SYS-1": {"note": "A half-page agreed with the health and social care partnership."},
    "SYS-2": {"note": "The housing plan and the homelessness strategy both point to it."},
    "SYS-4": {"note": "A named worker at the hospital discharge team. No other route yet."},
    "LRN-1": {
        "note": "Ten minutes in every monthly housing meeting, and ideas are taken up by others.",
        "evidence": "Notes of the last ten meetings.",
        "evidence_kind": "documented",
    },
    "LRN-2": {"note": "Cleaners and night staff were thanked by name in the December bulletin."},
    "LRN-4": {
        "note": "Texts with a choice of time were tried for a month in one office, then "
        "kept.",
    },
    "POL-1": {
        "note": "With staff we picked the absence policy as the first. Its wording is as "
        "before.",
    },
    "POL-2": {
        "note": "Missing one appointment no longer closes a case. Other rules have not been "
        "looked at.",
    },
    "POL-3": {"note": "All standard letters have been gathered. The one sent most is next."},
    "POL-4": {"note": "A tenant walked the main office with us, and the seating was turned round."},
    "SVC-2": {
        "note": "Everyone at the front desk has practised the short guide, evenings included.",
        "evidence": "Practice dates; contacts checked in January 2027.",
        "evidence_kind": "documented",
    },
    "SVC-3": {"note": "People choose phone, visit or text. The time is ours to set."},
    "SVC-4": {"note": "A named worker, and a planned handover when that changes."},
}  # fmt: skip
NOT_RELEVANT = "Contracts are bought for the whole council by another department."

PLAN: dict[str, dict[str, object]] = {
    "WEL-2": {
        "owner": SINE, "due": dt.date(2027, 4, 30), "review": MID_YEAR, "status": "in_progress",
        "measure": "All five offices have the page; of ten staff asked in May, eight can say what "
        "happens after a hard event.",
    },
    "POW-1": {
        "owner": DOUGAL, "due": dt.date(2027, 3, 26), "review": MID_YEAR,
        "measure": "No new requests after 26 March; the page, written with the tenants’ panel, is "
        "in use by 28 May.",
    },
    "WEL-4": {
        "owner": MORAG, "due": dt.date(2027, 4, 23), "review": MID_YEAR,
        "measure": "A list of what stops or waits, agreed with team leads and shown to all staff.",
    },
    "WEL-3": {
        "owner": EILIDH, "due": dt.date(2027, 5, 14), "review": MID_YEAR,
        "measure": "At least 40 of 62 staff reply, and the result is shared within a month, with "
        "what will change and what will not.",
    },
    "WEL-1": {"owner": SINE, "due": dt.date(2027, 6, 25), "review": REVIEW},
    "POW-2": {"owner": EILIDH, "due": dt.date(2027, 7, 30), "review": REVIEW},
    "FEE-1": {"owner": EILIDH, "due": dt.date(2027, 6, 30), "review": REVIEW},
    "ACC-1": {"owner": DOUGAL, "due": dt.date(2027, 8, 31), "review": REVIEW},
    "WOR-1": {"owner": PRECIOUS, "due": dt.date(2027, 8, 31), "review": REVIEW},
    "SVC-5": {"owner": IAIN, "due": dt.date(2027, 9, 30), "review": REVIEW},
    "FEE-2": {"owner": IAIN, "due": dt.date(2027, 9, 10), "review": REVIEW},
    "POL-3": {
        "owner": SENGA, "due": dt.date(2027, 10, 29), "review": REVIEW, "status": "in_progress",
    },
    "POW-6": {"due": dt.date(2028, 2, 25), "review": REVIEW},
    "POL-1": {
        "owner": CATRIONA, "due": dt.date(2027, 9, 30), "review": REVIEW, "status": "paused",
        "notes": "Waits for action 4.",
    },
}  # fmt: skip

ASKS = (
    Request(
        id="corporate",
        who="Corporate leadership team",
        request="A decision that the new allocations system can start six weeks later.",
        why="Our teams have no room for both at once.",
        asker=MORAG,
        how="by letter to the Chief Executive",
        by=dt.date(2027, 4, 23),
        status="asked",
    ),
    Request(
        id="people",
        who="Human resources and trade unions",
        request="One named contact for the page on support after hard events, and a quick read of "
        "its wording.",
        why="Support has to be the same whoever is on shift.",
        asker=SINE,
        how="at the joint meeting",
        by=dt.date(2027, 3, 18),
        status="answered",
        answer="One contact is named. They read the page within a week of getting it.",
    ),
)


def sample(bank: Bank) -> Assessment:
    """Housing Options in the council of Strathlomond, on the full route, with an agreed plan."""
    made = edits.new_assessment(bank, "Housing Options", today=dt.date(2027, 3, 5))
    made = edits.changed(made, id="5a3e0d1c9b7f4e62a8d0c4b6f1e29370")
    made = edits.set_profile(
        made,
        organisation="Strathlomond Council",
        scope="service",
        service_area="Housing",
        audience="Housing leadership team, and every member of staff",
        support_contact="Employee support, in confidence: 01632 960 417",
        review=REVIEW,
        agreed=AGREED,
    )
    for code, choices in ANSWERS.items():
        for number, choice in enumerate(choices, start=1):
            reason = NOT_RELEVANT if choice == "not_relevant" else ""
            made = edits.answer(made, f"{code}-{number}", choice, reason)
    for key, words in NOTES.items():
        made = edits.write_beside(made, key, **words)
    made = _planned(made)
    made = edits.set_asks(made, ASKS)
    view = StageView(stage="build_foundations", computed="build_foundations", on=AGREED)
    return edits.set_stage_view(made, view)


def _planned(made: Assessment) -> Assessment:
    for key, fields in PLAN.items():
        made = edits.change_action(made, _action_for(made, key), **fields)
    made = edits.move_action(made, _action_for(made, "WEL-4"), "now", 2)
    made = edits.move_action(made, _action_for(made, "WEL-3"), "now", 3)
    made = edits.add_action(made, "Offer our ten minutes of shared learning to outreach", "now")
    made = edits.change_action(
        made,
        "own/1",
        owner=PRECIOUS,
        due=dt.date(2027, 5, 28),
        review=REVIEW,
        indicators=("LRN-1",),
        details="Invite the homelessness outreach team into the monthly meeting. They asked to "
        "join.",
        measure="Outreach takes part in two meetings, and takes up or offers one idea.",
        effort=1,
    )
    for place, key in enumerate(("WEL-1", "FEE-1", "POW-2", "ACC-1", "WOR-1", "FEE-2")):
        made = edits.move_action(made, _action_for(made, key), "next", place)
    for key in ("POL-3", "POL-1", "POW-6"):
        made = edits.move_action(made, _action_for(made, key), "later")
    return edits.drop_action(made, _action_for(made, "LEA-6"), "Too soon.")


def _action_for(made: Assessment, indicator_id: str) -> str:
    """The id of the action that this question suggests, whatever the bank calls it."""
    return next(
        each.action.id
        for each in plan_of(made).live
        if each.suggestion is not None and each.suggestion.indicator == indicator_id
    )


def main() -> None:
    """Write the sample over the one that lies there."""
    bank = read_bank(resources.question_banks() / "nttp-roadmap")
    save_document(SAMPLE, sample(bank), expected=fingerprint(SAMPLE))


if __name__ == "__main__":
    main()
