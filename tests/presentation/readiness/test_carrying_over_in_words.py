"""The report of a carry-over says of each answer what became of it, and nothing besides."""

from nttp_readiness.domain.bank.bank import Change
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.rounds.carry_over import carry_over
from nttp_readiness.presentation.readiness.carrying_over import carrying_over_words
from tests.domain import small_bank as small


def change(kind, old, *new):
    return Change(since="1.0.0", kind=kind, old=old, new=new)


def version(number, keys, *changes):
    questions = [small.question(key) for key in keys]
    return small.bank_of([small.domain("A", questions)], version=number, changes=changes)


OLD = version("1.0.0", [f"A-{n}" for n in range(1, 8)])
NEW = version(
    "2.0.0", ["A-1", "A-2", "A-31", "A-32", "A-45", "A-8"],
    change("reworded", "A-2"), change("split", "A-3", "A-31", "A-32"),
    change("merged", "A-4", "A-45"), change("merged", "A-5", "A-45"),
    change("removed", "A-6"), change("removed", "A-7"),
)  # fmt: skip


def told(assessment, bank=NEW):
    said = carrying_over_words(carry_over(assessment, bank))
    parts = ["\n".join((each.sentence, *each.lines)) for each in said.parts]
    return "\n".join((said.title, *parts, said.ending))


def test_it_tells_every_outcome_with_its_questions():
    before = small.assessment_of(
        OLD, {"A-1": 1, "A-2": 2, "A-3": 2, "A-4": 3, "A-5": 1, "A-6": 2, "A-7": None}
    )
    before = edits.write_beside(before, "A-6", note="Worth keeping")
    assert told(before).splitlines() == [
        "“A small service”: from version 1.0.0 to version 2.0.0 of Bank small",
        "1 answer was kept as it was.",
        ("These questions are worded differently now, so please look at your answers again:"),
        "A-2 Question A-2",
        (
            "These were split into several questions. What you said is in their notes, and"
            " they are open again:"
        ),
        "A-31 Question A-31, from A-3.",
        "A-32 Question A-32, from A-3.",
        "These were merged from several questions. What you said is in their notes:",
        (
            "A-45 Question A-45, from A-4 and A-5. It is open again; the lowest of the earlier "
            "levels is 1 Exploring."
        ),
        "These are no longer asked. This is what you said:",
        "From A-6, “Question A-6” (version 1.0.0): 2 Developing.",
        "Worth keeping",
        "New questions, with no answer yet:",
        "A-8 Question A-8",
        "The earlier file stays as it was and still shows what you found then.",
    ]


def test_a_merge_of_equal_answers_says_what_was_kept():
    before = small.assessment_of(OLD, {"A-4": 3, "A-5": 3})
    assert "The earlier answers agree, so it is kept: Established." in told(before)


def test_nothing_is_said_of_what_did_not_happen():
    assert told(small.assessment_of(OLD, {"A-1": 1}), version("1.1.0", OLD.by_id)).splitlines()[
        1:
    ] == [
        "1 answer was kept as it was.",
        "The earlier file stays as it was and still shows what you found then.",
    ]


def test_an_agreed_plan_is_a_draft_again_and_says_so():
    before = edits.set_profile(small.assessment_of(OLD, {}), agreed=small.TODAY)
    assert "The plan is a draft again" in told(before)
