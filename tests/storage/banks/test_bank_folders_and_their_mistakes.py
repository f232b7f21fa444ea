"""A bank in a folder: every mistake is named with its file, its place and its cure."""

import datetime as dt
import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_checks import check_content
from nttp_readiness.domain.bank.bank_fit import check_fit
from nttp_readiness.domain.bank.bank_wording import check_wording
from nttp_readiness.errors import BankError
from nttp_readiness.storage.banks import bank_faults, bank_files
from nttp_readiness.storage.banks.bank_folders import check_bank_folder, find_banks, read_bank

BANK, CAR, OPN = "bank.toml", "domains/CAR.toml", "domains/OPN.toml"


def edit(folder, file, old, new):
    """Replace the first `old` of a file; a mistake that is not planted would prove nothing."""
    text = (folder / file).read_text("utf-8")
    assert old in text
    (folder / file).write_text(text.replace(old, new, 1), "utf-8")


def told(problems):
    return "\n".join(str(each) for each in problems)


def check_bank(bank):
    """Every check of a bank whose files have the right shape."""
    return [*check_fit(bank), *check_content(bank), *check_wording(bank)]


def test_the_small_bank_has_no_fault(bank_folder):
    assert told(check_bank_folder(bank_folder)) == ""
    bank = read_bank(bank_folder)
    assert check_bank(bank) == []
    assert list(bank.by_id) == ["CAR-1", "CAR-2", "CAR-3", "OPN-1"]


def test_the_bank_that_comes_with_the_program_can_be_used():
    assert len(read_bank(resources.question_banks() / "nttp-roadmap").by_id) == 60


HARD = (
    "Interdisciplinary collaboration necessitates organisational accountability throughout"
    " administrative infrastructure and psychological vulnerability everywhere."
)
PLAINER = "Workers who are supported after a difficult meeting are more willing to continue."

LAST_LEVEL = (
    "[[indicators.levels]]\n"
    'sentence = "The page was changed in the past year after staff told us what they missed."\n'
    'signs = ["what one sees", "what a guest is told"]\n'
)
ONE = '{ sentence = "One" }'
EXAMPLE_OF_ONE_WORD = '[indicators.example]\nsector = "x"\ntext = "Short."\n'

