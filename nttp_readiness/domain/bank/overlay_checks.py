"""Whether an overlay can be laid over its base, and whether it speaks of its own sector alone.

What the base is told of anyway is not said again: every check of a bank runs on the two together,
and only what the overlay brought in is named.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from collections.abc import Iterable, Iterator

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_checks import check_content
from nttp_readiness.domain.bank.bank_fit import check_fit
from nttp_readiness.domain.bank.bank_problems import OVERLAY_FILE, Problem, Severity
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.domain.bank.bank_wording import check_wording
from nttp_readiness.domain.bank.change_map import became_since, number
from nttp_readiness.domain.bank.instead import MOST_WORDS, NOUNS, may_stand_for, without_a_place
from nttp_readiness.domain.bank.overlay import Overlay, laid_over, moved
from nttp_readiness.i18n import tr, trn

NOUNS_OF_SECTORS = (
    "pupil", "patient", "tenant", "resident", "learner", "student", "victim", "witness",
    "customer", "client", "service user", "passenger", "prisoner", "inmate", "claimant",
    "complainer", "inpatient", "outpatient", "casualty", "offender", "detainee",
)  # fmt: skip
"""Words for people that belong to some sectors and to others not; plurals are found as well."""
_BELONGS = {
    "pupils": ("pupil",),
    "children_families": (),
    "patients": ("patient",),
    "tenants": ("tenant",),
    "residents": ("resident",),
    "supported": (),
    "learners": ("learner", "student"),
    "victims_witnesses": ("victim", "witness"),
}
_NAMES = ("laws", "resources", "glossary", "seed", "themes", "service_areas", "summary", "support")
"""Parts of a bank that name what there is: a law of another sector is called what it is called."""
_ANYWHERE = ("learner",)
"""Of the list, what the base uses for staff who learn."""


def check_overlay_fit(base: Bank, overlay: Overlay) -> list[Problem]:
    """Errors that keep an overlay from being used with that base."""
    return [
        *_base(base, overlay), *_ids(base, overlay), *_moved_on(base, overlay),
        *_own(base, overlay), *_nouns_of_levels(overlay),
        *_brought_in(check_fit(base), check_fit(laid_over(base, overlay))),
    ]  # fmt: skip


def check_overlay_words(
    base: Bank, overlay: Overlay, *, today: dt.date | None = None
) -> list[Problem]:
    """What its author should mend before others get it."""
    bank = laid_over(base, overlay)
    before = [*check_content(base, today=today), *check_wording(base)]
    after = [*check_content(bank, today=today), *check_wording(bank)]
    return [
        *_nouns(bank, overlay), *_areas(base, overlay), *_instead(base, overlay),
        *_brought_in(before, after),
    ]  # fmt: skip


def _base(base: Bank, overlay: Overlay) -> Iterator[Problem]:
    if base.id != overlay.base:
        yield _problem(
            "base",
            tr("It is written for the bank “{name}”, and this is “{other}”.").format(
                name=overlay.base, other=base.id
            ),
            tr("Put the bank that it is written for beside it."),
        )
    if number(overlay.base_version) > number(base.version):
        yield _problem(
            "base_version",
            tr("It is written for version {version}, and the bank at hand is {other}.").format(
                version=overlay.base_version, other=base.version
            ),
            tr("Get the newer bank, or write the version that you had in front of you."),
        )


def _ids(base: Bank, overlay: Overlay) -> Iterator[Problem]:
    known = {*base.by_id, *became_since(overlay.base_version, base)}
    for twice, count in Counter(each.id for each in overlay.questions).items():
        if count > 1:
            yield _problem(
                f"questions, {twice}",
                tr("“{id}” stands here twice.").format(id=twice),
                tr("Put all of its words in one place."),
            )
    named = [(f"questions, {each.id}", each.id) for each in overlay.questions]
    named += [("keep_examples", each) for each in overlay.keep_examples]
    yield from _unknown(named, known)
    listed = {law.id for law in base.laws} | {card.id for card in base.context}
    listed |= {each.id for each in base.resources} | {each.word for each in base.glossary}
    yield from _unknown([("leave_out", each) for each in overlay.leave_out], listed)
    codes = {each.code for each in base.domains}
    yield from _unknown([(f"domains, {each.code}", each.code) for each in overlay.domains], codes)
    yield from _unknown(
        [(f"own, {each.indicator.id}, domain", each.domain) for each in overlay.own], codes
    )
    asked = known | {each.indicator.id for each in overlay.own}
    shown = [(f"laws, {law.id}, beside", law.beside) for law in overlay.laws]
    shown += [(f"context, {card.id}, beside", card.beside) for card in overlay.context]
    yield from _unknown([(place, each) for place, ids in shown for each in ids], asked)
    for question in overlay.questions:
        levels = [each.level for each in question.signs]
        if len(set(levels)) < len(levels):
            yield _problem(
                f"questions, {question.id}, signs",
                tr("Signs of one level stand here twice."),
                tr("Put them into one list."),
            )


def _unknown(named: Iterable[tuple[str, str]], known: set[str]) -> Iterator[Problem]:
    for place, each in named:
        if each not in known:
            yield _problem(
                place,
                tr("“{id}” is not in the bank that this is laid over.").format(id=each),
                tr("Correct it, or take it out."),
            )


def _moved_on(base: Bank, overlay: Overlay) -> Iterator[Problem]:
    """What became of its questions since, where the base has moved on."""
    found = became_since(overlay.base_version, base)
    today = moved(base, overlay)
    for question in overlay.questions:
        way = found.get(question.id)
        if way is None:
            continue
        if question.id not in today:
            yield _problem(
                f"questions, {question.id}",
                tr("Since version {version} this question was split, merged or removed.").format(
                    version=overlay.base_version
                ),
                tr("Look at {ids}, and write its words anew or take them out.").format(
                    ids=", ".join(way.new) or tr("the change map")
                ),
            )
        elif way.kind == "reworded":
            yield _problem(
                f"questions, {question.id}",
                tr("Since version {version} this question was reworded.").format(
                    version=overlay.base_version
                ),
                tr("Read your words beside the new ones; then raise base_version."),
                "note",
            )


def _own(base: Bank, overlay: Overlay) -> Iterator[Problem]:
    """A question of one's own decides no stage and stands in nobody else's place."""
    taken = {*base.by_id, *(each.old for each in base.changes)}
    for each in overlay.own:
        asked = each.indicator
        place = f"own, {asked.id}"
        if asked.id in taken:
            yield _problem(
                place,
                tr("An indicator of this id stands in the base, or once did."),
                tr("Give it an id of its own, one that was never used."),
            )
        if asked.foundation or asked.safety_stop:
            yield _problem(
                place,
                tr("A question of an overlay is no foundation: stages mean the same everywhere."),
                tr("Take out foundation and safety_stop."),
            )
        if not asked.levels:
            yield _problem(
                place,
                tr("This question has no levels of its own."),
                tr("Describe five, each with its decisive sentence."),
            )


def _nouns(bank: Bank, overlay: Overlay) -> Iterator[Problem]:
    """Words for people of somebody else's sector, wherever they came from."""
    belongs = {each.casefold() for each in overlay.nouns}
    belongs |= set(_BELONGS.get(overlay.noun, ())) | set(_ANYWHERE)
    foreign = [each for each in NOUNS_OF_SECTORS if each not in belongs]
    words = re.compile(rf"\b({'|'.join(map(_plural, foreign))})\b", re.IGNORECASE)
    for each in texts(bank):
        if each.place.split(",")[0] in _NAMES:
            continue
        for word in dict.fromkeys(found[0].lower() for found in words.finditer(each.text)):
            yield _problem(
                each.place,
                tr("“{word}” is no word of this sector.").format(word=word),
                tr("Write {people}, or name the word among the overlay’s nouns.").format(
                    people="{people}"
                ),
            )


