"""Collecting sentences, compiling catalogues, and the draft that says that it is one."""

import ast
import gettext
import io
import re

import polib
import pytest

from nttp_readiness import i18n, resources
from tools import messages

FOLDER = resources.assets() / "translations"
FRAME = {
    "Button", "main_words", "place_name", "filter_words", "save_words", "kind_words",
    "status_words", "horizon_words", "choice_words", "OtherAnswer", "words", "Fold", "OfferRow",
    "Link", "line_field", "text_field", "combo_field", "segments_field", "date_field",
    "radio_field", "TickBox", "IconLabel", "ActionColumn", "AnswerColumn", "RequestColumn",
    "EvidenceColumn", "TableColumn", "NavigationRow", "purpose", "rows_heading", "guide_words",
    "view_name", "four_sentences",
}  # fmt: skip
"""Classes and functions whose sentences make the frame of the interface."""
HEADINGS = {"page", "section", "section_small", "stage"}
"""Kinds of text that head a page or a part of one."""
CHARSET = "Content-Type: text/plain; charset=UTF-8\\n"
CODE = """
tr("Plain")
i18n.tr("Over "
        "two lines with “quotes” and a \\\\ and \\"these\\"")
trn("{n} answer", "{n} answers", count)
tr("Plain")
tr(sentence)
"""


@pytest.fixture
def collected(tmp_path):
    package = tmp_path / "package"
    package.mkdir()
    (package / "one.py").write_text(CODE, encoding="utf-8")
    return messages.extract(package)


def test_every_kind_of_call_is_collected_once(collected):
    found, _ = collected
    assert list(found) == [
        "Plain", 'Over two lines with “quotes” and a \\ and "these"', "{n} answer",
    ]  # fmt: skip
    assert found["{n} answer"].many == "{n} answers"
    assert found["Plain"].files == ["package/one.py"] * 2


def test_a_sentence_that_is_not_written_out_is_a_fault(collected):
    assert collected[1] == ["package/one.py:7 tr needs its sentence written out"]


def test_every_sentence_of_the_program_can_be_collected():
    found, faults = messages.extract(messages.PACKAGE)
    assert faults == []
    assert len(found) > 1000


def test_a_sentence_inside_another_is_collected(tmp_path):
    (tmp_path / "one.py").write_text("f\"{tr('Within')} and {trn('{n} x', '{n} xs', n)}\"", "utf-8")
    assert list(messages.extract(tmp_path)[0]) == ["Within", "{n} x"]


def catalogue(text):
    return gettext.GNUTranslations(io.BytesIO(polib.pofile(text).to_binary()))


def test_a_catalogue_goes_through_the_template_to_what_the_program_reads(collected):
    po = messages.template(collected[0])
    po = po.replace('msgstr ""\n\n#', 'msgstr "Sìmplidh"\n\n#', 2).replace('[0] ""', '[0] "a"')
    po = po.replace('msgstr[1] ""', 'msgstr[1] "b {n}"')
    spoken = catalogue(po)
    assert spoken.gettext("Plain") == "Sìmplidh"
    assert spoken.ngettext("{n} answer", "{n} answers", 5) == "b {n}"
    assert spoken.gettext("Not there") == "Not there"


def test_what_is_not_translated_or_uncertain_stays_english():
    po = 'msgid "A"\nmsgstr ""\n\n#, fuzzy\nmsgid "B"\nmsgstr "b"\n\nmsgid "C"\nmsgstr "c"\n'
    spoken = catalogue(f'msgid ""\nmsgstr "{CHARSET}"\n\n{po}')
    assert [spoken.gettext(each) for each in "ABC"] == ["A", "B", "c"]


@pytest.mark.parametrize(
    "entry",
    ["msgid Plain", 'msgid "Plane"', 'msgid "Plain"\nmsgid_plural "Plains"\nmsgstr[0] "b"'],
)
def test_a_sentence_that_the_program_does_not_say_is_named(collected, entry):
    po = entry if "[" in entry else f'{entry}\nmsgstr "b"'
    faults = messages.unknown(polib.pofile(f"{po}\n"), collected[0])
    assert len(faults) == 1
    assert "does not say" in faults[0]
    assert messages.unknown(polib.pofile('msgid "Plain"\nmsgstr "b"\n'), collected[0]) == []


def test_the_template_holds_the_sentences_of_the_code_and_no_others():
    """Where a sentence stands may move; which there are may not differ."""
    template = polib.pofile(FOLDER / f"{i18n.DOMAIN}.pot")
    kept = {each.msgid: each.msgid_plural for each in template}
    found, _ = messages.extract(messages.PACKAGE)
    assert kept == {each.one: each.many for each in found.values()}, "run `python3 run.py messages`"


