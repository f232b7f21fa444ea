"""Collecting sentences, compiling catalogues, and the draft that is not offered yet."""

import ast
import gettext
import io
import re

import pytest

from nttp_readiness import i18n, resources
from nttp_readiness.app import messages

FOLDER = resources.assets() / "translations"
FRAME = {
    "Button", "main_words", "place_name", "filter_words", "save_words", "kind_words",
    "status_words", "horizon_words", "choice_words", "OtherAnswer", "words",
}  # fmt: skip
"""Classes and functions whose sentences make the frame of the interface."""
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
    assert len(found["Plain"].places) == 2


def test_a_sentence_that_is_not_written_out_is_a_fault(collected):
    assert collected[1] == ["package/one.py:7 tr needs its sentence written out"]


def test_every_sentence_of_the_program_can_be_collected():
    found, faults = messages.extract(messages.PACKAGE)
    assert faults == []
    assert len(found) > 1000


def test_a_catalogue_goes_through_the_template_to_what_the_program_reads(collected):
    po = messages.template(collected[0])
    po = po.replace('msgstr ""\n\n#', 'msgstr "Sìmplidh"\n\n#', 2).replace('[0] ""', '[0] "a"')
    po = po.replace('msgstr[1] ""', 'msgstr[1] "b {n}"')
    catalogue = gettext.GNUTranslations(io.BytesIO(messages.mo_bytes(messages.read_po(po))))
    assert catalogue.gettext("Plain") == "Sìmplidh"
    assert catalogue.ngettext("{n} answer", "{n} answers", 5) == "b {n}"
    assert catalogue.gettext("Not there") == "Not there"


def test_what_is_not_translated_or_uncertain_stays_english():
    po = 'msgid "A"\nmsgstr ""\n\n#, fuzzy\nmsgid "B"\nmsgstr "b"\n\nmsgid "C"\nmsgstr "c"\n'
    assert messages.read_po(po) == {"C": "c"}


def test_a_line_that_is_no_catalogue_is_named():
    with pytest.raises(ValueError, match="msgid Plain"):
        messages.read_po("msgid Plain\n")


def test_the_template_holds_the_sentences_of_the_code_and_no_others():
    """Where a sentence stands may move; which there are may not differ."""
    template = (FOLDER / f"{i18n.DOMAIN}.pot").read_text(encoding="utf-8")
    entries = [messages._fields(each)[0] for each in template.split("\n\n")]
    kept = {each["msgid"]: each.get("msgid_plural", "") for each in entries if each.get("msgid")}
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
            if path.name == "menus.py" or name in FRAME:
                found |= set(sentences_in(node))
    return found


def sentences_in(node):
    for call in ast.walk(node):
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "tr":
            (sentence,) = call.args
            assert isinstance(sentence, ast.Constant)
            yield sentence.value


def test_the_gaelic_draft_has_the_whole_frame_of_the_interface():
    catalogue = messages.read_po((FOLDER / "gd.po").read_text(encoding="utf-8"))
    wanted = frame(messages.PACKAGE)
    assert len(wanted) > 150
    assert {"Not sure", "Not started", "Prepare", "Go to the plan", "&File", "Saving"} <= wanted
    missing = sorted(wanted - set(catalogue))
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
    catalogue = messages.read_po(path.read_text(encoding="utf-8"))
    compiled = FOLDER / path.stem / "LC_MESSAGES" / f"{i18n.DOMAIN}.mo"
    assert compiled.read_bytes() == messages.mo_bytes(catalogue), "run `python3 run.py messages`"
    found, _ = messages.extract(messages.PACKAGE)
    forms = int(re.search(r"nplurals=(\d)", catalogue[""])[1])
    sentences = {
        tuple(key.split("\0")): value.split("\0") for key, value in catalogue.items() if key
    }
    assert len(sentences) > 60
    assert set(sentences) <= {
        (each.one, each.many) if each.many else (each.one,) for each in found.values()
    }
    for sentence, translated in sentences.items():
        assert len(translated) == (forms if len(sentence) > 1 else 1), sentence
        for each in translated:
            # One of a count may be told without its number.
            assert fields(each) in [fields(form) for form in sentence], sentence
            assert sentence[0].count("&") == each.count("&"), sentence


def test_a_draft_is_spoken_when_asked_for_and_not_offered():
    assert [code for code, _ in i18n.offered()] == ["en"]
    i18n.use("gd")
    try:
        assert i18n.tr("Not sure") != "Not sure"
        assert i18n.tr("A sentence that nobody translated") == "A sentence that nobody translated"
    finally:
        i18n.use("")


def test_a_catalogue_that_somebody_reviewed_is_offered(tmp_path, monkeypatch):
    folder = tmp_path / "translations" / "gd" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    text = (FOLDER / "gd.po").read_text(encoding="utf-8")
    reviewed = text.replace('"X-Reviewed-By: \\n"', '"X-Reviewed-By: Somebody, 2027\\n"')
    assert reviewed != text
    data = messages.mo_bytes(messages.read_po(reviewed))
    (folder / f"{i18n.DOMAIN}.mo").write_bytes(data)
    monkeypatch.setattr(resources, "assets", lambda: tmp_path)
    assert i18n.offered() == (("en", "English"), ("gd", "Gàidhlig"))
