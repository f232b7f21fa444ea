"""The commands for what leaves the program and what comes back."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any, TypeVar, get_args

from nttp_readiness.app.bank_commands import refuse_existing
from nttp_readiness.app.given import given_path, loaded_to_read, one_of_several, save_given
from nttp_readiness.app.terminal import complain, say, say_json
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.domain.exchange.sheet_cells import Kept
from nttp_readiness.domain.exchange.sheet_import import SheetImport, read_back
from nttp_readiness.domain.exchange.sheet_taking import Change, NewRow, Update, taken
from nttp_readiness.errors import ExportError
from nttp_readiness.presentation.plan.plan_material import ANNEX
from nttp_readiness.presentation.screens.data_words import lost_lines
from nttp_readiness.presentation.screens.sheet_import_words import (
    returned_lines,
    say_update,
    sheet_words,
)
from nttp_readiness.reports.export_request import ExportRequest, Size
from nttp_readiness.reports.form_specs import form_for, form_specs
from nttp_readiness.storage.account import settings
from nttp_readiness.storage.account.calendar_record import looks_sent, note_looks
from nttp_readiness.storage.account.house_style_files import read_house_style
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.exchange.importing import import_data, read_sheet_file
from nttp_readiness.storage.files.atomic import write_atomic
from nttp_readiness.values import replace

PARTS: tuple[Redaction, ...] = get_args(Redaction)
Named = TypeVar("Named", bound=str)


def add_export_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add these commands to the parser's."""
    exported = commands.add_parser("export", help="write a report, a table, a calendar or data")
    exported.add_argument("file", type=given_path, metavar="FILE")
    exported.add_argument(
        "out",
        type=given_path,
        metavar="OUT.pdf|.docx|.pptx|.html|.xlsx|.ods|.csv|.ics|.json",
    )
    names = ", ".join(each.id for each in form_specs())
    exported.add_argument(
        "--form",
        metavar="FORM",
        help=f"one of {names}; else the one that the suffix stands for",
    )
    exported.add_argument("--without", default="", metavar="scores,notes,names")
    exported.add_argument(
        "--annex", default="", metavar="PARTS", help=f"what a plan ends with: {', '.join(ANNEX)}"
    )
    exported.add_argument("--size", choices=get_args(Size))
    exported.add_argument("--full-notes", action="store_true", help="every note in full")
    exported.add_argument("--grey", action="store_true", help="for black and white printers")
    exported.add_argument(
        "--archive", action="store_true", help="PDF/A-2a, for a records department"
    )
    exported.add_argument("--a3", action="store_true", help="the one page on A3")
    exported.add_argument(
        "--previous", type=given_path, metavar="FILE", help="round to compare with"
    )
    exported.add_argument(
        "--by-owner", action="store_true", help="a tracker with a sheet for each owner"
    )
    exported.add_argument(
        "--owner", default="", metavar="TEXT", help="whose sheet: words of the name or role"
    )
    exported.add_argument("--strength", default="", metavar="ID", help="question of an example")
    exported.add_argument(
        "--template", type=given_path, metavar="FILE.docx|.dotx", help="Word template of a paper"
    )
    exported.set_defaults(command=_export)

    come = commands.add_parser("import-plan", help="take changes from a table of actions")
    come.add_argument("file", type=given_path, metavar="FILE")
    come.add_argument("sheet", type=given_path, metavar="SHEET.xlsx|.ods|.csv")
    come.add_argument("--preview", action="store_true", help="say what would change; take nothing")
    come.add_argument("--json", action="store_true")
    come.set_defaults(command=_import_plan)

    made = commands.add_parser("import-data", help="make an assessment from exported data")
    made.add_argument("data", type=given_path, metavar="DATA.json")
    made.add_argument("file", type=given_path, metavar="FILE")
    made.add_argument("--json", action="store_true")
    made.set_defaults(command=_import_data)


