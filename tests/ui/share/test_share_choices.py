"""Share offers every form that exists, and leaves out what nobody put in."""

import datetime as dt
import io
from dataclasses import replace

import pypdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication

from nttp_readiness.address import Address
from nttp_readiness.domain.editing import edits
from nttp_readiness.reports.form_specs import form_specs
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.documents.documents import save_document
from nttp_readiness.ui.widgets.fields.radio_rows import RadioRows
from nttp_readiness.ui.widgets.fold import Fold
from nttp_readiness.ui.widgets.prose import Prose
from tests.presentation.report_texts import with_workshop


def words_of(data):
    text = " ".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages)
    return " ".join(text.split())


def radio_names(page):
    """The names of the forms that are offered, in open folds and in closed ones."""
    return list(page.choices.rows.offered)


def heard(page):
    """The groups of rows as a reader finds them: name, and the names and states in it."""
    found = {}
    for rows in page.findChildren(RadioRows):
        if rows.isVisible():
            group = QAccessible.queryAccessibleInterface(rows)
            inside = [group.child(n) for n in range(group.childCount())]
            found[group.text(QAccessible.Text.Name)] = [
                each for each in inside if not each.state().invisible
            ]
    return found


def text_shown(page):
    return " ".join(each.plain() for each in page.findChildren(Prose) if each.isVisible())


@pytest.fixture
def named(sample):
    """An assessment with a note and an owner that are easy to find in a file."""
    key = sample.bank.domains[0].indicators[0].id
    noted = edits.write_beside(sample, key, note="Heatherbell note")
    action = next(iter(noted.actions))
    return edits.change_action(noted, action, owner="Morvern Quillfeather")


OCCASIONS = [
    "For a meeting", "To hand out or hang up", "To follow up the plan",
    "To ask people, and for a workshop", "To keep, or for another program",
]  # fmt: skip


def folds(page):
    return [each for each in page.choices.rows.findChildren(Fold) if each.isVisible()]


def test_every_form_is_offered_once_under_what_it_is_for(open_page):
    page = open_page("share")
    without = {"large-print", "grey", "record", "group", "group-data"}
    offered = [each for each in form_specs() if each.id not in without]
    names = radio_names(page)
    assert sorted(names) == sorted(each.name for each in offered)
    assert [each.accessibleName() for each in folds(page)] == OCCASIONS
    for fold in folds(page):  # a closed one says what is in it, an open one shows it
        for name in filter(None, fold.accessibleDescription().split(", ")):
            names.remove(name)
    (rows,) = heard(page).values()
    assert [each.text(QAccessible.Text.Name) for each in rows] == names


def test_a_few_stand_first_and_the_rest_is_one_fold_away(open_page, qtbot):
    page = open_page("share", size=(911, 472))
    assert [each.isChecked() for each in folds(page)] == [True, False, False, False, False]
    (rows,) = heard(page).values()
    assert len(rows) <= 6
    fold = folds(page)[3]
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    asked = heard(page)["To ask people, and for a workshop"]
    assert asked[0].text(QAccessible.Text.Name) == "Blank questionnaire"
    assert not any(each.state().checked for each in asked)


def test_one_form_is_chosen_of_all_and_its_fold_is_open(open_page):
    page = open_page("share/calendar")
    checked = [
        (group, each.text(QAccessible.Text.Name))
        for group, rows in heard(page).items()
        for each in rows
        if each.state().checked
    ]
    assert checked == [("To follow up the plan", "Calendar")]
    assert QApplication.focusWidget().accessibleName() == "Calendar"


def test_a_form_of_another_fold_takes_the_place_of_the_one_before(open_page, qtbot):
    page = open_page("share/plan")
    fold = folds(page)[1]
    fold.setFocus()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    qtbot.keyClick(fold, Qt.Key.Key_Tab)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert page.choices.chosen.form == "easy-read"
    states = [each.state().checked for rows in heard(page).values() for each in rows]
    assert sum(states) == 1


def test_forms_are_radio_buttons_of_one_group_and_say_their_kind_and_use(open_page):
    page = open_page("share")
    assert page.purpose() == "What do you need?"  # said once: the group has no name of its own
    assert page.choices.rows.accessibleName() == ""
    first = heard(page)["For a meeting"][0]
    assert first.role() == QAccessible.Role.RadioButton
    said = first.text(QAccessible.Text.Description)
    use = "Where we stand and what we will do, for a meeting. The rest as an annex, if you wish."
    assert said == f"PDF, Word, web page. {use}"
    assert use in text_shown(page)


def test_the_page_opens_with_the_focus_on_the_chosen_form(open_page):
    open_page("share/one-page")
    assert QApplication.focusWidget().accessibleName() == "One page"


