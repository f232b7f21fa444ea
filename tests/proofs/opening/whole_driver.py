"""Spoil documents so that their checksum still holds, and take those that open everywhere.

    whole_driver.py COUNT careful|naive [small|bare|sample] [--some N] [--windows N] [--part N]

`--some` forms and as many pages are taken for each document, drawn anew, and every document whose
number `--windows` divides is opened in the window; without them all. Each document has one to three
parts changed, taken out, doubled or put in another's place; each part draws others. What the loader
accepts goes through every form and every page, and each of them must end. "naive" takes planted
ones that the models alone accept, and nobody else checks: the control. Prints counts as JSON, and
what failed with a document that shows it.
"""

import argparse
import contextlib
import copy
import datetime as dt
import io
import json
import os
import random
import sys
import tempfile
import traceback
from collections import Counter
from pathlib import Path
from typing import Any

HOME = tempfile.mkdtemp()
os.environ["NTTP_READINESS_HOME"] = HOME

from PySide6.QtCore import QCoreApplication, QEvent  # noqa: E402 - the home is set first
from PySide6.QtWidgets import QApplication  # noqa: E402

from nttp_readiness import resources  # noqa: E402
from nttp_readiness.address import Address, Page, workshop_address  # noqa: E402
from nttp_readiness.app.start import main as command  # noqa: E402
from nttp_readiness.domain.answers.assessment import StageView  # noqa: E402
from nttp_readiness.domain.answers.planned import HORIZONS, Review, Stood  # noqa: E402
from nttp_readiness.domain.answers.workshop import Group, Tally  # noqa: E402
from nttp_readiness.domain.editing import (  # noqa: E402
    agreement_edits,
    edits,
    evidence_edits,
    vote_edits,
    workshop_edits,
)
from nttp_readiness.domain.editing.action_merging import merge_actions  # noqa: E402
from nttp_readiness.domain.exchange.merging import beginning, merge  # noqa: E402
from nttp_readiness.domain.plan.plan import plan_of  # noqa: E402
from nttp_readiness.errors import ReadinessError  # noqa: E402
from nttp_readiness.reports import forms  # noqa: E402
from nttp_readiness.reports.export_request import ExportRequest  # noqa: E402
from nttp_readiness.reports.form_specs import form_specs  # noqa: E402
from nttp_readiness.storage.documents import document_bytes, envelope  # noqa: E402
from nttp_readiness.storage.documents.documents import load_document  # noqa: E402
from nttp_readiness.ui.shell import garbage_timer  # noqa: E402
from tests.domain import small_bank as small  # noqa: E402

TODAY = dt.date(2026, 11, 21)
FAILURES: dict[str, str] = {}
ENDED: Counter[str] = Counter()
"""How many forms, commands and pages came to their end, and how many ended with a sentence."""


def small_document():
    """A little of everything that a document can hold."""
    a = [small.question("A-1", foundation=True), *(small.question(f"A-{n}") for n in (2, 3))]
    b = [small.question("B-1", foundation=True, stop=True), small.question("B-2", needs=("A-2",))]
    bank = small.bank_of(
        [small.domain("A", a), small.domain("B", b)], routes=[("short", ("A-1", "B-1", "B-2"))]
    )
    made = small.assessment_of(
        bank, {"A-1": 2, "A-2": 3, "A-3": "not_relevant", "B-1": 1, "B-2": "not_sure"}
    )
    made = edits.write_beside(made, "A-1", note="A note", evidence="A page", view="Night staff")
    made = evidence_edits.add_evidence(made, "A-1", "e1")
    made = evidence_edits.change_evidence(made, "A-1", "e1", what="A record", where="The shelf")
    made = edits.set_importance(made, "A-2", 5)
    plan = plan_of(made)
    first, second, third = [each.action.id for when in HORIZONS for each in plan.at(when)][:3]
    made = edits.change_action(made, first, owner="Ailsa, lead", due=TODAY)
    made = edits.add_action(made, "One of our own")
    made = merge_actions(made, "own/1", second)
    made = edits.drop_action(made, third, "Not now")
    made = edits.add_ask(made, "ask/1")
    made = edits.change_ask(made, "ask/1", who="The board", request="A day")
    made = edits.set_stage_view(
        made, StageView(stage="find_out", computed="build", reason="Because", on=TODAY)
    )
    groups = (Group(name="Leaders", size=12), Group(name="Staff", size=15, role="All"))
    made = workshop_edits.start_round(made, groups, today=TODAY)
    for name in ("Leaders", "Staff"):
        made = vote_edits.tally(
            made, name, {key: Tally(levels=(1, 2, 4, 3, 2)) for key in ("A-1", "B-2")}
        )
    made = vote_edits.close_question(made, "A-1")
    made = agreement_edits.agree(made, "A-1", 2, minority="One of us saw it otherwise")
    stood = Stood(id=first, status="in_progress", horizon="now")
    return edits.changed(made, reviews=(Review(on=TODAY, of=3, done=1, actions=(stood,)),))


