"""What a group's answers show, as rows and sentences, for the room or for what leaves it.

Only counts that the saved release decision allows for that audience ever get into these values.
"""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import OUTSIDE_MINIMUM
from nttp_readiness.domain.answers.workshop import Audience, Grouping, Question, Round, Vote
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.domain.group.agreement import (
    Spread,
    lower_median,
    share_from,
    spread,
)
from nttp_readiness.domain.group.disclosure import coarse_step, in_steps
from nttp_readiness.domain.group.group_change import QuestionChange, question_change
from nttp_readiness.domain.group.group_views import (
    Compared,
    camps_are_groups,
    discussion_order,
    gaps,
    seen_questions,
    seen_vote,
    standing,
    standing_of,
)
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group import group_words
from nttp_readiness.presentation.words import words
from nttp_readiness.values import dataclass, replace


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One grouping's answers to a question.

    `counts` are exact: in the room, and outside from 30 answers up. `shares` are per cent for each
    level, in steps where fewer people answered. Both are None where `withheld` says why, and then
    nothing else is said either.
    """

    key: str
    name: str
    withheld: str
    people: int | None = None
    counts: tuple[int, ...] | None = None
    shares: tuple[int, ...] | None = None
    step: int = 1
    median: int | None = None
    at_target: str = ""
    spread: Spread | None = None


@dataclass(frozen=True, slots=True)
class Noted:
    """What the room wrote down together beside an agreed level."""

    evidence: str
    strengths: str
    improve: str


@dataclass(frozen=True, slots=True)
class QuestionResult:
    """One question, everyone first. `sentence` is about everyone; so are prompts and working."""

    indicator: str
    title: str
    statement: str
    answers: str
    rows: tuple[GroupRow, ...]
    headline: str
    sentence: str
    middle: str
    """The lower median, the quartiles and the share at the target; empty where withheld."""
    prompts: tuple[str, ...]
    changes: tuple[str, ...]
    agreed: str
    minority: str
    adopted: bool
    second_vote: bool
    """Whether this is of a second vote."""
    votes: tuple[GroupRow, ...]
    """Everyone in each vote that was closed, named as first and second; one where there was one."""
    noted: Noted
    reasons: tuple[str, ...]
    """Sentences that came with the answers, shuffled; in the room alone."""
    working: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GapRow:
    """Two groups over a domain: the verdict in words, and figures where they may be given."""

    compared: Compared
    sentence: str
    figures: str


@dataclass(frozen=True, slots=True)
class DomainResult:
    """A domain: where each grouping mostly stands, and the gaps between groups."""

    code: str
    name: str
    standings: tuple[tuple[str, str], ...]
    gaps: tuple[GapRow, ...]


@dataclass(frozen=True, slots=True)
class GroupResults:
    """A whole round; `questions` stand in the order in which to talk about them."""

    round: Round
    audience: Audience
    questions: tuple[QuestionResult, ...]
    domains: tuple[DomainResult, ...]
    still_open: int
    notes: tuple[str, ...]

    def question(self, indicator_id: str) -> QuestionResult | None:
        return next((each for each in self.questions if each.indicator == indicator_id), None)


def group_results(
    assessment: Assessment, audience: Audience, *, number: int | None = None
) -> GroupResults | None:
    """What may be shown of a round, the latest where no number is given; None without a workshop.

    Questions that are still open are not in it.
    """
    if assessment.workshop is None:
        return None
    rounds = assessment.workshop.rounds
    collected = next((each for each in rounds if each.number == number), rounds[-1])
    seen = set(seen_questions(assessment, collected))
    compared = gaps(assessment, collected, audience)
    return GroupResults(
        round=collected,
        audience=audience,
        questions=tuple(
            _question(assessment, collected, key, audience)
            for key in discussion_order(assessment, collected, audience)
        ),
        domains=tuple(
            _domain(assessment, collected, domain, compared, audience)
            for domain in assessment.bank.domains
            if any(each.id in seen for each in domain.indicators)
        ),
        still_open=sum(not each.vote.closed for each in collected.questions.values()),
        notes=tuple(_notes(assessment, collected, audience)),
    )


def closed_results(assessment: Assessment) -> GroupResults | None:
    """What may leave the room of the latest round that is closed and has a question of this bank;
    None where there is none.
    """
    rounds = assessment.workshop.rounds if assessment.workshop else ()
    for collected in reversed(rounds):
        if collected.closed is not None and seen_questions(assessment, collected):
            return group_results(assessment, "outside", number=collected.number)
    return None


def _question(
    assessment: Assessment, collected: Round, key: str, audience: Audience
) -> QuestionResult:
    indicator = assessment.bank.by_id[key]
    question = collected.questions[key]
    vote = seen_vote(collected, key, audience) or Vote()
    everyone = collected.groupings[0]
    counts = vote.shown(everyone, audience)
    exact = vote.exact(everyone, audience)
    headline, sentence = group_words.by_domain_only(), ""
    target = assessment.bank.thresholds.target
    if audience == "room":
        headline = group_words.words_only(standing_of(vote.counts(everyone), target))
    if not vote.worded(everyone, audience):
        headline = group_words.withheld()
    if counts:
        headline, sentence = group_words.spread_words(assessment.bank, counts, exact=exact)
    if sides := camps_are_groups(collected, vote, audience):
        lower, upper = (group_words.grouping_name(each) for each in sides)
        sentence = tr("{lower} mostly see 0 or 1, {upper} mostly 3 or 4.").format(
            lower=lower, upper=upper
        )
    return QuestionResult(
        indicator=key,
        title=indicator.title,
        statement=assessment.statement(indicator),
        answers=group_words.answers_words(vote, audience) if counts or audience == "room" else "",
        rows=tuple(_row(assessment, each, vote, audience) for each in collected.groupings),
        headline=headline,
        sentence=sentence,
        middle=group_words.middle_words(
            assessment.bank,
            counts,
            group_words.share_words(share_from(counts, target), sum(counts), exact=exact),
            exact=exact,
        )
        if counts
        else "",
        prompts=group_words.prompts(counts),
        changes=_changes(assessment, collected, key, audience),
        agreed=words.level_words(assessment.bank, question.agreed),
        minority=question.minority,
        adopted=_adopted(assessment, key, question),
        second_vote=len(question.closed) > 1 and vote is question.closed[-1],
        votes=_votes(assessment, question, everyone, audience),
        noted=Noted(question.evidence, question.strengths, question.improve),
        reasons=vote.reasons if counts and audience == "room" else (),
        working=group_words.working_lines(counts) if counts and exact else (),
    )


def _votes(
    assessment: Assessment, question: Question, everyone: Grouping, audience: Audience
) -> tuple[GroupRow, ...]:
    names = (tr("First vote"), tr("Second vote"))
    return tuple(
        replace(_row(assessment, everyone, vote, audience), name=name)
        for name, vote in zip(names, question.closed, strict=False)
    )


def _row(assessment: Assessment, grouping: Grouping, vote: Vote, audience: Audience) -> GroupRow:
    name = group_words.grouping_name(grouping)
    counts = vote.shown(grouping, audience)
    if counts is None:
        in_words = vote.worded(grouping, audience)
        said = group_words.by_domain_only() if in_words else group_words.withheld()
        return GroupRow(grouping.key, name, said)
    people, exact = sum(counts), vote.exact(grouping, audience)
    step = 1 if exact else coarse_step(people)
    target = share_from(counts, assessment.bank.thresholds.target)
    return GroupRow(
        key=grouping.key,
        name=name,
        withheld="",
        people=people,
        counts=counts if exact else None,
        shares=tuple(in_steps(count, people, step) for count in counts),
        step=step,
        median=lower_median(counts),
        at_target=group_words.share_words(target, people, exact=exact),
        spread=spread(counts),
    )


def _domain(
    assessment: Assessment,
    collected: Round,
    domain: Domain,
    compared: tuple[Compared, ...],
    audience: Audience,
) -> DomainResult:
    return DomainResult(
        code=domain.code,
        name=domain.name,
        standings=tuple(
            (
                group_words.grouping_name(each),
                group_words.standing_words(standing(assessment, collected, domain, each, audience)),
            )
            for each in collected.groupings
        ),
        gaps=tuple(
            GapRow(
                each,
                group_words.gap_words(each),
                group_words.gap_figures(each.gap) if each.exact else "",
            )
            for each in compared
            if each.code == domain.code
        ),
    )


def _changes(
    assessment: Assessment, collected: Round, key: str, audience: Audience
) -> tuple[str, ...]:
    """What moved since the first vote; or, where there was one vote, since the round before."""
    now = collected.questions[key].closed
    target = assessment.bank.thresholds.target
    change: QuestionChange | None = None
    since = tr("since the first vote")
    if len(now) > 1:
        change = question_change((collected, now[0]), (collected, now[1]), audience, target)
    elif now and assessment.workshop is not None:
        earlier = [each for each in assessment.workshop.rounds if each.number < collected.number]
        before = next(
            (
                (each, vote)
                for each in reversed(earlier)
                if (vote := seen_vote(each, key, audience))
            ),
            None,
        )
        if before is not None:
            since = tr("since round {n}").format(n=before[0].number)
            change = question_change(before, (collected, now[0]), audience, target)
    return group_words.change_words(change, since) if change else ()


def _notes(assessment: Assessment, collected: Round, audience: Audience) -> list[str]:
    notes = []
    whole = assessment.profile.scope == "organisation" and not collected.part_of_larger
    if whole and collected.size < OUTSIDE_MINIMUM:
        notes.append(
            trn(
                "There are fewer than {n} of you. One joint answer that everybody can accept"
                " protects people better than counts.",
                (
                    "There are fewer than {n} of you. One joint answer that everybody can accept"
                    " protects people better than counts."
                ),
                OUTSIDE_MINIMUM,
            )
        )
    if audience == "outside":
        notes.append(
            tr(
                "Counts of groups are shown from {outside} answers up; below 30 answers they"
                " are rounded percentages. From {room} to {below} answers there are only words"
                " for each domain, and below that nothing."
            ).format(
                outside=collected.outside_minimum,
                room=collected.room_minimum,
                below=collected.outside_minimum - 1,
            )
        )
    else:
        least = collected.room_minimum if collected.consent else collected.outside_minimum
        notes.append(
            trn(
                "Counts are shown in the room from {n} answer up.",
                "Counts are shown in the room from {n} answers up.",
                least,
            )
        )
    notes.append(
        tr(
            "In the end confidentiality depends on whoever has the files, because the"
            " counts are in them."
        )
    )
    return notes


def _adopted(assessment: Assessment, key: str, question: Question) -> bool:
    return question.agreed is not None and assessment.answer(key).level == question.agreed
