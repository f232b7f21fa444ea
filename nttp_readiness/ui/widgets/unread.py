"""Fields that hold what could not be read, such as “31 Feb”: nobody goes on without hearing of it.

What is typed counts once its field is left. Whoever closes the window, or turns the page, by a key
has not left it yet: `take_typed` does for every field what leaving it does.
"""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from nttp_readiness.i18n import tr
from nttp_readiness.ui.widgets.fields.date_edit import DateEdit


def take_typed(parent: QWidget) -> None:
    """Take what stands in the fields below a widget, as leaving them does."""
    focus = QApplication.focusWidget()
    if isinstance(focus, QLineEdit) and parent.isAncestorOf(focus):
        focus.editingFinished.emit()
    from nttp_readiness.ui.widgets.grouped_tree import GroupedTree  # noqa: PLC0415 - not for the first page

    for tree in parent.findChildren(GroupedTree):
        tree.take_typed()


def unread_in(parent: QWidget) -> DateEdit | None:
    """The first field below a widget that holds what cannot be read."""
    fields = parent.findChildren(DateEdit)  # an editor that was given up is hidden before it goes
    return next((each for each in fields if not each.isHidden() and each.is_unread()), None)


def unread_words(field: DateEdit) -> str:
    """What stands there, and what to do; whoever asks once more leaves it as it was."""
    said = tr(
        "“{text}” in “{field}” is not a date that this program can read, so it is not kept yet."
    ).format(field=field.accessibleName(), text=field.text().strip())
    cure = tr(
        "Write a date such as 18 December 2026, or empty the field. If you go on once more"
        " without, the date stays as it was."
    )
    return f"{said} {field.mistake(cure)}"