SHAPE = [
    (CAR, 'why = "People stay', 'whie = "People stay', "CAR-1: The key “why” is missing. Add it."),
    (CAR, 'why = "People stay', 'whie = "People stay', "CAR-1: .*“whie” is not known.*mean “why”"),
    (CAR, "effort = 1", "effort = 4", "CAR-1, first, effort: .*Write 1, 2 or 3"),
    (CAR, "effort = 1", "effort = true", "CAR-1, first, effort: This is not a whole number"),
    (CAR, "effort = 1", "effort = 1.0", "CAR-1, first, effort: This is not a whole number"),
    (CAR, "effort = 1", 'effort = "1"', "CAR-1, first, effort: .*Write 1, 2 or 3"),
    (CAR, "effort = 1", "effrot = 1", "CAR-1, first: .*“effrot” is not known.*“effort”"),
    (CAR, "foundation = true", "foundation = 1", "CAR-1, foundation: .*neither true nor false"),
    (CAR, 'title = "Time for', 'title = 5 # "', "CAR-2, title: This is not a text. Put it in"),
    (CAR, 'id = "CAR-2"', 'id = "CAR 2"', "number 2, id: .*not in the form.*LEA-1"),
    (CAR, 'needs = ["CAR-1"]', 'needs = "CAR-1"', "CAR-2, needs: This is not a list"),
    (CAR, "Staff know where", "Staff " * 300, "CAR-1, statement: .*18.. characters; at most 1200"),
    (CAR, '"A page", "to turn to"', '"A", "page", "to turn"', "short_name: .*too long.* 2 entries"),
    (CAR, 'measure = "The date on it."', 'measure = ""', "CAR-1, first, measure: .*empty"),
    (CAR, "[indicators.first]", "[indicators.frist]", "CAR-1: The key “first” is missing"),
    (CAR, "[indicators.first]", "[indicators.frist]", "“frist” is not known.*Did you mean “first”"),
    (CAR, 'code = "CAR"', 'code = "CRA"', "code: The code in this file is “CRA”"),
    (CAR, 'name = "Care"', 'name = "Care', "CAR.toml, line 2: This is not valid TOML"),
    (CAR, 'name = "Care"', 'name = "Care"\nname = "Care"', "line 3: This is not valid TOML"),
    (CAR, "levels = []", "levels = " + "[" * 5000 + "]" * 5000, "not valid TOML|nested too deep"),
    (CAR, "levels = []", "levels = " + "9" * 5000, "CAR.toml"),
    (BANK, "format = 2", "format = 3", "format: .*later version"),
    (BANK, "format = 2", "format = true", "format: .*does not say"),
    (BANK, "format = 2", "", "format: .*does not say.*format = 2"),
    (BANK, 'domains = ["CAR", "OPN"]', "", "domains: .*does not name its domains"),
    (BANK, '"OPN"]', '"OPN", "CAR"]', "number 3: .*“CAR” is named twice"),
    (BANK, '"OPN"]', '"OPN", "../CAR"]', "number 3: .*not the code of a domain"),
    (BANK, '"OPN"]', '"OPN", 3]', "number 3: .*not the code of a domain"),
    (BANK, '"OPN"]', '"OPN", "XYZ"]', "domains/XYZ.toml: This file is missing"),
    (BANK, '"CAR", "OPN"]', '"CAR"]', "domains/OPN.toml: Nothing in bank.toml names this file"),
    (BANK, "date = 2026-03-12", 'date = "2026-03-12"', "date: .*not a date.*without quotes"),
    (BANK, 'version = "1.0.0"', 'version = "1.0"', "version: .*not in the form.*1.0.0"),
    (BANK, "https://www", "http://www", "Guide, address: .*https://www.example.org"),
    (BANK, "minutes = [1, 2]", "minutes = [1]", "foundations, minutes: This list is too short"),
    (BANK, "minutes = [1, 2]", "minutes = [1, 2, 3]", "foundations, minutes: .*too long"),
    (BANK, "minutes = [1, 2]", "minutes = [1, true]", "minutes, number 2: .*not a whole number"),
    (BANK, 'start_note = "Take', 'start_not = "Take', "“start_not” .*Did you mean “start_note”"),
    (BANK, "level = 1 }", "level = true }", "build, when, level: This is not a whole number"),
    (BANK, '"every_foundation_at_least"', '"always"', "start-small, when, kind: .*may stand here"),
    (BANK, "[[levels]]", "[[levls]]", "levels: This list is too short|“levls” is not known"),
    (BANK, "summary = ", "# ", "bank.toml: The key “summary” is missing"),
]

