"""Changes of what can be shown for an answer, as pure functions like those of `edits`."""

from __future__ import annotations

import datetime as dt
import uuid
from collections.abc import Iterable, Sequence
from typing import Unpack, cast

from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.evidence import (
    MOST_ITEMS,
    EvidenceChanges,
    EvidenceItem,
    EvidenceState,
)
from nttp_readiness.domain.answers.fields import EVIDENCE_FIELDS
from nttp_readiness.domain.editing.edits import changed, write_beside
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr, trn


def add_evidence(
    assessment: Assessment, indicator_id: str, item_id: str = "", *, listed: int | None = None
) -> Assessment:
    """One item more at the end; `listed` says which of the question's own list it is.

    An item of the list has its words as its name. EditError where the question has no such entry.
    """
    indicator = assessment.bank.by_id.get(indicator_id)
    if indicator is None:
        raise EditError(tr("This question is not in this assessment."))
    items = assessment.answer(indicator_id).evidence_items
    if len(items) >= MOST_ITEMS:
        raise EditError(
            trn(
                "A question has room for {n} piece of evidence.",
                "A question has room for {n} pieces of evidence.",
                MOST_ITEMS,
            ),
            safe=tr("Nothing was changed."),
        )
    what = ""
    if listed is not None:
        if not 1 <= listed <= len(indicator.evidence):
            raise EditError(tr("This entry is not in the list of this question."))
        what = indicator.evidence[listed - 1][: EVIDENCE_FIELDS["what"].limit]
    made = EvidenceItem(id=item_id or uuid.uuid4().hex, what=what, listed=listed)
    return write_beside(assessment, indicator_id, evidence_items=(*items, made))


def change_evidence(
    assessment: Assessment, /, indicator_id: str, item_id: str, **fields: Unpack[EvidenceChanges]
) -> Assessment:
    """Change what is said of an item."""
    items = {each.id: each for each in assessment.answer(indicator_id).evidence_items}
    if item_id not in items:
        raise EditError(
            tr("This piece of evidence is no longer here."), safe=tr("Nothing was changed.")
        )
    items[item_id] = changed(items[item_id], **fields)
    return write_beside(assessment, indicator_id, evidence_items=tuple(items.values()))


def remove_evidence(assessment: Assessment, indicator_id: str, item_id: str) -> Assessment:
    """Take an item out; the file or page itself is not touched."""
    items = assessment.answer(indicator_id).evidence_items
    kept = tuple(each for each in items if each.id != item_id)
    return write_beside(assessment, indicator_id, evidence_items=kept)


def point_at(
    assessment: Assessment, indicator_id: str, item_id: str, where: str, name: str
) -> Assessment:
    """Write down where a file is that somebody chose; its name too where there is none yet."""
    made = change_evidence(assessment, indicator_id, item_id, where=where)
    item = next(e for e in made.answer(indicator_id).evidence_items if e.id == item_id)
    if item.what.strip():
        return made
    limit = EVIDENCE_FIELDS["what"].limit
    return change_evidence(made, indicator_id, item_id, what=name[:limit])


def say_of_evidence(
    assessment: Assessment, indicator_id: str, item_id: str, state: EvidenceState, today: dt.date
) -> Assessment:
    """Say whether an item still holds, as from today."""
    return change_evidence(assessment, indicator_id, item_id, state=state, checked=today)


def still_true(answer: Answer) -> Answer:
    """The answer as a next round takes it: of all that stood, somebody is to say if it still does.

    What no longer held stays behind with the round in which that was said.
    """
    items = tuple(
        changed(each, state="to_check") for each in answer.evidence_items
        if each.state != "no_longer"
    )  # fmt: skip
    return changed(answer, evidence_items=items)


def relisted(
    items: Iterable[EvidenceItem], before: Sequence[str], after: Sequence[str]
) -> tuple[EvidenceItem, ...]:
    """The items where a question's own list of evidence is another one: each keeps its entry as
    long as the list has the same words.
    """

    def place(listed: int | None) -> int | None:
        words = before[listed - 1] if listed and listed <= len(before) else ""
        return after.index(words) + 1 if words in after else None

    return tuple(changed(each, listed=place(each.listed)) for each in items)


def evidence_change(name: str, value: object) -> EvidenceChanges:
    """One change by its name, where a table of fields gives the name."""
    return cast("EvidenceChanges", {name: value})
