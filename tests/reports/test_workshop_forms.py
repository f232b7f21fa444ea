"""Ballot slips, the workshop record and the group report, as files that leave the program."""

from __future__ import annotations

import datetime as dt
import random
import re
from io import BytesIO

import docx
import pytest
from pypdf import PdfReader

from nttp_readiness import resources
from nttp_readiness.domain.answers.workshop import EVERYONE, Group, Tally, Vote
from nttp_readiness.domain.bank.indicator import LevelText
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import (
    agreement_edits,
    calling_off,
    edits,
    vote_edits,
    workshop_edits,
)
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.reports.form_specs import form_spec, offered_for
from nttp_readiness.storage.banks.bank_folders import read_bank
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.ui.workshop.room import wall_forms
from tests.presentation import report_texts
from tests.reports.file_contents import contents

DAY = dt.date(2027, 2, 18)
FORMS = ("ballots", "record", "group")
FILES = [(form, suffix) for form in ("record", "group") for suffix in (".pdf", ".docx", ".html")]
HIDDEN = (1009, 1013, 1019, 1021, 1031)
"""Counts of a large group that is withheld, as it would reveal a group of four."""


@pytest.fixture(scope="module")
def workshop():
    return load_document(report_texts.SAMPLE.with_name("workshop.readiness")).assessment


def make(assessment, form, suffix=".pdf", **options):
    return forms.make(ExportRequest(assessment, form, suffix, today=DAY, **options), invariant=True)


def pages(data):
    return [" ".join(page.extract_text().split()) for page in PdfReader(BytesIO(data)).pages]


def opened(bank="nttp-roadmap", **options):
    read = read_bank(resources.question_banks() / bank)
    return edits.new_assessment(read, "Our service", today=DAY, **options)


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("options", [{}, {"size": "large"}, {"size": "clear", "grey": True}])
def test_each_pdf_is_accessible_in_every_look(workshop, form, options, faults):
    heeded = form_spec(form).choices
    options = {name: value for name, value in options.items() if name in heeded}
    assert faults(make(workshop, form, **options)) == []


