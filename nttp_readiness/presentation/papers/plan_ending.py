"""The last page: whom one can turn to, our own contact first, words, and what this report is."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_actions import requests_behind
from nttp_readiness.presentation.plan.plan_material import Material, bold
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Panel,
    Paragraph,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.support import Contact, Support, support
from nttp_readiness.presentation.words.word_meanings import meanings_table, used_in


def last_page(material: Material) -> tuple[Block, ...]:
    """Support, then a few words about this report."""
    bank = material.bank
    about = tr("It does not compare us with anybody.")
    if material.scores:
        about = tr(
            "It is a structure for reflection and planning, made from our own answers. It does not "
            "compare us with anybody."
        )
    return (
        *support_page(material.assessment),
        Heading(2, tr("About this report")),
        Paragraph(f"{material.disclaimer}. {about}"),
        Paragraph(
            words.questions_words(bank),
            look="source",
        ),
    )


def words_used(material: Material) -> tuple[Block, ...]:
    """What the words in the actions mean, for whoever is given this report and no program."""
    texts = [request for request, _ in requests_behind(material.bank, material.plan)]
    texts += [each.action.title for each in material.waiting]
    for each in material.planned:
        texts += [each.action.title, each.action.details, each.action.measure]
    found = used_in(material.bank, texts)
    title = tr("Words used in the actions")
    if not found:
        return ()
    return (Heading(1, title, look="section", new_page=False), meanings_table(title, found))


def support_page(assessment: Assessment) -> tuple[Block, ...]:
    """Whom one can turn to, with a word on how old that is."""
    found = support(assessment.bank, assessment)
    own = Paragraph(tr("We have not named one yet. Please ask whoever gave you this."))
    if found.own:
        own = Paragraph(found.own, look="strong")
    return (
        Heading(1, tr("Support"), look="section"),
        Paragraph(
            tr(
                "Reading or talking about this can bring up difficult feelings. You do not"
                " have to explain why you are getting in touch."
            ),
            look="lead",
        ),
        Heading(2, tr("Our own contact first")),
        Panel((own,)),
        *_for_anybody(found),
    )


def _for_anybody(found: Support) -> tuple[Block, ...]:
    blocks: list[Block] = []
    if found.anybody:
        noted = any(each.note for each in found.anybody)
        columns = [Column(tr("Who"), 60 if noted else 110)]
        columns += [Column(tr("For"), 66)] if noted else []
        columns.append(Column(tr("Call"), 44 if noted else 60))
        rows = tuple(_contact(each, noted=noted) for each in found.anybody)
        title = tr("For anybody")
        blocks += [Heading(2, title), Table(title, tuple(columns), rows)]
    blocks += [
        Paragraph(
            tr("In immediate danger, call {number}.").format(number=each.reach), look="strong"
        )
        for each in found.danger
        if each.reach
    ]
    if found.days:
        cure = tr("Please tell whoever gave you this if something here is out of date.")
        blocks.append(Paragraph(f"{found.days} {cure}", look="source"))
    return tuple(blocks)


def _contact(contact: Contact, *, noted: bool) -> Row:
    reach: list[Words] = []
    if contact.reach:
        reach.append((bold(contact.reach),))
    if contact.address:
        reach.append((Run(contact.address.removeprefix("mailto:"), link=contact.address),))
    middle = (Cell((contact.note or tr("Anybody"),)),) if noted else ()
    return Row((Cell(((bold(contact.name),),)), *middle, Cell(tuple(reach))))
