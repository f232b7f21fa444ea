"""A whole assessment from a second process, through what assistive technology is given."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from nttp_readiness.address import Page
from nttp_readiness.presentation.screens import document_help, window_help
from nttp_readiness.storage.documents.documents import load_document

ROOT = Path(__file__).parents[2]
WALKED = {
    "start", "prepare", "reflect opening", "question", "check", "understand", "plan", "share",
    "support",
}  # fmt: skip
OTHERS = {
    "list", "evidence", "find", "compare", "next-round", "workshop/prepare", "workshop/collect",
    "workshop/count", "workshop/results", "banks", "settings", "restore", "delete", "file", "help",
    "keys", "accessibility", "about",
}  # fmt: skip
BESIDE = {
    "banks",
    "settings",
    "restore",
    "delete",
    "file",
    "help",
    "keys",
    "accessibility",
    "about",
}
ROUTES = {"Foundations": 12, "Full": 56}
"""Each route by its name, with how many questions it asks."""
SYSTEM_PYTHON = "/usr/bin/python3"
NEEDED = ("xvfb-run", "dbus-run-session", SYSTEM_PYTHON)

pytestmark = [
    pytest.mark.long,
    pytest.mark.skipif(
        sys.platform != "linux" or not all(map(shutil.which, NEEDED)),
        reason="AT-SPI is Linux's; `python3 run.py prove` installs what it needs where it may",
    ),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def whole_home(tmp_path_factory):
    return tmp_path_factory.mktemp("whole-home")


@pytest.fixture(scope="module")
def walked(home):
    """What the second process heard and did on the short route."""
    return walk(home, "Foundations")


def walk(home, route):
    said = subprocess.run(
        ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x1000x24",
         "dbus-run-session", "--", SYSTEM_PYTHON, str(Path(__file__).with_name("at_spi_walker.py")),
         sys.executable, str(home), route],
        check=False, capture_output=True, text=True, timeout=900, cwd=ROOT,
    )  # fmt: skip
    assert said.returncode == 0, said.stderr[-4000:]
    return json.loads(said.stdout.splitlines()[-1])


def test_every_page_is_read_and_each_of_its_controls_has_a_name(walked):
    assert set(walked["pages"]) == WALKED | OTHERS
    for name, page in walked["pages"].items():
        assert page["words"], name
        assert len(page["usable"]) >= (3 if name in BESIDE else 4), name
        assert page["nameless"] == [], name


def test_each_part_of_a_figure_is_heard_and_can_be_pressed(walked):
    usable = walked["pages"]["understand"]["usable"]
    stones = [
        each for each in usable if re.match(r"push button [^:]+: (\d |Not sure|Rather)", each)
    ]
    assert len(stones) == ROUTES["Foundations"]


def test_a_control_without_a_name_is_found_from_outside(tmp_path):
    found = walk(tmp_path, "planted")
    assert found["words"] == ["A sentence"]
    assert found["usable"] == ["push button Named", "push button "]
    assert found["nameless"] == ["push button"]


def test_support_and_pausing_are_offered_on_every_page_but_the_first(walked):
    for name in (WALKED | OTHERS) - {"start"}:
        usable = walked["pages"][name]["usable"]
        assert {"push button Support", "push button Pause and close"} <= set(usable), name


def test_no_page_of_the_program_is_left_out(walked):
    read = {name.partition("/")[0] for name in walked["pages"]}
    topics = {
        each.value if isinstance(each, Page) else each
        for each in (*document_help.HELP, *window_help.HELP)
    }
    assert topics - {"reflect"} <= read
    assert {"reflect opening", "question"} <= read


def test_every_question_was_heard_with_its_levels_and_answered(walked, home):
    check_answers(walked, home, "Foundations")


def test_the_whole_set_can_be_answered_so(whole_home):
    check_answers(walk(whole_home, "Full"), whole_home, "Full")


def check_answers(walked, home, route):
    """Each question once with its five levels, and the file holds what was chosen."""
    asked = walked["questions"]
    assert len({each["statement"] for each in asked}) == len(asked) == ROUTES[route]
    for each in asked:
        assert [name[0] for name in each["names"][:5]] == list("01234")
        assert all(each["descriptions"][:5])
        assert not each["was_chosen"]
    files = list((home / "documents").glob("*.readiness"))
    assert len(files) == 1
    kept = load_document(files[0]).assessment
    assert kept.profile.title == walked["title"]
    assert kept.profile.support_contact == walked["contact"]
    assert kept.profile.route == route.lower()
    others = {"Not sure": "not_sure", "Rather not say": "rather_not_say"}
    stated = {kept.statement(each) for each in kept.asked}
    expected = {
        next(one for one in stated if each["statement"].endswith(one)): (
            others.get(each["chosen"]) or int(each["chosen"][0])
        )
        for each in walked["questions"]
        if each["chosen"] in others or each["chosen"][0].isdigit()
    }
    found = {
        kept.statement(kept.bank.by_id[key]): answer.choice for key, answer in kept.answers.items()
    }
    assert found == expected


def test_the_plan_that_was_read_names_actions(walked):
    rows = walked["pages"]["plan"]["rows"]
    assert any(each.startswith("Action 1") for each in rows), rows[:10]