def frame(package):
    """The sentences of the frame: menus, buttons, places, and the states of answers and actions."""
    found = set()
    for path in package.rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        for node in ast.walk(tree):
            called = getattr(node, "func", None)
            name = getattr(called, "attr", getattr(called, "id", getattr(node, "name", "")))
            kinds = {getattr(each, "value", None) for each in getattr(node, "args", ())
                     if isinstance(each, ast.Constant)} if name == "Prose" else set()  # fmt: skip
            if path.name in {"menus.py", "menu_names.py"} or name in FRAME or kinds & HEADINGS:
                found |= set(sentences_in(node))
    return found


def sentences_in(node):
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "tr":
            (sentence,) = call.args
            assert isinstance(sentence, ast.Constant)
            yield sentence.value


def test_the_gaelic_draft_has_the_whole_frame_of_the_interface():
    spoken = {each.msgid for each in polib.pofile(FOLDER / "gd.po").translated_entries()}
    wanted = frame(messages.PACKAGE)
    assert len(wanted) > 400
    assert {"Not sure", "Not started", "Prepare", "Go to the plan", "&File", "Saving"} <= wanted
    missing = sorted(wanted - spoken)
    # A button of today may wait for its word; menus, places and states may not.
    assert len(missing) <= len(wanted) // 20, missing


def drafts():
    return sorted(FOLDER.glob("*.po"))


def fields(text):
    return sorted(re.findall(r"\{[^}]*\}", text))


def test_there_is_a_draft_in_scottish_gaelic():
    assert [each.stem for each in drafts()] == ["gd"]


@pytest.mark.parametrize("path", drafts(), ids=lambda path: path.stem)
def test_each_catalogue_is_compiled_fits_the_code_and_keeps_its_fields(path):
    draft = polib.pofile(path)
    compiled = FOLDER / path.stem / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    assert compiled.read_bytes() == draft.to_binary(), "run `python3 run.py messages`"
    assert messages.unknown(draft, messages.extract(messages.PACKAGE)[0]) == []
    spoken = draft.translated_entries()
    assert len(spoken) > 60
    for each in spoken:
        # One form may serve more than one count, as in Gaelic that of 1 serves 11 as well.
        wanted = fields(each.msgid_plural or each.msgid)
        for translated in [each.msgstr] if not each.msgid_plural else each.msgstr_plural.values():
            assert fields(translated) == wanted, each.msgid
            assert each.msgid.count("&") == translated.count("&"), each.msgid


def test_a_draft_is_offered_as_a_draft_and_spoken_when_it_is_chosen():
    assert i18n.offered() == (
        ("en", "English"),
        ("gd", "Gàidhlig: a draft that no speaker has checked yet"),
    )
    i18n.use("gd")
    try:
        assert i18n.tr("Not sure") != "Not sure"
        assert i18n.tr("A sentence that nobody translated") == "A sentence that nobody translated"
    finally:
        i18n.use("")


def test_gaelic_has_its_four_forms_wherever_something_is_counted():
    draft = polib.pofile(FOLDER / "gd.po")
    counted = [each for each in draft if each.msgid_plural]
    assert len(counted) > 20
    assert all(len(e.msgstr_plural) == 4 and all(e.msgstr_plural.values()) for e in counted)
    i18n.use("gd")
    try:
        said = {n: i18n.trn("{n} action", "{n} actions", n) for n in range(30)}
    finally:
        i18n.use("")
    forms = {n: words.partition(" ")[2] for n, words in said.items()}
    assert forms[1] == forms[11] == forms[2] == forms[12] == "ghnìomh"
    assert {forms[n] for n in (*range(3, 11), *range(13, 20))} == {"gnìomhan"}
    assert {forms[n] for n in (0, *range(20, 30))} == {"gnìomh"}


def test_a_catalogue_that_somebody_reviewed_is_offered(tmp_path, monkeypatch):
    folder = tmp_path / "translations" / "gd" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = (FOLDER / "gd.po").read_text(encoding="utf-8")
    reviewed = text.replace('"X-Reviewed-By: \\n"', '"X-Reviewed-By: Somebody, 2027\\n"')
    assert reviewed != text
    data = polib.pofile(reviewed).to_binary()
    (folder / f"{i18n.DOMAIN}.mo").write_bytes(data)
    monkeypatch.setattr(resources, "assets", lambda: tmp_path)
    assert i18n.offered() == (("en", "English"), ("gd", "Gàidhlig"))