class TestBallotSlips:
    def test_there_is_one_slip_for_each_question_of_the_route_and_two_to_a_page(self, read_pdf):
        assessment = opened(route="foundations")
        found = read_pdf(make(assessment, "ballots"))
        titles = [each.title for each in assessment.asked]
        asked = [
            f"Our service · Question {n} of {len(titles)} {title}"
            for n, title in enumerate(titles, start=1)
        ]
        assert found.texts("H1") == asked
        assert len(found.pdf.pages) == -(-len(asked) // 2)

    def test_each_has_every_level_in_full_and_the_other_answers(self, read_pdf):
        assessment = opened(route="foundations")
        said = read_pdf(make(assessment, "ballots")).texts("LBody")
        for each in assessment.asked:
            for level, (name, text) in enumerate(
                zip(assessment.bank.levels, each.levels, strict=True)
            ):
                assert f"{level} {name.name}. {text.sentence}" in said
        assert said.count("Rather not say") == len(assessment.asked)
        assert "Not relevant to us" not in said  # every one is a foundation

    @pytest.mark.parametrize("bank", ["nttp-roadmap", "team-check-in"])
    def test_slips_of_every_bank_that_comes_along_are_cut_in_two(self, bank, faults):
        assessment = opened(bank, route="full")
        data = make(assessment, "ballots")
        assert len(pages(data)) == -(-len(assessment.asked) // 2)
        assert faults(data) == []

    def test_a_bank_with_the_longest_texts_has_a_page_for_each_slip(self, faults):
        assessment = opened("team-check-in", route="quick")
        first = assessment.asked[0]
        wordy = edits.changed(
            first, levels=tuple(LevelText(sentence="word " * 230) for _ in range(5))
        )
        domains = tuple(
            edits.changed(
                domain,
                indicators=tuple(wordy if e.id == first.id else e for e in domain.indicators),
            )
            for domain in assessment.bank.domains
        )
        long = edits.changed(
            assessment, written_bank=edits.changed(assessment.written_bank, domains=domains)
        )
        data = make(long, "ballots")
        said = " ".join(pages(data))
        assert len(pages(data)) >= len(long.asked)
        assert said.count("word") == 5 * 230
        assert faults(data) == []

    def test_they_are_blank_and_name_nobody(self, workshop):
        answered = edits.answer(report_texts.sample(), "LEA-1", 4)
        answered = edits.write_beside(answered, "LEA-1", note="zebrafinch", view="pangolinview")
        said = contents(make(answered, "ballots"), ".pdf")
        assert "zebrafinch" not in said
        assert "pangolinview" not in said
        for name in ("Leaders", "mainland", "island"):
            assert name not in " ".join(pages(make(workshop, "ballots")))

    def test_each_says_whom_one_can_turn_to(self, workshop):
        own = "Support: Employee support, in confidence: 01632 960 417"
        assert all(page.count(own) == 2 for page in pages(make(workshop, "ballots")))
        assert all("Support: NHS 24 111" in page for page in pages(make(opened(), "ballots")))

    def test_no_letter_is_smaller_than_ten_points(self):
        sizes = []
        for page in PdfReader(BytesIO(make(opened(), "ballots"))).pages[:4]:
            page.extract_text(
                visitor_text=lambda text, cm, tm, font, size: (
                    sizes.append(size) if text.strip() else None
                )
            )
        assert min(sizes) >= 10


@pytest.fixture(scope="module")
def withheld():
    """Everyone may be shown, but neither the group of four nor, for its sake, the large one."""
    made = edits.new_assessment(report_texts.sample().bank, "Ours", route="foundations", today=DAY)
    groups = (Group(name="Mainland"), Group(name="Isle of Quokka"))
    made = workshop_edits.start_round(made, groups, today=DAY, consent=True)
    for name, levels in (("Mainland", HIDDEN), ("Isle of Quokka", (1, 1, 1, 1, 0))):
        made = vote_edits.tally(made, name, {"LEA-1": Tally(levels=levels)})
    made = agreement_edits.agree(vote_edits.close_question(made, "LEA-1"), "LEA-1", 2)
    made = workshop_edits.close_round(made, today=DAY)
    released = made.workshop.round.questions["LEA-1"].vote.release.outside
    assert set(released) == {EVERYONE}
    return made


def told(data, suffix):
    """The withheld figures that the file holds anywhere. At level 4 the large group is everyone."""
    plain = (
        contents(data, suffix)
        .replace(",", " " if suffix == ".csv" else "")
        .replace("\N{NO-BREAK SPACE}", "")
    )
    return {
        each
        for each in (*HIDDEN[:4], sum(HIDDEN))
        if re.search(rf"(?<![\d.]){each}(?![\d.]\d)(?!\d)", plain)
    }


@pytest.mark.parametrize(("form", "suffix"), FILES)
def test_no_figure_of_a_withheld_group_is_in_any_file(withheld, form, suffix):
    assert told(make(withheld, form, suffix), suffix) == set()


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_a_report_that_ignored_the_decision_would_be_found(withheld, suffix, monkeypatch):
    """Planted: every grouping is shown as if there were no decision."""
    monkeypatch.setattr(Vote, "shown", lambda vote, grouping, _audience: vote.counts(grouping))
    assert sum(HIDDEN) in told(make(withheld, "group", suffix), suffix)


@pytest.mark.parametrize("suffix", [".pdf", ".docx", ".html"])
def test_the_counts_of_everyone_are_found_where_they_may_be_shown(withheld, suffix):
    assert str(HIDDEN[0] + 1) in contents(make(withheld, "group", suffix), suffix)


class TestWhereTheyExist:
    def offered(self, assessment):
        return {each.id for each in offered_for(assessment)}

    def test_without_a_workshop_there_is_neither_record_nor_report(self):
        assert not {"record", "group"} & self.offered(report_texts.sample())
        assert "ballots" in self.offered(report_texts.sample())

    @pytest.mark.parametrize("form", ["record", "group"])
    def test_an_open_round_has_neither_even_after_a_question_was_closed(self, workshop, form):
        groups = workshop.workshop.round.groups
        begun = workshop_edits.start_round(opened(), groups, today=DAY)
        counted = {"LEA-1": Tally(levels=(2, 2, 2, 3, 3))}
        begun = vote_edits.tally(begun, groups[0].name, counted)
        begun = vote_edits.close_question(begun, "LEA-1")
        assert form not in self.offered(begun)
        with pytest.raises(ExportError, match="Please close the round first"):
            make(begun, form)

    def test_while_a_later_round_is_open_they_are_of_the_one_before(self, workshop):
        groups = workshop.workshop.round.groups
        again = workshop_edits.start_round(workshop, groups, today=dt.date(2028, 2, 18))
        assert {"record", "group"} <= self.offered(again)
        assert make(again, "group", ".html") == make(workshop, "group", ".html")


class TestTheGroupReportOnPaper:
    def test_what_is_not_shown_is_said_once_on_the_first_page(self, withheld, read_pdf):
        reading = read_pdf(make(withheld, "group"))
        said = [each for each in reading.texts("P") if "Not shown in any question" in each]
        why = "too few answers, or they would reveal another group’s"
        assert said == [f"Not shown in any question: {why}: Mainland; Isle of Quokka."]
        assert said[0] in pages(make(withheld, "group"))[0]
        rows = [row for row in reading.texts("TR") if "Quokka" in row or "Mainland" in row]
        assert rows == []

    @pytest.mark.parametrize("size", ["standard", "clear"])
    def test_a_question_stands_with_its_picture_and_its_table_on_one_sheet(self, workshop, size):
        sheets = [each for each in pages(make(workshop, "group", size=size))
                  if "Middle answer:" in each and "Counts from 0 to 4" not in each]  # fmt: skip
        assert sum(sheet.count("Middle answer:") for sheet in sheets) == len(
            workshop.workshop.rounds[-1].questions
        )
        for sheet in sheets:
            assert sheet.count("Middle answer:") == sheet.count("Everyone, ")
            order = re.findall("Middle answer:|Everyone, ", sheet)
            assert order == ["Middle answer:", "Everyone, "] * (len(order) // 2)

    def test_the_sums_stand_after_all_questions(self, workshop, read_pdf):
        reading = read_pdf(make(workshop, "group"))
        assert reading.texts("H1") == [
            "What the group’s answers show", "Every question, for everyone",
            "At or above the target, by group", "Question by question",
            "How this was worked out", "Support",
        ]  # fmt: skip


def collected(groups, route):
    """A closed round in which every person of every group has answered every question."""
    chance, made = random.Random(4), opened(route=route)
    made = edits.set_profile(made, scope="team")
    made = workshop_edits.start_round(made, groups, today=DAY, consent=True)
    ballots = [
        Ballot(
            group=group.name,
            answers={each.id: chance.choice(LEVELS[number % 4 :]) for each in made.asked},
        )
        for number, group in enumerate(groups)
        for _ in range(group.size)
    ]
    return workshop_edits.close_round(vote_edits.add_ballots(made, ballots), today=DAY)


@pytest.fixture(scope="module")
def nine():
    sizes = {"Heads": 2, "Frontline": 4, "Admin": 3}
    return collected([Group(name=n, size=size) for n, size in sizes.items()], "foundations")


@pytest.fixture(scope="module")
def many():
    """250 people of twelve groups, asked everything."""
    return collected([Group(name=f"Service {n}", size=20 + n % 3) for n in range(12)], "full")


class TestHowLongTheyAre:
    @pytest.mark.parametrize("form", ["group", "record"])
    def test_nine_people_have_three_pages_at_most(self, nine, form, faults):
        data = make(nine, form)
        assert len(pages(data)) <= 3
        assert faults(data) == []

    def test_of_nine_people_one_sentence_says_what_is_not_shown(self, nine):
        first = pages(make(nine, "group"))[0]
        assert "How the answers to single questions are spread is not shown" in first
        assert "Domains by group" in first
        assert first.count("not shown") == 1
        for name in ("Heads", "Frontline", "Admin"):
            assert first.count(name) == 1  # among those who were asked, and nowhere else

    def test_250_people_of_twelve_groups_have_25_pages_at_most_the_matrix_first(self, many, faults):
        data = make(many, "group")
        found = pages(data)
        assert len(found) <= 25
        assert "Domains by group" in found[0]
        assert faults(data) == []

    def test_twelve_questions_fit_one_side_with_what_each_asks(self, nine, faults):
        data = make(nine, "answer-sheet")
        (page,) = pages(data)
        assert all(nine.statement(each)[:20] in page for each in nine.asked)
        assert faults(data) == []

    def test_all_questions_fit_the_two_sides_of_one_sheet(self, nine, faults):
        whole = edits.set_profile(nine, route="full")
        data = make(whole, "answer-sheet")
        found = pages(data)
        assert len(found) == 2
        assert all(each.title in " ".join(found) for each in whole.asked)
        assert faults(data) == []

    def test_in_word_answers_are_ringed_as_no_circle_is_drawn_there(self, nine):
        made = docx.Document(BytesIO(make(nine, "answer-sheet", ".docx")))
        said = " ".join(each.text for each in made.paragraphs)
        assert "Put a ring round one answer" in said
        assert "Mark one circle" not in said

    def test_where_questions_take_several_pages_the_support_line_has_none_of_its_own(self, nine):
        for size in (None, "large"):
            made = docx.Document(BytesIO(make(nine, "answer-sheet", ".docx", size=size)))
            begins = [each.text.partition(":")[0] for each in made.paragraphs]
            assert begins.index("Support") < begins.index("Levels")

    def test_in_large_print_each_answer_of_a_question_can_be_ringed(self, nine, read_pdf):
        reading = read_pdf(make(nine, "answer-sheet", size="large"))
        entries = reading.texts("LBody")
        assert sum(each.endswith(" 0 1 2 3 4 Not sure") for each in entries) == len(nine.asked)
        assert reading.texts("Lbl")[: len(nine.asked)] == [
            str(number) for number in range(1, len(nine.asked) + 1)
        ]
        assert reading.problems == []


class TestTheRecord:
    def test_it_has_the_actions_made_in_the_room_with_who_and_by_when(self, workshop):
        made = wall_forms.with_action(
            reopened(workshop), "LEA-1", "Ask the night shift", "Team lead", dt.date(2027, 5, 4)
        )
        made = workshop_edits.close_round(made, today=DAY)
        first = pages(make(made, "record"))[0]
        assert "Ask the night shift Team lead 4 May 2027" in first
        assert "No action was added in the workshop." in pages(make(workshop, "record"))[0]

    def test_it_lists_what_was_voted_on_twice_and_what_was_written_together(self, nine):
        key = nine.asked[0].id
        made = vote_edits.vote_again(reopened(nine), key)
        made = vote_edits.tally(made, "Frontline", {key: Tally(levels=(0, 0, 4, 0, 0))})
        made = vote_edits.close_question(made, key)
        made = agreement_edits.agree(made, key, 2)
        made = agreement_edits.note_words(
            made, key, evidence="The rota of May", strengths="We ask", improve="Nights too"
        )
        made = workshop_edits.close_round(made, today=DAY)
        said = " ".join(pages(make(made, "record")))
        assert f"Voted on twice – {nine.asked[0].title}" in said
        for words in ("What we have seen: The rota of May", "What is strong: We ask",
                      "What to improve: Nights too"):  # fmt: skip
            assert words in said
        without = " ".join(pages(make(made, "record", without=frozenset({"notes"}))))
        assert "The rota of May" not in without


def reopened(assessment):
    return calling_off.reopen_round(assessment)


class TestTheTable:
    @pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
    def test_no_figure_of_a_withheld_group_is_in_it(self, withheld, suffix):
        assert told(make(withheld, "group-data", suffix), suffix) == set()

    @pytest.mark.parametrize("suffix", [".xlsx", ".csv", ".json"])
    def test_a_table_that_ignored_the_decision_would_be_found(self, withheld, suffix, monkeypatch):
        monkeypatch.setattr(Vote, "shown", lambda vote, grouping, _audience: vote.counts(grouping))
        assert told(make(withheld, "group-data", suffix), suffix)

    def test_it_has_a_row_for_each_question_and_group_and_says_why_one_is_empty(self, withheld):
        lines = make(withheld, "group-data", ".csv").decode("utf-8-sig").splitlines()
        hidden = [line for line in lines if "Isle of Quokka" in line]
        assert len(hidden) == 1
        assert "Not shown: too few answers" in hidden[0]
        assert any(line.split(",")[2] == "Everyone" for line in lines)
