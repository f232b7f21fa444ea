"""The program is killed while ballots wait: none of a group of five is lost, and of fewer it is
said whose.
"""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nttp_readiness import resources
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.bank.scale import LEVELS
from nttp_readiness.domain.editing import edits, open_round, vote_edits, waiting, workshop_edits
from nttp_readiness.domain.editing.ballots import TOGETHER, Ballot, BallotBox
from nttp_readiness.presentation.group import closing_words, kept_words
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.keeping import deletion, waiting_ballots
from nttp_readiness.ui.shell.open_document import OpenDocument
from tests.domain import small_bank as small

ROOT = Path(__file__).resolve().parents[3]
QUESTIONS = ("LEA-1", "WEL-1", "WEL-2")
DRIVER = """
import json, os, signal, sys
from pathlib import Path
from PySide6.QtWidgets import QApplication
app = QApplication([])
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.ui.shell.open_document import OpenDocument
from nttp_readiness.ui.theme.look import Look
path, acts = Path(sys.argv[1]), json.loads(sys.argv[2])
opened = OpenDocument.open(Look(app), path)
collector = opened.workshop.collector
for act in acts:
    if act == "save":
        assert opened.save()
    elif isinstance(act, dict):
        kind = act["kind"]
        if "chosen" in act:
            collector.poll(kind, tuple(act["options"]))
            assert collector.answer_poll(kind, act["chosen"])
        else:
            assert collector.close_poll(kind)
    elif isinstance(act, str):
        assert collector.reveal(act)
    else:
        group, answers = act
        assert collector.put_in(Ballot(group=group, answers=answers))
print(json.dumps(opened.autosave.words()), flush=True)
os.kill(os.getpid(), getattr(signal, "SIGKILL", signal.SIGTERM))  # Windows ends it by any number
"""
OPTIONS = ("Ask nights", "One page", "A quiet room", "Time to talk", "Ring back")
ENDED = signal.SIGTERM if sys.platform == "win32" else -signal.SIGKILL


@pytest.fixture
def home(tmp_path, monkeypatch):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture
def path(tmp_path, home):
    sample = load_document(resources.assets() / "samples" / "council-service.readiness")
    short = edits.set_profile(sample.assessment, route="foundations", scope="team")
    groups = [Group(name="Leaders", size=4), Group(name="Night", size=12)]
    begun = workshop_edits.start_round(short, groups, today=small.TODAY, consent=True)
    where = tmp_path / "workshop.readiness"
    save_document(where, begun, expected=None)
    return where


def killed(path, home, acts):
    """Do that in the real program, kill it without any warning, and give what its foot said."""
    done = subprocess.run(
        [sys.executable, "-c", DRIVER, str(path), json.dumps(acts)], cwd=ROOT, text=True,
        capture_output=True, check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", "NTTP_READINESS_HOME": str(home)},
    )  # fmt: skip
    assert done.returncode == ENDED, done.stderr
    return json.loads(done.stdout)


def put_away(opened):
    """As a person who is told that the drive has not answered yet, and tries again."""
    for _ in range(60):
        if opened.put_away():
            return
        time.sleep(0.5)
    pytest.fail("it was never saved")


def cast(count, group="Night", seed=1):
    chance = random.Random(seed)
    return [[group, {key: chance.randrange(5) for key in QUESTIONS}] for _ in range(count)]


def counts(opened, key):
    """What of a question is in the document and in the box together, by group."""
    question = opened.session.assessment.workshop.round.questions.get(key)
    found: Counter[tuple[str, object]] = Counter()
    for name, tally in question.vote.tallies.items() if question else ():
        found.update({(name, level): n for level, n in enumerate(tally.levels)})
    for (place, name), slips in opened.workshop.collector.box.slips.items():
        if place == key:
            found.update((name, slip) for slip in slips if slip is not None)
    return +found


def expected(ballots, key):
    return Counter((group, answers[key]) for group, answers in ballots)


@pytest.mark.parametrize("count", [5, 7, 9, 10, 11, 12])
def test_no_ballot_of_a_group_of_five_is_lost_when_the_program_is_killed(path, home, look, count):
    ballots = cast(count)
    said = killed(path, home, ballots)
    assert "not in the file" in said
    assert "Saved" not in said
    opened = OpenDocument.open(look, path)
    for key in QUESTIONS:
        assert counts(opened, key) == expected(ballots, key)
    assert opened.workshop.collector.again == {}
    put_away(opened)
    kept = load_document(path).assessment
    assert kept.workshop.round.questions["LEA-1"].vote.people == count
    assert list(folders.recovery().glob("*.waiting")) == []


def test_of_fewer_it_is_said_how_many_answer_again_and_who_must_be_told(path, home, look):
    killed(path, home, [*cast(3, "Leaders"), *cast(6)])
    opened = OpenDocument.open(look, path)
    opened.resume()
    assert opened.workshop.collector.again == {"Leaders": 3}
    assert "6 were brought back and count." in opened.ballots.said
    assert "Leaders: 3 people. Please tell these groups" in opened.ballots.said
    assert counts(opened, "LEA-1").total() == 6
    assert str(opened.workbook.page.address()) == "workshop/collect"
    again = OpenDocument.open(look, path)  # it is said until somebody has told them
    assert again.workshop.collector.again == {"Leaders": 3}
    again.workshop.collector.everybody_was_told()
    assert OpenDocument.open(look, path).workshop.collector.again == {}


