"""An assessment in the words of another sector, with every answer as it was.

An overlay never changes the decisive sentence of a level, so answers mean the same before and
after. Only a question that the former sector alone asks would have no place any more.
"""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr


def in_other_words(assessment: Assessment, bank: Bank) -> Assessment:
    """The assessment with the same bank in other words.

    EditError, with nothing changed, where it is another bank or version, where a round of a
    workshop is open, and where something was said to a question that would no longer be asked.
    """
    held = assessment.written_bank
    safe = tr("Nothing was changed.")
    if (held.id, held.version) != (bank.id, bank.version):
        raise EditError(
            tr(
                "This wording is for version {version} of the questions. Yours are version {own}."
            ).format(version=bank.version, own=held.version),
            safe=safe,
            cure=tr(
                "Move to the newer questions first. You are offered them when you open the file."
            ),
        )
    workshop = assessment.workshop
    if workshop is not None and workshop.rounds and workshop.rounds[-1].closed is None:
        raise EditError(
            tr(
                "People are answering in a workshop right now, and they should all read the"
                " same words."
            ),
            safe=safe,
            cure=tr("Close the round first."),
        )
    said = sorted(_said(assessment) - set(bank.by_id))
    if said:
        raise EditError(
            tr("You have answered questions that this wording does not ask: {ids}.").format(
                ids=", ".join(said)
            ),
            safe=safe,
            cure=tr("Keep this wording, or clear those answers first."),
        )
    return changed(assessment, written_bank=bank)


def _said(assessment: Assessment) -> set[str]:
    """Questions to which an answer, an action or an importance belongs."""
    answered = {key for key, each in assessment.answers.items() if not each.empty}
    planned = {key for each in assessment.actions.values() for key in each.indicators}
    return answered | planned | set(assessment.importance)
