"""The commands for answers of many people: counts, answer files, and what they show."""

from __future__ import annotations

import argparse
import datetime as dt
from typing import Any

from nttp_readiness.app.bank_commands import refuse_existing
from nttp_readiness.app.given import given_path, loaded_to_read, save_given
from nttp_readiness.app.terminal import say, say_json
from nttp_readiness.app.workshop_arguments import all_counted, group_name, only_group
from nttp_readiness.app.workshop_output import progress, result_lines
from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.minimums import ROOM_MINIMUM
from nttp_readiness.domain.answers.workshop import MOST_PEOPLE, Group
from nttp_readiness.domain.editing import open_round, vote_edits, workshop_edits
from nttp_readiness.domain.exchange import collections
from nttp_readiness.domain.exchange.combining import combine
from nttp_readiness.errors import DocumentError, EditError
from nttp_readiness.presentation.group import handed_over_words
from nttp_readiness.presentation.group.group_data import group_data
from nttp_readiness.presentation.group.group_results import (
    group_results,
)
from nttp_readiness.storage.account.answered_here import answered_before, remember
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.storage.exchange.answer_files import hand_in, save_answers
from nttp_readiness.storage.exchange.handed_over import read_files
from nttp_readiness.storage.keeping.backup_counts import level_backups


def enter_tally(given: argparse.Namespace) -> int:
    loaded = load_document(given.file)
    counts = all_counted(given.counts)
    if not 0 <= (given.size or 0) <= MOST_PEOPLE:
        raise EditError(
            f"A group has between 1 and {MOST_PEOPLE:,} people.", safe="Nothing was changed."
        )
    group = Group(
        name=group_name(given.group),
        size=given.size or 0,
        role=group_name(given.role) if given.role else "",
        site=group_name(given.site) if given.site else "",
    )
    ready = _with_group(_collecting(loaded.assessment, [group], given.next_round), group)
    changed = vote_edits.tally(ready, group.name, counts)
    save_given(loaded, changed)
    say(f"{len(counts)} counted for {group.name}. Counts stay hidden until the round is closed.")
    return 0


def combine_files(given: argparse.Namespace) -> int:
    loaded = load_document(given.file)
    read = read_files(given.answers, whole_path=True)
    if not (read.handed or read.collections):
        raise DocumentError(
            "\n".join(read.problems) or "There is no answer file and no collection in that folder."
        )
    named = {each.group for each in read.handed}
    named |= {place.group for each in read.collections for place in each.places}
    groups = [Group(name=name) for name in sorted(named)]
    ready = _collecting(loaded.assessment, groups, given.next_round)
    ready = _with_unplanned(ready, groups)
    laptops = collections.add_collections(ready, read.collections)
    found = combine(laptops.assessment, read.handed)
    counted, already = laptops.people + found.added, laptops.already + found.already
    if 0 < counted < ROOM_MINIMUM and not given.few:
        raise EditError(
            f"Answers of {counted} would be counted: fewer than five at once, so that whoever"
            " has this file from before could tell what they say.",
            safe="Nothing was counted.",
            cure="Combine all answer files and collections in one go, or say --few.",
        )
    if counted:
        save_given(loaded, found.assessment)
        level_backups(found.assessment)
    problems = [
        *read.problems,
        *(
            f"{read.laptops[each.place]}: {each.why} It was not counted."
            for each in laptops.refused
        ),
        *(f"{read.names[each.place]}: {each.why}. It was not counted." for each in found.refused),
    ]
    if problems and not counted and not already:
        raise EditError("\n".join(problems))
    if read.collections:
        say(
            f"{laptops.people} people from other laptops were counted,"
            f" {laptops.already} collections were in already."
        )
    if read.handed:
        say(f"{found.added} answer files were counted, {found.already} were in already.")
    for why in problems:
        say(why)
    if left_out := sum(len(each) for each in found.waiting.values()):
        say(handed_over_words.reasons_left_out_words(left_out))
    if counted:
        say(
            "Please delete these files when the round is closed: an answer file is one person’s"
            " answers."
        )
    return 0


def respond(given: argparse.Namespace) -> int:
    refuse_existing(given.out)
    assessment = loaded_to_read(given.file).assessment
    answers = {
        each.id: choice
        for each in assessment.asked
        if (choice := assessment.answer(each.id).choice) is not None
    }
    if not answers:
        raise EditError(
            f"No question is answered in {given.file}.", cure="Please answer some questions first."
        )
    group = group_name(given.group) if given.group else only_group(assessment)
    same = None if given.another_person else answered_before(assessment.id)
    made = hand_in(assessment, group, answers, same)
    save_answers(given.out, made)
    remember(made)
    if same is not None:
        say(
            "Answers to this were written on this computer before. These count as the same"
            " person’s: hand over the newer file alone. For somebody else say --another-person."
        )
    say(f"Wrote {given.out} with {len(answers)} answers, without notes or names.")
    return 0


