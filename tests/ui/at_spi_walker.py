"""A second process that sees the program as a screen reader does, and answers it so.

Run by the system's own Python, which has AT-SPI, on a virtual screen with a session bus:
`at_spi_walker.py PYTHON HOME ROUTE`. It starts the program, answers the route of that name, and
prints what it met as one line of JSON. On the short route it reads every other page as well. For
the route "planted" it reads a window with a fault.
Keys and the mouse are never used: only names, roles, states, actions and texts.
"""

import json
import os
import subprocess
import sys
import time

import pyatspi
from gi.repository import GLib

PATIENCE = 30.0
TITLE = "Heard and not seen & <b>"
CONTACT = "Employee support, 01632 960 000"
ANSWERS = ("3", "Not sure", "1", "Rather not say", "0", "4")
"""Given in turn to the questions, each the beginning of an answer's name."""
MENU_PAGES = {
    "list": ("View", "List view"),
    "find": ("Edit", "Find"),
    "compare": ("Assessment", "Compare with an earlier round"),
    "next-round": ("Assessment", "Start the next round"),
    "workshop/prepare": ("Workshop", "Prepare the workshop"),
    "workshop/collect": ("Workshop", "Collect answers"),
    "workshop/count": ("Workshop", "Type counts"),
    "workshop/results": ("Workshop", "Group results"),
}
"""Pages of the document that only the menus lead to."""
BESIDE = {
    "banks": ("File", "New with other questions"),
    "settings": ("Edit", "Settings"),
    "restore": ("File", "Restore an earlier version"),
    "delete": ("File", "Delete this assessment"),
    "file": ("File", "Where this file is"),
    "help": ("Help", "Help for this page"),
    "keys": ("Help", "Keys"),
    "accessibility": ("Help", "Accessibility"),
    "about": ("Help", "About NTTP Readiness"),
}
"""Pages beside the document; Back leads from them."""
PLANTED = "planted"
"""In place of a route: a window of its own, with a button that has no name."""
FAULTY = """
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QPushButton, QVBoxLayout, QWidget

app, window, middle = QApplication([]), QMainWindow(), QWidget()
column = QVBoxLayout(middle)
for part in (QLabel("A sentence"), QPushButton("Named"), QPushButton()):
    column.addWidget(part)
window.setCentralWidget(middle)
window.show()
app.exec()
"""
USABLE = {
    pyatspi.ROLE_PUSH_BUTTON, pyatspi.ROLE_RADIO_BUTTON, pyatspi.ROLE_CHECK_BOX,
    pyatspi.ROLE_TEXT, pyatspi.ROLE_ENTRY, pyatspi.ROLE_COMBO_BOX, pyatspi.ROLE_LIST,
    pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE, pyatspi.ROLE_LINK,
    pyatspi.ROLE_TOGGLE_BUTTON,
}  # fmt: skip
MANY_ROWS = {
    pyatspi.ROLE_LIST, pyatspi.ROLE_TREE, pyatspi.ROLE_TREE_TABLE, pyatspi.ROLE_TABLE,
    pyatspi.ROLE_MENU_BAR,
}  # fmt: skip


def main(python, home, route):
    env = {
        **os.environ, "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "QT_QPA_PLATFORM": "xcb",
        "NTTP_READINESS_HOME": home, "PYTHONFAULTHANDLER": "1",
    }  # fmt: skip
    what = ["-c", FAULTY] if route == PLANTED else ["-m", "nttp_readiness"]
    program = subprocess.Popen([python, *what], env=env)
    try:
        if route == PLANTED:
            found = wait_for(lambda: heard(window_of(program.pid)), "the window")
        else:
            found = answer_all(program, route)
    except Exception:
        print("The program is", program.poll() or "still there", file=sys.stderr)
        raise
    except SystemExit:
        print(heard(window_of(program.pid)), file=sys.stderr)
        raise
    finally:
        program.kill()
    print(json.dumps(found))


def answer_all(program, route):
    frame = wait_for(lambda: window_of(program.pid), "the window")
    pages = {}
    questions: list[object] = []
    pages["start"] = heard(frame)
    press(frame, "Start an assessment")
    wait_for(lambda: find(frame, pyatspi.ROLE_TEXT, "Name of this assessment"), "Prepare")
    pages["prepare"] = heard(frame)
    write(frame, "Name of this assessment", TITLE)
    write(frame, "Your own support contact", CONTACT)
    press(frame, route, pyatspi.ROLE_RADIO_BUTTON)
    press(frame, "Start reflecting")
    while True:
        here = wait_for(lambda: where(frame), "a question or what comes after it")
        if here == "check":
            break
        if here == "about":
            pages.setdefault("reflect opening", heard(frame))
            press(frame, "Go to the questions")
        else:
            questions.append(answer(frame, here, ANSWERS[len(questions) % len(ANSWERS)]))
            pages.setdefault("question", heard(frame))
            last = find(frame, pyatspi.ROLE_PUSH_BUTTON, "Next question") is None
            press(frame, "Check your answers" if last else "Next question")
        wait_for(lambda before=here: where(frame) != before, "the next page")
    pages["check"] = heard(frame)
    for place, button in (
        ("understand", "See where we stand"),
        ("plan", "Go to the plan"), ("share", "Share the plan"),
        ("support", "Support"),
    ):  # fmt: skip
        before = heard(frame)["words"]
        press(frame, button)
        wait_for(lambda before=before: heard(frame)["words"] != before, place)
        pages[place] = heard(frame)
    if route == "Foundations":
        pages.update(read_the_others(frame))
    press(frame, "Pause and close")
    program.wait(PATIENCE)
    return {"pages": pages, "questions": questions, "title": TITLE, "contact": CONTACT}


