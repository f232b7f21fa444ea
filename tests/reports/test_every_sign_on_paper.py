"""Signs that people write every day are drawn; what no face draws is kept beside its place."""

import datetime as dt
import json
from pathlib import Path

import pytest

from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import action_plan
from nttp_readiness.reports.pdf.pdf import write_pdf
from nttp_readiness.reports.pdf.typefaces import stretches
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation.report_texts import SAMPLE

CASES = json.loads((Path(__file__).parent / "data" / "signs-on-paper.json").read_text("utf-8"))
MORE = "✅❌❗❓☺☹ⓘ①②⑩❶Ⅳ⅔⅛⁴₂‰µΩ∆⇔↗↩⤴⌛☎✉⚠♥♪➜➤◆◦►◀△℃№′″‹›¿"
SIGNS = [*CASES["drawn"].split(), *MORE]


def plan_with(measure):
    assessment = edits.add_action(load_document(SAMPLE).assessment, "Every sign")
    key = next(key for key, each in assessment.actions.items() if each.title == "Every sign")
    return edits.change_action(assessment, key, measure=measure)


@pytest.fixture(scope="module")
def data():
    """The plan with every sign and every other script in a measure."""
    lines = [CASES["example"], " ".join(SIGNS), " ".join(CASES["named, and kept"])]
    return write_pdf(action_plan(score(plan_with("\n".join(lines))), dt.date(2026, 11, 30)))


@pytest.fixture(scope="module")
def text(data, read_pdf):
    """All that the file says to somebody who has it read aloud."""
    reading = read_pdf(data)
    return " ".join(reading.text(reading.root).split())


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("sign", SIGNS)
def test_a_sign_of_every_day_is_drawn_as_itself(sign, bold):
    assert [(each.text, each.meant) for each in stretches(sign, bold=bold)] == [(sign, "")]


@pytest.mark.parametrize("sign", SIGNS)
def test_it_stands_in_the_text_of_the_file(text, sign):
    assert sign in text


def test_at_least_and_at_most_can_be_told_apart(text):
    assert CASES["example"] in text


@pytest.mark.parametrize("words", CASES["named, and kept"])
def test_what_no_face_draws_is_named_and_stands_for_itself(words, text):
    assert any(each.meant for each in stretches(words, bold=False))
    assert words in text


def test_the_file_stays_without_fault(data, faults):
    assert faults(data) == []
