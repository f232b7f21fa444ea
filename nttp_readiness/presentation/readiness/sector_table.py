"""Which wording each service area leads to, as a section of the page that traces the questions."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from nttp_readiness.i18n import tr, trn
from nttp_readiness.values import dataclass

Mark = Literal["own", "part", "general"]


@dataclass(frozen=True, slots=True)
class Area:
    """A service area with the noun that fits it, and an honest mark; `ours` was not in the seed."""

    area: str
    mark: Mark
    noun: str
    why: str = ""
    ours: bool = False


def sector_table(areas: Sequence[Area], leads_to: Mapping[str, str]) -> str:
    """The section in Markdown. `leads_to` gives the title of the wording that an area leads to."""
    return "\n".join(_lines(areas, leads_to)) + "\n"


def _lines(areas: Sequence[Area], leads_to: Mapping[str, str]) -> Iterator[str]:
    yield from ("", tr("## Service areas and the wording that fits"), "")
    own = sum(each.mark == "own" for each in areas)
    part = sum(each.mark == "part" for each in areas)
    general = len(areas) - own - part
    counted = (
        trn("{n} has a wording of its own", "{n} have a wording of their own", own),
        trn("{n} one that fits in part", "{n} one that fits in part", part),
        trn("{n} the general wording", "{n} the general wording", general),
    )
    yield f"{', '.join(counted)}."
    yield from ("", _row(tr("Area"), tr("Leads to"), tr("Noun"), tr("Mark"), tr("What is missing")))
    yield "|---|---|---|---|---|"
    for each in areas:
        area = (
            tr("{area} (not named by the seed)").format(area=each.area) if each.ours else each.area
        )
        title = leads_to.get(each.area) or tr("the general wording")
        yield _row(area, title, each.noun, _mark(each.mark), each.why)


def _mark(mark: Mark) -> str:
    match mark:
        case "own":
            return tr("its own, walked by a test")
        case "part":
            return tr("in part")
        case "general":
            return tr("general, not walked")


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"
