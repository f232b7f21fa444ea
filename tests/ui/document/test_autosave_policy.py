"""When a save begins and what is said of it, as a table: state and event in, state and commands
out.
"""

import itertools
import threading
from dataclasses import replace
from typing import get_args

import pytest
from PySide6.QtWidgets import QApplication

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.fingerprints import fingerprint
from nttp_readiness.ui.document import file_writer, recovery_copy
from nttp_readiness.ui.document.autosave import Autosave
from nttp_readiness.ui.document.autosave_policy import (
    TROUBLE,
    Begin,
    Event,
    Outcome,
    Pace,
    Rest,
    State,
    Wake,
    state_after_change,
    state_after_write,
    step,
    tries_again,
)
from nttp_readiness.ui.document.pacer import Pacer
from nttp_readiness.ui.document.session import Session

IDLE = Pace(700)
WAITING = Pace(700, since=10.0, awake=True)
WRITING = Pace(700, writing=True)
BOTH = Pace(700, since=10.0, writing=True)
HURRIED = Pace(700, since=10.0, writing=True, hurry=True)
CLOSED = Pace(700, since=10.0, closed=True)

# Pace, event, seconds now, pace after, commands.
TABLE = [
    # The oldest change decides, not a later one.
    (IDLE, "changed", 10.0, WAITING, (Wake(700),)),
    (WAITING, "changed", 10.5, WAITING, ()),
    (WAITING, "changed", 10.7, WRITING, (Rest(), Begin())),
    (WAITING, "changed", 99.0, WRITING, (Rest(), Begin())),
    (WAITING, "due", 10.7, WRITING, (Rest(), Begin())),
    # Who leaves the window waits for nothing, and saves nothing where nothing was changed.
    (WAITING, "leaving", 10.1, WRITING, (Rest(), Begin())),
    (IDLE, "leaving", 10.1, IDLE, ()),
    (WRITING, "leaving", 10.1, WRITING, ()),
    (IDLE, "wanted", 10.1, WRITING, (Rest(), Begin())),
    # One write at a time; what is changed meanwhile is counted from its own beginning.
    (WRITING, "changed", 10.0, BOTH, ()),
    (BOTH, "changed", 99.0, BOTH, ()),
    (BOTH, "written", 10.4, WAITING, (Wake(300),)),
    (BOTH, "written", 10.9, WRITING, (Rest(), Begin())),
    (WRITING, "written", 10.9, IDLE, ()),
    # What was wanted while a write was on its way begins right after it.
    (BOTH, "leaving", 10.1, HURRIED, (Rest(),)),
    (BOTH, "wanted", 10.1, HURRIED, (Rest(),)),
    (BOTH, "due", 10.1, HURRIED, (Rest(),)),
    (HURRIED, "written", 10.1, WRITING, (Rest(), Begin())),
    (replace(HURRIED, since=None), "written", 10.1, IDLE, ()),
    # Kept in another way, or not.
    (WAITING, "kept", 10.1, IDLE, (Rest(),)),
    (WAITING, "held", 10.1, replace(WAITING, awake=False), (Rest(),)),
    (replace(WAITING, awake=False), "failed", 10.4, WAITING, (Wake(300),)),
    (replace(WAITING, awake=False), "failed", 99.0, WRITING, (Rest(), Begin())),
    (IDLE, "failed", 10.4, IDLE, ()),
    # After the end nothing begins.
    (WAITING, "closed", 10.1, CLOSED, (Rest(),)),
    (BOTH, "closed", 10.1, replace(BOTH, closed=True), (Rest(),)),
    (CLOSED, "changed", 99.0, CLOSED, ()),
    (CLOSED, "due", 99.0, CLOSED, (Rest(),)),
    (CLOSED, "leaving", 99.0, CLOSED, (Rest(),)),
    (CLOSED, "wanted", 99.0, CLOSED, (Rest(),)),
    (replace(HURRIED, closed=True), "written", 99.0, CLOSED, (Rest(),)),
]


@pytest.mark.parametrize(("pace", "event", "now", "after", "commands"), TABLE)
def test_every_row_of_the_table(pace, event, now, after, commands):
    assert step(pace, event, now) == (after, commands)


def test_the_table_has_every_event():
    assert {row[1] for row in TABLE} == set(get_args(Event))


def test_it_is_counted_from_the_oldest_change_that_is_not_kept():
    pace = IDLE
    assert (pace.waiting, pace.left_ms(100.0)) == (False, 700)
    pace, _ = step(pace, "changed", 100.0)
    pace, _ = step(pace, "changed", 100.5)
    assert (pace.waiting, pace.left_ms(100.5)) == (True, 200)
    assert pace.left_ms(101.0) == 0
    pace, _ = step(pace, "due", 101.0)
    assert not pace.waiting