def test_before_the_first_answer_the_questionnaire_stands_first_and_is_chosen(open_page, sample):
    empty = edits.new_assessment(sample.bank, "Our assessment", today=dt.date(2027, 3, 1))
    page = open_page("share", empty)
    assert radio_names(page)[0] == "Blank questionnaire"
    assert str(page.address()) == "share/questionnaire"
    assert QApplication.focusWidget().accessibleName() == "Blank questionnaire"
    assert "There are no answers yet" in text_shown(page)


def test_what_a_group_said_is_offered_only_where_a_round_is_closed(open_page, sample, made):
    of_a_group = {"Workshop record", "Group report"}
    page = open_page("share/record")
    assert not of_a_group & set(radio_names(page))
    assert str(page.address()) == "share/plan"
    page = open_page("share/record", with_workshop(sample))
    assert of_a_group <= set(radio_names(page))
    assert str(page.address()) == "share/record"
    assert "What we agreed" in words_of(made(page).data)


def test_a_round_that_is_gone_again_takes_its_forms_along(open_page, sample):
    page = open_page("share/group", with_workshop(sample))
    assert str(page.address()) == "share/group"
    page.session.attempt_for_good(lambda now: edits.changed(now, workshop=None))
    page.refresh()
    assert str(page.address()) == "share/plan"
    assert "Group report" not in radio_names(page)
    assert page.choices.rows.value == "plan"


def test_a_view_that_was_kept_stays_out_of_the_record_until_notes_are_put_in(
    open_page, sample, made, qtbot, button
):
    page = open_page("share/record", with_workshop(sample, "Heatherbell view"))
    assert "Heatherbell" not in words_of(made(page).data)
    assert "Views kept beside a level are notes" in text_shown(page)
    qtbot.keyClick(button(page, "Notes and evidence"), Qt.Key.Key_Space)
    assert "Heatherbell" in words_of(made(page).data)


def test_levels_left_out_of_the_plan_do_not_stop_what_is_made_of_them(
    open_page, sample, made, qtbot, button
):
    page = open_page("share/plan", with_workshop(sample))
    qtbot.keyClick(button(page, "Levels and scores"), Qt.Key.Key_Space)
    page.open("record")
    page.refresh()
    assert made(page).request.form == "record"
    page.open("plan")
    assert "scores" in page.wanted().without


def test_ballot_slips_are_offered_and_hold_no_answer(open_page, made):
    page = open_page("share/ballots")
    assert len(made(page).sizes) == 30
    assert "It has none of your answers." in text_shown(page)


def test_an_address_names_the_form_and_no_form_keeps_the_last(open_page):
    page = open_page("share/one-page")
    page.open("")
    assert str(page.address()) == "share/one-page"
    page.open("nothing-of-this-name")
    assert str(page.address()) == "share/one-page"
    assert page.where() == "One page"
    assert str(page.back_address()) == "plan"


@pytest.mark.parametrize(("form", "size", "grey"), [
    ("large-print", "large", False),
    ("grey", "standard", True),
])  # fmt: skip
def test_a_form_that_is_the_plan_with_an_option_chooses_that_option(open_page, form, size, grey):
    page = open_page(f"share/{form}")
    chosen = page.choices.chosen
    assert (chosen.form, chosen.size, chosen.grey) == ("plan", size, grey)
    assert page.choices.size_field.control.value == size
    assert page.choices.grey.isChecked() is grey


def test_arrow_keys_choose_another_form_and_have_it_made(open_page, qtbot, made):
    page = open_page("share/one-page")
    made(page, 1)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    assert str(page.address()) == "share/plan"
    assert made(page).request.form == "plan"
    assert page.preview.sheets.count > 3


def test_a_part_of_the_annex_is_ticked_and_is_in_the_plan(open_page, qtbot, made, button):
    page = open_page("share/plan")
    short = len(pypdf.PdfReader(io.BytesIO(made(page).data)).pages)
    assert short <= 8
    fold = button(page, "Add an annex")
    assert not page.choices.annex["domains"].isVisible()
    qtbot.keyClick(fold, Qt.Key.Key_Space)
    box = page.choices.annex["domains"]
    assert box.isVisible()
    qtbot.keyClick(box, Qt.Key.Key_Space)
    assert page.wanted().annex == {"domains"}
    assert len(pypdf.PdfReader(io.BytesIO(made(page).data)).pages) > short
    page.open("one-page")
    assert not fold.isVisible()
    assert page.wanted().annex == frozenset()


def test_each_form_offers_only_what_it_can_be_made_with(open_page):
    def offered(form):
        page.open(form)
        return [
            each.accessibleName()
            for each in (
                *page.choices.parts.values(), page.choices.grey,
                page.choices.size_field.control, page.choices.paper_field.control,
            )
            if each.isVisibleTo(page)
        ]  # fmt: skip

    page = open_page("share")
    parts = ["Levels and scores", "Owners", "Notes and evidence"]
    assert offered("plan") == [*parts, "Black and white", "Text size"]
    assert offered("one-page") == [*parts, "Black and white", "Text size", "Paper"]
    assert offered("questionnaire") == ["Black and white", "Text size"]
    assert offered("calendar") == parts


