"""The walk through the questions: its steps, where one is, and what stands beside each question."""

from __future__ import annotations

from typing import Literal, get_args

from nttp_readiness.address import Page
from nttp_readiness.domain.answers.assessment import Answer, Assessment, Choice
from nttp_readiness.domain.bank.bank import Bank, Domain, Indicator
from nttp_readiness.domain.scorecard import count_answers
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import Run, Words
from nttp_readiness.presentation.words.dates import day
from nttp_readiness.presentation.words.level_texts import LevelWords, level_texts
from nttp_readiness.presentation.words.word_meanings import beside_question
from nttp_readiness.values import dataclass

Kind = Literal["about", "question"]
Filter = Literal[
    "all", "unsettled", "open", "not_sure", "come_back", "look_again", "still_true", "foundations",
    "notes",
]  # fmt: skip
FILTERS: tuple[Filter, ...] = get_args(Filter)


@dataclass(frozen=True, slots=True)
class Step:
    """A page of the walk: what a domain is about, or one question. `key` is a code or an id."""

    kind: Kind
    key: str


@dataclass(frozen=True, slots=True)
class OtherAnswer:
    """An answer that is not a level, with the key that gives it."""

    choice: Choice
    name: str
    key: str


@dataclass(frozen=True, slots=True)
class Question:
    """One question as it is asked of this organisation."""

    id: str
    title: str
    statement: str
    domain: str
    domain_name: str
    where: str
    """Such as "Staff care and wellbeing · question 3 of 6"."""
    where_short: str
    spoken: str
    """How it is read aloud: which it is, whether it is a foundation, and what it states."""
    foundation: bool
    content_note: str
    levels: tuple[LevelWords, ...]
    """From 0."""
    others: tuple[OtherAnswer, ...]
    choice: Choice | None
    reading: str = ""
    """How to read the levels in a small organisation; empty for others."""
    unit: str = ""
    """What its levels count; empty where it does not say."""
    look_again: bool = False
    """The answer was given to an earlier wording."""
    come_back: bool = False
    """Somebody will come back to it, and `come_back_word` says what comes first."""
    come_back_word: str = ""


@dataclass(frozen=True, slots=True)
class GuidePart:
    """A part of the guide: a heading, then paragraphs, a list or links, ruled or not."""

    heading: str
    paragraphs: tuple[Words, ...] = ()
    items: tuple[Words, ...] = ()
    quiet: str = ""
    ruled: bool = False


@dataclass(frozen=True, slots=True)
class DomainProgress:
    """How far a domain is."""

    code: str
    name: str
    short_name: str
    answered: int
    of: int

    @property
    def words(self) -> str:
        return tr("{n} of {of}").format(n=self.answered, of=self.of)

    @property
    def done(self) -> bool:
        return self.answered == self.of


def steps(assessment: Assessment) -> tuple[Step, ...]:
    """The walk on this assessment's route: each domain's opening, then its questions."""
    found: list[Step] = []
    last = ""
    for indicator in assessment.asked:
        code = assessment.bank.domain_of[indicator.id].code
        if code != last:
            found.append(Step("about", code))
            last = code
        found.append(Step("question", indicator.id))
    return tuple(found)


def first_open(assessment: Assessment) -> str:
    """The first question without an answer; the first question where none is open."""
    asked = assessment.asked
    open_ids = (each.id for each in asked if assessment.answer(each.id).choice is None)
    return next(open_ids, asked[0].id if asked else "")


def question(assessment: Assessment, indicator_id: str) -> Question:
    """The question of that id in the wording that fits this organisation."""
    bank = assessment.bank
    indicator, domain = bank.by_id[indicator_id], bank.domain_of[indicator_id]
    siblings = [each.id for each in assessment.asked if bank.domain_of[each.id] is domain]
    place = siblings.index(indicator_id) + 1 if indicator_id in siblings else 1
    short = tr("Question {n} of {of}").format(n=place, of=len(siblings))
    statement = assessment.statement(indicator)
    answer = assessment.answer(indicator_id)
    return Question(
        id=indicator_id,
        title=indicator.title,
        statement=statement,
        domain=domain.code,
        domain_name=domain.name,
        where=tr("{domain} · question {n} of {of}").format(
            domain=domain.short_name, n=place, of=len(siblings)
        ),
        where_short=short,
        spoken=spoken(
            short, statement, foundation=indicator.foundation, note=indicator.content_note or ""
        ),
        foundation=indicator.foundation,
        content_note=indicator.content_note or "",
        reading=_reading(assessment, indicator),
        levels=level_texts(bank, indicator),
        others=other_answers(indicator),
        choice=answer.choice,
        unit=indicator.unit or "",
        look_again=answer.look_again,
        come_back=answer.come_back,
        come_back_word=answer.come_back_word,
    )


