"""Help for the pages of a document."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from nttp_readiness.address import Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens.page_keys import (
    figure_keys,
    list_keys,
    plan_keys,
    preview_keys,
    question_keys,
    room_keys,
)
from nttp_readiness.presentation.screens.page_topic import PageHelp


def _prepare() -> PageHelp:
    return PageHelp(
        tr("Before you begin"),
        (
            tr("Only the name is needed. All of it can be changed later."),
            tr(
                "Foundations are the twelve questions about what must be in place first. You can"
                " go on to the full set later; no answer is lost."
            ),
            tr("Your own support contact is shown under Support and on the last printed page."),
        ),
    )


def _reflect() -> PageHelp:
    return PageHelp(
        tr("Answering a question"),
        (
            tr("Read the five levels and choose the one that is most like your organisation now."),
            tr(
                "If you are between two, choose the lower. Think of the people with the least"
                " power, not of the average."
            ),
            tr(
                "“Not sure” is useful to know and never counts as zero. It becomes an action"
                " to find out. Nothing is chosen for you, and you can clear every answer."
            ),
            tr("Notes and evidence are optional. Please leave out names and personal stories."),
            tr(
                "“Come back to this” (C) marks a question for later, with a word about what to"
                " do first, such as “ask HR”. It changes no answer, and is not the same as “Not"
                " sure”."
            ),
        ),
        question_keys(),
    )


def _list() -> PageHelp:
    return PageHelp(
        tr("A whole domain at once"),
        (
            tr("For people who know the questions: each one with its answers in one row."),
            tr(
                "The answers are the same as with one question at a time. Ctrl+L changes"
                " between the two and stays at the same question."
            ),
            tr("0 to 4, N, R and S answer the question that you are at."),
        ),
    )


def _check() -> PageHelp:
    return PageHelp(
        tr("Checking your answers"),
        (
            tr("Every answer by domain. Change opens its question; nothing is final."),
            tr(
                "“Show” narrows the list: open, not sure, to come back to, foundations, or"
                " with a note. “Go through these” opens them one after the other."
            ),
        ),
        list_keys(),
    )


def _understand() -> PageHelp:
    return PageHelp(
        tr("Reading the results"),
        (
            tr(
                "First the readiness stage and the foundations that keep you there, then"
                " strengths, the picture, and each domain with its level."
            ),
            tr(
                "A range says how far a level could move once the unknown answers are known."
                " You can open every figure to see how it was worked out."
            ),
            tr("This is your own readiness picture, not an NTTP rating."),
        ),
        figure_keys(),
    )


def _compare() -> PageHelp:
    return PageHelp(
        tr("Two rounds side by side"),
        (
            tr(
                "Choose the file of another round to see what has moved up or down, and what"
                " has not."
            ),
            tr("A level can go down because you know more now. That is not a step back."),
        ),
        figure_keys(),
    )


def _next_round() -> PageHelp:
    return PageHelp(
        tr("Starting the next round"),
        (
            tr("The next round gets a file of its own. This one stays as it is."),
            tr(
                "Actions that are not done come along, with their owners and dates. Requests to"
                " others come along as they stand."
            ),
        ),
    )


def _plan() -> PageHelp:
    return PageHelp(
        tr("Making the plan"),
        (
            tr(
                "Actions are suggested from your answers, in an order that is explained. Keep,"
                " change, add or drop them."
            ),
            tr("No more than five for now. The rest can wait under Next and Later."),
            tr("An action without an owner and a date is a wish. Give it one name and one date."),
            tr(
                "What you need from others is at the end: whom you ask, who asks, by when, and"
                " what they answered."
            ),
            tr(
                "Drivers and Effort and impact show the same plan as pictures. The arrow keys go"
                " through them, and Enter opens an action."
            ),
        ),
        plan_keys(),
    )


def _share() -> PageHelp:
    return PageHelp(
        tr("Saving and printing"),
        (
            tr("Choose what is needed. What you see in the preview is what is saved and printed."),
            tr(
                "Levels, owners and notes can be left out. Without owners, people are named by"
                " their role only."
            ),
            tr("Anyone who has the file can read what is in it."),
        ),
        preview_keys(),
    )


def _workshop() -> PageHelp:
    return PageHelp(
        tr("Working with a group"),
        (
            tr(
                "Collect answers in private, reveal them together, talk first where views differ"
                " most, agree a level, and keep the other view."
            ),
            tr("Counts that could show what one person said are not shown."),
            tr("The view for the room goes full screen, for a projector."),
        ),
        room_keys(),
    )


def _evidence() -> PageHelp:
    return PageHelp(
        tr("What can be shown"),
        (
            tr(
                "Every piece of evidence, question by question: what it is, its date, what it"
                " shows and where it is. Files and pages are only named. Nothing is copied in."
            ),
            tr(
                "“Check that the files are there” looks on this computer and lists what is"
                " missing. Nothing is opened, and no other computer is asked."
            ),
            tr(
                "In the next round each piece comes along, with the question whether it is"
                " still true. Answer here or beside the question."
            ),
        ),
    )


def _find() -> PageHelp:
    return PageHelp(
        tr("Finding words"),
        (
            tr(
                "Type a word. Every question, note, action and request with that word is"
                " listed as you type."
            ),
            tr(
                "Of several words each has to be there, in any order. In quotation marks they have"
                " to follow one another."
            ),
            tr("Enter opens what was found first."),
        ),
    )


def _parts() -> PageHelp:
    return PageHelp(
        tr("Sharing out the parts"),
        (
            tr(
                "Tick the questions, say who they are for, and make the file. It has only"
                " these questions, and nothing of what you said. Copy the letter into an e-mail"
                " and attach the file, or put it into a shared folder."
            ),
            tr(
                "The person you ask opens the file in this program, answers, and sends it"
                " back. Add the files that come back in any order and as often as you like. You"
                " see who has not answered yet."
            ),
            tr(
                "Where people agree, their notes are joined. Where they differ, nothing"
                " changes until you choose one of the answers. What the others wrote is kept."
            ),
        ),
    )


def _what_now() -> PageHelp:
    return PageHelp(
        tr("After the plan is shared"),
        (
            tr(
                "Four steps that keep a plan going: its dates in a calendar, a card for each"
                " person, a review date, and a letter to those who answered."
            ),
            tr(
                "You do not have to do any of them. The letter says what comes first and when."
                " It names no owner, gives no level and quotes nobody. You can change it before"
                " you copy it."
            ),
        ),
    )


def _support() -> PageHelp:
    return PageHelp(
        tr("Support"),
        (
            tr("Your own contact comes first, then national ones. Nobody is told that you looked."),
            tr("You can stop at any point. You do not have to explain."),
        ),
    )


HELP: Mapping[Page, Callable[[], PageHelp]] = {
    Page.PREPARE: _prepare,
    Page.REFLECT: _reflect,
    Page.LIST: _list,
    Page.CHECK: _check,
    Page.UNDERSTAND: _understand,
    Page.COMPARE: _compare,
    Page.NEXT_ROUND: _next_round,
    Page.PLAN: _plan,
    Page.SHARE: _share,
    Page.WORKSHOP: _workshop,
    Page.EVIDENCE: _evidence,
    Page.FIND: _find,
    Page.PARTS: _parts,
    Page.WHAT_NOW: _what_now,
    Page.SUPPORT: _support,
}
