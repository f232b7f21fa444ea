"""The keys of a question, the plan, lists, figures, previews and the wall, and what each does."""

from __future__ import annotations

from nttp_readiness.i18n import tr

Keys = tuple[tuple[str, str], ...]


def menu_keys() -> Keys:
    """How one gets to the menus without a mouse."""
    return (
        ("F10", tr("Go to the menus; Esc leads back")),
        ("Alt", tr("With the underlined letter of a menu: open it")),
    )


def question_keys() -> Keys:
    return (
        (tr("0 to 4"), tr("Choose that level")),
        ("N", tr("Not sure")),
        ("R", tr("Not relevant to us")),
        ("S", tr("Rather not say")),
        ("C", tr("Come back to this: mark the question, or take the mark away")),
        (tr("Arrows"), tr("Go through the answers; with Ctrl without choosing")),
        (tr("Enter"), tr("Go on")),
        (tr("Ctrl+Enter"), tr("Go on from a note, where Enter begins a new line")),
    )


def plan_keys() -> Keys:
    return (
        (tr("Alt+Up, Alt+Down"), tr("Move an action")),
        (tr("Alt+1, Alt+2, Alt+3"), tr("Move it to Now, Next or Later")),
        ("F2", tr("Change a cell in place")),
        (tr("Enter"), tr("Open the action")),
        (tr("Shift+Up, Shift+Down"), tr("Choose several, to move or change them together")),
        (
            tr("Alt+S"),
            tr(
                "Sort by this column. Press again to reverse it, and once more for the plan’s"
                " own order"
            ),
        ),
        ("Del", tr("Drop an action, with the reason")),
    )


def list_keys() -> Keys:
    return (
        (tr("Up, Down"), tr("Go from row to row")),
        (tr("Left, Right"), tr("Close and open a group")),
        (tr("Enter"), tr("Open what the row is about")),
    )


def figure_keys() -> Keys:
    return (
        (tr("Arrows"), tr("Go from part to part; each is read out with its level and range")),
        (tr("Home, End"), tr("The first and the last part")),
        (tr("Enter"), tr("Open what the part stands for")),
    )


def preview_keys() -> Keys:
    return (
        (tr("Page Up, Page Down"), tr("The page before and the page after")),
        (tr("Home, End"), tr("The first and the last page")),
    )


def room_keys() -> Keys:
    return (
        (tr("Space"), tr("Reveal the answers")),
        (tr("Left, Right"), tr("The question before and the question after")),
        (tr("0 to 4"), tr("Agree that level, once the answers are revealed")),
        ("L", tr("The five descriptions, or the question again")),
        ("T", tr("Show and hide the timer")),
        ("N", tr("Notes for the facilitator, in a window of their own")),
        ("O", tr("Begin with the questions where views differ most")),
        ("M", tr("Keep the other view in a sentence")),
        ("V", tr("Vote again")),
        ("B", tr("Private ballots for this question")),
        ("C", tr("Type what was counted")),
        ("A", tr("Add an action")),
        ("U", tr("Make the agreed level our answer")),
        ("H", tr("Hide the lines at the top and the foot, or show them")),
        (
            "S",
            tr(
                "Press twice: the wall moves to the other screen, and ballots and notes change"
                " places with it"
            ),
        ),
        ("K", tr("The next part of the agenda begins")),
        ("Y", tr("Everybody here agrees to see counts")),
        ("E", tr("What we have seen, what is strong, what to improve")),
        ("R", tr("Why people answered as they did, where that may be shown")),
        ("P", tr("What we said last time we would do")),
        ("D", tr("What everybody chose")),
        ("G", tr("Groups side by side, where they may be shown, or everybody again")),
        (tr("Delete"), tr("Take back the agreed level")),
        (tr("Page Up, Page Down"), tr("Up and down, then the question before or after")),
        ("Ctrl+Z", tr("Undo")),
        (tr("Esc"), tr("Leave. Everything is kept")),
    )
