"""Forms for a meeting: where we stand and what we will do, on paper, on slides or to pin up."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.export_request import Making
from nttp_readiness.reports.specs.form_spec import PARTS, FormSpec

if TYPE_CHECKING:
    from nttp_readiness.presentation.papers.slide_deck import Deck


def specs() -> tuple[FormSpec, ...]:
    """Each with its words in the language of now."""
    return (
        FormSpec(
            "plan",
            tr("Action plan"),
            tr(
                "Where we stand and what we will do, for a meeting. The rest as an annex, if"
                " you wish."
            ),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*PARTS, "annex", "size", "grey"),
            occasion="meeting",
            build=_plan,
        ),
        FormSpec(
            "one-page",
            tr("One page"),
            tr("Where we stand and what comes first, to pin up."),
            choices=(*PARTS, "size", "grey", "a3"),
            occasion="meeting",
            build=_one_page,
            single_page=True,
            sizes=("standard", "large"),
        ),
        FormSpec(
            "large-print",
            tr("Large print"),
            tr("The action plan in large letters."),
            choices=(*PARTS, "annex", "grey"),
            occasion="meeting",
            build=_plan,
            size="large",
        ),
        FormSpec(
            "grey",
            tr("Black and white"),
            tr("The action plan for a plain printer or copier."),
            choices=(*PARTS, "annex", "size"),
            occasion="meeting",
            build=_plan,
            grey=True,
        ),
        FormSpec(
            "views",
            tr("Plan in two pictures"),
            tr(
                "What each action moves, and what it takes: for a meeting or a wall. In large"
                " print two tables say it."
            ),
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
            choices=(*PARTS, "size", "grey", "template"),
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
    )


# ---- what each is made of


def _plan(making: Making) -> Report:
    from nttp_readiness.presentation.papers.meeting_plan import meeting_plan

    spread = making.request.suffix == ".pdf"
    return meeting_plan(making.card, making.today, making.options, spread=spread)


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
