"""What no typeface draws is named with its field before a PDF is made, and own typefaces help."""

import datetime as dt
import shutil
from pathlib import Path

import pytest

from nttp_readiness.app import command_line
from nttp_readiness.domain.answers.fields import ACTION_FIELDS, ANSWER_FIELDS, REQUEST_FIELDS
from nttp_readiness.domain.editing import edits
from nttp_readiness.domain.exchange.house_style import HouseStyle
from nttp_readiness.domain.plan.plan import plan_of
from nttp_readiness.domain.scorecard import score
from nttp_readiness.presentation.plan.typed_texts import typed_texts
from nttp_readiness.reports import forms
from nttp_readiness.reports.export_request import ExportRequest
from nttp_readiness.storage.account.house_style_files import read_house_style
from nttp_readiness.storage.account.settings import Settings
from nttp_readiness.storage.documents.documents import load_document, save_document
from tests.presentation import report_texts

TODAY = dt.date(2026, 11, 30)
ARABIC, HINDI, CHINESE = "العربية", "हिन्दी", "中文"


def with_action(**fields):
    found = edits.add_action(report_texts.sample(), "One more")
    key = next(key for key, each in found.actions.items() if each.title == "One more")
    return edits.change_action(found, key, **fields), key


def troubles(assessment, form="plan", suffix=".pdf", **more):
    return " ".join(forms.troubles(ExportRequest(assessment, form, suffix, today=TODAY, **more)))


def test_a_sign_is_named_with_its_field_and_action():
    assessment, key = with_action(measure=f"Seen by {ARABIC} in \N{GRINNING FACE} weeks")
    number = plan_of(assessment, score(assessment).suggestions).numbers[key]
    said = troubles(assessment)
    assert f"“{ARABIC}” and “\N{GRINNING FACE}” in “How we will know” of action {number}" in said
    assert "The Word file shows all of it." in said


def test_nothing_is_said_where_every_sign_is_drawn():
    assessment, _ = with_action(measure="≥ 80 % in ≤ 10 days → review; ✓ if done")
    assert troubles(assessment) == ""
    assert troubles(report_texts.sample()) == ""


def test_what_is_left_out_is_not_named():
    assessment, _ = with_action(notes=f"Ask {ARABIC}", owner=f"{HINDI}, lead")
    said = troubles(assessment, "report", without=frozenset({"notes", "names"}))
    assert said == ""
    assert ARABIC in troubles(assessment, "report")
    assert HINDI in troubles(assessment, "report")


def test_a_sign_that_is_a_word_by_itself_is_named_where_it_is_printed_alone():
    """It stands in many fields, and not all of them are on this paper."""
    face = "\N{GRINNING FACE}"
    assessment, _ = with_action(measure=f"Seen {face} in weeks", notes=f"Ask {face} again")
    said = troubles(assessment, without=frozenset({"notes"}))
    assert "“How we will know”" in said
    assert "“Notes”" not in said


@pytest.mark.parametrize("suffix", [".docx", ".html"])
def test_files_that_show_every_sign_say_nothing(suffix):
    assessment, _ = with_action(measure=ARABIC)
    assert troubles(assessment, suffix=suffix) == ""


def test_of_many_places_a_few_are_named_and_the_others_counted():
    assessment = report_texts.sample()
    for number in range(9):
        assessment = edits.add_action(assessment, f"{number} {CHINESE}")
    said = troubles(assessment, "report")
    assert said.count("“Action”") == 3
    assert "6 more places" in said


@pytest.mark.parametrize(
    ("fields", "kind"), [(ACTION_FIELDS, "action"), (ANSWER_FIELDS, "answer"),
                         (REQUEST_FIELDS, "request")]
)  # fmt: skip
def test_every_field_that_people_type_in_is_looked_at(fields, kind):
    """A field that is declared and not looked at here would lose its signs without a word."""
    typed = {name: f"canary {name}" for name, spec in fields.items() if spec.typed}
    assessment = edits.add_action(report_texts.sample(), "One more")
    update: dict[str, object]
    if kind == "action":
        key = next(iter(assessment.actions))
        old = assessment.actions[key]
        update = {"actions": {key: old.model_copy(update=typed)}}
    elif kind == "answer":
        key = assessment.asked[0].id
        update = {"answers": {key: assessment.answer(key).model_copy(update=typed)}}
    else:
        update = {"asks": (assessment.asks[0].model_copy(update=typed),)}
    assessment = assessment.model_copy(update=update)
    texts = {each.text for each in typed_texts(assessment, plan_of(assessment, ()))}
    assert set(typed.values()) <= texts


def test_the_command_names_them_on_standard_error_and_makes_the_file(tmp_path, capsys):
    assessment, _ = with_action(measure=f"Seen by {ARABIC}")
    file, out = tmp_path / "ours.readiness", tmp_path / "plan.pdf"
    save_document(file, assessment, expected=None)
    assert command_line.run(["export", str(file), str(out)]) == 0
    said = capsys.readouterr()
    assert f"“{ARABIC}” in “How we will know” of action" in said.err
    assert said.out == f"Wrote {out}\n"
    assert out.stat().st_size > 1000


