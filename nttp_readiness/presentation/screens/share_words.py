"""Words and choices of Share: what a form can be made with, and who can read what leaves."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from nttp_readiness.domain.answers.assessment import Assessment
from nttp_readiness.domain.answers.fields import Redaction
from nttp_readiness.domain.scorecard import Scorecard
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.papers.good_practice import strengths_to_share
from nttp_readiness.presentation.plan.owner_plan import typed_before
from nttp_readiness.presentation.plan.plan_material import AnnexPart
from nttp_readiness.presentation.readiness import progress
from nttp_readiness.presentation.screens.file_words import folder_words
from nttp_readiness.typed.letters import first_words


def part_words(part: Redaction) -> str:
    """The part's name beside its tick box."""
    return {
        "scores": tr("Levels and scores"),
        "names": tr("Owners"),
        "notes": tr("Notes and evidence"),
    }[part]


def occasion_words(occasion: str) -> str:
    """What somebody has before them who needs a form, as the name of the forms for it."""
    return {
        "meeting": tr("For a meeting"),
        "hand_out": tr("To hand out or hang up"),
        "follow_up": tr("To follow up the plan"),
        "ask": tr("To ask people, and for a workshop"),
        "keep": tr("To keep, or for another program"),
    }[occasion]


def annex_words(part: AnnexPart) -> str:
    """The part's name beside its tick box."""
    return {
        "domains": tr("Domain by domain"),
        "progress": tr("What changed since we last looked"),
        "suggestions": tr("Suggestions not taken up"),
        "order": tr("Why the actions stand in this order"),
        "working": tr("How it was worked out"),
        "notes": tr("Every note in full"),
        "words": tr("What words mean"),
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


def strengths(card: Scorecard) -> tuple[tuple[str, str], ...]:
    """Questions that can become an example, with their titles, the best evidenced first."""
    return tuple((each.id, each.title) for each in strengths_to_share(card))


def archive_words() -> str:
    """What a PDF for keeping is, beside its tick box."""
    return tr("A records department may ask for this. It looks the same.")


def owners(assessment: Assessment) -> tuple[tuple[str, str], ...]:
    """Whose sheet can be made, with their names as they were typed; first of all of them."""
    everybody = (("", tr("Everybody, one sheet each")),)
    return (*everybody, *((each, each) for each in typed_before(assessment)))


def round_chosen(assessment: Assessment | None) -> str:
    """Which other round a comparison begins from."""
    if assessment is None:
        return tr("Please choose the file of the other round.")
    words = progress.round_words(assessment)
    return f"{assessment.profile.title}, {words[:1].lower()}{words[1:]}"


def who_can_read(form: str, choices: Collection[str], without: frozenset[Redaction]) -> str:
    """Who can read a form's file and what is in it, given what it heeds and what is left out."""
    anybody = tr("Anyone who has the file can read it.")
    if not {"scores", "names", "notes"} & set(choices):
        return f"{anybody} {tr('It has none of your answers.')}"
    if "notes" not in choices:
        return f"{anybody} {tr('Notes on your answers are left out.')}"
    if "notes" in without and form in {"record", "group"}:
        views = tr(
            "Views kept beside a level are notes, so they are left out unless you put them in."
        )
        return f"{anybody} {views}"
    if "notes" in without:
        return f"{anybody} {tr('Notes are left out unless you put them in.')}"
    if form == "report" and "scores" in without:
        only = tr(
            "It has only the notes on actions, because notes on answers belong to their levels."
        )
        return f"{anybody} {only}"
    return (
        f"{anybody} {tr('It has your notes in it. Please look for names before you send it on.')}"
    )


def nothing_yet() -> str:
    """What Share says before the first answer."""
    return tr("There are no answers yet. You can print the questions and look at them first.")


def file_title(assessment: Assessment, form_name: str) -> str:
    """The name suggested for a file, without its suffix."""
    title = first_words(assessment.profile.title, 38)
    return f"{title}, {form_name[:1].lower()}{form_name[1:]}"


def save_words(suffix: str) -> str:
    """The words of the button that saves a file of that kind."""
    return {
        ".pdf": tr("Save the PDF"),
        ".docx": tr("Save for Word"),
        ".pptx": tr("Save for PowerPoint"),
        ".html": tr("Save the web page"),
        ".xlsx": tr("Save for Excel"),
        ".ods": tr("Save for LibreOffice"),
        ".csv": tr("Save the table"),
        ".ics": tr("Save the calendar"),
        ".json": tr("Save the data"),
    }[suffix]


def kind_words(suffix: str) -> str:
    """A kind of file as people call it."""
    return {
        ".pdf": tr("PDF"),
        ".docx": tr("Word"),
        ".pptx": tr("PowerPoint"),
        ".html": tr("Web page"),
        ".xlsx": tr("Excel"),
        ".ods": tr("OpenDocument"),
        ".csv": tr("CSV"),
        ".ics": tr("Calendar file"),
        ".json": tr("JSON"),
    }[suffix]


def kinds_words(suffixes: Collection[str]) -> str:
    """All kinds of file that a form comes in: "PDF, Word, web page"."""
    first, *others = (kind_words(each) for each in suffixes)
    web = tr("Web page")
    return ", ".join((first, *(each.lower() if each == web else each for each in others)))


def shown_instead(suffix: str) -> str:
    """What is said beside a kind of file whose preview is that of the PDF."""
    return "" if suffix == ".pdf" else tr("The preview shows the PDF, which says the same.")


def template_words(template: str) -> str:
    """In which Word template a paper is written."""
    if not template:
        return tr("You can choose your organisation’s Word template under Settings.")
    return tr("It is written in your template “{name}”.").format(name=Path(template).name)


def no_preview() -> str:
    """What stands in place of pages for files that have none."""
    return tr("This file has no pages to show. Save it, and open it with its own program.")


def saved_words(path: Path, documents: Path) -> str:
    """Where the file went, as one says it."""
    return tr("Saved: {file}. {place}").format(
        file=path.name, place=folder_words(path.parent, documents)
    )


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
    return tr("This could not be made. Your assessment is safe, and nothing was written.")
