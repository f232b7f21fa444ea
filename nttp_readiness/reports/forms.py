"""What can leave the program: every form with its use, and one way to make any of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Literal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.domain.rounds.rounds import compare, in_order
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.action_plan import Options, action_plan
from nttp_readiness.presentation.papers.ballot_slips import ballot_slips
from nttp_readiness.presentation.papers.comparison_report import comparison_report
from nttp_readiness.presentation.papers.good_practice import ROOM, good_practice
from nttp_readiness.presentation.papers.one_page import MOST_STRENGTHS, one_page
from nttp_readiness.presentation.papers.one_thing import one_thing_card
from nttp_readiness.presentation.papers.plan_data import plan_data
from nttp_readiness.presentation.papers.plan_events import plan_diary
from nttp_readiness.presentation.papers.plan_sheets import for_one_table, plan_book
from nttp_readiness.presentation.papers.plan_views import plan_views
from nttp_readiness.presentation.papers.questionnaire import questionnaire
from nttp_readiness.presentation.papers.workshop_report import (
    can_be_reported,
    group_report,
    workshop_record,
)
from nttp_readiness.presentation.words.blocks import Paper, Report

FormId = Literal[
    "plan", "one-page", "large-print", "grey", "views", "questionnaire", "ballots", "record",
    "group", "comparison", "example", "card", "actions", "calendar", "data",
]  # fmt: skip
Size = Literal["standard", "clear", "large"]
FormOption = Literal["scores", "notes", "names", "size", "grey", "a3", "previous", "strength"]
Progress = Callable[[int], None]

_PARTS: tuple[FormOption, ...] = ("scores", "notes", "names")
_SINGLE = {"one-page", "example", "card", "ballots"}
"""Forms that fill one page of paper, or pages that are cut apart."""
_OF_A_GROUP = {"record", "group"}
"""Forms that exist where a round of group answers is closed."""


@dataclass(frozen=True, slots=True)
class Form:
    """A form with its name, what it is good for, the suffixes that it can be written with, and what
    `make` heeds for it: parts that can be left out, looks, and what it must be given besides.
    """

    id: FormId
    name: str
    use: str
    suffixes: tuple[str, ...] = (".pdf",)
    choices: tuple[FormOption, ...] = ()


def forms() -> tuple[Form, ...]:
    """Every form, in the order in which they are offered."""
    return (
        Form(
            "plan",
            tr("Action plan"),
            tr("Everything we found and decided, to work with."),
            (".pdf", ".docx", ".html"),
            (*_PARTS, "size", "grey"),
        ),
        Form(
            "one-page",
            tr("One page"),
            tr("Where we stand and what comes first, to pin up."),
            choices=(*_PARTS, "grey", "a3"),
        ),
        Form(
            "large-print",
            tr("Large print"),
            tr("The action plan in large letters."),
            choices=(*_PARTS, "grey"),
        ),
        Form(
            "grey",
            tr("Black and white"),
            tr("The action plan for a plain printer or copier."),
            choices=(*_PARTS, "size"),
        ),
        Form(
            "views",
            tr("Plan in two pictures"),
            tr("What each action moves, and what it takes: for a meeting or a wall."),
            (".pdf", ".docx", ".html"),
            ("scores", "names", "size", "grey"),
        ),
        Form(
            "questionnaire",
            tr("Blank questionnaire"),
            tr("Every question with room to write, to read or to answer on paper."),
            choices=("size", "grey"),
        ),
        Form(
            "ballots",
            tr("Ballot slips"),
            tr("For a vote on paper: a slip for each question. Print a set for each person."),
            choices=("grey",),
        ),
        Form(
            "record",
            tr("Workshop record"),
            tr("What the workshop agreed, and the views kept beside it."),
            (".pdf", ".docx", ".html"),
            ("notes", "names", "size", "grey"),
        ),
        Form(
            "group",
            tr("Group report"),
            tr("What the group’s answers show. Small groups stay hidden."),
            (".pdf", ".docx", ".html"),
            ("notes", "names", "size", "grey"),
        ),
        Form(
            "comparison",
            tr("Comparison of two rounds"),
            tr("What moved since another round, and what was done in between."),
            (".pdf", ".docx", ".html"),
            ("notes", "names", "size", "grey", "previous"),
        ),
        Form(
            "example",
            tr("Good-practice example"),
            tr("One of our strengths on a page, to send to others."),
            (".docx", ".pdf"),
            (*_PARTS, "grey", "strength"),
        ),
        Form(
            "card",
            tr("Card “one thing I will do”"),
            tr("Four cards on a page, for each person to fill in and keep."),
            choices=("names", "grey"),
        ),
        Form(
            "actions",
            tr("Table of actions"),
            tr("For a spreadsheet. Changes in the Excel file can come back into the plan."),
            (".xlsx", ".csv"),
            _PARTS,
        ),
        Form(
            "calendar",
            tr("Calendar"),
            tr("The days of our actions and reviews, for any calendar."),
            (".ics",),
            _PARTS,
        ),
        Form(
            "data",
            tr("Data"),
            tr(
                "The assessment for another program, or to be taken in again. Of a workshop it"
                " holds only what may be shown outside: the counts stay in your own file."
            ),
            (".json",),
            _PARTS,
        ),
    )


def offered_for(assessment: Assessment) -> tuple[Form, ...]:
    """The forms that there are for this assessment: those of a group need a closed round."""
    reported = can_be_reported(assessment)
    return tuple(each for each in forms() if reported or each.id not in _OF_A_GROUP)


def form_for(suffix: str) -> FormId:
    """The form that is meant where only a file's suffix is given; the plan for one unknown."""
    return next((each.id for each in forms() if suffix.lower() in each.suffixes), "plan")


