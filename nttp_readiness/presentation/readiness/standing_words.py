"""Short lines of the page on where we stand: a domain's row, the stage, and what we make of it."""

from __future__ import annotations

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment, StageView
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.readiness.stages import StageCheck
from nttp_readiness.domain.readiness.what_if import Move
from nttp_readiness.domain.readiness.working import check_words
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.readiness.moves import effect_words
from nttp_readiness.presentation.readiness.pictures import has_reach
from nttp_readiness.presentation.readiness.understanding import DomainRow, Holder
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class StageRow:
    """A stage with its rule and whether that is met."""

    name: str
    rule: str
    met: str
    here: bool


@dataclass(frozen=True, slots=True)
class MoveRow:
    """An answer that would move the stage, and what it would do by itself."""

    indicator: str
    title: str
    choice: Choice | None
    change: str
    effect: str


@dataclass(frozen=True, slots=True)
class OurView:
    """What people made of the computed stage, with their reason.

    `computed` says what the answers give, where that differs or has changed since.
    """

    sentence: str
    reason: str
    computed: str


def where_words(assessment: Assessment) -> str:
    """Place, round and date: "Understand · round 2 · agreed on 12 March 2027"."""
    profile = assessment.profile
    said = tr("Understand · round {n}").format(n=assessment.round)
    if profile.agreed is not None:
        return said + tr(" · agreed on {day}").format(day=words.day(profile.agreed))
    if profile.started is not None:
        return said + tr(" · begun on {day}").format(day=words.day(profile.started))
    return said


def holder_words(holder: Holder) -> tuple[Words, Words]:
    """A foundation that holds the stage: what it is, and what would move it."""
    said = (Run(holder.title, bold=True), Run(f" · {holder.words} · {holder.domain}"))
    lead = tr("To find out:") if holder.unknown else tr("To move it:")
    return said, (Run(f"{lead} ", colour="quiet"), Run(holder.mover))


def level_line(row: DomainRow) -> Words:
    """A domain's level: "2 Developing", "1 Exploring, provisional", "0 to 2, range only"."""
    if row.score.shown == "range":
        return (Run(_range(row), bold=True), Run(tr(", range only")))
    if row.score.provisional:
        return (Run(row.level_words, bold=True), Run(tr(", provisional")))
    return (Run(row.level_words, bold=True),)


def without_strip(row: DomainRow) -> str:
    """Why a domain has no level strip; empty where it has one."""
    return {
        "answers": tr("The set of questions that you chose has too few of these for a level."),
        "not_relevant": tr("None of these questions applies to us."),
    }.get(row.score.shown, "")


def known_line(row: DomainRow) -> str:
    """How far a level could lie either way, and how much is known."""
    score = row.score
    known = trn("{n} of {of} known", "{n} of {of} known", score.known, of=score.applicable)
    if score.shown in {"level", "provisional"} and score.level_low != score.level_high:
        return tr("could be {range} · {known}").format(range=_range(row), known=known)
    return "" if score.shown == "not_relevant" else known


def stage_rows(card: Scorecard, most_named: int = 6) -> tuple[StageRow, ...]:
    """Every stage's rule and whether it is met, in the order in which they are tried."""
    now = card.readiness.stage
    return tuple(
        StageRow(
            name=each.stage.name,
            rule=stage_rule_words(card.assessment.bank, each, most_named),
            met=tr("Yes") if each.met else tr("No"),
            here=now is not None and each.stage.id == now.id,
        )
        for each in card.readiness.checks
    )


def stage_rule_words(bank: Bank, check: StageCheck, most_named: int) -> str:
    """A stage's rule with the names that decided it, or how many they are where they are more."""
    if len(check.foundations) + len(check.domains) <= most_named:
        return check_words(bank, check)
    said = check_words(bank, replace(check, foundations=(), domains=()))
    counts = [
        trn("{n} foundation", "{n} foundations", len(check.foundations))
        if check.foundations
        else "",
        trn("{n} domain", "{n} domains", len(check.domains)) if check.domains else "",
    ]
    lead = tr("It holds for {what}.") if check.holds_back else tr("Not yet for {what}.")
    return f"{said} {lead.format(what=words.listed([each for each in counts if each]))}"


def weighting_words(card: Scorecard) -> str:
    """A word of care where the stage hangs on how foundations are weighted."""
    if not card.readiness.depends_on_weighting:
        return ""
    return tr("This stage would be another one if every question counted once.")


def move_rows(card: Scorecard) -> tuple[MoveRow, ...]:
    """The answers that would move the stage together, and what each would do alone."""
    return tuple(_move_row(card, each) for each in card.stage_move.moves)


def our_view(card: Scorecard) -> OurView | None:
    """What people made of the stage, beside what the answers give; None where nobody has said."""
    view = card.assessment.stage_view
    names = {each.id: each.name for each in card.assessment.bank.stages}
    now = card.readiness.stage
    if view is None or now is None or view.stage not in names:
        return None
    return OurView(_view_sentence(view, names), view.reason.strip(), _computed(view, now.id, names))


def _view_sentence(view: StageView, names: dict[str, str]) -> str:
    if view.stage != view.computed:
        said = tr("We see ourselves at “{stage}”").format(stage=names[view.stage])
        day = tr(", said on {day}.").format(day=words.day(view.on)) if view.on else "."
        return f"{said}{day}"
    if view.on is None:
        return tr("We agree with “{stage}”.").format(stage=names[view.stage])
    return tr("We agreed with “{stage}” on {day}.").format(
        stage=names[view.stage], day=words.day(view.on)
    )


def _computed(view: StageView, now: str, names: dict[str, str]) -> str:
    if view.computed != now:
        return tr(
            "Your answers have changed since. They gave “{before}” then and give “{now}”"
            " now. Please look at your own view again."
        ).format(before=names.get(view.computed, view.computed), now=names[now])
    if view.stage != now:
        return tr("The answers give “{now}”.").format(now=names[now])
    return ""


def _move_row(card: Scorecard, move: Move) -> MoveRow:
    bank = card.assessment.bank
    if move.now is None:
        change = tr("not known yet, to {to} or more").format(to=move.to)
    else:
        change = tr("from {now} to {to}").format(now=move.now, to=move.to)
    alone = next((each for each in card.effects(move.indicator) if each.to == move.to), None)
    return MoveRow(
        indicator=move.indicator,
        title=bank.by_id[move.indicator].title,
        choice=card.assessment.answer(move.indicator).choice,
        change=change,
        effect=effect_words(bank, alone) if alone else "",
    )


def _range(row: DomainRow) -> str:
    if not has_reach(row.score):
        return ""
    low, high = row.score.level_low, row.score.level_high
    return str(low) if low == high else words.range_words(row.score)
