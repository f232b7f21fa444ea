"""A copy of an assessment that can be given to many people, so that each can answer on their own.

It is known again by the same id, and it holds nothing that anybody has said so far.
"""

from __future__ import annotations

import secrets

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import Group, Round, Workshop
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.open_round import open_round


def copy_to_answer(assessment: Assessment) -> Assessment:
    """The questions and the names of the groups, without any answer, plan, note or count.

    EditError where no round is open: nobody could hand in what they answered.
    """
    collected = open_round(assessment)
    empty = Round(
        number=collected.number,
        opened=collected.opened,
        groups=tuple(Group(name=each.name) for each in collected.groups),
    )
    others = (
        () if assessment.workshop is None else tuple(
            changed(empty, number=each.number, closed=each.closed or each.opened)
            for each in assessment.workshop.rounds[:-1]
        )
    )  # fmt: skip
    return changed(
        assessment,
        answers={},
        importance={},
        actions={},
        asks=(),
        stage_view=None,
        place="",
        reviews=(),
        sharing=None,
        workshop=Workshop(key=secrets.token_hex(32), rounds=(*others, empty)),
    )
