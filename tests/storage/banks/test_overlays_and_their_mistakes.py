"""A sector's wording: laid over its bank without touching a level, refused with every mistake."""

import datetime as dt
import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.bank.bank import Change
from nttp_readiness.domain.bank.instead import Instead
from nttp_readiness.domain.bank.overlay import Overlay, OwnQuestion, laid_over
from nttp_readiness.domain.bank.overlay_checks import check_overlay_fit, check_overlay_words
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.editing.sector_words import in_other_words
from nttp_readiness.domain.rounds.carry_over import carry_over
from nttp_readiness.domain.rounds.rounds import compare
from nttp_readiness.errors import BankError, EditError, SaveError
from nttp_readiness.presentation.papers.comparison_report import comparison_report
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.reports.sheets.bank_review import review_changes, review_sheet
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.banks.new_bank import new_overlay
from nttp_readiness.storage.banks.overlay_folders import (
    check_overlay_folder,
    in_sector_words,
    in_the_words_of,
    overlay_bank,
    read_overlay,
    read_questions,
)
from nttp_readiness.storage.banks.overlay_heads import find_overlays
from nttp_readiness.storage.documents.document_bytes import document_bytes, document_in
from tests.presentation.report_texts import every_text
from tests.symbolic_links import link_to

BASE = read_bank(resources.question_banks() / "nttp-roadmap")
TODAY = dt.date(2026, 11, 30)


def plain(*questions):
    return Overlay(
        id="ours", version="1.0.0", date=TODAY, title="Ours", summary="For us.", authors=("A",),
        licence="MIT", base=BASE.id, base_version=BASE.version,
        own=tuple(OwnQuestion(domain="WEL", indicator=each) for each in questions),
    )  # fmt: skip


@pytest.fixture
def folder(tmp_path):
    new_overlay(tmp_path / "ours")
    return tmp_path / "ours"


def edit(folder, old, new):
    path = folder / "overlay.toml"
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def told(folder):
    return [f"{each.place}: {each.problem}" for each in check_overlay_folder(folder, today=TODAY)
            if each.severity == "error"]  # fmt: skip


def test_what_new_bank_writes_passes_every_check(folder):
    assert told(folder) == []
    assert overlay_bank(folder).overlay.title == "Our sector"


def test_it_writes_over_nothing(folder):
    with pytest.raises(SaveError, match="already a file"):
        new_overlay(folder)


def test_every_word_that_it_names_is_replaced_and_every_other_stays(folder):
    bank = overlay_bank(folder)
    first, before = bank.by_id["WEL-2"], BASE.by_id["WEL-2"]
    assert first.why.startswith("Work here can turn hard")
    assert first.levels[2].signs[0] == "the offer came to the worker on call as well"
    assert first.levels[1].signs == before.levels[1].signs
    assert first.example.sector == "our sector"
    assert first.statement == before.statement
    assert first.evidence == before.evidence
    assert bank.by_id["LEA-1"].example is None, "its example is set in another sector"
    assert "restraint-schools-2026" not in {each.id for each in bank.laws}
    assert bank.choice_notes[: len(BASE.choice_notes)] == BASE.choice_notes


def test_no_decisive_sentence_and_nothing_that_is_scored_is_another(folder):
    bank = overlay_bank(folder)
    assert bank.thresholds == BASE.thresholds
    assert bank.stages == BASE.stages
    for key, before in BASE.by_id.items():
        after = bank.by_id[key]
        assert [each.sentence for each in after.levels] == [each.sentence for each in before.levels]
        assert (after.title, after.foundation, after.needs, after.importance) == (
            before.title, before.foundation, before.needs, before.importance,
        )  # fmt: skip


@pytest.mark.parametrize("noun", ["pupils", "patient", "witnesses", "service users", "Tenants"])
def test_a_planted_wrong_noun_is_refused(folder, noun):
    edit(folder, "Work here can turn hard within minutes.", f"Work with {noun} can turn hard.")
    assert told(folder) == [f"WEL-2, why: “{noun.lower()}” is no word of this sector."]
    edit(folder, "nouns = []", 'nouns = ["pupil", "patient", "witness", "service user", "tenant"]')
    assert told(folder) == []


