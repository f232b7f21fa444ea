"""The annex of evidence names what there is by question and kind, and what is missing."""

from __future__ import annotations

import pytest

from nttp_readiness.domain.answers.evidence import EvidenceItem
from nttp_readiness.domain.editing.edits import changed, write_beside
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import action_plan
from nttp_readiness.presentation.papers.evidence_annex import evidence_annex
from nttp_readiness.presentation.papers.good_practice import good_practice
from nttp_readiness.presentation.papers.meeting_plan import meeting_plan
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.words.blocks import Heading, Keep, Paragraph, Table
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.conftest import TODAY
from tests.presentation.report_texts import SAMPLE, every_text


@pytest.fixture
def listed(sample):
    """The sample with a piece of evidence at one question, and one from an earlier round."""
    items = (
        EvidenceItem(id="e1", what="Minutes of the June board", kind="record",
                     where="S:/board/june.docx", shows="The board asked for it"),
        EvidenceItem(id="e2", what="Old survey", kind="figures", state="to_check"),
    )  # fmt: skip
    answer = changed(sample.answer("WEL-2"), evidence_items=items)
    return changed(sample, answers={**sample.answers, "WEL-2": answer})


def said(assessment, *without):
    report = evidence_annex(score(assessment), TODAY, Options(without=frozenset(without)))
    return "\n".join(every_text(report))


def test_it_names_each_piece_with_its_kind_and_place(listed):
    words = said(listed)
    for each in ("Minutes of the June board", "Minutes or records", "S:/board/june.docx",
                 "The board asked for it"):  # fmt: skip
        assert each in words
    assert "By kind" in words


def test_what_comes_from_an_earlier_round_is_asked_about(listed):
    assert "From an earlier round: is it still true?" in said(listed)
    assert "WEL-2: Old survey." in said(listed)


def test_an_answer_without_evidence_is_missing_with_what_could_show_it(sample):
    key = next(each.id for each in sample.asked if sample.answer(each.id).level is not None
               and each.foundation)  # fmt: skip
    bare = write_beside(sample, key, evidence="")
    bare = changed(bare, answers={**bare.answers, key: changed(bare.answer(key),
                                                              evidence_items=())})  # fmt: skip
    could = sample.bank.by_id[key].evidence[0]
    words = said(bare)
    assert "What is missing" in words
    assert could.rstrip(".") in words.partition("What is missing")[2]
    filled = write_beside(bare, key, evidence="A page on the wall")
    assert could.rstrip(".") not in said(filled).partition("What is missing")[2]


def test_what_is_written_freely_stands_there_too(sample):
    key = next(key for key, each in sample.answers.items() if each.evidence)
    assert sample.answer(key).evidence.split("\n")[0] in said(sample)


@pytest.mark.parametrize("without", ["notes", "scores"])
def test_without_notes_or_levels_it_says_what_could_be_shown(listed, without):
    words = said(listed, without)
    assert "Minutes of the June board" not in words
    assert "Evidence to look for" in words
    assert listed.asked[0].evidence[0].rstrip(".") in words
    assert "Answer: " not in words


def test_without_names_the_place_of_a_file_is_left_out(listed):
    assert "S:/board" not in said(listed, "names")


def read(paper, assessment, *without, **options):
    report = paper(score(assessment), TODAY, Options(without=frozenset(without), **options))
    return "\n".join(every_text(report))


NOTES_ALONE = {"full_notes": True, "annex": frozenset({"notes"})}


@pytest.mark.parametrize(
    ("paper", "options"), [(action_plan, {}), (meeting_plan, NOTES_ALONE)], ids=["report", "annex"]
)
def test_the_report_and_the_notes_of_the_plan_name_what_is_listed(sample, paper, options):
    """The sample's own pieces: with their day, and not the one that no longer holds."""
    words = read(paper, sample, **options)
    assert "Sessions held, last two quarters, 26 February 2027" in words
    assert "Supervision policy, 1 September 2025" not in words
    assert "Evidence/Sessions held.xlsx" not in words, "where it lies is in the list of evidence"
    assert "Sessions held, last two quarters, 26" not in read(paper, sample, "notes", **options)


def test_what_comes_from_an_earlier_round_is_marked_in_the_report(listed):
    assert "Minutes of the June board; Old survey (Still true?)" in read(action_plan, listed)


def test_an_example_of_good_practice_names_what_is_listed(sample):
    def example(*without):
        options = Options(without=frozenset(without))
        return "\n".join(every_text(good_practice(score(sample), TODAY, options, strength="LEA-2")))

    assert "Diary of the Trauma Lead, ten weeks, 5 March 2027; Letter that gives" in example()
    assert "Letter that gives" not in example("notes")


def test_two_samples_have_pieces_of_evidence():
    folder = SAMPLE.parent
    for name in ("council-service", "sector-fire"):
        held = load_document(folder / f"{name}.readiness").assessment
        pieces = [each for answer in held.answers.values() for each in answer.evidence_items]
        assert len(pieces) >= 3, name
        assert any(each.where for each in pieces)


def blocks_of(assessment):
    return evidence_annex(score(assessment), TODAY).blocks


def test_a_table_of_evidence_stands_with_its_question_or_with_the_end_of_a_long_note(sample):
    """On the next page it named nothing but its columns."""
    kept = [each for each in blocks_of(sample) if isinstance(each, Keep)]
    with_table = [each.blocks for each in kept if isinstance(each.blocks[-1], Table)]
    titles = [each[0].text for each in with_table if isinstance(each[0], Heading)]
    assert "LEA-2 Coordinating lead with protected time" in titles
    assert not [each for each in blocks_of(sample) if isinstance(each, Table)]
    long = write_beside(sample, "LEA-2", note="A long note. " * 100)
    ends = [each.blocks for each in blocks_of(long) if isinstance(each, Keep)]
    assert any(isinstance(each[0], Paragraph) and isinstance(each[-1], Table) for each in ends)


def test_listed_evidence_does_not_stand_beside_the_words_that_there_is_none(sample):
    """How an answer is evidenced is asked apart from what is listed, and may be left open."""
    assert sample.answer("POL-4").evidence_kind == "none"
    (block,) = [
        each for each in blocks_of(sample)
        if isinstance(each, Keep) and "POL-4" in getattr(each.blocks[0], "text", "")
    ]  # fmt: skip
    words = "\n".join(every_text(block))
    assert "Photographs of the main office" in words
    assert "None yet" not in words
