"""The blank questionnaire: every question of a route with its levels, and room to write."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.indicator import Domain
from nttp_readiness.figures.emblem import quarter_wheel
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.papers.plan_ending import support_page
from nttp_readiness.presentation.plan.plan_material import bold, together
from nttp_readiness.presentation.readiness.questions import Question, question
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.blocks import (
    Beside,
    Block,
    Contents,
    Cover,
    Facts,
    Heading,
    Item,
    Keep,
    Listing,
    PageBreak,
    Paragraph,
    Report,
    Run,
    Words,
    WritingRoom,
)
from nttp_readiness.presentation.words.level_texts import LevelWords
from nttp_readiness.presentation.words.support import support
from nttp_readiness.presentation.words.word_meanings import meanings_table, used_in

_LINES, _LINES_IN_LARGE_PRINT = 2, 2


def questionnaire(assessment: Assessment, *, large: bool = False) -> Report:
    """The questions that this assessment's route asks, in the wording for this organisation.

    It holds no answer, note or plan: only what it is about, and for whom. Each question stands on
    a page; in `large` print on two, after a page that begins its part and names its questions.
    """
    bank, profile = assessment.bank, assessment.profile
    who = words.who_words(profile)
    used = _words_used(assessment)
    # Above the last page, on which they would leave support no room.
    made_with = (
        Keep(
            tuple(
                Paragraph(each, look="source")
                for each in (words.questions_words(bank), *words.reviewed(bank))
            )
        ),
    )
    asked = {each.id for each in assessment.asked}
    domains = [
        (domain, [each.id for each in domain.indicators if each.id in asked])
        for domain in bank.domains
    ]
    return Report(
        title=tr("{who}: blank questionnaire").format(who=who),
        author=profile.organisation or profile.title,
        language=bank.language,
        blocks=(
            Heading(1, tr("In this questionnaire"), look="section", in_contents=False),
            Contents(),
            *_before_we_begin(assessment),
            *(() if used else made_with),
            *(
                block
                for number, (domain, ids) in enumerate(domains, start=1)
                if ids
                for block in _domain(assessment, domain, ids, number, large=large)
            ),
            *used,
            *(made_with if used else ()),
            *support_page(assessment),
        ),
        cover=_cover(assessment),
        header_left=tuple(dict.fromkeys((who, profile.title))),
        header_right=tr("Blank questionnaire"),
        footer_left=_support_line(assessment),
        subject=bank.title,
    )


def _support_line(assessment: Assessment) -> str:
    """What stands at the foot of each page, as notes on content promise."""
    found = support(assessment.bank, assessment)
    numbers = [each for each in found.anybody if each.reach]
    if not numbers:
        return tr("Support: see the last page")
    return tr("Support: {name} {number}, or see the last page").format(
        name=numbers[0].name, number=numbers[0].reach
    )


def _cover(assessment: Assessment) -> Cover:
    bank, profile = assessment.bank, assessment.profile
    route = bank.route(profile.route)
    shortest, longest = route.minutes
    facts: list[tuple[str, Words]] = [
        (
            tr("Questions"),
            tr("{route} route: {asked}, bank version {version}").format(
                route=route.name,
                asked=trn("{n} question", "{n} questions", len(assessment.asked)),
                version=bank.version,
            ),
        ),
        (
            tr("Time"),
            trn(
                "{least} to {n} minute, in one sitting or several",
                "{least} to {n} minutes, in one sitting or several",
                longest,
                least=shortest,
            ),
        ),
        (tr("For"), profile.audience),
    ]
    return Cover(
        kind=tr("Blank questionnaire"),
        title=profile.title,
        organisation="" if words.who_words(profile) == profile.title else profile.organisation,
        purpose=tr("Every question, to read before we begin or to answer on paper."),
        facts=tuple(fact for fact in facts if fact[1]),
        disclaimer=tr("You can skip any question, pause, or stop at any time."),
        statement=tr(
            "A structure for reflection and planning. Not an inspection, an accreditation or a "
            "validated measure."
        ),
        drawing=quarter_wheel(),
    )


def _before_we_begin(assessment: Assessment) -> tuple[Block, ...]:
    bank = assessment.bank
    scale: tuple[tuple[str, Words], ...] = tuple(
        (f"{each.value} {each.name}", each.meaning) for each in bank.levels
    )
    other = (
        (tr("Not sure"), tr("This is a finding, not a failing. It becomes an action to find out.")),
        (tr("Not relevant to us"), tr("Please say why. It counts neither for nor against us.")),
        (tr("Rather not say"), tr("Nobody asks for a reason.")),
    )  # fmt: skip
    return (
        Heading(1, tr("Before we begin"), look="section"),
        Paragraph(bank.start_note, look="lead"),
        Paragraph(
            tr(
                "Each question has five levels. Choose the one that you could show somebody today, "
                "and mark its circle."
            )
        ),
        Facts(scale),
        Paragraph((bold(bank.choice_rule),)),
        Heading(2, tr("Other answers")),
        Facts(other),
        Paragraph(
            tr(
                "Evidence is anything you could see, be shown or be told. Please do not write"
                " personal stories or anybody’s name."
            )
        ),
        *_how_to_choose(bank),
    )


def _how_to_choose(bank: Bank) -> tuple[Block, ...]:
    """What to do in cases that the rule leaves open."""
    if not bank.choice_notes:
        return ()
    return (
        Heading(2, tr("How to choose")),
        Listing(tuple(Item(each) for each in bank.choice_notes)),
    )


def _words_used(assessment: Assessment) -> tuple[Block, ...]:
    """What words in the questions mean, for whoever answers on paper."""
    texts: list[str] = []
    for each in assessment.asked:
        asked = question(assessment, each.id)
        texts += [_title(asked), asked.statement, asked.content_note, asked.reading]
        texts += [text for each in asked.levels for text in (each.sentence, *each.signs)]
    found = used_in(assessment.bank, texts)
    if not found:
        return ()
    title = tr("Words used in the questions")
    return (Heading(1, title, look="section"), meanings_table(title, found))


def _domain(
    assessment: Assessment, domain: Domain, ids: list[str], number: int, *, large: bool
) -> tuple[Block, ...]:
    note = (Paragraph((bold(domain.content_note),)),) if domain.content_note else ()
    asked = [question(assessment, key) for key in ids]
    names = tuple(Item((bold(each.id), Run(f" {_title(each)}"))) for each in asked)
    return (
        Heading(1, domain.name, look="section", number=str(number)),
        Paragraph(domain.introduction),
        *note,
        *((Listing(names),) if large else ()),
        *(block for each in asked for block in _question(each, large=large)),
    )


def _question(asked: Question, *, large: bool) -> tuple[Block, ...]:
    note = (Paragraph(asked.content_note, look="quiet"),) if asked.content_note else ()
    help_ = (Paragraph(asked.reading, look="quiet"),) if asked.reading else ()
    levels = tuple(
        Item(_level_words(level, words), mark="not_started")
        for level, words in enumerate(asked.levels)
    )
    first, *others = [each.name for each in asked.others if each.choice != "not_relevant"]
    because = [
        tr("{answer}, because:").format(answer=each.name)
        for each in asked.others
        if each.choice == "not_relevant"
    ]
    begins = (
        Heading(2, _title(asked), look="part", number=asked.id),
        Paragraph(asked.statement, look="statement"),
        *note,
        *help_,
        Listing(levels),
    )
    answers = Beside((Beside(_circles([first]), _circles(others)),), _circles(because))
    rest = (
        *_reach_line(asked),
        WritingRoom(
            tr("Notes and evidence"), _LINES_IN_LARGE_PRINT if large else _LINES, to_foot=True
        ),
    )
    if large:  # the other answers stand with the levels, also where the notes need one page more
        return (PageBreak(), Keep(begins), answers, Keep(rest))
    return (Keep((*begins, answers, *rest)),)


def _reach_line(asked: Question) -> tuple[Block, ...]:
    """Room for how many it reaches, for those who counted."""
    if not asked.unit:
        return ()
    said = tr("If you counted ({unit}): it reaches ………… of …………").format(unit=asked.unit)
    # A line that ends between the two would part the one number from the other.
    first, room, rest = said.partition("…")
    return (Paragraph(first + together(room + rest), look="quiet"),)


def _level_words(level: int, words: LevelWords) -> Words:
    signs = (Run(f" {words.signs_sentence}"),) if words.signs else ()
    return (bold(f"{level} {words.name}. "), Run(words.sentence), *signs)


def _title(asked: Question) -> str:
    if asked.foundation:
        return tr("{title} (foundation)").format(title=asked.title)
    return asked.title


def _circles(names: Sequence[str]) -> tuple[Block, ...]:
    """Answers with a circle before each, to be marked with a pen."""
    return (Listing(tuple(Item(each, mark="not_started") for each in names)),) if names else ()
