"""Every form that leaves the program, each declared once: the window and the command line read it.

What a form is made of is loaded when it is made, so that this list is there at once. To add a form,
add its id and its spec here, and write the paper that it builds in `presentation.papers`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Literal, get_args

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.presentation.words.sheets import Book
from nttp_readiness.reports.export_request import FormOption, Making, Size
from nttp_readiness.values import dataclass

if TYPE_CHECKING:
    from nttp_readiness.presentation.papers.slide_deck import Deck

FormId = Literal[
    "plan", "report", "one-page", "large-print", "grey", "views", "board", "slides",
    "easy-read", "poster", "questionnaire", "ballots", "answer-sheet", "roles", "scrutiny",
    "outside", "crisis", "record", "group", "example", "card", "evidence", "owner", "actions",
    "tracker", "calendar", "comparison", "data", "group-data",
]  # fmt: skip
Occasion = Literal["meeting", "hand_out", "follow_up", "ask", "keep"]
"""What somebody has before them who needs a form: forms are offered by it."""
OCCASIONS: tuple[Occasion, ...] = get_args(Occasion)
BankPart = Literal["", "practice_types", "scrutiny", "outside", "crisis"]
_PARTS: tuple[FormOption, ...] = ("scores", "notes", "names")


@dataclass(frozen=True, slots=True)
class FormSpec:
    """A form with its name, what it is good for, the suffixes that it can be written with, and what
    can be chosen for it. `build` makes the report or the slides that are written, or the file.
    """

    id: FormId
    name: str
    use: str
    occasion: Occasion
    build: Callable[[Making], Report | Deck | bytes]
    suffixes: tuple[str, ...] = (".pdf",)
    choices: tuple[FormOption, ...] = ()
    single_page: bool = False
    """Its PDF fills one page of paper, or pages that are cut apart."""
    of_a_group: bool = False
    """It exists where a round of group answers is closed."""
    made_from: BankPart = ""
    """The part of the bank that it is made from; it exists where the questions have that part."""
    of_practice: bool = False
    """It exists where the questions name kinds of practice."""
    of_notes: bool = False
    """It is made of notes and evidence: whoever asks for it asks for them."""
    of_owners: bool = False
    """It exists where somebody owns an action."""
    size: Size | None = None
    """The size of text that it always has."""
    grey: bool = False
    """It is always without colours."""
    comes_back: bool = False
    """What is changed in it can be taken into the plan."""
    sizes: tuple[Size, ...] = ("standard", "clear", "large")
    """The sizes of text that can be chosen, where any can."""
    with_logo: bool = False
    """The organisation's logo stands at its head."""
    templated: bool = False
    """Its Word file is written in the organisation's own template."""

    def both_sides(self, size: Size) -> bool:
        """Whether its single page may become the two sides of one sheet in that size of text."""
        return self.id == "one-page" and size == "large"


