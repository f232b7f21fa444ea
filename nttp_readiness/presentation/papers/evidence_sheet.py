"""What can be shown for the answers, as a table: one row for each piece of evidence."""

from __future__ import annotations

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import Material
from nttp_readiness.presentation.readiness.evidence_list import evidence_list
from nttp_readiness.presentation.words.evidence_columns import EVIDENCE_COLUMNS
from nttp_readiness.presentation.words.sheets import Amount, Sheet, SheetColumn


def evidence_sheet(material: Material) -> Sheet | None:
    """The table, as far as this report may hold it; None where nothing is listed or may be shown.

    Evidence is a note beside an answer: it goes with the notes, and with the answers.
    """
    groups = evidence_list(material.assessment) if material.scores and material.notes else ()
    columns = [each for each in EVIDENCE_COLUMNS if each.sheet and material.shows(each)]
    rows: list[tuple[Amount, ...]] = []
    for group in groups:
        for question in group.questions:
            for item in question.items:
                said = [
                    getattr(item, each.key) if each.editor == "date"
                    else material.words_in(item, each)
                    for each in columns
                ]  # fmt: skip
                rows.append((question.id, question.title, group.name, *said))
    if not rows:
        return None
    return Sheet(
        "evidence",
        tr("Evidence"),
        tr("What can be shown for our answers. {disclaimer}.").format(
            disclaimer=material.disclaimer
        ),
        (
            SheetColumn("id", tr("No."), 10),
            SheetColumn("question", tr("Question"), 34),
            SheetColumn("domain", tr("Domain"), 24),
            *(
                SheetColumn(
                    each.key, each.heading(), each.sheet,
                    "date" if each.editor == "date" else "text",
                )
                for each in columns
            ),
        ),
        tuple(rows),
        naming=2,
    )  # fmt: skip
