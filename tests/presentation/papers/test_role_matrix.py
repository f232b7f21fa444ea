"""The blank sheet of roles: every kind of practice of the bank, and nothing of the assessment."""

import pytest

from nttp_readiness.domain.editing.edits import changed
from nttp_readiness.errors import ExportError
from nttp_readiness.presentation.papers.role_matrix import role_matrix
from nttp_readiness.presentation.words.blocks import Table
from nttp_readiness.reports.form_specs import offered_for
from tests.presentation.report_texts import blocks, every_text


def test_it_has_a_column_for_each_kind_and_says_what_each_means(sample):
    report = role_matrix(sample)
    (table,) = [each for each in blocks(report) if isinstance(each, Table)]
    heads = [column.title for column in table.columns]
    assert heads[2:6] == ["Informed", "Skilled", "Enhanced", "Specialist"]
    assert sum(column.width for column in table.columns) <= 170
    said = every_text(report)
    assert all(each.meaning in said for each in sample.bank.practice_types)


def test_it_holds_no_answer_note_or_owner(sample):
    said = " ".join(every_text(role_matrix(sample)))
    written = [each.note for each in sample.answers.values() if each.note]
    owners = [each.owner for each in sample.actions.values() if each.owner]
    assert written
    assert owners
    assert not any(each in said for each in (*written, *owners))


def test_a_bank_without_kinds_of_practice_is_not_offered_it(sample):
    bare = changed(sample, written_bank=changed(sample.written_bank, practice_types=()))
    assert "roles" in {each.id for each in offered_for(sample)}
    assert "roles" not in {each.id for each in offered_for(bare)}
    with pytest.raises(ExportError, match="no kinds of practice"):
        role_matrix(bare)
