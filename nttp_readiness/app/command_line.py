"""The command line, for batch use and for IT. Kept stable.

Exit status 0 when done; 1 with one plain sentence on standard error for a problem with what was
given, and then no file is changed; 2 for wrong usage.
"""

from __future__ import annotations

import argparse
import datetime as dt
from collections.abc import Callable, Sequence
from typing import NoReturn

from nttp_readiness import __version__
from nttp_readiness.app.bank_commands import add_bank_commands, find_bank, refuse_existing
from nttp_readiness.app.export_commands import add_export_commands
from nttp_readiness.app.given import given_path, loaded_to_read, one_of_several, save_given
from nttp_readiness.app.merge_commands import add_merge_commands
from nttp_readiness.app.part_commands import add_part_commands
from nttp_readiness.app.portfolio_commands import add_portfolio_commands
from nttp_readiness.app.terminal import complain, say, say_json
from nttp_readiness.app.trial_commands import add_trial_commands
from nttp_readiness.app.workshop_commands import add_workshop_commands
from nttp_readiness.domain.answers.answer import Choice
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.sharing_out import dated
from nttp_readiness.domain.rounds import rounds
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import EditError, ReadinessError, SaveError
from nttp_readiness.presentation.readiness import understanding
from nttp_readiness.presentation.readiness.score_json import score_data
from nttp_readiness.presentation.readiness.working_data import card_working_data
from nttp_readiness.presentation.rounds.comparison import comparison_words
from nttp_readiness.presentation.rounds.comparison_data import comparison_data
from nttp_readiness.presentation.words import words
from nttp_readiness.storage.documents.documents import (
    ChangedElsewhere,
    load_document,
    save_document,
)

LEVEL_VALUES: dict[str, Choice] = {"0": 0, "1": 1, "2": 2, "3": 3, "4": 4}
OTHER_VALUES: dict[str, Choice] = {"not_sure": "not_sure", "rather_not_say": "rather_not_say"}

_RUN_AGAIN = "It was not written over. Run the command again: it begins with what is there now."


def run(arguments: Sequence[str]) -> int:
    """Run one command; a problem becomes one sentence on standard error."""
    given = _parser().parse_args(arguments)
    command: Callable[[argparse.Namespace], int] = given.command
    try:
        return command(given)
    except ChangedElsewhere as problem:
        complain(f"{problem.what} {_RUN_AGAIN}")
    except SaveError as problem:  # it speaks of a window, and here is none
        complain(f"{problem.what} What was there before is unharmed. {problem.cure}")
    except ReadinessError as problem:
        complain(f"{problem}")
    except BrokenPipeError:
        return 1  # whoever read what was printed has seen enough
    except OSError as problem:
        name = getattr(problem, "filename", "") or ""
        complain(
            f"The system would not let us read or write {name or 'a file'}: "
            f"{problem.strerror or 'no reason given'}. Nothing was changed."
        )
    except MemoryError:
        complain("There is not enough memory for this file. Nothing was changed.")
    return 1


def new(given: argparse.Namespace) -> int:
    refuse_existing(given.file)
    bank = find_bank(given.bank)
    title = given.title if given.title is not None else given.file.stem
    made = edits.new_assessment(bank, title, route=given.route or "", today=dt.date.today())  # noqa: DTZ011 - the date on the person's own calendar
    save_document(given.file, made, expected=None)
    say(f"Made {given.file} with {len(made.asked)} questions of {bank.title} {bank.version}.")
    return 0


def answer(given: argparse.Namespace) -> int:
    loaded = load_document(given.file)
    changed = loaded.assessment
    for pair in given.answers:
        changed = _answered(changed, pair)
    changed = dated(loaded.assessment, changed, dt.date.today())  # noqa: DTZ011 - the date on the person's own calendar
    save_given(loaded, changed)
    counts = score(changed).counts
    say(f"{counts.answered} of {counts.of} questions are answered.")
    return 0


