"""Names and roles in what somebody typed as an owner or asker, and where names stand in texts.

People type "Morag Abernethy, Head of Housing", "Abernethy, Morag (HR)" or "Head of Housing: Morag".
A part counts as a role only where every word of it is one of a role, of a field of work, or links
such words: what is not known to be a role is taken for a name, so that a doubt hides too much and
never too little.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from nttp_readiness.typed.letters import Folded, folded, key
from nttp_readiness.values import dataclass


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_ROLES = _words(
    """
    lead leader leads leaders head heads manager managers officer officers director
    directors team teams group groups panel panels board boards department departments
    service services office offices unit units staff worker workers coordinator coordinators
    co-ordinator ordinator chief chair chairs deputy deputies sponsor champion champions
    nurse nurses teacher teachers psychologist adviser advisers advisor supervisor
    supervisors administrator assistant partner partners trustee trustees convener clerk
    secretary practitioner practitioners consultant trainer trainers facilitator union hr it
    tptic tptics headteacher principal inspector sergeant constable superintendent commander
    captain governor warden sheriff procurator doctor doctors gp gps dentist midwife
    midwives therapist therapists counsellor counsellors volunteer volunteers member members
    committee committees council councils commission directorate division divisions
    management manager specialist specialists executive executives ceo coo cfo president
    chairperson treasurer registrar librarian janitor caretaker planner analyst engineer
    technician receptionist reception professional professionals representative
    representatives rep reps stewards steward auditor
    """
)
"""Words for what somebody does or which body it is; one at least stands in every role."""
_FIELDS = _words(
    """
    housing operations operational people human resources learning development training
    education early years school schools primary secondary social care health mental public
    private community communities children children's childrens young youth adult adults
    family families justice court courts police policing fire rescue ambulance primary
    dental dentistry hospital ward wards clinical nursing medical finance financial estates
    facilities property properties digital data information communications engagement
    participation inclusion equality equalities diversity policy policies strategy strategic
    planning performance quality improvement governance legal complaints customer tenant
    tenants resident residents patient patients victim victims witness witnesses
    safeguarding protection support supported wellbeing well being trauma informed
    responsive national regional local area locality north south east west central scotland
    scottish government nhs trust programme programmes project projects change
    transformation partnership partnerships joint integration lived experience practice
    professional workforce frontline front line desk night nights day days shift shifts
    contact centre repairs homelessness income rents allocations independent advocacy
    recovery alcohol drug drugs addiction addictions senior middle first second interim
    acting temporary associate general corporate executive technical security research
    business personal employee staff-side side outreach inspection regulation audit risk
    emergency tenancy tenancies options homeless lettings benefits advice welfare libraries
    museums leisure transport procurement commissioning helpline hub rehabilitation reablement
    palliative paediatric maternity outpatient outpatients admissions discharge bereavement
    chaplaincy catering cleaning laundry
    """
)
_BODIES = _words(
    """
    nhs council university college trust government police scotland scottish hospital school
    ltd limited plc association society federation union church agency authority company
    charity
    """
)
"""Words that an organisation's name has and a person's does not."""
_LINKS = _words(
    """
    of for and the a an in to with our their all each any at on
    """
)
_KNOWN = _ROLES | _FIELDS | _LINKS
_PARTICLES = _words(
    """
    nic mac mc van von de da di du la le el al bin ibn ni ap st o d dr mr mrs ms miss
    """
)

_PARTS = re.compile(r"[,:;()\[\]/|]|\s[-\u2013\u2014]\s")
_BREAK = re.compile(r"[,:;()\[\]/|+&]|\s[-\u2013\u2014]\s|\s(?:and|with)\s")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_LETTERS = re.compile(r"[^\W\d_]+")
_CUT = re.compile(r"[-\u2010\u2011]\s+")
_PAIRS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ø": "oe", "å": "aa", "æ": "ae"})
_BETWEEN = re.compile(r"[\s,'\-]*")
_AFTER_INITIAL = re.compile(r"\.?[\s,'\-]*")
"""What may stand between two words of one name."""
_SENTENCE = re.compile(r"(?:^|[.!?:;\u2022\u2013\n]\s*|[\u201c\"(]\s*|\b[A-Z]{2,5}-\d+,?\s+)$")
"""What a sentence or a question's title begins after, as its id is."""


@dataclass(frozen=True, slots=True)
class Typed:
    """One person or body as it was typed: the roles in it as they stand there, and the names."""

    roles: tuple[str, ...]
    names: tuple[str, ...]


def typed(text: str) -> Typed:
    """The roles and names in what stands for one owner.

    "and" and "&" part two of them, but for within a role: "Health and Care Manager" is one.
    """
    whole = " ".join(text.split())
    if is_role(whole):
        return Typed((whole,), ())
    parts = [
        each.strip(" .-\u2013\u2014")
        for each in re.split(r"[,:;()\[\]/|]|\s[-\u2013\u2014]\s", whole)
    ]
    roles, names = [], []
    for part in filter(None, parts):
        if is_role(part):
            roles.append(part)
        else:
            names += [each.strip() for each in _BREAK.split(part) if each.strip()]
    return Typed(tuple(roles), tuple(each for each in names if not is_role(each)))


def is_role(text: str) -> bool:
    """Whether every word of it is known as one of a role, and one at least names the role."""
    words = [key(each) for each in _WORD.findall(text.replace("\u2019", "'").replace("'s", "s"))]
    known = all(
        each in _ROLES or each in _FIELDS or each in _LINKS or _both(each) for each in words
    )
    return bool(words) and known and any(each in _ROLES for each in words)


def is_body(text: str) -> bool:
    """Whether a word of it says that it is an organisation and no person."""
    return any(key(each) in _BODIES for each in _WORD.findall(text))


