"""Six slides that can be edited and read aloud: titles, order, words of figures, notes, size."""

import datetime as dt
import zipfile
from io import BytesIO

import pytest
from pptx import Presentation
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.util import Pt

from nttp_readiness import resources
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.house_style import HouseStyle
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
SAMPLES = resources.assets() / "samples"


def made(assessment=None, **options):
    assessment = assessment or report_texts.sample()
    return forms.make(
        ExportRequest(assessment, "slides", ".pptx", today=TODAY, **options), invariant=True
    )


def slides(assessment=None, **options):
    return list(Presentation(BytesIO(made(assessment, **options))).slides)


def texts(slide):
    for shape in slide.shapes:
        if shape.has_text_frame:
            yield shape.text_frame.text
        if shape.has_table:
            for row in shape.table.rows:
                yield from (cell.text for cell in row.cells)


def words(deck):
    return "\n".join(
        text for slide in deck for text in (*texts(slide), slide.notes_slide.notes_text_frame.text)
    )


@pytest.mark.parametrize("sample", ["council-service", "small-charity", "workshop"])
def test_there_are_six_each_with_a_title_of_its_own(sample):
    deck = slides(load_document(SAMPLES / f"{sample}.readiness").assessment)
    titles = [each.shapes.title.text for each in deck]
    assert len(deck) == 6
    assert len(set(titles)) == 6
    assert all(titles)


def test_the_title_is_read_first_then_left_then_right():
    for slide in slides():
        placed = [each for each in slide.shapes if each.name != "Footer"]
        assert placed[0] == slide.shapes.title
        order = [(each.left // Pt(400), each.top) for each in placed[1:]]
        assert order == sorted(order)
        assert slide.shapes[-1].name == "Footer"


def test_every_picture_and_table_says_what_it_is():
    pictures = 0
    for slide in slides():
        for shape in slide.shapes:
            if shape.shape_type == MSO_SHAPE_TYPE.PICTURE or shape.has_table:
                said = shape._element.xpath(".//p:cNvPr")[0].get("descr")
                assert said
                pictures += shape.shape_type == MSO_SHAPE_TYPE.PICTURE
            if shape.has_table:
                assert shape.table.first_row
    assert pictures == 2


def test_every_slide_has_notes_for_whoever_speaks():
    assert all(each.notes_slide.notes_text_frame.text for each in slides())


def test_each_action_has_its_owner_and_date():
    (table,) = [
        shape.table
        for slide in slides()
        if slide.shapes.title.text == "What we do first"
        for shape in slide.shapes
        if shape.has_table
    ]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert [row[0] for row in rows] == ["No.", "1", "2", "3", "4", "5"]
    assert all(all(row) for row in rows)


def test_nothing_is_small_and_nothing_leaves_the_slide():
    file = Presentation(BytesIO(made()))
    for slide in file.slides:
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.left + shape.width <= file.slide_width
            assert shape.top + shape.height <= file.slide_height
            if shape.name == "Footer" or not shape.has_text_frame:
                continue
            sizes = [run.font.size for p in shape.text_frame.paragraphs for run in p.runs]
            assert all(size >= Pt(14) for size in sizes)


def test_long_words_of_people_go_over_to_another_slide_and_none_is_lost():
    assessment = report_texts.sample()
    for key in list(assessment.actions)[:5]:
        assessment = edits.change_action(assessment, key, title="A very long title " * 16)
    deck = slides(assessment)
    titles = [each.shapes.title.text for each in deck]
    assert titles.count("What we do first") > 1
    assert words(deck).count("A very long title") >= 5 * 16
    high = Presentation(BytesIO(made(assessment))).slide_height
    for slide in deck:
        for shape in slide.shapes:
            if shape.has_table:
                assert shape.top + shape.height <= high


def test_without_scores_there_is_no_level_and_no_stage():
    deck = slides(without=frozenset({"scores"}))
    said = words(deck)
    assert "Build foundations first" not in said
    assert "Level" not in said
    assert 4 <= len(deck) <= 6


def test_without_names_nobody_is_named():
    assert "Ferrier" in words(slides())
    assert "Ferrier" not in words(slides(without=frozenset({"names"})))


def test_an_empty_assessment_has_slides_too():
    empty = report_texts.sample().model_copy(update={"answers": {}, "actions": {}, "asks": ()})
    assert len(slides(empty)) >= 4


def test_its_language_is_said_with_every_run():
    for slide in slides():
        for run in slide._element.xpath(".//a:r"):
            assert run.find("{*}rPr").get("lang") == "en-GB"


def test_the_same_request_gives_the_same_bytes():
    assert made() == made()


def test_the_logo_stands_on_the_first_with_its_words():
    from PIL import Image

    out = BytesIO()
    Image.new("RGB", (400, 200), "navy").save(out, "PNG")
    deck = slides(house=HouseStyle(logo=out.getvalue()))
    picture = next(e for e in deck[0].shapes if e.shape_type == MSO_SHAPE_TYPE.PICTURE)
    assert picture._element.xpath(".//p:cNvPr")[0].get("descr") == "Logo of Strathlomond Council"


def test_words_from_the_right_are_set_from_there():
    key = next(iter(report_texts.sample().actions))
    deck = slides(edits.change_action(report_texts.sample(), key, title="العربية"))
    found = [
        p
        for slide in deck
        for p in slide._element.xpath(".//a:p")
        if "العربية" in "".join(t.text or "" for t in p.iter("{*}t"))
    ]
    assert found
    assert all(p.find("{*}pPr").get("rtl") == "1" for p in found)


def test_nothing_of_the_library_s_own_sample_is_left():
    with zipfile.ZipFile(BytesIO(made())) as parts:
        layouts = [name for name in parts.namelist() if "slideLayouts/slideLayout" in name]
        assert len(layouts) == 2
        assert b"Calibri" not in parts.read("ppt/theme/theme1.xml")


def test_notes_are_never_asked_for():
    with pytest.raises(ExportError):
        made(size="large")