def spoken(where: str, statement: str, *, foundation: bool, note: str = "") -> str:
    """A question as it is read aloud: what it may bring up comes before it."""
    form = tr("{question}, foundation. {statement}") if foundation else "{question}. {statement}"
    return form.format(question=where, statement=f"{note} {statement}" if note else statement)


def how_to_answer(*, single_keys: bool) -> str:
    """What a question is answered with by who hears it; said with the first one."""
    arrows = tr(
        "Down and Up read the five levels. The first that you hear is only read; going on from it"
        " chooses, and with Ctrl only reads. Space chooses the one you are at."
    )
    keys = tr("0 to 4 choose at once, N is not sure, S rather not say.")
    on = tr("Enter goes on, with an answer or without.")
    return " ".join((arrows, keys, on) if single_keys else (arrows, on))


def how_to_add() -> str:
    """How one finds what stands beside an answer; said with the first question."""
    return tr("Tab leads to a mark for coming back, and to a note.")


def part_words(assessment: Assessment, code: str) -> str:
    """Which part of the walk a domain is, and which questions it has."""
    codes = [each.key for each in steps(assessment) if each.kind == "about"]
    domain_of = assessment.bank.domain_of
    places = [
        place for place, each in enumerate(assessment.asked, 1) if domain_of[each.id].code == code
    ]
    if code not in codes or not places:
        return ""
    part, parts, of = codes.index(code) + 1, len(codes), len(assessment.asked)
    if places[0] == places[-1]:
        return tr("Part {part} of {parts}, question {n} of {of}").format(
            part=part, parts=parts, n=places[0], of=of
        )
    return tr("Part {part} of {parts}, questions {first} to {last} of {of}").format(
        part=part, parts=parts, first=places[0], last=places[-1], of=of
    )


def left_open_words(assessment: Assessment, indicator_id: str) -> str:
    """That a question was gone by without an answer."""
    answer = assessment.answer(indicator_id)
    if answer.choice is not None:
        return ""
    where = question(assessment, indicator_id).where_short
    marked = tr("{question} stays open, with a mark to come back.")
    return (marked if answer.come_back else tr("{question} stays open.")).format(question=where)


def answer_words(bank: Bank, choice: Choice | None) -> str:
    """The answer that a question has, as it is read aloud; empty while it has none."""
    if choice is None:
        return ""
    name = words.choice_words(bank, choice)
    name = f"{choice} {name}" if isinstance(choice, int) else name
    return tr("Your answer: {answer}.").format(answer=name)


def questions_of(assessment: Assessment, code: str) -> tuple[Question, ...]:
    """The questions of a domain that are asked on this route."""
    domain_of = assessment.bank.domain_of
    ids = (each.id for each in assessment.asked if domain_of[each.id].code == code)
    return tuple(question(assessment, each) for each in ids)


def _reading(assessment: Assessment, indicator: Indicator) -> str:
    small = indicator.small
    helped = assessment.profile.small_organisation and small is not None
    return (small.reading or "") if helped and small else ""


def other_answers(indicator: Indicator) -> tuple[OtherAnswer, ...]:
    """Not sure, not relevant (never for a foundation) and rather not say."""
    not_sure = OtherAnswer("not_sure", tr("Not sure"), "N")
    not_relevant = OtherAnswer("not_relevant", tr("Not relevant to us"), "R")
    rather_not = OtherAnswer("rather_not_say", tr("Rather not say"), "S")
    return (not_sure, rather_not) if indicator.foundation else (not_sure, not_relevant, rather_not)


