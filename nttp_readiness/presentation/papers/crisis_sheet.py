"""A week of crisis on paper: support first, who is not asked, what to do when, what to say."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.plan.plan_material import bold
from nttp_readiness.presentation.readiness.crisis import CrisisLine, crisis_lines, spans
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Block,
    Facts,
    Heading,
    Item,
    Keep,
    Listing,
    Paragraph,
    Report,
)


def crisis_sheet(assessment: Assessment) -> Report:
    """The pages. They say no level and no stage. Raises ExportError for a bank without them."""
    bank, profile = assessment.bank, assessment.profile
    if bank.crisis is None:
        raise ExportError(
            tr("These questions have no page for a week of crisis."),
            safe=tr("Nothing was written."),
        )
    crisis = bank.crisis
    who = words.who_words(profile)
    press = tuple(Item(f"“{each}”") for each in crisis.press)
    return Report(
        title=tr("{who}: a week of crisis").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            *support_page(assessment),
            Heading(1, tr("A week of crisis"), look="section", new_page=False),
            Paragraph(crisis.introduction, look="lead"),
            Heading(2, tr("Who is not asked to speak")),
            Paragraph((bold(crisis.not_asked),)),
            Heading(2, tr("What to do, and by when")),
            *(block for each in crisis_lines(assessment) for block in _line(each)),
            *((Heading(2, tr("What to say to the press")), Listing(press)) if press else ()),
            Paragraph(
                tr(
                    "This is not a plan and not a result. When things are calmer, look at all of"
                    " it."
                ),
                look="source",
            ),
        ),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("A week of crisis"),
        subject=bank.title,
    )


def _line(line: CrisisLine) -> tuple[Block, ...]:
    label = tr("Begin here") if line.first else ""
    day, week, month = spans()
    facts = Facts(((day, line.day), (week, line.week), (month, line.month)))
    return (Keep((Heading(3, line.title, look="question", label=label), facts)),)
