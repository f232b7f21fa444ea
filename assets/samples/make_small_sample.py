"""Writes the sample of a small charity again, so that it follows the question bank.

Everything in it is invented: the charity, its people and what they say. Twelve are paid and forty
are volunteers; they answered the foundations and are ready to start small. No text names a day. Run
it from the project's folder: `python3 assets/samples/make_small_sample.py`.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from nttp_readiness import resources  # noqa: E402 - the package lies two folders up
from nttp_readiness.domain.answers.assessment import Assessment, Reach  # noqa: E402
from nttp_readiness.domain.bank.bank import Bank  # noqa: E402
from nttp_readiness.domain.bank.scale import Level  # noqa: E402
from nttp_readiness.domain.editing import edits  # noqa: E402
from nttp_readiness.domain.plan.plan import plan_of  # noqa: E402
from nttp_readiness.storage.banks.bank_folders import read_bank  # noqa: E402
from nttp_readiness.storage.documents.documents import fingerprint, save_document  # noqa: E402

SAMPLE = HERE / "small-charity.readiness"
STARTED = dt.date(2027, 2, 26)
AGREED = dt.date(2027, 3, 5)
REVIEW = dt.date(2027, 9, 3)
RUARIDH = "Ruaridh Baird, Manager"
ISHBEL = "Ishbel Fraser, Volunteer Lead"
ANEESA = "Aneesa Khan, Trustee"

SAID: dict[str, tuple[Level, str, tuple[int, int] | None]] = {
    "LEA-1": (
        3,
        (
            "Asked one by one at the gathering, 43 of 52 named the manager, those who work "
            "alone in the evening and most volunteers among them."
        ),
        (43, 52),
    ),
    "LEA-2": (
        3,
        (
            "The volunteer lead has one morning a month for this. Of the last ten, nine were "
            "kept, the month of the gala too."
        ),
        (9, 10),
    ),
    "WEL-1": (
        2,
        (
            "The family workers have an hour with an outside supervisor every six weeks, in "
            "paid time. Office and volunteers have none set."
        ),
        (5, 52),
    ),
    "WEL-2": (
        2,
        (
            "All who visit families have been shown the page: who rings, how soon, whom to "
            "ring outside. It was needed once, and the call came a day late."
        ),
        None,
    ),
    "WEL-3": (
        3,
        (
            "A worker of the local network asked each of us and brought back themes. 42 of 52 "
            "said that speaking up is safe, lone workers among them."
        ),
        (42, 52),
    ),
    "WEL-4": (
        2,
        (
            "Before the play session and before the new funder’s form we looked at the diary "
            "together. The holiday club and the van began without."
        ),
        (2, 4),
    ),
    "POW-1": (
        3,
        (
            "Three parents were invited to speak this year, one of them at short notice. Each "
            "time the page was gone through first."
        ),
        (3, 3),
    ),
    "POW-2": (
        2,
        (
            "The family workers have talked it through and say that sharing is theirs to "
            "choose. The others have not been asked."
        ),
        (5, 52),
    ),
    "ACC-1": (
        2,
        (
            "Under the plan for three years, how visits begin has changed. Groups and phone "
            "have had training alone."
        ),
        (1, 3),
    ),
    "WOR-1": (
        2,
        (
            "For the family workers a note says what they need, and they had that learning. "
            "Drivers and trustees are still to come."
        ),
        (5, 52),
    ),
    "FEE-1": (
        3,
        (
            "The same outside worker passes on what people agreed to. 41 of 52 heard within a "
            "month what came of it, evening and lone workers too."
        ),
        (41, 52),
    ),
    "SVC-2": (
        3,
        (
            "44 of 52 were shown the steps, lone workers and those who stand in among them. "
            "The card with the outside number is in each bag."
        ),
        (44, 52),
    ),
}


def sample(bank: Bank) -> Assessment:
    """A charity that visits families, on the route of the foundations, with an agreed plan."""
    made = edits.new_assessment(bank, "Cala Family Support", route="foundations", today=STARTED)
    made = edits.changed(made, id="7c1e9b52d04a4c8f8a36e1f05b92d7a4")
    made = edits.set_profile(
        made,
        organisation="Cala Family Support, a charity",
        service_area="Social care",
        audience="Staff, volunteers and trustees",
        support_contact="Listening line of the local network: 01632 960 283",
        small_organisation=True,
        review=REVIEW,
        agreed=AGREED,
    )
    for key, (level, note, counted) in SAID.items():
        made = edits.answer(made, key, level)
        reach = Reach(n=counted[0], of=counted[1]) if counted else None
        made = edits.write_beside(made, key, note=note, reach=reach)
    owners = {
        "WEL-2": (RUARIDH, 4), "WEL-1": (RUARIDH, 9), "WOR-1": (ISHBEL, 13), "ACC-1": (ANEESA, 17),
    }  # fmt: skip
    for key, (owner, weeks) in owners.items():
        action = next(
            each.action.id
            for each in plan_of(made).live
            if each.suggestion is not None and each.suggestion.indicator == key
        )
        due = AGREED + dt.timedelta(weeks=weeks)
        made = edits.change_action(made, action, owner=owner, due=due, review=REVIEW)
    return made


def main() -> None:
    """Write the sample over the one that lies there."""
    bank = read_bank(resources.question_banks() / "nttp-roadmap")
    save_document(SAMPLE, sample(bank), expected=fingerprint(SAMPLE))


if __name__ == "__main__":
    main()
