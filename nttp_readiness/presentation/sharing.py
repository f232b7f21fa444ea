"""Words and choices of Share: what a form can be made with, and who can read what leaves."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nttp_readiness.domain.assessment import Assessment
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan_material import Part


@dataclass(frozen=True, slots=True)
class Offers:
    """What may be chosen for a form besides black and white."""

    parts: tuple[Part, ...] = ()
    """Parts that can be left out."""
    size: bool = False
    """Whether it comes in three sizes of text."""
    a3: bool = False
    """Whether it also comes on A3."""


_OFFERS = {
    "plan": Offers(parts=("scores", "names", "notes"), size=True),
    "one-page": Offers(parts=("scores", "names"), a3=True),
    "questionnaire": Offers(size=True),
}


def offers(form: str) -> Offers:
    """What may be chosen for that form; nothing for one that has no variants."""
    return _OFFERS.get(form, Offers())


def part_words(part: Part) -> str:
    """The part's name beside its tick box."""
    return {
        "scores": tr("Levels and scores"),
        "names": tr("Owners"),
        "notes": tr("Notes and evidence"),
    }[part]


def sizes() -> tuple[tuple[str, str], ...]:
    """Sizes of text with their names, the usual one first."""
    return (
        ("standard", tr("Standard, 11 point")),
        ("clear", tr("Clear, 12.5 point")),
        ("large", tr("Large print, 18 point")),
    )


def papers() -> tuple[tuple[bool, str], ...]:
    """Whether it is A3, with the paper's name."""
    return ((False, tr("A4")), (True, tr("A3, to pin up")))


def who_can_read(form: str, without: frozenset[Part]) -> str:
    """One sentence or two on who can read the file and what stays out of it."""
    anybody = tr("Whoever has the file can read it.")
    able = offers(form).parts
    if not able:
        return f"{anybody} {tr('It holds none of your answers.')}"
    if "notes" not in able:
        return f"{anybody} {tr('Notes on your answers stay out.')}"
    if "notes" in without:
        return f"{anybody} {tr('Notes stay out unless you put them in.')}"
    if "scores" in without:
        only = tr("Only notes on actions are in it: those on answers stand beside their levels.")
        return f"{anybody} {only}"
    return tr("Whoever has the file can read it, with every note in it. Please look for names.")


def nothing_yet() -> str:
    """What Share says before the first answer."""
    return tr("There are no answers yet. You can print the questions and look at them first.")


def file_title(assessment: Assessment, form_name: str) -> str:
    """The name suggested for a file, without its suffix."""
    title = assessment.profile.title[:38].strip()
    return f"{title}, {form_name[:1].lower()}{form_name[1:]}"


def save_words(suffix: str) -> str:
    """The words of the button that saves a file of that kind."""
    return tr("Save the {kind}").format(kind=kind_words(suffix))


def kind_words(suffix: str) -> str:
    """A kind of file as people call it: ".pdf" is a PDF."""
    return suffix.removeprefix(".").upper()


def saved_words(path: Path) -> str:
    """Where the file went."""
    return tr("Saved: {path}").format(path=path)


def page_words(number: int, of: int) -> str:
    """Which page one is at, counted from 1."""
    return tr("Page {number} of {of}").format(number=number, of=of)


def percent_words(zoom: float) -> str:
    """How large pages are shown, where 1.0 is as on paper."""
    return f"{round(zoom * 100)} %"


def place_words(number: int, of: int, zoom: float) -> str:
    """Which page is shown and how large, to be said aloud."""
    return f"{page_words(number, of)}, {percent_words(zoom)}"


def making_words(percent: int) -> str:
    """How far the preview is."""
    return tr("Making the pages: {percent} %").format(percent=percent)


def printing_words(number: int, of: int) -> str:
    """Which page goes to the printer."""
    return tr("Printing page {number} of {of}").format(number=number, of=of)


def saving_words(percent: int) -> str:
    """How far the file is that is being saved."""
    return tr("Saving: {percent} %").format(percent=percent)


def no_pages_words() -> str:
    """What stands in place of pages that could not be made."""
    return tr("There are no pages to show.")


def fault_words() -> str:
    """What is said where the program itself was at fault."""
    return tr("The pages could not be made. Your assessment is safe, and nothing was written.")