FIT = [
    (CAR, 'id = "CAR-2"', 'id = "CAR-1"', "CAR-1: An indicator of this id stands in domains/CAR"),
    (OPN, 'id = "OPN-1"', 'id = "CAR-3"', "OPN.toml, CAR-3: An indicator of this id stands"),
    (BANK, 'id = "S2"', 'id = "S1"', "seed: “S1” stands here twice"),
    (BANK, 'id = "full"', 'id = "foundations"', "routes: “foundations” stands here twice"),
    (CAR, 'needs = ["CAR-1"]', 'needs = ["CAR-9"]', "CAR-2, needs: “CAR-9” is not in this bank"),
    (CAR, "needs = []", 'needs = ["CAR-2"]', "needs: .*circle: CAR-1 → CAR-2 → CAR-1"),
    (OPN, "needs = []", 'needs = ["OPN-1"]', "needs: .*circle: OPN-1 → OPN-1"),
    (BANK, '"CAR-1", "CAR-2"]', '"CAR-1", "CAR-7"]', "foundations, indicators: “CAR-7” is not"),
    (BANK, '"CAR-1", "CAR-2"]', '"CAR-1", "CAR-1"]', "indicators: “CAR-1” stands here twice"),
    (BANK, 'beside = ["CAR-1"]', 'beside = ["CAR-8"]', "survey, beside: “CAR-8” is not in"),
    (CAR, 'themes = ["care"]', 'themes = ["cares"]', "themes: “cares” is not in this bank"),
    (CAR, 'seed = ["S1"]', 'seed = ["S7"]', "CAR-1, seed: “S7” is not in this bank"),
    (CAR, 'links = ["Guide"]', 'links = ["Gide"]', "CAR-1, links: “Gide” is not in this bank"),
    (CAR, 'glossary = ["Staff"]', 'glossary = ["Crew"]', "CAR-1, glossary: “crew” is not in"),
    (CAR, LAST_LEVEL, "", "CAR-1, levels: This indicator describes 4 levels"),
    (CAR, "levels = []", f"levels = [{ONE}, {ONE}]", "levels: This domain describes 2 levels"),
    (CAR, "levels = []", 'levels = ["One"]', "levels, number 1: "),
    (BANK, "value = 2", "value = 3", "levels: The steps of the scale are not 0, 1, 2, 3 and 4"),
    (BANK, 'start = "0"', 'start = "5"', "bands: .*do not begin at 0"),
    (BANK, 'start = "37.5"', 'start = "12.5"', "bands: .*rise from one to the next"),
    (BANK, 'start = "87.5"\nlevel = 4', 'start = "87.5"\nlevel = 3', "bands: .*do not name"),
    (BANK, "[[bands]]", '[thresholds]\nlevel_share = "4/3"\n[[bands]]', "level_share: .*0 and 1"),
    (BANK, "[[bands]]", '[thresholds]\nshown_from = "1/2"\n[[bands]]', "shown before it is prov"),
    (BANK, "at_most\", level = 1", "at_most\"", "build, when: This rule needs a level"),
    (BANK, 'unknown" }', 'unknown", level = 1 }', "find-out, when: This rule takes no level"),
    (BANK, 'unknown" }', 'unknown", every_domain_at_least = 1 }', "Only a rule for every found"),
    (BANK, "at_most\", level = 1", "at_most\", level = 0", "No stage is for this: .*at 1, all"),
    (BANK, 'at_least", level = 3 }', 'at_least", level = 2 }', "roll-out, when: .*no more than"),
    (BANK, "minutes = [1, 2]", "minutes = [2, 1]", "foundations, minutes: .*not a span"),
    (BANK, 'minutes = [3, 5]', 'minutes = [3, 5]\nindicators = ["OPN-1"]', "not clear which route"),
    (CAR, "foundation = true", "", "CAR-1, safety_stop: Only a foundation can be a safety stop"),
    (CAR, "foundation = true", "", "CAR-2, needs: A foundation can only need foundations"),
    (CAR, "needs = []", 'needs = ["CAR-2"]', "CAR-1, needs: A safety stop waits for nothing"),
    (BANK, 'id = "find-out"', 'id = "build"', "stages: “build” stands here twice"),
    (BANK, 'id = "open"', 'id = "care"', "themes: “care” stands here twice"),
    (BANK, "[[support]]", '[[resources]]\nid = "Guide"\ntitle = "X"\n\n[[support]]',
     "resources: “Guide” stands here twice"),
    (BANK, "[[resources]]", '[[glossary]]\nword = "staff"\nmeaning = "X"\n\n[[resources]]',
     "glossary: “staff” stands here twice"),
    (BANK, "[[context]]", '[[context]]\nid = "survey"\ntext = "X"\nsource = "Y"\n\n[[context]]',
     "context: “survey” stands here twice"),
    (CAR, 'id = "CAR-3"', 'id = "CAR-1"', "CAR-1: An indicator of this id stands in domains/CAR"),
    (CAR, 'needs = ["CAR-1", "CAR-2"]', 'needs = ["OPN-1"]\nimportance = 6',
     "CAR-3, importance: This number is too large"),
    (OPN, "needs = []", 'needs = ["CAR-3", "OPN-1"]', "circle: OPN-1 → OPN-1"),
    (BANK, 'start = "87.5"', 'start = "100.5"', "bands: .*up to 100"),
    (BANK, 'start = "87.5"', 'start = "50"', "bands: .*rise from one to the next"),
    (BANK, '[[bands]]\nstart = "12.5"\nlevel = 1\n', "", "bands: .*do not name the levels"),
    (BANK, "[[bands]]", '[thresholds]\nlevel_share = "0/4"\n[[bands]]', "level_share: .*0 and 1"),
    (BANK, "[[bands]]", '[thresholds]\nlevel_share = "3/0"\n[[bands]]', "level_share: .*form.*3/4"),
    (BANK, "[[bands]]", '[thresholds]\nfewest_for_level = 0\n[[bands]]', "too small. Write 1 or"),
]  # fmt: skip

