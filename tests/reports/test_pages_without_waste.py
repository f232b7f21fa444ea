"""Pages as a reader meets them: nothing stands alone, nothing is broken that belongs together."""

from __future__ import annotations

import datetime as dt
import re
from io import BytesIO

import pytest
from pypdf import PdfReader

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.readiness.questions import question
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.pdf.typefaces import REGULAR, load
from nttp_readiness.reports.tagged import Beside, Piece, Positioned, Stack, Text, paginate
from nttp_readiness.reports.tagged.flow import Space
from nttp_readiness.storage.documents.documents import load_document

TODAY = dt.date(2027, 3, 12)
SAMPLES = sorted(
    each.stem for each in (resources.assets() / "samples").glob("*.readiness")
)  # fmt: skip
MOST = {"council-service": 30, "sector-schools": 23, "small-charity": 17, "workshop": 14}
"""Pages of the full report at most; of every other sample 21."""


def of(sample):
    return load_document(resources.assets() / "samples" / f"{sample}.readiness").assessment


def pages(sample, form, **options):
    data = forms.make(ExportRequest(of(sample), form, ".pdf", today=TODAY, **options))
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


@pytest.mark.parametrize("sample", SAMPLES)
class TestTheFullReport:
    def test_where_we_stand_takes_one_page_and_no_more(self, sample):
        data = forms.make(ExportRequest(of(sample), "report", ".pdf", today=TODAY))
        reader = PdfReader(BytesIO(data))
        sections = [each for each in reader.outline if not isinstance(each, list)]
        begins = {each.title: reader.get_destination_page_number(each) for each in sections}
        at = list(begins).index("Where we stand")
        assert list(begins.values())[at + 1] == begins["Where we stand"] + 1

    def test_it_is_as_short_as_it_can_be_without_loss(self, sample):
        assert len(pages(sample, "report")) <= MOST.get(sample, 21)


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("without", [(), ("names",), ("notes",), ("scores",)], ids=str)
def test_every_sample_has_its_one_page_whatever_is_left_out(sample, without):
    """A stop with its reason, three foundations and five actions without owner were too much."""
    (page,) = pages(sample, "one-page", without=frozenset(without))
    if sample == "workshop":
        assert "Please pause awareness-raising" in page


@pytest.mark.parametrize("size", ["standard", "large"])
def test_the_head_of_an_owners_sheet_never_stands_alone(size):
    for page in pages("council-service", "owner", size=size):
        if "My part of the plan" in page:
            assert "What we will do." in page


def test_a_card_that_goes_on_over_the_page_keeps_each_label_with_its_words():
    for page in pages("council-service", "owner", size="large"):
        end = page.split(" Our own readiness picture")[0]
        assert not end.endswith(("Owner", "Due", "How we will know"))


def test_in_large_print_the_actions_follow_what_stands_before_them():
    found = pages("workshop", "plan", size="large", without=frozenset({"notes"}))
    (page,) = [each for each in found if "What we will do now" in each]
    assert "Support for all who work here" in page


@pytest.mark.parametrize("sample", SAMPLES)
@pytest.mark.parametrize("size", ["standard", "large"])
def test_the_heading_of_the_actions_stands_with_the_first_of_them(sample, size):
    for without in (frozenset(), frozenset({"names", "notes"}), frozenset({"scores"})):
        found = pages(sample, "plan", size=size, without=without)
        (page,) = [each for each in found if "What we will do now" in each]
        assert "How we will know" in page.partition("What we will do now")[2]
        for each in found:
            if "What we ask of national bodies" in each:
                assert re.search(r"For actions? \d", each)


@pytest.mark.parametrize("sample", SAMPLES)
def test_in_large_print_no_row_of_a_table_stands_alone_on_the_page_after_the_others(sample):
    """Neither the last foundation nor the last of the later actions."""
    found = pages(sample, "plan", size="large")
    for page in found[1:]:
        alone = len(re.findall(r"Our answer: ", page)) == 1 and "The twelve" not in page
        assert not alone, page
        rows = page.partition("Our first action")[0]  # that names an owner besides
        later = len(re.findall(r"Owner: ", rows)) == 1 and "How we will know" not in page
        assert not later or "What comes later" in page, page


@pytest.mark.parametrize("sample", ["sector-ambulance", "sector-fire"])
def test_the_actions_by_effort_do_not_end_with_a_page_of_two_rows(sample):
    """A wider column for what an action takes, and each row needs a line less."""
    found = pages(sample, "views")
    assert len(found) == 3
    assert "Effort and impact" in found[-1]


