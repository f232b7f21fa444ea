"""One way to make whatever leaves the program: a request goes in, the file's bytes come out."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.plan.plan_material import Options
from nttp_readiness.presentation.screens.lost_sign_words import lost_words
from nttp_readiness.presentation.words.blocks import Paper, Report
from nttp_readiness.reports.export_request import ExportRequest, FormOption, Making, Progress
from nttp_readiness.reports.form_specs import form_spec
from nttp_readiness.reports.own_faces import beside
from nttp_readiness.reports.specs.form_spec import FormSpec
from nttp_readiness.values import replace

if TYPE_CHECKING:
    from nttp_readiness.presentation.papers.slide_deck import Deck
    from nttp_readiness.reports.logo import Logo


def make(
    request: ExportRequest, *, invariant: bool = False, progress: Progress | None = None
) -> bytes:
    """The form that is asked for as a file's bytes. ExportError says what cannot be made.

    What was chosen and the form does not know is refused, not passed over. `progress` hears
    percentages; with `invariant` the same request gives the same bytes on that day.
    """
    spec = form_spec(request.form)
    _refuse_unknown(request, spec)
    with beside(request.house.faces):
        return _made(spec, request, invariant=invariant, progress=progress)


def days_of_looking(request: ExportRequest) -> int | None:
    """How many days of looking again the calendar has that is asked for; None for other files."""
    if request.suffix != ".ics":
        return None
    from nttp_readiness.presentation.papers.plan_events import (  # noqa: PLC0415 - few ask for it
        days_of_looking as counted,
    )

    return counted(
        score(request.assessment), owner=request.owner if request.form == "owner" else None
    )


def troubles(request: ExportRequest) -> tuple[str, ...]:
    """What should be known before that file is made, a sentence for each: signs that it cannot
    show, and what of the organisation's own could not be read.

    Raises ExportError where the file cannot be made at all.
    """
    spec = form_spec(request.form)
    _refuse_unknown(request, spec)
    known = request.house.trouble
    if spec.with_logo and (trouble := _logo(request)[1]):
        known = (*known, trouble)
    if request.suffix != ".pdf":
        return known
    from nttp_readiness.reports.pdf.lost_signs import (  # noqa: PLC0415 - it loads what writes PDF
        lost_signs,
        may_be_lost,
    )

    with beside(request.house.faces):
        if not may_be_lost(request.assessment):
            return known
        making = _making(spec, request, invariant=False)
        built = spec.build(making)
        lost = () if isinstance(built, bytes) else lost_signs(built, making.card)
    words = lost_words(lost, spec.suffixes)
    return (*known, words) if words else known


def _making(spec: FormSpec, request: ExportRequest, *, invariant: bool) -> Making:
    midnight = dt.datetime.combine(request.today, dt.time(), dt.UTC)
    return Making(
        request,
        Options(
            without=request.without,
            full_notes=request.full_notes or "notes" in request.annex,
            large=(request.size or spec.size) == "large",
            annex=request.annex,
        ),
        midnight if invariant else dt.datetime.now(dt.UTC),
        logo=_logo(request)[0] if spec.with_logo else None,
    )


def _made(
    spec: FormSpec, request: ExportRequest, *, invariant: bool, progress: Progress | None
) -> bytes:
    making = _making(spec, request, invariant=invariant)
    paper = Paper(
        size=request.size or spec.size or "standard",
        grey=request.grey or spec.grey,
        one_page=spec.single_page and request.suffix == ".pdf",
        a3=request.a3,
        archive=request.archive,
    )
    try:
        return _file(spec, making, paper, invariant=invariant, progress=progress)
    except ExportError:
        if not paper.one_page:
            raise
    paper = replace(paper, one_page=spec.id != "ballots" and not spec.both_sides(paper.size))
    making = replace(making, shorter=True)
    return _file(spec, making, paper, invariant=invariant, progress=progress)


def _file(
    spec: FormSpec, making: Making, paper: Paper, *, invariant: bool, progress: Progress | None
) -> bytes:
    built = spec.build(making)
    if isinstance(built, bytes):
        return built
    if not isinstance(built, Report):
        return _written_slides(built, making, paper, invariant=invariant, progress=progress)
    return _written(spec, built, making, paper, invariant=invariant, progress=progress)


def _written(
    spec: FormSpec,
    report: Report,
    making: Making,
    paper: Paper,
    *,
    invariant: bool,
    progress: Progress | None,
) -> bytes:
    logo = making.logo
    # Each library takes long to load: only the export that writes with it needs it.
    if making.request.suffix == ".docx":
        from nttp_readiness.reports.office.word import write_word  # noqa: PLC0415 - as said above

        template = _template(making.request) if spec.templated else b""
        return write_word(report, paper, made=making.now, template=template, logo=logo)
    if making.request.suffix == ".html":
        from nttp_readiness.reports.web.web_page import write_web_page  # noqa: PLC0415 - as above

        return write_web_page(report, paper, logo=logo)
    from nttp_readiness.reports.pdf.pdf import write_pdf  # noqa: PLC0415 - as said above

    return write_pdf(report, paper, logo=logo, invariant=invariant, progress=progress)


def _written_slides(
    deck: Deck, making: Making, paper: Paper, *, invariant: bool, progress: Progress | None
) -> bytes:
    logo = making.logo
    if making.request.suffix == ".pdf":
        from nttp_readiness.reports.office.slide_pages import write_slide_pages  # noqa: PLC0415 - as above

        return write_slide_pages(deck, paper, logo=logo, invariant=invariant, progress=progress)
    from nttp_readiness.reports.office.slides import write_slides  # noqa: PLC0415 - as said above

    return write_slides(deck, grey=paper.grey, made=making.now, logo=logo)


def _template(request: ExportRequest) -> bytes:
    """The Word template to write in; none where there is none. Raises ExportError."""
    found = request.template or request.house.template
    if not found and request.house.template_trouble:
        raise ExportError(
            tr("This Word template cannot be used: {why}").format(
                why=request.house.template_trouble
            ),
            safe=tr("Nothing was written."),
            cure=tr("Choose another in the settings, or none."),
        )
    return found


def _logo(request: ExportRequest) -> tuple[Logo | None, str]:
    """The organisation's logo; else why it cannot be used, where one was given."""
    if not request.house.logo:
        return None, ""
    from nttp_readiness.reports.logo import read_logo  # noqa: PLC0415 - as said above

    try:
        return read_logo(request.house.logo, request.assessment.profile.organisation), ""
    except ExportError as problem:
        return None, tr("{what} It is left out.").format(what=problem.what)


