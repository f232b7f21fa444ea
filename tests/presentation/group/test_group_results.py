"""What is shown of a group: the saved decision is obeyed, and no figure gets round it."""

from __future__ import annotations

import datetime as dt
import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.answers.workshop import Audience, Group, Tally
from nttp_readiness.domain.editing import edits, vote_edits, workshop_edits
from nttp_readiness.errors import ExportError
from nttp_readiness.presentation.group.agenda import agendas
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import group_results
from nttp_readiness.presentation.group.group_words import withheld
from nttp_readiness.presentation.papers.group_report import group_report
from nttp_readiness.presentation.papers.workshop_record import workshop_record
from nttp_readiness.presentation.words.blocks import Paper, Table
from nttp_readiness.reports.pdf.pdf import write_pdf
from nttp_readiness.storage.documents.documents import load_document
from tests.domain import small_bank as small
from tests.presentation import report_texts
from tools.samples.steps import roadmap
from tools.samples.workshop import SAMPLE, sample

BANK = small.two_domains()
TODAY = dt.date(2027, 2, 19)


@pytest.fixture(scope="module")
def workshop():
    return load_document(SAMPLE).assessment


def closed(groups, counts, *, consent=True, key="A-1", start=None):
    part = edits.set_profile(small.assessment_of(BANK, {}), scope="service")
    made = start or workshop_edits.start_round(part, groups, today=small.TODAY, consent=consent)
    for group, levels in zip(groups, counts, strict=True):
        made = vote_edits.tally(made, group.name, {key: Tally(levels=levels)})
    return vote_edits.close_question(made, key)


def team(size, levels, **options):
    return closed([Group(name="Team", size=size)], [levels], **options)


def first(assessment, audience):
    return group_results(assessment, audience).questions[0]


def test_the_sample_is_up_to_date_with_the_bank(workshop):
    assert workshop == sample(roadmap()), "run python3 run.py samples"


def test_the_sample_shows_a_camp_a_gap_a_second_vote_and_a_withheld_group(workshop):
    results = group_results(workshop, "outside")
    assert results.questions[0].indicator == "POW-1"
    assert results.questions[0].headline == "Two groups of answers."
    verdicts = [gap.compared.gap.verdict for each in results.domains for gap in each.gaps]
    assert "clear" in verdicts
    assert results.question("WEL-2").second_vote
    for question in results.questions:
        island = next(each for each in question.rows if each.name == "Front line, island")
        assert (island.withheld, island.people, island.counts) == (withheld(), None, None)


def test_the_room_reads_what_the_mockup_shows():
    made = workshop_edits.start_round(
        small.assessment_of(BANK, {}), [Group(name="Us", size=12)], today=small.TODAY, consent=True
    )
    tally = Tally(levels=(1, 4, 0, 5, 1), not_sure=1)
    made = vote_edits.close_question(vote_edits.tally(made, "Us", {"A-1": tally}), "A-1")
    found = first(made, "room")
    assert found.answers == "12 answers: 11 levels, 1 not sure"
    assert found.headline == "Two groups of answers."
    assert found.sentence == "5 see 0 or 1, and 6 see 3 or 4. Nobody chose 2."
    assert found.prompts[0] == "What have those at 3 or 4 seen?"
    assert found.rows[0].counts == (1, 4, 0, 5, 1)


@pytest.mark.parametrize(
    ("size", "levels", "counts", "shares"),
    [
        (4, (1, 1, 1, 1, 0), None, None),
        (9, (2, 2, 2, 2, 1), None, None),
        (10, (1, 2, 3, 4, 0), None, (0, 25, 25, 50, 0)),
        (12, (1, 2, 3, 6, 0), None, (0, 20, 20, 60, 0)),
        (30, (3, 6, 9, 12, 0), (3, 6, 9, 12, 0), (10, 20, 30, 40, 0)),
    ],
)
def test_what_leaves_the_room_depends_on_how_many_answered(size, levels, counts, shares):
    row = first(team(size, levels), "outside").rows[0]
    assert (row.counts, row.shares) == (counts, shares)


@pytest.mark.parametrize(("size", "levels"), [(4, (1, 1, 1, 1, 0)), (3, (0, 0, 3, 0, 0))])
def test_below_five_nothing_is_said_anywhere(size, levels):
    for audience in ("room", "outside"):
        results = group_results(team(size, levels), audience)
        assert results.questions[0].rows[0].withheld == withheld()
        assert results.domains[0].standings == (("Everyone", withheld()),)
        assert results.questions[0].working == ()