def read_the_others(frame):
    """What is heard on each page that only the menus lead to."""
    pages = {}
    for name, entry in {**MENU_PAGES, **BESIDE}.items():
        before = heard(frame)["words"]
        choose(frame, *entry)
        wait_for(lambda before=before: heard(frame)["words"] != before, name)
        pages[name] = heard(frame)
        if name in BESIDE:
            there = pages[name]["words"]
            press(frame, "Back")
            wait_for(lambda there=there: heard(frame)["words"] != there, "the document")
    return pages


def choose(frame, menu, entry):
    """Press an entry of a menu that nobody has opened."""
    bar = next(each for each in walk(frame) if each.getRole() == pyatspi.ROLE_MENU_BAR)
    opened = next(each for each in bar if each.name == menu)
    do(next(each for each in below(opened) if each.name.startswith(entry)))


def below(thing):
    """Everything below, shown or not."""
    for child in thing:
        if child is not None:
            yield child
            yield from below(child)


def answer(frame, statement, wanted):
    """Read the group of the question that is shown, choose in it, and read that it is chosen."""
    group = answers(frame)
    choices = [each for each in walk(group) if each.getRole() == pyatspi.ROLE_RADIO_BUTTON]
    names = [each.name for each in choices]
    chosen = next(each for each in choices if each.name.startswith(wanted))
    before = chosen.getState().contains(pyatspi.STATE_CHECKED)
    do(chosen)
    wait_for(lambda: chosen.getState().contains(pyatspi.STATE_CHECKED), f"{wanted} to be chosen")
    return {
        "statement": statement, "names": names, "chosen": chosen.name, "was_chosen": before,
        "descriptions": [each.description for each in choices],
    }  # fmt: skip


def where(frame):
    """The heading of the question that is shown, "about" for a domain's opening, or "check"."""
    if find(frame, pyatspi.ROLE_PUSH_BUTTON, "Go to the questions"):
        return "about"
    if find(frame, pyatspi.ROLE_PUSH_BUTTON, "See where we stand"):
        return "check"
    group = answers(frame)
    return next(
        (
            each.name
            for each in walk(frame)
            if group is not None
            and each.getRole() == pyatspi.ROLE_HEADING
            and each.name.startswith(group.name)
        ),
        "",
    )


def answers(frame):
    """The group of the five levels and the other answers; its name is which question it is."""
    for each in walk(frame):
        if each.getRole() == pyatspi.ROLE_PANEL and each.name:
            inside = [one.getRole() for one in each]
            if inside.count(pyatspi.ROLE_RADIO_BUTTON) >= 7:
                return each
    return None


def heard(frame):
    """What a reader would find: words, controls, and those without a name."""
    words, usable, nameless, rows = [], [], [], []
    for each in walk(frame):
        role = each.getRole()
        if role in MANY_ROWS and role != pyatspi.ROLE_MENU_BAR:
            rows += [one.name for one in list(each)[:40] if one is not None and one.name]
        if each.name and role == pyatspi.ROLE_LABEL:
            words.append(each.name)
        if role in USABLE and each.getState().contains(pyatspi.STATE_FOCUSABLE):
            usable.append(f"{each.getRoleName()} {each.name}")
            if not each.name.strip():
                nameless.append(each.getRoleName())
    return {"words": words, "usable": usable, "nameless": nameless, "rows": rows}


def press(frame, name, role=pyatspi.ROLE_PUSH_BUTTON):
    do(wait_for(lambda: find(frame, role, name), f"the {name} button"))


def do(thing):
    action = thing.queryAction()
    names = [action.getName(n).lower() for n in range(action.nActions)]
    wanted = next(n for n in ("press", "toggle", "click") if n in names)
    try:
        action.doAction(names.index(wanted))
    except GLib.Error as late:  # a page that takes long to build answers late; what follows waits
        print(f"late: {late}", file=sys.stderr)


def write(frame, name, text):
    field = wait_for(lambda: find(frame, pyatspi.ROLE_TEXT, name), name)
    field.queryEditableText().setTextContents(text)


def find(frame, role, name):
    return next(
        (each for each in walk(frame) if each.getRole() == role and each.name == name), None
    )


def walk(thing):
    """The tree below `thing` as far as it is shown; rows of tables are left to `heard`."""
    for child in thing:
        if child is None or not child.getState().contains(pyatspi.STATE_SHOWING):
            continue
        yield child
        if child.getRole() not in MANY_ROWS:
            yield from walk(child)


def window_of(pid):
    for application in pyatspi.Registry.getDesktop(0):
        if application is not None and application.get_process_id() == pid:
            for frame in application:
                if frame is not None and frame.getRole() == pyatspi.ROLE_FRAME:
                    return frame
    return None


def wait_for(look, what):
    end, trouble = time.monotonic() + PATIENCE, None
    while time.monotonic() < end:
        try:
            if found := look():
                return found
        except Exception as error:  # noqa: BLE001 - the tree changes while it is read
            trouble = error
        time.sleep(0.05)
    raise SystemExit(f"waited in vain for {what}: {trouble!r}")


if __name__ == "__main__":
    main(*sys.argv[1:])
