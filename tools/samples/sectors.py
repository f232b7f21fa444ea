"""A sample for each sector's wording, so that each follows the bank and the overlay.

Everything in them is invented: the bodies, their people and what they say, which stands in
`assets/samples/sector-samples.toml`. Each answered the foundations and the question of its own
sector; the rest is open, as in a first sitting. No text names a day.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.banks.overlay_folders import overlay_bank

from .steps import FOLDER, Texts, answered, texts


def bodies() -> Texts:
    """What each body said, under the id of its overlay."""
    return texts("sector-samples")


def path_of(overlay: str) -> Path:
    """Where the sample of that overlay lies."""
    return FOLDER / f"sector-{overlay}.readiness"


def bank_of(overlay: str) -> Bank:
    """The bank in the wording of that overlay."""
    return overlay_bank(resources.question_banks() / overlay)


def sample(overlay: str, body: Texts, bank: Bank) -> Assessment:
    """One body with its answers. Its id follows from the overlay, so that it stays the same."""
    made = edits.new_assessment(bank, body["title"], today=dt.date(2027, 2, 26))
    digest = hashlib.md5(overlay.encode(), usedforsecurity=False).hexdigest()
    made = edits.changed(made, id=digest)
    made = edits.set_profile(
        made,
        organisation=body["organisation"],
        service_area=body["area"],
        audience=body["audience"],
        support_contact=body["contact"],
        small_organisation=body.get("small", False),
        delivers_care=body.get("care", True),
        review=dt.date(2027, 9, 3),
    )
    return answered(made, body["said"])
