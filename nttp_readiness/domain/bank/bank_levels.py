"""Whether levels can be climbed: one decisive sentence each, that an ordinary manager can answer.

People start at 1 and stop before the first sentence that is not true. A sentence that holds two
claims, asks for all, or names no period makes them guess; one that changes its subject in the
middle of a list is misread when it is read aloud. Rules about English words are kept for banks in
English.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_problems import Problem, Severity, domain_file
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.domain.bank.indicator import LevelText
from nttp_readiness.domain.bank.scale import TOP_LEVEL
from nttp_readiness.domain.bank.served import KNOWN, PLACEHOLDER, served_words
from nttp_readiness.i18n import tr, trn

MOST_WORDS = 20
MOST_CHARACTERS = 128
"""Of a decisive sentence: five of them stand in view at once on a small laptop."""
SIGNS = range(2, 4)
MOST_WORDS_OF_A_SIGN = 12
EXAMPLE = range(40, 61)
"""Words of an example."""
FIRST_WORDS = 4
"""So many words in a row tell two neighbours apart."""


def check_levels(bank: Bank) -> list[Problem]:
    """What makes a level hard to answer, and placeholders that would stay as they are."""
    return [*_sentences(bank), *_neighbours(bank), *_beside(bank), *_placeholders(bank)]


def _sentences(bank: Bank) -> Iterator[Problem]:
    english = bank.language.startswith("en")
    for file, name, levels in _ladders(bank):
        for level, said in enumerate(levels):
            place = tr("{name}, level {level}").format(name=name, level=level)
            for what, cure in _faults(said, level, english=english):
                yield Problem(file, place, what, cure)


def _faults(said: LevelText, level: int, *, english: bool) -> Iterator[tuple[str, str]]:
    text = served_words(delivers_care=True).fill(said.sentence)
    if len(_STOP.split(text.strip())) > 1:
        yield (
            tr("More than one sentence stands here."),
            tr("Let one sentence decide, and make signs of the others."),
        )
    cure = tr("At most 20 words and 128 characters can stand in view five times.")
    if (count := len(said.sentence.split())) > MOST_WORDS:
        yield trn("This sentence has {n} word.", "This sentence has {n} words.", count), cure
    elif (count := len(text)) > MOST_CHARACTERS:
        has = trn("This sentence has {n} character.", "This sentence has {n} characters.", count)
        yield has, cure
    if english and (found := _OTHER_SUBJECT.search(text)):
        yield (
            tr("Its list changes its subject at “{words}”.").format(words=found[0].strip(", ")),
            tr("Keep one subject through the list, and put the verbs after it."),
        )
    if english and level > 1:
        for sign in said.signs:
            if _HOLLOW.search(sign):
                yield (
                    tr("A sign here says that nobody knows it: “{sign}”.").format(sign=sign),
                    tr("Say what one would see where the sentence is true."),
                )
    for sign in said.signs:
        if english and _COUNTS.search(sign):
            yield (
                tr("A sign here leaves open what is to be counted: “{sign}”.").format(sign=sign),
                tr("Say what one sees then, such as “with no list: a count of teams”."),
            )
    if not english or level == 0:
        return
    # At 4 people looked at it, and know what came of it.
    if _joins(text) > 1 or (";" in text and level < TOP_LEVEL):
        yield (
            tr("This sentence makes more than one claim."),
            tr("Keep the one that decides, and make a sign of the other."),
        )
    if level == TOP_LEVEL and not _PERIOD.search(text):
        yield (
            tr("Level 4 names no period."),
            tr("Say when: in the past year."),
        )
    if level > 1 and (found := _UNIVERSAL.search(text)) and not _SAMPLE.search(text):
        yield (
            tr("“{word}” asks for all, and nobody can say that of all.").format(word=found[0]),
            tr("Ask for a share, such as seven of ten, or for a case picked at random."),
        )


def _neighbours(bank: Bank) -> Iterator[Problem]:
    """Levels that begin alike cannot be told apart by somebody who hears them once."""
    for file, name, levels in _ladders(bank):
        for level, (below, above) in enumerate(pairwise(levels), start=1):
            first, second = (each.sentence.casefold().split() for each in (below, above))
            if first[:FIRST_WORDS] == second[:FIRST_WORDS]:
                yield Problem(
                    file,
                    tr("{name}, level {level}").format(name=name, level=level),
                    tr("It begins as level {level} does.").format(level=level - 1),
                    tr("Let the difference be heard in the first words."),
                )


def _beside(bank: Bank) -> Iterator[Problem]:
    for file, name, levels in _ladders(bank):
        for level, said in enumerate(levels):
            place = tr("{name}, level {level}").format(name=name, level=level)
            if _joins(said.sentence) == 1 and level in {1, 2, 3} and bank.language.startswith("en"):
                yield _note(
                    file, place,
                    tr("Two parts of this sentence may be two claims."),
                    tr("See whether one of them decides. If so, make the other a sign."),
                )  # fmt: skip
            if len(said.signs) not in SIGNS and name in bank.by_id:
                yield _note(
                    file, place,
                    trn("It has {n} sign.", "It has {n} signs.", len(said.signs)),
                    tr("Write two or three things that one would see."),
                )  # fmt: skip
            for sign in said.signs:
                if (count := len(sign.split())) > MOST_WORDS_OF_A_SIGN:
                    yield _note(
                        file, place,
                        trn("A sign here has {n} word.", "A sign here has {n} words.", count),
                        tr("At most 12 can be taken in at a glance."),
                    )  # fmt: skip
    for each in bank.by_id.values():
        file = domain_file(bank.domain_of[each.id].code)
        count = len(each.example.text.split()) if each.example else EXAMPLE.start
        if count not in EXAMPLE:
            yield _note(
                file, f"{each.id}, example",
                trn("This example has {n} word.", "This example has {n} words.", count),
                tr("Write 40 to 60."),
            )  # fmt: skip
        if each.levels and not each.unit:
            yield _note(
                file, f"{each.id}, unit",
                tr("It does not say what its levels count."),
                tr("Name one of them: team, shift, decision."),
            )  # fmt: skip


def _joins(text: str) -> int:
    return len(_JOINED.findall(text))


def _placeholders(bank: Bank) -> Iterator[Problem]:
    for each in texts(bank):
        for found in PLACEHOLDER.finditer(each.text):
            before = each.text[: found.start()]
            if found[0] not in KNOWN:
                what = tr("The placeholder {name} is not known.").format(name=found[0])
                cure = tr("Write one of these: {names}.").format(names=", ".join(KNOWN))
            elif each.key in _SENTENCES and (not before.strip() or _BEGINS.search(before)):
                what = tr("A sentence begins with {name}, and would have no capital.").format(
                    name=found[0]
                )
                cure = tr("Begin with another word.")
            elif _ARTICLE.search(before):
                what = tr("“a” stands before {name}, and not every word takes it.").format(
                    name=found[0]
                )
                cure = tr("Use the plural, or “the”.")
            else:
                continue
            yield Problem(each.file, each.place, what, cure)


def _ladders(bank: Bank) -> Iterator[tuple[str, str, Sequence[LevelText]]]:
    for domain in bank.domains:
        file = domain_file(domain.code)
        yield file, domain.code, domain.levels
        for indicator in domain.indicators:
            yield file, indicator.id, indicator.levels


def _note(file: str, place: str, problem: str, cure: str) -> Problem:
    severity: Severity = "note"
    return Problem(file, place, problem, cure, severity)


_SENTENCES = {
    "sentence", "statement", "no_care", "why", "good", "do", "measure", "title", "reading", "text",
    "needs_reason", "importance_reason", "safety_stop", "content_note", "introduction",
    "definition",
}  # fmt: skip
"""Keys whose texts begin with a capital letter; signs and kinds of evidence may not."""
_STOP = re.compile(r"(?<=[.!?])[”’)]*\s+(?=$|\S)")
_BEGINS = re.compile(r"[.!?][”’)]*\s+$")
_ARTICLE = re.compile(r"\b[Aa]n? $")
_PERIOD = re.compile(r"\b(?:past|last|this)\s+(?:year|twelve months)\b", re.IGNORECASE)
_JOINED = re.compile(r"[,;]\s+(?:and|but|then|so|they)\b", re.IGNORECASE)
_UNIVERSAL = re.compile(
    r"\b(?:all|every|each|always|any|anyone|anybody|everyone|everybody|everywhere|never|whoever"
    r"|whenever|wherever)\b",
    re.IGNORECASE,
)
_OTHER_SUBJECT = re.compile(
    r", or (?:some|somebody|someone|a few|one|many|most|people|staff|managers|we|they|there)"
    r"(?: of us| [a-z]+s)? (?!(?:among|at|by|for|from|in|of|on|to|with)\b)[a-z]+"
    r"|, or (?:a |an |the )?[a-z-]+ (?:was|were|has been|have been)\b",
    re.IGNORECASE,
)
"""“… was looked at, or some of us do it”: after commas a new subject with a verb of its own."""
_HOLLOW = re.compile(r"^“[^”]*”,? (?:and nobody|with no|by feel|is a guess)", re.IGNORECASE)
"""A claim in quotation marks with nothing behind it, as it stands at level 1."""
_COUNTS = re.compile(r"[?,:][^?,:]*\bcounts?$|”,? counts?\b", re.IGNORECASE)
"""“no list? teams, or people, count”: heard once, it is taken for a number or left unfinished."""
_SAMPLE = re.compile(
    r"\b(?:of ten|out of|at least one|you ask|pick|picked|at random|two or more)\b", re.IGNORECASE
)
