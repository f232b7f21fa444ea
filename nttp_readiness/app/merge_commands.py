"""The command that puts two files of one assessment together."""

from __future__ import annotations

import argparse
from typing import Any

from nttp_readiness.app.bank_commands import refuse_existing
from nttp_readiness.app.given import given_path, loaded_to_read, save_given
from nttp_readiness.app.terminal import say, say_json
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.exchange.merging import Merged, Spot, merge
from nttp_readiness.errors import EditError
from nttp_readiness.presentation.screens.merge_lists import differences, merge_lines
from nttp_readiness.presentation.screens.merge_words import spot_names
from nttp_readiness.storage.documents.documents import load_document, save_document
from nttp_readiness.storage.files.format_version import VERSION, later_version
from nttp_readiness.storage.keeping.backup_counts import level_backups
from nttp_readiness.storage.keeping.backups import back_up
from nttp_readiness.storage.keeping.common_state import common_state, marks_together


def add_merge_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add the command of this file to the command line's own."""
    merged = commands.add_parser("merge", help="put two files of one assessment together")
    merged.add_argument("file", type=given_path, metavar="FILE")
    merged.add_argument("other", type=given_path, metavar="OTHER")
    merged.add_argument(
        "--out", type=given_path, metavar="OUT", help="write there, and leave FILE as it is"
    )
    merged.add_argument("--json", action="store_true")
    merged.set_defaults(command=_merge)


def _merge(given: argparse.Namespace) -> int:
    """OTHER is only read. What both changed stays as FILE has it, and is named."""
    if given.out is not None:
        refuse_existing(given.out)
    loaded, other = load_document(given.file), loaded_to_read(given.other)
    if max(loaded.version, other.version) > VERSION:
        raise later_version()
    if given.file.exists() and given.other.exists() and given.file.samefile(given.other):
        raise EditError(
            "FILE and OTHER are the same file.",
            safe="Nothing was changed.",
            cure="Name the copy that is to be put together with it.",
        )
    merged = merge(common_state(loaded, other), loaded.assessment, other.assessment)
    marks = marks_together(loaded, other)
    if given.out is not None:
        save_document(given.out, merged.assessment, expected=None, earlier=marks)
    elif merged.theirs:
        back_up(loaded.path)
        save_given(loaded, merged.assessment, earlier=marks)
    level_backups(merged.assessment)
    if given.json:
        say_json(_merged_data(merged, loaded.assessment))
    else:
        say("\n".join(merge_lines(merged, loaded.assessment)))
    return 0


def _merged_data(merged: Merged, ours: Assessment) -> dict[str, Any]:
    """What was taken, what differs and what only FILE has, as plain data."""
    theirs = merged.renamed or merged.assessment
    said = {each.spot: each for each in differences(merged, ours)}

    def part(spot: Spot) -> dict[str, Any]:
        return {
            "kind": spot.kind,
            "key": spot.key,
            "name": spot_names([spot], merged.assessment, ours, theirs)[0],
        }

    return {
        "taken": [part(each) for each in merged.theirs],
        "differs": [
            {**part(each), "here": said[each].ours, "there": said[each].theirs}
            if each in said
            else part(each)
            for each in merged.conflicts
        ],
        "only_here": [part(each) for each in merged.ours],
    }
