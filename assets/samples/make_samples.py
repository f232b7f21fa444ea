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
from nttp_readiness.domain.answers.assessment import Assessment, Choice, Reach, Request, StageView  # noqa: E402
from nttp_readiness.domain.answers.evidence import EvidenceChanges  # noqa: E402
from nttp_readiness.domain.bank.bank import Bank  # noqa: E402
from nttp_readiness.domain.editing import edits, evidence_edits  # noqa: E402
from nttp_readiness.domain.plan.plan import plan_of  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.documents.documents import fingerprint, save_document  # noqa: E402

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

ANSWERS: dict[str, tuple[Choice | None, ...]] = {
    "LEA": (3, 3, 3, 3, 3, 2),
    "WEL": (2, 1, "not_sure", 2, 2, 2, 2),
    "POW": (1, 2, 1, 2, "not_sure", 0),
    "ACC": (2, 2, 2, 1, 2, 3),
    "WOR": (2, 2, 2, 2, 4, 3),
    "FEE": (2, "not_sure", 2, "rather_not_say", 3, 2),
    "SYS": (2, 3, 2, 2, "not_relevant"),
    "LRN": (3, 3, 3, 3, 2),
    "POL": (1, 2, 1, 2, "not_sure", 1),
    "SVC": ("not_sure", 3, 2, 3, "not_sure", None, 2),  # the sixth is still open
}