@pytest.mark.parametrize(
    ("planted", "place"),
    [
        ('[[questions.levels]]\nsentence = "We are good."', "questions, WEL-2, levels"),
        ("foundation = false", "questions, WEL-2, foundation"),
    ],
)
def test_a_planted_level_change_is_refused(folder, planted, place):
    edit(folder, "add_evidence = []", f"add_evidence = []\n{planted}")
    problems = told(folder)
    assert [each.split(":")[0] for each in problems] == [place]
    with pytest.raises(BankError, match="overlay"):
        read_overlay(folder)


def test_a_sentence_planted_among_signs_is_refused(folder):
    edit(folder, "level = 2\n", 'level = 2\nsentence = "It is nice here."\n')
    (problem,) = told(folder)
    assert problem == (
        "questions, WEL-2, sentence: An overlay never changes the decisive sentence of a level."
    )


def test_every_problem_is_named_at_once(folder):
    edit(folder, "Work here can turn hard within minutes.", "Pupils know it.")
    edit(folder, "keep_examples = []", 'keep_examples = ["XYZ-9"]')
    edit(folder, 'leave_out = ["restraint-schools-2026"]', 'leave_out = ["no-such-law"]')
    edit(folder, "fits = []", 'fits = ["Space travel"]')
    edit(folder, "add_evidence = []", 'add_evidence = ["one more"]\nfoundation = true')
    said = "\n".join(told(folder))
    for part in (
        "“pupils” is no word", "“XYZ-9” is not in the bank", "“no-such-law” is not in the bank",
        "“Space travel” is no service area", "6 kinds of evidence", "WEL-2, foundation:",
    ):  # fmt: skip
        assert part in said


def test_a_misspelt_key_is_named_with_what_was_meant(folder):
    edit(folder, "add_evidence = []", "ad_evidence = []")
    assert told(folder) == ["questions, WEL-2: The key “ad_evidence” is not known here."]


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('base = "nttp-roadmap"', 'base = "no-bank"', "are not on this computer"),
        ('base_version = "2.1.0"', 'base_version = "9.0.0"', "for version 9.0.0"),
        ("format = 1", "format = 7", "which format of overlays"),
        ('title = "Our sector"', "title = ", "not valid TOML"),
    ],
)
def test_what_keeps_it_from_being_used_is_one_sentence(folder, old, new, said):
    edit(folder, old, new)
    assert said in "\n".join(told(folder))
    with pytest.raises(BankError):
        overlay_bank(folder)


def test_a_link_in_place_of_its_file_is_not_followed(folder, tmp_path):
    real = folder / "overlay.toml"
    real.rename(tmp_path / "elsewhere.toml")
    link_to(real, tmp_path / "elsewhere.toml")
    with pytest.raises(BankError, match="link"):
        read_overlay(folder)


def own(**fields):
    question = changed(BASE.by_id["WEL-7"], id="OUR-1", needs=(), **fields)
    return plain(question)


def test_a_question_of_its_own_stands_last_in_its_domain_and_is_no_foundation(folder):
    bank = laid_over(BASE, own())
    assert [each.id for each in bank.domain_of["OUR-1"].indicators][-1] == "OUR-1"
    assert bank.overlay.own == ("OUR-1",)
    assert bank.foundations == BASE.foundations or len(bank.foundations) == 12
    said = check_overlay_fit(BASE, own(foundation=True))
    assert any("is no foundation" in each.problem for each in said)
    twice = plain(BASE.by_id["WEL-7"])
    assert any("stands in the base" in each.problem for each in check_overlay_fit(BASE, twice))


def moved_on(*changes):
    return changed(BASE, version="2.2.0", changes=(*BASE.changes, *changes))


def test_where_the_base_moves_on_its_words_follow_or_are_named(folder):
    overlay = read_overlay(folder)
    newer = moved_on(Change(since="2.1.0", kind="reworded", old="WEL-2"))
    (note,) = check_overlay_fit(newer, overlay)
    assert note.severity == "note"
    assert "reworded" in note.problem
    assert laid_over(newer, overlay).by_id["WEL-2"].why.startswith("Work here")
    gone = moved_on(Change(since="2.1.0", kind="split", old="WEL-2", new=("WEL-1", "WEL-3")))
    (problem,) = [each for each in check_overlay_fit(gone, overlay) if each.severity == "error"]
    assert "WEL-1, WEL-3" in problem.cure
    assert laid_over(gone, overlay).by_id["WEL-2"].why == BASE.by_id["WEL-2"].why


