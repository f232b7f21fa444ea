"""Steps with the file: moved, renamed, read-only, dropped, and after what ends a program."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from tests.proofs.walks.walk import TITLE, Walk
from tests.proofs.walks.walk_helper import helping


def moved(walk: Walk) -> None:
    """Somebody else moves the file while it is open."""
    desk = walk.desk
    there = desk.home / "Documents" / "Archive"
    there.mkdir()
    shutil.move(walk.file, there / walk.file.name)
    desk.keys("ctrl+1")
    walk.wait_title("Before you begin")
    desk.click("Organisation", "field")
    desk.type("Taigh")
    walk.wait_for("The file was moved", 20)
    assert not walk.file.exists(), "a second file was written"
    assert "in Archive" in walk.title(), walk.title()
    desk.wait(
        lambda: load_document(there / walk.file.name).assessment.profile.organisation == "Taigh",
        "what was typed, in the file that was moved",
        15,
    )


def renamed(walk: Walk) -> None:
    desk = walk.desk
    desk.click("File", "menu")
    desk.click("Rename…", "menu")
    walk.wait_title("This file")
    desk.wait(lambda: "New name" in walk.focus(), "the field for the name", 10)
    desk.keys("ctrl+a")
    desk.type(TITLE)
    desk.keys("BackSpace", "ctrl+a")
    desk.type("Spring")
    desk.click("Rename", "button")
    walk.wait_for("is now called", 10)
    there = desk.home / "Documents" / "Archive"
    assert [each.name for each in there.glob("*.readiness")] == ["Spring.readiness"]
    desk.click("Back", "button")


def crash(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+2")
    desk.wait(lambda: "Reflect" in desk.seen(), "a question", 10)
    walk.wait_saved()
    desk.kill()
    desk.start()
    walk.on_screen()
    seen = desk.seen()
    assert "Continue where you paused" in seen, seen[:600]
    assert TITLE in seen, seen[:600]
    assert "Continue" in walk.focus(), walk.focus()
    desk.keys("Return")
    walk.wait_title("in Archive as Spring")


@contextlib.contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """While nobody may write there: root writes wherever the disk can be written."""
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        subprocess.run(["mount", "--bind", folder, folder], check=True)
        subprocess.run(["mount", "-o", "remount,bind,ro", folder], check=True)
        try:
            yield
        finally:
            subprocess.run(["umount", "--lazy", folder], check=False)
        return
    folder.chmod(0o555)
    try:
        yield
    finally:
        folder.chmod(0o755)


def sent_by_mail(walk: Walk) -> None:
    """A file that cannot be written says so, and a copy goes where there is room for one."""
    desk, sent = walk.desk, walk.desk.home / "sent"
    sent.mkdir()
    file = sent / "From Morag.readiness"
    made = edits.of_its_own(walk.held())
    save_document(file, edits.set_profile(made, title="From Morag"), expected=None)
    with read_only(sent):
        desk.keys("ctrl+o")
        walk.name_file(file)
        walk.wait_title("in sent")
        assert "Not saved" not in desk.seen(), "before anything was typed"
        walk.write_organisation("Changed by me")
        walk.wait_for("Not saved", 20)
        walk.press("Save a copy")
        desk.wait(lambda: not walk.title().endswith("NTTP Readiness"), "the dialog", 20)
        desk.keys("Return")
        copy = desk.home / "Documents" / "From Morag.readiness"
        desk.wait(copy.exists, "a copy in Documents", 20)
        desk.wait(
            lambda: load_document(copy).assessment.profile.organisation == "Changed by me",
            "what was typed, in the copy",
            20,
        )
        walk.wait_for("Saved ")
        walk.close()
    walk.open_again()


def pause(walk: Walk) -> None:
    desk = walk.desk
    desk.click("Pause and close", "button")
    assert desk.ended(), "it does not end"
    desk.start()
    walk.on_screen()
    assert "Continue where you paused" in desk.seen()


def renamed_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("alt+f", "f")
    walk.wait_title("This file")
    desk.tab_to("New name", most=12)
    desk.keys("ctrl+a")
    desk.type("Spring")
    desk.keys("Return")
    walk.wait_for("is now called", 10)
    names = sorted(each.name for each in (desk.home / "Documents").glob("*.readiness"))
    assert names == ["Spring.readiness"], names


def crash_by_keys(walk: Walk) -> None:
    desk = walk.desk
    desk.keys("ctrl+2")
    walk.wait_saved()
    desk.kill()
    desk.start()
    walk.on_screen()
    assert TITLE in desk.seen(), desk.seen()[:600]
    assert "Continue" in walk.focus(), walk.focus()
    desk.keys("Return")
    walk.wait_title("in Documents as Spring")


def pause_by_keys(walk: Walk) -> None:
    walk.desk.keys("ctrl+q")
    assert walk.desk.ended(), "it does not end"


# ---- by either


def ended_by_the_system(walk: Walk) -> None:
    """Log-off and shutdown save first, and the next start knows it."""
    desk = walk.desk
    walk.write_organisation("Taigh Mor")
    desk.end_by(signal.SIGTERM)
    assert desk.ended(), "it does not end"
    assert walk.held().profile.organisation == "Taigh Mor"
    desk.start()
    walk.continue_where_one_paused()


def crash_in_short(walk: Walk) -> None:
    desk = walk.desk
    if walk.is_running():
        desk.kill()
    desk.start()
    assert TITLE in desk.seen(), desk.seen()[:300]


def renamed_by_somebody(walk: Walk) -> None:
    """In the file manager, while it is open: the work goes on there, and in no second file."""
    walk.wait_saved()
    renamed = walk.file.with_name("Renamed.readiness")
    walk.file.rename(renamed)
    walk.write_organisation("Taigh Ur")
    walk.wait_for("Renamed", 20)
    before, walk.file = walk.file, renamed
    walk.wait_held(lambda held: held.profile.organisation == "Taigh Ur", "what was typed")
    assert not before.exists(), "a second file was written"


def put_together(walk: Walk) -> None:
    """A conflict copy beside the file is offered, and comes in from the menu."""
    walk.wait_saved()
    loaded = load_document(walk.file)
    other = walk.file.with_name(f"{walk.file.stem}-LAPTOP-7.readiness")
    theirs = edits.set_profile(loaded.assessment, audience="The board, from the laptop")
    save_document(other, theirs, expected=None, earlier=loaded.fingerprint.with_mark)
    walk.write_organisation("Taigh Beag")
    walk.wait_held(lambda held: held.profile.organisation == "Taigh Beag", "what was typed")
    walk.choose("File", "Put together with another file…")
    walk.name_file(other)
    walk.wait_title("Put together with another file")
    walk.press("Put both together")
    walk.wait_held(lambda held: held.profile.audience == theirs.profile.audience, "theirs")
    assert walk.held().profile.organisation == "Taigh Beag", "ours went"


def brought_back(walk: Walk) -> None:
    """An earlier version takes the place of this one, which is kept in its turn."""
    before = walk.held()
    walk.choose("File", "Restore an earlier version…")
    walk.wait_title("Restore an earlier version")
    walk.press("Put in place of this one")
    walk.wait_held(lambda held: held.profile != before.profile, "the earlier version")
    walk.choose("File", "Restore an earlier version…")
    walk.wait_title("Restore an earlier version")
    kept = [load_document(each).assessment.profile for each in walk.earlier(before.id)]
    assert before.profile in kept, "what stood there is not kept"
    walk.press("Back")


def dropped_on_a_field(walk: Walk) -> None:
    """A file from the desktop, let go over a text field, is opened and not written down."""
    desk = walk.desk
    other = desk.home / "Documents" / "From Ailsa.readiness"
    made = edits.of_its_own(walk.held())
    save_document(other, edits.set_profile(made, title="From Ailsa"), expected=None)
    walk.to_prepare()
    with helping(desk, "drag", str(other)):
        desk.drag_to("Organisation", "field")
        walk.wait_title("From Ailsa")
    assert "Ailsa" not in walk.held().profile.organisation, "its path was written there"
    walk.close()
    walk.open_again()


def second_window(walk: Walk) -> None:
    """Two windows on one file: the other closes, this one is killed, and nothing is lost."""
    desk = walk.desk
    walk.to_prepare()
    desk.start_beside(str(walk.file))
    walk.wait_for("You have had this file open in another window", 20)
    walk.to_prepare()
    walk.into("Who it is for")
    desk.type("From the second window")
    walk.wait_held(lambda held: held.profile.audience == "From the second window", "the second")
    desk.change_window()
    walk.into("Organisation")
    desk.type("Only in the first window")
    walk.wait_for("Put both together", 20)
    desk.change_window()
    walk.close()
    desk.change_to_what_is_left()
    desk.kill()
    desk.start()
    walk.wait_for("Bring it back", 20)
    kept = [each.read_text() for each in walk.desk.home.rglob("recovery/*.readiness")]
    assert any("Only in the first window" in each for each in kept), "the only copy is gone"


def brought_back_after_it(walk: Walk) -> None:
    """What the crash left is one press away."""
    desk = walk.desk
    walk.press("Bring it back")
    desk.wait(lambda: " – " in walk.title() and " in " in walk.title(), "the document", 20)
    walk.to_prepare()
    walk.into("Organisation")
    assert desk.ask("focus")["text"] == "Only in the first window", desk.ask("focus")


def deleted_through_a_link(walk: Walk) -> None:
    """What was opened by a link goes with the link, and is in no list any more."""
    desk = walk.desk
    link = desk.home / "Documents" / "on the desktop.readiness"
    link.symlink_to(walk.file)
    if walk.is_running():
        walk.close()
    walk.open_again(link)
    document = walk.held().id
    walk.choose("File", "Delete this assessment…")
    walk.wait_title("Delete this assessment")
    walk.wait_for(str(walk.file))
    walk.press("Delete for good")
    desk.wait(lambda: not walk.file.exists(), "an empty place", 15)
    assert not link.is_symlink(), "the link is left"
    assert walk.earlier(document) == [], "earlier versions are left"
    desk.keys("ctrl+q")  # the start page has no button for it
    assert desk.ended(), "it does not end"
    desk.start()
    listed = [each.read_text() for each in desk.home.rglob("settings.json")]
    assert listed
    assert not any(walk.file.name in each for each in listed), "the list still names it"
