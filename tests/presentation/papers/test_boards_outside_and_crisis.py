"""Questions for a board, ratings from outside, a week of crisis: on paper, without an answer."""

import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.answers.workshop import Group, Tally
from nttp_readiness.domain.editing import edits, vote_edits, workshop_edits
from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.presentation.group.collecting import outside_group_name
from nttp_readiness.presentation.group.group_results import group_results
from nttp_readiness.presentation.papers.crisis_sheet import crisis_sheet
from nttp_readiness.presentation.papers.outside_view import outside_view
from nttp_readiness.presentation.papers.scrutiny_page import scrutiny_page
from nttp_readiness.presentation.readiness import question_guide
from nttp_readiness.presentation.readiness.crisis import crisis_lines
from nttp_readiness.presentation.words.blocks import Paper, Table
from nttp_readiness.reports.form_specs import offered_for
from nttp_readiness.reports.pdf.pdf import write_pdf
from nttp_readiness.storage.banks.bank_folders import read_bank
from tests.domain.small_bank import TODAY
from tests.presentation.report_texts import blocks, every_text

BANK = read_bank(resources.question_banks() / "nttp-roadmap")
PAPERS = {"scrutiny": scrutiny_page, "outside": outside_view, "crisis": crisis_sheet}
DECIDE = ("LEA-1", "ACC-2", "ACC-4", "ACC-5", "POW-3")
CRISIS = ("WEL-2", "SVC-2", "WEL-3", "POW-2", "FEE-5", "LEA-5")


def pages(report, **options):
    return len(re.findall(rb"/Type\s*/Page\b", write_pdf(report, Paper(**options))))


@pytest.mark.parametrize("form", PAPERS)
def test_none_holds_an_answer_a_note_or_an_owner(form, sample):
    said = " ".join(every_text(PAPERS[form](sample)))
    written = [each.note for each in sample.answers.values() if each.note]
    owners = [each.owner for each in sample.actions.values() if each.owner]
    assert not any(each in said for each in (*written, *owners))


@pytest.mark.parametrize("form", PAPERS)
def test_a_bank_without_such_words_is_not_offered_it(form, sample):
    empty = () if form == "scrutiny" else None
    bare = changed(sample, written_bank=changed(sample.written_bank, **{form: empty}))
    assert form in {each.id for each in offered_for(sample)}
    assert form not in {each.id for each in offered_for(bare)}
    with pytest.raises(ExportError):
        PAPERS[form](bare)


def test_the_board_has_five_questions_on_one_page(sample):
    assert len(BANK.scrutiny) == 5
    assert {key for each in BANK.scrutiny for key in each.beside} >= set(DECIDE)
    assert pages(scrutiny_page(sample), one_page=True) == 1


@pytest.mark.parametrize("key", DECIDE)
def test_where_boards_decide_there_are_words_for_them(key, sample):
    heading = "Where a board or committee decides"
    (part,) = [each for each in question_guide.guide(sample, key) if each.heading == heading]
    assert re.search(r"[Bb]oard|[Mm]embers|[Tt]rustees", str(part.paragraphs[0]))


def test_from_outside_every_question_of_power_and_service_is_asked_on_two_pages(sample):
    asked = [each.indicator for each in BANK.outside.questions]
    assert asked == [key for key in BANK.by_id if key.startswith(("POW-", "SVC-"))]
    assert pages(outside_view(sample)) == 2
    (table,) = [each for each in blocks(outside_view(sample)) if isinstance(each, Table)]
    assert sum(column.width for column in table.columns) <= 170


def test_from_outside_in_large_print_no_table_is_broken_up(sample):
    report = outside_view(sample, large=True)
    assert not [each for each in blocks(report) if isinstance(each, Table)]
    assert pages(report, size="large") <= 4


def test_support_stands_before_any_question_from_outside_and_in_a_crisis(sample):
    for report in (outside_view(sample), outside_view(sample, large=True), crisis_sheet(sample)):
        said = list(every_text(report))
        contact = next(n for n, each in enumerate(said) if sample.profile.support_contact in each)
        asked = [n for n, each in enumerate(said) if "?" in each and "How do you see" not in each]
        assert contact < min(asked, default=len(said))


def test_nobody_is_asked_what_they_have_been_through():
    for each in BANK.outside.questions:
        said = each.asks.lower()
        assert not re.search(r"\b(your|you have) (trauma|experience|story|past)\b", said)
        assert not re.search(r"what (has )?happened to you|have you (been|ever)", said)
    assert "never ask what you have been through" in BANK.outside.introduction


def outside_round(sample, size):
    name = outside_group_name()
    made = edits.set_profile(changed(sample, workshop=None), scope="service")
    groups = (Group(name="Staff", size=12), Group(name=name, size=size))
    made = workshop_edits.start_round(made, groups, today=TODAY, consent=True)
    made = vote_edits.tally(made, "Staff", {"SVC-3": Tally(levels=(0, 1, 2, 7, 2))})
    low = size - size // 2
    counts = Tally(levels=(low, size // 2, 0, 0, 0))
    made = vote_edits.tally(made, name, {"SVC-3": counts})
    return vote_edits.close_question(made, "SVC-3"), name


def rows_of(made, audience):
    """What is said of each grouping, under its name."""
    found = group_results(made, audience).question("SVC-3")
    return {each.name: each for each in found.rows} if found else {}


def test_their_answers_are_a_group_of_their_own_in_the_comparison(sample):
    made, name = outside_round(sample, 12)
    row = rows_of(made, "room")[name]
    assert row.withheld == ""
    assert row.counts == (6, 6, 0, 0, 0)
    compared = [gap.sentence for each in group_results(made, "room").domains for gap in each.gaps]
    assert any(name in each for each in compared)


@pytest.mark.parametrize("audience", ["room", "outside"])
def test_fewer_than_may_be_shown_are_withheld_as_of_any_group(sample, audience):
    made, name = outside_round(sample, 3)
    row = rows_of(made, audience).get(name)
    assert row is None or (row.withheld and row.counts is None and row.shares is None)
    large, _ = outside_round(sample, 40)
    assert rows_of(large, audience)[name].withheld == ""


def test_a_week_of_crisis_has_six_questions_and_says_no_stage(sample):
    assert BANK.route("week-of-crisis").indicators == CRISIS
    assert BANK.route("week-of-crisis").minutes[1] <= 6
    said = " ".join(every_text(crisis_sheet(sample)))
    assert not any(stage.name in said for stage in BANK.stages)
    assert not any(level.name in said.split() for level in BANK.levels)
    for words in ("In 24 hours", "In a week", "In a month", "Who is not asked to speak", "press"):
        assert words in said


def test_what_is_low_or_open_comes_first(sample):
    made = sample
    for key in CRISIS:
        made = edits.answer(made, key, 3)
    made = edits.answer(edits.answer(made, "FEE-5", 1), "LEA-5", None)
    lines = crisis_lines(made)
    assert {each.id for each in lines[:2]} == {"FEE-5", "LEA-5"}
    assert [each.first for each in lines] == [True, True, False, False, False, False]


def test_the_short_route_shows_no_stage(sample):
    made = edits.new_assessment(BANK, "A hard week", route="week-of-crisis", today=TODAY)
    for key in CRISIS:
        made = edits.answer(made, key, 2)
    assert score(made).readiness.stage is None
