"""The sample assessment: the housing service of a council, on the full route, with its plan.

Everything in it is invented: the council, the service, its people and what they say. What they say
stands in `assets/samples/council-service.toml`.
"""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment, StageView
from nttp_readiness.domain.answers.planned import Request
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import edits

from .steps import FOLDER, Texts, action_for, answered, planned, texts

SAMPLE = FOLDER / "council-service.readiness"


def sample(bank: Bank) -> Assessment:
    """Housing Options in the council of Strathlomond, with an agreed plan."""
    words = texts("council-service")
    made = edits.new_assessment(bank, "Housing Options", today=dt.date(2027, 3, 5))
    made = edits.changed(made, id="5a3e0d1c9b7f4e62a8d0c4b6f1e29370")
    made = edits.set_profile(made, **words["profile"])
    made = answered(made, words["said"])
    made = _in_order(planned(made, words["plan"]), words["own"])
    made = edits.set_asks(made, tuple(Request(**each) for each in words["asks"]))
    agreed = words["profile"]["agreed"]
    view = StageView(stage="build_foundations", computed="build_foundations", on=agreed)
    return edits.set_stage_view(made, view)


def _in_order(made: Assessment, own: Texts) -> Assessment:
    """The actions as the team moved them, with one of its own and without one that was dropped."""
    made = edits.move_action(made, action_for(made, "WEL-4"), "now", 2)
    made = edits.move_action(made, action_for(made, "WEL-3"), "now", 3)
    made = edits.add_action(made, own["title"], "now")
    made = edits.change_action(made, "own/1", **{**own, "indicators": tuple(own["indicators"])})
    for place, key in enumerate(("WEL-1", "FEE-1", "POW-2", "ACC-1", "WOR-1", "FEE-2")):
        made = edits.move_action(made, action_for(made, key), "next", place)
    for key in ("POL-3", "POL-1", "POW-6"):
        made = edits.move_action(made, action_for(made, key), "later")
    return edits.drop_action(made, action_for(made, "LEA-6"), "Too soon.")
