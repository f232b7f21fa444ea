"""Two rounds side by side, as rows and sentences. Down is said exactly as up is."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.readiness.scoring import DomainScore
from nttp_readiness.domain.rounds.rounds import Comparison, DomainChange, Verdict
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """A domain before and after. `was_now` and `change` fit a table, `was` and `now` two
    of its columns; `detail` says how it moved.
    """

    code: str
    name: str
    short_name: str
    was_now: str
    was: str
    now: str
    change: str
    detail: str
    verdict: Verdict
    before: DomainScore
    after: DomainScore


@dataclass(frozen=True, slots=True)
class FoundationRow:
    """A foundation with another answer than before."""

    indicator: str
    title: str
    was: str
    now: str


@dataclass(frozen=True, slots=True)
class ComparisonWords:
    """The whole page, in reading order."""

    title: str
    sentence: str
    stage: str
    """The stage that the sentence names as ours now; empty where it names none."""
    before: str
    after: str
    rows: tuple[ChangeRow, ...]
    done: tuple[str, ...]
    foundations: tuple[FoundationRow, ...]
    foundations_same: str
    reach: tuple[str, ...]
    """What was counted both times and reaches another number now."""
    came_back: tuple[str, ...]
    """What was marked to come back to, and what became of it."""
    unmoved: tuple[str, ...]
    """What did not move, or cannot be said to have: domains by name, then the foundations."""
    notes: tuple[str, ...]


def comparison_words(compared: Comparison) -> ComparisonWords:
    """What moved, what did not, and what was done in between."""
    bank = compared.bank
    before, after = compared.before.assessment, compared.after.assessment
    return ComparisonWords(
        title=_title(before, after),
        sentence=f"{_stage_sentence(compared)} {_domains_sentence(compared)}",
        stage=_stage_named(compared),
        before=round_words(before),
        after=round_words(after),
        rows=tuple(_row(compared, each) for each in compared.domains),
        done=tuple(each.title for each in compared.done),
        foundations=tuple(
            FoundationRow(
                indicator=each.indicator,
                title=bank.by_id[each.indicator].title,
                was=words.choice_words(bank, each.before),
                now=words.choice_words(bank, each.after),
            )
            for each in compared.foundations
        ),
        foundations_same=_foundations_same(compared),
        reach=tuple(
            tr("{title}: {then}, now {now}").format(
                title=bank.by_id[each.indicator].title,
                then=words.reach_words(each.before),
                now=words.reach_words(each.after),
            )
            for each in compared.reach
        ),
        came_back=tuple(_came_back(compared)),
        unmoved=tuple(_unmoved(compared)),
        notes=tuple(_notes(compared)),
    )


def sentence_runs(said: ComparisonWords) -> Words:
    """The sentence with our present stage in bold."""
    before, stage, after = said.sentence.rpartition(said.stage) if said.stage else ("", "", "")
    return (Run(before), Run(stage, bold=True), Run(after)) if stage else said.sentence


def both_ways_words() -> str:
    """What a step down means, and what it does not."""
    return tr(
        "A step down is as useful to know as a step up. You may be looking more"
        " closely now, or more may be asked of you."
    )


def round_words(assessment: Assessment) -> str:
    """A round with its day: "Round 2, 21 November 2026"."""
    said = tr("Round {n}").format(n=assessment.round)
    started = words.day(assessment.profile.started)
    return f"{said}, {started}" if started else said


def change_words(change: DomainChange) -> str:
    """What became of a domain, in one or two words: "Up one", "No clear change"."""
    count = words.number_words(abs(change.levels))
    return {
        "up": tr("Up {n}").format(n=count),
        "down": tr("Down {n}").format(n=count),
        "same": tr("Same level"),
        "no_clear_change": tr("No clear change"),
        "range": tr("Range only"),
        "answers": tr("Answers only"),
        "not_relevant": tr("Not relevant"),
    }[change.verdict]


def _title(before: Assessment, after: Assessment) -> str:
    first, second = before.profile.started, after.profile.started
    if first and second and (first.year, first.month) != (second.year, second.month):
        with_year = first.year != second.year
        then, now = (
            words.day(each).split(" ", 1)[1] if with_year else words.day(each).split(" ")[1]
            for each in (first, second)
        )
        return tr("What moved between {then} and {now}").format(then=then, now=now)
    if before.round == after.round:
        return tr("What moved from the first to the second")
    return tr("What moved between round {then} and round {now}").format(
        then=before.round, now=after.round
    )


def _stage_sentence(compared: Comparison) -> str:
    then, now = compared.stage_before, compared.stage_after
    if then.stage is None or now.stage is None:
        return tr("One of these rounds did not ask every foundation, so the stage is not compared.")
    if then.stage.id != now.stage.id:
        return tr("The stage was {then} and is {now} now.").format(
            then=then.stage.name, now=now.stage.name
        )
    held_then = len({*then.held_by, *then.not_known})
    held_now = len({*now.held_by, *now.not_known})
    stage = now.stage.name
    if held_then == held_now or not (held_then and held_now):
        return tr("The stage is still {stage}.").format(stage=stage)
    if held_now < held_then:
        said = tr("The stage is still {stage}, and it is closer.").format(stage=stage)
    else:
        said = tr("The stage is still {stage}, and more keeps us there.").format(stage=stage)
    held = trn(
        "One foundation kept us there then.",
        "{n} foundations kept us there then.",
        held_then,
        n=words.number_words(held_then).capitalize(),
    )
    does = trn(
        "One does now.", "{n} do now.", held_now, n=words.number_words(held_now).capitalize()
    )
    return f"{said} {held} {does}"


def _stage_named(compared: Comparison) -> str:
    then, now = compared.stage_before.stage, compared.stage_after.stage
    return now.name if then is not None and now is not None else ""


def _domains_sentence(compared: Comparison) -> str:
    up = sum(each.verdict == "up" for each in compared.domains)
    down = sum(each.verdict == "down" for each in compared.domains)
    said = []
    if up:
        count = words.number_words(up).capitalize()
        said.append(trn("One domain moved up.", "{n} domains moved up.", up, n=count))
    if down:
        count = words.number_words(down).capitalize()
        said.append(trn("One domain moved down.", "{n} domains moved down.", down, n=count))
    return " ".join(said) or tr("No domain's level moved.")


def _row(compared: Comparison, change: DomainChange) -> ChangeRow:
    domain = next(each for each in compared.bank.domains if each.code == change.code)
    was, now = _figure(change.before), _figure(change.after)
    return ChangeRow(
        code=change.code,
        name=domain.name,
        short_name=domain.short_name,
        was_now=tr("was {then}, now {now}").format(then=was, now=now),
        was=was,
        now=now,
        change=change_words(change),
        detail=_detail(change),
        verdict=change.verdict,
        before=change.before,
        after=change.after,
    )


def _figure(score: DomainScore) -> str:
    """A level; a range where there is no single one; words where there is neither."""
    if score.level is not None:
        return str(score.level)
    if score.shown == "range":
        alone = score.level_low == score.level_high
        return str(score.level_low) if alone else words.range_words(score)
    return tr("answers only") if score.shown == "answers" else tr("not relevant")


def _detail(change: DomainChange) -> str:
    up, down, same = len(change.up), len(change.down), len(change.same)
    learned, lost = len(change.learned), len(change.lost)
    counted = [
        said
        for count, said in (
            (up, trn("{n} up", "{n} up", up)),
            (down, trn("{n} down", "{n} down", down)),
            (same, trn("{n} the same", "{n} the same", same)),
            (learned, trn("{n} known now", "{n} known now", learned)),
            (lost, trn("{n} not known any more", "{n} not known any more", lost)),
        )
        if count
    ]
    said = [tr("Answers: {list}.").format(list=", ".join(counted) or tr("none known"))]
    if change.only_answered:
        said.append(tr("The level moved only because other questions have an answer now."))
    if change.index_change is not None:
        index = tr("Index {then}, now {now}").format(
            then=words.rounded(change.before.index), now=words.rounded(change.after.index)
        )
        if change.index_change and not change.index_clear:
            index += tr(": less than one answer's step, so no clear change")
        said.append(f"{index}.")
    return " ".join(said)


def _foundations_same(compared: Comparison) -> str:
    return trn(
        "{n} foundation has the same answer as before.",
        "{n} foundations have the same answer as before.",
        compared.foundations_same,
    )


def _came_back(compared: Comparison) -> list[str]:
    titles = {key: each.title for key, each in compared.bank.by_id.items()}
    settled = tr("{title}: was marked to come back to, and no longer is")
    waiting = tr("{title}: marked then, and still to come back to")
    return [
        *(settled.format(title=titles[key]) for key in compared.came_back),
        *(waiting.format(title=titles[key]) for key in compared.to_come_back),
    ]


def _unmoved(compared: Comparison) -> list[str]:
    names = {each.code: each.name for each in compared.bank.domains}
    kinds: tuple[tuple[Verdict, str], ...] = (
        ("same", tr("Same level: {names}.")),
        ("no_clear_change", tr("No clear change: {names}.")),
        ("range", tr("Only a range is known, then or now: {names}.")),
        ("answers", tr("Too few questions in common for a level: {names}.")),
        ("not_relevant", tr("Not relevant, then or now: {names}.")),
    )
    found = [
        (said, [names[each.code] for each in compared.domains if each.verdict == kind])
        for kind, said in kinds
    ]
    return [
        *(said.format(names="; ".join(named)) for said, named in found if named),
        _foundations_same(compared),
    ]


_MOST_NAMED = 12
"""Reworded questions that are named; more of them are counted."""


def _reworded(compared: Comparison) -> list[str]:
    """What another wording does to a move: it may be the words that moved, and not the work."""
    titles = [compared.bank.by_id[key].title for key in compared.carried.reworded]
    if not titles:
        return []
    if len(titles) > _MOST_NAMED:
        said = trn(
            "{n} question was worded differently since.",
            "{n} questions were worded differently since.",
            len(titles),
        )
    else:
        said = tr("Worded differently since: {names}.").format(names="; ".join(titles))
    means = tr(
        "Where these moved up or down, it may be because of the new wording and not"
        " because of your work. Compare the notes of both rounds before you call it"
        " progress."
    )
    return [f"{said} {means}"]


def _notes(compared: Comparison) -> list[str]:
    """What was left out of the comparison, and why."""
    notes = []
    before, after = compared.before.assessment, compared.after.assessment
    if compared.only_before or compared.only_after:
        notes.append(
            trn(
                "Only the {n} question that both rounds asked is compared.",
                "Only the {n} questions that both rounds asked are compared.",
                compared.in_common,
            )
        )
    if before.bank.version != after.bank.version:
        notes.append(
            tr("Round {then} was made with version {old} of the questions, round {now} with {new}.")
            .format(
                then=before.round, old=before.bank.version, now=after.round, new=after.bank.version
            )
        )  # fmt: skip
    notes += _reworded(compared)
    for each in compared.carried.apart:
        said = {
            "split": tr("{id} was split, so its answers are not compared."),
            "merged": tr("{id} was merged with others, so its answers are not compared."),
        }.get(each.kind, tr("{id} is no longer asked."))
        notes.append(said.format(id=each.old))
    return notes
