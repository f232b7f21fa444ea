"""Names, roles and labels of what is shown: what a screen reader says."""

from __future__ import annotations

from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QRadioButton,
    QWidget,
)

from tests.ui.reach.looking import (
    FIELDS,
    Found,
    controls,
    face_of,
    path_of,
    said,
)

NO_ROLE = {QAccessible.Role.NoRole, QAccessible.Role.Client, QAccessible.Role.Pane}


def names_and_roles(window: QWidget) -> Found:
    """Each control has a name and a role; fields a label, radio buttons a group with a name."""
    faults = []
    found = controls(window)
    for each in found:
        face = face_of(each)
        if not face.text(QAccessible.Text.Name).strip():
            faults.append(f"{type(each).__name__} in {path_of(each)} has no name")
        if face.role() in NO_ROLE:
            faults.append(f"{said(each)} has no role of its own: {face.role().name}")
        if isinstance(each, FIELDS) and not _labels(face):
            faults.append(f"{said(each)} is tied to no label")
        if isinstance(each, QRadioButton) and not _group_name(each):
            faults.append(f"{said(each)} stands in no group with a name")
    return Found(faults, len(found))


def label_in_name(window: QWidget) -> Found:
    """The words that are seen on a control are in its name: one says them to it (WCAG 2.5.3)."""
    faults, count = [], 0
    for each in controls(window):
        if not isinstance(each, QAbstractButton):
            continue  # what is seen of a field is its label, and `names_and_roles` asks for that
        seen = each.text().replace("&&", "&").strip()
        if not any(map(str.isalpha, seen)):
            continue
        count += 1
        name = face_of(each).text(QAccessible.Text.Name)
        if seen.casefold() not in name.casefold():
            faults.append(f"{type(each).__name__} shows “{seen}” and is named “{name}”")
    return Found(faults, count)


def one_of_each(window: QWidget) -> Found:
    """No two controls have the same name, role and description."""
    seen: dict[tuple[str, str, str], int] = {}
    for each in controls(window):
        face = face_of(each)
        texts = (face.text(QAccessible.Text.Name), face.text(QAccessible.Text.Description))
        key = (face.role().name, *texts)
        seen[key] = seen.get(key, 0) + 1
    faults = [f"{count} times {role} “{name}”, {about!r}"
              for (role, name, about), count in seen.items() if count > 1]  # fmt: skip
    return Found(faults, len(seen))


def _labels(face) -> bool:
    related = face.relations(QAccessible.RelationFlag.Label)
    return any(other.text(QAccessible.Text.Name).strip() for other, _ in related)


def _group_name(widget: QWidget) -> str:
    face = face_of(widget).parent()
    while face is not None and face.isValid():
        if face.role() == QAccessible.Role.Grouping:
            name: str = face.text(QAccessible.Text.Name).strip()
            return name
        face = face.parent()
    return ""
