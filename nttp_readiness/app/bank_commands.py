"""The commands for question banks and for those who write them."""

from __future__ import annotations

import argparse
import datetime as dt
from pathlib import Path
from typing import Any

from nttp_readiness.app.given import given_path
from nttp_readiness.app.terminal import say, say_json
from nttp_readiness.domain.bank.bank import Bank
from nttp_readiness.domain.bank.bank_problems import Problem
from nttp_readiness.domain.bank.reading_ease import PLAIN, reading_report
from nttp_readiness.domain.rounds.carry_over import carry_over
from nttp_readiness.errors import BankError, DocumentError, ExportError
from nttp_readiness.i18n import trn
from nttp_readiness.presentation.readiness.carrying_over import carrying_over_words
from nttp_readiness.presentation.readiness.traceability import trace, trace_data, trace_page
from nttp_readiness.storage.banks import bank_folders, overlay_folders, overlay_heads
from nttp_readiness.storage.banks.new_bank import new_bank, new_overlay
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.exchange.importing import read_sheet_file
from nttp_readiness.storage.files import folders
from nttp_readiness.storage.files.atomic import write_atomic


def find_bank(name: str) -> Bank:
    """The bank or the sector's wording of that id, or in that folder."""
    places = folders.bank_places()
    at_hand: dict[str, Path] = {}
    for found in bank_folders.find_banks(places):
        at_hand.setdefault(found.id, found.folder)
    for overlay in overlay_heads.find_overlays(places):
        at_hand.setdefault(overlay.id, overlay.folder)
    if name in at_hand:
        return overlay_folders.read_questions(at_hand[name], places)
    folder = Path(name)
    if folder.is_dir():
        return overlay_folders.read_questions(folder, places)
    names = ", ".join(at_hand)
    raise BankError(
        f"There is no question bank “{name}”.",
        cure=f"Those at hand are: {names}; or name a folder.",
    )


def refuse_existing(path: Path) -> None:
    """Raise where something stands in the place of a file that a command is about to make."""
    if path.exists():
        raise DocumentError(
            f"There is already a {'folder' if path.is_dir() else 'file'} {path}.",
            safe="It was not touched.",
            cure="Please choose another name.",
        )


def add_bank_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add these commands to the parser's."""
    listed = commands.add_parser("banks", help="list the question banks at hand")
    listed.add_argument("--json", action="store_true")
    listed.set_defaults(command=_banks)

    checked = commands.add_parser("check-bank", help="check a question bank, all problems at once")
    checked.add_argument("folder", type=given_path, metavar="FOLDER")
    checked.add_argument("--json", action="store_true")
    checked.add_argument(
        "--reading", action="store_true", help="the reading ease of every text, the hardest first"
    )
    checked.set_defaults(command=_check_bank)

    traced = commands.add_parser("trace", help="show which questions serve which statement")
    traced.add_argument("bank", metavar="BANK-ID-or-folder")
    traced.add_argument("--json", action="store_true")
    traced.set_defaults(command=_trace)

    made = commands.add_parser("new-bank", help="write a small bank to begin with")
    made.add_argument("folder", type=given_path, metavar="FOLDER")
    made.add_argument(
        "--overlay", action="store_true", help="a sector's wording for the bank, to begin with"
    )
    made.set_defaults(command=_new_bank)

    reviewed = commands.add_parser("review-bank", help="write a bank's texts for reviewers")
    reviewed.add_argument("folder", type=given_path, metavar="FOLDER")
    reviewed.add_argument("out", type=given_path, metavar="OUT.xlsx")
    reviewed.set_defaults(command=_review_bank)

    marked = commands.add_parser("review-changes", help="show what reviewers changed")
    marked.add_argument("folder", type=given_path, metavar="FOLDER")
    marked.add_argument("marked", type=given_path, metavar="MARKED.xlsx")
    marked.add_argument("--json", action="store_true")
    marked.set_defaults(command=_review_changes)

    carried = commands.add_parser("carry-over", help="take an assessment to a newer bank version")
    carried.add_argument("file", type=given_path, metavar="FILE")
    carried.add_argument("bank", metavar="BANK-ID-or-folder")
    carried.add_argument("out", type=given_path, metavar="OUT")
    carried.set_defaults(command=_carry_over)


def _banks(given: argparse.Namespace) -> int:
    places = folders.bank_places()
    found = bank_folders.find_banks(places)
    overlays = overlay_heads.find_overlays(places)
    if given.json:
        say_json(
            [
                {
                    "id": each.id,
                    "title": each.title,
                    "version": each.version,
                    "folder": str(each.folder),
                    "problems": sum(one.severity == "error" for one in each.problems),
                }
                for each in found
            ]
            + [
                {
                    "id": each.id,
                    "title": each.title,
                    "version": each.version,
                    "folder": str(each.folder),
                    "base": each.base,
                    "fits": list(each.fits),
                }
                for each in overlays
            ]
        )
        return 0
    for each in found:
        say(f"{each.id}  {each.version}  {each.title}  ({each.folder})")
    for overlay in overlays:
        said = f"{overlay.title}, wording for {overlay.base}"
        say(f"{overlay.id}  {overlay.version}  {said}  ({overlay.folder})")
    return 0


