"""Each language has forms of its own for one, two and many: a count chooses no sentence itself.

English alone has two. Gaelic has four, and one of them serves 1 and 11; so whoever compares a count
with one, or says "{n} answers" without `trn`, writes what cannot be translated.
"""

import ast
import gettext
import re
from io import BytesIO
from pathlib import Path

import polib
import pytest

import nttp_readiness
from nttp_readiness import i18n
from tools.messages import extract

PACKAGE = Path(nttp_readiness.__file__).parent
COUNTED = re.compile(r"\{(n|count|held|unknown|needed|least|most)\}(?= [a-z])")
# A number that names a thing, or one of a scale, counts nothing.
ORDINAL = re.compile(
    r"(?:level|level is|round|question|action|page|row|number|request|line) $", re.IGNORECASE
)
# "2 of 5" alone, "3 or more" of a scale: no word beside it changes with the number.
BARE = re.compile(r"\{n\} of (?:\{of\}|5)$|\{n\} or (?:more|less)\b")
COUNT_WORDS = {"number_words", "count_words"}


def calls(node, name):
    return [
        each
        for each in ast.walk(node)
        if isinstance(each, ast.Call)
        and (
            each.func.attr if isinstance(each.func, ast.Attribute) else getattr(each.func, "id", "")
        )
        == name
    ]


def speaks(nodes):
    """Whether a sentence is said there: by `tr`, or as a text with several words."""
    for node in nodes:
        if calls(node, "tr"):
            return True
        texts = [each.value for each in ast.walk(node) if isinstance(each, ast.Constant)]
        if any(
            isinstance(text, str) and re.search(r"[a-z] [a-z{]|^ [a-z]", text) for text in texts
        ):
            return True
    return False


def asks_for_one(test):
    """Whether something is compared with one in a way that tells one from several."""
    for each in ast.walk(test):
        if isinstance(each, ast.Compare) and len(each.ops) == 1:
            sides = [each.left, each.comparators[0]]
            numbers = [
                s.value for s in sides if isinstance(s, ast.Constant) and type(s.value) is int
            ]
            several = isinstance(each.ops[0], ast.Lt | ast.GtE) and numbers == [2]
            if several or (numbers == [1] and not isinstance(each.ops[0], ast.Lt | ast.GtE)):
                return True
    return False


def alternatives(node, following, before):
    """The two ways of what an `if` chooses between."""
    if isinstance(node, ast.IfExp):
        return [node.body], [node.orelse]
    if node.orelse:
        return node.body, node.orelse
    if isinstance(node.body[-1], ast.Return):
        return node.body, following[:1]
    set_here = {ast.unparse(t) for s in node.body if isinstance(s, ast.Assign) for t in s.targets}
    earlier = [
        s
        for s in before[-1:]
        if isinstance(s, ast.Assign) and set_here & {ast.unparse(t) for t in s.targets}
    ]
    return node.body, earlier


def chosen_by_one(tree):
    """Lines where a count that is one or not decides between two sentences, and none is `trn`'s."""
    for parent in ast.walk(tree):
        for _, value in ast.iter_fields(parent):
            block = value if isinstance(value, list) else [value]
            for place, node in enumerate(block):
                if isinstance(node, ast.If | ast.IfExp) and asks_for_one(node.test):
                    one, other = alternatives(node, block[place + 1 :], block[:place])
                    if (
                        speaks(one)
                        and speaks(other)
                        and not any(calls(s, "trn") for s in (*one, *other))
                    ):
                        yield node.lineno


def said_without_trn(tree):
    """Sentences of `tr` in which a number counts what is named beside it."""
    formats = {
        id(sentence): each.keywords
        for each in calls(tree, "format")
        for sentence in calls(each.func, "tr")
    }
    for each in calls(tree, "tr"):
        if not (each.args and isinstance(each.args[0], ast.Constant)):
            continue
        said = str(each.args[0].value)
        counted = any(
            not ORDINAL.search(said[: found.start()]) and not BARE.match(said, found.start())
            for found in COUNTED.finditer(said)
        )
        as_word = any(
            calls(keyword.value, name)
            for keyword in formats.get(id(each), ())
            for name in COUNT_WORDS
        )
        if counted or as_word:
            yield said


