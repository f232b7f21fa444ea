"""Finding in questions, notes, actions and requests to others."""

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.presentation.readiness import finding
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.report_texts import SAMPLE


@pytest.fixture(scope="module")
def council():
    return load_document(SAMPLE).assessment


def found(assessment, words):
    return finding.find(assessment, plan_of(assessment), words)


def test_a_question_is_found_by_its_id_and_by_words_of_its_statement(council):
    by_id = found(council, "wel-2")
    assert ("questions", "reflect/WEL-2") in {(each.kind, str(each.address)) for each in by_id}
    statement = council.statement(council.bank.by_id["WEL-2"])
    words = " ".join(reversed(statement.split()[:4]))
    assert "reflect/WEL-2" in {str(each.address) for each in found(council, words)}


def test_notes_and_evidence_are_found_with_the_words_around(council):
    long = "Before. " * 20 + "The night rota was changed in March. " + "After. " * 20
    written = edits.write_beside(council, "WEL-2", note=long)
    notes = [each for each in found(written, "NIGHT rota") if each.kind == "notes"]
    assert [str(each.address) for each in notes] == ["reflect/WEL-2"]
    assert "night rota was changed" in notes[0].excerpt
    assert notes[0].excerpt.startswith("… ")
    assert notes[0].excerpt.endswith(" …")
    assert len(notes[0].excerpt) < 200


def test_actions_are_found_by_title_and_owner(council):
    entry = plan_of(council).live[0]
    hits = found(council, entry.action.title)
    assert f"plan/{entry.action.id}" in {
        str(each.address) for each in hits if each.kind == "actions"
    }


def test_requests_are_found_by_whom_we_ask_and_by_what_they_answered(council):
    answered = edits.change_ask(council, "people", answer="They sent a marmalade recipe.")
    hits = found(answered, "marmalade")
    assert [(each.kind, str(each.address)) for each in hits] == [
        ("requests", "plan/requests/people")
    ]
    assert hits[0].title == "Human resources and trade unions"
    assert "marmalade recipe" in hits[0].excerpt
    by_whom = found(council, "trade unions")
    assert "plan/requests/people" in {str(each.address) for each in by_whom}


@pytest.mark.parametrize("words", ["taigh domhnaill", "TAIGH DÒMHNAILL", "dòmhnaill taigh"])
def test_accents_and_capitals_make_no_difference(council, words):
    written = edits.write_beside(council, "WEL-2", view="Taigh Dòmhnaill")
    assert [each.kind for each in found(written, words)] == ["notes"]


def test_all_words_are_wanted(council):
    written = edits.write_beside(council, "WEL-2", note="porridge")
    assert len(found(written, "porridge")) == 1
    assert not found(written, "porridge zebra")


@pytest.mark.parametrize(
    ("words", "is_found"),
    [('"night rota"', True), ("“night rota”", True), ('"rota night"', False),
     ('marmalade "', False), ('"marmalade" rota', True), ('"rota was', False),
     ('"NIGHT  rota" changed', True)],
)  # fmt: skip
def test_words_in_quotation_marks_are_found_as_they_follow_one_another(council, words, is_found):
    written = edits.write_beside(council, "WEL-2", note="The night rota: marmalade changed.")
    assert bool(found(written, words)) is is_found


def test_what_follows_one_another_stands_in_one_text(council):
    written = edits.write_beside(council, "WEL-2", note="ends with marmalade", view="porridge team")
    assert not found(written, '"marmalade porridge"')
    assert found(written, "marmalade porridge")


@pytest.mark.parametrize("words", ["", "  "])
def test_nothing_is_found_for_no_words(council, words):
    assert found(council, words) == ()
    assert finding.count_words(" ", ()).startswith("Type a word")


def test_nothing_found_is_said_with_what_to_do(council):
    assert "zebra" in finding.count_words("zebra", found(council, "zebra"))


def test_very_many_are_cut_short_and_it_is_said(council):
    hits = found(council, "e")
    assert len(hits) == finding.MOST
    assert "first 80" in finding.count_words("e", hits)


def test_words_are_shown_as_they_were_typed_where_letters_before_them_grow_when_compared(council):
    typed = "Straße ﬁn İ 🙂 Sìne’s list"
    noted = edits.write_beside(council, council.asked[0].id, note=typed)
    (hit,) = found(noted, "sine's list")
    assert hit.excerpt == typed