def _export(given: argparse.Namespace) -> int:
    from nttp_readiness.reports import forms  # noqa: PLC0415 - what writes loads only on export

    assessment = loaded_to_read(given.file).assessment
    if given.out.exists() and given.out.samefile(given.file):
        raise ExportError(
            "OUT is the assessment itself.",
            safe="Nothing was written.",
            cure="Choose another name for what is exported.",
        )
    previous = one_of_several(given.previous) if given.previous else None
    if given.strength and given.strength not in assessment.bank.by_id:
        raise ExportError(
            f"There is no question “{given.strength}” in this bank.", safe="Nothing was written."
        )
    suffix = given.out.suffix.lower()
    request = ExportRequest(
        assessment,
        given.form or form_for(suffix),
        suffix,
        today=dt.date.today(),  # noqa: DTZ011 - the date on the person's own calendar
        without=_of(given.without, PARTS),
        full_notes=given.full_notes,
        annex=_of(given.annex, ANNEX),
        size=given.size,
        grey=given.grey,
        a3=given.a3,
        archive=given.archive,
        previous=previous,
        strength=given.strength,
        template=_template(given.template) if given.template else b"",
        house=read_house_style(settings.load()),
        by_owner=given.by_owner,
        owner=given.owner,
    )
    request = replace(request, looks_sent=looks_sent(assessment.id, request.owner or request.form))
    for trouble in forms.troubles(request):
        complain(trouble)
    write_atomic(given.out, forms.make(request))
    days = forms.days_of_looking(request)
    if days is not None:
        note_looks(assessment.id, request.owner or request.form, days)
    say(f"Wrote {given.out}")
    return 0


def _template(path: Path) -> bytes:
    """The bytes of a Word template. Raises ExportError."""
    house = read_house_style(settings.Settings(template=str(path)))
    if house.template_trouble:
        raise ExportError(house.template_trouble, safe="Nothing was written.")
    return house.template


def _import_plan(given: argparse.Namespace) -> int:
    from nttp_readiness.reports.sheets.returned_sheet import read_returned_sheet  # noqa: PLC0415 - as above

    say_it = say_update(dt.date.today())  # noqa: DTZ011 - the day on the person's own calendar
    loaded = load_document(given.file)
    book = read_returned_sheet(read_sheet_file(given.sheet))
    found = read_back(loaded.assessment, book, sheet_words(loaded.assessment), say_it)
    if found.proposals and not given.preview:
        save_given(loaded, taken(loaded.assessment, found.proposals, say_it))
    if given.json:
        say_json({"taken": not given.preview, **_returned_data(found)})
    else:
        say("\n".join(returned_lines(found, preview=given.preview)))
    return 0


def _import_data(given: argparse.Namespace) -> int:
    refuse_existing(given.file)
    imported = import_data(given.data)
    save_document(given.file, imported.assessment, expected=None)
    if given.json:
        say_json({"made": str(given.file), "left_out": list(imported.left_out)})
    else:
        say("\n".join((f"Made {given.file} from {given.data}.", *lost_lines(imported.left_out))))
    return 0


def _of(named: str, known: tuple[Named, ...]) -> frozenset[Named]:
    """Those of the known parts that were named, with commas between. Raises ExportError."""
    asked = {each.strip() for each in named.split(",")} - {""}
    unknown = asked - set(known)
    if unknown:
        raise ExportError(
            f"There is no part called “{min(unknown)[:40]}”.",
            safe="Nothing was written.",
            cure=f"There are: {', '.join(known)}.",
        )
    return frozenset(each for each in known if each in asked)


def _returned_data(found: SheetImport) -> dict[str, Any]:
    """What came back as plain data. Names stay as they are."""
    return {
        "changes": [_change_data(each) for each in found.changes],
        "updates": [
            {"action": each.item, "text": each.text, **_place(each)}
            for each in found.proposals
            if isinstance(each, Update)
        ],
        "new": [
            {
                "table": each.table,
                "title": each.title,
                "fields": {name: _plain(value) for name, value in each.fields.items()},
                **_place(each),
            }
            for each in found.proposals
            if isinstance(each, NewRow)
        ],
        "left": [{name: getattr(each, name) for name in each.__slots__} for each in found.left],
        "missing": found.missing,
    }


def _change_data(change: Change) -> dict[str, Any]:
    of = "action" if change.table == "actions" else "request"
    return {
        of: change.item,
        "field": change.field,
        "before": _plain(change.before),
        "after": _plain(change.after),
        **_place(change),
    }


def _place(proposal: Change | Update | NewRow) -> dict[str, Any]:
    place = proposal.place
    return {"sheet": place.sheet, "row": place.row + 1, "cell": place.cell}


def _plain(value: Kept) -> str | None:
    return value.isoformat() if isinstance(value, dt.date) else value
