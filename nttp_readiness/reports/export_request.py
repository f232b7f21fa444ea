"""What is asked for when something leaves the program, and what is at hand while it is made."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.domain.exchange.house_style import NO_HOUSE_STYLE, HouseStyle
from nttp_readiness.domain.scorecard import Scorecard, score
from nttp_readiness.presentation.plan.plan_material import AnnexPart, Options

if TYPE_CHECKING:
    from nttp_readiness.reports.logo import Logo

Size = Literal["standard", "clear", "large"]
FormOption = Literal[
    "scores", "notes", "names", "full_notes", "annex", "size", "grey", "a3", "previous", "strength",
    "template", "archive", "by_owner", "owner",
]  # fmt: skip
"""What can be chosen for a form: parts to be left out, looks, and what it must be given besides."""
Progress = Callable[[int], None]


@dataclass(frozen=True, slots=True)
class ExportRequest:
    """A form of an assessment as it was then, with all that was chosen for it.

    `form` is the id of one of `form_specs`. What keeps its default was not asked for; whatever a
    form does not know must keep it, or `forms.make` refuses the request.
    """

    assessment: Assessment
    form: str
    suffix: str
    today: dt.date
    without: frozenset[Redaction] = field(default_factory=frozenset)
    full_notes: bool = False
    """Every note and all evidence once more in a section of its own."""
    annex: frozenset[AnnexPart] = field(default_factory=frozenset)
    """What the plan for a meeting has at its end."""
    size: Size | None = None
    grey: bool = False
    a3: bool = False
    archive: bool = False
    """A PDF that a records department can keep: PDF/A-2a beside PDF/UA-1."""
    previous: Assessment | None = None
    """The other round of a comparison."""
    strength: str = ""
    """The question of an example; else the best evidenced."""
    template: bytes = b""
    """The Word template for this file, in place of the organisation's own."""
    house: HouseStyle = NO_HOUSE_STYLE
    """What the organisation's own papers look like."""
    by_owner: bool = False
    """A tracker with a sheet for each owner."""
    owner: str = ""
    """Words of the name or role of the owner whose sheet it is; else of each owner."""
    looks_sent: int = 0
    """How many days of looking again the last calendar had that people may have."""

    def asked(self) -> tuple[FormOption, ...]:
        """What was chosen besides the form and what it leaves out.

        Leaving out is heeded by every form: a part that it never holds is not in it either way.
        """
        wanted: dict[FormOption, bool] = {
            "full_notes": self.full_notes,
            "annex": bool(self.annex),
            "size": self.size is not None,
            "grey": self.grey,
            "a3": self.a3,
            "previous": self.previous is not None,
            "strength": bool(self.strength),
            "template": bool(self.template),
            "archive": self.archive,
            "by_owner": self.by_owner,
            "owner": bool(self.owner),
        }
        return tuple(option for option, yes in wanted.items() if yes)


@dataclass(frozen=True)
class Making:
    """A request while its file is made: what a form's `build` draws on."""

    request: ExportRequest
    options: Options
    now: dt.datetime
    """The moment that the file says it was made at."""
    shorter: bool = False
    """Whether a single page was too small for the whole of it."""
    logo: Logo | None = None
    """The organisation's logo, where the form has one."""

    @property
    def assessment(self) -> Assessment:
        return self.request.assessment

    @property
    def today(self) -> dt.date:
        return self.request.today

    @cached_property
    def card(self) -> Scorecard:
        """The assessment with its results."""
        return score(self.assessment)