class World:
    """A window, a clock and a disk as the policy sees them; nothing is written at once."""

    def __init__(self):
        self.pace, self.now, self.alarm, self.begun = Pace(700), 0.0, None, 0
        self.unkept: float | None = None
        """When the oldest change was made that no write has begun to keep."""

    def happens(self, event):
        if event == "changed" and self.unkept is None and not self.pace.closed:
            self.unkept = self.now
        was_writing = self.pace.writing and event != "written"
        self.pace, commands = step(self.pace, event, self.now)
        for command in commands:
            match command:
                case Begin():
                    assert not was_writing, "two writes at a time"
                    self.begun, self.unkept = self.begun + 1, None
                case Wake(ms):
                    self.alarm = self.now + ms / 1000
                case Rest():
                    self.alarm = None

    def passes(self, seconds):
        end = self.now + seconds
        while self.alarm is not None and self.alarm <= end:
            self.now, self.alarm = self.alarm, None
            self.happens("due")
        self.now = end


MOVES = ("changed", "leaving", "wanted", "written", 0.3, 0.5)


@pytest.mark.parametrize("first", MOVES)
def test_whatever_happens_no_change_is_forgotten(first):
    """Every way of six moves: a change has been begun with, will be by the clock, or waits for the
    write on its way.
    """
    for moves in itertools.product(MOVES, repeat=5):
        world = World()
        for move in (first, *moves):
            if isinstance(move, float):
                world.passes(move)
            elif move != "written" or world.pace.writing:
                world.happens(move)
            if world.unkept is not None and not world.pace.writing:
                assert world.alarm is not None
                assert world.alarm <= world.unkept + 0.7 + 1e-9
        if world.pace.writing:
            world.happens("written")
        world.passes(0.7)
        assert world.unkept is None or world.pace.writing


STATES = get_args(State)


@pytest.mark.parametrize("state", STATES)
def test_trouble_stays_until_it_is_over_and_all_else_waits(state):
    assert state_after_change(state) == (state if state in TROUBLE else "waiting")


@pytest.mark.parametrize(
    ("outcome", "current", "state", "again"),
    [
        ("saved", True, "saved", False),
        ("saved", False, "waiting", False),
        ("no_file", True, "new", False),
        ("trouble", True, "trouble", True),
        ("elsewhere", True, "elsewhere", False),
        ("later", True, "later", False),
    ],
)
def test_what_is_said_of_a_write(outcome, current, state, again):
    assert outcome in get_args(Outcome)
    assert state_after_write(outcome, current=current) == state
    assert tries_again(state) is again


# ---- which thread owns what


@pytest.fixture
def path(tmp_path, monkeypatch, council):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path / "home"))
    document = tmp_path / "Ours.readiness"
    save_document(document, council, expected=None)
    return document


def test_each_thread_sets_only_what_lives_with_it(qapp, path, monkeypatch):
    """The window's thread never sets what the writers own, nor a writer what the window owns."""
    set_by: dict[str, set[str]] = {}

    def watch(kind):
        plain = kind.__setattr__

        def noted(self, name, value):
            thread = threading.current_thread()
            whose = "window" if thread is threading.main_thread() else thread.name.split("_")[0]
            set_by.setdefault(f"{kind.__name__}.{name}", set()).add(whose)
            plain(self, name, value)

        monkeypatch.setattr(kind, "__setattr__", noted, raising=False)

    loaded = load_document(path)
    session = Session(loaded.assessment)
    held = Autosave(session, path, loaded.fingerprint)
    for kind in (file_writer.FileWriter, Autosave, Pacer):
        watch(kind)
    session.attempt("Note", edits.write_beside, "LEA-1", note="typed")
    assert held.save_now()
    save_document(path, edits.write_beside(session.assessment, "LEA-2", note="theirs"),
                  expected=fingerprint(path))  # fmt: skip
    session.attempt("Note", edits.write_beside, "LEA-1", note="ours")
    assert not held.save_now()
    held.put_together()
    held.save_copy(path.with_name("Copy.readiness"))
    QApplication.processEvents()
    held.close(forget_recovery=True)
    monkeypatch.undo()
    assert set_by["FileWriter._backed_up"] == {"save"}
    assert set_by["Autosave._running"] == set_by["Autosave._file"] == {"window"}
    assert set_by["Pacer._pace"] == {"window"}
    for name, threads in set_by.items():
        assert threads == ({"save"} if name.startswith("FileWriter.") else {"window"}), name


def test_what_any_thread_may_set_is_set_under_its_lock(qapp, path, monkeypatch):
    found = []

    def locked(self, name, value):
        found.append((name, self._lock.locked()))
        object.__setattr__(self, name, value)

    loaded = load_document(path)
    session = Session(loaded.assessment)
    held = Autosave(session, path, loaded.fingerprint)
    monkeypatch.setattr(recovery_copy.RecoveryCopy, "__setattr__", locked)
    session.attempt("Note", edits.write_beside, "LEA-1", note="typed")
    held.keep_copy()
    assert held.save_now()
    held.close(forget_recovery=True)
    assert {name for name, _ in found} == {"_held", "_noted"}
    assert all(under for _, under in found)


def test_a_saved_copy_goes_on_counting_so_that_the_later_of_two_is_known(qapp, path):
    loaded = load_document(path)
    session = Session(loaded.assessment)
    held = Autosave(session, path, loaded.fingerprint)
    for word in ("one", "two", "three"):
        session.attempt("Note", edits.write_beside, "LEA-1", note=word)
        assert held.save_now()
    first = load_document(path).revision
    copy = path.with_name("Copy.readiness")
    held.save_copy(copy)
    held.close(forget_recovery=True)
    assert load_document(copy).revision > first > loaded.revision