def bare_document():
    """As little as a bank may hold: no stages, no bands, no foundation."""
    bank = small.bank_of([small.domain("A", [small.question("A-1")])], with_stages=False)
    return small.assessment_of(bank, {"A-1": 2})


def sample_document():
    return load_document(resources.assets() / "samples" / "workshop.readiness").assessment


# ---- spoiling


def spoilt(body, chance):
    """The body with some parts of it another way."""
    body = copy.deepcopy(body)
    for _ in range(chance.choice((1, 1, 2, 3))):
        holder, key = place(body, chance)
        spoil(body, holder, key, chance)
    return body


def place(body, chance):
    """A part: first one of the large ones, so that the bank does not take them all."""
    holder, key = body, chance.choice([each for each in body if each != "id"])
    while isinstance(holder[key], dict | list) and holder[key] and chance.random() < 0.86:
        holder = holder[key]
        key = chance.choice(list(holder) if isinstance(holder, dict) else range(len(holder)))
    return holder, key


WORDS = (
    "", "A-1", "B-2", "X-9", "own/1", "own/7", "A-1/first", "find_out", "full", "0/1", "1/9999",
    "9999/1", "not_relevant", "dropped", "done", "later", "0001-01-01", "9999-12-31", "everyone",
    "group/Leaders", "\u202e\u0301", "x" * 300,
)  # fmt: skip
NAMES = ("A-1", "A-3", "X-9", "own/9", "everyone", "site/x", "Nobody")
NUMBERS = (0, 1, 2, 3, 4, 5, -1, 99_999, 100_000)


def spoil(body, holder, key, chance):
    value = holder[key]
    other, name = place(body, chance)
    if isinstance(value, bool):
        holder[key] = not value
    elif isinstance(value, int) and chance.random() < 0.75:
        holder[key] = chance.choice(NUMBERS)
    elif isinstance(value, str) and chance.random() < 0.6:
        holder[key] = chance.choice((*WORDS, value * 2))
    elif isinstance(value, list) and value and chance.random() < 0.7:
        chance.choice((value.clear, value.pop, value.reverse, lambda: value.append(value[0])))()
    elif isinstance(value, dict) and value and chance.random() < 0.7:
        taken = value.pop(chance.choice(list(value)))
        if chance.random() < 0.5:
            value[chance.choice(NAMES)] = taken
    elif chance.random() < 0.5:
        del holder[key]
    else:
        holder[key] = copy.deepcopy(other[name])


def planted(body, chance):
    """What the models alone take, and a page or a form does not."""
    body = copy.deepcopy(body)
    questions = body["workshop"]["rounds"][0]["questions"]
    chance.choice(
        (
            body["bank"]["domains"][0]["indicators"][0]["levels"].pop,
            questions["A-1"]["votes"][0]["tallies"].clear,
            lambda: body["profile"].update(route="nowhere"),
            lambda: body["stage_view"].update(computed="nowhere"),
        )
    )()
    return body


def accepted(body, how):
    """The assessment where a file with that body opens, else None."""
    try:
        data = envelope.pack(body, document=str(body.get("id")), revision=1)
        if how == "naive":
            vars(document_bytes)["first_misfit"] = lambda _: ""
        return document_bytes.document_in(data, Path("a")).assessment, data
    except (ReadinessError, ValueError):
        return None


# ---- everywhere


def held(what, data, act):
    """Let it end; what it raises is written down, once for each kind, with a document."""
    try:
        with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
            act()
    except ReadinessError:
        ENDED["refused"] += 1
    except Exception as error:  # noqa: BLE001 - that is what is looked for
        told(what, data, error)
    else:
        ENDED[what.partition(" ")[0]] += 1


