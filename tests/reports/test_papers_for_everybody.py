"""The summary in easy words, the poster, and the one page in large print."""

import datetime as dt
import re

import pytest

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.scorecard import score
from nttp_readiness.errors import ExportError
from nttp_readiness.figures.icon_drawing import icon_drawing
from nttp_readiness.figures.icons import BOX, ICONS
from nttp_readiness.figures.shapes import Disc, Poly
from nttp_readiness.presentation.papers.easy_read import easy_read
from nttp_readiness.presentation.words.blocks import Heading, Keep, Listing
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
SAMPLES = resources.assets() / "samples"
ALL = ["council-service", "small-charity", "workshop"]


def sample(name):
    return load_document(SAMPLES / f"{name}.readiness").assessment


def made(form, assessment=None, suffix=".pdf", **options):
    assessment = assessment or report_texts.sample()
    return forms.make(ExportRequest(assessment, form, suffix, today=TODAY, **options))


def sizes_drawn(pdf):
    """Every size of type of what is read on its pages; a mark beside words is no type."""
    found = set()
    for page in pdf.pages:
        data = page.get_contents().get_data().decode("latin-1")
        read = re.sub(r"/Artifact BMC.*?EMC", "", data, flags=re.DOTALL)
        found |= {float(number) for number in re.findall(r"/F\S+ (\S+) Tf", read)}
    return found


@pytest.mark.parametrize("name", ALL)
@pytest.mark.parametrize("form", ["easy-read", "poster", "one-page"])
def test_each_is_without_fault_and_in_large_letters(form, name, faults, read_pdf):
    options = {"size": "large"} if form == "one-page" else {}
    data = made(form, sample(name), **options)
    assert faults(data) == []
    assert min(sizes_drawn(read_pdf(data).pdf)) >= 15.9


@pytest.mark.parametrize("name", ALL)
def test_the_large_one_page_takes_two_sides_of_a_sheet_at_most(name, read_pdf):
    assert len(read_pdf(made("one-page", sample(name), size="large")).pdf.pages) <= 2


def test_the_large_one_page_has_what_pauses_what_holds_and_each_action(read_pdf):
    reading = read_pdf(made("one-page", size="large"))
    text = " ".join(reading.text(reading.root).split())
    for part in (
        "Pause first",
        "Build foundations first",
        "What keeps us at this stage",
        "by 30 April 2027",
    ):
        assert part in text.replace("\N{NO-BREAK SPACE}", " ")


def test_a_size_that_the_one_page_does_not_have_is_refused():
    with pytest.raises(ExportError, match="cannot be made with: another text size"):
        made("one-page", size="clear")


@pytest.mark.parametrize("name", ALL)
def test_the_poster_is_one_page_and_says_nothing_of_levels(name, read_pdf):
    reading = read_pdf(made("poster", sample(name)))
    assert len(reading.pdf.pages) == 1
    text = reading.text(reading.root)
    assert "Level" not in text
    assert "Build foundations first" not in text


def test_the_poster_names_five_actions_with_who_and_when(read_pdf):
    reading = read_pdf(made("poster"))
    assert len([each for each in reading.texts("H2") if each[0].isdigit()]) == 5
    said = " ".join(reading.texts("P")).replace("\N{NO-BREAK SPACE}", " ")
    assert "Dougal Ferrier, by 26 March 2027" in said
    unnamed = read_pdf(made("poster", without=frozenset({"names"})))
    assert "Ferrier" not in unnamed.text(unnamed.root)


def test_a_poster_with_long_titles_has_fewer_actions_and_stays_one_page(read_pdf):
    assessment = report_texts.sample()
    for key in list(assessment.actions)[:5]:
        assessment = edits.change_action(assessment, key, title="A very long title indeed " * 6)
    assert len(read_pdf(made("poster", assessment)).pdf.pages) == 1


# ---- easy words


def report(**more):
    return easy_read(score(report_texts.sample()), TODAY, **more)


def lists(blocks):
    for block in blocks:
        if isinstance(block, Keep):
            yield from lists(block.blocks)
        elif isinstance(block, Listing):
            yield block


def items(found):
    return [item for listing in lists(found.blocks) for item in listing.items]


def own_words(item):
    return item.words if isinstance(item.words, str) else "".join(r.text for r in item.words)


def test_every_thought_has_a_picture_beside_it():
    found = items(report())
    assert found
    assert all(item.drawing is not None and item.drawing.shapes for item in found)


def test_every_line_is_one_sentence():
    """What people typed stands as it is; titles of the bank are one sentence each."""
    for item in items(report()):
        ends = re.findall(r"(?<!\d)[.!?](?=\s|$)", own_words(item))
        assert len(ends) <= 2, own_words(item)


def test_sentences_of_ours_are_short():
    texts = [own_words(each) for each in items(report())]
    ours = [each for each in texts if each.startswith(("We ", "There ", "You ", "Then ", "It "))]
    assert len(ours) > 6
    assert max(len(each.split()) for each in ours) <= 16


def test_a_stage_is_told_as_a_step():
    texts = [own_words(each) for each in items(report())]
    assert "We are at step 1. It is called “Build foundations first”." in texts


def test_headings_say_each_part_once():
    blocks = [
        b for each in report().blocks for b in (each.blocks if isinstance(each, Keep) else (each,))
    ]
    found = [each.text for each in blocks if isinstance(each, Heading)]
    assert len(set(found)) == len(found)
    assert found[0] == "Our plan in easy words"


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_it_comes_as_word_and_as_a_page(suffix):
    assert made("easy-read", suffix=suffix)


def test_an_empty_assessment_gives_each_of_them():
    empty = report_texts.sample().model_copy(update={"answers": {}, "actions": {}, "asks": ()})
    for form in ("easy-read", "poster", "one-page"):
        assert made(form, empty)


# ---- icons as drawings


@pytest.mark.parametrize("glyph", sorted(ICONS))
def test_every_icon_is_drawn_within_its_square(glyph):
    drawing = icon_drawing(glyph, 2 * BOX)
    assert drawing.shapes
    for shape in drawing.shapes:
        assert isinstance(shape, Poly | Disc)
        if isinstance(shape, Disc):
            places = [shape.x - shape.radius, shape.x + shape.radius, shape.y + shape.radius]
        else:
            places = [each for point in shape.points for each in point]
        assert min(places) >= 0
        assert max(places) <= 2 * BOX
