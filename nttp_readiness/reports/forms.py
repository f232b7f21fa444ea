"""What can leave the program: every form with its use, and one way to make any of them."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.action_plan import Options, Part, action_plan
from nttp_readiness.presentation.blocks import Paper, Report
from nttp_readiness.presentation.one_page import MOST_STRENGTHS, one_page
from nttp_readiness.presentation.questionnaire import questionnaire

FormId = Literal["plan", "one-page", "large-print", "grey", "questionnaire"]
Size = Literal["standard", "clear", "large"]
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class Form:
    """A form with its name, what it is good for, and the suffixes that it can be written with."""

    id: FormId
    name: str
    use: str
    suffixes: tuple[str, ...] = (".pdf",)


def forms() -> tuple[Form, ...]:
    """Every form, in the order in which they are offered."""
    return (
        Form("plan", tr("Action plan"), tr("Everything we found and decided, to work with.")),
        Form("one-page", tr("One page"), tr("Where we stand and what comes first, to pin up.")),
        Form("large-print", tr("Large print"), tr("The action plan in large letters.")),
        Form("grey", tr("Black and white"), tr("The action plan for a plain printer or copier.")),
        Form(
            "questionnaire",
            tr("Blank questionnaire"),
            tr("Every question with room to write, to read or to answer on paper."),
        ),
    )


def make(
    assessment: Assessment,
    form: str,
    suffix: str,
    *,
    today: dt.date,
    without: frozenset[Part] = frozenset(),
    full_notes: bool = False,
    size: Size = "standard",
    grey: bool = False,
    a3: bool = False,
    invariant: bool = False,
    progress: Progress | None = None,
) -> bytes:
    """The form as a file's bytes.

    `size` holds for plan and questionnaire, `a3` for the one page. `progress` hears percentages;
    with `invariant` the same assessment gives the same bytes. ExportError says what cannot be made.
    """
    chosen = _chosen(form, suffix)
    large = chosen.id == "large-print" or (size == "large" and chosen.id != "one-page")
    options = Options(without=without, full_notes=full_notes, large=large)
    paper = Paper(
        size="large" if large else size,
        grey=grey or chosen.id == "grey",
        one_page=chosen.id == "one-page",
        a3=a3 and chosen.id == "one-page",
    )
    if chosen.id == "questionnaire":
        return _written(questionnaire(assessment, large=large), paper, invariant, progress)
    card = score(assessment)
    if chosen.id != "one-page":
        return _written(action_plan(card, today, options), paper, invariant, progress)
    try:
        return _written(one_page(card, today, options), paper, invariant, progress)
    except ExportError:
        fewer = one_page(card, today, options, strengths=MOST_STRENGTHS - 1)
        return _written(fewer, paper, invariant, progress)


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


def _written(
    report: Report,
    paper: Paper,
    invariant: bool,  # noqa: FBT001 - passed on as it came
    progress: Progress | None,
) -> bytes:
    # reportlab takes long to load: only an export needs it, and the list of forms does not.
    from nttp_readiness.reports.pdf import write_pdf  # noqa: PLC0415 - as said above

    return write_pdf(report, paper, invariant=invariant, progress=progress)