def test_answers_are_carried_over_with_the_words_of_the_sector(folder):
    held = overlay_bank(folder)
    made = edits.answer(edits.new_assessment(held, "Ours", today=TODAY), "WEL-2", 2)
    newer = moved_on(Change(since="2.1.0", kind="reworded", old="WEL-2"))
    worded = in_the_words_of(held, newer, [folder])
    result = carry_over(made, worded)
    assert result.assessment.written_bank.overlay.id == "our-sector"
    assert result.assessment.written_bank.version == "2.2.0"
    assert result.assessment.answer("WEL-2").choice == 2
    assert result.assessment.answer("WEL-2").look_again


def test_words_without_a_place_keep_nobody_from_newer_questions(folder):
    held = overlay_bank(folder)
    made = edits.answer(edits.new_assessment(held, "Ours", today=TODAY), "LEA-1", 2)
    gone = moved_on(Change(since="2.1.0", kind="split", old="WEL-2", new=("WEL-1", "WEL-3")))
    worded = in_the_words_of(held, gone, [folder])
    assert worded.overlay.id == "our-sector"
    assert carry_over(made, worded).assessment.answer("LEA-1").choice == 2
    (folder / "overlay.toml").write_text("broken", "utf-8")
    assert in_the_words_of(held, gone, [folder]) == gone


def test_rounds_in_other_words_can_be_compared(folder):
    before = edits.answer(edits.new_assessment(BASE, "Ours", today=TODAY), "WEL-2", 1)
    bank = laid_over(BASE, own())
    after = edits.answer(edits.new_assessment(bank, "Ours", today=TODAY), "WEL-2", 2)
    after = changed(edits.answer(after, "OUR-1", 3), round=2, previous=before.id)
    found = compare(before, after)
    assert (found.in_common, found.only_after) == (60, ("OUR-1",))
    assert found.foundations_same == 11
    back = compare(after, before)
    assert back.only_before == ("OUR-1",)
    for each in (found, back):
        assert every_text(comparison_report(each, TODAY, Options()))


def test_an_assessment_holds_what_it_was_answered_with(folder, tmp_path):
    made = edits.new_assessment(overlay_bank(folder), "Ours", today=TODAY)
    read = document_in(document_bytes(made, revision=1), tmp_path).assessment
    assert read == made
    assert read.bank.overlay.version == "1.0.0"
    edit(folder, "Work here can turn hard within minutes.", "It changed later.")
    assert read.bank.by_id["WEL-2"].why.startswith("Work here")
    assert Assessment.model_validate(made.model_dump()) == made


def test_other_words_leave_every_answer_as_it_was(folder):
    plain = edits.answer(edits.new_assessment(BASE, "Ours", today=TODAY), "WEL-2", 3)
    worded = in_other_words(plain, in_sector_words(BASE, folder))
    assert worded.answers == plain.answers
    assert worded.served.people == "people we support"
    assert in_other_words(worded, BASE) == plain


def test_no_answer_is_lost_by_other_words(folder):
    bank = laid_over(BASE, own())
    said = edits.answer(edits.new_assessment(bank, "Ours", today=TODAY), "OUR-1", 2)
    with pytest.raises(EditError, match="OUR-1"):
        in_other_words(said, BASE)
    with pytest.raises(EditError, match="Yours are"):
        in_other_words(said, changed(BASE, version="2.2.0"))


def test_a_wording_that_was_split_is_followed_to_one_of_those_that_replace_it(folder):
    held = overlay_bank(folder)
    made = edits.answer(edits.new_assessment(held, "Ours", today=TODAY), "WEL-2", 2)
    edit(folder, 'id = "our-sector"', 'id = "one-of-two"\nreplaces = ["our-sector"]')
    worded = in_the_words_of(held, moved_on(), [folder])
    assert worded.overlay.id == "one-of-two"
    assert carry_over(made, worded).assessment.answer("WEL-2").choice == 2


def test_reviewers_get_what_differs_and_what_they_write_is_found_again(folder):
    bank = overlay_bank(folder)
    sheet = review_sheet(bank, BASE)
    assert len(sheet) < len(review_sheet(bank)) / 3
    assert review_changes(bank, sheet, BASE) == ()


