"""The status of an action as a word and a shape."""

from __future__ import annotations

from nttp_readiness.figures.icons import Glyph
from nttp_readiness.figures.palette import Tone
from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class StatusLook:
    """Icon, its colour, and the word, which is bold and coloured only for what is late."""

    glyph: Glyph
    tone: Tone
    word: str


def status_look(status: str) -> StatusLook:
    """For delegates. `status` is not_started, in_progress, done, paused, dropped or overdue."""
    looks = {
        "not_started": StatusLook("open", "quiet", tr("Not started")),
        "in_progress": StatusLook("half", "loch", tr("In progress")),
        "done": StatusLook("done", "moss", tr("Done")),
        "paused": StatusLook("bars", "quiet", tr("Paused")),
        "dropped": StatusLook("cross", "quiet", tr("Dropped")),
        "overdue": StatusLook("clock", "bracken", tr("Overdue")),
    }
    return looks[status]
