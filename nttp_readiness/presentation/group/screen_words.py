"""What is said of screens: which is the wall's, what opens where, and the way back."""

from __future__ import annotations

from random import Random

from nttp_readiness.i18n import tr


def cover_words() -> tuple[str, ...]:
    """What to do before anything private opens on a screen that others may see."""
    return (
        tr(
            "The room could read the answers: there is one screen, or the projector shows the"
            " same, or you have not yet said which screen everybody sees."
        ),
        tr(
            "Press Blank, Mute or Hide on the projector’s remote, cover its lens, or pull out its"
            " cable. On Windows, the Windows key with P has “PC screen only”."
        ),
        tr(
            "Look at the wall before you go on, or ask somebody to look. It should show nothing of"
            " this page."
        ),
        tr("If this computer reads aloud, the room hears the answers too. Plug in headphones."),
        tr(
            "With two screens, say once on Collect answers which one everybody sees, or"
            " press S twice on the wall. Then you are not asked this again."
        ),
    )


def screen_words(wall: str, private: str) -> str:
    """Where the wall and the ballots open; what to do first where both would be on one screen."""
    if wall and not private:
        return tr(
            "Please choose the screen that everybody sees. Until you have, you are asked to cover"
            " the projector before ballots open."
        )
    if not wall or not private:
        return tr(
            "One screen, or a projector that shows the same: before ballots open, you are asked to"
            " cover the projector, and told how."
        )
    return tr(
        "The wall opens on “{wall}”, and private ballots and your notes on “{private}”."
    ).format(wall=wall, private=private)


def notes_seen_words() -> str:
    """What is asked before notes open where the room may see them."""
    return tr(
        "The room may see this screen, and your notes say more than the wall. Cover"
        " the projector, then press N again to open them."
    )


def swap_words() -> str:
    """What is asked before the wall goes to another screen."""
    return tr(
        "Is this your own screen, and not the room’s? Press S again, and this picture goes to the"
        " other one; your notes and ballots then open here."
    )


def screens_changed_words() -> str:
    """Why private ballots closed by themselves."""
    return tr(
        "A screen was connected or removed, so the private ballots were closed."
        " Answers that were handed in are safe. Look at what the wall shows, then open"
        " the ballots again. Whoever was answering starts again."
    )


def facilitators_word(chance: Random) -> str:
    """A short word that leads back from private ballots, another one each time."""
    return chance.choice(
        (tr("heron"), tr("birch"), tr("ferry"), tr("barley"), tr("otter"), tr("harbour"))
    )


def word_words(word: str) -> str:
    """Where the facilitator learns that word."""
    return tr(
        "Those who answer cannot come back to this window. Your word to come back is"
        " “{word}”. Please remember it and keep it to yourself."
    ).format(word=word)
