"""How easily an English text reads: Flesch's reading ease, 100 for very easy, below 30 for hard.

206.835 - 1.015 (words per sentence) - 84.6 (syllables per word). Source: R. Flesch, "A new
readability yardstick", Journal of Applied Psychology 32 (1948), 221-233. Syllables are counted by
rules with a list of exceptions, so a score may be a few points off: it points at texts to read
again and proves nothing.
"""

from __future__ import annotations

import re

from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_texts import texts

HARD = 30.0
PLAIN = 55.0
FEWEST_WORDS = 10
"""A shorter text has no steady score: one long word decides it."""


def reading_report(bank: Bank) -> list[tuple[str, float, str]]:
    """Place ("domains/LEA.toml, LEA-1, why"), score and text, the hardest first."""
    scored = [
        (f"{each.file}, {each.place}", reading_ease(each.text), each.text)
        for each in texts(bank)
        if each.key not in _LABELS and len(_WORD.findall(each.text)) >= FEWEST_WORDS
    ]
    return sorted(scored, key=lambda entry: entry[1])


def reading_ease(text: str) -> float:
    """Flesch's score of a text; 100 where it holds no words."""
    words = _WORD.findall(text)
    if not words:
        return 100.0
    sentences = max(1, len(_SENTENCE_END.findall(text.rstrip())))
    spoken = sum(map(syllables, words))
    return 206.835 - 1.015 * len(words) / sentences - 84.6 * spoken / len(words)


def syllables(word: str) -> int:
    """How many syllables an English word is spoken with, 1 at least."""
    letters = word.lower().replace("’", "'")
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters]
    letters = letters.removesuffix("'s").removesuffix("s'")
    extra = 1 if letters.endswith(("dn't", "sn't", "vent")) and "'" in letters else 0
    letters = letters.replace("n't", "").replace("'", "")
    if letters in _EXCEPTIONS:
        return _EXCEPTIONS[letters] + extra
    # "qu" and the u of "guide" sound as consonants, and so does y before a vowel.
    letters = re.sub(r"(?<=q)u|(?<=g)u(?=[aei])|y(?=[aeiou])", "w", letters)
    count = len(_VOWELS.findall(letters)) + len(_APART.findall(letters))
    count -= len(_SILENT.findall(letters))
    return max(1, count) + extra


_LABELS = {
    "title",
    "name",
    "short_name",
    "lead",
    "word",
    "evidence",
    "seed_source",
    "signs",
    "sector",
    "unit",
}
_SENTENCE_END = re.compile(r"[.!?]+(?=[”’\")]*(?:\s|$))|[;:](?=\s)|(?<=[^.!?”’\")])$")
_WORD = re.compile(r"[A-Za-zÀ-ÖØ-öø-ÿ]+(?:[’'][A-Za-z]+)*")
_VOWELS = re.compile(r"[aeiouyà-öø-ÿ]+")

_APART = re.compile(
    r"""
      (?<![ctsg])i(?=a(?!ge))            # tri-al, medi-a; not so-cial, mar-riage
    | (?<=[ct])i(?=at)                   # associ-ate, initi-ative
    | (?<![tscgxln])i(?=on)              # champi-on; not na-tion, o-pin-ion
    | (?<![tscgx])i(?=o(?!n|ur))         # peri-od, previ-ous; not gra-cious, be-hav-iour
    | (?<![ct])i(?=en(?:t|c))            # cli-ent, experi-ence; not pa-tient
    | i(?=ety|et\b|etly|et[ei])          # soci-ety, qui-et
    | (?<=[^aeiouy])i(?=er\b|est\b|er[s]\b|ers\b|u[ms])   # earli-er, medi-um
    | (?<![qg])u(?=a(?!de))             # actu-al, situ-ation; not per-suade
    | u(?=en(?:t|c)|el\b|ou|ity|iti)     # influ-ence, continu-ous
    | e(?=o(?:\b|s\b|g|l|r))             # vide-o, the-ory
    | (?<=[aeiouy][rd])e(?=as?\b)        # are-a, ide-a
    | (?<=\bcr)e(?=at(?!ure))            # cre-ate
    | (?<=\br)e(?=act|ali[tsz]|ass|all[oi])  # re-act, re-ality, re-assure
    | [aeiou](?=ing)                     # be-ing, go-ing
    | (?<=\bc)o(?=o[pr])                 # co-operate, co-ordinate
    | s(?=ms?\b)                         # raci-sm
    """,
    re.VERBOSE,
)
_SILENT = re.compile(
    r"""
      (?<=[^aeiouyw])(?<![bcdfgkpstz]l)e\b                  # name; not ta-ble
    | (?<=[aeiouy]w)e\b                                     # owe
    | (?<=[^aeiouysxzcg])(?<!sh)(?<!ch)(?<![bcdfgkpstz]l)e(?=s\b)  # makes; not pla-ces, ta-bles
    | (?<=[^aeiouytd])(?<![bcdfgkpstz]l)e(?=d\b)            # named; not want-ed, han-dled
    | (?<=[aeiouy][^aeiouy])e(?=(?:ments?|ly|ful|fully|less|lessly|ness)\b)  # safe-ly
    | \b(?:some|there|where|here|home|more|life|time|whole|wide|side|fire|make|these|those)
      (?=[b-df-hj-np-tv-z])(?!(?:ments?|ly|ful|fully|less|lessly|ness|d|s|r|rs)\b)  # some-thing
    | (?<=[aeiou]g)we\b | (?<=q)we\b                        # lea-gue, u-nique
    """,
    re.VERBOSE,
)
_EXCEPTIONS = {
    "aged": 2, "anyone": 3, "aren't": 1, "argue": 2, "argued": 2, "argues": 2, "biscuit": 2,
    "business": 2, "businesses": 3, "can't": 1, "cement": 2, "chaos": 2, "create": 2,
    "don't": 1, "elements": 3, "element": 3, "evening": 2, "evenings": 2, "every": 2,
    "everybody": 4, "everyone": 3, "everything": 3, "everywhere": 3, "hatred": 2, "hundred": 2,
    "hundreds": 2, "junior": 2, "lion": 2, "maybe": 2, "naive": 2, "ourselves": 2, "parliament": 3,
    "people": 2, "peoples": 2, "poem": 2, "poems": 2, "poet": 2, "recipe": 3, "reuse": 2,
    "sacred": 2, "science": 2, "sciences": 3, "senior": 2, "suicide": 3, "themselves": 2,
    "wednesday": 2, "weren't": 1, "whoever": 3, "won't": 1, "yourselves": 2,
}  # fmt: skip
