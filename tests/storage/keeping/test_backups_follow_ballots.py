"""No two files on this computer, side by side, tell what one person answered."""

import datetime as dt
import random

import pytest

from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.workshop import Group
from nttp_readiness.domain.editing import vote_edits, workshop_edits
from nttp_readiness.domain.editing.ballots import Ballot
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files import atomic
from nttp_readiness.storage.keeping import backup_counts, backups
from tests.domain import small_bank as small

BANK = small.two_domains()
QUESTIONS = tuple(BANK.by_id)
CANARY: dict[str, Choice] = {key: 4 if number % 2 else 0 for number, key in enumerate(QUESTIONS)}


@pytest.fixture
def sittings(tmp_path, monkeypatch):
    """Four sittings: a backup at the beginning of each, and one more person in each, last of all
    the canary.
    """
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    path, chance = tmp_path / "ours.readiness", random.Random(2)
    made = workshop_edits.start_round(
        small.assessment_of(BANK, {}), [Group(name="Team")], today=small.TODAY
    )
    saved = save_document(path, made, expected=None)
    levels: tuple[Choice, ...] = (1, 2, 3)
    answers = [{key: chance.choice(levels) for key in QUESTIONS} for _ in range(3)]
    for day, given in enumerate([*answers, CANARY], start=1):
        backups.back_up(path, now=dt.datetime(2027, 2, day, tzinfo=dt.UTC))
        made = vote_edits.add_ballots(made, [Ballot(group="Team", answers=given)])
        saved = save_document(path, made, expected=saved.fingerprint)
    return path, made


def steps(files):
    """What each state holds more than another one, question by question."""
    states = [load_document(each).assessment for each in files]
    for one in states:
        for other in states:
            yield {
                key: [
                    level
                    for level in range(5)
                    for _ in range(_levels(one, key)[level] - _levels(other, key)[level])
                ]
                for key in QUESTIONS
            }


def _levels(state, key):
    question = state.workshop.round.questions.get(key)
    return question.vote.tallies["Team"].levels if question else (0,) * 5


def given_away(path, document):
    files = [path, *(each.file for each in backups.backups(document))]
    wanted = {key: [level] for key, level in CANARY.items()}
    return len(files), any(each == wanted for each in steps(files))


def test_the_attack_works_while_earlier_states_keep_their_own_tallies(sittings):
    path, made = sittings
    assert given_away(path, made.id) == (5, True)


def test_after_a_save_no_two_states_give_a_persons_answers(sittings):
    path, made = sittings
    assert backup_counts.level_backups(made)
    assert given_away(path, made.id) == (5, False)
    counted = {load_document(each.file).assessment.workshop.round.people
               for each in backups.backups(made.id)}  # fmt: skip
    assert counted == {4}


def test_a_full_disk_leaves_the_backups_whole_and_is_said(sittings, monkeypatch):
    _, made = sittings
    before = [each.file.read_bytes() for each in backups.backups(made.id)]

    def full(*_):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(atomic, "write_new", full)
    assert not backup_counts.level_backups(made)
    assert [each.file.read_bytes() for each in backups.backups(made.id)] == before


def test_a_backup_that_does_not_open_is_left_as_it_is(sittings):
    _, made = sittings
    damaged = backups.backups(made.id)[0].file
    damaged.write_bytes(b"{")
    assert backup_counts.level_backups(made)
    assert damaged.read_bytes() == b"{"