CHANGES = [
    ('kind = "kept"\nold = "CAR-9"', "CAR-9, old: It is said to be kept, and it is not in this"),
    ('kind = "reworded"\nold = "CAR-9"', "CAR-9, old: It is said to be reworded, and it is not in"),
    ('kind = "reworded"\nold = "A-1"\nnew = ["CAR-9"]', "A-1, new: “CAR-9” is not in this bank"),
    ('kind = "reworded"\nold = "A-1"\nnew = ["CAR-1", "CAR-2"]', "A-1, new: A reworded question"),
    ('kind = "split"\nold = "A-1"\nnew = ["CAR-1"]', "A-1, new: .*split leads to two or more"),
    ('kind = "split"\nold = "A-1"', "A-1, new: .*split leads to two or more"),
    ('kind = "merged"\nold = "A-1"\nnew = ["CAR-1", "CAR-2"]', "A-1, new: .*merged leads to one"),
    (
        'kind = "removed"\nold = "A-1"\nnew = ["CAR-1"]',
        "A-1, new: A removed question leads to none",
    ),
    (
        'kind = "removed"\nold = "CAR-1"',
        "CAR-1, old: It is said to be gone, and .* is in this bank",
    ),
    ('kind = "kept"\nold = "CAR-1"\nnew = ["CAR-2"]', "CAR-1, old: It is said to be gone"),
    ('kind = "gone"\nold = "A-1"', 'number 1, kind: .*"kept", "reworded", "split", "merged" or "r'),
]


def with_change(folder, *bodies, since="0.9.0"):
    tables = "".join(f'\n[[changes]]\nsince = "{since}"\n{body}\n' for body in bodies)
    with (folder / BANK).open("a", encoding="utf-8") as file:
        file.write(tables)


@pytest.mark.parametrize(("body", "words"), CHANGES)
def test_a_change_map_that_leads_astray_is_named(body, words, bank_folder):
    with_change(bank_folder, body)
    problems = check_bank_folder(bank_folder)
    assert re.search(words, told(problems)), told(problems)
    assert {each.file for each in problems} == {BANK}


def test_a_change_since_this_version_or_a_later_one_is_named(bank_folder):
    with_change(bank_folder, 'kind = "removed"\nold = "A-1"', since="1.0.0")
    assert "says “since 1.0.0”, and this bank is version 1.0.0" in told(
        check_bank_folder(bank_folder)
    )


def test_two_changes_of_one_question_since_one_version_are_named(bank_folder):
    body = 'kind = "removed"\nold = "A-1"'
    with_change(bank_folder, body, body)
    assert "changes, A-1: Two changes since 0.9.0" in told(check_bank_folder(bank_folder))


def test_a_change_map_over_several_versions_has_no_fault(bank_folder):
    with_change(
        bank_folder,
        'kind = "reworded"\nold = "A-1"\nnew = ["A-2"]',
        'kind = "merged"\nold = "B-1"\nnew = ["OPN-1"]',
        'kind = "reworded"\nold = "OPN-1"',
        'kind = "split"\nold = "CAR-2"\nnew = ["CAR-2", "CAR-3"]',
        since="0.8.0",
    )
    with_change(bank_folder, 'kind = "kept"\nold = "A-2"\nnew = ["CAR-1"]')
    assert told(check_bank_folder(bank_folder)) == ""