def short_answers(count, kind="dots", seed=4):
    """So many people who choose up to three of five, or one."""
    chance, most = random.Random(seed), 3 if kind == "dots" else 1
    chosen = [chance.sample(range(5), chance.randint(0, most)) for _ in range(count)]
    return [{"kind": kind, "options": OPTIONS, "chosen": each} for each in chosen]


def sums(answers):
    return tuple(sum(place in each["chosen"] for each in answers) for place in range(5))


@pytest.mark.parametrize("count", [5, 8])
def test_no_dot_is_lost_when_the_program_is_killed(path, home, look, count):
    asked = short_answers(count)
    said = killed(path, home, asked)
    assert said == f"{count} short answers not in the file"
    opened = OpenDocument.open(look, path)
    poll = opened.workshop.collector.polls["dots"]
    assert (poll.people, poll.counts) == (count, sums(asked))
    assert f"“What should we do first?”: {count} answers were brought back." in opened.ballots.said
    assert opened.workshop.collector.close_poll("dots")
    put_away(opened)
    (kept,) = load_document(path).assessment.workshop.round.polls
    assert (kept.people, kept.counts) == (count, sums(asked))
    assert list(folders.recovery().glob("*.waiting")) == []
    assert OpenDocument.open(look, path).workshop.collector.polls == {}


def test_dots_of_fewer_are_not_kept_and_it_is_said_what_to_ask_again(path, home, look):
    killed(path, home, short_answers(3))
    (kept,) = folders.recovery().glob("*.waiting")
    assert json.loads(kept.read_text("utf-8"))["polls"] == []
    opened = OpenDocument.open(look, path)
    opened.resume()
    assert opened.workshop.collector.polls == {}
    words = "“What should we do first?” had 3 answers, too few to keep. Please ask it again."
    assert words in opened.ballots.said
    assert words in kept_words.again_words({}, opened.workshop.collector.asked_again)
    opened.workshop.collector.everybody_was_told()
    assert OpenDocument.open(look, path).ballots.said == ""


def test_dots_that_were_closed_just_before_the_crash_come_back(path, home, look):
    asked = short_answers(6)
    killed(path, home, [*asked, {"kind": "dots"}])
    opened = OpenDocument.open(look, path)
    held = [*opened.session.assessment.workshop.round.polls,
            *opened.workshop.collector.polls.values()]  # fmt: skip
    assert [(each.people, each.counts) for each in held] == [(6, sums(asked))]


def test_dots_that_the_file_holds_do_not_come_back_a_second_time(path, home, look):
    killed(path, home, [*short_answers(6), {"kind": "dots"}, "save", *short_answers(2, "closing")])
    opened = OpenDocument.open(look, path)
    assert len(opened.session.assessment.workshop.round.polls) == 1
    assert opened.workshop.collector.polls == {}
    assert opened.workshop.collector.asked_again == {"closing": 2}


def test_closing_the_round_closes_the_short_questions_and_the_next_begins_without(path, look):
    opened = OpenDocument.open(look, path)
    collector = opened.workshop.collector
    for group, answers in cast(6):
        collector.put_in(Ballot(group=group, answers=answers))
    for each in [*short_answers(6), *short_answers(4, "closing", seed=2)]:
        collector.poll(each["kind"], OPTIONS)
        collector.answer_poll(each["kind"], each["chosen"])
    words = closing_words.close_round_words(
        opened.session.assessment, collector.box, collector.polls.values()
    )
    assert "“What should we do first?” closes with it." in words
    assert "fewer than 5: nothing of it is kept." in words
    assert collector.close_round()
    assert [each.kind for each in opened.session.assessment.workshop.round.polls] == ["dots"]
    assert collector.polls == {}
    assert waiting_ballots.kept(opened.session.assessment).few == {}


def test_sentences_beside_answers_outlive_a_pause(path, home, look):
    opened = OpenDocument.open(look, path)
    collector = opened.workshop.collector
    for number, (group, answers) in enumerate(cast(6)):
        said = {"LEA-1": f"Because of {number}"} if number < 2 else {}
        collector.put_in(Ballot(group=group, answers=answers, reasons=said))
    assert "2 sentences of reason are kept in memory." in kept_words.waiting_words(collector.box)
    put_away(opened)
    again = OpenDocument.open(look, path)
    assert again.workshop.collector.reveal("LEA-1")
    question = again.session.assessment.workshop.round.questions["LEA-1"]
    assert question.vote.reasons == ("Because of 0", "Because of 1")


def test_a_sentence_with_fewer_answers_goes_into_no_file(path, home, look):
    opened = OpenDocument.open(look, path)
    for group, answers in cast(4):
        opened.workshop.collector.put_in(
            Ballot(group=group, answers=answers, reasons={"LEA-1": "canary"})
        )
    put_away(opened)
    assert b"canary" not in path.read_bytes()


