"""What is asked of a room before its counts are shown there, and from how many answers up."""

from __future__ import annotations

from nttp_readiness.domain.answers.workshop import Round
from nttp_readiness.i18n import tr, trn
from nttp_readiness.presentation.group.collecting import MINIMUMS


def consent_words(room: int) -> str:
    """What the people in the room agree to."""
    return trn(
        "The people in the room agree that counts are shown there from {n} answer up",
        "The people in the room agree that counts are shown there from {n} answers up",
        room,
    )


def without_consent_words(outside: int) -> str:
    """What holds where they do not agree."""
    return trn(
        "If not, counts are shown there from {n} answer up, as outside.",
        "If not, counts are shown there from {n} answers up, as outside.",
        outside,
    )


def ask_consent_again(collected: Round) -> str:
    """What is asked where consent was ticked on another day: another room sits there now."""
    return tr(
        "On another day people agreed to see counts from {room} answers up. Ask the"
        " people here, and press Y if all agree. Until then counts are shown from"
        " {outside} up."
    ).format(room=collected.room_minimum, outside=collected.outside_minimum)


def consent_noted() -> str:
    return tr("Noted: everybody here agrees to see counts.")


def minimum_words(collected: Round) -> str:
    """From how many answers up counts are shown, here and outside."""
    if not collected.consent:
        return tr(
            "Counts are shown from {outside} answers up, in the room and outside, because the"
            " people here have not said that they agree to see smaller counts."
        ).format(outside=collected.outside_minimum)
    return tr(
        "Counts are shown in the room from {room} answers up, and outside it from {outside} up."
    ).format(room=collected.room_minimum, outside=collected.outside_minimum)


def minimum_choices(now: int) -> tuple[tuple[int, str], ...]:
    """What a minimum can be raised to: itself and what is above it."""
    above = (each for each in MINIMUMS if each > now)
    return tuple((each, trn("{n} answer", "{n} answers", each)) for each in (now, *above))
