"""Forms to follow up with: who does what by when, and what moved since another round."""

from __future__ import annotations

from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.presentation.words.sheets import Book
from nttp_readiness.reports.export_request import Making
from nttp_readiness.reports.specs.form_spec import PARTS, FormSpec


def specs() -> tuple[FormSpec, ...]:
    """Each with its words in the language of now."""
    return (
        FormSpec(
            "owner",
            tr("One owner’s sheet"),
            tr("One person’s actions, to hand out: on paper, or as a calendar."),
            suffixes=(".pdf", ".docx", ".html", ".ics"),
            choices=(*PARTS, "size", "grey", "owner"),
            occasion="follow_up",
            build=_owner,
            of_owners=True,
        ),
        FormSpec(
            "actions",
            tr("Table of actions"),
            tr("All actions, with answers and working, for a spreadsheet. Changes can come back."),
            suffixes=(".xlsx", ".ods", ".csv"),
            choices=PARTS,
            occasion="follow_up",
            build=_actions,
            comes_back=True,
        ),
        FormSpec(
            "tracker",
            tr("Action tracker"),
            tr(
                "Current actions, for owners to say how they are going. Their changes can come"
                " back into the plan."
            ),
            suffixes=(".xlsx", ".ods", ".csv"),
            choices=("notes", "names", "by_owner"),
            occasion="follow_up",
            build=_tracker,
            comes_back=True,
        ),
        FormSpec(
            "calendar",
            tr("Calendar"),
            tr("The days of our actions and reviews, for any calendar."),
            suffixes=(".ics",),
            choices=PARTS,
            occasion="follow_up",
            build=_calendar,
        ),
        FormSpec(
            "comparison",
            tr("Comparison of two rounds"),
            tr("What moved since another round, and what was done in between."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=("notes", "names", "size", "grey", "previous"),
            occasion="follow_up",
            build=_comparison,
        ),
    )


# ---- what each is made of


def _owner(making: Making) -> Report | bytes:
    owner = making.request.owner
    if making.request.suffix == ".ics":
        return _calendar_of(making, owner)
    from nttp_readiness.presentation.papers.owner_sheet import owner_sheet

    return owner_sheet(making.card, making.today, making.options, owner=owner)


def _actions(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.plan_sheets import plan_book

    return _written_book(plan_book(making.card, making.today, making.options), making)


def _written_book(book: Book, making: Making) -> bytes:
    from nttp_readiness.presentation.words.sheets import in_use, sheet_in_use

    match making.request.suffix:
        case ".csv":
            from nttp_readiness.presentation.papers.plan_sheets import for_one_table
            from nttp_readiness.reports.sheets.csv_table import write_csv

            return write_csv(sheet_in_use(for_one_table(book)), book.document)
        case ".ods":
            from nttp_readiness.reports.sheets.ods import write_ods

            return write_ods(in_use(book), made=making.now)
    from nttp_readiness.reports.sheets.excel import write_excel

    return write_excel(in_use(book), made=making.now)


def _tracker(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.tracker import tracker_book

    apart = making.request.by_owner
    book = tracker_book(making.card, making.today, making.options, owners_apart=apart)
    return _written_book(book, making)


def _calendar(making: Making) -> bytes:
    return _calendar_of(making, None)


def _calendar_of(making: Making, owner: str | None) -> bytes:
    from nttp_readiness.presentation.papers.plan_events import plan_diary
    from nttp_readiness.reports.calendar_file import write_calendar

    sent = making.request.looks_sent
    diary = plan_diary(making.card, making.today, making.options, owner=owner, looks_sent=sent)
    return write_calendar(diary, made=making.now)


def _comparison(making: Making) -> Report:
    from nttp_readiness.domain.rounds.rounds import compare, in_order
    from nttp_readiness.presentation.papers.comparison_report import comparison_report

    previous = making.request.previous
    if previous is None:
        raise ExportError(
            tr("A comparison needs another round to compare with."),
            safe=tr("Nothing was written."),
            cure=tr("Please choose the file of that round."),
        )
    found = compare(*in_order(previous, making.assessment))
    return comparison_report(found, making.today, making.options)
