"""Steps with what people type, paste and leave behind."""

from __future__ import annotations

from tests.proofs.walks.walk import NO_DATE, TITLE, Walk
from tests.proofs.walks.walk_helper import helping

PARAGRAPH = (
    "Morag Abernethy in Human Resources, on 01234 567890 from nine to five on working days, or the"
    " employee assistance line on 0800 000 000 at any hour of the day and the night, also at"
    " weekends. Whoever would rather talk to somebody from outside can ring the Samaritans on 116"
    " 123, Breathing Space on 0800 83 85 87, or NHS 24 on 111. In danger, ring 999 straight away."
)
"""A real support contact, longer than a line."""
OVER = 57


def wrong_review(walk: Walk) -> None:
    desk = walk.desk
    walk.to_prepare()
    walk.into("Review date")
    desk.type(NO_DATE)
    if walk.by_mouse:
        desk.click("Pause and close", "button")
    else:
        desk.keys("ctrl+q")
    walk.no_date_keeps_it_open()
    desk.keys("ctrl+a", "BackSpace", "Tab")


def pasted_cell(walk: Walk) -> None:
    """A cell of a spreadsheet brings the end of its line along."""
    walk.to_prepare()
    walk.into("Organisation")
    with helping(walk.desk, "clip", "Night staff\r\n"):
        walk.desk.keys("ctrl+v")
        walk.wait_held(lambda held: held.profile.organisation == "Night staff", "the bare cell")


def long_contact(walk: Walk) -> None:
    walk.to_prepare()
    walk.into("Your own support contact")
    with helping(walk.desk, "clip", PARAGRAPH):
        walk.desk.keys("ctrl+v")
        walk.wait_held(lambda held: held.profile.support_contact == PARAGRAPH, "the paragraph")


def more_than_fits(walk: Walk) -> None:
    """It is said which field, its limit, and by how much; what is shown is what is kept."""
    desk = walk.desk
    walk.to_prepare()
    walk.into("Organisation")
    with helping(desk, "clip", "x" * (300 + OVER)):
        desk.keys("ctrl+v")
        walk.wait_for(f"“Organisation” takes no more than 300 letters: the last {OVER} letters")
    shown = desk.ask("focus")["text"]
    walk.wait_held(lambda held: held.profile.organisation == shown, "what is shown")
    desk.keys("ctrl+a")
    desk.type("Taigh")
    walk.wait_held(lambda held: held.profile.organisation == "Taigh", "another text")


def typed_and_closed(walk: Walk) -> None:
    """A day in the field that one is in, and the window closed at once."""
    walk.to_prepare()
    walk.into("Review date")
    walk.desk.type("1 Sep 2028")
    walk.close()
    assert str(walk.held().profile.review) == "2028-09-01", walk.held().profile.review
    walk.desk.start()
    assert TITLE in walk.desk.seen(), walk.desk.seen()[:400]
    walk.continue_where_one_paused()


def full_screen(walk: Walk) -> None:
    """Esc leads out of it, and it says so."""
    desk = walk.desk
    walk.choose("View", "Full screen")
    walk.wait_for("F11 or Esc brings the title bar back.")
    desk.keys("Escape")
    desk.wait(lambda: desk.ask("frame")["inside"][1] > desk.ask("frame")["frame"][1], "the title")
