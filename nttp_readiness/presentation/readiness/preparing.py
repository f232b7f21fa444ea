"""What stands on Prepare: the choices with their words, and what is good to know first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank, OverlayStamp
from nttp_readiness.domain.bank.change_map import number
from nttp_readiness.domain.bank.nouns import LISTED_NOUNS, Noun, noun_words
from nttp_readiness.domain.bank.routes import Route
from nttp_readiness.domain.bank.served import Served
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.question_guide import GuidePart
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class RouteChoice:
    """A route with what one should know to choose it."""

    id: str
    name: str
    line: str


def routes(bank: Bank) -> tuple[RouteChoice, ...]:
    """The bank's routes: how many questions, how long, and what for."""
    return tuple(RouteChoice(each.id, each.name, _route_line(bank, each)) for each in bank.routes)


def good_to_know(assessment: Assessment, kept: str) -> tuple[GuidePart, ...]:
    """What people should know before they begin. `kept` says where it is kept."""
    parts = [
        GuidePart(
            tr("You choose"),
            (tr("Skip any question, in any order. Pause at any time. Nobody asks for a reason."),),
        ),
        GuidePart(
            tr("No personal stories"),
            (
                tr(
                    "No question asks about anyone’s own experience."
                    " Please leave names and stories out of notes."
                ),
            ),
        ),
        GuidePart(tr("A note on content"), (assessment.bank.start_note,), ruled=True),
        GuidePart(tr("Where it is kept"), (kept,)),
    ]
    parts += [
        GuidePart(tr("Check with staff"), (card.text,), quiet=f"{card.source}. {card.note}")
        for card in assessment.bank.context
        if card.on_prepare
    ]
    return tuple(parts)


def sets_words(bank: Bank) -> str:
    """How many sets of questions there are to choose from, and whose."""
    return trn(
        "{n} set, from “{title}”.", "{n} sets, from “{title}”.", len(bank.routes), title=bank.title
    )


def opening_words(assessment: Assessment) -> str:
    """What stands above the fields: what is needed, that it is kept, and where a group begins."""
    said = [
        tr("You can change all of this later. Only the name is needed."),
        tr("Everything is saved as you go."),
    ]
    if assessment.part is None:
        said.append(tr("To ask a whole group, open the menu Workshop (Alt+W)."))
    return " ".join(said)


def together_words(assessment: Assessment) -> str:
    """That others can be asked, or how many of them have answered."""
    shared = assessment.sharing.shared if assessment.sharing is not None else ()
    if not shared:
        return tr(
            "Ask them. Each gets a file with their questions, and you add what comes back here."
        )
    back = sum(each.back is not None for each in shared)
    return trn(
        "{back} of {n} part is back.", "{back} of {n} parts are back.", len(shared), back=back
    )


def _route_line(bank: Bank, route: Route) -> str:
    count = len(bank.asked(route.id))
    shortest, longest = route.minutes
    return trn(
        "{n} question, {shortest} to {longest} minutes. {words}",
        "{n} questions, {shortest} to {longest} minutes. {words}",
        count,
        shortest=shortest,
        longest=longest,
        words=route.description,
    )


class AtHand(Protocol):
    """A sector's wording that can be taken."""

    @property
    def id(self) -> str: ...
    @property
    def title(self) -> str: ...
    @property
    def version(self) -> str: ...
    @property
    def fits(self) -> tuple[str, ...]: ...
    @property
    def replaces(self) -> tuple[str, ...]: ...


@dataclass(frozen=True, slots=True)
class Offer:
    """A wording to take by one press: its id, and what stands on the button."""

    id: str
    words: str


@dataclass(frozen=True, slots=True)
class Wording:
    """Which sector's words stand in the questions, and which would fit better; nothing is offered
    where these are the ones.
    """

    line: str
    offers: tuple[Offer, ...] = ()
    in_use: bool = False


def wording(assessment: Assessment, at_hand: Sequence[AtHand]) -> Wording:
    """What Prepare says of the sector's wording, by the service area that was chosen, or by the
    wording that is held where that was split into others.
    """
    held, area = assessment.written_bank.overlay, assessment.profile.service_area
    fitting = [each for each in at_hand if area and area in each.fits]
    fitting += [
        each for each in at_hand if held and held.id in each.replaces and each not in fitting
    ]
    line = ""
    if held is not None:
        line = tr("The questions use the wording for {title}, version {version}.").format(
            title=held.title, version=held.version
        )
    elif area and area in assessment.bank.service_areas and not fitting:
        line = tr("The general wording fits this service area.")
    newer = next((each for each in at_hand if held and _is_newer(each, held)), None)
    if newer is not None:
        offer = tr("Use version {version} of this wording").format(version=newer.version)
        return Wording(line, (Offer(newer.id, offer),), in_use=True)
    others = [each for each in fitting if held is None or each.id != held.id]
    if not others:
        return Wording(line, in_use=held is not None)
    first, *more = others
    if not more:
        said = tr("There is wording for {title}. Levels and answers stay as they are.").format(
            title=first.title
        )
        offers: tuple[Offer, ...] = (Offer(first.id, tr("Use this wording")),)
    else:
        said = tr(
            "There are several wordings for this area: choose the one that speaks of your work."
            " Levels and answers stay as they are."
        )
        offers = tuple(
            Offer(each.id, tr("Use the wording for {title}").format(title=each.title))
            for each in others
        )
    return Wording(f"{line} {said}".strip(), offers, in_use=held is not None)


def _is_newer(found: AtHand, held: OverlayStamp) -> bool:
    """Whether that is a later version of the words that are held; what is no version is not."""
    if found.id != held.id:
        return False
    try:
        return number(found.version) > number(held.version)
    except ValueError:
        return False


def noun_choices() -> tuple[tuple[Noun, str], ...]:
    """What the people we serve may be called: the list, and a word of one's own."""
    listed = ((each, noun_words(each, delivers_care=True).people) for each in LISTED_NOUNS)
    return (("", tr("Not said")), *listed, ("own", tr("Our own word")))


def noun_example(served: Served) -> str:
    """How a sentence reads with these words, so that people see what they choose."""
    return tr("It will read: “When {people} tell us what they think, they hear back.”").format(
        people=served.people
    )
