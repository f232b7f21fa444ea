"""Find words in the questions, in what was written beside the answers, and in the plan."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Literal

from nttp_readiness.address import Address, Page
from nttp_readiness.domain.answers.answer import Answer
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.answers.fields import (
    ACTION_FIELDS,
    ANSWER_FIELDS,
    EVIDENCE_FIELDS,
    REQUEST_FIELDS,
    Fields,
)
from nttp_readiness.domain.answers.planned import PlannedAction, Request
from nttp_readiness.domain.plan.plan import Plan
from nttp_readiness.i18n import tr, trn
from nttp_readiness.typed.letters import folded, key
from nttp_readiness.values import dataclass

Kind = Literal["questions", "notes", "actions", "requests"]
KINDS: tuple[Kind, ...] = ("questions", "notes", "actions", "requests")
MOST = 80
"""So many are shown; more would not help anybody to find one."""
_AROUND = 60
"""Letters shown on each side of what was found."""
_WANTED = re.compile(r'"([^"]*[^" ][^"]*)"|(\S+)')
"""Words that follow one another, in quotation marks, or one word."""


@dataclass(frozen=True, slots=True)
class Hit:
    """Something that was found: where it opens, its title, and the text around the words."""

    kind: Kind
    address: Address
    title: str
    excerpt: str


def find(assessment: Assessment, plan: Plan, words: str) -> tuple[Hit, ...]:
    """Everything that holds all of these words, in any order, in the order of the document.

    Words in quotation marks are found as they follow one another.
    Capitals, accents and typographic form make no difference. Nothing is found for no words.
    """
    wanted = [" ".join((some or one).split()) for some, one in _WANTED.findall(key(words))]
    if not wanted:
        return ()
    found = (
        *_questions(assessment, wanted),
        *_notes(assessment, wanted),
        *_actions(plan, wanted),
        *_requests(assessment, wanted),
    )
    return found[:MOST]


def kind_words(kind: Kind) -> str:
    return {
        "questions": tr("Questions"),
        "notes": tr("Notes"),
        "actions": tr("Actions"),
        "requests": tr("Requests to others"),
    }[kind]


def count_words(words: str, hits: tuple[Hit, ...]) -> str:
    """How much was found, as a sentence; what to do where nothing was."""
    if not words.strip():
        return tr("Type a word, or part of one.")
    if not hits:
        return tr("“{words}” was not found. Try fewer letters, or another word.").format(
            words=words.strip()
        )
    if len(hits) == MOST:
        return trn(
            "Only the first {n} is shown. Add a word to find fewer.",
            "Only the first {n} are shown. Add a word to find fewer.",
            MOST,
        )
    return trn("{n} found.", "{n} found.", len(hits))


def _questions(assessment: Assessment, wanted: list[str]) -> Iterator[Hit]:
    for each in assessment.asked:
        domain = assessment.bank.domain_of[each.id]
        statement = assessment.statement(each)
        if _holds((each.id, each.title, statement, domain.name), wanted):
            excerpt = _excerpt((statement,), wanted) or statement
            yield Hit(
                "questions", Address(Page.REFLECT, each.id), each.title, _line(domain.name, excerpt)
            )


def _notes(assessment: Assessment, wanted: list[str]) -> Iterator[Hit]:
    for each in assessment.asked:
        answer = assessment.answer(each.id)
        texts = [*_searched(answer, ANSWER_FIELDS).values()]
        for item in answer.evidence_items:
            texts += _searched(item, EVIDENCE_FIELDS).values()
        if _holds(texts, wanted):
            yield Hit("notes", Address(Page.REFLECT, each.id), each.title, _excerpt(texts, wanted))


def _actions(plan: Plan, wanted: list[str]) -> Iterator[Hit]:
    for entry in (*plan.live, *plan.dropped):
        action = entry.action
        texts = _searched(action, ACTION_FIELDS)
        if _holds(texts.values(), wanted):
            title = texts.pop("title") or tr("An action without a title")
            first = texts.pop("owner")  # it stands before the excerpt
            excerpt = _excerpt(texts.values(), wanted)
            yield Hit("actions", Address(Page.PLAN, action.id), title, _line(first, excerpt))


def _requests(assessment: Assessment, wanted: list[str]) -> Iterator[Hit]:
    for each in assessment.asks:
        texts = _searched(each, REQUEST_FIELDS)
        if _holds(texts.values(), wanted):
            title = texts.pop("who") or tr("A request without a name yet")
            first = texts.pop("asker")
            excerpt = _excerpt(texts.values(), wanted)
            yield Hit("requests", request_address(each.id), title, _line(first, excerpt))


def request_address(ask_id: str) -> Address:
    """Where a request to others is written: the plan's page, at its fields."""
    return Address(Page.PLAN, f"requests/{ask_id}")


def _searched(
    value: Answer | EvidenceItem | PlannedAction | Request, fields: Fields
) -> dict[str, str]:
    """What people wrote in the fields that are searched."""
    return {name: getattr(value, name) for name, spec in fields.items() if spec.searched}


def _holds(texts: Iterable[str], wanted: list[str]) -> bool:
    whole = "\n".join(map(key, texts))
    return all(each in whole for each in wanted)


def _excerpt(texts: Iterable[str], wanted: list[str]) -> str:
    """The words around the first that was found, on one line; empty where none of them has it."""
    for text in texts:
        low = folded(text)
        found = min((low.key.find(each) for each in wanted if each in low.key), default=-1)
        if found < 0:
            continue
        at = low.places[found]
        start = text.rfind(" ", 0, max(0, at - _AROUND)) + 1
        end = text.find(" ", at + _AROUND + len(wanted[0]))
        end = len(text) if end < 0 else end
        before, after = "… " if start else "", " …" if end < len(text) else ""
        return before + " ".join(text[start:end].split()) + after
    return ""


def _line(first: str, rest: str) -> str:
    return " · ".join(filter(None, (first, rest)))