# ---- typefaces of the organisation


NOTO = Path(__file__).parents[2] / "assets" / "fonts" / "NotoSans-Regular.ttf"


@pytest.fixture(scope="module")
def own_face():
    """A typeface that draws a Chinese sign, an Arabic letter and a Hindi one: ours, renamed."""
    import struct

    data = bytearray(NOTO.read_bytes())
    return bytes(with_letters(data, {0x4E2D: ord("A"), 0x0639: ord("B"), 0x0939: ord("C")}, struct))


def with_letters(data, letters, struct):
    """The font with a table from characters to glyphs of its own, for those letters alone."""
    from reportlab.pdfbase.ttfonts import TTFontFace

    glyphs = TTFontFace(str(NOTO)).charToGlyph
    groups = b"".join(
        struct.pack(">LLL", code, code, glyphs[like]) for code, like in sorted(letters.items())
    )
    table = struct.pack(">HHLLL", 12, 0, 16 + len(groups), 0, len(letters)) + groups
    cmap = struct.pack(">HHHHL", 0, 1, 3, 10, 12) + table
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        at = 12 + 16 * index
        if data[at : at + 4] == b"cmap":
            struct.pack_into(">LL", data, at + 8, len(data), len(cmap))
    return data + cmap


def test_an_own_typeface_draws_what_ours_do_not(own_face, read_pdf, faults):
    assessment, _ = with_action(measure="Seen by \u4e2d")
    house = HouseStyle(faces=(own_face,))
    assert troubles(assessment) != ""
    assert troubles(assessment, house=house) == ""
    data = forms.make(ExportRequest(assessment, "plan", ".pdf", today=TODAY, house=house))
    reading = read_pdf(data)
    assert "Seen by \u4e2d" in reading.text(reading.root)
    assert faults(data) == []
    assert troubles(assessment) != "", "it helps with that file alone"


@pytest.mark.parametrize("letter", ["\u0639", "\u0939"])
def test_scripts_that_need_more_than_letters_are_not_set_with_it(own_face, letter):
    """Arabic letters join and run from the right, Hindi ones change places: unset they mislead."""
    assessment, _ = with_action(measure=letter)
    assert letter in troubles(assessment, house=HouseStyle(faces=(own_face,)))


@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: b"not a font",
        lambda data: b"OTTO" + data[4:],
        lambda data: data[: len(data) // 2],
        lambda data: data[:300],
        lambda data: bytes(255 - each for each in data[:4000]) + data[4000:],
    ],
)
def test_a_typeface_that_is_none_is_passed_over(own_face, spoil):
    assessment, _ = with_action(measure="\u4e2d")
    house = HouseStyle(faces=(spoil(own_face),))
    assert "\u4e2d" in troubles(assessment, house=house)
    assert forms.make(ExportRequest(assessment, "plan", ".pdf", today=TODAY, house=house))


def test_a_typeface_that_may_not_be_embedded_is_passed_over(own_face):
    import struct

    data = bytearray(own_face)
    for index in range(struct.unpack_from(">H", data, 4)[0]):
        tag, _, offset, _ = struct.unpack_from(">4sLLL", data, 12 + 16 * index)
        if tag == b"OS/2":
            struct.pack_into(">H", data, offset + 8, 0x0002)
    assessment, _ = with_action(measure="\u4e2d")
    assert "\u4e2d" in troubles(assessment, house=HouseStyle(faces=(bytes(data),)))


def test_typefaces_are_read_from_the_folder_that_the_settings_name(tmp_path, own_face):
    (tmp_path / "ours.ttf").write_bytes(own_face)
    (tmp_path / "readme.txt").write_text("nothing")
    (tmp_path / "empty.ttf").write_bytes(b"")
    house = read_house_style(Settings(faces=str(tmp_path)))
    assert house.faces == (own_face,)
    assert house.trouble == (f"“{tmp_path / 'empty.ttf'}” is empty.",)


def test_it_lays_down_typefaces_for_everybody(tmp_path, monkeypatch, own_face):
    monkeypatch.setenv("NTTP_READINESS_HOME", str(tmp_path))
    (tmp_path / "shared" / "fonts").mkdir(parents=True)
    (tmp_path / "shared" / "fonts" / "ours.ttf").write_bytes(own_face)
    shutil.copy(NOTO, tmp_path / "shared" / "logo.png")
    (tmp_path / "shared" / "settings.json").write_text('{"logo": "logo.png"}')
    from nttp_readiness.storage.account import settings

    found = settings.load()
    assert found.logo == str(tmp_path / "shared" / "logo.png")
    assert read_house_style(found).faces == (own_face,)
    settings.save(found)
    assert "logo" not in (tmp_path / "settings" / "settings.json").read_text()


def test_what_cannot_be_read_is_said_once_and_stops_nothing(tmp_path):
    house = read_house_style(Settings(logo=str(tmp_path / "gone.png")))
    assert house.logo == b""
    assert len(house.trouble) == 1
    assert str(tmp_path / "gone.png") in house.trouble[0]


def test_a_sample_is_as_it_was(tmp_path):
    sample = load_document(report_texts.SAMPLE).assessment
    assert troubles(sample, "report") == ""