def test_between_five_and_nine_paper_says_no_more_than_mostly_by_domain():
    found = group_results(team(7, (0, 0, 1, 5, 1)), "outside")
    assert found.domains[0].standings == (("Everyone", "Mostly at or above the target"),)
    row = found.questions[0].rows[0]
    assert row.withheld == "Shown only for whole domains, to protect people."
    assert (row.median, row.at_target, row.spread) == (None, "", None)


FIVE = st.tuples(*(st.integers(0, 9) for _ in range(5))).filter(any)


@given(st.lists(FIVE, min_size=1, max_size=4))
@settings(max_examples=60, deadline=None)
def test_no_number_of_a_withheld_group_is_in_the_data(all_counts):
    groups = [Group(name=f"G{'abcd'[n]}", size=sum(each)) for n, each in enumerate(all_counts)]
    made = closed(groups, all_counts)
    for audience in ("room", "outside"):
        data = group_data(group_results(made, audience))
        for row in data["questions"][0]["groups"]:
            figures = [value for value in row.values() if type(value) in {int, float, list}]
            if row["withheld"]:
                assert figures == []
            else:
                assert row["n"] >= (5 if audience == "room" else 10)
            if row["counts"] is not None and audience == "outside":
                assert row["n"] >= 30


@given(st.lists(FIVE, min_size=2, max_size=4))
@settings(max_examples=40, deadline=None)
def test_no_difference_of_what_is_shown_is_a_small_group(all_counts):
    groups = [Group(name=f"G{'abcd'[n]}", size=sum(each)) for n, each in enumerate(all_counts)]
    made = closed(groups, all_counts)
    sizes = {each.name: sum(counts) for each, counts in zip(groups, all_counts, strict=True)}
    for audience, least in (("room", 5), ("outside", 10)):
        rows = first(made, audience).rows
        shown = [each.name for each in rows if not each.withheld and each.name != "Everyone"]
        if not rows[0].withheld:
            left = sum(size for name, size in sizes.items() if name not in shown)
            assert left == 0 or left >= least or len(groups) == len(shown)


def test_an_open_question_is_in_no_result_and_no_report():
    made = workshop_edits.start_round(
        small.assessment_of(BANK, {}), [Group(name="Us", size=40)], today=small.TODAY
    )
    made = vote_edits.tally(made, "Us", {"A-1": Tally(levels=(37, 0, 0, 0, 0))})
    results = group_results(made, "room")
    assert (results.questions, results.domains, results.still_open) == ((), (), 1)
    assert "37" not in json.dumps(group_data(results))
    with pytest.raises(ExportError, match="no group answers"):
        group_report(made, TODAY)
    with pytest.raises(ExportError, match="no group answers"):
        workshop_record(edits.changed(made, workshop=None), TODAY)


def test_another_mix_of_groups_is_not_another_view():
    """Both groups think as before; only more of the higher group answer the second time."""
    groups = [Group(name="High", size=60), Group(name="Low", size=60)]
    made = closed(groups, [(0, 0, 0, 10, 0), (0, 30, 0, 0, 0)])
    made = vote_edits.vote_again(made, "A-1")
    made = closed(groups, [(0, 0, 0, 30, 0), (0, 10, 0, 0, 0)], start=made)
    said = first(made, "room").changes
    assert (
        said[0]
        == "Everyone, since the first vote: no clear change; at or above the target 25%, was 25%."
    )
    assert "another" not in said[0]
    assert "adjusted to the earlier mix" in said[-1]
    assert all("moved" not in each for each in said)


def test_a_change_of_views_in_the_same_mix_is_said_for_everyone_and_each_group():
    groups = [Group(name="High", size=30), Group(name="Low", size=30)]
    made = closed(groups, [(0, 30, 0, 0, 0), (0, 30, 0, 0, 0)])
    made = vote_edits.vote_again(made, "A-1")
    made = closed(groups, [(0, 0, 0, 30, 0), (0, 0, 0, 30, 0)], start=made)
    assert first(made, "outside").changes == tuple(
        f"{name}, since the first vote: moved up; at or above the target 100%, was 0%."
        for name in ("Everyone", "High", "Low")
    )


