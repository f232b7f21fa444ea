"""Parts of a small assessment that are shared out, answered and given back."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.gathering import Gathered, gather
from nttp_readiness.domain.exchange.sharing_out import dated, say_name, share_out
from tests.domain import small_bank as small

DAY = dt.date(2027, 3, 1)
BANK = small.bank_of(
    [
        small.domain(
            "A",
            [small.question("A-1", foundation=True), small.question("A-2"), small.question("A-3")],
        ),
        small.domain("B", [small.question("B-1"), small.question("B-2")]),
    ]
)
KEYS = tuple(BANK.by_id)


class Return:
    """A part as its file was given back."""

    def __init__(self, part: Assessment, revision: int) -> None:
        self.part, self.revision = part, revision

    def __repr__(self):
        """What was said in it; a whole bank is no example to read."""
        held = self.part.part
        said = {
            key: each.model_dump(exclude_defaults=True) for key, each in self.part.answers.items()
        }
        name = held.name if held.named else "-"
        return f"<{held.reply[-2:]} {name} r{self.revision} {said} back={held.taken_back}>"


class Story:
    """An assessment, and what came back of its parts."""

    def __init__(self, base: Assessment, returns: list[Return]) -> None:
        self.base, self.returns = base, returns

    def __repr__(self):
        own = {
            key: each.model_dump(exclude_defaults=True) for key, each in self.base.answers.items()
        }
        return f"<own {own}, returns {self.returns}>"


def whole(**answers):
    made = edits.new_assessment(BANK, "Our service", today=DAY)
    for key, choice in answers.items():
        made = edits.answer(made, key.replace("_", "-"), choice)
    return made


def asked(assessment, to="Morag", questions=KEYS):
    """The assessment that knows it asked, and the part."""
    out = share_out(assessment, questions, to, today=DAY)
    return out.assessment, out.part


def asked_as(assessment, to, number):
    """The same with ids that are always the same ones for that number."""
    knows, part = asked(assessment, to)
    shared, reply = f"{number:032x}", f"{number + 64:032x}"
    last = knows.sharing.shared[-1]
    known = changed(knows.sharing, shared=(*knows.sharing.shared[:-1], changed(last, id=shared)))
    made = changed(part, id=reply, part=changed(part.part, shared=shared, reply=reply))
    return changed(knows, sharing=known), made


def said(part, *, named="", day=DAY, **answers):
    """The part with those answers (`A_1=2`, or `A_1=(2, "a note")`), and perhaps a name."""
    made = part
    for name, value in answers.items():
        choice, *note = value if isinstance(value, tuple) else (value,)
        key = name.replace("_", "-")
        made = edits.answer(made, key, choice)
        if note:
            made = edits.write_beside(made, key, note=note[0])
    made = dated(part, made, day)
    return say_name(made, named=bool(named), name=named)


def gathered(assessment, *returns, today=DAY):
    """All of them taken in, in this order."""
    for each in returns:
        assessment = taken(assessment, each, today=today).assessment
    return assessment


def taken(assessment, each, today=DAY) -> Gathered:
    return gather(assessment, each.part, each.revision, today=today)
