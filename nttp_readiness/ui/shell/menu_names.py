"""The names in the menu bar: all of it that is seen before somebody opens a menu."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QMenu, QMenuBar

from nttp_readiness.i18n import tr
from nttp_readiness.ui.theme import style_hints

MenuName = Literal["file", "edit", "view", "assessment", "workshop", "help"]
NamedMenus = dict[MenuName, QMenu]


def name_menus(bar: QMenuBar) -> NamedMenus:
    """Put an empty menu under each name into the bar."""
    menus: NamedMenus = {
        "file": bar.addMenu(tr("&File")),
        "edit": bar.addMenu(tr("&Edit")),
        "view": bar.addMenu(tr("&View")),
        "assessment": bar.addMenu(tr("&Assessment")),
        "workshop": bar.addMenu(tr("&Workshop")),
        "help": bar.addMenu(tr("&Help")),
    }
    for menu in menus.values():
        style_hints.heed(menu)
    return menus
