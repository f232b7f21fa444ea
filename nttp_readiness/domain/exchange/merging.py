"""Puts together what two people made of the same assessment, from the state that both began with.

What only one of them changed is taken. What both changed differently is a conflict: the first
one's stands unless the other one's was chosen, and it is named, so that nobody's words go unseen.

`merge` is all there is to know. Its base is the latest state that both have in common, from an
earlier version that was kept or from what was sent out; where there is none, `beginning` is. An
older base than the latest loses nothing: what both have stays, and what they have differently is a
conflict. A base that one of them never grew from would take away what that one never had.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, Literal

from nttp_readiness.domain.answers.answer import NO_ANSWER, Answer
from nttp_readiness.domain.answers.assessment import Assessment, Profile
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.planned import PlannedAction
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.exchange.gathering import joined_sharing
from nttp_readiness.domain.exchange.released_states import thaws
from nttp_readiness.errors import EditError
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

Kind = Literal[
    "profile", "answer", "evidence", "importance", "action", "order", "ask", "stage_view",
    "workshop", "review", "part", "sharing",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Spot:
    """One part of an assessment that is merged as a whole.

    `key` is a field of the profile, the id of a question, action or ask, of a question and a piece
    of evidence ("WEL-2/1f0c"), or the day of a review; empty for a part that there is once. "order"
    is an action's place among the others.
    """

    kind: Kind
    key: str = ""


@dataclass(frozen=True, slots=True)
class Merged:
    """The assessment put together. In every conflict it holds our side, but for `chosen`."""

    assessment: Assessment
    ours: tuple[Spot, ...]
    """What only we changed."""
    theirs: tuple[Spot, ...]
    """What only they changed, and was brought in."""
    conflicts: tuple[Spot, ...]
    """What both changed differently, and ours stands."""
    chosen: tuple[Spot, ...] = ()
    """What both changed differently, and theirs stands, as it was chosen."""
    renamed: Assessment | None = None
    """Theirs as it was merged: with new numbers for what both had added under the same."""


def beginning(ours: Assessment, theirs: Assessment) -> Assessment:
    """A base for two of which no common earlier state is known: nothing was said yet.

    Both of one assessment did begin like this, so what only one of them says is taken, and what
    they say differently is a conflict. Nothing that one of them took out since is taken out.
    """
    title = ours.profile.title
    if title != theirs.profile.title:
        title = next(each for each in "123" if each not in {title, theirs.profile.title})
    return changed(
        ours,
        profile=Profile(title=title),
        answers={},
        importance={},
        actions={},
        asks=(),
        stage_view=None,
        workshop=None,
        sharing=None,
        reviews=(),
    )


def merge(
    base: Assessment, ours: Assessment, theirs: Assessment, *, take: Collection[Spot] = ()
) -> Merged:
    """Put both together. `base` is a state that both grew from, the latest that is known.

    New actions and asks of both sides all stay, theirs under a new number where both took the same.
    Where the person paused is ours. `take` names conflicts in which theirs is to stand, as an
    earlier merging of the same three told them; other spots in it change nothing. Raises EditError
    where there are no common questions to merge by: another assessment, another round or another
    bank; and where closed votes of a workshop would be opened again.
    """
    if theirs.part is not None and theirs.id != ours.id:
        raise EditError(
            tr("This file is a part that was shared out."),
            safe=tr("Nothing was changed."),
            cure=tr("Add it on the page “Share out the parts”, among the files that came back."),
        )
    if not base.id == ours.id == theirs.id:
        raise EditError(
            tr("These are two assessments, not two versions of one."),
            safe=tr("Nothing was changed."),
            cure=tr("To see what differs between two rounds, compare them instead."),
        )
    for name in ("round", "previous", "written_bank"):
        if not getattr(base, name) == getattr(ours, name) == getattr(theirs, name):
            raise EditError(
                tr("These two cannot be put together, because they do not ask the same questions."),
                safe=tr("Nothing was changed."),
                cure=tr("Keep both, each in a file of its own."),
            )
    theirs = _with_new_numbers(base, ours, theirs)
    if base.sharing not in (ours.sharing, theirs.sharing):  # all that came back to either
        united = joined_sharing(ours.sharing, theirs.sharing)
        theirs = theirs.model_copy(update={"sharing": united})
        base = base.model_copy(update={"sharing": ours.sharing})
    was, here, there = _spots(base), _spots(ours), _spots(theirs)
    found: dict[Spot, Any] = {}
    sides: dict[Literal["ours", "theirs", "conflict", "chosen"], list[Spot]] = {
        "ours": [], "theirs": [], "conflict": [], "chosen": [],
    }  # fmt: skip
    for spot in dict.fromkeys((*here, *there, *was)):
        old, our, their = was.get(spot), here.get(spot), there.get(spot)
        found[spot] = our
        if our == their:
            continue
        if their == old:
            sides["ours"].append(spot)
        elif our == old:
            sides["theirs"].append(spot)
            found[spot] = their
        elif spot in take:
            if spot.kind == "workshop":
                _refuse_thawing(theirs, ours)
            found[spot] = their
            sides["chosen"].append(spot)
        else:
            if spot.kind == "workshop":
                _refuse_thawing(ours, theirs)
            sides["conflict"].append(spot)
    for spot in _claimed_twice(found, [*sides["theirs"], *sides["chosen"]], here):
        found[spot] = here.get(spot)
        sides["theirs" if spot in sides["theirs"] else "chosen"].remove(spot)
        sides["conflict"].append(spot)
    return Merged(
        _built(ours, found),
        tuple(sides["ours"]),
        tuple(sides["theirs"]),
        tuple(sides["conflict"]),
        tuple(sides["chosen"]),
        theirs,
    )


def _refuse_thawing(standing: Assessment, other: Assessment) -> None:
    """The first would stand, and must not open again what was closed in the second; nor may it
    lose what came in there since.
    """
    if thaws(standing, other):
        raise EditError(
            tr(
                "These two cannot be put together, because votes were closed in the other one"
                " in the meantime."
            ),
            safe=tr("Nothing was changed."),
            cure=tr("Keep both, each in a file of its own. Late answers belong to the next round."),
        )


def _spots(assessment: Assessment) -> dict[Spot, Any]:
    """The assessment as its parts; what is not there has no spot."""
    profile = assessment.profile
    spots: dict[Spot, Any] = {
        Spot("profile", name): getattr(profile, name) for name in Profile.model_fields
    }
    for key, answer in assessment.answers.items():
        bare = changed(answer, evidence_items=())
        if not bare.empty:
            spots[Spot("answer", key)] = bare
        spots |= {Spot("evidence", f"{key}/{each.id}"): each for each in answer.evidence_items}
    spots |= {Spot("importance", key): each for key, each in assessment.importance.items()}
    for key, action in assessment.actions.items():
        spots[Spot("action", key)] = action.model_copy(update={"rank": 0})
        spots[Spot("order", key)] = action.rank
    spots |= {Spot("ask", each.id): each for each in assessment.asks}
    spots[Spot("stage_view")] = assessment.stage_view
    spots[Spot("workshop")] = assessment.workshop
    spots[Spot("part")] = assessment.part
    spots[Spot("sharing")] = assessment.sharing
    spots |= {Spot("review", each.on.isoformat()): each for each in assessment.reviews}
    return spots


def _built(ours: Assessment, found: Mapping[Spot, Any]) -> Assessment:
    parts: dict[Kind, dict[str, Any]] = {}
    for spot, value in found.items():
        if value is not None or spot.kind == "profile":
            parts.setdefault(spot.kind, {})[spot.key] = value
    order, ranks = ours.bank.order, parts.get("order", {})
    answers = _with_evidence(parts.get("answer", {}), parts.get("evidence", {}))
    return changed(
        ours,
        profile=changed(ours.profile, **parts["profile"]),
        answers=dict(sorted(answers.items(), key=lambda pair: order.get(pair[0], 0))),
        importance=parts.get("importance", {}),
        actions={
            key: changed(each, rank=ranks.get(key, 0))
            for key, each in parts.get("action", {}).items()
        },
        asks=tuple(parts.get("ask", {}).values()),
        stage_view=found[Spot("stage_view")],
        workshop=found[Spot("workshop")],
        part=found[Spot("part")],
        sharing=found[Spot("sharing")],
        reviews=tuple(day for _, day in sorted(parts.get("review", {}).items())),
    )


def _with_evidence(
    answers: Mapping[str, Answer], items: Mapping[str, EvidenceItem]
) -> dict[str, Answer]:
    """The answers with what both sides can show for them."""
    beside: dict[str, tuple[EvidenceItem, ...]] = {}
    for key, item in items.items():
        question = key.partition("/")[0]
        beside[question] = (*beside.get(question, ()), item)
    return {
        key: changed(answers.get(key, NO_ANSWER), evidence_items=beside.get(key, ()))
        for key in dict.fromkeys((*answers, *beside))
    }


def _claimed_twice(
    found: Mapping[Spot, Any], brought: Iterable[Spot], here: Mapping[Spot, Any]
) -> list[Spot]:
    """Actions of theirs that stand for one which stands elsewhere in ours, with all they took in.

    Merging two actions changes several spots at once, which must be taken together or not at all.
    """
    brought = list(brought)
    back: list[Spot] = []
    for spot in brought:
        action = found[spot]
        if not isinstance(action, PlannedAction):
            continue
        before = here.get(spot)
        new = set(action.merged) - set(before.merged if before is not None else ())
        elsewhere = {
            key
            for other, each in found.items()
            if other != spot and isinstance(each, PlannedAction)
            for key in (each.id, *each.merged)
        }
        if new & elsewhere:
            back += [each for each in brought if each == spot or each.key in new]
    return list(dict.fromkeys(back))


def _with_new_numbers(base: Assessment, ours: Assessment, theirs: Assessment) -> Assessment:
    """Theirs, with a number of its own for what both added under the same one."""
    taken = {
        key
        for side in (base, ours, theirs)
        for each in side.actions.values()
        for key in (each.id, *each.merged)
    }
    renamed = {
        key: _free(key, taken)
        for key, each in theirs.actions.items()
        if each.kind == "own" and key not in base.actions and _differ(ours.actions.get(key), each)
    }
    actions = {
        renamed.get(key, key): each.model_copy(
            update={
                "id": renamed.get(key, key),
                "merged": tuple(renamed.get(other, other) for other in each.merged),
            }
        )
        for key, each in theirs.actions.items()
    }
    known, mine = {each.id for each in base.asks}, {each.id: each for each in ours.asks}
    taken = known | set(mine) | {each.id for each in theirs.asks}
    asks = tuple(
        each.model_copy(update={"id": _free(each.id, taken)})
        if each.id not in known and mine.get(each.id, each) != each
        else each
        for each in theirs.asks
    )
    return theirs.model_copy(update={"actions": actions, "asks": asks})


def _differ(our: PlannedAction | None, their: PlannedAction) -> bool:
    return our is not None and our.model_copy(update={"rank": their.rank}) != their


def _free(key: str, taken: set[str]) -> str:
    """The next number after the same name that nobody has; it is taken from now on."""
    name = key.rpartition("/")[0] or key
    number = next(n for n in range(1, len(taken) + 2) if f"{name}/{n}" not in taken)
    taken.add(f"{name}/{number}")
    return f"{name}/{number}"
