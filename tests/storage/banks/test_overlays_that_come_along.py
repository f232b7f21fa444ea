"""The sectors' wordings that come with the program: each passes every check, and fits its areas."""

import datetime as dt
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank_texts import texts
from nttp_readiness.domain.bank.instead import NOUNS
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.banks.overlay_folders import (
    check_overlay_folder,
    overlay_bank,
    read_overlay,
)
from nttp_readiness.storage.banks.overlay_heads import find_overlays

DOCS = Path(__file__).parents[3] / "docs"
BASE = read_bank(resources.question_banks() / "nttp-roadmap")
OVERLAYS = {each.id: each.folder for each in find_overlays()}
LISTED = sorted(OVERLAYS)


SPLIT = {
    "emergency": {"ambulance", "fire", "police"},
    "justice": {"courts", "justice-social-work", "prosecution"},
}


def test_those_that_were_asked_for_are_there_two_of_them_for_three_services_each():
    assert LISTED == [
        "ambulance", "clubs", "commissioned-charity", "courts", "fire", "inspection",
        "justice-social-work", "police", "primary-care", "prosecution", "schools",
    ]  # fmt: skip


@pytest.mark.parametrize("before", SPLIT)
def test_a_wording_that_was_split_finds_its_words_in_each_of_them(before):
    """Each asks the question of its own that the former one asked, so no answer is lost."""
    found = {each.id for each in find_overlays() if before in each.replaces}
    assert found == SPLIT[before]
    asked = {
        tuple(each.indicator.id for each in read_overlay(OVERLAYS[name]).own) for name in found
    }
    assert asked == {("EMG-1",)} if before == "emergency" else {("JUS-1",)}


@pytest.mark.parametrize("name", LISTED)
def test_each_passes_every_check(name):
    today = dt.date(2026, 11, 30)
    problems = check_overlay_folder(OVERLAYS[name], today=today)
    assert [str(each) for each in problems if each.severity == "error"] == []


@pytest.mark.parametrize("name", LISTED)
def test_each_says_who_has_looked_at_it_and_who_has_not(name):
    overlay = read_overlay(OVERLAYS[name])
    assert "public sources" in overlay.review
    assert "has read them yet" in overlay.review


@pytest.mark.parametrize("name", LISTED)
def test_every_example_is_set_in_its_own_sector_or_was_kept_on_purpose(name):
    overlay = read_overlay(OVERLAYS[name])
    bank = overlay_bank(OVERLAYS[name])
    own = {each.id for each in overlay.questions if each.example}
    own |= {each.indicator.id for each in overlay.own} | set(overlay.keep_examples)
    assert {each.id for each in bank.by_id.values() if each.example} == own
    assert len(own) >= 12


@pytest.mark.parametrize("name", LISTED)
def test_no_law_says_must_where_its_commencement_is_not_established(name):
    for law in overlay_bank(OVERLAYS[name]).laws:
        assert law.checked == dt.date(2026, 11, 30)
        if "not established" in law.state:
            assert "must" not in f"{law.says} {law.state}".lower()


def test_two_lead_from_the_same_area_only_where_one_was_split():
    areas: dict[str, list[tuple[str, ...]]] = {}
    for each in find_overlays():
        for area in each.fits:
            areas.setdefault(area, []).append(each.replaces)
    assert set(areas) <= set(BASE.service_areas)
    for shared in areas.values():
        assert len(shared) == 1 or (shared[0] and len(set(shared)) == 1)


def test_a_question_of_its_own_has_an_id_that_no_other_has():
    asked = {each.indicator.id for name in LISTED for each in read_overlay(OVERLAYS[name]).own}
    assert sorted(asked) == ["CHA-1", "EMG-1", "JUS-1", "PRC-1", "SCH-1"]
    assert not asked & set(BASE.by_id)


def sentences(value: object) -> Iterator[str]:
    """Every text that somebody wrote into a part of an overlay."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in sentences(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in sentences(each))


def test_no_text_of_one_stands_in_another():
    seen: dict[str, str] = {}
    for name in LISTED:
        overlay = read_overlay(OVERLAYS[name])
        own = [each.model_dump() for each in (*overlay.questions, *overlay.domains)]
        own += [each.indicator.example.model_dump() for each in overlay.own]
        for text in sentences(own):
            if len(text.split()) >= 30:
                assert seen.setdefault(text, name) == name, (name, text)


def test_each_service_area_stands_in_the_table_with_the_wording_it_leads_to():
    """The table says what the overlays do: a mark "general" leads to none of them."""
    held = tomllib.loads((DOCS / "service_areas.toml").read_text("utf-8"))["areas"]
    assert [each["area"] for each in held] == list(BASE.service_areas)
    leads = {area for each in find_overlays() for area in each.fits}
    assert {each["area"] for each in held if each["mark"] != "general"} == leads
    assert all(each.get("why") for each in held if each["mark"] != "own")
    assert sum(not each.get("ours") for each in held) == 21, "20 of the seed, and the whole"
    page = (DOCS / "traceability.md").read_text("utf-8")
    assert all(f"| {each['area']}" in page for each in held), "run: docs/make_generated.py"


@pytest.mark.parametrize("name", LISTED)
def test_decisive_sentences_and_titles_are_the_bases_but_for_who_works_and_when(name):
    """Each is the base's, word for word, with these nouns and their articles."""
    nouns = {each.word: each.by for each in read_overlay(OVERLAYS[name]).instead
             if each.word in NOUNS}  # fmt: skip

    def alike(now: str, then: str) -> bool:
        for word in sorted(nouns, key=len, reverse=True):
            then = re.sub(rf"\b{word}\b", nouns[word], then, flags=re.IGNORECASE)
        now, then = (re.sub(r"\ban? ", "a ", each.casefold()) for each in (now, then))
        return now == then

    bank = overlay_bank(OVERLAYS[name])
    for key, before in BASE.by_id.items():
        after = bank.by_id[key]
        assert alike(after.title, before.title)
        for now, then in zip(after.levels, before.levels, strict=True):
            assert alike(now.sentence, then.sentence), (now.sentence, then.sentence)


def test_words_that_stand_for_somebody_else_are_put_right():
    bank = overlay_bank(OVERLAYS["primary-care"])
    for each in bank.by_id.values():
        said = " ".join((each.statement, each.why, *each.evidence, each.first.do, each.next.do))
        assert not re.search(r"volunteer|trustee", said)


@pytest.mark.parametrize("name", LISTED)
def test_no_word_that_was_put_right_reads_wrong_where_it_stands(name):
    """Nobody works with themselves, and no "a" stands before a vowel."""
    overlay, bank = read_overlay(OVERLAYS[name]), overlay_bank(OVERLAYS[name])
    words = sorted({each.by for each in overlay.instead}, key=len, reverse=True)
    if not words:
        return
    found = re.compile(rf"\b({'|'.join(map(re.escape, words))})\b", re.IGNORECASE)
    for each in texts(bank):
        if each.key == "lead":
            named = [one.lower() for one in found.findall(each.text)]
            assert len(named) == len(set(named)), each
        assert not re.search(rf"\ba (?=[aeiou])(?:{'|'.join(words)})", each.text), each
