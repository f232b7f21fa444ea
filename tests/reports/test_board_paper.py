"""The paper for a board: what it says, in our own look and in an organisation's template."""

import datetime as dt
import random
import zipfile
from io import BytesIO

import docx
import pytest
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from pypdf import PdfReader

from nttp_readiness import resources
from nttp_readiness.app import command_line
from nttp_readiness.domain.exchange.house_style import HouseStyle
from nttp_readiness.errors import ExportError
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.documents.documents import load_document
from tests.presentation import report_texts

TODAY = dt.date(2027, 3, 12)
SAMPLES = resources.assets() / "samples"
PARTS = [
    "Purpose", "Recommendation", "Where we stand", "What we will do first", "Risks",
    "What we need from others", "Next step",
]  # fmt: skip
TEMPLATE = b"application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml"
DOCUMENT = TEMPLATE.replace(b"template.main", b"document.main")


def made(suffix=".docx", assessment=None, **options):
    assessment = assessment or report_texts.sample()
    return forms.make(ExportRequest(assessment, "board", suffix, today=TODAY, **options))


def word(**options):
    return docx.Document(BytesIO(made(**options)))


def headings(document, styles=("Heading 1",)):
    return [each.text for each in document.paragraphs if each.style.name in styles]


def saved(document):
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def repacked(data, change):
    """The file with each part as `change(name, part)` gives it; None leaves it out."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as given, zipfile.ZipFile(out, "w") as kept:
        for name in given.namelist():
            part = change(name, given.read(name))
            if part is not None:
                kept.writestr(name, part)
    return out.getvalue()


@pytest.fixture(scope="module")
def template():
    """A council's own: another page, header, typeface, colour, and words that wait for text."""
    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.left_margin, section.right_margin = Mm(210), Mm(30), Mm(30)
    section.header.paragraphs[0].text = "Strathlomond Council: committee paper"
    for name, size in (("Normal", 12), ("Heading 1", 15), ("Title", 26)):
        document.styles[name].font.name = "Georgia"
        document.styles[name].font.size = Pt(size)
    document.add_heading("Report title", 1)
    document.add_paragraph("Click here to enter text.")
    return saved(document)


@pytest.mark.parametrize("sample", ["council-service", "small-charity", "workshop"])
def test_it_has_all_parts_and_two_to_four_pages(sample):
    assessment = load_document(SAMPLES / f"{sample}.readiness").assessment
    document = docx.Document(BytesIO(made(assessment=assessment)))
    found = headings(document)
    asked_of_others = "What we need from others"
    parts = [each for each in PARTS if each != asked_of_others or asked_of_others in found]
    assert [each for each in found if each in PARTS] == parts
    pages = len(PdfReader(BytesIO(made(".pdf", assessment))).pages)
    assert 2 <= pages <= 4


def test_a_meeting_reads_what_it_decides_before_all_else():
    found = headings(word())
    assert found[:3] == ["Purpose", "Recommendation", "Pause first"]
    asked = [each.text for each in word().paragraphs if each.style.name == "List Number"]
    assert any("readiness stage is “Build foundations first”" in each for each in asked)
    assert any("five actions below" in each for each in asked)
    assert asked[-1].startswith("Look at this again on")


def test_each_action_has_its_owner_and_its_date():
    table = next(each for each in word().tables if each.rows[0].cells[1].text == "Action")
    assert [row.cells[0].text for row in table.rows] == ["No.", "1", "2", "3", "4", "5"]
    assert all(row.cells[2].text and row.cells[3].text for row in table.rows)


def test_risks_name_what_answers_them():
    table = word().tables[-1]
    assert [cell.text for cell in table.rows[0].cells] == [
        "What may go wrong", "What it would mean", "What we do about it",
    ]  # fmt: skip
    assert all(cell.text for row in table.rows for cell in row.cells)
    assert "Action\N{NO-BREAK SPACE}1. Sìne Nic a’ Ghobhainn, by" in table.rows[1].cells[2].text


def test_an_empty_assessment_gives_a_paper_too():
    empty = report_texts.sample().model_copy(update={"answers": {}, "actions": {}, "asks": ()})
    document = docx.Document(BytesIO(made(assessment=empty)))
    assert "Recommendation" in headings(document)
    assert made(".pdf", empty)


def test_without_scores_no_level_and_no_stage_is_in_it():
    text = "\n".join(each.text for each in word(without=frozenset({"scores"})).paragraphs)
    assert "Build foundations first" not in text
    assert "Level" not in text


def test_its_pdf_is_without_fault(faults):
    assert faults(made(".pdf")) == []


