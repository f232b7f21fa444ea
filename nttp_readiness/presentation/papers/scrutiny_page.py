"""A page of questions for those who oversee the work: boards, committees, elected members."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.routes import ScrutinyQuestion
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import bold
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Heading,
    Keep,
    Paragraph,
    Report,
    Run,
    WritingRoom,
)


def scrutiny_page(assessment: Assessment) -> Report:
    """The questions of the bank with what to listen for, and room to write. It holds no answer.

    Raises ExportError for a bank that has none.
    """
    bank, profile = assessment.bank, assessment.profile
    if not bank.scrutiny:
        raise ExportError(
            tr("These questions have none for a board, so this page cannot be made."),
            safe=tr("Nothing was written."),
        )
    who = words.who_words(profile)
    return Report(
        title=tr("{who}: questions for those who decide").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            Heading(1, tr("Questions to ask"), look="section"),
            Paragraph(
                tr(
                    "For whoever oversees this work here, in a meeting or alone. One good question"
                    " asked twice, months apart, does more than a long report."
                ),
            ),
            *(
                block
                for number, each in enumerate(bank.scrutiny, start=1)
                for block in _question(assessment, number, each)
            ),
            Paragraph(
                tr(
                    "Ask about how things are organised. Nobody has to speak from their own"
                    " experience, those who ask included."
                ),
                look="source",
            ),
        ),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("Questions for those who decide"),
        subject=bank.title,
    )


def _question(assessment: Assessment, number: int, asked: ScrutinyQuestion) -> tuple[Block, ...]:
    by_id = assessment.bank.by_id
    belongs = ", ".join(key for key in asked.beside if key in by_id)
    listen = (
        bold(tr("Listen for: ")),
        Run(asked.listen),
        *((Run(f" ({belongs})", colour="quiet"),) if belongs else ()),
    )
    return (
        Keep(
            (
                Heading(2, asked.asks, look="question", number=str(number)),
                Paragraph(listen),
                WritingRoom(tr("What we heard"), 1),
            )
        ),
    )
