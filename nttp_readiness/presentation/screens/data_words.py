"""What data that came back are without, so that nobody takes what was left out for unanswered."""

from __future__ import annotations

from collections.abc import Sequence

from nttp_readiness.i18n import tr


def lost_lines(left_out: Sequence[str]) -> tuple[str, ...]:
    """What a file of data did not hold of its assessment, each as one line."""
    said = {
        "scores": tr(
            "Levels and scores were left out, so no question is answered here. That does"
            " not mean that nobody knew the answers. The actions are the team’s own."
        ),
        "notes": tr("Notes, evidence and reasons were left out."),
        "names": tr("Names were left out. People are named by their role."),
        "tallies": tr(
            "What people said in the workshop was left out. The file does not say where"
            " views differ, so the actions may be in a different order."
        ),
    }
    lines = [said[each] for each in said if each in left_out]
    if not lines:
        return (tr("Nothing was left out: it is the whole assessment."),)
    return (*lines, tr("It becomes a separate assessment and never replaces the first."))
