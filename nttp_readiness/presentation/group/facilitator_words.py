"""What stands in the facilitator's own notes beside the wall."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.group.group_results import GroupResults
from nttp_readiness.presentation.group.wall_slides import Slide, _row_words
from nttp_readiness.presentation.readiness.question_guide import GuidePart, guide


def facilitator_notes(
    assessment: Assessment, results: GroupResults | None, shown: Slide, following: str
) -> tuple[GuidePart, ...]:
    """What only the facilitator sees beside a question; `following` is the next one's title."""
    parts = [_what_to_do(shown)]
    result = results.question(shown.indicator) if results else None
    if result and shown.state != "open":
        rows = tuple(
            tr("{name}: {words}").format(
                name=row.name, words=row.withheld or _row_words(row.counts)
            )
            for row in result.rows[1:]
        )
        if rows:
            parts.append(GuidePart(tr("By group, in this room only"), items=rows))
        if result.changes:
            parts.append(GuidePart(tr("What has moved"), items=result.changes))
        code = assessment.bank.domain_of[shown.indicator].code
        gaps = tuple(
            gap.sentence
            for domain in (results.domains if results else ())
            if domain.code == code
            for gap in domain.gaps
        )
        if gaps:
            parts.append(GuidePart(tr("Between groups, over the whole domain"), items=gaps))
        if result.working:
            parts.append(GuidePart(tr("How the words came about"), items=result.working))
    if following:
        parts.append(GuidePart(tr("Next"), (following,)))
    return (*parts, *guide(assessment, shown.indicator))


def _what_to_do(shown: Slide) -> GuidePart:
    if shown.running:
        return GuidePart(
            tr("Now"),
            items=(
                tr("The second vote is open. The first picture stays until it is looked at."),
                tr("C takes counts of hands or slips, B lets people answer by ballot here."),
                tr("V cancels it, as long as nobody has answered."),
            ),
        )
    if shown.state == "open":
        return GuidePart(
            tr("Now"),
            items=(
                tr("Read the question aloud. L shows the five descriptions."),
                tr("Everybody answers alone. Passing is fine, without a reason."),
                tr("C takes counts of hands or slips, B lets people answer by ballot here."),
                tr("Reveal once everybody who wants to has answered."),
                tr("P shows what was said last time, D what everybody chose."),
            ),
        )
    if shown.state == "withheld":
        return GuidePart(
            tr("Now"),
            (shown.headline, tr("Talk about the question itself, and agree a level if you can.")),
        )
    return GuidePart(
        tr("Now"),
        items=(
            tr("Give everybody a moment with the picture before anybody speaks."),
            tr("Invite the lowest and the highest to explain, if they wish. Nobody has to."),
            tr("Vote again at most once. Then agree a level, and keep the other view."),
            tr("E keeps what you have seen, what is strong and what to improve; R shows reasons."),
            tr("Is there something to do? Add the action with its owner and date now."),
        ),
    )