# ---- the organisation's own template


def test_the_template_gives_page_header_and_styles(template):
    document = word(template=template)
    section = document.sections[-1]
    assert round(section.left_margin / Mm(30), 3) == 1
    assert section.header.paragraphs[0].text == "Strathlomond Council: committee paper"
    assert document.styles["Normal"].font.name == "Georgia"
    assert headings(document)[:2] == ["Purpose", "Recommendation"]
    assert next(p for p in document.paragraphs if p.style.name == "Title").text
    text = "\n".join(each.text for each in document.paragraphs)
    assert "Click here" not in text
    assert "Report title" not in text


def test_nothing_in_it_has_a_typeface_or_colour_of_ours(template):
    document = word(template=template)
    for paragraph in document.paragraphs:
        for run in paragraph.runs:
            assert run.font.name is None
            assert run.font.color is None or run.font.color.rgb is None
    for table in document.tables:
        wide = sum(column.width for column in table.columns)
        assert wide <= Mm(151), "as wide as the template's text"


def test_a_template_of_the_settings_is_used_and_one_that_is_named_goes_before(template):
    house = HouseStyle(template=template)
    assert word(house=house).styles["Normal"].font.name == "Georgia"
    other = docx.Document()
    other.styles["Normal"].font.name = "Verdana"
    assert word(house=house, template=saved(other)).styles["Normal"].font.name == "Verdana"


def test_a_dotx_is_used_as_it_is(template):
    dotx = repacked(template, lambda name, part: part.replace(DOCUMENT, TEMPLATE))
    with pytest.raises(ValueError):
        docx.Document(BytesIO(dotx))
    document = word(template=dotx)
    assert document.styles["Normal"].font.name == "Georgia"
    content = zipfile.ZipFile(BytesIO(made(template=dotx))).read("[Content_Types].xml")
    assert TEMPLATE not in content, "what is written is a paper, not a template"


def test_where_the_template_says_paper_our_text_stands_there():
    document = docx.Document()
    document.add_paragraph("To: the Audit Committee")
    document.add_paragraph(" [Paper] ")
    document.add_paragraph("For office use: minute number")
    texts = [each.text for each in word(template=saved(document)).paragraphs if each.text]
    assert texts[0] == "To: the Audit Committee"
    assert texts[-1] == "For office use: minute number"
    assert "Recommendation" in texts
    assert " [Paper] " not in texts


def test_styles_that_a_template_lacks_are_added(template):
    """A template keeps only the styles that were used in it; many have no list at all."""
    document = docx.Document(BytesIO(template))
    for style in list(document.styles):
        if style.name not in {"Normal", "Default Paragraph Font", "Normal Table"}:
            style.delete()
    bare = repacked(
        saved(document),
        lambda name, part: (
            None
            if name == "word/numbering.xml"
            else part.replace(b"", b"")
            if not name.endswith("document.xml.rels")
            else _without_numbering(part)
        ),
    )
    bare = repacked(
        bare,
        lambda name, part: part.replace(
            b'<Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats'
            b'-officedocument.wordprocessingml.numbering+xml"/>', b"")
        if name == "[Content_Types].xml" else part,
    )  # fmt: skip
    document = word(template=bare)
    assert headings(document)[:2] == ["Purpose", "Recommendation"]
    items = [each for each in document.paragraphs if each.style.name == "List Bullet"]
    assert items
    numbering = document.part.numbering_part.element
    known = {each.numId for each in numbering.num_lst}
    for style in ("List Bullet", "List Number"):
        number = document.styles[style].element.pPr.numPr.numId.val
        assert number in known
    levels = [each.get(qn("w:abstractNumId")) for each in numbering.findall(qn("w:abstractNum"))]
    assert len(set(levels)) == len(levels)


def _without_numbering(part):
    import re

    return re.sub(rb"<Relationship [^>]*numbering[^>]*/>", b"", part)


def test_headers_of_earlier_sections_are_kept():
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Letterhead"
    document.add_paragraph("Front matter")
    document.add_section()
    assert document.sections[1].header.is_linked_to_previous
    found = word(template=saved(document))
    assert len(found.sections) == 1
    assert found.sections[0].header.paragraphs[0].text == "Letterhead"


@pytest.fixture
def with_part(template):
    """The template with one more part, or with a part changed."""

    def make(change=None, **more):
        data = repacked(template, change or (lambda name, part: part))
        out = BytesIO(data)
        with zipfile.ZipFile(out, "a") as kept:
            for name, part in more.items():
                kept.writestr(name, part)
        return out.getvalue()

    return make