def guide(assessment: Assessment, indicator_id: str) -> tuple[GuidePart, ...]:
    """What stands beside a question."""
    bank = assessment.bank
    indicator = bank.by_id[indicator_id]
    parts = [GuidePart(tr("Why it matters"), (indicator.why,))]
    if bank.choice_notes:
        parts.append(GuidePart(tr("How to choose"), (bank.choice_rule,), bank.choice_notes))
    if indicator.good:
        parts.append(GuidePart(tr("What good looks like"), (indicator.good,)))
    if reading := _reading(assessment, indicator):
        parts.append(GuidePart(tr("In a small organisation"), (reading,)))
    if indicator.board:
        parts.append(GuidePart(tr("Where a board or committee decides"), (indicator.board,)))
    if example := indicator.example:
        parts.append(
            GuidePart(
                tr("An example"),
                (example.text,),
                quiet=tr("An imagined example from: {sector}.").format(sector=example.sector),
            )
        )
    if indicator.evidence:
        parts.append(GuidePart(tr("Evidence to look for"), items=indicator.evidence))
    parts += [
        GuidePart(
            tr("National context"), (card.text,), quiet=f"{card.source}. {card.note}", ruled=True
        )
        for card in bank.context_for(indicator_id)
    ]
    parts += [
        GuidePart(
            tr("A law that touches this"),
            ((Run(f"{law.title}. ", link=law.address), Run(law.says)),),
            quiet=tr("{state} Looked up on {day}.").format(state=law.state, day=day(law.checked)),
            ruled=True,
        )
        for law in bank.laws
        if indicator_id in law.beside
    ]
    if bank.practice_types and _names_practice(indicator):
        kinds = tuple(
            (Run(f"{each.name}: ", bold=True), Run(each.meaning)) for each in bank.practice_types
        )
        said = tr("Each includes those before it. Share has a blank sheet for roles.")
        parts.append(GuidePart(tr("Kinds of practice"), items=kinds, quiet=said))
    if meanings := beside_question(bank, indicator):
        parts.append(
            GuidePart(
                tr("Words used here"),
                tuple((Run(f"{each.word}: ", bold=True), Run(each.meaning)) for each in meanings),
            )
        )
    if links := _links(bank, indicator):
        parts.append(links)
    return tuple(parts)


def _names_practice(indicator: Indicator) -> bool:
    """Whether its readers have to know the kinds of practice."""
    return "practice types" in {each.casefold() for each in indicator.glossary}


def _links(bank: Bank, indicator: Indicator) -> GuidePart | None:
    """Where to read on, how to find it, and how old the addresses are."""
    resources = {each.id: each for each in bank.resources}
    found = [resources[key] for key in indicator.links if key in resources]
    items = tuple(
        (
            Run(each.title, link=each.address or ""),
            *((Run(f". {each.note}"),) if each.note else ()),
        )
        for each in found
    )
    days = [each.checked or each.listed for each in found if each.address]
    known = [each for each in days if each is not None]
    said = ""
    if known and all(each.checked for each in found if each.address):
        said = tr("Web addresses checked on {day}.").format(day=day(min(known)))
    elif known:
        said = tr("Web addresses as listed on {day}. They have not been checked since.").format(
            day=day(min(known))
        )
    return GuidePart(tr("Linked frameworks"), items=items, quiet=said) if items else None


def progress(assessment: Assessment) -> tuple[DomainProgress, ...]:
    """Answered and asked, for each domain of the route."""
    found = []
    for domain in assessment.bank.domains:
        ids = [each.id for each in assessment.asked if assessment.bank.domain_of[each.id] is domain]
        if ids:
            done = sum(assessment.answer(key).choice is not None for key in ids)
            found.append(
                DomainProgress(domain.code, domain.name, domain.short_name, done, len(ids))
            )
    return tuple(found)


def time_left(assessment: Assessment) -> str:
    """An estimate in words, in steps of five minutes, for the questions that have no answer yet.

    What is marked to come back to is counted beside it: how long that takes nobody can say, as
    somebody else may have to be asked. Empty once nothing is open or marked.
    """
    counts = count_answers(assessment)
    marked = sum(assessment.answer(each.id).come_back for each in assessment.asked)
    back = trn("{n} to come back to", "{n} to come back to", marked)
    if not counts.open or not counts.of:
        return back if marked else ""
    shortest, longest = assessment.bank.route(assessment.profile.route).minutes
    minutes = (shortest + longest) / 2 * counts.open / _on_route(assessment)
    left = tr("A few minutes left")
    if minutes >= 4:
        fives = max(5, 5 * round(minutes / 5))
        left = trn("About {n} minute left", "About {n} minutes left", fives)
    return tr("{left}, and {back}").format(left=left, back=back) if marked else left


def time_words(assessment: Assessment) -> str:
    """The same as sentences, with what the estimate rests on; empty where nothing is left."""
    counts = count_answers(assessment)
    marked = sum(assessment.answer(each.id).come_back for each in assessment.asked)
    said = []
    if counts.open:
        shortest, longest = assessment.bank.route(assessment.profile.route).minutes
        least, most = (
            max(1, round(each * counts.open / _on_route(assessment)))
            for each in (shortest, longest)
        )
        said.append(
            trn(
                "{n} question is open: a few minutes, if you need to ask nobody else.",
                "{n} questions are open: a few minutes, if you need to ask nobody else.",
                counts.open,
            )
            if most < 5
            else trn(
                "{n} question is open: about {least} to {most} minutes, if you need to ask"
                " nobody else.",
                (
                    "{n} questions are open: about {least} to {most} minutes, if you need to ask"
                    " nobody else."
                ),
                counts.open,
                least=least,
                most=most,
            )
        )
    if marked:
        said.append(
            trn(
                "{n} is marked to come back to. How long that takes depends on whom you ask.",
                "{n} are marked to come back to. How long that takes depends on whom you ask.",
                marked,
            )
        )
    return " ".join(said)


