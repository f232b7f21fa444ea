"""A plan that is under way says on paper how far it is, and what changed since we looked."""

from __future__ import annotations

import datetime as dt

from nttp_readiness.domain.editing import edits, plan_edits
from tests.presentation.report_texts import every_text, rows, section, sections, tables

LOOKED = dt.date(2027, 3, 1)


def looked_at(sample):
    found = plan_edits.look_at_plan(sample, LOOKED)
    found = edits.change_action(found, "POW-1/first", status="done")
    return edits.drop_action(found, "WEL-4/next", "Canary reason.")


def test_the_summary_counts_what_was_begun(sample_plan):
    assert any("actions in our plan: 2 in progress, 1 paused." in each
               for each in every_text(sample_plan))  # fmt: skip


def test_each_change_since_the_last_look_is_a_row_before_what_we_do_now(sample, plan_of):
    report = plan_of(looked_at(sample))
    found = sections(report)
    assert found[found.index("What we will do now") - 1] == "Since we last looked"
    (table,) = tables(section(report, "Since we last looked"))
    told = {row[1]: row[2] for row in rows(table)}
    assert "Done, was not started." in told.values()
    assert "Dropped: Canary reason." in told.values()


def test_why_something_was_dropped_stays_out_with_the_notes(sample, plan_of):
    said = "\n".join(every_text(plan_of(looked_at(sample), "notes")))
    assert "Canary" not in said
    assert "Dropped." in said


def test_a_plan_that_nobody_looked_at_yet_has_no_such_section(sample_plan, sample, plan_of):
    assert "Since we last looked" not in sections(sample_plan)
    same = plan_edits.look_at_plan(sample, LOOKED)
    assert "Since we last looked" not in sections(plan_of(same))
