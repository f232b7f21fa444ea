"""A group's results as plain data for `group --json`, kept stable for those who read it."""

from __future__ import annotations

from typing import Any

from nttp_readiness.domain.answers.workshop import Grouping
from nttp_readiness.domain.group.agreement import agreement, camps, quartiles
from nttp_readiness.domain.group.group_views import seen_vote
from nttp_readiness.presentation.group.group_results import (
    DomainResult,
    GroupResults,
    GroupRow,
    QuestionResult,
)


def group_data(results: GroupResults) -> dict[str, Any]:
    """The figures under stable names; whatever is withheld is null, and never a number."""
    collected = results.round
    told = {
        grouping.members
        for question in results.questions
        for grouping, row in zip(collected.groupings, question.rows, strict=True)
        if results.audience == "room" or not row.withheld
    }
    return {
        "round": collected.number,
        "opened": collected.opened.isoformat(),
        "closed": collected.closed.isoformat() if collected.closed else None,
        "audience": results.audience,
        "minimum": {"room": collected.room_minimum, "outside": collected.outside_minimum},
        "groups": [
            {
                "name": each.name,
                "role": each.role,
                "site": each.site,
                "size": each.size if each.size and (each.name,) in told else None,
            }
            for each in collected.groups
        ],
        "still_open": results.still_open,
        "questions": [_question(results, each) for each in results.questions],
        "domains": [_domain(each) for each in results.domains],
        "notes": list(results.notes),
    }


def _question(results: GroupResults, found: QuestionResult) -> dict[str, Any]:
    question = results.round.questions[found.indicator]
    vote = seen_vote(results.round, found.indicator, results.audience) or question.closed[-1]
    by_key = {each.key: each for each in results.round.groupings}
    return {
        "id": found.indicator,
        "title": found.title,
        "headline": found.headline,
        "sentence": found.sentence,
        "middle": found.middle or None,
        "agreed": question.agreed,
        "minority": found.minority,
        "adopted": found.adopted,
        "second_vote": found.second_vote,
        "changes": list(found.changes),
        "groups": [
            _row(each, vote.shown(by_key[each.key], results.audience), by_key[each.key])
            for each in found.rows
        ],
        "prompts": list(found.prompts),
        "working": list(found.working),
    }


def _row(row: GroupRow, counts: tuple[int, ...] | None, grouping: Grouping) -> dict[str, Any]:
    """One grouping; figures that would give counts away stand only where the counts do."""
    exact = counts if row.counts is not None else None
    quarters = quartiles(exact) if exact else None
    return {
        "group": row.key,
        "name": row.name,
        "kind": grouping.kind,
        "withheld": bool(row.withheld),
        "why": row.withheld or None,
        "n": row.people,
        "counts": list(exact) if exact else None,
        "percent": list(row.shares) if row.shares is not None else None,
        "percent_step": row.step if row.shares is not None else None,
        "median": row.median,
        "q1": float(quarters.lower) if quarters else None,
        "q3": float(quarters.upper) if quarters else None,
        "at_target": row.at_target or None,
        "agreement": float(agreement(exact)) if exact else None,
        "agreement_words": row.spread,
        "camps": camps(counts) if counts else None,
    }


def _domain(found: DomainResult) -> dict[str, Any]:
    return {
        "id": found.code,
        "name": found.name,
        "groups": [{"name": name, "standing": said} for name, said in found.standings],
        "gaps": [
            {
                "x": each.compared.x.key,
                "y": each.compared.y.key,
                "verdict": each.compared.gap.verdict,
                "delta": float(each.compared.gap.delta) if each.figures else None,
                "low": each.compared.gap.low if each.figures else None,
                "high": each.compared.gap.high if each.figures else None,
                "smallest": float(each.compared.gap.smallest)
                if each.compared.gap.smallest is not None
                else None,
                "questions": list(each.compared.questions),
                "sentence": each.sentence,
            }
            for each in found.gaps
        ],
    }
