"""What became of an assessment's answers in a newer version of its bank, in sentences."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nttp_readiness.domain.rounds.carry_over import Carried, CarryOver, Earlier, earlier_words
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class CarryOverLine:
    """A sentence that says what happened, and a line for each question that it happened to."""

    sentence: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CarryingOver:
    """The whole report, in reading order. Parts with nothing to say are left out."""

    title: str
    parts: tuple[CarryOverLine, ...]
    ending: str


def offer_words(title: str, older: str, newer: str) -> str:
    """What is offered when an assessment was made with an older version of its questions."""
    return tr(
        "This assessment uses version {older} of the questions in “{title}”. Version"
        " {newer} is available. You can see what would change before you decide. This"
        " assessment stays as it is."
    ).format(title=title, older=older, newer=newer)


def carrying_over_words(result: CarryOver) -> CarryingOver:
    """What was kept, what to look at again, what is open again, and what is asked no more."""
    bank = result.assessment.bank
    return CarryingOver(
        title=tr("“{assessment}”: from version {old} to version {new} of {bank}").format(
            assessment=result.before.profile.title,
            old=result.before.bank.version,
            new=bank.version,
            bank=bank.title,
        ),
        parts=tuple(_parts(result)),
        ending=tr("The earlier file stays as it was and still shows what you found then."),
    )


def _parts(result: CarryOver) -> Iterator[CarryOverLine]:
    bank, kept = result.assessment.bank, result.of("kept")
    yield CarryOverLine(_kept(sum(each.taken for each in kept)))
    opened = [each for each in (*kept, *result.of("reworded")) if not each.taken]
    if opened:
        yield CarryOverLine(
            tr("Open again, because a foundation cannot be set aside as not relevant:"),
            _names(opened),
        )
    reworded = [each for each in result.of("reworded") if each.taken]
    if reworded:
        yield CarryOverLine(
            tr("These questions are worded differently now, so please look at your answers again:"),
            _names(reworded),
        )
    if split := result.of("split"):
        yield CarryOverLine(
            tr("These were split into several questions. What you said is in their notes, and"
" they are open again:"),
            tuple(_from(each) for each in split),
        )  # fmt: skip
    if merged := result.of("merged"):
        yield CarryOverLine(
            tr("These were merged from several questions. What you said is in their notes:"),
            tuple(f"{_from(each)} {_merged(result, each)}" for each in merged),
        )
    if result.dropped:
        yield CarryOverLine(
            tr("These are no longer asked. This is what you said:"),
            tuple(_said(result, each) for each in result.dropped),
        )
    if result.new:
        yield CarryOverLine(
            tr("New questions, with no answer yet:"),
            tuple(_name(each.id, each.title) for each in result.new),
        )
    if too_long := [each for each in result.questions if each.too_long]:
        yield CarryOverLine(
            tr("Not everything fitted into these notes. The rest is in the earlier file:"),
            _names(too_long),
        )
    if result.route_changed:
        route = bank.route(result.assessment.profile.route).name
        yield CarryOverLine(tr(
                "The set of questions that you had chosen is no longer there. This one is used"
" instead: {name}."
            ).format(
            name=route))  # fmt: skip
    if result.before.profile.agreed or result.before.stage_view:
        yield CarryOverLine(tr("The plan is a draft again. Please confirm the stage again."))
    if result.before.workshop is not None:
        yield CarryOverLine(tr("The rounds of your workshop stay in the earlier file."))


def _kept(count: int) -> str:
    return trn("{n} answer was kept as it was.", "{n} answers were kept as they were.", count)


def _merged(result: CarryOver, carried: Carried) -> str:
    if carried.taken:
        said = words.choice_words(result.assessment.bank, carried.answer.choice)
        return tr("The earlier answers agree, so it is kept: {answer}.").format(answer=said)
    if carried.proposal is None:
        return tr("It is open again.")
    level = words.level_words(result.before.bank, carried.proposal)
    return tr("It is open again; the lowest of the earlier levels is {level}.").format(level=level)


def _from(carried: Carried) -> str:
    earlier = words.listed([each.indicator.id for each in carried.earlier])
    return tr("{name}, from {earlier}.").format(
        name=_name(carried.indicator.id, carried.indicator.title), earlier=earlier
    )


def _said(result: CarryOver, earlier: Earlier) -> str:
    return earlier_words(result.before.bank, earlier)


def _names(questions: Sequence[Carried]) -> tuple[str, ...]:
    return tuple(_name(each.indicator.id, each.indicator.title) for each in questions)


def _name(key: str, title: str) -> str:
    return f"{key} {title}"