def test_everyone_is_not_compared_where_a_group_of_another_mix_is_withheld():
    groups = [Group(name="High", size=60), Group(name="Low", size=60)]
    made = closed(groups, [(0, 0, 0, 40, 0), (0, 4, 0, 0, 0)])
    made = vote_edits.vote_again(made, "A-1")
    made = closed(groups, [(0, 0, 0, 20, 0), (0, 20, 0, 0, 0)], start=made)
    said = first(made, "outside").changes
    assert len(said) == 1
    assert "not compared" in said[0]


def test_a_later_round_is_set_beside_the_one_before():
    groups = [Group(name="Us", size=30)]
    made = workshop_edits.close_round(
        closed(groups, [(0, 30, 0, 0, 0)]), today=small.TODAY
    )  # fmt: skip
    made = workshop_edits.start_round(made, groups, today=small.TODAY)
    made = closed(groups, [(0, 0, 0, 30, 0)], start=made)
    assert first(made, "outside").changes == (
        "Everyone, since round 1: moved up; at or above the target 100%, was 0%.",
    )
    assert group_results(made, "outside", number=1).questions[0].changes == ()


def test_a_gap_always_says_what_groups_of_this_size_could_have_shown(workshop):
    for domain in group_results(workshop, "outside").domains:
        for gap in domain.gaps:
            assert "could only show a gap of" in gap.sentence
            assert gap.figures == ""
    room = [each.figures for d in group_results(workshop, "room").domains for each in d.gaps]
    assert all(re.fullmatch(r"Gap -?\d+, 95% interval from -?\d+ to -?\d+", each) for each in room)


def test_an_organisation_of_fewer_than_ten_is_advised_to_give_one_joint_answer():
    """It is refused where sizes were said; here the whole organisation turned out to be so few."""
    made = edits.set_profile(team(0, (0, 0, 1, 5, 1)), scope="organisation")
    notes = group_results(made, "room").notes
    assert notes[0].startswith("There are fewer than 10 of you. One joint answer")


def test_it_is_said_plainly_who_holds_the_counts(workshop):
    for audience in ("room", "outside"):
        assert "whoever has the files" in group_results(workshop, audience).notes[-1]


def test_both_agendas_add_up_and_hold_the_four_stages():
    long, short = agendas()
    assert (long.minutes, short.minutes) == (120, 60)
    for each in (long, short):
        titles = [step.title for step in each.steps]
        stages = ["Individual answers", "Evidence", "Agreement", "Plan"]
        assert [title for title in titles if title in stages] == stages
        assert len(each.rules) >= 6


def test_both_reports_name_the_agreed_levels_and_end_with_support(workshop):
    for report in (workshop_record(workshop, TODAY), group_report(workshop, TODAY)):
        texts = list(report_texts.every_text(report))
        assert any("Agreed: 1 Exploring." in each for each in texts)
        assert any("Where a support worker is there" in each for each in texts)
        assert report_texts.sections(report)[-1] == "Support"


def test_no_count_of_a_small_group_is_in_a_report(workshop):
    island = re.compile(r"^Front line, island")
    report = group_report(workshop, TODAY)
    rows = [
        row
        for each in report_texts.blocks(report)
        if isinstance(each, Table)
        for row in report_texts.rows(each)
        if island.match(row[0])
    ]
    for row in rows:
        assert not re.search(r"\d", "".join(row))
    said = "\n".join(report_texts.every_text(report))
    assert "Front line, island" in said  # it is named among those that are not shown


def test_a_report_draws_counts_from_thirty_answers_up_and_else_none(workshop):
    drawn = report_texts.figures(group_report(workshop, TODAY))
    assert len(drawn) == len(group_results(workshop, "outside").questions)
    few = workshop_edits.close_round(team(12, (1, 2, 3, 6, 0)), today=small.TODAY)
    assert report_texts.figures(group_report(few, TODAY)) == []


def test_both_reports_can_be_written_as_pdf(workshop):
    for report in (workshop_record(workshop, TODAY), group_report(workshop, TODAY)):
        assert write_pdf(report, Paper(), invariant=True).startswith(b"%PDF")


def test_beside_shares_in_steps_stand_no_quartiles_which_would_undo_the_steps():
    made = team(12, (1, 3, 4, 3, 1))
    told_to: tuple[tuple[Audience, bool], ...] = (("room", True), ("outside", False))
    for audience, told in told_to:
        found = first(made, audience)
        assert ("half" in f"{found.sentence} {found.middle}".lower()) is told
        assert "Middle answer: 2 Developing." in found.middle
        (row,) = group_data(group_results(made, audience))["questions"][0]["groups"]
        assert (row["q1"] is not None, row["q3"] is not None, row["median"]) == (told, told, 2)
