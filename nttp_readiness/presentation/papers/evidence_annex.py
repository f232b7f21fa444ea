"""The evidence by itself: by question and by kind, what is missing, and where it all lies."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from nttp_readiness.domain.answers.evidence import EVIDENCE_SORTS, EvidenceItem
from nttp_readiness.domain.bank.indicator import Indicator
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.evidence_pieces import piece_name
from nttp_readiness.presentation.plan.plan_material import (
    Material,
    Options,
    answer_words,
    bold,
    or_quiet,
    quiet,
    sentence,
)
from nttp_readiness.presentation.readiness.evidence_list import (
    QuestionEvidence,
    count_words,
    evidence_list,
    to_check,
)
from nttp_readiness.presentation.words.answer_columns import answer_column
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Report,
    Row,
    Run,
    Table,
    Words,
)
from nttp_readiness.presentation.words.evidence_columns import (
    EvidenceColumn,
    evidence_column,
    evidence_sort_words,
)
from nttp_readiness.presentation.words.owners import without_names

_LONG = 800
"""Signs of what is written beside an answer, from which its table may begin on another page."""
_SHOWN: tuple[tuple[str, float], ...] = (
    ("what", 62), ("kind", 30), ("dated", 26), ("where", 52),
)  # fmt: skip


def evidence_annex(card: Scorecard, today: dt.date, options: Options | None = None) -> Report:
    """What can be shown for the answers. Where answers or notes are left out, all of that goes with
    them, and what could be shown for each question is what stays.
    """
    material = Material(card, today, options or Options())
    profile = material.assessment.profile
    kept = material.scores and material.notes
    sections = (
        (_in_short(material), _by_question(material), _by_kind(material), _missing(material))
        if kept
        else (_could_be_shown(material, material.assessment.asked),)
    )
    report = Report(
        title=tr("{who}: evidence").format(who=material.who),
        author=profile.organisation or profile.title,
        language=material.bank.language,
        blocks=tuple(block for section in sections for block in section),
        header_left=tuple(dict.fromkeys((material.who, profile.title))),
        header_right=tr("Evidence, {dated}").format(dated=material.dated),
        footer_left=material.disclaimer,
        subject=material.bank.title,
    )
    return report if material.names else without_names(report, material.assessment)


def _in_short(material: Material) -> tuple[Block, ...]:
    return (
        Heading(1, tr("Evidence"), look="section"),
        Paragraph(count_words(material.assessment), look="lead"),
        Paragraph(
            tr(
                "This lists what evidence there is and where it is kept. The evidence itself"
                " is not in it."
            )
        ),
    )


# ---- by question


def _by_question(material: Material) -> tuple[Block, ...]:
    blocks: list[Block] = []
    for domain in evidence_list(material.assessment):
        blocks.append(Heading(2, domain.name, look="part"))
        for question in domain.questions:
            blocks += _question(material, question)
    return tuple(blocks)


def _question(material: Material, question: QuestionEvidence) -> Iterator[Block]:
    answer = material.assessment.answer(question.id)
    stands = material.words_in(answer, answer_column("evidence_kind"))
    said: list[Words] = [(bold(tr("Answer: ")), Run(answer_words(material.bank, answer)))]
    if answer.evidence_kind != "none" or not question.items:
        said.append((bold(f"{answer_column('evidence_kind').heading()}: "), Run(stands)))
    begins: tuple[Block, ...] = (
        Heading(3, f"{question.id} {question.title}", look="question"),
        *(Paragraph(each) for each in said),
    )
    written = [(key, material.words_in(answer, answer_column(key))) for key in ("evidence", "note")]
    beside: tuple[Block, ...] = tuple(
        Paragraph((bold(f"{answer_column(key).heading()}: "), Run(text)))
        for key, text in written
        if text
    )
    table: tuple[Block, ...] = (_items(material, question),) if question.items else ()
    # The table names nothing but its columns: it stands with the question, or with a long note.
    if table and sum(len(text) for _, text in written) <= _LONG:
        yield Keep((*begins, *beside, *table))
        return
    yield Keep(begins)
    yield from beside[:-1]
    if beside:
        yield Keep((*beside[-1:], *table))


def _items(material: Material, question: QuestionEvidence) -> Table:
    shown = [
        (column, width) for key, width in _SHOWN if material.shows(column := evidence_column(key))
    ]
    rows = tuple(
        Row(tuple(_cell(material, item, column) for column, _ in shown)) for item in question.items
    )
    columns = tuple(Column(column.heading(), width) for column, width in shown)
    return Table(tr("Evidence for {id}").format(id=question.id), columns, rows)


def _cell(material: Material, item: EvidenceItem, column: EvidenceColumn) -> Cell:
    if column.key != "what":
        return Cell((or_quiet(material.words_in(item, column), column.nothing() or tr("none")),))
    said: list[Words] = [(bold(sentence(piece_name(material, item))),)]
    shows = material.words_in(item, evidence_column("shows"))
    if shows:
        said.append(shows)
    if item.state != "stands":
        said.append(quiet(sentence(material.words_in(item, evidence_column("state")))))
    return Cell(tuple(said))


# ---- by kind


def _by_kind(material: Material) -> tuple[Block, ...]:
    """How much there is of each kind, and for which questions."""
    held = [
        (item.kind, each.id)
        for each in material.assessment.asked
        for item in material.assessment.answer(each.id).evidence_items
    ]
    if not held:
        return ()
    columns = (
        Column(evidence_column("kind").heading(), 60),
        Column(tr("How many"), 24, right=True),
        Column(tr("For which questions"), 86),
    )
    rows = []
    for kind in EVIDENCE_SORTS:
        of_kind = [question for each, question in held if each == kind]
        named = ", ".join(dict.fromkeys(of_kind))
        cells = (evidence_sort_words(kind), str(len(of_kind)), or_quiet(named, tr("none")))
        rows.append(Row(tuple(Cell((each,)) for each in cells)))
    title = tr("By kind")
    return (Keep((Heading(2, title), Table(title, columns, tuple(rows), look="close"))),)


# ---- what is missing


def _missing(material: Material) -> tuple[Block, ...]:
    """Answers for which nothing can be shown, the foundations first, each with what could; and what
    nobody has looked at since an earlier round.
    """
    assessment = material.assessment
    shown = {each.id for domain in evidence_list(assessment) for each in domain.questions}
    bare = [
        each
        for each in assessment.asked
        if assessment.answer(each.id).level is not None and each.id not in shown
    ]
    blocks: list[Block] = []
    waiting = to_check(assessment)
    if waiting:
        items = tuple(
            Item(tr("{id}: {name}").format(id=key, name=sentence(piece_name(material, item))))
            for key, item in waiting
        )
        blocks += [Heading(2, tr("From an earlier round: is it still true?")), Listing(items)]
    return (*blocks, *_bare(material, bare))


def _bare(material: Material, bare: list[Indicator]) -> tuple[Block, ...]:
    """The foundations each with what could show it, the others in a line each."""
    if not bare:
        return ()
    title = tr("What is missing")
    lead = tr(
        "These have a level but nothing yet to show for it. One piece of evidence each is a start."
    )
    first = [each for each in bare if each.foundation]
    others = [each for each in bare if not each.foundation]
    begins: tuple[Block, ...] = (Heading(2, title), Paragraph(lead))
    blocks: list[Block] = []
    for each in first:
        level = answer_words(material.bank, material.assessment.answer(each.id))
        named = tr("{name} ({answer})").format(name=f"{each.id} {each.title}", answer=level)
        heading = Heading(3, named, look="question")
        could = Listing(tuple(Item(sentence(one)) for one in each.evidence))
        blocks.append(Keep((*begins, heading, could)))
        begins = ()
    listing = Listing(tuple(Item(_named(material, each)) for each in others))
    if others and first:
        begins = (Heading(3, tr("The other questions")),)
    return (*blocks, *((Keep((*begins, listing)),) if others else ()))


def _named(material: Material, indicator: Indicator) -> Words:
    level = answer_words(material.bank, material.assessment.answer(indicator.id))
    said = f"{indicator.id} {indicator.title} "
    return (Run(said), Run(tr("({answer})").format(answer=level), colour="quiet"))


def _could_be_shown(material: Material, asked: tuple[Indicator, ...]) -> tuple[Block, ...]:
    """For each question what could be shown, to collect it by."""
    blocks: list[Block] = [
        Heading(1, tr("Evidence to look for"), look="section"),
        Paragraph(tr("What could show how things stand, question by question."), look="lead"),
    ]
    for domain in material.bank.domains:
        mine = [each for each in asked if material.bank.domain_of[each.id] is domain]
        if not mine:
            continue
        blocks.append(Heading(2, domain.name, look="part"))
        for each in mine:
            heading = Heading(3, f"{each.id} {each.title}", look="question")
            items = tuple(Item(sentence(one)) for one in each.evidence)
            blocks.append(Keep((heading, Listing(items))) if items else heading)
    return tuple(blocks)
