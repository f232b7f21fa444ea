"""Every figure of the plan is the scorecard's, said once in a picture and once in words."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.plan_picture import readiness_wheel
from nttp_readiness.presentation.plan.plan_material import Material, Options
from nttp_readiness.presentation.readiness.moves import clearing_words, stage_move_words
from nttp_readiness.presentation.words.blocks import Counts, Heading, Keep, Listing, Paragraph
from nttp_readiness.presentation.words.confidence_words import raise_sentence, standing_words
from tests.presentation.report_texts import (
    blocks,
    every_text,
    figures,
    plain,
    rows,
    section,
    tables,
)  # fmt: skip

CHOICES = (0, 1, 2, 3, 4, "not_sure", "rather_not_say", "not_relevant", None)


def half_up(figure: Fraction | None) -> str:
    return "none" if figure is None else str(int(figure + Fraction(1, 2)))


def span(low: object, high: object) -> str:
    return str(low) if low == high else f"{low} to {high}"


def expected_rows(assessment, card):
    for number, domain in enumerate(assessment.bank.domains, start=1):
        found = card.by_code[domain.code]
        level = {
            "provisional": f"{found.known_level} provisional",
            "range": "range only",
            "not_relevant": "not relevant",
        }.get(found.shown) or f"{found.known_level} {assessment.bank.level_name(found.known_level)}"
        known = sum(each.level is not None for each in found.inputs)
        applies = sum(each.choice != "not_relevant" for each in found.inputs)
        yield [
            str(number),
            domain.name,
            level,
            span(found.level_low, found.level_high) if applies else "none",
            half_up(found.index),
            span(half_up(found.low), half_up(found.high)),
            f"{known} of {applies}",
        ]


def answered(assessment, choices):
    for indicator, choice in zip(assessment.asked, choices, strict=True):
        if not (indicator.foundation and choice == "not_relevant"):
            assessment = edits.answer(assessment, indicator.id, choice)
    return assessment


def test_the_wheels_table_of_the_sample(sample, sample_plan):
    table = tables(section(sample_plan, "Readiness wheel"))[0]
    assert rows(table) == list(expected_rows(sample, score(sample)))
    assert rows(table)[5][2:5] == ["2 provisional", "0 to 2", "56"]
    assert rows(table)[9][2:4] == ["range only", "0 to 2"]


@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.data())
def test_the_tables_whatever_was_answered(sample, plan_of, data):
    choices = data.draw(
        st.lists(st.sampled_from(CHOICES), min_size=60, max_size=60), label="answers"
    )
    assessment = answered(sample, choices)
    card, report = score(assessment), plan_of(assessment)
    assert rows(tables(section(report, "Readiness wheel"))[0]) == list(
        expected_rows(assessment, card)
    )
    printed = [each for each in assessment.bank.domains if not all_silent(assessment, each)]
    for domain, table in zip(printed, tables(section(report, "Domain by domain")), strict=True):
        assert [row[1] for row in rows(table)] == answers_shown(assessment, domain)
    known = [each for each in card.domains if each.known_weight]
    if not known:
        return
    ranges = sum(any(each.unknown for each in scored.inputs) for scored in known)
    assert len(table_of(report, "The level of every domain")) == len(known) + 2 * ranges
    assert len(table_of(report, "Every answer and its weight")) == len(known)


def silent(assessment, key):
    """Whether nothing was answered or written at a question."""
    answer = assessment.answer(key)
    written = (answer.note, answer.reason, answer.evidence, answer.view, answer.confidence)
    return answer.choice is None and not any(written)


def all_silent(assessment, domain):
    return all(silent(assessment, each.id) for each in domain.indicators)


def answers_shown(assessment, domain):
    """The answers of a domain in their order; what says nothing has no row."""
    keys = [each.id for each in domain.indicators]
    return [answer_in_words(assessment, key) for key in keys if not silent(assessment, key)]


def answer_in_words(assessment, key):
    choice = assessment.answer(key).choice
    return {
        None: "Not answered",
        "not_sure": "Not sure",
        "rather_not_say": "Rather not say",
        "not_relevant": "Not relevant to us",
    }.get(choice) or f"{choice} {assessment.bank.level_name(choice)}"


def test_the_foundations_table_has_every_foundation_and_those_that_hold_first(sample, sample_plan):
    table = tables(section(sample_plan, "The twelve foundations"))[0]
    where = [row[0].split("\n")[1] for row in rows(table)]
    assert where[:4] == [
        "WEL-2 · keeps us at this stage", "POW-1 · keeps us at this stage",
        "WEL-3 · not known yet", "LEA-1",
    ]  # fmt: skip
    ids = [each.partition(" ")[0] for each in where]
    assert ids[:3] == ["WEL-2", "POW-1", "WEL-3"]
    assert sorted(ids) == sorted(each.id for each in sample.bank.foundations)
    assert [row.cells[0].mark for row in table.rows[:4]] == [
        "holds",
        "holds",
        "unknown",
        "foundation",
    ]
    assert [row[1] for row in rows(table)] == [answer_in_words(sample, key) for key in ids]


def test_the_stage_is_named_with_everything_that_holds_it(sample, sample_plan):
    found = section(sample_plan, "Where we stand")
    stage = next(each for each in found if isinstance(each, Heading))
    assert stage.text == score(sample).readiness.stage.name
    kept = [inside for each in found if isinstance(each, Keep) for inside in each.blocks]
    holders = next(each for each in kept if isinstance(each, Listing))
    said = [plain(each.words) for each in holders.items]
    assert [each.split(". ")[0] for each in said] == [
        "Support after difficult events", "Safe involvement arrangements",
        "Feeling safe and valued",
    ]  # fmt: skip
    assert [each.replace("\N{NO-BREAK SPACE}", " ").split("Action ")[1] for each in said] == [
        "1.",
        "2.",
        "4.",
    ]


def test_the_counts_say_how_much_is_known_and_what_is_still_open(sample_plan):
    counts = next(each for each in blocks(sample_plan) if isinstance(each, Counts))
    rest = "6 not sure, 1 rather not say, 1 open, 1 not relevant."
    assert counts.items[0] == (
        "51 of 59",
        f"questions that apply have a level. {rest}",
    )
    assert counts.items[1][0] == "5 now, 13 later"
    assert counts.items[2][0] == "10 September 2027"


def test_each_domain_says_its_level_in_picture_and_words(sample, sample_plan):
    card = score(sample)
    said = figures(sample_plan)
    for domain in sample.bank.domains:
        found = card.by_code[domain.code]
        strip = next(each for each in said if each.startswith(f"Level strip for {domain.name}"))
        if found.level is None:
            assert "no single level; could be 0 to 2" in strip
        else:
            assert f"level {found.level}, {sample.bank.level_name(found.level)}" in strip
        if found.level_low != found.level_high:
            assert f"could be {found.level_low} to {found.level_high}" in strip


def table_of(report, caption):
    found = tables(section(report, "How it was worked out"))
    (table,) = [each for each in found if each.caption == caption]
    return rows(table)


def test_the_working_of_every_domain_ends_in_the_level_that_is_shown(sample, sample_plan):
    card = score(sample)
    found = iter(table_of(sample_plan, "The level of every domain"))
    for number, domain in enumerate(sample.bank.domains, start=1):
        scored = card.by_code[domain.code]
        name, *reached, by_share, by_floor, level = next(found)
        assert name == f"{number} {domain.short_name}"
        assert reached == [f"{n} of {scored.known_weight}" for n in scored.at_known.reached[1:]]
        assert (by_share, by_floor[-1]) == (str(scored.at_known.by_share),
                                            str(scored.at_known.allowed))  # fmt: skip
        assert level[0] == str(scored.level) if scored.level is not None else level == "range only"
        if any(each.unknown for each in scored.inputs):
            assert [next(found)[-1], next(found)[-1]] == [
                str(scored.level_low), str(scored.level_high),
            ]  # fmt: skip
    assert next(found, None) is None


def figure_in(cell: str) -> str:
    """What is shown of a sum: after it, and after its decimals where there are any."""
    return cell.rpartition("\n")[2].rpartition(", rounded ")[2]


def test_every_index_and_both_its_ends_are_printed_with_the_sum_that_gives_them(
    sample, sample_plan
):
    card = score(sample)
    printed = table_of(sample_plan, "The index of every domain")
    for domain, row in zip(sample.bank.domains, printed, strict=False):
        scored = card.by_code[domain.code]
        sums = [each.sum for each in card.working(domain.code, "index").steps if each.rule]
        assert plain_spaces(row[2]).startswith(sums[0])
        assert figure_in(row[2]) == half_up(scored.index)
        if scored.low != scored.high:
            assert plain_spaces(row[3]).startswith(sums[1])
            assert figure_in(row[3]) == half_up(scored.low)
            assert figure_in(row[4]) == half_up(scored.high)
    assert printed[-1][2].endswith(f", rounded {half_up(card.overall)}")
    assert printed[-1][3:] == ["not worked out", "not worked out"]


def test_the_answers_of_every_domain_are_printed_with_the_sum_that_the_tree_has(
    sample, sample_plan
):
    card = score(sample)
    printed = table_of(sample_plan, "Every answer and its weight")
    for domain, row in zip(sample.bank.domains, printed, strict=True):
        assert [each.split(":")[0] for each in row[1].split("; ")] == [
            each.indicator for each in card.by_code[domain.code].inputs
        ]
        summed = card.working(domain.code, "index").steps[0]
        assert plain_spaces(row[2]) == f"{summed.sum} = {summed.value}"


def test_the_place_of_every_action_is_printed_with_the_parts_of_its_key(sample, sample_plan):
    card = score(sample)
    printed = table_of(sample_plan, "The place of every action")
    assert [row[1] for row in printed] == [each.action.title for each in card.suggestions]
    for each, row in zip(card.suggestions, printed, strict=True):
        steps = {step.name: step for step in card.priority_working(each).steps}
        assert row[0] == str(card.priority_working(each).result)
        assert (row[6] == "firm") == steps["Firm"].value
        if each.role == "open":
            assert row[2] in {*steps, "Other"}
            assert row[2] == "Other" or steps[row[2]].value is True
            assert row[3] == str(steps["Steps that come first"].value)
            assert row[4].endswith(f"= {steps['Gap times importance'].value}")


def test_as_many_steps_are_named_as_come_first(sample):
    """Eight rows of the council counted a chain and named its last link alone."""
    card, chains = score(sample), 0
    for each in card.suggestions:
        for step in card.priority_working(each).steps:
            if step.name == "Steps that come first":
                chain = step.sum.partition("; needed too")[0]
                assert len(list(filter(None, chain.split(", then ")))) == step.value, each.id
                chains += ", then " in chain
    assert chains


def test_that_our_plan_has_another_order_is_said_where_it_has_and_nowhere_else(sample, plan_of):
    """The program's numbers stood beside another action than ours, and nothing said so."""
    ours = "our plan has its own."
    empty = edits.new_assessment(sample.bank, "Just begun", today=sample.profile.started)
    assert any(ours in each for each in every_text(plan_of(sample)))
    assert not any(ours in each for each in every_text(plan_of(empty)))


