"""The banks that come with the program keep the rules that their texts are written by."""

import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.domain.bank.change_map import became
from nttp_readiness.storage.banks.bank_folders import check_bank_folder, read_bank

BANKS = {
    name: read_bank(resources.question_banks() / name) for name in ("nttp-roadmap", "team-check-in")
}
ROADMAP = BANKS["nttp-roadmap"]
FOUNDATIONS = [
    "LEA-1", "LEA-2", "WEL-1", "WEL-2", "WEL-3", "WEL-4", "POW-1", "POW-2", "ACC-1", "WOR-1",
    "FEE-1", "SVC-2",
]  # fmt: skip
LEVELS = [
    pytest.param(text.sentence, id=f"{each.id}-{level}")
    for bank in BANKS.values()
    for each in bank.by_id.values()
    for level, text in enumerate(each.levels)
]

both_banks = pytest.mark.parametrize("bank", BANKS.values(), ids=BANKS)


def words(text):
    return text.split()


def sentences(text):
    return [each for each in re.split(r"(?<=[.!?:;])[”’]?\s+", text) if each]


@both_banks
def test_every_question_describes_five_levels_of_its_own(bank):
    assert [each.id for each in bank.by_id.values() if len(each.levels) != 5] == []
    everything = [text.sentence for each in bank.by_id.values() for text in each.levels]
    assert len(set(everything)) == len(everything)


@pytest.mark.parametrize("text", LEVELS)
def test_a_level_is_decided_by_one_sentence_of_at_most_twenty_words(text):
    assert 5 <= len(words(text)) <= 20
    assert len(re.split(r"(?<=[.!?])\s", text)) == 1


@both_banks
def test_every_level_has_its_signs_and_every_question_its_unit_and_example(bank):
    for each in bank.by_id.values():
        assert each.unit, each.id
        assert 40 <= len(words(each.example.text)) <= 60, each.id
        assert all(2 <= len(level.signs) <= 3 for level in each.levels), each.id


def test_no_two_examples_are_set_in_quite_the_same_place_again_and_again():
    sectors = [each.example.sector for each in ROADMAP.by_id.values()]
    assert max(map(sectors.count, sectors)) <= 5
    assert len(set(sectors)) >= 20


@both_banks
def test_an_older_assessment_finds_each_of_its_questions_reworded(bank):
    assert bank.version == "2.1.0"
    assert {each.kind for each in bank.changes} == {"reworded"}
    assert {each.old for each in bank.changes} <= set(bank.by_id)


@both_banks
def test_answers_to_the_version_before_come_along_with_no_mark(bank):
    before = bank.model_copy(update={"version": "2.0.0"})
    assert {each.kind for each in became(before, bank).values()} == {"kept"}


def test_no_law_says_must_where_its_commencement_is_not_established():
    assert len(ROADMAP.laws) == 3
    for law in ROADMAP.laws:
        assert law.checked, law.id
        assert law.address.startswith("https://www.legislation.gov.uk/asp/")
        if "not established" in law.state:
            assert not re.search(r"\b(?:must|have to|has to|duty)\b", law.says), law.id


@both_banks
def test_every_foundation_has_wording_for_small_organisations(bank):
    without = [
        each.id
        for each in bank.foundations
        if not (each.small and (each.small.statement or each.small.reading))
    ]
    assert without == []


@both_banks
def test_they_pass_every_check(bank):
    problems = check_bank_folder(resources.question_banks() / bank.id)
    assert [str(each) for each in problems if each.severity == "error"] == []


JARGON = {
    "coordinating lead": "coordinating lead",
    "facilitator": "facilitator", "five principles": "five principles", "near miss": "near miss",
    "lived experience": "lived experience", "NTTP": "NTTP", "practice types": "practice types?",
    "reflective practice": "reflective practice", "safeguarding": "safeguarding",
    "senior sponsor": "senior sponsor", "supervision": "supervision",
    "somebody who speaks for staff": "somebody who speaks for staff",
    "STILT": "STILT", "TPTIC": "TPTICs?", "trauma champion": "trauma champions?",
}  # fmt: skip
"""Words that not every reader knows, as they stand in texts."""


def test_a_word_that_not_every_reader_knows_is_explained_wherever_it_stands():
    glossary = {each.word for each in ROADMAP.glossary}
    assert set(JARGON) <= glossary
    missing, found = [], 0
    for each in texts(ROADMAP):
        indicator = ROADMAP.by_id.get(each.place.split(",")[0])
        for word, pattern in JARGON.items():
            if indicator and re.search(rf"\b{pattern}\b", each.text, re.IGNORECASE):
                found += 1
                missing += [(each.place, word)] if word not in indicator.glossary else []
    assert missing == []
    assert found > 100


def test_the_routes_of_the_roadmap_bank_ask_what_they_promise():
    asked = {route.id: sorted(ROADMAP.asked(route.id)) for route in ROADMAP.routes}
    assert asked["foundations"] == sorted(FOUNDATIONS)
    assert asked["full"] == sorted(ROADMAP.by_id)
    assert len(asked["full"]) == 60
    assert asked["wellbeing-and-lived-experience"] == [
        key for key in asked["full"] if key.startswith(("WEL-", "POW-"))
    ]
    assert asked["leadership-and-accountability"] == [
        key for key in asked["full"] if key.startswith(("LEA-", "ACC-"))
    ]
    assert asked["week-of-crisis"] == ["FEE-5", "LEA-5", "POW-2", "SVC-2", "WEL-2", "WEL-3"]
    assert len(asked) == 5