RELATION = (
    '<Relationship Id="rIdX" Type="http://schemas.openxmlformats.org/officeDocument/2006/'
    'relationships/{kind}" Target="{target}" {mode}/></Relationships>'
)


def related(kind, target, mode='TargetMode="External"', of="word/_rels/document.xml.rels"):
    added = RELATION.format(kind=kind, target=target, mode=mode).encode()
    return lambda name, part: part.replace(b"</Relationships>", added) if name == of else part


def refused(template):
    with pytest.raises(ExportError) as caught:
        made(template=template)
    assert caught.value.safe == "Nothing was written."
    assert caught.value.cure
    assert "\n" not in str(caught.value)
    return caught.value.what


def test_what_is_no_word_file_is_refused_in_a_sentence():
    for data in (b"x", b"%PDF-1.7", b"PK\x03\x04" + b"\0" * 200, b"\xd0\xcf\x11\xe0" * 200):
        assert "damaged, or it is no Word file" in refused(data)


def test_an_excel_file_is_refused():
    book = forms.make(ExportRequest(report_texts.sample(), "actions", ".xlsx", today=TODAY))
    assert "no Word file" in refused(book)


@pytest.mark.parametrize("kind", ["image", "oleObject", "frame", "subDocument"])
def test_what_loads_something_from_elsewhere_is_refused(with_part, kind):
    data = with_part(related(kind, "http://192.0.2.1/x"))
    assert "loads something from elsewhere" in refused(data)


def test_a_macro_is_refused(with_part):
    change = related("vbaProject", "vbaProject.bin", mode="")
    types = (
        b'<Override PartName="/word/vbaProject.bin" ContentType="application/vnd.ms-office.'
        b'vbaProject"/></Types>'
    )

    def both(name, part):
        part = change(name, part)
        return part.replace(b"</Types>", types) if name == "[Content_Types].xml" else part

    data = with_part(both, **{"word/vbaProject.bin": b"Auto_Open"})
    assert "macro or an embedded file" in refused(data)


@pytest.mark.parametrize("field", ["DDEAUTO c:\\x", " INCLUDETEXT http://192.0.2.1/x "])
def test_a_field_that_loads_something_is_refused(template, field):
    document = docx.Document(BytesIO(template))
    paragraph = document.sections[0].header.paragraphs[0]
    run = paragraph.add_run()
    said = docx.oxml.OxmlElement("w:instrText")
    said.text = field
    run._r.append(said)
    assert "field that loads something" in refused(saved(document))


def test_an_attached_template_is_forgotten(template, with_part):
    data = with_part(
        related("attachedTemplate", "file://server/x.dotm", of="word/_rels/settings.xml.rels")
    )
    document = docx.Document(BytesIO(template))
    attached = docx.oxml.OxmlElement("w:attachedTemplate")
    document.settings.element.append(attached)
    out = made(template=saved(document))
    assert b"attachedTemplate" not in b"".join(
        zipfile.ZipFile(BytesIO(out)).read(name)
        for name in zipfile.ZipFile(BytesIO(out)).namelist()
    )
    assert made(template=data)


def test_one_that_unpacks_to_too_much_is_refused(with_part):
    data = with_part(**{"word/media/x.bin": b"\0"})
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as kept:
        for name in zipfile.ZipFile(BytesIO(data)).namelist():
            kept.writestr(name, zipfile.ZipFile(BytesIO(data)).read(name))
        kept.writestr("word/media/y.bin", b"\0" * (100 * 1024 * 1024))
    assert "far too large" in refused(out.getvalue())


def test_damaged_templates_give_a_paper_or_a_sentence(template):
    """Many, each with a few bytes of one part spoilt: never anything but these two."""
    rng = random.Random(7)
    names = [
        name
        for name in zipfile.ZipFile(BytesIO(template)).namelist()
        if name.endswith(("ml", "rels"))
    ]
    outcomes = {"paper": 0, "sentence": 0}
    for _ in range(120):
        spoilt = rng.choice(names)

        def spoil(name, part, spoilt=spoilt):
            if name != spoilt:
                return part
            data = bytearray(part)
            kind = rng.random()
            at = rng.randrange(len(data))
            if kind < 0.3:
                return bytes(data[:at])
            if kind < 0.6:
                words = [
                    b"w:val",
                    b"w:type",
                    b"<w:p>",
                    b"w:style",
                    b"w:sectPr",
                    b"w:id",
                    b"1",
                    b"w:",
                ]
                word = rng.choice(words)
                return bytes(data.replace(word, rng.choice(words), rng.randrange(1, 40)))
            for _ in range(rng.randrange(1, 6)):
                data[rng.randrange(len(data))] = rng.randrange(256)
            return bytes(data)

        try:
            made(template=repacked(template, spoil))
            outcomes["paper"] += 1
        except ExportError as problem:
            outcomes["sentence"] += "\n" not in str(problem)
    assert sum(outcomes.values()) == 120
    assert min(outcomes.values()) > 10, outcomes