def test_a_reveal_just_before_the_crash_costs_nothing(path, home, look):
    ballots = cast(9)
    killed(path, home, [*ballots, "WEL-1"])
    opened = OpenDocument.open(look, path)
    for key in QUESTIONS:
        assert counts(opened, key) == expected(ballots, key)


def test_what_was_saved_meanwhile_is_not_counted_a_second_time(path, home, look):
    ballots = cast(12)
    killed(path, home, [*ballots[:10], "save", *ballots[10:]])
    opened = OpenDocument.open(look, path)
    assert counts(opened, "LEA-1") == expected(ballots, "LEA-1")


def test_a_second_crash_before_anything_else_happened_changes_nothing(path, home, look):
    ballots = cast(8)
    killed(path, home, ballots)
    killed(path, home, [])
    opened = OpenDocument.open(look, path)
    assert counts(opened, "WEL-2") == expected(ballots, "WEL-2")


def test_the_foot_says_saved_again_once_everything_is_in_the_file(path, home, look):
    opened = OpenDocument.open(look, path)
    collector = opened.workshop.collector
    assert "Saved" in opened.autosave.words()
    for group, answers in cast(3):
        collector.put_in(Ballot(group=group, answers=answers))
    assert opened.autosave.words() == "3 ballots not in the file"
    assert not opened.autosave.all_is_saved
    assert opened.workbook._bottom_bar.saved.text() == "3 ballots not in the file"
    collector.empty_box()
    opened.autosave.save_now()
    assert "Saved" in opened.autosave.words()


def test_where_nothing_can_be_kept_it_is_said_at_once(path, home, look):
    opened = OpenDocument.open(look, path)
    said: list[str] = []
    opened.session.refused.connect(said.append)
    folders.recovery().parent.mkdir(parents=True, exist_ok=True)
    folders.recovery().write_text("a file where the folder should be")
    for group, answers in cast(5):
        opened.workshop.collector.put_in(Ballot(group=group, answers=answers))
    assert "could not be kept on this computer" in said[-1]


def test_logging_off_writes_what_waits(path, home, look):
    opened = OpenDocument.open(look, path)
    for group, answers in cast(3):
        opened.workshop.collector.put_in(Ballot(group=group, answers=answers))
    opened.save_for_the_end()
    assert load_document(path).assessment.workshop.round.questions["LEA-1"].vote.people == 3


def test_deleting_the_assessment_deletes_what_waits(path, home, look):
    killed(path, home, cast(6))
    assert list(folders.recovery().glob("*.waiting"))
    deletion.delete(load_document(path).assessment.id, path)
    assert not list(folders.recovery().glob("*.waiting"))


def test_a_damaged_state_is_left_alone_and_stops_nothing(path, home, look):
    killed(path, home, cast(6))
    (kept,) = folders.recovery().glob("*.waiting")
    for bad in (b"", b"{", b'{"round": 99}', b"\xff" * 40):
        kept.write_bytes(bad)
        assert waiting_ballots.kept(load_document(path).assessment) is None
        assert OpenDocument.open(look, path).ballots.said == ""


# ---- what is kept tells no more than it may

BANK = small.two_domains()


def begun():
    made = edits.set_profile(small.assessment_of(BANK, {}), scope="team")
    groups = [Group(name="Leaders", size=4), Group(name="Night", size=40)]
    return workshop_edits.start_round(made, groups, today=small.TODAY, consent=True)


def leaks(state):
    """What a state tells of fewer than five people: the attack."""
    return [
        f"{each.group} {each.question}"
        for each in state.places
        if 0 < each.tally.people < TOGETHER
    ]  # fmt: skip


def states(order, seed):
    """Everything that would lie on the disk, after each ballot."""
    chance, box, made = random.Random(seed), BallotBox(), begun()
    asked = open_round.open_questions(made)
    for group in order:
        answers: dict[str, Choice] = {key: chance.choice([*LEVELS, "not_sure"]) for key in asked}
        ballot = Ballot(group=group, answers=answers)
        made, box = vote_edits.add_from_box(made, box.with_ballot(ballot, asked, chance))
        yield waiting.waiting(made, box, {}, begun())


ORDERS = st.lists(st.sampled_from(["Leaders", "Night"]), min_size=1, max_size=30).filter(
    lambda order: order.count("Leaders") <= 4
)


@given(ORDERS, st.integers(0, 99))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_state_on_the_disk_tells_what_fewer_than_five_answered(order, seed):
    assert [each for state in states(order, seed) for each in leaks(state)] == []


def test_the_attack_finds_a_keeper_that_writes_every_ballot_down(monkeypatch):
    monkeypatch.setattr(waiting, "TOGETHER", 1)
    assert [each for state in states(["Leaders", "Night"], 1) for each in leaks(state)]


def test_what_is_kept_holds_sums_and_shows_nothing_to_a_log():
    *_, state = states(["Night"] * 9, 3)
    assert all(len(each.tally.levels) == 5 for each in state.places)
    assert "levels" not in repr(state)
