"""Two versions of one assessment put together, in sentences: what came in, what both changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.merging import Merged, Spot
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words

MOST_NAMED = 6


def merged_sentence(merged: Merged, theirs: Assessment, copy: str) -> str:
    """What happened, for the banner. `theirs` is the other version, `copy` where it was kept."""
    said = [tr("Both versions are together now, and saved.")]
    brought = (*merged.theirs, *merged.chosen)
    if brought:
        said.append(
            tr("Brought in: {names}.").format(names=_named(brought, merged.assessment, theirs))
        )
    elif not merged.conflicts:
        said.append(tr("The other version had nothing that yours does not have."))
    if merged.conflicts:
        said.append(
            tr("You both changed {names}. Your version was kept.").format(
                names=_named(merged.conflicts, merged.assessment, theirs)
            )
        )
        if copy:
            said.append(tr("The other version is kept complete in {file}.").format(file=copy))
    return " ".join(said)


def spot_names(spots: Iterable[Spot], *holders: Assessment) -> tuple[str, ...]:
    """What each part is called, once each; `holders` are asked in turn for its title."""
    spots = list(spots)
    actions = {each.key for each in spots if each.kind == "action"}
    return tuple(
        dict.fromkeys(
            _name(each, holders)
            for each in spots
            if each.kind != "order" or each.key not in actions  # said with its action
        )
    )


def _named(spots: Sequence[Spot], *holders: Assessment) -> str:
    names = spot_names(spots, *holders)
    if len(names) <= MOST_NAMED:
        return words.listed(names)
    rest = len(names) - MOST_NAMED + 1
    return words.listed((*names[: MOST_NAMED - 1], trn("{n} more", "{n} more", rest)))


def _name(spot: Spot, holders: Sequence[Assessment]) -> str:
    match spot.kind:
        case "profile":
            return _field(spot.key)
        case "answer" | "importance":
            bank = holders[0].bank
            title = bank.by_id[spot.key].title if spot.key in bank.by_id else spot.key
            said = tr("the answer to “{title}”")
            if spot.kind == "importance":
                said = tr("the importance of “{title}”")
            return said.format(title=title)
        case "evidence":
            key = spot.key.partition("/")[0]
            bank = holders[0].bank
            title = bank.by_id[key].title if key in bank.by_id else key
            return tr("the evidence for “{title}”").format(title=title)
        case "action":
            found = (each.actions.get(spot.key) for each in holders)
            action = next((each for each in found if each is not None), None)
            if action is None:
                return tr("an action that was taken out")
            return tr("the action “{title}”").format(title=" ".join(action.title.split()))
        case "order":
            return tr("the order of the actions")
        case "ask":
            return tr("what you need from others")
        case "stage_view":
            return tr("your own view of the stage")
        case "workshop":
            return tr("the workshop’s counts")
        case "part":
            return tr("what is said about this part")
        case "sharing":
            return tr("the parts that came back")
        case "review":
            return tr("the days on which the plan was looked at")


def _field(name: str) -> str:
    return {
        "title": tr("the name of the assessment"),
        "organisation": tr("the organisation"),
        "scope": tr("what it covers"),
        "service_area": tr("the service area"),
        "audience": tr("who it is for"),
        "support_contact": tr("the support contact"),
        "small_organisation": tr("the wording for small organisations"),
        "delivers_care": tr("the wording for care"),
        "noun": tr("what we call the people we serve"),
        "own_noun": tr("our own word for the people we serve"),
        "own_noun_one": tr("our own word for one of them"),
        "route": tr("which questions are asked"),
        "started": tr("the day of the start"),
        "review": tr("the day to look again"),
        "agreed": tr("the day of the agreement"),
    }[name]
