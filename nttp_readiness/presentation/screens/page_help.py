"""Help for the page that one is on: what it is for, what can be done there, and its own keys."""

from __future__ import annotations

from nttp_readiness.address import Page
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.screens import document_help, window_help
from nttp_readiness.presentation.screens.page_topic import PageHelp, PageTopic


def page_help(topic: PageTopic | None) -> PageHelp:
    """Help for a page; for one that has none, how to find one's way."""
    if topic is None:
        return PageHelp(tr("Finding your way"), _anywhere())
    if isinstance(topic, Page):
        return document_help.HELP[topic]()
    return window_help.HELP[topic]()


def _anywhere() -> tuple[str, ...]:
    return (
        tr(
            "You can go to the five places on the left in any order: Prepare, Reflect,"
            " Understand, Plan and Share. In a narrow window they are under the button at"
            " the top."
        ),
        tr(
            "You can skip anything, change anything later, and close at any time. What you"
            " do is saved as you go, on this computer only."
        ),
    )