def _plural(word: str) -> str:
    if word.endswith("ness"):
        return f"{word}(?:es)?"
    if word.endswith("y"):
        return f"{word[:-1]}(?:y|ies)"
    return f"{word}s?"


def _areas(base: Bank, overlay: Overlay) -> Iterator[Problem]:
    for each in overlay.fits:
        if each not in base.service_areas:
            yield _problem(
                "fits",
                tr("“{area}” is no service area of the bank.").format(area=each),
                tr("Write it as it stands there."),
            )


def _nouns_of_levels(overlay: Overlay) -> Iterator[Problem]:
    for each in overlay.instead:
        if each.word in NOUNS and not may_stand_for(each):
            yield _problem(
                "instead",
                tr("“{word}” stands in decisive sentences, which mean the same in every sector.")
                .format(word=each.word),
                trn(
                    "Put a plain noun of at most {n} word in its place.",
                    "Put a plain noun of at most {n} words in its place.",
                    MOST_WORDS,
                ),
            )  # fmt: skip


def _instead(base: Bank, overlay: Overlay) -> Iterator[Problem]:
    for word in without_a_place(base, overlay.instead):
        yield _problem(
            "instead",
            tr("“{word}” stands nowhere in the bank where a word may be another.").format(
                word=word
            ),
            tr("Correct it, or take it out: the bank may have moved on."),
            "note",
        )


def _brought_in(before: list[Problem], after: list[Problem]) -> Iterator[Problem]:
    """What is told of the two together and not of the base alone, as problems of the overlay."""
    known = {(each.place, each.problem) for each in before}
    for each in after:
        if (each.place, each.problem) not in known:
            yield Problem(OVERLAY_FILE, each.place, each.problem, each.cure, each.severity)


def _problem(place: str, problem: str, cure: str, severity: Severity = "error") -> Problem:
    return Problem(OVERLAY_FILE, place, problem, cure, severity)
