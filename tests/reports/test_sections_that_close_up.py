"""A section whose last page holds little is set with less air: with as much as spares the page, in
few steps, and without measuring its words once more.
"""

import datetime as dt

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.papers.action_plan import action_plan
from nttp_readiness.presentation.words.blocks import Paper
from nttp_readiness.reports.pdf import pdf
from nttp_readiness.reports.pdf.setting import Known, Setting
from nttp_readiness.reports.pdf.tables import _TableMaker
from nttp_readiness.reports.tagged import depth_of
from nttp_readiness.storage.documents.documents import load_document
from nttp_readiness.values import replace

TODAY = dt.date(2027, 3, 12)
SAMPLES = ("council-service", "sector-police", "small-charity", "workshop")
MOST_STEPS = 4


def plan(sample):
    path = resources.assets() / "samples" / f"{sample}.readiness"
    return action_plan(score(load_document(path).assessment), TODAY)


def steps(filled, pages, *, large):
    found = pdf._CLOSER if pages <= pdf._FEW else pdf._CLOSER_OF_MANY
    return [gap for gap, most in found if filled <= most + (pdf._SECOND_BLOCK if large else 0)]


@pytest.fixture
def sections(monkeypatch):
    """Each section that was looked at: how it was set first, what was chosen, and how often it was
    set for that.
    """
    seen, count = [], []
    closed_up, made = pdf._closed_up, pdf._made

    def counting(*given):
        count.append(given[2].gap)
        return made(*given)

    def watching(blocks, composer, look, first, known):
        count.clear()
        chosen = closed_up(blocks, composer, look, first, known)
        seen.append((blocks, composer, look, first, chosen, tuple(count)))
        return chosen

    monkeypatch.setattr(pdf, "_made", counting)
    monkeypatch.setattr(pdf, "_closed_up", watching)
    return seen


@pytest.mark.parametrize("size", ["standard", "large"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_it_has_as_much_air_as_spares_the_page(sections, sample, size):
    pdf.write_pdf(plan(sample), Paper(size=size))
    assert sections
    for blocks, composer, look, first, chosen, _ in tuple(sections):
        filled = depth_of(first.pages[-1], look.width) / look.height
        wanted = len(first.pages)
        for gap in steps(filled, wanted, large=look.large):  # the widest first, each tried in full
            found = pdf._made(blocks, composer, replace(look, gap=gap))
            if len(found.pages) < wanted:
                wanted, expected = len(found.pages), gap
                assert chosen.composer._styles.gap == expected
                break
        assert len(chosen.pages) == wanted


@pytest.mark.parametrize("size", ["standard", "large"])
@pytest.mark.parametrize("sample", SAMPLES)
def test_few_steps_are_tried(sections, sample, size):
    pdf.write_pdf(plan(sample), Paper(size=size))
    tried = [each[-1] for each in sections]
    assert max(map(len, tried)) <= MOST_STEPS
    assert any(tried)
    assert all(len(set(each)) == len(each) for each in tried)


def test_words_are_put_into_pieces_and_columns_are_measured_once(sections, monkeypatch):
    """To set a section again took as long as at first, and the sample's plan 1.4 times plain
    reportlab in place of 1.1.
    """
    pieces, columns = [], []
    put, need = Setting._pieces, _TableMaker._need

    def putting(setting, words, look, *, bold):
        pieces.append((id(setting.known), words, look.size, look.colour, bold or look.bold))
        return put(setting, words, look, bold=bold)

    def needing(maker, index):
        columns.append((id(maker._setting.known), id(maker._table), index))
        return need(maker, index)

    monkeypatch.setattr(Setting, "_pieces", putting)
    monkeypatch.setattr(_TableMaker, "_need", needing)
    report = plan("council-service")
    held = []  # what is let go of could have its identity given to another

    class Held(Known):
        def __init__(self):
            super().__init__()
            held.append(self)

    monkeypatch.setattr(pdf, "Known", Held)
    pdf.write_pdf(report)
    assert sum(len(each[-1]) for each in sections) > 4
    shared = {id(each) for each in held}
    for made in (pieces, columns):
        ours = [each for each in made if each[0] in shared]
        assert len(ours) == len(set(ours))
        assert len(ours) > 50
