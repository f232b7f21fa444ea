"""Forms to hand out: to people here, or to others who can learn from them."""

from __future__ import annotations

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.export_request import Making
from nttp_readiness.reports.specs.form_spec import PARTS, FormSpec


def specs() -> tuple[FormSpec, ...]:
    """Each with its words in the language of now."""
    return (
        FormSpec(
            "easy-read",
            tr("Summary in easy words"),
            tr("Short sentences with pictures. Please try it with people who will read it."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*PARTS, "grey"),
            occasion="hand_out",
            build=_easy_read,
            size="large",
        ),
        FormSpec(
            "poster",
            tr("Poster"),
            tr("What we are doing, in large letters, to hang up. It has no levels and no notes."),
            choices=("names", "grey", "a3"),
            occasion="hand_out",
            build=_poster,
            single_page=True,
            size="large",
        ),
        FormSpec(
            "crisis",
            tr("A week of crisis"),
            tr("Support first, then what to do in a day, a week and a month, and what to say."),
            suffixes=(".pdf", ".docx"),
            choices=("size", "grey"),
            occasion="hand_out",
            build=_crisis,
            made_from="crisis",
        ),
        FormSpec(
            "example",
            tr("Good-practice example"),
            tr("One of our strengths on a page, to send to others."),
            suffixes=(".docx", ".pdf"),
            choices=(*PARTS, "grey", "strength"),
            occasion="hand_out",
            build=_example,
            single_page=True,
        ),
        FormSpec(
            "card",
            tr("Card “one thing I will do”"),
            tr("Four cards on a page, for each person to fill in and keep."),
            choices=("names", "grey"),
            occasion="hand_out",
            build=_card,
            single_page=True,
        ),
    )


# ---- what each is made of


def _easy_read(making: Making) -> Report:
    from nttp_readiness.presentation.papers.easy_read import easy_read

    return easy_read(making.card, making.today, making.options)


def _poster(making: Making) -> Report:
    from nttp_readiness.presentation.papers.poster import poster

    return poster(making.card, making.today, making.options, shorter=making.shorter)


def _crisis(making: Making) -> Report:
    from nttp_readiness.presentation.papers.crisis_sheet import crisis_sheet

    return crisis_sheet(making.assessment)


def _example(making: Making) -> Report:
    from nttp_readiness.presentation.papers.good_practice import ROOM, good_practice

    request = making.request
    typed = request.suffix == ".docx"  # there one types, and needs no lines
    room = 1 if typed or making.shorter else ROOM
    return good_practice(
        making.card, making.today, making.options, strength=request.strength, room=room
    )


def _card(making: Making) -> Report:
    from nttp_readiness.presentation.papers.one_thing import one_thing_card

    return one_thing_card(making.card, making.today, making.options, brief=making.shorter)