def test_what_the_answers_rest_on_is_printed_beside_the_level_and_in_its_own_table(
    sample, sample_plan
):
    card = score(sample)
    printed = table_of(sample_plan, "How sure the answers are")
    for found, row in zip(card.confidence, printed, strict=True):
        assert row[1].startswith(standing_words(found))
        assert row[2] == raise_sentence(sample.bank, found)
    said = [plain(each.words) for each in section(sample_plan, "Domain by domain")
            if isinstance(each, Paragraph)]  # fmt: skip
    assert [f"{standing_words(each)}." in words for each, words in zip(
        card.confidence, (each for each in said if "have a level." in each), strict=True
    )] == [True] * 10  # fmt: skip


def test_without_names_a_view_is_counted_and_not_named(sample, plan_of):
    named = table_of(plan_of(sample), "How sure the answers are")[1][1]
    without = table_of(plan_of(sample, "names"), "How sure the answers are")[1][1]
    assert "Managers and front desk together" in named
    assert "Managers" not in without
    assert "1 view." in without


def test_the_working_of_the_stage_says_which_rules_are_met(sample, sample_plan):
    printed = table_of(sample_plan, "The stage")
    checks = score(sample).readiness.checks
    assert [(row[0], row[2]) for row in printed] == [
        (each.stage.name, "yes" if each.met else "no") for each in checks
    ]
    assert "Support after difficult events" in printed[0][1]


