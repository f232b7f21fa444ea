"""Words around a comparison: which round it is made with, or why there is none yet."""

from __future__ import annotations

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.rounds.comparison import round_words
from nttp_readiness.values import dataclass


@dataclass(frozen=True, slots=True)
class NoComparison:
    """What stands on the page while nothing is compared."""

    title: str
    sentence: str


def no_comparison(assessment: Assessment) -> NoComparison:
    """What the page says before an earlier round was found or chosen."""
    if assessment.previous is None:
        return NoComparison(
            tr("What has moved since an earlier round"),
            tr(
                "This is the first round. You can choose the file of an earlier round, or"
                " start the next round here and compare the two later."
            ),
        )
    return NoComparison(
        tr("What has moved since round {n}").format(n=max(1, assessment.round - 1)),
        tr(
            "The file of the last round is not in this folder, nor among those you opened"
            " lately. Please choose it."
        ),
    )


def compared_with(earlier: Assessment, file: str) -> str:
    """Which assessment and file the open one is compared with."""
    said = tr("Compared with “{title}”, {round}, from {file}.")
    words = round_words(earlier)
    return said.format(title=earlier.profile.title, round=words[:1].lower() + words[1:], file=file)
