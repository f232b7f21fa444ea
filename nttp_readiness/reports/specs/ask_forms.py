"""Forms to ask with: blank sheets for many people, and what a group answered."""

from __future__ import annotations

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.export_request import Making
from nttp_readiness.reports.specs.form_spec import FormSpec


def specs() -> tuple[FormSpec, ...]:
    """Each with its words in the language of now."""
    return (
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
    )


# ---- what each is made of


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


def _roles(making: Making) -> Report:
    from nttp_readiness.presentation.papers.role_matrix import role_matrix

    return role_matrix(making.assessment)


def _scrutiny(making: Making) -> Report:
    from nttp_readiness.presentation.papers.scrutiny_page import scrutiny_page

    return scrutiny_page(making.assessment)


def _outside(making: Making) -> Report:
    from nttp_readiness.presentation.papers.outside_view import outside_view

    return outside_view(making.assessment, large=making.options.large)


def _record(making: Making) -> Report:
    from nttp_readiness.presentation.papers.workshop_record import workshop_record

    return workshop_record(making.assessment, making.today, making.options)


def _group(making: Making) -> Report:
    from nttp_readiness.presentation.papers.group_report import group_report

    return group_report(making.assessment, making.today, making.options)