def test_a_template_that_cannot_be_read_any_more_is_said(tmp_path):
    house = HouseStyle(template_trouble="“G:/board.dotx” could not be read: gone.")
    with pytest.raises(ExportError) as caught:
        made(house=house)
    assert "G:/board.dotx" in caught.value.what
    assert made(".pdf", house=house), "the PDF needs none"


def test_the_command_takes_a_template(tmp_path, template, capsys):
    given, out = tmp_path / "board.dotx", tmp_path / "paper.docx"
    given.write_bytes(template)
    arguments = ["export", str(report_texts.SAMPLE), str(out), "--form", "board"]
    assert command_line.run([*arguments, "--template", str(given)]) == 0
    assert docx.Document(str(out)).styles["Normal"].font.name == "Georgia"
    capsys.readouterr()
    assert command_line.run([*arguments, "--template", str(tmp_path / "gone.dotx")]) == 1
    assert "gone.dotx" in capsys.readouterr().err
    arguments[-1] = "plan"
    assert command_line.run([*arguments, "--template", str(given)]) == 1
    assert "cannot be made with: a Word template" in capsys.readouterr().err


# ---- the logo


@pytest.fixture(scope="module")
def logo():
    from PIL import Image

    out = BytesIO()
    picture = Image.new("RGBA", (1400, 700), (0, 90, 120, 255))
    picture.putpixel((0, 0), (0, 0, 0, 0))
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(("form", "suffix"), [("board", ".pdf"), ("report", ".pdf")])
def test_the_logo_stands_in_the_pdf_with_its_words(logo, form, suffix, read_pdf, faults):
    house = HouseStyle(logo=logo)
    data = forms.make(ExportRequest(report_texts.sample(), form, suffix, today=TODAY, house=house))
    figures = [each.entry["/Alt"] for each in read_pdf(data).all("Figure")]
    assert figures[0] == "Logo of Strathlomond Council"
    assert faults(data) == []


@pytest.mark.parametrize("form", ["board", "report"])
def test_the_logo_stands_in_word_with_its_words(logo, form):
    house = HouseStyle(logo=logo)
    data = forms.make(ExportRequest(report_texts.sample(), form, ".docx", today=TODAY, house=house))
    shapes = docx.Document(BytesIO(data)).inline_shapes
    assert shapes[0]._inline.docPr.get("descr") == "Logo of Strathlomond Council"
    assert Mm(10) < shapes[0].height <= Mm(18.1)


def test_the_logo_stands_on_the_web_page(logo):
    house = HouseStyle(logo=logo)
    page = forms.make(
        ExportRequest(report_texts.sample(), "report", ".html", today=TODAY, house=house)
    ).decode()
    assert 'alt="Logo of Strathlomond Council"' in page


@pytest.mark.parametrize(
    "data", [b"x", b"\x89PNG\r\n\x1a\n" + b"\0" * 99, b"<svg onload='x'/>", b"GIF89a" + b"\0" * 50]
)
def test_a_logo_that_is_no_picture_is_said_and_left_out(data):
    house = HouseStyle(logo=data)
    request = ExportRequest(report_texts.sample(), "board", ".pdf", today=TODAY, house=house)
    assert forms.troubles(request) == (
        "This logo is not a picture that the program can use. It is left out.",
    )
    assert forms.make(request)


def test_a_logo_that_would_fill_the_memory_is_left_out():
    import struct
    import zlib

    def chunk(kind, data):
        body = kind + data
        return struct.pack(">L", len(data)) + body + struct.pack(">L", zlib.crc32(body))

    head = struct.pack(">LLBBBBB", 60000, 60000, 8, 2, 0, 0, 0)
    bomb = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 9))
    house = HouseStyle(logo=bomb)
    request = ExportRequest(report_texts.sample(), "board", ".pdf", today=TODAY, house=house)
    assert len(forms.troubles(request)) == 1


def test_styles_of_a_template_are_paragraph_styles(template):
    names = {s.name for s in word(template=template).styles if s.type is WD_STYLE_TYPE.PARAGRAPH}
    assert {"Title", "Heading 1", "List Bullet", "List Number", "Cell"} <= names