def _refuse_unknown(request: ExportRequest, spec: FormSpec) -> None:
    """Raises ExportError for a suffix or a choice that the form does not know."""
    if request.suffix not in spec.suffixes:
        raise ExportError(
            tr("“{name}” cannot be written as “{suffix}”.").format(
                name=spec.name, suffix=request.suffix[:20]
            ),
            safe=tr("Nothing was written."),
            cure=tr("It can be written as: {suffixes}.").format(suffixes=", ".join(spec.suffixes)),
        )
    known = [each for each in spec.choices if _heeds(request.suffix, each)]
    if request.suffix == ".pdf":
        known.append("archive")
    unknown = [each for each in request.asked() if each not in known]
    if request.size and request.size not in spec.sizes and "size" not in unknown:
        unknown.append("size")
    if unknown:
        raise ExportError(
            tr("“{name}” cannot be made with: {choices}.").format(
                name=spec.name, choices=_named(unknown)
            ),
            safe=tr("Nothing was written."),
            cure=tr("It can be made with: {choices}.").format(choices=_named(known))
            if known
            else tr("It has no choices."),
        )


def _heeds(suffix: str, option: FormOption) -> bool:
    """Whether a file of that kind can show the choice."""
    if option == "template":
        return suffix == ".docx"
    return suffix != ".ics" or option not in {"size", "grey"}


def _named(options: list[FormOption]) -> str:
    names: dict[FormOption, str] = {
        "scores": tr("levels and scores left out"),
        "notes": tr("notes left out"),
        "names": tr("owners left out"),
        "full_notes": tr("every note in full"),
        "annex": tr("an annex"),
        "size": tr("another text size"),
        "grey": tr("black and white"),
        "a3": tr("A3 paper"),
        "previous": tr("another round"),
        "strength": tr("a question of your choice"),
        "template": tr("a Word template"),
        "archive": tr("PDF/A for keeping"),
        "by_owner": tr("a sheet for each owner"),
        "owner": tr("an owner of your choice"),
    }
    return ", ".join(names[each] for each in options)