def _on_route(assessment: Assessment) -> int:
    """For how many questions the time of the route is meant; a part has fewer."""
    return len(assessment.bank.asked(assessment.profile.route))


def answered_words(assessment: Assessment) -> str:
    """How many questions have an answer: "10 of 56"."""
    counts = count_answers(assessment)
    return tr("{n} of {of}").format(n=counts.answered, of=counts.of)


def matches(assessment: Assessment, indicator: Indicator, which: Filter) -> bool:
    """Whether a question is shown under that filter."""
    answer = assessment.answer(indicator.id)
    return {
        "all": True,
        "open": answer.choice is None,
        "not_sure": answer.choice == "not_sure",
        "come_back": answer.come_back,
        "look_again": answer.look_again,
        "still_true": _still_true(answer),
        "unsettled": answer.choice in {None, "not_sure"}
        or answer.come_back
        or answer.look_again
        or _still_true(answer),
        "foundations": indicator.foundation,
        "notes": bool(answer.note or answer.evidence or answer.evidence_items),
    }[which]


def _still_true(answer: Answer) -> bool:
    """Whether some of its evidence comes from an earlier round, and nobody has looked since."""
    return any(each.state == "to_check" for each in answer.evidence_items)


def walk(assessment: Assessment, which: Filter) -> tuple[str, ...]:
    """The questions under that filter, in order, to be gone through one after the other.

    Of all answers those that are unsettled: whoever goes through them wants to settle them.
    """
    chosen: Filter = "unsettled" if which == "all" else which
    return tuple(each.id for each in assessment.asked if matches(assessment, each, chosen))


def walk_words(keys: tuple[str, ...], key: str) -> str:
    """Where one is on such a walk: "2 of 5 that you go through"."""
    return trn(
        "{place} of {n} that you go through",
        "{place} of {n} that you go through",
        len(keys),
        place=keys.index(key) + 1,
    )


def filter_words(which: Filter) -> str:
    return {
        "all": tr("All answers"),
        "unsettled": tr("Not settled yet"),
        "open": tr("Open"),
        "not_sure": tr("Not sure"),
        "come_back": tr("To come back to"),
        "look_again": tr("To look at again"),
        "still_true": tr("Evidence: still true?"),
        "foundations": tr("Foundations"),
        "notes": tr("With notes"),
    }[which]


def about_domain(domain: Domain) -> tuple[str, str, str]:
    """Heading, introduction and content note of a domain's opening page."""
    return domain.name, domain.introduction, domain.content_note or ""


def open_words(assessment: Assessment) -> tuple[str, tuple[tuple[str, str], ...]]:
    """A sentence on how much has an answer, and id and title of each question that is open."""
    counts = count_answers(assessment)
    said = trn(
        "{n} of {of} has an answer. You can change or clear any of them, now or later.",
        "{n} of {of} have an answer. You can change or clear any of them, now or later.",
        counts.answered,
        of=counts.of,
    )
    still = tuple(
        (each.id, each.title)
        for each in assessment.asked
        if assessment.answer(each.id).choice is None
    )
    return said, still


def place_words(assessment: Assessment) -> str:
    """Where the person paused, in words: "Staff care and wellbeing, question 4 of 6"."""
    paused, bank = assessment.paused_at, assessment.bank
    if paused is None:
        return ""
    if paused.page in {Page.REFLECT, Page.LIST}:
        if paused.part in bank.by_id:
            return question(assessment, paused.part).where.replace(" · ", ", ")
        return next((each.short_name for each in bank.domains if each.code == paused.part), "")
    return {
        Page.CHECK: tr("Check your answers"),
        Page.EVIDENCE: tr("Evidence"),
        Page.UNDERSTAND: tr("Understand"),
        Page.COMPARE: tr("Understand, over time"),
        Page.PLAN: tr("Plan"),
        Page.SHARE: tr("Share"),
        Page.WORKSHOP: tr("Workshop"),
    }.get(paused.page, "")


def round_words(assessment: Assessment) -> str:
    """Round and scope, such as "Round 2 · whole organisation"."""
    scope = words.scope_words(assessment.profile.scope)
    return tr("Round {n} · {scope}").format(n=assessment.round, scope=scope.lower())
