"""Every column of the plan and every field of an action in words: one declaration of each.

The same heading stands over it on screen, on paper and in a sheet, and beside it in a form. What a
field is (its kind, its limit, whether a sheet brings it back) stands in the domain's table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar, Literal

from nttp_readiness.domain.answers.fields import ACTION_FIELDS, Fields, Printed
from nttp_readiness.domain.answers.planned import HORIZONS, STATUSES
from nttp_readiness.i18n import tr
from nttp_readiness.presentation.words import words
from nttp_readiness.presentation.words.field_columns import FieldColumn

ColumnKey = Literal[
    "number", "horizon", "title", "why", "owner", "due", "status", "update", "measure", "review",
    "effort", "hours", "cost", "inaction", "notes", "details", "baseline", "goal", "hoped_level",
    "reason", "from", "question", "key",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class ActionColumn(FieldColumn):
    """One column. Widths are 0 where it is none: on `screen` in pixels, on `paper` in millimetres.
    One that is `optional` can be brought out on screen.
    """

    fields: ClassVar[Fields] = ACTION_FIELDS
    key: ColumnKey
    screen: int = 0
    paper: int = 0
    takes_rest: bool = False
    """Whether it takes the room that the other columns leave; `screen` is then the least."""
    sort: bool = False
    shared: bool = False
    """Whether several actions can be given the same at once."""
    optional: bool = False
    editor_width: int = 0
    """The least width of its editor, which may be wider than the column."""


ACTION_COLUMNS: tuple[ActionColumn, ...] = (
    ActionColumn("number", lambda: tr("No."), screen=46, paper=9, sheet=6),
    ActionColumn(
        "horizon",
        lambda: tr("When"),
        sheet=12,
        values=lambda: [(each, words.horizon_words(each)) for each in HORIZONS],
        in_a_row=True,
    ),
    ActionColumn(
        "title",
        lambda: tr("Action"),
        screen=190,
        paper=64,
        sheet=36,
        takes_rest=True,
        wraps=True,
        sort=True,
        nothing=lambda: tr("An action without a name"),
    ),
    ActionColumn("why", lambda: tr("Why"), screen=206, sort=True),
    ActionColumn(
        "owner",
        lambda: tr("Owner"),
        screen=126,
        paper=37,
        sheet=24,
        sort=True,
        shared=True,
        editor_width=180,
        nothing=lambda: tr("No owner yet"),
    ),
    ActionColumn(
        "due",
        lambda: tr("Due"),
        screen=112,
        paper=35,
        sheet=18,
        sort=True,
        shared=True,
        editor_width=200,
        nothing=lambda: tr("No date yet"),
    ),
    ActionColumn(
        "status",
        lambda: tr("Status"),
        screen=122,
        paper=25,
        sheet=14,
        sort=True,
        shared=True,
        editor_width=170,
        values=lambda: [(each, words.status_words(each)) for each in STATUSES],
        never_offered=("dropped",),
    ),
    ActionColumn("update", lambda: tr("Update"), sheet=34),
    ActionColumn(
        "measure",
        lambda: tr("How we will know"),
        screen=170,
        sheet=34,
        sort=True,
        optional=True,
        nothing=lambda: tr("Not said yet"),
    ),
    ActionColumn(
        "review",
        words.review_heading,
        screen=112,
        sheet=18,
        sort=True,
        shared=True,
        optional=True,
        editor_width=200,
        nothing=lambda: tr("No date yet"),
    ),
    ActionColumn(
        "effort",
        lambda: tr("Effort"),
        screen=96,
        sort=True,
        shared=True,
        optional=True,
        editor_width=150,
        values=lambda: [(each, words.size_words(each)) for each in (1, 2, 3)],
        in_a_row=True,
    ),
    ActionColumn(
        "hours",
        lambda: tr("Time it takes"),
        screen=120,
        sheet=20,
        sort=True,
        shared=True,
        optional=True,
        editor_width=180,
        hint=lambda: tr("Whose, and how much, such as “two hours a month of each team lead”."),
    ),
    ActionColumn(
        "cost",
        lambda: tr("Money it takes"),
        screen=120,
        sheet=20,
        sort=True,
        shared=True,
        optional=True,
        editor_width=180,
        hint=lambda: tr("An amount and where it comes from, or “none”."),
    ),
    ActionColumn(
        "inaction",
        lambda: tr("What doing nothing costs"),
        sheet=30,
        hint=lambda: tr(
            "For those who decide: what would stay as it is, for staff and for the people"
            " you serve."
        ),
    ),
    ActionColumn(
        "notes",
        lambda: tr("Notes"),
        sheet=34,
        lines=3,
        hint=lambda: tr("Please leave out names and personal stories."),
    ),
    ActionColumn("details", lambda: tr("What we will do"), sheet=40, lines=4),
    ActionColumn("baseline", lambda: tr("At the start"), sheet=20),
    ActionColumn("goal", lambda: tr("What we aim for"), sheet=20),
    ActionColumn("hoped_level", lambda: tr("Level we hope for"), sheet=10),
    ActionColumn("reason", lambda: tr("Why now"), sheet=38),
    ActionColumn("from", lambda: tr("From"), sheet=10),
    ActionColumn("question", lambda: tr("Question"), sheet=26),
    ActionColumn("key", lambda: tr("Key"), sheet=14),
)
"""In the order in which they stand beside each other, on screen and in a sheet. The last one, by
which a row is known when it comes back, is for no eyes.
"""
FORM_ROWS: tuple[tuple[ColumnKey, ...], ...] = (
    ("title",),
    ("details",),
    ("hoped_level",),
    ("owner", "due"),
    ("status", "review"),
    ("measure",),
    ("baseline", "goal"),
    ("horizon", "effort"),
    ("hours", "cost"),
    ("inaction",),
    ("notes",),
)
"""The fields of an action in the order in which one reads it by itself; what stands in one row."""
OPTIONAL: tuple[ColumnKey, ...] = tuple(each.key for each in ACTION_COLUMNS if each.optional)
_BY_KEY = {each.key: each for each in ACTION_COLUMNS}


def column(key: ColumnKey) -> ActionColumn:
    return _BY_KEY[key]


def heading(key: ColumnKey) -> str:
    """What stands over that column, or beside that field."""
    return _BY_KEY[key].heading()


def in_reading_order(where: Printed) -> tuple[ActionColumn, ...]:
    """The fields that are printed there, as one reads an action by itself."""
    keys = (key for row in FORM_ROWS for key in row)
    return tuple(each for each in map(column, keys) if each.printed(where))


def merged_words(name: str, value: object) -> str:
    """What another action had in that field, as the notes of the one that took it in keep it."""
    found = next((each for each in ACTION_COLUMNS if each.key == name), None)
    if found is None or found.key == "title":
        return str(value)
    return tr("{field}: {value}").format(field=found.heading(), value=found.words(value))