def test_overlays_at_hand_are_found_beside_banks(folder):
    found = {each.id: each for each in find_overlays([folder.parent])}
    assert found["our-sector"].base == "nttp-roadmap"
    assert read_questions(folder).overlay.id == "our-sector"
    (folder / "overlay.toml").write_text("not = toml = at all")
    assert "our-sector" not in {each.id for each in find_overlays([folder.parent])}


def swapping(*pairs):
    return changed(plain(), instead=tuple(Instead(word=a, by=b) for a, b in pairs))


def test_a_word_is_put_right_in_every_text_that_an_overlay_may_change():
    bank = laid_over(BASE, swapping(("staff", "helpers")))
    said = (
        bank.domains[0].introduction, bank.domains[1].introduction,
        *(each.advice for each in bank.stages), *(each.asks for each in bank.scrutiny),
        *(each.asks for each in bank.outside.questions), bank.crisis.steps[1].day,
        *(each.description for each in bank.routes),
    )  # fmt: skip
    assert not any("staff" in each.lower() for each in said)
    assert "helpers" in bank.crisis.steps[1].day
    assert [each.name for each in bank.domains] == [each.name for each in BASE.domains]
    assert [each.indicators for each in bank.routes] == [each.indicators for each in BASE.routes]
    assert (bank.context, bank.laws, bank.glossary) == (BASE.context, BASE.laws, BASE.glossary)
    for key, before in BASE.by_id.items():
        after = bank.by_id[key]
        for now, then in zip(
            (after.title, *(each.sentence for each in after.levels)),
            (before.title, *(each.sentence for each in before.levels)),
            strict=True,
        ):
            assert now == re.sub(r"\bstaff\b", "helpers", re.sub(r"\bStaff\b", "Helpers", then))


def test_a_decisive_sentence_takes_no_other_word_than_who_works_and_when_it_is_hardest():
    pairs = (("team", "office"), ("In the past year", "Once"), ("seven of ten", "two"))
    bank = laid_over(BASE, swapping(*pairs))
    for key, before in BASE.by_id.items():
        assert bank.by_id[key].title == before.title
        after = [each.sentence for each in bank.by_id[key].levels]
        assert after == [each.sentence for each in before.levels]


def test_an_article_follows_the_noun_that_stands_there():
    bank = laid_over(BASE, swapping(("night", "evening")))
    assert "an evening team included" in bank.by_id["LEA-1"].levels[3].sentence


def test_who_leads_can_be_somebody_else_in_decisive_sentences_and_with_the_right_article():
    bank = laid_over(BASE, swapping(("senior leader", "elected officer")))
    said = [each.sentence for each in bank.by_id["LEA-1"].levels]
    for now, noun in zip(said, ("an elected", "An elected", "our elected"), strict=False):
        assert f"{noun} officer for this work" in now
    errors = [each for each in check_overlay_fit(BASE, swapping(("senior leader", "any of us")))
              if each.severity == "error"]  # fmt: skip
    assert [each.place for each in errors] == ["instead"]


@pytest.mark.parametrize(
    "by",
    ["all staff", "some helpers", "staff or none", "2 helpers", "helpers of a small group"],
)
def test_a_noun_that_says_how_far_something_has_got_is_refused(by):
    errors = [each for each in check_overlay_fit(BASE, swapping(("staff", by)))
              if each.severity == "error" and each.place == "instead"]  # fmt: skip
    assert [each.problem for each in errors] == [
        "“staff” stands in decisive sentences, which mean the same in every sector."
    ]


def test_of_two_words_that_fit_the_longer_one_is_put_right():
    pairs = (("HR", "the committee"), ("HR or the coordinating lead", "Coordinating lead"))
    for each in (pairs, pairs[::-1]):
        bank = laid_over(BASE, swapping(*each))
        assert bank.by_id["WEL-1"].first.lead.startswith("Coordinating lead, with")


def test_a_word_that_stands_nowhere_any_more_is_noted(folder):
    overlay = swapping(("staff", "helpers"), ("zookeeper", "coach"))
    (note,) = [each for each in check_overlay_words(BASE, overlay) if each.place == "instead"]
    assert (note.severity, "zookeeper" in note.problem) == ("note", True)
