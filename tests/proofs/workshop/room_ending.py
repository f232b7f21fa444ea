"""The end of a session: every question and the round are closed, and the papers are made."""

from __future__ import annotations

from pypdf import PdfReader

from nttp_readiness.storage.documents.documents import load_document
from tests.proofs.workshop.room_hands import WentWrongError
from tests.proofs.workshop.room_meeting import HEAVY_NAMES, QUESTIONS, Meeting


def close_all(meeting: Meeting) -> None:
    """Every question and the round, each asked about; the round is opened again and closed."""
    room = meeting.room
    room.click("Type counts")
    meeting.slip("the page for counts", but=("alt+F4",), back=lambda: room.click("Type counts"))
    room.press("alt+Left")
    room.click("Close every question")
    room.picture("50-close-every", "laptop")
    meeting.slip("closing every question", but=(*HEAVY_NAMES, "space", "alt+F4"))
    still_open = QUESTIONS - sum(each[0][0] for each in room.workshop["votes"].values())
    room.click(f"Close all {still_open} questions")
    room.click("Close the round…")
    room.picture("51-close-the-round", "laptop")
    meeting.slip("closing the round", but=(*HEAVY_NAMES, "space", "alt+F4"))
    room.click("Close the round")
    if not room.workshop["closed"]:
        raise WentWrongError("The round is open.")
    room.picture("52-results", "laptop")
    meeting.slip("group results", but=("alt+F4", "Return held"))  # Enter leads on, as it says
    room.press("ctrl+shift+c")
    room.click("Open the round again")
    if room.workshop["closed"]:
        raise WentWrongError("The round did not open again.")
    room.click("Close the round…")
    room.click("Close the round")


def papers(meeting: Meeting) -> None:
    """The record and the group report, by mouse; then what is on paper and in the file."""
    room = meeting.room
    room.press("ctrl+e")
    room.click("To ask people, and for a workshop")
    made = {}
    for name in ("Workshop record", "Group report"):
        path = room.folder / f"{name}.pdf"
        room.click(name)
        room.picture(f"60-{name.lower().replace(' ', '-')}", "laptop")
        meeting.slip(f"sharing: {name}", but=("alt+F4", "Return held"))
        room.click("Save the PDF")
        meeting.name_a_file(path)
        room.until(path.exists, f"{name} was not made")
        made[name] = [" ".join(page.extract_text().split()) for page in PdfReader(path).pages]
    room.end_with("ctrl+q")
    record, report = (" ".join(pages) for pages in made.values())
    for words in ("Ask the night shift", "Morag Bain", "18 December", "Voted on twice"):
        if words not in record:
            raise WentWrongError(f"“{words}” is not in the record: {record[:2000]}")
    if len(made["Group report"]) > 3:
        raise WentWrongError(f"The report has {len(made['Group report'])} pages.")
    if "I have seen it" in record + report:
        raise WentWrongError("A reason left the room.")
    held = load_document(meeting.file).assessment.workshop
    if held is None or held.round.people != 9 or held.round.closed is None:
        raise WentWrongError("The file does not hold nine people and a closed round.")