def make(
    assessment: Assessment,
    form: str,
    suffix: str,
    *,
    today: dt.date,
    without: frozenset[Redaction] = frozenset(),
    full_notes: bool = False,
    size: Size = "standard",
    grey: bool = False,
    a3: bool = False,
    previous: Assessment | None = None,
    strength: str = "",
    invariant: bool = False,
    progress: Progress | None = None,
) -> bytes:
    """The form as a file's bytes.

    A form's `choices` say what is heeded for it. `previous` is the other round of a comparison,
    `strength` the question of an example (else the best evidenced). `progress` hears
    percentages; with `invariant` the same assessment gives the same bytes on that day. ExportError
    says what cannot be made.
    """
    chosen = _chosen(form, suffix)
    large = chosen.id == "large-print" or (size == "large" and "size" in chosen.choices)
    options = Options(without=without, full_notes=full_notes, large=large)
    now = dt.datetime.combine(today, dt.time(), dt.UTC) if invariant else dt.datetime.now(dt.UTC)
    if chosen.id in {"actions", "calendar", "data"}:
        return _table(assessment, chosen.id, suffix, today, options, now)
    paper = Paper(
        size="large" if large else size if "size" in chosen.choices else "standard",
        grey=grey or chosen.id == "grey",
        one_page=chosen.id in _SINGLE and suffix == ".pdf",
        a3=a3 and "a3" in chosen.choices,
    )
    report = partial(_report, assessment, chosen.id, today, options, previous, strength)
    typed = chosen.id == "example" and suffix == ".docx"  # there one types, and needs no lines
    try:
        return _written(report(shorter=typed), suffix, paper, now, invariant, progress)
    except ExportError:
        if not paper.one_page:
            raise
    if chosen.id == "ballots":
        paper = replace(paper, one_page=False)
    return _written(report(shorter=True), suffix, paper, now, invariant, progress)


def _report(
    assessment: Assessment,
    form: FormId,
    today: dt.date,
    options: Options,
    previous: Assessment | None,
    strength: str,
    *,
    shorter: bool = False,
) -> Report:
    """The report of a form; a `shorter` one where a single page was too small for it."""
    if form == "questionnaire":
        return questionnaire(assessment, large=options.large)
    if form == "ballots":
        return ballot_slips(assessment, cut=not shorter)
    if form == "record":
        return workshop_record(assessment, today, options)
    if form == "group":
        return group_report(assessment, today, options)
    if form == "comparison":
        if previous is None:
            raise ExportError(
                tr("A comparison needs another round to compare with."),
                safe=tr("Nothing was written."),
                cure=tr("Please choose the file of that round."),
            )
        return comparison_report(compare(*in_order(previous, assessment)), today, options)
    card = score(assessment)
    if form == "one-page":
        return one_page(card, today, options, strengths=MOST_STRENGTHS - shorter)
    if form == "example":
        room = 1 if shorter else ROOM
        return good_practice(card, today, options, strength=strength, room=room)
    if form == "views":
        return plan_views(card, today, options)
    if form == "card":
        return one_thing_card(card, today, options, brief=shorter)
    return action_plan(card, today, options)


def _written(
    report: Report,
    suffix: str,
    paper: Paper,
    now: dt.datetime,
    invariant: bool,  # noqa: FBT001 - passed on as it came
    progress: Progress | None,
) -> bytes:
    # Each library takes long to load: only an export needs it, and the list of forms does not.
    if suffix == ".docx":
        from nttp_readiness.reports.word import write_word  # noqa: PLC0415 - as said above

        return write_word(report, paper, made=now)
    if suffix == ".html":
        from nttp_readiness.reports.web_page import write_web_page  # noqa: PLC0415 - as above

        return write_web_page(report, paper)
    from nttp_readiness.reports.pdf import write_pdf  # noqa: PLC0415 - as said above

    return write_pdf(report, paper, invariant=invariant, progress=progress)


def _table(
    assessment: Assessment,
    form: FormId,
    suffix: str,
    today: dt.date,
    options: Options,
    now: dt.datetime,
) -> bytes:
    card = score(assessment)
    if form == "data":
        from nttp_readiness.reports.data_file import write_data  # noqa: PLC0415 - as above

        return write_data(plan_data(card, today, options))
    if form == "calendar":
        from nttp_readiness.reports.calendar_file import write_calendar  # noqa: PLC0415 - as above

        return write_calendar(plan_diary(card, today, options), made=now)
    book = plan_book(card, today, options)
    if suffix == ".csv":
        from nttp_readiness.reports.csv_table import write_csv  # noqa: PLC0415 - as above

        return write_csv(for_one_table(book))
    from nttp_readiness.reports.excel import write_excel  # noqa: PLC0415 - as above

    return write_excel(book, made=now)


def _chosen(form: str, suffix: str) -> Form:
    found = next((each for each in forms() if each.id == form), None)
    if found is None:
        raise ExportError(
            tr("There is no form called “{form}”.").format(form=form[:40]),
            cure=tr("Its forms are: {names}.").format(names=", ".join(each.id for each in forms())),
        )
    if suffix not in found.suffixes:
        raise ExportError(
            tr("“{name}” cannot be written as “{suffix}”.").format(
                name=found.name, suffix=suffix[:20]
            ),
            safe=tr("Nothing was written."),
            cure=tr("It can be written as: {suffixes}.").format(suffixes=", ".join(found.suffixes)),
        )
    return found