def told(what, data, error):
    last = traceback.extract_tb(error.__traceback__)[-1]
    kind = f"{type(error).__name__} {Path(last.filename).name}:{last.lineno} {str(error)[:80]}"
    if kind not in FAILURES:
        FAILURES[kind] = what
        (Path(tempfile.gettempdir()) / f"whole-{len(FAILURES)}.readiness").write_bytes(data)
        sys.stderr.write(f"--- {what}\n{''.join(traceback.format_exception(error)[-6:])}\n")


def ways_out(value, path):
    """Every form, and every command that only reads, with what to call it."""
    for spec in form_specs():
        for suffix in spec.suffixes:
            previous = value if "previous" in spec.choices else None
            request = ExportRequest(value, spec.id, suffix, today=TODAY, previous=previous)
            yield f"form {spec.id}{suffix}", lambda it=request: forms.make(it)
    yield "merge", lambda: merge(beginning(value, value), value, value)
    reading: tuple[list[str], ...] = (
        ["score", path, "--working"], ["score", path], ["group", path, "--json"], ["group", path],
        ["group", path, "--progress"], ["compare", path, path], ["trace", path],
    )  # fmt: skip
    for words in reading:
        yield " ".join(words[::2]), lambda it=words: command(it)


class Pages:
    """One window for all documents; what a slot raises comes to light as well."""

    def __init__(self):
        from nttp_readiness.ui.shell.application import make_window

        app: Any = QApplication.instance() or QApplication([])
        self.app = app
        self.window = make_window(self.app)
        self.window.resize(1100, 760)
        self.window.show()
        self.data = b""
        self.where = ""
        sys.excepthook = lambda _kind, error, _trace: told(self.where, self.data, error)

    def go(self, where, act):
        self.where = where
        held(where, self.data, act)
        for _ in range(2):
            self.app.processEvents()
        held(where, self.data, self.window.grab)

    def through(self, value, data, path, some):
        self.data = data
        self.go("opening", lambda: self.window.open_file(Path(path)))
        book = self.window.open_document.workbook if self.window.open_document else None
        if book is None:
            return
        places = [Address(page) for page in Page]
        places += [workshop_address(part) for part in ("prepare", "collect", "count", "results")]
        places += [Address(Page.PLAN, key) for key in value.actions]
        places += [Address(Page.REFLECT, key) for key in list(value.bank.by_id)[:6]]
        acts: list[Any] = [
            (f"page {each}", lambda it=each: book.show_address(it)) for each in places
        ]
        acts += [("restore", self.window.restore), ("delete", self.window.delete)]
        for where, act in some(acts):
            self.go(where, act)
        self.go("closing", self.window.close_document)
        if self.window.open_document is not None:
            self.window.open_document.leave()
            self.window.open_document = None
        # No loop of events runs here that would let go of what was closed.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        garbage_timer.tidy()


def main():
    made = {"small": small_document, "bare": bare_document, "sample": sample_document}
    given = argparse.ArgumentParser()
    given.add_argument("count", type=int)
    given.add_argument("how", choices=("careful", "naive"))
    given.add_argument("kind", choices=tuple(made))
    given.add_argument("--some", type=int, default=0)
    given.add_argument("--windows", type=int, default=1)
    given.add_argument("--part", type=int, default=0)
    asked = given.parse_args()
    body = json.loads(made[asked.kind]().model_dump_json())
    chance = random.Random(f"whole 2026 {asked.part}")
    pages = Pages()

    def some(acts):
        acts = list(acts)
        return chance.sample(acts, asked.some) if 0 < asked.some < len(acts) else acts

    tried = opened = 0
    while opened < asked.count and tried < 40 * asked.count:
        tried += 1
        found = accepted((planted if asked.how == "naive" else spoilt)(body, chance), asked.how)
        if found is None:
            continue
        value, data = found
        opened += 1
        path = Path(HOME) / "spoilt.readiness"
        path.write_bytes(data)
        for what, act in some(ways_out(value, str(path))):
            held(what, data, act)
        path.write_bytes(data)
        if opened % asked.windows == 0:
            pages.through(value, data, str(path), some)
    sys.excepthook = sys.__excepthook__
    said = {
        "tried": tried, "opened": opened, "ended": ENDED,
        "failed": len(FAILURES), "failures": FAILURES,
    }  # fmt: skip
    sys.stdout.write(json.dumps(said))


if __name__ == "__main__":
    main()