def faults(source):
    tree = ast.parse(source)
    return [*chosen_by_one(tree), *said_without_trn(tree)]


def modules():
    return sorted(PACKAGE.rglob("*.py"))


@pytest.mark.parametrize("module", modules(), ids=lambda each: str(each.relative_to(PACKAGE)))
def test_no_count_chooses_a_sentence_itself(module):
    assert faults(module.read_text("utf-8")) == []


PLANTED = (
    "x = tr('One is known.') if count == 1 else tr('{n} are known.').format(n=count)",
    "x = tr('Many') if len(keys) > 1 else tr('Alone')",
    "x = 'one problem' if 1 == len(errors) else f'{len(errors)} problems'",
    "if count != 1:\n    said = tr('Several')\nelse:\n    said = tr('One')",
    "def f():\n    if count <= 1:\n        return tr('One')\n    return tr('Several')",
    "said = tr('One')\nif count >= 2:\n    said = tr('Several')",
    "x = tr('{n} answers are in').format(n=count)",
    "x = tr('The {n} foundations').format(n=words.number_words(count))",
    "x = tr('It has {few} of them').format(few=count_words(3))",
    "x = tr('At most {most} fit.')",
)


@pytest.mark.parametrize("source", PLANTED)
def test_what_is_planted_is_found(source):
    assert faults(source)


@pytest.mark.parametrize(
    "source",
    [
        "x = trn('One is known.', '{n} are known.', count)",
        "x = tr('{title} is known.') if count == 1 else trn('{n} is', '{n} are', count)",
        "x = tr('Question {n} of {of}').format(n=place, of=len(order))",
        "x = tr('At level {n} or above')",
        "if count == 1:\n    go_to(keys[0])",
        "x = tr('It takes hours.') if effort < 1 else tr('It takes months.')",
        "x = tr('Done') if count == 0 else tr('Open')",
    ],
)
def test_what_is_right_is_not_called_wrong(source):
    assert not faults(source)


def test_gaelic_gives_every_count_its_own_form(monkeypatch):
    """With a catalogue of four forms, of which the first serves 1 and 11."""
    catalogue = polib.POFile()
    catalogue.metadata["Plural-Forms"] = (
        "nplurals=4; plural=(n==1 || n==11) ? 0 : (n==2 || n==12) ? 1 : (n>2 && n<20) ? 2 : 3;"
    )
    one, many = "One other action waits for it.", "{n} other actions wait for it."
    forms = {number: f"{{n}} form {number}" for number in range(4)}
    catalogue.append(polib.POEntry(msgid=one, msgid_plural=many, msgstr_plural=forms))
    spoken = gettext.GNUTranslations(BytesIO(catalogue.to_binary()))
    monkeypatch.setattr(i18n, "_catalogue", spoken)
    said = [i18n.trn(one, many, count) for count in (1, 2, 3, 11, 12, 20)]
    assert said == ["1 form 0", "2 form 1", "3 form 2", "11 form 0", "12 form 1", "20 form 3"]
    assert i18n.trn(one, many, 11, n="aon deug") == "aon deug form 0"


def test_a_sentence_has_one_plural_wherever_it_stands():
    """`trn` finds a translation by both of its English forms."""
    found: dict[str, set[str]] = {}
    for module in modules():
        for call in calls(ast.parse(module.read_text("utf-8")), "trn"):
            one, many = (str(ast.literal_eval(each)) for each in call.args[:2])
            found.setdefault(one, set()).add(many)
        for call in calls(ast.parse(module.read_text("utf-8")), "tr"):
            if call.args and isinstance(call.args[0], ast.Constant):
                found.setdefault(str(call.args[0].value), set()).add("")
    assert {one: each for one, each in found.items() if len(each) > 1} == {}
    assert extract(PACKAGE)[1] == []


def test_no_name_of_a_sentence_is_one_that_its_format_lacks():
    """A form that names what the call does not give would end the program for that count."""
    for module in modules():
        for call in calls(ast.parse(module.read_text("utf-8")), "trn"):
            if len(call.args) < 3 or module.name == "i18n.py":
                continue
            given = {"n", *(each.arg for each in call.keywords)}
            for text in call.args[:2]:
                assert set(re.findall(r"\{(\w+)\}", text.value)) <= given, (module, text.value)
