"""Do one act with files again and again until somebody ends it. acts_driver.py ACT FOLDER HOW

"careless" writes as most programs do: over the file, in pieces. The control.
"""

import sys
from pathlib import Path

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.merging import merge
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage import backups, deletion, recovery
from nttp_readiness.storage.atomic import write_atomic
from nttp_readiness.storage.common_state import common_state, marks_together
from nttp_readiness.storage.documents import document_bytes, load_document, save_document
from nttp_readiness.storage.importing import import_data
from tests.domain import small_bank as small

ACT, FOLDER, HOW = sys.argv[1], Path(sys.argv[2]), sys.argv[3]
FILE, OTHER = FOLDER / "a.readiness", FOLDER / "b.readiness"


def write(assessment, loaded, marks=None):
    if HOW == "careless":
        data = document_bytes(assessment, revision=loaded.revision + 1)
        with FILE.open("wb", buffering=0) as file:
            for at in range(0, len(data), 2000):
                file.write(data[at : at + 2000])
        return
    save_document(FILE, assessment, expected=loaded.fingerprint, earlier=marks)


def once(number):
    loaded = load_document(FILE)
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
