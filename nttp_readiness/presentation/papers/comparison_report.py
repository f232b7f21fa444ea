"""Two rounds side by side on paper: what moved, what did not, and what was done in between."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.rounds.rounds import Comparison
from nttp_readiness.errors import ExportError
from nttp_readiness.figures import dumbbells
from nttp_readiness.figures.arcs import MM
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.plan.plan_material import Options, bold
from nttp_readiness.presentation.readiness import pictures
from nttp_readiness.presentation.rounds.comparison import (
    ComparisonWords,
    both_ways_words,
    comparison_words,
    sentence_runs,
)
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Cell,
    Column,
    Figure,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Report,
    Row,
    Table,
)
from nttp_readiness.presentation.words.owners import without_names

_WIDTH = 170 * MM
_NARROW = 288


def comparison_report(
    compared: Comparison, today: dt.date, options: Options | None = None
) -> Report:
    """What moved between the two. Raises ExportError without scores: then nothing is left of it."""
    options = options or Options()
    if "scores" in options.without:
        raise ExportError(
            tr("A comparison needs levels, so it cannot be made without them."),
            safe=tr("Nothing was written."),
            cure=tr("Put the levels in, or share the action plan without levels."),
        )
    said = comparison_words(compared)
    after, bank = compared.after.assessment, compared.bank
    profile = after.profile
    who = words.who_words(profile)
    report = Report(
        title=f"{who}: {said.title[0].lower()}{said.title[1:]}",
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            Heading(1, said.title, look="section"),
            Paragraph(sentence_runs(said), look="lead"),
            *_domains(compared, said, large=options.large),
            *_foundations(said),
            *_reach(said),
            *_came_back(said),
            *_done(said),
            *_notes(compared, said),
            *support_page(after),
        ),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("Two rounds, {day}").format(day=words.day(today)),
        footer_left=bank.disclaimer,
        subject=bank.title,
    )
    if "names" in options.without:
        report = without_names(without_names(report, after), compared.before.assessment)
    return report


def _domains(compared: Comparison, said: ComparisonWords, *, large: bool) -> tuple[Block, ...]:
    if not said.rows:
        return ()
    drawings = () if large else _drawings(compared, said)
    title = tr("Domain by domain")
    columns = (
        Column(tr("Domain"), 46),
        Column(tr("Was"), 21),
        Column(tr("Now"), 21),
        Column(tr("Change"), 26),
        Column(tr("How it moved"), 56),
    )
    rows = tuple(
        Row(
            (
                Cell(((bold(each.name),),)),
                Cell((_capital(each.was),)),
                Cell((_capital(each.now),)),
                Cell((each.change,)),
                Cell((each.detail,)),
            )
        )
        for each in said.rows
    )
    rounds = Paragraph(f"{said.before}; {said.after}.", look="quiet")
    return (
        *((Keep((rounds, *drawings)),) if drawings else (rounds,)),
        Heading(2, title),
        Table(title, columns, rows),
    )


def _drawings(compared: Comparison, said: ComparisonWords) -> tuple[Figure, ...]:
    """The chart under its key."""
    names = [each.name for each in compared.bank.levels]
    chart = pictures.two_rounds(said, names, dumbbells.PAPER, _WIDTH)
    if chart is None:
        return ()
    narrow = pictures.two_rounds(said, names, dumbbells.NARROW, _NARROW)
    key = pictures.two_rounds_key(said, dumbbells.PAPER, _WIDTH)
    narrow_key = pictures.two_rounds_key(said, dumbbells.NARROW, _NARROW)
    return Figure(key, narrow_key), Figure(chart, narrow)


def _foundations(said: ComparisonWords) -> tuple[Block, ...]:
    title = tr("Foundations")
    same = Paragraph(said.foundations_same)
    if not said.foundations:
        return (Keep((Heading(2, title), same)),)
    columns = (Column(tr("Foundation"), 90), Column(tr("Was"), 40), Column(tr("Now"), 40))
    rows = tuple(
        Row((Cell(((bold(each.title),),)), Cell((each.was,)), Cell((each.now,))))
        for each in said.foundations
    )
    table = Table(tr("Foundations with another answer"), columns, rows)
    return (Keep((Heading(2, title), table)), same)


def _reach(said: ComparisonWords) -> tuple[Block, ...]:
    if not said.reach:
        return ()
    listed = Listing(tuple(Item(each) for each in said.reach))
    return (Keep((Heading(2, tr("How many it reaches")), listed)),)


def _came_back(said: ComparisonWords) -> tuple[Block, ...]:
    if not said.came_back:
        return ()
    listed = Listing(tuple(Item(each) for each in said.came_back))
    return (Keep((Heading(2, tr("What we meant to come back to")), listed)),)


def _done(said: ComparisonWords) -> tuple[Block, ...]:
    title = Heading(2, tr("Done in between"))
    if not said.done:
        return (Keep((title, Paragraph(tr("No action was marked as done yet.")))),)
    return (Keep((title, Listing(tuple(Item(each, mark="done") for each in said.done)))),)


def _notes(compared: Comparison, said: ComparisonWords) -> tuple[Block, ...]:
    return (
        Heading(2, tr("How to read this")),
        *(Paragraph(each) for each in said.notes),
        Paragraph(f"{compared.bank.disclaimer}. {both_ways_words()}"),
    )


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
