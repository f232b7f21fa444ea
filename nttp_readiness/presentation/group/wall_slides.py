"""One question on the wall: what the room sees before and after the reveal, and the notes beside.

Nothing here knows a count that the saved release decision does not show in the room.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.workshop import MOST_VOTES, Question, Round
from nttp_readiness.domain.bank.scale import Level
from nttp_readiness.domain.editing.ballots import BallotBox
from nttp_readiness.domain.editing.calling_off import may_call_off_vote
from nttp_readiness.domain.group.group_views import discussion_order
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import closing_words, group_words, wall_sheets
from nttp_readiness.presentation.group.collecting import answers_in, question_progress
from nttp_readiness.presentation.group.group_results import GroupResults, GroupRow, QuestionResult
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.level_texts import LevelWords, level_texts
from nttp_readiness.values import dataclass

State = Literal["open", "shown", "withheld"]


@dataclass(frozen=True, slots=True)
class Picture:
    """Counts that stand beside others; None where they are withheld."""

    name: str
    counts: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Slide:
    """A question as the room sees it. `counts` are None while it is open or withheld.

    While a second vote is open, what was shown of the first one stays.
    """

    indicator: str
    title: str
    where: str
    foundation: bool
    statement: str
    levels: tuple[LevelWords, ...]
    """From 0."""
    state: State
    top: str
    answered: int
    asked: int
    """How many are asked; 0 where nobody said so."""
    progress: str
    hidden: str
    counts: tuple[int, ...] | None
    headline: str
    sentence: str
    prompts: tuple[str, ...]
    agreed: Level | None
    agreed_words: str
    minority: str
    minority_words: str
    evidence: str
    strengths: str
    improve: str
    reasons: tuple[str, ...]
    """What people wrote beside their answers, mixed; empty where it may not be shown."""
    adopted: bool
    may_vote_again: bool
    collects: bool
    """Whether answers can still come in on it: by ballot, or as counts that somebody types."""
    running: str
    """How a second vote stands that is open while the first is still shown; empty without one."""
    may_call_off: bool
    """Whether a second vote is open that nobody has answered."""
    votes: tuple[Picture, ...]
    """First and second vote, where both may be shown; else nothing."""
    groups: tuple[Picture, ...]
    """Everyone and each grouping, where any grouping may be shown; else nothing."""


def slide_spoken(shown: Slide) -> str:
    """A question on the wall as it is read aloud: which, what it states, and how it stands."""
    where = tr("{where}, foundation") if shown.foundation else "{where}"
    said = [f"{where.format(where=shown.where)}.", shown.statement]
    if shown.state == "open":
        waits = tr("Open: {answers}.").format(answers=shown.progress)
        said.append(waits if shown.collects else shown.hidden)
    else:
        said.append(looked_at_spoken(shown))
        said.append(f"{shown.agreed_words}." if shown.agreed_words else "")
    return " ".join(filter(None, said))


def looked_at_spoken(shown: Slide) -> str:
    """What became of a question once it was closed."""
    closed = f"{shown.top}." if shown.state == "withheld" else ""
    return " ".join(filter(None, (closed, shown.headline, shown.sentence)))


def levels_spoken(shown: Slide) -> str:
    """The five descriptions as they are read aloud at once, without their signs."""
    said = (f"{level}, {each.name}: {each.sentence}" for level, each in enumerate(shown.levels))
    return " ".join((*said, tr("Down and Up read them one by one, with signs.")))


def level_spoken(shown: Slide, level: int) -> str:
    """One of the five with its signs."""
    return f"{level}, {shown.levels[level].name}: {shown.levels[level].spoken}"


def slide(
    assessment: Assessment,
    results: GroupResults | None,
    box: BallotBox,
    order: tuple[str, ...],
    indicator_id: str,
) -> Slide:
    """The question at its place in the walk. `results` are those for the room."""
    bank, indicator = assessment.bank, assessment.bank.by_id[indicator_id]
    collected = assessment.workshop.round if assessment.workshop else None
    question = collected.questions.get(indicator_id) if collected else None
    result = results.question(indicator_id) if results else None
    answered, asked = question_progress(collected, box, indicator_id) if collected else (0, 0)
    is_open = question is None or not question.closed
    collects = (question is None or not question.vote.closed) and (
        collected is not None and collected.closed is None
    )
    running = closing_words.second_vote_open_words(question) if collects else ""
    waits = any(key == indicator_id for key, _ in box.slips)
    row = result.rows[0] if result and not is_open else None
    counts = row.counts if row else None
    state: State = "open" if is_open else "withheld" if counts is None else "shown"
    place = order.index(indicator_id) + 1 if indicator_id in order else 1
    agreed = question.agreed if question and not is_open else None
    minority = question.minority if question and not is_open else ""
    return Slide(
        indicator=indicator_id,
        title=indicator.title,
        where=tr("{domain} · {n} of {of}").format(
            domain=bank.domain_of[indicator_id].short_name, n=place, of=len(order)
        ),
        foundation=indicator.foundation,
        statement=assessment.statement(indicator),
        levels=level_texts(bank, indicator),
        state=state,
        top=tr("Second vote: {answers}").format(answers=answers_in(answered, asked))
        if running
        else (_top(result, state, result.answers if result else "")),
        answered=answered,
        asked=asked,
        progress=answers_in(answered, asked),
        hidden=_hidden(collected),
        counts=counts,
        headline=result.headline if result and not is_open else "",
        sentence=result.sentence if result and not is_open else "",
        prompts=result.prompts if result and counts else (),
        running=running,
        may_call_off=collects and not waits and may_call_off_vote(question),
        votes=_pictures(result.votes) if result and not is_open else (),
        groups=_pictures(result.rows) if result and not is_open else (),
        agreed=agreed,
        agreed_words=words.level_words(bank, agreed),
        minority=minority,
        minority_words=tr("Also kept: {view}").format(view=minority) if minority else "",
        evidence=question.evidence if question else "",
        strengths=question.strengths if question else "",
        improve=question.improve if question else "",
        reasons=wall_sheets.mixed(indicator_id, result.reasons) if result and counts else (),
        adopted=agreed is not None and assessment.answer(indicator_id).level == agreed,
        may_vote_again=_may_vote_again(collected, question),
        collects=collects,
    )


def walk(assessment: Assessment) -> tuple[str, ...]:
    """The questions in the order in which to show them.

    Those that were looked at come first, the widest difference before all; then those that are
    still open, in the order of the bank. In a closed round only what was looked at is left.
    """
    if assessment.workshop is None:
        return ()
    collected = assessment.workshop.round
    seen = discussion_order(assessment, collected, "room")
    if collected.closed is not None:
        return seen
    return (*seen, *(each.id for each in assessment.asked if each.id not in seen))


def reveal_warning(assessment: Assessment, box: BallotBox, indicator_id: str) -> str:
    """Why revealing now would show nothing, or whom it would leave out; empty where all is well, or
    that cannot be said beforehand.
    """
    if assessment.workshop is None:
        return ""
    collected = assessment.workshop.round
    least = collected.room_minimum if collected.consent else collected.outside_minimum
    count, asked = question_progress(collected, box, indicator_id)
    if count >= least:
        return _left_out(asked, count)
    if not count:
        return ""
    return trn(
        "{answers}, but counts are shown from {n} up. Press Space again to close the"
        " question all the same. Its counts then stay hidden for good.",
        (
            "{answers}, but counts are shown from {n} up. Press Space again to close the"
            " question all the same. Its counts then stay hidden for good."
        ),
        least,
        answers=answers_in(count, 0),
        least=least,
    )


def _left_out(asked: int, count: int) -> str:
    """That somebody has not answered, who could not any more; empty where nobody is missing."""
    if asked <= count:
        return ""
    return trn(
        "{n} of {of} people has not answered this and can no longer do so once you"
        " look. Press Space again to look at it now.",
        (
            "{n} of {of} people have not answered this and can no longer do so once you"
            " look. Press Space again to look at it now."
        ),
        asked - count,
        of=asked,
    )


def _row_words(counts: tuple[int, ...] | None) -> str:
    if counts is None:
        return group_words.withheld()
    return tr("{counts} at levels 0 to 4").format(counts=", ".join(str(each) for each in counts))


def _pictures(rows: Sequence[GroupRow]) -> tuple[Picture, ...]:
    """Rows beside each other; nothing where there is no second one to be seen."""
    found = tuple(Picture(each.name, each.counts) for each in rows)
    return found if len([each for each in found if each.counts]) > 1 else ()


def _top(result: QuestionResult | None, state: State, answers: str) -> str:
    if state == "open":
        return tr("Everyone answers alone")
    if state == "withheld":
        return tr("Closed")
    again = result is not None and result.second_vote
    return tr("Second vote, {answers}").format(answers=answers) if again else answers


def _hidden(collected: Round | None) -> str:
    if collected is not None and collected.closed is not None:
        return tr("Nobody answered this question.")
    return tr("They stay hidden until we look at them together.")


def _may_vote_again(collected: Round | None, question: Question | None) -> bool:
    return (
        collected is not None
        and collected.closed is None
        and question is not None
        and question.vote.closed
        and len(question.votes) < MOST_VOTES
    )