def plain_spaces(text):
    return text.replace("\N{NO-BREAK SPACE}", " ")


def test_the_wheel_page_claims_no_order_that_the_answers_do_not_carry(sample_plan):
    said = [
        plain(each.words)
        for each in section(sample_plan, "Readiness wheel")
        if isinstance(each, Paragraph)
    ]
    assert said[0].startswith("Highest level, 3: Leadership and culture; Sharing learning")
    assert not any(word in said[0] for word in ("best", "worst", "ahead", "behind"))


def test_what_would_move_the_stage_is_said_on_paper_as_in_the_window(sample, sample_plan):
    card = score(sample)
    said = [plain(each.words) for each in blocks(sample_plan) if isinstance(each, Paragraph)]
    [moved] = [each for each in said if each.startswith("What would move it:")]
    assert clearing_words(card) == (
        "When all three reach Developing, the stage is Ready to start small."
    )
    assert moved == f"What would move it: {stage_move_words(card)} {clearing_words(card)}"


def test_a_domain_of_answers_only_could_not_be_none(sample):
    """ "Could be: none" reads as if no level were possible."""
    kinds = set()
    for route in sample.bank.routes:
        card = score(edits.set_profile(sample, route=route.id))
        material = Material(card, dt.date(2027, 3, 12), Options())
        for each in readiness_wheel(material):
            for row in getattr(each, "rows", ()):
                kinds.add(plain(row.cells[3].words[0]))
    assert "no range" in kinds
    assert "none" not in kinds
