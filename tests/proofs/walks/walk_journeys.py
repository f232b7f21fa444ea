"""The journeys: from the first start to the printed plan, and where trust once broke besides.

Each is walked by mouse and by keys alone; `in_short` has the steps at which planted faults are met.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from tests.proofs.walks import walk_answers as answers
from tests.proofs.walks import walk_files as files
from tests.proofs.walks import walk_plan as plan
from tests.proofs.walks import walk_typing as typing
from tests.proofs.walks.walk import Walk
from tests.proofs.walks.walk_desk import Desk

Steps = Sequence[tuple[str, Callable[[Walk], object]]]

BEGIN: Steps = (
    ("first start has its title bar on the screen", Walk.on_screen),
    ("start an assessment", answers.begin),
    ("a double click on Start reflecting goes one page on", answers.double_on_start),
)
BEGIN_BY_KEYS: Steps = (
    ("first start has its title bar on the screen", Walk.on_screen),
    ("start an assessment", answers.begin_by_keys),
    ("to the questions", answers.questions_by_keys),
)
BY_MOUSE: Steps = (
    *BEGIN,
    ("to the questions", answers.questions),
    ("a level by a click, kept and said", answers.level),
    ("a double click on Next goes one question on", answers.double_on_next),
    ("not relevant asks why where it is chosen", answers.not_relevant),
    ("undo in a note goes back in words", answers.note),
    ("the wheel over a field changes nothing", answers.wheel),
    ("print the questions from settings comes to the front", answers.print_questions),
    ("foundations answered one after the other", answers.some_answers),
    ("a click on Plan leads back to the table", plan.plan_and_back),
    ("undo of a title with the field in focus", plan.undo_title),
    ("a date as the table shows it is taken", plan.date_in_table),
    ("a date that cannot be read stays", plan.wrong_date),
    ("closing with it stays and says so", plan.wrong_date_and_close),
    ("the plan as a PDF", plan.export),
    ("a file that was moved is followed", files.moved),
    ("renamed in the window", files.renamed),
    ("after a crash it is where it was", files.crash),
    ("pause and close ends it, and the next start knows", files.pause),
)
BY_KEYS: Steps = (
    *BEGIN_BY_KEYS,
    ("a held Enter goes one question on", answers.held_enter),
    ("not relevant asks why where it is chosen", answers.not_relevant_by_keys),
    ("undo in a note goes back in words", answers.note_by_keys),
    ("print the questions from settings comes to the front", answers.print_by_keys),
    ("answers by digit and Enter", answers.answers_by_keys),
    ("an action, and Plan leads back", plan.plan_by_keys),
    ("undo of a title with the field in focus", plan.undo_title_by_keys),
    ("a date that cannot be read stays on closing", plan.wrong_date_by_keys),
    ("the plan as a PDF", plan.export_by_keys),
    ("renamed in the window", files.renamed_by_keys),
    ("after a crash it is where it was", files.crash_by_keys),
    ("pause and close ends it", files.pause_by_keys),
)
FOUND: Steps = (
    ("quick digits answer one question each", answers.quick_digits),
    ("a reason that is missing is named", answers.missing_reason),
    ("either apostrophe finds the same", answers.found_by_any_apostrophe),
    ("a pasted cell brings no end of its line", typing.pasted_cell),
    ("a support contact of a paragraph fits", typing.long_contact),
    ("what does not fit is said", typing.more_than_fits),
    ("full screen is left by Escape", typing.full_screen),
    ("changes from a spreadsheet", plan.from_a_spreadsheet),
    ("a copy of the same assessment comes in", files.put_together),
    ("an earlier version is brought back", files.brought_back),
    ("a day typed just now is kept by closing", typing.typed_and_closed),
    ("the system ends the program", files.ended_by_the_system),
    ("renamed by somebody else", files.renamed_by_somebody),
    ("a file that cannot be written", files.sent_by_mail),
)
BY_A_MOUSE_ALONE: Steps = (("a file is dropped on a field", files.dropped_on_a_field),)
LAST: Steps = (
    ("a second window closes and this one is killed", files.second_window),
    ("what was only there is brought back", files.brought_back_after_it),
    ("deleted through a link", files.deleted_through_a_link),
)


def _walked(desk: Desk, steps: Steps, *, by_mouse: bool) -> Walk:
    walk = Walk(desk, by_mouse=by_mouse)
    desk.start()
    for name, go in steps:
        walk.step(name, partial(go, walk))
    return walk


def by_mouse(desk: Desk) -> Walk:
    """Everything by mouse, and keys only where text is typed."""
    return _walked(desk, BY_MOUSE, by_mouse=True)


def by_keys(desk: Desk) -> Walk:
    """The same without a mouse: Tab, Enter, Space, arrows, letters and the keys of the menus."""
    return _walked(desk, BY_KEYS, by_mouse=False)


def findings_by_mouse(desk: Desk) -> Walk:
    """What people met beside that way."""
    steps = (*BEGIN, ("to the questions", answers.questions), *FOUND, *BY_A_MOUSE_ALONE, *LAST)
    return _walked(desk, steps, by_mouse=True)


def findings_by_keys(desk: Desk) -> Walk:
    """The same without a mouse, but for what only a mouse can do."""
    return _walked(desk, (*BEGIN_BY_KEYS, *FOUND, *LAST), by_mouse=False)


def in_short(desk: Desk) -> Walk:
    """The steps at which the planted faults are met."""
    met: Steps = (
        ("closing with a date that cannot be read", typing.wrong_review),
        ("after a crash it is in the list", files.crash_in_short),
    )
    return _walked(desk, (*BEGIN, *met), by_mouse=True)