def test_the_foundations_and_safety_stops_are_the_agreed_ones():
    assert [each.id for each in ROADMAP.foundations] == FOUNDATIONS
    stops = [each.id for each in ROADMAP.by_id.values() if each.safety_stop]
    assert stops == ["WEL-2", "POW-1", "SVC-2"]


def test_the_cards_carry_the_known_figures_with_their_source():
    cards = {each.id: f"{each.text} {each.source}" for each in ROADMAP.context}
    assert len(cards) == 9
    figures = {
        "confidence-2024": ("54%", "46%", "39%", "2021", "2024", "5,075", "self-selected"),
        "managers-and-practitioners-2024": ("3%", "11%", "5,075", "self-selected"),
        "training-2024": ("Almost half", "5,075", "self-selected"),
        "recognition-and-support": ("58", "9%", "7%", "VictimFocus 2021"),
    }
    for card, said in figures.items():
        assert all(figure in cards[card] for figure in said), card
    assert {each.id: each.beside for each in ROADMAP.context if each.id in figures} == {
        "confidence-2024": ("WOR-3",),
        "managers-and-practitioners-2024": ("LEA-5",),
        "training-2024": ("WOR-6",),
        "recognition-and-support": ("POW-1", "POW-4"),
    }


@both_banks
def test_no_other_percentage_stands_in_any_text(bank):
    found = {
        (each.place, figure)
        for each in texts(bank)
        for figure in re.findall(r"[\d.,]+\s?%|\S+ per ?cent\w*", each.text)
    }
    known = {("context, confidence-2024, text", figure) for figure in ("54%", "46%", "39%")}
    known |= {("context, managers-and-practitioners-2024, text", each) for each in ("3%", "11%")}
    known |= {("context, recognition-and-support, text", each) for each in ("9%", "7%")}
    assert found == (known if bank is ROADMAP else set())


def test_the_rule_against_other_percentages_sees_them():
    for text in ("about 12 % of staff", "ten percent", "12.5%", "five per cent"):
        assert re.findall(r"[\d.,]+\s?%|\S+ per ?cent\w*", text)


@both_banks
def test_nothing_is_called_a_benchmark_but_to_say_that_it_is_none(bank):
    for each in texts(bank):
        assert not re.search(r"benchmark", each.text.replace("not a benchmark", ""))


@both_banks
def test_a_version_leads_to_itself_without_a_change(bank):
    assert {each.kind for each in became(bank, bank).values()} == {"kept"}


DEPARTMENTS = re.compile(
    r"\b(?:HR|Estates|Communications|staff side|[Cc]hief (?:executive|officer)|[Ll]earning lead"
    r"|[Ff]inance|[Cc]omplaints lead|[Ee]quality lead|[Bb]uying)\b"
)
"""Owners that a body of ten people, or one of another kind, does not have."""
ONE_KIND = re.compile(
    r"\bshifts?\b|\b(?<!front-line )(?<!lone )(?<!night )workers?\b|\bmanagers? on call\b"
    r"|\btypists?\b|\bcall handlers?\b|\bstop(?:ped)? coming\b|\bintegration joint boards?\b"
    r"|\bmade-up\b",
    re.IGNORECASE,
)
"""Words of one kind of body. The rule on hard times says who stands for a night team elsewhere."""


def of_any_body(indicator):
    """What every body reads of a question: all but the example, which names its own sector."""
    yield from (indicator.statement, indicator.no_care, indicator.why, indicator.good)
    yield from (indicator.board, indicator.safety_stop, indicator.unit, *indicator.evidence)
    for level in indicator.levels:
        yield from (level.sentence, *level.signs)
    if indicator.small:
        yield from (indicator.small.statement, indicator.small.reading)
    yield from (indicator.find_out.title, indicator.find_out.do)
    for kind in ("first", "next", "sustaining"):
        action = indicator.action(kind)
        yield from (action.title, action.do, action.measure)


@pytest.mark.parametrize("indicator", ROADMAP.by_id.values(), ids=lambda each: each.id)
def test_the_base_speaks_of_nobody_s_work_but_any_body_s(indicator):
    leads = [indicator.action(kind).lead for kind in ("first", "next", "sustaining")]
    assert [each for each in leads if DEPARTMENTS.search(each)] == []
    assert [each for each in of_any_body(indicator) if each and ONE_KIND.search(each)] == []


@pytest.mark.parametrize(
    "planted",
    [
        "the next shift may not hear",
        "a worker who is unsure",
        "typists are on the list",
        "a made-up case",
    ],
)
def test_a_planted_word_of_one_kind_of_body_is_found(planted):
    assert ONE_KIND.search(planted)
    assert DEPARTMENTS.search("HR or the coordinating lead")
    assert not ONE_KIND.search("night workers, lone workers and a front-line worker")


BINDING = {
    "UNCRC": "public authorities", "PSED": "public authorities", "FSD": "public bodies",
    "CEA2015": "public bodies", "HCSA2019": "health boards",
    "CIselfeval": "registered care services", "PwP": "health boards", "TIJAct": "justice agencies",
    "MAT6": "services that treat", "MAT10": "services that treat",
}  # fmt: skip
"""Laws and standards that bind some bodies, with whom each says that it binds or is for."""


def test_each_law_says_whom_it_binds():
    notes = {each.id: each.note for each in ROADMAP.resources}
    assert [key for key, whom in BINDING.items() if whom not in (notes[key] or "")] == []
    assert [each.id for each in ROADMAP.laws if not each.says.startswith("It concerns ")] == []
