"""The commands for parts: share some questions out, and take in what came back."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from nttp_readiness.app.bank_commands import refuse_existing
from nttp_readiness.app.given import given_path, save_given
from nttp_readiness.app.terminal import complain, say, say_json
from nttp_readiness.domain.answers.sharing import NOTHING_SHARED
from nttp_readiness.domain.exchange.sharing_out import questions_named, share_out
from nttp_readiness.domain.exchange.standing import differences
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.screens.part_returns import file_sentence, waiting_lines
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.exchange.part_files import Gathering, Returned, gather_files, save_part
from nttp_readiness.typed.dates import read_day


def share_out_part(given: argparse.Namespace) -> int:
    refuse_existing(given.out)
    loaded = load_document(given.file)
    names = [each.strip() for each in given.questions.split(",") if each.strip()]
    out = share_out(
        loaded.assessment,
        questions_named(loaded.assessment, names),
        given.to,
        by=_day(given.by) if given.by else None,
        today=_today(),
    )
    save_part(given.out, out.part)
    save_given(loaded, out.assessment)
    count = len(out.shared.asked)
    say(f"Wrote {given.out} with {count} question{'s' * (count != 1)} for {out.shared.to}.")
    return 0


def gather_parts(given: argparse.Namespace) -> int:
    loaded = load_document(given.file)
    found = gather_files(loaded.assessment, given.returned, _today())
    refused = [each for each in found.files if each.refused]
    if found.assessment != loaded.assessment:
        save_given(loaded, found.assessment)
    if given.json:
        say_json(_data(found))
    else:
        for each in found.files:
            if not each.refused:
                say(f"{each.path}: {file_sentence(each.gathered)}")
        if len(refused) < len(found.files):
            say("\n".join(waiting_lines(found.assessment, _today())))
    for each in refused:
        complain(f"{each.path}: {each.refused} It was not taken.")
    return 1 if len(refused) == len(found.files) else 0


def add_part_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add the commands of this file to the command line's own."""
    shared = commands.add_parser("share-out", help="make a file of some questions for somebody")
    shared.add_argument("file", type=given_path, metavar="FILE")
    shared.add_argument("out", type=given_path, metavar="OUT")
    shared.add_argument(
        "--questions",
        required=True,
        metavar="IDS",
        help="ids of questions or codes of domains with commas between them, foundations, open",
    )
    shared.add_argument("--to", required=True, metavar="TEXT", help="a name, a role or both")
    shared.add_argument("--by", metavar="DATE", help="when it should be back: 2027-03-31")
    shared.set_defaults(command=share_out_part)

    gathered = commands.add_parser("gather", help="take in the parts that came back")
    gathered.add_argument("file", type=given_path, metavar="FILE")
    gathered.add_argument("returned", nargs="+", type=given_path, metavar="RETURNED")
    gathered.add_argument("--json", action="store_true")
    gathered.set_defaults(command=gather_parts)


def _data(found: Gathering) -> dict[str, Any]:
    sharing = found.assessment.sharing or NOTHING_SHARED
    return {
        "files": [_file(each) for each in found.files],
        "differences": [
            {"question": each.indicator, "answers": [side.choice for side in each.sides]}
            for each in differences(found.assessment)
        ],
        "shared": [
            {
                "to": each.to,
                "by": each.by.isoformat() if each.by else None,
                "questions": list(each.asked),
                "answered": each.answered,
                "back": each.back.isoformat() if each.back else None,
            }
            for each in sharing.shared
        ],
    }


def _file(returned: Returned) -> dict[str, Any]:
    found = returned.gathered
    new = {*found.taken, *found.differing} if found else set()
    return {
        "file": str(returned.path),
        "taken": list(found.taken) if found else [],
        "differing": list(found.differing) if found else [],
        "unchanged": [key for key in found.said if key not in new] if found else [],
        "look_again": list(found.again) if found else [],
        "not_asked_any_more": list(found.gone) if found else [],
        "refused": returned.refused or None,
    }


def _day(text: str) -> dt.date:
    day = read_day(text, day_first=True)
    if day is None:
        raise EditError(
            f"“{text}” is not a day.", safe="Nothing was changed.", cure="Write it as 2027-03-31."
        )
    return day


def _today() -> dt.date:
    return dt.date.today()  # noqa: DTZ011 - the date on the person's own calendar