def show_group(given: argparse.Namespace) -> int:
    loaded = loaded_to_read(given.file)
    assessment = loaded.assessment
    if given.progress:
        return progress(assessment)
    if assessment.workshop is None or assessment.workshop.round.closed is None:
        if given.room:
            assessment = workshop_edits.give_consent(assessment)
            if not given.json:
                say("It is noted that the people in the room agreed to see counts there.")
        assessment = workshop_edits.close_round(assessment, today=dt.date.today())  # noqa: DTZ011 - the date on the person's own calendar
        save_given(loaded, assessment)
        level_backups(assessment)
    results = group_results(assessment, "room" if given.room else "outside")
    if results is None:
        raise open_round.no_round()
    if given.json:
        say_json(group_data(results))
    else:
        say("\n".join(result_lines(assessment, results)))
    return 0


def add_workshop_commands(commands: Any) -> None:  # noqa: ANN401 - argparse names its type as private
    """Add the commands of this file to the command line's own."""
    counted = commands.add_parser("tally", help="enter counts of cards, hands or paper ballots")
    counted.add_argument("file", type=given_path, metavar="FILE")
    counted.add_argument("--group", required=True, metavar="NAME")
    counted.add_argument("--size", type=int, metavar="N", help="how many people are in the group")
    counted.add_argument("--role", metavar="NAME")
    counted.add_argument("--site", metavar="NAME")
    counted.add_argument("--next-round", action="store_true", help="begin the next round")
    counted.add_argument("counts", nargs="+", metavar="ID=n0,n1,n2,n3,n4")
    counted.set_defaults(command=enter_tally)

    combined = commands.add_parser(
        "combine", help="count answer files, and collections of other laptops; each counts once"
    )
    combined.add_argument("file", type=given_path, metavar="FILE")
    combined.add_argument("answers", nargs="+", type=given_path, metavar="ANSWERS")
    combined.add_argument("--next-round", action="store_true", help="begin the next round")
    combined.add_argument(
        "--few", action="store_true", help="count them although they are fewer than five"
    )
    combined.set_defaults(command=combine_files)

    responded = commands.add_parser(
        "respond", help="answer in a small window, into an answer file to hand over"
    )
    responded.add_argument(
        "--no-window",
        action="store_true",
        help="write the answers that FILE itself holds, without a window",
    )
    responded.add_argument("file", type=given_path, metavar="FILE")
    responded.add_argument("--group", metavar="NAME")
    responded.add_argument(
        "--another-person",
        action="store_true",
        help="not whoever answered this on this computer before",
    )
    responded.add_argument("--out", required=True, type=given_path, metavar="ANSWERS")
    responded.set_defaults(command=respond)

    shown = commands.add_parser(
        "group",
        help="close the round, and show what the group's answers allow to be shown;"
        " with --room the consent of the room is noted first",
    )
    shown.add_argument("file", type=given_path, metavar="FILE")
    shown.add_argument("--json", action="store_true")
    shown.add_argument("--room", action="store_true", help="for a room that agreed to see counts")
    shown.add_argument(
        "--progress", action="store_true", help="only say how many have answered; close nothing"
    )
    shown.set_defaults(command=show_group)


def _collecting(assessment: Assessment, groups: list[Group], next_round: bool) -> Assessment:  # noqa: FBT001 - passed on as it came
    """The assessment with a round that collects: a first one, or the next one where asked for."""
    today = dt.date.today()  # noqa: DTZ011 - the date on the person's own calendar
    if assessment.workshop is None:
        return workshop_edits.start_round(assessment, groups, today=today)
    if next_round and assessment.workshop.round.closed is not None:
        last = assessment.workshop.round.groups
        return workshop_edits.start_round(assessment, last, today=today)
    return assessment


def _with_group(assessment: Assessment, group: Group) -> Assessment:
    """The assessment with that group in its open round, as large as was said now."""
    collected = open_round.open_round(assessment)
    known = collected.group(group.name)
    if known is not None and known.model_copy(update={"size": group.size or known.size}) == known:
        return assessment
    others = [each for each in collected.groups if each.name != group.name]
    if known is None:
        return workshop_edits.set_groups(assessment, [*collected.groups, group])
    fields = {
        "size": group.size or known.size,
        "role": group.role or known.role,
        "site": group.site or known.site,
    }
    return workshop_edits.set_groups(assessment, [*others, known.model_copy(update=fields)])


def _with_unplanned(assessment: Assessment, groups: list[Group]) -> Assessment:
    """With those groups as well, as long as nobody has said who is asked or seen any counts."""
    if assessment.workshop is None or assessment.workshop.round.closed is not None:
        return assessment
    collected = assessment.workshop.round
    more = [each for each in groups if collected.group(each.name) is None]
    if not more or collected.looked_at or any(each.size for each in collected.groups):
        return assessment
    together = sorted((*collected.groups, *more), key=lambda each: each.name)
    return workshop_edits.set_groups(assessment, together)
