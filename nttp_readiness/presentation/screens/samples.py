"""The samples that come with the program, and which of them is most like an organisation.

The start page lists them, so this knows no document.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from nttp_readiness.i18n import tr
from nttp_readiness.values import dataclass

COUNCIL: Final = "council-service.readiness"
CHARITY: Final = "small-charity.readiness"
WORKSHOP: Final = "workshop.readiness"


@dataclass(frozen=True, slots=True)
class SampleWords:
    """A sample: its file, what it is, and what one can see in it."""

    file: str
    title: str
    words: str


def samples() -> tuple[SampleWords, ...]:
    """Every sample, the fullest first."""
    return (
        SampleWords(
            COUNCIL,
            tr("A housing service of a council"),
            tr("Some sixty staff. The full set, foundations still missing, a plan under way."),
        ),
        SampleWords(
            CHARITY,
            tr("A small charity with volunteers"),
            tr("Two paid staff. Ready to start small: fewer questions fit, and that is fine."),
        ),
        SampleWords(
            WORKSHOP,
            tr("A workshop with three groups"),
            tr("Answers of many people: where views differ, and a group too small to be shown."),
        ),
    )


def sector_file(sector: str) -> str:
    """The name of the file of a sector's sample."""
    return f"sector-{sector}.readiness"


def sector_sample(sector: str, title: str) -> SampleWords:
    """The sample of a sector, whose wording has that title."""
    return SampleWords(
        sector_file(sector),
        title[:1].upper() + title[1:],
        tr("After a first sitting: the foundations, and the questions of this sector."),
    )


def samples_for(
    sector: str, others: Sequence[SampleWords] = (), *, small: bool
) -> tuple[SampleWords, ...]:
    """All of them with the most fitting first: that of the sector's wording, else by size."""
    every = (*samples(), *others)
    fitting = sector_file(sector) if sector else ""
    if not any(each.file == fitting for each in every):
        fitting = CHARITY if small else COUNCIL
    return tuple(sorted(every, key=lambda each: each.file != fitting))