def _check_bank(given: argparse.Namespace) -> int:
    if given.reading:
        return _reading(given)
    today = dt.date.today()  # noqa: DTZ011 - as on their calendar
    if overlay_heads.is_overlay(given.folder):
        places = folders.bank_places()
        problems = overlay_folders.check_overlay_folder(given.folder, places, today=today)
    else:
        problems = bank_folders.check_bank_folder(given.folder, today=today)
    errors = [each for each in problems if each.severity == "error"]
    if given.json:
        say_json([_problem_data(each) for each in problems])
    else:
        for each in problems:
            where = f"{each.file}, {each.place}" if each.place else each.file
            kind = "" if each.severity == "error" else "Note: "
            say(f"{where}: {kind}{each.problem} {each.cure}")
    if errors:
        raise BankError(
            trn(
                "This question bank has one problem.",
                "This question bank has {n} problems.",
                len(errors),
            ),
            cure="Each is named above with its cure.",
        )
    if not given.json:
        say("This bank passes every check.")
    return 0


def _reading(given: argparse.Namespace) -> int:
    scored = reading_report(find_bank(str(given.folder)))
    if given.json:
        say_json([{"place": place, "ease": round(ease)} for place, ease, _ in scored])
        return 0
    for place, ease, _ in scored:
        say(f"{round(ease):4}  {place}")
    plain = sum(round(ease) >= PLAIN for _, ease, _ in scored)
    say(f"{plain} of {len(scored)} texts reach {PLAIN:.0f} (100 is very easy).")
    return 0


def _trace(given: argparse.Namespace) -> int:
    traced = trace(find_bank(given.bank))
    if given.json:
        say_json(trace_data(traced))
    else:
        say(trace_page(traced).rstrip())
    if traced.uncovered:
        raise BankError(
            f"Nothing serves: {', '.join(traced.uncovered)}.",
            cure="Name it in a question, or say what it asks of others.",
        )
    return 0


def _new_bank(given: argparse.Namespace) -> int:
    written = new_overlay(given.folder) if given.overlay else new_bank(given.folder)
    first = "overlay.toml" if given.overlay else "bank.toml"
    say(f"Wrote {len(written)} files to {given.folder}. Begin with {first}: it says what to do.")
    return 0


def _review_bank(given: argparse.Namespace) -> int:
    from nttp_readiness.reports.sheets import bank_review  # noqa: PLC0415 - only an export needs reports

    if given.out.suffix.lower() != ".xlsx":
        raise ExportError(
            "A sheet for reviewers is an Excel workbook.",
            safe="Nothing was written.",
            cure="Please choose a name that ends with .xlsx.",
        )
    bank, base = _reviewed(given.folder)
    # A sheet of this name may already hold what somebody wrote into it.
    refuse_existing(given.out)
    write_atomic(given.out, bank_review.review_sheet(bank, base))
    say(f"Wrote {given.out}")
    return 0


def _reviewed(folder: Path) -> tuple[Bank, Bank | None]:
    """The bank whose texts are reviewed; of a sector's wording its base too, as only texts that
    differ are for its reviewers.
    """
    if not overlay_heads.is_overlay(folder):
        return bank_folders.read_bank(folder), None
    places = folders.bank_places()
    base = overlay_folders.base_of(overlay_folders.read_overlay(folder), folder, places)
    return overlay_folders.in_sector_words(base, folder), base


def _review_changes(given: argparse.Namespace) -> int:
    from nttp_readiness.reports.sheets import bank_review  # noqa: PLC0415 - only an import needs reports

    bank, base = _reviewed(given.folder)
    changes = bank_review.review_changes(bank, read_sheet_file(given.marked), base)
    if given.json:
        say_json([bank_review.change_data(each) for each in changes])
        return 0
    for each in changes:
        say(f"{bank_review.change_words(each)}\n")
    new = sum(bool(each.new) for each in changes)
    remarks = sum(bool(each.remark) for each in changes)
    say(f"New texts: {new}. Remarks: {remarks}. The bank was not changed.")
    return 0


def _carry_over(given: argparse.Namespace) -> int:
    loaded = load_document(given.file)
    held, newer = loaded.assessment.written_bank, find_bank(given.bank)
    newer = overlay_folders.in_the_words_of(held, newer, folders.bank_places())
    result = carry_over(loaded.assessment, newer)
    refuse_existing(given.out)
    save_document(given.out, result.assessment, expected=None)
    said = carrying_over_words(result)
    lines = [said.title]
    for part in said.parts:
        lines += ["", part.sentence, *(f"  {line}" for line in part.lines)]
    lines += ["", said.ending, f"Wrote {given.out}"]
    say("\n".join(lines))
    return 0


def _problem_data(problem: Problem) -> dict[str, str]:
    return {
        "file": problem.file,
        "place": problem.place,
        "problem": problem.problem,
        "cure": problem.cure,
        "severity": problem.severity,
    }
