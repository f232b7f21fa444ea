"""The form of the specifications, and the laws that hold whatever they say."""

import pytest

from tests.heard.laws import Heard, faults
from tests.heard.specification import Places, Step, differences, read

TEXT = """\
about: two steps
opens: sample

# Why it is pressed.
press Return
    {A-1 statement} heading
    Saved {time}.

type quietly Words of our own
"""
PLACES = Places({"A-1 statement": "A statement that is long enough", "A-2 note": "Short"})


@pytest.fixture
def written(tmp_path):
    path = tmp_path / "two.heard"
    path.write_text(TEXT)
    return path


def step(verb="press", what="Return", quietly=False, heard=()):
    return Step(verb, what, quietly=quietly, heard=tuple(heard))


def test_a_file_is_read_and_written_as_it_was(written):
    found = read(written)
    assert found.headers == {"about": "two steps", "opens": "sample"}
    assert found.steps == (
        Step("press", "Return", why=("# Why it is pressed.",),
             heard=("{A-1 statement} heading", "Saved {time}.")),
        Step("type", "Words of our own", quietly=True),
    )  # fmt: skip
    assert found.text() == TEXT


@pytest.mark.parametrize("line", ["say something", "    said before anything is done", "colour: x"])
def test_a_line_that_is_none_is_named(line, tmp_path):
    path = tmp_path / "wrong.heard"
    path.write_text(f"about: x\n\n{line}\n")
    with pytest.raises(ValueError, match=r"wrong\.heard, line 3"):
        read(path)


def test_words_of_the_bank_and_times_are_places():
    said = "A statement that is long enough heading, saved 14:02"
    assert PLACES.find(said) == "{A-1 statement} heading, saved {time}"
    assert PLACES.find("Short is anybody's word") == "Short is anybody's word"


def test_what_is_said_as_specified_differs_in_nothing(written):
    steps = read(written).steps
    said = [("A statement that is long enough heading", "Saved 14:02."), ()]
    assert differences(steps, said, PLACES) == []


@pytest.mark.parametrize(
    "said",
    [(), ("Another statement heading", "Saved 14:02."), ("Saved 14:02.",),
     ("Saved 14:02.", "A statement that is long enough heading"),
     ("A statement that is long enough heading", "Saved 14:02.", "And more")],
)  # fmt: skip
def test_each_difference_is_told_with_its_step(said, written):
    (found,) = differences(read(written).steps, [said, ()], PLACES)
    assert found.startswith("step 1: press Return")


def test_a_place_that_is_none_is_an_error():
    with pytest.raises(KeyError):
        differences([step(heard=["{B-1 statement}"])], [("x",)], PLACES)


def test_no_step_is_silent_unless_it_is_meant_to_be():
    assert faults([Heard(step(), "A", "A", ())]) == ["step 1, press Return: nothing is said"]
    assert faults([Heard(step(quietly=True), "A", "A", ())]) == []
    assert len(faults([Heard(step(quietly=True), "A", "A", ("Something",))])) == 1


@pytest.mark.parametrize(
    "said", [("push button.",), ("not selected radio button",), ("layered pane",), ("panel.",),
             ("Next question push button.", "layered pane")],
)  # fmt: skip
def test_a_role_without_a_name_is_a_fault(said):
    (found,) = faults([Heard(step(), "A", "A", said)])
    assert "a name is missing" in found


@pytest.mark.parametrize(
    "said", [("0 Not yet.", "not selected radio button"), ("Next question push button.",),
             ("Text size combo box.",), ("Text.",)],
)  # fmt: skip
def test_a_role_behind_its_name_is_none(said):
    assert faults([Heard(step(), "A", "A", said)]) == []


@pytest.mark.parametrize(
    "said", [("Back push button.",), ("Plan heading", "Understand push button.")]
)
def test_a_page_that_opens_says_first_which_it_is(said):
    (found,) = faults(
        [
            Heard(
                step(),
                "Reflect – Ours – NTTP Readiness",
                "Understand – Ours – NTTP Readiness",
                said,
            )
        ]
    )
    assert "Understand" in found
    said = ("Understand heading level 1", "You are at the beginning.")
    assert (
        faults(
            [
                Heard(
                    step(),
                    "Reflect – Ours – NTTP Readiness",
                    "Understand – Ours – NTTP Readiness",
                    said,
                )
            ]
        )
        == []
    )
