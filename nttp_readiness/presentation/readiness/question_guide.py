"""What stands beside a question: why it matters, an example, laws, words, where to read on."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.readiness.questions import small_reading
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.presentation.words.word_meanings import beside_question
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A part of the guide: a heading, then paragraphs, a list or links, ruled or not."""

    heading: str
    paragraphs: tuple[Words, ...] = ()
    items: tuple[Words, ...] = ()
    quiet: str = ""
    ruled: bool = False


def guide(assessment: Assessment, indicator_id: str) -> tuple[GuidePart, ...]:
    """What stands beside a question."""
    bank = assessment.bank
    indicator = bank.by_id[indicator_id]
    parts = [GuidePart(tr("Why it matters"), (indicator.why,))]
    if bank.choice_notes:
        parts.append(GuidePart(tr("How to choose"), (bank.choice_rule,), bank.choice_notes))
    if indicator.good:
        parts.append(GuidePart(tr("What good looks like"), (indicator.good,)))
    if reading := small_reading(assessment, indicator):
        parts.append(GuidePart(tr("In a small organisation"), (reading,)))
    if indicator.board:
        parts.append(GuidePart(tr("Where a board or committee decides"), (indicator.board,)))
    if example := indicator.example:
        parts.append(
            GuidePart(
                tr("An example"),
                (example.text,),
                quiet=tr("An imagined example from: {sector}.").format(sector=example.sector),
            )
        )
    if indicator.evidence:
        parts.append(GuidePart(tr("Evidence to look for"), items=indicator.evidence))
    parts += [
        GuidePart(
            tr("National context"), (card.text,), quiet=f"{card.source}. {card.note}", ruled=True
        )
        for card in bank.context_for(indicator_id)
    ]
    parts += [
        GuidePart(
            tr("A law that touches this"),
            ((Run(f"{law.title}. ", link=law.address), Run(law.says)),),
            quiet=tr("{state} Looked up on {day}.").format(state=law.state, day=day(law.checked)),
            ruled=True,
        )
        for law in bank.laws
        if indicator_id in law.beside
    ]
    if bank.practice_types and _names_practice(indicator):
        kinds = tuple(
            (Run(f"{each.name}: ", bold=True), Run(each.meaning)) for each in bank.practice_types
        )
        said = tr("Each includes those before it. Share has a blank sheet for roles.")
        parts.append(GuidePart(tr("Kinds of practice"), items=kinds, quiet=said))
    if meanings := beside_question(bank, indicator):
        parts.append(
            GuidePart(
                tr("Words used here"),
                tuple((Run(f"{each.word}: ", bold=True), Run(each.meaning)) for each in meanings),
            )
        )
    if links := _links(bank, indicator):
        parts.append(links)
    return tuple(parts)


def _names_practice(indicator: Indicator) -> bool:
    """Whether its readers have to know the kinds of practice."""
    return "practice types" in {each.casefold() for each in indicator.glossary}


def _links(bank: Bank, indicator: Indicator) -> GuidePart | None:
    """Where to read on, how to find it, and how old the addresses are."""
    resources = {each.id: each for each in bank.resources}
    found = [resources[key] for key in indicator.links if key in resources]
    items = tuple(
        (
            Run(each.title, link=each.address or ""),
            *((Run(f". {each.note}"),) if each.note else ()),
        )
        for each in found
    )
    days = [each.checked or each.listed for each in found if each.address]
    known = [each for each in days if each is not None]
    said = ""
    if known and all(each.checked for each in found if each.address):
        said = tr("Web addresses checked on {day}.").format(day=day(min(known)))
    elif known:
        said = tr("Web addresses as listed on {day}. They have not been checked since.").format(
            day=day(min(known))
        )
    return GuidePart(tr("Linked frameworks"), items=items, quiet=said) if items else None