def test_what_the_place_of_an_action_depends_on_is_not_a_word_to_a_line():
    """Six questions and how many more stood below one another in a column of 20 mm."""
    data = forms.make(
        ExportRequest(of("sector-courts"), "plan", ".pdf", today=TODAY,
                      annex=frozenset({"working"}))
    )  # fmt: skip
    lines = [line for each in PdfReader(BytesIO(data)).pages for line in lines_of(each)]
    assert any(re.fullmatch(r"[A-Z]{3}-\d, [A-Z]{3}-\d,", line.strip()) for line in lines)


def lines_of(page):
    return page.extract_text(extraction_mode="plain").split("\n")


def text(words, width):
    load()
    box = Text([Piece(words, REGULAR, 10, "#000000")], 14, None)
    lines = box._lines(width)
    return [" ".join(part.text for part in line.fragments) for line in lines]


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        ("Employee support, in confidence: 01632 960 417", "01632 960 417"),
        ("The next day of mine is 30 September 2027.", "30 September 2027."),
        ("An 3 an t-Sultain, no 4 Giblean 2027 fhèin", "4 Giblean 2027"),
    ],
)
def test_no_line_ends_within_a_day_or_the_number_of_a_telephone(words, whole):
    for width in range(110, 240, 10):
        assert any(whole in line for line in text(words, width)), width


def test_a_day_that_is_wider_than_its_column_is_broken_at_a_space():
    assert text("30 September 2027", 60) == ["30", "September", "2027"] or text(
        "30 September 2027", 60
    ) == ["30 September", "2027"]


def boxes(count):
    return Stack(
        [Text([Piece(f"Line {n}.", REGULAR, 10, "#000000")], 14, None) for n in range(count)]
    )


@pytest.mark.parametrize(("head", "pages"), [(14, [2]), (200, [2, 1]), (400, [1, 1])])
def test_a_high_box_is_broken_only_where_enough_of_it_stands_before(head, pages):
    load()
    box = Beside([Positioned(0, 300, boxes(30))], whole=250, begins=150)
    assert [len(each) for each in paginate([Space(head), box], 300, 500)] == pages


def test_in_large_print_no_section_begins_with_a_page_of_its_lead_alone():
    for page in pages("workshop", "group", size="large"):
        if "Question by question" in page:
            assert "Safe involvement arrangements" in page


def test_in_large_print_a_domain_begins_where_half_a_page_is_left():
    found = pages("sector-primary-care", "report", size="large")
    assert len(found) <= 48


class TestAQuestionnaireInLargePrint:
    """Each question has two pages of its own, and each part begins with a page that names them."""

    @pytest.mark.parametrize("sample", ["small-charity", "workshop", "sector-clubs"])
    def test_a_question_and_its_room_for_notes_stand_on_pages_of_their_own(self, sample):
        found = pages(sample, "questionnaire", size="large")
        asked = of(sample)
        titles = {f"{each.id} {question(asked, each.id).title}" for each in asked.asked}
        begun = ""
        for page in (each.replace("- ", "-") for each in found):
            own = [each for each in titles if re.search(rf"{re.escape(each)}.* 0 Not yet", page)]
            assert len(own) <= 1
            begun = own[0] if own else begun
            if "Notes and evidence" in page:
                assert begun, "room for notes before any question"
                begun = ""

    def test_a_part_names_its_questions_before_the_first_of_them(self):
        sample = of("small-charity")
        found = pages("small-charity", "questionnaire", size="large")
        for domain in sample.bank.domains:
            mine = [each for each in domain.indicators if each in sample.asked]
            if mine:
                assert any(
                    domain.name in page
                    and all(f"{each.id} {each.title}" in page for each in mine)
                    and "0 Not yet" not in page
                    for page in found
                )

    def test_the_other_answers_never_stand_on_a_page_without_a_level(self):
        """Long questions take three pages; the third had “Not sure” by itself above the notes."""
        found = pages("sector-clubs", "questionnaire", size="large")
        for page in found:
            if "Rather not say" in page and "Notes and evidence" in page:
                assert re.search(r"4 Embedded", page), page


@pytest.mark.parametrize("size", ["standard", "large"])
def test_the_room_for_both_numbers_of_a_count_is_in_one_line(size):
    for page in PdfReader(BytesIO(
        forms.make(ExportRequest(of("sector-clubs"), "questionnaire", ".pdf", TODAY, size=size))
    )).pages:  # fmt: skip
        for line in page.extract_text().splitlines():
            assert line.count("…") in {0, 8}, line


