"""Forms to keep: everything in full, and as data for another program."""

from __future__ import annotations

from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words.blocks import Report
from nttp_readiness.reports.export_request import Making
from nttp_readiness.reports.specs.form_spec import PARTS, FormSpec


def specs() -> tuple[FormSpec, ...]:
    """Each with its words in the language of now."""
    return (
        FormSpec(
            "report",
            tr("Full report"),
            tr("Everything we found and decided, with how it was worked out."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*PARTS, "full_notes", "size", "grey"),
            occasion="keep",
            build=_report,
            with_logo=True,
        ),
        FormSpec(
            "evidence",
            tr("Evidence"),
            tr("What can be shown for the answers and where it lies, and what is missing."),
            suffixes=(".pdf", ".docx", ".html"),
            choices=(*PARTS, "size", "grey"),
            occasion="keep",
            build=_evidence,
            of_notes=True,
        ),
        FormSpec(
            "data",
            tr("Data"),
            tr(
                "The assessment for another program, or to bring in here again. From a"
                " workshop it has only what may be shown outside. The counts stay in your own"
                " file."
            ),
            suffixes=(".json",),
            choices=PARTS,
            occasion="keep",
            build=_data,
        ),
        FormSpec(
            "group-data",
            tr("Group results as a table"),
            tr("What may leave the room, for a spreadsheet or another program."),
            suffixes=(".xlsx", ".csv", ".json"),
            choices=("notes", "names"),
            occasion="keep",
            build=_group_data,
            of_a_group=True,
        ),
    )


# ---- what each is made of


def _report(making: Making) -> Report:
    from nttp_readiness.presentation.papers.action_plan import action_plan

    return action_plan(making.card, making.today, making.options)


def _evidence(making: Making) -> Report:
    from nttp_readiness.presentation.papers.evidence_annex import evidence_annex

    return evidence_annex(making.card, making.today, making.options)


def _data(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.plan_data import plan_data
    from nttp_readiness.reports.data_file import write_data

    return write_data(plan_data(making.card, making.today, making.options))


def _group_data(making: Making) -> bytes:
    from nttp_readiness.presentation.papers.group_sheets import group_book, group_json

    if making.request.suffix == ".json":
        from nttp_readiness.reports.data_file import write_data

        return write_data(group_json(making.assessment, making.options))
    book = group_book(making.assessment, making.today, making.options)
    if making.request.suffix == ".csv":
        from nttp_readiness.reports.sheets.csv_table import write_csv

        return write_csv(book.sheets[0])
    from nttp_readiness.presentation.words.sheets import in_use
    from nttp_readiness.reports.sheets.excel import write_excel

    return write_excel(in_use(book), made=making.now)