NOTES: dict[str, dict[str, object]] = {
    "LEA-1": {
        "note": "In four of our five teams whoever was asked could name the Head of Housing, the "
        "out-of-hours team among them. Repairs call handlers could not.",
        "evidence": "Two people asked in each team; job description, section 3.",
        "evidence_kind": "two_sides",
        "reach": Reach(n=4, of=5),
    },
    "LEA-2": {
        "note": "The Trauma Lead has one day a week. Of the last ten weeks nine days were kept, "
        "the week of the floods too.",
        "evidence": "Diary of the last ten weeks.",
        "evidence_kind": "documented",
        "confidence": "very_sure",
        "reach": Reach(n=9, of=10),
    },
    "LEA-3": {
        "note": "The reason stands in the housing plan, our main one, in the homelessness strategy "
        "and in the budget paper. The repairs plan is without it.",
        "reach": Reach(n=3, of=4),
    },
    "LEA-4": {
        "note": "Four of five team leads have one practice of their own to try, agreed with the "
        "Trauma Lead, who looks in each month. The out-of-hours lead is one of them.",
        "reach": Reach(n=4, of=5),
    },
    "LEA-5": {
        "note": "We asked ten staff about the last three decisions. Seven had been asked "
        "beforehand, two of them on nights.",
        "view": "Ten staff across five teams, by choice",
    },
    "LEA-6": {
        "note": "The front desk keeps ten minutes of its weekly meeting for it. The other teams "
        "are waiting until the guide on support is out.",
        "reach": Reach(n=1, of=5),
    },
    "WEL-1": {
        "note": "Supervision goes ahead every six weeks, in working hours, in three teams. The "
        "out-of-hours team has none in the diary.",
        "evidence": "Supervision policy; sessions held, last two quarters.",
        "evidence_kind": "documented",
        "reach": Reach(n=3, of=5),
    },
    "WEL-2": {
        "note": "It happens when an experienced manager is on shift. Nothing is agreed or written "
        "down.",
        "view": "Managers and front desk together",
    },
    "WEL-3": {"note": "We did not want to answer for people who were not in the room."},
    "WEL-4": {
        "note": "The new phones and the summer rota started once a check had shown that people had "
        "room. The allocations system comes in a quarter, with two vacancies and no check yet.",
    },
    "WEL-5": {
        "note": "One team lead has a monthly hour with the employee counsellor about such talks. "
        "The others say that they manage.",
        "reach": Reach(n=1, of=5),
    },
    "WEL-6": {
        "note": "The front desk was asked lately how they are, and the late Thursday was "
        "stopped because of it. Outreach workers were not asked.",
        "evidence": "Summary of the answers, shared with all staff.",
        "evidence_kind": "documented",
        "confidence": "fairly_sure",
        "reach": Reach(n=1, of=5),
    },
    "WEL-7": {
        "note": "Outreach workers take no more than two eviction visits in a row for half a year. "
        "The call handlers hear as much, and their work is as before.",
        "reach": Reach(n=1, of=3),
    },
    "POW-1": {
        "note": "Tenants were asked to speak twice last year, with thanks and no agreed support. "
        "A page is drafted.",
    },
    "POW-2": {
        "note": "The tenancy support team has talked it through: sharing is theirs to choose. "
        "Some offices are small, and people worry who would know.",
        "reach": Reach(n=1, of=5),
    },
    "POW-3": {"note": "The tenants’ panel comments on drafts, after we have chosen the topic."},
    "POW-4": {
        "note": "The tenants’ panel is paid by voucher, with travel on the day, as agreed "
        "beforehand. Other activities pay travel alone.",
    },
    "POW-6": {"note": "Not thought of before. Linked to the questions that we will ask all staff."},
    "ACC-1": {
        "note": "A plan for three years. Under it the front desk has changed how first visits go; "
        "elsewhere there has been training alone.",
        "reach": Reach(n=1, of=5),
    },
    "ACC-2": {
        "note": "The housing management team talked it through on two of its six dates this year, "
        "and decided on the rota. On the others it was noted.",
        "reach": Reach(n=2, of=6),
    },
    "ACC-3": {"note": "Three of seven steps that were due had a word on what became of them."},
    "ACC-4": {
        "note": "The Trauma Lead’s day is paid from a grant that ends with this budget year.",
        "confidence": "very_sure",
    },
    "ACC-5": {
        "note": "For second visits we read the count beside what people told us of the first one. "
        "The other two aims have figures alone.",
        "reach": Reach(n=1, of=3),
    },
    "ACC-6": {
        "note": "Of the last four starts three came after the check, the out-of-hours team’s among "
        "them.",
        "reach": Reach(n=3, of=4),
    },
    "WOR-1": {
        "note": "What the front desk needs is written down, and its people had that learning. "
        "Repairs call handlers are not on the list.",
        "reach": Reach(n=1, of=8),
    },
    "WOR-2": {
        "note": "Reception closes for an hour each month to learn, and has kept it nine times.",
        "reach": Reach(n=1, of=5),
    },
    "WOR-3": {"note": "After two of the five sessions the trainer came back for half a day."},
    "WOR-4": {"note": "Two of six newcomers met it in their first weeks, as the plan says."},
    "WOR-5": {
        "note": "This past year all five teams told us how the trauma coordinator’s advice works "
        "for them. They heard that her monthly visits stay as they are, as they had asked.",
        "evidence": "Summary of what teams said, with the answer; the action log.",
        "evidence_kind": "two_sides",
        "reach": Reach(n=5, of=5),
    },
    "WOR-6": {
        "note": "All four courses use the national e-modules, which the Trauma Lead has checked, "
        "the one for out-of-hours staff too.",
        "reach": Reach(n=4, of=4),
    },
    "FEE-1": {
        "note": "One route without names. The front desk heard within a month what came of it; the "
        "other teams have not heard yet.",
        "reach": Reach(n=1, of=5),
    },
    "FEE-3": {
        "note": "The Kirk Street office hangs up each month what was said and what came of it. "
        "Elsewhere we reply to complaints.",
        "reach": Reach(n=1, of=5),
    },
    "FEE-5": {
        "note": "Of the last eight complaints and near misses, the person and the worker looked at "
        "seven with us. The one about the eviction was among them.",
        "reach": Reach(n=7, of=8),
    },
    "FEE-6": {
        "note": "The front desk says beforehand why it asks about home and who will read it. The "
        "long form still comes without a word.",
        "reach": Reach(n=1, of=5),
    },
    "SYS-1": {
        "note": "With the health and social care partnership, staff on both sides work from half a "
        "page of agreed words.",
        "reach": Reach(n=1, of=4),
    },
    "SYS-2": {
        "note": "Three of the four plans for our duties show the link, the homelessness strategy "
        "among them.",
        "reach": Reach(n=3, of=4),
    },
    "SYS-3": {"note": "At its last meeting the joint group settled who keeps a shelter place."},
    "SYS-4": {
        "note": "From the hospital discharge team a note comes ahead that the person has agreed "
        "to. No other route yet.",
        "reach": Reach(n=1, of=6),
    },
    "LRN-1": {
        "note": "Ten minutes in every monthly meeting of four teams, the out-of-hours team and the "
        "part-time desk among them.",
        "evidence": "Notes of the last ten meetings.",
        "evidence_kind": "documented",
        "reach": Reach(n=4, of=5),
    },
    "LRN-2": {
        "note": "Four teams keep such a moment each month. Cleaners and night staff were thanked "
        "by name in the bulletin.",
        "reach": Reach(n=4, of=5),
    },
    "LRN-3": {"note": "Three of the four dates with the two neighbouring councils were kept, "
        "the busy one too.", "reach": Reach(n=3, of=4)},
    "LRN-4": {
        "note": "Of the last five ideas four were tried small first. Texts with a choice of time "
        "were tried for a month in one office, then kept.",
        "reach": Reach(n=4, of=5),
    },
    "LRN-5": {"note": "We looked back together on the shared desk, given up last year."},
    "POL-1": {
        "note": "With staff we picked the absence policy as the first, and a change is drafted. "
        "What is in use is as before.",
    },
    "POL-2": {
        "note": "With tenants we decided that one missed appointment no longer closes a case. "
        "Other rules have not been looked at.",
        "reach": Reach(n=1, of=12),
    },
    "POL-3": {"note": "All standard letters have been gathered. The one sent most is next."},
    "POL-4": {
        "note": "A tenant walked the main office with us, and the seating was turned round.",
        "reach": Reach(n=1, of=5),
    },
    "POL-6": {"note": "Bans from the office are counted. None was gone over with the person."},
    "SVC-2": {
        "note": "Four of five teams have been shown the short guide, evenings and cover staff "
        "among them. The call handlers are next.",
        "evidence": "Dates on which teams were shown it; contacts checked twice a year.",
        "evidence_kind": "documented",
        "reach": Reach(n=4, of=5),
    },
    "SVC-3": {
        "note": "At the front desk people are offered phone, visit or text before they come. "
        "Elsewhere the way is ours to set.",
        "reach": Reach(n=1, of=5),
    },
    "SVC-4": {
        "note": "Four of five teams prepare a change of worker with the person, outreach among "
        "them, where people leave most.",
        "reach": Reach(n=4, of=5),
    },
    "SVC-7": {
        "note": "Once this year we settled with a tenant who had been called names what to do, by "
        "the steps that we had agreed. Two other times nothing followed.",
        "reach": Reach(n=1, of=3),
    },
}  # fmt: skip
EVIDENCE: dict[str, tuple[EvidenceChanges, ...]] = {
    "LEA-1": (
        {
            "what": "Talks with each team about who leads this", "kind": "told", "listed": 3,
            "dated": dt.date(2027, 3, 2), "where": "Evidence/Talks with teams.docx",
            "shows": "Four of five teams named the Head of Housing without being prompted.",
        },
        {
            "what": "Housing plan, the page on how we work", "kind": "policy",
            "dated": dt.date(2026, 11, 19),
            "where": "https://www.strathlomond.example/housing/plan",
            "shows": "The leader and the reason are named on one page that the public can read.",
        },
    ),
    "LEA-2": (
        {
            "what": "Diary of the Trauma Lead, ten weeks", "kind": "record", "listed": 3,
            "dated": dt.date(2027, 3, 5), "where": "Evidence/Diary, ten weeks.xlsx",
            "shows": "Nine of ten days kept, the week of the floods among them.",
        },
        {
            "what": "Letter that gives one day a week", "kind": "policy", "listed": 1,
            "where": "Shelf 3, service manager’s office",
        },
    ),
    "WEL-1": (
        {
            "what": "Supervision policy", "kind": "policy", "dated": dt.date(2025, 9, 1),
            "where": "S:/Housing/Policies/Supervision.pdf", "state": "no_longer",
            "checked": dt.date(2027, 3, 5),
            "shows": "It still says every eight weeks; three teams meet every six.",
        },
        {
            "what": "Sessions held, last two quarters", "kind": "figures", "listed": 3,
            "dated": dt.date(2027, 2, 26), "where": "Evidence/Sessions held.xlsx",
            "shows": "Set times went ahead in three of five teams, none out of hours.",
        },
    ),
    "WEL-6": (
        {
            "what": "Summary of the answers of the front desk", "kind": "figures", "listed": 1,
            "dated": dt.date(2027, 1, 21), "where": "Evidence/How we are, summary.pdf",
            "shows": "Late Thursdays were named most, and were stopped.",
        },
    ),
    "WOR-5": (
        {
            "what": "What teams said about the coordinator’s advice", "kind": "told", "listed": 5,
            "dated": dt.date(2027, 2, 12), "where": "Evidence/Advice, what teams said.docx",
            "shows": "All five teams answered, and all were told what stays as it is.",
        },
    ),
    "LRN-1": (
        {
            "what": "Notes of the last ten monthly meetings", "kind": "record", "listed": 3,
            "dated": dt.date(2027, 3, 3), "where": "Evidence/Monthly meetings",
            "shows": "Ten minutes of sharing were kept by four teams each time.",
        },
    ),
    "POL-4": (
        {
            "what": "Photographs of the main office before and after", "kind": "seen",
            "dated": dt.date(2027, 2, 5), "where": "Evidence/Main office",
            "shows": "The seats no longer face the door, and the desk can be left at both sides.",
        },
    ),
    "SVC-2": (
        {
            "what": "Short guide on distress, with contacts", "kind": "material", "listed": 1,
            "dated": dt.date(2027, 2, 19), "where": "Evidence/Short guide.pdf",
            "shows": "One side of paper: what to say first, and whom to ring by day and night.",
        },
        {"what": "Dates on which teams were shown it", "kind": "record", "listed": 3},
    ),
}  # fmt: skip
NOT_RELEVANT = "Contracts are bought for the whole council by another department."

PLAN: dict[str, dict[str, object]] = {
    "WEL-2": {
        "owner": SINE, "due": dt.date(2027, 4, 30), "review": MID_YEAR, "status": "in_progress",
        "measure": "All five offices have the page; of ten staff asked a month later, eight can "
        "say what happens after a hard event.",
    },
    "POW-1": {
        "owner": DOUGAL, "due": dt.date(2027, 3, 26), "review": MID_YEAR,
        "measure": "No new requests from now on; the page, written with the tenants’ panel, is "
        "in use two months later.",
    },
    "WEL-4": {
        "owner": MORAG, "due": dt.date(2027, 4, 23), "review": MID_YEAR,
        "measure": "A list of what stops or waits, agreed with team leads and shown to all staff.",
        "hours": "An hour in two meetings of team leads",
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
    for key, pieces in EVIDENCE.items():
        for number, piece in enumerate(pieces, start=1):
            item = f"{key}/{number}"
            made = evidence_edits.add_evidence(made, key, item)
            made = evidence_edits.change_evidence(made, key, item, **piece)
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
