"""A workshop of nine people from the first page to the papers, in a real window on two monitors.

By mouse and keyboard, with an empty battery twice, a pulled projector while somebody answers, a
mirrored screen, and wrong keys at every point. `python -m tests.proofs.workshop.room_session OUT`
keeps a picture of every state; the proof beside it runs the same without.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.storage.documents.documents import load_document, save_document
from tests.proofs.workshop.room_ballots import (
    first_people,
    more_people,
    short_question,
    slips_of_a_ballot,
)
from tests.proofs.workshop.room_collecting import choose_the_wall, last_people, mirrored, prepare
from tests.proofs.workshop.room_ending import close_all, papers
from tests.proofs.workshop.room_hands import Room, WentWrongError
from tests.proofs.workshop.room_meeting import Meeting
from tests.proofs.workshop.room_wall import the_wall

PARTS: tuple[Callable[[Meeting], None], ...] = (
    prepare, choose_the_wall, slips_of_a_ballot, first_people,
    more_people, mirrored, last_people,
    lambda each: short_question(each, "check_in", 0), the_wall,
    lambda each: short_question(each, "dots", 1),
    lambda each: short_question(each, "closing", 2),
    close_all, papers,
)  # fmt: skip


def story(meeting: Meeting, until: str = "") -> None:
    """All parts in order, or as far as one of them."""
    for part in PARTS:
        part(meeting)
        if part.__name__ == until:
            return


def document(path: Path) -> None:
    """An assessment as it is before a first workshop: some answers, and a plan of last time."""
    sample = resources.assets() / "samples" / "council-service.readiness"
    made = edits.set_profile(
        load_document(sample).assessment, route="foundations", scope="organisation"
    )
    save_document(path, made, expected=None)


def run(room: Room, until: str = "") -> Meeting:
    """The whole session in that room."""
    meeting = Meeting(room)
    document(meeting.file)
    story(meeting, until)
    return meeting


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--laptop", default="1280x800")
    parser.add_argument("--text", type=int, default=100)
    parser.add_argument("--theme", default="light")
    parser.add_argument("--plant", default="")
    parser.add_argument("--until", default="")
    given = parser.parse_args()
    wide, high = map(int, given.laptop.split("x"))
    settings = {"text_size": given.text, "theme": given.theme}
    with tempfile.TemporaryDirectory() as folder, Room(
        Path(folder), (wide, high), plant=given.plant, pictures=given.out, settings=settings
    ) as room:  # fmt: skip
        try:
            run(room, given.until)
        except WentWrongError as problem:
            room.picture("went-wrong")
            print(problem, (Path(folder) / "program.log").read_text()[-3000:], sep="\n")
            print(f"Stopped after {room.steps} steps and {room.tried_keys} wrong keys.")
            return 1
        print(f"{room.steps} steps, {room.tried_keys} wrong keys")
    return 0


if __name__ == "__main__":
    sys.exit(main())