def show_score(given: argparse.Namespace) -> int:
    card = score(loaded_to_read(given.file).assessment)
    if given.json or given.working:
        data = score_data(card)
        if given.working:
            data["working"] = card_working_data(card)
        say_json(data)
        return 0
    seen = understanding.understand(card)
    bank = card.assessment.bank
    lines = [card.assessment.profile.title, "", seen.stage, seen.sentence, ""]
    for stop in seen.safety_stops:
        lines += [f"Pause first: {stop.title}. {stop.sentence}", ""]
    for holder in seen.holders:
        lines.append(f"  {holder.indicator}  {holder.title}: {holder.words}. {holder.mover}")
    lines += ["", f"{'Domain':<46}{'Level':<18}{'Could be':<10}Known"]
    for row in seen.domains:
        lines.append(f"{row.name:<46}{row.level_words:<18}{row.could_be:<10}{row.known}")
    lines += ["", seen.coverage, "", "What to do first:"]
    for place, each in enumerate(card.suggestions, start=1):
        if each.horizon == "now":
            firm = "" if each.firm else f" (depends on {words.listed(each.depends_on)})"
            lines.append(f"  {place}. {each.action.title} [{each.indicator}]{firm}")
    lines += ["", f"{bank.disclaimer}."]
    say("\n".join(lines))
    return 0


def compare(given: argparse.Namespace) -> int:
    before, after = (one_of_several(each) for each in (given.before, given.after))
    compared = rounds.compare(before, after)
    if given.json:
        say_json(comparison_data(compared))
        return 0
    said = comparison_words(compared)
    lines = [said.title, "", said.sentence, "", f"{said.before}; {said.after}", ""]
    lines += [f"{row.name:<46}{row.was_now:<30}{row.change}" for row in said.rows]
    lines += ["", *(f"{each.title}: {each.was}, now {each.now}" for each in said.foundations)]
    lines += [said.foundations_same, "", "Done in between:"]
    lines += [f"  {title}" for title in said.done] or ["  none that was marked as done"]
    lines += ["", *said.notes, f"{compared.bank.disclaimer}."]
    say("\n".join(lines))
    return 0


def _answered(assessment: Assessment, pair: str) -> Assessment:
    key, found, value = pair.partition("=")
    if not found:
        raise EditError(
            f"“{pair}” is not an answer.", safe="Nothing was changed.", cure="Write ID=VALUE."
        )
    if value == "clear":
        return edits.answer(assessment, key, None)
    if value.startswith("not_relevant:"):
        reason = value.partition(":")[2].strip()
        if reason:
            return edits.answer(assessment, key, "not_relevant", reason)
    choice = LEVEL_VALUES.get(value, OTHER_VALUES.get(value))
    if choice is None:
        raise EditError(
            f"“{value}” is not a value for {key}.",
            safe="Nothing was changed.",
            cure="Use 0 to 4, not_sure, rather_not_say, not_relevant:REASON or clear.",
        )
    return edits.answer(assessment, key, choice)


class _Parser(argparse.ArgumentParser):
    """Wrong usage ends with status 2, as argparse does, after a sentence and the usage line."""

    def error(self, message: str) -> NoReturn:
        sentence = message[:1].upper() + message[1:]  # FILE stays FILE
        self.exit(2, f"{sentence}.\n{self.format_usage()}")


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="nttp-readiness",
        description="Opens the window: nttp-readiness [FILE]. Without a window, one of these:",
    )
    parser.add_argument("--version", action="version", version=f"NTTP Readiness {__version__}")
    # It is taken out before anything is read, and named here for its help.
    parser.add_argument(
        "--data-dir", metavar="FOLDER", help="keep settings and copies there; first"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND", parser_class=_Parser)

    made = commands.add_parser("new", help="make an assessment")
    made.add_argument("file", type=given_path, metavar="FILE")
    made.add_argument("--bank", required=True, metavar="ID-or-folder")
    made.add_argument("--route", metavar="full|foundations|…")
    made.add_argument("--title", metavar="TEXT")
    made.set_defaults(command=new)

    answered = commands.add_parser("answer", help="answer questions")
    answered.add_argument("file", type=given_path, metavar="FILE")
    answered.add_argument("answers", nargs="+", metavar="ID=VALUE")
    answered.set_defaults(command=answer)

    scored = commands.add_parser("score", help="show the stage, levels and suggested actions")
    scored.add_argument("file", type=given_path, metavar="FILE")
    scored.add_argument("--json", action="store_true")
    scored.add_argument("--working", action="store_true", help="with every working, as JSON")
    scored.set_defaults(command=show_score)

    compared = commands.add_parser("compare", help="show what moved from one round to another")
    compared.add_argument("before", type=given_path, metavar="FILE")
    compared.add_argument("after", type=given_path, metavar="FILE")
    compared.add_argument("--json", action="store_true")
    compared.set_defaults(command=compare)

    add_merge_commands(commands)
    add_export_commands(commands)
    add_bank_commands(commands)
    add_trial_commands(commands)
    add_part_commands(commands)
    add_workshop_commands(commands)
    add_portfolio_commands(commands)
    return parser