CONTENT = [
    (CAR, "[indicators.small]\nreading", "[indicators.small]\n#", "CAR-1, small: .*no wording"),
    (CAR, 'short_name = ["A page"', '#["', "CAR-1, short_name: This foundation has no short name"),
    (CAR, '"A page"', '"A page that is too long"', "short_name: “A page that is too long” has 23"),
    (BANK, 'for_others = "', '#"', "seed, S2: No indicator follows from this statement"),
    (BANK, 'id = "open"', 'id = "open"\nname = "X"\n[[themes]]\nid = "opn"', "themes, opn: No ind"),
    (BANK, "checked = 2026-03-12\n\n[[support]]", "[[support]]", "resources, Guide: It has no day"),
    (BANK, 'phone = "111"\nchecked = 2026-03-12', 'phone = "111"', "NHS 24: It has no day"),
    (CAR, '"The page itself", ', "", "CAR-1, evidence: This indicator names 2 kinds of evidence"),
    (CAR, '["The page itself"', '["A", "B", "C", "The page itself"', "CAR-1, evidence: .*6 kinds"),
    (CAR, 'needs_reason = "The page comes', '# "', "CAR-2, needs: It does not say why"),
    (OPN, "Night staff get the note at the same time.",
     "On seven of ten shifts people can say where the page is kept.",
     "OPN-1, level 3: The same text stands at CAR-1, level 3"),
    (CAR, "The page was changed in the past year after staff told us what they missed.",
     "Now a page with a date on it says who to ring.", "level 4: .*of level 2"),
    (BANK, 'beside = ["CAR-1"]', "", "context, survey: This finding is shown nowhere"),
    (CAR, "Staff know where", "Staff lack a place", "CAR-1, statement: This text blames: lack"),
    (CAR, "We have looked at", "We FAILED to see", "CAR-1, level 1: This text blames: failed"),
    (BANK, "Take your time.", "Neglected, weakly", "start_note: .*blames: neglected, weakly"),
    (CAR, '"We have looked at what people would want to know."',
     '"Help often depends on who is on duty that day."', "CAR-1, level 1: It only changes an am"),
    (CAR, "The page was changed in the past year after staff told us what they missed.",
     "Help fully depends on who is always on duty that day.", "CAR-1, level 4: .*of level 0"),
    (CAR, 'A page with a date on it says who to ring."\nsigns = ["what one sees"',
     'A page with a date on it says who to ring."\nsigns = ["“we do that”, and nobody knows"',
     "CAR-1, level 2: A sign here says that nobody knows it: ““we do that”, and nobody knows”"),
    (CAR, "what one sees", "no list of shifts? teams count",
     "CAR-1, level 0: A sign here leaves open what is to be counted: “no list of shifts. teams c"),
    (CAR, "what one sees", "“keep it” counts, with the reason",
     "CAR-1, level 0: A sign here leaves open what is to be counted: ““keep it” counts"),
    (CAR, "On seven of ten shifts people can say where the page is kept.",
     "A page with a time on it says who to ring.", "level 3: It is nearly the same text"),
    (CAR, "A page with a date on it says who to ring.", "A page says who. It has a date on it too.",
     "CAR-1, level 2: More than one sentence stands here"),
    (CAR, "A page with a date on it says who to ring.", "A page says " + "so " * 18 + "on",
     "CAR-1, level 2: This sentence has 22 words"),
    (CAR, "A page with a date on it says who to ring.", "A page says " + "good-night-to-us " * 9,
     "CAR-1, level 2: This sentence has 1.. characters"),
    (CAR, "A page with a date on it says who to ring.",
     "A page says who to ring, and we read it, and they know it.",
     "CAR-1, level 2: This sentence makes more than one claim"),
    (CAR, "A page with a date on it says who to ring.", "A page says who to ring; we read it.",
     "CAR-1, level 2: This sentence makes more than one claim"),
    (CAR, "We have looked at what people would want to know.",
     "A page was drafted, this was tried once, or some of us say it by habit.",
     "CAR-1, level 1: Its list changes its subject at “or some of us say”"),
    (CAR, "We have looked at what people would want to know.",
     "Some of us say it by habit, or a page was drafted or tried.",
     "CAR-1, level 1: Its list changes its subject at “or a page was”"),
    (CAR, "On seven of ten shifts people can say where the page is kept.",
     "A page with a number on it is known on seven of ten shifts.",
     "CAR-1, level 3: It begins as level 2 does"),
    (CAR, "was changed in the past year after", "was changed after",
     "CAR-1, level 4: Level 4 names no period"),
    (CAR, "On seven of ten shifts people", "On every shift people",
     "CAR-1, level 3: “every” asks for all"),
    (CAR, "A page with a date on it says", "All pages say", "CAR-1, level 2: “All” asks for all"),
    (CAR, "People stay when", "{peoples} stay when", "why: The placeholder {peoples} is not known"),
    (CAR, "People stay when", "{people} stay when", "why: A sentence begins with {people}"),
    (CAR, "People stay when", "A {person} stays when", "why: “a” stands before {person}"),
    (CAR, "People stay when they feel safe at work.",
     HARD,
     r"CAR-1, why: This text is hard to read \(reading ease -?\d+\)"),
    (CAR, "In a small team, ask each person.", "In a poor team, ask.", "small, reading: .*poor"),
    (CAR, "The page itself", "The bad page", "CAR-1, evidence, number 1: This text blames: bad"),
    (CAR, "Write the page with", "Mend the inadequate page with", "CAR-1, first, do: .*inadequate"),
    (CAR, "Ask three people.", "Ask who failed.", "CAR-1, find_out, do: This text blames: failed"),
    (BANK, "All who work here", "Those with deficiencies", "glossary, Staff, meaning: .*blames: d"),
    (BANK, "Half of those asked had", "Weakness: half had", "context, survey, text: .*weakness"),
    (BANK, "Begin there.", "Neglect nothing.", "stages, build, advice: .*blames: neglect"),
    (BANK, "Somebody has looked.", HARD, r"levels, Exploring, meaning: .*hard to read \(reading"),
    (OPN, "Night staff get the note at the same time.", "Mostly, a note goes out on all Mondays.",
     "OPN-1, level 3: It only changes an amount or an adverb of level 2"),
]  # fmt: skip


