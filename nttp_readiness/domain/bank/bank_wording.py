"""Whether the words of a bank are fit for the people who will read them."""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Iterator
from itertools import combinations

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_levels import check_levels
from nttp_readiness.domain.bank.bank_problems import Problem, domain_file
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.domain.bank.indicator import LevelText
from nttp_readiness.domain.bank.reading_ease import HARD, PLAIN, reading_report
from nttp_readiness.i18n import tr, trn

ALIKE = 0.9
"""From this ratio on (difflib, 0 to 1) two levels cannot be told apart."""


LONGEST_SENTENCE = 25
"""Words up to a stop, a colon or a semicolon."""


def check_wording(bank: Bank) -> list[Problem]:
    """Words of blame, levels that are too much alike, and texts that are hard to read."""
    return [
        *_blame(bank), *_alike_levels(bank), *_levels_of_others(bank), *_hard_texts(bank),
        *_long_sentences(bank), *check_levels(bank),
    ]  # fmt: skip


def _blame(bank: Bank) -> Iterator[Problem]:
    for each in texts(bank):
        found = dict.fromkeys(word.lower() for word in _BLAME.findall(each.text))
        if found:
            yield Problem(
                each.file,
                each.place,
                tr("This text blames: {words}.").format(words=", ".join(found)),
                tr("Say what is not there yet, or what it depends on."),
            )


def _alike_levels(bank: Bank) -> Iterator[Problem]:
    for domain in bank.domains:
        file = domain_file(domain.code)
        yield from _alike(file, domain.code, _sentences(domain.levels))
        for indicator in domain.indicators:
            yield from _alike(file, indicator.id, _sentences(indicator.levels))


def _alike(file: str, name: str, levels: tuple[str, ...]) -> Iterator[Problem]:
    for (lower, below), (upper, above) in combinations(enumerate(levels), 2):
        cure = tr("Name one thing that could be seen at {upper} and not at {lower}.").format(
            upper=upper, lower=lower
        )
        place = tr("{name}, level {level}").format(name=name, level=upper)
        if _bare(below) == _bare(above):
            what = tr("It only changes an amount or an adverb of level {level}.")
        elif _ratio(below, above) > ALIKE:
            what = tr("It is nearly the same text as level {level}.")
        else:
            continue
        yield Problem(file, place, what.format(level=lower), cure)


def _sentences(levels: Iterable[LevelText]) -> tuple[str, ...]:
    return tuple(each.sentence for each in levels)


def _levels_of_others(bank: Bank) -> Iterator[Problem]:
    """A level that stands at another question too says nothing about this one."""
    first: dict[str, str] = {}
    for domain in bank.domains:
        for indicator in domain.indicators:
            for level, text in enumerate(_sentences(indicator.levels)):
                place = tr("{name}, level {level}").format(name=indicator.id, level=level)
                other = first.setdefault(text.casefold(), place)
                # Within one question the two are told above.
                if other != place and not other.startswith(f"{indicator.id},"):
                    yield Problem(
                        domain_file(domain.code),
                        place,
                        tr("The same text stands at {place}.").format(place=other),
                        tr("Say what one could see of this question."),
                    )


def _long_sentences(bank: Bank) -> Iterator[Problem]:
    for each in texts(bank):
        longest = max((len(part.split()) for part in _STOP.split(each.text)), default=0)
        if longest > LONGEST_SENTENCE:
            yield Problem(
                each.file,
                each.place,
                trn("One sentence here has {n} word.", "One sentence here has {n} words.", longest),
                tr("Make two of it: at most 25 can be followed when they are read aloud."),
                "note",
            )


def _hard_texts(bank: Bank) -> Iterator[Problem]:
    for way, score, _ in reading_report(bank):
        shown = round(score)
        if shown >= PLAIN:
            break
        file, _, place = way.partition(", ")
        if shown < HARD:
            what = tr("This text is hard to read (reading ease {score}).")
        else:
            what = tr("This text could be plainer (reading ease {score}).")
        yield Problem(
            file,
            place,
            what.format(score=shown),
            tr("Use shorter words and sentences."),
            "error" if shown < HARD else "note",
        )


def _bare(text: str) -> list[str]:
    """The words of a text without those that only say how much, how often or how well."""
    words = re.findall(r"\w+(?:[’'-]\w+)*", text.casefold())
    return [each for each in words if each not in _AMOUNTS and not each.endswith("ly")]


def _ratio(one: str, other: str) -> float:
    matcher = difflib.SequenceMatcher(None, one.casefold(), other.casefold(), autojunk=False)
    # The two quick ones are upper bounds.
    if matcher.real_quick_ratio() <= ALIKE or matcher.quick_ratio() <= ALIKE:
        return 0.0
    return matcher.ratio()


_STOP = re.compile(r"(?<=[.!?:;])[”’)]*\s+")
_BLAME = re.compile(
    r"\b(?:fail(?:s|ed|ings?|ures?)?|poor(?:er|est|ly)?|weak(?:er|est|ly|ness(?:es)?"
    r"|en(?:s|ed|ing)?)?|deficien(?:t|tly|cy|cies)|bad(?:ly)?|inadequa(?:te|tely|cy|cies)"
    r"|lack(?:s|ed|ing)?|neglect(?:s|ed|ing|ful)?)\b",
    re.IGNORECASE,
)
_AMOUNTS = {
    "a", "an", "the", "few", "fewer", "little", "some", "several", "many", "much", "more", "most",
    "all", "every", "each", "any", "both", "half", "no", "none", "nobody", "one", "two", "three",
    "never", "rarely", "seldom", "sometimes", "often", "always", "usual", "ever", "whole", "full",
    "very", "quite", "rather", "well", "better", "best", "now", "again", "too", "also", "even",
    "still", "almost", "about", "only", "just", "lot", "lots", "number", "majority", "minority",
    "everyone", "everybody", "everywhere", "someone", "somebody", "anyone", "anybody",
    "everything", "something", "anything",
}  # fmt: skip