def _both(word: str) -> bool:
    first, dash, rest = word.partition("-")
    return bool(dash) and {first, rest} <= _KNOWN | {"co"}


class _Word(NamedTuple):
    """A word of a folded text, with where it stands there."""

    word: str
    start: int
    end: int


class Names:
    """The names of some people, to be found in texts however they are spelt there.

    Found are each whole name, in either order, and every part of one of three letters or more, also
    as several of that name, as it is called in Gaelic, written as one word, or cut at the end of a
    line; with an initial before it. A part that is also a word of `common` (compared by key) has to
    begin with a capital there, and does not count where a sentence begins with it. One of
    `elsewhere`, such as the words of the organisation's own name, counts within a whole name alone.
    """

    def __init__(
        self,
        names: Iterable[str],
        common: frozenset[str] = frozenset(),
        elsewhere: frozenset[str] = frozenset(),
    ) -> None:
        names, never = tuple(names), _PARTICLES | _LINKS | _ROLES | elsewhere
        words = [tuple(_LETTERS.findall(key(each))) for each in names]
        self._whole = {each for name in words for each in (name, name[1:] + name[:1]) if name}
        self._parts = {
            each for name in words for each in name if len(each) >= 3 and each not in never
        }
        spelt = (tuple(_LETTERS.findall(key(_two_letters(each)))) for each in names)
        self._forms = {form: part for part in self._parts for form in _forms(part)}
        for name in spelt:
            self._forms |= {each: each for each in name if len(each) >= 4 and each not in never}
        for name in words:
            together = map("".join, (name, name[::-1], *pairwise(name)) if name[1:] else ())
            self._forms |= {each: each for each in together if len(each) >= 5}
        self._forms = {form: part for form, part in self._forms.items() if form not in self._parts}
        self._parts |= self._forms.keys()
        self._initials = {part[0] for name in words for part in name}
        self._any = {each for name in words for each in name} | self._forms.keys() | self._initials
        self._small = {each for each in self._any if len(each) < 3 or each in _PARTICLES}
        self._common = common

    def __bool__(self) -> bool:
        return bool(self._whole)

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a name stands in the text, words of one name that follow one another together."""
        low = folded(text)
        run: list[_Word] = []
        for word in self._words(low.key):
            between = _AFTER_INITIAL if run and len(run[-1].word) == 1 else _BETWEEN
            goes_on = run and between.fullmatch(low.key, run[-1].end, word.start)
            if run and not (goes_on and word.word in self._any):
                yield from self._told(low, text, run)
                run = []
            if word.word in self._any:
                run.append(word)
        if run:
            yield from self._told(low, text, run)

    def _words(self, folded_text: str) -> Iterator[_Word]:
        """The words of a text; one that was cut at the end of a line is whole again."""
        before: _Word | None = None
        for found in _LETTERS.finditer(folded_text):
            word = _Word(found[0], found.start(), found.end())
            if before is not None:
                whole = before.word + word.word
                cut = _CUT.fullmatch(folded_text, before.end, word.start)
                if cut and whole in self._any:
                    before = _Word(whole, before.start, word.end)
                    continue
                yield before
            before = word
        if before is not None:
            yield before

    def _told(self, low: Folded, text: str, run: list[_Word]) -> Iterator[tuple[int, int]]:
        """The names in a run of words that are each part of one; small words only within a name."""
        words = [each.word for each in run]
        capital = [text[low.places[each.start]].isupper() for each in run]
        starts = [bool(_SENTENCE.search(text, 0, low.places[each.start])) for each in run]
        named = [
            word in self._parts and (not self._is_common(word) or (capital[n] and not starts[n]))
            for n, word in enumerate(words)
        ]
        for start, length in self._wholes(words):
            if not self._common.issuperset(words[start : start + length]) or all(
                capital[start : start + length]
            ):
                named[start : start + length] = [True] * length
        place = 0
        while place < len(run):
            if not named[place]:
                place += 1
                continue
            first = last = follows = place
            while first and len(words[first - 1]) == 1 and capital[first - 1]:
                first -= 1
            while follows < len(run) and (named[follows] or words[follows] in self._small):
                last = follows if named[follows] else last
                follows += 1
            yield low.span(run[first].start, run[last].end)
            place = last + 1

    def _is_common(self, word: str) -> bool:
        return word in self._common or self._forms.get(word, word) in self._common

    def _wholes(self, words: list[str]) -> Iterator[tuple[int, int]]:
        for name in self._whole:
            for start in range(len(words) - len(name) + 1):
                if tuple(words[start : start + len(name)]) == name:
                    yield start, len(name)


def _forms(part: str) -> Iterator[str]:
    """A part of a name as it may be written of several people, or when one of them is called."""
    if len(part) >= 4:
        yield f"{part}s"
        yield f"{part}es"
        if part[0] in "bcdfgmpst" and part[1] != "h":
            yield f"{part[0]}h{part[1:]}"


def _two_letters(name: str) -> str:
    """A name in letters that have no marks, where these are two: Mueller for Müller."""
    return unicodedata.normalize("NFC", name).casefold().translate(_PAIRS)


@lru_cache(maxsize=8)
def common_words_of(texts: tuple[str, ...]) -> frozenset[str]:
    """The words that begin with a small letter somewhere in these texts, by their key: what is no
    name by itself. Names that the texts give as examples are none of them.
    """
    words = (word for each in texts for word in _LETTERS.findall(each))
    return frozenset(key(word) for word in words if word[0].islower())


def words_of(texts: Iterable[str]) -> frozenset[str]:
    """The words of some texts by their key."""
    return frozenset(word for each in texts for word in _LETTERS.findall(key(each)))