def form_specs() -> tuple[FormSpec, ...]:
    """Every form, in the order in which they are offered."""
    return (
        FormSpec(
            "plan",
            tr("Action plan"),
            tr(
                "Where we stand and what we will do, for a meeting. The rest as an annex, if"
                " you wish."
            ),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*_PARTS, "annex", "size", "grey"),
            occasion="meeting",
            build=_plan,
        ),
        FormSpec(
            "report",
            tr("Full report"),
            tr("Everything we found and decided, with how it was worked out."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*_PARTS, "full_notes", "size", "grey"),
            occasion="keep",
            build=_report,
            with_logo=True,
        ),
        FormSpec(
            "one-page",
            tr("One page"),
            tr("Where we stand and what comes first, to pin up."),
            choices=(*_PARTS, "size", "grey", "a3"),
            occasion="meeting",
            build=_one_page,
            single_page=True,
            sizes=("standard", "large"),
        ),
        FormSpec(
            "large-print",
            tr("Large print"),
            tr("The action plan in large letters."),
            choices=(*_PARTS, "annex", "grey"),
            occasion="meeting",
            build=_plan,
            size="large",
        ),
        FormSpec(
            "grey",
            tr("Black and white"),
            tr("The action plan for a plain printer or copier."),
            choices=(*_PARTS, "annex", "size"),
            occasion="meeting",
            build=_plan,
            grey=True,
        ),
        FormSpec(
            "views",
            tr("Plan in two pictures"),
            tr("What each action moves, and what it takes: for a meeting or a wall."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=("scores", "names", "size", "grey"),
            occasion="meeting",
            build=_views,
        ),
        FormSpec(
            "board",
            tr("Paper for a board"),
            tr("What a meeting is asked to decide, on two to four pages, in your Word template."),
            suffixes=(".docx", ".pdf"),
            choices=(*_PARTS, "size", "grey", "template"),
            occasion="meeting",
            build=_board,
            with_logo=True,
            templated=True,
        ),
        FormSpec(
            "slides",
            tr("Slides"),
            tr("Six slides for a meeting, with notes for the speaker, for PowerPoint."),
            suffixes=(".pptx", ".pdf"),
            choices=("scores", "names", "grey"),
            occasion="meeting",
            build=_slides,
            with_logo=True,
        ),
        FormSpec(
            "easy-read",
            tr("Summary in easy words"),
            tr("Short sentences with pictures. Please try it with people who will read it."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*_PARTS, "grey"),
            occasion="hand_out",
            build=_easy_read,
            size="large",
        ),
        FormSpec(
            "poster",
            tr("Poster"),
            tr("What we are doing, in large letters, to hang up. It has no levels and no notes."),
            choices=("names", "grey", "a3"),
            occasion="hand_out",
            build=_poster,
            single_page=True,
            size="large",
        ),
        FormSpec(
            "questionnaire",
            tr("Blank questionnaire"),
            tr("Every question with room to write, to read or to answer on paper."),
            choices=("size", "grey"),
            occasion="ask",
            build=_questionnaire,
        ),
        FormSpec(
            "ballots",
            tr("Ballot slips"),
            tr("For a vote on paper: a slip for each question. Print a set for each person."),
            choices=("grey",),
            occasion="ask",
            build=_ballots,
            single_page=True,
        ),
        FormSpec(
            "answer-sheet",
            tr("Answer sheet"),
            tr(
                "For a vote on paper: one sheet of all questions for each person. Whoever counts it"
                " sees their answers together, as slips do not."
            ),
            suffixes=(".pdf", ".docx"),
            choices=("size", "grey"),
            occasion="ask",
            build=_answer_sheet,
        ),
        FormSpec(
            "roles",
            tr("Roles and kinds of practice"),
            tr("A blank sheet for what each role needs to know and to do."),
            suffixes=(".pdf", ".docx"),
            choices=("size", "grey"),
            occasion="ask",
            build=_roles,
            made_from="practice_types",
        ),
        FormSpec(
            "scrutiny",
            tr("Questions for those who decide"),
            tr("Five questions for a board or a committee, and what to listen for in the answers."),
            suffixes=(".pdf", ".docx"),
            choices=("grey",),
            occasion="ask",
            build=_scrutiny,
            single_page=True,
            made_from="scrutiny",
        ),
        FormSpec(
            "outside",
            tr("Rated from outside"),
            tr(
                "Two pages for people with lived experience. Their answers count as a group of"
                " their own."
            ),
            suffixes=(".pdf", ".docx"),
            choices=("size", "grey"),
            occasion="ask",
            build=_outside,
            made_from="outside",
        ),
        FormSpec(
            "crisis",
            tr("A week of crisis"),
            tr("Support first, then what to do in a day, a week and a month, and what to say."),
            suffixes=(".pdf", ".docx"),
            choices=("size", "grey"),
            occasion="hand_out",
            build=_crisis,
            made_from="crisis",
        ),
        FormSpec(
            "record",
            tr("Workshop record"),
            tr("What the workshop agreed and will do, and the views kept beside it."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=("notes", "names", "size", "grey"),
            occasion="ask",
            build=_record,
            of_a_group=True,
        ),
        FormSpec(
            "group",
            tr("Group report"),
            tr("What the group’s answers show. Small groups stay hidden."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=("notes", "names", "size", "grey"),
            occasion="ask",
            build=_group,
            of_a_group=True,
        ),
        FormSpec(
            "example",
            tr("Good-practice example"),
            tr("One of our strengths on a page, to send to others."),
            suffixes=(".docx", ".pdf"),
            choices=(*_PARTS, "grey", "strength"),
            occasion="hand_out",
            build=_example,
            single_page=True,
        ),
        FormSpec(
            "card",
            tr("Card “one thing I will do”"),
            tr("Four cards on a page, for each person to fill in and keep."),
            choices=("names", "grey"),
            occasion="hand_out",
            build=_card,
            single_page=True,
        ),
        FormSpec(
            "evidence",
            tr("Evidence"),
            tr("What can be shown for the answers and where it lies, and what is missing."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*_PARTS, "size", "grey"),
            occasion="keep",
            build=_evidence,
            of_notes=True,
        ),
        FormSpec(
            "owner",
            tr("One owner’s sheet"),
            tr("One person’s actions, to hand out: on paper, or as a calendar."),
            suffixes=(".pdf", ".docx", ".html", ".ics"),
            choices=(*_PARTS, "size", "grey", "owner"),
            occasion="follow_up",
            build=_owner,
            of_owners=True,
        ),
        FormSpec(
            "actions",
            tr("Table of actions"),
            tr("All actions, with answers and working, for a spreadsheet. Changes can come back."),
            suffixes=(".xlsx", ".ods", ".csv"),
            choices=_PARTS,
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
            choices=_PARTS,
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
        FormSpec(
            "data",
            tr("Data"),
            tr(
                "The assessment for another program, or to bring in here again. From a"
                " workshop it has only what may be shown outside. The counts stay in your own"
                " file."
            ),
            suffixes=(".json",),
            choices=_PARTS,
            occasion="keep",
            build=_data,
        ),
        FormSpec(
            "group-data",
            tr("Group results as a table"),
            tr("What may leave the room, for a spreadsheet or another program."),
            suffixes=(".xlsx", ".csv", ".json"),
            choices=("notes", "names"),
            occasion="keep",
            build=_group_data,
            of_a_group=True,
        ),
    )


def form_spec(form: str) -> FormSpec:
    """The form with that id. Raises ExportError."""
    found = {each.id: each for each in form_specs()}
    for known, spec in found.items():
        if known == form:
            return spec
    raise ExportError(
        tr("There is no form called “{form}”.").format(form=form[:40]),
        cure=tr("Its forms are: {names}.").format(names=", ".join(found)),
    )


def form_address(form: FormId) -> Address:
    """Where that form is chosen."""
    return Address(Page.SHARE, form)


def form_for(suffix: str) -> FormId:
    """The form that is meant where only a file's suffix is given; the plan for one unknown. One
    that is made for a certain person is never meant by its suffix alone.
    """
    whole = (each for each in form_specs() if "owner" not in each.choices)
    return next((each.id for each in whole if suffix.lower() in each.suffixes), "plan")


def offered_for(assessment: Assessment) -> tuple[FormSpec, ...]:
    """The forms that there are for this assessment: those of a group need a closed round, that of
    an owner somebody who owns something, and others a part of the bank that not each has.
    """
    from nttp_readiness.presentation.papers.workshop_paper import can_be_reported

    reported = can_be_reported(assessment)
    bank = assessment.bank
    owned = any(each.owner.strip() for each in assessment.actions.values())
    return tuple(
        each
        for each in form_specs()
        if (reported or not each.of_a_group)
        and (not each.made_from or getattr(bank, each.made_from))
        and (owned or not each.of_owners)
    )


# ---- what each is made of


def _plan(making: Making) -> Report:
    from nttp_readiness.presentation.papers.meeting_plan import meeting_plan

    spread = making.request.suffix == ".pdf"
    return meeting_plan(making.card, making.today, making.options, spread=spread)


def _report(making: Making) -> Report:
    from nttp_readiness.presentation.papers.action_plan import action_plan

    return action_plan(making.card, making.today, making.options)


def _one_page(making: Making) -> Report:
    from nttp_readiness.presentation.papers.one_page import one_page

    return one_page(making.card, making.today, making.options, brief=making.shorter)


def _views(making: Making) -> Report:
    from nttp_readiness.presentation.papers.plan_views import plan_views

    return plan_views(making.card, making.today, making.options)


def _board(making: Making) -> Report:
    from nttp_readiness.presentation.papers.board_paper import board_paper

    return board_paper(making.card, making.today, making.options)


def _slides(making: Making) -> Deck:
    from nttp_readiness.presentation.papers.slide_deck import slide_deck

    return slide_deck(making.card, making.today, making.options)


def _easy_read(making: Making) -> Report:
    from nttp_readiness.presentation.papers.easy_read import easy_read

    return easy_read(making.card, making.today, making.options)


def _poster(making: Making) -> Report:
    from nttp_readiness.presentation.papers.poster import poster

    return poster(making.card, making.today, making.options, shorter=making.shorter)


def _questionnaire(making: Making) -> Report:
    from nttp_readiness.presentation.papers.questionnaire import questionnaire

    return questionnaire(making.assessment, large=making.options.large)


def _ballots(making: Making) -> Report:
    from nttp_readiness.presentation.papers.ballot_slips import ballot_slips

    return ballot_slips(making.assessment, cut=not making.shorter)


def _answer_sheet(making: Making) -> Report:
    from nttp_readiness.presentation.papers.answer_sheet import answer_sheet

    # In a Word table stand words alone: marks are repeated in words elsewhere.
    drawn = making.request.suffix == ".pdf"
    return answer_sheet(making.assessment, large=making.options.large, drawn=drawn)


def _group_data(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.group_sheets import group_book, group_json

    if making.request.suffix == ".json":
        from nttp_readiness.reports.data_file import write_data

        return write_data(group_json(making.assessment, making.options))
    book = group_book(making.assessment, making.today, making.options)
    if making.request.suffix == ".csv":
        from nttp_readiness.reports.sheets.csv_table import write_csv

        return write_csv(book.sheets[0])
    from nttp_readiness.reports.sheets.excel import write_excel

    return write_excel(book, made=making.now)


def _roles(making: Making) -> Report:
    from nttp_readiness.presentation.papers.role_matrix import role_matrix

    return role_matrix(making.assessment)


def _scrutiny(making: Making) -> Report:
    from nttp_readiness.presentation.papers.scrutiny_page import scrutiny_page

    return scrutiny_page(making.assessment)


def _outside(making: Making) -> Report:
    from nttp_readiness.presentation.papers.outside_view import outside_view

    return outside_view(making.assessment, large=making.options.large)


def _crisis(making: Making) -> Report:
    from nttp_readiness.presentation.papers.crisis_sheet import crisis_sheet

    return crisis_sheet(making.assessment)


def _record(making: Making) -> Report:
    from nttp_readiness.presentation.papers.workshop_record import workshop_record

    return workshop_record(making.assessment, making.today, making.options)


def _group(making: Making) -> Report:
    from nttp_readiness.presentation.papers.group_report import group_report

    return group_report(making.assessment, making.today, making.options)


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


def _example(making: Making) -> Report:
    from nttp_readiness.presentation.papers.good_practice import ROOM, good_practice

    request = making.request
    typed = request.suffix == ".docx"  # there one types, and needs no lines
    room = 1 if typed or making.shorter else ROOM
    return good_practice(
        making.card, making.today, making.options, strength=request.strength, room=room
    )


def _card(making: Making) -> Report:
    from nttp_readiness.presentation.papers.one_thing import one_thing_card

    return one_thing_card(making.card, making.today, making.options, brief=making.shorter)


def _evidence(making: Making) -> Report:
    from nttp_readiness.presentation.papers.evidence_annex import evidence_annex

    return evidence_annex(making.card, making.today, making.options)


def _owner(making: Making) -> Report | bytes:
    owner = making.request.owner
    if making.request.suffix == ".ics":
        return _calendar_of(making, owner)
    from nttp_readiness.presentation.papers.owner_sheet import owner_sheet

    return owner_sheet(making.card, making.today, making.options, owner=owner)


def _tracker(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.tracker import tracker_book

    apart = making.request.by_owner
    book = tracker_book(making.card, making.today, making.options, owners_apart=apart)
    return _written_book(book, making)


def _actions(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.plan_sheets import plan_book

    return _written_book(plan_book(making.card, making.today, making.options), making)


def _written_book(book: Book, making: Making) -> bytes:
    match making.request.suffix:
        case ".csv":
            from nttp_readiness.presentation.papers.plan_sheets import for_one_table
            from nttp_readiness.reports.sheets.csv_table import write_csv

            return write_csv(for_one_table(book), book.document)
        case ".ods":
            from nttp_readiness.reports.sheets.ods import write_ods

            return write_ods(book, made=making.now)
    from nttp_readiness.reports.sheets.excel import write_excel

    return write_excel(book, made=making.now)


def _calendar(making: Making) -> bytes:
    return _calendar_of(making, None)


def _calendar_of(making: Making, owner: str | None) -> bytes:
    from nttp_readiness.presentation.papers.plan_events import plan_diary
    from nttp_readiness.reports.calendar_file import write_calendar

    sent = making.request.looks_sent
    diary = plan_diary(making.card, making.today, making.options, owner=owner, looks_sent=sent)
    return write_calendar(diary, made=making.now)


def _data(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.plan_data import plan_data
    from nttp_readiness.reports.data_file import write_data

    return write_data(plan_data(making.card, making.today, making.options))