@pytest.mark.parametrize(("file", "old", "new", "words"), SHAPE + FIT)
def test_a_mistake_that_keeps_a_bank_from_being_used(file, old, new, words, bank_folder):
    edit(bank_folder, file, old, new)
    problems = check_bank_folder(bank_folder)
    assert re.search(words, told(problems)), told(problems)
    assert all(each.problem.endswith(".") and each.cure for each in problems)
    with pytest.raises(BankError) as error:
        read_bank(bank_folder)
    assert "cannot be used yet" in error.value.what


@pytest.mark.parametrize(("file", "old", "new", "words"), CONTENT)
def test_a_shortcoming_that_its_author_is_told_and_its_users_are_spared(
    file, old, new, words, bank_folder
):
    edit(bank_folder, file, old, new)
    problems = check_bank_folder(bank_folder)
    assert re.search(words, told(problems)), told(problems)
    assert [each.severity for each in problems] == ["error"] * len(problems)
    assert check_bank(read_bank(bank_folder)) == problems


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("On seven of ten shifts people", "Pick a shift at random: all people"),
        ("A page with a date on it says who to ring.", "At least one page says who all ring."),
        ("was changed in the past year after", "was changed this year, and read, after"),
        ("People stay when they", "People stay when {people} and the {person} they meet"),
        ("Help depends on who is on duty that day.", "Help depends on the day; all may ask."),
    ],
)
def test_what_the_rules_of_levels_allow_is_not_told_of(old, new, bank_folder):
    edit(bank_folder, CAR, old, new)
    assert told(check_bank_folder(bank_folder)) == ""


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('signs = ["what one sees", "what a guest is told"]', "", "CAR-1, level 0: It has 0 signs"),
        ('"what one sees"', '"' + "so " * 13 + '"', "level 0: A sign here has 13 words"),
        ('unit = "shift"', "", "CAR-1, unit: It does not say what its levels count"),
        ("A page with a date on it says who to ring.", "A page says who to ring, and we read it.",
         "CAR-1, level 2: Two parts of this sentence may be two claims"),
        ("[indicators.small]", f"{EXAMPLE_OF_ONE_WORD}[indicators.small]",
         "CAR-1, example: This example has 1 word."),
    ],
)  # fmt: skip
def test_what_helps_to_decide_is_advice(old, new, words, bank_folder):
    edit(bank_folder, CAR, old, new)
    [problem] = check_bank_folder(bank_folder)
    assert problem.severity == "note"
    assert words in str(problem)


def test_rules_about_english_words_are_kept_for_english(bank_folder):
    edit(bank_folder, CAR, "On seven of ten shifts people", "On every shift people")
    edit(bank_folder, BANK, 'language = "en-GB"', 'language = "gd"')
    assert told(check_bank_folder(bank_folder)) == ""


def test_what_nobody_looked_at_for_a_year_is_advice(bank_folder):
    day = dt.date(2027, 3, 12)
    assert check_bank_folder(bank_folder, today=day) == []
    found = check_bank_folder(bank_folder, today=day + dt.timedelta(days=1))
    assert [(each.place, each.severity) for each in found] == [
        ("resources, Guide", "note"), ("support, NHS 24", "note"),
    ]  # fmt: skip
    assert "last checked on 2026-03-12" in found[0].problem


