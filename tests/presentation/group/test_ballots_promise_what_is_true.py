"""What a ballot promises depends on how many people are in a group."""

import pytest

from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import workshop_edits
from nttp_readiness.presentation.group import ballot_words

NOBODY = "After Done nobody can tell which answers were yours."


def group(size, name="Admin"):
    return Group(name=name, size=size)


def test_five_and_more_are_promised_that_nobody_can_tell():
    assert any(NOBODY in each for each in ballot_words.promises([group(5), group(12, "Nights")]))
    assert "nobody can tell which were yours" in ballot_words.ending(group(5))


@pytest.mark.parametrize("size", [1, 2, 3, 4])
def test_fewer_are_told_that_whoever_holds_the_file_could_tell(size):
    said = "\n".join(ballot_words.promises([group(size), group(12, "Nights")]))
    assert NOBODY not in said
    assert "Admin" in said
    assert "anyone who has the file can" in said
    ending = ballot_words.ending(group(size))
    assert "anyone who has the file can" in ending
    assert "nobody can tell" not in ending
    assert "nobody can tell" in ballot_words.ending(group(12, "Nights"))


def test_where_nobody_said_how_many_the_promise_depends_on_it():
    said = "\n".join(ballot_words.promises([group(0)]))
    assert "Where five or more of a group answer" in said


def test_groups_of_so_few_are_put_together_before_anybody_answers():
    groups = (group(2), group(9, "Nights"), group(3, "Leaders"), group(0, "Unsaid"))
    made = workshop_edits.together(groups, "Others")
    assert [(each.name, each.size) for each in made] == [
        ("Nights", 9),
        ("Unsaid", 0),
        ("Others", 5),
    ]
    assert workshop_edits.together(groups[:2], "Others") == groups[:2]
