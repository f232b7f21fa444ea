"""Writes a sample for each sector's wording again, so that it follows the bank and the overlay.

Everything in them is invented: the bodies, their people and what they say. Each answered the
foundations and the question of its own sector; the rest is open, as in a first sitting. No text
names a day. Run it from the project's folder: `python3 assets/samples/make_sector_samples.py`.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
import tomllib
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent))

from nttp_readiness import resources  # noqa: E402 - the package lies two folders up
from nttp_readiness.domain.answers.assessment import Assessment, Reach  # noqa: E402
from nttp_readiness.domain.bank.bank import Bank  # noqa: E402
from nttp_readiness.domain.editing import edits, evidence_edits  # noqa: E402
from nttp_readiness.domain.editing.edits import changed  # noqa: E402
from nttp_readiness.storage.banks.overlay_folders import overlay_bank  # noqa: E402
from nttp_readiness.storage.documents.documents import fingerprint, save_document  # noqa: E402

STARTED = dt.date(2027, 2, 26)
REVIEW = dt.date(2027, 9, 3)


def bodies() -> dict[str, dict[str, Any]]:
    """What each body said, under the id of its overlay."""
    return tomllib.loads((HERE / "sector-samples.toml").read_text("utf-8"))


def sample(overlay: str, body: dict[str, Any], bank: Bank) -> Assessment:
    """One body with its answers. Its id follows from the overlay, so that it stays the same."""
    made = edits.new_assessment(bank, body["title"], today=STARTED)
    made = changed(made, id=hashlib.md5(overlay.encode(), usedforsecurity=False).hexdigest())
    made = edits.set_profile(
        made,
        organisation=body["organisation"],
        service_area=body["area"],
        audience=body["audience"],
        support_contact=body["contact"],
        small_organisation=body.get("small", False),
        delivers_care=body.get("care", True),
        review=REVIEW,
    )
    for key, said in body["said"].items():
        made = edits.answer(made, key, said["level"])
        counted = said.get("of")
        reach = Reach(n=said["n"], of=counted) if counted else None
        made = edits.write_beside(made, key, note=said["note"], reach=reach)
        for number, piece in enumerate(said.get("evidence", ()), start=1):
            made = evidence_edits.add_evidence(made, key, f"{key}/{number}")
            made = evidence_edits.change_evidence(made, key, f"{key}/{number}", **piece)
    return made


def main() -> None:
    """Write each sample over the one that lies there."""
    for overlay, body in bodies().items():
        path = HERE / f"sector-{overlay}.readiness"
        bank = overlay_bank(resources.question_banks() / overlay)
        expected = fingerprint(path) if path.exists() else None
        save_document(path, sample(overlay, body, bank), expected=expected)


if __name__ == "__main__":
    main()