@pytest.mark.parametrize("sample", SAMPLES)
def test_rated_from_outside_takes_two_pages_and_three_in_large_print(sample):
    assert len(pages(sample, "outside")) <= 2
    assert len(pages(sample, "outside", size="large")) <= 3


def test_who_rates_from_outside_reads_what_becomes_of_it_before_the_first_question():
    first, *_ = pages("council-service", "outside", size="large")
    assert "counted with those of others as one group" in first


def test_an_owners_sheet_does_not_say_on_each_card_whose_it_is():
    for page in pages("council-service", "owner"):
        assert len(re.findall(r"\bOwner\b", page)) == 0


def test_what_the_notes_say_is_strong_stands_below_a_safety_stop_too():
    note = "In four of our five teams whoever was asked could name the Head of Housing"
    assert note in pages("council-service", "plan")[0]
    assert note not in " ".join(pages("council-service", "plan", without=frozenset({"notes"})))


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_we_need_from_others_stands_with_the_first_of_it(sample):
    for form, size in (("plan", "large"), ("report", "standard"), ("report", "large")):
        (page,) = [
            each
            for each in pages(sample, form, size=size)
            if "What we need from others" in each and "In this report" not in each
        ]
        rest = page.partition("What we need from others")[2]
        assert re.search(r"For actions? \d|Who asks|Answer by|Call|Corporate", rest)


def test_the_lead_to_what_we_ask_of_national_bodies_stands_with_the_first_of_it():
    for form in ("plan", "report"):
        for page in pages("council-service", form):
            if "What we ask of national bodies" in page:
                assert "For actions 3 and 9." in page


@pytest.mark.parametrize("sample", ["council-service", "small-charity"])
@pytest.mark.parametrize("form", ["plan", "report", "board", "owner", "evidence", "one-page"])
def test_without_names_the_words_of_the_questions_are_whole(sample, form):
    said = " ".join(pages(sample, form, without=frozenset({"names"})))
    for each in re.findall(r"([A-Z]{3}-\d)[, ]+a named person", said):
        raise AssertionError(each)
    assert "with A named owner" not in said


@pytest.mark.parametrize(
    ("form", "owned"), [("board", "with a named owner"), ("plan", "with a named owner")]
)
def test_within_a_sentence_nobody_named_has_a_small_letter(form, owned):
    sample = of("council-service")
    for each in sample.actions:
        sample = edits.change_action(sample, each, owner="Ishbel Fraser")
    request = ExportRequest(sample, form, ".pdf", TODAY, without=frozenset({"names"}))
    data = forms.make(request)
    said = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
    assert "Owner: a named owner" in " ".join(said.split())


def test_the_parts_of_an_annex_say_their_heading_once_and_begin_where_there_is_room():
    annex = frozenset({"domains", "suggestions", "order"})
    found = pages("council-service", "plan", annex=annex)
    said = " ".join(found)
    assert said.count("Suggested, and not taken up yet") == 1
    assert said.count("How this order was found") == 0
    small = pages("sector-clubs", "plan", annex=annex)
    (order,) = [each for each in small if "Why the actions stand in this order" in each]
    assert "Nothing answered yet" in order


def test_what_is_not_answered_says_in_which_domain_and_what_depends_on_much_is_counted():
    found = pages("sector-schools", "report")
    assert any("Not answered in domain 2:" in each for each in found)
    assert re.search(r"(?:[A-Z]{3}-\d, ){6}\d+ others", " ".join(found))


def test_without_levels_the_plan_begins_its_actions_on_the_first_page():
    first, *_ = pages("small-charity", "plan", without=frozenset({"scores"}))
    assert "What we will do now" in first


def test_two_questions_of_a_group_stand_on_a_page_where_both_fit():
    found = pages("workshop", "group")
    assert len(found) <= 10
    assert any(
        "Planned support before things get hard" in each and "Feeling safe and valued" in each
        for each in found[3:6]
    )


@pytest.mark.parametrize("sample", SAMPLES)
def test_what_a_board_is_asked_stands_with_the_first_of_it(sample):
    for page in pages(sample, "board", size="large"):
        if "We ask the meeting to:" in page:
            assert re.search(r"We ask the meeting to: 1 \w", page)


def test_in_large_print_the_last_words_of_a_questionnaire_stand_together():
    """The last of three sentences stood by itself on a page."""
    for page in pages("sector-prosecution", "questionnaire", size="large"):
        if "Made with the questions" in page or "were written from public sources" in page:
            assert "Made with the questions" in page
            assert "were written from public sources" in page