def as_format_1(text):
    """A domain as format 1 wrote it: levels in one list of texts, without signs or a unit."""
    head, *questions = re.split(r"(?=^\[\[indicators\]\]$)", text, flags=re.MULTILINE)
    for n, each in enumerate(questions):
        said = re.findall(r"^sentence = (.*)$", each, re.MULTILINE)
        bare = re.sub(r"\[\[indicators\.levels\]\]\nsentence = .*\nsigns = .*\n+", "", each)
        levels = f"levels = [{', '.join(said)}]"
        questions[n] = re.sub(r"unit = .*", levels.replace("\\", "\\\\"), bare)
    return head + "".join(questions)


def test_a_bank_of_format_1_opens_and_says_the_same(bank_folder):
    now = read_bank(bank_folder)
    for name in (CAR, OPN):
        path = bank_folder / name
        path.write_text(as_format_1(path.read_text("utf-8")), "utf-8")
    edit(bank_folder, BANK, "format = 2", "format = 1")
    then = read_bank(bank_folder)
    assert [[each.sentence for each in one.levels] for one in then.by_id.values()] == [
        [each.sentence for each in one.levels] for one in now.by_id.values()
    ]
    assert not any(each.signs for one in then.by_id.values() for each in one.levels)
    edit(bank_folder, BANK, "format = 1", "format = 2")
    with pytest.raises(BankError, match="level"):
        read_bank(bank_folder)


def test_a_text_that_could_be_plainer_is_a_note(bank_folder):
    edit(bank_folder, CAR, "People stay when they feel safe at work.", PLAINER)
    [problem] = check_bank_folder(bank_folder)
    assert problem.severity == "note"
    assert "could be plainer" in problem.problem


def test_an_address_that_was_only_listed_has_a_day_all_the_same(bank_folder):
    edit(bank_folder, BANK, "checked = 2026-03-12\n\n[[support]]",
         "listed = 2026-03-12\n\n[[support]]")  # fmt: skip
    assert check_bank_folder(bank_folder) == []


@pytest.mark.parametrize(("count", "notes"), [(25, 0), (26, 1)])
def test_a_sentence_of_more_than_25_words_is_a_note(count, notes, bank_folder):
    longest = " ".join(["so"] * (count - 1) + ["on."])
    edit(bank_folder, CAR, "People stay when they feel safe at work.", longest)
    found = [each for each in check_bank_folder(bank_folder) if "One sentence here" in each.problem]
    assert [each.severity for each in found] == ["note"] * notes
    assert all(f"has {count} words" in each.problem for each in found)


def test_all_problems_of_all_files_come_at_once(bank_folder):
    edit(bank_folder, BANK, "summary", "sumary")
    edit(bank_folder, CAR, "effort = 1", "effort = 9")
    edit(bank_folder, CAR, 'lead = "Manager"', "lead = 4")
    edit(bank_folder, OPN, "[[indicators]]", "[[indicators]")
    problems = check_bank_folder(bank_folder)
    assert [each.file for each in problems] == [BANK, BANK, CAR, CAR, OPN]
    with pytest.raises(BankError, match="There are 4 other problems"):
        read_bank(bank_folder)


