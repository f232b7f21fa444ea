"""The plan for a meeting: short, what comes first on two pages, the rest only if asked for."""

import datetime as dt
import io

import pypdf
import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import action_plan
from nttp_readiness.presentation.papers.meeting_plan import meeting_plan
from nttp_readiness.presentation.plan.plan_material import ANNEX, Options
from nttp_readiness.presentation.words.blocks import sections
from nttp_readiness.reports.pdf.pdf import write_pdf
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.report_texts import SAMPLE, every_text

TODAY = dt.date(2026, 11, 30)


@pytest.fixture(scope="module")
def council():
    return load_document(SAMPLE).assessment


@pytest.fixture(scope="module")
def one_answer(council):
    """An assessment with one answer and no plan of its own."""
    bare = edits.new_assessment(council.bank, "Nearly nothing", today=TODAY)
    return edits.answer(bare, council.asked[0].id, 2)


def pages(assessment, **options):
    data = write_pdf(meeting_plan(score(assessment), TODAY, Options(**options)))
    return [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]


def titles(report):
    return [each.text for each in sections(report.blocks)]


def test_the_samples_plan_has_at_most_eight_pages_and_a_foundations_round_four(council):
    assert len(pages(council)) <= 8
    assert len(pages(edits.set_profile(council, route="foundations"))) <= 4


def test_who_is_given_it_for_a_minute_can_say_where_we_stand_and_what_comes_first(council):
    plan = plan_of(council)
    first, second, *_ = pages(council)
    assert "Build foundations first" in first
    for entry in plan.now:
        action = entry.action
        assert " ".join(action.title.split()) in " ".join(second.split())
        assert action.owner.split(",")[0].split()[-1] in second
        assert f"{action.due.day} {action.due:%B %Y}" in second


def test_the_first_page_says_what_it_is_about_and_which_action_comes_first(council):
    """Whoever does not turn over had only "Action 1" as a bare number."""
    first = " ".join(pages(council)[0].split())
    action = plan_of(council).now[0].action
    assert "How ready we are to become trauma-informed" in first
    assert f"Our first action: {action.title}." in first
    assert f"Owner: {action.owner}, by {action.due.day} {action.due:%B %Y}." in first
    assert "Levels: 0 Not yet, 1 Exploring, 2 Developing, 3 Established, 4 Embedded." in first


@pytest.mark.parametrize(
    ("changes", "told"),
    [({"owner": ""}, "It is to be done by 30 April 2027, and has no owner yet."),
     ({"due": None}, "Operations Manager."), ({"owner": "", "due": None}, "no owner and no date")],
)  # fmt: skip
def test_what_the_first_action_lacks_is_said(council, changes, told):
    key = plan_of(council).now[0].action.id
    first = " ".join(pages(edits.change_action(council, key, **changes))[0].split())
    assert told in first.split("Our first action:")[1].split("What keeps us")[0]


def test_what_actions_lack_is_told_apart_for_now_and_for_later(council):
    """Over a table in which each had an owner stood "4 have no owner yet"."""
    second = " ".join(pages(council)[1].split())
    assert "5 actions now, in order of importance. Each has an owner and a date." in second
    assert "13 come later. 4 have no owner yet. 3 have no date yet." in second


def test_a_request_says_what_is_asked_for(council):
    asked = council.asks[0]
    words = every_text(meeting_plan(score(council), TODAY))
    assert any(asked.request.strip().rstrip(".") in each for each in words)


@pytest.mark.parametrize("part", ANNEX)
def test_each_part_of_the_annex_comes_alone_and_only_where_it_is_asked_for(council, part):
    card = score(council)
    without = titles(meeting_plan(card, TODAY))
    with_it = titles(
        meeting_plan(card, TODAY, Options(annex=frozenset({part}), full_notes=part == "notes"))
    )
    assert with_it[: len(without)] == without
    more = 0 if part == "progress" else 1  # nobody has looked at the sample's plan again yet
    assert len(with_it) == len(without) + more


def test_the_whole_annex_holds_what_the_full_report_holds(council):
    card, everything = (
        score(council),
        Options(annex=frozenset(ANNEX), full_notes=True),
    )
    full = set(titles(action_plan(card, TODAY, Options(full_notes=True))))
    renamed = {"In this report", "Later actions", "Support"}
    assert full - renamed <= set(titles(meeting_plan(card, TODAY, everything)))


def test_what_was_not_answered_takes_a_line_and_nothing_has_no_working(one_answer):
    card, everything = score(one_answer), Options(annex=frozenset(ANNEX))
    assert len(pages(one_answer)) <= 4
    assert len(pages(one_answer, annex=everything.annex)) <= 12  # 29 were printed once
    report = action_plan(card, TODAY)
    words = every_text(report)
    assert "Nothing answered yet" in words
    assert not any("none known" in each for each in words)
    data = write_pdf(report)
    assert len(pypdf.PdfReader(io.BytesIO(data)).pages) <= 17


def test_an_assessment_without_answers_has_no_working_at_all(council):
    bare = edits.new_assessment(council.bank, "Nothing", today=TODAY)
    assert "How it was worked out" not in titles(action_plan(score(bare), TODAY))


def test_it_is_without_fault_as_it_stands_and_with_everything(council, faults):
    card = score(council)
    everything = Options(annex=frozenset(ANNEX), full_notes=True)
    assert faults(write_pdf(meeting_plan(card, TODAY))) == []
    assert faults(write_pdf(meeting_plan(card, TODAY, everything))) == []
