"""The sample of a small charity, on the route of the foundations, ready to start small.

Everything in it is invented: the charity, its people and what they say. Twelve are paid and forty
are volunteers. What they say stands in `assets/samples/small-charity.toml`.
"""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import edits

from .steps import FOLDER, answered, planned, texts

SAMPLE = FOLDER / "small-charity.readiness"


def sample(bank: Bank) -> Assessment:
    """A charity that visits families, with an agreed plan."""
    words = texts("small-charity")
    started = dt.date(2027, 2, 26)
    made = edits.new_assessment(bank, "Cala Family Support", route="foundations", today=started)
    made = edits.changed(made, id="7c1e9b52d04a4c8f8a36e1f05b92d7a4")
    made = edits.set_profile(made, **words["profile"])
    return planned(answered(made, words["said"]), words["plan"])