def test_a_slip_of_shape_hides_no_other_mistake(bank_folder):
    edit(bank_folder, CAR, 'title = "A page', 'titel = "A page')
    edit(bank_folder, CAR, "effort = 1", 'effort = "1"')
    edit(bank_folder, CAR, 'needs = ["CAR-1"]', 'needs = ["CAR-9"]')
    edit(bank_folder, CAR, "Staff know where", "Staff lack a place")
    edit(bank_folder, OPN, '"The page itself", ', "")
    edit(bank_folder, BANK, 'start = "37.5"', 'start = "95"')
    edit(bank_folder, BANK, "minutes = [1, 2]", "minutes = [1]")
    problems = check_bank_folder(bank_folder)
    said = told(problems)
    for words in (
        "bank.toml, routes, foundations, minutes: This list is too short",
        "CAR-1: The key “title” is missing", "“titel” is not known", "first, effort: ",
        "CAR-2, needs: “CAR-9” is not in this bank", "CAR-1, statement: This text blames: lack",
        "OPN-1, evidence: This indicator names 2 kinds", "bank.toml, bands: The bands do not begin",
    ):  # fmt: skip
        assert words in said
    assert len(problems) == 8


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [each for each in SHAPE if "names this file" not in each[3]],  # that bank is put together
)
def test_a_stand_in_is_never_told_of_as_a_mistake(file, old, new, words, bank_folder):
    edit(bank_folder, file, old, new)
    with pytest.raises(BankError) as error:
        read_bank(bank_folder)
    others = re.search(r"There (?:is|are) (\d+) other problem", error.value.what)
    told_of = 1 + int(others[1] if others else 0)
    assert len(check_bank_folder(bank_folder)) == told_of, told(check_bank_folder(bank_folder))
    edit(bank_folder, OPN, "Night staff get the note at the same time.", "Bad staff get no note.")
    problems = check_bank_folder(bank_folder)
    if "domains" not in words and "OPN.toml" not in words:
        assert "OPN-1, level 3: This text blames: bad" in told(problems)


def test_a_head_that_cannot_be_read_hides_no_mistake_of_the_domains(bank_folder):
    edit(bank_folder, BANK, "format = 2", "format = [")
    edit(bank_folder, CAR, "effort = 1", "effort = 9")
    edit(bank_folder, OPN, "Night staff", "Poor staff")
    assert [each.file for each in check_bank_folder(bank_folder)] == [BANK, CAR, OPN]


def test_a_file_in_another_encoding_is_named_with_its_line(bank_folder):
    path = bank_folder / CAR
    path.write_bytes(path.read_bytes().replace(b"Talk in teams", b"Talk \xe0 teams"))
    [problem] = check_bank_folder(bank_folder)
    assert problem.place.startswith("line ")
    assert "not in UTF-8" in problem.problem


def test_a_domain_that_is_a_folder_is_named(bank_folder):
    (bank_folder / CAR).unlink()
    (bank_folder / CAR).mkdir()
    assert "This is not a file" in told(check_bank_folder(bank_folder))


def test_every_form_that_a_bank_asks_for_has_an_example_that_fits():
    asked = set()

    def patterns(node):
        if isinstance(node, dict):
            asked.update([node["pattern"]] if isinstance(node.get("pattern"), str) else [])
        for each in node.values() if isinstance(node, dict) else node:
            if isinstance(each, dict | list):
                patterns(each)

    patterns(Bank.model_json_schema())
    assert len(asked) >= 7
    for each in asked:
        assert re.search(each, bank_faults._EXAMPLES[each])


def test_a_form_without_an_example_is_a_mistake_like_any_other(bank_folder, monkeypatch):
    monkeypatch.setattr(bank_faults, "_EXAMPLES", {})
    edit(bank_folder, CAR, 'id = "CAR-2"', 'id = "CAR 2"')
    assert "number 2, id: This is not in the form that is needed here. Compare it" in told(
        check_bank_folder(bank_folder)
    )


def test_a_bank_beyond_the_size_limit_is_not_read(bank_folder):
    with (bank_folder / CAR).open("ab") as file:
        file.truncate(bank_files.SIZE_LIMIT)
    assert "larger than 4 MB" in told(check_bank_folder(bank_folder))


def test_a_folder_without_a_bank_says_so(tmp_path):
    with pytest.raises(BankError, match=r"bank.toml: This file is missing"):
        read_bank(tmp_path)


def test_a_broken_bank_never_hides_the_others(bank_folder):
    broken = bank_folder.parent / "broken"
    broken.mkdir()
    (broken / BANK).write_text('title = "Almost"\nversion = [')
    found = find_banks([bank_folder.parent, bank_folder.parent / "not there"])
    by_title = {each.title: each for each in found}
    assert by_title["A small bank for tests"].problems == ()
    assert by_title["A small bank for tests"].id == "tiny-bank"
    assert "not valid TOML" in told(by_title["broken"].problems)
    assert any(each.id == "nttp-roadmap" and not each.problems for each in found)


def test_a_folder_that_is_a_bank_itself_is_found_once(bank_folder):
    found = find_banks([bank_folder, bank_folder.parent, bank_folder])
    assert [each.folder for each in found].count(bank_folder) == 1
