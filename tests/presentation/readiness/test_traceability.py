"""From each statement and theme to the questions that serve it, with nothing left over."""

from pathlib import Path

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.bank.bank import SeedStatement, Theme
from nttp_readiness.domain.bank.bank_checks import check_content
from nttp_readiness.presentation.readiness.traceability import Served, trace, trace_data, trace_page
from nttp_readiness.storage.banks.bank_folders import read_bank
from tests.domain import small_bank as small

DOCS = Path(__file__).resolve().parents[3] / "docs"


@pytest.fixture(scope="module")
def roadmap():
    return trace(read_bank(resources.question_banks() / "nttp-roadmap"))


def bank_with(seed=(), themes=(), *, of_domain=(), of_question=()):
    one = small.question("A-1").model_copy(update={"themes": of_question})
    domain = small.domain("A", [one]).model_copy(update={"themes": of_domain})
    bank = small.bank_of([domain])
    return bank.model_copy(update={"seed": tuple(seed), "themes": tuple(themes)})


def test_every_statement_and_theme_of_the_roadmap_bank_is_served_by_questions(roadmap):
    assert len(roadmap.statements) == 32
    assert len(roadmap.themes) == 9
    assert roadmap.uncovered == ()
    assert all(each.indicators for each in (*roadmap.statements, *roadmap.themes))


def test_every_question_of_the_roadmap_bank_follows_from_a_statement(roadmap):
    assert roadmap.without_statement == ()


def test_statements_for_national_bodies_carry_their_request(roadmap):
    asking = {each.id: each.request for each in roadmap.statements if each.request}
    assert sorted(asking) == [
        "EA1", "FB3", "KM2", "KM3", "KM4a", "KM4b", "KM7", "KM8b", "KM8c",
    ]  # fmt: skip
    assert all(request.startswith("We ask national bodies") for request in asking.values())


def test_the_page_in_the_docs_is_up_to_date(roadmap):
    page = (DOCS / "traceability.md").read_text("utf-8")
    assert page.startswith(trace_page(roadmap)), "run: python3 docs/make_generated.py"


def test_the_page_names_each_statement_each_theme_and_each_question_with_its_title(roadmap):
    page = trace_page(roadmap)
    for each in (*roadmap.statements, *roadmap.themes):
        assert each.text in page
    for each in roadmap.bank.by_id.values():
        assert f"- {each.id} {each.title}" in page
    assert "- SVC-2 Responding to distress or disclosure (foundation)" in page
    assert "Only touched: KM2, KM3, KM4a, FB1, FB3. All others are served." in page
    assert page.count("\nServed.\n") == len(roadmap.statements) - 5


def test_a_statement_that_nothing_serves_is_uncovered_on_page_in_data_and_in_the_check():
    bank = bank_with([SeedStatement(id="S1", text="Look after staff.")])
    traced = trace(bank)
    assert traced.uncovered == ("S1",)
    assert "Nothing serves: S1." in trace_page(traced)
    assert trace_data(traced)["uncovered"] == ["S1"]
    assert "seed, S1" in [each.place for each in check_content(bank)]


def test_a_statement_that_only_asks_others_is_covered_by_its_request():
    traced = trace(bank_with([SeedStatement(id="S1", text="Money.", for_others="Please fund.")]))
    assert traced.uncovered == ()
    assert "For national bodies: Please fund." in trace_page(traced)


CARE, TALK = Theme(id="care", name="Care"), Theme(id="talk", name="Talk")


def test_a_question_without_themes_belongs_to_those_of_its_domain():
    assert trace(bank_with(themes=[CARE])).uncovered == ("care",)
    traced = trace(bank_with(themes=[CARE], of_domain=("care",)))
    assert [each.id for each in traced.themes[0].indicators] == ["A-1"]


def test_a_theme_of_the_domain_serves_nobody_where_its_questions_name_others():
    bank = bank_with(themes=[CARE, TALK], of_domain=("care",), of_question=("talk",))
    assert trace(bank).uncovered == ("care",)
    assert "themes, care" in [each.place for each in check_content(bank)]


def test_questions_that_follow_from_no_statement_are_listed():
    seed = [SeedStatement(id="S1", text="Money.", for_others="Please fund.")]
    traced = trace(bank_with(seed))
    assert "## Questions that follow from no statement\n\n- A-1 Question A-1" in trace_page(traced)
    assert trace_data(traced)["without_statement"] == ["A-1"]


def test_a_text_cannot_break_out_of_the_page():
    seed = [SeedStatement(id="S1", text="# One\n\n<b>*two*</b>", for_others="x")]
    assert r"\# One \<b\>\*two\*\</b\>" in trace_page(trace(bank_with(seed)))


def test_a_statement_that_is_only_touched_says_what_no_question_asks(roadmap):
    touched = [each for each in roadmap.statements if each.only_touched]
    page = trace_page(roadmap)
    assert [each.id for each in touched] == ["KM2", "KM3", "KM4a", "FB1", "FB3"]
    assert all(f"Only touched. {each.touched}" in page for each in touched)
    marks = {each["id"]: each["served"] for each in trace_data(roadmap)["statements"]}
    assert marks["KM2"] is False
    assert marks["V1"] is True


def test_a_statement_with_a_request_alone_is_only_touched():
    alone = Served("X", "A statement.", "We ask for it.", ())
    assert (alone.covered, alone.only_touched) == (True, True)
    nothing = Served("Y", "A statement.", "", ())
    assert (nothing.covered, nothing.only_touched) == (False, False)
