"""Do one act with files again and again until somebody ends it. acts_driver.py ACT FOLDER HOW

"careless" writes as most programs do: over the file, in pieces. The control.
"""

import datetime as dt
import sys
from contextlib import suppress
from pathlib import Path

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.domain.rounds.carry_over import carry_over
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents.document_bytes import document_bytes
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.documents.moving import move_document
from nttp_readiness.storage.exchange.importing import import_data
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.storage.keeping import backups, deletion, recovery
from nttp_readiness.storage.keeping.common_state import common_state, marks_together
from nttp_readiness.ui.document.file_writer import FileWriter, Job, Written
from tests.domain import small_bank as small

ACT, FOLDER, HOW = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
FILE, OTHER = FOLDER / "a.readiness", FOLDER / "b.readiness"
OLD = Path(__file__).parents[2] / "storage" / "data"
OLD_ONES = ("v1.readiness", "v2-more.readiness", "v3-more.readiness")


class NoCopy:
    """In place of the recovery copy, which a proof of its own is about."""

    def write(self):
        pass

    def about_to(self, digest):
        pass


def in_pieces(path, data):
    with path.open("wb", buffering=0) as file:
        for at in range(0, len(data), 2000):
            file.write(data[at : at + 2000])


def write(assessment, loaded, marks=None):
    if HOW == "careless":
        in_pieces(FILE, document_bytes(assessment, revision=loaded.revision + 1))
        return
    save_document(FILE, assessment, expected=loaded.fingerprint, earlier=marks)


def carry_format_over(number):
    """A file of an earlier version is opened, and saved as one of this version."""
    write_atomic(FILE, (OLD / OLD_ONES[number % len(OLD_ONES)]).read_bytes())
    loaded = load_document(FILE)
    noted = edits.write_beside(loaded.assessment, "LEA-1", note=f"note {number}")
    if HOW == "careless":
        write(noted, loaded)
        return
    writer = FileWriter(loaded.assessment, NoCopy(), carried_over=True)
    done: list[Written] = []
    writer.write(Job(noted, FILE, loaded.fingerprint), done.append)
    if isinstance(done[0].outcome, Exception):
        raise done[0].outcome


def carry_questions_over(number, loaded, noted):
    """The answers go to a newer version of the questions, into a file of its own beside it."""
    bank = noted.written_bank
    newer = bank.model_copy(
        update={"version": f"9.0.{number}", "date": bank.date + dt.timedelta(days=1 + number)}
    )
    made = carry_over(noted, newer).assessment
    beside = FOLDER / f"carried-{number % 3}.readiness"
    with suppress(FileNotFoundError):
        beside.unlink()
    if HOW == "careless":
        in_pieces(beside, document_bytes(made, revision=1))
    else:
        save_document(beside, made, expected=None)
    write(noted, loaded)


def move(number, loaded, noted):
    """To another name, or to another folder, and back."""
    to = FOLDER / ("named anew.readiness" if ACT == "renaming" else "in/a.readiness")
    to.parent.mkdir(exist_ok=True)
    there, after = (FILE, to) if FILE.exists() else (to, FILE)
    if HOW == "careless":
        data = there.read_bytes()
        there.unlink()
        in_pieces(after, data)
        return
    found = load_document(there)
    saved = save_document(there, noted, expected=found.fingerprint)
    move_document(there, after, saved.fingerprint)


def once(number):
    if ACT == "carrying formats over":
        carry_format_over(number)
        return
    places = (FILE, FOLDER / "named anew.readiness", FOLDER / "in" / "a.readiness")
    here = next(each for each in places if each.exists())
    loaded = load_document(here)
    noted = edits.write_beside(loaded.assessment, "A-1", note=f"note {number}")
    match ACT:
        case "merging":
            other = load_document(OTHER)
            base = common_state(loaded, other)
            merged = merge(base, loaded.assessment, other.assessment).assessment
            backups.back_up(FILE)
            write(
                edits.write_beside(merged, "A-1", note=f"note {number}"),
                loaded,
                marks_together(loaded, other),
            )
        case "restoring":
            kept = backups.back_up(FILE)
            write(noted, loaded)
            if HOW == "careful":
                backups.restore(kept, FILE)
        case "exporting":
            data = forms.make(ExportRequest(noted, "data", ".json", today=small.TODAY))
            write_atomic(FOLDER / "out.json", data)
            write(noted, loaded)
        case "importing":
            data = forms.make(ExportRequest(noted, "data", ".json", today=small.TODAY))
            write_atomic(FOLDER / "in.json", data)
            write(import_data(FOLDER / "in.json").assessment, loaded)
        case "carrying questions over":
            carry_questions_over(number, loaded, noted)
        case "renaming" | "moving":
            move(number, loaded, noted)
        case "deleting":
            doomed = FOLDER / "doomed.readiness"
            own = edits.of_its_own(noted)
            saved = save_document(doomed, own, expected=None)
            backups.back_up(doomed)
            recovery.keep(own, path=doomed, saved=saved.fingerprint)
            deletion.delete(own.id, doomed)
            write(noted, loaded)


def main():
    sys.stdout.write("begun\n")
    sys.stdout.flush()
    for number in range(100_000):
        once(number)


if __name__ == "__main__":
    main()