def test_notes_stay_out_until_somebody_puts_them_in(open_page, named, made, qtbot, button):
    """In the full report: below a safety stop the plan has them in its annex alone."""
    page = open_page("share/report", named)
    assert "Heatherbell" not in words_of(made(page).data)
    assert "Notes are left out unless you put them in." in text_shown(page)
    notes = button(page, "Notes and evidence")
    notes.setFocus()
    qtbot.keyClick(notes, Qt.Key.Key_Space)
    assert "Heatherbell" in words_of(made(page).data)
    assert "Please look for names" in text_shown(page)


def test_owners_and_levels_go_when_they_are_not_ticked(open_page, named, made, qtbot, button):
    page = open_page("share/plan", named)
    before = words_of(made(page).data)
    assert "Quillfeather" in before
    assert "Build foundations first" in before
    for name in ("Owners", "Levels and scores"):
        qtbot.keyClick(button(page, name), Qt.Key.Key_Space)
    after = words_of(made(page).data)
    assert "Quillfeather" not in after
    assert "Build foundations first" not in after


def test_large_print_is_larger_and_black_and_white_has_no_colour(open_page, made, qtbot, button):
    page = open_page("share/one-page")
    qtbot.keyClick(button(page, "Black and white"), Qt.Key.Key_Space)
    assert made(page).request.grey
    page.choices.rows.focus_choice()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Up)
    ordinary = len(made(page).sizes)
    size = page.choices.size_field.control
    size.setFocus()
    qtbot.keyClick(size, Qt.Key.Key_End)
    assert made(page).request.size == "large"
    assert len(made(page).sizes) > ordinary


def test_a_change_of_the_document_is_in_the_file_at_once_and_a_place_is_not_a_change(
    open_page, made
):
    page = open_page("share/one-page")
    first = made(page)
    page.session.note_place(edits.set_place(page.session.assessment, Address.parse("share/plan")))
    page.refresh()
    assert page.made_now is first
    page.session.attempt("Name", edits.set_profile, title="Another name")
    assert "Another name" in words_of(made(page).data)


def test_an_example_is_of_the_strength_that_was_chosen(open_page, made, qtbot):
    page = open_page("share/example")
    field = page.choices.strength_field.control
    first, second = field.itemText(0), field.itemText(1)
    assert first in words_of(made(page).data)
    field.setFocus()
    qtbot.keyClick(field, Qt.Key.Key_Down)
    assert second in words_of(made(page).data)


def test_a_comparison_asks_for_the_other_round_and_then_shows_it(
    open_page, made, qtbot, button, sample, tmp_path
):
    path = tmp_path / "before.readiness"
    before = edits.set_profile(sample, title="The year before")
    save_document(path, before, expected=None)
    page = open_page("share/comparison", other=path)
    assert "Please choose the file of the other round." in text_shown(page)
    assert page.made_now is None
    button(page, "Save the PDF").click()
    assert page.asked == []
    assert page.outcome.words() == "Please choose the file of the other round."
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert made(page).request.previous.profile.title == "The year before"
    assert "The year before, round 1" in text_shown(page)


def test_a_round_that_cannot_be_read_is_said_in_the_page(open_page, button, tmp_path):
    path = tmp_path / "not-one.readiness"
    path.write_text("A letter", encoding="utf-8")
    page = open_page("share/comparison", other=path)
    button(page, "Choose the other round").click()
    assert page.outcome.words() != ""
    assert page.choices.chosen.previous is None


def test_signs_that_the_pdf_cannot_show_are_named_before_it_is_saved(
    open_page, sample, made, qtbot
):
    key = next(iter(sample.actions))
    page = open_page("share/plan", edits.change_action(sample, key, measure="Seen by العربية"))
    made(page)
    assert "“العربية” in “How we will know” of action" in page.outcome.words()
    page.choices._take(suffix=".docx")
    assert page.outcome.words() == "", "Word shows them"


def test_the_template_of_the_organisation_is_named_where_it_is_used(open_page, tmp_path):
    page = open_page("share/board")
    hint = page.choices.kind_field
    assert "under Settings" in "\n".join(each.plain() for each in hint.findChildren(Prose))
    settings.save(replace(settings.load(), template=str(tmp_path / "board.dotx")))
    page.refresh()
    assert "“board.dotx”" in "\n".join(each.plain() for each in hint.findChildren(Prose))


def test_a_page_that_was_made_before_there_were_answers_opens_at_the_plan(open_page, sample):
    empty = edits.new_assessment(sample.written_bank, "New", today=sample.profile.started)
    page = open_page("share", empty)
    assert page.choices.form.id == "questionnaire"
    page.session.attempt("Answer", edits.answer, "LEA-1", 2)
    page.open("")
    assert page.choices.form.id == "plan"
    page.choices.choose("one-page")
    page.open("")
    assert page.choices.form.id == "one-page"
    page.open("calendar")
    page.open("")
    assert page.choices.form.id == "calendar"
