"""The guide of a question: how to choose, an invented example, laws and kinds of practice."""

import re

from nttp_readiness.domain.editing import edits
from nttp_readiness.presentation.readiness import checking, questions
from nttp_readiness.presentation.readiness.question_guide import guide
from tests.presentation.report_texts import plain


def part(assessment, key, heading):
    return next((each for each in guide(assessment, key) if each.heading == heading), None)


def test_the_rule_stands_there_with_what_it_leaves_open(sample):
    found = part(sample, "LEA-1", "How to choose")
    assert found.paragraphs == (sample.bank.choice_rule,)
    assert found.items == sample.bank.choice_notes
    said = " ".join(sample.bank.choice_notes)
    for case in ("Seven of ten", "estimate", "night teams", "4 to 9", "quiet year", "so now"):
        assert re.search(case, said, re.IGNORECASE), case


def test_every_example_is_marked_as_invented(sample):
    for each in sample.asked:
        found = part(sample, each.id, "An example")
        assert plain(found.paragraphs[0]) == each.example.text
        assert found.quiet.startswith("An imagined example from: ")


def test_a_law_says_how_far_it_is_known_to_be_in_force(sample):
    found = part(sample, "POL-6", "A law that touches this")
    assert "asp 19" in plain(found.paragraphs[0])
    assert "in force yet is not established" in found.quiet
    assert "Looked up on 30 November 2026" in found.quiet
    assert part(sample, "LEA-1", "A law that touches this") is None


def test_kinds_of_practice_stand_where_readers_have_to_know_them(sample):
    found = part(sample, "WOR-1", "Kinds of practice")
    assert [plain(each).split(":")[0] for each in found.items] == [
        "Informed", "Skilled", "Enhanced", "Specialist",
    ]  # fmt: skip
    assert part(sample, "WEL-2", "Kinds of practice") is None


def test_placeholders_are_filled_in_all_that_stands_there(sample):
    for assessment in (sample, edits.set_profile(sample, delivers_care=False)):
        bank = assessment.bank.model_dump_json()
        assert not re.search(r"\{(?:people|person)", bank)
    assert "{people}" in sample.model_dump_json(), "a file keeps what its authors wrote"
    served = edits.set_profile(sample, delivers_care=False).bank.model_dump_json()
    assert "people we deal with" in served


def test_answers_to_look_at_again_can_be_listed(sample):
    marked = edits.write_beside(sample, "LEA-2", look_again=True)
    ((row,),) = [each.rows for each in checking.groups(marked, "look_again")]
    assert (row.id, row.note) == ("LEA-2", "Look again")
    assert "look at it again" in row.beside
    assert checking.groups(sample, "look_again") == ()
    assert questions.question(marked, "LEA-2").look_again
